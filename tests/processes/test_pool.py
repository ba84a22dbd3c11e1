"""Documents in several processes: in order, and whatever becomes of a process, no other document is lost."""

from __future__ import annotations

import multiprocessing
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from quoteattr.errors import DocumentError
from quoteattr.processes.pool import in_order

both = pytest.mark.parametrize("workers", [None, 2])


def told(answers: Iterator[Any]) -> list[Any]:
    """Answers as they are, failures as what they say."""
    return [str(answer) if isinstance(answer, DocumentError) else answer for answer in answers]


@both
def test_answers_stand_in_the_order_of_the_documents(workers: int | None) -> None:
    assert list(in_order(len, ["a" * number for number in range(3000)], workers)) == list(range(3000))


@both
def test_a_document_that_fails_is_named_at_its_place(workers: int | None) -> None:
    assert told(in_order(int, ["1", "two", "3"], workers)) == [
        1,
        "text 1: ValueError: invalid literal for int() with base 10: 'two'",
        3,
    ]


def test_a_document_that_no_process_can_be_sent_is_named() -> None:
    first, second, third = told(in_order(str, [1, lambda: None, 3], 2))
    assert (first, third) == ("1", "3")
    assert second.startswith("text 1: ")
    assert "pickle" in second


def test_an_answer_that_cannot_be_sent_back_is_named() -> None:
    first, second = told(in_order(eval, ["1", "lambda: None"], 2))
    assert first == 1
    assert second.startswith("text 1: ")


def test_a_document_that_ends_its_process_is_named_and_the_others_go_on() -> None:
    documents = ["1", "__import__('os')._exit(3)", "3", "__import__('os')._exit(4)", "5"]
    assert told(in_order(eval, documents, 2)) == [
        1,
        "text 1: the process that worked on it ended with status 3",
        3,
        "text 3: the process that worked on it ended with status 4",
        5,
    ]


def test_a_process_that_is_killed_costs_the_document_that_it_was_at() -> None:
    answers = in_order(time.sleep, [0, 600, 0, 0], 2)
    assert next(answers) is None
    (process,) = multiprocessing.active_children()
    os.kill(process.pid or 0, signal.SIGKILL)
    assert told(answers) == ["text 1: the process that worked on it was killed by signal 9", None, None]


@both
def test_an_error_of_reading_comes_after_the_answers_before_it(workers: int | None) -> None:
    def documents() -> Iterator[str]:
        yield from ("1", "2")
        raise OSError("the disk is gone")

    answers = in_order(int, documents(), workers)
    assert [next(answers), next(answers)] == [1, 2]
    with pytest.raises(OSError, match="the disk is gone"):
        next(answers)
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize(("length", "most"), [(0, 1100), (100_000, 7), (10_000_000, 2)])
def test_what_is_read_ahead_is_bounded_by_text(length: int, most: int) -> None:
    read: list[int] = []

    def endless() -> Iterator[str]:
        for number in count():
            read.append(number)
            yield "a" * length

    answers = in_order(len, endless(), 2)
    assert next(answers) == length
    answers.close()
    assert len(read) <= most


def test_closing_early_ends_the_processes() -> None:
    answers = in_order(time.sleep, [0, 600, 600], 2)
    next(answers)
    assert multiprocessing.active_children() != []
    answers.close()
    assert multiprocessing.active_children() == []


SCRIPT = """
import multiprocessing, os, signal, sys
import quoteattr

class Fragile(quoteattr.Extractor):
    def extract(self, text, entities=()):
        if "زلزال" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "عاصفة" in text:
            raise LookupError("no shelter")
        return super().extract(text, entities)

SAFE = "قال الوزير: «لن نتراجع»."

def main():
    texts = [SAFE, "وقع زلزال.", SAFE, "هبت عاصفة.", None, SAFE]
    for found in quoteattr.extract_many(texts, 2, Fragile(), return_exceptions=True):
        print(found if isinstance(found, quoteattr.DocumentError) else len(found))
    try:
        for found in quoteattr.extract_many(texts[:3], 2, Fragile()):
            print(len(found))
    except quoteattr.DocumentError as error:
        print("raised:", error.position, error.reason)

if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    main()
"""


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_texts_that_kill_or_fail_are_named_by_extract_many(method: str, tmp_path: Path) -> None:
    assert run(SCRIPT, tmp_path, method).stdout.splitlines() == [
        "1",
        "text 1: the process that worked on it was killed by signal 9",
        "1",
        "text 3: LookupError: no shelter",
        "text 4: TypeError: expected a str, got NoneType",
        "1",
        "1",
        "raised: 1 the process that worked on it was killed by signal 9",
    ]


def test_processes_that_do_not_start_are_told(tmp_path: Path) -> None:
    unguarded = SCRIPT.replace('if __name__ == "__main__":', "if True:")
    done = run(unguarded, tmp_path, "spawn")
    assert done.returncode == 1
    assert re.search(
        r"RuntimeError: the worker processes do not start: the last one ended with status 1\s*$", done.stderr
    )


def run(script: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    path = folder / "script.py"
    path.write_text(script, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-X", "utf8", str(path), *arguments],
        capture_output=True,
        timeout=60,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
