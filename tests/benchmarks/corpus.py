"""Articles made from the project's own examples: the example articles, and cases put into paragraphs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from random import Random

TESTS = Path(__file__).parent.parent
EXAMPLES = TESTS.parent / "docs" / "examples"
PARAGRAPHS = range(4, 14)  # in an article made of cases


@cache
def sentences() -> tuple[str, ...]:
    """The texts of all cases, in the order of their files."""
    lines = (
        line for file in sorted((TESTS / "cases").glob("*.jsonl")) for line in file.open(encoding="utf-8")
    )
    return tuple(json.loads(line)["text"] for line in lines)


def made_up(seed: int = 1) -> Iterator[str]:
    """Articles without end, the same for the same seed: an example article, then twenty of cases."""
    random = Random(seed)
    for example in cycle(sorted(EXAMPLES.glob("*.txt"))):
        yield example.read_text(encoding="utf-8")
        for _ in range(20):
            paragraphs = (
                " ".join(random.choices(sentences(), k=3)) for _ in range(random.choice(PARAGRAPHS))
            )
            yield "\n".join(paragraphs)


def articles(file: Path | None, count: int) -> list[str]:
    """So many articles: those of a JSON Lines file with ``text``, over and over, else made up."""
    if file is None:
        return list(islice(made_up(), count))
    with file.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines if line.strip()]
    return list(islice(cycle(texts), count))


def in_one(file: Path | None, characters: int) -> str:
    """One text of so many characters: articles, one after the other."""
    parts: list[str] = []
    length = 0
    texts = made_up() if file is None else cycle(articles(file, 1000))
    while length < characters:
        parts.append(next(texts))
        length += len(parts[-1]) + 1
    return "\n".join(parts)[:characters]
