"""Function words by class, and the prepositions that nouns bind their complements with."""

from __future__ import annotations

from quoteattr.lexicon.tables import Place, read_rows, values
from quoteattr.text.letters import fold

WORD_COLUMNS = ("id", "form", "class")
CLASSES = frozenset(
    "relative identity demonstrative pronoun day month time adverb adjunct subordinator preposition "
    "object named subordinate_time kunya address".split()
)

WordTable = dict[str, frozenset[str]]


def read_words(text: str, file: str) -> WordTable:
    """Folded word to its classes."""
    found: dict[str, set[str]] = {}
    for place, row in read_rows(text, file, WORD_COLUMNS):
        if row["class"] not in CLASSES:
            raise Place(file, place.line, "class").error(
                f"expected one of {', '.join(sorted(CLASSES))}, found {row['class']!r}"
            )
        found.setdefault(fold(row["form"]), set()).add(row["class"])
    return {form: frozenset(classes) for form, classes in found.items()}


COMPLEMENT_COLUMNS = ("lemma", "prepositions", "inherent")


def read_complements(text: str, file: str) -> dict[str, frozenset[str]]:
    """Head lemma to the prepositions that bind its complement: نائب عن، مشرف على، سفير لدى."""
    return _prepositions(text, file, "prepositions")


def read_inherent(text: str, file: str) -> dict[str, frozenset[str]]:
    """Head lemma to the prepositions that even its bare definite takes: الباحث في، المشرف على."""
    return _prepositions(text, file, "inherent")


def _prepositions(text: str, file: str, column: str) -> dict[str, frozenset[str]]:
    return {
        fold(row["lemma"]): frozenset(fold(word) for word in values(row[column]))
        for _, row in read_rows(text, file, COMPLEMENT_COLUMNS)
    }
