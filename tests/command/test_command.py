"""The command: what it prints, and how it fails."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from quoteattr import command
from quoteattr.command import rendering
from quoteattr.command.inputs import Article, Reading, read
from quoteattr.explanation import Decision, Report
from quoteattr.values import Cue, Form, Kind, Quote, Sense, Span, Speaker
from quoteattr.wire import from_dict

TEXT = "وأكّدَ الوزير سامر الحلواني: «لن ننسحب من المفاوضات مهما طال أمدها»، وأضاف أن «النهر للجميع».\n"
FSI, PDI = "\u2068", "\u2069"


def span(part: str) -> Span:
    start = TEXT.index(part)
    return Span.of(TEXT, start, start + len(part))


FIRST = Quote(
    Kind.DIRECT,
    span("لن ننسحب من المفاوضات مهما طال أمدها"),
    (span("لن ننسحب من المفاوضات مهما طال أمدها"),),
    Speaker("الوزير سامر الحلواني", span("الوزير سامر الحلواني")),
    Cue(span("أكّدَ"), "أكد", Sense.AFFIRM, Form.VERB),
    rule="one",
    confidence=0.9,
)
SECOND = Quote(Kind.DIRECT, span("النهر للجميع"), (span("النهر للجميع"),), None, None, rule="two", parent=0)
DECISIONS = (
    Decision(span("أكّدَ"), "cue", True, "one", "a verb and its subject"),
    Decision(span("«النهر للجميع»"), "mark", False, "two", "no cue before it"),
)


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fixed answers, so that these tests are about the command alone."""
    monkeypatch.setattr(rendering, "extract", lambda text: (FIRST, SECOND) if text == TEXT else ())
    monkeypatch.setattr(rendering, "explain", lambda text: Report(text, (FIRST, SECOND), DECISIONS))
    monkeypatch.setenv("COLUMNS", "75")


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


@pytest.fixture
def standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))


def lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().out.splitlines()


@pytest.mark.usefixtures("engine")
def test_the_table_of_quotes(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main([article]) == 0
    assert lines(capsys) == [
        "#       kind    speaker               cue  content",
        "0       direct  الوزير سامر الحلواني  أكّدَ  لن ننسحب من المفاوضات مهما طال…",
        "1 in 0  direct  unknown                    النهر للجميع",
    ]


@pytest.mark.usefixtures("engine")
def test_the_width_follows_the_terminal(
    article: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    command.main([article])
    assert "…" not in capsys.readouterr().out


@pytest.mark.usefixtures("engine")
def test_on_a_terminal_arabic_cells_stand_between_isolates(
    article: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    command.main([article])
    heading, first, second = lines(capsys)
    assert FSI not in heading
    assert first.count(FSI) == first.count(PDI) == 3
    assert f"{FSI}الوزير سامر الحلواني{PDI}" in first
    assert second == f"1 in 0  direct  unknown                    {FSI}النهر للجميع{PDI}"


@pytest.mark.usefixtures("engine")
def test_json_lines_are_quotes_with_their_place(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--json", article, article]) == 0
    printed = [json.loads(line) for line in lines(capsys)]
    assert [(line["document"], line["index"]) for line in printed] == [(article, 0), (article, 1)] * 2
    assert [from_dict(line) for line in printed] == [FIRST, SECOND] * 2


@pytest.mark.usefixtures("engine")
def test_explain_shows_each_decision(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--explain", article]) == 0
    assert lines(capsys) == [
        "at  what  text            verdict  rule  reason",
        "1   cue   أكّدَ             taken    one   a verb and its subject",
        f"{TEXT.index('«النهر')}  mark  «النهر للجميع»  refused  two   no cue before it",
    ]


@pytest.mark.usefixtures("engine")
def test_explain_as_json_lines(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--explain", "--json", article]) == 0
    first, second = (json.loads(line) for line in lines(capsys))
    assert first == {
        "document": article,
        "index": 0,
        "span": {"start": 1, "end": 6, "text": "أكّدَ"},
        "subject": "cue",
        "taken": True,
        "rule": "one",
        "reason": "a verb and its subject",
        "quote": None,
        "frame": [],
        "trials": [],
        "path": None,
    }
    assert (second["index"], second["taken"]) == (1, False)


@pytest.mark.usefixtures("engine", "standard_input")
@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_standard_input(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--json", *arguments]) == 0
    assert [json.loads(line)["document"] for line in lines(capsys)] == ["-", "-"]


def test_closed_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert command.main([]) == 1
    assert capsys.readouterr().err == "quoteattr: -: standard input is closed\n"


@pytest.mark.usefixtures("engine")
def test_several_files_are_named_and_a_bad_one_stops_nothing(
    article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    absent, latin, empty = tmp_path / "absent.txt", tmp_path / "latin.txt", tmp_path / "empty"
    latin.write_bytes(b"abc\xe9")
    empty.mkdir()
    assert command.main([str(absent), article, str(latin), str(empty), article]) == 1
    out, err = capsys.readouterr()
    assert out.count(f"==> {article} <==") == 2
    assert out.count("النهر للجميع") == 2
    assert err.splitlines() == [
        f"quoteattr: {absent}: No such file or directory",
        f"quoteattr: {latin}: not UTF-8 at byte 3 (0xe9)",
        f"quoteattr: {empty}: no file in it ends in .txt, .jsonl, .jsonl.gz",
        "quoteattr: 3 of 5 inputs were skipped",
    ]


@pytest.mark.usefixtures("engine")
def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "marked.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    assert command.main(["--json", str(path)]) == 0
    assert from_dict(json.loads(lines(capsys)[0])) == FIRST
    path.write_bytes(b"\xef\xbb\xbf" + b"\xff")
    assert command.main([str(path)]) == 1
    assert capsys.readouterr().err.endswith("not UTF-8 at byte 3 (0xff)\n")


def test_line_ends_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_bytes("قال\r\nأكد\r".encode())
    (article,) = read([str(path)], Reading())
    assert isinstance(article, Article)
    assert article.text == "قال\r\nأكد\r"


def test_usage_errors_exit_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        command.main(["--jason"])
    assert caught.value.code == 2
    assert "unrecognized arguments: --jason" in capsys.readouterr().err


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        command.main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out.startswith("quoteattr ")


def run(arguments: list[str], **options: Any) -> subprocess.CompletedProcess[bytes]:
    arguments = [sys.executable, "-m", "quoteattr", *arguments]
    return subprocess.run(arguments, capture_output=True, timeout=60, check=False, **options)


def test_a_whole_run_writes_utf_8_whatever_the_locale(article: str) -> None:
    done = run(["--json", article], env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert done.returncode == 0, done.stderr
    quotes = [from_dict(json.loads(line)) for line in done.stdout.decode("utf-8").splitlines()]
    assert quotes
    for quote in quotes:
        assert TEXT[quote.content.start : quote.content.end] == quote.content.text


def test_an_empty_input_has_no_quotes() -> None:
    done = run(["--json"], input=b"")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_a_reader_that_stops_early_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(TEXT * 2000, encoding="utf-8")
    arguments = [sys.executable, "-m", "quoteattr", "--json", str(path)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        complaint = process.stderr.read()
        assert (process.wait(60), complaint) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told_in_one_line(article: str) -> None:
    arguments = [sys.executable, "-m", "quoteattr", article]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(arguments, stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)
    assert done.returncode == 1
    assert done.stderr == b"quoteattr: standard output: No space left on device\n"
