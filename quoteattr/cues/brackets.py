"""Round brackets that a paper sets as quotation marks: ``وقال: (لن نتراجع)``، ``ان الحادث ( قضاء وقدر )``.

Papers with no other marks at hand set them. A bracket is taken for a mark only where something
introduces words right before it, and then for the others of a text that has no other marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quoteattr.cues.detection import CueMatch
from quoteattr.lexicon.lexicon import Lexicon
from quoteattr.text.marks import Marking, Pair
from quoteattr.text.tokens import BREAK, Tokens, is_word
from quoteattr.values import Form, Sense

_FAMILY = "bracket"
_LONGEST = 120
_FEWEST = 2


def with_brackets(tokens: Tokens, marking: Marking, cues: Sequence[CueMatch], lexicon: Lexicon) -> Marking:
    """The marking with the brackets that hold speech as marked stretches of their own."""
    if "(" not in tokens.forms:
        return marking
    cue_before = {cue.last: cue for cue in cues}
    found = [pair for pair in _brackets(tokens) if _holds_words(tokens, pair, lexicon)]
    sure = [pair for pair in found if _is_introduced(tokens, pair, cue_before, lexicon)]
    inside = [(pair.open, pair.close) for pair in marking.pairs]
    chosen = found if sure and not marking.pairs else sure
    free = [
        pair for pair in chosen if not any(first < pair.close and pair.open < last for first, last in inside)
    ]
    if not free:
        return marking
    return Marking(tuple(sorted((*marking.pairs, *free), key=lambda pair: pair.open)), marking.strays)


def _brackets(tokens: Tokens) -> Iterator[Pair]:
    opened = -1
    for index, form in enumerate(tokens.forms):
        if form == "(":
            opened = index
        elif form == BREAK:
            opened = -1
        elif form == ")" and opened >= 0:
            if index - opened <= _LONGEST:
                yield Pair(opened, index, _FAMILY, 0)
            opened = -1


def _holds_words(tokens: Tokens, pair: Pair, lexicon: Lexicon) -> bool:
    """Whether a bracket can hold speech: some Arabic words, no remark (``(اسم مستعار)``) and no number."""
    words = [form for form in tokens.forms[pair.open + 1 : pair.close] if is_word(form)]
    if len(words) < _FEWEST or not any(len(word) > 1 for word in words):
        return False
    remark = words[0] in lexicon.roles["remark"] or words[1] in lexicon.roles["remark"]
    foreign = sum(1 for word in words if word[0].isdigit() or word[0].isascii())
    return not remark and foreign * 2 < len(words)


def _is_introduced(tokens: Tokens, pair: Pair, cue_before: dict[int, CueMatch], lexicon: Lexicon) -> bool:
    """Whether a colon, a complementiser or a verb of saying stands right before a bracket."""
    if pair.open == 0:
        return False
    before = tokens.forms[pair.open - 1]
    if before == ":" or before in lexicon.roles["complementiser"]:
        return True
    cue = cue_before.get(pair.open)
    if cue is None:
        return False
    says = cue.form in (Form.VERB, Form.PARTICIPLE) and cue.sense in (Sense.SAY, Sense.CONTINUE)
    return cue.kind in ("distance", "noun", "post") or (says and not cue.homograph)
