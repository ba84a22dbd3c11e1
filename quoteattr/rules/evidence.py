"""What makes a word a cue here: its complement, a colon, marks, and what stands around it."""

from __future__ import annotations

from collections.abc import Iterable

from quoteattr.cues.page import Page
from quoteattr.lexicon.inflection import ACCUSATIVE
from quoteattr.rules.blocking import blocked
from quoteattr.rules.frame import Frame
from quoteattr.rules.governing import CODES, vouches
from quoteattr.rules.objects import is_prepositional
from quoteattr.rules.rule import Refusal
from quoteattr.values import Form, SpeakerKind

_CLAUSES = ("inna", "anna", "an")
_FUNCTION_WORDS = frozenset(("adjunct", "preposition", "subordinator", "adverb"))
_STOPS = frozenset("،,؛.") | {"..", "...", "…"}


def needs(page: Page, frame: Frame, what: str) -> Refusal | None:
    """A refusal where the cue lacks the evidence that its lemma asks for.

    ``what`` is what stands there: ``direct`` (a colon with words), ``marks``, ``clause`` (أنّ) or
    ``object`` (a noun phrase with a fragment).
    """
    cue = frame.cue
    if cue.phrase is not None:
        return _fixed_phrase(frame)
    refusal = blocked(page, frame)
    if refusal:
        return refusal
    if cue.form is Form.VERBAL_NOUN and cue.pronoun is None:
        return _verbal_noun(page, frame, what)
    if cue.form is Form.VERBAL_NOUN and frame.after("O") is not None:
        return Refusal("words stand between the verbal noun and its clause")  # نشرها لتوهم القراء أنها
    return _ambiguous(page, frame, what) if cue.homograph else _complement(page, frame, what)


def _fixed_phrase(frame: Frame) -> Refusal | None:
    kind = frame.cue.kind
    if kind == "document":
        subject = frame.after("S")
        if subject is None or subject.phrase is None:
            return None if frame.cue.last - frame.cue.first > 1 else Refusal("no document is named")
        documents = (SpeakerKind.DOCUMENT, SpeakerKind.OUTLET)
        return None if subject.phrase.kind in documents else Refusal("what it stands in is no document")
    return None if kind in ("noun", "post", "prep", "distance") else Refusal(f"a phrase of {kind}")


def _complement(page: Page, frame: Frame, what: str) -> Refusal | None:
    verbs = [reading.verb for reading in frame.cue.readings]
    strong = any(verb.evidence in ("alone", "complement") for verb in verbs)
    codes = frame.cue.complements
    if what == "clause":
        if strong or _matches(page, frame, codes) or _takes_clause(codes):
            return None
        return Refusal("this verb takes no clause of content")
    if what == "direct":
        ok = "direct" in codes or any(verb.evidence == "alone" for verb in verbs)
        return None if ok else Refusal("this verb takes no words after a colon")
    if what == "marks":
        ok = "direct" in codes or strong
        return None if ok else Refusal("this verb takes no words in marks")
    if not strong:
        return Refusal("a verb that only words or a clause make a cue")
    subject = frame.before("S") or frame.after("S")
    objects = sum(1 for unit in frame.units if unit.letter == "O")
    return None if objects <= 8 or subject else Refusal("too far from the marks")


def _ambiguous(page: Page, frame: Frame, what: str) -> Refusal | None:
    """A form that is often another word needs its own complement, and a clause that it begins."""
    cue = frame.cue
    if cue.form is Form.PARTICIPLE:
        if not _adverbial(page, frame):
            return Refusal("a participle that is a noun here")
        return _complement(page, frame, what)
    between = frame.units[frame.at + 1 :]
    direct_follow = bool(between) and between[0].letter in "TKQ"
    marked = "ّ" in page.tokens.raw(cue.first)
    codes = cue.complements
    function_word = bool(page.lexicon.classes(page.forms[cue.first][cue.letters :]) & _FUNCTION_WORDS)
    begins = bool(cue.clitic) and begins_clause(page, frame)
    clause = (what == "clause" and (begins or _has_subject(page, frame))) or (
        what == "direct" and begins and _has_subject(page, frame)  # وعقب الوزير: «…»
    )
    subject = frame.after("S")
    if what == "object" and (_governs_marks(page, frame) or _judges(page, frame)):
        return None
    if function_word and not (marked or direct_follow or clause):
        return Refusal("a function word here")
    surely = subject is not None and subject.phrase is not None and subject.phrase.head is not None
    clear = what == "clause" and surely and begins_clause(page, frame) and _matches(page, frame, codes)
    if what == "clause" and _resumes_speech(page, frame):
        return None
    if any(unit.letter == "O" for unit in between) and not (marked or clear or vouches(frame)):
        return Refusal("another word here: what follows is no subject and content")
    if what == "clause":
        return None if _matches(page, frame, codes) else Refusal("another word here: not its complement")
    if what == "object":
        subject = frame.after("S")
        if not (
            begins_clause(page, frame)
            and subject
            and subject.phrase
            and (subject.phrase.head or subject.phrase.named)
        ):
            return Refusal("another word here: no clause begins with it")
        return _complement(page, frame, what)
    if "direct" not in codes:
        return Refusal("another word here: it takes no words")
    if what == "direct":
        return None
    return (
        None
        if begins_clause(page, frame) or frame.before("S")
        else Refusal("another word here: no clause begins with it")
    )


def _judges(page: Page, frame: Frame) -> bool:
    """``كان الوزير وصف الاتفاق بـ«التاريخي»``: a subject or a relative right before, بـ before the marks."""
    cue, subject, marks = frame.cue, frame.before("S"), frame.after("Q")
    if marks is None or not cue.finite or page.forms[marks.first - 1] != "ب" or not vouches(frame):
        return False
    relative = "relative" in page.classes(cue.first - 1) if cue.first else False
    return relative or (subject is not None and subject.last == cue.first)


def _governs_marks(page: Page, frame: Frame) -> bool:
    """Whether a named subject and the verb's own preposition stand before the marks: ``رحب الوزير بـ«…»``."""
    subject, marks = frame.after("S"), frame.after("Q")
    if subject is None or marks is None or subject.phrase is None or subject.last != marks.first - 1:
        return False
    glued = is_prepositional(page, subject.last) and page.forms[subject.last][0] == "ب"
    code = "bi_" if glued else CODES.get(page.forms[subject.last], "")  # تعهد الرئيس برد «ساحق»
    known = subject.phrase.head is not None or subject.phrase.named
    takes = bool(code) and frame.cue.governs(code)
    return known and takes and begins_clause(page, frame)


def _resumes_speech(page: Page, frame: Frame) -> bool:
    """Whether the object before the clause is an act of speech: ``جدد المجلس التأكيد على أن``."""
    units = frame.units[frame.at + 1 :]
    clause = next((at for at, unit in enumerate(units) if unit.letter == "T"), 0)
    if not clause or units[clause - 1].letter not in "OA":
        return False
    last = units[clause - 1]
    word = page.forms[last.last - 1].removeprefix("ب")
    forms = page.lexicon.verb_forms.get(word.removeprefix("ال"), ()) if last.last - last.first <= 2 else ()
    return any(form.form is Form.VERBAL_NOUN and _takes_clause(form.verb.complements) for form in forms)


def _takes_clause(codes: Iterable[str]) -> bool:
    return any(code.endswith(_CLAUSES) for code in codes)


def _has_subject(page: Page, frame: Frame) -> bool:
    """``بين رئيس البلدية ان``: one who speaks and his clause; between two things a و stands."""
    unit, clause = frame.after("S"), frame.after("T") or frame.after("K")
    if unit is None or clause is None or unit.phrase is None or unit.first != frame.cue.last:
        return False
    person = unit.phrase.kind in (SpeakerKind.PERSON, SpeakerKind.BODY) and unit.phrase.head is not None
    joined = any(page.forms[at][0] == "و" and page.noun(at, at + 1, 1) for at in range(unit.first, unit.last))
    return person and unit.last == clause.first and not joined


def begins_clause(page: Page, frame: Frame) -> bool:
    """Whether a clause begins with the cue: after a stop, or with a conjunction glued to it."""
    cue = frame.cue
    if cue.clitic[:1] in ("و", "ف"):
        return True
    before = page.forms[cue.first - 1] if cue.first else "\n"
    if before == "ان" and page.forms[cue.first - 2].removeprefix("و") == "سبق":
        return True  # سبق أن حذر
    if before in "\n.،,؛:؟!" or before in ("كما", "ثم", "لكنه", "لكنها"):
        return True
    if before in page.roles["before_verb"]:
        return True
    phrase = page.cue_before.get(cue.first)
    return phrase is not None and phrase.kind in ("turn", "topic")


def _matches(page: Page, frame: Frame, codes: frozenset[str]) -> bool:
    """Whether the complementiser, with the preposition before it, is one that the verb takes."""
    unit = frame.after("T")
    if unit is None:
        return False
    form, before = page.forms[unit.first], page.forms[unit.first - 1]
    if form.startswith("ب"):
        code = "bi_"
    else:
        code = CODES.get(before, "") if unit.first - 1 >= frame.cue.last else ""
    if not form.startswith(("ا", "بان", "بالا")):
        return "q" in codes
    # كشف عن الأمر, so كشف عن أن; and بأن for أن is a slip that newspapers make: تابع بأن
    if code and code + "np" in codes:
        return True
    if code == "bi_" and any("acc" in reading.verb.target for reading in frame.cue.readings):
        return True  # وصف الفيلم بأنه، اتهم الجيش بأنه
    return any(code + clause in codes or (code == "bi_" and clause in codes) for clause in _CLAUSES)


def _verbal_noun(page: Page, frame: Frame, what: str) -> Refusal | None:
    """``قول المعارضة بأن``: the verbal noun needs its agent after it and its clause."""
    following = frame.units[frame.at + 1 :]
    agent = following[0] if following else None
    speaks = agent is not None and agent.letter == "S" and agent.phrase and agent.phrase.head
    if what == "clause" and speaks and _matches(page, frame, frame.cue.complements | {"bi_anna", "anna"}):
        return None
    return Refusal("a verbal noun without the one who speaks")


def _adverbial(page: Page, frame: Frame) -> bool:
    """Whether an ambiguous participle stands as an adverb: after a stop, with و, or with tanwin."""
    cue = frame.cue
    before = page.forms[cue.first - 1] if cue.first else ""
    raw = page.tokens.raw(cue.first)
    accusative = raw.endswith(("ً", "ًا")) or page.forms[cue.first].endswith(ACCUSATIVE)
    clause = frame.pattern[frame.at + 1 : frame.at + 2] == "T"  # طالبت بالإفراج عنه معتبرة أن
    stands = before in _STOPS or bool(cue.letters) or "ً" in raw or cue.first - 1 in page.closes
    return accusative and (stands or clause)
