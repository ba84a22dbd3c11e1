"""Marks inside reported content: a fragment of the speaker's own words, a name, or a term."""

from __future__ import annotations

from quoteattr.cues.page import Page
from quoteattr.rules.naming import is_named, is_titled, is_verb, speech_words
from quoteattr.text.marks import Pair
from quoteattr.text.tokens import is_word
from quoteattr.values import Form, Sense, SpeakerKind

_JUDGING = frozenset((Sense.CONDEMN, Sense.PRAISE))

_OWNED = ("ه", "ها", "هم", "نا", "هما", "كم")
_LONG, _SHORT, _LONGEST_BODY = 5, 2, 8


def refuse_fragment(page: Page, pair: Pair, named: set[int], known: frozenset[tuple[str, ...]]) -> str | None:
    """Why a marked stretch inside reported content is no fragment; None where it is one.

    ``named`` holds the openings of the marks refused as names so far: a list of names goes on;
    ``known`` the words that the text puts in marks as names (see ``known_names``).
    """
    words = speech_words(page, pair)
    if words == 0:
        return "nothing between the marks"
    if is_titled(page, pair):
        return "a title in two parts"
    if is_named(page, pair):
        if page.is_complementiser(pair.open - 1):
            return "a name, the subject of the reported clause"
        return "a name, after a noun that names follow"
    if page.forms[pair.open + 1 : pair.close] in known:
        return "a name that the text puts in marks elsewhere too"
    if _is_vouched_for(page, pair):
        return None
    joined = _joined_to(page, pair)
    if joined in named and words < _LONG:
        return "a name, in a list of names"
    # أن «إعمار» أنجزت صفقتين: before a verb the common word is who did it
    common = words == 1 and page.forms[pair.open + 1] in page.lexicon.common
    chosen = common and not is_verb(page, pair.close + 1)
    if page.forms[pair.open - 1] in ("ان", "بان", "فان") and words <= 2 and not chosen:
        return "a name, the subject of the reported clause"
    if words > _SHORT:
        return None
    return _refuse_short(page, pair, words)


def _adjoins_body(page: Page, pair: Pair) -> bool:
    """``حركة المقاومة الوطنية «وعد»``: a name after the whole phrase of a body, all of it definite."""
    for index in range(pair.open - 1, max(pair.open - _LONGEST_BODY, 0), -1):
        if not is_word(page.forms[index]) or page.classes(index) or index in page.cue_at:
            return False
        found = page.noun(index, pair.open) or page.noun(index, pair.open, 1)
        if found is not None and found.head.kind is SpeakerKind.BODY and not found.head.proper:
            return index < pair.open - 1
        if not page.forms[index].startswith(("ال", "وال", "لل")):
            return False
    return False


def _joined_to(page: Page, pair: Pair) -> int:
    index = pair.open - 1
    while index > 0 and page.forms[index] in page.roles["list_joiner"]:
        index -= 1
    if page.forms[index] == ")":
        opened = next((at for at in range(index, max(index - 6, 0), -1) if page.forms[at] == "("), index)
        index = opened - 1
    before = page.closes.get(index)
    return before.open if before is not None and index < pair.open - 1 else -1


def _is_vouched_for(page: Page, pair: Pair) -> bool:
    """Whether ``على حد تعبيره`` or the like in the same sentence vouches for the words."""
    end = page.sentence_of(pair.open).last
    return any(cue.kind == "prep" and cue.pronoun for cue in page.cues_between(pair.close + 1, end))


def _is_judged(page: Page, pair: Pair) -> bool:
    cues = page.cues_between(page.sentence_of(pair.open).first, pair.open)
    last = next((cue for cue in reversed(cues) if cue.finite), None)
    return last is not None and any(reading.verb.sense in _JUDGING for reading in last.readings)


def _refuse_short(page: Page, pair: Pair, words: int) -> str | None:
    first = next(index for index in range(pair.open + 1, pair.close) if is_word(page.forms[index]))
    form = page.forms[first]
    before = page.forms[pair.open - 1] if pair.open else ""
    proper = page.noun(first, pair.close)
    if proper is not None and proper.head.proper and proper.words >= words:
        return "a name that the lexicon knows"
    cue = page.cue_at.get(first)
    if (cue is not None and cue.form is Form.VERB and not cue.homograph) or page.acting(first):
        return None
    head = page.noun(pair.open - 1, pair.open)
    bodies = (SpeakerKind.BODY, SpeakerKind.OUTLET, SpeakerKind.GROUP)
    if head is not None and head.head.kind in bodies:
        return "a name, after the noun of a body"
    if _adjoins_body(page, pair):
        return "a name, after what it names"
    if words == 1 and form in page.lexicon.common and not page.is_given_name(first):
        return None  # جزء من "الثمن": a common word may be the speaker's choice
    if form.startswith("ال") and not (words > 1 and _is_judged(page, pair)):
        return "a term or a name with the article"
    if words == 1:
        predicate = before.startswith(("ال", "وال"))
        own = predicate or (form.endswith(_OWNED) and len(form) > 4)
        accusative = form.endswith("ا") and len(form) > 4
        if own or accusative or before in page.roles["predicate_follows"] or form[0] == "ب":
            return None
        return "a single word that may be a name or a term"
    return None
