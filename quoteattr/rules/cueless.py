"""Speech without a cue: ``speaker: words``, headlines, and marks left over in a speaker's paragraph."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from quoteattr.cues.page import Page
from quoteattr.rules.naming import is_named, is_titled, names_what_follows, speech_words
from quoteattr.rules.rule import Draft
from quoteattr.speakers.phrase import NounPhrase, parse_phrase
from quoteattr.speakers.shape import NOMINAL, is_imperfect
from quoteattr.text.tokens import is_word
from quoteattr.values import Basis, Kind, SpeakerKind

_LONGEST_SPEAKER = 8
_SHORTEST_WORDS = 3
_LONG_MARKS = 8
_SHORTEST_TITLE = 5
_LONGEST_LABEL = 12
_BULLETS = frozenset("-–—•*■▪")
_DENIALS = frozenset(("لم", "لن", "لا"))
_FUTURE = ("سن", "سي", "ست")


def headline_quotes(page: Page, speakers: Collection[str], drafts: Sequence[Draft]) -> list[Draft]:
    """``روسيا: نرغب في تسوية الأزمة`` in the first paragraph.

    ``speakers`` holds the folded words of those who speak in the body: a name before a colon is a
    speaker where the text below lets it speak, and a place or a topic otherwise.
    """
    if not page.layout.paragraphs:
        return []
    first, last = page.layout.paragraphs[0]
    for index in range(first, min(last, first + 30)):
        if page.forms[index] != ":":
            continue
        start = _after_pause(page, first, index)
        words = [form for form in page.forms[start:index] if is_word(form)]
        if not words or len(words) > _LONGEST_SPEAKER or last - index - 1 < _SHORTEST_WORDS:
            return []
        if any(
            draft.first <= index + 1 < draft.last or (draft.cue and start <= draft.cue.first < index)
            for draft in drafts
        ):
            return []
        phrase = _headline_speaker(page, start, index)
        return _headline_words(page, phrase, index, last, speakers) if phrase is not None else []
    return []


def _headline_speaker(page: Page, start: int, colon: int) -> NounPhrase | None:
    """The phrase before a headline's colon, where nothing else stands there."""
    if page.forms[start] in page.roles["meeting"]:
        return None  # سألنا المزارع: the paper's question follows
    marked = page.opens.get(start)
    if marked is not None and marked.close == colon - 1 and page.noun(start + 1, colon - 1):
        phrase = parse_phrase(page, start + 1, colon - 1)  # «الصحة»: لا إصابات جديدة
        clause = _opens_clause(page, colon + 1)
        return phrase if phrase is not None and phrase.last == colon - 1 and clause else None
    if any(start <= pair.open < colon for pair in page.marking.pairs):
        return None  # الشارقة «الخليج»: the paper's own line
    phrase = parse_phrase(page, start, colon)
    return phrase if phrase is not None and phrase.last == colon else None


def _headline_words(
    page: Page, phrase: NounPhrase, colon: int, last: int, speakers: Collection[str]
) -> list[Draft]:
    """The words after a headline's colon, where the phrase before it is one that speaks."""
    pair = page.opens.get(colon + 1)
    whole = pair is not None and pair.close >= last - 2
    titled = phrase.kind is SpeakerKind.PERSON and bool(phrase.heads)
    in_marks = phrase.last < colon
    if not (in_marks or (whole and titled) or _speaks(page, phrase, speakers)):
        return []
    if pair is None or not whole:
        return [Draft("headline", Kind.DIRECT, None, colon + 1, last, (), phrase, Basis.HEADING)]
    return [Draft("headline", Kind.DIRECT, None, pair.open + 1, pair.close, (pair,), phrase, Basis.HEADING)]


def _after_pause(page: Page, first: int, colon: int) -> int:
    for index in range(colon - 1, first - 1, -1):
        if page.forms[index] in ("..", "...", "…", "-", "–", "—", "،", "؟", "!", "."):
            return index + 1
    return first


def _speaks(page: Page, phrase: NounPhrase, speakers: Collection[str]) -> bool:
    if phrase.kind is SpeakerKind.PLACE:
        # A place speaks where a government says "we"; else it is where something happened.
        return (
            page.forms[phrase.last + 1].startswith(("ن", "سن", "لن"))
            and page.noun(phrase.last + 1, phrase.last + 2) is None
        )
    if phrase.head is not None and not phrase.named and phrase.head.lemma in page.roles["headline_source"]:
        return page.layout.paragraphs[0][1] - phrase.last > _SHORTEST_TITLE
    if (
        phrase.kind is SpeakerKind.PERSON
        and phrase.head is not None
        and phrase.heads
        and _has_verb(page, phrase.last + 1)
    ):
        return True
    if phrase.kind in (SpeakerKind.BODY, SpeakerKind.OUTLET, SpeakerKind.GROUP) and _opens_clause(
        page, phrase.last + 1
    ):
        return True
    # زلزال ساريا: an official of that place speaks below, the earthquake does not
    unknown = phrase.names or range(phrase.first, phrase.last)
    spoken = [page.forms[index] in speakers for index in unknown if is_word(page.forms[index])]
    return bool(spoken) and all(spoken) and "preposition" not in page.classes(phrase.first)


def _has_verb(page: Page, first: int) -> bool:
    """Whether the headline after a colon is a clause: a title of posts and works has no verb."""
    last = page.layout.paragraphs[0][1]
    for index in range(first, last):
        form = page.forms[index]
        if _opens_clause(page, index) or form in page.lexicon.verbs:
            return True
        if is_imperfect(page, index):
            return True
    return False


def _opens_clause(page: Page, index: int) -> bool:
    """``لا إصابات جديدة``، ``ستُفتح الطريق``; not ``سيرة موجزة``."""
    form = page.forms[index]
    future = form.startswith(_FUTURE) and len(form) > 4 and not form.endswith(NOMINAL)
    return form in _DENIALS or (future and page.noun(index, index + 1) is None)


def labelled_marks(page: Page, claimed: Collection[int]) -> list[Draft]:
    """``سامي نجار: "نحن جاهزون"`` as a paragraph of the body: the name before the colon speaks."""
    found: list[Draft] = []
    for first, last in page.layout.paragraphs[1:]:
        start = first
        while start < last and page.forms[start] in _BULLETS:
            start += 1
        colon = next(
            (at for at in range(start, min(start + _LONGEST_LABEL, last)) if page.forms[at] == ":"), None
        )
        pair = page.opens.get(colon + 1) if colon is not None else None
        if (
            colon is None
            or pair is None
            or pair.open in claimed
            or speech_words(page, pair) < _SHORTEST_WORDS
        ):
            continue
        phrase = parse_phrase(page, start, colon)
        bracket = page.forms[colon - 1] == ")" and phrase is not None and page.forms[phrase.last] == "("
        if phrase is None or not (phrase.last == colon or bracket) or phrase.kind is SpeakerKind.DOCUMENT:
            continue
        if phrase.head is not None or phrase.named:
            found.append(
                Draft("label", Kind.DIRECT, None, pair.open + 1, pair.close, (pair,), phrase, Basis.MENTION)
            )
    return found


def signed_marks(page: Page, claimed: Collection[int]) -> list[Draft]:
    """``«ربحنا احترام الجميع» – الحارس فابيو ماركيز``: words, a dash and the name of the speaker."""
    found: list[Draft] = []
    for pair in page.marking.pairs:
        dash = pair.close + 1
        if pair.open in claimed or not pair.closed or dash + 1 >= len(page.tokens):
            continue
        if page.forms[dash] not in ("-", "–", "—") or speech_words(page, pair) < _SHORTEST_WORDS:
            continue
        last = page.sentence_of(dash).last
        phrase = parse_phrase(page, dash + 1, last)
        if phrase is None or not phrase.named or phrase.kind is not SpeakerKind.PERSON:
            continue
        found.append(
            Draft("signed", Kind.DIRECT, None, pair.open + 1, pair.close, (pair,), phrase, Basis.MENTION)
        )
    return found


def leftover_marks(
    page: Page, drafts: Sequence[Draft], claimed: Collection[int]
) -> tuple[list[Draft], list[tuple[int, int, str]]]:
    """Marks that no cue took: long ones belong to the one who speaks there, others are refused."""
    found: list[Draft] = []
    refused: list[tuple[int, int, str]] = []
    spoken = sorted(draft.cue.first for draft in drafts if draft.cue)
    heading = page.layout.paragraphs[0] if page.layout.paragraphs else (0, 0)
    for pair in page.marking.pairs:
        if pair.open in claimed:
            continue
        words = speech_words(page, pair)
        inside = next((draft for draft in drafts if draft.first <= pair.open < draft.last), None)
        if words == 0:
            refused.append((pair.open, pair.close, "nothing between the marks"))
        elif inside is not None:
            refused.append((pair.open, pair.close, "inside words that are attributed already"))
        elif is_titled(page, pair):
            refused.append((pair.open, pair.close, "a title in two parts"))
        elif is_named(page, pair) or names_what_follows(page, pair.open):
            refused.append((pair.open, pair.close, "a name, after a noun that names follow"))
        elif heading[0] <= pair.open < heading[1]:
            refused.append((pair.open, pair.close, "a heading in marks"))
        elif words < _LONG_MARKS:
            refused.append((pair.open, pair.close, "short marks without a cue: a name, a term or a heading"))
        elif not any(at < pair.open for at in spoken):
            refused.append((pair.open, pair.close, "nobody has spoken before these marks"))
        else:
            found.append(
                Draft(
                    "neighbour", Kind.DIRECT, None, pair.open + 1, pair.close, (pair,), None, Basis.NEIGHBOUR
                )
            )
    return found, refused
