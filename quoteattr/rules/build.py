"""Building the frame of a cue: the units before it and the units up to its content."""

from __future__ import annotations

from attrs import evolve

from quoteattr.cues.detection import CueMatch
from quoteattr.cues.page import Page
from quoteattr.rules.frame import Frame, Unit, bound_of
from quoteattr.rules.governing import Government
from quoteattr.rules.inversion import with_inverted_subject
from quoteattr.rules.openers import Opener, find_opener
from quoteattr.rules.units import read_unit, source
from quoteattr.speakers.phrase import NounPhrase
from quoteattr.speakers.preverbal import asyndetic_subject, preverbal_subject, relative_subject
from quoteattr.text.tokens import BREAK, is_word
from quoteattr.values import Form, SpeakerKind

_NAME_AND_WORD, _FEWEST_WORDS = 2, 6
_LETTERS = {
    Form.VERB: "V",
    Form.PASSIVE: "V",
    Form.PARTICIPLE: "P",
    Form.VERBAL_NOUN: "N",
    Form.PREPOSITION: "B",
    Form.CLAUSE: "C",
}


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
    index = first
    subject = cue.form is Form.PARTICIPLE or (cue.form is Form.VERBAL_NOUN and cue.pronoun is not None)
    governs = Government.of(cue)
    while index < last:
        if page.forms[index] in governs.sources:
            unit: Unit | None = source(page, index, last)
        else:
            unit = read_unit(page, index, last, governs, subject_met=subject)
        if unit is None:
            index += 1
            continue
        if unit.letter == "A":
            unit = evolve(unit, last=_over_adjectives(page, unit.last, last))
        acted = unit.letter in "MA" and any(page.acting(at) for at in range(unit.first + 1, unit.last))
        # في كلمة افتتح بها، أمس، ملتقى دولياً: what follows belongs to the verb of the description
        subject = subject or acted or unit.letter in "SO"  # the subject of a verb stands before its object
        if units and units[-1].letter == unit.letter == "A":
            units[-1] = Unit("A", units[-1].first, unit.last)
        else:
            units.append(unit)
        index = max(unit.last, index + 1)
    return with_inverted_subject(page, cue, _with_last_name(page, units, last), last)


def _with_last_name(page: Page, units: list[Unit], last: int) -> list[Unit]:
    """A lone word between a name and its content is the rest of the name: ``السيدة نادية قسيس: …``."""
    if len(units) < _NAME_AND_WORD or units[-1].letter != "O" or units[-2].letter != "S":
        return units
    subject, word = units[-2], units[-1]
    named = subject.phrase is not None and subject.phrase.named and subject.last == word.first
    named = named and subject.phrase is not None and subject.phrase.kind is SpeakerKind.PERSON
    rest = word.last == last and word.last - word.first == 1 and not page.forms[word.first].startswith("ال")
    rest = rest and len(page.forms[word.first]) > 1  # a lone letter is a clitic
    if (
        not named
        or subject.phrase is None
        or not rest
        or page.is_thing(word.first)
        or page.classes(word.first)
    ):
        return units
    names = (*subject.phrase.names, word.first)
    whole = evolve(subject.phrase, last=word.last, names=names)
    return [*units[:-2], Unit("S", subject.first, word.last, whole)]


def _over_adjectives(page: Page, index: int, last: int) -> int:
    """An indefinite adjective goes on with the adjunct before it: ``بنبرة غاضبة``."""
    while index < last and page.is_adjective(index):
        index += 1
    return index


def _outranks(page: Page, phrase: NounPhrase, cue: CueMatch, after: list[Unit]) -> bool:
    """Whether the phrase before the verb is its subject though another follows: باريس تصف موقف مدريد."""
    following = next(unit.phrase for unit in after if unit.letter == "S")
    before = page.forms[phrase.first - 1] if phrase.first else BREAK
    adjoins = phrase.last == cue.first or page.forms[cue.first - 1] in ("قد", "فقد")
    known = phrase.head is not None or phrase.named
    rival = following is not None and following.named and following.kind is SpeakerKind.PERSON
    # A sentence may begin with a dateline or a byline, which is a bare name or place.
    first = page.sentence_of(phrase.first).first == phrase.first
    titled = first and phrase.head is not None and not phrase.head.proper
    if known and page.forms[cue.first - 1] in ("قد", "فقد") and before in page.roles["clause_head"]:
        return True  # وكان سامر قد وصف قرارات زميله
    return known and (adjoins or titled or before in page.roles["clause_head"]) and not rival


def _before(page: Page, cue: CueMatch, first: int, after: list[Unit]) -> list[Unit]:
    units: list[Unit] = []
    index = cue.first - 1
    if page.forms[index - 1 : index + 1] == ("هذا", "ما"):
        index -= 2  # «…»، هذا ما قاله البائع
    while index >= first and (
        page.forms[index] in ("،", ",", "-", "–", "—", "..", "...", "…")
        or page.forms[index] in page.roles["thus"]
    ):
        index -= 1
    closed = page.closes.get(index)
    if closed is not None and not cue.clitic.startswith(("و", "ف")):
        units.append(Unit("Q", closed.open, closed.close, pair=closed))
    has_subject = any(unit.letter == "S" for unit in after)
    if cue.finite:
        relative = relative_subject(page, cue, first)
        if relative is not None and not (cue.pronoun and has_subject):
            return [Unit("S", relative.first, relative.last, relative), Unit("R", relative.last, cue.first)]
        if not has_subject and not cue.homograph:
            asyndetic = asyndetic_subject(page, cue, first)
            if asyndetic is not None:
                return [*units, Unit("S", asyndetic.first, asyndetic.last, asyndetic)]
        if not cue.clitic.startswith("و"):
            phrase = preverbal_subject(page, cue, first)
            if phrase is not None and closed is not None and phrase.first == closed.open:
                phrase = None  # «…»، يقول: what stands in the marks is said, it does not say
            if phrase is not None and (not has_subject or _outranks(page, phrase, cue, after)):
                return [*units, Unit("S", phrase.first, phrase.last, phrase)]
    if not units and _closes(page, cue, after):
        return _words_before(page, cue, first)
    return units


def _closes(page: Page, cue: CueMatch, after: list[Unit]) -> bool:
    """Whether a verb of saying with its subject ends its sentence: ``…، تقول الصحيفة``."""
    letters = "".join(unit.letter for unit in after)
    present = all(reading.tense == "present" for reading in cue.readings)
    ends = letters == "SE" and after[0].last >= page.sentence_of(cue.first).last - 1
    return ends and cue.finite and present and not cue.letters and not cue.homograph


def _words_before(page: Page, cue: CueMatch, first: int) -> list[Unit]:
    """The words of the sentence before its closing verb, where no other verb has them for its own."""
    last = cue.first
    words = sum(1 for index in range(first, last) if is_word(page.forms[index]))
    others = any(other.finite and not other.homograph for other in page.cues_between(first, last))
    spoken = any(first <= pair.open < last for pair in page.marking.pairs)
    return [Unit("W", first, last)] if words >= _FEWEST_WORDS and not (others or spoken) else []
