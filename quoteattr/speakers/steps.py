"""How a noun phrase grows: one small step for each kind of word that may come next.

A step takes in the next word or stretch, ends the phrase, or passes; the first that does not pass
decides. ``STEPS`` in ``speakers.extension`` is the one ordered list of them.
"""

from __future__ import annotations

from attrs import evolve

from quoteattr.lexicon.nouns import Found
from quoteattr.speakers.apposition import apposition, joined
from quoteattr.speakers.attachment import (
    Reading,
    bracket_end,
    governs_genitive,
    initials_end,
    parts_from_body,
    takes_clitic,
    with_foundress,
)
from quoteattr.speakers.intake import clitic_noun, coordination, is_name, is_part, known_noun
from quoteattr.speakers.objects import (
    is_acted_on,
    is_of_woman,
)
from quoteattr.speakers.prepositions import binds_complement
from quoteattr.speakers.shape import DATES, ENDING, NAME_IN_MARKS, date_end, is_tanwin
from quoteattr.speakers.step import END, PASS, Place, Verdict
from quoteattr.text.tokens import is_word
from quoteattr.values import Number, SpeakerKind

_GIVEN_AND_SURNAME = 2
_NO_PERSONS = (SpeakerKind.BODY, SpeakerKind.PLACE, SpeakerKind.OUTLET, SpeakerKind.DOCUMENT)


def _or_end(reading: Reading | None) -> Reading | Verdict:
    return reading if reading is not None else END


def marked_name(place: Place, reading: Reading) -> Reading | Verdict:
    """``شركة "أبل"``: a short name in marks."""
    pair = place.page.opens.get(reading.last)
    if pair is None:
        return PASS
    short = pair.close - pair.open - 1 <= NAME_IN_MARKS
    if pair.closed and pair.close < place.limit and short:
        return evolve(reading, last=pair.close + 1, definite=True)
    return END


def punctuation(place: Place, reading: Reading) -> Reading | Verdict:
    """Brackets, commas before an apposition, joints of a name; any other sign ends the phrase."""
    page, index = place.page, reading.last
    form = page.forms[index]
    if form == "(":
        initials = initials_end(page, index)
        if initials is not None and reading.kind is SpeakerKind.PERSON:
            return evolve(reading, last=initials, name=True, definite=True)
        end = bracket_end(page, index, place.limit)
        return evolve(reading, last=end) if end else END
    if form in "،,":
        return _or_end(apposition(page, reading, place.start, place.limit))
    if form in "-–—/.":
        return _or_end(joined(page, reading, place.limit))
    return PASS if is_word(form) else END


def descent(place: Place, reading: Reading) -> Reading | Verdict:
    """``محمد بن راشد آل مكتوم``: after a word of descent any word is a name."""
    page, index = place.page, reading.last
    if not reading.name or "kunya" not in page.classes(index - 1):
        return PASS
    return evolve(reading, last=index + 1)


def tanwin(place: Place, reading: Reading) -> Reading | Verdict:
    """A written tanwin of the accusative: no part of a subject has it."""
    return END if is_tanwin(place.page, reading.last) else PASS


def closed_class(place: Place, reading: Reading) -> Reading | Verdict:
    """Words that no phrase holds: complementisers, adverbs, dates, relatives; ذاته belongs to it."""
    page, index = place.page, reading.last
    if page.is_complementiser(index) or date_end(page, index, place.limit):
        return END
    classes = page.classes(index)
    if page.forms[index] in page.roles["clause_head"]:
        return END  # وزارة الصحة كانت قد أعلنت
    if "demonstrative" in classes and (reading.definite or reading.name):
        return END  # ثمّن رئيس الاتحاد هذه الخطوة
    if page.forms[index] in page.roles["idiom_object"]:
        return END  # لفت المدير الانتباه إلى
    if "identity" in classes:
        return evolve(reading, last=index + 1)
    dated_title = (
        classes & DATES and reading.kind is SpeakerKind.OUTLET and not reading.definite
    )  # صحيفة اليوم
    return END if classes & ENDING and not dated_title else PASS


def preposition(place: Place, reading: Reading) -> Reading | Verdict:
    """``مسؤول في الوزارة``: a preposition that binds a complement."""
    page, index = place.page, reading.last
    if "preposition" not in page.classes(index):
        return PASS
    if not binds_complement(page, reading, place.start, place.limit):
        return END
    found = page.noun(index + 1, place.limit)
    if found:
        return Reading(index + 1 + found.words, found.head, found.definite, name=False)
    return evolve(reading, last=index + 2, definite=True, name=False)


def cue(place: Place, reading: Reading) -> Reading | Verdict:
    """A cue ends the phrase, unless the word is a noun or adjective of it."""
    if reading.last in place.page.cue_at and reading.definite and place.page.is_given_name(reading.last):
        return PASS  # المدرب البرتغالي روي مونتيرو
    if reading.last not in place.page.cue_at or is_part(place.page, reading, place.limit):
        return PASS
    return END


def foundress(place: Place, reading: Reading) -> Reading | Verdict:
    """``لينا حداد مؤسسة مبادرة «خطوة»``: after a name the word for a body may be a woman's post."""
    return with_foundress(place.page, reading, reading.last, place.limit) or PASS


def noun(place: Place, reading: Reading) -> Reading | Verdict:
    """A known noun: part of a construct, an apposition, or the object that ends the phrase."""
    found = place.page.noun(reading.last, place.limit)
    if found is None:
        return PASS
    form = place.page.forms[reading.last]
    if reading.definite and not found.definite and form.endswith("ا") and not found.head.title:
        return END  # عقد المدربان مؤتمراً: an indefinite accusative is the object
    titled = reading.definite and reading.kind is SpeakerKind.PERSON and not found.head.title
    if titled and place.page.is_given_name(reading.last):
        return PASS  # المحامية آية الأسمر: a name after a post, though the word is a noun too
    if titled and is_acted_on(place, reading, found):
        return END  # حمّل مدرب النجمة الحكم المسؤولية
    lone = reading.name and _is_only_name(place, reading) and found.head.kind is SpeakerKind.PERSON
    if lone and not place.page.forms[reading.last].startswith("ال"):
        return Reading(reading.last + 1, reading.head, definite=True, name=True)  # السيدة نادية قسيس: …
    if reading.name and form.startswith("ال") and found.head.number is Number.PLURAL:
        return END  # التقى رئيس البلدية سامي الحداد التجار: whom he met
    surname = reading.name and place.page.forms[reading.last].startswith("ال")
    alone = reading.head is None or _is_only_name(place, reading) or is_of_woman(place, reading, found)
    surname = surname and alone
    before = reading.last - 1
    given = place.page.is_given_name(before) or (
        before == place.start and place.page.is_given_name(before, 1)
    )
    if surname and given and found.head.kind is SpeakerKind.PERSON:
        return Reading(reading.last + 1, None, definite=True, name=True)  # سمر الخطيب، لسمر الخطيب
    if found.head.proper and reading.kind is SpeakerKind.PLACE and _begins_with(place, SpeakerKind.PLACE):
        return END  # طالبت اليونان تركيا بـ…: the second place is the object
    if found.head.kind in _NO_PERSONS and _acts_on(place, reading, found):
        if reading.name and not _after_place(place, reading):
            return END  # اتهم رئيس الحزب سمير حداد الحكومة بأنها: after a name a body is the object
        if parts_from_body(place.page, reading.last):
            return END  # اتهم النائب الحكومة: neither adjective nor genitive
    return _or_end(known_noun(place.page, reading, found.words, found.head, found.definite))


def clitic(place: Place, reading: Reading) -> Reading | Verdict:
    """Words with و, بـ or لـ glued to them, and names that begin with these letters."""
    page, index = place.page, reading.last
    form = page.forms[index]
    if len(form) == 1:
        return END if form in "بلكف" else PASS
    if form[0] == "و" and len(form) > 2 and not page.is_given_name(index):
        return _or_end(coordination(page, reading, place.limit))
    if form[0] in "بل" and page.is_adjective(index):
        return PASS  # صحيفة بريطانية، جهة بارزة: the letter is the word's own
    if form[0] == "ب" and reading.name and governs_genitive(page, place.start, index):
        return END  # أشاد الشيخ محمد بن خليفة بجهود الشباب
    if form[0] in "بل" and len(form) > 2:
        return clitic_noun(page, reading, place.limit) if takes_clitic(page, reading, place.limit) else END
    return PASS


def number(place: Place, reading: Reading) -> Reading | Verdict:
    """A number belongs to a phrase only right after its indefinite head, or to a channel: القناة 15."""
    digits = place.page.forms[reading.last][0].isdigit()
    if digits and reading.kind is SpeakerKind.OUTLET and reading.last == place.start + 1:
        return evolve(reading, last=reading.last + 1)
    return END if digits and (reading.definite or reading.last > place.start + 1) else PASS


def word(place: Place, reading: Reading) -> Reading | Verdict:
    """Any other word: an adjective, a genitive or a name."""
    page, index = place.page, reading.last
    form = page.forms[index]
    name = reading.name or is_name(reading, form) or page.is_given_name(index)
    # Not evolve, which takes four times as long: most words come here.
    return Reading(index + 1, reading.head, form.startswith("ال") or name or reading.definite, name)


def _begins_with(place: Place, kind: SpeakerKind) -> bool:
    found = place.page.noun(place.start, place.limit) or place.page.noun(place.start, place.limit, 1)
    return found is not None and found.head.kind is kind


def _acts_on(place: Place, reading: Reading, found: Found) -> bool:
    """Whether a phrase is a person's, so that a body behind it may be what its verb acts on."""
    article = place.page.forms[reading.last].startswith("ال") and not found.head.proper
    return _begins_with(place, SpeakerKind.PERSON) or (article and _is_bare_name(place, reading))


def _is_bare_name(place: Place, reading: Reading) -> bool:
    """Whether the phrase holds but a name, without a post: ``اتهم سمير حداد الحكومة``."""
    page, start = place.page, place.start
    words = range(start, reading.last)
    posts = any(page.noun(at, reading.last, letters) for at in words for letters in (0, 1))
    described = page.common(reading.last - 1) or page.classes(reading.last - 1) & {"preposition"}
    whole = len(words) <= _GIVEN_AND_SURNAME or page.is_given_name(reading.last - 1)  # آل علي منظم الحملة
    return reading.name and whole and not posts and not described and start not in page.opens


def _is_only_name(place: Place, reading: Reading) -> bool:
    """Whether the phrase holds but a given name so far: ``النائبة منى القاضي`` has no post yet."""
    page, index = place.page, reading.last
    after_comma = index + 1 < place.limit and not is_word(page.forms[index + 1])
    title = page.noun(index - 2, index - 1) if index - 2 >= place.start else None
    return title is not None and (
        after_comma or page.is_complementiser(index + 1 if index + 1 < place.limit else index)
    )


def _after_place(place: Place, reading: Reading) -> bool:
    """Whether the name that the phrase ends in is a place's: جهة الدار البيضاء سطات."""
    for words in (1, 2, 3):
        first = reading.last - words
        found = place.page.noun(first, reading.last) if first >= place.start else None
        if found is not None and found.head.proper and found.words == words:
            return True
    return False
