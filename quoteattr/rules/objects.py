"""What stands after a verb and is not its subject: whom it acts on, and what it holds somebody for."""

from __future__ import annotations

from quoteattr.cues.page import Page
from quoteattr.speakers.phrase import NounPhrase
from quoteattr.text.tokens import is_word
from quoteattr.values import SpeakerKind


def is_predicate(page: Page, index: int) -> bool:
    """``اعتبره أمرا``: an indefinite accusative, which a name in ا is not taken for."""
    form = page.forms[index]
    indefinite = form.endswith("ا") and not form.startswith("ال")
    return indefinite and not page.noun(index, index + 1) and not page.is_given_name(index)


def is_object(page: Page, phrase: NounPhrase, index: int) -> bool:
    """Whether a definite person in the phrase is whom the verb acts on: ``سأل الصحافي الوزير``.

    After a construct a name would make it an apposition: ``رئيس اللجنة النائب سامي``.
    """
    found = page.noun(index, phrase.last)
    if found is None or found.head.kind is not SpeakerKind.PERSON or not page.forms[index].startswith("ال"):
        return False
    if page.forms[index].endswith(("ي", "ية")):
        return False  # النائبة البرلمانية: an adjective that is a noun too
    if (
        index - 1 in phrase.names
        or not is_word(page.forms[index - 1])
        or "address" in page.classes(index - 1)
    ):
        return False
    if page.forms[phrase.first].startswith("ال"):
        return True
    # The second noun of a construct is its genitive: فرق المعارضة.
    return index > phrase.first + 1 and index + found.words == phrase.last


def is_prepositional(page: Page, index: int) -> bool:
    """Whether a word is a noun with بـ or لـ before it rather than a name that begins so."""
    form = page.forms[index]
    if form.startswith(("لل", "بال")):
        # بالتازار غارسيا: a foreign name may begin so, but another word of the name follows
        following = page.forms[index + 1] if index + 1 < len(page.tokens) else ""
        return (
            bool(page.noun(index, index + 1, 1))
            or not following.isalpha()
            or following.startswith("ال")
            or bool(page.classes(index + 1))
        )
    if form[0] not in "بل" or len(form) < 4 or page.noun(index, index + 1) or page.is_given_name(index):
        return False  # بيريفان، لامين
    if page.is_thing(index, 1) and not page.is_thing(index):
        return True  # أقرّ بوقوع أخطاء
    return bool(page.noun(index, index + 1, 1)) or form.endswith(("ه", "ها", "هم"))
