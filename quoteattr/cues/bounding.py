"""Where a stretch that nobody closed ends: at a line, or a participle, with which the reporter goes on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise

from attrs import evolve

from quoteattr.cues.detection import CueMatch
from quoteattr.lexicon.inflection import ACCUSATIVE
from quoteattr.lexicon.lexicon import Lexicon
from quoteattr.text.marks import Marking, Pair
from quoteattr.text.tokens import BREAK, Tokens
from quoteattr.values import Form


def bounded(tokens: Tokens, marking: Marking, cues: tuple[CueMatch, ...], lexicon: Lexicon) -> Marking:
    """End a stretch that nobody closed where the reporter goes on: ``«… خاصة، مؤكداً أن …``."""
    lines, turns = _new_lines(tokens, lexicon), _participles(tokens, cues)

    def ended(pair: Pair) -> Pair:
        line = bisect_left(lines, pair.open + 2)
        if line < len(lines) and lines[line] < pair.close - 1:
            return evolve(pair, close=lines[line])
        turn = bisect_right(turns, pair.open + 2)
        if turn < len(turns) and turns[turn] < pair.close:
            return evolve(pair, close=turns[turn] - 1)
        return pair

    return Marking(tuple(pair if pair.closed else ended(pair) for pair in marking.pairs), marking.strays)


def _new_lines(tokens: Tokens, lexicon: Lexicon) -> list[int]:
    """The line ends before a past verb, where the reporter goes on: ``«… مقصر ⏎ جاء ذلك``."""
    found: list[int] = []
    for index, (form, following) in enumerate(pairwise(tokens.forms)):
        if form == BREAK:
            after = following.removeprefix("و")
            if (after in lexicon.verb_forms or after in lexicon.acting) and after[0] not in "يتن":
                found.append(index)
    return found


def _participles(tokens: Tokens, cues: tuple[CueMatch, ...]) -> list[int]:
    """The participles after a comma that tell how the reporter's own clause goes on."""
    return [
        cue.first
        for cue in cues
        if cue.form is Form.PARTICIPLE
        and cue.first
        and tokens.forms[cue.first - 1] in "،,"
        and tokens.forms[cue.first].endswith(ACCUSATIVE)
    ]
