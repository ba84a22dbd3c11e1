"""The subject that stands before its verb: ``الوزير قال``، ``أما زيد فقال``، ``الشركة التي أعلنت``."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.cues.detection import CueMatch
from quoteattr.cues.page import Page
from quoteattr.speakers.agreement import agrees, some_reading_agrees
from quoteattr.speakers.phrase import NounPhrase, parse_phrase
from quoteattr.text.tokens import is_word
from quoteattr.values import Gender, Number, SpeakerKind

_CLAUSE_ENDS = frozenset("،,؛;.:؟?!-–—") | {"..", "...", "…", "\n"}
_FARTHEST = 60
_LONGEST_GAP, _LONGEST_ANTECEDENT = 7, 14


def relative_subject(page: Page, cue: CueMatch, first: int) -> NounPhrase | None:
    """The antecedent of the relative clause whose verb is the cue: ``تركيا التي قالت إن``."""
    index = cue.first - 1
    while index > first and page.classes(index) & {"adverb", "time"}:
        index -= 1
    if index <= first or "relative" not in page.classes(index) or not page.forms[index].startswith("ال"):
        return None
    end = index - 1 if page.forms[index - 1] in "،," else index
    best: NounPhrase | None = None
    thing = False
    for phrase in _phrases_to(page, first, end):
        unknown = phrase.head is None and page.forms[phrase.first].startswith("ال")
        said_of = (unknown or phrase.kind is SpeakerKind.DOCUMENT) and _resumes(page, cue)
        if said_of or (phrase.head is None and page.is_thing(phrase.first, phrase.letters)):
            thing = True
            continue
        if cue.pronoun and phrase.head is not None and _stands_for(cue.pronoun, phrase):
            return None  # وكالات السفر التي وصفها بـ: the pronoun is the antecedent
        begins = page.noun(phrase.first, end, phrase.letters) is not None
        if best is not None and (phrase.head is None or not begins):
            continue  # جهود وزير المالية الذي
        if agrees(phrase, cue, preverbal=True) and _better(phrase, best):
            best = phrase
    if thing and (best is None or best.head is None):
        return None  # الملف الذي قال إنه يقلقه: said of it, not by it
    return best


def _resumes(page: Page, cue: CueMatch) -> bool:
    """Whether the clause takes up the antecedent by a pronoun: ``القرار الذي قال إنه جائر``."""
    return cue.last < len(page.tokens) and page.forms[cue.last].startswith(("انه", "بانه"))


def _phrases_to(page: Page, first: int, end: int) -> Iterator[NounPhrase]:
    """The noun phrases that end right before ``end``, the shortest first."""
    for start in range(end - 1, max(first - 1, end - _LONGEST_ANTECEDENT), -1):
        if not is_word(page.forms[start]) and start not in page.opens:
            if start not in page.closes and page.forms[start] not in "()":
                return
            continue
        if start and "kunya" in page.classes(start - 1):
            continue  # عبد الله التي أوضحت
        for letters in (0, 1) if page.forms[start][0] in "وفبل" else (0,):
            phrase = parse_phrase(page, start, end, letters)
            if phrase is not None and phrase.last == end and not (letters and phrase.head is None):
                yield phrase


def _stands_for(pronoun: str, phrase: NounPhrase) -> bool:
    """Whether an object pronoun can stand for a phrase: ها for a woman, a body or things."""
    head = phrase.head
    assert head is not None
    if head.number is Number.PLURAL and head.kind is SpeakerKind.GROUP:
        return pronoun in ("هم", "هن")
    if head.number is Number.PLURAL or head.gender is Gender.FEMININE:
        return pronoun == "ها"
    return pronoun == "ه" and head.number is Number.SINGULAR


def asyndetic_subject(page: Page, cue: CueMatch, first: int) -> NounPhrase | None:
    """The indefinite noun whose clause follows without a relative: ``تقارير أفادت بأن``.

    Also over its complement: ``بيان عن مجلس الأمن يدعو إلى``. An indefinite subject stands after its
    verb, so a noun before it is the antecedent.
    """
    if cue.letters or cue.pronoun or cue.first <= first:
        return None
    for start in range(cue.first - 1, max(first - 1, cue.first - _LONGEST_GAP), -1):
        if not is_word(page.forms[start]):
            return None
        for letters in (0, 1) if page.forms[start][0] in "وفبل" else (0,):
            found = page.noun(start, cue.first, letters)
            if found is None or found.definite or found.head.proper:
                continue
            if not letters and not _governed(page, start, first):
                continue  # تقارير صحافية: the adjective is a noun too
            phrase = parse_phrase(page, start, cue.first, letters)
            if phrase is not None and phrase.last == cue.first and agrees(phrase, cue, preverbal=True):
                return phrase
    return None


def _governed(page: Page, start: int, first: int) -> bool:
    """Whether a noun phrase begins at a token: no noun that it could describe stands before it."""
    if start <= first or not is_word(page.forms[start - 1]):
        return True
    return page.noun(start - 1, start) is None and page.forms[start - 1] not in page.roles["quantity"]


def _better(phrase: NounPhrase, best: NounPhrase | None) -> bool:
    if best is None or best.head is None:
        return True
    # A longer reading wins where its head adjoins: رئيس البرلمان الذي, not إعلان المصرف الذي.
    if phrase.head is None:
        return False
    # صحيفة العربي الجديد التي: the name inside is the newspaper's
    return best.head.proper or (phrase.kind is SpeakerKind.PERSON and not best.named)


def preverbal_subject(page: Page, cue: CueMatch, first: int) -> NounPhrase | None:
    """The subject before the verb in its own clause, or None.

    A verb with و before it has its subject after it or none at all.
    """
    if cue.clitic.startswith("و") or cue.first <= first:
        return None
    before = cue.first - 1
    if page.forms[before] in ("قد", "فقد") and before > first:
        before -= 1
    if page.forms[before] == "ان":
        return _forestalled(page, cue, first)
    if page.forms[before] in ("ما", "مما", "من") or page.classes(before) & {"subordinate_time", "relative"}:
        return None
    if page.forms[before] in page.roles["owns_subject"]:
        return None  # لكنه أقر: the pronoun is the subject
    if "subordinator" in page.classes(before) and page.forms[before] not in page.roles["before_subject"]:
        return None
    low = max(first, cue.first - _FARTHEST)
    for start in _clause_starts(page, cue, first, low):
        found = _subject_at(page, cue, start)
        if found is not None:
            return found
    return None


def _forestalled(page: Page, cue: CueMatch, first: int) -> NounPhrase | None:
    """``سبق للوزير أن صرح``: the subject stands after لـ in the clause above."""
    for index in range(cue.first - 2, max(first - 1, cue.first - 24), -1):
        if page.forms[index] in ("سبق", "وسبق") and index + 1 < cue.first:
            form = page.forms[index + 1]
            return (
                parse_phrase(page, index + 1, cue.first - 1, 1) if form[0] == "ل" and len(form) > 1 else None
            )
    return None


def _clause_starts(page: Page, cue: CueMatch, first: int, low: int) -> list[int]:
    """The head of the sentence first, then the nearest boundaries before the verb."""
    starts = [first] if low == first else []
    for index in range(cue.first - 1, low, -1):
        form = page.forms[index]
        if _precedes_subject(page, form) or page.is_complementiser(index):
            starts.append(index + 1)
    return starts


def _precedes_subject(page: Page, form: str) -> bool:
    """Whether a clause and its subject may begin after a word or sign: ``أما``، ``وقد``, a comma."""
    leading = page.roles["before_subject"]
    return form in _CLAUSE_ENDS or form in leading or (form[0] in "وف" and form[1:] in leading)


def _subject_at(page: Page, cue: CueMatch, start: int) -> NounPhrase | None:
    index, letters = _skip_leading(page, start, cue.first)
    if index >= cue.first:
        return None
    phrase = parse_phrase(page, index, cue.first, letters)
    joined = page.forms[index][0] in "وفل" and not letters and phrase is None
    if joined and (page.noun(index, cue.first, 1) or page.is_given_name(index, 1)):
        phrase = parse_phrase(page, index, cue.first, 1)
    opening = page.cue_at.get(index)
    follows = page.noun(index + 1, cue.first) is not None or page.is_given_name(index + 1)
    verbal = opening is not None and opening.finite and (follows or _is_surely_verb(opening))
    if verbal and index + 1 < cue.first and page.noun(index, cue.first) is None:
        return None  # وحذر سامي من أن الجسر آمن، حدثنا سعيد قال: another verb begins the clause
    verbal = page.forms[index].startswith(("وي", "في", "ست", "سي")) and not page.is_given_name(index)
    if verbal and phrase is not None and phrase.head is None:
        return None  # ويتلقى: a verb begins the clause; not فيصل
    if phrase is None or not some_reading_agrees(phrase, cue.readings):
        return None
    if (
        phrase.head is None
        and not phrase.named
        and page.forms[index].startswith("ال")
        and phrase.last < cue.first
        and page.forms[index - 1] not in page.roles["clause_head"]
    ):
        return None  # but وكان الراجحي قد صرح
    return phrase if _leads_to(page, phrase.last, cue) else None


def _is_surely_verb(cue: CueMatch) -> bool:
    return bool(cue.clitic or cue.pronoun) or not cue.homograph


def _skip_leading(page: Page, start: int, end: int) -> tuple[int, int]:
    index = start
    while index < end:
        form = page.forms[index]
        match = page.cue_at.get(index)
        if match and match.kind in ("turn", "not_cue") and match.last <= end:
            index = match.last
        elif _precedes_subject(page, form) or (page.is_complementiser(index) and index > start):
            index += 1
        elif form[0] in "وف" and len(form) > 3 and page.noun(index, end) is None and page.noun(index, end, 1):
            return index, 1
        else:
            break
    return index, 0


def _leads_to(page: Page, last: int, cue: CueMatch) -> bool:
    """Whether only adjuncts, brackets or a relative clause stand between subject and verb."""
    if last == cue.first:
        return True
    if "relative" in page.classes(last) or (
        page.forms[last] in "،," and last + 1 < cue.first and "relative" in page.classes(last + 1)
    ):
        return True
    gap = range(last, cue.first)
    for index in gap:
        other = page.cue_at.get(index)
        if other is not None and other.finite and not other.homograph:
            return False
        if page.acting(index) is not None and "relative" not in page.classes(index - 1):
            return False  # كان الفريق قد ضمن التأهل اجاب
        if page.is_complementiser(index):
            return False  # لافتا إلى أنهم يرون: the clause has its subject in the pronoun
    if page.forms[last] in "،,(-–—" or (page.forms[last] == "«" and len(gap) < _LONGEST_GAP):
        return (
            page.forms[cue.first - 1] in "،,)-–—»"
            or "adverb" in page.classes(cue.first - 1)
            or len(gap) <= _LONGEST_GAP
        )
    classes = page.classes(last)
    if len(gap) <= _LONGEST_GAP and classes & {"adverb", "time", "day", "preposition", "adjunct"}:
        return True
    return page.forms[last] in ("قد", "فقد", "كان", "كانت", "كانوا") and len(gap) <= _LONGEST_GAP
