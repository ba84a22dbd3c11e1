"""The errors that a caller can meet. Text never raises; tables and rules do, and say where."""

from __future__ import annotations


class LexiconError(ValueError):
    """A table of the lexicon is broken; the message names the file, the line and the column."""


class RuleError(ValueError):
    """A rule cannot be used; the message names the rule and the field."""
