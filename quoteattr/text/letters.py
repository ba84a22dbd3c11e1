"""Folding: one spelling for all the ways in which newspapers write the same word.

Each fold has a safety class:

* *invisible*: deleted, carries no letter (harakat, tatweel, bidi controls, zero-width signs);
* *same letter*: another code point for it (Persian ya and kaf, presentation forms, NFD hamza);
* *same word*: writers differ (hamza on alef, final ya and alef maqsura, the seat of a hamza).

A folded word is for look-ups only. What the difference between أن and إن proves is read from the
raw word; what is returned to the caller is always the caller's own text.
"""

from __future__ import annotations

import re
import unicodedata

HARAKAT = (
    "\u0610-\u061a\u064b-\u0653\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8"
    "\u06ea-\u06ed\u08d3-\u08e1\u08e3-\u08ff"
)
HAMZA_SIGNS = "\u0654\u0655"
CONTROLS = "\u200b-\u200f\u061c\u202a-\u202e\u2060-\u2069\ufeff\u00ad"
TATWEEL = "\u0640"
EDGES = frozenset(
    chr(code)
    for low, high in ((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2069))
    for code in range(low, high + 1)
) | {"\u061c", "\ufeff", "\u00ad"}

# Everything that may stand inside a word without being a letter of it.
UNSEEN = HARAKAT + HAMZA_SIGNS + CONTROLS + TATWEEL

_INVISIBLE = re.compile(f"[{HARAKAT}{CONTROLS}{TATWEEL}]+")
# NFD writes ؤ as و + U+0654; deleting the sign would turn مسؤول into مسوول.
_SEATED = re.compile("[\u0648\u064a\u0649]\u0654")
_PLAIN = re.compile("[\u0621-\u063a\u0641-\u064a]+")
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_LETTERS = str.maketrans(
    {
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ې": "ي",
        "ک": "ك",
        "ڪ": "ك",
        "ە": "ه",
        "ہ": "ه",
        "ھ": "ه",
        "ۀ": "ه",
        # The seat of a hamza is a matter of school: مسؤول in Beirut, مسئول in Cairo.
        "ؤ": "ء",
        "ئ": "ء",
        **{chr(0x0660 + digit): str(digit) for digit in range(10)},
        **{chr(0x06F0 + digit): str(digit) for digit in range(10)},
    }
)
# After tanwin has gone its alef stays: مضيفاً and مضيفا are one form.


def fold(word: str) -> str:
    """The folded spelling of one word.

    >>> fold("المسئولى"), fold("مُـضيفًا"), fold("ﻻ")
    ('المسءولي', 'مضيفا', 'لا')
    """
    if _PLAIN.fullmatch(word):
        return word.translate(_LETTERS)
    if _PRESENTATION.search(word):
        word = _PRESENTATION.sub(lambda found: _expand(found.group()), word)
    word = _SEATED.sub("ء", _INVISIBLE.sub("", word))
    return word.replace("\u0654", "").replace("\u0655", "").translate(_LETTERS)


def _expand(ligature: str) -> str:
    # NFKC gives the isolated forms of harakat a space to stand on.
    return unicodedata.normalize("NFKC", ligature).replace(" ", "")


def offset_of_letter(word: str, count: int) -> int:
    """Where, in the raw ``word``, the first ``count`` folded letters end.

    The answer is an index into ``word``. Harakat and controls that belong to the last of these
    letters stand before it, so that a clitic takes its own vowel along: in ``وَقال`` one letter
    ends at 2.

    >>> offset_of_letter("وَقال", 1)
    2
    """
    if count <= 0:
        return 0
    seen, index = 0, 0
    while index < len(word):
        step = 2 if _SEATED.match(word, index) else 1
        seen += len(fold(word[index : index + step]))
        index += step
        if seen >= count:
            break
    while index < len(word) and not fold(word[index]) and word[index] != TATWEEL:
        index += 1
    return index
