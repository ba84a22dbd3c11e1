"""What the library returns: frozen values with exact offsets.

Offsets are code points of the text that the caller passed, half open: for every span of every
result ``text[span.start:span.end] == span.text`` holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from attrs import field, frozen


@frozen(order=True)
class Span:
    """A stretch of the caller's text.

    ``start`` and ``end`` are code points, half open; ``text`` is the stretch itself. Spans are
    ordered by position.
    """

    start: int
    end: int
    text: str = field(order=False)

    def __len__(self) -> int:
        return self.end - self.start

    def __repr__(self) -> str:
        return f"Span({self.start}, {self.end}, {_shorten(self.text)!r})"

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of ``text`` from ``start`` to ``end``."""
        return cls(start, end, text[start:end])

    def utf16(self, text: str) -> tuple[int, int]:
        """The same offsets as JavaScript counts them, in UTF-16 code units.

        ``text`` is the whole text that the span was taken from.
        """
        before = len(text[: self.start].encode("utf-16-le", "surrogatepass")) // 2
        inside = len(text[self.start : self.end].encode("utf-16-le", "surrogatepass")) // 2
        return before, before + inside


def _shorten(text: str, most: int = 40) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


class Kind(str, Enum):
    """How the words are given: verbatim, in part verbatim, or in the reporter's own clause."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Sense(str, Enum):
    """What the cue says of the act of speech (after the semantic map of e-quotes)."""

    SAY = "say"
    ANNOUNCE = "announce"
    AFFIRM = "affirm"
    EXPLAIN = "explain"
    POINT_OUT = "point out"
    CONTINUE = "continue"
    ANSWER = "answer"
    ASK = "ask"
    DEMAND = "demand"
    WARN = "warn"
    DENY = "deny"
    ADMIT = "admit"
    EVALUATE = "evaluate"
    DOUBT = "doubt"
    PROMISE = "promise"
    ACCUSE = "accuse"
    PRAISE = "praise"
    CONDEMN = "condemn"
    RECOUNT = "recount"
    BELIEVE = "believe"


class Form(str, Enum):
    """The grammatical form in which a cue stands."""

    VERB = "verb"
    PASSIVE = "passive"
    PARTICIPLE = "participle"
    VERBAL_NOUN = "verbal noun"
    PREPOSITION = "preposition"
    CLAUSE = "clause"
    NOUN = "noun"


class Modality(str, Enum):
    """Whether the act of speech is given as a fact."""

    ASSERTED = "asserted"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"
    FUTURE = "future"
    ASKED = "asked"


class SpeakerKind(str, Enum):
    """What sort of thing is responsible for the words."""

    PERSON = "person"
    GROUP = "group"
    BODY = "body"
    DOCUMENT = "document"
    OUTLET = "outlet"
    PLACE = "place"
    UNKNOWN = "unknown"


class Gender(str, Enum):
    """Grammatical gender, as head noun and agreement show it."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    UNKNOWN = "unknown"


class Number(str, Enum):
    """Grammatical number, as head noun and agreement show it."""

    SINGULAR = "singular"
    DUAL = "dual"
    PLURAL = "plural"
    UNKNOWN = "unknown"


class Anonymity(str, Enum):
    """Whether somebody can be held to the words: a name, a post only, or nobody at all."""

    NAMED = "named"
    PARTLY = "partly"
    WHOLLY = "wholly"


class Basis(str, Enum):
    """How the speaker was found."""

    MENTION = "mention"
    NULL_SUBJECT = "null subject"
    PRONOUN = "pronoun"
    DEFINITE_DESCRIPTION = "definite description"
    HEADING = "heading"
    NEIGHBOUR = "neighbour"


@frozen
class Speaker:
    """The one responsible for the words.

    ``name`` is the fullest mention of that one anywhere in the text; ``mention`` is the noun
    phrase of the quote's own clause, ``None`` where it names nobody; ``antecedent`` is the
    mention that a null subject, a pronoun or a description was traced to.
    """

    name: str
    mention: Span | None = None
    antecedent: Span | None = None
    kind: SpeakerKind = SpeakerKind.UNKNOWN
    gender: Gender = Gender.UNKNOWN
    number: Number = Number.UNKNOWN
    anonymity: Anonymity = Anonymity.NAMED
    basis: Basis = Basis.MENTION

    def __repr__(self) -> str:
        return f"Speaker({_shorten(self.name)!r}, {self.kind.value}, by {self.basis.value})"


@frozen
class Cue:
    """The word that introduces the speech, its clitics left out (``وقال`` gives ``قال``)."""

    span: Span
    lemma: str
    sense: Sense
    form: Form
    modality: Modality = Modality.ASSERTED

    def __repr__(self) -> str:
        return f"Cue({self.span.text!r}, {self.sense.value}, {self.form.value})"


@frozen
class Quote:
    """One act of speech or writing by one speaker under one cue.

    ``content`` is what was said; ``fragments`` are its marked pieces, their marks left out.
    ``parent`` is the index, in the same result, of the quote that this one is nested in.
    ``confidence`` is the measured share of right answers among decisions of the same sort.
    """

    kind: Kind
    content: Span
    fragments: tuple[Span, ...]
    speaker: Speaker | None
    cue: Cue | None
    addressee: Span | None = None
    relay: Speaker | None = None
    medium: Span | None = None
    rule: str = ""
    confidence: float = 0.0
    parent: int | None = None

    def __repr__(self) -> str:
        who = self.speaker.name if self.speaker else "unknown"
        return f"Quote({self.kind.value}, {_shorten(who)!r}: {_shorten(self.content.text)!r})"


def _pairs(spans: Iterable[Iterable[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in spans)


@frozen
class Entity:
    """A name that the caller knows already, with the places where the text mentions it.

    ``spans`` are pairs of code points, half open, in the caller's text.
    """

    name: str
    spans: tuple[tuple[int, int], ...] = field(converter=_pairs)
