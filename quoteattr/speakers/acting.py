"""Who does something without saying anything: ``زار الوزير المصنع``."""

from __future__ import annotations

from attrs import frozen

from quoteattr.cues.page import Page
from quoteattr.lexicon.acting import ActingForm
from quoteattr.speakers.agreement import agrees
from quoteattr.speakers.phrase import NounPhrase, parse_phrase, without_object
from quoteattr.text.tokens import is_word
from quoteattr.values import Gender, SpeakerKind

_CONJUNCTION = 1  # the letters of و or ف


@frozen
class Act:
    """A verb of action with the subject after it; ``at`` is the verb's token."""

    at: int
    subject: NounPhrase
    gender: Gender


def find_acts(page: Page) -> list[Act]:
    """The verbs of action whose subject follows at once and is surely one, in reading order."""
    known, topic_heads = page.lexicon.acting, page.roles["topic_head"]
    found: list[Act] = []
    for index, word in enumerate(page.known[:-1]):
        form = word.form
        if form in topic_heads:
            topic = parse_phrase(page, index + 1, page.sentence_of(index).last)
            followed = (
                topic is not None and topic.last < len(page.tokens) and page.forms[topic.last][0] == "ف"
            )
            if topic is not None and (topic.head is not None or page.is_given_name(index + 1) or followed):
                found.append(Act(index, topic, topic.head.gender if topic.head else Gender.UNKNOWN))
            continue
        if not word.acts:
            continue
        verb = page.acting(index, 0 if form in known else _CONJUNCTION)
        start = index + 1
        honoured = start < len(page.tokens) and page.forms[start] in page.roles["honour"]
        if (
            verb is None
            or verb.attached
            or not _leads(page, index)
            or not (page.noun(start, start + 4) or page.is_given_name(start) or honoured)
        ):
            continue
        last = page.sentence_of(index).last
        phrase = _subject(page, start, last)
        if phrase is not None and agrees(phrase, verb) and _acts(page, verb, phrase, last):
            found.append(Act(index, phrase, verb.gender))
    return found


def _subject(page: Page, start: int, last: int) -> NounPhrase | None:
    """The subject of a verb of action, without the object that may follow it at once."""
    noun = page.noun(start, last)
    if noun is not None and noun.head.proper:
        return parse_phrase(page, start, start + noun.words)  # اتخذت قطر إجراءات
    phrase = parse_phrase(page, start, last)
    return without_object(page, phrase) if phrase is not None else None


def _acts(page: Page, verb: ActingForm, phrase: NounPhrase, last: int) -> bool:
    """Whether the phrase after a verb does the act; after a null subject it is acted on.

    ``وزار المصنع``: a thing after a verb that takes one is its object; a person after a verb that takes
    persons acts only where somebody else follows (``استقبل الوزير الوفد``).
    """
    if verb.object == "none" or page.forms[phrase.first] in page.roles["honour"]:
        return True  # ألقى سموه كلمة
    if phrase.kind not in (SpeakerKind.PERSON, SpeakerKind.GROUP):
        return False
    after = page.forms[phrase.last] if phrase.last < last else ""
    return verb.object == "thing" or (
        is_word(after) and not page.classes(phrase.last) and phrase.last not in page.cue_at
    )


def _leads(page: Page, index: int) -> bool:
    """Whether a main clause begins with the verb: at its sentence's head, after a comma, after بينما."""
    before = index - 1
    while before >= 0 and page.forms[before] in page.roles["particle"]:
        before -= 1
    if before < 0 or not is_word(page.forms[before]):
        return True
    phrase = page.cue_before.get(before + 1)
    return phrase is not None and phrase.kind == "turn"
