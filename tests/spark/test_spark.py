"""A DataFrame of texts to a DataFrame of quotes: what extract gives, whatever the texts, whatever fails."""

from __future__ import annotations

import os
import signal
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import attrs
import pytest

import quoteattr
from quoteattr import RULES, Extractor, Quote, Rule
from quoteattr.rules.rule import Refusal

pytest.importorskip("pyspark")
pytest.importorskip("pyarrow")

from pyspark import TaskContext
from pyspark.sql import functions as sql

from quoteattr.spark import extract_quotes, from_row, quote_schema

SENTENCE = "قالت وزيرة الزراعة سلمى الحداد: «المحصول في أمان»."
LONG = "وأضافت الوزيرة أن الموسم لم ينته بعد.\n" * 400


def found(frame: Any) -> dict[int, tuple[Quote, ...]]:
    """The quotes of each text that has some, in their order, by the text's number."""
    quotes: dict[int, dict[int, Quote]] = defaultdict(dict)
    for row in frame.collect():
        assert row["error"] is None
        assert row["index"] not in quotes[row["id"]], "a quote is there twice"
        quotes[row["id"]][row["index"]] = from_row(row)
    return {number: tuple(of_text[i] for i in range(len(of_text))) for number, of_text in quotes.items()}


def expected(texts: list[tuple[int, str]]) -> dict[int, tuple[Quote, ...]]:
    by_number = {number: quoteattr.extract(text) for number, text in texts}
    return {number: quotes for number, quotes in by_number.items() if quotes}


def in_parts(spark: Any, texts: list[tuple[int, str]], parts: int) -> Any:
    return spark.createDataFrame(spark.sparkContext.parallelize(texts, parts), "id int, text string")


def test_parquet_to_parquet_gives_what_extract_gives(
    spark: Any, articles: list[tuple[int, str]], tmp_path: Path
) -> None:
    read, written = str(tmp_path / "articles"), str(tmp_path / "quotes")
    in_parts(spark, articles, 3).write.parquet(read)
    extract_quotes(spark.read.parquet(read)).write.parquet(written)
    assert found(spark.read.parquet(written)) == expected(articles)


def test_the_schema_is_the_declared_one_and_has_the_keys_of_a_quote(spark: Any) -> None:
    quotes = extract_quotes(spark.createDataFrame([(7, SENTENCE)], "id int, text string"))
    assert quotes.schema.names[0] == "id"
    assert list(quotes.schema)[1:] == list(quote_schema())
    (row,) = quotes.collect()
    (quote,) = quoteattr.extract(SENTENCE)
    values = row.asDict(recursive=True)
    assert list(values) == ["id", "index", *attrs.fields_dict(Quote), "version", "error"]
    assert {key: values[key] for key in attrs.fields_dict(Quote)} == quoteattr.to_dict(quote)


def test_other_columns_stand_beside_each_quote_as_they_were(spark: Any) -> None:
    schema = (
        "`the id` string, text string, at timestamp, tags array<string>, more struct<a:int,b:map<string,int>>"
    )
    rows = [
        ("a", LONG, datetime(2024, 2, 29, 12), ["x", None], (1, {"k": 2})),
        (None, SENTENCE, None, None, None),
        ("c", "لا أحد يتكلم هنا.", None, [], (None, {})),
    ]
    frame = spark.createDataFrame(rows, schema).coalesce(1)
    quotes = extract_quotes(frame).drop(*quote_schema().names)
    numbers = [len(quoteattr.extract(text)) for _, text, *_ in rows]
    assert numbers[0] > numbers[1] > numbers[2] == 0
    others = zip(frame.drop("text").collect(), numbers, strict=True)
    assert quotes.collect() == [row for row, number in others for _ in range(number)]


def test_more_quotes_than_one_batch_holds_keep_their_order(spark: Any) -> None:
    texts = [(number, LONG) for number in range(5)]
    quotes = extract_quotes(in_parts(spark, texts, 1))
    assert quotes.count() > 1000
    assert found(quotes) == expected(texts)


def test_the_texts_are_not_shuffled(spark: Any, articles: list[tuple[int, str]]) -> None:
    quotes = extract_quotes(in_parts(spark, articles, 5))
    assert quotes.rdd.getNumPartitions() == 5
    plan = quotes._jdf.queryExecution().toString()
    assert "MapInArrow" in plan
    assert "Exchange" not in plan


ODD = [
    ("empty", ""),
    ("blanks", " \n\t\u00a0\u3000"),
    ("a character beyond the BMP before the quote", "😀 " + SENTENCE),
    ("NUL and other controls", "\x00" + SENTENCE + "\x01\x7f\x85\u2028"),
    ("a byte order mark, marks of direction", "\ufeff\u202b" + SENTENCE + "\u202c\u200f"),
    ("vowel signs alone", "\u064b\u064c\u064d" * 50),
    ("private use and noncharacters", "\ue000\ufffe\U0010ffff" + SENTENCE),
    ("line ends of all sorts", f"عنوان\r\n\r\n{SENTENCE}\r{SENTENCE}"),
    ("marks that are never closed", "«" * 300 + SENTENCE),
    ("long", LONG),
    ("no Arabic", 'He said: "All is well."'),
]


@pytest.fixture(scope="module")
def odd(spark: Any) -> Any:
    texts = [(number, text) for number, (_, text) in enumerate(ODD)]
    return spark.createDataFrame([*texts, (len(texts), None)], "id int, text string")


@pytest.fixture(scope="module")
def quotes_of_odd(odd: Any) -> dict[int, tuple[Quote, ...]]:
    return found(extract_quotes(odd))


@pytest.mark.parametrize(
    ("number", "text"), [(n, text) for n, (_, text) in enumerate(ODD)], ids=[label for label, _ in ODD]
)
def test_an_odd_text_gives_what_extract_gives(
    number: int, text: str, quotes_of_odd: dict[int, tuple[Quote, ...]]
) -> None:
    assert quotes_of_odd.get(number, ()) == quoteattr.extract(text)


def test_a_null_text_has_no_rows(quotes_of_odd: dict[int, tuple[Quote, ...]]) -> None:
    assert len(ODD) not in quotes_of_odd


def test_offsets_are_the_code_points_that_sql_counts(spark: Any, odd: Any) -> None:
    cut = "substring(text, content.start + 1, content.end - content.start) AS cut"
    rows = extract_quotes(odd).join(odd, "id").selectExpr(cut, "content.text AS said").collect()
    assert len(rows) > len(ODD)
    assert [row["cut"] for row in rows] == [row["said"] for row in rows]


def test_bytes_that_are_no_utf_8_count_as_replacement_characters(spark: Any) -> None:
    raw = b"\xff\xd9 " + SENTENCE.encode() + b"\xe2\x80"
    texts = spark.createDataFrame([(0, bytearray(raw))], "id int, raw binary")
    quotes = extract_quotes(texts.select("id", sql.col("raw").cast("string").alias("text")))
    assert found(quotes) == expected([(0, raw.decode("utf-8", "replace"))])
    assert found(quotes)[0][0].content.start == SENTENCE.index("المحصول") + len("\ufffd\ufffd ")


def refusing(disturb: Callable[[str], None]) -> Extractor:
    """An extractor whose first rule disturbs at each cue and takes none."""

    def guard(page: Any, frame: Any, match: Any) -> Refusal:
        disturb(page.tokens.text)
        return Refusal("not mine")

    return Extractor(rules=(Rule("disturbing", "[VPNBC]", guard), *RULES))


def test_an_extractor_of_ones_own_is_taken_along(spark: Any, articles: list[tuple[int, str]]) -> None:
    few = Extractor(rules=RULES[:1])
    wanted = {number: few.extract(text) for number, text in articles}
    quotes = found(extract_quotes(in_parts(spark, articles, 2), extractor=few))
    assert quotes == {number: of_text for number, of_text in wanted.items() if of_text}
    assert quotes != expected(articles)


def test_a_text_at_which_a_rule_raises_is_told_and_loses_no_other(spark: Any) -> None:
    texts = [(0, SENTENCE), (1, "أعلن المتحدث أن الطريق سيفتح غداً."), (2, SENTENCE)]

    def disturb(text: str) -> None:
        if "الطريق" in text:
            raise LookupError("no road")

    quotes = extract_quotes(in_parts(spark, texts, 1), extractor=refusing(disturb))
    assert found(quotes.where("error is null")) == expected([texts[0], texts[2]])
    (failed,) = quotes.where("error is not null").collect()
    assert (failed["id"], failed["error"]) == (1, "LookupError: no road")
    with pytest.raises(ValueError, match=r"^kind: expected one of"):
        from_row(failed)


def first_attempt_of(partition: int) -> bool:
    context = TaskContext.get()
    return context is not None and (context.partitionId(), context.attemptNumber()) == (partition, 0)


def test_a_worker_killed_half_way_changes_nothing(
    spark: Any, articles: list[tuple[int, str]], tmp_path: Path
) -> None:
    killed, last = tmp_path / "killed", articles[-1][1]
    attempt = first_attempt_of

    def disturb(text: str) -> None:
        if text == last and attempt(1):
            killed.touch()
            os.kill(os.getpid(), signal.SIGKILL)

    quotes = extract_quotes(in_parts(spark, articles, 2), extractor=refusing(disturb))
    quotes.write.parquet(str(tmp_path / "quotes"))
    assert killed.exists()
    assert found(spark.read.parquet(str(tmp_path / "quotes"))) == expected(articles)


def test_a_task_that_fails_half_way_changes_nothing(
    spark: Any, articles: list[tuple[int, str]], tmp_path: Path
) -> None:
    failed = tmp_path / "failed"
    attempt = first_attempt_of

    def fail(batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            yield batch.slice(0, 3)
            if attempt(0):
                failed.touch()
                raise OSError("the disk of this executor is gone")
            yield batch.slice(3)

    texts = in_parts(spark, articles, 2)
    quotes = extract_quotes(texts.mapInArrow(fail, texts.schema))
    quotes.write.parquet(str(tmp_path / "quotes"))
    assert failed.exists()
    assert found(spark.read.parquet(str(tmp_path / "quotes"))) == expected(articles)


@pytest.mark.parametrize(
    ("schema", "error", "message"),
    [
        ("id int, body string", ValueError, r"^no column 'text'; the DataFrame has id, body$"),
        (
            "text string, text string",
            ValueError,
            r"^more than one column 'text'; the DataFrame has text, text$",
        ),
        ("id int, text binary", TypeError, r"^column 'text': expected string, got binary$"),
        ("id int, text array<string>", TypeError, r"^column 'text': expected string, got array<string>$"),
        ("Kind int, text string", ValueError, r"^more than one column 'kind' in the result: rename"),
        ("error string, text string", ValueError, r"^more than one column 'error' in the result: rename"),
    ],
)
def test_a_wrong_frame_is_refused_before_the_job(
    spark: Any, schema: str, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        extract_quotes(spark.createDataFrame([], schema))


def test_the_column_of_texts_may_have_another_name(spark: Any) -> None:
    frame = spark.createDataFrame([(SENTENCE, 0)], "body string, id int")
    assert found(extract_quotes(frame, column="body")) == expected([(0, SENTENCE)])
