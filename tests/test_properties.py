"""What holds of the quotes of every text, whatever is in it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import quoteattr
from quoteattr import Quote, Span
from quoteattr.testing import Told, documents

laws = settings(max_examples=80, deadline=None, derandomize=True)

# Texts of any sort

WORDS = (
    "قال وقالت وأضاف يقول مؤكداً مشيراً نقلت أعلن عن إن أن بأن أنه قوله بحسب وفقاً حسبما كما أفاد نفى سأل هل "
    "الوزير وزير الخارجية سامي الطويل وكالة الأنباء مسؤول مصدر الذي التي هذا في من على إلى للصحافيين بيان "
    "الثلاثاء المدير هدى الزين الشركة التقرير الطريق مفتوح لن نتراجع بلاده و ف ب ل ال ثم لكن ما تعبيره ـ س ج "
    "لم سوف قد أمس"
).split()
SIGNS = (
    "« » \" “ ” „ ‹ › ‘ ’ ' '' (( )) ( ) ﴿ ﴾ : ، ؛ . ؟ ! ... … - – — / % &quot; &laquo; &raquo; &nbsp;"
).split()
ODD = (
    "\n",
    "\r\n",
    "\n\n",
    "\u2028",
    "\u200f",
    "\u200b",
    "\u00a0",
    "\ufeff",
    "ـ",
    "َ",
    "\u0654",
    "ﷲ",
    "ﻻ",
    "😀",
    "\ud800",
    "\x00",
    "1",
    "٢٠",
    "c’t",
    "BBC",
)
pieces = st.sampled_from(WORDS) | st.sampled_from(SIGNS) | st.sampled_from(ODD)
parts = st.tuples(pieces, st.sampled_from(["", " ", " ", " "]))
mixtures = (st.lists(parts, max_size=12) | st.lists(parts, min_size=20, max_size=60)).map(
    lambda chosen: "".join(piece + gap for piece, gap in chosen)
)
texts = mixtures | mixtures | st.text(max_size=80)

Spans = Callable[[Quote], list[Span]]


@settings(laws, max_examples=250)
@given(texts)
def test_no_text_raises_and_every_span_is_a_slice(spans: Spans, text: str) -> None:
    for quote in quoteattr.extract(text):
        for span in spans(quote):
            assert 0 <= span.start <= span.end <= len(text)
            assert text[span.start : span.end] == span.text


@laws
@given(texts)
def test_a_parent_stands_before_its_quote_and_around_it(text: str) -> None:
    quotes = quoteattr.extract(text)
    for index, quote in enumerate(quotes):
        if quote.parent is None:
            continue
        assert 0 <= quote.parent < index
        around = quotes[quote.parent].content
        assert around.start <= quote.content.start <= quote.content.end <= around.end


@laws
@given(texts)
def test_quotes_are_ordered_and_none_is_found_twice(text: str) -> None:
    quotes = quoteattr.extract(text)
    places = [(quote.content.start, -quote.content.end) for quote in quotes]
    assert places == sorted(places)
    assert len(set(quotes)) == len(quotes)


@laws
@given(texts)
def test_every_decision_says_why(text: str) -> None:
    report = quoteattr.explain(text)
    assert report.quotes == quoteattr.extract(text)
    assert all(decision.reason and (decision.rule or not decision.taken) for decision in report.decisions)


# Attributed sentences. What may change in them without changing what is found: tests/laws


def who_said_what(text: str) -> list[tuple[str | None, str]]:
    return [
        (quote.speaker.name if quote.speaker else None, quote.content.text)
        for quote in quoteattr.extract(text)
    ]


@pytest.mark.parametrize(
    "sentence", ["وحذر سامي الطويل من أن الجسر آمن.", "وكشف سامي الطويل عن أن الجسر آمن."]
)
def test_a_look_alike_in_the_content_does_not_rename_the_speaker(sentence: str) -> None:
    assert who_said_what(sentence) == [("سامي الطويل", "الجسر آمن")]


@laws
@given(
    documents(most=1),
    st.sampled_from(["\u200f", "\u202b", "\u2067"]),
    st.sampled_from(["", "\u200f", "\u202c", "\u2069"]),
)
def test_bidi_controls_around_a_text_do_not_matter(told: Told, before: str, after: str) -> None:
    assert who_said_what(before + told.text + after) == who_said_what(told.text)


# Laws of what is found, for texts that somebody may have written


news = documents(most=6).map(lambda told: told.text)


def faults(text: str, spans: Spans) -> list[str]:
    """What is wrong with the quotes of a text, whatever they say."""
    quotes = quoteattr.extract(text)
    found = [f"{span!r} ends before it begins" for q in quotes for span in spans(q) if span.end < span.start]
    for quote in quotes:
        pieces = [(fragment.start, fragment.end) for fragment in quote.fragments]
        if not quote.content.text:
            found.append("nothing is said")
        if quote.speaker is not None and not quote.speaker.name:
            found.append("a speaker has no name")
        if any(start < quote.content.start or quote.content.end < end for start, end in pieces):
            found.append("a fragment stands outside its content")
        if any(one[1] > other[0] for one, other in pairwise(pieces)):
            found.append("a fragment overlaps another")
    said = [(quote.content.start, quote.content.end) for quote in quotes]
    own = [(span.start, span.end) for span in quoteattr.outside(text, quotes)]
    covered = {at for start, end in own + said for at in range(start, end)}
    if own != sorted(own) or not {at for at, letter in enumerate(text) if letter.isalnum()} <= covered:
        found.append("what is said and what is outside do not make up the text")
    return found


@laws
@given(news)
def test_quotes_are_sound(spans: Spans, text: str) -> None:
    assert faults(text, spans) == []


@laws
@given(news)
def test_no_marks_are_a_fragment_of_two_quotes(text: str) -> None:
    pieces = [fragment for quote in quoteattr.extract(text) for fragment in quote.fragments]
    assert len(set(pieces)) == len(pieces)


# Each is sound in its twin, where the marks hold words and are closed in their line.
UNSOUND = (
    ("nothing between the marks", "وقالت الوزيرة: «».", "وقالت الوزيرة: «نعم، سنعود»."),
    ("nothing between the marks of a name", "قالت «» إن الطريق مغلق.", "قالت «الأفق» إن الطريق مغلق."),
    ("a lone tatweel for a name", "«ـ» قال: «لن نتراجع».", "«الأفق» قالت: «لن نتراجع»."),
    (
        "a complementiser with nothing behind it",
        "نفى الوزير أنه؛ وقال: «نعم».",
        "نفى الوزير أنه استقال؛ وقال: «نعم».",
    ),
    (
        "an object in one line and marks in the next",
        "أكد الوزير أهمية الحوار\n«لن نتراجع عن القرار».",
        "أكد الوزير أهمية الحوار «ولو طال أمده».",
    ),
    (
        "unclosed: the full stop is in the fragment and not in the content",
        "قال الوزير إن بلاده «لن تنسحب أبداً.",
        "قال الوزير إن بلاده «لن تنسحب أبداً».",
    ),
    (
        "unclosed in unclosed: one fragment in another",
        "قال الوزير إن بلاده «لن تنسحب ولن “تساوم أبداً.",
        "قال الوزير إن بلاده «لن تنسحب ولن تساوم أبداً».",
    ),
)


@pytest.mark.parametrize("text", [pytest.param(text, id=label) for label, text, _ in UNSOUND])
def test_quotes_are_sound_where_marks_are_not(spans: Spans, text: str) -> None:
    assert faults(text, spans) == []


@pytest.mark.parametrize("twin", [pytest.param(twin, id=label) for label, _, twin in UNSOUND])
def test_quotes_are_sound_in_the_twin(spans: Spans, twin: str) -> None:
    assert quoteattr.extract(twin) != ()
    assert faults(twin, spans) == []
