"""A reader of units is not put to a word whose traits it is not asked for: there it would have passed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quoteattr.cues.page import Page
from quoteattr.lexicon.lexicon import Lexicon
from quoteattr.rules.governing import Government
from quoteattr.rules.units import READERS, Place, readers_for

CASES = sorted((Path(__file__).parent.parent / "cases").glob("*.jsonl"))


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_a_reader_that_is_not_asked_would_pass(file: Path) -> None:
    lexicon = Lexicon.default()
    for line in file.read_text(encoding="utf-8").splitlines():
        page = Page.read(json.loads(line)["text"], lexicon)
        for cue in page.cues:
            last = page.sentence_of(cue.first).last
            for index in range(cue.last, last):
                word = page.known[index]
                unasked = [
                    reader for reader, _ in READERS if reader not in readers_for(word.traits) and word.is_word
                ]
                for subject in (False, True):
                    place = Place(page, index, last, subject, Government.of(cue))
                    for reader in unasked:
                        assert reader(place) is None, (reader.__name__, word.form)
