"""Confidence: the measured share of right answers among decisions of the same sort."""

from __future__ import annotations

from importlib import resources

from attrs import field, frozen

from quoteattr.lexicon.tables import Place, read_rows
from quoteattr.values import Basis

COLUMNS = ("sort", "right", "total")
# One right and one wrong answer are added to each sort, so that a rare one claims little (Laplace).
_ADDED_RIGHT, _ADDED = 1, 2


@frozen
class Confidence:
    """Counts of right answers, by rule and by how the speaker was found."""

    counts: dict[str, tuple[int, int]] = field(repr=False)

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

    def of(self, rule: str, basis: Basis | None) -> float:
        """The smoothed share of right answers for a rule and a basis, between 0 and 1."""
        right, total = self.counts.get(sort_of(rule, basis), (0, 0))
        return round((right + _ADDED_RIGHT) / (total + _ADDED), 3)


def sort_of(rule: str, basis: Basis | None) -> str:
    """The name of a sort of decision: the rule and how the speaker was found."""
    return f"{rule} / {basis.value if basis else 'unknown'}"
