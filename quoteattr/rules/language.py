"""Whether a pattern can match any frame: the frames that it matches, looked for letter by letter.

A state is what must still be matched, as stacks of pieces; a letter takes a state to others. All
stacks must come to their end (the pattern, the shape of a frame, what a lookahead wants), and none
of those that a lookahead does not want may. There are finitely many states, so the search ends.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from quoteattr.rules.pattern import (
    LETTERS,
    Ahead,
    Choice,
    Edge,
    Node,
    OneOf,
    Repeat,
    Sequence,
    parse_pattern,
)

# The frames that there are: around a verb, participle or noun of saying, and around an attribution.
FRAMES = "^(?:(?:Q?S?|SR)[VPN][SAMDROF]*(?:[QEN]|[TK][QW]?)|[QWY]?[BC](?:P|V?S?)[QWE]?)$"

Stack = tuple[Node, ...]
Stacks = frozenset[Stack]
_NONE: Stacks = frozenset()
_ALL_LETTERS = "".join(sorted(LETTERS))


@frozen
class _State:
    """``wanted`` stacks must come to their end, of a group in ``unwanted`` none may."""

    wanted: Stacks
    unwanted: frozenset[Stacks] = frozenset()


def frame_matching(pattern: Node) -> str | None:
    """A frame that a pattern is found in, by its letters; None where there is no such frame."""
    anywhere = Repeat(OneOf(LETTERS), 0, None)
    start = _State(frozenset(((anywhere, pattern), (parse_pattern(FRAMES),))))
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
    carried: set[Stacks] = set()
    for group in state.unwanted:
        moved = _group_after(group, letter, first=first)
        if moved is None:
            return
        carried.add(moved)
    states = [_State(_NONE, frozenset(carried - {_NONE}))]
    for stack in state.wanted:
        steps = [*_steps(stack, letter, first=first)]
        states = [
            _State(known.wanted | step.wanted, known.unwanted | step.unwanted)
            for known in states
            for step in steps
        ]
    yield from states


def _group_after(group: Stacks, letter: str, *, first: bool) -> Stacks | None:
    """What is left of stacks that are not wanted; None where one of them has come to its end."""
    left: Stacks = _NONE
    for stack in group:
        for step in _steps(stack, letter, first=first):
            if not step.wanted:
                return None
            left |= step.wanted
    return left


def _steps(stack: Stack, letter: str, *, first: bool, seen: Stacks = _NONE) -> Iterator[_State]:
    """What a stack leaves to be matched behind a letter, one state for each way to match it.

    ``seen`` holds the stacks on the way here, so that a repeat of nothing is not repeated for ever.
    """
    if not stack:
        yield _State(_NONE)
        return
    if stack in seen:
        return
    piece, rest, seen = stack[0], stack[1:], seen | {stack}
    match piece:
        case OneOf(letters):
            if letter and letter in letters:
                yield _State(frozenset((rest,)))
        case Edge(sign):
            if first if sign == "^" else not letter:
                yield from _steps(rest, letter, first=first, seen=seen)
        case Ahead(inner, wanted):
            yield from _looking(inner, rest, letter, first=first, wanted=wanted)
        case _:
            for way in _ways(piece):
                yield from _steps((*way, *rest), letter, first=first, seen=seen)


def _ways(piece: Sequence | Choice | Repeat) -> Iterator[Stack]:
    """The ways to match a piece that is made of others."""
    match piece:
        case Sequence(pieces):
            yield pieces
        case Choice(pieces):
            yield from ((one,) for one in pieces)
        case Repeat(one, least, most):
            if least == 0:
                yield ()
            if most is None or most > 0:
                yield one, Repeat(one, max(least - 1, 0), None if most is None else most - 1)


def _looking(inner: Node, rest: Stack, letter: str, *, first: bool, wanted: bool) -> Iterator[_State]:
    """Both what a lookahead asks for and what follows the lookahead."""
    if wanted:
        asked = [*_steps((inner,), letter, first=first)]
    else:
        left = _group_after(frozenset(((inner,),)), letter, first=first)
        asked = [] if left is None else [_State(_NONE, frozenset((left,)) - {_NONE})]
    for one in asked:
        for step in _steps(rest, letter, first=first):
            yield _State(one.wanted | step.wanted, one.unwanted | step.unwanted)
