"""Laws of spelling: marks, diacritics and the seats of hamza say nothing about who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hypothesis import strategies as st

import quoteattr.extraction
from quoteattr.testing.comparison import assert_same
from quoteattr.testing.oracle import Extract
from quoteattr.testing.variation import Change, Variation
from quoteattr.text.letters import TATWEEL
from quoteattr.text.marks import FAMILIES, Pair, pair_marks
from quoteattr.text.tokens import tokenise

_ANY = quoteattr.extraction.extract

STYLES = (
    ("«", "»"),
    ("»", "«"),
    ('"', '"'),
    ("“", "”"),
    ("”", "“"),
    ("„", "“"),
    ("''", "''"),
    ("((", "))"),
    ("&quot;", "&quot;"),
)
# Not damma and shadda: they tell words apart (قُتل, ذكّر).
_VOWELS = ("َ", "ِ", "ْ")
# No sign stands on an alef or another long vowel, and no tatweel after a letter that joins nothing or
# between a clitic and its word (بـالسلام), where it is a matter of taste which of them it belongs to.
_CARRIER = "[بتثجحخسشصضطظعغفقكلمنه](?=[\u0621-\u064a])"
_CARRIERS = re.compile(_CARRIER)
_STRETCHED = re.compile(f"(?<=[\u0621-\u064a]{{2}}){_CARRIER}")
_LOOSE_ALEF = re.compile("[أإ]")
_SEAT = re.compile("ؤ(?=و)|ئ(?=و)")
_SEATS = {"ؤ": "ئ", "ئ": "ؤ", "أ": "ا", "إ": "ا"}


def marks_change(text: str, style: tuple[str, str], *, extract: Extract = _ANY) -> None:
    """The style of quotation marks: ``«لن نتراجع»`` and ``"لن نتراجع"`` are one speech.

    ``style`` is an opening and a closing sign. Pairs that are not closed, stand in other pairs or hold
    marks of that style are left as they are. Raises LawError.

    >>> marks_change("قالت الوزيرة: «المحصول في أمان».", ("“", "”"))
    """
    tokens = tokenise(text)
    family = FAMILIES.get({"&quot;": '"'}.get(style[0], style[0]), ("", 0))[0]
    changes = [
        Change(tokens.starts[at], tokens.ends[at], sign)
        for pair in _outermost(pair_marks(tokens).pairs, family)
        for at, sign in zip((pair.open, pair.close), style, strict=True)
    ]
    assert_same("another style of quotation marks", Variation(text, changes), extract)


def _outermost(pairs: Iterable[Pair], family: str) -> Iterator[Pair]:
    known = tuple(pairs)
    for pair in known:
        held = [other for other in known if pair.open < other.open < pair.close]
        if pair.depth == 0 and pair.closed and all(other.family != family for other in held):
            yield pair


def diacritics_change(text: str, signs: Iterable[tuple[int, str]], *, extract: Extract = _ANY) -> None:
    """Vowel signs and tatweel: ``قَال الوزير`` and ``قـال الوزير`` are ``قال الوزير``.

    ``signs`` are code points of letters of the text and the sign to put behind each; signs that tell
    another word of the same letters (``قُتل``, ``ذكّر``) are not for this law. Raises LawError.

    >>> diacritics_change("قال الوزير: «لن نتراجع».", [(0, "َ"), (8, "ـ")])
    """
    changes = [Change(at, at + 1, text[at] + sign) for at, sign in signs]
    assert_same("vowel signs and tatweel", Variation(text, changes), extract)


def diacritics(text: str) -> st.SearchStrategy[list[tuple[int, str]]]:
    """Signs for letters inside the words of a text."""
    places = [(found.start(), sign) for found in _CARRIERS.finditer(text) for sign in _VOWELS]
    places.extend((found.start(), TATWEEL) for found in _STRETCHED.finditer(text))
    if not places:
        return st.nothing()
    return st.lists(st.sampled_from(places), min_size=1, max_size=8, unique_by=lambda drawn: drawn[0])


def hamza_changes(text: str, places: Iterable[int], *, extract: Extract = _ANY) -> None:
    """A hamza left out on its alef, or on the seat of another school: ``اعلن`` is ``أعلن``, ``مسئول`` ``مسؤول``.

    ``places`` are code points of such hamzas. Raises LawError.

    >>> hamza_changes("أعلن مسؤولون أن الطريق مفتوح.", [0, 8, 14])
    """  # noqa: E501
    changes = [Change(at, at + 1, _SEATS.get(text[at], text[at])) for at in places]
    assert_same("a hamza left out or on another seat", Variation(text, changes), extract)


def hamzas(text: str) -> st.SearchStrategy[list[int]]:
    """The hamzas of a text that writers treat differently."""
    places = [found.start() for pattern in (_LOOSE_ALEF, _SEAT) for found in pattern.finditer(text)]
    if not places:
        return st.nothing()
    return st.lists(st.sampled_from(places), min_size=1, unique=True)
