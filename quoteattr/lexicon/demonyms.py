"""Adjectives made from the names of places (the nisba): ``بريطاني``، ``بحرينية``، ``مصريون``."""

from __future__ import annotations

from quoteattr.lexicon.nouns import NounTable
from quoteattr.values import SpeakerKind

# The endings of the adjective in its genders and numbers, the longest first.
_ENDINGS = ("يتين", "يتان", "يين", "يون", "يات", "يان", "ية", "ي")
_SHORTEST = 2


def is_demonym(nouns: NounTable, form: str) -> bool:
    """Whether a folded, indefinite form is the adjective of a place that the table of nouns holds.

    The name loses its article and its last ة or ا and takes ي: البحرين, بحريني; بريطانيا, بريطاني.
    """
    ending = next((end for end in _ENDINGS if form.endswith(end)), "")
    base = form.removesuffix(ending)
    if not ending or len(base) < _SHORTEST or form.startswith("ال"):
        return False
    names = (base, base + "ا", base + "يا", base + "ة", "ال" + base, "ال" + base + "ة", "ال" + base + "ية")
    entries = (entry for name in names for entry in nouns.get(name, ()))
    return any(len(words) == 1 and head.kind is SpeakerKind.PLACE for words, head, _ in entries)
