"""Marks that hold a name, a title or a term and no speech."""

from __future__ import annotations

from quoteattr.cues.page import Page
from quoteattr.speakers.attachment import OWNED
from quoteattr.speakers.shape import is_imperfect
from quoteattr.text.marks import Pair
from quoteattr.text.tokens import is_word
from quoteattr.values import SpeakerKind

_VERBAL = ("ي", "سي", "ست", "سن", "لن", "لم", "لا")
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyz")
_NAMED_KINDS = (SpeakerKind.BODY, SpeakerKind.OUTLET, SpeakerKind.DOCUMENT)
_JUDGING = frozenset(("غير", "الغير", "اي"))
_LONGEST_NAME, _LONGEST_AFTER_HEAD, _LONGEST_LATIN, _LONGEST_PERSON = 8, 4, 6, 3


def speech_words(page: Page, pair: Pair) -> int:
    """How many words a marked stretch holds."""
    return page.words_between(pair.open + 1, pair.close)


def is_named(page: Page, pair: Pair) -> bool:
    """Whether marks hold a name: short, after a noun that names follow, or in Latin letters."""
    words = speech_words(page, pair)
    if words == 0:
        return True
    if words > 2 and _is_present(page, pair.open + 1) and page.noun(pair.open + 1, pair.close) is None:
        return False  # الوضع في المخيم "يتدهور ساعة بعد ساعة": a sentence is no name
    if words > 2 and _opens_speech(page, pair.open + 1) and not _is_foreign(page, pair):
        return False  # في كلمتها «إننا لا نناقش الوقائع»
    if _is_sentence(page, pair):
        return False
    if words > 2 and "preposition" in page.classes(pair.open + 1):
        return False  # القاعة «في أي وقت»
    predicate = _is_predicate(page, pair) or _after_subject(page, pair.open) or _is_demand(page, pair)
    if words <= _LONGEST_NAME and names_what_follows(page, pair.open) and not predicate:
        return True
    if words <= _LONGEST_AFTER_HEAD and (
        (_after_head(page, pair) and not predicate) or _names_body(page, pair)
    ):
        return True
    if words <= _LONGEST_PERSON and (_names_person(page, pair) or _names_paper(page, pair)):
        return True
    return words <= _LONGEST_LATIN and (_is_foreign(page, pair) or _is_glossed(page, pair))


def _is_present(page: Page, index: int) -> bool:
    """Whether a word looks like a present verb; with تـ, which nouns have too, only where it is a known one.

    ``الوضع «يتدهور ساعة بعد ساعة»``, ``منظمات إرهابية «تهدد أمن البلاد»``.
    """
    form = page.forms[index]
    return form.startswith(_VERBAL) or (form.startswith("ت") and page.is_known_verb(index))


def _is_sentence(page: Page, pair: Pair) -> bool:
    """Whether a negation or the like stands inside the marks, as in a clause and in no name.

    ``رئيس الجامعة «الأسعار لن ترتفع هذا الشهر»``; a title may begin with it: ``رواية «لن نبيع الدار»``.
    """
    particles = page.roles["speech_particle"]
    inside = range(pair.open + 2, pair.close)
    return speech_words(page, pair) > _LONGEST_AFTER_HEAD and any(
        page.forms[at] in particles for at in inside
    )


def _opens_speech(page: Page, index: int) -> bool:
    """Whether a clause begins with a particle or the first person, as no name does."""
    form = page.forms[index]
    return (
        form in page.roles["speech_particle"] or form in page.roles["first_person"] or form in ("ان", "انه")
    )


def is_titled(page: Page, pair: Pair) -> bool:
    """Whether marks hold a title in two parts without a verb: ``«مدينة الرمل: الماضي والحاضر»``."""
    inside = range(pair.open + 1, pair.close)
    parted = any(page.forms[index] in (":", "..") for index in inside[1:-1])
    verbal = any(
        page.forms[index] in page.lexicon.verb_forms
        or page.forms[index] in page.roles["speech_particle"]
        or page.forms[index] in page.roles["first_person"]
        or page.is_complementiser(index)
        or is_imperfect(page, index)
        for index in inside
    )
    return parted and not verbal


def _is_foreign(page: Page, pair: Pair) -> bool:
    """Latin letters, numbers, or the Arabic names of Latin letters: ``"بي إن سبورتس"``، ``"آي فون 5"``."""
    places = page.word_places(pair.open + 1, pair.close)
    letters = [page.forms[index] for index in places]
    foreign = sum(
        1
        for form in letters
        if form[0].lower() in _LATIN or form[0].isdigit() or form in page.roles["letter_name"]
    )
    if foreign * 2 >= len(letters):
        any_of = letters[0] == "اي" and page.tokens.raw(places[0]).startswith("أ")
        return foreign > 1 or len(letters) == 1 or not any_of  # نفى «أي علاقة»; but «آي فون»
    numbered = letters[-1].isdigit() and len(letters) <= _LONGEST_AFTER_HEAD
    return (
        numbered
        and is_word(page.forms[pair.close - 1])
        and not any("preposition" in page.classes(index) for index in range(pair.open + 1, pair.close))
    )  # "آي فون 5", not "التوافق على 90%"


def _is_glossed(page: Page, pair: Pair) -> bool:
    """A bracket with Latin letters after the marks: ``"موزيلا" (Mozilla)``."""
    after = pair.close + 1
    return (
        after + 1 < len(page.tokens)
        and page.forms[after] == "("
        and page.forms[after + 1][:1].lower() in _LATIN
    )


def known_names(page: Page) -> frozenset[tuple[str, ...]]:
    """The words of all marks that hold a name somewhere: in marks again they are still that name."""
    return frozenset(
        page.forms[pair.open + 1 : pair.close] for pair in page.marking.pairs if is_named(page, pair)
    )


def _is_predicate(page: Page, pair: Pair) -> bool:
    """``البنك «شريك أساسي في المشاريع»``: indefinite words with a complement are said of the thing."""
    inside = page.word_places(pair.open + 1, pair.close)
    definite = page.forms[pair.open - 1].startswith("ال") and not page.forms[inside[0]].startswith("ال")
    reported = pair.open > 1 and page.is_complementiser(pair.open - 2)
    if page.forms[inside[0]] in _JUDGING:
        return True  # بهذا القرار «غير الشرعي»
    said = len(inside) > 1 or page.is_adjective(inside[0])
    if definite and reported and said and not is_verb(page, pair.close + 1):
        return True  # ان المشروع «حلم طال انتظاره»: said of the subject of the reported clause
    complement = any("preposition" in page.classes(index) for index in inside[1:])
    return definite and complement and len(inside) > _LONGEST_PERSON


def _is_demand(page: Page, pair: Pair) -> bool:
    """``طلب من الشرطة «التدخل فوراً لوقف المخالفات»``: behind a phrase an act is asked for, not named."""
    first = pair.open + 1
    long = speech_words(page, pair) >= _LONGEST_PERSON
    return long and page.forms[pair.open - 1].startswith("ال") and page.common(first) == "act"


def _after_subject(page: Page, opened: int) -> bool:
    """Whether marks stand after a body with the article right behind its verb: ``أدان الاتحاد «الهجوم»``."""
    found = page.noun(opened - 1, opened)
    body = found is not None and found.definite and found.head.kind is SpeakerKind.BODY
    return body and page.cue_before.get(opened - 1) is not None


def is_verb(page: Page, index: int) -> bool:
    """Whether a verb stands at a token: ``أن الفيلم «حديث الروح» سيعرض``."""
    return index < len(page.tokens) and (page.is_known_verb(index) or is_imperfect(page, index))


def _names_person(page: Page, pair: Pair) -> bool:
    """``المحامية "سلوى قنديل"``: a given name and another word that is no verb, or after a post."""
    inside = page.word_places(pair.open + 1, pair.close)
    if not page.is_given_name(inside[0]) or any(page.classes(index) for index in inside):
        return False
    if any(page.forms[index] in page.lexicon.verb_forms or page.acting(index) for index in inside[1:]):
        return False
    after = pair.open - 1
    post = page.noun(after, pair.open) or page.noun(after - 1, after) if after > 0 else None
    titled = post is not None and post.head.kind is SpeakerKind.PERSON
    return titled or (len(inside) > 1 and page.is_given_name(inside[-1]))


def _names_body(page: Page, pair: Pair) -> bool:
    """``"تيار النهضة"``: a body's noun with what it is called, and no verb."""
    first = pair.open + 1
    found = page.noun(first, pair.close)
    if found is None or found.definite or found.head.kind not in (SpeakerKind.BODY, SpeakerKind.OUTLET):
        return False
    inside = range(first + found.words, pair.close)
    closed = any(
        page.classes(at) or page.forms[at] in page.lexicon.verb_forms or page.acting(at) for at in inside
    )
    return len(inside) > 0 and not closed


def _names_paper(page: Page, pair: Pair) -> bool:
    """``بلاغ حصلت «الرافدين» على نسخة منه``: the paper itself, the subject of how it came by its news."""
    index = pair.open - 1
    index -= index > 0 and page.forms[index] in page.roles["resumptive"]  # حصلت عليه «الرافدين»
    verb = page.forms[index] if index >= 0 else ""
    stems = {verb, verb.removeprefix("و"), verb.removesuffix("ه"), verb.removesuffix("ها")}
    return not stems.isdisjoint(page.roles["paper_acts"])


def _after_head(page: Page, pair: Pair) -> bool:
    if pair.open == 0 or not is_word(page.forms[pair.open - 1]):
        return False
    found = page.noun(pair.open - 1, pair.open) or page.noun(pair.open - 1, pair.open, 1)
    return found is not None and found.head.kind in _NAMED_KINDS and not found.head.proper


def names_what_follows(page: Page, opened: int) -> bool:
    """Whether the word before a mark is one that names follow: ``وكالة "…"``، ``حزب «…»``."""
    index = opened - 1
    pair = page.opens[opened]
    if index < 0 or _is_sentence(page, pair) or _after_subject(page, opened):
        return False
    if page.forms[pair.open + 1] in _JUDGING:
        return False
    for first in range(max(index - 3, 0), index + 1):
        match = page.cue_at.get(first)
        if match is None or match.kind != "name":
            continue
        if match.last == opened or (match.last == index and page.forms[index] == "ب"):
            return True
    form = page.forms[index]
    if index and page.forms[index - 1] == "علي" and "identity" in page.classes(index):
        return True  # أطلقوا على أنفسهم «مجموعة النار»
    if form == "ل" and 0 < page.opens[opened].close - opened - 1 <= _LONGEST_PERSON:
        return True  # في تصريح لـ «الخبر»: those who hear
    if form in page.roles["before_name"] or "day" in page.classes(index):
        return False
    if form.startswith("ال") and index and page.forms[index - 1].endswith(OWNED):
        index -= 1  # فيلمها الجديد «ليل المدينة»
    while index and page.is_adjective(index):
        index -= 1  # مجلة رياضية شهيرة «سبورت»
    form = page.forms[index]
    stems = {
        form,
        form.removeprefix("و"),
        form.removeprefix("ب"),
        form.removeprefix("ل"),
        form.removeprefix("ف"),
    }
    found = page.noun(index, opened)
    bare = found is not None and (not found.definite or (form.endswith(OWNED) and not form.startswith("ال")))
    if found and bare and found.head.kind in _NAMED_KINDS and not found.head.proper:
        return True  # كتلة «الميثاق»: a body without the article takes its name
    stems |= {stem[2:] for stem in stems if stem.startswith(("ال", "لل"))}
    return any("named" in page.lexicon.classes(stem) for stem in stems)
