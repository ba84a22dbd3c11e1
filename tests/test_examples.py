"""The articles that the documentation shows: every quote of them is found, and no name is taken for speech.

What we know to be wrong stands below with its reason and is a strict xfail.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quoteattr import extract, outside

ARTICLES = sorted((Path(__file__).parent.parent / "docs" / "examples").glob("*.json"))
# Article and first words of the content, or the words in marks: why it is not as it should be.
KNOWN = {
    ("culture", "يا زرع بلادي"): "what is recited (أنشدت) is a song, not the words of the woman who sings it",
}


def text_of(article: Path) -> str:
    return article.with_suffix(".txt").read_text(encoding="utf-8")


def expected(article: Path) -> dict[str, Any]:
    return json.loads(article.read_text(encoding="utf-8"))


def beginning(content: str) -> str:
    return " ".join(content.split()[:4])


def row(article: Path, value: Any, label: str) -> Any:
    reason = KNOWN.get((article.stem, label))
    marks = [pytest.mark.xfail(reason=reason)] if reason else []
    return pytest.param(article, value, id=f"{article.stem}: {label}", marks=marks)


@pytest.mark.parametrize(
    ("article", "wanted"),
    [
        row(article, quote, beginning(quote["content"]))
        for article in ARTICLES
        for quote in expected(article)["quotes"]
    ],
)
def test_a_quote_is_found(
    article: Path, wanted: dict[str, Any], is_found: Callable[[dict[str, Any], str], bool]
) -> None:
    assert is_found(wanted, text_of(article))


@pytest.mark.parametrize(
    ("article", "marked"),
    [row(article, marked, marked) for article in ARTICLES for marked in expected(article)["refused"]],
)
def test_a_name_in_marks_is_refused(
    article: Path, marked: str, taken_for_speech: Callable[[str, str], bool]
) -> None:
    assert not taken_for_speech(marked, text_of(article))


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.stem)
def test_there_are_no_more_quotes_than_the_article_has(article: Path) -> None:
    case = expected(article)
    taken = {marked for marked in case["refused"] if (article.stem, marked) in KNOWN}
    assert len(extract(text_of(article))) <= len(case["quotes"]) + len(taken)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.stem)
def test_the_paper_has_words_of_its_own(article: Path) -> None:
    text = text_of(article)
    own = outside(text, extract(text))
    assert 0.2 < sum(map(len, own)) / len(text) < 0.8


def test_every_known_failure_stands_in_an_article() -> None:
    rows = {
        (article.stem, beginning(q["content"])) for article in ARTICLES for q in expected(article)["quotes"]
    }
    rows |= {(article.stem, marked) for article in ARTICLES for marked in expected(article)["refused"]}
    assert set(KNOWN) <= rows
