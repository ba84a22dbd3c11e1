"""The rules: their order, the sentence that each is for, and what a caller's own rule may be."""

from __future__ import annotations

import pickle

import pytest

import quoteattr
from quoteattr import RULES, Extractor, Kind, Rule, RuleError
from quoteattr.cues.page import Page
from quoteattr.rules import Draft, Match, Refusal
from quoteattr.rules.frame import LETTER_NAMES, Frame

# The first rule that accepts takes a cue, so a rule that moves changes what is found.
ORDER = (
    "relay",
    "relay and verbal noun",
    "marks before the verb",
    "colon and marks",
    "complementiser and marks",
    "marks after the verb",
    "colon and words",
    "complementiser and clause",
    "bare words",
    "passed on",
    "marks and attribution",
    "words and attribution",
    "attribution and marks",
    "attribution and words",
)
# Rules that only refuse: what they match is taken by another cue.
REFUSING = {"passed on"}
KNOWN = {
    "attribution and marks": "the pronoun of في رأيه has a participle's letter, so another rule takes it",
}
accepting = pytest.mark.parametrize(
    "rule",
    [
        pytest.param(
            rule,
            id=rule.name,
            marks=[pytest.mark.xfail(reason=KNOWN[rule.name])] if rule.name in KNOWN else [],
        )
        for rule in RULES
        if rule.name not in REFUSING
    ],
)
refusing = pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.name in REFUSING], ids=lambda rule: rule.name
)


def test_the_order_of_the_rules() -> None:
    assert tuple(rule.name for rule in RULES) == ORDER


@accepting
def test_the_example_of_a_rule_is_found_by_it(rule: Rule) -> None:
    assert [quote.rule for quote in quoteattr.extract(rule.example)].count(rule.name) == 1


@accepting
def test_the_example_of_a_rule_is_not_found_by_it_where_it_is_left_out(rule: Rule) -> None:
    found = quoteattr.extract(rule.example)
    without = Extractor(rules=[other for other in RULES if other is not rule]).extract(rule.example)
    assert without != found


@refusing
def test_the_example_of_a_refusing_rule_is_refused_by_it(rule: Rule) -> None:
    refused = [
        decision for decision in quoteattr.explain(rule.example).decisions if decision.rule == rule.name
    ]
    assert [(decision.taken, decision.subject) for decision in refused] == [(False, "cue")]
    assert all(decision.reason for decision in refused)


def nothing(page: Page, frame: Frame, match: Match) -> Draft | Refusal:
    return Refusal("nothing is taken")


def first_words(page: Page, frame: Frame, match: Match) -> Draft | Refusal:
    return Draft(match.rule, Kind.DIRECT, frame.cue, match.units[-1].first, match.units[-1].last)


# label, pattern, what the message says
BROKEN = (
    ("an open bracket", "V(S", "missing )"),
    ("nothing to repeat", "*V", "nothing to repeat"),
    ("an open class", "[VS", "unterminated character set"),
    ("an unknown letter", "VX", "X"),
    ("several unknown letters", "ZVU", "U, Z"),
)


@pytest.mark.parametrize(
    ("pattern", "says"), [pytest.param(pattern, says, id=label) for label, pattern, says in BROKEN]
)
def test_a_broken_pattern_is_told_with_rule_and_field(pattern: str, says: str) -> None:
    with pytest.raises(RuleError) as error:
        Rule("my own", pattern, nothing)
    message = str(error.value)
    assert "'my own'" in message
    assert "pattern" in message
    assert says in message


@pytest.mark.parametrize("pattern", ["V", "^QV[AMD]*S", "(?:T?Q|K?Q)", "[VPN][SAMDROF]*KQ", *LETTER_NAMES])
def test_a_sound_pattern_makes_a_rule(pattern: str) -> None:
    assert Rule("my own", pattern, nothing).pattern == pattern


def test_a_rule_of_ones_own_comes_first_and_takes_the_cue() -> None:
    own = Rule("my own", "VSKQ", first_words)
    text = "قال الوزير: «لن نتراجع»."
    assert [quote.rule for quote in Extractor(rules=(own, *RULES)).extract(text)] == ["my own"]
    assert [quote.rule for quote in Extractor(rules=(*RULES, own)).extract(text)] == ["colon and marks"]


def test_a_rule_of_ones_own_may_refuse_and_the_next_takes_the_cue() -> None:
    own = Rule("my own", "V", nothing)
    report = Extractor(rules=(own, *RULES)).explain("قال الوزير: «لن نتراجع».")
    assert [quote.rule for quote in report.quotes] == ["colon and marks"]


def test_the_reason_of_the_first_rule_that_refused_is_told() -> None:
    own = Rule("my own", "V", nothing)
    (decision, *_) = Extractor(rules=(own,)).explain("قال الوزير إن الطريق مفتوح.").decisions
    assert (decision.taken, decision.rule, decision.reason) == (False, "my own", "nothing is taken")


def test_without_rules_no_cue_introduces_anything() -> None:
    report = Extractor(rules=()).explain("قال الوزير إن الطريق مفتوح.")
    assert report.quotes == ()
    assert [decision.reason for decision in report.decisions if decision.span.text == "قال"] == [
        "no content that a rule knows: verb, speaker, complementiser, words"
    ]


def test_rules_are_values() -> None:
    rule = RULES[0]
    assert Rule(rule.name, rule.pattern, rule.guard, rule.example) == rule
    assert len(set(RULES)) == len(RULES)
    assert pickle.loads(pickle.dumps(RULES)) == RULES  # noqa: S301 - our own bytes
