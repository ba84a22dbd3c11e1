"""People, bodies and documents that a text names without letting them speak there.

A later ``قال المحافظ`` or a bare surname goes back to them, and they may hold the fullest name.
"""

from __future__ import annotations

from collections.abc import Collection

from quoteattr.cues.page import Page
from quoteattr.speakers.phrase import NounPhrase, parse_phrase
from quoteattr.values import Number, SpeakerKind

_CLITICS = "وفلب"
_FEWEST_WORDS = 2


def find_mentions(page: Page, taken: Collection[NounPhrase]) -> list[NounPhrase]:
    """The noun phrases with a known head, outside marks, in reading order.

    ``taken`` are the phrases that are read already; nothing inside them is read again.
    """
    found: list[NounPhrase] = []
    ends = {phrase.first: phrase.last for phrase in taken}
    marked = _marked(page)
    index, end = 0, len(page.tokens)
    while index < end:
        if marked[index] or index in ends:
            index = max(ends.get(index, 0), index + 1)
            continue
        word = page.known[index]
        # Most words are no noun with or without a clitic: asked here, not in a call for each token.
        phrase = _mention_at(page, index, end) if word.nouns or word.joined else None
        if phrase is not None:
            # كتب الوزير، لصحيفة «النهر» وزير الصحة: where a subject was read, another phrase ends
            inside = next(
                (at for at in range(index + 1, phrase.last) if at in ends and page.forms[at - 1] not in "،,"),
                None,
            )
            cut = phrase if inside is None else _mention_at(page, index, inside)
            # الحارس سمير العلوي صاحب الرقم القياسي: who is named already goes on with what he is
            phrase = phrase if cut is not None and cut.kind is SpeakerKind.PERSON and cut.named else cut
        if phrase is None:
            index += 1
            continue
        found.append(phrase)
        index = phrase.last
    return found


def _marked(page: Page) -> bytearray:
    marked = bytearray(len(page.tokens))
    for pair in page.marking.pairs:
        if pair.close - pair.open > 8:
            marked[pair.open : pair.close] = b"\x01" * (pair.close - pair.open)
    return marked


def _mention_at(page: Page, index: int, end: int) -> NounPhrase | None:
    form = page.forms[index]
    if len(form) < 3 or index in page.opens:
        return None
    limit = min(page.sentence_of(index).last, end)
    for letters in (0, 1) if form[0] in _CLITICS else (0,):
        found = page.noun(index, limit, letters)
        if found is None:
            continue
        if found.head.proper:
            return None  # as _tells_who: the phrase would have this head
        phrase = parse_phrase(page, index, limit, letters)
        return phrase if phrase is not None and _tells_who(phrase) else None
    return None


def _tells_who(phrase: NounPhrase) -> bool:
    words = phrase.last - phrase.first
    head = phrase.head
    if head is None or head.proper:
        return False  # a bare name tells nothing that the speaker's own mention does not
    if head.kind is SpeakerKind.PERSON and head.number is Number.SINGULAR:
        return phrase.named
    return words >= _FEWEST_WORDS
