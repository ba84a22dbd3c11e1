"""Which contents hold a token, asked of all drafts of a page at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from attrs import frozen

from quoteattr.rules.rule import Draft


@frozen
class Contents:
    """Where the contents of drafts begin and where they end, each in order by itself."""

    firsts: Sequence[int]
    lasts: Sequence[int]

    @classmethod
    def of(cls, drafts: Iterable[Draft]) -> Contents:
        """The contents of these drafts; an empty one holds nothing."""
        return cls.over((draft.first, draft.last) for draft in drafts)

    @classmethod
    def over(cls, ranges: Iterable[tuple[int, int]]) -> Contents:
        """The same of token ranges, half open."""
        holding = [(first, last) for first, last in ranges if first < last]
        return cls(sorted(first for first, _ in holding), sorted(last for _, last in holding))

    def holding(self, index: int) -> int:
        """How many contents hold the token: those begun without those ended."""
        return bisect_right(self.firsts, index) - bisect_right(self.lasts, index)
