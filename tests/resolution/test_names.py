"""When two mentions name one speaker, and which of them is the fuller name."""

from __future__ import annotations

import pytest

import quoteattr
from quoteattr.resolution.wording import same_modifier, same_spelt, stem

SENTENCE = "{} إن الطريق مفتوح."


def speakers(*mentions: str) -> list[str]:
    """The names of those who speak, one sentence each."""
    text = " ".join(SENTENCE.format(mention) for mention in mentions)
    return [quote.speaker.name if quote.speaker else "" for quote in quoteattr.extract(text)]


# label, the sentences' beginnings, the names of their speakers
MENTIONS = (
    ("a surname alone", ("قال سامي الحداد", "وقال الحداد"), ("سامي الحداد", "سامي الحداد")),
    ("a surname before the full name", ("قال الحداد", "وقال سامي الحداد"), ("سامي الحداد", "سامي الحداد")),
    ("a given name alone", ("قالت ليلى بوحجي", "وقالت ليلى"), ("ليلى بوحجي", "ليلى بوحجي")),
    ("another of the family", ("قال سامي الحداد", "وقال نبيل الحداد"), ("سامي الحداد", "نبيل الحداد")),
    ("another with the name", ("قال سامي الحداد", "وقال سامي الطويل"), ("سامي الحداد", "سامي الطويل")),
    ("three names and two", ("قال سامي كريم الحداد", "وقال سامي الحداد"), ("سامي كريم الحداد",) * 2),
    ("two names and three", ("قال سامي الحداد", "وقال سامي كريم الحداد"), ("سامي كريم الحداد",) * 2),
    (
        "a title comes to the name",
        ("قال سامي الحداد", "وقال الوزير سامي الحداد"),
        ("الوزير سامي الحداد",) * 2,
    ),
    ("a title goes", ("قال الوزير سامي الحداد", "وقال سامي الحداد"), ("الوزير سامي الحداد",) * 2),
    ("a post alone", ("قال وزير النقل سامي الحداد", "وقال الوزير"), ("وزير النقل سامي الحداد",) * 2),
    ("another post", ("قال وزير النقل سامي الحداد", "وقال السفير"), ("وزير النقل سامي الحداد", "السفير")),
    (
        "a woman of that post",
        ("قال وزير النقل سامي الحداد", "وقالت الوزيرة"),
        ("وزير النقل سامي الحداد", "الوزيرة"),
    ),
    ("a post of another field", ("قال وزير النقل", "وقال وزير المياه"), ("وزير النقل", "وزير المياه")),
    ("another body", ("قالت وزارة النقل", "وقالت وزارة المياه"), ("وزارة النقل", "وزارة المياه")),
    ("the body alone", ("قالت وزارة النقل", "وقالت الوزارة"), ("وزارة النقل", "وزارة النقل")),
    ("a compound name in one word", ("قال عبد الله الطويل", "وقال عبدالله الطويل"), ("عبد الله الطويل",) * 2),
    ("a foreign name spelt otherwise", ("قالت ليز تروس", "وقالت تراس"), ("ليز تروس", "ليز تروس")),
    (
        "the same adjective",
        ("قال المسؤول الروسي", "وقال المسؤول الصيني"),
        ("المسؤول الروسي", "المسؤول الصيني"),
    ),
    ("another expert", ("قال خبير", "وقال خبير آخر"), ("خبير", "خبير آخر")),
)


@pytest.mark.parametrize(("mentions", "names"), [pytest.param(*row[1:], id=row[0]) for row in MENTIONS])
def test_who_speaks(mentions: tuple[str, ...], names: tuple[str, ...]) -> None:
    assert tuple(speakers(*mentions)) == names


@pytest.mark.parametrize(
    ("word", "bare"),
    [("الوزير", "وزير"), ("والوزير", "وزير"), ("بالوزارة", "وزارة"), ("للوزارة", "وزارة"), ("وزير", "وزير"),
     ("الي", "الي"), ("الاب", "اب")],
)  # fmt: skip
def test_a_stem_has_no_article(word: str, bare: str) -> None:
    assert stem(word) == bare


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("تروس", "تراس", True),
        ("ميلر", "ميللر", True),
        ("تروس", "ميلر", False),  # another name
        ("بوش", "باش", False),  # too short to tell
        ("ميلر", "ميلرز", False),  # a strong letter
        ("الباما", "الابوما", False),
        ("بلينكن", "بلينكين", True),
        ("كارين", "كوران", False),  # both vowels differ
    ],
)
def test_two_spellings_of_a_foreign_name(one: str, other: str, same: bool) -> None:
    assert same_spelt(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("الصيني", "الصين", True),
        ("فرنسي", "فرنسية", True),
        ("الروسي", "الصيني", False),
        ("يمن", "يمني", True),
        ("هي", "هيئة", False),
        ("مصري", "مصرفي", False),
    ],
)
def test_two_describing_words(one: str, other: str, same: bool) -> None:
    assert same_modifier(one, other) is same
