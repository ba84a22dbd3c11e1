"""Agreement of a verb with its subject: evidence, not a filter, since newspapers break it.

The verb before its subject is singular whatever the subject's number; after it, it agrees in
number too; a plural that is no person takes the feminine singular, and so may a broken plural.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from quoteattr.speakers.phrase import NounPhrase
from quoteattr.values import Gender, Number, SpeakerKind


class Inflected(Protocol):
    """A form that agrees with its subject: a cue, or a verb of action."""

    @property
    def gender(self) -> Gender:
        """The gender that it shows."""

    @property
    def number(self) -> Number:
        """The number that it shows."""


def some_reading_agrees(phrase: NounPhrase, readings: Iterable[Inflected]) -> bool:
    """Whether one reading of a verb agrees with the subject before it: أعلن is أعلنَ and أعلنّ."""
    return any(agrees(phrase, reading, preverbal=True) for reading in readings)


def agrees(phrase: NounPhrase, cue: Inflected, *, preverbal: bool = False) -> bool:
    """Whether nothing in gender and number speaks against the phrase as the subject of a verb."""
    head = phrase.head
    if head is None or cue.gender is Gender.UNKNOWN:
        return True
    number = cue.number
    if head.number is Number.SINGULAR:
        if preverbal and number in (Number.PLURAL, Number.DUAL) and not _coordinated(phrase):
            return head.kind in (SpeakerKind.GROUP, SpeakerKind.BODY) and head.lemma in _COLLECTIVE
        if head.title and phrase.bearer is cue.gender:
            return True  # قالت النائب هند الفايز: the post keeps its form, the verb follows her
        return head.agreement in (Gender.UNKNOWN, cue.gender) or (
            phrase.named and head.kind is SpeakerKind.PERSON and head.lemma in _ONE_OF
        )
    if number is Number.SINGULAR:
        # تقول المصادر، قالت الصحف؛ يقول الخبراء only with the verb first
        if preverbal:
            return cue.gender is Gender.FEMININE
        return head.agreement in (Gender.UNKNOWN, cue.gender) or cue.gender is Gender.FEMININE
    women = number is Number.PLURAL and cue.gender is Gender.FEMININE
    return not women or (head.gender is Gender.FEMININE and head.kind is SpeakerKind.GROUP)


_COLLECTIVE = frozenset("بعض عدد معظم غالبية اغلبية كثير مجموعة فريق".split())
_ONE_OF = frozenset("احد واحد عضو".split())


def _coordinated(phrase: NounPhrase) -> bool:
    return phrase.last - phrase.first > 2
