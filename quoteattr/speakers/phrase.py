"""The noun phrase of a speaker: title, name, apposition and the complements that belong to it.

``المتحدث باسم البلدية نادر الصيفي`` is one phrase; in ``قال الوزير في مقابلة`` the preposition
ends it. Relative clauses and adjuncts of time, place, addressee and manner stay outside.
"""

from __future__ import annotations

from attrs import frozen

from quoteattr.cues.page import Page
from quoteattr.lexicon.contraction import without_clitic
from quoteattr.lexicon.nouns import Head
from quoteattr.speakers.attachment import Reading, initials_end
from quoteattr.speakers.extension import extend
from quoteattr.speakers.shape import DATES, can_begin
from quoteattr.speakers.step import Place
from quoteattr.text.tokens import is_word
from quoteattr.values import Gender, SpeakerKind

_LONGEST = 32

_NAMES = 2


@frozen
class NounPhrase:
    """A noun phrase as token indices, half open, with what its head tells of it.

    ``letters`` folded letters of the first token are a clitic and do not belong to it. ``names``
    are the tokens that are most likely proper names, ``heads`` those of the nouns that name the
    speaker itself (not one of its complements): in ``زيد، رئيس لجنة المال`` زيد and رئيس.
    ``bearer`` is the gender of its given name, where a further name follows: النائب هند الفايز.
    """

    first: int
    last: int
    letters: int
    head: Head | None
    definite: bool
    names: tuple[int, ...] = ()
    heads: tuple[int, ...] = ()
    bearer: Gender = Gender.UNKNOWN

    @property
    def named(self) -> bool:
        """Whether a word of it is most likely a proper name."""
        return bool(self.names)

    @property
    def kind(self) -> SpeakerKind:
        """What sort of thing the phrase names; a bare name is taken for a person's."""
        return self.head.kind if self.head else (SpeakerKind.PERSON if self.named else SpeakerKind.UNKNOWN)


def parse_phrase(page: Page, first: int, limit: int, letters: int = 0) -> NounPhrase | None:
    """The longest noun phrase that begins at ``first`` and ends at or before ``limit``.

    ``letters`` folded letters of the first token are a clitic. None where no phrase can begin.
    """
    end = initials_end(page, first) if first < limit and not letters else None
    if end is not None and end <= limit:
        initials = tuple(index for index in range(first + 1, end - 1) if is_word(page.forms[index]))
        return NounPhrase(first + 1, end - 1, 0, None, definite=True, names=initials)
    if first >= limit or not can_begin(page, first, limit, letters):
        return None
    start, clitic = first, letters
    bare = page.forms[first][letters:]
    if "demonstrative" in page.lexicon.classes(bare) or bare in page.roles["same"]:
        if first + 1 >= limit or not page.forms[first + 1].startswith("ال") or _is_date(page, first + 1):
            return None  # هذا الشهر
        start, clitic = first + 1, 0
    found = page.noun(start, limit, clitic)
    if start in page.opens:
        reading = Reading(page.opens[start].close + 1, None, definite=True, name=True)
    elif found:
        reading = Reading(start + found.words, found.head, found.definite, found.head.proper)
    else:
        article = without_clitic(page.lexicon, page.forms[start : start + 2], clitic).startswith("ال")
        name = not article and not page.is_thing(start, clitic)
        reading = Reading(start + 1, None, definite=name or article, name=name)
    head = reading.head
    named = range(start, reading.last) if start in page.opens else (start,)  # «رمزي»: the words inside
    names = [index for index in named if is_word(page.forms[index])] if reading.name else []
    heads = [start] if found and not found.head.proper else []
    place, end = Place(page, start, limit), min(limit, first + _LONGEST)
    while reading.last < end:
        longer = extend(place, reading)
        if longer is None:
            break
        if longer.name and (longer.head is reading.head or longer.head is None):
            names.extend(index for index in range(reading.last, longer.last) if is_word(page.forms[index]))
        elif longer.head is not reading.head and _is_title(page, reading, longer):
            heads.append(reading.last + (page.forms[reading.last] in "،,"))
            head = head or longer.head
        reading = longer
    last = reading.last
    while (
        last > start + 1
        and not is_word(page.forms[last - 1])
        and last - 1 not in page.closes
        and page.forms[last - 1] != ")"
    ):
        last -= 1
    definite = (
        found is None or found.definite or _definite_construct(page, start + found.words, last, found.head)
    )
    return NounPhrase(
        first, last, letters, head, definite, tuple(names), tuple(heads), _bearer(page, names, letters)
    )


def _is_date(page: Page, index: int) -> bool:
    return page.forms[index] in page.roles["period"] or bool(page.classes(index) & DATES)


def _bearer(page: Page, names: list[int], letters: int) -> Gender:
    """The gender of a full name; a surname alone (قالت كامل) tells none."""
    if len(names) < _NAMES or letters:
        return Gender.UNKNOWN
    return page.lexicon.names.get(page.forms[names[0]], Gender.UNKNOWN)


def _definite_construct(page: Page, index: int, last: int, head: Head) -> bool:
    """Whether a noun without the article is made definite by its genitive: ``رئيس مجلس النواب``."""
    if head.anonymous or head.lemma in page.roles["quantity"]:
        return False
    while (
        index < last
        and page.noun(index, last)
        and not page.forms[index].startswith("ال")
        and not page.classes(index)
    ):
        index += 1
    return index < last and (page.forms[index].startswith("ال") or index in page.opens)


def _is_title(page: Page, before: Reading, after: Reading) -> bool:
    """Whether the noun just read is a post of the same person: after a comma, or after a name."""
    joined = page.forms[before.last] in "،," or before.name
    return joined and after.head is not None and after.head.kind is SpeakerKind.PERSON


def without_object(page: Page, phrase: NounPhrase) -> NounPhrase:
    """A subject without what its verb acts on: ``زار الوزير سامي زيدان المصنع``.

    A name has its article once, at its end; a word with the article after two names, where one has
    it already (``سامي الحلبي التأخر``) or the phrase ends with it, is the object.
    """
    for place, index in enumerate(phrase.names):
        if place < _NAMES or not page.forms[index].startswith("ال") or page.is_given_name(index):
            continue
        after_surname = page.forms[index - 1].startswith("ال") and index - 1 in phrase.names
        kin = any("kunya" in page.classes(name) for name in range(phrase.first, index))
        if after_surname or (index == phrase.last - 1 and not kin):
            return parse_phrase(page, phrase.first, index, phrase.letters) or phrase
    return phrase
