"""Hold the library to its measured accuracy: check_accuracy.py [--raise] GOLD_FOLDER.

GOLD_FOLDER holds annotated articles (dev.jsonl, check.jsonl) and the scorer, score.py, which calls
``quoteattr.extract``. Each figure (in per cent) is compared with its floor in tests/accuracy_floor.json;
the exit status is 1 where one lies below it. ``--raise`` lifts the floors to what is measured, rounded
down to 0.1; it never lowers one.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import math
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

FLOOR = Path(__file__).parent.parent / "tests" / "accuracy_floor.json"
PARTS = ("dev", "check")

Figures = dict[str, float]


def main(argv: Sequence[str] | None = None) -> int:
    """Score, compare, print; returns the exit status: 0, or 1 where a figure is below its floor."""
    parser = argparse.ArgumentParser(description="Compare measured accuracy with its floor.")
    parser.add_argument("gold", type=Path, help="the folder of score.py, dev.jsonl and check.jsonl")
    parser.add_argument(
        "--raise", dest="lift", action="store_true", help="lift the floors to what is measured"
    )
    parser.add_argument("--floor", type=Path, default=FLOOR, help=argparse.SUPPRESS)
    arguments = parser.parse_args(argv)

    floors: dict[str, Figures] = json.loads(arguments.floor.read_text(encoding="utf-8"))
    scorer = load_scorer(arguments.gold / "score.py")
    measured = {part: measure(scorer, arguments.gold / f"{part}.jsonl") for part in PARTS}
    below = False
    print(f"{'part':8}{'figure':20}{'measured':>10}{'floor':>8}")
    for part, figures in measured.items():
        for name, figure in figures.items():
            floor = floors[part][name]
            below |= figure < floor
            print(f"{part:8}{name:20}{figure:10.1f}{floor:8.1f}{'  BELOW' if figure < floor else ''}")
    if arguments.lift:
        raised = {part: lifted(floors[part], figures) for part, figures in measured.items()}
        arguments.floor.write_text(json.dumps(raised, indent=2) + "\n", encoding="utf-8")
        print(f"floors raised in {arguments.floor.name}")
    return int(below)


def load_scorer(path: Path) -> ModuleType:
    """The scorer, imported from where it lies.

    Raises:
        SystemExit: with 2 and a message where there is none.
    """
    spec = importlib.util.spec_from_file_location("gold_score", path)
    if spec is None or spec.loader is None or not path.is_file():
        print(f"check_accuracy: {path}: no scorer there", file=sys.stderr)
        raise SystemExit(2)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_articles(gold: Path) -> list[dict[str, Any]]:
    """The annotated articles of a file, one JSON object a line."""
    with gold.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def measure(scorer: ModuleType, gold: Path) -> Figures:
    """The figures of one file of annotated articles, in per cent."""
    result: Mapping[str, Any] = scorer.score(read_articles(gold))
    return {
        "marks_detect_f1": float(result["marks_detect"]["f1"]),
        "marks_linked_f1": float(result["marks_linked"]["f1"]),
        "indirect_f1": float(result["indirect"]["f1"]),
        # None where nothing was matched.
        "mention_exact": float(result["mention_exact"] or 0),
        "mention_overlap": float(result["mention_overlap"] or 0),
    }


def lifted(floors: Mapping[str, float], measured: Figures) -> Figures:
    """The floors, each lifted to its measured figure rounded down to 0.1, none lowered."""
    return {name: max(floors[name], _rounded_down(figure)) for name, figure in measured.items()}


def _rounded_down(figure: float) -> float:
    # 69.7 * 10 is 696.9999...: what is printed with one decimal must not lose a tenth.
    return math.floor(round(figure * 10, 6)) / 10


if __name__ == "__main__":
    sys.exit(main())
