"""The constructions in which newspapers attribute words, as templates with their quotes.

The fields of a template are ``who`` (the speaker), ``verb``, ``that`` (its complementiser), ``said``,
then ``again``, ``clause`` and ``more`` for a second verb or participle with its own, ``by`` for a
preposition with its blank, and ``and`` for a conjunction that may stand before the first verb.
"""

from __future__ import annotations

from string import Formatter

from attrs import field, frozen

from quoteattr.testing.told import Expected, Told
from quoteattr.values import Kind, Span


@frozen
class Saying:
    """One quote of a construction: the fields that hold its parts, and whether marks stand around it."""

    kind: Kind
    cue: str
    first: str = "said"
    last: str = "said"
    mention: bool = True
    marked: bool = True


@frozen
class Construction:
    """A way to attribute words.

    ``template`` is a format string, ``sayings`` are its quotes. The subject stands before its verb
    where ``preverbal``. ``complement`` and ``following`` tell what the two verbs must take (see
    ``reporting_verbs``), ``participle`` that the second is a participle.
    """

    name: str
    template: str
    sayings: tuple[Saying, ...]
    complement: str | None = None
    following: str | None = None
    participle: bool = False
    preverbal: bool = field(init=False)
    fields: frozenset[str] = field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        names = [name for _, name, _, _ in Formatter().parse(self.template) if name]
        subject_first = "verb" in names and names.index("who") < names.index("verb")
        object.__setattr__(self, "preverbal", subject_first)
        object.__setattr__(self, "fields", frozenset(names))

    def write(self, words: dict[str, str], *, speaker: str, lemmas: dict[str, str]) -> Told:
        """The sentence with ``words`` in its fields, and its quotes.

        ``lemmas`` holds the lemma of the word in each field that is a cue.
        """
        text, places = "", {}
        for literal, name, _, _ in Formatter().parse(self.template):
            text += literal
            if name:
                places[name] = (len(text), len(text) + len(words[name].rstrip()))
                text += words[name]
        return Told(text, tuple(_expected(text, places, saying, speaker, lemmas) for saying in self.sayings))


def _expected(
    text: str, places: dict[str, tuple[int, int]], saying: Saying, speaker: str, lemmas: dict[str, str]
) -> Expected:
    said = {name: Span.of(text, *places[name]) for name in dict.fromkeys((saying.first, saying.last))}
    content = Span.of(text, places[saying.first][0], places[saying.last][1])
    cue = places[saying.cue]
    return Expected(
        kind=saying.kind,
        content=content,
        fragments=tuple(said.values()) if saying.kind is Kind.DIRECT and saying.marked else (),
        speaker=speaker,
        mention=Span.of(text, *places["who"]) if saying.mention else None,
        cue=Span.of(text, cue[0], cue[0] + len(text[slice(*cue)].split(maxsplit=1)[0])),
        lemma=lemmas[saying.cue],
    )


_DIRECT, _INDIRECT = Kind.DIRECT, Kind.INDIRECT
_CLAUSE = Saying(_INDIRECT, "verb")
_MARKS = Saying(_DIRECT, "verb")

CONSTRUCTIONS: tuple[Construction, ...] = (
    Construction("verb, subject, marks", "{and}{verb} {who}: «{said}».", (_MARKS,), "direct"),
    Construction(
        "verb, subject, colon, words",
        "{and}{verb} {who}: {said}.",
        (Saying(_DIRECT, "verb", marked=False),),
        "direct",
    ),
    Construction("subject, verb, marks", "{who} {verb}: «{said}».", (_MARKS,), "direct"),
    Construction("marks, verb, subject", "«{said}»، {verb} {who}.", (_MARKS,), "direct"),
    Construction(
        "interrupted marks",
        "«{said}»، {verb} {who}، «{more}».",
        (Saying(_DIRECT, "verb", "said", "more"),),
        "direct",
    ),
    Construction("verb, subject, clause", "{and}{verb} {who} {that} {said}.", (_CLAUSE,), "clause"),
    Construction("subject, verb, clause", "{who} {verb} {that} {said}.", (_CLAUSE,), "clause"),
    Construction("verb, subject, clause in marks", "{and}{verb} {who} {that} «{said}».", (_MARKS,), "clause"),
    Construction(
        "participle goes on",
        "{and}{verb} {who} {that} {said}، {again} {clause} {more}.",
        (_CLAUSE, Saying(_INDIRECT, "again", "more", "more", mention=False)),
        "clause",
        "clause",
        participle=True,
    ),
    Construction("words, preposition, speaker", "{said}، {by}{who}.", (Saying(_INDIRECT, "by"),)),
    Construction("marks, preposition, speaker", "«{said}»، {by}{who}.", (Saying(_DIRECT, "by"),)),
    Construction("preposition, speaker, words", "و{by}{who}، {said}.", (Saying(_INDIRECT, "by"),)),
    Construction(
        "null subject, clause",
        "{and}{verb} {who} {that} {said}. و{again} {clause} {more}.",
        (_CLAUSE, Saying(_INDIRECT, "again", "more", "more", mention=False)),
        "clause",
        "clause",
    ),
    Construction(
        "null subject, marks",
        "{and}{verb} {who} {that} {said}. و{again}: «{more}».",
        (_CLAUSE, Saying(_DIRECT, "again", "more", "more", mention=False)),
        "clause",
        "direct",
    ),
)
