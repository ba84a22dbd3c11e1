"""Measure how often each sort of decision is right: measure_confidence.py GOLD_FOLDER.

Reads ``dev.jsonl`` in GOLD_FOLDER, beside the scorer ``score.py``, and writes
``quoteattr/tables/confidence.tsv``: for each rule and each way of finding the speaker, how many quotes
the gold standard has too with the same speaker, of how many. A quote that the annotators left optional,
or whose marks they found unclear, counts on neither side.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from check_accuracy import load_scorer, read_articles

import quoteattr
from quoteattr.confidence import COLUMNS, sort_of

TABLE = Path(__file__).parent.parent / "quoteattr" / "tables" / "confidence.tsv"
_SAME_MARKS, _SAME_CONTENT, _SAME_WITH_CUE, _UNCLEAR = 0.7, 0.6, 0.3, 0.3

Range = tuple[int, int]


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and write the table; returns the exit status 0."""
    parser = argparse.ArgumentParser(description="Measure the share of right answers by sort of decision.")
    parser.add_argument("gold", type=Path, help="the folder of score.py and dev.jsonl")
    parser.add_argument("--table", type=Path, default=TABLE, help=argparse.SUPPRESS)
    arguments = parser.parse_args(argv)
    scorer = load_scorer(arguments.gold / "score.py")
    right, total = counts(scorer, read_articles(arguments.gold / "dev.jsonl"))
    rows = ["\t".join(COLUMNS), *(f"{sort}\t{right[sort]}\t{total[sort]}" for sort in sorted(total))]
    arguments.table.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{total.total()} decisions of {len(total)} sorts, {right.total()} right: {arguments.table.name}")
    return 0


def counts(scorer: ModuleType, documents: Iterable[Mapping[str, Any]]) -> tuple[Counter[str], Counter[str]]:
    """Right answers, and all, by sort."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for document in documents:
        for quote in quoteattr.extract(document["text"]):
            verdict = is_right(scorer, document, quote)
            if verdict is None:
                continue
            sort = sort_of(quote.rule, quote.speaker.basis if quote.speaker else None)
            total[sort] += 1
            right[sort] += verdict
    return right, total


def is_right(scorer: ModuleType, document: Mapping[str, Any], quote: quoteattr.Quote) -> bool | None:
    """Whether the gold standard has the quote with its speaker; None where it leaves that open."""
    unclear = [(first, last) for first, last, sort, *_ in document["other_marks"] if sort == "unclear"]
    if any(_overlap(scorer, document, span, _of(quote)) > _UNCLEAR for span in unclear):
        return None
    found = [gold for gold in document["quotes"] if _is_same(scorer, document, gold, quote)]
    if not found:
        return False
    if all(gold.get("optional") for gold in found):
        return None
    name = quote.speaker.name if quote.speaker else None
    return any(scorer.speaker_ok(name, gold["speaker"]) for gold in found if not gold.get("optional"))


def _of(quote: quoteattr.Quote) -> Range:
    return quote.content.start, quote.content.end


def _overlap(scorer: ModuleType, document: Mapping[str, Any], one: Sequence[int], two: Range) -> float:
    text = document["text"]
    return float(scorer.iou(scorer.trim(text, tuple(one)), scorer.trim(text, two)))


def _is_same(
    scorer: ModuleType, document: Mapping[str, Any], gold: Mapping[str, Any], quote: quoteattr.Quote
) -> bool:
    content = _overlap(scorer, document, gold["content"], _of(quote))
    if content >= _SAME_CONTENT:
        return True
    marks = [(span.start, span.end) for span in quote.fragments]
    if any(_overlap(scorer, document, one, two) >= _SAME_MARKS for one in gold["fragments"] for two in marks):
        return True
    cue = (quote.cue.span.start, quote.cue.span.end) if quote.cue else None
    return bool(gold["cue"] and cue and scorer.near(gold["cue"], cue) and content >= _SAME_WITH_CUE)


if __name__ == "__main__":
    sys.exit(main())
