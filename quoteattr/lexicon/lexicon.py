"""The lexicon: all tables in one immutable value, ready for look-ups."""

from __future__ import annotations

from importlib import resources

from attrs import field, frozen

from quoteattr.lexicon.acting import ActingForm, read_acting
from quoteattr.lexicon.common import read_common
from quoteattr.lexicon.inflection import VerbForm, forms_by_surface
from quoteattr.lexicon.nouns import (
    Found,
    NounTable,
    find_noun,
    index_nouns,
    read_heads,
    read_names,
    read_places,
)
from quoteattr.lexicon.phrases import PhraseTable, index_phrases, read_phrases
from quoteattr.lexicon.verbs import read_verbs
from quoteattr.lexicon.words import WordTable, read_complements, read_inherent, read_roles, read_words
from quoteattr.values import Gender

_NO_CLASS: frozenset[str] = frozenset()


@frozen
class Lexicon:
    """The language data that the rules stand on.

    Make one with ``Lexicon.default()``. All look-ups take folded words.
    """

    verbs: dict[str, tuple[VerbForm, ...]] = field(repr=False)
    phrases: PhraseTable = field(repr=False)
    heads: NounTable = field(repr=False)
    words: WordTable = field(repr=False)
    roles: dict[str, frozenset[str]] = field(repr=False)
    complements: dict[str, frozenset[str]] = field(repr=False)
    inherent: dict[str, frozenset[str]] = field(repr=False)
    names: dict[str, Gender] = field(repr=False)
    acting: dict[str, ActingForm] = field(repr=False)
    common: dict[str, str] = field(repr=False)

    @classmethod
    def default(cls) -> Lexicon:
        """The lexicon that ships with the library."""
        tables = resources.files("quoteattr") / "tables"

        def table(name: str) -> tuple[str, str]:
            return (tables / name).read_text(encoding="utf-8"), name

        complements = table("complements.tsv")
        return cls(
            verbs=forms_by_surface(read_verbs(*table("reporting_verbs.tsv"))),
            phrases=index_phrases(read_phrases(*table("cues.tsv"))),
            heads=index_nouns([*read_heads(*table("heads.tsv")), *read_places(*table("places.tsv"))]),
            words=read_words(*table("words.tsv")),
            roles=read_roles(*table("roles.tsv")),
            complements=read_complements(*complements),
            inherent=read_inherent(*complements),
            names=read_names(*table("names.tsv")),
            acting=read_acting(*table("acting_verbs.tsv")),
            common=read_common(*table("common_nouns.tsv")),
        )

    def classes(self, form: str) -> frozenset[str]:
        """The classes of a function word; none for any other word."""
        return self.words.get(form, _NO_CLASS)

    def is_given_name(self, form: str) -> bool:
        """Whether a folded word is a given name."""
        return form in self.names or (form.endswith("ه") and form[:-1] + "ة" in self.names)

    def noun(self, words: tuple[str, ...]) -> Found | None:
        """The head of a speaker's phrase that ``words`` begin with."""
        return find_noun(self.heads, words)
