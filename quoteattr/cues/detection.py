"""Finding the words that may introduce speech; what stands around them is judged later."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from quoteattr.lexicon.inflection import VerbForm
from quoteattr.lexicon.lexicon import Lexicon
from quoteattr.lexicon.phrases import Phrase, PhraseForm
from quoteattr.text.letters import offset_of_letter
from quoteattr.text.tokens import Tokens
from quoteattr.values import Form, Gender, Number, Sense

_CONJUNCTIONS = ("و", "ف")
_SHORTEST = 2
_PAIR = 2
_PHRASE_FORMS = {
    "prep": Form.PREPOSITION,
    "relay": Form.PREPOSITION,
    "clause": Form.CLAUSE,
    "noun": Form.VERBAL_NOUN,
    "post": Form.VERBAL_NOUN,
    "document": Form.VERB,
}


@frozen
class CueMatch:
    """A word or phrase of the text that the lexicon knows as a cue, or as the look-alike of one.

    ``first`` and ``last`` are token indices, half open; ``letters`` counts the folded letters of
    the ``clitic`` before it. A verb has ``readings``, a fixed phrase its ``phrase`` and the lemma of
    the verb inside it.
    """

    first: int
    last: int
    clitic: str
    readings: tuple[VerbForm, ...] = ()
    phrase: Phrase | None = None
    pronoun: str | None = None
    verb_lemma: str = ""

    @property
    def letters(self) -> int:
        """How many folded letters its clitic has."""
        return len(self.clitic)

    @property
    def form(self) -> Form:
        """Its grammatical form, by its first reading."""
        if self.readings:
            return self.readings[0].form
        return _PHRASE_FORMS.get(self.phrase.kind, Form.NOUN) if self.phrase else Form.NOUN

    @property
    def kind(self) -> str:
        """The kind of a fixed phrase; empty for a verb."""
        return self.phrase.kind if self.phrase else ""

    @property
    def sense(self) -> Sense:
        """What it says of the act of speech."""
        if self.readings:
            return self.readings[0].verb.sense
        return self.phrase.sense if self.phrase else Sense.SAY

    @property
    def lemma(self) -> str:
        """Its dictionary form."""
        if self.readings:
            return self.readings[0].verb.lemma
        return self.verb_lemma or (self.phrase.form if self.phrase else "")

    @property
    def gender(self) -> Gender:
        """The gender that it agrees with, or that its pronoun has."""
        return self.readings[0].gender if self.readings else _pronoun_gender(self.pronoun)

    @property
    def number(self) -> Number:
        """The number that it agrees with, or that its pronoun has."""
        return self.readings[0].number if self.readings else _pronoun_number(self.pronoun)

    @property
    def homograph(self) -> bool:
        """Whether the word is often something else, in every reading."""
        return bool(self.readings) and all(reading.homograph for reading in self.readings)

    @property
    def complements(self) -> frozenset[str]:
        """The codes of what its verb takes, in every reading: ``anna``, ``3ala_np``; none for a phrase."""
        return frozenset(code for reading in self.readings for code in reading.verb.complements)

    def governs(self, preposition: str) -> bool:
        """Whether its verb takes a complement with the preposition of a code: ``3ala_``, ``bi_``."""
        return any(code.startswith(preposition) for code in self.complements)

    def asks_of(self, preposition: str) -> bool:
        """Whether its verb names whom it turns to with the preposition of a code: ``min`` of طلب من."""
        return any(
            preposition in (*reading.verb.addressee, *reading.verb.target, *reading.verb.source)
            for reading in self.readings
        )

    @property
    def ident(self) -> str:
        """The id of a fixed phrase; empty for a verb."""
        return self.phrase.ident if self.phrase else ""

    @property
    def takes_li(self) -> bool:
        """Whether ل stands before the noun after it: وفقاً للوزارة."""
        return self.phrase is not None and "li_np" in self.phrase.takes

    @property
    def finite(self) -> bool:
        """Whether it is a verb with a tense."""
        return self.form in (Form.VERB, Form.PASSIVE) and bool(self.readings)


def _pronoun_gender(pronoun: str | None) -> Gender:
    if pronoun in ("ها", "هن"):
        return Gender.FEMININE
    return Gender.MASCULINE if pronoun in ("ه", "هم") else Gender.UNKNOWN


def _pronoun_number(pronoun: str | None) -> Number:
    if pronoun is None:
        return Number.UNKNOWN
    return {"هم": Number.PLURAL, "هن": Number.PLURAL, "هما": Number.DUAL}.get(pronoun, Number.SINGULAR)


def find_cues(tokens: Tokens, lexicon: Lexicon) -> tuple[CueMatch, ...]:
    """All cues and look-alikes of a text in order; none overlaps another."""
    found: list[CueMatch] = []
    forms, verbs, phrases = tokens.forms, lexicon.verb_forms, lexicon.phrase_forms
    words, end = map(lexicon.vocabulary.__getitem__, forms), 0
    for index in [index for index, word in enumerate(words) if word.leads]:
        form = forms[index]
        if index < end or len(form) < _SHORTEST:
            continue
        match = _phrase_at(forms, index, "", form, lexicon)
        if match is not None and match.kind == "name" and form in verbs and tokens.raw(index)[-1] == "ي":
            match = None  # يدعي الوزير أن; but رجل يدعى سمير
        if match is not None and _lacks_preposition(forms, match):
            match = None
        if match is None and form in verbs:
            match = CueMatch(index, index + 1, "", verbs[form], None, verbs[form][0].pronoun)
        if match is None:
            match = _with_clitic(forms, index, form, lexicon)
        elif match.phrase is None and form[0] in _CONJUNCTIONS and form[1:] in phrases:
            match = _phrase_at(forms, index, form[0], form[1:], lexicon) or match
        if match is not None and not (
            lexicon.vocabulary[form].given and _is_name(tokens, match, found, lexicon)
        ):
            found.append(match)
            end = match.last
    return tuple(found)


def _lacks_preposition(forms: tuple[str, ...], match: CueMatch) -> bool:
    """Whether a phrase names only behind ب, which is not there: الشهير بـ«…», but المذيع الشهير سامر."""
    bound = match.kind == "name" and match.phrase is not None and "bi_np" in match.phrase.takes
    return bound and not (match.last < len(forms) and forms[match.last].startswith("ب"))


def _is_name(tokens: Tokens, match: CueMatch, found: Sequence[CueMatch], lexicon: Lexicon) -> bool:
    """Whether a word that is a given name too stands where a name does, and no verb.

    Right after a verb of speech (``قالت نادين``, two verbs do not follow each other) or a title
    (``الوزير مدحت منصور``).
    """
    at = match.first
    before = tokens.forms[at - 1] if at else ""
    if match.kind == "name" and tokens.forms[at + 1 : at + 2] and tokens.forms[at + 1].startswith("ال"):
        return False  # تحدث باسم الوفد; but قال باسم منصور
    cue = found[-1] if found and found[-1].last == at else None
    if cue is not None and cue.finite and not cue.homograph:
        return True
    titles = lexicon.vocabulary[before].nouns if before.startswith("ال") else ()
    return any(not following and noun.head.title for following, noun in titles)


def _phrase_at(
    forms: tuple[str, ...], index: int, clitic: str, first: str, lexicon: Lexicon
) -> CueMatch | None:
    known = lexicon.phrase_forms.get(first)
    if known is None:
        return None
    following = forms[index + 1] if index + 1 < len(forms) else ""
    for phrase in known.get(following, ()) if following else ():
        length = len(phrase.words)
        if length == _PAIR or forms[index + 1 : index + length] == phrase.words[1:]:
            return _phrase_match(phrase, index, clitic, lexicon)
    alone = known.get("")
    return _phrase_match(alone[0], index, clitic, lexicon) if alone else None


def _phrase_match(known: PhraseForm, index: int, clitic: str, lexicon: Lexicon) -> CueMatch:
    lemma = _verb_inside(known, lexicon) if known.phrase.kind in ("noun", "post", "document") else ""
    return CueMatch(index, index + len(known.words), clitic, (), known.phrase, known.pronoun, lemma)


def _verb_inside(known: PhraseForm, lexicon: Lexicon) -> str:
    """The lemma of the verb in a fixed phrase: قال for قوله, أضاف for قبل أن يضيف."""
    for word in reversed(known.words):
        for bare in (word, word.removeprefix("ب"), word.removeprefix("بال"), word.removeprefix("ال")):
            if bare in lexicon.verb_forms:
                return lexicon.verb_forms[bare][0].verb.lemma
    return ""


def _with_clitic(forms: tuple[str, ...], index: int, form: str, lexicon: Lexicon) -> CueMatch | None:
    clitic, rest = ("", form)
    if form[0] in _CONJUNCTIONS and len(form) > 2:
        clitic, rest = form[0], form[1:]
        match = _phrase_at(forms, index, clitic, rest, lexicon)
        if match is not None:
            return match
        if rest in lexicon.verb_forms:
            noun = lexicon.vocabulary[form].common in ("act", "thing")  # فيلم، وسائل: no ف, no و
            return None if noun else _verb_match(lexicon.verb_forms[rest], index, clitic)
    if len(rest) < 4:
        return None
    # سيقول: the future; ليقول: the clause of purpose or what came of it; بتأكيده: a verbal noun.
    letter, word = rest[0], rest[1:]
    readings = lexicon.verb_forms.get(word, ()) if letter in "سلب" else ()
    if letter in "سل":
        readings = tuple(r for r in readings if r.tense == "present" and r.form is Form.VERB)
    elif letter == "ب":
        readings = tuple(r for r in readings if r.form is Form.VERBAL_NOUN)
    return _verb_match(readings, index, clitic + letter) if readings else None


def _verb_match(readings: tuple[VerbForm, ...], index: int, clitic: str) -> CueMatch:
    return CueMatch(index, index + 1, clitic, readings, None, readings[0].pronoun)


def cue_offset(tokens: Tokens, cue: CueMatch) -> int:
    """Code points of the clitic that a cue's span leaves out."""
    return offset_of_letter(tokens.raw(cue.first), cue.letters) if cue.letters else 0
