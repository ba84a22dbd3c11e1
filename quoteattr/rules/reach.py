"""How far the units of a frame reach that no grammar of a phrase ends: adjuncts, brackets, clauses."""

from __future__ import annotations

from quoteattr.cues.page import Page
from quoteattr.rules.frame import Unit
from quoteattr.speakers.phrase import parse_phrase
from quoteattr.speakers.shape import can_begin


def parenthesis(page: Page, index: int, last: int) -> Unit | None:
    """The unit of a bracket or a pair of dashes; None where the sign only separates."""
    form = page.forms[index]
    if form in "،,)":
        return None
    closing = ")" if form == "(" else form
    for close in range(index + 1, min(last, index + 25)):
        if page.forms[close] == closing:
            return Unit("A", index, close + 1)
    return None


def adjunct_end(page: Page, first: int, last: int, kind: str) -> int:
    """Where an adjunct ends: with the noun phrase that it governs, or at the comma."""
    if kind in ("turn", "post", "not_cue"):
        return first
    index = first
    phrase = parse_phrase(page, index, last)
    if phrase is not None:
        index = phrase.last
    lone = phrase is not None and phrase.head is None and index == first + 1
    if lone and index < last and page.forms[index].startswith("ال") and not page.noun(index, last):
        index += 1  # في ختام الاجتماع: a thing after a bare noun is its genitive
    while index < last and page.forms[index] not in "،,-–—":
        if page.classes(index) & {"preposition", "adjunct", "time", "day", "month", "relative"}:
            index += 1
            continue
        if phrase is not None and index == phrase.last and can_begin(page, index, last) and kind != "medium":
            break
        index += 1
    return index


def relative_end(page: Page, first: int, last: int) -> int:
    """A relative clause is taken to reach the last comma before the content, or the content."""
    for index in range(last - 1, first, -1):
        if page.forms[index] in "،,":
            return index
    return last
