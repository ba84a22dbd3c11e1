"""The table of reporting verbs: one lemma a line, with its forms and with what may follow it.

Nothing is half loaded: the whole table is read and checked before a single row is handed out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import field, frozen

from quoteattr.lexicon.tables import Place, Row, read_rows, values
from quoteattr.text.letters import HARAKAT
from quoteattr.values import Sense

PAST = ("past_3ms", "past_3fs", "past_3mp", "past_3md", "past_3fp")
PRESENT = ("pres_3ms", "pres_3fs", "pres_3mp", "pres_3fp")
PARTICIPLES = ("part_ms", "part_ms_bare", "part_fs", "part_mp", "part_fp")
VERBAL_NOUNS = ("masdar", "masdar_3ms", "masdar_3fs", "masdar_3mp")
PASSIVES = ("pass_past", "pass_pres")
FORMS = PAST + PRESENT + PARTICIPLES + VERBAL_NOUNS + PASSIVES
SPELLINGS = ("variants", "ambiguous", "homographs")
COLUMNS = (
    "id", "lemma", "vocalised", "sense", "measure", "complement", "addressee", "target", "source",
    "evidence", *FORMS, *SPELLINGS, "note",
)  # fmt: skip

PREPOSITIONS = ("ila", "bi", "3ala", "3an", "min", "fi", "li")
COMPLEMENTS = frozenset(("inna", "anna", "an", "np", "q", "direct")) | {
    f"{preposition}_{what}" for preposition in PREPOSITIONS for what in ("anna", "an", "np")
}
ROLES = frozenset(("acc", "ma3a", *PREPOSITIONS))
MEASURES = frozenset(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "Q"))
EVIDENCE = frozenset(("alone", "complement", "mark"))

_WORD = re.compile("[\u0621-\u063a\u0641-\u064a]+")
_VOWEL = re.compile(f"[{HARAKAT}]")
_TANWIN = "\u064b"


@frozen
class Verb:
    """A reporting verb: what it says of the act of speech, and what its clause is built like.

    ``complements`` names what was said, commonest first (``inna``, ``anna``, ``an``, ``np``, ``q``,
    ``direct``, with a preposition before it ``ila_anna`` and the like). ``addressee``, ``target``
    and ``source`` tell how these three are attached: ``acc`` for the object, else a preposition.
    ``evidence`` is ``alone`` for a cue whatever follows, ``complement`` where a complement, a colon
    or a mark must follow, ``mark`` where only marked words or a content clause make it a cue.
    """

    id: str
    lemma: str
    vocalised: str
    sense: Sense
    complements: tuple[str, ...]
    addressee: tuple[str, ...]
    target: tuple[str, ...]
    source: tuple[str, ...]
    evidence: str


@frozen
class VerbRow:
    """A verb with the spellings that its line gives.

    ``spellings`` holds, for every form column that is filled, the cell first and then the accepted
    variants of it; ``marked`` the forms that are often something else, as they are written.
    """

    verb: Verb
    place: Place
    spellings: Mapping[str, tuple[str, ...]] = field(hash=False)
    marked: tuple[str, ...]


def read_verbs(text: str, name: str) -> tuple[VerbRow, ...]:
    """The rows of the verb table ``text``; ``name`` is the file's name for messages.

    Raises LexiconError naming file, line, column and what was expected.
    """
    return tuple(_verb_row(place, row) for place, row in read_rows(text, name, COLUMNS))


def _verb_row(place: Place, row: Row) -> VerbRow:
    _check_forms(place, row)
    verb = Verb(
        id=row["id"],
        lemma=row["lemma"],
        vocalised=row["vocalised"],
        sense=_sense(place, row["sense"]),
        complements=_codes(place, row, "complement", COMPLEMENTS),
        addressee=_codes(place, row, "addressee", ROLES),
        target=_codes(place, row, "target", ROLES),
        source=_codes(place, row, "source", ROLES),
        evidence=row["evidence"],
    )
    _one_of(place, "measure", row["measure"], MEASURES)
    _one_of(place, "evidence", verb.evidence, EVIDENCE)
    if not verb.complements:
        raise _at(place, "complement").error("expected at least one complement, found nothing")
    marked = values(row["ambiguous"]) + values(row["homographs"])
    return VerbRow(verb, place, _spellings(place, row), marked)


def _check_forms(place: Place, row: Row) -> None:
    for column in ("lemma", "vocalised", *PAST, *PRESENT):
        if not row[column]:
            raise _at(place, column).error("expected a form, found nothing")
    # A verb may lack its participle (زاد) or its verbal noun (أوصى), but not a part of either.
    for group in (PARTICIPLES, VERBAL_NOUNS):
        empty = [column for column in group if not row[column]]
        if empty and len(empty) < len(group):
            raise _at(place, empty[0]).error("expected a form, as in the columns beside it")
    for column in ("lemma", *FORMS, *SPELLINGS):
        for word in values(row[column]):
            bare = word.removesuffix(_TANWIN)
            if not _WORD.fullmatch(bare):
                raise _at(place, column).error(f"expected an Arabic word without vowels, found {word!r}")
    if _VOWEL.sub("", row["vocalised"]) != row["lemma"]:
        raise _at(place, "vocalised").error(
            f"expected {row['lemma']} with vowels, found {row['vocalised']!r}"
        )
    if row["past_3ms"] != row["lemma"]:
        raise _at(place, "past_3ms").error(f"expected the lemma {row['lemma']}, found {row['past_3ms']!r}")
    if row["part_ms"].removesuffix(_TANWIN) != row["part_ms_bare"]:
        raise _at(place, "part_ms").error(f"expected {row['part_ms_bare']} with tanwin")


def _spellings(place: Place, row: Row) -> Mapping[str, tuple[str, ...]]:
    spellings: dict[str, tuple[str, ...]] = {column: (row[column],) for column in FORMS if row[column]}
    for variant in values(row["variants"]):
        # A variant differs from a form of its row in the seat of a hamza: أنبأوا beside أنبؤوا.
        columns = [column for column, forms in spellings.items() if skeleton(forms[0]) == skeleton(variant)]
        if not columns:
            raise _at(place, "variants").error(f"expected another spelling of a form here, found {variant!r}")
        for column in columns:
            spellings[column] += (variant,)
    return spellings


_SEATS = str.maketrans({"أ": "ء", "إ": "ء", "ؤ": "ء", "ئ": "ء", "آ": "ءا", "ى": "ي"})


def skeleton(word: str) -> str:
    """``word`` with every hamza on the line, so that schools of spelling fall together.

    >>> skeleton("أنبأوا") == skeleton("أنبؤوا")
    True
    """
    return word.translate(_SEATS)


def _sense(place: Place, cell: str) -> Sense:
    _one_of(place, "sense", cell, {sense.value.replace(" ", "_") for sense in Sense})
    return Sense(cell.replace("_", " "))


def _codes(place: Place, row: Row, column: str, known: frozenset[str]) -> tuple[str, ...]:
    codes = values(row[column])
    for code in codes:
        _one_of(place, column, code, known)
    return codes


def _one_of(place: Place, column: str, found: str, known: frozenset[str] | set[str]) -> None:
    if found not in known:
        raise _at(place, column).error(f"expected one of {', '.join(sorted(known))}, found {found!r}")


def _at(place: Place, column: str) -> Place:
    return Place(place.file, place.line, column)
