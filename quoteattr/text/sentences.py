"""Paragraphs and sentences that do not break inside marks, initials, numbers or names."""

from __future__ import annotations

from attrs import frozen

from quoteattr.text.marks import Marking
from quoteattr.text.tokens import BREAK, Tokens, is_word

_TERMINAL = frozenset(".!؟?")
_CUTS = _TERMINAL | {BREAK}
# أ. ب.   د. سعود   م. ع: one letter and a dot are an initial or a title, not an end.
_LONGEST_INITIAL = 1
_SHORTEST_START = 3
# The names of Latin letters, as foreign initials are written: جون سي. ميلر.
_LETTER_NAMES = frozenset("سي دي جي تي بي اف ام ار كيو جاي اس ايه اتش كي يو جيه اي".split())


@frozen
class Sentence:
    """A sentence as token indices, half open, with the number of its paragraph."""

    first: int
    last: int
    paragraph: int


@frozen
class Layout:
    """The paragraphs of a text, as token indices, and its sentences in order."""

    paragraphs: tuple[tuple[int, int], ...]
    sentences: tuple[Sentence, ...]


def lay_out(tokens: Tokens, marking: Marking) -> Layout:
    """Cut a text into paragraphs (lines) and sentences."""
    inside = _inside_marks(len(tokens), marking)
    paragraphs: list[tuple[int, int]] = []
    sentences: list[Sentence] = []
    line_start = first = 0
    cuts = [index for index, form in enumerate(tokens.forms) if form in _CUTS]
    for index in (*cuts, len(tokens)):
        broken = index < len(tokens) and tokens.forms[index] == BREAK
        at_end = index == len(tokens) or (broken and not inside[index] and not _is_soft(tokens, index))
        if at_end:
            if index > line_start:
                number = len(paragraphs)
                paragraphs.append((line_start, index))
                if index > first:
                    sentences.append(Sentence(first, index, number))
            line_start = first = index + 1
        elif not broken and not inside[index] and _ends(tokens, index):
            if index > first:
                sentences.append(Sentence(first, index + 1, len(paragraphs)))
            first = index + 1
    return Layout(tuple(paragraphs), tuple(sentences))


def _is_soft(tokens: Tokens, index: int) -> bool:
    """Whether a line was only broken by hand: after a comma no paragraph ends."""
    after = tokens.forms[index + 1] if index + 1 < len(tokens) else BREAK
    return index > 0 and tokens.forms[index - 1] in "،," and is_word(after)


def _inside_marks(length: int, marking: Marking) -> bytearray:
    inside = bytearray(length + 1)
    for pair in marking.pairs:
        if pair.depth == 0:
            inside[pair.open : pair.close] = b"\x01" * (pair.close - pair.open)
    return inside


def _ends(tokens: Tokens, index: int) -> bool:
    form = tokens.forms[index]
    before = tokens.forms[index - 1] if index else BREAK
    after = tokens.forms[index + 1] if index + 1 < len(tokens) else BREAK
    if form == "?" and after[:1].isdigit() and tokens.adjacent(index + 1):
        return False  # ?47 من المستجوبين: a per cent sign that an encoding lost
    if form == "." and "." in (before, after):
        return False  # القلق . . . والتحليل
    if form != ".":
        # A mark of question or exclamation goes on where another, or a comma, follows.
        return after not in _TERMINAL and after not in "،,"
    initial = len(before) <= _LONGEST_INITIAL and before.isalpha() and before != "ه"
    if initial or before in _LETTER_NAMES:
        return False
    # العربية.نت   macrumors.com: glued on both sides; but …الخطير.وقالت lacks only its blank.
    glued = index + 1 < len(tokens) and tokens.adjacent(index + 1) and is_word(after)
    if glued and not tokens.adjacent(index) and after.startswith(("و", "ف", "ال")):
        return True  # المشروع .ومن الجدير: the blank stands on the wrong side
    return not glued or (after.startswith(("و", "ال")) and len(after) > _SHORTEST_START)
