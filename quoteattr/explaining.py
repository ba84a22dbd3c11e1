"""From what was read, tried and resolved to the decisions that a reader can follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat

from attrs import frozen

from quoteattr.cues.detection import CueMatch
from quoteattr.cues.page import Page
from quoteattr.explanation import Decision, Report
from quoteattr.grounds import FramePart, Outcome, Trial
from quoteattr.resolution.reasons import speaker_reason
from quoteattr.resolution.speakers import Resolved
from quoteattr.rules.drafting import Drafting, Verdict
from quoteattr.rules.frame import LETTER_NAMES, Frame, Unit
from quoteattr.rules.rule import Rule
from quoteattr.text.marks import Pair
from quoteattr.values import Quote, Span

# Why a phrase that the lexicon knows for something else introduces nothing, by its kind.
_NO_CUES = {
    "hearsay": "hearsay: nobody in the text says it",
    "medium": "only a medium, with no cue of its own",
    "addressee": "only an addressee, with no cue of its own",
    "turn": "a turn to another one, and no cue",
    "topic": "a topic of speech, and no cue",
    "name": "names follow it, no words",
    "not_cue": "a phrase that only looks like a cue",
}
_ASKED_TURN = "its words stand in a turn of an interview, which is one quote or a question"
_CUT_AWAY = "nothing is left of its words where the next attribution begins"
_NAMED_BESIDE = "a name beside the marks tells whose words they are"
_STRAY = "a mark without its partner"


@frozen
class Reading:
    """All that the extraction of one text came to; ``resolved`` and ``quotes`` stand in one order."""

    page: Page
    rules: tuple[Rule, ...]
    drafting: Drafting
    verdicts: Sequence[Verdict]
    resolved: tuple[Resolved, ...]
    quotes: tuple[Quote, ...]


def report_of(reading: Reading) -> Report:
    """The quotes of a text, and one decision for each cue, each mark and each quote's speaker."""
    cues = {verdict.first: verdict for verdict in reading.verdicts if verdict.subject == "cue"}
    trials = {
        first: tuple(_trials(reading, verdict, verdict.frame))
        for first, verdict in cues.items()
        if verdict.frame is not None
    }
    decisions = [
        *_of_cues(reading, cues, trials),
        *_of_marks(reading, _tried_on_marks(reading.rules, cues, trials)),
        *map(_of_speaker, range(len(reading.quotes)), reading.quotes, reading.resolved, repeat(reading.page)),
    ]
    decisions.sort(key=lambda decision: (decision.span.start, decision.span.end))
    return Report(reading.page.tokens.text, reading.quotes, tuple(decisions))


def _trials(reading: Reading, verdict: Verdict, frame: Frame) -> Iterator[Trial]:
    """Every rule whose pattern matches, in order; those after the one that took it were not asked."""
    span = _cue_span(reading.page, frame.cue)
    for rule, reason in verdict.refused:
        yield Trial(rule, Outcome.REFUSED, reason, span)
    if not verdict.taken:
        return
    yield Trial(verdict.rule, Outcome.TOOK, _read(frame), span)
    taker = [rule.name for rule in reading.rules].index(verdict.rule)
    for other in reading.rules[taker + 1 :]:
        if other.match(frame) is not None:
            yield Trial(other.name, Outcome.NOT_ASKED, "a rule before it took the cue", span)


def _of_cues(
    reading: Reading, verdicts: Mapping[int, Verdict], trials: Mapping[int, tuple[Trial, ...]]
) -> Iterator[Decision]:
    numbers = {item.draft.cue.first: at for at, item in enumerate(reading.resolved) if item.draft.cue}
    for cue in reading.page.cues:
        span, verdict = _cue_span(reading.page, cue), verdicts.get(cue.first)
        frame = verdict.frame if verdict is not None else None
        if verdict is None or frame is None:
            yield Decision(span, "cue", False, "", _NO_CUES[cue.kind])
            continue
        number = numbers.get(cue.first) if verdict.taken else None
        if number is not None:
            reason = _read(frame)
        elif verdict.taken:
            reason = _lost(any(draft.cue == cue for draft in reading.drafting.drafts))
        else:
            reason = verdict.reason or f"no content that a rule knows: {frame.described()}"
        parts = tuple(_part(reading.page, unit) for unit in frame.units)
        taken = number is not None
        yield Decision(span, "cue", taken, verdict.rule, reason, number, parts, trials[cue.first])


def _tried_on_marks(
    rules: Sequence[Rule], verdicts: Mapping[int, Verdict], trials: Mapping[int, tuple[Trial, ...]]
) -> dict[int, list[Trial]]:
    """For each mark by its first token the trials whose pattern matched it."""
    named = {rule.name: rule for rule in rules}
    tried: dict[int, list[Trial]] = {}
    for first, verdict in verdicts.items():
        frame = verdict.frame
        if frame is None or not any(unit.pair for unit in frame.units):
            continue
        for trial in trials[first]:
            match = named[trial.rule].match(frame)
            for unit in match.units if match is not None else ():
                if unit.pair is not None:
                    tried.setdefault(unit.pair.open, []).append(trial)
    return tried


def _of_marks(reading: Reading, tried: Mapping[int, Sequence[Trial]]) -> Iterator[Decision]:
    page = reading.page
    verdicts = {verdict.first: verdict for verdict in reading.verdicts if verdict.subject == "mark"}
    numbers = {pair.open: at for at, item in enumerate(reading.resolved) for pair in item.draft.marks}
    for pair in page.marking.pairs:
        number, verdict = numbers.get(pair.open), verdicts.get(pair.open)
        rule, reason = (verdict.rule, verdict.reason) if verdict else ("", "")
        if number is not None and not (verdict and verdict.taken):
            rule, reason = reading.quotes[number].rule, _NAMED_BESIDE
        elif number is None and (verdict is None or verdict.taken):
            reason = _lost(any(pair in draft.marks for draft in reading.drafting.drafts))
        trials = tuple(tried.get(pair.open, ()))
        if number is None or not any(trial.rule == rule for trial in trials):
            trials += (Trial(rule, Outcome.REFUSED if number is None else Outcome.TOOK, reason),)
        yield Decision(_pair_span(page, pair), "mark", number is not None, rule, reason, number, (), trials)
    for stray in page.marking.strays:
        yield Decision(page.tokens.span(stray, stray + 1), "mark", False, "", _STRAY)


def _of_speaker(number: int, quote: Quote, item: Resolved, page: Page) -> Decision:
    """The decision about a quote's speaker, at the mention, else at the cue, else at the content."""
    mention = quote.speaker.mention if quote.speaker else None
    span = mention or (quote.cue.span if quote.cue else quote.content)
    taken, reason = quote.speaker is not None, speaker_reason(page, item)
    return Decision(span, "speaker", taken, quote.rule, reason, number, path=item.trail)


def _lost(drafted: bool) -> str:
    """Why what a rule took is no quote in the end; it was ``drafted`` unless it was cut to nothing."""
    return _ASKED_TURN if drafted else _CUT_AWAY


def _read(frame: Frame) -> str:
    return f"it reads: {frame.described()}"


def _part(page: Page, unit: Unit) -> FramePart:
    if unit.pair is not None:
        return FramePart(unit.letter, LETTER_NAMES[unit.letter], _pair_span(page, unit.pair))
    if unit.first < unit.last:
        return FramePart(unit.letter, LETTER_NAMES[unit.letter], page.tokens.span(unit.first, unit.last))
    at = page.tokens.ends[unit.first - 1]  # a unit of no words stands after the cue
    return FramePart(unit.letter, LETTER_NAMES[unit.letter], Span.of(page.tokens.text, at, at))


def _cue_span(page: Page, cue: CueMatch) -> Span:
    return page.tokens.span(cue.first, cue.last)


def _pair_span(page: Page, pair: Pair) -> Span:
    """A marked stretch with its marks; one that nobody closed ends where it was taken to end."""
    return page.tokens.span(pair.open, max(min(pair.close + 1, len(page.tokens)), pair.open + 1))
