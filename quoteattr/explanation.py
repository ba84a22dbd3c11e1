"""Why: every decision on the way to the quotes, refusals included."""

from __future__ import annotations

from attrs import frozen

from quoteattr.own_words import outside
from quoteattr.values import Quote, Span


@frozen
class Decision:
    """What became of one cue or one marked stretch, or whom a quote was given to.

    ``subject`` is ``"cue"``, ``"mark"`` or ``"speaker"``; ``rule`` is the rule that took it or
    refused it, empty where none matched; ``reason`` says why. The decision about a speaker stands
    at the mention, where there is none at the cue, else at the content; it is not ``taken`` where
    the speaker stays unknown.
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
