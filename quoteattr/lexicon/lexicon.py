"""The lexicon: all tables in one immutable value, ready for look-ups."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from os import PathLike
from pathlib import Path
from typing import Any, TypeVar

from attrs import Factory, evolve, field, frozen

from quoteattr.lexicon.acting import ActingForm, read_acting
from quoteattr.lexicon.common_nouns import read_common
from quoteattr.lexicon.conjugation import row_of
from quoteattr.lexicon.inflection import VerbForm, forms_by_surface, inflect
from quoteattr.lexicon.nouns import (
    Found,
    Head,
    NounTable,
    check_head,
    index_nouns,
    read_heads,
    read_names,
    read_places,
)
from quoteattr.lexicon.phrases import Phrase, PhraseForm, PhraseTable, index_phrases, read_phrases
from quoteattr.lexicon.tables import Place, decode, fold_words
from quoteattr.lexicon.verbs import SHADDA, Verb, VerbRow, read_verbs, with_shadda
from quoteattr.lexicon.vocabulary import Tables, Vocabulary, is_given_name
from quoteattr.lexicon.words import read_complements, read_inherent, read_roles, read_words
from quoteattr.text.letters import fold
from quoteattr.values import Gender

_NO_CLASS: frozenset[str] = frozenset()
_Sets = Mapping[str, frozenset[str]]


@frozen
class Lexicon:
    """The language data that the rules stand on: immutable, comparable, safe to share.

    ``verbs``, ``heads``, ``places`` and ``phrases`` are what it knows, in the order of the tables.
    The other attributes are look-ups by folded word for the stages, and no part of the public API.
    """

    heads: tuple[Head, ...]
    places: tuple[Head, ...]
    verb_rows: tuple[VerbRow, ...]
    phrase_rows: tuple[PhraseForm, ...]
    words: _Sets = field(hash=False)
    roles: _Sets = field(hash=False)
    complements: _Sets = field(hash=False)
    inherent: _Sets = field(hash=False)
    names: Mapping[str, Gender] = field(hash=False)
    acting: Mapping[str, ActingForm] = field(hash=False)
    common: Mapping[str, str] = field(hash=False)
    # Made of the entries above; whoever changes these makes the look-up anew.
    verb_forms: Mapping[str, tuple[VerbForm, ...]] = field(
        eq=False, default=Factory(lambda self: forms_by_surface(self.verb_rows), takes_self=True)
    )
    phrase_forms: PhraseTable = field(
        eq=False, default=Factory(lambda self: index_phrases(self.phrase_rows), takes_self=True)
    )
    nouns: NounTable = field(
        eq=False, default=Factory(lambda self: index_nouns((*self.heads, *self.places)), takes_self=True)
    )

    vocabulary: Vocabulary = field(
        init=False,
        eq=False,
        repr=False,
        default=Factory(lambda self: Vocabulary(self._tables()), takes_self=True),
    )

    def __repr__(self) -> str:
        nouns = len(self.heads) + len(self.places)
        return f"Lexicon({len(self.verb_rows)} verbs, {len(self.phrases)} phrases, {nouns} nouns)"

    @staticmethod
    def default() -> Lexicon:
        """The lexicon that ships with the library, read once."""
        return _shipped()

    @classmethod
    def from_tables(cls, folder: str | PathLike[str]) -> Lexicon:
        """A lexicon from a folder of tables with the names and columns of those that ship.

        A table in the folder stands in the place of ours, line for line; what the folder does not
        hold is as in ``default()``. The counts of ``confidence.tsv`` are no part of a lexicon and not
        read; any other ``.tsv`` file whose name is not that of a table is an error. Raises
        LexiconError naming file, line, column and what was expected; then nothing is loaded.
        """
        found = {path.name: path for path in sorted(Path(folder).glob("*.tsv")) if path.name not in _NOT_READ}
        known = {name for name, _ in _PARTS.values()}
        for name, path in found.items():
            if name not in known:
                raise Place(str(path)).error(f"expected one of the tables {', '.join(sorted(known))}")
        if not found:
            raise Place(str(folder)).error(f"expected a folder with any of {', '.join(sorted(known))}")
        parts = {part: getattr(cls.default(), part) for part in _PARTS}
        return cls(**parts | _read_parts({name: (str(path), path) for name, path in found.items()}))

    def with_verbs(self, *verbs: Verb) -> Lexicon:
        """This lexicon with more reporting verbs, in all their forms.

        Raises LexiconError naming the verb and the field that is wrong, or the verb that is here
        already.
        """
        rows = {with_shadda(row.verb.vocalised): row for row in self.verb_rows}
        added: list[VerbRow] = []
        for verb in verbs:
            row = row_of(_expected(verb, Verb))
            inflect(row)  # names the verb whose homographs are no forms of it
            key = with_shadda(row.verb.vocalised)
            if key in rows:
                raise row.place.error(f"this lexicon has it already; take it out by without({key!r})")
            rows[key] = row
            added.append(row)
        every = (*self.verb_rows, *added)
        return evolve(self, verb_rows=every, verb_forms=forms_by_surface(every))

    def with_heads(self, *heads: Head) -> Lexicon:
        """This lexicon with more nouns that can head a speaker's phrase, or names (``proper``).

        Raises LexiconError naming the noun and the field that is wrong, or the noun that is here
        already.
        """
        known = {fold_words(head.form) for head in (*self.heads, *self.places)}
        for head in heads:
            place = check_head(_expected(head, Head))
            if fold_words(head.form) in known:
                raise place.error(f"this lexicon has it already; take it out by without({head.form!r})")
            known.add(fold_words(head.form))
        # Before ours: a form that one of ours has by rule (a dual) is the caller's.
        every = (*heads, *self.heads)
        return evolve(self, heads=every, nouns=index_nouns((*every, *self.places)))

    def without(self, *lemmas: str) -> Lexicon:
        """This lexicon without the verbs, phrases, heads and places of these lemmas.

        A fixed phrase or a single form of a noun (``وزيرة``) is named by itself; a shadda names one
        of two verbs that are written alike (``ذكّر``). Raises LexiconError for a lemma that is not here.
        """
        rows, phrases, heads, places = self.verb_rows, self.phrase_rows, self.heads, self.places
        for lemma in lemmas:
            words, before = fold_words(lemma), len(rows) + len(phrases) + len(heads) + len(places)
            rows = tuple(row for row in rows if not _is_verb(row.verb, lemma))
            phrases = tuple(form for form in phrases if fold_words(form.phrase.form) != words)
            heads, places = _without_noun(heads, words), _without_noun(places, words)
            if len(rows) + len(phrases) + len(heads) + len(places) == before:
                raise Place(f"lemma {lemma!r}").error("no verb, phrase, head or place of this lexicon")
        parts = {part: getattr(self, part) for part in _PARTS}
        left = {"verb_rows": rows, "phrase_rows": phrases, "heads": heads, "places": places}
        return Lexicon(**parts | left)

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
        return is_given_name(self.names, form)

    def noun(self, words: tuple[str, ...]) -> Found | None:
        """The head of a speaker's phrase that folded ``words`` begin with."""
        entries = self.vocabulary[words[0]].nouns
        return next((found for following, found in entries if words[1 : found.words] == following), None)

    def _tables(self) -> Tables:
        return Tables(
            self.nouns,
            self.words,
            self.names,
            self.common,
            self.acting,
            self.verb_forms,
            self.phrase_forms,
            self.roles["complementiser"],
            frozenset().union(*self.roles.values()),
        )


_T = TypeVar("_T")


def _expected(value: object, kind: type[_T]) -> _T:
    if not isinstance(value, kind):
        raise TypeError(f"expected a {kind.__name__}, got {type(value).__name__}")
    return value


def _is_verb(verb: Verb, lemma: str) -> bool:
    alike = fold(verb.lemma) == fold(lemma)
    return alike and (SHADDA not in lemma or with_shadda(verb.vocalised) == with_shadda(lemma))


def _without_noun(heads: tuple[Head, ...], words: tuple[str, ...]) -> tuple[Head, ...]:
    return tuple(head for head in heads if words not in (fold_words(head.lemma), fold_words(head.form)))


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
_NOT_READ = frozenset(("confidence.tsv",))


def _read_parts(files: Mapping[str, tuple[str, Traversable]]) -> dict[str, Any]:
    """The parts of a lexicon that tables hold: each table by its name, with its name for messages."""
    texts: dict[str, str] = {}
    for name, (label, file) in files.items():
        try:
            texts[name] = decode(file.read_bytes(), label)
        except OSError as error:
            raise Place(label).error(f"expected a table: {error.strerror}") from error
    return {part: read(texts[name], files[name][0]) for part, (name, read) in _PARTS.items() if name in texts}


@lru_cache(maxsize=1)
def _shipped() -> Lexicon:
    tables = resources.files("quoteattr") / "tables"
    return Lexicon(**_read_parts({name: (name, tables / name) for name, _ in _PARTS.values()}))
