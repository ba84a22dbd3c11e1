"""What stands around a word that makes it a cue: which content each verb may bring there, and why."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quoteattr import Lexicon
from quoteattr.rules import Frame, Page, build_frame, evidence

KINDS = ("direct", "marks", "clause", "object")

# label, cue, text, the content that may follow: words after a colon, marks, a clause, a noun with marks
BROUGHT: tuple[tuple[str, str, str, str], ...] = (
    ("a verb of saying brings all", "قال", "قال الوزير: «الطريق مفتوح».", "direct marks clause object"),
    ("a verb of utterance no clause", "نطق", "نطق الوزير بكلمات قليلة.", "direct marks"),
    ("to publish that", "نشر", "نشر الوزير أن الطريق مفتوح.", "direct marks clause"),
    ("to regret", "أسف", "أسف الوزير لما جرى: «الطريق مغلق».", "object"),
    ("to value", "وثمّن", "وثمّن الوزير الجهود: «الطريق مفتوح».", "object"),
    ("to disclose a thing", "كشف", "كشف الوزير عن الأمر.", "direct marks object"),
    ("to disclose that", "كشف", "كشف الوزير عن أن الطريق مفتوح.", "direct marks clause object"),
    ("to renew an assurance", "جدد", "جدد المجلس التأكيد على أن الطريق مفتوح.", "clause"),
    ("to renew anything else", "وجدد", "وجدد المجلس أن الطريق مفتوح.", ""),
    ("between, or he made clear that", "بين", "بين رئيس البلدية أن الطريق مفتوح.", "clause"),
    ("between two", "بين", "بين رئيس البلدية والمدير أن الطريق مفتوح.", ""),
    ("and he made clear", "وبين", "وبين رئيس البلدية أن الطريق مفتوح.", "direct clause"),
    ("with a shadda it is the verb", "بيّن", "بيّن في البيان أن الطريق مفتوح.", "direct marks clause"),
    ("after, or he commented", "عقب", "عقب الوزير: «الطريق مفتوح».", ""),
    ("and the minister commented", "وعقب", "وعقب الوزير: «الطريق مفتوح».", "direct"),
    ("and after the meeting", "وعقب", "وعقب اللقاء: «الطريق مفتوح».", ""),
    ("to answer", "ورد", "ورد الوزير بأن الطريق مفتوح.", "direct marks clause object"),
    ("to answer somebody", "ورد", "ورد الوزير على منتقديه: «الطريق مفتوح».", "direct marks object"),
    ("to call", "وصف", "وصف الوزير القرار بـ«الخطأ».", "direct marks object"),
    ("to call it so that it is", "وصف", "وصف الوزير القرار بأنه خطأ.", "direct marks clause object"),
    ("to welcome", "ورحب", "ورحب الوزير بـ«اتفاق الهدنة».", "direct marks object"),
    ("an adverb of saying", "مؤكدا", "قال الوزير، مؤكدا أن الطريق مفتوح.", "direct marks clause object"),
    ("a noun of saying with its agent", "قول", "في قول المعارضة إن الحكم ظالم.", "clause"),
    ("a noun of saying without one", "قول", "في قول إن الحكم ظالم.", ""),
    ("a noun of saying with a name", "قول", "في قول سامي إن الحكم ظالم.", ""),
    ("his saying", "قوله", "نقلت الوكالة عنه قوله إن الحكم ظالم.", "direct marks clause object"),
    ("his publishing, with words in between", "نشره", "بعد نشره الصور أن الحكم ظالم.", ""),
    ("to accuse", "اتهم", "اتهم الوزير المدير بأنه تأخر.", "direct marks clause object"),
    ("to go on, with the slip بأن", "تابع", "تابع الوزير بأن الطريق مفتوح.", "direct marks clause"),
    ("to ask when", "سأل", "سأل الوزير متى يفتح الطريق.", "direct marks clause object"),
    (
        "it came in a statement",
        "جاء في",
        "جاء في بيان للنقابة أن الإضراب سيستمر.",
        "direct marks clause object",
    ),
    ("it came in no document", "جاء في", "جاء في الوزارة أن الإضراب سيستمر.", ""),
    (
        "it came in, and nothing said where",
        "جاء في",
        "جاء في أن الإضراب سيستمر.",
        "direct marks clause object",
    ),
)

BEGIN: tuple[tuple[str, str, str, bool], ...] = (
    ("at the head of a text", "قال", "قال الوزير إن الطريق مفتوح.", True),
    ("with و", "وقال", "أمس وقال الوزير إن الطريق مفتوح.", True),
    ("with ف", "فقال", "أمس فقال الوزير إن الطريق مفتوح.", True),
    ("behind an adverb", "قال", "أمس قال الوزير إن الطريق مفتوح.", False),
    ("with a letter that is no conjunction", "سيقول", "أمس سيقول الوزير إن الطريق مفتوح.", False),
    ("behind a comma", "قال", "نعم، قال الوزير إن الطريق مفتوح.", True),
    ("behind a conjunction", "قال", "نعم ثم قال الوزير إن الطريق مفتوح.", True),
    ("behind a particle of verbs", "قال", "نعم قد قال الوزير إن الطريق مفتوح.", True),
    ("behind the future", "يقول", "نعم سوف يقول الوزير إن الطريق مفتوح.", True),
    ("it happened before that", "حذر", "سبق أن حذر الوزير من الخطر.", True),
    ("and it happened before that", "حذر", "وسبق أن حذر الوزير من الخطر.", True),
    ("that after another verb", "حذر", "يسر أن حذر الوزير من الخطر.", False),
    ("behind a turn", "قال", "نعم من جانبه قال الوزير إن الطريق مفتوح.", True),
    ("behind a medium", "قال", "نعم في بيان قال الوزير إن الطريق مفتوح.", False),
)

JUDGE: tuple[tuple[str, str, str, bool], ...] = (
    ("a subject right before the verb", "وصف", "كان الوزير وصف القرار بـ«الخطأ».", True),
    ("a relative right before it", "وصف", "الوزير الذي وصف القرار بـ«الخطأ».", True),
    ("nothing before it", "وصف", "وصف القرار بـ«الخطأ».", False),
    ("an adverb before it", "وصف", "أمس وصف القرار بـ«الخطأ».", False),
    ("a subject further off", "وصف", "كان الوزير قد وصف القرار بـ«الخطأ».", False),
    ("marks without بـ", "وصف", "كان الوزير وصف القرار «الخطأ».", False),
    ("بـ before another word", "وصف", "كان الوزير وصف بـ القرار «الخطأ».", False),
    ("no marks", "وصف", "كان الوزير وصف القرار بأنه خطأ.", False),
    ("a verb that calls nobody anything", "رحب", "كان الوزير رحب بـ«الاتفاق».", False),
    ("a participle", "واصفا", "كان الوزير واصفا القرار بـ«الخطأ».", False),
)

GOVERN: tuple[tuple[str, str, str, bool], ...] = (
    ("subject and preposition", "ورحب", "ورحب الوزير بـ«الاتفاق».", True),
    ("at the head of a text", "رحب", "رحب الوزير بـ«الاتفاق».", True),
    ("no clause begins", "رحب", "أمس رحب الوزير بـ«الاتفاق».", False),
    ("the preposition on a noun", "ورحب", "ورحب الوزير بفكرة «الاتفاق».", True),
    ("two words in between", "ورحب", "ورحب الوزير أمس بـ«الاتفاق».", False),
    ("no subject", "ورحب", "ورحب بـ«الاتفاق».", False),
    ("no marks", "ورحب", "ورحب الوزير بالاتفاق.", False),
    ("a subject that speaks not", "ورحب", "ورحب الشارع بـ«الاتفاق».", False),
    ("another preposition", "ورحب", "ورحب الوزير من «الاتفاق».", False),
    ("the verb's own preposition", "وحذر", "وحذر الوزير من «الفوضى».", True),
    ("no preposition", "وحذر", "وحذر الوزير هنا «الفوضى».", False),
    ("another preposition on a noun", "وحذر", "وحذر الوزير بوقوع «الفوضى».", False),
    ("لـ on a noun", "وحذر", "وحذر الوزير لوقوع «الفوضى».", False),
    ("a verb without prepositions", "وأكد", "وأكد الوزير بـ«الاتفاق».", False),
    ("to answer somebody", "ورد", "ورد الوزير على «الشكوى».", True),
)

RESUME: tuple[tuple[str, str, str, bool], ...] = (
    ("the assurance", "جدد", "جدد المجلس التأكيد على أن الطريق مفتوح.", True),
    ("assurance without the article", "جدد", "جدد تأكيد أن الطريق مفتوح.", True),
    ("with بـ", "جدد", "جدد المجلس بالتأكيد أن الطريق مفتوح.", True),
    ("behind an adverb", "جدد", "جدد المجلس أمس التأكيد على أن الطريق مفتوح.", True),
    ("no object", "جدد", "جدد المجلس أن الطريق مفتوح.", False),
    ("nothing at all", "جدد", "جدد أن الطريق مفتوح.", False),
    ("a longer adjunct", "جدد", "جدد المجلس في قوة التأكيد أن الطريق مفتوح.", False),
    ("no clause", "جدد", "جدد المجلس التأكيد.", False),
    ("another noun of a verb", "جدد", "جدد قاعة العرض أن الطريق مفتوح.", False),
)

SUBJECT: tuple[tuple[str, str, str, bool], ...] = (
    ("a person and a clause", "بين", "بين رئيس البلدية أن الطريق مفتوح.", True),
    ("a person and a colon", "بين", "بين رئيس البلدية: «الطريق مفتوح».", True),
    ("a body", "بين", "بين المجلس أن الطريق مفتوح.", True),
    ("a person of a word that begins with و", "بين", "بين رئيس الوزراء أن الطريق مفتوح.", True),
    ("a name that begins with و", "بين", "بين رئيس البلدية وليد سمير أن الطريق مفتوح.", True),
    ("two", "بين", "بين رئيس البلدية والمدير أن الطريق مفتوح.", False),
    ("two and what the second has", "بين", "بين المدير ووزير النقل أن الطريق مفتوح.", False),
    ("a name without a post", "بين", "بين سامي الحداد أن الطريق مفتوح.", False),
    ("a document", "بين", "بين البيان أن الطريق مفتوح.", False),
    ("an adverb before it", "بين", "بين أمس رئيس البلدية أن الطريق مفتوح.", False),
    ("an adverb behind it", "بين", "بين رئيس البلدية أمس أن الطريق مفتوح.", False),
    ("nobody", "بين", "بين أن الطريق مفتوح.", False),
    ("no content", "بين", "بين رئيس البلدية الطريق.", False),
)

ADVERBIAL: tuple[tuple[str, str, str, bool], ...] = (
    ("behind a comma", "مؤكدا", "قال الوزير، مؤكدا الأمر.", True),
    ("a tanwin", "مؤكداً", "قال الوزير مؤكداً الأمر.", True),
    ("neither", "مؤكدا", "قال الوزير مؤكدا الأمر.", False),
    ("a clause at once", "معتبرة", "طالبت بالإفراج عنه معتبرة أن الحكم ظالم.", True),
    ("a clause later", "معتبرة", "طالبت بالإفراج عنه معتبرة في بيان أن الحكم ظالم.", False),
    ("no clause", "معتبرة", "طالبت بالإفراج عنه معتبرة الحكم ظالماً.", False),
    ("with و", "ومعتبرة", "طالبت بالإفراج عنه ومعتبرة الحكم ظالماً.", True),
    ("no accusative behind a comma", "معتبر", "رجل، معتبر الحكم ظالماً.", False),
    ("no accusative before a clause", "معتبر", "رجل معتبر أن الحكم ظالم.", False),
    ("behind marks", "معتبرة", "«لن نتراجع» معتبرة الحكم ظالماً.", True),
    ("a word behind marks", "معتبرة", "«لن نتراجع» هنا معتبرة الحكم ظالماً.", False),
    ("at the head of a text", "معتبرة", "معتبرة الحكم ظالماً.", False),
    ("a stop behind it", "معتبرة", "طالبت بالإفراج عنه معتبرة، في بيان.", False),
)


def read(cue: str, text: str) -> tuple[Page, Frame]:
    page = Page.read(text, Lexicon.default())
    (found,) = (match for match in page.cues if page.tokens.span(match.first, match.last).text == cue)
    return page, build_frame(page, found)


@pytest.mark.parametrize(("cue", "text", "kinds"), [pytest.param(*row[1:], id=row[0]) for row in BROUGHT])
def test_what_a_cue_may_bring(cue: str, text: str, kinds: str) -> None:
    page, frame = read(cue, text)
    assert " ".join(kind for kind in KINDS if evidence.needs(page, frame, kind) is None) == kinds


@pytest.mark.parametrize(
    ("holds", "cue", "text", "answer"),
    [
        pytest.param(holds, cue, text, answer, id=f"{holds.__name__.strip('_')}: {label}")
        for holds, rows in (
            (evidence.begins_clause, BEGIN),
            (evidence._judges, JUDGE),
            (evidence._governs_marks, GOVERN),
            (evidence._resumes_speech, RESUME),
            (evidence._has_subject, SUBJECT),
            (evidence._adverbial, ADVERBIAL),
        )
        for label, cue, text, answer in rows
    ],
)
def test_what_stands_around_a_cue(
    holds: Callable[[Page, Frame], bool], cue: str, text: str, answer: bool
) -> None:
    assert bool(holds(*read(cue, text))) is answer
