"""Whether a pattern can match any frame: the frames that it matches, looked for letter by letter.

A state is what must still be matched, as stacks of pieces; a letter takes a state to others. All
stacks must come to their end (the pattern, the shape of a frame, what a lookahead wants), and none
of those that a lookahead does not want may. There are finitely many states, so the search ends.
"""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.rules.pattern import LETTERS, Ahead, Choice, Piece, Repeat, Stack, parse_pattern

# The frames that there are: around a verb, participle or noun of saying, and around an attribution.
FRAMES = "^(?:(?:Q?S?|SR|W)[VPN][SAMDROF]*(?:[QEN]|[TK][QW]?)|[QWY]?[BC](?:P|V?S?)[QWE]?)$"

Stacks = frozenset[Stack]
# The stacks that must come to their end, and groups of which no stack may.
_State = tuple[Stacks, frozenset[Stacks]]

_NONE: Stacks = frozenset()
_DONE: _State = (_NONE, frozenset())
_ALL_LETTERS = "".join(sorted(LETTERS))


def frame_matching(pattern: Piece) -> str | None:
    """A frame that a pattern is found in, by its letters; None where there is no such frame."""
    anywhere = Repeat(LETTERS, 0, None)
    start: _State = (frozenset(((anywhere, pattern), (parse_pattern(FRAMES),))), frozenset())
    seen = {start: ""}
    waiting = [start]
    while waiting:
        state = waiting.pop()
        word = seen[state]
        if any(True for _ in _after(state, "", first=not word)):
            return word
        for letter in _ALL_LETTERS:
            for following in _after(state, letter, first=not word):
                if following not in seen:
                    seen[following] = word + letter
                    waiting.append(following)
    return None


def _after(state: _State, letter: str, *, first: bool) -> Iterator[_State]:
    """The states that a letter leads to; with an empty ``letter`` those at the end of the frame."""
    wanted, unwanted = state
    carried: set[Stacks] = set()
    for group in unwanted:
        moved = _group_after(group, letter, first=first)
        if moved is None:
            return
        carried.add(moved)
    states: list[_State] = [(_NONE, frozenset(carried - {_NONE}))]
    for stack in wanted:
        steps = [*_steps(stack, letter, first=first)]
        states = [_both(known, step) for known in states for step in steps]
    yield from states


def _both(one: _State, other: _State) -> _State:
    return one[0] | other[0], one[1] | other[1]


def _group_after(group: Stacks, letter: str, *, first: bool) -> Stacks | None:
    """What is left of stacks that are not wanted; None where one of them has come to its end."""
    left: Stacks = _NONE
    for stack in group:
        for wanted, _ in _steps(stack, letter, first=first):
            if not wanted:
                return None
            left |= wanted
    return left


def _steps(stack: Stack, letter: str, *, first: bool, seen: Stacks = _NONE) -> Iterator[_State]:
    """What a stack leaves to be matched behind a letter, one state for each way to match it.

    ``seen`` holds the stacks on the way here, so that a repeat of nothing is not repeated for ever.
    """
    if not stack:
        yield _DONE
        return
    if stack in seen:
        return
    piece, rest, seen = stack[0], stack[1:], seen | {stack}
    match piece:
        case frozenset():
            if letter in piece:
                yield frozenset((rest,)), frozenset()
        case str():
            if first if piece == "^" else not letter:
                yield from _steps(rest, letter, first=first, seen=seen)
        case Ahead():
            for one in _looking(piece, letter, first=first):
                yield from (_both(one, step) for step in _steps(rest, letter, first=first))
        case _:
            for way in _ways(piece):
                yield from _steps((*way, *rest), letter, first=first, seen=seen)


def _ways(piece: Choice | Repeat) -> Iterator[Stack]:
    """The ways to match a piece that is made of others."""
    if isinstance(piece, Choice):
        yield from piece.ways
        return
    if piece.least == 0:
        yield ()
    if piece.most is None or piece.most > 0:
        most = None if piece.most is None else piece.most - 1
        yield piece.piece, Repeat(piece.piece, max(piece.least - 1, 0), most)


def _looking(ahead: Ahead, letter: str, *, first: bool) -> Iterator[_State]:
    """What a lookahead asks of the letters that follow."""
    if ahead.wanted:
        yield from _steps((ahead.piece,), letter, first=first)
        return
    left = _group_after(frozenset(((ahead.piece,),)), letter, first=first)
    if left is not None:
        yield _NONE, frozenset((left,)) - {_NONE}
