"""How fast, how much memory, and how both grow: one run measures it all and adds a line to the history.

    python tests/benchmarks/speed.py [--corpus FILE.jsonl] [--only growth] [--limit 60]

Ratios are what to compare between machines: all of one run are measured on the same text in the same
minutes. A measurement that the limit ends is told as such.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import adversarial
import measuring

HERE = Path(__file__).parent
HALF_STEPS = (1_000, 3_162, 10_000, 31_623, 100_000)
BYTES_PER_CHARACTER = 1.8  # of Arabic text in UTF-8, its blanks and digits counted

Results = dict[str, Any]


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure speed, memory and growth.")
    parser.add_argument("--corpus", type=Path, help="JSON Lines with text, in place of made-up articles")
    parser.add_argument("--articles", type=int, default=300, help="for the speed (300)")
    parser.add_argument("--limit", type=float, default=60, help="seconds for one measurement (60)")
    parser.add_argument("--history", type=Path, default=HERE / "history.jsonl")
    parser.add_argument("--only", choices=PARTS, action="append", help="may be repeated; all without it")
    arguments = parser.parse_args()
    results = {name: part(arguments) for name, part in PARTS.items() if name in (arguments.only or PARTS)}
    with arguments.history.open("a", encoding="utf-8") as history:
        history.write(json.dumps({**circumstances(arguments.corpus), **results}, ensure_ascii=False) + "\n")
    return 0


def circumstances(file: Path | None) -> Results:
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": subprocess.run(
            ["git", "describe", "--always", "--dirty"],
            cwd=HERE,
            capture_output=True,
            check=False,
            encoding="utf-8",
        ).stdout.strip(),
        "python": platform.python_version(),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "corpus": file.name if file else "made up",
    }


def speed(arguments: argparse.Namespace) -> Results:
    found = measuring.within(10 * arguments.limit, measuring.speeds, arguments.corpus, arguments.articles)
    print(f"speed on {arguments.articles} articles")
    if found is None:
        print("  over the limit")
        return {}
    for name, rate in found.items():
        print(f"  {name:26}{rate:14,.0f} characters/s {found['floor'] / rate:8.1f} x the floor's time")
    return {name: round(rate) for name, rate in found.items()}


def start(_: argparse.Namespace) -> Results:
    found = measuring.import_times()
    print("interpreter and import (median of 9)")
    for name, took in found.items():
        print(f"  {name:26}{took * 1000:10.0f} ms")
    print(f"  {'ratio':26}{found['quoteattr'] / found['regex, attrs']:10.2f}")
    return {name: round(took, 4) for name, took in found.items()}


def memory(arguments: argparse.Namespace) -> Results:
    counts = (arguments.articles, 10 * arguments.articles)
    found = {
        n: measuring.within(10 * arguments.limit, measuring.peak_memory, arguments.corpus, n) for n in counts
    }
    print("peak memory of a stream")
    for count, peak in found.items():
        print(f"  {count:>8,} articles         " + (f"{peak:10.1f} MB" if peak else "  over the limit"))
    return {str(count): peak and round(peak, 1) for count, peak in found.items()}


def growth(arguments: argparse.Namespace) -> Results:
    sizes = [round(size / BYTES_PER_CHARACTER) for size in (10_000, 100_000, 1_000_000, 10_000_000)]
    print(f"growth ({arguments.limit:.0f} s at most)")
    return {
        "one text (characters)": grown(arguments, "one text", sizes, measuring.one_text, arguments.corpus),
        "texts": grown(
            arguments, "short texts", (1, 10, 100, 2_000, 20_000), measuring.many_texts, arguments.corpus
        ),
    }


def attack(arguments: argparse.Namespace) -> Results:
    print(f"adversarial texts ({arguments.limit:.0f} s at most)")
    return {
        name: grown(
            arguments,
            name,
            [round(step * most / 100_000) for step in HALF_STEPS],
            measuring.adversarial_text,
            name,
        )
        for name, (_, most) in adversarial.TEXTS.items()
    }


def grown(
    arguments: argparse.Namespace,
    label: str,
    sizes: Iterable[int],
    function: Callable[..., float],
    *before: object,
) -> Results:
    points = measuring.growth(arguments.limit, sizes, function, *before)
    power = measuring.slope([(size, took) for size, took in points if took is not None])
    told = ", ".join(f"{size:,}: {'over' if took is None else f'{took:.2f} s'}" for size, took in points)
    print(f"  {label:28} slope {'?' if power is None else f'{power:.2f}'}   {told}", flush=True)
    return {"slope": power and round(power, 2), "seconds": {str(s): t and round(t, 3) for s, t in points}}


PARTS: dict[str, Callable[[argparse.Namespace], Results]] = {
    "speed": speed,
    "start": start,
    "memory": memory,
    "growth": growth,
    "attack": attack,
}

if __name__ == "__main__":
    sys.exit(main())
