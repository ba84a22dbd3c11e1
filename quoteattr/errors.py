"""The errors that a caller can meet. Text never raises; tables and rules do, and say where."""

from __future__ import annotations


class LexiconError(ValueError):
    """A table of the lexicon is broken; the message names the file, the line and the column."""


class RuleError(ValueError):
    """A rule cannot be used; the message names the rule and the field."""


class DocumentError(RuntimeError):
    """One document of many could not be worked through; the others are not touched by it.

    Attributes:
        position: its place among the documents, from 0.
        reason: what happened: an error in one line, or how the process that worked on it ended.
    """

    def __init__(self, position: int, reason: str) -> None:
        super().__init__(position, reason)
        self.position = position
        self.reason = reason

    def __str__(self) -> str:
        return f"text {self.position}: {self.reason}"
