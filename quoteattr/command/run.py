"""The whole command: inputs through the extractor to the output, and how it ends."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from hashlib import blake2b
from itertools import islice
from pathlib import Path

from quoteattr.command.arguments import Arguments, parse, version_of_package
from quoteattr.command.inputs import STANDARD_INPUT, Article, Unreadable, find_files, read, size_of, told
from quoteattr.command.outputs import CannotResumeError, Output, PartialFile, Run, StandardOutput
from quoteattr.command.progress import Progress
from quoteattr.command.rendering import Look
from quoteattr.command.stream import Done, Input, outcomes

DONE, UNREADABLE, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130
COLUMNS_WITHOUT_A_TERMINAL = 100

Files = Sequence[str | Unreadable]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: the arguments, those of the process where ``None``.

    Returns:
        The exit status: 0; 1 where some input could not be read, decoded or worked through, or the
        output not be written; 2 where there is nothing to resume that fits; 130 after Ctrl-C.

    Raises:
        SystemExit: with 2 for wrong usage, with 0 after ``--help`` and ``--version``.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A file name that is no UTF-8 is shown escaped; in JSON that escape is the right one.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    arguments = parse(argv)
    try:
        return _run(arguments)
    except BrokenPipeError:
        _discard_output()  # whoever read us has enough (head, less): no failure
        return DONE
    except OSError as error:
        if arguments.output is None:
            _discard_output()
        _tell(f"{arguments.output or 'standard output'}: {told(error)}")
        return UNREADABLE
    except CannotResumeError as error:
        _tell(str(error))
        return WRONG_USAGE
    except KeyboardInterrupt:
        if arguments.output is not None:
            _tell(f"interrupted; --resume goes on with {arguments.output}")
        return INTERRUPTED


def _discard_output() -> None:
    # The interpreter flushes what is left in the buffer once more as it ends; that must go nowhere.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell(message: str) -> None:
    print(f"quoteattr: {message}", file=sys.stderr)


def _run(arguments: Arguments) -> int:
    files = find_files(arguments.names)
    look = _look(arguments, files)
    output, done = _output(arguments, files, look)
    on_terminal = sys.stderr.isatty() and (arguments.output is not None or not sys.stdout.isatty())
    try:
        with Progress(sum(map(size_of, files)), on_terminal) as progress:
            if not output.complete:
                items = read(files, arguments.reading)
                done = _work(items, look, arguments.workers, output, done, progress)
    except BaseException:
        output.stop()
        raise
    output.finish()
    if done.skipped and done.inputs > 1:
        _tell(f"{done.skipped:,} of {done.inputs:,} inputs were skipped")
    return UNREADABLE if done.skipped else DONE


def _look(arguments: Arguments, files: Files) -> Look:
    lines = any(isinstance(file, str) and arguments.reading.has_lines(file) for file in files)
    return Look(
        json=arguments.json,
        explain=arguments.explain,
        headed=lines or len(files) > 1,
        columns=_columns(to_file=arguments.output is not None),
        isolate=arguments.output is None and sys.stdout.isatty(),
    )


def _columns(*, to_file: bool) -> int:
    if not to_file:
        return shutil.get_terminal_size((COLUMNS_WITHOUT_A_TERMINAL, 24)).columns
    wanted = os.environ.get("COLUMNS", "")
    return int(wanted) if wanted.isdecimal() else COLUMNS_WITHOUT_A_TERMINAL


def _output(arguments: Arguments, files: Files, look: Look) -> tuple[Output, Done]:
    if arguments.output is None:
        return StandardOutput(), Done()
    if any(_same(file, arguments.output) for file in files):
        raise OSError("is an input too")
    file = PartialFile.start(arguments.output, _kind_of_run(arguments, files, look), resume=arguments.resume)
    return file, file.done


def _same(file: str | Unreadable, output: Path) -> bool:
    if isinstance(file, Unreadable) or file == STANDARD_INPUT:
        return False
    return Path(file).resolve() == output.resolve()


def _kind_of_run(arguments: Arguments, files: Files, look: Look) -> Run:
    """All that the output depends on: a run goes on with the work of another only where it is equal."""
    inputs = [(file, size_of(file)) if isinstance(file, str) else (file.place, -1) for file in files]
    return {
        "version": version_of_package(),
        "inputs": blake2b(repr(inputs).encode("utf-8"), digest_size=16).hexdigest(),
        "--json": look.json,
        "--explain": look.explain,
        "--jsonl": arguments.reading.lines,
        "--text-field": arguments.reading.text,
        "--id-field": arguments.reading.id,
        "COLUMNS": None if look.json else look.columns,
    }


def _work(
    items: Iterator[Article | Unreadable],
    look: Look,
    workers: int,
    output: Output,
    done: Done,
    progress: Progress,
) -> Done:
    if done.inputs:
        _pass_over(items, done, progress)
    with closing(outcomes(items, look, workers, done.inputs)) as found:
        for outcome in found:
            done = done.after(outcome.input, skipped=outcome.fault is not None)
            if outcome.fault is not None:
                sys.stdout.flush()
                progress.say(f"{outcome.input.place}: {outcome.fault}")
            output.write(outcome.lines, done)
            progress.worked(outcome.input)
    return done


def _pass_over(items: Iterable[Article | Unreadable], done: Done, progress: Progress) -> None:
    """Read what an earlier run has done, and see that it still is what it was."""
    again = Done()
    for item in islice(items, done.inputs):
        given = Input.of(item)
        again = again.after(given)
        progress.passed(given)
    if (again.inputs, again.digest) != (done.inputs, done.digest):
        raise CannotResumeError("the inputs are no longer those of the partial run; leave --resume out")
    skipped = f", {done.skipped:,} of them skipped" if done.skipped else ""
    progress.say(f"going on after {done.inputs:,} inputs{skipped}")
