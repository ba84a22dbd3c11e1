"""What is said in the texts, and paragraphs in which nobody says anything."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

from hypothesis import strategies as st

from quoteattr.lexicon.tables import read_rows


@lru_cache(maxsize=1)
def _tables() -> tuple[tuple[str, ...], tuple[str, ...]]:
    name = "contents.tsv"
    table = (resources.files("quoteattr.testing") / "tables" / name).read_text(encoding="utf-8")
    rows = [row for _, row in read_rows(table, name, ("id", "class", "text"))]
    said, silent = (tuple(row["text"] for row in rows if row["class"] == kind) for kind in ("said", "silent"))
    return said, silent


def contents() -> st.SearchStrategy[str]:
    """Sentences as newspapers write them, without a full stop, marks or reported speech in them.

    Each begins with a noun, so that it can stand after ``أن`` as well as in marks.
    """
    return st.sampled_from(_tables()[0])


def silent_paragraphs() -> st.SearchStrategy[str]:
    """Paragraphs of news in which nobody speaks and no person is named."""
    return st.sampled_from(_tables()[1])
