"""From drafts to speakers: every draft gets the one who is responsible, or the reason why not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from attrs import evolve, frozen

from quoteattr.cues.detection import CueMatch
from quoteattr.cues.page import Page
from quoteattr.grounds import SpeakerPath
from quoteattr.resolution.antecedents import (
    Actor,
    main_subject,
    points_to_several,
    subject_of_sentence,
    understood,
)
from quoteattr.resolution.cast import Cast
from quoteattr.resolution.mentions import find_mentions
from quoteattr.resolution.paths import path_of
from quoteattr.resolution.referent import Referent, compatible
from quoteattr.rules.contents import Contents
from quoteattr.rules.evidence import begins_clause
from quoteattr.rules.frame import Frame
from quoteattr.rules.rule import Draft
from quoteattr.speakers.acting import Act, find_acts
from quoteattr.speakers.agreement import agrees
from quoteattr.speakers.phrase import NounPhrase
from quoteattr.values import Basis, Form, Gender, Number, Sense, SpeakerKind

_SENTENCES_BACK = 2
_SAY = "قال"
_ACTING = frozenset(SpeakerKind) - {SpeakerKind.UNKNOWN}


@frozen
class Resolved:
    """A draft with its referent: how it was found, the mention that it was traced to, and over what path."""

    draft: Draft
    referent: Referent | None
    basis: Basis
    antecedent: NounPhrase | None
    relay: Referent | None = None
    path: str = ""
    trail: SpeakerPath | None = None


# From a draft, what it was resolved to, its token and depth, and the cast and the actors up to there.
Watch = Callable[[Draft, Resolved, int, int, Cast, Sequence[Actor]], SpeakerPath]


@frozen
class Depths:
    """How deep in reported content the cues of a page stand; none stands in the content it introduces."""

    contents: Contents
    introducing: Mapping[int, int]

    @classmethod
    def read(cls, drafts: Sequence[Draft]) -> Depths:
        """The depths of a page."""
        own = Counter(at for draft in drafts if draft.first <= (at := place_of(draft)) < draft.last)
        return cls(Contents.of(drafts), own)

    def of(self, at: int) -> int:
        """The depth of the cue at a token."""
        return self.contents.holding(at) - self.introducing.get(at, 0)


def resolve_speakers(
    page: Page, drafts: Sequence[Draft], frames: Sequence[Frame], watch: Watch | None = None
) -> tuple[Resolved, ...]:
    """Resolve the drafts in reading order; ``watch`` tells how each was resolved, where that is asked."""
    cast = Cast(page)
    depths = Depths.read(drafts)
    actors: list[Actor] = []
    resolved: list[Resolved] = []
    by_cue = {frame.cue.first: frame for frame in frames}
    drafted = {draft.cue.first for draft in drafts if draft.cue}
    bystanders = [frame for frame in frames if frame.cue.first not in drafted and frame.cue.finite]
    steps: list[tuple[int, Draft | Frame | Act | NounPhrase]] = [(place_of(draft), draft) for draft in drafts]
    steps.extend((frame.cue.first, frame) for frame in bystanders)
    taken = [draft.subject for draft in drafts if draft.subject]
    taken.extend(phrase for frame in bystanders if (phrase := _subject(page, frame, cast)))
    if drafts:
        acts = find_acts(page)
        steps.extend((act.at, act) for act in acts)
        taken.extend(act.subject for act in acts)
        steps.extend((phrase.first, phrase) for phrase in find_mentions(page, taken))
    for at, step in sorted(steps, key=lambda item: item[0]):
        if isinstance(step, NounPhrase):
            cast.meet(step, Gender.UNKNOWN)
            continue
        depth = depths.of(at)
        if isinstance(step, Act):
            referent = cast.meet(step.subject, step.gender, names=False)[0]
            actors.append(Actor(at, referent, depth, spoke=False, phrase=step.subject, told=False))
            continue
        if isinstance(step, Frame):
            phrase = _subject(page, step, cast)
            if phrase is not None:
                referent = cast.meet(phrase, step.cue.gender)[0]
                doubt = step.cue.homograph
                actors.append(Actor(at, referent, depth, spoke=False, phrase=phrase, doubtful=doubt))
            continue
        result = _resolve(page, step, at, depth, cast, actors)
        frame = by_cue.get(step.cue.first) if step.cue else None
        path = path_of(page, result.draft, frame, result.basis, result.referent, at)
        trail = watch(step, result, at, depth, cast, actors) if watch else None
        resolved.append(evolve(result, path=path, trail=trail))
        if result.referent is not None:
            result.referent.last_seen = result.referent.last_spoke = at
            embedded = _is_embedded(page, step)
            actors.append(Actor(at, result.referent, depth, spoke=True, embedded=embedded))
    return tuple(sorted(resolved, key=lambda item: (item.draft.first, -item.draft.last)))


def place_of(draft: Draft) -> int:
    """The token at which a draft's speaker becomes known: its cue, or its content."""
    return draft.cue.first if draft.cue else (draft.subject.first if draft.subject else draft.first)


def _subject(page: Page, frame: Frame, cast: Cast) -> NounPhrase | None:
    unit = frame.before("S") or frame.after("S")
    if unit is None or unit.phrase is None:
        return None
    if frame.cue.homograph and not (
        (unit is frame.before("S") and unit.last == frame.cue.first)
        or (begins_clause(page, frame) and unit.first == frame.cue.last)
    ):
        return None
    phrase = unit.phrase
    cue = frame.cue
    says = cue.sense in (Sense.SAY, Sense.CONTINUE, Sense.ANNOUNCE) and not cue.homograph
    following = page.cue_at.get(unit.last)
    says = says or (following is not None and following.form is Form.PARTICIPLE)
    speaks = says and phrase.named and unit.first == cue.last  # وتابع هيلمان قائلاً
    known = phrase.head is not None or _surely_named(page, phrase) or cast.knows(phrase) or speaks
    return phrase if known and agrees(phrase, frame.cue) else None


def _is_embedded(page: Page, draft: Draft) -> bool:
    """Whether the words are told in a relative clause: ``جهود الوزير الذي أكد أن``."""
    subject, cue = draft.subject, draft.cue
    if subject is None or cue is None or subject.last >= cue.first:
        return False
    after = subject.last + (page.forms[subject.last] in "،,")
    return "relative" in page.classes(after)


def _surely_named(page: Page, phrase: NounPhrase) -> bool:
    return any(page.lexicon.is_given_name(page.forms[index]) for index in phrase.names)


def _resolve(page: Page, draft: Draft, at: int, depth: int, cast: Cast, actors: Sequence[Actor]) -> Resolved:
    resolved = _speaker(page, draft, at, depth, cast, actors)
    if draft.relay is None:
        return resolved
    return evolve(resolved, relay=cast.meet(draft.relay, Gender.UNKNOWN)[0])


def _speaker(page: Page, draft: Draft, at: int, depth: int, cast: Cast, actors: Sequence[Actor]) -> Resolved:
    """The speaker of a draft, its relay left open."""
    cue = draft.cue
    gender = cue.gender if cue and cue.form is not Form.VERBAL_NOUN else Gender.UNKNOWN
    if draft.source is not None:
        referent = cast.meet(draft.source, gender)[0]
        return Resolved(draft, referent, draft.basis, draft.source)
    if draft.subject is not None:
        referent, basis, antecedent = cast.meet(draft.subject, gender)
        return Resolved(draft, referent, draft.basis if basis is Basis.MENTION else basis, antecedent)
    if cue is None:
        here = page.sentence_of(at)
        last = next(
            (
                actor
                for actor in reversed(actors)
                if actor.at < at and (actor.spoke or (actor.told and actor.at >= here.first))
            ),
            None,
        )
        found = last.referent if last else None
        return Resolved(draft, found, Basis.NEIGHBOUR, found.fullest if found else None)
    governing = subject_of_sentence(page, draft, at, depth, actors)
    if governing is not None:
        referent, _, antecedent = cast.meet(governing, cue.gender)
        if cue.form in (Form.PARTICIPLE, Form.VERBAL_NOUN):
            return Resolved(evolve(draft, subject=governing), referent, Basis.MENTION, antecedent)
        return Resolved(draft, referent, draft.basis, governing)
    if points_to_several(page, cue):
        several = [actor for actor in actors if actor.referent.number is not Number.SINGULAR]
        those = several[-1].referent if several else None
        return Resolved(draft, those, Basis.PRONOUN, those.fullest if those else None)
    actor = understood(page, cue, at, depth, actors)
    near = actor is not None and actor.at >= page.sentence_of(at).first
    # رد الحارس قائلاً is one act with one subject; after شدد على the participle is a further one.
    told = actor is not None and actor.told and not actor.doubtful
    further = cue.form is Form.PARTICIPLE and told and cue.lemma != _SAY
    serves = cue.form in (Form.PARTICIPLE, Form.VERBAL_NOUN) and not further
    if actor is not None and actor.phrase is not None and serves and near:
        # رد الحارس قائلاً، اكتفى الحارس بالقول: the subject of a verb that brings no words of its own
        return Resolved(evolve(draft, subject=actor.phrase), actor.referent, Basis.MENTION, None)
    found = actor.referent if actor is not None else _acted_before(page, cue, at, cast)
    return Resolved(draft, found, draft.basis, found.fullest if found else None)


def _acted_before(page: Page, cue: CueMatch, at: int, cast: Cast) -> Referent | None:
    """Where nobody has spoken yet: the subject of the sentences before (فاز المدرب. وتابع: …)."""
    sentences = page.layout.sentences
    here = page.sentence_number(at)
    for sentence in reversed(sentences[max(here - _SENTENCES_BACK, 0) : here]):
        phrase = main_subject(page, sentence.last)
        if (
            phrase is None
            or not (phrase.named or (phrase.head and phrase.definite))
            or phrase.kind not in _ACTING
        ):
            continue
        referent = cast.meet(phrase, cue.gender)[0]
        if compatible(referent, cue):
            return referent
    low = sentences[max(here - _SENTENCES_BACK, 0)].first
    seen = [
        referent
        for referent in cast.referents
        if low <= referent.last_seen < at and compatible(referent, cue)
    ]
    persons = [referent for referent in seen if referent.kind is SpeakerKind.PERSON]
    return persons[0] if len(persons) == 1 else None  # two would be a guess
