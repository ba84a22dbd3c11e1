"""The progress bar is an extra: without it a run says and does the same."""

from __future__ import annotations

import sys

import pytest

from quoteattr.command.progress import Progress
from quoteattr.command.stream import Input

ARTICLE = Input("in.jsonl:1", b"", characters=1500, size=2700)


def test_speed_is_told_in_articles_and_characters() -> None:
    progress = Progress(total=0, shown=False)
    progress.passed(ARTICLE)  # of an earlier run: not of this one's speed
    for _ in range(8):
        progress.worked(ARTICLE)
    assert progress.speed(2.0) == "8 articles, 4 articles/s, 6,000 characters/s"


def test_without_the_extra_a_terminal_shows_messages_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "tqdm", None)
    with Progress(total=5400, shown=True) as progress:
        progress.worked(ARTICLE)
        progress.say("in.jsonl:2: not JSON")
    assert capsys.readouterr().err == "quoteattr: in.jsonl:2: not JSON\n"


def test_with_the_extra_it_shows_how_far_the_bytes_have_come(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("tqdm", reason="the extra is not installed")
    monkeypatch.setattr("quoteattr.command.progress._DELAY", 0)
    with Progress(total=5400, shown=True) as progress:
        progress.worked(ARTICLE)
        progress.worked(ARTICLE)
    assert "2 articles" in capsys.readouterr().err.split("\r")[-1]
