"""The units between a cue and its content: subject, adjunct, medium, addressee, object and the like.

A reader recognises one sort of unit at a token or passes; the first that does not pass decides.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from attrs import frozen

from quoteattr.cues.page import Page
from quoteattr.lexicon.traits import ACT, CLITIC, DIGIT, EVERY, LEADS, LISTED, NOUN
from quoteattr.rules.frame import Unit
from quoteattr.rules.governing import Government
from quoteattr.rules.objects import is_object, is_predicate, is_prepositional
from quoteattr.rules.reach import adjunct_end, parenthesis, relative_end
from quoteattr.rules.stopping import is_asyndetic
from quoteattr.speakers.attachment import OWNED, initials_end
from quoteattr.speakers.phrase import parse_phrase, without_object
from quoteattr.speakers.shape import can_begin, date_end, is_abstract, is_accusative
from quoteattr.text.tokens import is_word
from quoteattr.values import SpeakerKind

_PHRASE_LETTERS = {
    "medium": "M", "addressee": "D", "turn": "A", "topic": "A", "post": "A", "prep": "A", "relay": "A",
    "clause": "A", "not_cue": "A", "distance": "O", "document": "A", "hearsay": "O", "noun": "A", "name": "O",
}  # fmt: skip
_SEPARATORS = frozenset("،,-–—()")
_ADVERBIAL = frozenset(("time", "day", "month", "adverb", "identity"))
_HEARERS = (SpeakerKind.PERSON, SpeakerKind.GROUP, SpeakerKind.OUTLET)
_TOLD = (*_HEARERS, SpeakerKind.BODY)
_ADJUNCT = frozenset(("preposition", "adjunct", "subordinator"))


@frozen
class Place:
    """A token to be read, where the region ends, whether the subject has been met, and the government."""

    page: Page
    index: int
    last: int
    subject: bool
    governs: Government

    @property
    def form(self) -> str:
        """The folded token."""
        return self.page.forms[self.index]


Reader = Callable[[Place], "Unit | None"]


def date(place: Place) -> Unit | None:
    """``العام الماضي``."""
    end = date_end(place.page, place.index, place.last)
    return Unit("A", place.index, end) if end is not None else None


def fixed_phrase(place: Place) -> Unit | None:
    """Phrases that the lexicon knows: ``في بيان``، ``للصحفيين``، ``من جانبه``، ``نقلاً عن مصدر``."""
    page, index, last = place.page, place.index, place.last
    match = page.cue_at.get(index)
    if match is None or match.phrase is None or match.last > last:
        return None
    if match.kind == "relay" and match.pronoun is None and match.last < last:
        phrase = parse_phrase(page, match.last, last)
        if phrase is not None:
            return Unit("F", index, phrase.last, phrase)
    if match.kind == "topic":
        if place.form == "عن":
            return source(page, index, last)
        if page.noun(index, last):
            return None
    # After the subject, في ختام is no turn to another speaker but governs a noun: في ختام الاجتماع.
    kind = "" if match.kind == "turn" and place.subject and match.pronoun is None else match.kind
    return Unit(_PHRASE_LETTERS[match.kind], index, adjunct_end(page, match.last, last, kind))


def relative(place: Place) -> Unit | None:
    """``الذي …``، ``وهو مسؤول في الشرطة``، ``نشرتها الصحيفة``."""
    classes = place.page.classes(place.index)
    verb = place.page.cue_at.get(place.index)
    governs = bool(classes & _ADJUNCT) and place.page.cue_before.get(place.index) is not None
    described = verb is not None and not governs and is_asyndetic(place.page, verb)
    before = place.page.forms[place.index - 1]
    acted = place.page.acting(place.index) is not None and is_word(before) and not before.startswith("ال")
    described = described or (
        acted and not place.page.classes(place.index - 1)
    )  # في كلمة افتتح بها، أمس، ملتقى
    # قال يزيد: a given name right after the verb, though another verb is written like it
    described = described and not (
        place.page.is_given_name(place.index) and place.page.cue_before.get(place.index) is not None
    )
    if "relative" in classes or ("pronoun" in classes and place.form.startswith("و")) or described:
        return Unit("R", place.index, relative_end(place.page, place.index, place.last))
    return None


def addressee(place: Place) -> Unit | None:
    """``له``، ``للصحفيين``، ``لرئيس البلدية``، ``لـ«الأخبار»``."""
    page, index = place.page, place.index
    if place.form in place.page.roles["dative"]:
        return Unit("D", index, index + 1)
    if place.form == "ل":
        phrase = parse_phrase(page, index + 1, place.last)
        return Unit("D", index, phrase.last, phrase) if phrase is not None else None
    match = page.cue_at.get(index)
    told = match is not None and match.kind == "addressee"
    found = page.noun(index, place.last, 1) if place.form[0] == "ل" else None
    hears = found is not None and found.head.kind in _HEARERS and page.noun(index, place.last) is None
    if not (told or hears) or place.form[0] != "ل":
        return None
    phrase = parse_phrase(page, index, place.last, 1)
    end = match.last if match is not None and told else index + 1
    return Unit("D", index, max(phrase.last, end) if phrase else end, phrase)


def told_object(place: Place) -> Unit | None:
    """``أبلغ الوزير الصحفيين أن``، ``طالب النائب الحكومة بـ«…»``: whom the verb tells or asks."""
    page = place.page
    found = page.noun(place.index, place.last)
    if not (place.governs.told and place.subject and found and found.head.kind in _TOLD):
        return None
    phrase = parse_phrase(page, place.index, place.last)
    return Unit("D", phrase.first, phrase.last, phrase) if phrase is not None else None


def adverb(place: Place) -> Unit | None:
    """``أمس``، ``أيضاً``, a number."""
    classes = place.page.classes(place.index)
    if place.form in place.page.roles["idiom_object"]:
        return Unit("A", place.index, place.index + 1)  # لفت الانتباه إلى
    if not (classes & _ADVERBIAL or place.form[0].isdigit()):
        return None
    named = "time" in classes and place.page.noun(place.index, place.last)
    return None if named else Unit("A", place.index, place.index + 1)


def relayed(place: Place) -> Unit | None:
    """``عن مسؤول``."""
    return source(place.page, place.index, place.last) if place.form == "عن" else None


def subject(place: Place) -> Unit | None:
    """The noun phrase of the one who speaks, once."""
    page, index = place.page, place.index
    if (
        place.subject
        or place.governs.follows
        or not can_begin(page, index, place.last)
        or is_prepositional(page, index)
    ):
        return None
    if is_accusative(page, index) or (place.governs.judged and is_predicate(page, index)):
        return None
    source = next(
        (at for at in range(index + 1, place.last) if page.forms[at] in place.governs.sources), None
    )
    phrase = parse_phrase(page, index, place.last if source is None else source)
    if phrase is not None and place.governs.person:
        other = next((at for at in range(index + 1, phrase.last) if is_object(page, phrase, at)), None)
        phrase = parse_phrase(page, index, other) if other is not None else phrase
    if phrase is not None and place.governs.thing and phrase.last < place.last:
        phrase = without_object(page, phrase)
    return Unit("S", phrase.first, phrase.last, phrase) if phrase is not None else None


def adjunct(place: Place) -> Unit | None:
    """``في دمشق``، ``بعد الاجتماع``، ``بلهجة حادة``."""
    page, index = place.page, place.index
    glued = (
        is_prepositional(page, index)
        or is_abstract(page, index)
        or (place.subject and place.form.startswith(("بال", "لل")))
    )
    if page.classes(index) & _ADJUNCT or glued:
        return Unit("A", index, adjunct_end(page, index + 1, place.last, ""))
    return None


def written(place: Place) -> Unit | None:
    """``كتب سامر تغريدة``: what one writes is the medium of the words that follow."""
    found = place.page.noun(place.index, place.last)
    if place.governs.person:
        return None  # وصف قرارات ناديه بأنها: what is judged
    if found and found.head.kind is SpeakerKind.DOCUMENT and not found.definite:
        return Unit("M", place.index, place.index + found.words)
    return None


def own_words(place: Place) -> Unit | None:
    """``ختم حديثه``، ``استهلت كلمتها``: what somebody says or writes does not say it."""
    found = place.page.noun(place.index, place.last)
    owned = place.form.endswith(OWNED) and not place.form.startswith("ال") and not place.governs.person
    if found and owned and found.head.kind is SpeakerKind.DOCUMENT:
        return Unit("M", place.index, place.index + found.words)
    return None


# Each reader with the traits of words that it may not pass: a word with none of them is not put to it.
READERS: tuple[tuple[Reader, int], ...] = (
    (date, LISTED),
    (addressee, LISTED | CLITIC),
    (fixed_phrase, LEADS),
    (relative, LISTED | LEADS | ACT),
    (adverb, LISTED | DIGIT),
    (relayed, EVERY),
    (own_words, NOUN),
    (subject, EVERY),
    (told_object, NOUN),
    (adjunct, LISTED | CLITIC),
    (written, NOUN),
)


@lru_cache(maxsize=1 << 12)
def readers_for(traits: int) -> tuple[Reader, ...]:
    """The readers that a word with these traits is put to."""
    return tuple(reader for reader, asked in READERS if asked == EVERY or asked & traits)


def read_unit(page: Page, index: int, last: int, governs: Government, *, subject_met: bool) -> Unit | None:
    """The unit that begins at ``index``; None for punctuation; ``O`` for what no reader knows."""
    initials = initials_end(page, index)
    if initials is not None and not subject_met:
        phrase = parse_phrase(page, index, last)
        return Unit("S", index, initials, phrase)
    if page.forms[index] in _SEPARATORS:
        return parenthesis(page, index, last)
    if not is_word(page.forms[index]) and index not in page.opens:
        return None
    if page.forms[index] == "ب" and index + 1 in page.opens:
        return None  # طالب بـ«…»: the letter joins the marks to their verb
    place = Place(page, index, last, subject_met, governs)
    for reader in readers_for(page.known[index].traits):
        unit = reader(place)
        if unit is not None:
            return unit
    return Unit("O", index, index + 1) if is_word(page.forms[index]) else None


def source(page: Page, index: int, last: int) -> Unit:
    """The source of a relay after its preposition."""
    phrase = parse_phrase(page, index + 1, last)
    if phrase is None:
        return Unit("A", index, index + 1)
    return Unit("F", index, phrase.last, phrase)
