"""Decisions and reports through JSON and back, and the schema beside the page."""

from __future__ import annotations

import json
from enum import Enum
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest
from hypothesis import given, settings
from referencing import Registry, Resource

import quoteattr
from quoteattr import Decision, Gender, Number, Objection, Outcome, Quote, Report, Route, from_dict, to_dict
from quoteattr.rules import LETTER_NAMES
from quoteattr.testing import Told, documents
from quoteattr.values import Form, SpeakerKind

DOCS = Path(__file__).parents[2] / "docs"
SCHEMA, QUOTE = (
    json.loads((DOCS / name).read_text("utf-8")) for name in ("explanation.schema.json", "quote.schema.json")
)
REGISTRY: Registry[Any] = Registry().with_resources(
    (schema["$id"], Resource.from_contents(schema)) for schema in (SCHEMA, QUOTE)
)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, registry=REGISTRY)

TEXT = "عُرض فيلم «طريق العودة» أمس. وزار الوزير سامي الحداد دمشق. وقالت: «هذا أجمل أفلام العام كله»."


@settings(deadline=None, max_examples=40, derandomize=True)
@given(documents())
def test_nothing_is_lost_through_json(told: Told) -> None:
    report = quoteattr.explain(told.text)
    data = json.loads(json.dumps(to_dict(report)))
    assert from_dict(data, Report) == report
    assert list(VALIDATOR.iter_errors(data)) == []
    for decision in report.decisions:
        assert from_dict(to_dict(decision), Decision) == decision
        assert list(VALIDATOR.iter_errors(to_dict(decision))) == []


def test_keys_are_the_fields_in_their_order() -> None:
    report = quoteattr.explain(TEXT)
    assert list(to_dict(report)) == [field.name for field in attrs.fields(Report)]
    assert list(to_dict(report.decisions[0])) == [field.name for field in attrs.fields(Decision)]


def test_a_line_of_the_command_is_read_back() -> None:
    decision = quoteattr.explain(TEXT).decisions[0]
    line = {"document": "film.txt", "index": 0, **to_dict(decision)}
    assert from_dict(line, Decision) == decision
    assert list(VALIDATOR.iter_errors(line)) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"taken": 1}, "taken: expected true or false, got 1"),
        ({"quote": "0"}, "quote: expected a whole number, got '0'"),
        ({"trials": [{}]}, "trials[0].rule: missing"),
        (
            {"trials": [{"rule": "x", "outcome": "won", "reason": "x", "cue": None}]},
            "trials[0].outcome: expected one of 'took', 'refused', 'not asked', got 'won'",
        ),
        ({"path": {"route": "own clause"}}, "path.mention: missing"),
        ({"verdict": "taken"}, "verdict: unknown key; expected one of span, subject,"),
    ],
)
def test_a_broken_decision_is_refused_with_its_place(change: dict[str, Any], message: str) -> None:
    data = {**to_dict(quoteattr.explain(TEXT).decisions[0]), **change}
    with pytest.raises(ValueError, match=r"expected|missing") as caught:
        from_dict(data, Decision)
    assert str(caught.value).startswith(message)
    assert list(VALIDATOR.iter_errors(data)), "the schema must refuse it too"


@pytest.mark.parametrize("kind", [Decision, Report, Quote])
def test_what_is_no_dict_is_refused_by_the_name_of_the_kind(kind: type[Any]) -> None:
    with pytest.raises(ValueError, match=rf"^{kind.__name__.lower()}: expected an object with the keys"):
        from_dict([], kind)  # type: ignore[call-overload]


def test_only_whole_values_can_be_asked_for() -> None:
    with pytest.raises(TypeError, match=r"^kind: expected one of Quote, Decision, Report, got <class 'str'>"):
        from_dict({}, str)  # type: ignore[type-var]


def test_enums_of_the_schema_are_those_of_the_values() -> None:
    def choices(name: str, key: str) -> list[str]:
        schema = SCHEMA["$defs"][name]["properties"][key]
        return list((schema.get("anyOf") or [schema])[0]["enum"])

    given_by_schema: dict[type[Enum], list[list[str]]] = {
        Outcome: [choices("trial", "outcome")],
        Route: [choices("path", "route")],
        Objection: [choices("candidate", "objection")],
        Form: [choices("inflection", "form")],
        SpeakerKind: [choices("candidate", "kind")],
        Gender: [choices("inflection", "gender"), choices("candidate", "gender")],
        Number: [choices("inflection", "number"), choices("candidate", "number")],
    }
    for kind, found in given_by_schema.items():
        assert [sorted(names) for names in found] == [sorted(m.value for m in kind)] * len(found), kind
    assert sorted(choices("part", "letter")) == sorted(LETTER_NAMES)
