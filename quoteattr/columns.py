"""A table for a terminal whose cells may be Arabic.

Two things go wrong with right-to-left text in columns: harakat and other signs without a width of
their own make a padded cell too short, and the bidirectional algorithm of the terminal reorders the
cells of a row among themselves. Widths are therefore counted in columns of the screen, and each cell
with right-to-left text can be put between isolates, which the algorithm treats as one unknown sign.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

GAP = "  "
LEAST_OF_LAST = 16

_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
# Format characters that are drawn all the same: the number and year signs, the end of an aya.
_DRAWN = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u08e2")
# Embeddings and isolates inside a cell could close the isolate around it.
_BIDI_CONTROLS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def width(text: str) -> int:
    """How many columns of a terminal ``text`` takes, combining marks and format characters none."""
    return sum(map(_width_of, text))


def _width_of(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf") and char not in _DRAWN:
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def one_line(text: str) -> str:
    """``text`` safe for one cell.

    Runs of blanks and line ends become one blank, other control characters the replacement sign (a
    text must not be able to command the terminal), and embeddings and isolates are left out.
    """
    flat = " ".join(text.split()).translate(_BIDI_CONTROLS)
    return "".join("\ufffd" if unicodedata.category(char) == "Cc" else char for char in flat)


def shorten(text: str, most: int) -> str:
    """``text`` in at most ``most`` columns, ``…`` for what was cut; no letter loses its own marks."""
    if width(text) <= most:
        return text
    kept, used = [], 0
    for char in text:
        used += _width_of(char)
        if used > most - 1:
            break
        kept.append(char)
    return "".join(kept).rstrip() + "…"


def wrap(text: str, most: int) -> list[str]:
    """``text`` on as many lines as it needs, broken between words; a word that is too long is shortened."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".lstrip()
        if width(longer) <= most or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return [shorten(line, most) for line in lines]


def table(
    rows: Sequence[Sequence[str]],
    most: Sequence[int],
    columns: int,
    *,
    isolate: bool,
    wrapped: bool = False,
) -> Iterator[str]:
    """The lines of a table, the first row its heading.

    Args:
        rows: the cells, as many in each row.
        most: the greatest width of every column but the last, in columns of the screen.
        columns: the width of the screen; the last column gets what the others leave of it, though
            never less than ``LEAST_OF_LAST``.
        isolate: put cells with right-to-left text between isolates (U+2068, U+2069).
        wrapped: go on below where the last cell is too long, in place of shortening it.

    Yields:
        One line a row, more where it is ``wrapped``, without their line ends.
    """
    cells = [[one_line(cell) for cell in row] for row in rows]
    widths = [min(limit, max(width(row[number]) for row in cells)) for number, limit in enumerate(most)]
    rest = max(LEAST_OF_LAST, columns - sum(widths) - len(GAP) * len(widths))
    below = " " * (sum(widths) + len(GAP) * (len(widths) - 1))
    for row in cells:
        lasts = wrap(row[-1], rest) if wrapped else [shorten(row[-1], rest)]
        padded = [
            _drawn(shorten(cell, limit), isolate) + " " * (limit - width(shorten(cell, limit)))
            for cell, limit in zip(row[:-1], widths, strict=True)
        ]
        for at, last in enumerate(lasts):
            begins = [below] if at else padded
            yield GAP.join([*begins, _drawn(last, isolate)]).rstrip()


def _drawn(cell: str, isolate: bool) -> str:
    if isolate and any(unicodedata.bidirectional(char) in ("R", "AL", "AN") for char in cell):
        return f"{_FIRST_STRONG_ISOLATE}{cell}{_POP_ISOLATE}"
    return cell
