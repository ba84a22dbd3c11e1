"""From names to articles: files, folders, patterns, JSON Lines; what is broken is told with its place."""

from __future__ import annotations

import gzip
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from quoteattr import command
from quoteattr.command.inputs import Article, Reading, Unreadable, find_files, read

TEXT = "قال الوزير: «لن نتراجع»."


def line(**fields: object) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode() + b"\n"


def packed(data: bytes) -> bytes:
    return gzip.compress(data)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder of a test, with files of all kinds at several depths."""
    monkeypatch.chdir(tmp_path)
    for name, data in {
        "b.txt": TEXT.encode(),
        "a.txt": TEXT.encode(),
        "notes.md": b"no article",
        "deep/er/c.jsonl": line(text=TEXT),
        "deep/d.jsonl.gz": packed(line(text=TEXT)),
        "odd[1].txt": TEXT.encode(),
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (tmp_path / "empty").mkdir()
    return tmp_path


DEEP = ["deep/d.jsonl.gz", "deep/er/c.jsonl"]
NOTHING_IN_IT = Unreadable("empty", "no file in it ends in .txt, .jsonl, .jsonl.gz")

# label, names, files found
NAMES = (
    ("files in the order given", ["b.txt", "a.txt"], ["b.txt", "a.txt"]),
    ("a file of any ending by its name", ["notes.md"], ["notes.md"]),
    ("standard input", ["-"], ["-"]),
    ("a folder, by name, at any depth", ["deep"], DEEP),
    ("a folder / twin: other endings are left out", ["."], ["a.txt", "b.txt", "odd[1].txt", *DEEP]),
    ("a folder without articles", ["empty"], [NOTHING_IN_IT]),
    ("a pattern", ["?.txt"], ["a.txt", "b.txt"]),
    ("a pattern for any depth", ["**/*.jsonl"], ["deep/er/c.jsonl"]),
    ("a pattern that folders match", ["d*"], DEEP),
    ("a pattern / twin: a file has that name", ["odd[1].txt"], ["odd[1].txt"]),
    ("a pattern that nothing matches", ["*.csv"], [Unreadable("*.csv", "no file matches")]),
)  # fmt: skip


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("names", "files"), [pytest.param(n, f, id=label) for label, n, f in NAMES])
def test_the_files_that_names_stand_for(names: list[str], files: list[str | Unreadable]) -> None:
    assert find_files(names) == files


# label, a line, the article's name and text
LINES = (
    ("text and id", line(id="n7", text=TEXT), "n7", TEXT),
    ("a number as id", line(id=7, text=TEXT), "7", TEXT),
    ("no id: the place", line(text=TEXT), "in.jsonl:1", TEXT),
    ("id null: the place", line(id=None, text=TEXT), "in.jsonl:1", TEXT),
    ("an empty text", line(id="e", text=""), "e", ""),
    ("a line end inside the text", line(id="l", text="قال\nأكد"), "l", "قال\nأكد"),
    ("a byte order mark", b"\xef\xbb\xbf" + line(id="b", text=TEXT), "b", TEXT),
    ("CRLF", line(id="c", text=TEXT).replace(b"\n", b"\r\n"), "c", TEXT),
    ("half of a surrogate pair", b'{"id": "s", "text": "\\ud83d"}', "s", "\ud83d"),
)


@pytest.mark.parametrize("pack", [bytes, packed], ids=["plain", "gzip"])
@pytest.mark.parametrize(
    ("written", "name", "text"), [pytest.param(w, n, t, id=label) for label, w, n, t in LINES]
)
def test_a_line_is_an_article(
    written: bytes, name: str, text: str, pack: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    path = tmp_path / ("in.jsonl" if pack is bytes else "in.jsonl.gz")
    path.write_bytes(pack(written))
    (article,) = read([str(path)], Reading())
    assert isinstance(article, Article)
    assert article.name.removeprefix(f"{tmp_path}/").replace(".gz", "") == name
    assert article.text == text
    assert article.place == f"{path}:1"


def test_the_fields_can_have_other_names(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(line(url="u", body=TEXT))
    (article,) = read([str(path)], Reading(text="body", id="url"))
    assert article == Article("u", f"{path}:1", TEXT, path.stat().st_size)


# label, a line, what is told of it
BROKEN = (
    ("not UTF-8", b'{"text": "\xff"}', "not UTF-8 at byte 10 (0xff)"),
    ("cut off", b'{"text": "a', "not JSON: Unterminated string starting at character 9"),
    ("no object", b'["text"]', "expected a JSON object, got list"),
    ("no text", line(id="a"), "field 'text': expected a string, got no such field"),
    ("a text that is none", line(text=None), "field 'text': expected a string, got NoneType"),
    ("an id that is none", line(text="", id=[1]), "field 'id': expected a string or whole number, got list"),
    ("true is no number", line(text="", id=True), "field 'id': expected a string or whole number, got bool"),
    ("too deep", b"[" * 100_000, "not JSON that can be read: maximum recursion depth exceeded"),
    ("a number too long", b'{"a": ' + b"1" * 5000 + b"}", "not JSON that can be read: Exceeds the limit"),
)  # fmt: skip


@pytest.mark.parametrize(("written", "reason"), [pytest.param(w, r, id=label) for label, w, r in BROKEN])
def test_a_broken_line_is_told_and_the_others_are_read(written: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(line(id=1, text="") + b"\n" + written.rstrip(b"\n") + b"\n" + line(id=4, text=""))
    first, broken, last = read([str(path)], Reading())
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(broken, Unreadable)
    assert (first.name, broken.place, last.name) == ("1", f"{path}:3", "4")
    assert broken.reason.startswith(reason)


def test_a_packed_file_that_is_cut_off_gives_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl.gz"
    whole = packed(b"".join(line(id=number, text=str(number) * 9000) for number in range(50)))
    path.write_bytes(whole[:-12])
    *articles, broken = read([str(path)], Reading())
    assert articles
    assert broken == Unreadable(
        f"{path}:{len(articles) + 1}",
        "Compressed file ended before the end-of-stream marker was reached",
    )


def test_what_is_not_packed_is_told(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl.gz"
    path.write_bytes(line(text=TEXT))
    assert [*read([str(path)], Reading())] == [Unreadable(str(path), "Not a gzipped file (b'{\"')")]


@pytest.mark.parametrize("name", ["in.jsonl", "in.jsonl.gz"])
def test_the_sizes_of_all_lines_are_that_of_the_file(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    data = line(text=TEXT) * 30
    path.write_bytes(packed(data) if name.endswith(".gz") else data)
    sizes = [item.size for item in read([str(path)], Reading())]
    assert sum(sizes) == path.stat().st_size


def test_standard_input_can_hold_lines(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = line(id="a", text=TEXT) + b"broken\n" + line(text=TEXT)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert command.main(["--jsonl", "--json"]) == 1
    out, err = capsys.readouterr()
    assert [json.loads(line)["document"] for line in out.splitlines()] == ["a", "-:3"]
    assert err.splitlines() == [
        "quoteattr: -:2: not JSON: Expecting value at character 0",
        "quoteattr: 1 of 3 inputs were skipped",
    ]


def test_articles_of_a_file_stand_below_their_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(line(id="a", text="") + line(id="b", text=""))
    assert command.main([str(path)]) == 0
    assert capsys.readouterr().out.splitlines() == ["==> a <==", "no quotes", "", "==> b <==", "no quotes"]
