"""The antecedent of a null subject or a pronoun: who the reader understands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from attrs import frozen

from quoteattr.cues.detection import CueMatch
from quoteattr.cues.page import Page
from quoteattr.grounds import Objection
from quoteattr.resolution.referent import Referent, compatible
from quoteattr.rules.rule import Draft
from quoteattr.speakers.agreement import agrees
from quoteattr.speakers.phrase import NounPhrase, parse_phrase, without_object
from quoteattr.text.tokens import is_word
from quoteattr.values import Form

_ADVERBIAL = frozenset(("preposition", "adjunct", "time", "subordinator"))
_FARTHEST_PARAGRAPHS = 4
_FEWEST_BEFORE = 2
_THESE = "هءلاء"  # as folded: وأوضح هؤلاء أن


@frozen
class Actor:
    """Someone who did something before: where, and how deep in reported content it was told.

    ``spoke`` tells that words were theirs, ``told`` that the verb could have brought words at least;
    ``embedded`` that it was told in a relative clause, from which no sentence goes on; ``doubtful``
    that the letters of the verb are those of another word too (تجمع: أجمع, تجمّع).
    """

    at: int
    referent: Referent
    depth: int
    spoke: bool
    phrase: NounPhrase | None = None
    told: bool = True
    embedded: bool = False
    doubtful: bool = False


_Weighed = tuple[Actor, "Objection | None"]


def understood(page: Page, cue: CueMatch, at: int, depth: int, before: Sequence[Actor]) -> Actor | None:
    """The most recent actor that the cue's form agrees with, told at the same depth or above.

    ``before`` are the actors in the order of the text.
    """
    weighed = weigh(page, cue, at, depth, before)
    return next((actor for actor, objection in weighed if objection is None), None)


def weigh(page: Page, cue: CueMatch, at: int, depth: int, before: Sequence[Actor]) -> Iterator[_Weighed]:
    """The actors in the order in which a cue may go back to them, each with what speaks against it.

    The first without an objection is the one understood. An actor may come again with another one,
    where it is passed over at first for those who have more right.
    """
    search = _Search(page, cue, at, depth, before)
    for look in (_after_turn, _spoke_here, _acted_in_paragraph, _most_recent):
        yield from look(search)


@frozen
class _Search:
    """What is sought: whom the form of ``cue`` at token ``at`` can go back to."""

    page: Page
    cue: CueMatch
    at: int
    depth: int
    before: Sequence[Actor]

    def bar(self, actor: Actor) -> Objection | None:
        """Why an actor cannot be reached: not before the cue, told deeper, or without agreement."""
        if actor.at >= self.at:
            return Objection.NOT_BEFORE
        if actor.depth > self.depth:
            return Objection.INSIDE
        return None if compatible(actor.referent, self.cue) else Objection.NO_AGREEMENT

    def since(self, token: int) -> Iterator[Actor]:
        """The actors from a token on, the last first."""
        return takewhile(lambda actor: actor.at >= token, reversed(self.before))


def _after_turn(search: _Search) -> Iterator[_Weighed]:
    """``…، فيما رجح المتحدث ارتفاع العدد، وقائلاً إن``: whoever the sentence has turned to."""
    turn = search.page.turn_before(search.at)
    if turn >= search.page.sentence_of(search.at).first:
        for actor in search.since(turn + 1):
            yield actor, search.bar(actor)


def _spoke_here(search: _Search) -> Iterator[_Weighed]:
    """Who spoke last in the cue's own sentence."""
    for actor in search.since(search.page.sentence_of(search.at).first):
        yield actor, search.bar(actor) if actor.spoke else Objection.ACTED


def _acted_in_paragraph(search: _Search) -> Iterator[_Weighed]:
    """``اتجه المقاتل ماجد عودة صوب القرية. وأضاف``: a paragraph about one whom it names.

    Only where nobody has spoken in the paragraph before.
    """
    page = search.page
    here = page.sentence_of(search.at).paragraph
    inside: list[Actor] = []
    for actor in reversed(search.before):
        if page.sentence_of(actor.at).paragraph != here:
            break
        if actor.spoke:
            return  # at the first: a long paragraph is not gone through for each of its cues
        inside.append(actor)
    for actor in inside:
        named = actor.phrase is not None and actor.phrase.named
        yield actor, search.bar(actor) if named and not actor.told else Objection.ACTED


def _most_recent(search: _Search) -> Iterator[_Weighed]:
    """The last one within a few paragraphs who spoke, or who could have.

    Who only did something is no speaker to go on with in the next sentence, and a relative clause
    hands its speaker on only where nobody else has spoken.
    """
    page = search.page
    here = page.sentence_of(search.at)
    for actor in reversed(search.before):
        there = page.sentence_of(actor.at)
        if here.paragraph - there.paragraph > _FARTHEST_PARAGRAPHS:
            yield actor, Objection.TOO_FAR
            return
        objection = search.bar(actor)
        if objection is None and there != here:
            if not actor.spoke and (search.cue.form is not Form.VERB or not actor.told):
                objection = Objection.ACTED
            elif actor.embedded and _another_spoke(search):
                objection = Objection.EMBEDDED
        yield actor, objection


def _another_spoke(search: _Search) -> bool:
    spoke = (actor for actor in reversed(search.before) if actor.spoke and not actor.embedded)
    return any(search.bar(actor) is None for actor in spoke)


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

    ``رفض عشرة نواب العرض، مؤكدين أن …``.
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


def subject_of_sentence(
    page: Page, draft: Draft, at: int, depth: int, actors: Sequence[Actor]
) -> NounPhrase | None:
    """The subject of the cue's own sentence, where a verb that is no speech has it.

    ``تجمع السكان مؤكدين أن``; ``زار الوزير المصنع، وأكد أن``.
    """
    cue = draft.cue
    assert cue is not None
    here = page.sentence_of(at)
    nearby = takewhile(lambda actor: actor.at >= here.first, reversed(actors))
    before = next((actor.at for actor in nearby if actor.at < at and actor.depth <= depth), None)
    if before is not None:
        return local_subject(page, before, at) if cue.form is Form.PARTICIPLE else None
    attributed = draft.first < at or cue.form in (Form.PREPOSITION, Form.CLAUSE)
    if at - here.first < _FEWEST_BEFORE or attributed:
        return None  # «المصنع سيعود إلى العمل»، يضيف: the subject of the words does not say them
    phrase = main_subject(page, at)
    if phrase is None or not agrees(phrase, cue, preverbal=cue.form is Form.PARTICIPLE):
        return None
    return phrase


def points_to_several(page: Page, cue: CueMatch) -> bool:
    """Whether these, whoever they are, speak: ``وأوضح هؤلاء أن``."""
    return page.forms[cue.last : cue.last + 1] == (_THESE,)
