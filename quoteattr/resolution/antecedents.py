"""The antecedent of a null subject or a pronoun: who the reader understands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from attrs import frozen

from quoteattr.cues.detection import CueMatch
from quoteattr.cues.page import Page
from quoteattr.resolution.referent import Referent
from quoteattr.speakers.phrase import NounPhrase, parse_phrase, without_object
from quoteattr.text.tokens import is_word
from quoteattr.values import Form, Gender, Number, SpeakerKind

_ADVERBIAL = frozenset(("preposition", "adjunct", "time", "subordinator"))
_FARTHEST_PARAGRAPHS = 4


@frozen
class Actor:
    """Someone who did something before: where, and how deep in reported content it was told.

    ``spoke`` tells that words were theirs, ``told`` that the verb could have brought words at least;
    ``embedded`` that it was told in a relative clause, from which no sentence goes on.
    """

    at: int
    referent: Referent
    depth: int
    spoke: bool
    phrase: NounPhrase | None = None
    told: bool = True
    embedded: bool = False


def understood(page: Page, cue: CueMatch, at: int, depth: int, before: Sequence[Actor]) -> Actor | None:
    """The most recent actor that the cue's form agrees with, told at the same depth or above.

    ``before`` are the actors in the order of the text.
    """
    here = page.sentence_of(at)

    def reachable(actor: Actor) -> bool:
        return actor.at < at and actor.depth <= depth and compatible(actor.referent, cue)

    turn = page.turn_before(at)
    if turn >= here.first:
        for actor in takewhile(lambda actor: actor.at > turn, reversed(before)):
            if reachable(actor):
                return actor  # …، فيما رجح المتحدث ارتفاع العدد، وقائلاً إن
    for actor in takewhile(lambda actor: actor.at >= here.first, reversed(before)):
        if actor.spoke and reachable(actor):
            return actor
    for actor in reversed(before):
        there = page.sentence_of(actor.at)
        if here.paragraph - there.paragraph > _FARTHEST_PARAGRAPHS:
            return None
        if not reachable(actor):
            continue
        if there != here and not actor.spoke and (cue.form is not Form.VERB or not actor.told):
            continue  # who only did something is no speaker to go on with in the next sentence
        if (
            there != here
            and actor.embedded
            and any(other.spoke and not other.embedded and reachable(other) for other in reversed(before))
        ):
            continue
        return actor
    return None


def compatible(referent: Referent, cue: CueMatch) -> bool:
    """Whether a form without a subject of its own can go back to a referent.

    Here the verb agrees in number as well: after الخبراء comes وأضافوا, after المصادر comes وأضافت.
    """
    gender, number = cue.gender, cue.number
    human_plural = referent.number is not Number.SINGULAR and referent.kind in (
        SpeakerKind.GROUP,
        SpeakerKind.PERSON,
    )
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


def local_subject(page: Page, after: int, at: int) -> NounPhrase | None:
    """The subject of a clause that begins between another speaker and the cue.

    ``…، فيما غادر المقاول القاعة قائلاً``: it is not the speaker before who says this.
    """
    for index in range(at - 1, after, -1):
        if page.forms[index] in page.roles["turn"] and index + 2 < at:
            start = index + 2
            known = page.noun(start, at) or page.is_given_name(start)
            return parse_phrase(page, start, at) if known else None
    return None


def _is_adverbial(page: Page, index: int) -> bool:
    form = page.forms[index]
    bare = form[1:] if form[0] in "وف" and len(form) > 2 else form
    return bool((page.classes(index) | page.lexicon.classes(bare)) & _ADVERBIAL)


def main_subject(page: Page, at: int) -> NounPhrase | None:
    """The subject of the sentence that holds a token, where it can be told: verb first or noun first.

    ``رفض سبعة مترشحين الدعوة، مصرّين على …``.
    """
    sentence = page.sentence_of(at - 1)
    index = sentence.first
    while index < at and (not is_word(page.forms[index]) or page.forms[index] in page.roles["particle"]):
        index += 1
    if index < at and (_is_adverbial(page, index) or page.forms[index] in page.roles["topic"]):
        return None
    for start in (index, index + 1):
        if start >= at:
            return None
        letters = (
            1
            if page.forms[start][0] in "وف" and page.noun(start, at) is None and page.noun(start, at, 1)
            else 0
        )
        begins = page.noun(start, at, letters) or page.is_given_name(start, letters)
        if start == index and not begins:
            continue
        phrase = parse_phrase(page, start, at, letters)
        if phrase is not None and (
            begins or (phrase.head is not None and page.forms[start].startswith("ال"))
        ):
            return without_object(page, phrase)
    return None
