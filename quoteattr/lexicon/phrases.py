"""Cues that are no verbs, and the phrases that only look like cues: one row a phrase."""

from __future__ import annotations

from attrs import frozen

from quoteattr.lexicon.nouns import fold_words
from quoteattr.lexicon.tables import Place, read_rows, values
from quoteattr.values import Sense

PHRASE_COLUMNS = ("id", "form", "kind", "takes", "speaker_at", "sense", "variants", "ambiguous", "note")
KINDS = frozenset(
    "prep clause relay noun post document medium addressee turn topic distance hearsay name not_cue".split()
)
_PRONOUN_ENDINGS = ("هما", "ها", "هم", "هن", "ه")


@frozen
class Phrase:
    """A fixed phrase: what kind it is, what follows it, and where its speaker stands."""

    ident: str
    form: str
    kind: str
    takes: tuple[str, ...]
    speaker_at: str
    sense: Sense


@frozen
class PhraseForm:
    """One spelling of a phrase, folded; ``pronoun`` is the pronoun that it ends in."""

    words: tuple[str, ...]
    phrase: Phrase
    pronoun: str | None


PhraseTable = dict[str, tuple[PhraseForm, ...]]


def read_phrases(text: str, file: str) -> list[PhraseForm]:
    """The spellings of a table of phrases."""
    forms: list[PhraseForm] = []
    for place, row in read_rows(text, file, PHRASE_COLUMNS):
        if row["kind"] not in KINDS:
            raise Place(file, place.line, "kind").error(
                f"expected one of {', '.join(sorted(KINDS))}, found {row['kind']!r}"
            )
        sense = row["sense"] or "say"
        try:
            meaning = Sense(sense.replace("_", " "))
        except ValueError:
            known = ", ".join(s.value for s in Sense)
            raise Place(file, place.line, "sense").error(
                f"expected one of {known}, found {sense!r}"
            ) from None
        phrase = Phrase(row["id"], row["form"], row["kind"], values(row["takes"]), row["speaker_at"], meaning)
        base = fold_words(row["form"])
        for spelling in (row["form"], *values(row["variants"])):
            words = fold_words(spelling)
            if words[-1] == "ب" and len(words) > 1:
                words = words[:-1]  # written with the next word: ما وصفه بالإرهاب
            forms.append(PhraseForm(words, phrase, _pronoun(words, base, phrase)))
    return forms


def _pronoun(words: tuple[str, ...], base: tuple[str, ...], phrase: Phrase) -> str | None:
    if "pron" not in phrase.takes:
        return None
    for ending in _PRONOUN_ENDINGS:
        if words[-1].endswith(ending) and (words != base or phrase.kind in ("noun", "post", "turn")):
            return ending
    return None


def index_phrases(forms: list[PhraseForm]) -> PhraseTable:
    """The look-up: first word to its spellings, the longest first."""
    table: dict[str, list[PhraseForm]] = {}
    for form in forms:
        table.setdefault(form.words[0], []).append(form)
    return {first: tuple(sorted(known, key=lambda f: -len(f.words))) for first, known in table.items()}
