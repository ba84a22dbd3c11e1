"""What may stand on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from attrs import frozen

from quoteattr.command.inputs import STANDARD_INPUT, Reading

_EPILOG = """\
A FILE whose name ends in .jsonl or .jsonl.gz holds one article a line: a JSON object with its
text and, where it has one, its id; any other FILE is one article. Of a folder all .txt, .jsonl
and .jsonl.gz are read, at any depth; a pattern such as 'news/**/*.txt' stands for its matches.
Articles are read and printed one after the other, however many there are.

The number of a quote (#) is its place in the result, from 0; "3 in 2" is nested in quote 2.
Offsets (at, and start and end in JSON) count the code points of the text, a byte order mark
at the beginning of a file left out. The width of the table is that of the terminal, or COLUMNS.

exit status: 0 all read; 1 some input could not be read or worked through (it is named, and the
others are processed all the same); 2 wrong usage, or nothing to resume that fits; 130 interrupted.
"""


@frozen
class Arguments:
    """The command line, read."""

    names: tuple[str, ...]
    json: bool
    explain: bool
    reading: Reading
    workers: int
    output: Path | None
    resume: bool


def parse(argv: Sequence[str] | None) -> Arguments:
    """The arguments; SystemExit with 2 for wrong usage, with 0 after ``--help`` and ``--version``."""
    parser = _parser()
    given = parser.parse_args(argv)
    if given.resume and given.output is None:
        parser.error("--resume goes on with the file of --output, which is not given")
    return Arguments(
        names=tuple(given.files or [STANDARD_INPUT]),
        json=given.json,
        explain=given.explain,
        reading=Reading(given.jsonl, given.text_field, given.id_field),
        workers=given.workers,
        output=given.output,
        resume=given.resume,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="quoteattr",
        description="Who said what in Arabic news text: quotations, their speakers and their cues.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="UTF-8 file, folder or pattern; - or none: standard input"
    )
    parser.add_argument("--json", action="store_true", help="JSON Lines: one object a quote, or a decision")
    parser.add_argument(
        "--explain",
        action="store_true",
        help="instead of the quotes, each mark, cue and speaker: the rules and candidates, and why",
    )
    parser.add_argument("--workers", type=_count, default=1, metavar="N", help="use N processes (1)")
    parser.add_argument(
        "--output", type=Path, metavar="FILE", help="write to FILE, which appears when it is complete"
    )
    parser.add_argument(
        "--resume", action="store_true", help="go on with the --output of a run that was cut short"
    )
    parser.add_argument(
        "--jsonl", action="store_true", help="every input holds JSON Lines, standard input too"
    )
    parser.add_argument("--text-field", default="text", metavar="NAME", help="of the JSON Lines read (text)")
    parser.add_argument("--id-field", default="id", metavar="NAME", help="of the JSON Lines read (id)")
    parser.add_argument("--version", action="version", version=f"quoteattr {version_of_package()}")
    return parser


def _count(written: str) -> int:
    if not written.isdecimal() or int(written) < 1:
        raise argparse.ArgumentTypeError(f"expected a whole number from 1, got {written!r}")
    return int(written)


def version_of_package() -> str:
    """The version that is installed."""
    try:
        return version("quoteattr")
    except PackageNotFoundError:  # run from a checkout that was not installed
        return "(not installed)"
