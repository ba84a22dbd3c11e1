"""Reported speech: the reporter's own clause after أنّ or إنّ, and what is relayed."""

from __future__ import annotations

from quoteattr.cues.page import Page
from quoteattr.rules.build import build_frame
from quoteattr.rules.evidence import needs
from quoteattr.rules.frame import Frame, bound_of
from quoteattr.rules.governing import vouches
from quoteattr.rules.parts import addressee_of, medium_of, speaker_of
from quoteattr.rules.rule import Draft, Match, Refusal, Rule
from quoteattr.values import Kind, SpeakerKind

_MANY = 4


def that_clause(page: Page, frame: Frame, match: Match) -> Draft | Refusal:
    """``قالت الوزارة إن الطريق فتح``, with any verb, participle or verbal noun."""
    refusal = needs(page, frame, "clause")
    if refusal:
        return refusal
    content = match.units[-1]
    objects = sum(1 for unit in frame.units[frame.at + 1 :] if unit.letter == "O")
    if objects >= _MANY and not vouches(frame):
        return Refusal("too many words of its own between the verb and a clause")
    subject, basis = speaker_of(page, frame)
    # وكان سامر قد وصف القرارات بأنها: after a subject before the verb, a noun after it is the object
    accused, first = frame.after("S") if frame.before("S") else frame.after("O"), content.first
    if accused is not None and any("acc" in reading.verb.target for reading in frame.cue.readings):
        first = accused.first  # اتهم الحزب الحكومة بأنها تتأخر: whom it is said of belongs to it
    return Draft(
        match.rule, Kind.INDIRECT, frame.cue, first, content.last, (), subject, basis,
        open_end=True, addressee=addressee_of(frame), medium=medium_of(frame),
    )  # fmt: skip


def relayed(page: Page, frame: Frame, match: Match) -> Draft | Refusal:
    """``نقلت الوكالة عن مسؤول قوله إن``, or ``نقلت عن مسؤول أن``: the source speaks."""
    source = frame.after("F")
    assert source is not None
    phrase = page.cue_at.get(source.first)
    relays = phrase is not None and phrase.kind == "relay"
    if not relays and not any(reading.verb.source for reading in frame.cue.readings):
        return Refusal("this verb relays nobody's words")
    relay = frame.after("S") or frame.before("S")
    if relays and relay is not None and relay.phrase is not None and relay.phrase.kind is SpeakerKind.PERSON:
        return Refusal("a person who cites others speaks himself")  # قال المتحدث، نقلاً عن مصادر، إن
    last = match.units[-1]
    if last.letter == "N":
        return Refusal("the verbal noun after it carries the words")
    relay_phrase = relay.phrase if relay else None
    marks = (last.pair,) if last.pair is not None else ()
    return Draft(
        match.rule,
        Kind.DIRECT if marks else Kind.INDIRECT,
        frame.cue,
        last.first + bool(marks),
        last.last,
        marks,
        source.phrase,
        open_end=not marks,
        relay=relay_phrase,
        medium=medium_of(frame),
    )


def relayed_noun(page: Page, frame: Frame, match: Match) -> Draft | Refusal:
    """``نقلت الوكالة عن مسؤول قوله إن``: the pronoun's owner stands in the clause of the relay."""
    governor = _governor(page, frame)
    if governor is None:
        return Refusal("no verb that relays words before it")
    source, relay = governor.after("F"), governor.after("S") or governor.before("S")
    last = match.units[-1]
    marks = (last.pair,) if last.pair is not None else ()
    kind = Kind.DIRECT if marks else Kind.INDIRECT
    assert source is not None
    return Draft(
        match.rule, kind, frame.cue, last.first + bool(marks), last.last, marks, source.phrase,
        open_end=not marks, relay=relay.phrase if relay else None,
    )  # fmt: skip


def _governor(page: Page, frame: Frame) -> Frame | None:
    first = bound_of(page, frame.cue.first)[0]
    for cue in reversed(page.cues_between(first, frame.cue.first)):
        if any(reading.verb.source for reading in cue.readings):
            governor = build_frame(page, cue)
            return governor if governor.after("F") else None
    return None


def words_before_verb(page: Page, frame: Frame, match: Match) -> Draft | Refusal:
    """``الاحتجاجات متواصلة رغم الوعود، تقول الصحيفة``."""
    refusal = needs(page, frame, "direct")
    if refusal:
        return refusal
    words = match.units[0]
    subject, basis = speaker_of(page, frame)
    if subject is None or subject.head is None:
        return Refusal("nobody whom the lexicon knows closes the sentence")
    return Draft(match.rule, Kind.INDIRECT, frame.cue, words.first, words.last, (), subject, basis)


def relays() -> tuple[Rule, ...]:
    """The rules of relayed speech in their order."""
    return (
        Rule(
            "relay",
            "V[SAMDRO]*F[AMDROF]*(?:T?Q|K?Q|TW|KW|N)",
            relayed,
            "نقلت الوكالة عن مسؤول في البلدية أن الطريق مغلق.",
        ),
        Rule(
            "relay and verbal noun",
            "N[AMDRO]*(?:T?Q|K?Q|TW|KW)",
            relayed_noun,
            "نقلت الوكالة عن مسؤول في البلدية قوله إن الطريق مغلق.",
        ),
    )


def clauses() -> tuple[Rule, ...]:
    """The rules of the reported clause."""
    return (
        Rule(
            "words before the verb",
            "^WVSE",
            words_before_verb,
            "الاحتجاجات متواصلة في المدن رغم كل الوعود، تقول الصحيفة.",
        ),
        Rule("complementiser and clause", "[VPN][SAMDROF]*TW", that_clause, "قالت الوزارة إن الطريق فتح."),
    )
