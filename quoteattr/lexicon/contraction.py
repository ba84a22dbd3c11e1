"""What a word is without the ل before it: ``للوزير`` is ل and الوزير, ``لليلى`` is ل and ليلى."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.lexicon.lexicon import Lexicon

_CONTRACTED = "لل"
_FEMININE_ADJECTIVES = ("ية", "يا")


def without_clitic(lexicon: Lexicon, words: Sequence[str], letters: int) -> str:
    """The first of folded words without its first ``letters``, an article behind ل whole again.

    The article loses its alef after ل. A noun with a lam of its own loses the article's lam too, so
    that ``للجنة`` is either لجنة or اللجنة: before a genitive it has no article (``للجنة التحقيق``),
    alone or with an adjective it has one (``للجنة العليا``).
    """
    word = words[0][letters:]
    if letters != 1 or not words[0].startswith(_CONTRACTED):
        return word
    own = lexicon.noun((word, *words[1:]))
    if lexicon.is_given_name(word) or (own is not None and own.definite):
        return word  # لليلى، للبنان، للجنتها
    if own is None:
        return "ال" + word[1:]
    following = words[1] if len(words) > 1 else ""
    adjective = lexicon.common.get(following) == "adjective" or following.endswith(_FEMININE_ADJECTIVES)
    return word if following.startswith("ال") and not adjective else "ال" + word
