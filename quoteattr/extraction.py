"""The whole flow: text → page → drafts → speakers → quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from attrs import evolve, field, frozen

from quoteattr.confidence import Confidence, sort_of
from quoteattr.cues.detection import cue_offset
from quoteattr.cues.modality import modality_of
from quoteattr.cues.page import Page
from quoteattr.explaining import Reading, report_of
from quoteattr.explanation import Report
from quoteattr.lexicon.lexicon import Lexicon
from quoteattr.resolution.description import phrase_span, speaker_value
from quoteattr.resolution.speakers import Resolved, resolve_speakers
from quoteattr.resolution.trail import Trail
from quoteattr.rules import RULES, check_rules
from quoteattr.rules.contents import Contents
from quoteattr.rules.cueless import headline_quotes, labelled_marks, leftover_marks, signed_marks
from quoteattr.rules.drafting import Drafting, Verdict, draft_quotes
from quoteattr.rules.interviews import interview_answers
from quoteattr.rules.rule import Draft, Rule
from quoteattr.speakers.phrase import NounPhrase
from quoteattr.text.letters import offset_of_letter
from quoteattr.text.tokens import is_word
from quoteattr.values import Basis, Cue, Entity, Quote, Span


@lru_cache(maxsize=1)
def default_confidence() -> Confidence:
    """The measured confidences that ship with the library, read once."""
    return Confidence.default()


@frozen
class Extractor:
    """Finds the quotations of Arabic texts; immutable, picklable, safe to share between threads.

    ``rules`` are tried in their order, the first that accepts takes a cue. Raises RuleError where two
    of them have one name, or one of them can never match; TypeError for a lexicon that is none.
    """

    lexicon: Lexicon = field(factory=Lexicon.default, repr=False)
    rules: tuple[Rule, ...] = field(default=RULES, converter=tuple, repr=False)
    confidence: Confidence = field(factory=default_confidence, repr=False)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.lexicon, Lexicon):
            raise TypeError(f"expected a Lexicon, got {type(self.lexicon).__name__}")
        check_rules(self.rules)

    def extract(
        self, text: str, entities: Iterable[Entity] = (), *, min_confidence: float = 0.0
    ) -> tuple[Quote, ...]:
        """The quotes of a text, in the order of their content.

        ``entities`` are names that the caller knows: they settle who a mention is, never where.
        Quotes whose confidence is below ``min_confidence`` (0 to 1) are left out; what was nested in
        one of them is nested in none, or in the next one around it.
        Raises TypeError for anything but a ``str``, ValueError for a ``min_confidence`` that is no
        share; no text raises.
        """
        if not 0.0 <= min_confidence <= 1.0:
            raise ValueError(f"min_confidence: expected a share from 0 to 1, got {min_confidence!r}")
        quotes = self._read(text, entities).quotes
        sure = tuple(quote for quote in quotes if quote.confidence >= min_confidence)
        return quotes if len(sure) == len(quotes) else _with_parents(sure)

    def graded(self, text: str, entities: Iterable[Entity] = ()) -> tuple[tuple[Quote, str], ...]:
        """Each quote with the sort of decision that its confidence was looked up by (see ``Confidence``)."""
        reading = self._read(text, entities)
        return tuple(zip(reading.quotes, map(_sort, reading.resolved), strict=True))

    def explain(self, text: str, entities: Iterable[Entity] = ()) -> Report:
        """The same quotes, with every decision on the way to them."""
        return report_of(self._read(text, entities, told=True))

    def _read(self, text: str, entities: Iterable[Entity], *, told: bool = False) -> Reading:
        """What the text comes to; ``told`` how each speaker was sought, which takes its time."""
        if not isinstance(text, str):
            raise TypeError(f"expected a str, got {type(text).__name__}")
        known = tuple(entities)
        page = Page.read(text, self.lexicon)
        drafting = draft_quotes(page, self.rules)
        drafts, verdicts = _with_cueless(page, drafting)
        watch = Trail.on(page, drafting.frames) if told else None
        resolved = resolve_speakers(page, drafts, drafting.frames, watch)
        quotes = _with_parents(tuple(self._quote(page, item, known) for item in resolved))
        return Reading(page, self.rules, drafting, verdicts, resolved, quotes)

    def _quote(self, page: Page, item: Resolved, entities: Sequence[Entity]) -> Quote:
        draft = item.draft
        fragments = tuple(_inside(page, pair.open + 1, pair.close) for pair in draft.marks)
        content = _content(page, draft)
        if fragments and fragments[-1].end > content.end:
            content = Span.of(page.tokens.text, content.start, fragments[-1].end)  # a mark left open
        speaker = speaker_value(page, item.referent, draft.subject, item.basis, item.antecedent, entities)
        return Quote(
            kind=draft.kind,
            content=content,
            fragments=fragments,
            speaker=speaker,
            cue=_cue(page, draft),
            addressee=phrase_span(page, draft.addressee) if draft.addressee else None,
            relay=speaker_value(page, item.relay, draft.relay, Basis.MENTION, None, entities),
            medium=_span(page, *draft.medium) if draft.medium else None,
            rule=draft.rule,
            confidence=self.confidence.of(_sort(item)),
        )


@lru_cache(maxsize=1)
def default_extractor() -> Extractor:
    """The extractor behind the module's functions."""
    return Extractor()


def extract(text: str, entities: Iterable[Entity] = (), *, min_confidence: float = 0.0) -> tuple[Quote, ...]:
    """The quotes of a text, in the order of their content (see ``Extractor.extract``)."""
    return default_extractor().extract(text, entities, min_confidence=min_confidence)


def _sort(item: Resolved) -> str:
    return sort_of(item.draft.rule, item.basis if item.referent is not None else None, item.path)


def explain(text: str, entities: Iterable[Entity] = ()) -> Report:
    """The quotes of a text and every decision on the way (see ``Extractor.explain``)."""
    return default_extractor().explain(text, entities)


def _with_cueless(page: Page, drafting: Drafting) -> tuple[list[Draft], list[Verdict]]:
    drafts, verdicts = list(drafting.drafts), list(drafting.verdicts)
    answers, questions = interview_answers(page)
    asked = Contents.over(questions)
    turns = Contents.over((*questions, *((answer.first, answer.last) for answer in answers)))
    drafts = [
        draft
        for draft in drafts
        if not turns.holding(draft.first) or (draft.subject is not None and not asked.holding(draft.first))
    ]
    speakers = {form for phrase in _heard(drafting) for form in page.forms[phrase.first : phrase.last]}
    headlines = [draft for draft in headline_quotes(page, speakers, drafts) if not turns.holding(draft.first)]
    taken = {verdict.first for verdict in verdicts if verdict.subject == "mark"}
    taken.update(pair.open for draft in headlines for pair in draft.marks)
    headlines = [*headlines, *labelled_marks(page, taken), *signed_marks(page, taken)]
    drafts = [*headlines, *answers, *drafts]
    claimed = {verdict.first for verdict in verdicts if verdict.subject == "mark"}
    claimed.update(pair.open for draft in headlines for pair in draft.marks)
    neighbours, refused = leftover_marks(page, drafts, claimed)
    verdicts.extend(
        Verdict("mark", d.first - 1, d.last, True, d.rule, "words of the one who speaks here")
        for d in neighbours
    )
    verdicts.extend(Verdict("mark", first, last, False, "", reason) for first, last, reason in refused)
    return [*drafts, *neighbours], verdicts


def _heard(drafting: Drafting) -> Iterator[NounPhrase]:
    """The phrases of those who speak, or who are the subject of a verb of speech."""
    yield from (draft.subject for draft in drafting.drafts if draft.subject is not None)
    for frame in drafting.frames:
        yield from (unit.phrase for unit in frame.units if unit.letter == "S" and unit.phrase is not None)


def _span(page: Page, first: int, last: int) -> Span:
    return page.tokens.span(first, last)


def _inside(page: Page, first: int, last: int) -> Span:
    """The span of tokens that may be none: an empty span where the marks touch."""
    if first >= last:
        at = page.tokens.ends[first - 1]
        return Span.of(page.tokens.text, at, at)
    return _span(page, first, last)


def _content(page: Page, draft: Draft) -> Span:
    if draft.marks and draft.first == draft.marks[0].open + 1 and draft.last == draft.marks[-1].close:
        return _inside(page, draft.first, draft.last)  # the outermost marks belong to none of it
    first, last = draft.first, draft.last
    while first < last - 1 and not is_word(page.forms[first]) and page.forms[first] not in "([؟?":
        if first in page.opens and page.opens[first].close < last - 1:
            break  # "اقتناعه" بإمكانية الحوار: the marks belong to the clause
        first += 1
    closing = page.closes.get(last)
    if closing is not None and closing.open >= first:
        last += 1  # … «أفضل مما يشاع»
    while last > first + 1 and not is_word(page.forms[last - 1]) and page.forms[last - 1] not in ")]%٪؟!?":
        closing = page.closes.get(last - 1)
        if closing is not None and closing.open > first:
            break
        last -= 1
    span = _inside(page, first, last)
    if not draft.letters or first != draft.first:
        return span
    return Span.of(
        page.tokens.text, span.start + offset_of_letter(page.tokens.raw(first), draft.letters), span.end
    )


def _cue(page: Page, draft: Draft) -> Cue | None:
    cue = draft.cue
    if cue is None:
        return None
    span = page.tokens.span(cue.first, cue.last, cue_offset(page.tokens, cue))
    return Cue(span, cue.lemma, cue.sense, cue.form, modality_of(page, cue))


def _with_parents(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """Each quote with the index of the innermost quote whose content holds its own."""
    open_quotes: list[int] = []
    placed: list[Quote] = []
    for index, quote in enumerate(quotes):
        while open_quotes and quotes[open_quotes[-1]].content.end < quote.content.end:
            open_quotes.pop()
        parent = (
            open_quotes[-1]
            if open_quotes and quotes[open_quotes[-1]].content.end > quote.content.start
            else None
        )
        same = parent is not None and quotes[parent].content == quote.content
        placed.append(evolve(quote, parent=None if same else parent))
        open_quotes.append(index)
    return tuple(placed)
