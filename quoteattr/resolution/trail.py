"""How a speaker was sought, told candidate by candidate; read only where somebody asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from quoteattr.cues.detection import CueMatch
from quoteattr.cues.page import Page
from quoteattr.grounds import Candidate, Inflection, Objection, Route, SpeakerPath
from quoteattr.resolution.antecedents import Actor, points_to_several, subject_of_sentence, weigh
from quoteattr.resolution.cast import Cast
from quoteattr.resolution.description import phrase_span, written
from quoteattr.resolution.reasons import described
from quoteattr.resolution.referent import Referent, agrees, fits, kin
from quoteattr.resolution.speakers import Resolved
from quoteattr.resolution.wording import read_wording
from quoteattr.rules.frame import Frame
from quoteattr.rules.rule import Draft
from quoteattr.speakers import agreement
from quoteattr.speakers.phrase import NounPhrase
from quoteattr.values import Gender, Number, SpeakerKind

MOST_CANDIDATES = 12
_SOUGHT_ELSEWHERE = frozenset((Route.LAST_BEFORE, Route.SENTENCES_BEFORE, Route.NOWHERE))

_Features = tuple[SpeakerKind, Gender, Number]
_Weighed = tuple[Referent, int, Objection]  # with the token at which it last acted


@frozen
class Trail:
    """Watches the resolution of a page: for each draft the path to its speaker.

    It changes nothing, and decides nothing by itself: it asks what the resolution asks.
    """

    page: Page
    frames: Mapping[int, Frame]

    @classmethod
    def on(cls, page: Page, frames: Iterable[Frame]) -> Trail:
        """The trail of a page whose cues have these frames."""
        return cls(page, {frame.cue.first: frame for frame in frames})

    def __call__(
        self, draft: Draft, found: Resolved, at: int, depth: int, cast: Cast, actors: Sequence[Actor]
    ) -> SpeakerPath:
        """The path to the speaker of a draft, as the cast and the actors stood at its token."""
        sought_before = draft.cue is not None and draft.subject is None and draft.source is None
        searched = list(self._searched(draft, at, depth, actors)) if sought_before else []
        last = searched[-1][0] if searched and searched[-1][1] is None else None
        route = self._route(draft, found, last, at, depth, actors)
        sought = _sought(draft, route)
        passed = list(self._disagreeing(draft, sought, at))
        weighed: Iterable[_Weighed] = ()
        if route in _SOUGHT_ELSEWHERE:
            weighed = _passed_over(searched)
        elif route is Route.NEIGHBOUR:
            weighed = _passed_over(_neighbours(actors, at, found))
        elif route is Route.TAKEN_UP and draft.subject is not None:
            weighed = self._other_than(draft.subject, found, cast)
        told = [item for item in weighed if item[0] is not found.referent]
        listed = MOST_CANDIDATES - len(passed)
        passed.extend(self._passed(*item, sought, at) for item in told[:listed])
        chosen = []
        if found.referent is not None:
            seen = last.at if route is Route.LAST_BEFORE and last else _last_seen(found, route, at)
            features = _features(found.referent)
            reason = f"{route.value}: {sought} with {described(*features)}" if sought else route.value
            chosen = [self._told(found.referent.fullest, features, at, seen, None, reason)]
        mention, antecedent = found.draft.subject, found.antecedent
        return SpeakerPath(
            route=route,
            mention=phrase_span(self.page, mention) if mention and found.referent else None,
            antecedent=phrase_span(self.page, antecedent) if antecedent and antecedent != mention else None,
            shows=_inflection(draft.cue),
            candidates=(*passed, *chosen),
            unlisted=max(len(told) - listed, 0),
        )

    def _searched(
        self, draft: Draft, at: int, depth: int, actors: Sequence[Actor]
    ) -> Iterator[tuple[Actor, Objection | None]]:
        """The actors that were weighed for the cue, up to the one without an objection."""
        assert draft.cue is not None
        for actor, objection in weigh(self.page, draft.cue, at, depth, actors):
            yield actor, objection
            if objection is None:
                return

    def _route(
        self, draft: Draft, found: Resolved, last: Actor | None, at: int, depth: int, actors: Sequence[Actor]
    ) -> Route:
        if draft.source is not None:
            return Route.INTRODUCTION
        if draft.subject is not None:
            return Route.TAKEN_UP if found.antecedent is not None else Route.OWN_CLAUSE
        if found.referent is None:
            return Route.NOWHERE
        if draft.cue is None:
            return Route.NEIGHBOUR
        if subject_of_sentence(self.page, draft, at, depth, actors) is not None:
            return Route.SAME_SENTENCE
        if points_to_several(self.page, draft.cue):
            return Route.THOSE
        return Route.LAST_BEFORE if last is not None else Route.SENTENCES_BEFORE

    def _disagreeing(self, draft: Draft, sought: str, at: int) -> Iterator[Candidate]:
        """The phrase of the cue's own clause that could be its subject but for the agreement."""
        cue = draft.cue
        frame = self.frames.get(cue.first) if cue else None
        unit = frame.after("S") if frame else None
        if cue is None or draft.subject is not None or unit is None or unit.phrase is None:
            return
        phrase = unit.phrase
        if not agreement.agrees(phrase, cue):
            head = phrase.head
            assert head is not None  # a phrase without a known head agrees with everything
            features = head.kind, head.agreement, head.number
            reason = f"{sought} against {described(*features)}"
            yield self._told(phrase, features, at, at, Objection.NO_AGREEMENT, reason)

    def _other_than(self, phrase: NounPhrase, found: Resolved, cast: Cast) -> Iterator[_Weighed]:
        """The referents that were met after the one taken up, and why the phrase is none of them."""
        chosen, head = found.referent, phrase.head
        if chosen is None or head is None:
            return
        wording = read_wording(self.page, phrase)
        assert found.antecedent is not None
        # الوزير takes up a minister, المسؤول anybody: only a noun that they share tells others apart.
        shared = head.lemma in read_wording(self.page, found.antecedent).lemmas
        for referent in sorted(cast.referents, key=lambda referent: -referent.last_seen):
            if referent is chosen or referent.last_seen < found.antecedent.first:
                continue
            objection = Objection.OUTRANKED
            if not kin(head.kind, referent.kind):
                objection = Objection.OTHER_KIND
            elif not agrees(referent, head.gender, head.number):
                objection = Objection.NO_AGREEMENT
            elif shared and not (head.lemma in referent.lemmas and fits(wording, referent, phrase)):
                objection = Objection.OTHER_WORDS
            elif referent.last_spoke < 0 <= chosen.last_spoke:
                objection = Objection.ACTED
            yield referent, referent.last_seen, objection

    def _passed(self, referent: Referent, seen: int, objection: Objection, sought: str, at: int) -> Candidate:
        features, reason = _features(referent), objection.value
        if objection is Objection.NO_AGREEMENT:
            reason = f"{sought} against {described(*features)}"
        return self._told(referent.fullest, features, at, seen, objection, reason)

    def _told(
        self,
        phrase: NounPhrase,
        features: _Features,
        at: int,
        seen: int,
        objection: Objection | None,
        reason: str,
    ) -> Candidate:
        kind, gender, number = features
        back = max(self.page.sentence_number(at) - self.page.sentence_number(seen), 0)
        name, mention = written(self.page, phrase), phrase_span(self.page, phrase)
        return Candidate(name, mention, kind, gender, number, back, objection, reason)


def _passed_over(weighed: Iterable[tuple[Actor, Objection | None]]) -> Iterator[_Weighed]:
    """Those before the one understood, each once, with the last that was said against it."""
    passed: dict[int, tuple[Actor, Objection]] = {}
    for actor, objection in weighed:
        if objection is None:
            break
        nearest, _ = passed.get(id(actor.referent), (actor, objection))
        if nearest is actor:
            passed[id(actor.referent)] = (actor, objection)
    for actor, objection in passed.values():
        yield actor.referent, actor.at, objection


def _neighbours(
    actors: Sequence[Actor], at: int, found: Resolved
) -> Iterator[tuple[Actor, Objection | None]]:
    for actor in reversed(actors):
        if actor.referent is found.referent:
            yield actor, None
        else:
            yield actor, Objection.NOT_BEFORE if actor.at >= at else Objection.ACTED


def _inflection(cue: CueMatch | None) -> Inflection | None:
    return Inflection(cue.form, cue.gender, cue.number) if cue else None


def _features(referent: Referent) -> _Features:
    return referent.kind, referent.gender, referent.number


def _sought(draft: Draft, route: Route) -> str:
    """What the speaker must agree with: the form of the cue, or the head of a description."""
    head = draft.subject.head if draft.subject is not None else None
    if route is Route.TAKEN_UP and head is not None:
        return described(head.kind, head.gender, head.number)
    cue = draft.cue
    return described(cue.form, cue.gender, cue.number) if cue is not None else ""


def _last_seen(found: Resolved, route: Route, at: int) -> int:
    """The token at which the one found last acted or spoke before."""
    if route in (Route.OWN_CLAUSE, Route.SAME_SENTENCE):
        return at
    if found.referent is not None and found.referent.last_spoke >= 0:
        return found.referent.last_spoke
    return found.antecedent.first if found.antecedent is not None else at
