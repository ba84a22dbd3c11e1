"""The quotes of two writings of a text against each other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from quoteattr.testing.oracle import Extract, LawError, plain, shown
from quoteattr.testing.variation import Variation
from quoteattr.values import Quote, Span, Speaker

Place = Callable[[Span], tuple[int, int]]
Rename = Callable[[str], str]

# What of a quote a law looks at. How sure the extractor is and which rule it was, no law does.
SPANS = ("content", "fragments", "cue", "mention", "addressee", "medium", "relayed by")
SPEAKER = ("speaker", "antecedent", "speaker's kind", "gender", "number", "basis", "relay")
CUE = ("lemma", "sense", "form", "modality")
EVERYTHING = frozenset(("kind", "parent", *SPANS, *SPEAKER, *CUE))


def same(name: str) -> str:
    """A name that stays what it is."""
    return name


def parts(quote: Quote, place: Place, rename: Rename = same) -> dict[str, object]:
    """The parts of a quote by name, its spans as ``place`` counts them and its names renamed."""
    cue, speaker = quote.cue, quote.speaker

    def at(span: Span | None) -> tuple[int, int] | None:
        return place(span) if span is not None else None

    def mention(one: Speaker | None) -> tuple[int, int] | None:
        return at(one.mention) if one is not None else None

    def name(one: Speaker | None) -> str | None:
        return plain(rename(one.name)) if one is not None else None

    return {
        "kind": quote.kind.value,
        "parent": quote.parent,
        "content": at(quote.content),
        "fragments": tuple(map(place, quote.fragments)),
        "cue": at(cue.span if cue else None),
        "mention": mention(speaker),
        "addressee": at(quote.addressee),
        "medium": at(quote.medium),
        "relayed by": mention(quote.relay),
        "speaker": name(speaker),
        "antecedent": at(speaker.antecedent if speaker else None),
        "speaker's kind": speaker and speaker.kind.value,
        "gender": speaker and speaker.gender.value,
        "number": speaker and speaker.number.value,
        "basis": speaker and speaker.basis.value,
        "relay": name(quote.relay),
        "lemma": cue and cue.lemma,
        "sense": cue and cue.sense.value,
        "form": cue and cue.form.value,
        "modality": cue and cue.modality.value,
    }


def where(span: Span) -> tuple[int, int]:
    """The code points of a span."""
    return span.start, span.end


def differences(
    wanted: Sequence[dict[str, object]],
    found: Sequence[dict[str, object]],
    looking_at: Collection[str] = EVERYTHING,
) -> list[str]:
    """What differs between the parts of quotes, in words."""
    wrong = [f"{len(found)} quotes, not {len(wanted)}"] if len(found) != len(wanted) else []
    for number, (other, one) in enumerate(zip(found, wanted, strict=False)):
        wrong.extend(
            f"quote {number}, {name}: {other[name]!r}, not {one[name]!r}"
            for name in one
            if name in looking_at and other[name] != one[name]
        )
    return wrong


def assert_same(
    law: str,
    variation: Variation,
    extract: Extract,
    *,
    looking_at: Collection[str] = EVERYTHING,
    rename: Rename = same,
) -> None:
    """Check that both writings of a text have the same quotes in the same places.

    ``rename`` is what the change does to the names of speakers. Raises LawError.
    """
    before, after = extract(variation.before), extract(variation.after)
    wanted = [parts(quote, variation.place, rename) for quote in before]
    complain(law, variation, before, after, differences(wanted, [parts(q, where) for q in after], looking_at))


def complain(
    law: str, variation: Variation, before: Sequence[Quote], after: Sequence[Quote], wrong: Sequence[str]
) -> None:
    """Raise LawError with both texts and their quotes where something is wrong."""
    if wrong:
        lines = [
            f"this must not change what is found: {law}",
            *shown("before", variation.before, before),
            *shown("after", variation.after, after),
            "differences, in code points of the text after:",
            *(f"  {line}" for line in wrong),
        ]
        raise LawError("\n".join(lines))
