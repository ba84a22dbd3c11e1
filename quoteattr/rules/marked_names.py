"""Marks between a cue and its content that hold a name: ``قالت شركة "أبل" إن``، ``وأضاف «رمزي»، أن``."""

from __future__ import annotations

from quoteattr.cues.detection import CueMatch
from quoteattr.cues.page import Page
from quoteattr.rules.governing import CODES
from quoteattr.rules.naming import is_named, names_what_follows, speech_words
from quoteattr.rules.stopping import stops
from quoteattr.text.marks import Pair
from quoteattr.values import Form

_NAME_WORDS = 6
_SURNAME_WORDS = 3


def holds_name(page: Page, cue: CueMatch, pair: Pair, bound: int) -> bool:
    """Whether a marked stretch between cue and content is a name: ``قالت شركة "أبل" إن``."""
    words = speech_words(page, pair)
    if not pair.closed or words > _NAME_WORDS or pair.close >= bound:
        return False
    before = page.forms[pair.open - 1]
    opening = page.forms[pair.open + 1]
    clause = words > 2 and (opening in page.roles["before_verb"] or opening == "لا")
    if before == ":" or (clause and before.startswith("ال")):
        return False  # يعمل في المدينة «لن أترك بيتي»; but مسلسل «لن أترك بيتي» names it
    if words <= 2 and (before in ("في", "عبر") or (before == "علي" and not cue.governs("3ala_"))):
        return True  # على «فيسبوك»; but شدد على «ضرورة التهدئة»
    if names_what_follows(page, pair.open):
        return True
    if words > 4:
        return False
    return _content_follows(page, pair.close + 1, bound)


def names_subject(page: Page, cue: CueMatch, pair: Pair, bound: int) -> bool:
    """Whether marks right after the verb hold the name of its subject: ``وأضاف «رمزي»، خلال لقاء، أن``.

    Some papers, above all Egyptian ones, put every surname in marks; the content comes after adjuncts.
    """
    if (
        pair.open != cue.last
        or not pair.closed
        or not cue.finite
        or speech_words(page, pair) > _SURNAME_WORDS
    ):
        return False
    relays = any(reading.verb.source for reading in cue.readings)
    if _is_surname(page, pair) or (relays and speech_words(page, pair) == 1):
        return True
    for index in range(pair.close + 1, bound):
        form = page.forms[index]
        if page.is_complementiser(index) or form == ":":
            return page.forms[index - 1] not in page.roles["no_complementiser"]
        other = page.cue_at.get(index)
        if form in CODES and _governs(cue, CODES[form]):
            return True  # دعا «الهلال الأحمر» إلى هدنة
        if other is not None and (other.kind == "noun" or (other.form is Form.VERBAL_NOUN and other.pronoun)):
            return True  # نقلت «رويترز» عن شاهد قوله
        if form in "؛." or (other is not None and stops(page, other)):
            return False
        if index in page.opens and page.forms[index - 1] == "،" and not is_named(page, page.opens[index]):
            return True
    return False


def _is_surname(page: Page, pair: Pair) -> bool:
    """Whether a marked word is part of a name that the text puts in marks: «سلوى قنديل», then «قنديل»."""
    words = page.forms[pair.open + 1 : pair.close]
    return len(words) == 1 and words[0] in page.once(_named_in_marks)


def _named_in_marks(page: Page) -> frozenset[str]:
    """The words of all full names that the text puts in marks."""
    names = (pair for pair in page.marking.pairs if 1 < pair.close - pair.open - 1 <= _SURNAME_WORDS)
    return frozenset(
        word
        for pair in names
        if page.is_given_name(pair.open + 1)
        for word in page.forms[pair.open + 1 : pair.close]
    )


def _governs(cue: CueMatch, code: str) -> bool:
    """Whether a verb that brings no words itself takes what it is about with a preposition."""
    verbs = [reading.verb for reading in cue.readings]
    return all(verb.complements[0].startswith(code) for verb in verbs)


def _content_follows(page: Page, index: int, bound: int) -> bool:
    """Whether a complementiser, colon or longer marked stretch comes before another cue."""
    start = index
    while index < min(bound, start + 25):
        form = page.forms[index]
        if form == ":" or page.is_complementiser(index):
            return page.forms[index - 1] not in page.roles["no_complementiser"]
        if index in page.opens:
            if index != start and is_named(page, page.opens[index]):
                index = page.opens[index].close + 1
                continue
            return index == start or page.forms[index - 1] in ":،,"
        other = page.cue_at.get(index)
        if form in "،," and index + 1 < bound and page.is_complementiser(index + 1):
            return True  # قال المحلل «فلان» بشركة كذا، إن
        if (other is not None and stops(page, other)) or form in "؛.،,":
            return form in "،," and index == start and _content_follows(page, index + 1, bound)
        index += 1
    return False
