"""ل before a noun, and the article that hides behind it."""

from __future__ import annotations

import pytest

from quoteattr import Lexicon
from quoteattr.lexicon.contraction import without_clitic
from quoteattr.text.letters import fold

# label, the words, letters of the clitic, the first word without it
ROWS = (
    ("the article behind ل", "للوزير", 1, "الوزير"),
    ("no article", "لوزير النقل", 1, "وزير"),
    ("a name with a lam of its own", "لليلى بوحجي", 1, "ليلى"),
    ("a place with a lam of its own", "للبنان", 1, "لبنان"),
    ("an article of the name", "للكويت", 1, "الكويت"),
    ("a noun with a lam of its own before its genitive", "للجنة التحقيق", 1, "لجنة"),
    ("such a noun with an adjective", "للجنة العليا", 1, "اللجنة"),
    ("such a noun with a relative adjective", "للجنة البرلمانية", 1, "اللجنة"),
    ("such a noun alone", "للجنة", 1, "اللجنة"),
    ("such a noun before a name", "للواء سامي", 1, "اللواء"),
    ("such a noun with a pronoun", "للجنتها العليا", 1, "لجنتها"),
    ("another clitic", "بلجنة التحقيق", 1, "لجنة"),
    ("no clitic", "للوزير", 0, "للوزير"),
)


@pytest.mark.parametrize(("words", "letters", "bare"), [pytest.param(*row[1:], id=row[0]) for row in ROWS])
def test_a_word_without_its_clitic(words: str, letters: int, bare: str) -> None:
    assert without_clitic(Lexicon.default(), [*map(fold, words.split())], letters) == fold(bare)
