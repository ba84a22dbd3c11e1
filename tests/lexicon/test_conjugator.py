"""The inflected forms against mazini, a conjugator that shares nothing with this library.

Mazini builds every form from root and pattern; the table was written by hand and the rest by other
rules. Where the two differ, the difference stands below with its reason, and goes when it is gone.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import mazini
import pytest
from mazini.lexicon import attested_wazns

from quoteattr.lexicon import verbs
from quoteattr.lexicon.inflection import VerbForm, inflect
from quoteattr.lexicon.tables import read_rows
from quoteattr.values import Form, Gender, Number

TABLE = Path(verbs.__file__).parent.parent / "tables" / "reporting_verbs.tsv"
TEXT = TABLE.read_text(encoding="utf-8")
ROWS = {row.verb.id: row for row in verbs.read_verbs(TEXT, TABLE.name)}
MEASURE = {cells["id"]: cells["measure"] for _, cells in read_rows(TEXT, TABLE.name, verbs.COLUMNS)}

# Roots that the letters of the lemma hide: weak radicals, hamza, and a ت that took one in.
ROOTS = {
    "qaala": "قول", "saaha": "صيح", "adlaa": "دلو", "talaa": "تلو", "afaada": "فيد", "adhaa3a": "ذيع",
    "a3aada": "عود", "ittafaqa": "وفق", "idda3aa": "دعو", "tabaahaa": "بهو", "abaana": "بين",
    "3azaa": "عزو", "ashaara": "شور", "awhaa": "وحي", "adaafa": "ضيف", "zaada": "زيد", "madaa": "مضي",
    "ajaaba": "جوب", "da3aa": "دعو", "naadaa": "ندو", "ahaaba": "هيب", "awsaa": "وصي", "rajaa": "رجو",
    "tamannaa": "مني", "khashiya": "خشي", "nafaa": "نفي", "baaha": "بوح", "ra2aa": "رءي",
    "irta2aa": "رءي", "abdaa": "بدو", "aftaa": "فتي", "intahaa": "نهي", "qadaa": "قضي",
    "irtaaba": "ريب", "ittahama": "وهم", "laama": "لوم", "ashaada": "شيد", "athnaa": "ثني",
    "atraa": "طرو", "hayyaa": "حيي", "adaana": "دين", "daana": "دين", "shakaa": "شكو",
    "ishtakaa": "شكو", "rawaa": "روي", "hakaa": "حكي", "aamana": "ءمن",
}  # fmt: skip
_AFFIXES = {
    "I": (), "II": (), "Q": (), "III": (1,), "IV": (0,), "V": (0,), "VI": (0, 2), "VIII": (0, 2),
    "X": (0, 1, 2),
}  # fmt: skip
_FIRST = ("I/a~u", "I/a~i", "I/a~a", "I/u~u", "I/i~a", "I/i~i")

_SEAT = "the hamza keeps the seat of the singular before وا, as most newspapers write"
_LAST_HAMZA = "a last hamza after i is written on ya (يرتئ, as يهنئ is); mazini puts it under the alef"
_NOUN = "the verbal noun in use is of another pattern"
# verb, slot of mazini (pres: any mood), what only we have, what only mazini has, reason
DIVERGENCES = (
    ("anba2a", "past_3mp", "أنبأوا", "", _SEAT),
    ("awma2a", "past_3mp", "أومأوا", "", _SEAT),
    ("hanna2a", "past_3mp", "هنأوا", "", _SEAT),
    ("tabarra2a", "past_3mp", "تبرأوا", "", _SEAT),
    ("tabarra2a", "pres_3mp", "يتبرأوا|يتبرأون", "", _SEAT),
    ("tanabba2a", "past_3mp", "تنبأوا", "", _SEAT),
    ("tanabba2a", "pres_3mp", "يتنبأوا|يتنبأون", "", _SEAT),
    ("irta2aa", "pres_3ms", "يرتئ", "", _LAST_HAMZA),
    ("irta2aa", "pres_3fs", "ترتئ", "", _LAST_HAMZA),
    ("irta2aa", "juss_3ms", "", "يرتإ", _LAST_HAMZA),
    ("irta2aa", "juss_3fs", "", "ترتإ", _LAST_HAMZA),
    ("irta2aa", "ap", "", "مرتأ", "mazini seats the last hamza of مرتئ on alef"),
    ("athnaa", "vn", "", "إثناء", f"{_NOUN}: ثناء is praise, إثناء dissuasion"),
    ("daafa3a", "vn", "", "مدافعة", f"{_NOUN}: دفاع"),
    ("hanna2a", "vn", "", "تهنيء", f"{_NOUN}: تهنئة"),
    ("karrara", "vn", "", "تكرير", f"{_NOUN}: تكرار is repeating, تكرير refining"),
)
# Verbs that mazini's list of attested verbs lacks; it conjugates them all the same.
UNATTESTED = {
    "aftaa": "أفتى is in every newspaper; the list has the root فتي without this measure",
    "tahajjaja": "تحجج is of the last century, the list is of classical dictionaries",
}
# Slots of mazini that no form of ours is for, and why.
LEFT_OUT = (
    (r"(past|ind|sub|juss)(_pass)?_[12].*", "only the third person reports another's words"),
    (r"imp_.*", "a command reports nothing"),
    (r"past_pass_3(md|fd|mp|fp)", "the subject of a passive is never the speaker; news has the singular"),
    (r"ind_pass_3(md|fd|mp|fp)", "as in the past"),
    (r"(sub|juss)_pass_3.*", "written like the indicative but for weak verbs, which news does not use so"),
    (r"pp2?", "the passive participle says what was said, not who said it"),
    (r"ap[123cdan]+|vn2", "adjectives and by-forms beside the participle and the verbal noun"),
)

_PERSONS = {
    "3ms": (Gender.MASCULINE, Number.SINGULAR),
    "3fs": (Gender.FEMININE, Number.SINGULAR),
    "3md": (Gender.MASCULINE, Number.DUAL),
    "3fd": (Gender.FEMININE, Number.DUAL),
    "3mp": (Gender.MASCULINE, Number.PLURAL),
    "3fp": (Gender.FEMININE, Number.PLURAL),
}
_PRESENT = ("ind", "sub", "juss")


def _bare(word: str) -> str:
    return re.sub("[\u064b-\u0652\u0670]", "", word)


def root_of(verb_id: str) -> str:
    if verb_id in ROOTS:
        return ROOTS[verb_id]
    lemma, drop = ROWS[verb_id].verb.lemma, _AFFIXES[MEASURE[verb_id]]
    letters = "".join(letter for at, letter in enumerate(lemma) if at not in drop)
    return letters + letters[-1] if len(letters) == 2 else letters


def patterns_of(verb_id: str) -> tuple[str, ...]:
    """Mazini's names for the measure; for the first, all whose past has the vowels of the table."""
    measure = MEASURE[verb_id]
    if measure != "I":
        return ("Iq" if measure == "Q" else measure,)
    attested = attested_wazns(root_of(verb_id))
    known = {wazn.form_code: wazn.wazn for wazn in mazini.WAZNS}
    return tuple(code for code in _FIRST if known[code] in attested and _past(verb_id, code))


def _past(verb_id: str, code: str) -> bool:
    lemma = mazini.conjugate(root_of(verb_id), code).lemma[0].form
    return _vowels(lemma) == _vowels(ROWS[verb_id].verb.vocalised)


def _vowels(word: str) -> str:
    # Shadda may stand before or after its vowel; the vowel before a long one need not be written.
    return re.sub("([\u064b-\u0650])\u0651", "\u0651\\1", word)


@cache
def theirs(verb_id: str) -> dict[str, frozenset[str]]:
    """What mazini has, by slot, without vowels."""
    found: dict[str, set[str]] = {}
    for code in patterns_of(verb_id):
        for slot, forms in mazini.conjugate(root_of(verb_id), code, passive=True).slots.items():
            found.setdefault(slot, set()).update(_bare(form.form) for form in forms if form.form != "?")
    return {slot: frozenset(forms) for slot, forms in found.items() if forms}


@cache
def ours(verb_id: str) -> tuple[VerbForm, ...]:
    return tuple(form for form in inflect(ROWS[verb_id]) if form.pronoun is None)


def _written(verb_id: str, form: Form, tense: str | None, person: str) -> frozenset[str]:
    return frozenset(
        found.written
        for found in ours(verb_id)
        if (found.form, found.tense, (found.gender, found.number)) == (form, tense, _PERSONS[person])
    )


def differences(verb_id: str) -> dict[str, tuple[str, str]]:
    """Where the two disagree: what we have and mazini has not, what mazini has and we have not.

    A slot is that of mazini, or ``pres`` for a form of ours that none of the three moods has.
    """
    other, found = theirs(verb_id), {}
    for person in _PERSONS:
        mine = _written(verb_id, Form.VERB, "past", person)
        found[f"past_{person}"] = _compare(mine, other[f"past_{person}"])
        mine = _written(verb_id, Form.VERB, "present", person)
        for mood in _PRESENT:
            found[f"{mood}_{person}"] = "", _compare(mine, other[f"{mood}_{person}"])[1]
        every = frozenset[str]().union(*(other[f"{mood}_{person}"] for mood in _PRESENT))
        found[f"pres_{person}"] = _compare(mine, every)[0], ""
    for column, tense, slot in (("pass_past", "past", "past_pass"), ("pass_pres", "present", "ind_pass")):
        for person in ("3ms", "3fs"):
            mine = _written(verb_id, Form.PASSIVE, tense, person)
            # An empty cell tells that news does not use the passive; mazini builds it all the same.
            assert bool(mine) is (column in ROWS[verb_id].spellings)
            if mine:
                found[f"{slot}_{person}"] = _compare(mine, other.get(f"{slot}_{person}", frozenset()))
    mine = _written(verb_id, Form.PARTICIPLE, None, "3ms")
    if mine and "ap" in other:
        found["ap"] = "", _compare(mine, other["ap"])[1]
    if "masdar" in ROWS[verb_id].spellings and "vn" in other:
        mine = frozenset(form.written for form in ours(verb_id) if form.form is Form.VERBAL_NOUN)
        found["vn"] = "", _compare(mine, other["vn"])[1]
    return {slot: pair for slot, pair in found.items() if any(pair)}


def _compare(mine: frozenset[str], other: frozenset[str]) -> tuple[str, str]:
    return "|".join(sorted(mine - other)), "" if mine & other else "|".join(sorted(other))


def _compared(slot: str) -> bool:
    return (
        re.fullmatch(r"((past|ind|sub|juss)_3(ms|fs|md|fd|mp|fp))|((past|ind)_pass_3(ms|fs))|ap|vn", slot)
        is not None
    )


@pytest.mark.parametrize("verb_id", ROWS)
def test_forms_agree_with_mazini(verb_id: str) -> None:
    listed = {slot: (mine, other) for verb, slot, mine, other, _ in DIVERGENCES if verb == verb_id}
    assert differences(verb_id) == listed


@pytest.mark.parametrize("verb_id", ROWS)
def test_vowels_agree_with_mazini(verb_id: str) -> None:
    lemmas = {mazini.conjugate(root_of(verb_id), code).lemma[0].form for code in patterns_of(verb_id)}
    assert _vowels(ROWS[verb_id].verb.vocalised) in {_vowels(lemma) for lemma in lemmas}


def test_verbs_that_mazini_does_not_list() -> None:
    names = {wazn.form_code: wazn.wazn for wazn in mazini.WAZNS}
    unknown = {
        verb_id
        for verb_id in ROWS
        if not any(names[code] in attested_wazns(root_of(verb_id)) for code in patterns_of(verb_id))
    }
    assert unknown == set(UNATTESTED)


@pytest.mark.parametrize("slot", mazini.SLOTS)
def test_every_slot_is_compared_or_left_out_for_a_reason(slot: str) -> None:
    reasons = [reason for pattern, reason in LEFT_OUT if re.fullmatch(pattern, slot)]
    assert len(reasons) == (0 if _compared(slot) else 1)


def test_what_is_left_out_is_not_among_the_forms() -> None:
    passives = [form for verb_id in ROWS for form in ours(verb_id) if form.form is Form.PASSIVE]
    assert {form.number for form in passives} == {Number.SINGULAR}


@pytest.mark.parametrize(("verb_id", "reason"), [(row[0], row[-1]) for row in DIVERGENCES])
def test_divergences_name_a_verb_and_a_reason(verb_id: str, reason: str) -> None:
    assert verb_id in ROWS
    assert reason
