"""Confidence: the measured share of right answers among decisions of the same sort."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from importlib import resources

from attrs import field, frozen

from quoteattr.lexicon.tables import Place, read_rows
from quoteattr.values import Basis

COLUMNS = ("sort", "right", "total")
# A sort borrows from the wider one as if it had seen that many decisions of it, so a rare one claims little.
_BORROWED = 30
# The counts come from articles that the rules were written on. On articles that nobody had seen, wrong
# answers were this many times as likely, against right ones: 37 of 239 where 23 were expected.
_UNSEEN = 1.6
_SEPARATOR = " / "


@frozen
class Confidence:
    """Counts of right answers by sort of decision: the rule, how the speaker was found, over what path.

    A sort is smoothed towards all decisions with its basis and path, whatever the rule, and those
    towards all decisions.
    """

    counts: dict[str, tuple[int, int]] = field(repr=False)
    _wider: dict[str, tuple[int, int]] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        right: Counter[str] = Counter()
        total: Counter[str] = Counter()
        for sort, (correct, seen) in self.counts.items():
            for wider in ("", _without_rule(sort)):
                right[wider] += correct
                total[wider] += seen
        object.__setattr__(self, "_wider", {wider: (right[wider], total[wider]) for wider in total})

    @classmethod
    def default(cls) -> Confidence:
        """The counts that ship with the library."""
        name = "confidence.tsv"
        return cls.read((resources.files("quoteattr") / "tables" / name).read_text(encoding="utf-8"), name)

    @classmethod
    def read(cls, text: str, file: str) -> Confidence:
        """Read a table of counts; raises LexiconError where a count is no number."""
        counts: dict[str, tuple[int, int]] = {}
        for place, row in read_rows(text, file, COLUMNS):
            for column in ("right", "total"):
                if not row[column].isdecimal():
                    raise Place(file, place.line, column).error(f"expected a number, found {row[column]!r}")
            counts[row["sort"]] = (int(row["right"]), int(row["total"]))
        return cls(counts)

    def of(self, sort: str) -> float:
        """The share of right answers to expect among decisions of a sort, between 0 and 1."""
        share = _smoothed(self._wider, "", 0.5)
        share = _smoothed(self._wider, _without_rule(sort), share)
        share = _smoothed(self.counts, sort, share)
        return round(share / (share + _UNSEEN * (1 - share)), 3)


def sort_of(rule: str, basis: Basis | None, path: str = "") -> str:
    """The name of a sort of decision: the rule, how the speaker was found, and the path to it."""
    parts: Iterable[str] = (rule, basis.value if basis else "unknown", path)
    return _SEPARATOR.join(part for part in parts if part)


def _without_rule(sort: str) -> str:
    return sort.partition(_SEPARATOR)[2]


def _smoothed(counts: Mapping[str, tuple[int, int]], sort: str, wider: float) -> float:
    right, total = counts.get(sort, (0, 0))
    return (right + _BORROWED * wider) / (total + _BORROWED)
