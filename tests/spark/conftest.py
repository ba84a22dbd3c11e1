"""A Spark session on two threads of this machine that tries each task four times."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = sorted((Path(__file__).parents[2] / "docs" / "examples").glob("*.txt"))


def pytest_configure(config: pytest.Config) -> None:
    # pyspark leaves sockets to the garbage collector, and 3.5 asks for what setuptools has given up.
    for category in ("ResourceWarning", "DeprecationWarning"):
        config.addinivalue_line("filterwarnings", f"ignore::{category}")


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    sql = pytest.importorskip("pyspark.sql")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        session = (
            sql.SparkSession.builder.master("local[2,4]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.memory", "1g")
            .getOrCreate()
        )
        session.sparkContext.setLogLevel("OFF")
        yield session
        session.stop()


@pytest.fixture(scope="session")
def articles() -> list[tuple[int, str]]:
    """The articles that the documentation shows, four times, numbered."""
    texts = [path.read_text("utf-8") for path in EXAMPLES]
    return list(enumerate(texts * 4))
