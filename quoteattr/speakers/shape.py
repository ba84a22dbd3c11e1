"""The shapes of words that a speaker's phrase begins with, and of those it never holds."""

from __future__ import annotations

import re

from quoteattr.cues.page import Page
from quoteattr.lexicon.traits import ACT, CLITIC, LEADS, LISTED, MASDAR, MOOD, SIGN
from quoteattr.text.tokens import is_word
from quoteattr.values import Form, Number

ENDING = frozenset("relative subordinator adjunct time day month adverb pronoun".split())
NAME_IN_MARKS = 7
_SHORTEST_PAST = 4
_NAMED_DATES = frozenset(("day", "month"))
DATES = _NAMED_DATES | {"time"}


# A word with none of these is a name or a noun, and all but what stands before it speaks for it.
_DOUBTFUL = SIGN | LISTED | LEADS | ACT | CLITIC | MASDAR | MOOD
_CLITICS = frozenset("ب ل ك و ف".split())


def can_begin(page: Page, index: int, limit: int, letters: int = 0) -> bool:
    """Whether a speaker's phrase can begin at a token, its first ``letters`` left out."""
    if not letters and not page.known[index].traits & _DOUBTFUL:
        return not (is_tanwin(page, index) or _awaits_verb(page, index))
    return can_begin_at(page, index, limit, letters)


def _awaits_verb(page: Page, index: int) -> bool:
    """Whether a verb follows the word before a token: ``فقد افتتح``."""
    return index > 0 and page.forms[index - 1] in page.roles["before_verb"]


def can_begin_at(page: Page, index: int, limit: int, letters: int = 0) -> bool:
    """The same for any word, whatever its traits: ``can_begin`` comes here where they leave a doubt."""
    form = page.forms[index][letters:]
    if index in page.opens:
        pair = page.opens[index]
        return pair.close < limit and pair.close - pair.open - 1 <= NAME_IN_MARKS
    if not is_word(form) or (page.is_complementiser(index) and not letters) or form in _CLITICS:
        return False
    if _is_closed(page, index, limit, letters):
        return False
    if is_tanwin(page, index):
        return False
    if page.noun(index, limit, letters):
        return True
    if form[0] in "وف" and page.lexicon.classes(form[1:]) & (ENDING | {"preposition"}):
        return False
    if is_masdar(page, index, letters) and not page.is_given_name(index, letters):
        return False
    cue = page.cue_at.get(index)
    if (
        cue
        and cue.letters >= letters
        and (cue.phrase or (not cue.homograph and cue.form is not Form.VERBAL_NOUN))
        and not page.is_given_name(index, letters)  # يزيد
    ):
        return False
    if not letters and (_is_owned_adjunct(page, index) or is_first_person(page, index)):
        return False
    conjoined = not letters and is_joined_verb(page, index)  # وجاء
    return not (is_tanwin(page, index) or page.acting(index, letters) or conjoined or is_manner(page, index))


def is_joined_verb(page: Page, index: int) -> bool:
    """Whether a verb of action with a conjunction stands at a token: ``وجاء``; not ``فيصل``."""
    form = page.forms[index]
    joined = form[0] in "وف" and len(form) > 3 and page.acting(index, 1) is not None
    return joined and not page.is_given_name(index) and page.noun(index, index + 1) is None


def _is_owned_adjunct(page: Page, index: int) -> bool:
    """``وبسؤاله عن السعر``، ``بمكتبه``: a preposition and a noun with a pronoun name nobody."""
    form = page.forms[index]
    bare = form[1:] if form[0] in "وف" and form[1:2] in ("ب", "ل") else form
    owned = bare[0] in "بل" and len(bare) > 4 and bare.endswith(("ه", "ها", "هم"))
    thing = bare[0] in "بل" and page.is_thing(index, len(form) - len(bare) + 1) and not page.is_thing(index)
    return (owned or thing) and not page.is_given_name(index) and page.noun(index, index + 1) is None


def is_first_person(page: Page, index: int) -> bool:
    """Whether a verb in the first person stands at a token: ``ندعو``، ``نطالب``."""
    form = page.forms[index]
    if form.endswith("نا") and len(form) > _SHORTEST_PAST and page.noun(index, index + 1) is None:
        past = page.lexicon.acting.get(form[:-2])
        if past is not None and not past.attached and not page.is_given_name(index):
            return True  # اقتربنا
    third = "ي" + form[1:]
    if form[0] != "ن" or len(form) < 4 or page.is_given_name(index) or page.noun(index, index + 1):
        return False
    return third in page.lexicon.verb_forms or third in page.lexicon.acting


# Active participles in the accusative by their shape: ممازحا، موضحا، متأثرا، مبتسما، مستغربا. A subject
# stands in the nominative, so after its verb such a word tells how: ``وأضاف ممازحا``.
_PARTICIPLE = re.compile("م.ا..ا|م...ا|مت...ا|م.ت..ا|مست...ا|متا...ا")


def is_manner(page: Page, index: int) -> bool:
    """Whether a word tells how somebody speaks: ``ممازحا``; not a name (``ماريا``)."""
    form = page.forms[index]
    shaped = _PARTICIPLE.fullmatch(form) is not None
    return shaped and page.noun(index, index + 1) is None and not page.is_given_name(index)


def _is_closed(page: Page, index: int, limit: int, letters: int) -> bool:
    """Whether a token is a function word, a date, an adjunct or a verb, so no head of a speaker."""
    form = page.forms[index][letters:]
    if letters and "preposition" in page.classes(index):
        return True  # برئاسة فلان
    classes = page.classes(index) if not letters else page.lexicon.classes(form)
    if page.forms[index + 1 : index + 2] == ("باسم",) and page.noun(index, limit, letters):
        return False  # أعلنت متحدثة باسم الوحدات; but قالت الوزيرة متحدثة عن الأزمة
    if classes & (ENDING | {"preposition", "identity"}) or date_end(page, index, limit):
        return True
    if not letters and _awaits_verb(page, index):
        return True
    if form in page.roles["idiom_object"] or is_abstract(page, index, letters):
        return True
    if "object" in classes and not page.noun(index, limit, letters):
        return True
    named = page.is_given_name(index, letters)  # كلاوس، كاميران
    role = form[0] == "ك" and len(form) > 3 and page.noun(index, limit) is None and not named
    return role and page.noun(index, limit, letters + 1) is not None  # كطبيبة، كخبير


# Verbal nouns by their shape: إطلاق، استئناف، اعتقال، انسحاب، تعزيز. After a verb or a definite word
# they begin its object (أكد الوزير استئناف …), where a name has another shape or is a known one.
_MASDAR = re.compile("است..ا.|ان..ا.|ا.ت.ا.|ت..ي[^ة]")
_MASDAR_IV = re.compile("ا..ا.")


def is_masdar(page: Page, index: int, letters: int) -> bool:
    """Whether a word has the shape of a verbal noun."""
    form, raw = page.forms[index][letters:], page.tokens.raw(index)[letters:]
    if _MASDAR.fullmatch(form):
        return raw[:1] in ("ا", "ت")  # not أنطوان, which has its hamza
    return bool(_MASDAR_IV.fullmatch(form)) and raw.startswith("إ")


def is_abstract(page: Page, index: int, letters: int = 0) -> bool:
    """``بحسرة``، ``بمرارة``: بـ with an abstract noun tells how, not who."""
    form = page.forms[index]
    shaped = not letters and form[0] == "ب" and form.endswith("ة") and len(form) > 4
    return shaped and page.noun(index, index + 1) is None and not page.is_given_name(index)


def is_accusative(page: Page, index: int) -> bool:
    """Whether a plural or dual after its verb cannot be the subject: ``أبلغ الصحافيين``، ``النائبين``."""
    form = page.forms[index]
    found = page.noun(index, index + 1) if form.startswith("ال") and form.endswith("ين") else None
    return found is not None and found.head.number in (Number.PLURAL, Number.DUAL)


NOMINAL = ("ة", "ات", "ين", "ون")


def is_imperfect(page: Page, index: int) -> bool:
    """Whether an unknown word has the shape of a present verb: ``تعيش``، ``نرغب``."""
    form = page.forms[index]
    shaped = form[0] in "يتن" and len(form) > 3 and not form.endswith(NOMINAL)
    return shaped and page.noun(index, index + 1) is None and not page.is_given_name(index)


def date_end(page: Page, index: int, limit: int) -> int | None:
    """Where a date that begins at ``index`` ends; None for no date.

    ``العام الماضي``، ``الشهر الجاري``، ``الاثنين الماضي``، ``أمس الأول``.
    """
    if index + 1 >= limit:
        return None
    form, following = page.forms[index], page.forms[index + 1]
    named = form in page.roles["period"] or page.classes(index) & _NAMED_DATES
    if (named and following in page.roles["relative_date"]) or (form == "امس" and following == "الاول"):
        return index + 2
    return None


def is_tanwin(page: Page, index: int) -> bool:
    """Whether a word ends in a written tanwin of the accusative, so is no part of a subject."""
    return index in page.tanwins
