"""A step of reading a noun phrase: where it looks, and what it says where it takes nothing in."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from attrs import frozen

from quoteattr.cues.page import Page
from quoteattr.speakers.attachment import Reading


class Verdict(Enum):
    """What a step says where it takes nothing in."""

    END = "end"
    PASS = "pass over"  # noqa: S105 - no password


END, PASS = Verdict.END, Verdict.PASS


@frozen
class Place:
    """Where a step looks: the phrase began at ``start`` and may reach ``limit``."""

    page: Page
    start: int
    limit: int


Step = Callable[[Place, Reading], "Reading | Verdict"]
