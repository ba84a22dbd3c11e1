"""What keeps a word that the lexicon knows as a cue from being one where it stands.

Each blocker is a small function with one reason; the first that refuses decides.
"""

from __future__ import annotations

from collections.abc import Callable

from quoteattr.cues.page import Page
from quoteattr.rules.frame import Frame
from quoteattr.rules.rule import Refusal
from quoteattr.rules.stopping import is_adverbial, is_asyndetic, serves_attribution
from quoteattr.text.letters import fold, offset_of_letter
from quoteattr.text.tokens import is_word
from quoteattr.values import Form, Sense

_DAMMA, _SHADDA, _BARE_STEM = "\u064f", "\u0651", 3

Blocker = Callable[[Page, Frame], "str | None"]


def _before(page: Page, frame: Frame) -> str:
    return page.forms[frame.cue.first - 1] if frame.cue.first else ""


def passive(page: Page, frame: Frame) -> str | None:
    """``قيل إن``، ``ذُكر أن``."""
    impersonal = any(fold(reading.verb.lemma) in page.roles["impersonal"] for reading in frame.cue.readings)
    hidden = frame.cue.form is Form.PASSIVE or _vowelled_passive(page, frame)
    hidden = hidden or (impersonal and frame.after("S") is None and frame.before("S") is None)
    return "a passive names no speaker" if hidden else None


def noun(page: Page, frame: Frame) -> str | None:
    """``في حكم المحكمة``، ``هذا الرد``: what stands before it makes it a noun."""
    cue, before = frame.cue, _before(page, frame)
    if cue.form in (Form.PARTICIPLE, Form.VERBAL_NOUN):
        return None
    governed = not cue.clitic and before in page.roles["governs_noun"] and not frame.before("S")
    determined = cue.homograph and before in page.roles["determiner"]
    return "a preposition or determiner before it makes it a noun" if governed or determined else None


def name(page: Page, frame: Frame) -> str | None:
    """``المخرجة نادين سركيس``: a given name that is written like the form of a verb."""
    cue = frame.cue
    given = page.lexicon.is_given_name(page.forms[cue.first]) and is_word(_before(page, frame))
    titled = given and page.noun(cue.first - 1, cue.first) is not None  # المخرجة نادين سركيس
    return "a given name here" if given and (cue.homograph or titled) and not cue.clitic else None


def shortened(page: Page, frame: Frame) -> str | None:
    """``يجب أن``: the jussive of أجاب needs لم before it."""
    readings = frame.cue.readings
    jussive = bool(readings) and all(reading.jussive for reading in readings)
    if jussive and _before(page, frame) not in page.roles["shortens"]:
        return "a shortened form that nothing before it asks for"
    return None


def attribution(page: Page, frame: Frame) -> str | None:
    """``بحسب ما نقله الموقع``: the words stand before or after the whole of it."""
    if serves_attribution(page, frame.cue):
        return "the verb of an attribution: the words stand before or after that"
    return None


def description(page: Page, frame: Frame) -> str | None:
    """``في مقابلة نشرتها الصحيفة``، ``مصادر مطلعة``، ``في لوحة كبيرة تذكر بأن``."""
    cue = frame.cue
    if is_asyndetic(page, cue):
        return "it only describes the noun before it"
    if cue.form is Form.PARTICIPLE and not is_adverbial(page, cue):
        return "an adjective of the noun before it"
    if (
        cue.finite
        and cue.pronoun
        and cue.first
        and "relative" in page.classes(cue.first - 1)
        and frame.after("S")
    ):
        return (
            None if frame.after("T") else "a relative clause with a subject of its own"
        )  # البرنامج الذي تبثه القناة
    alone = frame.after("S") is None and frame.before("S") is None
    if cue.finite and not cue.clitic and alone and _describes(page, cue.first):
        return "a relative clause of the noun before it"
    return None


def thing(page: Page, frame: Frame) -> str | None:
    """``يعني ذلك أن``، ``وهذا يؤكد أن``: a thing shows, it does not speak."""
    cue, subject, sole = frame.cue, frame.after("S"), frame.before("S")
    after = page.forms[cue.last] if cue.last < len(page.tokens) else ""
    shown = cue.finite and after in page.roles["shown_thing"] and subject is None
    before = (
        sole is not None
        and sole.last - sole.first == 1
        and page.forms[sole.first].removeprefix("و") in page.roles["shown_thing"]
    )
    return "its subject is a thing, not a speaker" if shown or before else None


def shown(page: Page, frame: Frame) -> str | None:
    """``أزمة السكر أثبتت أنها``: what a thing shows, nobody says."""
    shows = any(fold(reading.verb.lemma) in page.roles["shows"] for reading in frame.cue.readings)
    unit = frame.before("S") or frame.after("S")
    phrase = unit.phrase if unit is not None else None
    if not (shows and frame.cue.finite) or phrase is None or phrase.head is not None:
        return None
    return "a thing shows it, nobody says it" if page.is_thing(phrase.first, phrase.letters) else None


def comment(page: Page, frame: Frame) -> str | None:
    """``، ما يشير إلى أن``، ``مما يعني أن``: the reporter's own conclusion."""
    cue = frame.cue
    shows = cue.finite and any(fold(r.verb.lemma) in page.roles["shows"] for r in cue.readings)
    present = any(reading.tense == "present" for reading in cue.readings)
    alone = frame.after("S") is None and frame.before("S") is None
    concluded = _before(page, frame) in ("ما", "مما") and not cue.pronoun and present and alone
    return "the reporter's own conclusion" if shows and concluded else None


def inside_marks(page: Page, frame: Frame) -> str | None:
    """In speech other people's words are reported too, but only where somebody is named for them."""
    if page.enclosing(frame.cue.first) is None:
        return None
    subject = frame.before("S") or frame.after("S")
    quoted = frame.after("K") is not None and frame.after("Q") is not None
    known = (
        subject is not None and subject.phrase is not None and (subject.phrase.head or subject.phrase.named)
    )
    sure = known and frame.cue.finite and (quoted or not frame.cue.homograph)
    return None if sure else "inside marks nobody is named for it"


def question(page: Page, frame: Frame) -> str | None:
    """``سألنا المدرب``، ``هل تتوقع أن …؟``: the paper asks, nobody else."""
    cue = frame.cue
    if cue.pronoun == "نا" and cue.finite and cue.sense is Sense.ASK:
        return "the paper asks, nobody else"
    asked = frame.bound > cue.last and page.forms[frame.bound - 1] in "؟?"
    alone = frame.after("S") is None and frame.before("S") is None
    if asked and cue.finite and alone and "Q" not in frame.pattern:
        return "a question to the one who is addressed"
    return None


BLOCKERS: tuple[Blocker, ...] = (
    passive,
    noun,
    name,
    shortened,
    attribution,
    description,
    thing,
    shown,
    comment,
    inside_marks,
    question,
)


def blocked(page: Page, frame: Frame) -> Refusal | None:
    """The refusal of the first blocker that applies, or None."""
    for blocker in BLOCKERS:
        reason = blocker(page, frame)
        if reason is not None:
            return Refusal(reason)
    return None


def _vowelled_passive(page: Page, frame: Frame) -> bool:
    """Whether a written damma makes the verb passive: ذُكر، يُرفض; in يُعلن it is the active's own."""
    cue = frame.cue
    raw = page.tokens.raw(cue.first)[offset_of_letter(page.tokens.raw(cue.first), cue.letters) :]
    if not cue.finite or raw[1:2] != _DAMMA:
        return False
    bare = all(len(r.verb.lemma) == _BARE_STEM and _SHADDA not in r.verb.vocalised for r in cue.readings)
    return bare or all(reading.tense == "past" for reading in cue.readings if reading.tense)


def _describes(page: Page, index: int) -> bool:
    """Whether an indefinite noun stands right before a verb: ``في لوحة كبيرة تذكر بأن``."""
    before = page.forms[index - 1] if index else ""
    if index and page.is_complementiser(index - 1):
        return False
    if (
        not is_word(before)
        or before.startswith(("ال", "لل", "بال", "وال", "فال", "كال"))
        or index - 1 in page.closes
    ):
        return False
    cue = page.cue_before.get(index)
    if cue is not None and (cue.phrase or cue.form is not Form.VERBAL_NOUN):
        return False
    if before[0] == "ك" and page.noun(index - 1, index, 1):
        return False  # لكنه كخبير رأى
    known = page.classes(index - 1) or page.lexicon.classes(before[1:])
    return not known and before not in page.roles["clause_joiner"] and page.noun(index - 1, index) is None
