"""A lexicon as a value: what it shows, what may be added and taken away, and what folder it comes from."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from quoteattr import Extractor, Gender, Head, Lexicon, LexiconError, Number, Quote, Sense, SpeakerKind, Verb
from quoteattr.lexicon import lexicon

FOLDER = Path(lexicon.__file__).parent.parent / "tables"
DEFAULT = Lexicon.default()
CHANT = Verb("صدح", Sense.SAY, ("bi_anna", "direct"))
DRUMMER = Head("مسحراتي", SpeakerKind.PERSON, Gender.MASCULINE, title=True)


def found(text: str, lexicon: Lexicon) -> list[tuple[str, str, str]]:
    """Speaker, cue and content of each quote."""
    return [
        (
            quote.speaker.name if quote.speaker else "",
            quote.cue.lemma if quote.cue else "",
            quote.content.text,
        )
        for quote in Extractor(lexicon=lexicon).extract(text)
    ]


# What it shows


def test_the_default_is_read_once() -> None:
    assert Lexicon.default() is Lexicon.default()


def test_verbs_tell_lemma_sense_and_complements() -> None:
    verbs = {verb.vocalised: verb for verb in DEFAULT.verbs}
    verb = verbs["قَالَ"]
    assert (verb.lemma, verb.sense, verb.complements) == ("قال", Sense.SAY, ("inna", "direct"))
    assert (verb.present, verb.verbal_noun, verb.evidence) == ("يقول", "قول", "alone")
    assert len(verbs) == len(DEFAULT.verbs) > 200


def test_heads_tell_gender_and_number() -> None:
    heads = {head.form: head for head in DEFAULT.heads}
    assert (heads["وزيرة"].gender, heads["وزيرة"].number) == (Gender.FEMININE, Number.SINGULAR)
    assert (heads["وزراء"].gender, heads["وزراء"].number) == (Gender.MASCULINE, Number.PLURAL)
    assert heads["وزيرة"].lemma == heads["وزراء"].lemma == "وزير"
    assert heads["مصدر"].anonymous
    assert not any(head.proper for head in DEFAULT.heads)


def test_places_are_names() -> None:
    places = {place.form: place for place in DEFAULT.places}
    assert places["القاهرة"].kind is SpeakerKind.PLACE
    assert all(place.proper for place in DEFAULT.places)


def test_phrases_tell_form_kind_and_sense() -> None:
    phrases = {phrase.form: phrase for phrase in DEFAULT.phrases}
    assert (phrases["بحسب"].kind, phrases["بحسب"].sense) == ("prep", Sense.SAY)


def test_the_repr_counts() -> None:
    assert repr(DEFAULT.with_verbs(CHANT)).startswith(f"Lexicon({len(DEFAULT.verbs) + 1} verbs, ")


# A value


def test_a_lexicon_is_frozen() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        DEFAULT.heads = ()  # type: ignore[misc]


# label, a way to a lexicon, another way to an equal one
SAME: list[tuple[str, Callable[[], Lexicon], Callable[[], Lexicon]]] = [
    ("added twice over", lambda: DEFAULT.with_verbs(CHANT), lambda: DEFAULT.with_verbs(CHANT)),
    ("added and taken out", lambda: DEFAULT.with_verbs(CHANT).without("صدح"), lambda: DEFAULT),
    ("a head added and taken out", lambda: DEFAULT.with_heads(DRUMMER).without("مسحراتي"), lambda: DEFAULT),
    ("nothing added", lambda: DEFAULT.with_verbs().with_heads().without(), lambda: DEFAULT),
    ("from our own folder", lambda: Lexicon.from_tables(FOLDER), lambda: DEFAULT),
    ("through pickle", lambda: pickle.loads(pickle.dumps(DEFAULT)), lambda: DEFAULT),  # noqa: S301
]


@pytest.mark.parametrize(("one", "other"), [pytest.param(*case, id=label) for label, *case in SAME])
def test_lexicons_with_the_same_entries_are_equal(
    one: Callable[[], Lexicon], other: Callable[[], Lexicon]
) -> None:
    assert one() == other()
    assert hash(one()) == hash(other())


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(lambda: DEFAULT.with_verbs(CHANT), id="a verb more"),
        pytest.param(lambda: DEFAULT.with_heads(DRUMMER), id="a head more"),
        pytest.param(lambda: DEFAULT.without("قال"), id="a verb less"),
        pytest.param(lambda: DEFAULT.without("القاهرة"), id="a place less"),
    ],
)
def test_lexicons_with_other_entries_are_not_equal(other: Callable[[], Lexicon]) -> None:
    assert other() != DEFAULT
    assert pickle.loads(pickle.dumps(DEFAULT)) == DEFAULT  # noqa: S301 - our own bytes


def test_an_extractor_keeps_its_lexicon_through_pickle() -> None:
    extractor = Extractor(lexicon=DEFAULT.with_verbs(CHANT))
    again = pickle.loads(pickle.dumps(extractor))  # noqa: S301 - our own bytes
    text = "صدح الوزير: «انتهى زمن الانتظار»."
    assert again == extractor
    assert again.extract(text) == extractor.extract(text) != ()


# What is added

# label, sentence that needs the verb, cue of the quote found
SENTENCES = [
    ("past", "صدح الوزير بأن العيد غداً.", "صدح"),
    ("feminine", "صدحت الوزيرة بأن العيد غداً.", "صدحت"),
    ("future", "سيصدح الوزير بأن العيد غداً.", "سيصدح".removeprefix("س")),
    ("with a conjunction", "وصدح الوزير: «العيد غداً بلا شك».", "صدح"),
    ("participle", "خرج الوزير إلى الشرفة، صادحاً: «العيد غداً بلا شك».", "صادحاً"),
    ("after لم", "لم يصدح الوزير بأن العيد غداً.", "يصدح"),
]


@pytest.mark.parametrize(("text", "cue"), [pytest.param(t, cue, id=label) for label, t, cue in SENTENCES])
def test_a_new_verb_is_found_in_its_forms(text: str, cue: str) -> None:
    def cues(quotes: tuple[Quote, ...]) -> list[str]:
        return [quote.cue.span.text for quote in quotes if quote.cue]

    assert cues(Extractor(lexicon=DEFAULT.with_verbs(CHANT)).extract(text)) == [cue]
    assert cues(Extractor().extract(text)) == []


def test_a_new_verb_without_a_complement_that_it_takes_introduces_nothing() -> None:
    assert found("صدح البلبل في الحديقة طوال الصباح.", DEFAULT.with_verbs(CHANT)) == []


def test_a_new_head_is_a_speaker_with_its_kind_gender_and_number() -> None:
    text = "قال المسحراتي إن الطبلة لم تعد تكفي."
    (quote,) = Extractor(lexicon=DEFAULT.with_heads(DRUMMER)).extract(text)
    (before,) = Extractor().extract(text)
    assert quote.speaker
    assert before.speaker
    assert (quote.speaker.kind, before.speaker.kind) == (SpeakerKind.PERSON, SpeakerKind.UNKNOWN)
    assert (quote.speaker.gender, quote.speaker.number) == (Gender.MASCULINE, Number.SINGULAR)


def test_two_of_a_new_head_come_by_rule() -> None:
    noun = DEFAULT.with_heads(DRUMMER).noun(("المسحراتيان",))
    assert noun
    assert (noun.head.number, noun.head.kind, noun.definite) == (Number.DUAL, SpeakerKind.GROUP, True)
    assert DEFAULT.noun(("المسحراتيان",)) is None


def test_a_new_name_takes_no_article_and_is_definite() -> None:
    channel = Head("المنارة نيوز", SpeakerKind.OUTLET, Gender.FEMININE, proper=True)
    noun = DEFAULT.with_heads(channel).noun(("المنارة", "نيوز"))
    assert noun
    assert (noun.words, noun.definite, noun.head.kind) == (2, True, SpeakerKind.OUTLET)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        pytest.param(
            lambda: DEFAULT.with_verbs(attrs.evolve(DEFAULT.verbs[0])),
            "verb 'قَالَ': this lexicon has it already; take it out by without('قال')",
            id="a verb of ours",
        ),
        pytest.param(lambda: DEFAULT.with_verbs(CHANT, CHANT), "verb 'صدح': this lexicon", id="a verb twice"),
        pytest.param(
            lambda: DEFAULT.with_heads(attrs.evolve(DEFAULT.heads[0])),
            "head 'وزير': this lexicon has it already; take it out by without('وزير')",
            id="a head of ours",
        ),
        pytest.param(lambda: DEFAULT.with_heads(DRUMMER, DRUMMER), "head 'مسحراتي': this", id="a head twice"),
    ],
)
def test_what_is_there_already_is_not_added(change: Callable[[], Lexicon], says: str) -> None:
    with pytest.raises(LexiconError) as error:
        change()
    assert str(error.value).startswith(says)


def test_a_verb_of_ours_is_changed_by_taking_it_out_first() -> None:
    (verb,) = [verb for verb in DEFAULT.verbs if verb.lemma == "زعم"]
    changed = DEFAULT.without("زعم").with_verbs(attrs.evolve(verb, sense=Sense.DOUBT))
    (quote,) = Extractor(lexicon=changed).extract("زعم الوزير أن الطريق مفتوح.")
    assert quote.cue
    assert quote.cue.sense is Sense.DOUBT


# label, a head, the field that the message names, what it says
BROKEN_HEADS = [
    ("no noun", Head("", SpeakerKind.PERSON, Gender.MASCULINE), "form", "found ''"),
    ("no Arabic", Head("mayor", SpeakerKind.PERSON, Gender.MASCULINE), "form", "found 'mayor'"),
    ("a vowel", Head("عُمدة", SpeakerKind.PERSON, Gender.MASCULINE), "form", "without vowels"),
    (
        "a variant in Latin",
        Head("نادل", SpeakerKind.PERSON, Gender.MASCULINE, variants="x"),
        "variants",
        "'x'",
    ),
    ("kind", Head("نادل", "waiter", Gender.MASCULINE), "kind", "SpeakerKind.PERSON"),  # type: ignore[arg-type]
    ("gender", Head("نادل", SpeakerKind.PERSON, "m"), "gender", "Gender.MASCULINE"),  # type: ignore[arg-type]
    (
        "number",
        Head("نادل", SpeakerKind.PERSON, Gender.MASCULINE, 1),  # type: ignore[arg-type]
        "number",
        "Number.SINGULAR",
    ),
]


@pytest.mark.parametrize(
    ("head", "column", "says"), [pytest.param(*case, id=label) for label, *case in BROKEN_HEADS]
)
def test_a_broken_head_is_told_by_its_field(head: Head, column: str, says: str) -> None:
    with pytest.raises(LexiconError) as error:
        DEFAULT.with_heads(head)
    assert str(error.value).startswith(f"head {head.form!r}, field {column}: expected ")
    assert says in str(error.value)


@pytest.mark.parametrize("method", [DEFAULT.with_verbs, DEFAULT.with_heads])
def test_what_is_neither_verb_nor_head_is_a_type_error(method: Callable[..., Lexicon]) -> None:
    with pytest.raises(TypeError, match="got str"):
        method("صدح")


# What is taken away

# label, lemma, a sentence with a quote, whether the quote stays without it
TAKEN = [
    ("a verb", "أكد", "أكد الوزير أن الطريق مفتوح.", False),
    ("another verb", "قال", "أكد الوزير أن الطريق مفتوح.", True),
    ("a phrase", "بحسب", "الطريق مفتوح منذ الفجر، بحسب الوزارة.", False),
    ("another phrase", "وفق", "الطريق مفتوح منذ الفجر، بحسب الوزارة.", True),
]


@pytest.mark.parametrize(
    ("lemma", "text", "stays"), [pytest.param(*case, id=label) for label, *case in TAKEN]
)
def test_what_is_taken_away_introduces_nothing(lemma: str, text: str, *, stays: bool) -> None:
    assert found(text, DEFAULT) != []
    assert bool(found(text, DEFAULT.without(lemma))) is stays


def test_a_lemma_takes_all_forms_of_a_noun_and_a_form_takes_itself() -> None:
    def forms(lexicon: Lexicon) -> set[str]:
        return {head.form for head in lexicon.heads}

    assert {"وزير", "وزيرة", "وزراء"} <= forms(DEFAULT) - forms(DEFAULT.without("وزير"))
    assert forms(DEFAULT) - forms(DEFAULT.without("وزيرة")) == {"وزيرة"}
    assert {place.form for place in DEFAULT.places} - {
        place.form for place in DEFAULT.without("القاهرة").places
    } == {"القاهرة"}


def test_a_shadda_tells_two_verbs_apart() -> None:
    def written(lexicon: Lexicon) -> set[str]:
        return {verb.vocalised for verb in lexicon.verbs}

    both = written(DEFAULT) - written(DEFAULT.without("ذكر"))
    assert len(both) == 2
    assert written(DEFAULT) - written(DEFAULT.without("ذكّر")) == {verb for verb in both if "\u0651" in verb}


def test_what_is_not_there_cannot_be_taken_away() -> None:
    with pytest.raises(LexiconError, match="lemma 'صدح': no verb, phrase, head or place of this lexicon"):
        DEFAULT.without("قال", "صدح")
    with pytest.raises(LexiconError, match="lemma 'قال'"):
        DEFAULT.without("قال", "قال")


# A folder of tables


def test_a_table_of_the_folder_stands_in_the_place_of_ours(tmp_path: Path) -> None:
    lines = (FOLDER / "reporting_verbs.tsv").read_text("utf-8").splitlines()
    (tmp_path / "reporting_verbs.tsv").write_text("\n".join(lines[:2]), "utf-8")
    mine = Lexicon.from_tables(str(tmp_path))
    assert [verb.lemma for verb in mine.verbs] == ["قال"]
    assert (mine.heads, mine.phrases, mine.names) == (DEFAULT.heads, DEFAULT.phrases, DEFAULT.names)


def test_a_table_that_is_only_a_header_holds_nothing(tmp_path: Path) -> None:
    (tmp_path / "places.tsv").write_text("id\tform\tkind\tgender\n", "utf-8")
    assert Lexicon.from_tables(tmp_path).places == ()


def test_the_counts_of_confidence_are_not_read(tmp_path: Path) -> None:
    shutil.copy(FOLDER / "places.tsv", tmp_path)
    (tmp_path / "confidence.tsv").write_text("anything", "utf-8")
    assert Lexicon.from_tables(tmp_path) == DEFAULT
