"""Laws that hold for every text, and laws that hold for every attributed sentence.

The sentences are put together from names, verbs and contents, so that the generator knows who says
what; a law changes how they are written and asks for the same answer.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from itertools import pairwise

import pytest
from attrs import frozen
from hypothesis import given, settings
from hypothesis import strategies as st

import quoteattr
from quoteattr import Quote, Span

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


# Attributed sentences


@frozen
class Verb:
    """A verb in both genders, and what may stand between it and the words."""

    masculine: str
    feminine: str
    that: str


@frozen
class Told:
    """A sentence and who says what in it."""

    text: str
    speaker: str
    content: str
    marked: bool


VERBS = (
    Verb("قال", "قالت", "إن"),
    Verb("أكد", "أكدت", "أن"),
    Verb("أعلن", "أعلنت", "أن"),
    Verb("أوضح", "أوضحت", "أن"),
    Verb("أضاف", "أضافت", "أن"),
    Verb("أشار", "أشارت", "إلى أن"),
    Verb("حذر", "حذرت", "من أن"),
    Verb("كشف", "كشفت", "عن أن"),
)
SAYING = VERBS[:1]
MEN = ("سامي الطويل", "أيمن العلي", "فيصل العتيق", "خالد المصري", "إبراهيم كنعان")
WOMEN = ("هدى الزين", "سلمى الحداد", "ياسمين طه", "منى الشربيني", "ريم بوحجي")
TITLES_OF_MEN = ("الوزير", "الدكتور", "المدير", "وزير النقل", "المهندس", "رئيس الاتحاد")
TITLES_OF_WOMEN = ("الوزيرة", "الدكتورة", "المديرة", "وزيرة النقل", "المهندسة", "رئيسة الاتحاد")
CONTENTS = (
    "الطريق الجديد سيفتح قبل الشتاء",
    "الجسر القديم متين تماماً",
    "الميزانية لن تكفي هذا العام",
    "المدارس ستعود إلى العمل غداً",
    "الأسعار ارتفعت بنسبة 16.6 في المئة",
)


@st.composite
def people(draw: st.DrawFn) -> tuple[str, bool]:
    """Someone with or without a title, and whether it is a woman."""
    woman = draw(st.booleans())
    name = draw(st.sampled_from(WOMEN if woman else MEN))
    title = draw(st.sampled_from(["", *(TITLES_OF_WOMEN if woman else TITLES_OF_MEN)]))
    return f"{title} {name}".strip(), woman


ORDERS = ("verb colon marks", "verb that", "verb that marks", "marks verb", "subject verb")


@st.composite
def told(draw: st.DrawFn, orders: tuple[str, ...] = ORDERS) -> Told:
    """One sentence in which one person says one thing."""
    speaker, woman = draw(people())
    order = draw(st.sampled_from(orders))
    verb = draw(st.sampled_from(SAYING if order in {"marks verb", "verb colon marks"} else VERBS))
    said = verb.feminine if woman else verb.masculine
    content = draw(st.sampled_from(CONTENTS))
    conjunction = draw(st.sampled_from(["", "و"]))
    text = {
        "verb colon marks": f"{conjunction}{said} {speaker}: «{content}».",
        "verb that": f"{conjunction}{said} {speaker} {verb.that} {content}.",
        "verb that marks": f"{conjunction}{said} {speaker} {verb.that} «{content}».",
        "marks verb": f"«{content}»، {said} {speaker}.",
        "subject verb": f"{speaker} {said} {verb.that} {content}.",
    }[order]
    return Told(text, speaker, content, marked="«" in text)


in_marks = told(("verb colon marks", "verb that marks", "marks verb"))


def who_said_what(text: str) -> list[tuple[str | None, str]]:
    return [
        (quote.speaker.name if quote.speaker else None, quote.content.text)
        for quote in quoteattr.extract(text)
    ]


@laws
@given(told())
def test_who_says_what_is_found(sentence: Told) -> None:
    assert who_said_what(sentence.text) == [(sentence.speaker, sentence.content)]


@pytest.mark.parametrize(
    "sentence", ["وحذر سامي الطويل من أن الجسر آمن.", "وكشف سامي الطويل عن أن الجسر آمن."]
)
def test_a_look_alike_in_the_content_does_not_rename_the_speaker(sentence: str) -> None:
    assert who_said_what(sentence) == [("سامي الطويل", "الجسر آمن")]


@laws
@given(told())
def test_marks_that_hold_all_are_the_fragment(sentence: Told) -> None:
    (quote,) = quoteattr.extract(sentence.text)
    assert [fragment.text for fragment in quote.fragments] == ([sentence.content] if sentence.marked else [])


STYLES = (
    ("«", "»"),
    ("»", "«"),
    ('"', '"'),
    ("“", "”"),
    ("”", "“"),
    ("„", "“"),
    ("''", "''"),
    ("((", "))"),
    ("&quot;", "&quot;"),
)


@laws
@given(in_marks, st.sampled_from(STYLES))
def test_the_style_of_the_marks_does_not_matter(sentence: Told, style: tuple[str, str]) -> None:
    other = sentence.text.replace("«", "\0").replace("»", style[1]).replace("\0", style[0])
    assert who_said_what(other) == [(sentence.speaker, sentence.content)]


def plain(text: str) -> str:
    return "".join(c for c in text if unicodedata.category(c) != "Mn" and c != "ـ")


@laws
@given(told(), st.data())
def test_harakat_and_tatweel_do_not_matter(sentence: Told, data: st.DataObject) -> None:
    written = sentence.text
    letters = [at for at, letter in enumerate(written) if letter in "بتثجحخسشصضطظعغفقكلمنهي"]
    chosen = data.draw(st.lists(st.sampled_from(letters), unique=True, max_size=8))
    for at in sorted(chosen, reverse=True):
        joined = written[at + 1 : at + 2].isalpha()
        sign = data.draw(st.sampled_from(["َ", "ُ", "ِ", "ْ", "ـ"] if joined else ["َ", "ُ", "ِ", "ْ"]))
        written = written[: at + 1] + sign + written[at + 1 :]
    found = [(plain(name or ""), plain(content)) for name, content in who_said_what(written)]
    assert found == [(plain(sentence.speaker), plain(sentence.content))]


@laws
@given(told(("verb colon marks", "verb that", "verb that marks")))
def test_a_hamza_that_is_not_typed_on_its_alef_does_not_matter(sentence: Told) -> None:
    before, name, after = sentence.text.partition(sentence.speaker)
    that, content, end = after.partition(sentence.content)
    bare = str.maketrans("أإآ", "ااا")
    written = before.translate(bare) + name + that.translate(bare) + content + end
    assert who_said_what(written) == [(sentence.speaker, sentence.content)]


@laws
@given(
    told(),
    st.sampled_from(["\u200f", "\u202b", "\u2067"]),
    st.sampled_from(["", "\u200f", "\u202c", "\u2069"]),
)
def test_bidi_controls_around_the_sentence_do_not_matter(sentence: Told, before: str, after: str) -> None:
    assert who_said_what(before + sentence.text + after) == [(sentence.speaker, sentence.content)]


SILENT = (
    "افتتح مهرجان الربيع في المدينة القديمة.",
    "تساقطت الأمطار على الساحل منذ الصباح.",
    "بلغ طول الجسر 120 متراً.",
    "عبرت الشاحنات جسر «الأمل».",
)


@laws
@given(
    told(),
    st.lists(st.sampled_from(SILENT), max_size=3),
    st.lists(st.sampled_from(SILENT), max_size=3),
    st.sampled_from(["\n", "\n\n", "\r\n"]),
)
def test_paragraphs_without_speech_around_do_not_matter(
    sentence: Told, before: list[str], after: list[str], gap: str
) -> None:
    text = gap.join([*before, sentence.text, *after])
    assert who_said_what(text) == [(sentence.speaker, sentence.content)]


@laws
@given(st.lists(told(), min_size=1, max_size=4))
def test_what_several_people_say_stays_apart(sentences: list[Told]) -> None:
    text = "\n".join(sentence.text for sentence in sentences)
    found = who_said_what(text)
    assert [content for _, content in found] == [sentence.content for sentence in sentences]
    named = [" ".join((name or "").split()[-2:]) for name, _ in found]
    assert named == [" ".join(sentence.speaker.split()[-2:]) for sentence in sentences]


@laws
@given(told(("verb colon marks", "verb that", "verb that marks")), st.sampled_from(CONTENTS), st.booleans())
def test_the_next_sentence_without_a_subject_is_the_same_speakers(
    sentence: Told, more: str, marks: bool
) -> None:
    woman = any(name in sentence.speaker for name in WOMEN)
    said = "أضافت" if woman else "أضاف"
    text = f"{sentence.text} و{said}: «{more}»." if marks else f"{sentence.text} و{said} أن {more}."
    assert who_said_what(text) == [(sentence.speaker, sentence.content), (sentence.speaker, more)]


# Laws of what is found, for texts that somebody may have written


news = st.lists(told().map(lambda sentence: sentence.text) | st.sampled_from(SILENT), max_size=6).map(
    "\n".join
)


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
