"""Measure how often each sort of decision is right: measure_confidence.py --scorer FILE GOLD [GOLD ...].

Reads files of annotated articles, and the scorer that tells whether a speaker is right, and writes
``quoteattr/tables/confidence.tsv``: for each rule, each way of finding the speaker and each path to it, how
many quotes the gold standard has too with the same speaker, of how many. A quote that the annotators left
optional, or whose marks they found unclear, counts on neither side. With ``--against GOLD`` nothing is
written: the confidences that ship are held against those articles, in ten bins.
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
from quoteattr.confidence import COLUMNS
from quoteattr.extraction import default_extractor

TABLE = Path(__file__).parent.parent / "quoteattr" / "tables" / "confidence.tsv"
_SAME_MARKS, _SAME_CONTENT, _SAME_WITH_CUE, _UNCLEAR = 0.7, 0.6, 0.3, 0.3

BINS, SURE = 10, 0.95

Range = tuple[int, int]


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and write the table; returns the exit status 0."""
    parser = argparse.ArgumentParser(description="Measure the share of right answers by sort of decision.")
    parser.add_argument(
        "gold", type=Path, nargs="*", help="files of annotated articles, one JSON object a line"
    )
    parser.add_argument(
        "--scorer", type=Path, required=True, help="the scorer of these annotations, score.py"
    )
    parser.add_argument("--against", type=Path, help="annotated articles to hold the confidences against")
    parser.add_argument("--table", type=Path, default=TABLE, help=argparse.SUPPRESS)
    arguments = parser.parse_args(argv)
    scorer = load_scorer(arguments.scorer)
    if arguments.against is not None:
        return compare(scorer, read_articles(arguments.against))
    if not arguments.gold:
        parser.error("no annotated articles given")
    documents = [document for gold in arguments.gold for document in read_articles(gold)]
    right, total = counts(scorer, documents)
    rows = ["\t".join(COLUMNS), *(f"{sort}\t{right[sort]}\t{total[sort]}" for sort in sorted(total))]
    arguments.table.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{total.total()} decisions of {len(total)} sorts, {right.total()} right: {arguments.table.name}")
    return 0


def counts(scorer: ModuleType, documents: Iterable[Mapping[str, Any]]) -> tuple[Counter[str], Counter[str]]:
    """Right answers, and all, by sort."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for document in documents:
        for quote, sort in default_extractor().graded(document["text"]):
            verdict = is_right(scorer, document, quote)
            if verdict is None:
                continue
            total[sort] += 1
            right[sort] += verdict
    return right, total


def compare(scorer: ModuleType, documents: Iterable[Mapping[str, Any]]) -> int:
    """Print confidence against the share of right answers in ten bins; returns the exit status 0."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for document in documents:
        for quote in quoteattr.extract(document["text"]):
            verdict = is_right(scorer, document, quote)
            if verdict is not None:
                bins[min(int(quote.confidence * BINS), BINS - 1)].append((quote.confidence, verdict))
    every = [item for found in bins for item in found]
    gap = 0.0
    for number, found in enumerate(bins):
        if found:
            claimed = sum(confidence for confidence, _ in found) / len(found)
            right = sum(verdict for _, verdict in found) / len(found)
            gap += abs(claimed - right) * len(found) / len(every)
            print(f"{number / BINS:.1f}  {len(found):5} quotes  confidence {claimed:.3f}  right {right:.3f}")
    sure = [verdict for confidence, verdict in every if confidence >= SURE]
    share = sum(sure) / len(sure) if sure else 0.0
    print(
        f"mean gap {gap:.3f}; at {SURE} or more {len(sure)} of {len(every)} quotes, {share:.3f} of them right"
    )
    return 0


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
