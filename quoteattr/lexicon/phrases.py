"""Cues that are no verbs, and the phrases that only look like cues: one row a phrase."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from quoteattr.lexicon.tables import Place, Row, fold_words, read_rows, values
from quoteattr.lexicon.verbs import COMPLEMENTS, SENSES
from quoteattr.values import Sense

PHRASE_COLUMNS = ("id", "form", "kind", "takes", "speaker_at", "sense", "variants", "ambiguous", "note")
KINDS = {
    name: name
    for name in (
        "prep clause relay noun post document medium addressee turn topic distance hearsay name not_cue"
    ).split()
}
# What follows: a noun (np_gen), a pronoun, a verb of speech, a clause, or what follows a verb.
_TAKES = COMPLEMENTS | {"np_gen", "ma3a_np", "pron", "verb", "clause"}
_SPEAKER_AT = {name: name for name in ("after", "before", "governor", "next", "none", "subject")}
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


# First word to second word, empty where there is none, to the spellings: a hundred phrases begin with في.
PhraseTable = dict[str, dict[str, tuple[PhraseForm, ...]]]


def read_phrases(text: str, file: str) -> tuple[PhraseForm, ...]:
    """The spellings of a table of phrases. Raises LexiconError naming file, line and column."""
    return tuple(
        form for place, row in read_rows(text, file, PHRASE_COLUMNS) for form in _spellings(place, row)
    )


def _spellings(place: Place, row: Row) -> Iterator[PhraseForm]:
    phrase = Phrase(
        ident=row["id"],
        form=row["form"],
        kind=place.one_of("kind", row["kind"], KINDS),
        takes=place.codes("takes", row["takes"], _TAKES),
        speaker_at=place.one_of("speaker_at", row["speaker_at"], _SPEAKER_AT),
        sense=place.one_of("sense", row["sense"] or "say", SENSES),
    )
    place.expect_word("form", phrase.form)
    base = fold_words(phrase.form)
    yield _form(base, base, phrase)
    for spelling in values(row["variants"]):
        place.expect_word("variants", spelling)
        yield _form(fold_words(spelling), base, phrase)


def _form(words: tuple[str, ...], base: tuple[str, ...], phrase: Phrase) -> PhraseForm:
    if words[-1] == "ب" and len(words) > 1:
        words = words[:-1]  # written with the next word: ما وصفه بالإرهاب
    return PhraseForm(words, phrase, _pronoun(words, base, phrase))


def _pronoun(words: tuple[str, ...], base: tuple[str, ...], phrase: Phrase) -> str | None:
    if "pron" not in phrase.takes:
        return None
    for ending in _PRONOUN_ENDINGS:
        if words[-1].endswith(ending) and (words != base or phrase.kind in ("noun", "post", "turn")):
            return ending
    return None


def index_phrases(forms: Iterable[PhraseForm]) -> PhraseTable:
    """The look-up: first word, then second word, to the spellings, the longest first."""
    table: dict[str, dict[str, list[PhraseForm]]] = {}
    for form in forms:
        second = form.words[1] if len(form.words) > 1 else ""
        table.setdefault(form.words[0], {}).setdefault(second, []).append(form)
    return {
        first: {second: tuple(sorted(known, key=lambda f: -len(f.words))) for second, known in more.items()}
        for first, more in table.items()
    }
