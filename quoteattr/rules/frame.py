"""A frame: what stands around a cue, one letter a unit, for the rules to match.

Letters of a frame, in reading order:

=== =============================================================================================
V   finite verb                       P  participle             N  verbal noun (قوله)
B   preposition (بحسب)                C  clause of attribution (حسبما، كما) before its verb
S   the speaker's phrase              F  the source of a relay (عن مسؤول)
A   adjunct of time, place, manner    M  medium (في بيان)       D  addressee (للصحفيين)
R   relative clause or pronoun        O  words that none of these explains: an object
T   complementiser (أنّ، إنّ)           K  colon                  Q  marked stretch
W   unmarked words of content         E  nothing more in this sentence
Y   words that a verb of the same sentence attributes already
=== =============================================================================================
"""

from __future__ import annotations

from attrs import field, frozen

from quoteattr.cues.detection import CueMatch
from quoteattr.cues.page import Page
from quoteattr.speakers.phrase import NounPhrase
from quoteattr.text.marks import Pair

# What each letter is called where a decision is explained.
LETTER_NAMES = {
    "V": "verb",
    "P": "participle",
    "N": "noun of saying",
    "B": "preposition of attribution",
    "C": "clause of attribution",
    "S": "speaker",
    "F": "source",
    "A": "adjunct",
    "M": "medium",
    "D": "addressee",
    "R": "relative clause",
    "O": "object",
    "T": "complementiser",
    "K": "colon",
    "Q": "marks",
    "W": "words",
    "E": "end of the sentence",
    "Y": "words with a verb of their own",
}


@frozen
class Unit:
    """One unit of a frame: its letter, its token indices (half open), and what was read there."""

    letter: str
    first: int
    last: int
    phrase: NounPhrase | None = None
    pair: Pair | None = None


@frozen
class Frame:
    """A cue with the units before and after it.

    ``pattern`` has one letter a unit, so that a match of it names units by their positions;
    ``at`` is the position of the cue. ``bound`` is where the frame's sentence or marked stretch ends.
    """

    cue: CueMatch
    units: tuple[Unit, ...] = field(repr=False)
    at: int
    bound: int
    pattern: str = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "pattern", "".join(unit.letter for unit in self.units))

    def described(self) -> str:
        """The units by name, for a reader: ``verb, speaker, complementiser, words``."""
        return ", ".join(LETTER_NAMES[unit.letter] for unit in self.units)

    def after(self, letter: str) -> Unit | None:
        """The first unit with this letter after the cue."""
        return next((unit for unit in self.units[self.at + 1 :] if unit.letter == letter), None)

    def before(self, letter: str) -> Unit | None:
        """The nearest unit with this letter before the cue."""
        return next((unit for unit in reversed(self.units[: self.at]) if unit.letter == letter), None)


def bound_of(page: Page, index: int) -> tuple[int, int]:
    """Where the sentence, or the marked stretch inside it, that holds a token begins and ends."""
    sentence = page.sentence_of(index)
    around = page.enclosing(index)
    if around is None:
        return sentence.first, sentence.last
    first, last = around.open + 1, around.close
    for cut in range(index, first, -1):
        if page.forms[cut - 1] in _ENDS:
            first = cut
            break
    for cut in range(index, last):
        if page.forms[cut] in _ENDS:
            last = cut + 1
            break
    return first, last


_ENDS = frozenset(".؟?!\n")
