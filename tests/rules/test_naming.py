"""Names and words of speech in marks: each sign of a name at its bounds, on one side and on the other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quoteattr import Lexicon
from quoteattr.rules import Page, Pair, naming

# label, a text with marks in it, whether the first of them hold a name
NAMES: tuple[tuple[str, str, bool], ...] = (
    ("nothing in them names nobody's words", "قرأ «».", True),
    ("a noun that names follow", "زار الوزير معرض «أيام النهر».", True),
    ("one that none follows", "زار الوزير في المساء «أيام النهر».", False),
    ("a title of eight words", "صدرت رواية «الرحلة الأخيرة إلى بلاد الشمال البعيد والجبال العالية».", True),
    ("of nine", "صدرت رواية «الرحلة الأخيرة إلى بلاد الشمال البعيد والجبال العالية جداً».", False),
    ("three words and the first a verb", "يقرأ في مجلة «يتدهور الوضع سريعاً».", False),
    ("two words and the first a verb", "افتتح مسرح «يتدهور بسرعة».", True),
    ("three words and the first a noun in لا", "فازت شركة «لاعب القرن الماضي».", True),
    ("the third alone is no noun of theirs", "يقرأ في مجلة «ينشر الوزير مقالاً».", False),
    ("three words that begin with a particle", "في كلمة «إننا نناقش الوقائع».", False),
    ("two", "في كلمة «إننا نناقش».", True),
    ("three, the second a particle", "في رواية «البيت لا يباع».", True),
    ("letters of a channel that look like a particle", "في قناة «إن بي سي».", True),
    ("a first person", "في كلمة «بلادنا مفتوحة للجميع».", False),
    ("that they", "في كلمة «أنه طريق مفتوح».", False),
    ("a particle of speech", "في كلمة «هناك طريق مفتوح».", False),
    ("a title of five words with a negation in it", "صدرت رواية «البيت الكبير الذي لن نبيعه».", False),
    ("of four words", "صدرت رواية «البيت الذي لن نبيعه».", True),
    ("five words and the negation at their head", "صدرت رواية «لن نبيع البيت الكبير أبداً».", False),
    ("three words and a preposition at their head", "تفتح القاعة في شركة «في أي وقت».", False),
    ("two", "صدرت رواية «في بيتنا».", True),
    ("a name of three words after a post", "قالت المحامية «سلوى كريم قنديل».", True),
    ("of four", "قالت المحامية «سلوى كريم سامي قنديل».", False),
    ("two given names without a post", "ثم صعدت «سلوى كريم».", True),
    ("six words in Latin letters", "أغنية فرقة جديدة من «one two three four five six».", True),
    ("seven", "أغنية فرقة جديدة من «one two three four five six seven».", False),
    ("Latin letters in a bracket behind it", "أطلق متصفح «موزيلا» (Mozilla).", True),
    ("a bracket with a letter and a number", "أطلق متصفح «موزيلا» (m2).", True),
    ("Arabic in the bracket", "أطلق من بيته «موزيلا» (المتصفح).", False),
    ("a bracket later on", "أطلق من بيته «موزيلا» أمس (Mozilla).", False),
    ("an open bracket at the end", "أطلق من بيته «موزيلا» (", False),
    ("a word behind a bracket's sign that is none", "أطلق من بيته «موزيلا» و Mozilla.", False),
    ("a body's noun and what it is called", "ثم انسحب «تيار النهضة».", True),
    ("the body's noun alone", "ثم انسحب «تيار».", False),
    ("a body's noun with a verb", "ثم انسحب «تيار يرفض التصويت».", False),
    ("a body's noun with a verb of action", "ثم انسحب «تيار غادر القاعة».", False),
    ("a body's noun with a preposition", "ثم انسحب «تيار في المعارضة».", False),
    ("a definite body", "ثم انسحب «التيار الديمقراطي».", False),
    ("the noun of a person", "ثم انسحب «مدير الشركة».", False),
    ("no noun at all", "ثم انسحب «غاضباً جداً».", False),
    ("four words after a body", "وافقت لجنة «الرحلة الأخيرة إلى الشمال».", True),
    ("five words that are said of it", "دعم البنك «شريكاً أساسياً كبيراً في المشاريع».", False),
    ("said after the verb and its subject", "أدان الاتحاد «الهجوم».", False),
    ("after a body that is no subject", "زار مقر الاتحاد «الهلال».", False),
    ("after a body with its name before it", "زار مقر اتحاد «الهلال».", True),
    ("judged", "رفض قرار «غير الشرعي».", False),
)

FOREIGN: tuple[tuple[str, str, bool], ...] = (
    ("Latin letters", "عن «Mozilla».", True),
    ("half of them", "عن «موزيلا Mozilla».", True),
    ("a third of them", "عن «موزيلا فايرفوكس Mozilla».", False),
    ("large letters", "عن «MOZILLA».", True),
    ("letters by their names", "عن «بي بي سي».", True),
    ("any relation", "نفى «أي علاقة».", False),
    ("the letter alone", "عن «أي».", True),
    ("two letters, the first like 'any'", "عن «أي بي».", True),
    ("a long vowel tells the letter", "عن «آي فون».", True),
    ("a version", "عن «أي فون 5».", True),
    ("four words and the last a number", "عن «هاتف جديد جميل 5».", True),
    ("five", "عن «هاتف صغير جديد جميل 5».", False),
    ("the number first", "عن «5 هواتف جديدة».", False),
    ("a share", "عن «سيارة رقم 90%».", False),
    ("a preposition in it", "عن «التوافق على 90».", False),
    ("a preposition at its head", "عن «على سيارة 5».", False),
    ("a number behind the marks", "عن «هاتف صغير» 5.", False),
    ("no number and no letters", "عن «سيارة سريعة».", False),
)

TITLED: tuple[tuple[str, str, bool], ...] = (
    ("two parts and a colon", "«جزيرة الرمل: الماضي والحاضر»", True),
    ("two parts and two dots", "«جزيرة الرمل.. الماضي والحاضر»", True),
    ("one word before the colon", "«الجزيرة: الماضي»", True),
    ("one part", "«جزيرة الرمل والبحر»", False),
    ("a colon at its head", "«: جزيرة الرمل»", False),
    ("a colon at its end", "«جزيرة الرمل:»", False),
    ("a negation", "«جزيرة الرمل: لا ماض ولا حاضر»", False),
    ("a first person", "«جزيرة الرمل: بلادنا والماضي»", False),
    ("a complementiser", "«جزيرة الرمل: إن الماضي حاضر»", False),
    ("an imperfect", "«جزيرة الرمل: نرسم الماضي»", False),
    ("a verb of speech", "«جزيرة الرمل: قالت الحاضر»", False),
    ("a verb at its head", "«قالت: الماضي والحاضر»", False),
    ("a verb before the marks", "قال «جزيرة الرمل: الماضي والحاضر»", True),
)

PREDICATES: tuple[tuple[str, str, bool], ...] = (
    ("indefinite words of a definite subject", "وقال إن البنك «شريك أساسي».", True),
    ("at the head of a text", "إن البنك «شريك أساسي».", True),
    ("without a complementiser", "دعا البنك «شريك أساسي».", False),
    ("definite words", "وقال إن البنك «الشريك الأساسي».", False),
    ("an indefinite subject", "وقال إن بنكاً «شريك أساسي».", False),
    ("a noun alone may be a name", "وقال إن البنك «شريك».", False),
    ("an adjective alone is said of it", "وقال إن البنك «ضعيف».", True),
    ("a verb behind the marks has the subject", "وقال إن الفيلم «حديث الروح» سيعرض.", False),
    ("so has a verb of action", "وقال إن الحصان «رفيق الدرب» غادر.", False),
    ("so has a verb of speech", "وقال إن الموقع «حديث الروح» أعلن نجاحه.", False),
    ("the verb stands one word later", "وقال إن الفيلم «حديث الروح» أمس سيعرض.", True),
    ("four words with a complement", "دعم البنك «شريكاً أساسياً في المشاريع».", True),
    ("three words with a complement", "دعم البنك «شريكاً في المشاريع».", False),
    ("four words, the complement second", "دعم البنك «شريكاً في كل المشاريع».", True),
    ("four words without", "دعم البنك «شريكاً أساسياً كبيراً جداً».", False),
    ("a complement at the head is none", "دعم البنك «في شراكة أساسية كبيرة».", False),
    ("after an indefinite noun", "دعم بنك «شريكاً أساسياً في المشاريع».", False),
    ("judged", "رفض القرار «غير الشرعي».", True),
    ("judged with the article", "رفض القرار «الغير شرعي».", True),
)

AFTER_SUBJECTS: tuple[tuple[str, str, bool], ...] = (
    ("a body with the article behind its verb", "أعلن الاتحاد «الهدنة».", True),
    ("another word between them", "أعلن أمس الاتحاد «الهدنة».", False),
    ("another word behind it", "أعلن الاتحاد أمس «الهدنة».", False),
    ("a body without the article", "أعلن اتحاد «الهدنة».", False),
    ("a person", "أعلن الوزير «الهدنة».", False),
    ("no verb of speech", "هذا الاتحاد «الهدنة».", False),
)

PERSONS: tuple[tuple[str, str, bool], ...] = (
    ("a full name after a post", "قالت المحامية «سلوى قنديل».", True),
    ("a given name after a post", "قالت المحامية «سلوى».", True),
    ("after a post and its adjective", "المحامية الشابة «سلوى قنديل».", True),
    ("the post too far before it", "المحامية هذه المرة «سلوى قنديل».", False),
    ("two given names alone", "ثم «سلوى كريم».", True),
    ("three words between two given names", "ثم «سلوى قنديل كريم».", True),
    ("a given name alone", "ثم «سلوى».", False),
    ("a surname alone after a post", "المحامية «قنديل».", False),
    ("at the head of a text", "«سلوى كريم»", True),
    ("at the head of a text, one name", "«سلوى»", False),
    ("with a preposition", "المحامية «سلوى في كريم».", False),
    ("with a verb of speech", "المحامية «سلوى قالت كريم».", False),
    ("with a verb of action behind the name", "المحامية «سلوى سافرت».", False),
    ("after a body", "شركة «سلوى قنديل».", False),
)

AFTER_HEADS: tuple[tuple[str, str, bool], ...] = (
    ("the noun of a body", "شركة «أفق».", True),
    ("with a clitic", "وشركة «أفق».", True),
    ("one word in between", "شركة كبيرة «أفق».", False),
    ("a comma in between", "شركة، «أفق».", False),
    ("the noun of a person", "وزير «أفق».", False),
    ("a body that is a name itself", "عن داعش «أفق».", False),
    ("at the head of a text", "«أفق»", False),
    ("a noun at the head of the marks themselves", "«شركة»", False),
    ("behind one word of the text", "قال «شركة».", False),
    ("no noun", "هنا «أفق».", False),
)

FOLLOWED: tuple[tuple[str, str, bool], ...] = (
    ("a phrase that names follow", "جماعة تطلق على نفسها «أفق».", True),
    ("a phrase of naming", "اللاعب الملقب بـ«أفق».", True),
    ("they called themselves", "أطلقوا على أنفسهم «مجموعة النار».", True),
    ("another preposition", "جلسوا مع أنفسهم «مجموعة النار».", False),
    ("those who hear: three words", "في تصريح لـ «الخبر اليومي المسائي».", True),
    ("four words", "في تصريح لـ «الخبر اليومي المسائي الكبير».", False),
    ("a preposition", "جاء من «أفق».", False),
    ("a day", "صدرت صحيفة السبت «أفق».", False),
    ("an adjective with the article behind an owner", "في فيلمها الجديد «ليل المدينة».", True),
    ("two adjectives", "مجلة رياضية جديدة «سبورت».", True),
    ("one adjective", "صدرت مجلة جديدة «سبورت».", True),
    ("an adjective at the head of a text", "جديدة «سبورت».", False),
    ("a body without the article", "كتلة «الميثاق».", True),
    ("a body with an owner", "كتلته «الميثاق».", True),
    ("a noun that names follow, with the article and a clitic", "بالفيلم «ليل المدينة».", True),
    ("with another clitic", "وفيلم «ليل المدينة».", True),
    ("with ف", "ففيلم «ليل المدينة».", True),
    ("with ل", "لفيلم «ليل المدينة».", True),
    ("with ل and the article", "للفيلم «ليل المدينة».", True),
    ("a person", "الوزير «الميثاق».", False),
    ("at the head of a text", "«الميثاق»", False),
)


def page_of(text: str) -> tuple[Page, Pair]:
    page = Page.read(text, Lexicon.default())
    return page, page.marking.pairs[0]


TABLES: tuple[tuple[Callable[[Page, Pair], bool], tuple[tuple[str, str, bool], ...]], ...] = (
    (naming.is_named, NAMES),
    (naming._is_foreign, FOREIGN),
    (naming.is_titled, TITLED),
    (naming._is_predicate, PREDICATES),
    (lambda page, pair: naming._after_subject(page, pair.open), AFTER_SUBJECTS),
    (naming._names_person, PERSONS),
    (naming._after_head, AFTER_HEADS),
    (lambda page, pair: naming.names_what_follows(page, pair.open), FOLLOWED),
)
TOLD = ("a name", "foreign", "a title", "a predicate", "after a subject", "a person", "after a head", "named")


@pytest.mark.parametrize(
    ("asked", "text", "answer"),
    [
        pytest.param(asked, text, answer, id=f"{told}: {label}")
        for told, (asked, rows) in zip(TOLD, TABLES, strict=True)
        for label, text, answer in rows
    ],
)
def test_marks_are_told_apart(asked: Callable[[Page, Pair], bool], text: str, answer: bool) -> None:
    assert asked(*page_of(text)) is answer


def test_the_names_of_a_text_are_known_by_the_words_in_their_marks() -> None:
    page, _ = page_of("كتلة «الميثاق الوطني» ترفض «الحل» وحزب «البناء».")
    assert naming.known_names(page) == {("الميثاق", "الوطني"), ("البناء",)}
