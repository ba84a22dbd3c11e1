"""A verb from its lemma alone: the same forms that the table spells out by hand."""

from __future__ import annotations

import attrs
import pytest

from quoteattr import Lexicon, LexiconError, Sense, Verb
from quoteattr.lexicon.conjugation import row_of
from quoteattr.lexicon.inflection import inflect
from quoteattr.lexicon.verbs import PARTICIPLES, PASSIVES, VERBAL_NOUNS, VerbRow

ROWS = {row.verb.id: row for row in Lexicon.default().verb_rows}
# Verbal nouns in use that are of another pattern than their measure: no rule tells them.
OTHER_NOUN = {"karrara": "تكرار", "daafa3a": "دفاع", "athnaa": "ثناء"}


def from_lemma(row: VerbRow) -> VerbRow:
    """The row that a caller would get who gives no more than what the lemma does not tell."""
    bare = attrs.evolve(row.verb, present="", verbal_noun=OTHER_NOUN.get(row.verb.id, ""), homographs=())
    try:
        made = row_of(bare)
    except LexiconError as error:
        assert "field present" in str(error)  # noqa: PT017 - the message is what a weak verb needs
        bare = attrs.evolve(bare, present=row.verb.present)
        made = row_of(bare)
    if not made.verb.verbal_noun:
        made = row_of(attrs.evolve(bare, verbal_noun=row.verb.verbal_noun))
    return made


@pytest.mark.parametrize("verb_id", ROWS)
def test_the_lemma_tells_what_the_table_spells_out(verb_id: str) -> None:
    row = ROWS[verb_id]
    made = from_lemma(row).spellings
    expected = {column: set(forms) for column, forms in row.spellings.items() if column not in PASSIVES}
    assert {column: set(made[column]) for column in expected} == expected
    # The table may leave out a whole group that a verb hardly has (no زائداً); never one cell of it.
    more = made.keys() - expected.keys()
    assert more <= {*PARTICIPLES, *VERBAL_NOUNS}
    for group in (PARTICIPLES, VERBAL_NOUNS):
        assert not more & {*group} or not expected.keys() & {*group}


def test_only_a_weak_verb_of_the_first_measure_needs_its_present() -> None:
    asked = []
    for row in ROWS.values():
        try:
            row_of(attrs.evolve(row.verb, present="", homographs=()))
        except LexiconError:
            asked.append(row.verb.lemma)
    assert len(asked) > 10
    assert all(len(lemma) == 3 and (lemma[1] == "ا" or lemma[-1] in "ىاي") for lemma in asked)


# label, the verb, some of the forms that it must have
MADE = [
    ("strong", Verb("صدح", Sense.SAY, "direct"), "صدح صدحت صدحوا صدحن يصدح تصدح يصدحون صادحا صادحة"),
    ("doubled inside", Verb("غَمَّضَ", Sense.SAY, "direct"), "غمضت يغمض مغمضا تغميض تغميضه"),
    ("four letters", Verb("غمغم", Sense.SAY, "direct"), "غمغمت يغمغم مغمغما غمغمة غمغمته"),
    ("doubled at the end", Verb("بتّ", Sense.SAY, "direct"), "بتت بتوا بتتن يبت يبتتن باتا"),
    ("with its present", Verb("باع", Sense.SAY, "direct", present="يبيع"), "باعت بعن يبيع يبعن يبيعون بائعا"),
    ("with vowels in the present", Verb("باع", Sense.SAY, "direct", present="يَبِيعُ"), "يبيع يبعن"),
    ("with its verbal noun", Verb("صدح", Sense.SAY, "direct", verbal_noun="صَدْح"), "صدح صدحه صدحها صدحهم"),
    ("hollow of the tenth", Verb("استفاض", Sense.SAY, "fi_np"), "استفاضت استفضن يستفيض مستفيضا استفاضة"),
    ("weak of the fifth", Verb("تحدّى", Sense.SAY, "np"), "تحدت تحدوا تحدين يتحدى يتحدون متحديا تحديه"),
    ("hamza of the fourth", Verb("آذن", Sense.SAY, "bi_anna"), "آذنت يؤذن مؤذنا إيذان"),
    ("seventh", Verb("انبرى", Sense.SAY, "direct"), "انبرت انبروا ينبري منبريا انبراء انبرائه"),
    ("object pronoun", Verb("لقّب", Sense.EVALUATE, "bi_np", target="acc"), "لقبه لقبته لقبوه يلقبه"),
]


@pytest.mark.parametrize(("verb", "forms"), [pytest.param(v, f, id=label) for label, v, f in MADE])
def test_forms_of_a_new_verb(verb: Verb, forms: str) -> None:
    assert set(forms.split()) <= {form.written for form in inflect(row_of(verb))}


def test_a_new_verb_has_no_form_of_another_verb() -> None:
    written = {form.written for form in inflect(row_of(Verb("باع", Sense.SAY, "direct", present="يبيع")))}
    assert not {"باعن", "يباع", "يبوع", "بايعاً"} & written


# label, the verb, the field that the message names, what it says was expected
BROKEN = [
    ("no lemma", Verb("", Sense.SAY, "direct"), "lemma", "as قال"),
    ("one letter", Verb("ق", Sense.SAY, "direct"), "lemma", "as قال"),
    ("no Arabic", Verb("said", Sense.SAY, "direct"), "lemma", "found 'said'"),
    ("two words", Verb("قال له", Sense.SAY, "direct"), "lemma", "found 'قال له'"),
    ("a hollow verb alone", Verb("باع", Sense.SAY, "direct"), "present", "as يقول for قال"),
    ("a defective verb alone", Verb("حكى", Sense.SAY, "direct"), "present", "as يقول for قال"),
    ("a past for a present", Verb("باع", Sense.SAY, "direct", present="باع"), "present", "as يقول"),
    ("a present in Latin", Verb("باع", Sense.SAY, "direct", present="yabi"), "present", "Arabic word"),
    ("a Latin verbal noun", Verb("صدح", Sense.SAY, "direct", verbal_noun="x"), "verbal_noun", "Arabic word"),
    ("an unknown sense", Verb("صدح", "shout", "direct"), "sense", "found 'shout'"),  # type: ignore[arg-type]
    ("no sense", Verb("صدح", None, "direct"), "sense", "expected one of say"),  # type: ignore[arg-type]
    ("an unknown complement", Verb("صدح", Sense.SAY, ("direct", "that")), "complements", "found 'that'"),
    ("no complement", Verb("صدح", Sense.SAY, ()), "complements", "at least one"),
    ("an unknown addressee", Verb("صدح", Sense.SAY, "direct", addressee="to"), "addressee", "found 'to'"),
    ("an unknown target", Verb("صدح", Sense.SAY, "direct", target="on"), "target", "found 'on'"),
    ("an unknown source", Verb("صدح", Sense.SAY, "direct", source="of"), "source", "found 'of'"),
    ("unknown evidence", Verb("صدح", Sense.SAY, "direct", evidence="maybe"), "evidence", "found 'maybe'"),
    ("another's form", Verb("صدح", Sense.SAY, "direct", homographs="كتاب"), "homographs", "found 'كتاب'"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("verb", "column", "says"), [pytest.param(*case, id=label) for label, *case in BROKEN]
)
def test_a_broken_verb_is_told_by_its_field(verb: Verb, column: str, says: str) -> None:
    with pytest.raises(LexiconError) as error:
        Lexicon.default().with_verbs(verb)
    assert str(error.value).startswith(f"verb {verb.vocalised!r}, field {column}: ")
    assert says in str(error.value)
