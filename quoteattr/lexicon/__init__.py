"""The tables of the language, and the look-ups that the stages ask of them."""
