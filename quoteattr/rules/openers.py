"""Where content begins after a cue: a complementiser, a colon, a mark, another cue, or nowhere."""

from __future__ import annotations

from attrs import frozen

from quoteattr.cues.detection import CueMatch
from quoteattr.cues.page import Page
from quoteattr.lexicon.inflection import ACCUSATIVE
from quoteattr.rules.governing import CODES
from quoteattr.rules.naming import is_named, names_what_follows, speech_words
from quoteattr.text.marks import Pair
from quoteattr.text.tokens import BREAK, is_word
from quoteattr.values import Form, Gender

_FARTHEST = 70
_NAME_WORDS = 6
_SURNAME_WORDS = 3
_ADDING = frozenset(("kama", "mithlama"))


@frozen
class Opener:
    """What opens the content: its letter, its token, and where the words between cue and it end.

    ``content`` is the first token of the content; ``pair`` is the marked stretch of a ``Q``.
    """

    letter: str
    index: int
    region_end: int
    content: int
    pair: Pair | None = None


def find_opener(page: Page, cue: CueMatch, bound: int) -> Opener:
    """The opener of a cue's content within its sentence; letter ``E`` where there is none."""
    index = cue.last
    end = min(bound, cue.last + _FARTHEST)
    while index < end:
        form = page.forms[index]
        if index in page.opens:
            pair = page.opens[index]
            if _is_name(page, pair, bound) or _names_subject(page, cue, pair, bound):
                index = pair.close + 1
                continue
            return Opener("Q", index, index, index, pair)
        if form == ":":
            return _colon(page, index, bound)
        if page.is_complementiser(index):
            before = page.forms[index - 1]
            if before in page.roles["no_complementiser"] and index > cue.last:
                return Opener("E", index - 1, index - 1, index - 1)
            # أشار إلى أن; but in فهد علي إن the word is a name
            governed = before in page.roles["clause_preposition"] and (
                before != "علي" or page.classes(index - 1)
            )
            region = index - 1 if governed and index - 1 >= cue.last else index
            return Opener("T", index, region, index + 1)
        if form in page.roles["question_word"] and _asks(cue):
            first = index - 1 if page.forms[index - 1] == "ما" else index
            return Opener("T", first, first, first)
        other = page.cue_at.get(index)
        if other is not None and (_stops(page, other) or _takes_up(page, cue, other)):
            return Opener(
                "N" if other.kind == "noun" or other.form is Form.VERBAL_NOUN else "X", index, index, index
            )
        if form == "؛":
            return Opener("E", index, index, index)
        index += 1
    return _after_line(page, bound) or Opener("E", min(index, bound), min(index, bound), min(index, bound))


def _asks(cue: CueMatch) -> bool:
    return any("q" in reading.verb.complements for reading in cue.readings)


def _colon(page: Page, index: int, bound: int) -> Opener:
    after = index + 1
    while after < len(page.tokens) and page.forms[after] in (BREAK, "-", "–", "—", "..", "..."):
        after += 1
    if after in page.opens:
        return Opener("K", index, index, after, page.opens[after])
    return Opener("K", index, index, min(after, bound) if after >= bound else after)


def _after_line(page: Page, bound: int) -> Opener | None:
    """A mark that opens the line after a sentence without content: ``وقال الوزير`` ⏎ ``"…"``."""
    after = bound
    if page.layout.paragraphs and bound <= page.layout.paragraphs[0][1]:
        return None  # a headline: the text below begins anew
    while after < len(page.tokens) and page.forms[after] == BREAK:
        after += 1
    if after in page.opens and after > bound and is_word(page.forms[bound - 1]):
        return Opener("Q", bound, bound, after, page.opens[after])
    return None


def _stops(page: Page, other: CueMatch) -> bool:
    """Whether another cue takes over what follows it."""
    if other.phrase:
        return other.kind == "noun"
    if other.form is Form.VERBAL_NOUN:
        return bool(other.pronoun) and (
            page.is_complementiser(other.last) if other.last < len(page.tokens) else False
        )
    if other.form is Form.PARTICIPLE and not is_adverbial(page, other):
        return False
    if other.homograph:
        following = other.last < len(page.tokens) and (
            page.is_complementiser(other.last) or page.forms[other.last] in page.roles["clause_preposition"]
        )
        return (bool(other.letters) or other.form is Form.PARTICIPLE) and following
    if is_asyndetic(page, other) or serves_attribution(page, other) or _accompanies(page, other):
        return False
    if other.first and "relative" in page.classes(other.first - 1) and not _has_clause(page, other):
        return False  # قال في حديث لبرنامج «…» الذي تبثه القناة، «…»
    return other.form in (Form.VERB, Form.PASSIVE, Form.PARTICIPLE)


def _takes_up(page: Page, cue: CueMatch, other: CueMatch) -> bool:
    """Whether بالقول belongs to a participle after a comma: ``رفض التعليق، مكتفياً بالقول إن``."""
    return other.kind == "post" and any(form in "،," for form in page.forms[cue.last : other.first])


def is_adverbial(page: Page, cue: CueMatch) -> bool:
    """Whether a participle is no adjective: ``الوزير مؤكداً`` against ``مصادر مطلعة``.

    An adjective has the article where its noun has it, so after a definite word or a name an
    indefinite participle tells what the subject says meanwhile.
    """
    raw, before = page.tokens.raw(cue.first), page.forms[cue.first - 1] if cue.first else ""
    if not page.forms[cue.first].endswith(ACCUSATIVE):
        return False  # قاض، مطلع: an adverb stands in the accusative
    if "ً" in raw or cue.letters or not is_word(before) or cue.first - 1 in page.closes:
        return True
    if page.forms[cue.first].endswith("ا") or before.startswith(("ال", "لل", "بال", "وال")):
        return True
    noun = page.noun(cue.first - 1, cue.first)
    described = page.noun(cue.first - 2, cue.first - 1) if cue.first > 1 and before.endswith("ة") else None
    feminine = page.forms[cue.first].endswith("ة")
    if noun is not None and feminine and noun.head.agreement is Gender.MASCULINE:
        return True  # طالبت بفتح تحقيق معتبرة أن
    if noun is None and described is not None and not described.definite:
        return False  # مصادر سياسية مطلعة
    return noun is None or noun.definite


def serves_attribution(page: Page, cue: CueMatch) -> bool:
    """Whether a verb belongs to an attribution before it: ``بحسب ما نقله الموقع``."""
    clause = page.cue_before.get(cue.first)
    return clause is not None and clause.kind == "clause" and clause.ident not in _ADDING


def is_asyndetic(page: Page, cue: CueMatch) -> bool:
    """Whether a verb with a pronoun only describes the noun before it: ``في مقابلة نشرتها الصحيفة``."""
    if not cue.finite or cue.clitic or cue.first == 0:
        return False
    before = page.forms[cue.first - 1]
    conditional = cue.last < len(page.tokens) and page.forms[cue.last] in page.roles["condition"]
    if conditional and (before in "،," or page.forms[cue.first - 2 : cue.first] == ("،", "لم")):
        return True  # مسؤول، اشترط عدم ذكر اسمه، إن؛ أحد المصادر، لم تكشف هويته، أن
    if before in "،," and cue.pronoun and all(reading.verb.evidence == "mark" for reading in cue.readings):
        return True  # وجاء في بيان للنقابة، نشرته المواقع، أن
    if not is_word(before) or before.startswith(("ال", "وال", "فال")) or page.classes(cue.first - 1):
        return False
    if page.is_given_name(cue.first - 1):
        return False  # كان الوزير سامي رجب غرد
    if cue.last < len(page.tokens) and page.forms[cue.last] in page.roles["resumptive"]:
        return True  # بلاغ توصلت به الجريدة
    if conditional:
        return True  # مصدر رفض ذكر اسمه
    passive = page.tokens.raw(cue.first)[1:2] == "\u064f"  # نُشرت
    return passive or any(reading.verb.evidence == "mark" for reading in cue.readings)


def _accompanies(page: Page, other: CueMatch) -> bool:
    """Whether a verb only tells what the speaker does meanwhile: ``قال العامل وهو يشير إلى المصنع: …``.

    With a clause of its own it speaks: ``غادر وهو يؤكد أن``.
    """
    if not other.first or page.forms[other.first - 1] not in page.roles["meanwhile"]:
        return False
    return not _has_clause(page, other)


def _has_clause(page: Page, other: CueMatch) -> bool:
    """Whether a clause, a colon or marks follow a cue at once."""
    after = other.last + (
        other.last < len(page.tokens) and page.forms[other.last] in page.roles["clause_preposition"]
    )
    if after >= len(page.tokens):
        return True
    return page.is_complementiser(after) or page.forms[after] == ":" or after in page.opens


def _is_name(page: Page, pair: Pair, bound: int) -> bool:
    """Whether a marked stretch between cue and content is a name: ``قالت شركة "أبل" إن``."""
    words = speech_words(page, pair)
    if not pair.closed or words > _NAME_WORDS or pair.close >= bound:
        return False
    before = page.forms[pair.open - 1]
    opening = page.forms[pair.open + 1]
    clause = words > 2 and (opening in page.roles["before_verb"] or opening == "لا")
    if before == ":" or (clause and before.startswith("ال")):
        return False  # يعمل في المدينة «لن أترك بيتي»; but مسلسل «لن أترك بيتي» names it
    if words <= 2 and before in ("في", "علي", "عبر"):
        return True
    if names_what_follows(page, pair.open):
        return True
    if words > 4:
        return False
    return _content_follows(page, pair.close + 1, bound)


def _names_subject(page: Page, cue: CueMatch, pair: Pair, bound: int) -> bool:
    """Whether marks right after the verb hold the name of its subject: ``وأضاف «رمزي»، خلال لقاء، أن``.

    Some papers, above all Egyptian ones, put every surname in marks; the content comes after adjuncts.
    """
    if (
        pair.open != cue.last
        or not pair.closed
        or not cue.finite
        or speech_words(page, pair) > _SURNAME_WORDS
    ):
        return False
    relays = any(reading.verb.source for reading in cue.readings)
    if _is_surname(page, pair) or (relays and speech_words(page, pair) == 1):
        return True
    for index in range(pair.close + 1, bound):
        form = page.forms[index]
        if page.is_complementiser(index) or form == ":":
            return page.forms[index - 1] not in page.roles["no_complementiser"]
        other = page.cue_at.get(index)
        if form in CODES and _governs(cue, CODES[form]):
            return True  # دعا «الهلال الأحمر» إلى هدنة
        if other is not None and (other.kind == "noun" or (other.form is Form.VERBAL_NOUN and other.pronoun)):
            return True  # نقلت «رويترز» عن شاهد قوله
        if form in "؛." or (other is not None and _stops(page, other)):
            return False
        if index in page.opens and page.forms[index - 1] == "،" and not is_named(page, page.opens[index]):
            return True
    return False


def _is_surname(page: Page, pair: Pair) -> bool:
    """Whether a marked word is part of a name that the text puts in marks: «سلوى قنديل», then «قنديل»."""
    words = page.forms[pair.open + 1 : pair.close]
    return len(words) == 1 and any(
        1 < other.close - other.open - 1 <= _SURNAME_WORDS
        and words[0] in page.forms[other.open + 1 : other.close]
        and page.is_given_name(other.open + 1)
        for other in page.marking.pairs
    )


def _governs(cue: CueMatch, code: str) -> bool:
    """Whether a verb that brings no words itself takes what it is about with a preposition."""
    verbs = [reading.verb for reading in cue.readings]
    return all(verb.complements[0].startswith(code) for verb in verbs)


def _content_follows(page: Page, index: int, bound: int) -> bool:
    """Whether a complementiser, colon or longer marked stretch comes before another cue."""
    start = index
    while index < min(bound, start + 25):
        form = page.forms[index]
        if form == ":" or page.is_complementiser(index):
            return page.forms[index - 1] not in page.roles["no_complementiser"]
        if index in page.opens:
            if index != start and is_named(page, page.opens[index]):
                index = page.opens[index].close + 1
                continue
            return index == start or page.forms[index - 1] in ":،,"
        other = page.cue_at.get(index)
        if form in "،," and index + 1 < bound and page.is_complementiser(index + 1):
            return True  # قال المحلل «فلان» بشركة كذا، إن
        if (other is not None and _stops(page, other)) or form in "؛.،,":
            return form in "،," and index == start and _content_follows(page, index + 1, bound)
        index += 1
    return False
