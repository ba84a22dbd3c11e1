"""The measure of a verb, told from its lemma.

A shadda tells a doubled letter, and with the length of the word the measure: غرّد is the second,
كتب the first, ردّ the first of a doubled root.
"""

from __future__ import annotations

from attrs import frozen

from quoteattr.lexicon.tables import Place
from quoteattr.lexicon.verbs import SHADDA, WORD, with_shadda


@frozen
class Shape:
    """A lemma without vowels, its measure, and whether its last letter is doubled."""

    lemma: str
    measure: str
    doubled: bool

    @property
    def hollow(self) -> bool:
        """Whether its middle radical is weak: قال, أفاد."""
        return self.lemma[-2] == "ا" and self.measure not in ("III", "VI")

    @property
    def defective(self) -> bool:
        """Whether its last radical is weak: نفى, دعا, خشي."""
        return self.lemma[-1] in "ىاي" and not self.doubled


def shape_of(place: Place, vocalised: str) -> Shape:
    """The shape of a lemma. Raises LexiconError at ``place`` where it is no verb's."""
    written = with_shadda(vocalised)
    lemma = written.replace(SHADDA, "")
    if not WORD.fullmatch(lemma) or len(lemma) < 2:
        raise place.at("lemma").error(f"expected the third person of the past, as قال, found {lemma!r}")
    inside = SHADDA in written[:-1]
    last = written.endswith(SHADDA) or len(lemma) == 2
    return Shape(lemma, *_measure(lemma, inside=inside, last=last))


def _measure(lemma: str, *, inside: bool, last: bool) -> tuple[str, bool]:
    """The measure, and whether the last letter is doubled."""
    length = len(lemma) + last
    if lemma.startswith("است") and length > 5:
        return "X", last
    if lemma.startswith("ا") and length > 3:
        # A ت that took the first radical in (اتّفق) leaves four letters, as a doubled last one (احتجّ) does.
        last = last or (len(lemma) == 4 and lemma[2] in "تط" and not inside)
        return "VII" if lemma[1] == "ن" and lemma[2] not in "ت" else "VIII", last
    if lemma.startswith("آ") or (lemma.startswith("أ") and length == 4 and not inside):
        return "IV", last
    if lemma.startswith("ت") and length > 3 and (inside or length > 4):
        return "VI" if lemma[2] == "ا" else "V", last
    if length == 3:
        return ("II" if inside else "I"), last
    return "III" if lemma[1] == "ا" else "Q", last
