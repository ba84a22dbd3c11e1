"""The laws: what may change in a text without changing who says what in it.

Each law is a function that takes a text and what to change in it, asks an extractor about both
writings and raises ``LawError`` where the answers differ. ``LAWS`` lists them with the strategies of
what to change, so that one test holds an extractor to all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from attrs import field, frozen
from hypothesis import strategies as st

from quoteattr.testing.documents import documents
from quoteattr.testing.laws.articles import (
    article_follows,
    paragraph_comes,
    paragraphs_to_come,
    text_ends,
)
from quoteattr.testing.laws.spelling import (
    STYLES,
    diacritics,
    diacritics_change,
    hamza_changes,
    hamzas,
    marks_change,
)
from quoteattr.testing.laws.words import (
    conjunction_comes,
    name_changes,
    names_to_change,
    verb_changes,
    verbs_to_change,
    verbs_to_join,
)

Arguments = Callable[[str], st.SearchStrategy[tuple[Any, ...]]]


@frozen
class Law:
    """A law with the strategy of what it changes.

    ``check`` is the function of the law; ``arguments`` takes the text and gives a strategy of the
    arguments that follow it, one that yields nothing where the text has nothing to change.
    """

    name: str
    check: Callable[..., None] = field(repr=False)
    arguments: Arguments = field(repr=False)


@lru_cache(maxsize=1)
def _articles() -> st.SearchStrategy[tuple[Any, ...]]:
    return st.tuples(documents(most=2).map(lambda told: told.text))


LAWS: tuple[Law, ...] = (
    Law("marks change", marks_change, lambda text: st.tuples(st.sampled_from(STYLES))),
    Law("diacritics change", diacritics_change, lambda text: st.tuples(diacritics(text))),
    Law("hamza changes", hamza_changes, lambda text: st.tuples(hamzas(text))),
    Law("name changes", name_changes, names_to_change),
    Law("verb changes", verb_changes, verbs_to_change),
    Law("conjunction comes", conjunction_comes, verbs_to_join),
    Law("paragraph comes", paragraph_comes, paragraphs_to_come),
    Law("article follows", article_follows, lambda _: _articles()),
    Law("text ends", text_ends, lambda text: st.tuples(st.integers(0, len(text)))),
)

__all__ = [
    "LAWS",
    "STYLES",
    "Law",
    "article_follows",
    "conjunction_comes",
    "diacritics",
    "diacritics_change",
    "hamza_changes",
    "hamzas",
    "marks_change",
    "name_changes",
    "names_to_change",
    "paragraph_comes",
    "paragraphs_to_come",
    "text_ends",
    "verb_changes",
    "verbs_to_change",
    "verbs_to_join",
]
