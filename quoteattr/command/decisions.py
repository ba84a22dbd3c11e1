"""A decision as rows of a table: what was decided, and below it what spoke for and against."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.explanation import Decision
from quoteattr.grounds import Candidate, Trial

HEADING = ("at", "what", "text", "verdict", "rule", "reason")
WIDTHS = (6, 11, 20, 9, 25)

_Row = tuple[str, ...]
# Before what belongs to the decision above it.
_BELOW = "· "


def rows(decision: Decision) -> Iterator[_Row]:
    """The row of a decision, then its frame, the rules tried and the candidates, one row each."""
    span = decision.span
    verdict = "taken" if decision.taken else "refused"
    yield str(span.start), decision.subject, span.text, verdict, decision.rule, decision.reason
    for part in decision.frame:
        yield str(part.span.start), f"{_BELOW}unit", part.span.text, part.letter, "", part.name
    # One trial says what the row of the decision says, unless it was lost afterwards.
    if len(decision.trials) > 1 or any(trial.reason != decision.reason for trial in decision.trials):
        for trial in decision.trials:
            yield _tried(decision, trial)
    if decision.path is not None:
        for candidate in decision.path.candidates:
            yield _weighed(candidate)
        if decision.path.unlisted:
            yield "", f"{_BELOW}candidate", "", "passed", "", f"and {decision.path.unlisted} more"


def _tried(decision: Decision, trial: Trial) -> _Row:
    elsewhere = trial.cue if trial.cue != decision.span else None
    at, text = (str(elsewhere.start), elsewhere.text) if elsewhere else ("", "")
    return at, f"{_BELOW}rule", text, trial.outcome.value, trial.rule, trial.reason


def _weighed(candidate: Candidate) -> _Row:
    verdict = "chosen" if candidate.objection is None else "passed"
    back = candidate.sentences
    distance = f"{back} sentence{'s' * (back > 1)} back" if back else "here"
    at, name = str(candidate.mention.start), candidate.name
    return at, f"{_BELOW}candidate", name, verdict, distance, candidate.reason
