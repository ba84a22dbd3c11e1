"""The antecedent of a null subject or a pronoun: who the reader understands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    search = _Search(page, cue, at, depth, before)
    for look in (_after_turn, _spoke_here, _acted_in_paragraph, _most_recent):
        found = look(search)
        if found is not None:
            return found
    return None


@frozen
class _Search:
    """What is sought: whom the form of ``cue`` at token ``at`` can go back to."""

    page: Page
    cue: CueMatch
    at: int
    depth: int
    before: Sequence[Actor]

    def reaches(self, actor: Actor) -> bool:
        """Whether an actor stands before the cue, told no deeper, and agrees with it."""
        near = actor.at < self.at and actor.depth <= self.depth
        return near and compatible(actor.referent, self.cue)

    def since(self, token: int) -> Iterator[Actor]:
        """The actors from a token on, the last first."""
        return takewhile(lambda actor: actor.at >= token, reversed(self.before))


def _after_turn(search: _Search) -> Actor | None:
    """``…، فيما رجح المتحدث ارتفاع العدد، وقائلاً إن``: whoever the sentence has turned to."""
    turn = search.page.turn_before(search.at)
    if turn < search.page.sentence_of(search.at).first:
        return None
    return next(filter(search.reaches, search.since(turn + 1)), None)


def _spoke_here(search: _Search) -> Actor | None:
    """Who spoke last in the cue's own sentence."""
    first = search.page.sentence_of(search.at).first
    return next((actor for actor in search.since(first) if actor.spoke and search.reaches(actor)), None)


def _acted_in_paragraph(search: _Search) -> Actor | None:
    """``اتجه المقاتل ماجد عودة صوب القرية. وأضاف``: a paragraph about one whom it names.

    Only where nobody has spoken in the paragraph before.
    """
    page = search.page
    here = page.sentence_of(search.at).paragraph
    inside = takewhile(lambda actor: page.sentence_of(actor.at).paragraph == here, reversed(search.before))
    found: Actor | None = None
    for actor in inside:
        if actor.spoke:
            return None
        named = actor.phrase is not None and actor.phrase.named
        if found is None and named and not actor.told and search.reaches(actor):
            found = actor
    return found


def _most_recent(search: _Search) -> Actor | None:
    """The last one within a few paragraphs who spoke, or who could have.

    Who only did something is no speaker to go on with in the next sentence, and a relative clause
    hands its speaker on only where nobody else has spoken.
    """
    page = search.page
    here = page.sentence_of(search.at)
    for actor in reversed(search.before):
        there = page.sentence_of(actor.at)
        if here.paragraph - there.paragraph > _FARTHEST_PARAGRAPHS:
            return None
        if not search.reaches(actor):
            continue
        silent = not actor.spoke and (search.cue.form is not Form.VERB or not actor.told)
        if there != here and (silent or (actor.embedded and _another_spoke(search))):
            continue
        return actor
    return None


def _another_spoke(search: _Search) -> bool:
    return any(a.spoke and not a.embedded and search.reaches(a) for a in reversed(search.before))


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
