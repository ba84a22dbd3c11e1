"""Rules: how cue, speaker and content stand to one another.

``RULES`` is the one ordered list: the first rule that accepts a frame takes it.
"""

from quoteattr.rules import attribution, direct, reported
from quoteattr.rules.rule import Draft, Match, Refusal, Rule

RULES: tuple[Rule, ...] = (
    *reported.rules()[:2],
    *direct.rules(),
    *reported.rules()[2:],
    *attribution.rules(),
)

__all__ = ["RULES", "Draft", "Match", "Refusal", "Rule"]
