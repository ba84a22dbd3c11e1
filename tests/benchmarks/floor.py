"""The least that pure Python can do with Arabic text, which no library built on it can undercut.

Fold the letters, cut into tokens with their offsets, pair the quotation marks, look every token up once in
a dictionary: nothing else. It finds no quotes; it is what ``extract`` is measured against.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import accumulate

_DROPPED = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200c-\u200f\u202a-\u202e\u2066-\u2069]"
)
_LETTERS = tuple(zip("أإآٱىیک", "ااااييك", strict=True))
_TOKENS = re.compile(r"\w+|\s+|\(\(|\)\)|[^\w\s]")
_CLOSING = {"«": "»", "“": "”", "”": "“", "((": "))", '"': '"', "‹": "›", "‘": "’"}
_MARKS = frozenset(_CLOSING) | frozenset(_CLOSING.values())

Place = tuple[int, int]


def fold(text: str) -> str:
    """The text without its harakat, letters that are spelt alike made one."""
    text = _DROPPED.sub("", text)
    for letter, plain in _LETTERS:
        text = text.replace(letter, plain)
    return text


def floor(text: str, words: Mapping[str, object]) -> tuple[list[Place], list[Place]]:
    """The places of the words in the dictionary, and the pairs of marks."""
    tokens = _TOKENS.findall(fold(text))
    starts = list(accumulate(map(len, tokens), initial=0))
    found = [(starts[number], starts[number + 1]) for number, token in enumerate(tokens) if token in words]
    pairs: list[Place] = []
    open_marks: list[tuple[str, int]] = []
    for number, token in enumerate(tokens):
        if token in _MARKS:
            if open_marks and _CLOSING.get(open_marks[-1][0]) == token:
                pairs.append((open_marks.pop()[1], starts[number]))
            elif token in _CLOSING:
                open_marks.append((token, starts[number]))
    return found, pairs
