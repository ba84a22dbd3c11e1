"""Attribution without a verb of its own clause: ``بحسب الوزارة``, ``وفقاً لتقرير``, ``حسبما أفاد``.

The words attributed stand before it, after it, or on both sides of it (``-حسب المحلل-``). Where a
verb has attributed them already, it only says who passed them on.
"""

from __future__ import annotations

from collections.abc import Collection

from attrs import evolve

from quoteattr.cues.detection import CueMatch
from quoteattr.cues.page import Page
from quoteattr.rules.frame import Frame, Unit, bound_of
from quoteattr.rules.naming import is_named, speech_words
from quoteattr.rules.parts import phrase_after
from quoteattr.rules.rule import Draft, Match, Refusal, Rule
from quoteattr.speakers.phrase import NounPhrase
from quoteattr.speakers.shape import is_accusative
from quoteattr.text.marks import Pair
from quoteattr.text.tokens import BREAK, is_word
from quoteattr.values import Basis, Kind

_DASHES = frozenset("-–—")
_MEASURING = frozenset(("wafq", "wifqan", "tibqan", "istinadan_ila"))
_AFTER_WAW = ("ال", "س", "ي", "ت", "ن", "ا", "كان", "لا", "لن", "لم")
_FEWEST_WORDS = 3
_LONGEST_SUBJECT = 6
_FARTHEST_SO = 45


def build_attribution(page: Page, cue: CueMatch, attributed: Collection[int]) -> Frame:
    """The frame of an attribution; ``attributed`` holds the first tokens of cues that have content."""
    first, bound = bound_of(page, cue.first)
    after, end = _speaker_units(page, cue, bound)
    units: list[Unit] = []
    closed = _closed_before(page, cue.first, first)
    leading = _is_leading(page, cue, first)
    dashed = _dashed(page, cue, first, end, bound)
    concluded = any(
        page.forms[index] in page.roles["conclusion"] for index in range(end, min(end + 2, bound))
    )
    leading = leading or concluded
    if closed is not None and not leading:
        units.append(closed)
        resumed = _resumed(page, end, bound)
    elif not leading and cue.first - first >= _FEWEST_WORDS:
        taken = any(index in attributed for index in range(first, cue.first))
        units.append(Unit("Y" if taken else "W", first, bound if dashed else cue.first))
    else:
        resumed = None
    at = len(units)
    units.append(Unit("C" if cue.kind == "clause" else "B", cue.first, cue.last))
    units.extend(after)
    if closed is not None and resumed is not None:
        units.append(resumed)
    elif not dashed:
        units.append(_content_after(page, end, bound, leading))
    return Frame(cue, tuple(units), at, bound)


def _speaker_units(page: Page, cue: CueMatch, bound: int) -> tuple[list[Unit], int]:
    index, units = cue.last, []
    if cue.kind == "clause":
        verb = page.cue_at.get(index)
        if verb is None or not (verb.finite or verb.kind == "document"):
            return [], index
        units.append(Unit("V", verb.first, verb.last))
        index = verb.last
        while index < bound and (
            page.forms[index] in ("عنه", "عنها", "عنهم", "به", "له")
            or page.classes(index) & {"adverb", "time"}
        ):
            index += 1
        phrase = phrase_after(page, index, bound) if page.forms[min(index, bound - 1)][0] != "ل" else None
    elif cue.pronoun is not None:
        return [Unit("P", cue.last - 1, cue.last)], index
    elif index < bound and page.forms[index] in ("لما", "ما") and index + 1 in page.cue_at:
        verb = page.cue_at[index + 1]
        units.append(Unit("V", verb.first, verb.last))
        phrase = phrase_after(page, verb.last, bound)
    else:
        phrase = phrase_after(page, index, bound, li=cue.takes_li)
    if phrase is None:
        return units, index
    if cue.kind == "clause" and is_accusative(page, phrase.first):
        return [], index  # كما دعا المواطنين: whom it acts on
    units.append(Unit("S", phrase.first, phrase.last, phrase))
    if phrase.last < bound and "relative" in page.classes(phrase.last):
        # وفقاً للتقرير الذي نشرته المنظمة، ارتفع: the words begin after the comma
        comma = next((at for at in range(phrase.last, bound) if page.forms[at] in "،,"), phrase.last)
        return units, comma
    return units, phrase.last


def _resumed(page: Page, end: int, bound: int) -> Unit | None:
    """Marks that go on after the attribution has interrupted them."""
    while end < bound and page.forms[end] in "،,":
        end += 1
    pair = page.opens.get(end)
    return (
        Unit("Q", pair.open, pair.close, pair=pair) if pair is not None and not is_named(page, pair) else None
    )


def _closed_before(page: Page, index: int, first: int) -> Unit | None:
    index -= 1
    while index > first and page.forms[index] in "،,-–—.":
        index -= 1
    pair = page.closes.get(index)
    if pair is None or speech_words(page, pair) < _FEWEST_WORDS - 1 or is_named(page, pair):
        return None
    # Marks at the end of a longer clause are a fragment of it.
    before = [token for token in range(first, pair.open) if is_word(page.forms[token])]
    led = len(before) == 1 and bool(page.classes(before[0]))
    return Unit("Q", pair.open, pair.close, pair=pair) if not before or led else None


def _is_leading(page: Page, cue: CueMatch, first: int) -> bool:
    words = sum(1 for index in range(first, cue.first) if is_word(page.forms[index]))
    return words <= 1 or (bool(cue.clitic) and page.forms[cue.first - 1] in ("،", "؛", ",", "..", "...", "…"))


def _dashed(page: Page, cue: CueMatch, first: int, end: int, bound: int) -> bool:
    """Whether dashes or commas set the attribution off in the middle of the words."""
    before = page.forms[cue.first - 1] if cue.first > first else BREAK
    after = page.forms[end] if end < bound else BREAK
    if before in _DASHES and after in _DASHES:
        return True
    # الجسر الجديد، بحسب المهندس، سيفتح: a subject stands before it and its verb after it
    words = sum(1 for index in range(first, cue.first) if is_word(page.forms[index]))
    if not (before in "،," and after in "،," and words <= _LONGEST_SUBJECT and end + 1 < bound):
        return False
    return page.forms[end + 1][0] not in "وف" and is_word(page.forms[end + 1]) and end + 1 not in page.cue_at


def _content_after(page: Page, end: int, bound: int, leading: bool) -> Unit:
    for index in range(end, min(bound, end + _FARTHEST_SO) if leading else end + 2):
        if index < bound and page.forms[index] in page.roles["conclusion"]:
            return Unit("W", index + 1, bound)
    if not leading:
        return Unit("E", end, end)
    index = end
    while index < bound and not is_word(page.forms[index]) and index not in page.opens:
        index += 1
    if index in page.opens and page.opens[index].close <= bound:
        pair = page.opens[index]
        return Unit("Q", pair.open, pair.close, pair=pair)
    if bound - index < _FEWEST_WORDS:
        return Unit("E", end, end)
    return Unit("W", index, bound)


def _speaker(page: Page, frame: Frame) -> NounPhrase | Refusal | None:
    unit = frame.after("S")
    if unit is None or unit.phrase is None:
        if frame.after("P"):
            return None
        return Refusal("nobody is named after it")
    phrase = unit.phrase
    head = phrase.head
    ident = frame.cue.ident
    if head is not None and head.lemma in page.roles["measure"] and ident in _MEASURING:
        return Refusal("a law or a measure is no speaker")
    if head is not None and head.lemma in page.roles["amount"]:
        return Refusal("a quantity is no speaker")
    if head is None and (not phrase.named or ident == "istinadan_ila"):
        return Refusal("what follows it is no speaker")
    return phrase


def _attributed(page: Page, frame: Frame, draft: Draft) -> Draft | Refusal:
    """A draft of the words with the one whom the attribution names."""
    speaker = _speaker(page, frame)
    if isinstance(speaker, Refusal):
        return speaker
    if frame.cue.kind == "clause" and frame.after("V") is None:
        return Refusal("no reporting verb after it")
    return evolve(draft, subject=speaker, basis=Basis.MENTION if speaker else Basis.PRONOUN)


def passes_on(page: Page, frame: Frame, match: Match) -> Draft | Refusal:
    """``قال الوزير إن …، بحسب الوكالة``: a verb attributes the words, this only passes them on."""
    return Refusal("a verb attributes these words already; this says who passed them on")


def words_before(page: Page, frame: Frame, match: Match) -> Draft | Refusal:
    """``فتح الطريق، بحسب الوزارة``."""
    words = match.units[0]
    form = page.forms[words.first]
    whole = (
        page.noun(words.first, words.last)
        or page.is_given_name(words.first)
        or form in page.lexicon.verb_forms
    )
    # وسيعود, والطريق; but وصلت and وقع begin with the letter itself
    joined = (
        form[0] == "و"
        and not whole
        and (form[1:].startswith(_AFTER_WAW) or form[1:] in page.lexicon.verb_forms)
    )
    over = words.last > frame.cue.first  # the words go on behind the attribution
    draft = Draft(match.rule, Kind.INDIRECT, frame.cue, words.first, words.last, open_end=over)
    return _attributed(page, frame, evolve(draft, letters=int(joined)))


def marks_before(page: Page, frame: Frame, match: Match) -> Draft | Refusal:
    """``«فتح الطريق»، بحسب الوزارة``."""
    pair, after = match.units[0].pair, match.units[-1].pair
    assert pair is not None
    if after is not None:
        return _attributed(page, frame, _marked(frame, match, pair, after))
    return _attributed(page, frame, _marked(frame, match, pair))


def _marked(frame: Frame, match: Match, *pairs: Pair) -> Draft:
    return Draft(match.rule, Kind.DIRECT, frame.cue, pairs[0].open + 1, pairs[-1].close, pairs)


def words_after(page: Page, frame: Frame, match: Match) -> Draft | Refusal:
    """``وبحسب الوزارة، فتح الطريق``."""
    words = match.units[-1]
    verb = page.cue_at.get(words.first)
    if verb is not None and verb.finite and not verb.homograph:
        return Refusal("the verb after it attributes the words; this says who passed them on")
    if frame.cue.kind == "clause" and frame.cue.ident in ("kama", "mithlama"):
        return Refusal("at the head of a sentence it adds: the verb after it is the cue")
    draft = Draft(match.rule, Kind.INDIRECT, frame.cue, words.first, words.last, open_end=True)
    return _attributed(page, frame, draft)


def marks_after(page: Page, frame: Frame, match: Match) -> Draft | Refusal:
    """``وفي رأيه «لا حل إلا بالحوار»``."""
    pair = match.units[-1].pair
    assert pair is not None
    return _attributed(page, frame, _marked(frame, match, pair))


def rules() -> tuple[Rule, ...]:
    """The rules of attribution in their order."""
    return (
        Rule("passed on", "^Y[BC]", passes_on, "قالت الوزارة إن الطريق فتح، بحسب الوكالة."),
        Rule(
            "marks and attribution", "^Q[BC]V?[SP]Q?", marks_before, "«الطريق مفتوح منذ الفجر»، بحسب الوزارة."
        ),
        Rule("words and attribution", "^W[BC]V?[SP]", words_before, "فتح الطريق منذ الفجر، بحسب الوزارة."),
        Rule("attribution and marks", "^[BC]V?[SP]Q", marks_after, "وفي رأيه «لا حل إلا بفتح الطريق»."),
        Rule("attribution and words", "^[BC]V?[SP]W", words_after, "وبحسب الوزارة، فتح الطريق منذ الفجر."),
    )
