"""What stands outside all quotations: the paper's own words."""

from __future__ import annotations

from collections.abc import Iterable

from quoteattr.values import Quote, Span


def outside(text: str, quotes: Iterable[Quote]) -> tuple[Span, ...]:
    """The spans of ``text`` that belong to no quote's content, in order.

    Stretches of blanks alone are left out; the cue and the speaker of a quote are the paper's words.
    """
    spans: list[Span] = []
    at = 0
    for start, end in sorted((quote.content.start, quote.content.end) for quote in quotes):
        if start > at and text[at:start].strip():
            spans.append(Span.of(text, at, start))
        at = max(at, end)
    if text[at:].strip():
        spans.append(Span.of(text, at, len(text)))
    return tuple(spans)
