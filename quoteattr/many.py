"""Many texts: lazily, in order, on request with processes."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice

from quoteattr.extraction import Extractor, default_extractor
from quoteattr.values import Quote

_CHUNK = 32
_AHEAD = 4


def extract_many(
    texts: Iterable[str], workers: int | None = None, extractor: Extractor | None = None
) -> Iterator[tuple[Quote, ...]]:
    """The quotes of each text, in the order of the texts.

    ``workers`` is the number of processes; without it everything happens in this one. The texts are
    read as they are needed, a bounded number ahead. Raises TypeError for a text that is no ``str``,
    naming its position.
    """
    chosen = extractor or default_extractor()
    numbered = enumerate(texts)
    if workers is None or workers <= 1:
        for number, text in numbered:
            yield _one(chosen, number, text)
        return
    with ProcessPoolExecutor(max_workers=workers) as pool:
        waiting: deque[Future[list[tuple[Quote, ...]]]] = deque()
        while True:
            while len(waiting) < workers * _AHEAD and (chunk := list(islice(numbered, _CHUNK))):
                waiting.append(pool.submit(_chunk, extractor, chunk))
            if not waiting:
                return
            yield from waiting.popleft().result()


def _chunk(extractor: Extractor | None, chunk: list[tuple[int, str]]) -> list[tuple[Quote, ...]]:
    chosen = extractor or default_extractor()
    return [_one(chosen, number, text) for number, text in chunk]


def _one(extractor: Extractor, number: int, text: str) -> tuple[Quote, ...]:
    if not isinstance(text, str):
        raise TypeError(f"text {number}: expected a str, got {type(text).__name__}")
    return extractor.extract(text)
