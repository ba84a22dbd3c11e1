"""A subject that stands after an adjunct without a comma: ``وأعلنت عقب الاجتماع وزارة الصحة أن``.

What comes between a verb and its content is then read as one adjunct, and the verb has no subject.
It is found where a noun phrase that agrees with the verb reaches the content and can go on nothing
before it: ``في بيان رئيس النقابة`` stays whole, as a noun without an article takes a genitive.
"""

from __future__ import annotations

from attrs import evolve

from quoteattr.cues.detection import CueMatch
from quoteattr.cues.page import Page
from quoteattr.rules.frame import Unit
from quoteattr.speakers.agreement import agrees
from quoteattr.speakers.attachment import OWNED
from quoteattr.speakers.phrase import NounPhrase, parse_phrase
from quoteattr.text.tokens import is_word
from quoteattr.values import Number, SpeakerKind

_ADJUNCTS = "AMD"
_SPEAKERS = (SpeakerKind.PERSON, SpeakerKind.BODY, SpeakerKind.GROUP, SpeakerKind.OUTLET)
_MEDIUM = 2
_NISBA = ("ي", "ية")
_CLOSED = frozenset(("time", "day", "month"))
_OPEN = frozenset(("preposition", "adjunct", "subordinator", "relative"))
_CLITICS = ("لل", "بال", "وال", "فال")


def with_inverted_subject(page: Page, cue: CueMatch, units: list[Unit], last: int) -> list[Unit]:
    """The units between a verb and its content at ``last``, a subject at the end of an adjunct cut off."""
    if not cue.finite or not units or any(unit.letter in "SR" for unit in units):
        return units
    unit = units[-1]
    if unit.letter not in _ADJUNCTS or unit.last != last:
        return units
    phrase = next(
        (
            found
            for at in range(unit.first + 1, last)
            if (found := _subject_at(page, unit, at, last)) is not None and agrees(found, cue)
        ),
        None,
    )
    if phrase is None:
        return units
    inner = unit.phrase if unit.phrase is not None and unit.phrase.last <= phrase.first else None
    kept = evolve(unit, last=phrase.first, phrase=inner)
    return [*units[:-1], kept, Unit("S", phrase.first, last, phrase)]


def _subject_at(page: Page, unit: Unit, at: int, last: int) -> NounPhrase | None:
    noun = page.noun(at, last)
    speaks = noun is not None and noun.head.kind in _SPEAKERS
    given = page.is_given_name(at) and not page.forms[at].startswith("ال")
    if not (speaks or given) or not _is_closed(page, unit, at, last):
        return None
    if any(_takes_object(page, index) for index in range(unit.first, at)):
        return None  # خلال لقائه اليوم وزير الزراعة: the one who was met
    if given and any(_names(page, index, at, last) for index in range(unit.first + 1, at)):
        return None  # بحضور وزير الزراعة سمير حداد
    phrase = parse_phrase(page, at, last)
    return phrase if phrase is not None and phrase.last == last else None


def _is_closed(page: Page, unit: Unit, at: int, last: int) -> bool:
    """Whether the noun phrase before a token is whole, so that the token cannot go on with it."""
    before, form = at - 1, page.forms[at]
    medium = page.cue_before.get(at)
    if medium is not None and medium.kind == "medium":
        # في تصريحات صحفية وزير الزراعة، على تويتر وزير الزراعة; but في بيان رئيس النقابة
        governs = page.noun(before, at) is not None or bool(page.common(before))
        if medium.last - medium.first > _MEDIUM or not governs:
            return True
    if before in page.closes or page.classes(before) & _CLOSED:
        return True  # لـ«الرافدين» مصدر أمني، مساء أمس وزير
    word = page.forms[before]
    if not is_word(word) or page.classes(before) & _OPEN:
        return False
    if before > unit.first and page.forms[before - 1] == "منذ":
        return True  # منذ قليل سمير حداد
    if word.endswith(OWNED) and not word.startswith("ال") and len(word) > 3:
        return page.common(before) != "act"  # عبر حسابه سمير حداد
    known = page.noun(before, at)
    if known is not None and known.head.kind is SpeakerKind.PLACE and known.head.proper:
        return not form.startswith("ال")  # في دمشق وزير الزراعة
    if _is_person(page, before, at, one=True):
        return False  # بحضور الوزير سمير حداد
    if word.startswith(("ال", *_CLITICS)):
        # عقب الاجتماع وزارة الصحة، عقب الاجتماع المتحدثة باسم الوزارة; but خلال المؤتمر الصحفي
        title = _is_person(page, at, last) and last - at > 1 and not form.endswith(_NISBA)
        return not form.startswith("ال") or title
    if "ال" + word in page.roles["relative_date"]:
        return True  # في وقت سابق وزير الزراعة
    return page.is_adjective(before) or (word.endswith(_NISBA) and before > unit.first + 1)


def _names(page: Page, index: int, at: int, last: int) -> bool:
    phrase = parse_phrase(page, index, last) if _is_person(page, index, last, one=True) else None
    return phrase is not None and phrase.last > at


def _is_person(page: Page, at: int, last: int, *, one: bool = False) -> bool:
    """Whether the noun of a person stands at a token; ``one`` asks for a singular."""
    noun = page.noun(at, last)
    person = noun is not None and noun.head.kind is SpeakerKind.PERSON
    return person and noun is not None and (not one or noun.head.number is Number.SINGULAR)


def _takes_object(page: Page, index: int) -> bool:
    """Whether a verb or a verbal noun that may have an object stands at a token."""
    form = page.forms[index]
    owned = form.endswith(OWNED) and len(form) > 3
    if page.common(index) == "act" and owned:
        return True
    if "relative" in page.classes(index):
        return True  # إلى الحفل الذي ينظمه النادي
    cue = page.cue_at.get(index)
    verb = page.acting(index) is not None or (cue is not None and cue.finite and not page.classes(index))
    return verb and not owned  # في كلمة ألقاها في المعرض الوزير: the object is there
