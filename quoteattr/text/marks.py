"""Quotation marks: which opens, which closes, which pair together, which stand alone.

Unicode categories do not tell opening from closing in Arabic text: ” opens in the standard pair
of Arabic (CLDR ” … “), « is typed both ways round, " has no side at all. So a mark is read from
what stands on each side of it, and its own direction decides only where that leaves a doubt.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from quoteattr.text.tokens import BREAK, Tokens, is_word

# A family holds the signs that can close one another: “…″ is a slip of the keyboard, «…" is not.
_DOUBLE, _GUILLEMET, _ANGLE, _SINGLE, _ROUND, _VERSE = (
    "double",
    "guillemet",
    "angle",
    "single",
    "round",
    "verse",
)
# The side a sign takes where its neighbours leave a doubt; 0 for the signs that have none.
FAMILIES: dict[str, tuple[str, int]] = {
    "«": (_GUILLEMET, 1), "»": (_GUILLEMET, -1),
    "‹": (_ANGLE, 1), "›": (_ANGLE, -1),
    **dict.fromkeys('"“”‟″❝❞＂〝〞〟', (_DOUBLE, 0)), "''": (_DOUBLE, 0),
    "„": (_DOUBLE, 1), "⹂": (_DOUBLE, 1),
    **dict.fromkeys("'‘’‛`´❛❜′", (_SINGLE, 0)), "‚": (_SINGLE, 1),
    "((": (_ROUND, 1), "))": (_ROUND, -1),
    "﴿": (_VERSE, 1), "﴾": (_VERSE, -1),
}  # fmt: skip

# A clitic may be glued to the mark that opens after it: بـ"إجراءات"، ال«ناتو».
_CLITICS = frozenset("ب ل ك و ف ال بال لل وال كال فال ول وب ولل".split())
_BEFORE_OPENING = frozenset("([{-–—:،,؛/") | frozenset(FAMILIES)
_AFTER_CLOSING = frozenset(")]}-–—:،,؛;.!؟?…/٪%") | frozenset(FAMILIES)
_PHRASE_END = frozenset(".!؟?…،,؛")
_SENTENCE_END = frozenset(".!؟?")


@frozen
class Pair:
    """A marked stretch: token indices of its marks.

    ``close`` is the closing mark; for an unclosed one it is where the stretch was taken to end,
    and ``closed`` is false. The content is ``open + 1`` up to ``close``.
    """

    open: int
    close: int
    family: str
    depth: int
    closed: bool = True


@frozen
class Marking:
    """All marked stretches of a text in the order of their opening, and the marks left over."""

    pairs: tuple[Pair, ...]
    strays: tuple[int, ...]


def pair_marks(tokens: Tokens) -> Marking:
    """Pair the quotation marks of a text, paragraph by paragraph."""
    pairs: list[Pair] = []
    strays: list[int] = []
    pending: Pair | None = None
    for first, last in _lines(tokens.forms):
        found, left, single = _pair_line(tokens, first, last)
        if pending is not None:
            pending, left = _carry_over(tokens, pending, pairs, found, left, last)
        strays.extend(left)
        strays.extend(single)
        pairs.extend(found)
        unclosed = [pair for pair in found if not pair.closed and pair.close == last]
        if unclosed:
            pending = unclosed[0]
    pairs.sort(key=lambda pair: pair.open)
    return Marking(tuple(pairs), tuple(sorted(strays)))


def _lines(forms: Sequence[str]) -> Iterator[tuple[int, int]]:
    first = 0
    for index, form in enumerate(forms):
        if form == BREAK:
            if index > first:
                yield first, index
            first = index + 1
    if first < len(forms):
        yield first, len(forms)


def _pair_line(tokens: Tokens, first: int, last: int) -> tuple[list[Pair], list[int], list[int]]:
    """Pairs, closing marks without a partner, and lone single marks (mostly apostrophes)."""
    stack: list[tuple[int, str]] = []
    pairs: list[Pair] = []
    strays: list[int] = []
    for index in [at for at in range(first, last) if tokens.forms[at] in FAMILIES]:
        family, side = FAMILIES[tokens.forms[index]]
        opens, closes = _sides(tokens, index, first, last)
        if family == _SINGLE and not opens and not closes:
            continue  # an apostrophe or a transliterated ع
        within = next((depth for depth in range(len(stack) - 1, -1, -1) if stack[depth][1] == family), None)
        if opens and closes:
            opens, closes = side > 0, side < 0
        closing = closes or (not opens and side <= 0) or (side < 0 and not opens)
        if within is not None and closing:
            pairs.append(Pair(stack[within][0], index, family, within))
            del stack[within:]
        elif opens or side > 0 or (not closing and family != _SINGLE):
            stack.append((index, family))
        elif within is None and not closes and side == 0 and family != _SINGLE:
            stack.append((index, family))  # blanks on both sides, nothing open: it opens
        elif strays and not any(tokens.forms[i] in _SENTENCE_END for i in range(strays[-1], index)):
            # فيلم" أيام في القرية", : the blank stands on the wrong side of the opening mark
            pairs.append(Pair(strays.pop(), index, family, 0))
        else:
            strays.append(index)
    lone = [index for index, family in stack if family in (_SINGLE, _ROUND)]
    unclosed = [(index, family) for index, family in stack if family not in (_SINGLE, _ROUND)]
    pairs.sort(key=lambda pair: pair.open)
    ends = _recovered_ends(tokens, pairs, [index for index, _ in unclosed], last)
    recovered = [
        Pair(index, end, family, 0, closed=False) for (index, family), end in zip(unclosed, ends, strict=True)
    ]
    return _nested([*pairs, *recovered]), strays, lone


def _nested(pairs: list[Pair]) -> list[Pair]:
    """The pairs in the order of their opening, each with the number of those around it."""
    placed: list[Pair] = []
    around: list[int] = []
    for pair in sorted(pairs, key=lambda pair: pair.open):
        while around and around[-1] <= pair.open:
            around.pop()
        placed.append(evolve(pair, depth=len(around)))
        around.append(pair.close)
    return placed


def _sides(tokens: Tokens, index: int, first: int, last: int) -> tuple[bool, bool]:
    """Whether the neighbours make this mark an opening one, and whether a closing one."""
    forms = tokens.forms
    glued_before = index > first and tokens.adjacent(index)
    glued_after = index + 1 < last and tokens.adjacent(index + 1)
    before = forms[index - 1] if index > first else BREAK
    after = forms[index + 1] if index + 1 < last else BREAK
    free_before = not glued_before or before in _BEFORE_OPENING or before in _CLITICS
    free_after = not glued_after or after in _AFTER_CLOSING
    opens = free_before and glued_after and (is_word(after) or after in FAMILIES or after in "([")
    closes = (
        glued_before
        and free_after
        and (is_word(before) or before in _PHRASE_END or before in FAMILIES or before in ")]")
    )
    if opens and closes and before in "،,؛:":
        closes = False  # …،"قال: the comma before an opening mark
    return opens, closes


def _recovered_ends(tokens: Tokens, pairs: list[Pair], opened: list[int], last: int) -> list[int]:
    """Where stretches that nobody closed are taken to end: before the next pair, or with the line."""
    starts = [pair.open for pair in pairs]
    ends: list[int] = []
    for index in opened:
        at = bisect_right(starts, index)
        end = starts[at] if at < len(starts) else last
        stop = end
        if end < last:
            # The stop before the next pair; one that an earlier mark found serves the next mark too.
            known = ends[-1] if ends and ends[-1] > index + 2 and ends[-1] <= end else 0
            stop = known or next(
                (cut + 1 for cut in range(end - 1, index + 1, -1) if tokens.forms[cut] in _PHRASE_END), end
            )
        ends.append(stop)
    return ends


def _carry_over(
    tokens: Tokens,
    pending: Pair,
    pairs: list[Pair],
    found: list[Pair],
    left: list[int],
    last: int,
) -> tuple[Pair | None, list[int]]:
    """Let a stretch that was open at the end of a line close in the next one.

    It closes at the first closing mark without a partner, where nothing opens before it. Where a
    line ends without a full stop and the next has no mark at all, the speech went on over it.
    """
    at = next(at for at in range(len(pairs) - 1, -1, -1) if pairs[at] is pending)  # near the end
    closing = [index for index in left if not any(pair.open < index for pair in found)]
    if closing:
        pairs[at] = Pair(pending.open, closing[0], pending.family, pending.depth)
        return None, [index for index in left if index != closing[0]]
    ended = tokens.forms[pending.close - 1] in _PHRASE_END or tokens.forms[pending.close - 1] in "»"
    if not found and not ended:
        pairs[at] = Pair(pending.open, last, pending.family, pending.depth, closed=False)
        return pairs[at], left  # lines broken by hand: it may close in one after
    return None, left


def surroundings(length: int, marking: Marking) -> tuple[Pair | None, ...]:
    """For each token the innermost marked stretch around it."""
    around: list[Pair | None] = []
    within: list[Pair] = []  # the last one opened is the innermost
    coming = deque(marking.pairs)
    for index in range(length):
        while coming and coming[0].open < index:
            within.append(coming.popleft())
        while within and within[-1].close <= index:
            within.pop()
        around.append(within[-1] if within else None)
    return (*around, None)
