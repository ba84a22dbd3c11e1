"""What makes a word a cue here: its complement, a colon, marks, and what stands around it."""

from __future__ import annotations

from quoteattr.cues.page import Page
from quoteattr.rules.frame import Frame
from quoteattr.rules.openers import names_what_follows
from quoteattr.rules.rule import Refusal
from quoteattr.text.marks import Pair
from quoteattr.text.tokens import is_word
from quoteattr.values import Form

_CLAUSES = frozenset(
    "inna anna an q bi_anna ila_anna 3ala_anna min_anna 3an_anna fi_anna li_anna bi_an ila_an 3ala_an min_an fi_an 3an_an".split()
)
_BEFORE_NOUN = frozenset("في من علي عن الي ب ل بين كل اي هذا هذه ذلك تلك بعد قبل خلال".split())
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyz")


def needs(page: Page, frame: Frame, what: str) -> Refusal | None:
    """A refusal where the cue lacks the evidence that its lemma asks for.

    ``what`` is what stands there: ``direct`` (a colon with words), ``marks``, ``clause`` (أنّ) or
    ``object`` (a noun phrase).
    """
    cue = frame.cue
    if cue.phrase is not None:
        return None if cue.kind in ("noun", "post", "document", "prep", "distance") else Refusal(f"a phrase of {cue.kind}")
    before = page.forms[cue.first - 1] if cue.first else ""
    if not cue.clitic and before in _BEFORE_NOUN and cue.form is not Form.PARTICIPLE and "S" not in frame.pattern[: frame.at]:
        return Refusal("a preposition or determiner before it makes it a noun")
    verbs = [reading.verb for reading in cue.readings]
    if cue.form is Form.PASSIVE:
        return Refusal("a passive names no speaker")
    if cue.form is Form.VERBAL_NOUN and cue.pronoun is None:
        return _verbal_noun(page, frame, what)
    if cue.form is Form.PARTICIPLE and cue.homograph and not _adverbial(page, frame):
        return Refusal("a participle that is a noun here")
    if what == "clause":
        if any(_CLAUSES.intersection(verb.complements) or verb.evidence in ("alone", "complement") for verb in verbs):
            return None
        return Refusal("this verb takes no clause of content")
    if what == "direct":
        if any("direct" in verb.complements or verb.evidence == "alone" for verb in verbs):
            return None
        return Refusal("this verb takes no words after a colon")
    if what == "marks":
        if any("direct" in verb.complements or verb.evidence == "alone" for verb in verbs):
            return None
        return None if any("np" in c for verb in verbs for c in verb.complements) else Refusal("this verb takes no words in marks")
    if any(verb.evidence in ("alone", "complement") for verb in verbs):
        return None
    return Refusal("a verb that only words or a clause make a cue")


def _verbal_noun(page: Page, frame: Frame, what: str) -> Refusal | None:
    if what == "clause" and frame.cue.letters == 0:
        return None if any("inna" in v.verb.complements or "anna" in v.verb.complements for v in frame.cue.readings) else Refusal("a noun")
    return Refusal("a verbal noun without the one who speaks")


def _adverbial(page: Page, frame: Frame) -> bool:
    """Whether an ambiguous participle stands as an adverb: after a comma, and with content."""
    cue = frame.cue
    before = page.forms[cue.first - 1] if cue.first else ""
    return before in "،," or bool(cue.letters) or page.tokens.raw(cue.first).endswith(("ً", "ًا"))


def speech_words(page: Page, pair: Pair) -> int:
    """How many words a marked stretch holds."""
    return sum(1 for index in range(pair.open + 1, pair.close) if is_word(page.forms[index]))


def is_named(page: Page, pair: Pair) -> bool:
    """Whether marks hold a name: short, after a noun that names follow, or in Latin letters."""
    words = speech_words(page, pair)
    if words == 0:
        return True
    if words <= 7 and names_what_follows(page, pair.open):
        return True
    letters = [form for form in page.forms[pair.open + 1 : pair.close] if is_word(form)]
    latin = sum(1 for form in letters if form[0].lower() in _LATIN or form[0].isdigit())
    return words <= 6 and latin * 2 >= words


def governs_fragment(page: Page, frame: Frame, pair: Pair) -> int | None:
    """Where the reported phrase begins whose fragment the marks hold; None where the marks are all.

    ``شدد على أهمية "الحوار"`` begins at أهمية; in ``قال الوزير "نعم"`` nothing governs the marks.
    """
    after = frame.units[frame.at + 1 :]
    objects = [unit for unit in after if unit.letter == "O" and unit.last <= pair.open]
    before = page.forms[pair.open - 1]
    if objects:
        return objects[0].first
    adjunct = next((unit for unit in reversed(after) if unit.letter in "AF" and unit.last <= pair.open), None)
    if before in ("الي", "علي", "ب", "عن", "من", "ل"):
        return pair.open
    if adjunct is not None and adjunct.last == pair.open and not page.forms[pair.open - 1] in "،,":
        if page.forms[adjunct.first] in ("علي", "الي", "عن", "من") or page.forms[adjunct.first][0] == "ب":
            complement = _complement_start(page, adjunct.first)
            if complement is not None and _takes(frame, page.forms[adjunct.first]):
                return complement
    return None


def _complement_start(page: Page, index: int) -> int | None:
    form = page.forms[index]
    return index + 1 if form in ("علي", "الي", "عن", "من") else index


_PREPOSITION_CODES = {"علي": "3ala", "الي": "ila", "عن": "3an", "من": "min"}


def _takes(frame: Frame, form: str) -> bool:
    code = _PREPOSITION_CODES.get(form, "bi")
    return any(c.startswith(code + "_") for reading in frame.cue.readings for c in reading.verb.complements)
