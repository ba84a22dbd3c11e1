"""The programs of docs/cluster.md, run as a user runs them: each gives what extract gives."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import quoteattr
from quoteattr import Quote, from_dict

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "cluster.md").read_text("utf-8")
EXAMPLES = [path.read_text("utf-8") for path in sorted((ROOT / "docs" / "examples").glob("*.txt"))]
TEXTS = [*EXAMPLES, None, "", "لا أحد يتكلم هنا.", *(f"😀 {text}" for text in EXAMPLES)]
ARTICLES = [{"id": number, "text": text} for number, text in enumerate(TEXTS)]
EXPECTED = {
    (number, index): quote
    for number, text in enumerate(TEXTS)
    for index, quote in enumerate(quoteattr.extract(text or ""))
}
HALVES = (ARTICLES[:6], ARTICLES[6:])


def program(section: str, number: int = 0) -> str:
    """A Python block of a section of the page."""
    text = PAGE.split(f"\n## {section}\n")[1].split("\n## ")[0]
    return re.findall(r"^```python\n(.*?)^```", text, re.M | re.S)[number]


def run(source: str, folder: Path) -> str:
    """What a program prints that is run in a folder."""
    script = folder / "program.py"
    script.write_text(source, "utf-8")
    environment = {
        **os.environ,
        "PYTHONUTF8": "1",
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_LOCAL_IP": "127.0.0.1",
        "RAY_USAGE_STATS_ENABLED": "0",
    }
    done = subprocess.run(
        [sys.executable, str(script)],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def write_parquet(articles: list[dict[str, Any]], path: Path) -> None:
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    path.parent.mkdir(parents=True, exist_ok=True)
    schema = arrow.schema([("id", arrow.int64()), ("text", arrow.string())])
    parquet.write_table(arrow.Table.from_pylist(articles, schema=schema), path)


def read_parquet(folder: Path) -> list[dict[str, Any]]:
    parquet = pytest.importorskip("pyarrow.parquet")
    files = sorted(folder.rglob("*.parquet"))
    assert files
    return [row for path in files for row in parquet.ParquetFile(path).read().to_pylist()]


def quotes_of(rows: list[dict[str, Any]]) -> dict[tuple[int, int], Quote]:
    """The quotes of rows with the keys of to_dict, by text and place; a row that is there twice fails."""
    found = {}
    for row in rows:
        place = (row.pop("id"), row.pop("index"))
        assert place not in found
        del row["version"]
        assert row.pop("error", None) is None
        found[place] = from_dict(row)
    return found


def test_spark_from_parquet_to_parquet_and_back(tmp_path: Path) -> None:
    pytest.importorskip("pyspark")
    for number, half in enumerate(HALVES):
        write_parquet(half, tmp_path / "articles" / f"{number}.parquet")
    run(program("Spark"), tmp_path)
    assert quotes_of(read_parquet(tmp_path / "quotes")) == EXPECTED
    printed = run(program("Spark", 1), tmp_path)
    outer = [quote for _, quote in sorted(EXPECTED.items()) if quote.parent is None]
    assert [line.split("\t")[1] for line in printed.splitlines()] == [
        quote.speaker.name if quote.speaker else "unknown" for quote in outer
    ]


def test_spark_goes_on_where_it_stopped(tmp_path: Path) -> None:
    pytest.importorskip("pyspark")
    for name, half in zip(("part=a", "part=b"), HALVES, strict=True):
        write_parquet(half, tmp_path / "articles" / name / "0.parquet")
    done, broken = tmp_path / "quotes" / "part=a", tmp_path / "quotes" / "part=b"
    done.mkdir(parents=True)
    (done / "_SUCCESS").touch()
    write_parquet(ARTICLES, broken / "half.parquet")
    run(program("Spark", 2), tmp_path)
    assert [path.name for path in done.iterdir()] == ["_SUCCESS"]
    assert (broken / "_SUCCESS").exists()
    assert quotes_of(read_parquet(broken)) == {
        place: quote for place, quote in EXPECTED.items() if place[0] >= len(HALVES[0])
    }


def test_dask_from_json_lines_to_json_lines(tmp_path: Path) -> None:
    pytest.importorskip("dask.bag")
    (tmp_path / "articles").mkdir()
    for name, half in zip("ab", HALVES, strict=True):
        lines = "".join(json.dumps(article) + "\n" for article in half)
        (tmp_path / "articles" / f"{name}.jsonl").write_text(lines, "utf-8")
    run(program("Dask"), tmp_path)
    read = {
        path.name: [json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()]
        for path in (tmp_path / "quotes").iterdir()
    }
    assert set(read) == {"a.jsonl.gz", "b.jsonl.gz"}
    first = {article["id"] for article in HALVES[0]}
    assert {row["id"] for row in read["a.jsonl.gz"]} <= first
    assert quotes_of([row for rows in read.values() for row in rows]) == EXPECTED


def test_ray_from_parquet_to_parquet(tmp_path: Path) -> None:
    pytest.importorskip("ray.data")
    for number, half in enumerate(HALVES):
        write_parquet(half, tmp_path / "articles" / f"{number}.parquet")
    run(program("Ray"), tmp_path)
    rows = read_parquet(tmp_path / "quotes")
    found = {(row["id"], row["index"]): from_dict(json.loads(row["quote"])) for row in rows}
    assert len(rows) == len(found)
    assert found == EXPECTED
    for row in rows:
        quote = found[row["id"], row["index"]]
        speaker = quote.speaker.name if quote.speaker else None
        assert (row["kind"], row["speaker"], row["content"]) == (
            quote.kind.value,
            speaker,
            quote.content.text,
        )
