"""Where lines go: to standard output, or to a file that is complete or not there, and can be resumed.

A run with ``--output FILE`` writes ``FILE.partial``. Now and then it makes sure that what is written lies
on the disk, and only then notes in ``FILE.partial.json`` how many inputs that was, a digest of them, and
how many bytes of output belong to them. Whenever the run is killed, the note is therefore true; what was
written after it is cut off by ``--resume``, which reads the same inputs up to there and goes on.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any, Protocol

from attrs import asdict, define, field, frozen

from quoteattr.command.stream import Done

CHECKPOINT_SECONDS = 0.5

Run = Mapping[str, Any]


class CannotResumeError(Exception):
    """What lies on the disk is no part of the run that is asked for; the message says why."""


class Output(Protocol):
    """Takes the lines of one input after the other; ``complete`` where an earlier run has done all."""

    complete: bool

    def write(self, lines: str, done: Done) -> None:
        """Take the lines of one input, with which the run has come to ``done``."""

    def finish(self) -> None:
        """All inputs are done."""

    def stop(self) -> None:
        """The run ends before its time."""


@define
class StandardOutput:
    """The standard output of the process."""

    complete: bool = False

    def write(self, lines: str, done: Done) -> None:
        """Print the lines, at once where somebody looks."""
        sys.stdout.write(lines)

    def finish(self) -> None:
        """Nothing may be left in the buffer."""
        sys.stdout.flush()

    def stop(self) -> None:
        """What is printed is printed."""


@frozen
class Note:
    """What ``FILE.partial.json`` says: of which run it is, how far that came, how many bytes that was."""

    run: Run
    done: Done
    bytes: int
    complete: bool = False

    def write(self, path: Path) -> None:
        """Put it in the place of the note before, in one step."""
        new = path.with_name(f"{path.name}.new")
        with new.open("wb") as stream:
            stream.write(json.dumps(asdict(self), ensure_ascii=False).encode("utf-8", "backslashreplace"))
            _to_disk(stream)
        new.replace(path)

    @classmethod
    def read(cls, path: Path) -> Note | None:
        """The note, ``None`` where there is none; CannotResumeError for what is no note."""
        try:
            data = json.loads(path.read_bytes())
            return cls(data["run"], Done(**data["done"]), int(data["bytes"]), bool(data["complete"]))
        except FileNotFoundError:
            return None
        except (ValueError, TypeError, KeyError) as error:
            raise CannotResumeError(f"{path} does not describe a partial run: {error!r}") from None


@define
class PartialFile:
    """A file that takes its name when it is complete."""

    target: Path
    run: Run
    done: Done = field(factory=Done)  # what is on the disk for certain
    complete: bool = False
    _stream: IO[bytes] | None = None
    _reached: tuple[Done, int] = field(factory=lambda: (Done(), 0))
    _noted: float = field(factory=time.monotonic)

    @classmethod
    def start(cls, target: Path, run: Run, *, resume: bool) -> PartialFile:
        """Begin, or go on where a run of the same kind has come to.

        Raises:
            CannotResumeError: the partial run had other inputs or options, or its file was cut.
            OSError: nothing can be written there.
        """
        target = target.resolve()
        if target.exists() and not target.is_file():
            raise OSError("not a regular file, so no other can take its place")
        output = cls(target, run)
        note = Note.read(output.note) if resume else None
        if note is None:
            output.note.unlink(missing_ok=True)
            output._stream = output.partial.open("wb")
        else:
            output._go_on(note)
        return output

    @property
    def partial(self) -> Path:
        """The lines that are written so far."""
        return self.target.with_name(f"{self.target.name}.partial")

    @property
    def note(self) -> Path:
        """How far they reach."""
        return self.target.with_name(f"{self.target.name}.partial.json")

    def _go_on(self, note: Note) -> None:
        other = sorted(key for key in {*note.run, *self.run} if note.run.get(key) != self.run.get(key))
        if other:
            raise CannotResumeError(f"the partial run differs in {', '.join(other)}; leave --resume out")
        self.done, self.complete = note.done, note.complete
        self._reached = (note.done, note.bytes)
        if note.complete and not self.partial.exists():
            return  # it was killed when the file had its name and the note was still there
        if not self.partial.exists() or self.partial.stat().st_size < note.bytes:
            raise CannotResumeError(f"{self.partial} is shorter than when it was noted; leave --resume out")
        self._stream = self.partial.open("r+b")
        self._stream.truncate(note.bytes)
        self._stream.seek(note.bytes)

    def write(self, lines: str, done: Done) -> None:
        """Write the lines of one input; note it on the disk if the last time is long enough ago."""
        assert self._stream is not None
        data = lines.encode("utf-8", "backslashreplace")
        self._stream.write(data)
        self._reached = (done, self._reached[1] + len(data))
        if time.monotonic() - self._noted >= CHECKPOINT_SECONDS:
            self._note()

    def _note(self) -> None:
        if self._stream is not None:
            _to_disk(self._stream)
        self.done = self._reached[0]
        Note(self.run, *self._reached, self.complete).write(self.note)
        self._noted = time.monotonic()

    def finish(self) -> None:
        """Give the file its name."""
        self.complete = True
        self._note()
        if self._stream is not None:
            self._stream.close()
            self.partial.replace(self.target)
        self.note.unlink(missing_ok=True)

    def stop(self) -> None:
        """Note how far the run has come."""
        self._note()
        if self._stream is not None:
            self._stream.close()


def _to_disk(stream: IO[bytes]) -> None:
    stream.flush()
    os.fsync(stream.fileno())
