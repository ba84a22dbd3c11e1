"""What stands outside all quotations: the paper's own words."""

from __future__ import annotations

from collections.abc import Iterable

from quoteattr.values import Kind, Quote, Span


def outside(text: str, quotes: Iterable[Quote]) -> tuple[Span, ...]:
    """The spans of ``text`` that belong to no quote's content, in order.

    Stretches of blanks and marks alone are left out; the attribution that interrupts a quote, its
    cue and its speaker are the paper's words.
    """
    spans: list[Span] = []
    at = 0
    spoken = [span for quote in quotes for span in _spoken(quote)]
    for start, end in sorted((span.start, span.end) for span in spoken):
        if any(letter.isalnum() for letter in text[at:start]):
            spans.append(Span.of(text, at, start))
        at = max(at, end)
    if any(letter.isalnum() for letter in text[at:]):
        spans.append(Span.of(text, at, len(text)))
    return tuple(spans)


def _spoken(quote: Quote) -> tuple[Span, ...]:
    """The words of a quote: the fragments of an interrupted one, else its content."""
    interrupted = quote.kind is Kind.DIRECT and len(quote.fragments) > 1
    return quote.fragments if interrupted else (quote.content,)
