"""Where content begins after a cue: a complementiser, a colon, a mark, another cue, or nowhere."""

from __future__ import annotations

from attrs import frozen

from quoteattr.cues.detection import CueMatch
from quoteattr.cues.page import Page
from quoteattr.rules.marked_names import holds_name, names_subject
from quoteattr.rules.stopping import stops, takes_up
from quoteattr.speakers.phrase import parse_phrase
from quoteattr.text.marks import Pair
from quoteattr.text.tokens import BREAK, is_word
from quoteattr.values import Form, Sense

_FARTHEST = 70
_DOTS = frozenset(("..", "...", "…"))


@frozen
class Opener:
    """What opens the content: its letter, its token, and where the words between cue and it end.

    ``content`` is the first token of the content; ``pair`` is the marked stretch of a ``Q``.
    """

    letter: str
    index: int
    region_end: int
    content: int
    pair: Pair | None = None


def find_opener(page: Page, cue: CueMatch, bound: int) -> Opener:
    """The opener of a cue's content within its sentence; letter ``E`` where there is none."""
    index = cue.last
    end = min(bound, cue.last + _FARTHEST)
    while index < end:
        form = page.forms[index]
        if index in page.opens:
            pair = page.opens[index]
            if holds_name(page, cue, pair, bound) or names_subject(page, cue, pair, bound):
                index = pair.close + 1
                continue
            return Opener("Q", index, index, index, pair)
        if form == ":" or (form in _DOTS and _closes_attribution(page, cue, index)):
            return _colon(page, index, bound)
        if page.is_complementiser(index):
            before = page.forms[index - 1]
            if before in page.roles["no_complementiser"] and index > cue.last:
                return Opener("E", index - 1, index - 1, index - 1)
            # أشار إلى أن; but in فهد علي إن the word is a name
            governed = before in page.roles["clause_preposition"] and (
                before != "علي" or page.classes(index - 1)
            )
            region = index - 1 if governed and index - 1 >= cue.last else index
            return Opener("T", index, region, index + 1)
        if form in page.roles["question_word"] and _asks(cue):
            first = index - 1 if page.forms[index - 1] == "ما" else index
            return Opener("T", first, first, first)
        other = page.cue_at.get(index)
        if other is not None and (stops(page, other) or takes_up(page, cue, other)):
            return Opener(
                "N" if other.kind == "noun" or other.form is Form.VERBAL_NOUN else "X", index, index, index
            )
        if form == "؛" and not (index + 1 < end and page.is_complementiser(index + 1)):
            return Opener("E", index, index, index)
        index += 1
    return _after_line(page, bound) or Opener("E", min(index, bound), min(index, bound), min(index, bound))


def _asks(cue: CueMatch) -> bool:
    return "q" in cue.complements


def _closes_attribution(page: Page, cue: CueMatch, index: int) -> bool:
    """Whether two dots stand for a colon: ``قالت معاليها .. لدينا لجنة``، ``واستطرد قائلا .. الدوري طويل``.

    Only right after a verb of saying, or after a subject of a few words.
    """
    if cue.homograph or cue.sense not in (Sense.SAY, Sense.CONTINUE, Sense.ANSWER):
        return False
    phrase = parse_phrase(page, cue.last, index) if index > cue.last else None
    return index == cue.last or (phrase is not None and phrase.last == index)


def _colon(page: Page, index: int, bound: int) -> Opener:
    after = index + 1
    while after < len(page.tokens) and page.forms[after] in (BREAK, "-", "–", "—", "..", "..."):
        after += 1
    if after in page.opens:
        return Opener("K", index, index, after, page.opens[after])
    return Opener("K", index, index, min(after, bound) if after >= bound else after)


def _after_line(page: Page, bound: int) -> Opener | None:
    """A mark that opens the line after a sentence without content: ``وقال الوزير`` ⏎ ``"…"``."""
    after = bound
    if page.layout.paragraphs and bound <= page.layout.paragraphs[0][1]:
        return None  # a headline: the text below begins anew
    while after < len(page.tokens) and page.forms[after] == BREAK:
        after += 1
    if after in page.opens and after > bound and is_word(page.forms[bound - 1]):
        return Opener("Q", bound, bound, after, page.opens[after])
    return None
