"""Columns of Arabic text: widths, cuts, and cells that keep to themselves."""

from __future__ import annotations

import unicodedata

import pytest

from quoteattr.columns import one_line, shorten, table, width


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc", 3),
        ("قال", 3),
        ("مُضيفًا", 5),
        ("قـال", 4),
        ("\u200fقال\u2069", 3),
        ("日本", 4),
        ("۝", 1),
    ],
)
def test_width_counts_columns_of_the_screen(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("النهر", 5, "النهر"),
        ("النهر", 4, "الن…"),
        ("مُحَمَّد", 4, "مُحَمَّد"),
        ("مُحَمَّد", 3, "مُحَ…"),
        ("قال لن", 5, "قال…"),
    ],
)
def test_shortened_text_keeps_whole_letters(text: str, most: int, shown: str) -> None:
    assert shorten(text, most) == shown


def test_a_cell_cannot_command_the_terminal_or_leave_its_isolate() -> None:
    shown = one_line("قال\n\tزيد\x1b[31m \u2069\u202eلا")
    assert shown == "قال زيد\ufffd[31m لا"
    assert not any(unicodedata.category(char) == "Cc" for char in shown)


def test_columns_line_up_under_harakat() -> None:
    rows = [("a", "b"), ("مُضِيفًا", "x"), ("قال", "y")]
    printed = list(table(rows, [10], 80, isolate=False))
    assert [width(line) for line in printed] == [8, 8, 8]
