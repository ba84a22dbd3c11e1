"""A progress bar on a terminal, where tqdm is installed; messages that do not run into it."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from quoteattr.command.stream import Input

if TYPE_CHECKING:
    from tqdm import tqdm

_DELAY = 1.0  # seconds before the bar appears: a short run has none


@define
class Progress:
    """How far a run has come, on standard error.

    ``total`` is the bytes of all inputs, 0 where they are unknown; ``shown`` whether there is a terminal
    to show it on.
    """

    total: int
    shown: bool
    articles: int = 0
    characters: int = 0
    _bar: tqdm[Any] | None = field(init=False, default=None)
    _start: float = field(init=False, factory=time.monotonic)

    def __enter__(self) -> Self:
        if self.shown:
            self._bar = _bar(self.total)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.close()

    def passed(self, given: Input) -> None:
        """An input of an earlier run was passed over: it counts for the way, not for the speed."""
        if self._bar is not None:
            self._bar.update(given.size)

    def worked(self, given: Input) -> None:
        """An input was worked on."""
        self.articles += 1
        self.characters += given.characters
        if self._bar is not None:
            self._bar.set_postfix_str(self.speed(time.monotonic() - self._start), refresh=False)
            self._bar.update(given.size)

    def speed(self, seconds: float) -> str:
        """Articles and characters a second."""
        rates = (count / max(seconds, 1e-9) for count in (self.articles, self.characters))
        return "{:,} articles, {:,.0f} articles/s, {:,.0f} characters/s".format(self.articles, *rates)

    def say(self, message: str) -> None:
        """A line for the user, above the bar."""
        if self._bar is not None:
            self._bar.clear()
        print(f"quoteattr: {message}", file=sys.stderr, flush=True)


def _bar(total: int) -> tqdm[Any] | None:
    try:
        from tqdm import tqdm  # noqa: PLC0415 - an extra, and slow to import
    except ImportError:
        return None

    # The thread that tqdm watches its bars with would be forked with the worker processes.
    kind = type("_Bar", (tqdm,), {"monitor_interval": 0})
    bar: tqdm[Any] = kind(
        total=total or None, unit="B", unit_scale=True, file=sys.stderr, dynamic_ncols=True, delay=_DELAY
    )
    return bar
