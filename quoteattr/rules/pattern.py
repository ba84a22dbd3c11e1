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
_COUNT = r"\{(\d+)(?:(,)(\d*))?\}"


@frozen
class Choice:
    """One of several ways; a way is pieces one after the other, and may be none."""

    ways: tuple[Stack, ...]


@frozen
class Repeat:
    """A piece, from ``least`` to ``most`` times; ``most`` is None where there is no limit."""

    piece: Piece
    least: int
    most: int | None


@frozen
class Ahead:
    """A lookahead; ``wanted`` is false where what it looks for must not follow."""

    piece: Piece
    wanted: bool


# A set is one letter out of it; ^ and $ are the first and the last place of a frame.
Piece = frozenset[str] | str | Choice | Repeat | Ahead
Stack = tuple[Piece, ...]


class PatternError(ValueError):
    """A sign that no pattern over letters has; the message names it and its place."""


def parse_pattern(pattern: str) -> Piece:
    """The pieces of a pattern. Raises PatternError."""
    parser = _Parser(pattern)
    piece = parser.choice()
    if parser.at < len(pattern):
        raise parser.error("expected no more")
    return piece


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

    def choice(self) -> Piece:
        ways = [self.way()]
        while self.took("|"):
            ways.append(self.way())
        return Choice(tuple(ways))

    def way(self) -> Stack:
        pieces = []
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            pieces.append(self.repeated(self.piece()))
        return tuple(pieces)

    def repeated(self, piece: Piece) -> Piece:
        counted = re.match(_COUNT, self.pattern[self.at :]) if self.pattern[self.at :][:1] == "{" else None
        if counted is not None:
            least, comma, most = counted.groups()
            self.at += counted.end()
            limit = int(most) if most else None if comma else int(least)
            return Repeat(piece, int(least), limit)
        for sign, (fewest, limit) in _REPEATS.items():
            if self.took(sign):
                return Repeat(piece, fewest, limit)
        return piece

    def piece(self) -> Piece:
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
            return sign
        if sign != "." and sign not in LETTERS:
            raise self.error("expected a letter of a frame, or a sign of a pattern over letters")
        self.at += 1
        return LETTERS if sign == "." else frozenset(sign)

    def closed(self) -> Piece:
        piece = self.choice()
        if not self.took(")"):
            raise self.error("expected )")
        return piece

    def looked_for(self) -> Piece:
        if self.ahead:
            raise self.error("expected no lookahead in a lookahead")
        self.ahead = True
        piece = self.closed()
        self.ahead = False
        return piece

    def one_of(self) -> Piece:
        others = self.took("^")
        letters = set()
        while not self.took("]"):
            if self.at == len(self.pattern) or self.pattern[self.at] not in LETTERS:
                raise self.error("expected a letter of a frame or ]")
            letters.add(self.pattern[self.at])
            self.at += 1
        return LETTERS - letters if others else frozenset(letters)


def may_be_empty(piece: Piece) -> bool:
    """Whether a pattern can match without a letter, wherever it stands."""
    if isinstance(piece, Choice):
        return any(all(map(may_be_empty, way)) for way in piece.ways)
    if isinstance(piece, Repeat):
        return piece.least == 0 or may_be_empty(piece.piece)
    return not isinstance(piece, frozenset)  # an edge, a lookahead
