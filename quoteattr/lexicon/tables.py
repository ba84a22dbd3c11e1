"""Reading a table: tab-separated UTF-8, one header line, ``|`` between the values of a cell.

Tabs keep their column order on a bidirectional screen, where commas and brackets do not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from attrs import frozen

from quoteattr.errors import LexiconError

Row = dict[str, str]


@frozen
class Place:
    """Where something stands in a table, for messages: file, line (from 1) and column."""

    file: str
    line: int
    column: str = ""

    def error(self, expected: str) -> LexiconError:
        """The error that names this place and what was expected there."""
        where = f"{self.file}, line {self.line}" + (f", column {self.column}" if self.column else "")
        return LexiconError(f"{where}: {expected}")


def read_rows(text: str, file: str, columns: Collection[str]) -> Iterator[tuple[Place, Row]]:
    """The rows of a table as dictionaries, with the place of each.

    ``columns`` must all be there, and no other; a row must have as many cells as the header.
    Raises LexiconError with file, line and column.
    """
    lines = text.removeprefix("\ufeff").splitlines()
    if not lines:
        raise Place(file, 1).error("expected a header line, found an empty file")
    header = lines[0].split("\t")
    for name in columns:
        if name not in header:
            raise Place(file, 1, name).error("this column is missing in the header")
    for name in header:
        if name not in columns:
            raise Place(file, 1, name).error(f"unknown column; expected {', '.join(columns)}")
    seen: dict[str, int] = {}
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != len(header):
            raise Place(file, number).error(f"expected {len(header)} cells, found {len(cells)}")
        row = dict(zip(header, (cell.strip() for cell in cells), strict=True))
        place = Place(file, number)
        key = row[header[0]]
        if not key:
            raise Place(file, number, header[0]).error("expected an id, found nothing")
        if key in seen:
            raise Place(file, number, header[0]).error(f"the id {key!r} stands in line {seen[key]} already")
        seen[key] = number
        yield place, row


def values(cell: str) -> tuple[str, ...]:
    """The values of a cell, none for an empty one."""
    return tuple(value for value in cell.split("|") if value)
