"""The parts of a frame that every rule reads alike: speaker, addressee, medium."""

from __future__ import annotations

from attrs import evolve

from quoteattr.cues.page import Page
from quoteattr.lexicon.contraction import without_clitic
from quoteattr.rules.frame import Frame
from quoteattr.rules.governing import Government
from quoteattr.speakers.agreement import agrees
from quoteattr.speakers.phrase import NounPhrase, parse_phrase
from quoteattr.values import Basis, Form, Gender, SpeakerKind


def speaker_of(page: Page, frame: Frame) -> tuple[NounPhrase | None, Basis]:
    """The phrase in the cue's own clause, or None and where the speaker must be sought."""
    cue = frame.cue
    agent = frame.after("S")
    if cue.form is Form.VERBAL_NOUN and cue.pronoun is None and agent is not None:
        return agent.phrase, Basis.MENTION
    if cue.form in (Form.PARTICIPLE, Form.VERBAL_NOUN):
        return None, Basis.PRONOUN if cue.form is Form.VERBAL_NOUN else Basis.NULL_SUBJECT
    before, after = frame.before("S"), frame.after("S")
    if before is not None and before.phrase is not None:
        return before.phrase, Basis.MENTION
    if after is not None and after.phrase is not None and agrees(after.phrase, cue):
        return after.phrase, Basis.MENTION
    if after is not None and after.phrase is not None and _serves_women(after.phrase, frame):
        return after.phrase, Basis.MENTION
    if after is not None and after.phrase is not None and is_surname(page, after.phrase):
        # وأكدت الجندي: the surname of a woman named before, though the word is a soldier too
        return as_name(after.phrase), Basis.MENTION
    return None, Basis.NULL_SUBJECT


def _serves_women(phrase: NounPhrase, frame: Frame) -> bool:
    """``واعتبرت النائب فلك الجمعاني``: a title of men before a woman's full name, and no object."""
    head = phrase.head
    titled = head is not None and head.title and head.kind is SpeakerKind.PERSON and len(phrase.names) > 1
    return titled and phrase.bearer is Gender.UNKNOWN and not Government.of(frame.cue).person


def is_surname(page: Page, phrase: NounPhrase) -> bool:
    """Whether a single word stands after a given name elsewhere in the text: ``نادية الجندي``."""
    single = phrase.last - phrase.first == 1
    word = without_clitic(page.lexicon, page.forms[phrase.first : phrase.last], phrase.letters)
    return single and word in page.once(_surnames)


def _surnames(page: Page) -> frozenset[str]:
    """The words with the article that stand after a given name: ``نادية الجندي``، ``عبد الكريم``."""
    after = enumerate(page.forms[1:])
    return frozenset(form for index, form in after if form.startswith("ال") and page.is_given_name(index))


def as_name(phrase: NounPhrase) -> NounPhrase:
    """The phrase of a single word as a name, whatever noun it is too."""
    return evolve(phrase, head=None, names=(phrase.first,), heads=())


def addressee_of(frame: Frame) -> NounPhrase | None:
    """The addressee that a unit of the frame names."""
    units = (unit for unit in frame.units[frame.at + 1 :] if unit.letter == "D")
    return next((unit.phrase for unit in units if unit.phrase is not None), None)


def medium_of(frame: Frame) -> tuple[int, int] | None:
    """Token indices of the medium: ``في بيان``."""
    unit = frame.after("M") or frame.before("M")
    return (unit.first, unit.last) if unit else None


def phrase_after(page: Page, index: int, limit: int, *, li: bool = False) -> NounPhrase | None:
    """The noun phrase at ``index``, with لـ before it or not (``وفقاً للوزارة``).

    ``li`` tells that لـ must stand before it: after وفقاً, لحسن is ل and حسن, not the name لحسن.
    """
    if index >= limit:
        return None
    start, letters = _without_li(page, index, limit, li=li)
    phrase = parse_phrase(page, start, limit, letters)
    unknown = phrase is not None and phrase.head is None and not phrase.named
    return as_name(phrase) if phrase is not None and unknown and is_surname(page, phrase) else phrase


def _without_li(page: Page, index: int, limit: int, *, li: bool) -> tuple[int, int]:
    """Where the phrase behind لـ begins, and how many letters of that token the لـ is."""
    form = page.forms[index]
    if form == "ل" and index + 1 < limit:
        return index + 1, 0
    if form.startswith("لل") and len(form) > 3:
        return index, 1
    whole = not li and (page.noun(index, limit) or page.is_given_name(index))
    behind = page.noun(index, limit, 1) or page.is_given_name(index, 1)
    return index, int(form[0] == "ل" and not whole and bool(behind))  # وفقاً لوزير النقل، لخالد المصري
