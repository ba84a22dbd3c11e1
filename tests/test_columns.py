"""Columns of Arabic text: widths, cuts, and cells that keep to themselves."""

from __future__ import annotations

import unicodedata

import pytest

from quoteattr.columns import one_line, shorten, table, width, wrap


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


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("", 5, [""]),
        ("قال زيد", 7, ["قال زيد"]),
        ("قال زيد", 6, ["قال", "زيد"]),
        ("قال المستشارون نعم", 6, ["قال", "المست…", "نعم"]),
        ("against سامي", 8, ["against", "سامي"]),
    ],
)
def test_wrapped_text_breaks_between_words(text: str, most: int, shown: list[str]) -> None:
    assert wrap(text, most) == shown


def test_the_last_column_goes_on_below_itself() -> None:
    rows = [("at", "why"), ("قال", "no word of the reason is lost"), ("b", "short")]
    assert list(table(rows, [10], 21, isolate=False, wrapped=True)) == [
        "at   why",
        "قال  no word of the",
        "     reason is lost",
        "b    short",
    ]


def test_each_line_of_a_wrapped_cell_keeps_to_itself() -> None:
    first, second = table([("a", "قال الوزير سامي الحداد")], [1], 19, isolate=True, wrapped=True)
    assert (first, second) == ("a  \u2068قال الوزير سامي\u2069", "   \u2068الحداد\u2069")
