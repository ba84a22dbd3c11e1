"""Where a subject ends because its verb's object, or another verb, begins.

Arabic sets the object right after the subject, without any sign: ``وصف الناقد عمر الزين الفيلم بأنه``.
"""

from __future__ import annotations

from quoteattr.lexicon.nouns import Found
from quoteattr.speakers.attachment import OWNED, Reading, is_definite_person
from quoteattr.speakers.shape import is_joined_verb, is_masdar
from quoteattr.speakers.step import END, PASS, Place, Verdict
from quoteattr.values import Gender, SpeakerKind

_OBJECTS = frozenset(("named", "object"))
_FULL_NAME = 3


def verbal_noun(place: Place, reading: Reading) -> Reading | Verdict:
    """``أكد الوزير ضرورة …``: after a definite word a verbal noun begins the object."""
    page, index = place.page, reading.last
    if not reading.definite or page.is_given_name(index):
        return PASS
    shaped = is_masdar(page, index, 0) and not reading.name
    thing = page.is_thing(index) and not page.forms[index].startswith("ال")
    if page.is_given_name(index - 1) and not (index > place.start + 1 and page.is_given_name(index - 2)):
        thing = thing and page.common(index) == "act"  # عدنان رمال: a surname is any noun
    return END if shaped or thing or "object" in page.classes(index) else PASS


def thing(place: Place, reading: Reading) -> Reading | Verdict:
    """A thing with the article is the object after a name or after another word with the article.

    ``وصف الناقد عمر الزين الفيلم بأنه``, ``وصف الرئيس الاتفاق``: it is no adjective and no genitive.
    """
    page, index = place.page, reading.last
    form = page.forms[index]
    if not form.startswith("ال") or page.noun(index, place.limit):
        return PASS
    bare = form[2:]
    if reading.name:
        return END if page.lexicon.classes(bare) & _OBJECTS or page.is_thing(index) else PASS
    after_definite = page.forms[index - 1].startswith("ال") and index - 1 >= place.start
    return (
        END
        if after_definite and ("object" in page.lexicon.classes(bare) or is_masdar(page, index, 2))
        else PASS
    )


def thing_after_title(place: Place, reading: Reading) -> Reading | Verdict:
    """``وصف المدرب خطوة ناديه``: after a man's post with the article a feminine noun is no name of his."""
    page, index = place.page, reading.last
    head, form = reading.head, page.forms[index]
    title = index == place.start + 1 and page.forms[place.start].startswith("ال")
    if (
        not title
        or head is None
        or head.gender is not Gender.MASCULINE
        or reading.kind is not SpeakerKind.PERSON
    ):
        return PASS
    if index + 1 < len(page.forms) and page.is_complementiser(index + 1):
        return PASS  # أكد العقيد عبيدات أن: nothing is said of an object
    thing = form.endswith(("ة", "ات")) and not form.startswith("ال") and not page.is_given_name(index)
    return END if thing else PASS


def owned_object(place: Place, reading: Reading) -> Reading | Verdict:
    """``برر المدرب غضبه``: what belongs to the subject is the object."""
    page, index = place.page, reading.last
    form = page.forms[index]
    owned = form.endswith(OWNED) and len(form) > 3 and not form.startswith("ال")
    if owned and index + 1 < place.limit and is_definite_person(page, index + 1):
        return END  # مؤتمر صحفي عقده المتحدث: a verb with its object, then its subject
    return END if reading.definite and owned and not page.is_given_name(index) else PASS


def after_surname(place: Place, reading: Reading) -> Reading | Verdict:
    """``ثمّن المدير فواز الزعبي جهود العمال``: a surname with the article ends a name."""
    page, index = place.page, reading.last
    before, form = page.forms[index - 1], page.forms[index]
    surname = reading.name and before.startswith("ال") and not page.is_given_name(index - 1)
    compound = "kunya" in page.classes(index - 2) or before in page.roles["compound_name"]
    if not surname or compound or index - place.start < _FULL_NAME or form.startswith("ال"):
        return PASS
    return PASS if page.is_given_name(index) or page.classes(index) or page.noun(index, place.limit) else END


def action(place: Place, reading: Reading) -> Reading | Verdict:
    """``الوزير سامي رجب زار المصنع``: after a name or a definite word a verb of action ends the phrase."""
    page, index = place.page, reading.last
    verb = page.acting(index) or is_joined_verb(page, index)
    return END if reading.definite and verb else PASS


def is_acted_on(place: Place, reading: Reading, found: Found) -> bool:
    """Whether a person with the article, after a phrase that names nobody yet, is no apposition.

    An apposition has its name: ``مدرب النجمة الحكم فلان`` is one man.
    """
    page, after = place.page, reading.last + found.words
    bare = found.head.kind is SpeakerKind.PERSON and page.forms[reading.last].startswith("ال")
    adjective = page.forms[reading.last].endswith(("ي", "ية")) or page.forms[reading.last - 1].startswith(
        "ال"
    )
    if not bare or reading.name or adjective or "address" in page.classes(reading.last):
        return False
    follows = page.forms[after] if after < place.limit else ""
    thing = follows.endswith(("ة", "ات")) and not page.is_given_name(after)
    return thing or bool(page.lexicon.classes(follows) & {"object", "preposition"})


def is_of_woman(place: Place, reading: Reading, found: Found) -> bool:
    """Whether a man's post after a woman's title and given name is her surname: ``الوزيرة ريم الخطيب``.

    It is another person where a name follows: ``التقت الوزيرة ريم السفير سامي``.
    """
    page, index = place.page, reading.last
    title = page.noun(place.start, index) or page.noun(place.start, index, 1)
    after = index + found.words
    named = after < place.limit and (page.is_given_name(after) or page.noun(after, place.limit) is not None)
    woman = title is not None and title.head.title and title.head.gender is Gender.FEMININE
    return woman and found.head.gender is Gender.MASCULINE and not named
