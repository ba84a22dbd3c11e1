"""What the tables say of a word by itself, put together once for each form and then kept.

News repeats its words: of the forms of an article most were met before, so that the look-ups of a
form (its nouns, with article, clitic or pronoun; its classes; whether it is a name) are made once and
not at each of the places that ask.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import evolve, frozen

from quoteattr.lexicon.acting import ActingForm
from quoteattr.lexicon.demonyms import is_demonym
from quoteattr.lexicon.inflection import VerbForm
from quoteattr.lexicon.nouns import NounEntry, NounTable, noun_entries
from quoteattr.lexicon.phrases import PhraseTable
from quoteattr.lexicon.traits import ACT, LEADS, LISTED, MASDAR, NOUN, SIGN, shape_traits
from quoteattr.text.tokens import is_word
from quoteattr.values import Gender

_MOST = 1 << 16  # forms that are kept; a stream of articles has more
_NO_CLASS: frozenset[str] = frozenset()
_CONJUNCTIONS = "وف"
_VERB_PREFIXES = "سلب"


@frozen
class Word:
    """A folded form and what is known of it wherever it stands.

    ``is_word`` tells it from punctuation and marks.
    ``nouns`` are the heads that a phrase beginning with it can have, ``joined`` those without its first
    letter, a clitic (behind ل, with and without an article). ``given`` tells a given name. ``leads``
    tells that it may be or begin a cue, ``acts`` that it may be a verb of action; what stands around it
    decides. ``traits`` are the bits of ``quoteattr.lexicon.traits``.
    """

    form: str
    is_word: bool
    nouns: tuple[NounEntry, ...]
    joined: tuple[NounEntry, ...]
    classes: frozenset[str]
    given: bool
    common: str
    acting: ActingForm | None
    complementiser: bool
    leads: bool
    acts: bool
    traits: int


@frozen
class Tables:
    """The look-ups of a lexicon that words are made of."""

    nouns: NounTable
    words: Mapping[str, frozenset[str]]
    names: Mapping[str, Gender]
    common: Mapping[str, str]
    acting: Mapping[str, ActingForm]
    verb_forms: Mapping[str, tuple[VerbForm, ...]]
    phrase_forms: PhraseTable
    complementisers: frozenset[str]
    with_role: frozenset[str]


class Vocabulary(dict[str, Word]):
    """The words of a lexicon by their form, each made when it is first asked for.

    A cache of pure results: what it gives depends on the form and the tables alone, so threads may
    share it, it is pickled without its words, and it may forget them at any time.
    """

    def __init__(self, tables: Tables) -> None:
        super().__init__()
        self.tables = tables

    def __missing__(self, form: str) -> Word:
        if len(self) >= _MOST:
            self.clear()
        word = self[form] = read_word(self.tables, form)
        return word

    def __reduce__(self) -> tuple[Callable[[Tables], Vocabulary], tuple[Tables]]:
        return Vocabulary, (self.tables,)


def read_word(tables: Tables, form: str) -> Word:
    """What the tables say of a form."""
    # للموقع is ل and الموقع, للجنة may be ل and لجنة: which one, the words behind it tell.
    bare = [form[1:], *(("ال" + form[2:], "ال" + form[1:]) if form.startswith("لل") else ())]
    joined = form[:1] in _CONJUNCTIONS and form[1:] in tables.acting
    future = tables.acting.get(form[1:]) if form[:2] in ("سي", "ست") else None
    word = Word(
        form=form,
        is_word=is_word(form),
        nouns=noun_entries(tables.nouns, form),
        joined=tuple(entry for word in bare for entry in noun_entries(tables.nouns, word)),
        classes=tables.words.get(form, _NO_CLASS),
        given=is_given_name(tables.names, form),
        common=_common(tables, form),
        acting=tables.acting.get(form) or future,
        complementiser=form in tables.complementisers,
        leads=_leads(tables, form),
        acts=form in tables.acting or joined,
        traits=0,
    )
    return evolve(word, traits=_traits(tables, word))


def _common(tables: Tables, form: str) -> str:
    if form in tables.common:
        return tables.common[form]
    accusative = tables.common.get(form[:-1], "") if form.endswith("ا") else ""
    return accusative or ("adjective" if is_demonym(tables.nouns, form) else "")


def _traits(tables: Tables, word: Word) -> int:
    form = word.form
    listed = word.classes or form in tables.with_role
    acts = word.acts or word.acting or form[2:] in tables.acting
    return (
        shape_traits(form)
        | SIGN * (not word.is_word)
        | LISTED * bool(listed)
        | NOUN * bool(word.nouns)
        | ACT * bool(acts)
        | LEADS * word.leads
        | MASDAR * bool(word.common)
    )


def is_given_name(names: Mapping[str, Gender], form: str) -> bool:
    """Whether a folded word is a given name, its last letter written either way (فاطمه)."""
    return form in names or (form.endswith("ه") and form[:-1] + "ة" in names)


def _leads(tables: Tables, form: str) -> bool:
    """Whether a form, with or without clitics, stands in the tables of cues."""
    host = form[1:] if form[:1] in _CONJUNCTIONS else form
    return any(
        word in tables.phrase_forms or word in tables.verb_forms
        for word in (form, host, *((host[1:],) if host[:1] in _VERB_PREFIXES else ()))
    )
