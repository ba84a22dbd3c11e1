"""The line of a verb from its lemma: what the columns of the verb table would say.

The lemma tells all forms but two: the present of a weak verb of the first measure (قال يقول, باع
يبيع) and the verbal noun of that measure.
"""

from __future__ import annotations

import re

from quoteattr.lexicon.measures import Shape, shape_of
from quoteattr.lexicon.tables import Place, Row
from quoteattr.lexicon.verbs import (
    COLUMNS,
    COMPLEMENTS,
    SHADDA,
    TANWIN,
    WORD,
    Verb,
    VerbRow,
    verb_row,
    with_shadda,
)

# The present ends otherwise than the past in these measures: ينادي, يهنئ.
_LAST_IN_I = frozenset("II III IV VII VIII X".split())


def row_of(verb: Verb) -> VerbRow:
    """The checked line of a verb that a caller made.

    Raises LexiconError naming the verb and the field that is missing or wrong.
    """
    place = Place(f"verb {verb.vocalised!r}")
    shape = shape_of(place, verb.vocalised)
    if not place.codes("complements", "|".join(verb.complements), COMPLEMENTS):
        raise place.at("complements").error("expected at least one, found nothing")
    present = _given(place, "present", verb.present) or _present(place, shape)
    if not present.startswith("ي"):
        raise place.at("present").error(f"expected the third person, as يقول, found {verb.present!r}")
    noun = _given(place, "verbal_noun", verb.verbal_noun) or _verbal_noun(shape)
    cells = dict.fromkeys(COLUMNS, "")
    cells |= {
        "id": verb.id,
        "lemma": verb.lemma,
        "vocalised": verb.vocalised,
        "sense": str(getattr(verb.sense, "value", verb.sense)).replace(" ", "_"),
        "measure": shape.measure,
        "complement": "|".join(verb.complements),
        "addressee": "|".join(verb.addressee),
        "target": "|".join(verb.target),
        "source": "|".join(verb.source),
        "evidence": verb.evidence,
        "homographs": "|".join(verb.homographs),
    }
    cells |= _past(shape) | _presents(shape, present) | _participles(shape, present)
    cells |= _verbal_nouns(shape, noun)
    cells["variants"] = "|".join(_variants(cells))
    return verb_row(place, cells)


def _given(place: Place, field: str, written: str) -> str:
    """A form that a caller gave, without its vowels; empty where none is given."""
    bare = with_shadda(written).replace(SHADDA, "")
    if bare and not WORD.fullmatch(bare):
        raise place.at(field).error(f"expected an Arabic word, found {written!r}")
    return bare


def _present(place: Place, shape: Shape) -> str:
    lemma, measure = shape.lemma, shape.measure
    if measure == "I":
        if shape.hollow or shape.defective:
            raise place.at("present").error("the lemma of a weak verb does not tell it, as يقول for قال")
        return "ي" + (lemma.removeprefix("و") if not shape.doubled else lemma)
    stem = lemma
    if shape.hollow and measure in ("IV", "X"):
        stem = stem[:-2] + "ي" + stem[-1]
    if measure in _LAST_IN_I:
        stem = re.sub("أى$", "ئي", stem)
        stem = re.sub("[ىا]$", "ي", stem)
        stem = re.sub("أ$", "ئ", stem)
    if measure in ("III", "Q"):
        stem = re.sub("[ءأ](?=.$)", "ئ", stem)  # يسائل, يطمئن
    if measure in ("VII", "VIII", "X"):
        return "ي" + stem[1:]
    if measure == "IV":
        seat = "ؤ" if stem[0] == "آ" else ""
        return "ي" + seat + re.sub("^ي", "و", stem[1:])  # يؤمن, يوقن
    return "ي" + re.sub("^أ", "ؤ", stem)


def _past(shape: Shape) -> Row:
    lemma = shape.lemma
    weak = lemma[-1] in "ىا"
    stem = lemma[:-1] if weak else lemma
    closed = stem
    if shape.defective:
        closed = stem + ("و" if lemma.endswith("ا") and shape.measure == "I" else "ي")
        closed = lemma if lemma.endswith("ي") else closed
    elif shape.doubled:
        closed = lemma + lemma[-1]
    elif shape.hollow:
        closed = lemma[:-2] + lemma[-1]
    plural = stem if weak else re.sub("أ$", "ؤ", stem.removesuffix("ي") if shape.defective else stem)
    return {
        "past_3ms": lemma,
        "past_3fs": stem + "ت",
        "past_3mp": plural + "وا",
        "past_3md": _with_alef(closed if weak else lemma),
        "past_3fp": _with_nun(closed),
    }


def _presents(shape: Shape, present: str) -> Row:
    weak = present[-1] in "ىيو"
    stem = re.sub("ئ$", "ؤ", present[:-1]) if weak else re.sub("أ$", "ؤ", present)
    closed = present
    if weak:
        closed = re.sub("ى$", "ي", present)
    elif shape.doubled:
        closed = present + present[-1]
    elif shape.hollow:
        closed = present[:-2] + present[-1]
    return {
        "pres_3ms": present,
        "pres_3fs": "ت" + present[1:],
        "pres_3mp": stem + "ون",
        "pres_3fp": _with_nun(closed),
    }


def _participles(shape: Shape, present: str) -> Row:
    base = "م" + present[1:]
    if shape.measure == "I":
        first, last = shape.lemma[0], shape.lemma[-1]
        middle = "" if len(shape.lemma) == 2 else "ئ" if shape.lemma[1] in "اأئ" else shape.lemma[1]
        base = ("آ" if first == "أ" else first + "ا") + middle + last
    base = re.sub("أ$", "ئ", re.sub("[ىا]$", "ي", re.sub("ء(?=.$)", "ئ", base)))
    masculine = base + "ا"
    return {
        "part_ms": masculine + TANWIN,
        "part_ms_bare": masculine,
        "part_fs": base + "ة",
        "part_mp": base.removesuffix("ي") + "ين",
        "part_fp": base + "ات",
    }


def _verbal_noun(shape: Shape) -> str:
    lemma, last, weak = shape.lemma, shape.lemma[-1], shape.lemma[-1] in "ىاأ"
    body = lemma[:-1]
    match shape.measure:
        case "II":
            ending = {"أ": "ئة", "ى": "ية", "ا": "ة" if body[-1] == "ي" else "ية"}.get(last, "ي" + last)
            return "ت" + body + ending
        case "III":
            return "م" + re.sub("ى$", "ا", lemma) + "ة"
        case "V" | "VI":
            return re.sub("أ$|ء(?=.$)", "ؤ", lemma.removesuffix("ى"))
        case "Q":
            return lemma + "ة"
        case "IV" | "VII" | "VIII" | "X":
            head = re.sub("^(?:أ[وي]|آ)", "إي", re.sub("أ$", "ئ", body))
            head = re.sub("^است[وي]", "استي", re.sub("^أ", "إ", head))
            if shape.doubled:
                return head + last + "ا" + last
            if shape.hollow:
                keeps = shape.measure in ("IV", "X")
                return head + last + "ة" if keeps else head[:-1] + "يا" + last
            return head + ("اء" if weak else "ا" + last)
        case _:
            return ""


def _verbal_nouns(shape: Shape, noun: str) -> Row:
    if not noun:
        return {}
    host = noun
    if noun[-1] in "ةءى":
        host = noun[:-1] + {"ة": "ت", "ء": "ئ", "ى": "ا"}[noun[-1]]
    elif shape.defective and shape.measure in ("V", "VI"):
        host = noun + "ي"  # تمنٍّ, تمنيه
    return {"masdar": noun, "masdar_3ms": host + "ه", "masdar_3fs": host + "ها", "masdar_3mp": host + "هم"}


def _variants(cells: Row) -> list[str]:
    """Other spellings in use: هنأوا beside هنؤوا, إدلاؤه beside إدلائه, تنبئه beside تنبؤه."""
    found = [
        re.sub("ؤو(ا|ن)$", r"أو\1", cells[plural])
        for singular, plural in (("past_3ms", "past_3mp"), ("pres_3ms", "pres_3mp"))
        if cells[singular].endswith("أ")
    ]
    if cells["masdar"].endswith("اء"):
        host = cells["masdar"][:-1]
        found += [host + seat + pronoun for pronoun in ("ه", "ها", "هم") for seat in "ءؤ"]
    elif cells["masdar"].endswith("ؤ"):
        found += [cells["masdar"][:-1] + "ئ" + pronoun for pronoun in ("ه", "ها", "هم")]
    return found


def _with_alef(stem: str) -> str:
    return stem[:-1] + "آ" if stem.endswith("أ") else stem + "ا"


def _with_nun(stem: str) -> str:
    return stem if stem.endswith("ن") else stem + "ن"
