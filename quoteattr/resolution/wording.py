"""The words of a mention, sorted: heads, names, and what describes."""

from __future__ import annotations

from functools import lru_cache

from attrs import frozen

from quoteattr.cues.page import Page
from quoteattr.lexicon.contraction import without_clitic
from quoteattr.speakers.phrase import NounPhrase
from quoteattr.text.tokens import is_word

_SHORTEST_NAME = 4
_PREFIXES = ("ال", "لل", "وال", "بال")
_WEAK = str.maketrans("", "", "اويءة")


@frozen
class Wording:
    """A mention's words, folded, the article left out of the ``stems``.

    ``names`` are the words that are no known noun, ``modifiers`` what stands beside the head noun;
    ``identity`` tells that ذاته or نفسه follows; ``bare`` that the mention is a name and no more.
    """

    words: tuple[str, ...]
    stems: frozenset[str]
    names: frozenset[str]
    lemmas: frozenset[str]
    modifiers: frozenset[str]
    last_name: str
    identity: bool
    bare: bool
    other: bool


def stem(word: str) -> str:
    """A word without article or contracted preposition."""
    if not word.startswith(_PREFIXES):
        return word
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) > len(prefix) + 1:
            return word[len(prefix) :]
    return word


def same_spelt(name: str, other: str) -> bool:
    """Whether two spellings are one foreign name: vowels and doubling vary (تروس/تراس، ميلر/ميللر).

    Only one letter may differ, and it must be a weak or a doubled one.
    """
    first, second = stem(name), stem(other)
    if (
        first[:1] != second[:1]
        or abs(len(first) - len(second)) > 1
        or min(len(first), len(second)) < _SHORTEST_NAME
    ):
        return False
    differing = sum(1 for one, two in zip(first, second, strict=False) if one != two)
    return _skeleton(first) == _skeleton(second) and (differing <= 1 or len(first) != len(second))


@lru_cache(maxsize=1 << 14)
def spelling_key(name: str) -> str:
    """What all spellings of a foreign name share (see ``same_spelt``)."""
    return _skeleton(stem(name))


def _skeleton(word: str) -> str:
    bare = word.translate(_WEAK)
    return "".join(letter for at, letter in enumerate(bare) if at == 0 or letter != bare[at - 1])


def _compounds(words: list[str]) -> list[str]:
    """Names with عبد as one word, apart or together: عبد الله is عبدالله."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] == "عبد":
            joined[-1] = "عبدال" + stem(word)
        else:
            joined.append(word)
    return joined


def same_modifier(word: str, other: str) -> bool:
    """Whether two describing words go together: صيني and الصين, فرنسية and فرنسي."""
    first, second = stem(word), stem(other)
    shared = min(len(first), len(second), 4)
    return shared >= 3 and first[:shared] == second[:shared]


def read_wording(page: Page, phrase: NounPhrase) -> Wording:
    """Sort the words of a mention."""
    words: list[str] = []
    modifiers: list[str] = []
    identity = False
    for index in range(phrase.first, phrase.last):
        form = _own_form(page, phrase, index)
        classes = page.lexicon.classes(form)
        if "identity" in classes or form in page.roles["same"]:
            identity = True
        elif is_word(form) and not classes & {"preposition", "demonstrative"}:
            words.append(form)
            if index not in phrase.names and index not in phrase.heads and "address" not in classes:
                modifiers.append(form)
    names = _compounds(
        [stem(_own_form(page, phrase, index)) for index in phrase.names if _is_naming(page, index)]
    )
    if _of_another(page, phrase):
        names = []
    lemmas = frozenset(
        found.head.lemma
        for index in phrase.heads
        if (found := page.noun(index, phrase.last, phrase.letters if index == phrase.first else 0))
    )
    if not names and phrase.head is None:
        names = [stem(word) for word in words]  # الأسمر: a surname with the article
    return Wording(
        tuple(words),
        frozenset(stem(word) for word in words),
        frozenset(names),
        lemmas,
        frozenset(modifiers),
        names[-1] if names else "",
        identity,
        bare=not lemmas,
        other=bool(page.roles["another"].intersection(words)),
    )


def _own_form(page: Page, phrase: NounPhrase, index: int) -> str:
    letters = phrase.letters if index == phrase.first else 0
    return without_clitic(page.lexicon, page.forms[index : phrase.last], letters)


def _is_naming(page: Page, index: int) -> bool:
    return "kunya" not in page.classes(index) or page.forms[index] == "عبد"


def _of_another(page: Page, phrase: NounPhrase) -> bool:
    """Whether the names in a phrase are those of a genitive: ``شقيقة الصحفي سامر``، ``محامي سامر``."""
    form = _own_form(page, phrase, phrase.first)
    construct = form in page.roles["kin"] and page.noun(phrase.first, phrase.last, phrase.letters) is not None
    return construct and phrase.first + 1 < phrase.last and is_word(page.forms[phrase.first + 1])
