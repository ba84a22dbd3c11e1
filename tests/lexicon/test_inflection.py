"""The forms of single verbs, spelled out, and what a broken table says."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.errors import LexiconError
from quoteattr.lexicon import verbs
from quoteattr.lexicon.inflection import VerbForm, forms_by_surface, inflect
from quoteattr.lexicon.spelling import before_pronoun, dual, shortened
from quoteattr.lexicon.verbs import COLUMNS, read_verbs
from quoteattr.text.letters import fold
from quoteattr.values import Form, Gender, Number, Sense

TABLE = Path(verbs.__file__).parent.parent / "tables" / "reporting_verbs.tsv"
TEXT = TABLE.read_text(encoding="utf-8")
ROWS = read_verbs(TEXT, TABLE.name)
FORMS = {row.verb.id: inflect(row) for row in ROWS}
LOOK_UP = forms_by_surface(ROWS)

_GENDERS = {"m": Gender.MASCULINE, "f": Gender.FEMININE, "-": Gender.UNKNOWN}
_NUMBERS = {"s": Number.SINGULAR, "d": Number.DUAL, "p": Number.PLURAL, "-": Number.UNKNOWN}
_KINDS = {
    "past": (Form.VERB, "past"),
    "present": (Form.VERB, "present"),
    "passive past": (Form.PASSIVE, "past"),
    "passive present": (Form.PASSIVE, "present"),
    "participle": (Form.PARTICIPLE, None),
    "verbal noun": (Form.VERBAL_NOUN, None),
}


def written(verb_id: str, kind: str, who: str = "", pronoun: str | None = None) -> set[str]:
    """The spellings of ``kind`` for ``who`` (gender and number, ``ms``)."""
    return {
        form.written
        for form in FORMS[verb_id]
        if (form.form, form.tense) == _KINDS[kind]
        and form.pronoun == pronoun
        and (not who or (form.gender, form.number) == (_GENDERS[who[0]], _NUMBERS[who[1]]))
    }


# label, verb, kind, gender and number, pronoun, all spellings expected
CASES = [
    ("past of two women", "qaala", "past", "fd", None, "قالتا"),
    ("present of two", "qaala", "present", "md", None, "يقولان يقولا"),
    ("present of two women", "qaala", "present", "fd", None, "تقولان تقولا"),
    ("plural after لن", "qaala", "present", "mp", None, "يقولون يقولوا"),
    ("hollow after لم", "qaala", "present", "ms", None, "يقول يقل"),
    ("hollow feminine after لم", "ashaara", "present", "fs", None, "تشير تشر"),
    ("hollow with a last ن", "adaana", "present", "ms", None, "يدين يدن"),
    ("final ya after لم", "nafaa", "present", "ms", None, "ينفي ينف"),
    ("final waw after لم", "da3aa", "present", "ms", None, "يدعو يدع"),
    ("final alef after لم", "ra2aa", "present", "ms", None, "يرى ير"),
    ("two yas after لم", "hayyaa", "present", "ms", None, "يحيي يحي"),
    ("doubled after لم", "asarra", "present", "ms", None, "يصر يصرر"),
    ("doubled with ن after لم", "zanna", "present", "ms", None, "يظن يظنن"),
    ("strong after لم", "a3lana", "present", "ms", None, "يعلن"),
    ("final hamza after لم", "tanabba2a", "present", "ms", None, "يتنبأ"),
    ("assimilated", "wasafa", "present", "ms", None, "يصف"),
    ("two see", "ra2aa", "present", "md", None, "يريان يريا"),
    ("two predict", "tanabba2a", "present", "md", None, "يتنبآن يتنبآ"),
    ("two congratulate", "hanna2a", "present", "md", None, "يهنئان يهنئا"),
    ("weak plural after لن", "nafaa", "present", "mp", None, "ينفون ينفوا"),
    ("two seats of the hamza", "hanna2a", "past", "mp", None, "هنؤوا هنأوا"),
    ("two seats with a pronoun", "hanna2a", "past", "mp", "ه", "هنؤوه هنأوه"),
    ("object", "wasafa", "past", "ms", "ه", "وصفه"),
    ("object of a woman", "wasafa", "past", "fs", "ها", "وصفتها"),
    ("object of the plural", "wasafa", "past", "mp", "ه", "وصفوه"),
    ("object of two", "ablagha", "past", "md", "ه", "أبلغاه"),
    ("object of the present", "wasafa", "present", "ms", "ه", "يصفه"),
    ("object of the present, she", "i3tabara", "present", "fs", "ه", "تعتبره"),
    ("object after لن", "ittahama", "present", "mp", "هم", "يتهمونهم يتهموهم"),
    ("object after لم", "nafaa", "present", "ms", "ه", "ينفيه ينفه"),
    ("person told", "ablagha", "past", "ms", "ه", "أبلغه"),
    ("persons told", "akhbara", "past", "ms", "هم", "أخبرهم"),
    ("me", "akhbara", "past", "fs", "ني", "أخبرتني"),
    ("us", "akhbara", "present", "mp", "نا", "يخبروننا يخبرونا"),
    ("asked", "sa2ala", "past", "ms", "ه", "سأله"),
    ("alef maqsura before a pronoun", "nafaa", "past", "ms", "ه", "نفاه"),
    ("hamza and alef before a pronoun", "ra2aa", "past", "ms", "ه", "رآه"),
    ("plural of a weak verb with a pronoun", "da3aa", "past", "mp", "هم", "دعوهم"),
    ("a clause as pronoun", "qaala", "past", "ms", "ه", "قاله"),
    ("participle", "qaala", "participle", "ms", None, "قائلا قائل"),
    ("participle of two", "akkada", "participle", "md", None, "مؤكدين"),
    ("participle of two women", "qaala", "participle", "fd", None, "قائلتين"),
    ("weak participle", "nafaa", "participle", "ms", None, "نافيا ناف"),
    ("weak participle of two", "nafaa", "participle", "md", None, "نافيين"),
    ("weak participle of many", "nafaa", "participle", "mp", None, "نافين"),
    ("verbal noun", "akkada", "verbal noun", "--", None, "تأكيد"),
    ("verbal noun and its speaker", "qaala", "verbal noun", "fs", "ها", "قولها"),
    ("verbal noun of two", "qaala", "verbal noun", "-d", "هما", "قولهما"),
    ("verbal noun of women", "qaala", "verbal noun", "fp", "هن", "قولهن"),
    ("verbal noun with tanwin", "tamannaa", "verbal noun", "--", None, "تمن تمني"),
    ("feminine verbal noun", "ashaara", "verbal noun", "mp", "هم", "إشارتهم"),
    ("passive", "a3lana", "passive past", "fs", None, "أعلنت"),
    ("hollow passive", "qaala", "passive past", "fs", None, "قيلت"),
    ("passive present", "qaala", "passive present", "fs", None, "تقال"),
]

# label, verb, word that must not be among its forms
NEVER = [
    ("the alef of وا before a pronoun", "wasafa", "وصفواه"),
    ("ى before a pronoun", "hakaa", "حكىه"),
    ("first person", "qaala", "قلت"),
    ("first person plural", "qaala", "نقول"),
    ("I say", "qaala", "أقول"),
    ("an object after a preposition", "sarraha", "صرحه"),
    ("an object of a verb without one", "tahaddatha", "يتحدثه"),
    ("a person as what is said", "qaala", "قاله".replace("ه", "ني")),
    ("the dual of دعا with a pronoun", "da3aa", "دعواه"),
    ("a plural with its ن and alef", "qaala", "يقولونا"),
    ("a participle in the nominative", "akkada", "مؤكدون"),
    ("a shortened strong verb", "a3lana", "يعل"),
    ("a verb with a conjunction", "qaala", "وقال"),
    ("a verb with the future", "qaala", "سيقول"),
]


@pytest.mark.parametrize(("label", "verb_id", "kind", "who", "pronoun", "expected"), CASES)
def test_forms(label: str, verb_id: str, kind: str, who: str, pronoun: str | None, expected: str) -> None:
    assert written(verb_id, kind, who, pronoun) == set(expected.split()), label


@pytest.mark.parametrize(("label", "verb_id", "word"), NEVER)
def test_forms_that_are_not_made(label: str, verb_id: str, word: str) -> None:
    assert word not in {form.written for form in FORMS[verb_id]}, label
    assert fold(word) not in {form.surface for form in FORMS[verb_id]}, label


# word as newspapers write it, verb that it is a form of
READ = [
    ("مضيفاً", "adaafa"), ("قائلًا", "qaala"), ("يؤكّد", "akkada"), ("إدلاؤه", "adlaa"),
    ("إدلاءه", "adlaa"), ("إدلائه", "adlaa"), ("يتنبأون", "tanabba2a"), ("نفي", "nafaa"),
    ("رءاه".replace("ءا", "آ"), "ra2aa"), ("دانت", "daana"), ("استعرض", "ista3rada"), ("أهابت", "ahaaba"),
]  # fmt: skip


@pytest.mark.parametrize(("word", "verb_id"), READ)
def test_look_up_of_a_folded_word(word: str, verb_id: str) -> None:
    assert verb_id in {form.verb.id for form in LOOK_UP[fold(word)]}


# word, verb, whether it is often something else
HOMOGRAPHS = [
    ("قال", "qaala", False), ("يقول", "qaala", False), ("يقل", "qaala", True), ("تصريح", "sarraha", True),
    ("تصريحه", "sarraha", False), ("شكر", "shakara", True), ("شكره", "shakara", True),
    ("شكرت", "shakara", False), ("يعلموا", "a3lama", True), ("يجب", "ajaaba", True),
    ("أخبرنا", "akhbara", True), ("أخبرتنا", "akhbara", False), ("دعانا", "da3aa", False),
    ("مؤكد", "akkada", True), ("كاتب", "kataba", True),
]  # fmt: skip


@pytest.mark.parametrize(("word", "verb_id", "often_else"), HOMOGRAPHS)
def test_homographs(word: str, verb_id: str, often_else: bool) -> None:
    found = [form for form in FORMS[verb_id] if form.written == word and form.form is not Form.VERBAL_NOUN]
    found = found or [form for form in FORMS[verb_id] if form.written == word]
    assert {form.homograph for form in found} == {often_else}


def test_both_readings_of_one_word() -> None:
    readings = [(form.verb.id, form.form, form.pronoun) for form in LOOK_UP[fold("وصفه")]]
    assert readings == [("wasafa", Form.VERB, "ه"), ("wasafa", Form.VERBAL_NOUN, "ه")]


def test_verb_values() -> None:
    verb = next(row.verb for row in ROWS if row.verb.id == "ashaara")
    assert (verb.lemma, verb.sense, verb.evidence) == ("أشار", Sense.POINT_OUT, "complement")
    assert verb.complements == ("ila_anna", "ila_np", "direct")


@pytest.mark.parametrize("verb_id", FORMS)
def test_every_form_is_folded_and_read_once(verb_id: str) -> None:
    forms = FORMS[verb_id]
    assert all(form.surface == fold(form.written) for form in forms)
    keys = [(f.surface, f.form, f.tense, f.gender, f.number, f.pronoun) for f in forms]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    "word", sorted(word for word, forms in LOOK_UP.items() if len({f.verb.id for f in forms}) > 1)
)
def test_columns_shared_by_two_verbs_are_marked(word: str) -> None:
    cells = {row.verb.id: {fold(w) for words in row.spellings.values() for w in words} for row in ROWS}
    sharing = [
        form for form in LOOK_UP[word] if word in cells[form.verb.id] and form.form is not Form.VERBAL_NOUN
    ]
    if len({form.verb.id for form in sharing}) > 1:
        assert all(form.homograph for form in sharing)


def test_all_verbs_are_inflected_fast() -> None:
    def seconds() -> float:
        start = time.process_time()
        forms_by_surface(ROWS)
        return time.process_time() - start

    # 40 ms are aimed at on a quiet machine; the bound only catches a change of order.
    assert min(seconds() for _ in range(5)) < 0.2


def broken(column: str, value: str, verb_id: str = "qaala") -> str:
    """The table with one cell changed."""
    lines = TEXT.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith(verb_id + "\t"))
    cells = lines[at].split("\t")
    cells[COLUMNS.index(column)] = value
    lines[at] = "\t".join(cells)
    return "\n".join(lines)


# column, value, what the message must say
BROKEN = [
    ("sense", "shout", "line 2, column sense: expected one of .*, found 'shout'"),
    ("sense", "", "line 2, column sense"),
    ("complement", "inna|that", "line 2, column complement: expected one of .*, found 'that'"),
    ("complement", "", "line 2, column complement: expected at least one"),
    ("addressee", "to", "line 2, column addressee: .* found 'to'"),
    ("measure", "XI", "line 2, column measure"),
    ("evidence", "maybe", "line 2, column evidence: expected one of alone, complement, mark"),
    ("lemma", "", "line 2, column lemma: expected a form, found nothing"),
    ("id", "", "line 2, column id"),
    ("id", "sarraha", "line 3, column id: .*'sarraha'"),
    ("past_3fs", "qalat", "line 2, column past_3fs: expected an Arabic word .*'qalat'"),
    ("past_3fs", "قـالت", "line 2, column past_3fs: expected an Arabic word"),
    ("past_3fs", "قَالت", "line 2, column past_3fs: expected an Arabic word"),
    ("pres_3fp", "", "line 2, column pres_3fp: expected a form, found nothing"),
    ("part_fs", "", "line 2, column part_fs: expected a form, as in the columns beside it"),
    ("part_ms", "قائلاً".replace("ل", "ن"), "line 2, column part_ms: expected قائلا with tanwin"),
    ("masdar", "", "line 2, column masdar: expected a form"),
    ("vocalised", "قَوَلَ", "line 2, column vocalised: expected قال with vowels"),
    ("past_3ms", "كال", "line 2, column past_3ms: expected the lemma قال"),
    ("variants", "كتابة", "line 2, column variants: expected another spelling of a form here"),
]


@pytest.mark.parametrize(("column", "value", "message"), BROKEN)
def test_broken_tables(column: str, value: str, message: str) -> None:
    with pytest.raises(LexiconError, match=re.escape("verbs.tsv, ") + message):
        read_verbs(broken(column, value), "verbs.tsv")


@pytest.mark.parametrize("column", ["ambiguous", "homographs"])
def test_marks_on_forms_that_the_verb_has_not(column: str) -> None:
    rows = read_verbs(broken(column, "كتاب"), "verbs.tsv")
    with pytest.raises(LexiconError, match=r"verbs\.tsv, line 2, .*expected forms of قال, found 'كتاب'"):
        forms_by_surface(rows)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "verbs.tsv, line 1"),
        (TEXT.replace("\tlemma\t", "\tword\t", 1), "verbs.tsv, line 1, column lemma"),
        ("\n".join([*TEXT.splitlines()[:3], "kharab\tخرب"]), "verbs.tsv, line 4: expected .* cells, found 2"),
    ],
)
def test_broken_shapes(text: str, message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        read_verbs(text, "verbs.tsv")


_LETTERS = st.text(st.sampled_from("ابتثجحدرسشصعفقكلمنهويىأؤئء"), min_size=2, max_size=6)


@given(_LETTERS)
def test_a_dual_keeps_the_word(word: str) -> None:
    assert dual(word).endswith(("ان", "آن"))
    assert dual(word).startswith(word[:-1])


@given(_LETTERS, st.sampled_from(list(Number)))
def test_no_pronoun_follows_a_final_shape(word: str, number: Number) -> None:
    host = before_pronoun(word, number=number)
    assert not host.endswith("ى")
    assert host != word or not word.endswith("وا")


@given(_LETTERS)
def test_a_shortened_form_is_never_longer_than_the_plural(word: str) -> None:
    assert len(shortened(word, word + "ن")) <= len(word + "ن")


@given(st.sampled_from([form for forms in FORMS.values() for form in forms]))
def test_every_form_is_found_by_its_surface(form: VerbForm) -> None:
    assert form in LOOK_UP[fold(form.written)]
    assert not fold(form.written).startswith("و") or form.verb.lemma.startswith("و")
