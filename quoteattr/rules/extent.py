"""How far reported content reaches: to the end of its sentence, or to the next attribution in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from attrs import evolve

from quoteattr.cues.page import Page
from quoteattr.lexicon.inflection import ACCUSATIVE
from quoteattr.rules.frame import Frame
from quoteattr.rules.rule import Draft
from quoteattr.text.tokens import BREAK, is_word
from quoteattr.values import Form, SpeakerKind

_LONGEST_TOPIC = 12
_STOPS = frozenset("،,؛.-–—") | {"..", "...", "…"}


def clause_start(page: Page, frame: Frame, low: int, contrasts: Sequence[int]) -> int | None:
    """Where the clause of an attribution begins, or None where it is part of a larger one.

    ``، مضيفاً أن`` and ``، وأكد الوزير أن`` begin one; ``الذي قال إن`` and ``أن زيداً يرى أن`` do not.
    """
    start = frame.cue.first
    subject = frame.before("S")
    if any(unit.letter == "R" for unit in frame.units[: frame.at]):
        return None
    if subject is not None:
        start = subject.first
    begun = frame.cue.form in (Form.PARTICIPLE, Form.PREPOSITION, Form.CLAUSE) or frame.cue.clitic[:1] in (
        "و",
        "ف",
    )
    if frame.cue.clitic[:1] in ("و", "ف") and subject is None:
        return start
    if frame.cue.form is Form.PARTICIPLE:
        number = bisect_left(contrasts, start) - 1
        if number >= 0 and contrasts[number] > low:
            return contrasts[number]  # ، فيما غادر المقاول القاعة قائلاً
    topic = _topic(page, start, low)
    if topic is not None and frame.cue.finite and frame.after("S") is not None:
        return topic
    index = start
    while index > low:
        before = page.forms[index - 1]
        match = _phrase_ending(page, index)
        if before in _STOPS or before == BREAK:
            begun = True
        elif before in page.roles["content_end"]:
            begun = begun or before not in ("قد", "ما", "الذي", "ذلك", "في")
        elif match is not None:
            begun, index = True, match + 1
        elif page.is_complementiser(index - 1) and page.forms[index - 2] in page.roles["no_complementiser"]:
            begun, index = True, index - 1  # ، رغم أن خطيبته تقول
        else:
            break
        index -= 1
    return index if begun and index > low else None


def _topic(page: Page, index: int, low: int) -> int | None:
    """Where the topic of a new clause begins: ``، وعن سبب غيابها صرحت الكاتبة بأن``."""
    for at in range(index - 1, max(low, index - _LONGEST_TOPIC), -1):
        if page.forms[at] in page.roles["topic"] and page.forms[at - 1] in "،,.":
            return at
        if page.forms[at] in "،,.؛" or at in page.cue_at or page.is_complementiser(at):
            return None
    return None


def _phrase_ending(page: Page, index: int) -> int | None:
    """The first token of a fixed phrase (من جانبه، في السياق ذاته) that ends before ``index``."""
    for first in range(index - 1, max(index - 5, -1), -1):
        match = page.cue_at.get(first)
        if match is not None and match.last == index and match.kind in ("turn", "not_cue"):
            return first
    return None


def cut_contents(page: Page, drafts: Sequence[tuple[Draft, Frame]], frames: Sequence[Frame]) -> list[Draft]:
    """The drafts with their open ends cut where the next attribution of the sentence begins.

    ``frames`` are those of all cues: a verb of speech with its subject begins a clause of the
    reporter too where its content is but a noun phrase (``، فقد أعلنت الشركة إطلاق …``).
    """
    cut: list[Draft] = []
    around = sorted(
        (*(frame for _, frame in drafts), *(frame for frame in frames if _acts(page, frame))),
        key=lambda frame: frame.cue.first,
    )
    comments, contrasts = _where_comments_may_begin(page), _contrasts(page)
    drafts = [(_without_comment(page, draft, comments), frame) for draft, frame in drafts]
    for draft, frame in drafts:
        if not draft.open_end:
            cut.append(draft)
            continue
        last = draft.last
        low = bisect_left(around, draft.first + 1, key=lambda frame: frame.cue.first)
        for other in map(around.__getitem__, range(low, len(around))):
            if other.cue.first >= last:
                break
            if other.cue.first == frame.cue.first:
                continue
            if page.enclosing(other.cue.first) != page.enclosing(draft.first):
                continue
            start = clause_start(page, other, draft.first, contrasts)
            if start is not None:
                last = min(last, start)
        cut.append(evolve(draft, last=_trimmed(page, draft.first, last)))
    return cut


def _acts(page: Page, frame: Frame) -> bool:
    if frame.cue.form is Form.PARTICIPLE:
        adverb = frame.cue.readings[0].surface.endswith(ACCUSATIVE)
        return adverb and not is_word(page.forms[frame.cue.first - 1])  # ، رافضاً الخوض في التفاصيل
    subject = frame.after("S")
    known = subject is not None and subject.phrase is not None and subject.phrase.head is not None
    joined = bool(frame.cue.clitic) or page.forms[frame.cue.first - 1] in page.roles["content_end"]
    return frame.cue.finite and not frame.cue.homograph and known and joined


def _where_comments_may_begin(page: Page) -> list[int]:
    words = {"دون"} | page.roles["comment"] | page.roles["reporter"] | page.roles["turn"]
    return [index for index, form in enumerate(page.forms) if form in words]


def _contrasts(page: Page) -> list[int]:
    """The words after a comma that turn to another subject."""
    words = page.roles["contrast"]
    return [at for at, form in enumerate(page.forms) if form in words and at and page.forms[at - 1] in "،,"]


def _without_comment(page: Page, draft: Draft, comments: Sequence[int]) -> Draft:
    """End open content before the reporter's own comment: ``، وهو ما اعتبره …``، ``، مما يعني …``."""
    if not draft.open_end:
        return draft
    inside = page.enclosing(draft.first)
    low = bisect_left(comments, draft.first + 2)
    for index in comments[low : bisect_left(comments, draft.last - 1)]:
        if (
            page.forms[index] == "دون"
            and page.forms[index + 1] in page.roles["unsaid"]
            and page.enclosing(index) == inside
        ):
            return evolve(draft, last=index - (page.forms[index - 1] == "من"))
        pair_free = page.forms[index - 1] in "،,؛"
        evaluated = page.forms[index] in page.roles["comment"] and page.forms[index + 1] == "ما"
        comment = page.forms[index] in page.roles["reporter"] or (evaluated and index + 2 in page.cue_at)
        comment = comment or (page.forms[index] in page.roles["turn"] and _tells_of_another(page, index + 1))
        if pair_free and comment and page.enclosing(index) == inside:
            return evolve(draft, last=index)
    return draft


def _trimmed(page: Page, first: int, last: int) -> int:
    while last > first + 1 and not is_word(page.forms[last - 1]) and last - 1 not in page.closes:
        if page.forms[last - 1] in ")]%?":
            break
        last -= 1
    return last


def _tells_of_another(page: Page, index: int) -> bool:
    """Whether a verb with another person or body begins: ``، فيما قدّر المقاول خسائره``."""
    if index + 1 >= len(page.tokens):
        return False
    found = page.noun(index + 1, len(page.tokens))
    kinds = (SpeakerKind.PERSON, SpeakerKind.BODY, SpeakerKind.OUTLET)
    return page.is_known_verb(index) and (
        (found is not None and found.head.kind in kinds) or page.is_given_name(index + 1)
    )
