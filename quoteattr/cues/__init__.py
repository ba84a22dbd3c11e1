"""Cues: the words that introduce speech, with their form, sense and modality."""
