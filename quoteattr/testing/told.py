"""A text together with the quotes that it was written to hold."""

from __future__ import annotations

from attrs import evolve, frozen

from quoteattr.values import Kind, Span


@frozen
class Expected:
    """A quote as the writer of its text knows it.

    ``content``, ``fragments``, ``cue`` and ``mention`` are spans of the text, in code points, half
    open; the cue without its clitics, ``lemma`` is its verb in the past (``قال``), or the phrase
    itself for a preposition (``بحسب``). ``speaker`` is the fullest phrase for the speaker in the
    whole text; ``mention`` is None where the quote's own clause names nobody.
    """

    kind: Kind
    content: Span
    fragments: tuple[Span, ...]
    speaker: str | None
    mention: Span | None
    cue: Span | None
    lemma: str | None

    def shifted(self, by: int) -> Expected:
        """The same quote where ``by`` code points stand before its text."""
        return evolve(
            self,
            content=_shifted(self.content, by),
            fragments=tuple(_shifted(fragment, by) for fragment in self.fragments),
            mention=_shifted(self.mention, by) if self.mention else None,
            cue=_shifted(self.cue, by) if self.cue else None,
        )


@frozen
class Told:
    """A text and the quotes in it, in the order of their content."""

    text: str
    quotes: tuple[Expected, ...] = ()

    def then(self, other: Told, gap: str = "\n") -> Told:
        """Both texts, ``gap`` between them, with the quotes of both."""
        by = len(self.text) + len(gap)
        moved = (quote.shifted(by) for quote in other.quotes)
        return Told(self.text + gap + other.text, (*self.quotes, *moved))


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by, span.text)
