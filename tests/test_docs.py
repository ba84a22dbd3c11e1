"""What the pages say is so: examples run, links lead somewhere, the JSON page agrees with the values."""

from __future__ import annotations

import doctest
import importlib
import json
import pkgutil
import re
import shlex
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

import pytest

import quoteattr
from quoteattr import command, grounds, values
from quoteattr.wire import from_dict, to_dict

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
MODULES = [name for _, name, _ in pkgutil.walk_packages(quoteattr.__path__, "quoteattr.")]

ISOLATES = dict.fromkeys((0x2068, 0x2069))

page = pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)


def fences(path: Path, language: str) -> list[str]:
    """The bodies of the fenced blocks of a language (a pattern)."""
    return re.findall(rf"^```{language}[ \t]*\n(.*?)^```", path.read_text("utf-8"), re.M | re.S)


def run_examples(source: str, name: str) -> None:
    test = doctest.DocTestParser().get_doctest(source, {"quoteattr": quoteattr}, name, name, 0)
    report: list[str] = []
    failed = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=report.append).failed
    assert not failed, "".join(report)


@page
def test_python_sessions_of_the_pages_run(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    sessions = [block for block in fences(page, "(?:python|pycon)") if block.lstrip().startswith(">>>")]
    run_examples("\n".join(sessions), page.name)


@pytest.mark.parametrize("name", [name for name in MODULES if not name.endswith("__main__")])
def test_examples_of_docstrings_run(name: str) -> None:
    if name == "quoteattr.spark":
        pytest.importorskip("pyspark", reason="an extra")
    result = doctest.testmod(importlib.import_module(name), report=True)
    assert result.failed == 0


def console_examples() -> Iterator[tuple[str, str]]:
    """The ``$ quoteattr ...`` lines of the pages' console blocks, each with the output shown below it."""
    for path in PAGES:
        for block in fences(path, "console"):
            for piece in re.split(r"^\$ ", block, flags=re.M)[1:]:
                line, _, shown = piece.partition("\n")
                yield line, shown


@pytest.mark.parametrize(("line", "shown"), list(console_examples()))
def test_output_shown_is_what_the_command_prints(
    line: str, shown: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    program, _, arguments = line.partition("quoteattr")
    assert program in ("", "python -m ", ".venv/bin/python -m ", ".venv/bin/"), line
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")
    assert command.main(shlex.split(arguments)) == 0
    printed = capsys.readouterr().out
    # Pages may show the isolates of a terminal, which keep Arabic columns in their order on any screen.
    assert printed.rstrip() == shown.translate(ISOLATES).rstrip()


def test_the_readme_begins_with_how_to_run_and_how_to_test() -> None:
    run, test = fences(ROOT / "README.md", "sh")[:2]
    assert "pip install" in run
    assert "docs/examples/politics.txt" in run
    assert "pytest" in test


def constructions() -> Iterator[list[str]]:
    """The rows of the README's table of constructions: text, kind, speaker and what was said."""
    section = (ROOT / "README.md").read_text("utf-8").split("## What it finds\n")[1].split("\n## ")[0]
    for line in section.splitlines():
        if line.startswith("|"):
            yield [cell.strip() for cell in line.strip("|").split("|")][1:]


@pytest.mark.parametrize(("text", "kind", "speaker", "said"), list(constructions())[2:])
def test_the_readme_shows_what_is_found(text: str, kind: str, speaker: str, said: str) -> None:
    (quote,) = quoteattr.extract(text)
    assert quote.speaker
    assert (quote.kind.value, quote.speaker.name) == (kind, speaker)
    # The row of an interrupted quote gives its first and its last words.
    pieces = said.split(" … ")
    assert quote.content.text.startswith(pieces[0])
    assert quote.content.text.endswith(pieces[-1])


@page
def test_links_to_files_lead_somewhere(page: Path) -> None:
    prose = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.M | re.S)
    targets = re.findall(r"\]\((?!\w+:)([^)#\s]+)", prose)
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_json_page_shows_what_is_written() -> None:
    path = ROOT / "docs" / "json.md"
    (text,) = fences(path, "text")
    shown = json.loads(fences(path, "json")[0])
    (quote,) = quoteattr.extract(text)
    written = to_dict(quote)
    assert from_dict(shown).content.text in text
    # Which rule it was and how often it is right may change; what it found may not.
    assert {**shown, **written} == {
        **shown,
        "rule": written["rule"],
        "confidence": written["confidence"],
    }


def test_the_json_page_shows_an_explanation_as_it_is_written() -> None:
    path = ROOT / "docs" / "json.md"
    shown, path_shown = (json.loads(block) for block in fences(path, "json")[1:])
    cue, speaker, _ = map(to_dict, quoteattr.explain(fences(path, "text")[0]).decisions)
    assert shown == {"document": "summit.txt", "index": 0, **cue}
    assert path_shown == speaker["path"]


def test_the_page_of_explanations_lists_every_way_and_every_objection() -> None:
    page = (ROOT / "docs" / "explaining.md").read_text("utf-8")
    rows = [row for row in re.findall(r"^\| `([^`]+)` \|", page, re.M) if "." not in row]
    assert sorted(rows) == sorted(
        member.value for kind in (grounds.Route, grounds.Objection) for member in kind
    )


@pytest.mark.parametrize(
    ("heading", "key", "kind"),
    [
        ("A quote", "kind", values.Kind),
        ("A speaker", "kind", values.SpeakerKind),
        ("A speaker", "gender", values.Gender),
        ("A speaker", "number", values.Number),
        ("A speaker", "anonymity", values.Anonymity),
        ("A speaker", "basis", values.Basis),
        ("A cue", "sense", values.Sense),
        ("A cue", "form", values.Form),
        ("A cue", "modality", values.Modality),
        ("Decisions", "outcome", grounds.Outcome),
        ("Decisions", "route", grounds.Route),
    ],
)
def test_the_json_page_lists_every_value(heading: str, key: str, kind: type[Enum]) -> None:
    page = (ROOT / "docs" / "json.md").read_text("utf-8")
    section = page.split(f"## {heading}\n")[1].split("\n## ")[0]
    (row,) = re.findall(rf"^\| `{key}` \| string \| (.*) \|$", section, re.M)
    assert re.findall(r"`([^`]+)`", row) == [member.value for member in kind]
