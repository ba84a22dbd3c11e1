"""What every table says of every fault: file, line and column, and nothing is loaded."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from quoteattr import Lexicon, LexiconError
from quoteattr.lexicon import lexicon

FOLDER = Path(lexicon.__file__).parent.parent / "tables"
# Each table with a column after its first.
TABLES = {
    "reporting_verbs.tsv": "sense",
    "cues.tsv": "kind",
    "heads.tsv": "gender",
    "places.tsv": "kind",
    "names.tsv": "gender",
    "words.tsv": "class",
    "roles.tsv": "words",
    "complements.tsv": "prepositions",
    "acting_verbs.tsv": "object",
    "common_nouns.tsv": "class",
}
every_table = pytest.mark.parametrize("name", TABLES)


def test_every_table_of_a_lexicon_is_tested() -> None:
    assert {path.name for path in FOLDER.glob("*.tsv")} == {*TABLES, "confidence.tsv"}


def rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (FOLDER / name).read_text("utf-8").splitlines()]


def write(folder: Path, name: str, table: list[list[str]]) -> None:
    (folder / name).write_text("".join("\t".join(row) + "\n" for row in table), "utf-8")


def message(folder: Path) -> str:
    """What loading says, without the folder's own path."""
    with pytest.raises(LexiconError) as error:
        Lexicon.from_tables(folder)
    return str(error.value).replace(str(folder) + os.sep, "")


Table = list[list[str]]


def without_last_column(table: Table) -> None:
    for row in table:
        row.pop()


def with_another_column(table: Table) -> None:
    table[0].append("colour")
    for row in table[1:]:
        row.append("")


def with_a_column_twice(table: Table) -> None:
    for row in table:
        row.append(row[1])


def with_a_cell_too_many(table: Table) -> None:
    table[1].append("")


def with_a_cell_too_few(table: Table) -> None:
    table[2].pop()


def with_an_id_twice(table: Table) -> None:
    table[2][0] = table[1][0]


def without_an_id(table: Table) -> None:
    table[1][0] = ""


# label, what is done to the table, the place that the message names, what it says
SHAPES: list[tuple[str, Callable[[Table], None], str, str]] = [
    ("a column is missing", without_last_column, "line 1, column {last}", "this column is missing"),
    ("a column is unknown", with_another_column, "line 1, column colour", "unknown column; expected"),
    ("a column stands twice", with_a_column_twice, "line 1, column {second}", "stands in the header twice"),
    ("a row has a cell too many", with_a_cell_too_many, "line 2", "expected {n} cells, found"),
    ("a row has a cell too few", with_a_cell_too_few, "line 3", "expected {n} cells, found"),
    ("an id stands twice", with_an_id_twice, "line 3, column {first}", "stands in line 2 already"),
    ("a row has no id", without_an_id, "line 2, column {first}", "expected an id, found nothing"),
]


@every_table
@pytest.mark.parametrize(
    ("change", "place", "says"), [pytest.param(*case, id=label) for label, *case in SHAPES]
)
def test_a_table_of_the_wrong_shape(
    tmp_path: Path, name: str, change: Callable[[Table], None], place: str, says: str
) -> None:
    table = rows(name)
    header = [*table[0]]
    change(table)
    write(tmp_path, name, table)
    found = message(tmp_path)
    names = {"first": header[0], "second": header[1], "last": header[-1], "n": len(header)}
    assert found.startswith(f"{name}, {place.format(**names)}: ")
    assert says.format(**names) in found


@every_table
def test_an_empty_file(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    assert message(tmp_path) == f"{name}, line 1: expected a header line, found an empty file"


@every_table
@pytest.mark.parametrize(("encoding", "line"), [("cp1256", 3), ("utf-16", 1)])
def test_a_file_that_is_not_utf8(tmp_path: Path, name: str, encoding: str, line: int) -> None:
    table, column = rows(name)[:3], TABLES[name]
    at = table[0].index(column)
    plain = [[re.sub("[^ -~]", "", cell) or "x" for cell in row] for row in table]
    plain[2][at] = "\u0642\u0627\u0644"
    (tmp_path / name).write_bytes("\n".join("\t".join(row) for row in plain).encode(encoding))
    place = f"line {line}, column {column}" if encoding == "cp1256" else "line 1"
    assert message(tmp_path).startswith(f"{name}, {place}: expected UTF-8, found the byte ")


@every_table
def test_a_folder_where_the_table_should_be(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    assert message(tmp_path).startswith(f"{name}: expected a table: ")


@every_table
def test_a_table_with_the_line_ends_of_another_system_is_read(tmp_path: Path, name: str) -> None:
    text = (FOLDER / name).read_text("utf-8").replace("\n", "\r\n")
    (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert Lexicon.from_tables(tmp_path) == Lexicon.default()


# table, column of the second line, what stands there, what was expected
CELLS = [
    ("reporting_verbs.tsv", "sense", "shout", "expected one of say, "),
    ("reporting_verbs.tsv", "complement", "inna|that", "expected one of .*, found 'that'"),
    ("reporting_verbs.tsv", "complement", "", "expected at least one complement"),
    ("reporting_verbs.tsv", "addressee", "to", "expected one of .*, found 'to'"),
    ("reporting_verbs.tsv", "evidence", "", "expected one of alone, complement, mark, found ''"),
    ("reporting_verbs.tsv", "measure", "XX", "expected one of I, II"),
    ("reporting_verbs.tsv", "past_3fs", "قالت|قولت", "expected an Arabic word"),
    ("reporting_verbs.tsv", "past_3fs", "", "expected a form, found nothing"),
    ("reporting_verbs.tsv", "variants", "كتاب", "expected another spelling of a form here"),
    ("reporting_verbs.tsv", "vocalised", "قال قال", "expected قال with vowels"),
    ("cues.tsv", "form", "", "expected a word, found nothing"),
    ("cues.tsv", "kind", "proverb", "expected one of prep, .*, found 'proverb'"),
    ("cues.tsv", "takes", "np_gen|that", "expected one of .*, found 'that'"),
    ("cues.tsv", "speaker_at", "above", "expected one of after, .*, found 'above'"),
    ("cues.tsv", "sense", "shout", "expected one of say, .*, found 'shout'"),
    ("cues.tsv", "variants", "بحسب|ـ", "expected a word, found 'ـ'"),
    ("heads.tsv", "form", "", "expected a word, found nothing"),
    ("heads.tsv", "lemma", "", "expected a word, found nothing"),
    ("heads.tsv", "gender", "x", "expected one of m, f, c, found 'x'"),
    ("heads.tsv", "number", "", "expected one of sg, du, pl, found ''"),
    ("heads.tsv", "class", "mayor", "expected one of person, .*, found 'mayor'"),
    ("heads.tsv", "agreement", "x", "expected one of m, f, c, found 'x'"),
    ("heads.tsv", "title", "no", "expected one of yes, nothing, found 'no'"),
    ("heads.tsv", "anonymous", "true", "expected one of yes, nothing, found 'true'"),
    ("heads.tsv", "variants", "وزير|\u064e", "expected a word, found '\u064e'"),
    ("places.tsv", "form", "-", "expected a word, found '-'"),
    ("places.tsv", "kind", "village", "expected one of country, .*, found 'village'"),
    ("places.tsv", "gender", "", "expected one of m, f, c, found ''"),
    ("names.tsv", "form", "", "expected a word, found nothing"),
    ("names.tsv", "gender", "male", "expected one of m, f, c, found 'male'"),
    ("words.tsv", "form", "", "expected a word, found nothing"),
    ("words.tsv", "class", "noun", "expected one of .*, found 'noun'"),
    ("acting_verbs.tsv", "lemma", "ـ", "expected a word, found 'ـ'"),
    ("acting_verbs.tsv", "present", "زار", "expected the present of the masculine singular, found 'زار'"),
    ("acting_verbs.tsv", "object", "", "expected one of none, thing, person, any, found ''"),
    ("common_nouns.tsv", "form", "\u064e", "expected a word, found"),
    ("common_nouns.tsv", "class", "noun", "expected one of act, thing, adjective, found 'noun'"),
    ("roles.tsv", "role", "unheard", "no rule asks for 'unheard'"),
    ("roles.tsv", "words", "", "expected words, found none"),
]


@pytest.mark.parametrize(("name", "column", "value", "says"), CELLS)
def test_a_cell_that_says_nothing_known(
    tmp_path: Path, name: str, column: str, value: str, says: str
) -> None:
    table = rows(name)
    table[1][table[0].index(column)] = value
    write(tmp_path, name, table)
    assert re.match(re.escape(f"{name}, line 2, column {column}: ") + says, message(tmp_path))


def test_a_form_marked_as_a_look_alike_that_the_verb_does_not_have(tmp_path: Path) -> None:
    table = rows("reporting_verbs.tsv")
    table[1][table[0].index("homographs")] = "كتاب"
    write(tmp_path, "reporting_verbs.tsv", table)
    assert message(tmp_path).startswith("reporting_verbs.tsv, line 2, column ambiguous, homographs: ")


def test_roles_that_are_missing_are_named(tmp_path: Path) -> None:
    write(tmp_path, "roles.tsv", rows("roles.tsv")[:-1])
    (last,) = [row[0] for row in rows("roles.tsv")[-1:]]
    assert message(tmp_path) == f"roles.tsv, line 1, column role: these roles are missing: {last}"


def test_a_fault_in_one_table_loads_none_of_the_others(tmp_path: Path) -> None:
    before = Lexicon.default()
    write(tmp_path, "heads.tsv", rows("heads.tsv")[:2])
    write(tmp_path, "places.tsv", [rows("places.tsv")[0], ["a", "b"]])
    assert message(tmp_path) == "places.tsv, line 2: expected 4 cells, found 2"
    assert Lexicon.default() is before


def test_a_file_that_is_no_table_of_ours(tmp_path: Path) -> None:
    write(tmp_path, "verbs.tsv", rows("reporting_verbs.tsv"))
    assert message(tmp_path).startswith("verbs.tsv: expected one of the tables acting_verbs.tsv, ")


def test_a_folder_without_tables(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("nothing here", "utf-8")
    with pytest.raises(LexiconError, match=r": expected a folder with any of acting_verbs\.tsv, "):
        Lexicon.from_tables(tmp_path)
    with pytest.raises(LexiconError, match=r"absent: expected a folder with any of "):
        Lexicon.from_tables(tmp_path / "absent")
