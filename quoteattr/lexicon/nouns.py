"""The nouns that head a speaker's phrase, and the places that stand for their governments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from attrs import Factory, evolve, field, frozen

from quoteattr.lexicon.tables import Place, Row, fold_words, read_rows, several, values
from quoteattr.lexicon.verbs import WORD
from quoteattr.text.letters import fold
from quoteattr.values import Gender, Number, SpeakerKind

HEAD_COLUMNS = (
    "id", "form", "lemma", "gender", "number", "class", "agreement", "title", "anonymous",
    "oblique", "variants", "ambiguous", "note",
)  # fmt: skip
PLACE_COLUMNS = ("id", "form", "kind", "gender")
NAME_COLUMNS = ("id", "form", "gender")

_GENDERS = {"m": Gender.MASCULINE, "f": Gender.FEMININE, "c": Gender.UNKNOWN}
_YES = {"yes": True, "": False}
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
    """A noun that heads a speaker's phrase, or a name that stands for those who speak there.

    ``form`` is the noun as it is written without an article; ``oblique`` (مسؤولين) and ``variants``
    are other spellings of it. ``agreement`` is the gender that a verb before it takes (مصادر is
    feminine singular there), without one it is ``gender``. A ``title`` may stand right before a
    name; no one can be held to an ``anonymous`` head; a ``proper`` one is a name, and takes no
    article. ``lemma`` is folded; it ties the forms of one noun together, without one it is ``form``.
    """

    form: str
    kind: SpeakerKind
    gender: Gender
    number: Number = Number.SINGULAR
    agreement: Gender = field(default=Factory(lambda head: head.gender, takes_self=True))
    title: bool = False
    anonymous: bool = False
    proper: bool = False
    oblique: tuple[str, ...] = field(default=(), converter=several, repr=False)
    variants: tuple[str, ...] = field(default=(), converter=several, repr=False)
    lemma: str = field(default="", repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "lemma", " ".join(map(fold, (self.lemma or self.form).split())))


@frozen
class Found:
    """A head found in a text: how many words it takes, and whether it is definite there."""

    head: Head
    words: int
    definite: bool


# The words that must follow the first one, and the head that is found then.
NounEntry = tuple[tuple[str, ...], Found]
NounTable = dict[str, tuple[tuple[tuple[str, ...], Head, bool], ...]]


def read_heads(text: str, file: str) -> tuple[Head, ...]:
    """The nouns of a table of heads. Raises LexiconError naming file, line and column."""
    return tuple(_head(place, row) for place, row in read_rows(text, file, HEAD_COLUMNS))


def _head(place: Place, row: Row) -> Head:
    for column in ("form", "lemma"):
        place.expect_word(column, row[column])
    for column in ("oblique", "variants"):
        for spelling in values(row[column]):
            place.expect_word(column, spelling)
    return Head(
        form=row["form"],
        kind=place.one_of("class", row["class"], _CLASSES),
        gender=place.one_of("gender", row["gender"], _GENDERS),
        number=place.one_of("number", row["number"], _NUMBERS),
        agreement=place.one_of("agreement", row["agreement"] or row["gender"], _GENDERS),
        title=place.one_of("title", row["title"], _YES),
        anonymous=place.one_of("anonymous", row["anonymous"], _YES),
        oblique=values(row["oblique"]),
        variants=values(row["variants"]),
        lemma=row["lemma"],
    )


def read_places(text: str, file: str) -> tuple[Head, ...]:
    """Countries, capitals, blocs and agencies. Raises LexiconError naming file, line and column."""
    return tuple(_place(place, row) for place, row in read_rows(text, file, PLACE_COLUMNS))


def _place(place: Place, row: Row) -> Head:
    place.expect_word("form", row["form"])
    return Head(
        form=row["form"],
        kind=place.one_of("kind", row["kind"], _PLACE_KINDS),
        gender=place.one_of("gender", row["gender"], _GENDERS),
        proper=True,
    )


def check_head(head: Head) -> Place:
    """The place of a caller's head, for messages.

    Raises LexiconError naming the noun and the field where the head cannot be used.
    """
    place = Place(f"head {head.form!r}")
    for column in ("form", "oblique", "variants"):
        given = getattr(head, column)
        for noun in (given,) if column == "form" else given:
            if not all(map(WORD.fullmatch, str(noun).split(" "))):
                raise place.at(column).error(f"expected Arabic words without vowels, found {noun!r}")
    for column, members in (
        ("kind", SpeakerKind), ("gender", Gender), ("number", Number), ("agreement", Gender)
    ):  # fmt: skip
        if not isinstance(getattr(head, column), members):
            known = ", ".join(f"{members.__name__}.{member.name}" for member in members)
            raise place.at(column).error(f"expected one of {known}, found {getattr(head, column)!r}")
    return place


def surfaces(head: Head) -> Iterable[tuple[tuple[str, ...], Head, bool]]:
    """The forms that a head is found by: folded words, the head, whether definite."""
    for spelling in (head.form, *head.variants, *head.oblique):
        if head.proper:
            yield fold_words(spelling), head, True
        else:
            yield from _surfaces(fold_words(spelling), head)


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
    yield from _duals(first, head, ("ان", "ا"))


def _duals(word: str, head: Head, endings: Iterable[str]) -> Iterable[tuple[tuple[str, ...], Head, bool]]:
    """The dual of a noun of persons: ``نائبان``، ``نائبا المعارضة``."""
    stem = word[:-1] + "ت" if word.endswith("ة") else word
    if head.number is Number.SINGULAR and head.kind is SpeakerKind.PERSON and len(stem) > 2:
        dual = evolve(head, kind=SpeakerKind.GROUP, number=Number.DUAL, title=False)
        for ending in endings:
            yield (stem + ending,), dual, False
            yield ("ال" + stem + ending,), dual, True


def _oblique_duals(head: Head) -> Iterable[tuple[tuple[str, ...], Head, bool]]:
    """``بحسب النائبين``."""
    for spelling in (head.form, *head.variants):
        words = fold_words(spelling)
        if len(words) == 1 and not head.proper:
            yield from _duals(words[0], head, ("ين",))


def read_names(text: str, file: str) -> dict[str, Gender]:
    """Given names, folded, with the gender of their bearers. Raises LexiconError for a broken table."""
    names: dict[str, Gender] = {}
    for place, row in read_rows(text, file, NAME_COLUMNS):
        place.expect_word("form", row["form"])
        names[fold(row["form"])] = place.one_of("gender", row["gender"], _GENDERS)
    return names


def index_nouns(heads: Iterable[Head]) -> NounTable:
    """The look-up: first word to its entries, the longest first; of two alike the first stays.

    Oblique duals come last: مسؤولين is the plural.
    """
    known_heads = tuple(heads)
    entries = chain(
        (entry for head in known_heads for entry in surfaces(head)),
        (entry for head in known_heads for entry in _oblique_duals(head)),
    )
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


def noun_entries(table: NounTable, first: str) -> tuple[NounEntry, ...]:
    """The heads that a phrase beginning with a word can have, also with a possessive pronoun (بيانها).

    Each with the words that must follow; the first that finds them is the head. None stands behind one
    that needs no more words.
    """
    found: list[NounEntry] = []
    for following, head in _heads_of(table, first):
        found.append((following, head))
        if not following:
            break
    return tuple(found)


def _heads_of(table: NounTable, first: str) -> Iterator[NounEntry]:
    for entry, head, definite in table.get(first, ()):
        yield entry[1:], Found(head, len(entry), definite)
    for spelling in _spellings(first):
        for entry, head, definite in table.get(spelling, ()):
            if not head.proper:
                yield entry[1:], Found(head, len(entry), definite)
    for pronoun in _PRONOUNS:
        if first.endswith(pronoun) and len(first) - len(pronoun) > 2:
            stem = first[: -len(pronoun)]
            for candidate in (stem, stem[:-1] + "ة" if stem.endswith("ت") else ""):
                for entry, head, definite in table.get(candidate, ()):
                    if len(entry) == 1 and not definite and not head.proper:
                        yield (), Found(head, 1, True)
