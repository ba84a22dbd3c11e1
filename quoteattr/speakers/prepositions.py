"""Which prepositions bind a complement of a speaker's phrase, and which only begin an adjunct.

``مسؤول في الوزارة`` is one phrase; in ``قال الوزير في مقابلة`` the phrase ends before the preposition.
"""

from __future__ import annotations

from quoteattr.cues.page import Page
from quoteattr.lexicon.nouns import Found, Head
from quoteattr.speakers.attachment import ADJUNCT_PHRASES, BODIES, CLOSED, OWNED, Reading
from quoteattr.text.tokens import is_word
from quoteattr.values import SpeakerKind

_LONGEST_PLACE = 6
_EMPLOYERS = (SpeakerKind.BODY, SpeakerKind.OUTLET)


def binds_complement(page: Page, reading: Reading, start: int, limit: int) -> bool:
    """Whether the preposition at ``reading.last`` binds a complement of the phrase before it."""
    index = reading.last
    if index + 1 >= limit or _is_adjunct(page, index, limit):
        return False
    if reading.name:
        return _comes_from(page, start, index, limit)
    head, preposition = reading.head, page.forms[index]
    if _after_adjective(page, start, index):
        return True
    post = _post(page, start, limit)
    if _holds_place(page, post, start, index, limit):
        return True
    if head is None or head.proper:
        return False
    if preposition in page.lexicon.inherent.get(head.lemma, ()):
        return True  # الباحث في التاريخ: the noun is not complete without it
    bound = preposition in page.lexicon.complements.get(head.lemma, ())
    indefinite = not page.forms[index - 1].startswith("ال") and not reading.definite
    noun = page.noun(index + 1, limit) is not None
    if preposition == "في":
        if indefinite or (bound and index > start + 1) or _works_in(page, post, start, index, limit):
            return True
        # اللجنة الأولمبية في البرتغال: a body that its place tells from others
        return head.kind in (SpeakerKind.BODY, SpeakerKind.GROUP) and index > start + 1 and noun
    if preposition == "من":
        return bound or (indefinite and head.kind is SpeakerKind.GROUP) or (indefinite and noun)
    return bound


def _is_adjunct(page: Page, index: int, limit: int) -> bool:
    """Whether what the preposition begins tells when, how or on what occasion somebody speaks."""
    phrase = page.cue_at.get(index)
    if phrase is not None and phrase.kind in ADJUNCT_PHRASES and phrase.last > index:
        return True
    target = page.forms[index + 1]
    if page.is_complementiser(index + 1) or page.classes(index + 1) & CLOSED or not target[0].isalpha():
        return True  # من على منبر المجلس
    if page.forms[index] == "في" and target.removeprefix("ال") in page.roles["occasion"]:
        return True  # مصدر أمني في ختام الزيارة: when he said it, and not where he works
    noun = page.noun(index + 1, limit)
    if noun and noun.head.kind is SpeakerKind.DOCUMENT:
        return True
    known = noun is not None and (not noun.definite or noun.head.proper)  # سبها
    return target.endswith(OWNED) and not target.startswith("ال") and not known


def _comes_from(page: Page, start: int, index: int, limit: int) -> bool:
    """``سمير حداد من معهد الطاقة``: after a name, where its verb does not ask ``من`` for itself."""
    if page.forms[index] != "من" or body_after(page, index, limit) is None:
        return False
    cue = page.cue_before.get(start)
    # حذر سمير حداد من شركات وهمية، طلب سمير حداد من الشركة
    return cue is None or not (cue.governs("min_") or cue.asks_of("min"))


def body_after(page: Page, index: int, limit: int) -> Found | None:
    """The body behind a preposition that somebody can come from: ``من معهد الطاقة``; no name of its own."""
    body = page.noun(index + 1, limit)
    return body if body is not None and body.head.kind in _EMPLOYERS and not body.head.proper else None


def _after_adjective(page: Page, start: int, index: int) -> bool:
    """Whether an adjective before the preposition asks for it: الكاتبة الحائزة على الجائزة."""
    if page.noun(index - 1, index) is not None:
        return False
    adjective = page.forms[index - 1].removeprefix("ال").removesuffix("ة")
    return page.forms[index] in page.lexicon.complements.get(adjective, ())


def _post(page: Page, start: int, limit: int) -> Head | None:
    """The post that heads the phrase, whatever stands between it and the preposition."""
    post = page.noun(start, limit)
    return post.head if post is not None and post.head.kind is SpeakerKind.PERSON else None


def _works_in(page: Page, post: Head | None, start: int, index: int, limit: int) -> bool:
    """``أستاذ القانون الدولي في جامعة المدينة``: the body that a post belongs to.

    A minister or a president speaks in parliament and does not belong to it.
    """
    body = page.noun(index + 1, limit)
    if post is None or body is None or body.head.kind is not SpeakerKind.BODY or index <= start + 1:
        return False
    return post.lemma not in page.roles["visits"] and "في" in page.lexicon.complements.get(post.lemma, ())


def _holds_place(page: Page, post: Head | None, start: int, index: int, limit: int) -> bool:
    """Whether what follows the place behind a preposition shows that the phrase goes on with it.

    A person's own name (``مسؤول الملف في شمال المدينة نادر الصيفي``), or the comma that closes an
    apposition (``سمير حداد، الباحث في وزارة العدل، أن``).
    """
    after = _after_place(page, index + 1, limit)
    named = after + (after < limit and page.forms[after] in "،,")
    person = named < limit and (page.is_given_name(named) or "address" in page.classes(named))
    if post is not None and person:
        return True
    opened = any(page.forms[at] in "،," for at in range(start, index))
    return opened and after < len(page.forms) and page.forms[after] in "،,"


def _after_place(page: Page, index: int, limit: int) -> int:
    """After the words of a place, a body or (behind في) a time; ``index`` itself where none stands there."""
    place = page.noun(index, limit)
    known = place is not None and place.head.kind in BODIES
    if not known and page.forms[index - 1] != "في":
        return index
    at = index + (place.words if place is not None else 1)
    while at < min(limit, index + _LONGEST_PLACE) and is_word(page.forms[at]):
        noun = page.noun(at, limit)
        if page.is_given_name(at) or "address" in page.classes(at):
            break
        if not (page.forms[at].startswith("ال") or (noun is not None and noun.head.kind in BODIES)):
            break
        at += 1
    pair = page.opens.get(at)
    return pair.close + 1 if pair is not None and pair.closed and pair.close < limit else at
