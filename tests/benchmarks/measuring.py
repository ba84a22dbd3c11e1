"""Single measurements, each in a process of its own that is ended when its time is over."""

from __future__ import annotations

import math
import multiprocessing
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median
from typing import Any

import adversarial
import corpus
from floor import floor

import quoteattr

ROUNDS = 3
WAYS = ("floor", "extract", "explain", "extract_many, 1 worker", "extract_many, 2 workers")


def within(limit: float, function: Callable[..., Any], *arguments: object) -> Any:
    """What the function gives in a fresh process, ``None`` where the limit (seconds) is over before."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(theirs, function, arguments))
    process.start()
    theirs.close()
    try:
        return ours.recv() if ours.poll(limit) else None
    finally:
        process.kill()
        process.join()


def _answer(connection: Connection, function: Callable[..., Any], arguments: tuple[object, ...]) -> None:
    connection.send(function(*arguments))


def seconds(function: Callable[[], object]) -> float:
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def speeds(file: Path | None, count: int) -> dict[str, float]:
    """Characters a second of each way on the same articles, in turns, the best of each."""
    texts = corpus.articles(file, count)
    words = dict.fromkeys(quoteattr.Lexicon.default().verb_forms)
    ways: dict[str, Callable[[], object]] = {
        "floor": lambda: [floor(text, words) for text in texts],
        "extract": lambda: [quoteattr.extract(text) for text in texts],
        "explain": lambda: [quoteattr.explain(text) for text in texts],
        "extract_many, 1 worker": lambda: drain(quoteattr.extract_many(texts, workers=1)),
        "extract_many, 2 workers": lambda: drain(quoteattr.extract_many(texts, workers=2)),
    }
    quoteattr.extract(texts[0])
    rounds = [{name: seconds(way) for name, way in ways.items()} for _ in range(ROUNDS)]
    characters = sum(map(len, texts))
    return {name: characters / min(times[name] for times in rounds) for name in ways}


def drain(answers: Iterable[object]) -> None:
    for _ in answers:
        pass


def import_times() -> dict[str, float]:
    """Seconds of a fresh interpreter that imports the dependencies, and of one that imports the library.

    Both from byte code, as installed packages have it, even where the environment forbids to write any.
    """
    sources = {"regex, attrs": "import regex, attrs", "quoteattr": "import quoteattr"}
    with tempfile.TemporaryDirectory() as folder:
        told = os.environ | {"PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}

        def run(source: str) -> None:
            subprocess.run([sys.executable, "-c", source], check=True, env=told)

        for source in sources.values():
            run(source)
        runs = [
            {name: seconds(lambda s=source: run(s)) for name, source in sources.items()} for _ in range(9)
        ]
    return {name: median(run[name] for run in runs) for name in sources}


def peak_memory(file: Path | None, count: int) -> float:
    """The peak of a process in megabytes that has so many articles pass by."""
    if file is None:
        texts: Iterable[str] = islice(corpus.made_up(), count)
    else:
        texts = iter(corpus.articles(file, count))
    drain(quoteattr.extract_many(texts))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1 << (20 if sys.platform == "darwin" else 10)
    )


def one_text(file: Path | None, size: int) -> float:
    """Seconds for one text of so many characters."""
    return timed([corpus.in_one(file, size)])


def many_texts(file: Path | None, size: int) -> float:
    """Seconds for so many texts of a paragraph."""
    return timed([text[:300] for text in corpus.articles(file, size)])


def adversarial_text(name: str, size: int) -> float:
    """Seconds for an adversarial text."""
    make, _ = adversarial.TEXTS[name]
    return timed([make(size)])


def timed(texts: Sequence[str]) -> float:
    """Seconds of the processor, so that other work of the machine does not bend the growth."""
    quoteattr.extract("")
    start = time.process_time()
    drain(map(quoteattr.extract, texts))
    return time.process_time() - start


def slope(points: Sequence[tuple[int, float]]) -> float | None:
    """How the last tenfold of the size multiplies the time, as a power: 1 is linear, 2 quadratic."""
    last = [(size, took) for size, took in points if size * 10 >= points[-1][0]] if points else []
    if len(last) < 2:
        return None
    (first_size, first), (last_size, final) = last[0], last[-1]
    return math.log(final / first) / math.log(last_size / first_size)


def growth(
    limit: float, sizes: Iterable[int], function: Callable[..., float], *before: object
) -> list[tuple[int, float | None]]:
    """The seconds for each size, ``None`` for the one that the limit ended; no greater one is tried."""
    points: list[tuple[int, float | None]] = []
    for size in sizes:
        points.append((size, within(limit, function, *before, size)))
        if points[-1][1] is None:
            break
    return points
