"""Building the frame of a cue: the units before it and the units up to its content."""

from __future__ import annotations

from quoteattr.cues.detection import CueMatch
from quoteattr.cues.page import Page
from quoteattr.rules.frame import Frame, Unit, bound_of
from quoteattr.rules.openers import Opener, find_opener, is_asyndetic
from quoteattr.speakers.phrase import NounPhrase, parse_phrase
from quoteattr.speakers.preverbal import preverbal_subject, relative_subject
from quoteattr.speakers.shape import can_begin, date_end
from quoteattr.text.tokens import BREAK, is_word
from quoteattr.values import Form, SpeakerKind

_LETTERS = {
    Form.VERB: "V",
    Form.PASSIVE: "V",
    Form.PARTICIPLE: "P",
    Form.VERBAL_NOUN: "N",
    Form.PREPOSITION: "B",
    Form.CLAUSE: "C",
}
_DATIVE = frozenset("له لها لهم لهما لي لنا لكم اليه اليها اليهم عليه عليها عليهم منه منها منهم".split())
_PHRASE_LETTERS = {
    "medium": "M", "addressee": "D", "turn": "A", "topic": "A", "post": "A", "prep": "A", "relay": "A",
    "clause": "A", "not_cue": "A", "distance": "O", "document": "A", "hearsay": "O", "noun": "A", "name": "O",
}  # fmt: skip
_CLAUSE_HEADS = frozenset("كان كانت وكان وكانت اما".split())
_THUS = frozenset("هكذا بهذه بهذا الكلمات الكلام العبارة".split())
# نقل عن، نسب إلى: the preposition that the real speaker follows
_PREPOSITIONS = {"3an": "عن", "ila": "الي"}
_SEPARATORS = frozenset("،,-–—()")


def build_frame(page: Page, cue: CueMatch) -> Frame:
    """The frame of one cue."""
    first, bound = bound_of(page, cue.first)
    opener = find_opener(page, cue, bound)
    after = _region(page, cue, cue.last, opener.region_end)
    after.extend(_opened(page, opener, bound))
    before = _before(page, cue, first, after)
    letter = _LETTERS.get(cue.form, "N")
    units = (*before, Unit(letter, cue.first, cue.last), *after)
    return Frame(cue, units, len(before), bound)


def _opened(page: Page, opener: Opener, bound: int) -> list[Unit]:
    if opener.letter == "Q":
        assert opener.pair is not None
        return [Unit("Q", opener.pair.open, opener.pair.close, pair=opener.pair)]
    if opener.letter == "E":
        return [Unit("E", opener.index, opener.index)]
    if opener.letter in "NX":
        return [Unit("E" if opener.letter == "X" else "N", opener.index, opener.index)]
    units = [Unit(opener.letter, opener.index, opener.content)]
    pair = opener.pair or page.opens.get(opener.content)
    if pair is not None:
        units.append(Unit("Q", pair.open, pair.close, pair=pair))
    elif opener.content < bound:
        units.append(Unit("W", opener.content, bound))
    return units


def _region(page: Page, cue: CueMatch, first: int, last: int) -> list[Unit]:
    """The units between a cue and the opener of its content."""
    units: list[Unit] = []
    sources = {_PREPOSITIONS[code] for r in cue.readings for code in r.verb.source if code in _PREPOSITIONS}
    index = first
    subject = cue.form is Form.PARTICIPLE or (cue.form is Form.VERBAL_NOUN and cue.pronoun is not None)
    while index < last:
        unit = (
            _source(page, index, last) if page.forms[index] in sources else _unit(page, index, last, subject)
        )
        if unit is None:
            index += 1
            continue
        if unit.letter in "SF":
            subject = subject or unit.letter == "S"
        subject = subject or unit.letter == "O"  # the subject of a verb stands before its object
        if units and units[-1].letter == unit.letter == "A":
            units[-1] = Unit("A", units[-1].first, unit.last)
        else:
            units.append(unit)
        index = max(unit.last, index + 1)
    return units


def _unit(page: Page, index: int, last: int, subject: bool) -> Unit | None:
    form = page.forms[index]
    if form in _SEPARATORS:
        return _parenthesis(page, index, last)
    dated = date_end(page, index, last)
    if dated is not None:
        return Unit("A", index, dated)
    classes = page.classes(index)
    match = page.cue_at.get(index)
    if match is not None and match.kind == "relay" and match.pronoun is None and match.last < last:
        phrase = parse_phrase(page, match.last, last)
        if phrase is not None:
            return Unit("F", index, phrase.last, phrase)
    if match is not None and match.phrase and match.last <= last:
        letter = _PHRASE_LETTERS[match.kind]
        if not (match.kind == "topic" and page.noun(index, last)):
            if form == "عن" and match.kind == "topic":
                return _source(page, index, last)
            return Unit(letter, index, _adjunct_end(page, match.last, last, match.kind))
    if "relative" in classes:
        return Unit("R", index, _relative_end(page, index, last))
    if form in _DATIVE:
        return Unit("D", index, index + 1)
    if form == "ل" and index + 1 in page.opens and page.opens[index + 1].close < last:
        return Unit("D", index, page.opens[index + 1].close + 1)  # لـ«الأخبار»
    if classes & {"pronoun"} and form.startswith("و"):
        return Unit("R", index, _relative_end(page, index, last))  # وهو مسؤول في الشرطة
    if classes & {"time", "day", "month", "adverb", "identity"} or form[0].isdigit():
        if not ("time" in classes and page.noun(index, last)):
            return Unit("A", index, index + 1)
    if form == "عن":
        return _source(page, index, last)
    if not subject and can_begin(page, index, last):
        phrase = parse_phrase(page, index, last)
        if phrase is not None and not _is_prepositional(page, index):
            return Unit("S", phrase.first, phrase.last, phrase)
    if (
        classes & {"preposition", "adjunct", "subordinator"}
        or _is_prepositional(page, index)
        or (subject and form.startswith(("بال", "لل")))
    ):
        return Unit("A", index, _adjunct_end(page, index + 1, last, ""))
    if not is_word(form):
        return None
    verb = page.cue_at.get(index)
    if verb is not None and is_asyndetic(page, verb):
        return Unit("R", index, _relative_end(page, index, last))
    found = page.noun(index, last)
    if found and found.head.kind is SpeakerKind.DOCUMENT and not found.definite:
        return Unit("M", index, index + found.words)  # كتب خليف تغريدة: «…»
    return Unit("O", index, index + 1)


def _is_prepositional(page: Page, index: int) -> bool:
    """Whether a word is a noun with بـ or لـ before it rather than a name that begins so."""
    form = page.forms[index]
    if form.startswith(("لل", "بال")):
        # بالرام كومار: a foreign name may begin so, but another word of the name follows
        following = page.forms[index + 1] if index + 1 < len(page.tokens) else ""
        return (
            bool(page.noun(index, index + 1, 1))
            or not following.isalpha()
            or following.startswith("ال")
            or bool(page.classes(index + 1))
        )
    if form[0] not in "بل" or len(form) < 4 or page.noun(index, index + 1):
        return False
    return bool(page.noun(index, index + 1, 1)) or (form.endswith(("ه", "ها", "هم")) and form[1:] != "")


def _source(page: Page, index: int, last: int) -> Unit:
    phrase = parse_phrase(page, index + 1, last)
    if phrase is None:
        return Unit("A", index, index + 1)
    return Unit("F", index, phrase.last, phrase)


def _parenthesis(page: Page, index: int, last: int) -> Unit | None:
    form = page.forms[index]
    if form in "،,)":
        return None
    closing = ")" if form == "(" else form
    for close in range(index + 1, min(last, index + 25)):
        if page.forms[close] == closing:
            return Unit("A", index, close + 1)
    return None


def _adjunct_end(page: Page, first: int, last: int, kind: str) -> int:
    """Where an adjunct ends: with the noun phrase that it governs, or at the comma."""
    if kind in ("turn", "post", "not_cue"):
        return first
    index = first
    phrase = parse_phrase(page, index, last)
    if phrase is not None:
        index = phrase.last
    while index < last and page.forms[index] not in "،,-–—":
        if page.classes(index) & {"preposition", "adjunct", "time", "day", "month", "relative"}:
            index += 1
            continue
        if phrase is not None and index == phrase.last and can_begin(page, index, last) and kind != "medium":
            break
        index += 1
    return index


def _relative_end(page: Page, first: int, last: int) -> int:
    """A relative clause is taken to reach the last comma before the content, or the content."""
    for index in range(last - 1, first, -1):
        if page.forms[index] in "،,":
            return index
    return last


def _outranks(page: Page, phrase: NounPhrase, cue: CueMatch, after: list[Unit]) -> bool:
    """Whether the phrase before the verb is its subject though another follows: بكين تصف سياسة واشنطن."""
    following = next(unit.phrase for unit in after if unit.letter == "S")
    before = page.forms[phrase.first - 1] if phrase.first else BREAK
    adjoins = phrase.last == cue.first or page.forms[cue.first - 1] in ("قد", "فقد")
    known = phrase.head is not None or phrase.named
    rival = following is not None and following.named and following.kind is SpeakerKind.PERSON
    # A sentence may begin with a dateline or a byline, which is a bare name or place.
    first = page.sentence_of(phrase.first).first == phrase.first
    titled = first and phrase.head is not None and not phrase.head.proper
    return known and (adjoins or titled or before in _CLAUSE_HEADS) and not rival


def _before(page: Page, cue: CueMatch, first: int, after: list[Unit]) -> list[Unit]:
    units: list[Unit] = []
    index = cue.first - 1
    while index >= first and (page.forms[index] in "،,-–—" or page.forms[index] in _THUS):
        index -= 1
    closed = page.closes.get(index)
    if closed is not None and not cue.clitic.startswith(("و", "ف")):
        units.append(Unit("Q", closed.open, closed.close, pair=closed))
    has_subject = any(unit.letter == "S" for unit in after)
    if cue.finite:
        relative = relative_subject(page, cue, first)
        if relative is not None:
            return [Unit("S", relative.first, relative.last, relative), Unit("R", relative.last, cue.first)]
        if not cue.clitic.startswith("و"):
            phrase = preverbal_subject(page, cue, first)
            if phrase is not None and (not has_subject or _outranks(page, phrase, cue, after)):
                return [*units, Unit("S", phrase.first, phrase.last, phrase)]
    return units
