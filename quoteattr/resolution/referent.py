"""A referent, one speaker of the text, and how it compares with a new mention."""

from __future__ import annotations

from attrs import define, field

from quoteattr.cues.detection import CueMatch
from quoteattr.resolution.wording import Wording, same_modifier
from quoteattr.speakers.agreement import Inflected
from quoteattr.speakers.phrase import NounPhrase
from quoteattr.values import Gender, Number, SpeakerKind


@define
class Referent:
    """One speaker: the phrases that name it, the fullest first, and what is known of it.

    ``words`` are the stems of all words that name it, ``names`` its proper names, ``lemmas`` those of
    the nouns that head its mentions; ``place`` is its number in the order of appearance.
    """

    phrases: list[NounPhrase]
    kind: SpeakerKind
    gender: Gender
    number: Number
    last_seen: int = 0
    last_spoke: int = -1
    place: int = 0
    fullest: NounPhrase = field(init=False)
    words: set[str] = field(init=False, factory=set)
    names: set[str] = field(init=False, factory=set)
    lemmas: set[str] = field(init=False, factory=set)

    def __attrs_post_init__(self) -> None:
        self.fullest = self.phrases[0]

    def worded(self, wording: Wording) -> None:
        """Take in the words of one of its mentions."""
        self.words |= wording.stems
        self.names |= wording.names
        self.lemmas |= wording.lemmas


def kin(one: SpeakerKind, other: SpeakerKind) -> bool:
    """Whether two kinds can be of one speaker: persons and things never are."""
    return (one is SpeakerKind.PERSON) == (other is SpeakerKind.PERSON)


def agrees(referent: Referent, gender: Gender, number: Number) -> bool:
    """Whether a head of this gender and number can take the referent up.

    A body has no gender to break; two persons have one (الوزيران، الوزيرتان).
    """
    if number is Number.SINGULAR and referent.number is Number.PLURAL:
        return False
    return (
        Gender.UNKNOWN in (gender, referent.gender)
        or gender is referent.gender
        or (referent.kind is not SpeakerKind.PERSON and number is not Number.DUAL)
    )


def fits(wording: Wording, referent: Referent, phrase: NounPhrase) -> bool:
    """Whether what a description adds to its head does not contradict the referent."""
    extra = wording.modifiers
    if not extra:
        return phrase.head is None or referent.number is phrase.head.number
    known = referent.words | referent.lemmas
    return all(any(same_modifier(word, other) for other in known) for word in extra)


def same_name(wording: Wording, referent: Referent) -> bool:
    """Whether a mention gives the referent's own name, or the last part of it."""
    names, known = wording.names, referent.names
    if not known:
        return False
    if wording.bare:
        return names <= known or (len(known) > 1 and known <= names)
    if wording.last_name not in known:
        return False
    return names <= known or known <= names or len(names) == 1 or len(known) == 1


def fuller(phrase: NounPhrase, known: Referent) -> bool:
    """Whether a mention tells more of the referent than its fullest so far."""
    old, new = known.fullest, phrase
    gains_name = phrase.named and not old.named
    return gains_name or (
        phrase.named == old.named
        and new.last - new.first > old.last - old.first
        and new.last - new.first < 16
    )


def compatible(referent: Referent, cue: CueMatch) -> bool:
    """Whether a form without a subject of its own can go back to a referent.

    Here the verb agrees in number as well: after الخبراء comes وأضافوا, after المصادر comes وأضافت.
    One reading is enough: وأعلن goes back to المعلمات as to المعلم.
    """
    return any(_goes_back(referent, reading) for reading in cue.readings or (cue,))


def _goes_back(referent: Referent, cue: Inflected) -> bool:
    gender, number = cue.gender, cue.number
    human_plural = referent.number is not Number.SINGULAR and referent.kind in (
        SpeakerKind.GROUP,
        SpeakerKind.PERSON,
    )
    if number is Number.PLURAL and gender is Gender.FEMININE:
        return human_plural and referent.gender is Gender.FEMININE
    if number in (Number.PLURAL, Number.DUAL):
        return referent.number is not Number.SINGULAR or referent.kind in (
            SpeakerKind.GROUP,
            SpeakerKind.BODY,
        )
    if gender is Gender.UNKNOWN:
        return True
    if human_plural and gender is Gender.MASCULINE:
        return False
    if referent.number is not Number.SINGULAR:
        return gender is Gender.FEMININE
    return referent.gender in (Gender.UNKNOWN, gender)
