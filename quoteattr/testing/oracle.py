"""What an extractor finds against what a text was written to hold, and what a broken law says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import quoteattr.extraction
from quoteattr.lexicon.tables import fold_words
from quoteattr.testing.told import Expected, Told
from quoteattr.text.marks import FAMILIES
from quoteattr.values import Quote

Extract = Callable[[str], Sequence[Quote]]

_MARKS = str.maketrans(dict.fromkeys((sign for sign in FAMILIES if len(sign) == 1), ""))


class LawError(AssertionError):
    """A text and its quotes are not as they must be; the message shows both and what differs."""


def plain(name: str) -> str:
    """A name without diacritics, marks and differences of spelling, for comparison only.

    >>> plain("صحيفة «الأفق»") == plain("صحيفة الافق")
    True
    """
    return " ".join(fold_words(name.translate(_MARKS).replace("((", "").replace("))", "")))


def assert_found(told: Told, *, extract: Extract = quoteattr.extraction.extract) -> None:
    """Check that an extractor finds in a text the quotes that it was written to hold, and no others.

    Compared are content, kind, fragments, cue, mention and the speaker's name. ``extract`` takes the
    text and returns quotes. Raises LawError, which shows the text, both sides and what differs.

    >>> from quoteattr.testing import Told
    >>> assert_found(Told("أغلق الجسر القديم أمام الشاحنات الثقيلة."))
    """
    quotes = tuple(extract(told.text))
    wrong = [
        f"quote {number}, {name}: {found!r}, not {wanted!r}"
        for number, (quote, expected) in enumerate(zip(quotes, told.quotes, strict=False))
        for name, found, wanted in _differences(quote, expected)
    ]
    if len(quotes) != len(told.quotes):
        wrong.insert(0, f"{len(quotes)} quotes, not {len(told.quotes)}")
    if wrong:
        raise LawError(
            "\n".join(
                [
                    "the quotes are not those that the text was written to hold",
                    *shown("text", told.text, quotes),
                    "written to hold:",
                    *(f"  {expected}" for expected in told.quotes),
                    "differences:",
                    *(f"  {line}" for line in wrong),
                ]
            )
        )


def _differences(quote: Quote, expected: Expected) -> Iterable[tuple[str, object, object]]:
    speaker, cue = quote.speaker, quote.cue
    pairs = (
        ("content", quote.content, expected.content),
        ("kind", quote.kind, expected.kind),
        ("fragments", quote.fragments, expected.fragments),
        ("cue", cue and cue.span, expected.cue),
        ("lemma", cue and cue.lemma, expected.lemma),
        ("mention", speaker and speaker.mention, expected.mention),
        ("speaker", speaker and plain(speaker.name), expected.speaker and plain(expected.speaker)),
    )
    return ((name, found, wanted) for name, found, wanted in pairs if found != wanted)


def shown(label: str, text: str, quotes: Iterable[Quote]) -> list[str]:
    """The lines of a message that show a text and its quotes."""
    lines = [f"{label}: {text!r}"]
    for number, quote in enumerate(quotes):
        cue = quote.cue.span.text if quote.cue else "no cue"
        lines.append(f"  {number}: {quote!r}, {cue}, {quote.speaker!r}")
    return lines
