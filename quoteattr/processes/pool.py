"""Documents given to processes and answers put in order, whatever becomes of a process."""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from multiprocessing.connection import wait
from typing import Any, Generic, TypeVar

from attrs import define, field

from quoteattr.errors import DocumentError
from quoteattr.processes.worker import OF_ITSELF, PATIENCE, Pickled, Worker, answer, failure

_CHUNK = 1 << 16  # bytes, some 30,000 Arabic letters: about a tenth of a second's work
_AHEAD = 4  # chunks for each process that are read and not yet passed on
_FALSE_STARTS = 3

D = TypeVar("D")
R = TypeVar("R")


def in_order(
    function: Callable[[D], R], documents: Iterable[D], workers: int | None = None
) -> Generator[R | DocumentError, None, None]:
    """What ``function`` gives for each document, in the order of the documents.

    Args:
        function: called with one document. For several processes it can be pickled, as can what it
            takes and gives.
        documents: read as they are needed; with processes, a bounded amount of text ahead.
        workers: the number of processes; without it, or with 1, all happens in this one.

    Yields:
        The value, or a ``DocumentError`` where the function raised or its process died. What reading
        ``documents`` raises is raised at its place, after the answers to what was read before.

    Raises:
        RuntimeError: the processes do not start.
    """
    if workers is None or workers <= 1:
        for position, document in enumerate(documents):
            yield answer(function, position, document)
        return
    pool: _Pool[D] = _Pool(pickle.dumps(function), _Reader(iter(documents)), workers)
    try:
        yield from pool.answers()
    finally:
        pool.end()


@define
class _Reader(Generic[D]):
    """The documents as they go to processes; it remembers the error that reading them ended with."""

    documents: Iterator[D]
    read: int = 0
    ended: bool = False
    error: Exception | None = None

    def next(self) -> Pickled | DocumentError | None:
        try:
            document = next(self.documents)
        except StopIteration:
            self.ended = True
            return None
        except Exception as error:
            self.ended, self.error = True, error
            return None
        self.read += 1
        try:
            return Pickled(self.read - 1, pickle.dumps(document))
        except Exception as error:
            return failure(self.read - 1, error)


@define
class _Pool(Generic[D]):
    function: bytes
    reader: _Reader[D]
    size: int
    workers: list[Worker] = field(factory=list)
    left: deque[Pickled] = field(factory=deque)  # given to a process that died before it came to them
    done: dict[int, Any] = field(factory=dict)  # answers that wait for one before them
    sizes: deque[int] = field(factory=deque)  # of all that is read and not passed on
    held: int = 0
    passed: int = 0
    false_starts: int = 0

    def answers(self) -> Iterator[Any]:
        while True:
            self._feed()
            while self.passed in self.done:
                told = self.done.pop(self.passed)
                self.passed += 1
                self.held -= self.sizes.popleft()
                yield told
            if self.passed < self.reader.read:
                self._receive()
            elif self.reader.ended:
                break
        if self.reader.error is not None:
            raise self.reader.error

    def end(self) -> None:
        for worker in self.workers:
            worker.process.kill()
        for worker in self.workers:
            worker.end()

    def _feed(self) -> None:
        """Give every process something beyond what it works on, so that none waits for this one."""
        while chunk := self._chunk():
            if len(self.workers) < self.size:
                self.workers.append(Worker.start(self.function))
            worker = min(self.workers, key=lambda worker: worker.load)
            try:
                worker.give(chunk)
            except OSError:  # it died idle: no document is to blame
                self.left.extendleft(reversed(chunk))
                self._lose(worker)

    def _chunk(self) -> list[Pickled]:
        """The next documents by the size of their text, not by their number; none where all are busy."""
        chunk: list[Pickled] = []
        if len(self.workers) == self.size and min(worker.load for worker in self.workers) >= _CHUNK:
            return chunk
        while sum(document.size for document in chunk) < _CHUNK:
            document = self.left.popleft() if self.left else self._read()
            if document is None:
                break
            chunk.append(document)
        return chunk

    def _read(self) -> Pickled | None:
        while not self.reader.ended and self.held < self.size * _AHEAD * _CHUNK:
            document = self.reader.next()
            if document is None:
                break
            self.sizes.append(document.size if isinstance(document, Pickled) else OF_ITSELF)
            self.held += self.sizes[-1]
            if isinstance(document, Pickled):
                return document
            self.done[document.position] = document
        return None

    def _receive(self) -> None:
        ready = wait([worker.answers for worker in self.workers], PATIENCE)
        for worker in tuple(self.workers):
            if ready and worker.answers not in ready:
                continue
            try:
                for position, told in worker.received():
                    self.done[position] = told
            except (EOFError, OSError):
                self._bury(worker)

    def _bury(self, worker: Worker) -> None:
        """The document that a dead process was at is told, the others go to another process."""
        how = self._lose(worker)
        if worker.ready and worker.given:
            position = worker.given.popleft().position
            self.done[position] = DocumentError(position, f"the process that worked on it {how}")
        self.left.extendleft(reversed(worker.given))

    def _lose(self, worker: Worker) -> str:
        self.workers.remove(worker)
        how = worker.end()
        self.false_starts = 0 if worker.ready else self.false_starts + 1
        if self.false_starts > _FALSE_STARTS:
            raise RuntimeError(f"the worker processes do not start: the last one {how}")
        return how
