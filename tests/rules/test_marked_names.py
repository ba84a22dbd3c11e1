"""Marks between a verb and its content: the name of who speaks, or the words themselves."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quoteattr import Lexicon
from quoteattr.rules import CueMatch, Page, Pair
from quoteattr.rules.frame import bound_of
from quoteattr.rules.marked_names import holds_name, names_subject

# label, a text, whether the first marks behind its verb hold a name
HOLD: tuple[tuple[str, str, bool], ...] = (
    ("a company's name", "قالت شركة «أبل» إن الهاتف جاهز.", True),
    ("never closed", "قالت شركة «أبل إن الهاتف جاهز", False),
    ("six words", "قالت شركة «أفق الغد الجديد للنقل والتجارة العالمية» إن الهاتف جاهز.", True),
    ("seven words", "قالت شركة «أفق الغد الجديد للنقل والتجارة العالمية الكبرى» إن الهاتف جاهز.", False),
    ("at the end of the sentence", "قالت شركة «أبل»", True),
    ("behind a colon", "قال المدير: «أبل» إن الهاتف جاهز.", False),
    (
        "three words with a negation, behind the article",
        "يقول في المدينة «لا أترك بيتي» إن الطريق مفتوح.",
        False,
    ),
    ("two words with a negation, behind the article", "يقول في المدينة «لا أترك» إن الطريق مفتوح.", True),
    (
        "three words with a particle of verbs, behind the article",
        "يقول في المدينة «لن أترك بيتي» إن الطريق مفتوح.",
        False,
    ),
    (
        "three words that are no clause, behind the article",
        "يقول في المدينة «ليل أترك بيتي» إن الطريق مفتوح.",
        True,
    ),
    ("three words with a negation, behind another word", "يقول مسلسل «لن أترك بيتي» إن الطريق مفتوح.", True),
    ("a place in marks", "كتب في «دفتره» كلاماً.", True),
    ("a place in two words", "كتب في «دفتره الأزرق» كلاماً.", True),
    ("a place in three words", "كتب في «دفتره الأزرق القديم» كلاماً.", False),
    ("on a network", "كتب على «فيسبوك» كلاماً.", True),
    ("via a network", "كتب عبر «فيسبوك» كلاماً.", True),
    ("what a verb with على is about", "شدد على «التهدئة» كثيراً.", False),
    ("four words, then a clause", "قال المدير «رجل البيت الكبير الآن» إن الهاتف جاهز.", True),
    ("five words, then a clause", "قال المدير «رجل البيت الكبير الآن هنا» إن الهاتف جاهز.", False),
    ("a clause at once", "قال المدير «فلان» إن الهاتف جاهز.", True),
    ("a colon at once", "قال المدير «فلان»: الهاتف جاهز.", True),
    ("a clause behind other words", "قال المدير «فلان» أمس في المدينة إن الهاتف جاهز.", True),
    ("a clause behind a comma", "قال المدير «فلان»، إن الهاتف جاهز.", True),
    ("a clause behind words and a comma", "قال المدير «فلان» في المدينة، إن الهاتف جاهز.", True),
    ("a clause behind two commas", "قال المدير «فلان»، في المدينة، إن الهاتف جاهز.", True),
    ("a clause behind three commas", "قال المدير «فلان»، في المدينة، أمس، إن الهاتف جاهز.", False),
    ("a clause behind a semicolon", "قال المدير «فلان»؛ إن الهاتف جاهز.", False),
    ("a clause that belongs to another word", "قال المدير «فلان» بعد أن غادر القاعة.", False),
    ("a clause behind another cue", "قال المدير «فلان» وأكد أن الهاتف جاهز.", False),
    ("no clause", "قال المدير «فلان» في المدينة أمس.", False),
    ("marks at once", "قال المدير «فلان» «الهاتف جاهز للبيع».", True),
    ("marks behind a comma", "قال المدير «فلان»، «الهاتف جاهز للبيع».", True),
    ("marks behind a word and a comma", "قال المدير «فلان» أمس، «الهاتف جاهز للبيع».", False),
    ("marks behind a word", "قال المدير «فلان» أمس «الهاتف جاهز للبيع».", False),
    ("another name, then a clause", "قال المدير «فلان» في شركة «أفق» إن الهاتف جاهز.", True),
    ("another name, and no clause", "قال المدير «فلان» في شركة «أفق» أمس.", False),
    (
        "a clause behind 24 words",
        (
            "قال المدير «فلان» بعد يوم طويل من العمل في شركة كبيرة داخل مدينة بعيدة "
            "من مدن الشمال قرب نهر عريض خلف جبل عال وسط سهل واسع جداً إن الهاتف جاهز."
        ),
        True,
    ),
    (
        "a clause behind 25 words",
        (
            "قال المدير «فلان» بعد يوم طويل من العمل في شركة كبيرة داخل مدينة بعيدة "
            "من مدن الشمال قرب نهر عريض خلف جبل عال وسط سهل واسع جداً هنا إن الهاتف جاهز."
        ),
        False,
    ),
    (
        "a clause behind 26 words",
        (
            "قال المدير «فلان» بعد يوم طويل من العمل في شركة كبيرة داخل مدينة بعيدة "
            "من مدن الشمال قرب نهر عريض خلف جبل عال وسط سهل واسع جداً هنا اليوم إن الهاتف جاهز."
        ),
        False,
    ),
)

# label, a text, whether the first marks behind its verb name the subject
SUBJECTS: tuple[tuple[str, str, bool], ...] = (
    ("a surname and a clause", "وأضاف «رمزي» أن الطريق مفتوح.", True),
    ("a surname, an adjunct and a clause", "وأضاف «رمزي»، خلال لقاء، أن الطريق مفتوح.", True),
    ("a surname and a colon", "وأضاف «رمزي» في الصحيفة: الطريق مفتوح.", True),
    ("a surname and a clause of another word", "وأضاف «رمزي» بعد أن غادر القاعة كلاماً.", False),
    ("not right behind the verb", "وأضاف أمس «رمزي» أن الطريق مفتوح.", False),
    ("never closed", "وأضاف «رمزي أن الطريق مفتوح", False),
    ("three words", "وأضاف «رمزي كريم الحداد» أن الطريق مفتوح.", True),
    ("four words", "وأضاف «رمزي كريم سامي الحداد» أن الطريق مفتوح.", False),
    ("a participle", "مضيفاً «رمزي» أن الطريق مفتوح.", False),
    ("who is called to what", "دعا «الهلال الأحمر» إلى هدنة.", True),
    ("called with another preposition", "دعا «الهلال الأحمر» في هدنة.", False),
    ("a verb that brings words and takes a preposition", "أكد «الهلال الأحمر» على هدنة.", False),
    ("his saying behind it", "نقلت «رويترز اليوم» عن شاهد قوله الكثير.", True),
    ("a noun without a pronoun behind it", "نقلت «رويترز اليوم» عن شاهد قول الكثير.", False),
    ("one word with a verb that relays", "نقلت «رويترز» كلاماً.", True),
    ("two words with a verb that relays", "نقلت «رويترز اليوم» كلاماً.", False),
    ("one word with a verb that does not", "أضاف «رويترز» كلاماً.", False),
    ("a semicolon before the clause", "وأضاف «رمزي»؛ وهو أن الطريق مفتوح.", False),
    ("a full stop before the clause", "وأضاف «رمزي». ثم أن الطريق مفتوح.", False),
    ("another verb before the clause", "وأضاف «رمزي» كلاماً وأكد أن الطريق مفتوح.", False),
    ("speech behind a comma", "وأضاف «رمزي»، «الطريق مفتوح أمام الجميع».", True),
    ("speech behind words and a comma", "وأضاف «رمزي» أمس، «الطريق مفتوح أمام الجميع».", True),
    ("speech without a comma", "وأضاف «رمزي» أمس «الطريق مفتوح أمام الجميع».", False),
    ("a name behind a comma", "وأضاف «رمزي» أمس، «بي بي سي».", False),
    ("no content", "وأضاف «رمزي» كلاماً كثيراً.", False),
    ("a surname of a full name in marks", "«سلوى قنديل» طبيبة. وقالت «قنديل» كلاماً.", True),
    ("a given name of a full name in marks", "«سلوى قنديل» طبيبة. وقالت «سلوى» كلاماً.", True),
    ("a surname of a full name without marks", "سلوى قنديل طبيبة. وقالت «قنديل» كلاماً.", False),
    ("a surname of a name of three words", "«سلوى كريم قنديل» طبيبة. وقالت «قنديل» كلاماً.", True),
    ("a surname of a name of four words", "«سلوى كريم سامي قنديل» طبيبة. وقالت «قنديل» كلاماً.", False),
    ("a lone name in marks before", "«قنديل» طبيبة. وقالت «قنديل» كلاماً.", False),
    ("a lone given name in marks before", "«سلوى» طبيبة. وقالت «سلوى» كلاماً.", False),
    ("words in marks before that are no name", "«طريق النهر» طويل. وقالت «النهر» كلاماً.", False),
    ("words in marks with a given name behind", "«طريق سلوى» طويل. وقالت «طريق» كلاماً.", False),
    ("a full name in marks again", "«سلوى قنديل» طبيبة. وقالت «سلوى قنديل» كلاماً.", False),
)


@pytest.mark.parametrize(
    ("asked", "text", "answer"),
    [
        pytest.param(asked, text, answer, id=f"{asked.__name__}: {label}")
        for asked, rows in ((holds_name, HOLD), (names_subject, SUBJECTS))
        for label, text, answer in rows
    ],
)
def test_marks_behind_a_verb(
    asked: Callable[[Page, CueMatch, Pair, int], bool], text: str, answer: bool
) -> None:
    page = Page.read(text, Lexicon.default())
    cue = page.cues[0]
    pair = next(pair for pair in page.marking.pairs if pair.open > cue.first)
    assert asked(page, cue, pair, bound_of(page, cue.first)[1]) is answer
