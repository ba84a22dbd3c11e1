"""The case corpus: every construction with its positives and their negative twins.

A case that we know to be wrong stands in ``known_failures.tsv`` with its reason and is a strict
xfail: it must be taken out as soon as it passes.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
CASES = [
    pytest.param(json.loads(line), id=f"{path.stem}: {json.loads(line)['label']}")
    for path in sorted((HERE / "cases").glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if line.strip()
]
KNOWN = dict(
    line.split("\t")
    for line in (HERE / "cases" / "known_failures.tsv").read_text(encoding="utf-8").splitlines()[1:]
    if line.strip()
)


@pytest.mark.parametrize("case", CASES)
def test_case(
    case: dict[str, Any], request: pytest.FixtureRequest, problems: Callable[..., list[str]]
) -> None:
    reason = KNOWN.get(request.node.callspec.id)
    found = problems(case)
    if reason is not None:
        assert found, f"this passes now; take it out of known_failures.tsv ({reason})"
        pytest.xfail(reason)
    assert not found, "\n".join([case["text"], *found])


def test_no_known_failure_is_without_its_case() -> None:
    ids = {param.id for param in CASES}
    assert not set(KNOWN) - ids
