"""Our own rules against the strategies and the laws of ``quoteattr.testing``.

What the rules are known to get wrong stands in ``KNOWN``: a strict xfail with its linguistic reason,
and the pattern by which texts of that sort are kept out of the laws until it is mended.

``LAW_EXAMPLES`` in the environment sets how many examples each law gets (``make laws``: 20,000).
"""

from __future__ import annotations

import os
import re

import pytest
from attrs import frozen
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from quoteattr import Kind, Span
from quoteattr.testing import (
    CONSTRUCTIONS,
    LAWS,
    Construction,
    Expected,
    Law,
    LawError,
    Told,
    assert_found,
    documents,
    sentences,
)

EXAMPLES = int(os.environ.get("LAW_EXAMPLES", "200"))
# A long run looks at new texts each time, the suite always at the same.
laws = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=EXAMPLES <= 200,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
# The constructions have fewer: all laws read them as well.
readings = settings(laws, max_examples=EXAMPLES // 4)

GIVEN = (
    "سامي|أيمن|غسان|خالد|إبراهيم|طارق|يوسف|ماجد|عمر|حسن|نبيل|كريم|"
    "هدى|سلمى|ياسمين|منى|ريم|ليلى|نادية|سعاد|فاطمة|مريم|رانيا|زينب"
)
FAMILY = "طويل|علي|عتيق|مصري|كنعان|زين|حداد|طه|شربيني|بوحجي|حلواني|سعدي|بركات|صباغ"


@frozen
class Said:
    """One quote of a sentence by the words of its parts; ``speaker`` where it is not the mention."""

    cue: str
    lemma: str
    mention: str
    content: str
    speaker: str = ""
    kind: Kind = Kind.INDIRECT


@frozen
class Known:
    """A text that is read wrongly, what is right, the pattern of its like, and why it is so."""

    label: str
    text: str
    quotes: tuple[Said, ...]
    pattern: str
    reason: str

    def told(self) -> Told:
        return Told(self.text, tuple(map(self._expected, self.quotes)))

    def _expected(self, said: Said) -> Expected:
        at = self.text.index(f"{said.cue} ")
        content = self._span(said.content)
        return Expected(
            kind=said.kind,
            content=content,
            fragments=(content,) if said.kind is Kind.DIRECT else (),
            speaker=said.speaker or said.mention,
            mention=self._span(said.mention, at if said.mention in self.text[at:] else 0),
            cue=Span(at, at + len(said.cue), said.cue),
            lemma=said.lemma,
        )

    def _span(self, words: str, low: int = 0) -> Span:
        start = self.text.index(words, low)
        return Span(start, start + len(words), words)


KNOWN: tuple[Known, ...] = (
    Known(
        "a surname alone that is a profession",
        "«الطريق مفتوح منذ الفجر»، قال الوزير سامي النجار. وأكد النجار أن الجسر آمن.",
        (
            Said("قال", "قال", "الوزير سامي النجار", "الطريق مفتوح منذ الفجر", kind=Kind.DIRECT),
            Said("أكد", "أكد", "النجار", "الجسر آمن", "الوزير سامي النجار"),
        ),
        # Twice, or among what a law puts in.
        "(?:خطيب|نجار).*(?:خطيب|نجار)|\n.*(?:خطيب|نجار)",
        "after a verb that follows its words, a surname that is a profession is read as one more man",
    ),
    Known(
        "two persons named in the genitive first",
        "الطريق الجديد سيفتح قبل الشتاء، بحسب الوزيرين. وقال الوزيران إن الجسر آمن.",
        (
            Said("بحسب", "بحسب", "الوزيرين", "الطريق الجديد سيفتح قبل الشتاء", "الوزيران"),
            Said("قال", "قال", "الوزيران", "الجسر آمن"),
        ),
        "(?:وزير|نائب)ت?ين.*(?:وزير|نائب)ت?ان",
        "the name of two persons stays in the case of their first mention",
    ),
)


def is_known(text: str) -> bool:
    return any(re.search(known.pattern, text, re.DOTALL) for known in KNOWN)


texts = st.one_of(sentences(), documents(most=2)).filter(lambda told: not is_known(told.text))


@pytest.mark.parametrize(
    "known",
    [
        pytest.param(known, id=known.label, marks=pytest.mark.xfail(raises=LawError, reason=known.reason))
        for known in KNOWN
    ],
)
def test_what_is_known_to_be_wrong(known: Known) -> None:
    assert_found(known.told())


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: known.label)
def test_what_is_known_to_be_wrong_is_kept_out_of_the_laws(known: Known) -> None:
    assert is_known(known.text)


@pytest.mark.parametrize("construction", CONSTRUCTIONS, ids=lambda construction: construction.name)
@readings
@given(data=st.data())
def test_a_construction_is_read(construction: Construction, data: st.DataObject) -> None:
    assert_found(data.draw(sentences([construction]).filter(lambda told: not is_known(told.text))))


@readings
@given(documents().filter(lambda told: not is_known(told.text)))
def test_what_several_people_say_is_told_apart(told: Told) -> None:
    assert_found(told)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.name)
@laws
@given(told=texts, data=st.data())
def test_a_law_holds(law: Law, told: Told, data: st.DataObject) -> None:
    arguments = data.draw(law.arguments(told.text))
    written = " ".join(str(argument) for argument in arguments)
    assume(not is_known(f"{told.text}\n{written}"))
    law.check(told.text, *arguments)
