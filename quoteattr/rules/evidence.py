"""What makes a word a cue here: its complement, a colon, marks, and what stands around it."""

from __future__ import annotations

from quoteattr.cues.page import Page
from quoteattr.rules.frame import Frame
from quoteattr.rules.governing import CODES, vouches
from quoteattr.rules.openers import is_adverbial, is_asyndetic, serves_attribution
from quoteattr.rules.rule import Refusal
from quoteattr.text.letters import offset_of_letter
from quoteattr.text.tokens import is_word
from quoteattr.values import Form, Sense, SpeakerKind

_BEFORE_NOUN = frozenset("في من علي عن الي ب ل بين كل اي بعد قبل خلال منذ دون عدم".split())
_DETERMINERS = frozenset("هذا هذه ذلك تلك هولاء".split())
_CLAUSES = ("inna", "anna", "an")
_FUNCTION_WORDS = frozenset(("adjunct", "preposition", "subordinator", "adverb"))
_SHORTENING = frozenset("لم ولم فلم لا ولا لما الم اولم".split())
_DAMMA, _SHADDA, _BARE_STEM = "\u064f", "\u0651", 3
_STOPS = frozenset("،,؛.") | {"..", "...", "…"}
_JOINING = frozenset(
    "كما ثم لكن لكنه لكنها ولكن لكنهم وقد فقد قد وكان وكانت كان اذ حيث او ان بان وان فيما بينما".split()
)
_THINGS = frozenset("ذلك هذا هذه تلك ذاك".split())


def needs(page: Page, frame: Frame, what: str) -> Refusal | None:
    """A refusal where the cue lacks the evidence that its lemma asks for.

    ``what`` is what stands there: ``direct`` (a colon with words), ``marks``, ``clause`` (أنّ) or
    ``object`` (a noun phrase with a fragment).
    """
    cue = frame.cue
    if cue.phrase is not None:
        return _fixed_phrase(frame, what)
    refusal = _no_cue_here(page, frame)
    if refusal:
        return refusal
    if cue.form is Form.VERBAL_NOUN and cue.pronoun is None:
        return _verbal_noun(page, frame, what)
    return _ambiguous(page, frame, what) if cue.homograph else _complement(page, frame, what)


def _fixed_phrase(frame: Frame, what: str) -> Refusal | None:
    kind = frame.cue.kind
    if kind == "document":
        subject = frame.after("S")
        if subject is None or subject.phrase is None:
            return None if frame.cue.last - frame.cue.first > 1 else Refusal("no document is named")
        documents = (SpeakerKind.DOCUMENT, SpeakerKind.OUTLET)
        return None if subject.phrase.kind in documents else Refusal("what it stands in is no document")
    return None if kind in ("noun", "post", "prep", "distance") else Refusal(f"a phrase of {kind}")


def _no_cue_here(page: Page, frame: Frame) -> Refusal | None:
    """Why a word cannot be a cue where it stands, whatever follows it."""
    cue = frame.cue
    before = page.forms[cue.first - 1] if cue.first else ""
    if cue.form is Form.PASSIVE or _vowelled_passive(page, frame):
        return Refusal("a passive names no speaker")
    noun = cue.form in (Form.PARTICIPLE, Form.VERBAL_NOUN)
    if not cue.clitic and before in _BEFORE_NOUN and not noun and not frame.before("S"):
        return Refusal("a preposition or determiner before it makes it a noun")
    if cue.homograph and before in _DETERMINERS and not noun:
        return Refusal("a preposition or determiner before it makes it a noun")
    if cue.readings and all(reading.jussive for reading in cue.readings) and before not in _SHORTENING:
        return Refusal("a shortened form that nothing before it asks for")
    if serves_attribution(page, cue):
        return Refusal("the verb of an attribution: the words stand before or after that")
    if is_asyndetic(page, cue):
        return Refusal("it only describes the noun before it")
    if cue.form is Form.PARTICIPLE and not is_adverbial(page, cue):
        return Refusal("an adjective of the noun before it")
    subject = frame.after("S")
    if cue.finite and cue.last < len(page.tokens) and page.forms[cue.last] in _THINGS and subject is None:
        return Refusal("its subject is a thing, not a speaker")
    sole = frame.before("S")
    if cue.finite and not cue.clitic and subject is None and sole is None and _describes(page, cue.first):
        return Refusal("a relative clause of the noun before it")
    if (
        sole
        and sole.phrase
        and sole.last - sole.first == 1
        and page.forms[sole.first].removeprefix("و") in _THINGS
    ):
        return Refusal("its subject is a thing, not a speaker")
    if page.enclosing(cue.first) is not None:
        return _inside_marks(frame)
    if cue.pronoun == "نا" and cue.finite and cue.sense is Sense.ASK:
        return Refusal("the paper asks, nobody else")
    if (
        cue.homograph
        and not cue.clitic
        and page.lexicon.is_given_name(page.forms[cue.first])
        and is_word(before)
    ):
        return Refusal("a given name here")
    asked = frame.bound > cue.last and page.forms[frame.bound - 1] in "؟?"
    if asked and cue.finite and subject is None and sole is None and "Q" not in frame.pattern:
        return Refusal("a question to the one who is addressed")
    return None


def _vowelled_passive(page: Page, frame: Frame) -> bool:
    """Whether a written damma makes the verb passive: ذُكر، يُرفض; in يُعلن it is the active's own."""
    cue = frame.cue
    raw = page.tokens.raw(cue.first)[offset_of_letter(page.tokens.raw(cue.first), cue.letters) :]
    if not cue.finite or raw[1:2] != _DAMMA:
        return False
    bare = all(len(r.verb.lemma) == _BARE_STEM and _SHADDA not in r.verb.vocalised for r in cue.readings)
    return bare or all(reading.tense == "past" for reading in cue.readings)


def _describes(page: Page, index: int) -> bool:
    """Whether an indefinite noun stands right before a verb: ``في موكب مهيب يذكر بأن``."""
    before = page.forms[index - 1] if index else ""
    if index and page.is_complementiser(index - 1):
        return False
    if (
        not is_word(before)
        or before.startswith(("ال", "لل", "بال", "وال", "فال", "كال"))
        or index - 1 in page.closes
    ):
        return False
    cue = next((c for c in page.cues if c.first < index <= c.last), None)
    if cue is not None and (cue.phrase or cue.form is not Form.VERBAL_NOUN):
        return False
    known = page.classes(index - 1) or page.lexicon.classes(before[1:])
    return not known and before not in _JOINING and page.noun(index - 1, index) is None


def _inside_marks(frame: Frame) -> Refusal | None:
    # In speech other people's words are reported too, but only where somebody is named for them.
    subject = frame.before("S") or frame.after("S")
    if subject is None or subject.phrase is None or not frame.cue.finite:
        return Refusal("inside marks nobody is named for it")
    quoted = frame.after("K") is not None and frame.after("Q") is not None
    if (frame.cue.homograph and not quoted) or (subject.phrase.head is None and not subject.phrase.named):
        return Refusal("inside marks nobody is named for it")
    return None


def _complement(page: Page, frame: Frame, what: str) -> Refusal | None:
    verbs = [reading.verb for reading in frame.cue.readings]
    strong = any(verb.evidence in ("alone", "complement") for verb in verbs)
    codes = {code for verb in verbs for code in verb.complements}
    if what == "clause":
        if strong or _matches(page, frame, codes) or any(code.endswith(_CLAUSES) for code in codes):
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
    codes = {code for reading in cue.readings for code in reading.verb.complements}
    function_word = bool(page.lexicon.classes(page.forms[cue.first][cue.letters :]) & _FUNCTION_WORDS)
    clause = what == "clause" and bool(cue.clitic) and begins_clause(page, frame)
    if function_word and not (marked or direct_follow or clause):
        return Refusal("a function word here")
    subject = frame.after("S")
    surely = subject is not None and subject.phrase is not None and subject.phrase.head is not None
    clear = what == "clause" and surely and begins_clause(page, frame) and _matches(page, frame, codes)
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
    if what == "direct" or direct_follow:
        return None
    return (
        None
        if begins_clause(page, frame) or frame.before("S")
        else Refusal("another word here: no clause begins with it")
    )


def begins_clause(page: Page, frame: Frame) -> bool:
    """Whether a clause begins with the cue: after a stop, or with a conjunction glued to it."""
    cue = frame.cue
    if cue.clitic[:1] in ("و", "ف"):
        return True
    before = page.forms[cue.first - 1] if cue.first else "\n"
    if before in "\n.،,؛:؟!" or before in ("كما", "ثم", "لكنه", "لكنها", "قد", "فقد", "وقد"):
        return True
    return any(
        c.last == cue.first and c.kind in ("turn", "topic")
        for c in page.cues
        if c.first < cue.first <= c.last
    )


def _matches(page: Page, frame: Frame, codes: set[str]) -> bool:
    """Whether the complementiser, with the preposition before it, is one that the verb takes."""
    unit = frame.after("T")
    if unit is None:
        return False
    form, before = page.forms[unit.first], page.forms[unit.first - 1]
    if form.startswith("ب"):
        code = "bi_"
    else:
        code = CODES.get(before, "") if unit.first - 1 >= frame.cue.last else ""
    if not form.startswith(("ا", "بان")):
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
    if what == "clause" and agent is not None and agent.letter == "S" and agent.phrase and agent.phrase.head:
        codes = {code for reading in frame.cue.readings for code in reading.verb.complements}
        if _matches(page, frame, codes | {"bi_anna", "anna"}):
            return None
    return Refusal("a verbal noun without the one who speaks")


def _adverbial(page: Page, frame: Frame) -> bool:
    """Whether an ambiguous participle stands as an adverb: after a stop, with و, or with tanwin."""
    cue = frame.cue
    before = page.forms[cue.first - 1] if cue.first else ""
    raw = page.tokens.raw(cue.first)
    accusative = raw.endswith(("ً", "ًا")) or page.forms[cue.first].endswith(("ا", "ة", "ين", "ات"))
    return accusative and (before in _STOPS or bool(cue.letters) or "ً" in raw or cue.first - 1 in page.closes)
