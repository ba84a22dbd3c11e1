"""From a referent to the speaker that the caller sees: name, kind, gender, number, anonymity."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.cues.page import Page
from quoteattr.lexicon.contraction import without_clitic
from quoteattr.resolution.referent import Referent
from quoteattr.speakers.phrase import NounPhrase
from quoteattr.text.letters import offset_of_letter
from quoteattr.values import Anonymity, Basis, Entity, Span, Speaker, SpeakerKind


def phrase_span(page: Page, phrase: NounPhrase) -> Span:
    """The span of a phrase, the clitic before it and marks around a bare name left out."""
    first, last = phrase.first, phrase.last
    if first in page.opens and page.opens[first].close == last - 1:
        first, last = first + 1, last - 1
    skip = offset_of_letter(page.tokens.raw(first), phrase.letters) if phrase.letters else 0
    return page.tokens.span(first, last, skip)


def written(page: Page, phrase: NounPhrase) -> str:
    """The words of a phrase in one line, its article whole again after لـ: للوزير is الوزير, للجنة اللجنة."""
    words = " ".join(phrase_span(page, phrase).text.split())
    form = page.forms[phrase.first]
    bare = without_clitic(page.lexicon, page.forms[phrase.first : phrase.last], phrase.letters)
    if phrase.letters == 1 and form.startswith("لل") and bare.startswith("ال"):
        return ("ا" if bare[1:] == form[1:] else "ال") + words
    return words


def speaker_value(
    page: Page,
    referent: Referent | None,
    mention: NounPhrase | None,
    basis: Basis,
    antecedent: NounPhrase | None,
    entities: Sequence[Entity],
) -> Speaker | None:
    """The public value for a referent; None where nobody was found."""
    if referent is None:
        return None
    fullest = written(page, referent.fullest)
    spoken = phrase_span(page, mention) if mention else None
    return Speaker(
        name=_entity_name(page, referent, entities) or fullest,
        mention=spoken,
        antecedent=phrase_span(page, antecedent) if antecedent and antecedent != mention else None,
        kind=referent.kind,
        gender=referent.gender,
        number=referent.number,
        anonymity=_anonymity(referent),
        basis=basis,
    )


def _entity_name(page: Page, referent: Referent, entities: Sequence[Entity]) -> str | None:
    """The name that the caller gives to one of the referent's mentions."""
    for entity in entities:
        for start, end in entity.spans:
            for phrase in referent.phrases:
                span = phrase_span(page, phrase)
                if span.start < end and start < span.end:
                    return entity.name
    return None


def _anonymity(referent: Referent) -> Anonymity:
    """A name or a definite post names; an indefinite post says only so much; a bare source nothing."""
    phrase = referent.fullest
    head = phrase.head
    if head is None or (phrase.named and not head.anonymous) or head.proper:
        return Anonymity.NAMED
    if (
        head.kind in (SpeakerKind.BODY, SpeakerKind.OUTLET, SpeakerKind.DOCUMENT, SpeakerKind.PLACE)
        and not head.anonymous
    ):
        return Anonymity.NAMED
    if phrase.definite and not head.anonymous:
        return Anonymity.NAMED
    return Anonymity.PARTLY if phrase.last - phrase.first > 2 else Anonymity.WHOLLY
