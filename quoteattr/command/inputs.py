"""From the names on the command line to articles, read as they are needed; what is broken keeps its place."""

from __future__ import annotations

import codecs
import gzip
import io
import json
import os
import sys
import zlib
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from glob import glob
from pathlib import Path
from typing import BinaryIO

from attrs import frozen

STANDARD_INPUT = "-"

_LINES = (".jsonl", ".jsonl.gz")
_IN_FOLDERS = (".txt", *_LINES)
_BROKEN = (OSError, EOFError, zlib.error)


@frozen
class Article:
    """One text: what its quotes are filed under, where it stands, how many bytes it took there."""

    name: str
    place: str
    text: str
    size: int


@frozen
class Unreadable:
    """What is no article, where it stands and why."""

    place: str
    reason: str
    size: int = 0


@frozen
class Reading:
    """How inputs are read: all as JSON Lines or by their names, and which fields hold text and name."""

    lines: bool = False
    text: str = "text"
    id: str = "id"

    def has_lines(self, name: str) -> bool:
        """Whether an input holds one article a line."""
        return self.lines or name.endswith(_LINES)


def find_files(names: Sequence[str]) -> list[str | Unreadable]:
    """The files that names stand for.

    Args:
        names: files, folders (all ``.txt``, ``.jsonl`` and ``.jsonl.gz`` in them, at any depth, by name),
            patterns with ``*``, ``?``, ``[...]`` and ``**``, ``-`` for standard input.

    Returns:
        One name a file, in the order of the names, and what a name fails at in its place.
    """
    found: list[str | Unreadable] = []
    for name in names:
        is_pattern = any(sign in name for sign in "*?[") and not Path(name).exists()
        # Path.glob takes no pattern from the root.
        matches = sorted(glob(name, recursive=True)) if is_pattern else [name]  # noqa: PTH207
        if not matches:
            found.append(Unreadable(name, "no file matches"))
        for match in matches:
            if match != STANDARD_INPUT and Path(match).is_dir():
                found.extend(_in_folder(match))
            else:
                found.append(match)
    return found


def _in_folder(name: str) -> Iterator[str | Unreadable]:
    broken: list[OSError] = []
    empty = True
    for folder, folders, files in os.walk(name, onerror=broken.append):
        folders.sort()
        for file in sorted(files):
            if file.endswith(_IN_FOLDERS):
                empty = False
                yield str(Path(folder) / file)
    yield from (Unreadable(str(error.filename), told(error)) for error in broken)
    if empty and not broken:
        yield Unreadable(name, f"no file in it ends in {', '.join(_IN_FOLDERS)}")


def size_of(file: str | Unreadable) -> int:
    """The bytes of a file, 0 where nobody can tell before it is read."""
    if isinstance(file, Unreadable) or file == STANDARD_INPUT:
        return 0
    try:
        return Path(file).stat().st_size
    except OSError:
        return 0


def read(files: Sequence[str | Unreadable], reading: Reading) -> Iterator[Article | Unreadable]:
    """The articles of all files in their order, and in its place whatever could not be read."""
    for file in files:
        if isinstance(file, Unreadable):
            yield file
        elif reading.has_lines(file):
            yield from _read_lines(file, reading)
        else:
            yield _read_text(file)


def _read_text(file: str) -> Article | Unreadable:
    """A whole file as one text, its line ends kept, a byte order mark left out."""
    try:
        with _opened(file) as stream:
            data = stream.read()
        return Article(file, file, _decoded(data), len(data))
    except (OSError, UnicodeDecodeError) as error:
        return Unreadable(file, told(error), size_of(file))


def _read_lines(file: str, reading: Reading) -> Iterator[Article | Unreadable]:
    number = 0
    try:
        with _opened(file) as raw:
            lines = gzip.GzipFile(fileobj=raw) if file.endswith(".gz") else raw
            before = 0
            for number, line in enumerate(lines, 1):
                # A pipe does not know where it is; what is packed takes the bytes of its packed form.
                at = raw.tell() if lines is not raw else before + len(line)
                if line.strip():
                    yield _of_line(line, f"{file}:{number}", at - before, reading)
                before = at
    except _BROKEN as error:
        yield Unreadable(f"{file}:{number + 1}" if number else file, told(error))


def _of_line(line: bytes, place: str, size: int, reading: Reading) -> Article | Unreadable:
    try:
        data = json.loads(_decoded(line.rstrip(b"\r\n")))
    except UnicodeDecodeError as error:
        return Unreadable(place, told(error), size)
    except json.JSONDecodeError as error:
        return Unreadable(place, f"not JSON: {error.msg.removesuffix(' at')} at character {error.pos}", size)
    except (ValueError, RecursionError) as error:
        return Unreadable(place, f"not JSON that can be read: {error}", size)
    if not isinstance(data, dict):
        return Unreadable(place, f"expected a JSON object, got {type(data).__name__}", size)
    if not isinstance(text := data.get(reading.text), str):
        got = type(text).__name__ if reading.text in data else "no such field"
        return Unreadable(place, f"field {reading.text!r}: expected a string, got {got}", size)
    name = data.get(reading.id)
    if name is None:
        name = place
    elif isinstance(name, bool) or not isinstance(name, str | int):
        got = type(name).__name__
        return Unreadable(place, f"field {reading.id!r}: expected a string or whole number, got {got}", size)
    return Article(str(name), place, text, size)


def _opened(file: str) -> AbstractContextManager[BinaryIO | io.BufferedIOBase]:
    if file != STANDARD_INPUT:
        return Path(file).open("rb")
    if sys.stdin is None:
        raise OSError("standard input is closed")
    return nullcontext(sys.stdin.buffer)


def _decoded(data: bytes) -> str:
    mark = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    return data.decode("utf-8")[1:] if mark else data.decode("utf-8")


def told(error: Exception) -> str:
    """An error of reading or writing, in words for the user."""
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8 at byte {error.start} (0x{error.object[error.start]:02x})"
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
