"""Articles through the extractor, in order: what each one came to, and how far the run has come."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from functools import partial
from hashlib import blake2b

from attrs import evolve, frozen

from quoteattr.command.inputs import Article, Unreadable
from quoteattr.command.rendering import Look, render
from quoteattr.processes.pool import in_order


@frozen
class Input:
    """What is remembered of an input while its article is worked on."""

    place: str
    digest: bytes
    characters: int
    size: int

    @classmethod
    def of(cls, item: Article | Unreadable) -> Input:
        """The digest tells articles apart by name and text, and what is unreadable by place and reason."""
        parts = (item.name, item.text) if isinstance(item, Article) else (item.place, item.reason)
        digest = blake2b(digest_size=16)
        for part in parts:
            data = part.encode("utf-8", "surrogatepass")
            digest.update(len(data).to_bytes(8, "big") + data)
        return cls(item.place, digest.digest(), len(parts[1]) * isinstance(item, Article), item.size)


@frozen
class Outcome:
    """An input and the lines for it, or why there are none."""

    input: Input
    lines: str
    fault: str | None = None


@frozen
class Done:
    """How far a run has come: the inputs behind it, those of them skipped, and a digest of them all."""

    inputs: int = 0
    skipped: int = 0
    digest: str = ""

    def after(self, given: Input, *, skipped: bool = False) -> Done:
        """One input further."""
        digest = blake2b(bytes.fromhex(self.digest) + given.digest, digest_size=16).hexdigest()
        return evolve(self, inputs=self.inputs + 1, skipped=self.skipped + skipped, digest=digest)


def outcomes(
    items: Iterable[Article | Unreadable], look: Look, workers: int, first: int = 0
) -> Generator[Outcome, None, None]:
    """What each input comes to, in order; ``first`` is the number of the first one in the whole run."""
    ahead: deque[Input] = deque()

    def numbered() -> Iterator[tuple[int, Article | Unreadable]]:
        for number, item in enumerate(items, first):
            ahead.append(Input.of(item))
            yield number, item

    with closing(in_order(partial(render, look), numbered(), workers)) as found:
        for lines in found:
            given = ahead.popleft()
            if isinstance(lines, str):
                yield Outcome(given, lines)
            else:
                yield Outcome(given, "", lines.reason)
