"""Why: every decision on the way to the quotes, refusals included."""

from __future__ import annotations

from attrs import frozen

from quoteattr.own_words import outside
from quoteattr.values import Quote, Span


@frozen
class Decision:
    """What became of one cue or one marked stretch.

    ``subject`` is ``"cue"`` or ``"mark"``; ``rule`` is the rule that took it or refused it, empty
    where none matched; ``reason`` says why.
    """

    span: Span
    subject: str
    taken: bool
    rule: str
    reason: str


@frozen
class Report:
    """The quotes of a text and all decisions, in the order of the text."""

    text: str
    quotes: tuple[Quote, ...]
    decisions: tuple[Decision, ...]

    def outside(self) -> tuple[Span, ...]:
        """The spans that are the paper's own words."""
        return outside(self.text, self.quotes)
