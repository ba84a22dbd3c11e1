"""The command ``quoteattr``: files in; a table, or JSON Lines, out."""

from __future__ import annotations

import argparse
import codecs
import io
import json
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from quoteattr.columns import table
from quoteattr.explanation import Decision
from quoteattr.extraction import explain, extract
from quoteattr.values import Quote
from quoteattr.wire import fields_of, to_dict

STANDARD_INPUT = "-"
DONE, UNREADABLE, INTERRUPTED = 0, 1, 130
COLUMNS_WITHOUT_A_TERMINAL = 100

_Row = tuple[str, ...]

_QUOTE_HEADING = ("#", "kind", "speaker", "cue", "content")
_QUOTE_WIDTHS = (9, 8, 32, 12)
_DECISION_HEADING = ("at", "what", "text", "verdict", "rule", "reason")
_DECISION_WIDTHS = (8, 7, 24, 8, 28)

_EPILOG = """\
The number of a quote (#) is its place in the result, from 0; "3 in 2" is nested in quote 2.
Offsets (at, and start and end in JSON) count the code points of the file, a byte order mark
at its beginning left out. The width of the table is that of the terminal, or COLUMNS.

exit status: 0 all read; 1 some file could not be read or is not UTF-8 (the others are
processed all the same); 2 wrong usage.
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: the arguments, those of the process where ``None``.

    Returns:
        The exit status: 0, or 1 where some file could not be read or decoded.

    Raises:
        SystemExit: with 2 for wrong usage, with 0 after ``--help`` and ``--version``.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A file name that is no UTF-8 is shown escaped; in JSON that escape is the right one.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    arguments = _parser().parse_args(argv)
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        _discard_output()  # whoever read us has enough (head, less): no failure
        return DONE
    except OSError as error:
        _discard_output()
        print(f"quoteattr: standard output: {_told(error)}", file=sys.stderr)
        return UNREADABLE
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _discard_output() -> None:
    # The interpreter flushes what is left in the buffer once more as it ends; that must go nowhere.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="quoteattr",
        description="Who said what in Arabic news text: quotations, their speakers and their cues.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="a UTF-8 text; - or none: standard input")
    parser.add_argument("--json", action="store_true", help="JSON Lines: one object a quote, or a decision")
    parser.add_argument(
        "--explain",
        action="store_true",
        help="instead of the quotes, each mark and cue: which rule took it, or why it was refused",
    )
    parser.add_argument("--version", action="version", version=f"quoteattr {_version()}")
    return parser


def _version() -> str:
    try:
        return version("quoteattr")
    except PackageNotFoundError:  # run from a checkout that was not installed
        return "(not installed)"


def _run(arguments: argparse.Namespace) -> int:
    status = DONE
    files: list[str] = arguments.files or [STANDARD_INPUT]
    for number, name in enumerate(files):
        try:
            text = _read(name)
        except (OSError, UnicodeDecodeError) as error:
            sys.stdout.flush()
            print(f"quoteattr: {name}: {_told(error)}", file=sys.stderr)
            status = UNREADABLE
            continue
        if len(files) > 1 and not arguments.json:
            print("\n" * bool(number) + f"==> {name} <==")
        for line in _lines(text, name, arguments):
            print(line)
    return status


def _read(name: str) -> str:
    """The text of a file, its line ends kept, a byte order mark left out."""
    if name == STANDARD_INPUT:
        if sys.stdin is None:
            raise OSError("standard input is closed")
        data = sys.stdin.buffer.read()
    else:
        data = Path(name).read_bytes()
    mark = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    return data.decode("utf-8")[1:] if mark else data.decode("utf-8")


def _told(error: OSError | UnicodeDecodeError) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8 at byte {error.start} (0x{error.object[error.start]:02x})"
    return error.strerror or str(error)


def _lines(text: str, name: str, arguments: argparse.Namespace) -> Iterator[str]:
    if arguments.explain:
        decisions = explain(text).decisions
        if arguments.json:
            return _json_lines(name, map(fields_of, decisions))
        return _tabulated(
            _DECISION_HEADING, map(_decision_row, decisions), _DECISION_WIDTHS, "no cue and no mark"
        )
    quotes = extract(text)
    if arguments.json:
        return _json_lines(name, map(to_dict, quotes))
    return _tabulated(_QUOTE_HEADING, map(_quote_row, range(len(quotes)), quotes), _QUOTE_WIDTHS, "no quotes")


def _json_lines(name: str, objects: Iterator[dict[str, Any]]) -> Iterator[str]:
    for index, item in enumerate(objects):
        yield json.dumps({"document": name, "index": index, **item}, ensure_ascii=False)


def _tabulated(heading: _Row, found: Iterator[_Row], most: tuple[int, ...], none: str) -> Iterator[str]:
    rows = list(found)
    if not rows:
        return iter((none,))
    columns = shutil.get_terminal_size((COLUMNS_WITHOUT_A_TERMINAL, 24)).columns
    return table([heading, *rows], most, columns, isolate=sys.stdout.isatty())


def _quote_row(index: int, quote: Quote) -> _Row:
    return (
        str(index) if quote.parent is None else f"{index} in {quote.parent}",
        quote.kind.value,
        quote.speaker.name if quote.speaker else "unknown",
        quote.cue.span.text if quote.cue else "",
        quote.content.text,
    )


def _decision_row(decision: Decision) -> _Row:
    verdict = "taken" if decision.taken else "refused"
    place = str(decision.span.start)
    return place, decision.subject, decision.span.text, verdict, decision.rule, decision.reason
