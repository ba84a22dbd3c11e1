"""What a form shows by its letters and its tables at a glance, as bits of one number.

Bits, since they are asked for at every word of every phrase. A bit may be wider than the rule that asks
for it and never narrower: where it is not set, the rule passes.
"""

from __future__ import annotations

from typing import Final

SIGN: Final = 1  # punctuation, a mark, a line end
LISTED: Final = 2  # a function word, or a word with a role
NOUN: Final = 4  # may begin a known noun
ACT: Final = 8  # may be a verb of action, also with a clitic
LEADS: Final = 16  # may be or begin a cue
CLITIC: Final = 32  # begins with a letter that may be a clitic, or is one
ARTICLE: Final = 64
PRONOUN: Final = 128  # ends with a letter that a pronoun ends with
FEMININE: Final = 256  # ends as feminine nouns do
MASDAR: Final = 512  # may have the shape of a verbal noun, or is a common noun
DIGIT: Final = 1024
MOOD: Final = 2048  # may be a first person, or an active participle in the accusative
EVERY: Final = 4095

_MASDAR_LENGTHS = range(5, 8)


def shape_traits(form: str) -> int:
    """The bits that the letters of a form set; none for an empty one."""
    if not form:
        return 0
    first, last = form[0], form[-1]
    return (
        CLITIC * (first in "وفبلك" or len(form) == 1)
        | ARTICLE * form.startswith("ال")
        | PRONOUN * (last in "هام")
        | FEMININE * (last in "ةت")
        | MASDAR * (len(form) in _MASDAR_LENGTHS and (first, form[-2]) in (("ا", "ا"), ("ت", "ي")))
        | DIGIT * first.isdigit()
        | MOOD * (first == "ن" or form.endswith("نا") or (first == "م" and last == "ا"))
    )
