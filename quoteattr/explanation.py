"""Why: every decision on the way to the quotes, refusals included."""

from __future__ import annotations

from attrs import frozen

from quoteattr.grounds import FramePart, SpeakerPath, Trial
from quoteattr.own_words import outside
from quoteattr.values import Quote, Span


@frozen
class Decision:
    """What became of one cue or one marked stretch, or whom a quote was given to.

    ``subject`` is ``"cue"``, ``"mark"`` or ``"speaker"``; ``rule`` is the rule that took it or
    refused it, empty where none matched; ``reason`` says why. The decision about a speaker stands
    at the mention, where there is none at the cue, else at the content; it is not ``taken`` where
    the speaker stays unknown.

    ``quote`` is the index of the quote that it belongs to, ``None`` for what was refused. ``frame``
    is what stands around a cue, as it was read. ``trials`` are all rules whose pattern matched, in
    their order: for a cue those of its frame, for a mark those of every frame that it stands in, and
    last what was decided about the mark by itself. ``path`` is how the speaker was sought.
    """

    span: Span
    subject: str
    taken: bool
    rule: str
    reason: str
    quote: int | None = None
    frame: tuple[FramePart, ...] = ()
    trials: tuple[Trial, ...] = ()
    path: SpeakerPath | None = None


@frozen
class Report:
    """The quotes of a text and all decisions, in the order of the text.

    Every quotation mark that is paired or stands alone has one decision, and so has every word or
    phrase that may introduce speech, and every quote for its speaker.
    """

    text: str
    quotes: tuple[Quote, ...]
    decisions: tuple[Decision, ...]

    def outside(self) -> tuple[Span, ...]:
        """The spans that are the paper's own words."""
        return outside(self.text, self.quotes)
