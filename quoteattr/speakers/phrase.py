"""The noun phrase of a speaker: title, name, apposition and the complements that belong to it.

``المتحدث باسم الكرملين ديمتري بيسكوف`` is one phrase; in ``قال الوزير في مقابلة`` the preposition
ends it. Relative clauses and adjuncts of time, place, addressee and manner stay outside.
"""

from __future__ import annotations

import re

from attrs import evolve, frozen

from quoteattr.cues.page import Page
from quoteattr.lexicon.nouns import Head
from quoteattr.speakers.attachment import OWNED as _OWNED
from quoteattr.speakers.attachment import Reading, binds_complement, bracket_end, takes_clitic
from quoteattr.text.tokens import is_word
from quoteattr.values import Form, Number, SpeakerKind

ENDING = frozenset("relative subordinator adjunct time day month adverb pronoun".split())
_DATES = frozenset(("day", "month", "time"))
_NO_NAME = (SpeakerKind.DOCUMENT, SpeakerKind.PLACE)
_CLITICS = frozenset("ب ل ك و ف".split())
_PERIODS = frozenset("العام الشهر الاسبوع السنة الصيف الشتاء الربيع الخريف الموسم القرن العقد الليلة اليوم المساء".split())
_RELATIVE_DATES = frozenset(
    "الماضي الماضية الجاري الجارية المقبل المقبلة الحالي الحالية القادم القادمة المنصرم المنصرمة الفاءت الفاءتة "
    "الفارط الفارطة السابق السابقة نفسه نفسها ذاته ذاتها التالي التالية".split()
)
_OBJECTS = frozenset(("named", "object"))
_CONDITIONS = frozenset("عدم الكشف كشف ذكر نشر حجب التحدث".split())
_QUANTITIES = frozenset("احد احدي بعض عدد معظم اغلب غالبية اغلبية واحد جميع كافة اكثر".split())
_LONGEST = 32
_NAME_IN_MARKS = 7


@frozen
class NounPhrase:
    """A noun phrase as token indices, half open, with what its head tells of it.

    ``letters`` folded letters of the first token are a clitic and do not belong to it. ``names``
    are the tokens that are most likely proper names, ``heads`` those of the nouns that name the
    speaker itself (not one of its complements): in ``زيد، رئيس لجنة المال`` زيد and رئيس.
    """

    first: int
    last: int
    letters: int
    head: Head | None
    definite: bool
    names: tuple[int, ...] = ()
    heads: tuple[int, ...] = ()

    @property
    def named(self) -> bool:
        """Whether a word of it is most likely a proper name."""
        return bool(self.names)

    @property
    def kind(self) -> SpeakerKind:
        """What sort of thing the phrase names; a bare name is taken for a person's."""
        return self.head.kind if self.head else (SpeakerKind.PERSON if self.named else SpeakerKind.UNKNOWN)


def can_begin(page: Page, index: int, limit: int, letters: int = 0) -> bool:
    """Whether a speaker's phrase can begin at a token, its first ``letters`` left out."""
    form = page.forms[index][letters:]
    if index in page.opens:
        pair = page.opens[index]
        return pair.close < limit and pair.close - pair.open - 1 <= _NAME_IN_MARKS
    if not is_word(form) or (page.is_complementiser(index) and not letters) or form in _CLITICS:
        return False
    classes = page.classes(index) if not letters else page.lexicon.classes(form)
    if classes & (ENDING | {"preposition", "identity"}) or date_end(page, index, limit):
        return False
    if "object" in classes and not page.noun(index, limit, letters):
        return False
    if form[0] == "ك" and len(form) > 3 and page.noun(index, limit) is None and page.noun(index, limit, letters + 1):
        return False  # كفنانة، كخبير: in the role of
    if page.noun(index, limit, letters):
        return True
    if form[0] in "وف" and page.lexicon.classes(form[1:]) & (ENDING | {"preposition"}):
        return False
    if _is_masdar(page, index, letters) and not page.is_given_name(index, letters):
        return False
    cue = page.cue_at.get(index)
    if cue and cue.letters >= letters and (cue.phrase or (not cue.homograph and cue.form is not Form.VERBAL_NOUN)):
        return False
    return not _is_adverbial(page, index)


# Verbal nouns by their shape: إطلاق، استئناف، اعتقال، انسحاب، تعزيز. After a verb or a definite word
# they begin its object (أكد الوزير استئناف …), where a name has another shape or is a known one.
_MASDAR = re.compile("است..ا.|ان..ا.|ا.ت.ا.|ت..ي.")
_MASDAR_IV = re.compile("ا..ا.")


def _is_masdar(page: Page, index: int, letters: int) -> bool:
    form, raw = page.forms[index][letters:], page.tokens.raw(index)[letters:]
    if _MASDAR.fullmatch(form):
        return raw[:1] in ("ا", "ت")  # not أنطوان, which has its hamza
    return bool(_MASDAR_IV.fullmatch(form)) and raw.startswith("إ")


def date_end(page: Page, index: int, limit: int) -> int | None:
    """Where a date that begins at ``index`` ends: ``العام الماضي``، ``الشهر الجاري``; None for no date."""
    if page.forms[index] in _PERIODS and index + 1 < limit and page.forms[index + 1] in _RELATIVE_DATES:
        return index + 2
    return None


def parse_phrase(page: Page, first: int, limit: int, letters: int = 0) -> NounPhrase | None:
    """The longest noun phrase that begins at ``first`` and ends at or before ``limit``.

    ``letters`` folded letters of the first token are a clitic. None where no phrase can begin.
    """
    if first >= limit or not can_begin(page, first, limit, letters):
        return None
    start, clitic = first, letters
    if "demonstrative" in page.lexicon.classes(page.forms[first][letters:]):
        if first + 1 >= limit or not page.forms[first + 1].startswith("ال"):
            return None
        start, clitic = first + 1, 0
    found = page.noun(start, limit, clitic)
    if start in page.opens:
        reading = Reading(page.opens[start].close + 1, None, definite=True, name=True)
    elif found:
        reading = Reading(start + found.words, found.head, found.definite, found.head.proper)
    else:
        contracted = clitic and page.forms[start].startswith("لل")
        article = bool(contracted) or page.forms[start][clitic:].startswith("ال")
        reading = Reading(start + 1, None, definite=True, name=not article)
    head = reading.head
    names = [start] if reading.name else []
    heads = [start] if found and not found.head.proper else []
    while reading.last < min(limit, first + _LONGEST):
        longer = _extend(page, reading, start, limit)
        if longer is None:
            break
        if longer.name and (longer.head is reading.head or longer.head is None):
            names.extend(index for index in range(reading.last, longer.last) if is_word(page.forms[index]))
        elif longer.head is not reading.head and _is_title(page, reading, longer):
            heads.append(reading.last + (page.forms[reading.last] in "،,"))
            head = head or longer.head
        reading = longer
    last = reading.last
    while last > start + 1 and not is_word(page.forms[last - 1]) and last - 1 not in page.closes and page.forms[last - 1] != ")":
        last -= 1
    definite = found is None or found.definite or _definite_construct(page, start + found.words, last, found.head)
    return NounPhrase(first, last, letters, head, definite, tuple(names), tuple(heads))


def _definite_construct(page: Page, index: int, last: int, head: Head) -> bool:
    """Whether a noun without the article is made definite by its genitive: ``رئيس مجلس النواب``."""
    if head.anonymous or head.lemma in _QUANTITIES:
        return False
    while index < last and page.noun(index, last) and not page.forms[index].startswith("ال") and not page.classes(index):
        index += 1
    return index < last and (page.forms[index].startswith("ال") or index in page.opens)


def _is_title(page: Page, before: Reading, after: Reading) -> bool:
    """Whether the noun just read is a post of the same person: after a comma, or after a name."""
    joined = page.forms[before.last] in "،," or before.name
    return joined and after.head is not None and after.head.kind is SpeakerKind.PERSON


def _extend(page: Page, reading: Reading, start: int, limit: int) -> Reading | None:
    """The reading with the next word or stretch taken in; None where the phrase ends."""
    index = reading.last
    form = page.forms[index]
    if index in page.opens:
        return _marked_name(page, reading, limit)
    if form == "(":
        end = bracket_end(page, index, limit)
        return evolve(reading, last=end) if end else None
    if form in "،,":
        return _apposition(page, reading, start, limit)
    if form in "-–—/.":
        return _joined(page, reading, limit)
    if not is_word(form) or page.is_complementiser(index) or _is_adverbial(page, index):
        return None
    classes = page.classes(index)
    if date_end(page, index, limit):
        return None
    if "identity" in classes:
        return evolve(reading, last=index + 1)
    if classes & ENDING and not (classes & _DATES and reading.kind is SpeakerKind.OUTLET):
        return None
    if "preposition" in classes:
        found = page.noun(index + 1, limit)
        if not binds_complement(page, reading, start, limit):
            return None
        if found:
            return Reading(index + 1 + found.words, found.head, found.definite, name=False)
        return evolve(reading, last=index + 2, definite=True, name=False)
    if reading.definite and _is_masdar(page, index, 0) and not reading.name and not page.is_given_name(index):
        return None
    if "object" in classes and reading.definite and not page.lexicon.is_given_name(form):
        return None
    if reading.name and form.startswith("ال") and page.lexicon.classes(form[2:]) & _OBJECTS and page.noun(index, limit) is None:
        return None  # وصف الناقد عمر الزين الفيلم بأنه: after a name a thing is the object
    cue = page.cue_at.get(index)
    if cue is not None and not _is_part(page, reading, limit):
        return None
    found = page.noun(index, limit)
    if found:
        return _noun(page, reading, found.words, found.head, found.definite)
    if form[0] == "و" and len(form) > 2 and not page.lexicon.is_given_name(form):
        return _coordination(page, reading, limit)
    if form[0] in "بلكف" and len(form) == 1:
        return None
    if form[0] in "بل" and len(form) > 2:
        if not takes_clitic(page, reading, limit):
            return None
        return _clitic_noun(page, reading, limit)
    if reading.definite and form.endswith(_OWNED) and len(form) > 3 and not form.startswith("ال") and not page.lexicon.is_given_name(form):
        return None  # برر المدرب غضبه: what belongs to the subject is the object
    if form[0].isdigit() and (reading.definite or index > start + 1):
        return None
    article = form.startswith("ال")
    name = reading.name or _is_name(reading, form) or page.lexicon.is_given_name(form)
    return evolve(reading, last=index + 1, definite=article or name or reading.definite, name=name)


def _clitic_noun(page: Page, reading: Reading, limit: int) -> Reading:
    """Take in a word with بـ or لـ: a complement (لحزب التجمع، للمنظمة), or a name (بوتين، لافروف)."""
    index = reading.last
    form = page.forms[index]
    found = page.noun(index, limit, 1)
    if found:
        return Reading(index + found.words, found.head, found.definite, name=False)
    if form.startswith(("لل", "بال")):
        return evolve(reading, last=index + 1, definite=True, name=False)
    given = page.lexicon.is_given_name(form)
    return evolve(reading, last=index + 1, definite=True, name=given or reading.name or _is_name(reading, form))


def _is_name(reading: Reading, form: str) -> bool:
    # After a definite word an indefinite one is no adjective and no genitive, so it is a name.
    return reading.definite and not form.startswith("ال")


def _is_adverbial(page: Page, index: int) -> bool:
    return page.tokens.raw(index).endswith(("ً", "ًا"))


def _noun(page: Page, reading: Reading, words: int, head: Head, definite: bool) -> Reading | None:
    """Take in a known noun: part of a construct, an apposition, or the object that ends the phrase."""
    index = reading.last
    bare = page.forms[index]
    if reading.definite:
        if head.proper and reading.kind is SpeakerKind.PLACE:
            return None  # طالبت اليونان تركيا بـ…: the second place is the object
        if head.kind is SpeakerKind.DOCUMENT and reading.name:
            return None  # كتب خليف تغريدة
        if head.kind is SpeakerKind.GROUP and bare.startswith("ال") and bare.endswith("ين") and reading.kind is not SpeakerKind.GROUP:
            return None  # أبلغ الوزير الصحفيين أن: an accusative plural is the addressee
        owned = definite and not bare.startswith("ال") and not head.proper
        if owned:
            return None  # اختتمت الشركة رسالتها
    keeps_name = head.proper and reading.name
    return Reading(index + words, head if not head.proper else reading.head or head, definite or reading.definite and head.title, keeps_name)


def _is_part(page: Page, reading: Reading, limit: int) -> bool:
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
    if cue.finite and reading.kind in (SpeakerKind.PERSON, SpeakerKind.GROUP) and page.noun(index - 1, index) is None:
        return False
    if cue.finite and index + 1 < limit and page.forms[index + 1] in _CONDITIONS:
        return False  # مصدر دبلوماسي طلب عدم كشف اسمه
    if cue.form is Form.PARTICIPLE:
        # A bare participle (مطر، كاتب) is no adverb, which would stand in the accusative.
        bare = not page.forms[index].endswith(("ا", "ة", "ين", "ات"))
        return bare or (cue.homograph and not reading.definite)
    return cue.homograph and not reading.definite


def _marked_name(page: Page, reading: Reading, limit: int) -> Reading | None:
    pair = page.opens[reading.last]
    if pair.closed and pair.close < limit and pair.close - pair.open - 1 <= _NAME_IN_MARKS:
        return evolve(reading, last=pair.close + 1, definite=True)
    return None


def _joined(page: Page, reading: Reading, limit: int) -> Reading | None:
    """A hyphen, a slash or the dot of an initial inside a name (جرابار-كيتاروفيتش، د. سعود)."""
    index = reading.last
    if index + 1 >= limit or not is_word(page.forms[index + 1]):
        return None
    if page.forms[index] == ".":
        return evolve(reading, last=index + 2, name=True) if len(page.forms[index - 1]) <= 3 else None
    if page.tokens.adjacent(index) and page.tokens.adjacent(index + 1):
        return evolve(reading, last=index + 2)
    return None


def _coordination(page: Page, reading: Reading, limit: int) -> Reading | None:
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
    if not rest.startswith("ال") and not page.lexicon.is_given_name(rest) and reading.definite and not reading.name:
        return evolve(reading, last=index + 1, name=True)  # المتحدث وانغ: the name itself begins with و
    return evolve(reading, last=index + 1, definite=rest.startswith("ال") or reading.definite)


def _apposition(page: Page, reading: Reading, start: int, limit: int) -> Reading | None:
    """After a comma: a post after a name, or a name after a post, goes on with the phrase.

    ``إدريس السنتيسي، رئيس الفريق`` and ``وزيرة الخارجية، ليز تروس``; not ``أوسبورن، في خطاب``.
    """
    after = reading.last + 1
    kind = SpeakerKind.PERSON if reading.name else reading.kind
    if after >= limit:
        return None
    if page.forms[after] == "من" and reading.name:
        source = page.noun(after + 1, limit)
        bodies = (SpeakerKind.BODY, SpeakerKind.OUTLET)
        if source and source.head.kind in bodies and not source.head.proper:
            return Reading(after + 1 + source.words, source.head, source.definite, name=False)
        return None
    if kind is not SpeakerKind.PERSON and _heads_person(page, start, reading.last):
        kind = SpeakerKind.PERSON  # والي بنك المغرب، عبد اللطيف: the last noun is not the head
    if kind is not SpeakerKind.PERSON:
        return None
    found = page.noun(after, limit)
    if found:
        single = found.head.kind is SpeakerKind.PERSON and found.head.number is not Number.PLURAL
        return Reading(after + found.words, found.head, found.definite, name=False) if single else None
    if reading.name or not can_begin(page, after, limit) or after in page.opens or page.cue_at.get(after):
        return None
    form = page.forms[after]
    if form.startswith(("لل", "بال", "كال")) or (form[0] in "بلو" and page.noun(after, limit, 1)):
        return None
    return evolve(reading, last=after + 1, definite=True, name=True)


def _heads_person(page: Page, start: int, last: int) -> bool:
    """Whether a person's post heads the phrase (رئيس مجلس النواب)."""
    found = page.noun(start, last)
    return found is not None and found.head.kind is SpeakerKind.PERSON
