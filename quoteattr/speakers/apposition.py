"""Appositions: what goes on with a phrase after a comma, and the joints inside a name."""

from __future__ import annotations

from attrs import evolve

from quoteattr.cues.page import Page
from quoteattr.lexicon.nouns import Found
from quoteattr.speakers.attachment import Reading, with_foundress
from quoteattr.speakers.prepositions import body_after
from quoteattr.speakers.shape import can_begin, is_imperfect
from quoteattr.text.tokens import is_word
from quoteattr.values import Number, SpeakerKind


def apposition(page: Page, reading: Reading, start: int, limit: int) -> Reading | None:
    """After a comma: a post after a name, or a name after a post, goes on with the phrase.

    ``كريم الوزاني، رئيس الكتلة`` and ``وزيرة الخارجية، لينا موران``; not ``موران، في كلمة``.
    """
    after = reading.last + 1
    kind = SpeakerKind.PERSON if reading.name else reading.kind
    if after >= limit or _is_adverbial(page, after):
        return None  # ، من جهة أخرى،
    if page.forms[after] == "من" and reading.name:
        body = body_after(page, after, limit)
        return Reading(after + 1 + body.words, body.head, body.definite, name=False) if body else None
    if kind is not SpeakerKind.PERSON and _heads_person(page, start, reading.last):
        kind = SpeakerKind.PERSON  # مدير بنك لبنان، عبد الكريم: the last noun is not the head
    if kind is not SpeakerKind.PERSON:
        return None
    if page.forms[after] == "باسم" and not reading.name:
        return evolve(reading, last=after + 1, definite=True, name=True)  # المدرب، باسم خليل: a name here
    found = page.noun(after, limit)
    if found:
        return _post(page, reading, found, limit)
    last = page.noun(reading.last - 1, reading.last)
    named = reading.name and not (last is not None and last.head.proper)
    if named or not can_begin(page, after, limit) or after in page.opens or page.cue_at.get(after):
        return None
    if _begins_clause(page, after, limit):
        return None
    if is_imperfect(page, after):
        return None  # كما يقول الزائر، تنام القرية
    form = page.forms[after]
    if form.startswith(("لل", "بال", "كال")) or (form[0] in "بلو" and page.noun(after, limit, 1)):
        return None
    return evolve(reading, last=after + 1, definite=True, name=True)


def _post(page: Page, reading: Reading, found: Found, limit: int) -> Reading | None:
    """The phrase with the post of one person after its comma; None for a body or several people."""
    after = reading.last + 1
    single = found.head.kind is SpeakerKind.PERSON and found.head.number is not Number.PLURAL
    post = Reading(after + found.words, found.head, found.definite, name=False) if single else None
    return with_foundress(page, reading, after, limit) or post


def _is_adverbial(page: Page, index: int) -> bool:
    phrase = page.cue_at.get(index)
    return phrase is not None and phrase.kind in ("not_cue", "turn", "medium")


def _heads_person(page: Page, start: int, last: int) -> bool:
    """Whether a person's post heads the phrase (رئيس مجلس النواب)."""
    found = page.noun(start, last) or page.noun(start, last, 1)
    return found is not None and found.head.kind is SpeakerKind.PERSON


def joined(page: Page, reading: Reading, limit: int) -> Reading | None:
    """A hyphen, a slash or the dot of an initial inside a name (جرابار-كيتاروفيتش، د. سعود)."""
    index = reading.last
    if index + 1 >= limit or not is_word(page.forms[index + 1]):
        return None
    if page.forms[index] == ".":
        return evolve(reading, last=index + 2, name=True) if len(page.forms[index - 1]) <= 3 else None
    if page.forms[index] == "/" and ("address" in page.classes(index - 1) or page.noun(index - 1, index)):
        return evolve(reading, last=index + 2, name=True, definite=True)  # المهندس / نبيل، السيد/ كريم
    if page.tokens.adjacent(index) and page.tokens.adjacent(index + 1):
        return evolve(reading, last=index + 2)
    return None


def _begins_clause(page: Page, index: int, limit: int) -> bool:
    """Whether what stands after the comma is no name: an object, or a clause of anonymity.

    ``وصف سعد بدر، وزير الثقافة، المسرح بأنه``; ``مسؤول، فضّل عدم الكشف عن اسمه``.
    """
    conditional = index + 1 < limit and page.forms[index + 1] in page.roles["condition"]
    return conditional or page.is_thing(index)
