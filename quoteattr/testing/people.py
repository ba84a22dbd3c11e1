"""Who speaks in the texts: persons with a name and a title, bodies, groups."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib import resources

from attrs import frozen
from hypothesis import strategies as st

from quoteattr.lexicon.lexicon import Lexicon
from quoteattr.lexicon.nouns import Head
from quoteattr.lexicon.tables import fold_words, read_rows
from quoteattr.values import Gender, Number

_GENDERS = {"m": Gender.MASCULINE, "f": Gender.FEMININE, "c": Gender.UNKNOWN}
_NUMBERS = {"sg": Number.SINGULAR, "du": Number.DUAL, "pl": Number.PLURAL}
_COLUMNS = ("id", "class", "form", "genitive", "gender", "number")


@frozen
class Noun:
    """A name, a title or a noun phrase for a speaker, as it is written.

    ``genitive`` is its form after a preposition, empty where that is the same (``المزارعون`` has
    ``المزارعين``).
    """

    form: str
    gender: Gender
    number: Number = Number.SINGULAR
    genitive: str = ""


@frozen
class Person:
    """One who speaks: a title and a name, or the phrase for a body or a group.

    ``phrase`` is the subject of a verb, ``genitive`` what stands after a preposition; ``family`` is
    the name that is enough where the person was named before, empty for bodies and groups.
    """

    phrase: str
    genitive: str
    gender: Gender
    number: Number
    family: str = ""


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[Noun, ...]]:
    name = "people.tsv"
    table = (resources.files("quoteattr.testing") / "tables" / name).read_text(encoding="utf-8")
    found: dict[str, tuple[Noun, ...]] = {}
    for _, row in read_rows(table, name, _COLUMNS):
        noun = Noun(row["form"], _GENDERS[row["gender"]], _NUMBERS[row["number"]], row["genitive"])
        found[row["class"]] = (*found.get(row["class"], ()), noun)
    return found


def _of(nouns: Sequence[Noun], gender: Gender | None, number: Number | None = None) -> list[Noun]:
    return [noun for noun in nouns if gender in (None, noun.gender) and number in (None, noun.number)]


def names(gender: Gender | None = None) -> st.SearchStrategy[Noun]:
    """Given name and family name of one person: ``هدى الزين``; of either gender without ``gender``."""
    table = _table()
    return st.builds(
        lambda given, family: Noun(f"{given.form} {family.form}", given.gender),
        st.sampled_from(_of(table["given"], gender)),
        st.sampled_from(table["family"]),
    )


def titles(gender: Gender | None = None, *, lexicon: Lexicon | None = None) -> st.SearchStrategy[Noun]:
    """Titles that stand before a name: ``وزيرة النقل``.

    With ``lexicon`` only those whose noun it knows.
    """
    known = [
        title
        for title in _of(_table()["title"], gender)
        if lexicon is None or lexicon.noun(fold_words(title.form)) is not None
    ]
    return st.sampled_from(known)


def people(
    gender: Gender | None = None,
    number: Number | None = None,
    *,
    lexicon: Lexicon | None = None,
    heads: Sequence[Head] | None = None,
) -> st.SearchStrategy[Person]:
    """Speakers, of a gender and a number or of any.

    Singular ones are persons with a name, with or without a title, and bodies; the others groups.
    ``heads`` are nouns of a lexicon, used as titles in place of those that come along, without bodies
    and groups; with ``lexicon`` only titles, bodies and groups are used whose noun it knows. Raises
    ValueError where nobody is left.
    """
    found: list[st.SearchStrategy[Person]] = []
    if number in (None, Number.SINGULAR):
        title = titles(gender, lexicon=lexicon) if heads is None else _own_titles(heads, gender)
        found.append(title.flatmap(lambda noun: names(noun.gender).map(lambda name: _titled(noun, name))))
    if heads is None:
        if number in (None, Number.SINGULAR):
            found.append(names(gender).map(_named))
        table = _table()
        others = _of((*table["body"], *table["group"]), gender, number)
        known = [noun for noun in others if lexicon is None or lexicon.noun(fold_words(noun.form))]
        if known:
            found.append(st.sampled_from(known).map(_unnamed))
    if not found:
        raise ValueError(f"nobody to speak: no noun is {gender} and {number} among those given")
    return st.one_of(found)


def _own_titles(heads: Sequence[Head], gender: Gender | None) -> st.SearchStrategy[Noun]:
    """Nouns of one word with the article (``المختار``), others as they are (``أمين السر``)."""
    found = [
        Noun(head.form if " " in head.form else f"ال{head.form}", head.gender, head.number)
        for head in heads
        if gender in (None, head.gender) and head.number is Number.SINGULAR
    ]
    if not found:
        raise ValueError(f"nobody to speak: none of {len(heads)} heads is singular and of that gender")
    return st.sampled_from(found)


def _named(name: Noun) -> Person:
    return Person(name.form, name.form, name.gender, Number.SINGULAR, name.form.split()[-1])


def _titled(title: Noun, name: Noun) -> Person:
    phrase, genitive = (f"{form} {name.form}" for form in (title.form, title.genitive or title.form))
    return Person(phrase, genitive, name.gender, Number.SINGULAR, name.form.split()[-1])


def _unnamed(noun: Noun) -> Person:
    return Person(noun.form, noun.genitive or noun.form, noun.gender, noun.number)
