"""A text written in two ways, with the places of the one in the other."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from attrs import field, frozen

from quoteattr.values import Span


@frozen(order=True)
class Change:
    """A stretch of a text, in code points, half open, and what stands there instead.

    Where ``start`` is ``end``, ``text`` is put in.
    """

    start: int
    end: int
    text: str


def _in_order(changes: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(sorted(changes))


@frozen
class Variation:
    """A text and what changes make of it; spans of the one are found in the other by counting.

    Raises ValueError where a change lies outside the text or two of them overlap.

    >>> Variation("قال الوزير", [Change(0, 0, "و")]).after
    'وقال الوزير'
    """

    before: str
    changes: tuple[Change, ...] = field(converter=_in_order)
    after: str = field(init=False)

    def __attrs_post_init__(self) -> None:
        for change in self.changes:
            if not 0 <= change.start <= change.end <= len(self.before):
                raise ValueError(f"{change} lies outside the text of {len(self.before)} code points")
        for one, other in pairwise(self.changes):
            if other.start < one.end:
                raise ValueError(f"{one} and {other} overlap")
        pieces, at = [], 0
        for change in self.changes:
            pieces += [self.before[at : change.start], change.text]
            at = change.end
        object.__setattr__(self, "after", "".join((*pieces, self.before[at:])))

    def start(self, at: int) -> int:
        """Where a span that begins at ``at`` begins in the new text: behind what is put in there."""
        return at + sum(_growth(change) for change in self.changes if change.end <= at) + self._inside(at, 0)

    def end(self, at: int) -> int:
        """Where a span that ends at ``at`` ends in the new text: before what is put in there."""
        done = (change for change in self.changes if change.end <= at and change.start < at)
        return at + sum(map(_growth, done)) + self._inside(at, 1)

    def place(self, span: Span) -> tuple[int, int]:
        """The code points of a span in the new text; a stretch that changed is taken whole."""
        return self.start(span.start), max(self.start(span.start), self.end(span.end))

    def _inside(self, at: int, side: int) -> int:
        """How far the beginning (0) or the end (1) of the change around ``at`` is from it."""
        for change in self.changes:
            if change.start < at < change.end:
                return change.start - at + side * len(change.text)
        return 0


def _growth(change: Change) -> int:
    return len(change.text) - (change.end - change.start)
