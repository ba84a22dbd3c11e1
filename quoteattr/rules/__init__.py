"""Rules: how cue, speaker and content stand to one another.

``RULES`` is the one ordered list: the first rule that accepts a frame takes it.
"""

from quoteattr.rules import attribution, bare, direct, reported
from quoteattr.rules.rule import Draft, Match, Refusal, Rule

RULES: tuple[Rule, ...] = (
    *reported.relays(),
    *direct.rules(),
    *reported.clauses(),
    *bare.rules(),
    *attribution.rules(),
)

__all__ = ["RULES", "Draft", "Match", "Refusal", "Rule"]
