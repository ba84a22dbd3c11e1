"""The case corpus: every construction with its positives and their negative twins.

A case that we know to be wrong stands in ``known_failures.tsv`` with its reason and is a strict
xfail: it must be taken out as soon as it passes.
"""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

import quoteattr
from quoteattr import Quote

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
_EDGE = " \t\n\"'«»“”„‟‹›‘’()[]﴾﴿.,،؛:!؟?…-–—"


def plain(text: str) -> str:
    """A text without harakat and tatweel, its blanks made one."""
    bare = "".join(c for c in text if unicodedata.category(c) != "Mn" and c != "ـ")
    return re.sub(r"\s+", " ", bare)


def place(text: str, part: str) -> tuple[int, int]:
    start = text.index(part.strip(_EDGE))
    return start, start + len(part.strip(_EDGE))


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def matches(quote: Quote, wanted: dict[str, Any], text: str) -> bool:
    """Whether a quote is the one that a case wants: content, kind, fragments, speaker, cue."""
    content = quote.content.text.strip(_EDGE)
    fragments = [fragment.text.strip(_EDGE) for fragment in quote.fragments]
    if content != wanted["content"].strip(_EDGE) or quote.kind.value != wanted["kind"]:
        return False
    if fragments != [fragment.strip(_EDGE) for fragment in wanted["fragments"]] and fragments != [content]:
        return False
    if wanted["speaker"] is None:
        return quote.speaker is None
    if quote.speaker is None or plain(wanted["speaker"]) not in plain(quote.speaker.name):
        return False
    mention = quote.speaker.mention
    if (mention is None) != (wanted["mention"] is None):
        return False
    if mention is not None and mention.text.strip(_EDGE) != wanted["mention"].strip(_EDGE):
        return False
    if "modality" in wanted and (quote.cue is None or quote.cue.modality.value != wanted["modality"]):
        return False
    if "relay" in wanted and (quote.relay is None or wanted["relay"] not in quote.relay.name):
        return False
    if wanted["cue"] is None:
        return True
    return quote.cue is not None and _near(text, quote.cue.span.start, quote.cue.span.end, wanted["cue"])


def _near(text: str, start: int, end: int, cue: str) -> bool:
    """Two words of speech for one act (رد قائلاً) are one cue: either is right."""
    places = [found.span() for found in re.finditer(re.escape(cue), text)]
    return any(max(start, first) - min(end, last) <= 12 for first, last in places)


def problems(case: dict[str, Any], *, others_allowed: bool = False) -> list[str]:
    """What a case finds wrong, in words; nothing where all is as it wants."""
    text = case["text"]
    quotes = list(quoteattr.extract(text))
    found: list[str] = []
    left = quotes[:]
    for wanted in case["quotes"]:
        hit = next((quote for quote in left if matches(quote, wanted, text)), None)
        if hit is None:
            found.append(f"missing: {wanted}")
        else:
            left.remove(hit)
    if not others_allowed:
        found.extend(f"not wanted: {quote!r} by {quote.rule}, cue {quote.cue}, {quote.speaker}, {quote.fragments}" for quote in left)
    for refused in case["refused"]:
        where = place(text, refused)
        for quote in quotes:
            if where in [bare(text, f.start, f.end) for f in quote.fragments]:
                found.append(f"taken for speech: {refused}")
    return found


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    reason = KNOWN.get(request.node.callspec.id)
    found = problems(case)
    if reason is not None:
        assert found, f"this passes now; take it out of known_failures.tsv ({reason})"
        pytest.xfail(reason)
    assert not found, "\n".join([case["text"], *found])


def test_no_known_failure_is_without_its_case() -> None:
    ids = {param.id for param in CASES}
    assert not set(KNOWN) - ids
