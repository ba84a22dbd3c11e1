"""Applying the rules: every cue and every marked stretch gets a draft or the reason why not."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import deque
from collections.abc import Sequence

from attrs import evolve, frozen

from quoteattr.cues.detection import CueMatch
from quoteattr.cues.page import Page
from quoteattr.rules.attribution import build_attribution
from quoteattr.rules.build import build_frame
from quoteattr.rules.extent import cut_contents
from quoteattr.rules.fragments import refuse_fragment
from quoteattr.rules.frame import Frame
from quoteattr.rules.naming import is_named, known_names, speech_words
from quoteattr.rules.rule import Draft, Refusal, Rule
from quoteattr.text.marks import Pair
from quoteattr.text.tokens import BREAK
from quoteattr.values import Kind, SpeakerKind

_CONTINUED_WORDS = 3
_CUE_PHRASES = frozenset("noun post document distance".split())
_ATTRIBUTIONS = frozenset("prep relay clause".split())


@frozen
class Verdict:
    """What became of one cue or mark: token indices, the rule that took it or refused it, and why.

    A cue that rules were tried on has its ``frame``, which is the reason where one took it, and the
    rules that refused, in their order, each with its reason.
    """

    subject: str
    first: int
    last: int
    taken: bool
    rule: str
    reason: str
    frame: Frame | None = None
    refused: tuple[tuple[str, str], ...] = ()


@frozen
class Drafting:
    """The drafts of a page, in the order of their content, and all verdicts."""

    drafts: tuple[Draft, ...]
    verdicts: tuple[Verdict, ...]
    frames: tuple[Frame, ...]


def draft_quotes(page: Page, rules: Sequence[Rule]) -> Drafting:
    """Draft the quotes that cues introduce."""
    verdicts: list[Verdict] = []
    accepted: list[tuple[Draft, Frame]] = []
    begun: set[int] = set()  # where accepted drafts begin
    claimed: set[int] = set()
    later: list[CueMatch] = []
    frames: list[Frame] = []
    for cue in page.cues:
        if cue.phrase is None or cue.kind in _CUE_PHRASES:
            frame = build_frame(page, cue)
            frames.append(frame)
            _judge(page, frame, rules, accepted, begun, claimed, verdicts)
        elif cue.kind in _ATTRIBUTIONS:
            later.append(cue)
        elif cue.kind == "hearsay":
            verdicts.append(
                Verdict("cue", cue.first, cue.last, False, "", "hearsay: nobody in the text says it")
            )
    attributed = {frame.cue.first for _, frame in accepted if frame.cue.finite or frame.cue.form}
    places = sorted((frame.cue.first, at) for at, (_, frame) in enumerate(accepted))
    for cue in later:
        frame = build_attribution(page, cue, attributed)
        taken = _judge(page, frame, rules, accepted, begun, claimed, verdicts)
        if taken:
            insort(places, (cue.first, len(accepted) - 1))
        else:
            _note_relay(frame, accepted, places)
    accepted.sort(key=lambda item: (item[1].cue.first, item[0].first))
    cut = [draft for draft in cut_contents(page, accepted, frames) if _says_something(page, draft)]
    drafts = [_continued(page, draft, claimed, verdicts) for draft in cut]
    drafts = _with_fragments(page, drafts, claimed, verdicts)
    return Drafting(tuple(drafts), tuple(verdicts), tuple(frames))


def _judge(
    page: Page,
    frame: Frame,
    rules: Sequence[Rule],
    accepted: list[tuple[Draft, Frame]],
    begun: set[int],
    claimed: set[int],
    verdicts: list[Verdict],
) -> bool:
    refusals: list[tuple[str, str]] = []
    for rule in rules:
        result = rule.apply(page, frame)
        if result is None:
            continue
        if isinstance(result, Draft) and not _says_something(page, result):
            result = Refusal("no words where its content should stand")
        if isinstance(result, Draft) and any(pair.open in claimed for pair in result.marks):
            result = Refusal("its marks are taken by an earlier cue")
        if isinstance(result, Draft) and result.first in begun:
            result = Refusal("an earlier cue introduces these words")
        if isinstance(result, Refusal):
            refusals.append((rule.name, result.reason))
            continue
        accepted.append((result, frame))
        begun.add(result.first)
        claimed.update(pair.open for pair in result.marks)
        verdicts.append(_of_cue(frame, True, rule.name, "", refusals))
        for pair in result.marks:
            verdicts.append(
                Verdict("mark", pair.open, pair.close, True, rule.name, "the words of the cue's speaker")
            )
        return True
    verdicts.append(_of_cue(frame, False, *(refusals[0] if refusals else ("", "")), refusals))
    return False


def _of_cue(frame: Frame, taken: bool, rule: str, reason: str, refused: Sequence[tuple[str, str]]) -> Verdict:
    cue = frame.cue
    return Verdict("cue", cue.first, cue.last, taken, rule, reason, frame, tuple(refused))


def _says_something(page: Page, draft: Draft) -> bool:
    return page.words_between(draft.first, draft.last) > 0


def _continued(page: Page, draft: Draft, claimed: set[int], verdicts: list[Verdict]) -> Draft:
    """Take in the marks that go on with a speech: a second pair at once, or a paragraph opened anew."""
    if draft.kind is not Kind.DIRECT or not draft.marks or draft.marks[-1].close != draft.last:
        return draft
    marks = [*draft.marks]
    while True:
        index = marks[-1].close + marks[-1].closed
        new_line = index < len(page.tokens) and page.forms[index] == BREAK
        while index < len(page.tokens) and page.forms[index] in ("،", ",", "و", BREAK):
            index += 1
        pair = page.opens.get(index)
        if pair is None or pair.open in claimed or speech_words(page, pair) < _CONTINUED_WORDS:
            break
        if (marks[-1].closed and new_line) or is_named(page, pair):
            break
        marks.append(pair)
        claimed.add(pair.open)
        verdicts.append(
            Verdict("mark", pair.open, pair.close, True, draft.rule, "goes on with the speech before it")
        )
    return evolve(draft, marks=tuple(marks), last=marks[-1].close)


def _note_relay(frame: Frame, accepted: list[tuple[Draft, Frame]], places: Sequence[tuple[int, int]]) -> None:
    """Give a trailing ``بحسب الوكالة`` as the relay of the quote that it follows.

    ``places`` are the tokens of the accepted cues in order, each with its number.
    """
    unit = frame.after("S")
    if unit is None or unit.phrase is None or unit.phrase.kind is not SpeakerKind.OUTLET:
        return
    if frame.pattern.startswith("Y"):
        first, last = frame.units[0].first, frame.cue.first
    else:
        words = frame.after("W")
        first, last = (words.first, words.first + 1) if words else (0, 0)
    number = bisect_left(places, (last, -1)) - 1
    if number >= 0 and places[number][0] >= first:
        at = places[number][1]
        draft, other = accepted[at]
        trailing = (
            draft.open_end and not frame.pattern.startswith(("B", "C")) and draft.first < frame.cue.first
        )
        last = min(draft.last, frame.cue.first) if trailing else draft.last
        if draft.relay is None:
            accepted[at] = (evolve(draft, relay=unit.phrase, last=last), other)


def _with_fragments(
    page: Page, drafts: list[Draft], claimed: set[int], verdicts: list[Verdict]
) -> list[Draft]:
    """Give the marks inside reported content to it as fragments, or refuse them."""
    named: set[int] = set()
    known = known_names(page)
    found: dict[int, list[Pair]] = {}
    coming = deque(sorted(range(len(drafts)), key=lambda at: drafts[at].first))
    near: list[int] = []  # the drafts that reach to the marks or beyond
    for pair in page.marking.pairs:
        if pair.open in claimed:
            continue
        around = page.enclosing(pair.open)
        if around is not None and around.open in claimed:
            verdicts.append(
                Verdict("mark", pair.open, pair.close, False, "fragment", "marks inside a fragment")
            )
            continue
        while coming and drafts[coming[0]].first <= pair.open:
            near.append(coming.popleft())
        near = sorted(at for at in near if drafts[at].last >= pair.open)
        holder = _holder(drafts, near, pair)
        if holder is None:
            continue
        reason = refuse_fragment(page, pair, named, known)
        if reason is not None:
            named.add(pair.open)
            verdicts.append(Verdict("mark", pair.open, pair.close, False, "fragment", reason))
            continue
        claimed.add(pair.open)
        found.setdefault(holder, []).append(pair)
        verdicts.append(
            Verdict("mark", pair.open, pair.close, True, "fragment", "a piece of what is reported")
        )
    return [
        evolve(draft, kind=Kind.MIXED, marks=tuple(sorted((*draft.marks, *found[at]), key=lambda p: p.open)))
        if at in found
        else draft
        for at, draft in enumerate(drafts)
    ]


def _holder(drafts: Sequence[Draft], near: Sequence[int], pair: Pair) -> int | None:
    best: int | None = None
    for at in near:
        draft = drafts[at]
        if draft.first <= pair.open and pair.close <= draft.last + 1:
            if draft.kind is Kind.DIRECT and any(mark.open < pair.open < mark.close for mark in draft.marks):
                return None
            if draft.kind is Kind.DIRECT:
                continue
            if best is None or draft.first >= drafts[best].first:
                best = at
    return best
