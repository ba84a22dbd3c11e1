"""From raw text to folded tokens, paired marks, paragraphs and sentences, offsets kept."""
