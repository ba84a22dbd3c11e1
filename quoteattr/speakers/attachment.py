"""What binds to a noun and what only stands after it: brackets, glued clitics, bodies."""

from __future__ import annotations

from attrs import frozen

from quoteattr.cues.page import Page
from quoteattr.lexicon.nouns import Head
from quoteattr.lexicon.spelling import PRONOUNS
from quoteattr.values import Form, SpeakerKind

ADJUNCT_PHRASES = frozenset("medium turn not_cue document addressee hearsay post relay prep".split())
OWNED = PRONOUNS
BODIES = (SpeakerKind.BODY, SpeakerKind.OUTLET, SpeakerKind.PLACE)
_HEARERS = (SpeakerKind.OUTLET, SpeakerKind.GROUP, SpeakerKind.PERSON)
CLOSED = frozenset(
    "time day month demonstrative identity pronoun adverb adjunct subordinator relative preposition".split()
)
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyz")
_LONGEST_BRACKET = 8
_FEWEST_INITIALS = 2


@frozen
class Reading:
    """How far a noun phrase has been read: up to token ``last``.

    ``head`` is the latest noun that can bind a complement, ``definite`` whether the words so far
    could stand alone, ``name`` whether they end in a proper name.
    """

    last: int
    head: Head | None
    definite: bool
    name: bool

    @property
    def kind(self) -> SpeakerKind:
        """What the latest noun names."""
        return self.head.kind if self.head else SpeakerKind.UNKNOWN


def bracket_end(page: Page, index: int, limit: int) -> int | None:
    """After a bracket that belongs to a name: ``(حماس)``, ``(Le Monde)``; not an age or a remark."""
    for close in range(index + 1, min(limit, index + _LONGEST_BRACKET)):
        form = page.forms[close]
        if form == ")":
            return close + 1
        if form in page.roles["remark"] or form[0].isdigit():
            return None
    return None


def initials_end(page: Page, index: int) -> int | None:
    """After a bracket of initials that stands for a name: ``(ف.ن)``، ``(س،ع)``."""
    if page.forms[index] != "(":
        return None
    for at in range(index + 1, min(len(page.tokens), index + _LONGEST_BRACKET)):
        form = page.forms[at]
        if form == ")":
            return at + 1 if at > index + _FEWEST_INITIALS else None
        if form not in ".،," and not (len(form) == 1 and form.isalpha()):
            return None
    return None


def takes_clitic(page: Page, reading: Reading, limit: int) -> bool:
    """Whether a word with بـ or لـ glued to it goes on with the phrase, or is a name of its own.

    ``مسؤول بالبيت الأبيض`` and ``الأمين العام للمنظمة`` do; ``قال الوزير للصحفيين`` does not.
    """
    index = reading.last
    form = page.forms[index]
    letter, rest = form[0], form[1:]
    cue = page.cue_at.get(index)
    if cue is not None and cue.kind in ADJUNCT_PHRASES:
        return False
    if form == "باسم" or page.lexicon.is_given_name(form):
        return True
    return _takes_bi(page, reading, rest, limit) if letter == "ب" else _takes_li(page, reading, rest, limit)


def _takes_bi(page: Page, reading: Reading, rest: str, limit: int) -> bool:
    index = reading.last
    bound = _binds(page, reading, "ب")
    if page.is_thing(index, 1) and (reading.name or not bound):
        return False  # اتهم الصحفي منتظر حداد بإهانة
    target = page.noun(index, limit, 1)
    if target and (rest.startswith("ال") or not target.head.proper or len(rest) > 3):
        return target.head.kind in BODIES and (bound or not reading.name)
    if rest.startswith("ال"):
        lone = reading.name and page.is_given_name(index - 1) and not page.is_given_name(index - 2)
        if lone and not target and not page.is_thing(index, 1) and not _is_act(page, rest[2:]):
            return True  # سمير بالطيب: a surname of the Maghreb
        return bound and not reading.name and not _is_act(page, rest[2:])
    if not reading.name and index + 1 < limit and page.is_thing(index + 1):
        return False  # طالبت أسرة الطالب بفتح تحقيق
    common = page.lexicon.classes(rest) & CLOSED or (rest.endswith(("ة", "ات")) and not reading.name)
    return not common


def _is_act(page: Page, bare: str) -> bool:
    """A verbal noun after بـ is what the verb is about, no place of work: ``هدد القائد بالرد``."""
    forms = page.lexicon.verb_forms.get(bare, ())
    return any(form.form is Form.VERBAL_NOUN for form in forms) or "object" in page.lexicon.classes(bare)


def _takes_li(page: Page, reading: Reading, rest: str, limit: int) -> bool:
    index = reading.last
    contracted = rest.startswith("ل")  # للمنظمة is ل + المنظمة
    if rest[0].lower() in _LATIN:
        return False  # مصدر مسؤول لـCNN: those who hear
    target = page.noun(index, limit, 1)
    bound = _binds(page, reading, "ل")
    team = bound and reading.kind is SpeakerKind.BODY and contracted
    if target and target.head.kind in _HEARERS and not team and reading.kind is not SpeakerKind.DOCUMENT:
        # مستشار للرئيس is one post; قالت الوزيرة للصيادين names those who hear
        return (
            bound and page.noun(index - 1, index) is not None and not page.forms[index - 1].startswith("ال")
        )
    if target and target.head.proper and target.head.kind is SpeakerKind.OUTLET and not bound:
        return False
    if rest.endswith(OWNED) and not contracted and not (target and target.head.proper):
        return False
    purpose = contracted and not bound and page.lexicon.common.get("ال" + rest[1:]) == "act"
    if purpose and page.noun(index - 1, index) is not None:
        return False  # تطوع عدد من الأطباء للدفاع عن زميلهم
    if contracted or target:
        if reading.name:
            return False
        return (
            bound
            or reading.kind in (SpeakerKind.BODY, SpeakerKind.DOCUMENT)
            or page.forms[index - 1].startswith("ال")
        )
    if page.is_thing(index, 1) and reading.name and not bound:
        return False
    # ل and an unknown word: a name (لحسن، لافروف) after a title, a complement after an adjective
    return not page.lexicon.classes(rest) & CLOSED


def _binds(page: Page, reading: Reading, letter: str) -> bool:
    return reading.head is not None and letter in page.lexicon.complements.get(reading.head.lemma, ())


def governs_genitive(page: Page, start: int, index: int) -> bool:
    """Whether a word with بـ after two names has a genitive, so is no foreign surname (بوتين)."""
    named = index - start > 1 and not any(
        page.noun(at, at + 1) or page.forms[at].startswith("ال") for at in (index - 1, index - 2)
    )
    following = page.forms[index + 1] if index + 1 < len(page.tokens) else ""
    return named and following.startswith("ال") and not page.classes(index + 1)


def parts_from_body(page: Page, index: int) -> bool:
    """Whether a body after a person's post is no part of the phrase but what the verb acts on.

    Two definite nouns make neither an adjective nor a genitive (``اتهم النائب الحكومة``), and after an
    indefinite adjective no genitive follows (``أبلغ مسؤول أممي المجلس``).
    """
    form, before = page.forms[index], page.forms[index - 1]
    if not form.startswith("ال") or (form in page.roles["adjective_too"] and before.endswith(form[-1])):
        return False  # اللجنة المنظمة
    clitic = before[0] in "بلو"  # بمديرية الأمن
    noun = any(page.noun(index - 1, index, letters) for letters in range(clitic + 1))
    if before.startswith("ال"):
        return noun and not form.endswith(("ي", "ية"))  # المحللة المالية: the ministry is an adjective too
    minister = page.noun(index - 2, index - 1) if index > 1 else None
    if minister is not None and minister.head.lemma in page.roles["portfolio"]:
        return False  # وزيرة خارجية الاتحاد الأوروبي: the word is no adjective
    return before.endswith(("ي", "ية")) and not noun and not page.is_thing(index - 1)  # حارس مرمى المنتخب


def with_foundress(page: Page, reading: Reading, index: int, limit: int) -> Reading | None:
    """The phrase with a woman's post that is a word for a body too: ``لينا حداد مؤسسة مبادرة «خطوة»``.

    Only after a name and before what was founded.
    """
    if page.forms[index] not in page.roles["foundress"] or index + 1 >= limit or not reading.name:
        return None
    form, noun = page.forms[index + 1], page.noun(index + 1, limit)
    if form.startswith("ال") or (noun is not None and noun.head.kind is SpeakerKind.PERSON):
        return None  # مؤسسة إعلامية: the adjective is a noun too
    founded = noun is not None or page.is_thing(index + 1) or not form.endswith("ة")
    return Reading(index + 1, reading.head, definite=False, name=False) if founded else None


def is_definite_person(page: Page, index: int) -> bool:
    """Whether a person's post with the article stands at a token: ``المتحدث``."""
    found = page.noun(index, index + 1)
    return found is not None and found.head.kind is SpeakerKind.PERSON and page.forms[index].startswith("ال")
