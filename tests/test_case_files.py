"""The case corpus and the example articles are well formed. Nothing here runs the engine."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "tests" / "cases").glob("*.jsonl"))
EXAMPLES = sorted((ROOT / "docs" / "examples").glob("*.json"))

CASE_KEYS = {"label", "construction", "text", "quotes", "refused"}
QUOTE_KEYS = {"kind", "content", "fragments", "speaker", "mention", "cue"}
OPTIONAL_KEYS = {"modality", "relay"}
MODALITIES = {"asserted", "negated", "hypothetical", "future", "asked"}
TWIN = " / twin"
NEGATIVE_SHARE = 0.4


def load(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def shape_faults(quote: dict[str, Any]) -> list[str]:
    """Do kind, content and fragments agree with each other?"""
    kind, content, fragments = quote["kind"], quote["content"], quote["fragments"]
    found = [f"fragment is no part of its content: {f}" for f in fragments if f not in content]
    if not quote.keys() >= QUOTE_KEYS or quote.keys() - QUOTE_KEYS - OPTIONAL_KEYS:
        found.append(f"keys are {sorted(quote)}")
    if kind not in {"direct", "mixed", "indirect"}:
        found.append(f"unknown kind: {kind}")
    if kind == "direct" and len(fragments) == 1 and content != fragments[0]:
        found.append(f"direct in one pair of marks, but content is not the fragment: {content}")
    if kind == "mixed" and not fragments:
        found.append(f"mixed without a fragment: {content}")
    if kind == "indirect" and fragments:
        found.append(f"indirect with a fragment: {content}")
    if quote.get("modality", "asserted") not in MODALITIES:
        found.append(f"unknown modality: {quote['modality']}")
    return found


def text_faults(text: str, quote: dict[str, Any]) -> list[str]:
    """Does everything the quote names occur in the text?"""
    found = []
    for field in ("content", "speaker", "mention", "relay"):
        value = quote.get(field)
        if value is not None and value not in text:
            found.append(f"{field} does not occur: {value}")
    # The cue is a whole word once its clitics are off: قال in وقال and فقال, never in مقال.
    cue = quote["cue"]
    if cue is not None and not re.search(rf"(?<!\w)[وفبل]?{re.escape(cue)}(?!\w)", text):
        found.append(f"cue is no word of the text: {cue}")
    return found


def faults(text: str, quotes: list[dict[str, Any]], refused: list[str]) -> list[str]:
    """What is wrong with the expectations for one text, in words."""
    found = [f"refused span does not occur: {span}" for span in refused if span not in text]
    for quote in quotes:
        found += shape_faults(quote) + text_faults(text, quote)
    return found


def is_negative(case: dict[str, Any]) -> bool:
    return case["label"].endswith(TWIN) or bool(case["refused"]) or not case["quotes"]


def test_there_are_case_files() -> None:
    assert FILES
    assert sum(len(load(path)) for path in FILES) >= 240


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_case_file(path: Path) -> None:
    assert "\\u" not in path.read_text(encoding="utf-8"), "Arabic is written unescaped"
    cases = load(path)
    labels = {case["label"] for case in cases}
    for case in cases:
        assert case.keys() == CASE_KEYS, case["label"]
        assert case["construction"] == path.stem, case["label"]
        assert not faults(case["text"], case["quotes"], case["refused"]), case["label"]
        if case["label"].endswith(TWIN):
            assert case["label"].removesuffix(TWIN) in labels, f"twin of nothing: {case['label']}"
    assert any(label.endswith(TWIN) for label in labels), "a file without a twin"


def test_labels_and_texts_are_unique() -> None:
    cases = [case for path in FILES for case in load(path)]
    for field in ("label", "text"):
        assert [value for value, n in Counter(case[field] for case in cases).items() if n > 1] == []


def test_share_of_negatives() -> None:
    cases = [case for path in FILES for case in load(path)]
    assert sum(map(is_negative, cases)) >= NEGATIVE_SHARE * len(cases)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_example_article(path: Path) -> None:
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    expected = json.loads(path.read_text(encoding="utf-8"))
    assert not faults(text, expected["quotes"], expected["refused"])
    starts = [text.index(quote["content"]) for quote in expected["quotes"]]
    assert starts == sorted(starts), "quotes stand in the order of their content"
