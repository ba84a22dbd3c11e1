"""--output, --resume, Ctrl-C: a run that is ended before its time loses nothing and doubles nothing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from quoteattr import command
from quoteattr.command import stream

TEXTS = [
    "قال الوزير: «لن نتراجع».",
    "زار الوزير المصنع.",
    "أكدت البلدية أن الجسر آمن. وقالت: «العمل تم».",
    "",
    "نفى المدير أن الطريق مغلق.",
    "وأضاف: «سنعود غداً».",
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Six articles, two without quotes, and two lines that are none."""
    lines = [json.dumps({"id": number, "text": text}).encode() for number, text in enumerate(TEXTS)]
    lines[1:1] = [b"broken"]
    lines[5:5] = [b'{"text": "\xff"}']
    path = tmp_path / "in.jsonl"
    path.write_bytes(b"\n".join(lines) + b"\n")
    return path


@pytest.fixture
def wanted(corpus: Path, tmp_path: Path) -> bytes:
    """What a run that nobody disturbs writes."""
    whole = tmp_path / "whole.jsonl"
    assert command.main(["--json", "--output", str(whole), str(corpus)]) == 1
    return whole.read_bytes()


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.startswith("out"))


def test_the_file_holds_what_would_be_printed(
    corpus: Path, wanted: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert command.main(["--json", str(corpus)]) == 1
    out, err = capsys.readouterr()
    assert out.encode() == wanted
    assert err.splitlines() == [
        f"quoteattr: {corpus}:2: not JSON: Expecting value at character 0",
        f"quoteattr: {corpus}:6: not UTF-8 at byte 10 (0xff)",
        "quoteattr: 2 of 8 inputs were skipped",
    ]


def test_with_processes_it_is_the_same(corpus: Path, wanted: bytes, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert command.main(["--json", "--workers", "2", "--output", str(out), str(corpus)]) == 1
    assert out.read_bytes() == wanted
    assert files(tmp_path) == ["out.jsonl"]


def test_the_file_is_what_it_was_until_the_new_one_is_complete(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("old")
    interrupt(monkeypatch, at=3)
    assert command.main(["--json", "--output", str(out), str(corpus)]) == 130
    assert out.read_text() == "old"
    assert files(tmp_path) == ["out.jsonl", "out.jsonl.partial", "out.jsonl.partial.json"]


def interrupt(monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    """Ctrl-C when the command comes to an input."""
    render = stream.render

    def interrupted(look: Any, numbered: tuple[int, Any]) -> Any:
        if numbered[0] == at:
            raise KeyboardInterrupt
        return render(look, numbered)

    monkeypatch.setattr(stream, "render", interrupted)


@pytest.fixture
def partial(corpus: Path, wanted: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The arguments of a run that was interrupted at the fifth input."""
    assert wanted
    arguments = ["--json", "--output", str(tmp_path / "out.jsonl"), str(corpus)]
    with pytest.MonkeyPatch.context() as monkeypatch:
        interrupt(monkeypatch, at=4)
        assert command.main(arguments) == 130
    assert capsys.readouterr().err.splitlines()[-1].startswith("quoteattr: interrupted; --resume goes on")
    return [*arguments, "--resume"]


def test_an_interrupted_run_goes_on(
    partial: list[str], wanted: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(partial) == 1
    assert (tmp_path / "out.jsonl").read_bytes() == wanted
    assert capsys.readouterr().err.splitlines() == [
        "quoteattr: going on after 4 inputs, 1 of them skipped",
        f"quoteattr: {partial[-2]}:6: not UTF-8 at byte 10 (0xff)",
        "quoteattr: 2 of 8 inputs were skipped",
    ]
    assert files(tmp_path) == ["out.jsonl"]


def test_without_resume_it_begins_anew(partial: list[str], wanted: bytes, tmp_path: Path) -> None:
    assert command.main(partial[:-1]) == 1
    assert (tmp_path / "out.jsonl").read_bytes() == wanted


def test_with_nothing_to_resume_it_begins(corpus: Path, wanted: bytes, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert command.main(["--json", "--output", str(out), "--resume", str(corpus)]) == 1
    assert out.read_bytes() == wanted


# label, old and new bytes of the input, more arguments, what is told
OTHER = (
    ("another option", b"", b"", ["--explain"], "the partial run differs in --explain"),
    ("another size", b'"id": 5', b'"id": 55', [], "the partial run differs in inputs"),
    ("another text before", b'"id": 1', b'"id": 7', [], "the inputs are no longer those of the partial run"),
)


@pytest.mark.parametrize(
    ("old", "new", "more", "reason"), [pytest.param(*row, id=label) for label, *row in OTHER]
)
def test_what_is_another_run_is_not_resumed(
    old: bytes, new: bytes, more: list[str], reason: str, partial: list[str], corpus: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    before = corpus.read_bytes()
    corpus.write_bytes(before.replace(old, new))
    assert command.main([*more, *partial]) == 2
    assert capsys.readouterr().err.startswith(f"quoteattr: {reason}")
    corpus.write_bytes(before)
    assert command.main(partial) == 1  # and the partial run is still what it was


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        (".partial", b"", "is shorter than when it was noted"),
        (".partial.json", b"{}", "does not describe a partial run"),
        (".partial.json", b"\xff", "does not describe a partial run"),
    ],
)
def test_a_damaged_partial_run_is_told(
    name: str, data: bytes, reason: str, partial: list[str], tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    (tmp_path / f"out.jsonl{name}").write_bytes(data)
    assert command.main(partial) == 2
    assert reason in capsys.readouterr().err


def test_resume_needs_an_output(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        command.main(["--resume"])
    assert caught.value.code == 2
    assert "--output" in capsys.readouterr().err


@pytest.mark.parametrize("count", ["0", "-1", "two", "1.5"])
def test_workers_are_counted(count: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        command.main([f"--workers={count}"])
    assert caught.value.code == 2
    assert f"expected a whole number from 1, got {count!r}" in capsys.readouterr().err


def test_an_input_is_not_written_over(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = corpus.read_bytes()
    assert command.main(["--output", str(corpus), str(corpus.parent)]) == 1
    assert capsys.readouterr().err == f"quoteattr: {corpus}: is an input too\n"
    assert corpus.read_bytes() == before


def test_an_output_that_cannot_be_written_is_told(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for out, reason in (
        (tmp_path / "no" / "out", "No such file or directory"),
        (tmp_path, "not a regular file"),
    ):
        assert command.main(["--output", str(out), str(corpus)]) == 1
        assert capsys.readouterr().err.startswith(f"quoteattr: {out}: {reason}")


# A command that kills itself at a moment that it is told, its notes as frequent as can be.
SUICIDE = """
import os, signal, sys
from pathlib import Path
from quoteattr import command
from quoteattr.command import outputs

def die():
    os.kill(os.getpid(), signal.SIGKILL)

def kill_at(moment):
    write, replace, unlink = outputs.PartialFile.write, Path.replace, Path.unlink
    def torn_write(self, lines, done):
        if f"lines of {done.inputs}" == moment:
            self._stream.write(lines.encode()[: len(lines) // 2])
            self._stream.flush()
            die()
        write(self, lines, done)
        if f"after {done.inputs}" == moment:
            die()
    def torn_replace(self, target):
        if self.name.endswith(moment):
            die()
        return replace(self, target)
    def torn_unlink(self, missing_ok=False):
        if moment == "named" and self.exists():
            die()
        return unlink(self, missing_ok)
    outputs.PartialFile.write, Path.replace, Path.unlink = torn_write, torn_replace, torn_unlink

if __name__ == "__main__":
    moment, *arguments = sys.argv[1:]
    outputs.CHECKPOINT_SECONDS = 0
    kill_at(moment)
    sys.exit(command.main(arguments))
"""
MOMENTS = ("after 1", "lines of 3", "after 4", ".new", "lines of 7", ".partial", "named")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_run_that_is_killed_and_resumed_is_equal_to_an_undisturbed_one(
    workers: str, corpus: Path, wanted: bytes, tmp_path: Path
) -> None:
    out, script = tmp_path / "out.jsonl", tmp_path / "killed.py"
    script.write_text(SUICIDE, encoding="utf-8")
    arguments = ["--json", "--workers", workers, "--output", str(out), "--resume", str(corpus)]
    ends = [run([str(script), moment, *arguments]).returncode for moment in MOMENTS]
    assert ends == [-signal.SIGKILL] * len(MOMENTS)
    assert run([str(script), "never", *arguments]).returncode == 1
    assert out.read_bytes() == wanted
    assert files(tmp_path) == ["out.jsonl"]


def run(arguments: list[str]) -> subprocess.CompletedProcess[bytes]:
    """A run in a process of its own; a worker that outlives it holds its output open until the time is up."""
    path = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, timeout=60, check=False, env=path
    )


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="no process groups on this system")
def test_ctrl_c_ends_all_processes_without_a_word(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(json.dumps({"text": TEXTS[0] * 50}).encode() + b"\n")
    path.write_bytes(path.read_bytes() * 3000)
    arguments = [sys.executable, "-m", "quoteattr", "--json", "--workers", "2", str(path)]
    with subprocess.Popen(
        arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does it: to the workers too
        _, complaint = process.communicate(timeout=60)
    assert (process.returncode, complaint) == (130, b"")
