"""What the tables of answers are told in: who said what."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import quoteattr


@pytest.fixture(scope="session")
def said_in() -> Callable[[str], tuple[str, ...]]:
    """Each quote of a text as its speaker, ``?`` where nobody is known, a colon and its content."""
    return lambda text: tuple(
        f"{quote.speaker.name if quote.speaker else '?'}: {quote.content.text}"
        for quote in quoteattr.extract(text)
    )
