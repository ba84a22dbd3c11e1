"""Confidence is looked up among measured counts; the table that ships has one for every sort of weight."""

from __future__ import annotations

import pytest

from quoteattr.confidence import Confidence
from quoteattr.errors import LexiconError
from quoteattr.values import Basis

TABLE = "sort\tright\ttotal\nmarks after the verb / mention\t8\t8\nneighbour / neighbour\t1\t3\n"


@pytest.mark.parametrize(
    ("rule", "basis", "share"),
    [
        pytest.param("marks after the verb", Basis.MENTION, 0.9, id="always right so far"),
        pytest.param("neighbour", Basis.NEIGHBOUR, 0.4, id="right once in three"),
        pytest.param("neighbour", None, 0.5, id="never measured"),
    ],
)
def test_the_smoothed_share(rule: str, basis: Basis | None, share: float) -> None:
    assert Confidence.read(TABLE, "t.tsv").of(rule, basis) == share


@pytest.mark.parametrize("row", ["x / mention\tmany\t3", "x / mention\t1\t-3", "x / mention\t1\t2.5"])
def test_counts_are_numbers(row: str) -> None:
    with pytest.raises(LexiconError, match=r"t\.tsv, line 2, .*expected a number"):
        Confidence.read(f"sort\tright\ttotal\n{row}\n", "t.tsv")


def test_no_sort_is_right_more_often_than_it_occurs() -> None:
    counts = Confidence.default().counts
    assert counts
    assert all(0 <= right <= total and total for right, total in counts.values())


def test_the_main_road_is_measured() -> None:
    shipped = Confidence.default()
    assert shipped.of("complementiser and clause", Basis.MENTION) > 0.8
    assert shipped.of("colon and marks", Basis.NULL_SUBJECT) > 0.5
