"""Documents of several speakers, each with the quotes that are in it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from attrs import evolve
from hypothesis import strategies as st

from quoteattr.lexicon.lexicon import Lexicon
from quoteattr.lexicon.verbs import Verb
from quoteattr.testing.constructions import CONSTRUCTIONS, Construction
from quoteattr.testing.contents import contents as any_content
from quoteattr.testing.contents import silent_paragraphs
from quoteattr.testing.people import Person
from quoteattr.testing.people import people as anybody
from quoteattr.testing.sentences import sentence_by
from quoteattr.testing.told import Told
from quoteattr.testing.verbs import STATING, ReportingVerb, stating
from quoteattr.values import Sense


def documents(
    constructions: Sequence[Construction] = CONSTRUCTIONS,
    *,
    lexicon: Lexicon | None = None,
    speakers: st.SearchStrategy[Person] | None = None,
    verbs: Sequence[Verb] | None = None,
    senses: Collection[Sense] = STATING,
    contents: st.SearchStrategy[str] | None = None,
    most: int = 4,
) -> st.SearchStrategy[Told]:
    """Texts of one to ``most`` paragraphs in which speakers have their say, and some without speech.

    No two speakers share a word. One who has a name and comes back is called by the family name, and
    ``Expected.speaker`` is then the fuller phrase. The other parameters are those of ``sentences``.

    >>> from hypothesis import find
    >>> told = find(documents(), lambda told: len({quote.speaker for quote in told.quotes}) == 2)
    >>> len(told.quotes) >= 2
    True
    """
    who = anybody(lexicon=lexicon) if speakers is None else speakers
    said = any_content() if contents is None else contents
    return _document(tuple(constructions), who, stating(lexicon, verbs, senses), said, most)


@st.composite
def _document(
    draw: st.DrawFn,
    constructions: tuple[Construction, ...],
    speakers: st.SearchStrategy[Person],
    verbs: tuple[ReportingVerb, ...],
    contents: st.SearchStrategy[str],
    most: int,
) -> Told:
    cast: list[Person] = []
    paragraphs: list[Told] = []
    for _ in range(draw(st.integers(1, most))):
        if draw(st.integers(0, 3)) == 0:
            paragraphs.append(Told(draw(silent_paragraphs())))
            continue
        person, name = _next_speaker(draw, cast, speakers)
        construction = draw(st.sampled_from(constructions))
        paragraphs.append(draw(sentence_by(construction, person, verbs, contents, name)))
    told, *rest = paragraphs
    for paragraph in rest:
        told = told.then(paragraph)
    return told


def _next_speaker(
    draw: st.DrawFn, cast: list[Person], speakers: st.SearchStrategy[Person]
) -> tuple[Person, str | None]:
    """Somebody new, who joins the cast, or somebody known by the family name, with the full phrase."""
    known = [person for person in cast if person.family]
    again = draw(st.booleans()) if known else False
    if again:
        person = draw(st.sampled_from(known))
        return evolve(person, phrase=person.family, genitive=person.family), person.phrase
    taken = {word for person in cast for word in person.phrase.split()}
    person = draw(speakers.filter(lambda one: not taken & set(one.phrase.split())))
    cast.append(person)
    return person, None
