"""Speakers: the noun phrases that can be responsible for words."""
