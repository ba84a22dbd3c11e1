"""The nouns that head a speaker's phrase, and the places that stand for their governments."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from attrs import frozen

from quoteattr.lexicon.tables import Place, read_rows
from quoteattr.text.letters import fold
from quoteattr.values import Gender, Number, SpeakerKind

HEAD_COLUMNS = (
    "id", "form", "lemma", "gender", "number", "class", "agreement", "title", "anonymous",
    "oblique", "variants", "ambiguous", "note",
)  # fmt: skip
PLACE_COLUMNS = ("id", "form", "kind", "gender")
NAME_COLUMNS = ("id", "form", "gender")

_T = TypeVar("_T")

_GENDERS = {"m": Gender.MASCULINE, "f": Gender.FEMININE, "c": Gender.UNKNOWN}
_NUMBERS = {"sg": Number.SINGULAR, "du": Number.DUAL, "pl": Number.PLURAL}
_CLASSES = {
    "person": SpeakerKind.PERSON,
    "group": SpeakerKind.GROUP,
    "body": SpeakerKind.BODY,
    "document": SpeakerKind.DOCUMENT,
    "outlet": SpeakerKind.OUTLET,
}
_PLACE_KINDS = {
    "country": SpeakerKind.PLACE,
    "capital": SpeakerKind.PLACE,
    "city": SpeakerKind.PLACE,
    "bloc": SpeakerKind.BODY,
    "seat": SpeakerKind.BODY,
    "movement": SpeakerKind.BODY,
    "agency": SpeakerKind.OUTLET,
}
_PRONOUNS = ("هما", "ها", "هم", "هن", "نا", "ه")


@frozen
class Head:
    """A noun that heads a speaker's phrase.

    ``agreement`` is the gender that a verb before it takes (مصادر is feminine singular there);
    ``title`` heads may stand right before a name; no one can be held to an ``anonymous`` one.
    """

    lemma: str
    kind: SpeakerKind
    gender: Gender
    number: Number
    agreement: Gender
    title: bool = False
    anonymous: bool = False
    proper: bool = False


@frozen
class Found:
    """A head found in a text: how many words it takes, and whether it is definite there."""

    head: Head
    words: int
    definite: bool


NounTable = dict[str, tuple[tuple[tuple[str, ...], Head, bool], ...]]


def read_heads(text: str, file: str) -> list[tuple[tuple[str, ...], Head, bool]]:
    """The surface forms of a table of heads: folded words, the head, whether definite."""
    entries: list[tuple[tuple[str, ...], Head, bool]] = []
    for place, row in read_rows(text, file, HEAD_COLUMNS):
        head = Head(
            lemma=fold(row["lemma"]),
            kind=_one_of(place, "class", row["class"], _CLASSES),
            gender=_one_of(place, "gender", row["gender"], _GENDERS),
            number=_one_of(place, "number", row["number"], _NUMBERS),
            agreement=_one_of(place, "agreement", row["agreement"] or row["gender"], _GENDERS),
            title=row["title"] == "yes",
            anonymous=row["anonymous"] == "yes",
        )
        if not row["form"]:
            raise Place(file, place.line, "form").error("expected a noun, found nothing")
        surfaces = [
            row["form"],
            *filter(None, row["variants"].split("|")),
            *filter(None, row["oblique"].split("|")),
        ]
        for surface in surfaces:
            entries.extend(_surfaces(fold_words(surface), head))
    return entries


def _surfaces(words: tuple[str, ...], head: Head) -> Iterable[tuple[tuple[str, ...], Head, bool]]:
    first, rest = words[0], words[1:]
    # رئيس الوزراء is definite by its second word
    yield words, head, any(word.startswith("ال") for word in words)
    if not first.startswith("ال"):
        yield ("ال" + first, *rest), head, True
    if rest:
        return
    if head.number is Number.PLURAL and first.endswith(("ون", "ين")):
        yield (first[:-1],), head, False  # مسؤولو الوزارة، مسؤولي الوزارة
    if head.number is Number.SINGULAR and head.kind is SpeakerKind.PERSON:
        stem = first[:-1] + "ت" if first.endswith("ة") else first
        dual = _with_number(head)
        for ending in ("ان", "ين", "ا"):
            if ending != "ين" and len(stem) > 2:
                yield (stem + ending,), dual, False
                yield ("ال" + stem + ending,), dual, True


def _with_number(head: Head) -> Head:
    return Head(
        head.lemma, SpeakerKind.GROUP, head.gender, Number.DUAL, head.agreement, False, head.anonymous
    )


def read_places(text: str, file: str) -> list[tuple[tuple[str, ...], Head, bool]]:
    """Countries, capitals, blocs and agencies: names, so always definite."""
    entries: list[tuple[tuple[str, ...], Head, bool]] = []
    for place, row in read_rows(text, file, PLACE_COLUMNS):
        gender = _one_of(place, "gender", row["gender"], _GENDERS)
        kind = _one_of(place, "kind", row["kind"], _PLACE_KINDS)
        words = fold_words(row["form"])
        entries.append(
            (words, Head(" ".join(words), kind, gender, Number.SINGULAR, gender, proper=True), True)
        )
    return entries


def read_names(text: str, file: str) -> dict[str, Gender]:
    """Given names, folded, with the gender of their bearers."""
    return {
        fold(row["form"]): _one_of(place, "gender", row["gender"], _GENDERS)
        for place, row in read_rows(text, file, NAME_COLUMNS)
    }


def fold_words(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase."""
    return tuple(fold(word) for word in phrase.split())


def _one_of(place: Place, column: str, value: str, known: dict[str, _T]) -> _T:
    if value not in known:
        raise Place(place.file, place.line, column).error(
            f"expected one of {', '.join(known)}, found {value!r}"
        )
    return known[value]


def index_nouns(entries: Iterable[tuple[tuple[str, ...], Head, bool]]) -> NounTable:
    """The look-up: first word to its entries, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], Head, bool]]] = {}
    for entry in entries:
        known = table.setdefault(entry[0][0], [])
        if all(entry[0] != other[0] for other in known):
            known.append(entry)
    return {first: tuple(sorted(known, key=lambda e: -len(e[0]))) for first, known in table.items()}


def _spellings(word: str) -> Iterable[str]:
    if word.startswith("ال") and word.endswith("ه"):
        yield word[:-1] + "ة"  # الدكتوره: a definite noun takes no pronoun
    if word.endswith("ا") and len(word) > 4:
        yield word[:-1]  # شاهداً، مسؤولاً in the accusative


def find_noun(table: NounTable, words: tuple[str, ...]) -> Found | None:
    """The head that ``words`` begin with, also with a possessive pronoun (بيانها)."""
    first = words[0]
    for entry, head, definite in table.get(first, ()):
        if words[: len(entry)] == entry:
            return Found(head, len(entry), definite)
    for spelling in _spellings(first):
        for entry, head, definite in table.get(spelling, ()):
            if entry[0] == spelling and words[1 : len(entry)] == entry[1:] and not head.proper:
                return Found(head, len(entry), definite)
    for pronoun in _PRONOUNS:
        if first.endswith(pronoun) and len(first) - len(pronoun) > 2:
            stem = first[: -len(pronoun)]
            for candidate in (stem, stem[:-1] + "ة" if stem.endswith("ت") else ""):
                for entry, head, definite in table.get(candidate, ()):
                    if len(entry) == 1 and not definite and not head.proper:
                        return Found(head, 1, True)
    return None
