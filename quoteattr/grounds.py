"""What speaks for and against a decision: the parts of a frame, rules tried, candidates weighed."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

from quoteattr.values import Form, Gender, Number, Span, SpeakerKind


class Outcome(str, Enum):
    """What became of a rule whose pattern matched."""

    TOOK = "took"
    REFUSED = "refused"
    NOT_ASKED = "not asked"


class Route(str, Enum):
    """The way on which a speaker was sought, and found except for the last."""

    OWN_CLAUSE = "own clause"
    TAKEN_UP = "taken up"
    INTRODUCTION = "introduction"
    SAME_SENTENCE = "subject of the sentence"
    LAST_BEFORE = "last before it"
    THOSE = "the last of several"
    SENTENCES_BEFORE = "sentences before"
    NEIGHBOUR = "neighbour"
    NOWHERE = "nowhere"


class Objection(str, Enum):
    """Why a candidate was passed over."""

    NO_AGREEMENT = "no agreement"
    TOO_FAR = "too far back"
    INSIDE = "told inside reported content"
    EMBEDDED = "spoke in a relative clause"
    ACTED = "did something, said nothing"
    NOT_BEFORE = "not before it"
    OTHER_KIND = "another kind of speaker"
    OTHER_WORDS = "called by other words"
    OUTRANKED = "another comes first"


@frozen
class FramePart:
    """One unit of a cue's frame: its letter, what that letter is called, and its place.

    A part of no words (the end of a sentence) has an empty span.
    """

    letter: str
    name: str
    span: Span


@frozen
class Trial:
    """A rule whose pattern matched, and what it came to.

    ``cue`` is the cue whose frame the rule was tried on, its clitics included; ``None`` for what is
    decided about a mark without a cue. ``rule`` is empty there where no rule has a name for it.
    """

    rule: str
    outcome: Outcome
    reason: str
    cue: Span | None = None


@frozen
class Inflection:
    """What a cue's form shows of its subject."""

    form: Form
    gender: Gender
    number: Number


@frozen
class Candidate:
    """One who may be the speaker, as far as the text had told of them at that place.

    ``name`` and ``mention`` are the fullest phrase up to there; ``sentences`` tells how many sentences
    before the words it last acted or spoke. ``objection`` and ``reason`` say why it was passed over;
    the one chosen has no objection.
    """

    name: str
    mention: Span
    kind: SpeakerKind
    gender: Gender
    number: Number
    sentences: int
    objection: Objection | None
    reason: str


@frozen
class SpeakerPath:
    """How a speaker was sought: from the mention, or the form of the cue, to the antecedent.

    ``mention`` and ``antecedent`` are those of the speaker; ``shows`` is what the cue's form tells of
    its subject, ``None`` without a cue. ``candidates`` stand in the order in which they were weighed,
    at most twelve that were passed over and then the one chosen; ``unlisted`` counts those left out.
    """

    route: Route
    mention: Span | None
    antecedent: Span | None
    shows: Inflection | None
    candidates: tuple[Candidate, ...] = ()
    unlisted: int = 0

    @property
    def chosen(self) -> Candidate | None:
        """The candidate that became the speaker."""
        return next((candidate for candidate in self.candidates if candidate.objection is None), None)
