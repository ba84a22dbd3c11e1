"""Paragraphs and sentences: where a full stop ends one, and where it does not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoteattr.text.marks import pair_marks
from quoteattr.text.sentences import Layout, lay_out
from quoteattr.text.tokens import Tokens, is_word, tokenise

laws = settings(max_examples=100, deadline=None, derandomize=True)


def read(text: str) -> tuple[Tokens, Layout]:
    tokens = tokenise(text)
    return tokens, lay_out(tokens, pair_marks(tokens))


def sentences(text: str) -> list[str]:
    tokens, layout = read(text)
    return [tokens.span(sentence.first, sentence.last).text for sentence in layout.sentences]


# label, text with | where a sentence ends and another begins
CUT = (
    ("full stop", "وصل الوزير إلى القاهرة. |غادر الوفد."),
    ("without a last full stop", "وصل الوزير. |غادر الوفد"),
    ("question mark", "هل وصل الوزير؟ |نعم."),
    ("Latin question mark", "هل وصل الوزير? |نعم."),
    ("exclamation mark", "وصل أخيراً! |ثم غادر."),
    ("marks in a row are one end", "هل وصل الوزير؟! |نعم."),
    ("marks in a row / twin: three", "هل وصل؟؟؟ |نعم."),
    ("a question that goes on behind a comma", "هل وصل؟، سأل الصحافي."),
    ("a blank before the sign", "وصل الوزير . |غادر الوفد ."),
    ("line end", "وصل الوزير\n|غادر الوفد"),
    ("line end of Windows", "وصل الوزير.\r\n|غادر الوفد."),
    ("blank lines", "وصل الوزير.\n\n\n|غادر الوفد."),
    ("dots of a pause", "تردد قليلاً... ثم وافق.. وخرج. |ثم عاد."),
    ("colon and semicolon", "وصل الوزير؛ قال: نعم."),
    ("title of one letter", "استقبل د. سعود العتيبي الوفد. |ثم غادر."),
    ("title of one letter / twin: a word", "استقبل سعود العتيبي الوفد في داره. |غادر بعدها."),
    ("two titles", "حضر أ. د. منى الشربيني الحفل."),
    ("titles without a blank", "حضر أ.د. منى الشربيني الحفل."),
    ("initials of a suspect", "أوقفت الشرطة م. ع. في الرياض. |ثم أطلقته."),
    ("initials in Latin letters", "كتب J. K. Rowling القصة. |ثم نشرتها."),
    ("a foreign initial by its name", "قال جون سي. ميلر ذلك. |ثم صمت."),
    ("a foreign initial / twin: a word", "قال جون سين. |ميلر صمت."),
    ("the year of the Hijra is an end", "وقع ذلك عام 1443 هـ. |وبعده بعام عاد."),
    ("number with a decimal point", "بلغ 16.6 في المئة. |ثم تراجع."),
    ("number with a decimal point / twin: at the end", "بلغ المؤشر 16. |ثم تراجع."),
    ("version", "صدرت النسخة 3.5.1 أمس. |وحملها كثيرون."),
    ("Latin domain", "نشر موقع macrumors.com الصور. |ثم حذفها."),
    ("Arabic domain", "نشرت العربية.نت الصور. |ثم حذفتها."),
    ("file name", "فتح الملف report.pdf وقرأه. |ثم أغلقه."),
    ("missing blank before a conjunction", "كان الوضع صعباً.|وقالت المنظمة ذلك."),
    ("a blank on the wrong side", "وصل الوزير .|ومن الجدير ذكره أنه تأخر."),
    ("a blank on the wrong side / twin: a domain", "اشترت الشركة نطاق .com أمس."),
    ("missing blank / twin: a domain that begins with waw", "نشر موقع أخبار.وطن الصور. |ثم حذفها."),
    ("a per cent sign that an encoding lost", "رأى ?47 من المستجوبين ذلك. |ورفض الباقون."),
    ("inside marks", "قال: «نعم. لن نعود. أبداً.» وخرج. |ثم عاد."),
    ("a question inside marks", "سأل: «هل نعود؟ متى؟» ثم خرج."),
    ("behind marks", "قال: «نعم». |وخرج."),
    ("inside marks over two lines", "قال: «أول. ثان\nثالث. رابع». |ثم خرج."),
    ("unclosed marks end with their line", "قال: «لن نعود. ثم خرج.\n|وعاد. |ثم نام."),
    ("a bracket is no mark", "حضر (سعيد. |علي) الحفل."),
    ("nothing but signs", "..."),
)  # fmt: skip


@pytest.mark.parametrize("marked", [pytest.param(text, id=label) for label, text in CUT])
def test_where_sentences_end(marked: str) -> None:
    assert sentences(marked.replace("|", "")) == [piece.strip() for piece in marked.split("|")]


def known(text: str, reason: str) -> object:
    return pytest.param(text, id=reason, marks=pytest.mark.xfail(reason=reason))


@pytest.mark.parametrize(
    "marked",
    [
        known(
            "غادر الوفد.|ثم عاد الوزير.",
            "without a conjunction a missing blank looks like a domain (العربية.نت)",
        ),
        known("شيد عام 500 م. |وهدم بعد قرن.", "after a number م is the era, not an initial"),
        known("تبدأ عند الخامسة م. |وتنتهي ليلاً.", "after an hour م is the afternoon, not an initial"),
        known(
            "قال: «لن نعود.» |وخرج الوفد.",
            "a full stop before the closing mark ends the sentence around it too",
        ),
    ],
)
def test_where_sentences_should_end(marked: str) -> None:
    assert sentences(marked.replace("|", "")) == [piece.strip() for piece in marked.split("|")]


@pytest.mark.parametrize("text", ["", "\n", " \n\r\n\u200f\n"])
def test_nothing_has_no_sentence_and_no_paragraph(text: str) -> None:
    assert read(text)[1] == Layout((), ())


def test_a_sentence_knows_its_paragraph() -> None:
    _, layout = read("عنوان\n\nأول. ثان.\nثالث.")
    assert [sentence.paragraph for sentence in layout.sentences] == [0, 1, 1, 2]
    assert len(layout.paragraphs) == 3


def test_a_line_end_inside_marks_begins_no_paragraph() -> None:
    _, layout = read("قال: «أول.\nثان» ثم خرج.\nوعاد.")
    assert len(layout.paragraphs) == 2


# Words that no rule of initials, domains or missing blanks is about.
words = st.sampled_from("قال الوزير سامي أمس المدينة 16.6 20:30 macrumors.com «نعم.لا» (حماس)".split())
ends = st.sampled_from([". ", "؟ ", "! ", "؟! ", ".\n", "\n", "\n\n", " .\r\n"])


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A text put together from sentences, and these sentences."""
    text, expected = "", []
    for body in draw(st.lists(st.lists(words, min_size=1, max_size=5), max_size=5)):
        sentence = " ".join([*body, "هناك"]) + draw(ends)
        text += sentence
        expected.append(sentence.strip())
    return text, expected


@laws
@given(pages())
def test_the_sentences_of_a_text_are_those_that_it_was_put_together_from(page: tuple[str, list[str]]) -> None:
    text, expected = page
    assert sentences(text) == expected


texts = st.text('قالد نم.؟?!«»"\n و5،', max_size=60) | pages().map(lambda page: page[0])


@laws
@given(texts)
def test_every_word_stands_in_one_sentence_of_one_paragraph(text: str) -> None:
    tokens, layout = read(text)
    held = [index for sentence in layout.sentences for index in range(sentence.first, sentence.last)]
    assert held == sorted(set(held))
    assert {index for index, form in enumerate(tokens.forms) if is_word(form)} <= set(held)
    for sentence in layout.sentences:
        first, last = layout.paragraphs[sentence.paragraph]
        assert first <= sentence.first < sentence.last <= last
