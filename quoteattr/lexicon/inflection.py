"""The forms of a reporting verb, from the checked columns of its row and by rule.

By rule come the duals, the plurals that lose their ن (لن يقولوا), the shortened forms after لم (لم
يقل), object pronouns (وصفته), and what participles, passives and verbal nouns add. Only the third
person reports another's words; قلت and نقول are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from quoteattr.lexicon.spelling import before_pronoun, dual, shortened
from quoteattr.lexicon.verbs import Verb, VerbRow
from quoteattr.text.letters import fold
from quoteattr.values import Form, Gender, Number

_MASCULINE, _FEMININE = Gender.MASCULINE, Gender.FEMININE
_SINGULAR, _DUAL, _PLURAL = Number.SINGULAR, Number.DUAL, Number.PLURAL

# A thing said is ه, ها or هما (ما قاله, أكدتها); persons who are told or judged can be any (أخبرني).
_THINGS = ("ه", "ها", "هما")
_PERSONS = ("ه", "ها", "هم", "هما", "هن", "ني", "نا")
# A clause without a preposition stands for an object, and a pronoun for the clause: قال إنّ, ما قاله.
_OBJECTS = frozenset(("inna", "anna", "an"))

# How a participle that stands as an adverb ends, folded: قائلا، مضيفة، مؤكدين، مشيرات; not كاتب, مطر.
ACCUSATIVE = ("ا", "ة", "ين", "ات")

# Gender and number of the speaker that a verbal noun's pronoun gives: قوله, قولها.
_OWNERS = {
    "ه": (_MASCULINE, _SINGULAR),
    "ها": (_FEMININE, _SINGULAR),
    "هم": (_MASCULINE, _PLURAL),
    "هما": (Gender.UNKNOWN, _DUAL),
    "هن": (_FEMININE, _PLURAL),
}
_OWN_COLUMNS = {"masdar_3ms": "ه", "masdar_3fs": "ها", "masdar_3mp": "هم"}


@frozen
class VerbForm:
    """One reading of a written word as a form of a reporting verb.

    ``surface`` is folded, ``written`` is not; neither has a clitic before it. ``tense`` is ``past``
    or ``present`` for verbs and passives, else ``None``; ``gender`` and ``number`` are those the
    form agrees with, for a verbal noun those of its pronoun. ``pronoun`` is the attached pronoun:
    the object of a verb, the speaker of a verbal noun. ``homograph`` tells that the word is often
    something else, another verb of the table or no cue at all; ``jussive`` that it stands after لم
    and its like only.
    """

    surface: str
    written: str
    verb: Verb
    form: Form
    tense: str | None
    gender: Gender
    number: Number
    pronoun: str | None
    homograph: bool
    jussive: bool = False


@frozen
class _Stem:
    """A form before its pronouns; ``near`` is the form whose look-alikes it shares."""

    written: str
    form: Form
    tense: str | None
    gender: Gender
    number: Number
    near: str = ""
    pronoun: str | None = None
    jussive: bool = False
    common: bool = False


def inflect(row: VerbRow) -> tuple[VerbForm, ...]:
    """All forms of one verb, the checked columns first, each reading once.

    Raises LexiconError when the row marks a form as ambiguous that the verb does not have.
    """
    marked = frozenset(fold(word) for word in row.verb.homographs)
    pronouns = _object_pronouns(row.verb)
    mine = _ours(row)
    forms: list[VerbForm] = []
    seen: dict[str, list[tuple[object, ...]]] = {}
    for stem in (*_finite(row), *_passives(row), *_participles(row), *_verbal_nouns(row)):
        written, surface = stem.written, fold(stem.written)
        rest = (row.verb, stem.form, stem.tense, stem.gender, stem.number)
        reading, readings = (*rest, stem.pronoun), seen.setdefault(surface, [])
        if reading in readings:
            continue
        readings.append(reading)
        common = stem.common or surface in marked or (stem.near != "" and fold(stem.near) in marked)
        forms.append(VerbForm(surface, written, *reading, common, stem.jussive))
        host = (
            before_pronoun(written, stem.gender, stem.number) if stem.form is Form.VERB and pronouns else ""
        )
        if not host:
            continue
        surface = surface if host == written else fold(host)
        for pronoun in pronouns:
            whole = surface + pronoun
            also = common or whole in marked or (pronoun == "نا" and surface in mine)
            forms.append(VerbForm(whole, host + pronoun, *rest, pronoun, also, stem.jussive))
    _check_marked(row, {form.surface for form in forms})
    return tuple(forms)


def forms_by_surface(rows: Iterable[VerbRow]) -> dict[str, tuple[VerbForm, ...]]:
    """The look-up from a folded word to all its readings, in the order of the table.

    A dual comes after the singular, شكا before شكّا, as a verb before its subject is singular; a bare
    participle comes last: طالب is first the verb of طالب بالأجور.
    """
    found: dict[str, list[VerbForm]] = {}
    for row in rows:
        for form in inflect(row):
            found.setdefault(form.surface, []).append(form)
    return {surface: tuple(sorted(forms, key=_rank)) for surface, forms in found.items()}


def _rank(form: VerbForm) -> tuple[bool, bool]:
    bare = form.form is Form.PARTICIPLE and not form.surface.endswith(ACCUSATIVE)
    return bare, form.form is Form.VERB and form.number is Number.DUAL


def _object_pronouns(verb: Verb) -> tuple[str, ...]:
    if "acc" in verb.addressee or "acc" in verb.target:
        return _PERSONS
    takes_object = "np" in verb.complements or verb.complements[0] in _OBJECTS
    return _THINGS if takes_object else ()


def _ours(row: VerbRow) -> frozenset[str]:
    # أخبرنا is "he told us" and "we told", as the stem of أخبرن is that of أخبر; قالنا is only the one.
    closed = fold(row.spellings["past_3fp"][0])
    return frozenset((closed.removesuffix("ن"),)) if fold(row.verb.lemma) + "ن" == closed else frozenset()


def _finite(row: VerbRow) -> Iterator[_Stem]:
    cells = row.spellings
    past, present = (Form.VERB, "past"), (Form.VERB, "present")
    for column, gender, number in (
        ("3ms", _MASCULINE, _SINGULAR),
        ("3fs", _FEMININE, _SINGULAR),
        ("3mp", _MASCULINE, _PLURAL),
        ("3md", _MASCULINE, _DUAL),
        ("3fp", _FEMININE, _PLURAL),
    ):
        for word in cells[f"past_{column}"]:
            yield _Stem(word, *past, gender, number)
        for word in cells.get(f"pres_{column}", ()):
            yield _Stem(word, *present, gender, number)
    feminine = cells["past_3fs"][0]
    yield _Stem(feminine + "ا", *past, _FEMININE, _DUAL, feminine)
    for word in cells["pres_3mp"]:
        yield _Stem(word.removesuffix("ن") + "ا", *present, _MASCULINE, _PLURAL, word)
    closed = shortened(cells["pres_3ms"][0], cells["pres_3fp"][0])
    for column, gender in (("pres_3ms", _MASCULINE), ("pres_3fs", _FEMININE)):
        word = cells[column][0]
        # No look-alike is shared by the shortened form: يقول is only "says", يقل also "is less".
        yield _Stem(word[0] + closed[1:], *present, gender, _SINGULAR, jussive=True)
        yield _Stem(dual(word), *present, gender, _DUAL, word)
        yield _Stem(dual(word).removesuffix("ن"), *present, gender, _DUAL, word)


def _passives(row: VerbRow) -> Iterator[_Stem]:
    for word in row.spellings.get("pass_past", ()):
        yield _Stem(word, Form.PASSIVE, "past", _MASCULINE, _SINGULAR)
        yield _Stem(word + "ت", Form.PASSIVE, "past", _FEMININE, _SINGULAR)
    for word in row.spellings.get("pass_pres", ()):
        yield _Stem(word, Form.PASSIVE, "present", _MASCULINE, _SINGULAR)
        yield _Stem("ت" + word[1:], Form.PASSIVE, "present", _FEMININE, _SINGULAR, word)


def _participles(row: VerbRow) -> Iterator[_Stem]:
    cells = row.spellings
    for column, gender, number in (
        ("part_ms_bare", _MASCULINE, _SINGULAR),
        ("part_fs", _FEMININE, _SINGULAR),
        ("part_mp", _MASCULINE, _PLURAL),
        ("part_fp", _FEMININE, _PLURAL),
    ):
        for word in cells.get(column, ()):
            yield _Stem(word, Form.PARTICIPLE, None, gender, number)
    if "part_fs" in cells:
        masculine, feminine = cells["part_ms_bare"][0], cells["part_fs"][0]
        # Written like the plural (مؤكدين) but for weak verbs: نافيين is two, نافين more.
        yield _Stem(masculine[:-1] + "ين", Form.PARTICIPLE, None, _MASCULINE, _DUAL, masculine)
        yield _Stem(feminine[:-1] + "تين", Form.PARTICIPLE, None, _FEMININE, _DUAL, feminine)
        # Without its accusative it is nearly always a noun or an adjective: كاتب, طالب, متحدث.
        bare = masculine[:-1].removesuffix("ي")
        yield _Stem(bare, Form.PARTICIPLE, None, _MASCULINE, _SINGULAR, common=True)


def _verbal_nouns(row: VerbRow) -> Iterator[_Stem]:
    cells = row.spellings
    for word in cells.get("masdar", ()):
        yield _Stem(word, Form.VERBAL_NOUN, None, Gender.UNKNOWN, Number.UNKNOWN)
        own = cells["masdar_3ms"][0]
        if own == word + "يه":
            # تمنٍّ has its ya back in construct and after the article: تمني الوزير, التمني.
            yield _Stem(own[:-1], Form.VERBAL_NOUN, None, Gender.UNKNOWN, Number.UNKNOWN, word)
    for column, pronoun in _OWN_COLUMNS.items():
        for word in cells.get(column, ()):
            yield _Stem(word, Form.VERBAL_NOUN, None, *_OWNERS[pronoun], "", pronoun)
    for word in cells.get("masdar_3mp", ()):
        for pronoun in ("هما", "هن"):
            own = word.removesuffix("هم") + pronoun
            yield _Stem(own, Form.VERBAL_NOUN, None, *_OWNERS[pronoun], word, pronoun)


def _check_marked(row: VerbRow, surfaces: set[str]) -> None:
    for word in row.verb.homographs:
        if fold(word) not in surfaces:
            place = row.place.at("ambiguous, homographs" if row.place.line else "homographs")
            raise place.error(f"expected forms of {row.verb.lemma}, found {word!r}")
