"""Whether another cue takes over what follows it, or only serves or describes what stands before it."""

from __future__ import annotations

from quoteattr.cues.detection import CueMatch
from quoteattr.cues.page import Page
from quoteattr.lexicon.inflection import ACCUSATIVE
from quoteattr.text.tokens import is_word
from quoteattr.values import Form, Gender

_ADVERBS = frozenset(("adverb", "time"))
_ADDING = frozenset(("kama", "mithlama"))


def stops(page: Page, other: CueMatch) -> bool:
    """Whether another cue takes over what follows it."""
    if other.phrase:
        return other.kind == "noun"
    if other.form is Form.VERBAL_NOUN:
        return bool(other.pronoun) and (
            page.is_complementiser(other.last) if other.last < len(page.tokens) else False
        )
    if other.form is Form.PARTICIPLE and not is_adverbial(page, other):
        return False
    if other.form is Form.PARTICIPLE and all(r.verb.evidence == "mark" for r in other.readings):
        # قال الوزير، متحدثاً إلى وكالة، إن; but سخر قائلاً
        return other.last < len(page.tokens) and page.is_complementiser(other.last)
    if other.homograph:
        following = other.last < len(page.tokens) and (
            page.is_complementiser(other.last) or page.forms[other.last] in page.roles["clause_preposition"]
        )
        return (bool(other.letters) or other.form is Form.PARTICIPLE) and following
    if is_asyndetic(page, other) or serves_attribution(page, other) or _accompanies(page, other):
        return False
    if other.finite and not other.letters and page.forms[other.first - 1] in page.roles["governs_noun"]:
        return False  # قبل توجهه إلى فرنسا: a noun
    if other.first and "relative" in page.classes(other.first - 1) and not _has_clause(page, other):
        return False  # قال في حديث لبرنامج «…» الذي تبثه القناة، «…»
    return other.form in (Form.VERB, Form.PASSIVE, Form.PARTICIPLE)


def takes_up(page: Page, cue: CueMatch, other: CueMatch) -> bool:
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
    """Whether a clause, a colon or marks follow a cue at once, or after an adverb: ``يقول دائماً إن``."""
    after = other.last
    if after < len(page.tokens) and (page.classes(after) & _ADVERBS or page.forms[after].startswith("ب")):
        after += 1
    after += after < len(page.tokens) and page.forms[after] in page.roles["clause_preposition"]
    if after >= len(page.tokens):
        return True
    return page.is_complementiser(after) or page.forms[after] == ":" or after in page.opens
