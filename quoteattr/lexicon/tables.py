"""Reading a table: tab-separated UTF-8, one header line, ``|`` between the values of a cell.

Tabs keep their column order on a bidirectional screen, where commas and brackets do not.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TypeVar

from attrs import frozen

from quoteattr.errors import LexiconError
from quoteattr.text.letters import TATWEEL, fold

Row = dict[str, str]

_T = TypeVar("_T")
# Not splitlines: it also cuts at signs that an editor counts no line for.
_LINE_END = re.compile("\r\n|\r|\n")


@frozen
class Place:
    """Where something stands, for messages: file, line (from 1) and column.

    A value that a caller made has no line: ``file`` says then what it is, ``column`` its field.
    """

    file: str
    line: int = 0
    column: str = ""

    def at(self, column: str) -> Place:
        """The cell of this row in a column."""
        return Place(self.file, self.line, column)

    def error(self, expected: str) -> LexiconError:
        """The error that names this place and what was expected there."""
        line = f", line {self.line}" if self.line else ""
        column = f", {'column' if self.line else 'field'} {self.column}" if self.column else ""
        return LexiconError(f"{self.file}{line}{column}: {expected}")

    def one_of(self, column: str, found: str, known: Mapping[str, _T]) -> _T:
        """What the cell of a column stands for; raises LexiconError where it is none of ``known``."""
        if found not in known:
            raise self.at(column).error(
                f"expected one of {', '.join(name or 'nothing' for name in known)}, found {found!r}"
            )
        return known[found]

    def codes(self, column: str, cell: str, known: Collection[str]) -> tuple[str, ...]:
        """The values of a cell; raises LexiconError where one is none of ``known``."""
        found = values(cell)
        for code in found:
            if code not in known:
                raise self.at(column).error(f"expected one of {', '.join(sorted(known))}, found {code!r}")
        return found

    def expect_word(self, column: str, cell: str) -> None:
        """Raise LexiconError where a cell has no letter: harakat and tatweel alone fold to nothing."""
        if not any(map(str.isalnum, cell.replace(TATWEEL, ""))):
            raise self.at(column).error(f"expected a word, found {repr(cell) if cell else 'nothing'}")


def decode(data: bytes, file: str) -> str:
    """The text of a table's bytes; raises LexiconError naming the place that is no UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        header, *others = _LINE_END.split(before)
        row = others[-1] if others else header
        columns = _LINE_END.split(before, maxsplit=1)[0].split("\t") if others else []
        column = columns[row.count("\t")] if row.count("\t") < len(columns) else ""
        bad = data[error.start : error.start + 1].hex()
        raise Place(file, len(others) + 1, column).error(f"expected UTF-8, found the byte {bad}") from None


def read_rows(text: str, file: str, columns: Collection[str]) -> Iterator[tuple[Place, Row]]:
    """The rows of a table as dictionaries, with the place of each.

    ``columns`` must all be there, and no other; a row must have as many cells as the header.
    Raises LexiconError with file, line and column.
    """
    if not text.removeprefix("\ufeff"):
        raise Place(file, 1).error("expected a header line, found an empty file")
    header, lines = _read_header(text, file, columns)
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, start=2):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        place = Place(file, number)
        if len(cells) != len(header):
            raise place.error(f"expected {len(header)} cells, found {len(cells)}")
        row = dict(zip(header, (cell.strip() for cell in cells), strict=True))
        key = row[header[0]]
        if not key:
            raise place.at(header[0]).error("expected an id, found nothing")
        if key in seen:
            raise place.at(header[0]).error(f"the id {key!r} stands in line {seen[key]} already")
        seen[key] = number
        yield place, row


def _read_header(text: str, file: str, columns: Collection[str]) -> tuple[list[str], list[str]]:
    """The names of the columns, and the lines below them."""
    first, *lines = _LINE_END.split(text.removeprefix("\ufeff"))
    header, place = first.split("\t"), Place(file, 1)
    for name in columns:
        if name not in header:
            raise place.at(name).error("this column is missing in the header")
    for at, name in enumerate(header):
        if name not in columns:
            raise place.at(name).error(f"unknown column; expected {', '.join(columns)}")
        if name in header[:at]:
            raise place.at(name).error("this column stands in the header twice")
    return header, lines


def fold_words(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase."""
    return tuple(map(fold, phrase.split()))


def values(cell: str) -> tuple[str, ...]:
    """The values of a cell, none for an empty one."""
    return tuple(value for value in cell.split("|") if value)


def several(value: str | Iterable[str]) -> tuple[str, ...]:
    """What a caller gives for a cell: one value alone, or some in their order."""
    return (value,) if isinstance(value, str) else tuple(value)
