"""to_dict and from_dict: nothing is lost on the way, and a broken dict says where it is broken."""

from __future__ import annotations

import json
from copy import deepcopy
from enum import Enum
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoteattr.values import (
    Anonymity,
    Basis,
    Cue,
    Form,
    Gender,
    Kind,
    Modality,
    Number,
    Quote,
    Sense,
    Span,
    Speaker,
    SpeakerKind,
)
from quoteattr.wire import from_dict, to_dict

SCHEMA = json.loads((Path(__file__).parent.parent / "docs" / "quote.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآىةؤئ َُِّْـ،؛؟«»\n\u200f\U0001f600"

arabic = st.text(alphabet=st.sampled_from(LETTERS), max_size=20)
texts = arabic | st.text(max_size=10)
spans = st.builds(lambda start, text: Span(start, start + len(text), text), st.integers(0, 10**6), texts)
speakers = st.builds(
    Speaker,
    name=texts,
    mention=st.none() | spans,
    antecedent=st.none() | spans,
    kind=st.sampled_from(SpeakerKind),
    gender=st.sampled_from(Gender),
    number=st.sampled_from(Number),
    anonymity=st.sampled_from(Anonymity),
    basis=st.sampled_from(Basis),
)
cues = st.builds(
    Cue,
    span=spans,
    lemma=texts,
    sense=st.sampled_from(Sense),
    form=st.sampled_from(Form),
    modality=st.sampled_from(Modality),
)
quotes = st.builds(
    Quote,
    kind=st.sampled_from(Kind),
    content=spans,
    fragments=st.lists(spans, max_size=3).map(tuple),
    speaker=st.none() | speakers,
    cue=st.none() | cues,
    addressee=st.none() | spans,
    relay=st.none() | speakers,
    medium=st.none() | spans,
    rule=texts,
    confidence=st.floats(0, 1),
    parent=st.none() | st.integers(0, 100),
)

TEXT = "وقالت الوزيرة سلمى الحداد للصحافيين: «لن نوقّع اتفاقاً لا يحمي مزارعينا»."


def span(part: str) -> Span:
    start = TEXT.index(part)
    return Span.of(TEXT, start, start + len(part))


QUOTE = Quote(
    Kind.DIRECT,
    span("لن نوقّع اتفاقاً لا يحمي مزارعينا"),
    (span("لن نوقّع اتفاقاً لا يحمي مزارعينا"),),
    Speaker("الوزيرة سلمى الحداد", span("الوزيرة سلمى الحداد"), kind=SpeakerKind.PERSON),
    Cue(span("قالت"), "قال", Sense.SAY, Form.VERB),
    addressee=span("لصحافيين"),
    rule="cue-speaker-colon-quote",
    confidence=0.97,
)


@settings(deadline=None)
@given(quotes)
def test_nothing_is_lost_through_json(quote: Quote) -> None:
    data = json.loads(json.dumps(to_dict(quote)))
    assert from_dict(data) == quote
    assert list(VALIDATOR.iter_errors(data)) == []


@settings(deadline=None)
@given(quotes)
def test_keys_are_the_fields_in_their_order(quote: Quote) -> None:
    data = to_dict(quote)
    assert list(data) == [field.name for field in attrs.fields(Quote)]
    assert list(data["content"]) == ["start", "end", "text"]
    if quote.speaker:
        assert list(data["speaker"]) == [field.name for field in attrs.fields(Speaker)]
    if quote.cue:
        assert list(data["cue"]) == [field.name for field in attrs.fields(Cue)]


def test_enums_are_their_plain_values() -> None:
    data = to_dict(QUOTE)
    assert type(data["kind"]) is str
    assert type(data["cue"]["sense"]) is str
    assert (data["kind"], data["cue"]["sense"], data["speaker"]["kind"]) == ("direct", "say", "person")


def test_a_line_of_the_command_is_read_back() -> None:
    assert from_dict({"document": "summit.txt", "index": 4, **to_dict(QUOTE)}) == QUOTE


def test_a_whole_number_is_a_good_confidence() -> None:
    quote = from_dict({**to_dict(QUOTE), "confidence": 1})
    assert type(quote.confidence) is float


MISSING = object()


def changed(path: str, value: Any) -> dict[str, Any]:
    """The example with the value at a dotted path replaced, or taken out."""
    data = deepcopy(to_dict(QUOTE))
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    inside: Any = data
    for step in way:
        inside = inside[step]
    if value is MISSING:
        del inside[last]
    else:
        inside[last] = value
    return data


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("kind", "verbatim", "kind: expected one of 'direct', 'mixed', 'indirect', got 'verbatim'"),
        ("kind", ["direct"], "kind: expected one of 'direct', 'mixed', 'indirect', got ['direct']"),
        ("content", None, "content: expected an object with the keys start, end, text, got None"),
        ("content.start", "4", "content.start: expected a whole number, got '4'"),
        ("content.start", 4.5, "content.start: expected a whole number, got 4.5"),
        ("content.end", True, "content.end: expected a whole number, got True"),
        ("content.text", 7, "content.text: expected a string, got 7"),
        ("fragments", None, "fragments: expected a list, got None"),
        ("fragments", "لن", "fragments: expected a list, got 'لن'"),
        ("fragments.0.start", None, "fragments[0].start: expected a whole number, got None"),
        ("speaker.mention.start", "4", "speaker.mention.start: expected a whole number, got '4'"),
        (
            "speaker.gender",
            "f",
            "speaker.gender: expected one of 'masculine', 'feminine', 'unknown', got 'f'",
        ),
        ("speaker.age", 40, "speaker.age: unknown key; expected one of name, mention, antecedent,"),
        ("speaker.name", MISSING, "speaker.name: missing"),
        ("cue", [], "cue: expected an object with the keys span, lemma, sense, form, modality, got []"),
        ("cue.modality", MISSING, "cue.modality: missing"),
        ("confidence", "high", "confidence: expected a number, got 'high'"),
        ("confidence", False, "confidence: expected a number, got False"),
        ("parent", 1.5, "parent: expected a whole number, got 1.5"),
        ("parent", MISSING, "parent: missing"),
        ("speeker", None, "speeker: unknown key; expected one of kind, content,"),
    ],
)
def test_a_broken_dict_is_refused_with_its_place(path: str, value: Any, message: str) -> None:
    data = changed(path, value)
    with pytest.raises(ValueError, match=r"expected|missing") as caught:
        from_dict(data)
    assert str(caught.value).startswith(message)
    assert list(VALIDATOR.iter_errors(data)), "the schema must refuse it too"


@pytest.mark.parametrize("data", [None, [], "quote", 3])
def test_what_is_no_dict_is_refused(data: Any) -> None:
    with pytest.raises(ValueError, match=r"^quote: expected an object with the keys kind, content,"):
        from_dict(data)


def test_a_long_wrong_value_is_shown_in_short() -> None:
    with pytest.raises(ValueError, match=r"…$") as caught:
        from_dict(changed("kind", "قال " * 1000))
    assert len(str(caught.value)) < 150


def test_enums_of_the_schema_are_those_of_the_values() -> None:
    speaker, cue = SCHEMA["$defs"]["speaker"]["properties"], SCHEMA["$defs"]["cue"]["properties"]
    given_by_schema: dict[type[Enum], dict[str, Any]] = {
        Kind: SCHEMA["properties"]["kind"],
        SpeakerKind: speaker["kind"],
        Gender: speaker["gender"],
        Number: speaker["number"],
        Anonymity: speaker["anonymity"],
        Basis: speaker["basis"],
        Sense: cue["sense"],
        Form: cue["form"],
        Modality: cue["modality"],
    }
    for kind, schema in given_by_schema.items():
        assert schema["enum"] == [member.value for member in kind], kind.__name__
