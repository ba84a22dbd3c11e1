"""Attributed sentences of every construction, each with the quotes that are in it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from hypothesis import strategies as st

from quoteattr.lexicon.lexicon import Lexicon
from quoteattr.lexicon.verbs import Verb
from quoteattr.testing.constructions import CONSTRUCTIONS, Construction
from quoteattr.testing.contents import contents as any_content
from quoteattr.testing.people import Person
from quoteattr.testing.people import people as anybody
from quoteattr.testing.told import Told
from quoteattr.testing.verbs import STATING, ReportingVerb, Slot, stating, takes
from quoteattr.values import Form, Number, Sense

# The preposition as it stands before the speaker, to the lemma of the cue.
ATTRIBUTIONS = {"بحسب ": "بحسب", "وفقاً ل": "وفقاً", "طبقاً ل": "طبقاً", "حسب ": "حسب"}


def sentences(
    constructions: Sequence[Construction] = CONSTRUCTIONS,
    *,
    lexicon: Lexicon | None = None,
    speakers: st.SearchStrategy[Person] | None = None,
    verbs: Sequence[Verb] | None = None,
    senses: Collection[Sense] = STATING,
    contents: st.SearchStrategy[str] | None = None,
) -> st.SearchStrategy[Told]:
    """Sentences (or two, where the second has a null subject) in which one speaker says something.

    ``lexicon`` gives the verbs of ``senses``, and tells the nouns of the speakers where ``speakers``
    is None; ``verbs`` are the only ones of its verbs to use, whatever their sense. ``contents`` must
    begin with a noun, and no full stop ends them. Raises ValueError where no verb is left.

    >>> from hypothesis import find
    >>> told = find(sentences(), lambda told: "أعلن" in told.text)
    >>> all(told.text[q.content.start : q.content.end] == q.content.text for q in told.quotes)
    True
    """
    chosen = stating(lexicon, verbs, senses)
    who = anybody(lexicon=lexicon) if speakers is None else speakers
    said = any_content() if contents is None else contents
    return st.tuples(st.sampled_from(constructions), who).flatmap(
        lambda drawn: sentence_by(drawn[0], drawn[1], chosen, said)
    )


@st.composite
def sentence_by(
    draw: st.DrawFn,
    construction: Construction,
    person: Person,
    verbs: tuple[ReportingVerb, ...],
    contents: st.SearchStrategy[str],
    name: str | None = None,
) -> Told:
    """A sentence of one construction by one person; ``name`` is the fullest phrase for the person."""
    fields = construction.fields
    words: dict[str, str] = {"who": person.phrase}
    lemmas: dict[str, str] = {}
    tense = draw(st.sampled_from(("past", "past", "present")))
    said = draw(contents)
    more = draw(contents.filter(lambda other: other != said)) if "more" in fields else ""
    words |= {"said": said, "more": more}
    if "verb" in fields:
        number = person.number if construction.preverbal else Number.SINGULAR
        first: Slot = (Form.VERB, tense, person.gender, number)
        words["verb"], lemmas["verb"], words["that"] = _verb(draw, verbs, first, construction.complement)
    if "again" in fields:
        form, when = (Form.PARTICIPLE, None) if construction.participle else (Form.VERB, tense)
        second: Slot = (form, when, person.gender, person.number)
        words["again"], lemmas["again"], words["clause"] = _verb(draw, verbs, second, construction.following)
    if "and" in fields:
        words["and"] = draw(st.sampled_from(("", "و")))
    if "by" in fields:
        words["by"] = draw(st.sampled_from([*ATTRIBUTIONS]))
        lemmas["by"] = ATTRIBUTIONS[words["by"]]
        contracted = words["by"].endswith("ل") and person.genitive.startswith("ال")
        words["who"] = person.genitive.removeprefix("ا") if contracted else person.genitive
    if construction.name == "interrupted marks":
        words["more"] = "و" + more
    return construction.write(words, speaker=name or _name(person, fields), lemmas=lemmas)


def _name(person: Person, fields: frozenset[str]) -> str:
    return person.genitive if "by" in fields else person.phrase


def _verb(
    draw: st.DrawFn, verbs: tuple[ReportingVerb, ...], slot: Slot, complement: str | None
) -> tuple[str, str, str]:
    """A verb in a form: as it is written, its lemma, and what introduces its clause."""
    able = [verb for verb in verbs if slot in verb.forms and takes(verb, complement)]
    verb = draw(st.sampled_from(able) if able else st.nothing())
    written = verb.forms[slot]
    if slot[0] is Form.PARTICIPLE and written.endswith("ا"):
        written += "ً"
    that = draw(st.sampled_from(verb.clauses())) if complement == "clause" else ""
    return written, verb.lemma, that
