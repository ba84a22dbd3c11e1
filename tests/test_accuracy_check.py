"""The tool that holds the library to its accuracy: it passes, fails and lifts where it should."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent
SCORER = """
def score(docs):
    row = {"f1": docs[0]["figure"]}
    return {"marks_detect": row, "marks_linked": row, "indirect": row,
            "mention_exact": 69.7, "mention_overlap": None}
"""


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("check_accuracy", ROOT / "tools" / "check_accuracy.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "score.py").write_text(SCORER, "utf-8")
    (tmp_path / "dev.jsonl").write_text('{"figure": 80.5}\n\n', "utf-8")
    (tmp_path / "check.jsonl").write_text('{"figure": 70.25}\n', "utf-8")
    return tmp_path


def floor_file(folder: Path, figure: float) -> Path:
    names = ("marks_detect_f1", "marks_linked_f1", "indirect_f1", "mention_exact", "mention_overlap")
    floors = {part: dict.fromkeys(names, figure) | {"mention_overlap": 0.0} for part in ("dev", "check")}
    path = folder / "floor.json"
    path.write_text(json.dumps(floors), "utf-8")
    return path


def test_above_every_floor(tool: ModuleType, gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tool.main([str(gold), "--floor", str(floor_file(gold, 60.0))]) == 0
    assert "BELOW" not in capsys.readouterr().out


def test_below_a_floor(tool: ModuleType, gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tool.main([str(gold), "--floor", str(floor_file(gold, 69.8))]) == 1
    below = [line.split()[:2] for line in capsys.readouterr().out.splitlines() if "BELOW" in line]
    assert below == [["dev", "mention_exact"], ["check", "mention_exact"]]


def test_floors_are_lifted_and_never_lowered(tool: ModuleType, gold: Path) -> None:
    path = floor_file(gold, 75.0)
    tool.main(["--raise", str(gold), "--floor", str(path)])
    floors = json.loads(path.read_text("utf-8"))
    assert floors["dev"]["indirect_f1"] == 80.5
    assert floors["check"]["indirect_f1"] == 75.0
    path = floor_file(gold, 0.0)
    tool.main(["--raise", str(gold), "--floor", str(path)])
    floors = json.loads(path.read_text("utf-8"))
    assert floors["check"]["indirect_f1"] == 70.2
    assert floors["dev"]["mention_exact"] == 69.7


def test_no_scorer(tool: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        tool.main([str(tmp_path)])
    assert caught.value.code == 2
    assert capsys.readouterr().err.endswith("score.py: no scorer there\n")
