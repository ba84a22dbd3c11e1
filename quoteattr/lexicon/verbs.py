"""The table of reporting verbs: one lemma a line, with its forms and with what may follow it.

Nothing is half loaded: the whole table is read and checked before a single row is handed out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import field, frozen

from quoteattr.lexicon.tables import Place, Row, read_rows, several, values
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
MEASURES = {name: name for name in ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "Q")}
EVIDENCE = {name: name for name in ("alone", "complement", "mark")}

WORD = re.compile("[\u0621-\u063a\u0641-\u064a]+")
SHADDA, TANWIN = "\u0651", "\u064b"
_VOWEL = re.compile(f"[{HARAKAT}]")


SENSES = {sense.value.replace(" ", "_"): sense for sense in Sense}


@frozen
class Verb:
    """A reporting verb: what it says of the act of speech, and what its clause is built like.

    ``lemma`` is the third person masculine singular of the past. Written with its vowels, which is
    how a doubled letter is told (``غرّد``), it is kept so in ``vocalised`` and loses them in ``lemma``.
    ``complements`` names what was said, commonest first (``inna``, ``anna``, ``an``, ``np``, ``q``,
    ``direct``, with a preposition before it ``ila_anna`` and the like). ``addressee``, ``target``
    and ``source`` tell how these three are attached: ``acc`` for the object, else a preposition.
    ``evidence`` is ``alone`` for a cue whatever follows, ``complement`` where a complement, a colon
    or a mark must follow, ``mark`` where only marked words or a content clause make it a cue.
    ``present`` and ``verbal_noun`` are forms that the lemma does not always tell; ``homographs`` are
    forms that are often something else. ``id`` names the verb's line, else it is ``vocalised``.
    """

    lemma: str
    sense: Sense
    complements: tuple[str, ...] = field(converter=several)
    addressee: tuple[str, ...] = field(default=(), converter=several)
    target: tuple[str, ...] = field(default=(), converter=several)
    source: tuple[str, ...] = field(default=(), converter=several)
    evidence: str = "complement"
    present: str = ""
    verbal_noun: str = ""
    homographs: tuple[str, ...] = field(default=(), converter=several, repr=False)
    vocalised: str = field(default="", repr=False)
    id: str = field(default="", repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "vocalised", self.vocalised or self.lemma)
        object.__setattr__(self, "lemma", _VOWEL.sub("", self.lemma))
        object.__setattr__(self, "id", self.id or self.vocalised)


@frozen
class VerbRow:
    """A verb with the spellings that its line gives.

    ``spellings`` holds, for every form column that is filled, the cell first and then the accepted
    variants of it.
    """

    verb: Verb
    spellings: Mapping[str, tuple[str, ...]] = field(hash=False)
    place: Place = field(eq=False)


def read_verbs(text: str, name: str) -> tuple[VerbRow, ...]:
    """The rows of the verb table ``text``; ``name`` is the file's name for messages.

    Raises LexiconError naming file, line, column and what was expected.
    """
    return tuple(verb_row(place, row) for place, row in read_rows(text, name, COLUMNS))


def verb_row(place: Place, row: Row) -> VerbRow:
    """One checked line of the table. Raises LexiconError naming the place."""
    _check_forms(place, row)
    place.one_of("measure", row["measure"], MEASURES)
    verb = Verb(
        id=row["id"],
        lemma=row["lemma"],
        vocalised=row["vocalised"],
        sense=place.one_of("sense", row["sense"], SENSES),
        complements=place.codes("complement", row["complement"], COMPLEMENTS),
        addressee=place.codes("addressee", row["addressee"], ROLES),
        target=place.codes("target", row["target"], ROLES),
        source=place.codes("source", row["source"], ROLES),
        evidence=place.one_of("evidence", row["evidence"], EVIDENCE),
        present=row["pres_3ms"],
        verbal_noun=row["masdar"],
        homographs=values(row["ambiguous"]) + values(row["homographs"]),
    )
    if not verb.complements:
        raise place.at("complement").error("expected at least one complement, found nothing")
    return VerbRow(verb, _spellings(place, row), place)


def _check_forms(place: Place, row: Row) -> None:
    for column in ("lemma", "vocalised", *PAST, *PRESENT):
        if not row[column]:
            raise place.at(column).error("expected a form, found nothing")
    # A verb may lack its participle (زاد) or its verbal noun (أوصى), but not a part of either.
    for group in (PARTICIPLES, VERBAL_NOUNS):
        empty = [column for column in group if not row[column]]
        if empty and len(empty) < len(group):
            raise place.at(empty[0]).error("expected a form, as in the columns beside it")
    for column in ("lemma", *FORMS, *SPELLINGS):
        words = values(row[column]) if column in SPELLINGS else filter(None, (row[column],))
        for word in words:
            bare = word.removesuffix(TANWIN)
            if not WORD.fullmatch(bare):
                raise place.at(column).error(f"expected an Arabic word without vowels, found {word!r}")
    if _VOWEL.sub("", row["vocalised"]) != row["lemma"]:
        raise place.at("vocalised").error(f"expected {row['lemma']} with vowels, found {row['vocalised']!r}")
    if row["past_3ms"] != row["lemma"]:
        raise place.at("past_3ms").error(f"expected the lemma {row['lemma']}, found {row['past_3ms']!r}")
    if row["part_ms"].removesuffix(TANWIN) != row["part_ms_bare"]:
        raise place.at("part_ms").error(f"expected {row['part_ms_bare']} with tanwin")


def _spellings(place: Place, row: Row) -> Mapping[str, tuple[str, ...]]:
    spellings: dict[str, tuple[str, ...]] = {column: (row[column],) for column in FORMS if row[column]}
    for variant in values(row["variants"]):
        # A variant differs from a form of its row in the seat of a hamza: أنبأوا beside أنبؤوا.
        columns = [column for column, forms in spellings.items() if skeleton(forms[0]) == skeleton(variant)]
        if not columns:
            raise place.at("variants").error(f"expected another spelling of a form here, found {variant!r}")
        for column in columns:
            spellings[column] += (variant,)
    return spellings


def with_shadda(vocalised: str) -> str:
    """A word without its vowels but with its doubled letters, which tell ذكّر from ذكر.

    >>> with_shadda("ذَكَّرَ")
    'ذكّر'
    """
    return _VOWEL.sub(lambda found: SHADDA if found[0] == SHADDA else "", vocalised)


_SEATS = str.maketrans({"أ": "ء", "إ": "ء", "ؤ": "ء", "ئ": "ء", "آ": "ءا", "ى": "ي"})


def skeleton(word: str) -> str:
    """``word`` with every hamza on the line, so that schools of spelling fall together.

    >>> skeleton("أنبأوا") == skeleton("أنبؤوا")
    True
    """
    return word.translate(_SEATS)
