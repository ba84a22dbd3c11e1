"""Mutation testing in bounded time: a sample of mutants, drawn with a seed, against the fast tests.

Usage::

    python tools/mutants.py [--count 60] [--seed 1] [--jobs 2]

Needs the extra ``mutants`` (cosmic-ray). Nothing in the checkout is changed: each job works in a copy
of its own. Of all mutants that ``mutants.toml`` gives, those stay whose operator can make a plausible
slip, at most one a place; ``--count`` of them are drawn. Prints the share of mutants that the tests
kill, and every survivor as a diff. The exit status is 0 whatever survives, 2 where a run fails.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).parent.parent
COPIED = (
    "quoteattr",
    "tests",
    "docs",
    "tools",
    "pyproject.toml",
    "mutants.toml",
    "README.md",
    "CHANGELOG.md",
)
# Slips that a person makes. Left out are those that hardly anybody makes, that fail on every input
# (+ to >>), or that stand in annotations (the | of unions).
OPERATORS = re.compile(
    "core/(?:NumberReplacer|AddNot|ReplaceAndWithOr|ReplaceOrWithAnd|ReplaceTrueWithFalse|ReplaceFalseWithTrue"
    "|ReplaceBreakWithContinue|ReplaceContinueWithBreak|ReplaceUnaryOperator_Delete_Not"
    "|ReplaceBinaryOperator_(?:Add_Sub|Sub_Add)"
    "|ReplaceComparisonOperator_(?:Eq_NotEq|NotEq_Eq|Is_IsNot|IsNot_Is|In_NotIn|NotIn_In|Lt_LtE|LtE_Lt|Gt_GtE|GtE_Gt))"
)
# Few examples a law: a mutant that breaks one breaks it often.
ENVIRONMENT = {"LAW_EXAMPLES": "40", "PYTHONDONTWRITEBYTECODE": "1"}


def copy_to(folder: Path) -> None:
    """Copy what the tests need into a folder."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, folder / name)


def cosmic_ray(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """Start cosmic-ray in a folder."""
    program = Path(sys.executable).with_name("cosmic-ray")
    path = os.pathsep.join((str(program.parent), os.environ["PATH"]))
    return subprocess.Popen(  # noqa: S603
        [str(program), *arguments], cwd=folder, text=True, env={**os.environ, **ENVIRONMENT, "PATH": path}
    )


def drawn(session: Path, seed: int, count: int) -> list[str]:
    """The jobs of the sample: at most one a place, in the order in which they were drawn."""
    with closing(sqlite3.connect(session)) as database:
        rows = database.execute(
            "SELECT module_path, start_pos_row, start_pos_col, operator_name, occurrence, job_id"
            " FROM mutation_specs"
        ).fetchall()
    chance = random.Random(seed)  # noqa: S311
    places: dict[tuple[object, ...], list[tuple[object, ...]]] = {}
    for row in sorted(rows, key=lambda row: row[:-1]):
        if OPERATORS.fullmatch(row[3]):
            places.setdefault(row[:3], []).append(row)
    chosen = chance.sample(sorted(places), min(count, len(places)))
    return [str(chance.choice(places[place])[-1]) for place in chosen]


def keep(session: Path, jobs: Sequence[str]) -> None:
    """Take all other jobs out of a session."""
    with closing(sqlite3.connect(session)) as database:
        marks = ", ".join("?" * len(jobs))
        for table in ("mutation_specs", "work_items"):
            database.execute(f"DELETE FROM {table} WHERE job_id NOT IN ({marks})", jobs)  # noqa: S608
        database.commit()


def results(session: Path) -> list[tuple[str, str, str, str]]:
    """Module, place, outcome and diff of each mutant of a session."""
    with closing(sqlite3.connect(session)) as database:
        return database.execute(
            "SELECT module_path, operator_name || ' in line ' || start_pos_row, test_outcome, diff"
            " FROM mutation_specs JOIN work_results USING (job_id) ORDER BY module_path, start_pos_row"
        ).fetchall()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the sample and print what survived."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=60, help="how many mutants to draw")
    parser.add_argument("--seed", type=int, default=1, help="the same seed draws the same mutants")
    parser.add_argument("--jobs", type=int, default=2, help="how many run at a time")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folders = [Path(name) / str(number) for number in range(options.jobs)]
        for folder in folders:
            folder.mkdir()
            copy_to(folder)
        if cosmic_ray(folders[0], "init", "mutants.toml", "session.sqlite").wait():
            return 2
        if cosmic_ray(folders[0], "baseline", "mutants.toml").wait():
            print("the tests fail without a mutant", file=sys.stderr)
            return 2
        sample = drawn(folders[0] / "session.sqlite", options.seed, options.count)
        for folder in folders[1:]:
            shutil.copy2(folders[0] / "session.sqlite", folder / "session.sqlite")
        for number, folder in enumerate(folders):
            keep(folder / "session.sqlite", sample[number :: options.jobs])
        runs = [cosmic_ray(folder, "exec", "mutants.toml", "session.sqlite") for folder in folders]
        if max(run.wait() for run in runs):
            return 2
        done = sorted(row for folder in folders for row in results(folder / "session.sqlite"))
    survived = [row for row in done if row[2] == "SURVIVED"]
    for module, place, _, diff in survived:
        print(f"survived: {module}, {place}\n{diff}\n")
    print(f"killed {len(done) - len(survived)} of {len(done)} mutants, seed {options.seed}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
