"""Quotes of a Spark DataFrame of texts, by Arrow batches: the extra ``quoteattr[spark]``.

Each text is worked through alone, so the job has no shuffle: partitions of quotes are those of the texts.
"""

from __future__ import annotations

import types
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import lru_cache, partial
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from quoteattr.extraction import Extractor, default_extractor
from quoteattr.values import Quote
from quoteattr.wire import from_dict, to_dict

try:
    import pyarrow as pa
    from pyspark.sql import DataFrame, Row
    from pyspark.sql.pandas.types import to_arrow_schema
    from pyspark.sql.types import (
        ArrayType,
        DataType,
        DoubleType,
        IntegerType,
        StringType,
        StructField,
        StructType,
    )
except ImportError as error:
    raise ImportError(
        f"quoteattr.spark needs pyspark and pyarrow ({error}): pip install 'quoteattr[spark]'",
        name=error.name,
    ) from error

# Rows of one batch that goes back to Spark: however many quotes a batch of texts has, memory stays bounded.
_ROWS = 1000


def extract_quotes(frame: DataFrame, column: str = "text", extractor: Extractor | None = None) -> DataFrame:
    """The quotes of each text of a DataFrame, one row per quote.

    Args:
        frame: a DataFrame with a column of texts and any others.
        column: the name of the column of texts, a string column.
        extractor: what finds the quotes, the default one if left out. Spark pickles it once, with
            the functions of its rules, and each task unpickles it.

    Returns:
        A DataFrame of the other columns of ``frame`` followed by those of ``quote_schema``. A text
        without quotes and a null text have no rows. A text at which the extractor raises, as a rule of
        one's own may, has one row: its ``error`` says what was raised, its quote is null. Offsets are
        code points of the text, half open, so that
        ``substring(text, content.start + 1, content.end - content.start)`` in SQL is the content; bytes
        that are no UTF-8 count as the U+FFFD that Python decodes them to.

    Raises:
        ValueError: ``frame`` has no such column or two of them, or another of its columns has the name of
            one of ``quote_schema``.
        TypeError: the column holds no strings.
    """
    kept = _kept_columns(frame.schema, column)
    schema = StructType([*kept, *quote_schema()])
    twice = [name for name, times in Counter(name.lower() for name in schema.names).items() if times > 1]
    if twice:
        raise ValueError(f"more than one column {twice[0]!r} in the result: rename that of the DataFrame")
    read = partial(
        _read_batches,
        place=frame.columns.index(column),
        fields=to_arrow_schema(quote_schema()),
        extractor=extractor,
    )
    return frame.mapInArrow(read, schema)


def quote_schema() -> StructType:
    """The columns that ``extract_quotes`` adds.

    Returns:
        A schema of ``index``, the place of the quote among those of its text, from 0; the keys of
        ``to_dict``, objects as structs; ``version``, that of quoteattr where the quote was found, null
        where it runs without being installed; and ``error``, null beside a quote.
    """
    # What an error leaves null may be null in every column.
    quote = [StructField(field.name, field.dataType) for field in _struct(Quote)]
    return StructType(
        [
            StructField("index", IntegerType()),
            *quote,
            StructField("version", StringType()),
            StructField("error", StringType()),
        ]
    )


def from_row(row: Row) -> Quote:
    """The quote of a row of ``extract_quotes``: what ``Extractor.extract`` gave.

    Args:
        row: a row with all columns of a quote; others are passed over.

    Returns:
        The quote.

    Raises:
        ValueError: the row has no quote, as beside an ``error``.
    """
    values = row.asDict(recursive=True)
    return from_dict({key: values[key] for key in attrs.fields_dict(Quote) if key in values})


def _kept_columns(schema: StructType, column: str) -> list[StructField]:
    """The fields beside the column of texts, which is there once and holds strings."""
    found = [field for field in schema if field.name == column]
    if len(found) != 1:
        number = "more than one" if found else "no"
        raise ValueError(f"{number} column {column!r}; the DataFrame has {', '.join(schema.names)}")
    if not isinstance(found[0].dataType, StringType):
        raise TypeError(f"column {column!r}: expected string, got {found[0].dataType.simpleString()}")
    return [field for field in schema if field.name != column]


def _spark_type(kind: Any) -> DataType:
    """The Spark type of an annotated type of ``quoteattr.values``, as ``to_dict`` writes it."""
    if get_origin(kind) is tuple:
        return ArrayType(_spark_type(get_args(kind)[0]), containsNull=False)
    if attrs.has(kind):
        return _struct(kind)
    if issubclass(kind, Enum):
        return StringType()
    plain: dict[Any, type[DataType]] = {str: StringType, int: IntegerType, float: DoubleType}
    return plain[kind]()


def _struct(kind: type[Any]) -> StructType:
    hints = get_type_hints(kind)
    return StructType([_field(name, hints[name]) for name in attrs.fields_dict(kind)])


def _field(name: str, kind: Any) -> StructField:
    if get_origin(kind) in (Union, types.UnionType):
        (kind,) = (member for member in get_args(kind) if member is not types.NoneType)
        return StructField(name, _spark_type(kind), nullable=True)
    return StructField(name, _spark_type(kind), nullable=False)


def _read_batches(
    batches: Iterable[pa.RecordBatch], *, place: int, fields: pa.Schema, extractor: Extractor | None
) -> Iterator[pa.RecordBatch]:
    """In a Python worker: batches of texts, at column ``place``, to batches of quotes."""
    chosen = extractor or default_extractor()
    for batch in batches:
        others = [number for number in range(batch.num_columns) if number != place]
        kept = batch.select(others)
        origins: list[int] = []
        rows: list[dict[str, Any]] = []
        for origin, text in enumerate(_texts(batch.column(place))):
            found = [] if text is None else _rows(chosen, text)
            origins.extend([origin] * len(found))
            rows.extend(found)
            if len(rows) >= _ROWS:
                yield _beside(kept, origins, rows, fields)
                origins, rows = [], []
        yield _beside(kept, origins, rows, fields)


def _texts(column: pa.Array) -> Iterator[str | None]:
    # Spark does not check what it calls a string, so the bytes may be no UTF-8.
    raw = pa.large_binary() if pa.types.is_large_string(column.type) else pa.binary()
    for value in column.cast(raw):
        content = value.as_py()
        yield None if content is None else content.decode("utf-8", "replace")


def _rows(extractor: Extractor, text: str) -> list[dict[str, Any]]:
    try:
        quotes = extractor.extract(text)
    except Exception as error:  # the other texts of the job are not to blame
        return [{"version": _version(), "error": f"{type(error).__name__}: {error}"}]
    return [
        {"index": index, **to_dict(quote), "version": _version(), "error": None}
        for index, quote in enumerate(quotes)
    ]


@lru_cache(maxsize=1)
def _version() -> str | None:
    try:
        return version("quoteattr")
    except PackageNotFoundError:
        return None


def _beside(
    kept: pa.RecordBatch, origins: list[int], rows: list[dict[str, Any]], fields: pa.Schema
) -> pa.RecordBatch:
    """The rows, each after what was kept of the row that its text stands in."""
    taken = kept.take(pa.array(origins, pa.int32()))
    found = pa.RecordBatch.from_pylist(rows, fields)
    return pa.RecordBatch.from_arrays(
        [*taken.columns, *found.columns], schema=pa.schema([*kept.schema, *fields])
    )
