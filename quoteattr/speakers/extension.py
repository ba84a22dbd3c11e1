"""The steps by which a noun phrase grows, in their order, each put to the words that it may decide on."""

from __future__ import annotations

from functools import lru_cache

from quoteattr.lexicon.traits import (
    ACT,
    ARTICLE,
    CLITIC,
    DIGIT,
    EVERY,
    FEMININE,
    LEADS,
    LISTED,
    MASDAR,
    NOUN,
    PRONOUN,
    SIGN,
)
from quoteattr.speakers.attachment import Reading
from quoteattr.speakers.objects import (
    action,
    after_surname,
    owned_object,
    thing,
    thing_after_title,
    verbal_noun,
)
from quoteattr.speakers.step import PASS, Place, Step
from quoteattr.speakers.steps import (
    clitic,
    closed_class,
    cue,
    descent,
    foundress,
    marked_name,
    noun,
    number,
    preposition,
    punctuation,
    tanwin,
    word,
)

# Each step with the traits of words that it may not pass: a word with none of them is not put to it.
STEPS: tuple[tuple[Step, int], ...] = (
    (marked_name, SIGN),
    (punctuation, SIGN),
    (descent, EVERY),
    (tanwin, EVERY),
    (closed_class, LISTED),
    (preposition, LISTED),
    (verbal_noun, MASDAR | LISTED),
    (thing, ARTICLE),
    (cue, LEADS),
    (foundress, NOUN),
    (noun, NOUN),
    (action, ACT),
    (clitic, CLITIC),
    (owned_object, PRONOUN),
    (number, DIGIT),
    (thing_after_title, FEMININE),
    (after_surname, EVERY),
    (word, EVERY),
)


@lru_cache(maxsize=1 << 12)
def steps_for(traits: int) -> tuple[Step, ...]:
    """The steps that a word with these traits is put to: five of eighteen for most names."""
    return tuple(step for step, asked in STEPS if asked == EVERY or asked & traits)


def extend(place: Place, reading: Reading) -> Reading | None:
    """The reading with the next word or stretch taken in; None where the phrase ends."""
    for step in steps_for(place.page.known[reading.last].traits):
        verdict = step(place, reading)
        if verdict is not PASS:
            return verdict if isinstance(verdict, Reading) else None
    return None
