"""Direct speech: words in marks, or unmarked after a colon."""

from __future__ import annotations

from quoteattr.cues.page import Page
from quoteattr.rules.evidence import needs
from quoteattr.rules.fragments import refuse_fragment
from quoteattr.rules.frame import Frame
from quoteattr.rules.governing import governs_fragment, vouches
from quoteattr.rules.naming import is_named, is_titled, speech_words
from quoteattr.rules.parts import addressee_of, medium_of, speaker_of
from quoteattr.rules.rule import Draft, Match, Refusal, Rule
from quoteattr.text.marks import Pair
from quoteattr.text.tokens import is_word
from quoteattr.values import Form, Kind, Sense

_BYLINE = 5


def _draft(
    match: Match,
    page: Page,
    frame: Frame,
    kind: Kind,
    content: tuple[int, int],
    marks: tuple[Pair, ...],
    *,
    open_end: bool = False,
) -> Draft:
    subject, basis = speaker_of(page, frame)
    return Draft(
        match.rule, kind, frame.cue, *content, marks, subject, basis,
        addressee=addressee_of(frame), medium=medium_of(frame), open_end=open_end,
    )  # fmt: skip


def colon_marks(page: Page, frame: Frame, match: Match) -> Draft | Refusal:
    """``قال الوزير: "لن نتراجع"``."""
    if frame.cue.form is Form.PASSIVE:
        return Refusal("a passive names no speaker")
    quote = match.units[-1]
    assert quote.pair is not None
    refusal = needs(page, frame, "direct")
    if refusal:
        return refusal
    return _draft(match, page, frame, Kind.DIRECT, (quote.first + 1, quote.last), (quote.pair,))


def that_marks(page: Page, frame: Frame, match: Match) -> Draft | Refusal:
    """``أكدت الوزيرة أن "المشروع سينجز"``, also ``أنه "لا يمكن …"``."""
    refusal = needs(page, frame, "clause")
    if refusal:
        return refusal
    quote = match.units[-1]
    pair = quote.pair
    assert pair is not None
    named, whole = is_named(page, pair), _ends_clause(page, pair.close, frame)
    if named and whole:
        return Refusal("the marks after the complementiser hold a name")
    described = frame.after("O")
    if described is not None and vouches(frame) and not named:
        # وصف الناقد الفيلم بأنه "قصيدة": what is described belongs to what is said
        return _draft(match, page, frame, Kind.MIXED, (described.first, frame.bound), (pair,), open_end=True)
    if whole and speech_words(page, pair) > 1:
        return _draft(match, page, frame, Kind.DIRECT, (pair.open + 1, pair.close), (pair,))
    # also أعلنت الوزارة أن «مهرجان الربيع» سيبدأ غداً: the name is the subject of what she says
    return _draft(match, page, frame, Kind.INDIRECT, (pair.open, frame.bound), (), open_end=True)


def _ends_clause(page: Page, close: int, frame: Frame) -> bool:
    after = close + 1
    if after >= min(frame.bound, len(page.tokens)):
        return True
    form = page.forms[after]
    if form in "،,.؛:؟!)-–—" or form in ("..", "..."):
        return True
    cue = page.cue_at.get(after)
    return bool(cue and (cue.form is Form.PARTICIPLE or cue.letters or cue.kind in ("prep", "clause")))


def marks_after(page: Page, frame: Frame, match: Match) -> Draft | Refusal:
    """``قال الوزير "لن نتراجع"``; with an object before the marks they are a fragment of it."""
    quote = match.units[-1]
    pair = quote.pair
    assert pair is not None
    if frame.cue.form is Form.PASSIVE:
        return Refusal("a passive names no speaker")
    before = page.forms[pair.open - 1]
    # وصفته أوكرانيا بـ«حلف الدبابات»، اعتبر الوزير القرار «خطوة إيجابية»
    judged = before.startswith("ال") and not page.forms[pair.open + 1].startswith("ال")
    called = vouches(frame) and (before == "ب" or (judged and speech_words(page, pair) > 1))
    if (is_named(page, pair) and not called) or is_titled(page, pair):
        return Refusal("the marks hold a name")
    governed = governs_fragment(page, frame, pair)
    if governed is not None and pair.open >= frame.bound:
        return Refusal("the marks stand outside the sentence of the words that govern them")
    if governed is not None:
        if frame.cue.sense is Sense.CONTINUE:
            return Refusal("what goes on here is no speech")  # يواصلون خطوات "الشلل"
        refusal = needs(page, frame, "object")
        if refusal:
            return refusal
        reason = refuse_fragment(page, pair, set(), frozenset())
        if reason and not (vouches(frame) and speech_words(page, pair) < 4):
            return Refusal(reason)
        if frame.cue.kind == "distance":
            return _draft(match, page, frame, Kind.MIXED, (pair.open + 1, pair.close), (pair,))
        return _draft(match, page, frame, Kind.MIXED, (governed, frame.bound), (pair,), open_end=True)
    refusal = needs(page, frame, "marks")
    if refusal:
        return refusal
    if (
        speech_words(page, pair) == 1
        and frame.after("S") is None
        and page.forms[pair.open + 1].startswith("ال")
    ):
        return Refusal("the subject in marks")
    if speech_words(page, pair) < 4 and not _ends_clause(page, pair.close, frame):
        return _draft(match, page, frame, Kind.MIXED, (pair.open, frame.bound), (pair,), open_end=True)
    return _draft(match, page, frame, Kind.DIRECT, (pair.open + 1, pair.close), (pair,))


def marks_before(page: Page, frame: Frame, match: Match) -> Draft | Refusal:
    """``"لن نتراجع"، قال الوزير``; with marks after it too, one speech that it interrupts."""
    quote = frame.before("Q")
    subject = frame.after("S")
    marks: tuple[Pair, ...]
    assert quote is not None
    assert quote.pair is not None
    pair = quote.pair
    refusal = needs(page, frame, "direct")
    if refusal:
        return refusal
    if frame.cue.clitic:
        return Refusal("a conjunction before the verb begins a new clause")
    interrupts = frame.after("Q") is not None
    if is_named(page, pair) or (speech_words(page, pair) < 2 and not interrupts):
        return Refusal("the marks before the verb hold a name")
    if pair.open and is_word(page.forms[pair.open - 1]):
        return Refusal("the marks before the verb belong to the words before them")
    following = frame.units[frame.units.index(subject) + 1 :] if subject is not None else ()
    thus = page.forms[frame.cue.first - 1] in page.roles["thus"]
    if following and following[0].letter == "O" and not thus:
        return Refusal("the verb after the marks has an object of its own")
    if frame.cue.form is not Form.VERB:
        return Refusal("no verb after the marks")
    if subject is None and (frame.cue.homograph or not _ends_there(frame)):
        return Refusal("no verb with its subject after the marks")
    after = frame.after("Q")
    last, marks = pair.close, (pair,)
    if after is not None and after.pair is not None and frame.after("T") is None:
        last, marks = after.last, (pair, after.pair)
    if frame.after("T") is not None:
        return Refusal("the verb has content of its own")
    return _draft(match, page, frame, Kind.DIRECT, (pair.open + 1, last), marks)


def _ends_there(frame: Frame) -> bool:
    """Whether a verb without a subject only closes the marks: ``«…»، يقول وهو يبتسم``."""
    after = frame.pattern[frame.at + 1 :]
    says = frame.cue.sense in (Sense.SAY, Sense.CONTINUE, Sense.EXPLAIN)
    return says and set(after) <= set("ARME")


def colon_words(page: Page, frame: Frame, match: Match) -> Draft | Refusal:
    """``قال الوزير: لن نتراجع``, unmarked."""
    refusal = needs(page, frame, "direct")
    if refusal:
        return refusal
    words = match.units[-1]
    if words.last - words.first < 2:
        return Refusal("nothing but a word after the colon")
    alone = frame.cue.first == frame.units[0].first and frame.after("S") is None
    if alone and words.last - words.first <= _BYLINE and page.is_given_name(words.first):
        return Refusal("a byline")
    return _draft(match, page, frame, Kind.DIRECT, (words.first, words.last), (), open_end=True)


def rules() -> tuple[Rule, ...]:
    """The rules of direct speech in their order."""
    return (
        Rule("marks before the verb", "^QV(?:[AMD]*S|[AMR]*E)", marks_before, "«لن نتراجع»، قال الوزير."),
        Rule("colon and marks", "[VPN][SAMDROF]*KQ", colon_marks, "قال الوزير: «لن نتراجع»."),
        Rule(
            "complementiser and marks", "[VPN][SAMDROF]*TQ", that_marks, "أكد الوزير أن «الاتفاق قريب جداً»."
        ),
        Rule("marks after the verb", "[VPN][SAMDROF]*Q", marks_after, "قال الوزير «لن نتراجع»."),
        Rule("colon and words", "[VP][SAMDROF]*KW", colon_words, "قال الوزير: لن نتراجع."),
    )
