"""Taking in a noun, a coordination or a word with a clitic, and telling a noun from a cue."""

from __future__ import annotations

from attrs import evolve

from quoteattr.cues.page import Page
from quoteattr.lexicon.inflection import ACCUSATIVE
from quoteattr.lexicon.nouns import Head
from quoteattr.speakers.attachment import OWNED, Reading
from quoteattr.speakers.shape import ENDING
from quoteattr.values import Form, Gender, SpeakerKind


def clitic_noun(page: Page, reading: Reading, limit: int) -> Reading:
    """Take in a word with بـ or لـ: a complement (لحزب التجمع، للمنظمة), or a name (بوتين، لافروف)."""
    index = reading.last
    form = page.forms[index]
    found = page.noun(index, limit, 1)
    if found:
        return Reading(index + found.words, found.head, found.definite, name=False)
    if form.startswith(("لل", "بال")):
        return evolve(reading, last=index + 1, definite=True, name=False)
    if form == "باسم" and reading.kind is SpeakerKind.PERSON and not reading.name:
        return evolve(reading, last=index + 1, definite=False)  # المتحدث باسم الجيش
    given = page.lexicon.is_given_name(form)
    if not given and index + 1 < limit and page.forms[index + 1].startswith("ال"):
        return evolve(reading, last=index + 1, definite=False, name=False)  # لشؤون اللاجئين
    return evolve(
        reading, last=index + 1, definite=True, name=given or reading.name or is_name(reading, form)
    )


def is_name(reading: Reading, form: str) -> bool:
    """After a definite word an indefinite one is no adjective and no genitive, so it is a name."""
    return reading.definite and not form.startswith("ال")


def known_noun(page: Page, reading: Reading, words: int, head: Head, definite: bool) -> Reading | None:
    """Take in a known noun: part of a construct, an apposition, or the object that ends the phrase."""
    index = reading.last
    bare = page.forms[index]
    if reading.definite:
        written = head.kind is SpeakerKind.DOCUMENT
        if written and (reading.name or (not definite and reading.kind is not SpeakerKind.DOCUMENT)):
            return None  # كتب سامر تغريدة، أطلق نادي النسور مبادرة
        if reading.name and _other_gender(reading, head):
            return None  # التقى الوزير أيهم درويش النائبة كوثر: another person
        if (
            head.kind is SpeakerKind.GROUP
            and bare.startswith("ال")
            and bare.endswith("ين")
            and reading.kind is not SpeakerKind.GROUP
            and not page.forms[index - 1].endswith("ين")  # كبير المفاوضين الفلسطينيين
        ):
            return None  # أبلغ الوزير الصحفيين أن: an accusative plural is the addressee
        owned = definite and words == 1 and not bare.startswith("ال") and not head.proper
        if owned:
            return None  # اختتمت الشركة رسالتها
    keeps_name = head.proper and reading.name
    return Reading(
        index + words,
        head if not head.proper else reading.head or head,
        definite,
        keeps_name,
    )


def _other_gender(reading: Reading, head: Head) -> bool:
    person = reading.kind is SpeakerKind.PERSON and head.kind is SpeakerKind.PERSON
    known = reading.head is not None and Gender.UNKNOWN not in (reading.head.gender, head.gender)
    return person and known and reading.head is not None and reading.head.gender is not head.gender


def is_part(page: Page, reading: Reading, limit: int) -> bool:
    """Whether a word that the lexicon knows as a cue is a noun or adjective of this phrase instead."""
    index = reading.last
    cue = page.cue_at[index]
    if cue.phrase:
        return page.forms[index] == "باسم" or (cue.kind == "topic" and "preposition" in page.classes(index))
    if cue.form is Form.VERBAL_NOUN:
        return not cue.pronoun
    if page.noun(index, limit):
        return cue.homograph or not (reading.definite and cue.finite)
    if cue.letters:
        return False
    if (
        cue.finite
        and reading.kind in (SpeakerKind.PERSON, SpeakerKind.GROUP)
        and page.noun(index - 1, index) is None
    ):
        return False
    if cue.finite and index + 1 < limit and page.forms[index + 1] in page.roles["condition"]:
        return False  # مصدر دبلوماسي طلب عدم كشف اسمه
    if cue.form is Form.PARTICIPLE:
        # A bare participle (مطر، كاتب) is no adverb, which would stand in the accusative.
        bare = not page.forms[index].endswith(ACCUSATIVE)
        return bare or (cue.homograph and not reading.definite)
    return cue.homograph and not reading.definite


def coordination(page: Page, reading: Reading, limit: int) -> Reading | None:
    """Take in a word joined with و: another noun (الوزير والسفير), or a name that begins with و (وانغ)."""
    index = reading.last
    rest = page.forms[index][1:]
    if page.lexicon.classes(rest) & (ENDING | {"preposition", "demonstrative"}):
        return None
    cue = page.cue_at.get(index)
    if cue is not None and cue.letters and cue.finite and not cue.homograph:
        return None
    found = page.noun(index, limit, 1)
    if found:
        return Reading(index + found.words, found.head, found.definite, name=found.head.proper)
    if rest.endswith(OWNED) and len(rest) > 4 and reading.name and not page.lexicon.is_given_name(rest):
        return None  # التقت فلانة وحاورتها: a verb with its object
    if (
        not rest.startswith("ال")
        and not page.lexicon.is_given_name(rest)
        and reading.definite
        and not reading.name
    ):
        return evolve(reading, last=index + 1, name=True)  # المتحدث وانغ: the name itself begins with و
    return evolve(reading, last=index + 1, definite=rest.startswith("ال") or reading.definite)
