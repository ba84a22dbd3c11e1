"""A step is not put to a word whose traits it is not asked for: there it would have passed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from quoteattr.cues.page import Page
from quoteattr.lexicon.lexicon import Lexicon
from quoteattr.speakers.attachment import Reading
from quoteattr.speakers.extension import STEPS, extend, steps_for
from quoteattr.speakers.shape import can_begin, can_begin_at
from quoteattr.speakers.step import PASS, Place, Step

CASES = sorted((Path(__file__).parent.parent / "cases").glob("*.jsonl"))


def readings(file: Path) -> Iterator[tuple[Place, Reading]]:
    """All readings on the way of a phrase from every word of the cases, as far as they grow."""
    lexicon = Lexicon.default()
    for line in file.read_text(encoding="utf-8").splitlines():
        page = Page.read(json.loads(line)["text"], lexicon)
        for start in range(len(page.tokens)):
            limit = page.sentence_of(start).last
            if start >= limit or start in page.opens or not can_begin(page, start, limit):
                continue
            found = page.noun(start, limit)
            place = Place(page, start, limit)
            reading: Reading | None = (
                Reading(start + found.words, found.head, found.definite, found.head.proper)
                if found
                else Reading(start + 1, None, definite=True, name=True)
            )
            while reading is not None and reading.last < limit:
                yield place, reading
                reading = extend(place, reading)


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_a_step_that_is_not_asked_would_pass(file: Path) -> None:
    asked: dict[int, tuple[Step, ...]] = {}
    for place, reading in readings(file):
        word = place.page.known[reading.last]
        for step, _ in STEPS:
            if step not in asked.setdefault(word.traits, steps_for(word.traits)):
                assert step(place, reading) is PASS, (step.__name__, word.form)


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_where_a_phrase_can_begin_is_told_alike_with_and_without_traits(file: Path) -> None:
    lexicon = Lexicon.default()
    for line in file.read_text(encoding="utf-8").splitlines():
        page = Page.read(json.loads(line)["text"], lexicon)
        for index, word in enumerate(page.known):
            limit = page.sentence_of(index).last
            if index < limit:
                assert can_begin(page, index, limit) is can_begin_at(page, index, limit), word.form
