"""Laws of words: another name, another verb of the sort, a conjunction before the verb."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hypothesis import strategies as st

import quoteattr.extraction
from quoteattr.lexicon.inflection import VerbForm
from quoteattr.lexicon.lexicon import Lexicon
from quoteattr.testing.comparison import EVERYTHING, assert_same
from quoteattr.testing.oracle import Extract
from quoteattr.testing.people import names
from quoteattr.testing.variation import Change, Variation
from quoteattr.testing.verbs import COMPLEMENTISERS
from quoteattr.text.letters import fold
from quoteattr.values import Form, Gender, Quote, Span

_ANY = quoteattr.extraction.extract
_EVIDENCE = ("alone", "complement", "mark")


def name_changes(text: str, old: str, new: str, *, extract: Extract = _ANY) -> None:
    """Another name of the same gender and number: what Sami says, Khalid says in his place.

    Every word of ``old`` gives way to the word of ``new`` in its place, wherever it stands alone
    or behind clitics; both have as many words. Raises LawError, and ValueError where they have not.

    >>> name_changes("قالت سلمى الحداد إن الحصاد بدأ.", "سلمى الحداد", "ريم المصري")
    """
    pairs = dict(zip(old.split(), new.split(), strict=True))
    word = re.compile(rf"(?<!\w)(?P<clitics>[وفبلك]{{0,2}})(?P<name>{'|'.join(map(re.escape, pairs))})(?!\w)")
    changes = [Change(*found.span("name"), pairs[found["name"]]) for found in word.finditer(text)]
    assert_same(
        f"the name {new} for {old}",
        Variation(text, changes),
        extract,
        rename=lambda name: word.sub(lambda found: found["clitics"] + pairs[found["name"]], name),
    )


def names_to_change(
    text: str, *, extract: Extract = _ANY, lexicon: Lexicon | None = None
) -> st.SearchStrategy[tuple[str, str]]:
    """A given name with the name behind it in a speaker's phrase, and another of the same gender.

    ``lexicon`` tells given names and their gender.
    """
    known = lexicon or Lexicon.default()
    found = {
        (" ".join(words), gender)
        for quote in extract(text)
        if quote.speaker is not None and quote.speaker.mention is not None
        for words, gender in _given_and_family(quote.speaker.mention.text.split(), known)
    }
    if not found:
        return st.nothing()
    taken = {fold(word) for word in re.findall(r"\w+", text)}

    def another(old: tuple[str, Gender]) -> st.SearchStrategy[tuple[str, str]]:
        free = names(old[1]).filter(lambda name: not taken & {fold(word) for word in name.form.split()})
        return free.map(lambda name: (old[0], name.form))

    return st.sampled_from(sorted(found)).flatmap(another)


def _given_and_family(words: Sequence[str], lexicon: Lexicon) -> Iterator[tuple[tuple[str, str], Gender]]:
    """The last two words of a phrase where the first of them is a given name of a known gender."""
    if len(words) > 1 and words[-1].isalpha():
        gender = lexicon.names.get(fold(words[-2]), Gender.UNKNOWN)
        if gender is not Gender.UNKNOWN:
            yield (words[-2], words[-1]), gender


def verb_changes(text: str, cue: Span, verb: VerbForm, *, extract: Extract = _ANY) -> None:
    """Another verb of the same sense and complement: ``أكد أن`` and ``زعم أن`` report the same words.

    ``cue`` is the span of a verb in the text, ``verb`` the form to write there. Only the cue's lemma
    may differ. Raises LawError.

    >>> form = Lexicon.default().verb_forms["زعم"][0]
    >>> verb_changes("أكد الوزير أن الطريق مفتوح.", Span(0, 3, "أكد"), form)
    """
    variation = Variation(text, [Change(cue.start, cue.end, verb.written)])
    law = f"the verb {verb.written} for {cue.text}"
    assert_same(law, variation, extract, looking_at=EVERYTHING - {"lemma"})


def verbs_to_change(
    text: str, *, extract: Extract = _ANY, lexicon: Lexicon | None = None
) -> st.SearchStrategy[tuple[Span, VerbForm]]:
    """A verb of a text that is a cue, and another of the same sense, complement and form.

    The other takes what this one has after it, stands with the same objects and is a cue by no more
    evidence. ``lexicon`` tells the verbs.
    """
    known = lexicon or Lexicon.default()
    found = [
        (quote.cue.span, other)
        for quote in extract(text)
        if quote.cue is not None and quote.cue.form is Form.VERB
        for readings in (_readings(quote.cue.span.text, quote.cue.lemma, known),)
        for reading in (readings if len(readings) == 1 else ())
        for other in _alike(reading, _complement(text, quote), known)
        if len(_readings(other.written, other.verb.lemma, known)) == 1
    ]
    return st.sampled_from(found) if found else st.nothing()


def _readings(word: str, lemma: str, lexicon: Lexicon) -> list[VerbForm]:
    """The readings of a word as a form of a verb: one, but ``أعلن`` is masculine and a feminine plural."""
    forms = lexicon.verb_forms.get(fold(word), ())
    return [form for form in forms if form.verb.lemma == lemma and form.form is Form.VERB]


def _complement(text: str, quote: Quote) -> str:
    """The code of the complement that a quote's verb has: that of its clause, or direct."""
    assert quote.cue is not None
    between = text[quote.cue.span.end : max(quote.content.start, quote.cue.span.end)]
    codes = sorted(COMPLEMENTISERS.items(), key=lambda item: -len(item[1]))
    return next((code for code, that in codes if f" {between}".rstrip("« ").endswith(f" {that}")), "direct")


def _alike(reading: VerbForm, complement: str, lexicon: Lexicon) -> Iterator[VerbForm]:
    verb, slot = reading.verb, (reading.form, reading.tense, reading.gender, reading.number)
    for forms in lexicon.verb_forms.values():
        for other in forms:
            if (other.form, other.tense, other.gender, other.number) != slot or other.verb == verb:
                continue
            if other.homograph or other.jussive or other.pronoun or other.verb.sense is not verb.sense:
                continue
            evident = _EVIDENCE.index(other.verb.evidence) <= _EVIDENCE.index(verb.evidence)
            if complement in other.verb.complements and evident and _objects(other) == _objects(reading):
                yield other


def _objects(form: VerbForm) -> tuple[bool, bool, bool]:
    return "acc" in form.verb.addressee, "acc" in form.verb.target, bool(form.verb.source)


def conjunction_comes(text: str, cue: Span, conjunction: str, *, extract: Extract = _ANY) -> None:
    """A conjunction before the verb that begins a sentence: ``وقال الوزير`` is ``قال الوزير``.

    ``cue`` is the span of the verb, ``conjunction`` ``و`` or ``ف``. The cue leaves it out. Raises
    LawError.

    >>> conjunction_comes("قال الوزير: «لن نتراجع».", Span(0, 3, "قال"), "و")
    """
    variation = Variation(text, [Change(cue.start, cue.start, conjunction)])
    assert_same(f"the conjunction {conjunction} before {cue.text}", variation, extract)


def verbs_to_join(text: str, *, extract: Extract = _ANY) -> st.SearchStrategy[tuple[Span, str]]:
    """A verb that begins a sentence of the text, and a conjunction for it.

    In the middle of a sentence it would begin a new one: ``«…»، وقال الوزير`` attributes what follows.
    """
    found = [
        quote.cue.span
        for quote in extract(text)
        if quote.cue is not None
        and quote.cue.form is Form.VERB
        and re.search(r"(?:^|[.\n])\s*$", text[: quote.cue.span.start])
    ]
    return st.tuples(st.sampled_from(found), st.sampled_from(("و", "ف"))) if found else st.nothing()
