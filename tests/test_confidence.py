"""Confidence is looked up among measured counts, a rare sort leaning on the wider one; it filters quotes."""

from __future__ import annotations

import pytest

import quoteattr
from quoteattr.confidence import Confidence, sort_of
from quoteattr.errors import LexiconError
from quoteattr.values import Basis

TABLE = (
    "sort\tright\ttotal\n"
    "marks after the verb / mention / plain\t96\t100\n"
    "relay / mention / plain\t1\t2\n"
    "neighbour / neighbour\t1\t3\n"
)


@pytest.mark.parametrize(
    ("rule", "basis", "path", "name"),
    [
        pytest.param("relay", Basis.MENTION, "plain", "relay / mention / plain", id="all three"),
        pytest.param("headline", Basis.HEADING, "", "headline / heading", id="no path"),
        pytest.param("relay", None, "", "relay / unknown", id="no speaker"),
    ],
)
def test_the_name_of_a_sort(rule: str, basis: Basis | None, path: str, name: str) -> None:
    assert sort_of(rule, basis, path) == name


@pytest.mark.parametrize(
    ("sort", "low", "high"),
    [
        pytest.param("marks after the verb / mention / plain", 0.9, 0.96, id="often seen: its own share"),
        pytest.param("relay / mention / plain", 0.8, 0.93, id="seldom seen: leans on what its path is worth"),
        pytest.param("bare words / mention / plain", 0.85, 0.95, id="never seen: what its path is worth"),
        pytest.param("neighbour / neighbour", 0.5, 0.8, id="seldom right, seldom seen"),
        pytest.param("bare words / pronoun / verb, 1", 0.7, 0.85, id="nothing like it seen: all decisions"),
    ],
)
def test_the_smoothed_share(sort: str, low: float, high: float) -> None:
    assert low <= Confidence.read(TABLE, "t.tsv").of(sort) <= high


def test_without_any_count_nothing_is_claimed() -> None:
    assert Confidence.read("sort\tright\ttotal\n", "t.tsv").of("relay / mention / plain") < 0.5


@pytest.mark.parametrize("row", ["x / mention\tmany\t3", "x / mention\t1\t-3", "x / mention\t1\t2.5"])
def test_counts_are_numbers(row: str) -> None:
    with pytest.raises(LexiconError, match=r"t\.tsv, line 2, .*expected a number"):
        Confidence.read(f"sort\tright\ttotal\n{row}\n", "t.tsv")


def test_no_sort_is_right_more_often_than_it_occurs() -> None:
    counts = Confidence.default().counts
    assert counts
    assert all(0 <= right <= total and total for right, total in counts.values())


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        pytest.param(
            "قال الوزير سامي الحداد إن الطريق مفتوح.",
            "قال الوزير سامي الحداد إن الطريق مفتوح. وسافر الوفد. وعاد الوفد. وأضاف أن العمل مستمر.",
            id="a subject beside its verb, and one three sentences back",
        ),
        pytest.param(
            "قال الوزير سامي الحداد: «لن نتراجع».",
            "قال الوزير سامي الحداد إن الطريق مفتوح. وقال لا نتراجع عن هذا القرار أبداً.",
            id="a colon and marks, and bare words",
        ),
    ],
)
def test_the_longer_path_is_less_sure(surer: str, less_sure: str) -> None:
    assert quoteattr.extract(surer)[0].confidence > quoteattr.extract(less_sure)[-1].confidence


TWO = "قال الوزير سامي الحداد إن الطريق مفتوح. وقال لا نتراجع عن هذا القرار أبداً."


def test_a_threshold_keeps_what_is_sure() -> None:
    every = quoteattr.extract(TWO)
    between = (every[0].confidence + every[1].confidence) / 2
    assert quoteattr.extract(TWO, min_confidence=between) == every[:1]
    assert quoteattr.extract(TWO, min_confidence=0.0) == every


@pytest.mark.parametrize("share", [-0.1, 1.1, float("nan")])
def test_a_threshold_is_a_share(share: float) -> None:
    with pytest.raises(ValueError, match="min_confidence: expected a share from 0 to 1"):
        quoteattr.extract(TWO, min_confidence=share)


def test_what_was_nested_in_a_quote_left_out_has_no_parent() -> None:
    text = "وقال إن الوزير سامي الحداد أكد أن الطريق مفتوح."
    outer, inner = quoteattr.extract(text)
    assert inner.parent == 0
    assert outer.confidence < inner.confidence
    (left,) = quoteattr.extract(text, min_confidence=inner.confidence)
    assert left.content == inner.content
    assert left.parent is None


def test_each_quote_has_the_sort_it_was_looked_up_by() -> None:
    extractor = quoteattr.Extractor()
    for quote, sort in extractor.graded(TWO):
        assert sort.startswith(quote.rule)
        assert quote.confidence == Confidence.default().of(sort)
