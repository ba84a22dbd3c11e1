"""The lexicon: all tables in one immutable value, ready for look-ups."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib import resources
from typing import Any

from attrs import field, frozen

from quoteattr.lexicon.acting import ActingForm, read_acting
from quoteattr.lexicon.common import read_common
from quoteattr.lexicon.inflection import VerbForm, forms_by_surface
from quoteattr.lexicon.nouns import (
    Found,
    Head,
    NounTable,
    find_noun,
    index_nouns,
    read_heads,
    read_names,
    read_places,
)
from quoteattr.lexicon.phrases import Phrase, PhraseForm, PhraseTable, index_phrases, read_phrases
from quoteattr.lexicon.tables import decode
from quoteattr.lexicon.verbs import Verb, VerbRow, read_verbs
from quoteattr.lexicon.words import read_complements, read_inherent, read_roles, read_words
from quoteattr.values import Gender

_NO_CLASS: frozenset[str] = frozenset()
_Sets = Mapping[str, frozenset[str]]


@frozen
class Lexicon:
    """The language data that the rules stand on: immutable, comparable, safe to share.

    ``verbs``, ``heads``, ``places`` and ``phrases`` are what it knows, in the order of the tables.
    The other attributes are look-ups by folded word for the stages, and no part of the public API.
    """

    heads: tuple[Head, ...] = field(repr=False)
    places: tuple[Head, ...] = field(repr=False)
    verb_rows: tuple[VerbRow, ...] = field(repr=False)
    phrase_rows: tuple[PhraseForm, ...] = field(repr=False)
    words: _Sets = field(repr=False, hash=False)
    roles: _Sets = field(repr=False, hash=False)
    complements: _Sets = field(repr=False, hash=False)
    inherent: _Sets = field(repr=False, hash=False)
    names: Mapping[str, Gender] = field(repr=False, hash=False)
    acting: Mapping[str, ActingForm] = field(repr=False, hash=False)
    common: Mapping[str, str] = field(repr=False, hash=False)
    verb_forms: Mapping[str, tuple[VerbForm, ...]] = field(init=False, repr=False, eq=False)
    phrase_forms: PhraseTable = field(init=False, repr=False, eq=False)
    nouns: NounTable = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "verb_forms", forms_by_surface(self.verb_rows))
        object.__setattr__(self, "phrase_forms", index_phrases(self.phrase_rows))
        object.__setattr__(self, "nouns", index_nouns((*self.heads, *self.places)))

    @staticmethod
    def default() -> Lexicon:
        """The lexicon that ships with the library, read once."""
        return _shipped()

    @property
    def verbs(self) -> tuple[Verb, ...]:
        """The reporting verbs, with lemma, sense and complements."""
        return tuple(row.verb for row in self.verb_rows)

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """The fixed phrases, with form, kind and sense."""
        return tuple(dict.fromkeys(form.phrase for form in self.phrase_rows))

    def classes(self, form: str) -> frozenset[str]:
        """The classes of a function word; none for any other word."""
        return self.words.get(form, _NO_CLASS)

    def is_given_name(self, form: str) -> bool:
        """Whether a folded word is a given name."""
        return form in self.names or (form.endswith("ه") and form[:-1] + "ة" in self.names)

    def noun(self, words: tuple[str, ...]) -> Found | None:
        """The head of a speaker's phrase that folded ``words`` begin with."""
        return find_noun(self.nouns, words)


# Each part with the table that it is read from.
_PARTS: Mapping[str, tuple[str, Callable[[str, str], Any]]] = {
    "heads": ("heads.tsv", read_heads),
    "places": ("places.tsv", read_places),
    "verb_rows": ("reporting_verbs.tsv", read_verbs),
    "phrase_rows": ("cues.tsv", read_phrases),
    "words": ("words.tsv", read_words),
    "roles": ("roles.tsv", read_roles),
    "complements": ("complements.tsv", read_complements),
    "inherent": ("complements.tsv", read_inherent),
    "names": ("names.tsv", read_names),
    "acting": ("acting_verbs.tsv", read_acting),
    "common": ("common_nouns.tsv", read_common),
}


@lru_cache(maxsize=1)
def _shipped() -> Lexicon:
    tables = resources.files("quoteattr") / "tables"
    return Lexicon(
        **{
            part: read(decode((tables / name).read_bytes(), name), name)
            for part, (name, read) in _PARTS.items()
        }
    )
