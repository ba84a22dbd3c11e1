"""One process that works on documents: how it is started, what it does, how it ends."""

from __future__ import annotations

import os
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

from attrs import define, field, frozen

from quoteattr.errors import DocumentError

PATIENCE = 1.0  # seconds between looks at whether the other side is still alive
OF_ITSELF = 512  # bytes that a document counts besides its text, so that empty ones are bounded too
_LAST_WORDS = 0.5  # seconds that a process has to end by itself, for its status tells more than a kill

D = TypeVar("D")
R = TypeVar("R")


def answer(function: Callable[[D], R], position: int, document: D) -> R | DocumentError:
    """What the function gives for a document, or that it failed and why."""
    try:
        return function(document)
    except Exception as error:
        return failure(position, error)


def failure(position: int, error: Exception) -> DocumentError:
    """An error of one document, told with the document's position."""
    told = DocumentError(position, f"{type(error).__name__}: {error}")
    told.__cause__ = error
    return told


@frozen
class Pickled:
    """A document as it goes through a pipe."""

    position: int
    data: bytes

    @property
    def size(self) -> int:
        """What it counts where documents are measured out, in bytes."""
        return len(self.data) + OF_ITSELF


@define(eq=False)
class Worker:
    """A process with two pipes of its own: the first document given and not answered is in its hands."""

    process: Process
    tasks: Connection
    answers: Connection
    ready: bool = False
    given: deque[Pickled] = field(factory=deque)

    @classmethod
    def start(cls, function: bytes) -> Worker:
        """A new process that answers with what the (pickled) function gives."""
        theirs, tasks = Pipe(duplex=False)
        answers, own = Pipe(duplex=False)
        process = Process(target=_serve, args=(theirs, own), daemon=True)
        with _interrupts_held():
            process.start()
        theirs.close()
        own.close()
        # Not among the arguments: a large one would be waited for in vain by a process that dies early.
        with suppress(OSError):  # it is dead, which its answers will tell
            tasks.send_bytes(function)
        return cls(process, tasks, answers)

    @property
    def load(self) -> int:
        """The bytes that it has still to work on."""
        return sum(document.size for document in self.given)

    def give(self, chunk: list[Pickled]) -> None:
        """Documents to work on after those that it has; OSError where the process is dead."""
        self.tasks.send([(document.position, document.data) for document in chunk])
        self.given.extend(chunk)

    def received(self) -> Iterator[tuple[int, Any]]:
        """The answers that have come, each with its position; EOFError or OSError after the last ever."""
        alive = self.process.is_alive()
        while self.answers.poll():
            told = self.answers.recv()
            if self.ready:
                yield self.given.popleft().position, told
            self.ready = True
        if not alive:
            raise EOFError

    def end(self) -> str:
        """End it, and tell how it ended; it holds nothing that a kill could harm."""
        self.tasks.close()
        self.answers.close()
        self.process.join(_LAST_WORDS)
        self.process.kill()
        self.process.join()
        code = self.process.exitcode or 0
        return f"was killed by signal {-code}" if code < 0 else f"ended with status {code}"


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """A process that is started meanwhile never sees Ctrl-C: its parent sees it, and ends the process."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(tasks: Connection, answers: Connection) -> None:
    """The whole life of the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        data = tasks.recv_bytes()
    except EOFError:  # the parent ended before it came to this
        return
    function = pickle.loads(data)  # noqa: S301 - our own bytes
    chunks: SimpleQueue[list[tuple[int, bytes]]] = SimpleQueue()
    Thread(target=_listen, args=(tasks, chunks), daemon=True).start()
    answers.send("ready")
    while True:
        for position, data in chunks.get():
            answers.send_bytes(_work(function, position, data))


def _work(function: Callable[[Any], Any], position: int, data: bytes) -> bytes:
    try:
        return pickle.dumps(function(pickle.loads(data)))  # noqa: S301 - our own bytes
    except Exception as error:
        return pickle.dumps(failure(position, error))


def _listen(tasks: Connection, chunks: SimpleQueue[list[tuple[int, bytes]]]) -> None:
    """Take chunks as they come, so that their sender never waits; end the process when the sender has."""
    parent = os.getppid()
    try:
        while True:
            if tasks.poll(PATIENCE):
                chunks.put(tasks.recv())
            elif os.getppid() != parent:  # a process forked meanwhile may hold the pipe open
                break
    except (EOFError, OSError):
        pass
    os._exit(0)
