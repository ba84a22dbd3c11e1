"""Speech without a cue: ``speaker: words``, headlines, and marks left over in a speaker's paragraph."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from quoteattr.cues.page import Page
from quoteattr.rules.contents import Contents
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
_HEADING_LINES, _FARTHEST_COLON = 3, 30
_BULLETS = frozenset("-–—•*■▪")
_DENIALS = frozenset(("لم", "لن", "لا"))
_FUTURE = ("سن", "سي", "ست")


def headline_quotes(page: Page, speakers: Collection[str], drafts: Sequence[Draft]) -> list[Draft]:
    """``فرنسا: نريد حلاً سريعاً للأزمة`` in one of the first lines.

    ``speakers`` holds the folded words of those who speak in the body: a name before a colon is a
    speaker where the text below lets it speak, and a place or a topic otherwise.
    """
    for first, last in page.layout.paragraphs[:_HEADING_LINES]:
        found = _headline(page, first, last, speakers, drafts)
        if found:
            return found
    return []


def _headline(
    page: Page, first: int, last: int, speakers: Collection[str], drafts: Sequence[Draft]
) -> list[Draft]:
    colon = next(
        (at for at in range(first, min(last, first + _FARTHEST_COLON)) if page.forms[at] == ":"), None
    )
    labels = first > page.layout.paragraphs[0][0] and colon is not None and colon + 1 in page.opens
    if colon is None or labels:
        return []
    start = _after_pause(page, first, colon)
    words = [form for form in page.forms[start:colon] if is_word(form)]
    if not words or len(words) > _LONGEST_SPEAKER or last - colon - 1 < _SHORTEST_WORDS:
        return []
    content = colon + 1 + (colon + 1 in page.opens)
    if any(
        draft.first <= content < draft.last or (draft.cue and start <= draft.cue.first < colon)
        for draft in drafts
    ):
        return []
    phrase = _headline_speaker(page, start, colon, last)
    return _headline_words(page, phrase, colon, last, speakers) if phrase is not None else []


def _headline_speaker(page: Page, start: int, colon: int, last: int) -> NounPhrase | None:
    """The phrase before a headline's colon, where nothing but an adjunct stands there too."""
    if page.forms[start] in page.roles["meeting"]:
        return None  # سألنا المزارع: the paper's question follows
    if _is_dateline(page, start, colon):
        return None
    marked = page.opens.get(start)
    if marked is not None and marked.close == colon - 1:
        known = page.noun(start + 1, colon - 1)
        phrase = parse_phrase(page, start + 1 if known else start, colon - 1 if known else colon)
        whole = phrase is not None and phrase.last in (colon - 1, colon)
        return phrase if whole and is_clause(page, colon + 1, last) else None  # «الصحة»: لا إصابات جديدة
    phrase = parse_phrase(page, start, colon)
    if phrase is None or phrase.last == colon:
        return phrase if not any(start <= pair.open < colon for pair in page.marking.pairs) else None
    # مصدر في دمشق لـ«أثر»: …; الشارقة «الخليج»: is the paper's own line
    form = page.forms[phrase.last]
    adjunct = form[0] == "ل" or page.classes(phrase.last) & {"preposition", "adjunct", "time"}
    verbal = any(page.acting(at) or at in page.cue_at for at in range(phrase.last, colon))
    return phrase if (phrase.heads or phrase.named) and adjunct and not verbal else None


def _is_dateline(page: Page, start: int, colon: int) -> bool:
    """``القاهرة - «الخليج»:``، ``غزة، وكالات:``: a place and who reports from there."""
    first = next(begin for begin, end in page.layout.paragraphs if begin <= start < end)
    place = page.noun(first, colon)
    placed = place is not None and place.head.kind is SpeakerKind.PLACE and first + place.words < colon
    signs = any(page.forms[at] in '-–—،,«"' for at in range(first, colon))
    return page.forms[colon - 1] == "وكالات" or (placed and signs and start > first)


def _headline_words(
    page: Page, phrase: NounPhrase, colon: int, last: int, speakers: Collection[str]
) -> list[Draft]:
    """The words after a headline's colon, where the phrase before it is one that speaks."""
    pair = page.opens.get(colon + 1)
    whole = pair is not None and pair.close >= last - 2
    titled = phrase.kind is SpeakerKind.PERSON and bool(phrase.heads)
    in_marks = page.closes.get(colon - 1) is not None and phrase.first <= page.closes[colon - 1].open + 1
    if not (in_marks or (whole and titled) or _speaks(page, phrase, colon, last, speakers)):
        return []
    if pair is None or not whole:
        return [Draft("headline", Kind.DIRECT, None, colon + 1, last, (), phrase, Basis.HEADING)]
    return [Draft("headline", Kind.DIRECT, None, pair.open + 1, pair.close, (pair,), phrase, Basis.HEADING)]


def _after_pause(page: Page, first: int, colon: int) -> int:
    for index in range(colon - 1, first - 1, -1):
        if page.forms[index] in ("..", "...", "…", "-", "–", "—", "،", "؟", "!", "."):
            return index + 1
    return first


def _speaks(page: Page, phrase: NounPhrase, colon: int, last: int, speakers: Collection[str]) -> bool:
    first, head = colon + 1, phrase.head
    if phrase.kind is SpeakerKind.PLACE:
        # A place speaks where a government says "we"; else it is where something happened.
        return page.forms[first].startswith(("ن", "سن", "لن")) and page.noun(first, first + 1) is None
    if head is not None and not phrase.named and head.lemma in page.roles["headline_source"]:
        return last - first >= _SHORTEST_TITLE or is_clause(page, first, last)
    speaks = (SpeakerKind.PERSON, SpeakerKind.BODY, SpeakerKind.OUTLET, SpeakerKind.GROUP)
    asked = page.forms[last - 1] in "؟?" and phrase.kind is SpeakerKind.BODY  # النظام: من يخدع من؟
    if head is not None and phrase.heads and phrase.kind in speaks and is_clause(page, first, last):
        return not asked
    # زلزال ساريا: an official of that place speaks below, the earthquake does not
    unknown = phrase.names or range(phrase.first, phrase.last)
    spoken = [page.forms[index] in speakers for index in unknown if is_word(page.forms[index])]
    return bool(spoken) and all(spoken) and "preposition" not in page.classes(phrase.first)


def is_clause(page: Page, first: int, last: int) -> bool:
    """Whether the words of a headline are a clause: a title of posts and works is none.

    A clause has a verb, or a subject that is definite (``الوضع كارثي``، ``هدفنا الفوز``).
    """
    form = page.forms[first]
    if form in page.roles["first_person"] or form in page.roles["speech_particle"]:
        return True
    if (form.startswith("ال") or form.endswith("نا")) and last - first >= _SHORTEST_WORDS:
        return True
    return any(
        _opens_clause(page, index)
        or page.forms[index] in page.lexicon.verb_forms
        or page.acting(index)
        or is_imperfect(page, index)
        for index in range(first, last)
    )


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
        opened = next((at for at in range(start, colon) if page.forms[at] == "("), colon)
        bracket = page.forms[colon - 1] == ")" and opened < colon
        phrase = parse_phrase(page, start, opened if bracket else colon)
        if (
            phrase is None
            or phrase.last != (opened if bracket else colon)
            or phrase.kind is SpeakerKind.DOCUMENT
        ):
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
    spoken = min((draft.cue.first for draft in drafts if draft.cue), default=None)
    contents = Contents.of(drafts)
    heading = page.layout.paragraphs[0] if page.layout.paragraphs else (0, 0)
    for pair in page.marking.pairs:
        if pair.open in claimed:
            continue
        words = speech_words(page, pair)
        if words == 0:
            refused.append((pair.open, pair.close, "nothing between the marks"))
        elif contents.holding(pair.open):
            refused.append((pair.open, pair.close, "inside words that are attributed already"))
        elif is_titled(page, pair):
            refused.append((pair.open, pair.close, "a title in two parts"))
        elif is_named(page, pair) or names_what_follows(page, pair.open):
            refused.append((pair.open, pair.close, "a name, after a noun that names follow"))
        elif heading[0] <= pair.open < heading[1]:
            refused.append((pair.open, pair.close, "a heading in marks"))
        elif words < _LONG_MARKS:
            refused.append((pair.open, pair.close, "short marks without a cue: a name, a term or a heading"))
        elif spoken is None or spoken >= pair.open:
            refused.append((pair.open, pair.close, "nobody has spoken before these marks"))
        else:
            found.append(
                Draft(
                    "neighbour", Kind.DIRECT, None, pair.open + 1, pair.close, (pair,), None, Basis.NEIGHBOUR
                )
            )
    return found, refused
