"""The language of patterns: regular expressions over the letters of a frame, and nothing more.

A pattern may have letters, ``.``, ``[VPN]``, ``[^KQ]``, groups ``(...)`` and ``(?:...)``, ``|``, the
repeats ``* + ? {2} {1,3}``, ``^`` and ``$``, and lookaheads ``(?=...)`` and ``(?!...)``, not one in the
other. What such a pattern can match is decidable, so that a rule that never can is told at once.
"""

from __future__ import annotations

import re

from attrs import frozen

from quoteattr.rules.frame import LETTER_NAMES

LETTERS = frozenset(LETTER_NAMES)
_REPEATS = {"*": (0, None), "+": (1, None), "?": (0, 1)}
_COUNT = re.compile(r"\{(\d+)(?:(,)(\d*))?\}")


@frozen
class OneOf:
    """One letter out of some."""

    letters: frozenset[str]


@frozen
class Edge:
    """``^`` or ``$``: the first or the last place of a frame."""

    sign: str


@frozen
class Sequence:
    """One piece after the other; none is the empty pattern."""

    pieces: tuple[Node, ...]


@frozen
class Choice:
    """One of several pieces."""

    pieces: tuple[Node, ...]


@frozen
class Repeat:
    """A piece, from ``least`` to ``most`` times; ``most`` is None where there is no limit."""

    piece: Node
    least: int
    most: int | None


@frozen
class Ahead:
    """A lookahead; ``wanted`` is false where what it looks for must not follow."""

    piece: Node
    wanted: bool


Node = OneOf | Edge | Sequence | Choice | Repeat | Ahead


class PatternError(ValueError):
    """A sign that no pattern over letters has; the message names it and its place."""


def parse_pattern(pattern: str) -> Node:
    """The pieces of a pattern. Raises PatternError."""
    parser = _Parser(pattern)
    node = parser.choice()
    if parser.at < len(pattern):
        raise parser.error("expected no more")
    return node


class _Parser:
    """Reads a pattern from left to right: ``at`` is the next sign, ``ahead`` whether in a lookahead."""

    def __init__(self, pattern: str) -> None:
        self.pattern, self.at, self.ahead = pattern, 0, False

    def error(self, expected: str) -> PatternError:
        found = repr(self.pattern[self.at]) if self.at < len(self.pattern) else "the end"
        return PatternError(f"{expected}, found {found} at position {self.at}")

    def took(self, sign: str) -> bool:
        taken = self.pattern.startswith(sign, self.at)
        self.at += len(sign) * taken
        return taken

    def choice(self) -> Node:
        pieces = [self.sequence()]
        while self.took("|"):
            pieces.append(self.sequence())
        return pieces[0] if len(pieces) == 1 else Choice(tuple(pieces))

    def sequence(self) -> Node:
        pieces = []
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            pieces.append(self.repeated(self.piece()))
        return pieces[0] if len(pieces) == 1 else Sequence(tuple(pieces))

    def repeated(self, piece: Node) -> Node:
        counted = _COUNT.match(self.pattern, self.at)
        if counted is not None:
            least, comma, most = counted.groups()
            self.at = counted.end()
            limit = int(most) if most else None if comma else int(least)
            return Repeat(piece, int(least), limit)
        for sign, (fewest, limit) in _REPEATS.items():
            if self.took(sign):
                return Repeat(piece, fewest, limit)
        return piece

    def piece(self) -> Node:
        for opening, wanted in (("(?=", True), ("(?!", False)):
            if self.took(opening):
                return Ahead(self.looked_for(), wanted)
        if self.took("(?:") or (not self.pattern.startswith("(?", self.at) and self.took("(")):
            return self.closed()
        if self.took("["):
            return self.one_of()
        sign = self.pattern[self.at]
        if sign in "^$":
            self.at += 1
            return Edge(sign)
        if sign != "." and sign not in LETTERS:
            raise self.error("expected a letter of a frame, or a sign of a pattern over letters")
        self.at += 1
        return OneOf(LETTERS if sign == "." else frozenset(sign))

    def closed(self) -> Node:
        node = self.choice()
        if not self.took(")"):
            raise self.error("expected )")
        return node

    def looked_for(self) -> Node:
        if self.ahead:
            raise self.error("expected no lookahead in a lookahead")
        self.ahead = True
        node = self.closed()
        self.ahead = False
        return node

    def one_of(self) -> Node:
        others = self.took("^")
        letters = set()
        while not self.took("]"):
            if self.at == len(self.pattern) or self.pattern[self.at] not in LETTERS:
                raise self.error("expected a letter of a frame or ]")
            letters.add(self.pattern[self.at])
            self.at += 1
        return OneOf(LETTERS - letters if others else frozenset(letters))


def may_be_empty(node: Node) -> bool:
    """Whether a pattern can match without a letter, wherever it stands."""
    match node:
        case OneOf():
            return False
        case Sequence(pieces):
            return all(map(may_be_empty, pieces))
        case Choice(pieces):
            return any(map(may_be_empty, pieces))
        case Repeat(piece, least, _):
            return least == 0 or may_be_empty(piece)
        case _:
            return True  # an edge, a lookahead
