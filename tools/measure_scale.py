"""Measure what many articles cost: measure_scale.py ARTICLES.jsonl, one object with a ``text`` a line.

Prints the figures of docs/scale.md: processor time, memory, and bytes of what is written. The bytes of
Parquet need the extra quoteattr[spark].
"""

from __future__ import annotations

import argparse
import gzip
import importlib.metadata
import io
import json
import pickle
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import quoteattr
from quoteattr.wire import fields_of

ROUNDS = 5
LONG = 20_000


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print; returns the exit status 0."""
    parser = argparse.ArgumentParser(description="Measure the cost of articles, for plans of large jobs.")
    parser.add_argument("articles", type=Path, help="JSON lines with a key 'text'")
    arguments = parser.parse_args(argv)
    lines = arguments.articles.read_text(encoding="utf-8").splitlines()
    texts: list[str] = [json.loads(line)["text"] for line in lines]
    for figures in (start(), speed(texts), length(texts), written(texts), parquet(texts)):
        for name, value in figures:
            print(f"{name:<46}{value:>14,.3f}")
    return 0


Figures = Iterator[tuple[str, float]]


def seconds(work: Callable[[], object]) -> float:
    """Processor time of the fastest of a few rounds: what else the machine does is left out."""

    def once() -> float:
        before = time.process_time()
        work()
        return time.process_time() - before

    return min(once() for _ in range(ROUNDS))


def start() -> Figures:
    """What a process pays before its first article."""
    yield "tables read, s", seconds(quoteattr.Lexicon.default)
    pickled = pickle.dumps(quoteattr.Extractor())
    yield "extractor pickled, MB", len(pickled) / 1e6
    yield "extractor unpickled, s", seconds(lambda: pickle.loads(pickled))  # noqa: S301 - our own
    yield "peak memory so far, MB", peak()


def speed(texts: Sequence[str]) -> Figures:
    """What the articles cost."""
    characters = sum(map(len, texts))
    quotes = sum(len(quoteattr.extract(text)) for text in texts)
    took = seconds(lambda: [quoteattr.extract(text) for text in texts])
    yield "articles", len(texts)
    yield "characters an article", characters / len(texts)
    yield "bytes of UTF-8 an article", sum(len(text.encode()) for text in texts) / len(texts)
    yield "longest article, characters", max(map(len, texts))
    yield "quotes an article", quotes / len(texts)
    yield "characters a second", characters / took
    yield "articles a second", len(texts) / took
    yield "core hours a million articles", took / len(texts) * 1e6 / 3600
    yield "peak memory so far, MB", peak()


def length(texts: Sequence[str]) -> Figures:
    """What one long text costs: the articles run together, again and again."""
    joined = "\n".join(texts)
    for size in (LONG, 4 * LONG, 16 * LONG, 64 * LONG):
        text = (joined * (size // len(joined) + 1))[:size]
        before = time.process_time()
        quoteattr.extract(text)
        yield f"one text of {size:,} characters, s", time.process_time() - before
    yield "peak memory so far, MB", peak()


def written(texts: Sequence[str]) -> Figures:
    """What quotes and decisions take as JSON lines."""
    rows = [quoteattr.to_dict(quote) for text in texts for quote in quoteattr.extract(text)]
    decisions = [fields_of(found) for text in texts for found in quoteattr.explain(text).decisions]
    for name, values in (("quote", rows), ("decision", decisions)):
        lines = "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values).encode()
        yield f"{name}s", len(values)
        yield f"bytes a {name}, JSON lines", len(lines) / len(values)
        yield f"bytes a {name}, JSON lines, gzip", len(gzip.compress(lines, 6)) / len(values)
    yield "extract, s", seconds(lambda: [quoteattr.extract(text) for text in texts])
    yield "explain, s", seconds(lambda: [quoteattr.explain(text) for text in texts])


def parquet(texts: Sequence[str]) -> Figures:
    """What quotes take as Parquet, pages only: the footer of a small file is no measure of a large one."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
        from pyarrow import parquet as pq  # noqa: PLC0415
        from pyspark.sql.pandas.types import to_arrow_schema  # noqa: PLC0415

        from quoteattr.spark import quote_schema  # noqa: PLC0415
    except ImportError as error:
        print(f"no figures for Parquet: {error}", file=sys.stderr)
        return
    version = importlib.metadata.version("quoteattr")
    rows: list[dict[str, Any]] = [
        {"index": index, **quoteattr.to_dict(quote), "version": version}
        for text in texts
        for index, quote in enumerate(quoteattr.extract(text))
    ]
    table = pa.Table.from_pylist(rows, to_arrow_schema(quote_schema()))
    for compression in ("snappy", "zstd"):
        target = io.BytesIO()
        pq.write_table(table, target, compression=compression)
        group = pq.ParquetFile(io.BytesIO(target.getvalue())).metadata.row_group(0)
        pages = sum(group.column(place).total_compressed_size for place in range(group.num_columns))
        yield f"bytes a quote, Parquet, {compression}", pages / len(rows)
        yield f"bytes of the footer, Parquet, {compression}", len(target.getvalue()) - pages


def peak() -> float:
    """The most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
