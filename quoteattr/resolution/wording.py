"""The words of a mention, sorted: heads, names, and what describes."""

from __future__ import annotations

from attrs import frozen

from quoteattr.cues.page import Page
from quoteattr.speakers.phrase import NounPhrase
from quoteattr.text.tokens import is_word

# مشجع آخر is not the fan of before, though the nouns are the same.
_OTHER = frozenset("اخر اخري اخرون اخرين ثان ثانية ثالث".split())
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
    other: bool = False


def stem(word: str) -> str:
    """A word without article or contracted preposition."""
    for prefix in ("ال", "لل", "وال", "بال"):
        if word.startswith(prefix) and len(word) > len(prefix) + 1:
            return word[len(prefix) :]
    return word


def name_skeleton(word: str) -> str:
    """The consonants of a name: foreign vowels are written in more than one way (تروس، تراس)."""
    bare = stem(word).translate(_WEAK)
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
    names: list[str] = []
    lemmas: set[str] = set()
    modifiers: list[str] = []
    identity = False
    index = phrase.first
    head_seen = False
    while index < phrase.last:
        form = page.forms[index][phrase.letters if index == phrase.first else 0 :]
        if not is_word(form):
            index += 1
            continue
        classes = page.classes(index)
        if "identity" in classes:
            identity = True
        elif classes & {"preposition", "demonstrative", "address", "kunya"}:
            pass
        else:
            found = page.noun(index, phrase.last, phrase.letters if index == phrase.first else 0)
            words.append(form)
            if found and not found.head.proper:
                lemmas.add(found.head.lemma)
                if head_seen:
                    modifiers.append(form)
                head_seen = True
                for extra in range(index + 1, index + found.words):
                    words.append(page.forms[extra])
                index += found.words
                continue
            if found:
                modifiers.append(form)
                for extra in range(index, index + found.words) if not head_seen else ():
                    names.append(stem(page.forms[extra] if extra != index else form))
                index += found.words
                continue
            if form.startswith("ال") and head_seen:
                modifiers.append(form)
                names.append(stem(form)) if _could_be_surname(form) else None
            else:
                names.append(stem(form))
        index += 1
    names = _compounds(names)
    words = _compounds(words)
    bare = not head_seen
    return Wording(
        tuple(words),
        frozenset(stem(word) for word in words),
        frozenset(names),
        frozenset(lemmas),
        frozenset(modifiers),
        names[-1] if names else "",
        identity,
        bare,
        other=bool(_OTHER.intersection(words)),
    )


def _could_be_surname(form: str) -> bool:
    # الأميركي، الجديدة: adjectives of country and the like name nobody
    return not form.endswith(("ي", "ية", "ة", "ات", "ين", "ون"))
