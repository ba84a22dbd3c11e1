"""What a cue governs: its objects, and reported phrases whose fragment the marks hold."""

from __future__ import annotations

from attrs import frozen

from quoteattr.cues.detection import CueMatch
from quoteattr.cues.page import Page
from quoteattr.rules.frame import Frame, Unit
from quoteattr.text.marks import Pair
from quoteattr.values import Number, Sense

# The codes by which the table of verbs names prepositions.
CODES = {"علي": "3ala_", "الي": "ila_", "عن": "3an_", "من": "min_", "ب": "bi_", "في": "fi_", "ل": "li_"}

# نقل عن، نسب إلى، علم من: the preposition that the real speaker follows
SOURCES = {"3an": "عن", "ila": "الي", "min": "من"}


@frozen
class Government:
    """What objects a cue may have before its content.

    ``told`` is the object that is the addressee (أبلغ), ``person`` whoever the verb acts on (اتهم),
    ``thing`` what a verb without a clause acts on (عزا الأزمة إلى); ``judged`` tells that a pronoun at
    the verb is judged, so that an accusative after it is what it is held for (اعتبره أمراً);
    ``follows`` that a plural verb has its subject before it or none (الذين يواصلون);
    ``sources`` are the prepositions that the real speaker follows (نقل التقرير عن مصادر).
    """

    told: bool
    person: bool
    thing: bool
    judged: bool
    follows: bool = False
    sources: frozenset[str] = frozenset()

    @classmethod
    def of(cls, cue: CueMatch) -> Government:
        """What the verbs that a cue can be a form of govern."""
        verbs = [reading.verb for reading in cue.readings]
        told = any("acc" in verb.addressee for verb in verbs)
        person = told or any("acc" in verb.target for verb in verbs)
        thing = bool(verbs) and all(verb.complements[0] == "np" for verb in verbs)
        several = cue.finite and cue.number in (Number.PLURAL, Number.DUAL)
        sources = frozenset(SOURCES[code] for verb in verbs for code in verb.source if code in SOURCES)
        return cls(told, person, thing, cue.finite and bool(cue.pronoun), several, sources)


def vouches(frame: Frame) -> bool:
    """Whether the cue says how somebody calls a thing: then even one word is theirs (وصفته بـ"الهزيل")."""
    if frame.cue.kind == "distance":
        return True
    return any(r.verb.sense is Sense.EVALUATE and "acc" in r.verb.target for r in frame.cue.readings)


def governs_fragment(page: Page, frame: Frame, pair: Pair) -> int | None:
    """Where the reported phrase begins whose fragment the marks hold; None where the marks are all.

    ``شدد على أهمية "الحوار"`` begins at أهمية; in ``قال الوزير "نعم"`` nothing governs the marks.
    """
    after = [unit for unit in frame.units[frame.at + 1 :] if unit.last <= pair.open]
    objects = [unit for unit in after if unit.letter == "O"]
    lone = page.forms[pair.open - 1] == "ب"  # وصفوها بـ«المجحفة»: بـ is no part of what they said
    if objects and not (lone and objects[0].first == pair.open - 1):
        return objects[0].first
    if page.forms[pair.open - 1] in CODES and page.forms[pair.open - 1] != "في":
        return pair.open
    adjunct = next((unit for unit in reversed(after) if unit.letter in "AF"), None)
    if adjunct is not None and adjunct.last == pair.open and page.forms[pair.open - 1] not in "،,":
        return _complement_start(page, frame, adjunct)
    return None


def _complement_start(page: Page, frame: Frame, adjunct: Unit) -> int | None:
    """Where a prepositional object begins, if the verb takes that preposition."""
    form = page.forms[adjunct.first]
    code = CODES.get(form, "bi_" if form[0] == "ب" else "")
    if not code or not frame.cue.governs(code):
        return None
    return adjunct.first + 1 if form in CODES else adjunct.first
