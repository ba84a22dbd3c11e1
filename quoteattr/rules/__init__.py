"""Rules: how cue, speaker and content stand to one another.

``RULES`` is the one ordered list: the first rule that accepts a frame takes it. Everything that a
rule of one's own is made of can be imported from here.
"""

from collections.abc import Sequence

from quoteattr.cues.detection import CueMatch
from quoteattr.cues.page import Page
from quoteattr.errors import RuleError
from quoteattr.rules import attribution, bare, direct, reported
from quoteattr.rules.build import build_frame
from quoteattr.rules.frame import LETTER_NAMES, Frame, Unit
from quoteattr.rules.language import frame_matching
from quoteattr.rules.parts import addressee_of, medium_of, speaker_of
from quoteattr.rules.pattern import parse_pattern
from quoteattr.rules.rule import Draft, Guard, Match, Refusal, Rule
from quoteattr.speakers.phrase import NounPhrase, parse_phrase
from quoteattr.text.marks import Pair

RULES: tuple[Rule, ...] = (
    *reported.relays(),
    *direct.rules(),
    *reported.clauses(),
    *bare.rules(),
    *attribution.rules(),
)


def check_rules(rules: Sequence[Rule]) -> None:
    """Raise RuleError where rules cannot stand together, or where one of them can never match.

    Names are unique. Those that ship are held to match something by the tests, and not looked at.
    """
    names: set[str] = set()
    for rule in rules:
        if not isinstance(rule, Rule):
            raise RuleError(f"rules: expected a Rule, got {type(rule).__name__}")
        if rule.name in names:
            raise RuleError(f"rule {rule.name!r}, name: another rule before it has this name")
        names.add(rule.name)
        if rule not in RULES and frame_matching(parse_pattern(rule.pattern)) is None:
            raise RuleError(f"rule {rule.name!r}, pattern: no frame can be read as {rule.pattern!r}")


__all__ = [
    "LETTER_NAMES",
    "RULES",
    "CueMatch",
    "Draft",
    "Frame",
    "Guard",
    "Match",
    "NounPhrase",
    "Page",
    "Pair",
    "Refusal",
    "Rule",
    "Unit",
    "addressee_of",
    "build_frame",
    "check_rules",
    "medium_of",
    "parse_phrase",
    "speaker_of",
]
