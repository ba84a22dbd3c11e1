"""The table of --explain: a row for each decision, and below it what spoke for and against."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings

from quoteattr import Candidate, Decision, Gender, Number, Objection, Outcome, Route, Span, SpeakerPath, Trial
from quoteattr import command as program
from quoteattr.columns import GAP, table, width
from quoteattr.command import decisions
from quoteattr.extraction import explain
from quoteattr.testing import Told, documents
from quoteattr.values import SpeakerKind

PASSED = "زار الوزير أيهم درويش القرية. وزارت المديرة كوثر بلعيد المدرسة. وقال: «اللقاء كان صريحاً»."
TWIN = "زار الوزير أيهم درويش القرية. وزارت المديرة كوثر بلعيد المدرسة. وقالت: «اللقاء كان صريحاً»."
FSI, PDI = "\u2068", "\u2069"

Printed = Callable[[str, int], list[str]]


@pytest.fixture
def printed(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Printed:
    """The lines that the command prints for a text on a screen of so many columns."""

    def run(text: str, columns: int) -> list[str]:
        path = tmp_path / "article.txt"
        path.write_text(text, encoding="utf-8")
        monkeypatch.setenv("COLUMNS", str(columns))
        assert program.main(["--explain", str(path)]) == 0
        return capsys.readouterr().out.splitlines()

    return run


def test_frame_rules_and_candidates_stand_below_their_decision(printed: Printed) -> None:
    assert printed(PASSED, 160) == [
        "at  what         text                verdict    rule              reason",
        "64  cue          وقال                taken      colon and marks   it reads: verb, colon, marks",
        "64  · unit       وقال                V                            verb",
        "68  · unit       :                   K                            colon",
        "70  · unit       «اللقاء كان صريحاً»  Q                            marks",
        "    · rule                           took       colon and marks   it reads: verb, colon, marks",
        "    · rule                           not asked  bare words        a rule before it took the cue",
        (
            "65  speaker      قال                 taken      colon and marks   no subject of its own: "
            "the last one who agrees with it, الوزير أيهم درويش"
        ),
        (
            "36  · candidate  المديرة كوثر بلعيد  passed     1 sentence back   "
            "masculine singular verb against feminine singular person"
        ),
        (
            "4   · candidate  الوزير أيهم درويش   chosen     2 sentences back  "
            "last before it: masculine singular verb with masculine singular person"
        ),
        "70  mark         «اللقاء كان صريحاً»  taken      colon and marks   the words of the cue's speaker",
        "64  · rule       وقال                took       colon and marks   it reads: verb, colon, marks",
    ]


def test_where_she_speaks_nobody_is_passed_over(printed: Printed) -> None:
    candidates = [line.split(GAP)[2:4] for line in printed(TWIN, 160) if "· candidate" in line]
    assert candidates == [["المديرة كوثر بلعيد", "chosen"]]


@pytest.mark.parametrize("columns", [80, 100, 160])
def test_no_word_of_a_reason_is_lost_where_the_screen_is_narrow(printed: Printed, columns: int) -> None:
    def words(lines: list[str]) -> list[str]:
        at = lines[0].index("reason")
        return " ".join(line[at:] for line in lines).split()

    assert words(printed(PASSED, columns)) == words(printed(PASSED, 400))
    assert max(map(width, printed(PASSED, columns))) <= max(columns, 94)


@settings(deadline=None, max_examples=30, derandomize=True)
@given(documents())
def test_the_columns_hold_in_arabic_and_latin(told: Told) -> None:
    rows = [decisions.HEADING, *(row for d in explain(told.text).decisions for row in decisions.rows(d))]
    lines = list(table(rows, decisions.WIDTHS, 120, isolate=False, wrapped=True))
    reason = width(lines[0][: lines[0].index("reason")])
    for line in lines:
        head, tail = cut(line, reason)
        assert head.endswith(GAP)
        assert tail
        assert not tail.startswith(" ")


def cut(line: str, columns: int) -> tuple[str, str]:
    """A line before and after a column of the screen."""
    at = next(at for at in range(len(line) + 1) if width(line[:at]) == columns)
    while at < len(line) and width(line[at]) == 0:
        at += 1
    return line[:at], line[at:]


def test_on_a_terminal_no_cell_mixes_with_its_neighbours(
    printed: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    for line in printed(PASSED, 100):
        outside = re.sub(f"{FSI}[^{FSI}{PDI}]*{PDI}", "", line)
        assert not re.search(r"[\u0600-\u06ff]", outside)


# What a row is made of


def decision(*trials: Trial, path: SpeakerPath | None = None, reason: str = "why") -> Decision:
    return Decision(Span(0, 3, "قال"), "cue", False, "one", reason, trials=trials, path=path)


ONE = Trial("one", Outcome.REFUSED, "why", Span(0, 3, "قال"))
CANDIDATE = Candidate(
    "الوزيرة", Span(9, 16, "الوزيرة"), SpeakerKind.PERSON, Gender.FEMININE, Number.SINGULAR, 0,
    Objection.INSIDE, "told inside reported content",
)  # fmt: skip


@pytest.mark.parametrize(
    ("found", "below"),
    [
        pytest.param(decision(), [], id="nothing matched"),
        pytest.param(decision(ONE), [], id="one rule, told by the decision itself"),
        pytest.param(
            decision(ONE, reason="its words stand in a question"),
            [("", "· rule", "", "refused", "one", "why")],
            id="one rule, and another reason in the end",
        ),
        pytest.param(
            decision(
                Trial("one", Outcome.REFUSED, "no", Span(7, 11, "وقال")), Trial("", Outcome.REFUSED, "x")
            ),
            [("7", "· rule", "وقال", "refused", "one", "no"), ("", "· rule", "", "refused", "", "x")],
            id="the rules of another's frame tell whose it is",
        ),
        pytest.param(
            decision(path=SpeakerPath(Route.NOWHERE, None, None, None, (CANDIDATE,), 3)),
            [
                ("9", "· candidate", "الوزيرة", "passed", "here", "told inside reported content"),
                ("", "· candidate", "", "passed", "", "and 3 more"),
            ],
            id="candidates that are not listed are counted",
        ),
    ],
)
def test_the_rows_of_a_decision(found: Decision, below: list[tuple[str, ...]]) -> None:
    first, *rest = decisions.rows(found)
    assert first == ("0", "cue", "قال", "refused", "one", found.reason)
    assert rest == below
