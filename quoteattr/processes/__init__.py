"""A function over many documents: in their order, in bounded memory, on request in several processes."""
