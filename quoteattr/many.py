"""Many texts: lazily, in order, on request with processes; one that fails is named and costs no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import partial
from typing import Literal, overload

from attrs import frozen

from quoteattr.errors import DocumentError
from quoteattr.extraction import Extractor, default_extractor
from quoteattr.processes.pool import in_order
from quoteattr.values import Quote

_Quotes = tuple[Quote, ...]


@overload
def extract_many(
    texts: Iterable[str],
    workers: int | None = None,
    extractor: Extractor | None = None,
    *,
    return_exceptions: Literal[False] = False,
) -> Iterator[_Quotes]: ...


@overload
def extract_many(
    texts: Iterable[str],
    workers: int | None = None,
    extractor: Extractor | None = None,
    *,
    return_exceptions: bool,
) -> Iterator[_Quotes | DocumentError]: ...


def extract_many(
    texts: Iterable[str],
    workers: int | None = None,
    extractor: Extractor | None = None,
    *,
    return_exceptions: bool = False,
) -> Iterator[_Quotes | DocumentError]:
    """The quotes of each text, in the order of the texts.

    Closing the iterator, an error and Ctrl-C end the processes.

    Args:
        texts: read as they are needed; with several processes a bounded amount of text ahead.
        workers: the number of processes; without it everything happens in this one.
        extractor: in place of the one that ships; with several processes it must be picklable.
        return_exceptions: give the ``DocumentError`` of a text in place of its quotes, and go on.

    Yields:
        The quotes of one text, as ``extract`` gives them.

    Raises:
        TypeError: a text is no ``str``; the message names its position.
        DocumentError: a text failed: a rule raised, or the process that worked on it died. It comes
            after the quotes of all texts before.
        RuntimeError: the processes do not start.
    """
    default_extractor()  # read before processes are forked, so that they share it
    plain = map(_plain, texts) if return_exceptions else _only_texts(texts)
    with closing(in_order(partial(_extract, extractor), plain, workers)) as found:
        for quotes in found:
            if isinstance(quotes, DocumentError) and not return_exceptions:
                raise quotes
            yield quotes


@frozen
class _NoText:
    """Stands for a value that is no text, which need not be picklable."""

    type: str


def _plain(text: object) -> str | _NoText:
    return text if isinstance(text, str) else _NoText(type(text).__name__)


def _only_texts(texts: Iterable[str]) -> Iterator[str]:
    for position, text in enumerate(texts):
        if not isinstance(text, str):
            raise TypeError(f"text {position}: expected a str, got {type(text).__name__}")
        yield text


def _extract(extractor: Extractor | None, text: str | _NoText) -> _Quotes:
    if isinstance(text, _NoText):
        raise TypeError(f"expected a str, got {text.type}")
    return (extractor or default_extractor()).extract(text)
