"""The rules: their order, the sentence that each is for, and what a caller's own rule may be."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
import regex

import quoteattr
from quoteattr import RULES, Extractor, Kind, Rule, RuleError
from quoteattr.rules import LETTER_NAMES, Draft, Frame, Match, Page, Refusal
from quoteattr.rules.language import frame_matching
from quoteattr.rules.pattern import parse_pattern

# The first rule that accepts takes a cue, so a rule that moves changes what is found.
ORDER = (
    "relay",
    "relay and verbal noun",
    "marks before the verb",
    "colon and marks",
    "complementiser and marks",
    "marks after the verb",
    "colon and words",
    "words before the verb",
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
    ("a small letter", "Vs", "expected a letter of a frame, or a sign of a pattern over letters, found 's'"),
    ("an escape", r"V\b", "found '\\\\' at position 1"),
    ("a word of the text", "قالS", "found 'ق' at position 0"),
    ("a flag", "(?i)V", "found '(' at position 0"),
    ("a look behind", "(?<=V)S", "found '(' at position 0"),
    ("a lazy repeat", "VS*?K", "found '?' at position 3"),
    ("a range in a class", "[A-D]", "found '-' at position 2"),
    ("a lookahead in a lookahead", "V(?=S(?!K))", "no lookahead in a lookahead"),
    ("nothing", "", "can match without a letter"),
    ("all may be left out", "S*K?", "can match without a letter"),
    ("an edge alone", "^", "can match without a letter"),
    ("a lookahead alone", "(?=V)", "can match without a letter"),
    ("one way without a letter", "V|S*", "can match without a letter"),
)


@pytest.mark.parametrize(
    ("pattern", "says"), [pytest.param(pattern, says, id=label) for label, pattern, says in BROKEN]
)
def test_a_broken_pattern_is_told_with_rule_and_field(pattern: str, says: str) -> None:
    with pytest.raises(RuleError) as error:
        Rule("my own", pattern, nothing)
    assert str(error.value).startswith("rule 'my own', pattern: ")
    assert says in str(error.value)


# label, a pattern of which every letter and every sign is known
NEVER = (
    ("a letter before the first", "V^S"),
    ("a letter behind the last", "S$V"),
    ("a lookahead against what follows", "V(?=K)Q"),
    ("a lookahead that forbids what follows", "V(?!K)K"),
    ("a lookahead for what is not there", "(?=V)S"),
    ("two verbs", "VV"),
    ("words behind the end of the sentence", "VSEW"),
    ("two contents", "VKQK"),
    ("a speaker behind the content", "VTWS"),
    ("a colon before the verb", "KV"),
    ("attribution and colon", "BSK"),
    ("a participle before another cue", "P[VPB]"),
    ("a class that leaves out all that may follow", "P[^SAMDROFQENTKW]"),
    ("all the ways of a choice", "(?:VV|KV|EQ)"),
)


@pytest.mark.parametrize("pattern", [pytest.param(pattern, id=label) for label, pattern in NEVER])
def test_a_rule_that_can_match_no_frame_is_told_when_an_extractor_is_made(pattern: str) -> None:
    with pytest.raises(RuleError) as error:
        Extractor(rules=(*RULES, Rule("my own", pattern, nothing)))
    assert str(error.value) == f"rule 'my own', pattern: no frame can be read as {pattern!r}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_of_ours_matches_some_frame(rule: Rule) -> None:
    frame = frame_matching(parse_pattern(rule.pattern))
    assert frame is not None
    assert regex.search(rule.pattern, frame)


# label, guard, what the message says
GUARDS = (
    ("no function", "colon and marks", "expected a function, got str"),
    ("nothing", None, "expected a function, got NoneType"),
    ("too few parameters", lambda page, frame: None, "expected a function of page, frame and match"),
    ("too many parameters", lambda page, frame, match, more: None, "expected a function of page, frame"),
    ("parameters with names only", lambda *, page, frame, match: None, "expected a function of page"),
)


@pytest.mark.parametrize(("guard", "says"), [pytest.param(*case, id=label) for label, *case in GUARDS])
def test_a_guard_that_cannot_be_called_is_told(guard: Any, says: str) -> None:
    with pytest.raises(RuleError) as error:
        Rule("my own", "V", guard)
    assert str(error.value).startswith("rule 'my own', guard: ")
    assert says in str(error.value)


class Counting:
    """A guard may be anything that can be called with three values."""

    def __call__(self, page: Page, frame: Frame, match: Match, *more: object) -> Draft | Refusal:
        return Refusal("counted")


def test_a_guard_may_be_an_object_or_take_more_than_it_must() -> None:
    report = Extractor(rules=(Rule("my own", "V", Counting()),)).explain("قال الوزير إن الطريق مفتوح.")
    assert report.decisions[0].reason == "counted"


# label, what a guard gives, what the message says
RESULTS = (
    ("nothing", None, "expected a Draft or a Refusal, got NoneType"),
    ("a reason as text", "no", "expected a Draft or a Refusal, got str"),
    (
        "a draft behind the text",
        Draft("my own", Kind.DIRECT, None, 1, 99),
        "its draft is the tokens 1 to 99 of 6",
    ),
    (
        "a draft before the text",
        Draft("my own", Kind.DIRECT, None, -1, 2),
        "its draft is the tokens -1 to 2 of 6",
    ),
    (
        "a draft that ends before it begins",
        Draft("my own", Kind.DIRECT, None, 3, 2),
        "its draft is the tokens 3 to 2 of 6",
    ),
)


@pytest.mark.parametrize(("result", "says"), [pytest.param(*case, id=label) for label, *case in RESULTS])
def test_what_a_guard_gives_is_looked_at(result: Any, says: str) -> None:
    extractor = Extractor(rules=(Rule("my own", "V", lambda page, frame, match: result),))
    with pytest.raises(RuleError) as error:
        extractor.extract("قال الوزير إن الطريق مفتوح.")
    assert str(error.value).startswith("rule 'my own', guard: ")
    assert says in str(error.value)


@pytest.mark.parametrize(
    ("rules", "says"),
    [
        pytest.param(
            (*RULES, Rule("headline", "V", nothing), Rule("headline", "VS", nothing)),
            "rule 'headline', name: another rule before it has this name",
            id="two of one's own",
        ),
        pytest.param(
            (*RULES, Rule("relay", "V", nothing)),
            "rule 'relay', name: another rule before it has this name",
            id="one of ours",
        ),
        pytest.param((*RULES, RULES[0]), "rule 'relay', name: another", id="the same rule twice"),
        pytest.param((*RULES, nothing), "rules: expected a Rule, got function", id="a guard alone"),
        pytest.param("V", "rules: expected a Rule, got str", id="a pattern alone"),
    ],
)
def test_rules_that_cannot_stand_together_are_told(rules: Any, says: str) -> None:
    with pytest.raises(RuleError) as error:
        Extractor(rules=rules)
    assert str(error.value).startswith(says)


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        (("", "V", nothing), "name"),
        ((None, "V", nothing), "name"),
        (("my own", None, nothing), "pattern"),
        (("my own", "V", nothing, 3), "example"),
    ],
)
def test_the_texts_of_a_rule_are_texts(arguments: tuple[Any, ...], field: str) -> None:
    with pytest.raises(RuleError, match=f"^rule .*, {field}: expected "):
        Rule(*arguments)


def test_what_is_no_lexicon_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="expected a Lexicon, got str"):
        Extractor(lexicon="tables")  # type: ignore[arg-type]


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
