"""What the case corpus and the example articles are both judged by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest

import quoteattr
from quoteattr import Quote, Span

Wanted = dict[str, Any]
_EDGE = " \t\n\"'«»“”„‟‹›‘’()[]﴾﴿.,،؛:!؟?…-–—"


def pytest_configure(config: pytest.Config) -> None:
    # Where libcst is installed, Hypothesis imports it to report a failure, and that import warns: as an
    # error the warning would end the whole run before it says which example failed.
    config.addinivalue_line("filterwarnings", "ignore:mypy_extensions:DeprecationWarning")


@pytest.fixture(scope="session")
def problems() -> Callable[..., list[str]]:
    """What a case finds wrong, in words; nothing where all is as it wants."""
    return find_problems


@pytest.fixture(scope="session")
def is_found() -> Callable[[Wanted, str], bool]:
    """Whether one wanted quote is found in a text."""
    return lambda wanted, text: any(matches(quote, wanted, text) for quote in quoteattr.extract(text))


@pytest.fixture(scope="session")
def taken_for_speech() -> Callable[[str, str], bool]:
    """Whether a marked span of a text is a fragment of some quote."""
    return lambda marked, text: is_fragment(marked, text, quoteattr.extract(text))


@pytest.fixture(scope="session")
def spans() -> Callable[[Quote], list[Span]]:
    """Every span of a quote, those of its speakers and its cue included."""
    return all_spans


def all_spans(quote: Quote) -> list[Span]:
    people = [speaker for speaker in (quote.speaker, quote.relay) if speaker is not None]
    named = [span for speaker in people for span in (speaker.mention, speaker.antecedent)]
    own = (quote.addressee, quote.medium, quote.cue.span if quote.cue else None)
    return [quote.content, *quote.fragments, *(span for span in (*own, *named) if span is not None)]


def find_problems(case: dict[str, Any], *, others_allowed: bool = False) -> list[str]:
    text = case["text"]
    quotes = quoteattr.extract(text)
    found: list[str] = []
    left = [*quotes]
    for wanted in case["quotes"]:
        hit = next((quote for quote in left if matches(quote, wanted, text)), None)
        if hit is None:
            found.append(f"missing: {wanted}")
        else:
            left.remove(hit)
    if not others_allowed:
        found.extend(
            f"not wanted: {quote!r} by {quote.rule}, cue {quote.cue}, {quote.speaker}, {quote.fragments}"
            for quote in left
        )
    found.extend(f"taken for speech: {span}" for span in case["refused"] if is_fragment(span, text, quotes))
    return found


def matches(quote: Quote, wanted: Wanted, text: str) -> bool:
    """Whether a quote is the one that a case wants: content, kind, fragments, speaker, cue."""
    content = quote.content.text.strip(_EDGE)
    fragments = [fragment.text.strip(_EDGE) for fragment in quote.fragments]
    if content != wanted["content"].strip(_EDGE) or quote.kind.value != wanted["kind"]:
        return False
    if fragments != [fragment.strip(_EDGE) for fragment in wanted["fragments"]] and fragments != [content]:
        return False
    if wanted["speaker"] is None:
        return quote.speaker is None
    if quote.speaker is None or _plain(wanted["speaker"]) not in _plain(quote.speaker.name):
        return False
    mention = quote.speaker.mention
    if (mention is None) != (wanted["mention"] is None):
        return False
    if mention is not None and mention.text.strip(_EDGE) != wanted["mention"].strip(_EDGE):
        return False
    if "modality" in wanted and (quote.cue is None or quote.cue.modality.value != wanted["modality"]):
        return False
    if "relay" in wanted and (quote.relay is None or wanted["relay"] not in quote.relay.name):
        return False
    if wanted["cue"] is None:
        return True
    return quote.cue is not None and _near(text, quote.cue.span.start, quote.cue.span.end, wanted["cue"])


def is_fragment(marked: str, text: str, quotes: tuple[Quote, ...]) -> bool:
    bare = marked.strip(_EDGE)
    start = text.index(bare)
    return any(
        (start, start + len(bare)) == _bare(text, fragment.start, fragment.end)
        for quote in quotes
        for fragment in quote.fragments
    )


def _plain(text: str) -> str:
    """A text without harakat and tatweel, its blanks made one."""
    bare = "".join(c for c in text if unicodedata.category(c) != "Mn" and c != "ـ")
    return re.sub(r"\s+", " ", bare)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def _near(text: str, start: int, end: int, cue: str) -> bool:
    """Two words of speech for one act (رد قائلاً) are one cue: either is right."""
    places = [found.span() for found in re.finditer(re.escape(cue), text)]
    return any(max(start, first) - min(end, last) <= 12 for first, last in places)
