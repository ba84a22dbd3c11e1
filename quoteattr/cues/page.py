"""A page: one text with everything that was read off it before any decision."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from itertools import accumulate
from typing import Any, TypeVar

from attrs import field, frozen

from quoteattr.cues.bounding import bounded
from quoteattr.cues.brackets import with_brackets
from quoteattr.cues.detection import CueMatch, find_cues
from quoteattr.lexicon.acting import ActingForm
from quoteattr.lexicon.contraction import without_clitic
from quoteattr.lexicon.lexicon import Lexicon
from quoteattr.lexicon.nouns import Found
from quoteattr.lexicon.vocabulary import Word
from quoteattr.text.marks import Marking, Pair, pair_marks, surroundings
from quoteattr.text.sentences import Layout, Sentence, lay_out
from quoteattr.text.tokens import Tokens, is_word, tanwins_of, tokenise
from quoteattr.values import SpeakerKind

_T = TypeVar("_T")
_NONE: frozenset[str] = frozenset()
_LONGEST_NOUN = 4


@frozen
class Page:
    """The tokens, marks, layout and cues of one text, with the look-ups that rules ask for.

    ``forms`` are the folded tokens, ``known`` what the lexicon knows of each, ``roles`` the words that
    play a role (see ``roles.tsv``). ``cue_at`` finds a cue by its first token, ``cue_before`` by the
    token after its last. ``tanwins`` are the tokens that end in a written tanwin of the accusative.
    """

    lexicon: Lexicon = field(repr=False)
    tokens: Tokens = field(repr=False)
    forms: tuple[str, ...] = field(repr=False)
    known: tuple[Word, ...] = field(repr=False)
    roles: Mapping[str, frozenset[str]] = field(repr=False)
    marking: Marking
    layout: Layout = field(repr=False)
    cues: tuple[CueMatch, ...]
    opens: dict[int, Pair] = field(repr=False)
    closes: dict[int, Pair] = field(repr=False)
    cue_at: dict[int, CueMatch] = field(repr=False)
    cue_before: dict[int, CueMatch] = field(repr=False)
    tanwins: frozenset[int] = field(repr=False)
    _starts: tuple[int, ...] = field(repr=False)
    _around: tuple[Pair | None, ...] = field(repr=False)
    _turns: tuple[int, ...] = field(repr=False)
    _words: tuple[int, ...] = field(repr=False)  # how many stand before each token
    _word_places: tuple[int, ...] = field(repr=False)
    _asked: dict[Callable[[Page], Any], Any] = field(factory=dict, init=False, eq=False, repr=False)

    @classmethod
    def read(cls, text: str, lexicon: Lexicon) -> Page:
        """Read a text: tokens, then cues, then marks, then paragraphs and sentences."""
        tokens = tokenise(text)
        cues = find_cues(tokens, lexicon)
        marking = with_brackets(tokens, bounded(tokens, pair_marks(tokens), cues, lexicon), cues, lexicon)
        layout = lay_out(tokens, marking)
        # Marks with nothing between them («») say nothing and name nobody.
        known = tuple(map(lexicon.vocabulary.__getitem__, tokens.forms))
        places = tuple(index for index, word in enumerate(known) if word.is_word)
        words = tuple(accumulate((word.is_word for word in known), initial=0))
        turns = lexicon.roles["turn"]
        held = [pair for pair in marking.pairs if words[pair.open + 1] < words[pair.close]]
        return cls(
            lexicon=lexicon,
            tokens=tokens,
            forms=tokens.forms,
            known=known,
            roles=lexicon.roles,
            marking=marking,
            layout=layout,
            cues=cues,
            opens={pair.open: pair for pair in held},
            closes={pair.close: pair for pair in held if pair.closed},
            tanwins=tanwins_of(tokens),
            cue_at={cue.first: cue for cue in cues},
            cue_before={cue.last: cue for cue in cues},
            starts=tuple(sentence.first for sentence in layout.sentences),
            around=surroundings(len(tokens), marking),
            words=words,
            turns=tuple(index for index, form in enumerate(tokens.forms) if form in turns),
            word_places=places,
        )

    def once(self, read: Callable[[Page], _T]) -> _T:
        """What a function reads off this page, read when it is first asked for: a cache of pure results."""
        if read not in self._asked:
            self._asked[read] = read(self)
        found: _T = self._asked[read]
        return found

    def _word(self, index: int, letters: int) -> Word:
        """What the lexicon knows of a token, its first ``letters`` left out."""
        word = self.known[index]
        return self.lexicon.vocabulary[word.form[letters:]] if letters else word

    def sentence_of(self, index: int) -> Sentence:
        """The sentence that a token stands in (the nearest before, for a blank line)."""
        return self.layout.sentences[self.sentence_number(index)]

    def sentence_number(self, index: int) -> int:
        """Which one that is, from 0."""
        return max(bisect_right(self._starts, index) - 1, 0)

    def paragraph_of(self, index: int) -> tuple[int, int]:
        """The tokens of the paragraph that a token stands in, half open."""
        return next((first, last) for first, last in reversed(self.layout.paragraphs) if first <= index)

    def cues_between(self, first: int, last: int) -> tuple[CueMatch, ...]:
        """The cues that begin from token ``first`` to before token ``last``."""
        low = bisect_left(self.cues, first, key=lambda cue: cue.first)
        return self.cues[low : bisect_left(self.cues, last, key=lambda cue: cue.first)]

    def turn_before(self, index: int) -> int:
        """The last word before a token that turns to another one (فيما، بينما); -1 where there is none."""
        number = bisect_left(self._turns, index)
        return self._turns[number - 1] if number else -1

    def words_between(self, first: int, last: int) -> int:
        """How many words stand from token ``first`` to before token ``last``."""
        return self._words[last] - self._words[first] if first < last else 0

    def word_places(self, first: int, last: int) -> tuple[int, ...]:
        """The tokens there that are words, without the marks and signs between them."""
        return self._word_places[self._words[first] : self._words[last]]

    def enclosing(self, index: int) -> Pair | None:
        """The innermost marked stretch around a token, its marks not counted."""
        return self._around[index]

    def noun(self, index: int, limit: int, letters: int = 0) -> Found | None:
        """The head of a phrase that stands at ``index``, its first ``letters`` left out."""
        if not 0 <= index < limit or index >= len(self.known):
            return None
        word = self.known[index]
        entries = word.nouns
        if letters == 1 and word.form.startswith("لل"):
            words = self.forms[index : min(index + _LONGEST_NOUN, limit)]
            entries = self.lexicon.vocabulary[without_clitic(self.lexicon, words, letters)].nouns
        elif letters:
            entries = word.joined if letters == 1 else self.lexicon.vocabulary[word.form[letters:]].nouns
        if not entries or (word.form == "امام" and self.tokens.raw(index).startswith("أ")):
            return None  # أمام البرلمان is "before"; إمام is a noun
        most = min(limit - index, _LONGEST_NOUN)
        for following, found in entries:
            end = found.words
            if not following or (end <= most and self.forms[index + 1 : index + end] == following):
                break
        else:
            return None
        if letters:
            return found
        owned = (
            found.definite and found.words == 1 and not found.head.proper and not word.form.startswith("ال")
        )
        if owned and self.is_given_name(index):
            return None  # نبيه is a name, not نبي with a pronoun
        return None if index in self.cue_at and self._is_verb(index, limit) else found

    def _is_verb(self, index: int, limit: int) -> bool:
        """Whether a word that is a noun too is a verb here: ``طالب النائب``, not ``طالب الطب``."""
        if not self.cue_at[index].finite or index + 1 >= limit or (index and is_word(self.forms[index - 1])):
            return False
        after = self.forms[index + 1 : min(index + 5, limit)]
        subject = self.lexicon.noun(after)
        return subject is not None and subject.head.kind is SpeakerKind.PERSON and after[0].startswith("ال")

    def acting(self, index: int, letters: int = 0) -> ActingForm | None:
        """The verb of action at ``index``, its first ``letters`` left out: ``زار``; None for a name."""
        verb = self._word(index, letters).acting
        if verb is None or verb.ambiguous or self.is_given_name(index, letters):
            return None
        return None if self.noun(index, index + 1, letters) else verb

    def is_known_verb(self, index: int) -> bool:
        """Whether a verb of action or a cue with a tense stands at ``index``."""
        cue = self.cue_at.get(index)
        return self.acting(index) is not None or (cue is not None and cue.finite)

    def is_thing(self, index: int, letters: int = 0) -> bool:
        """Whether a common noun stands at ``index``, no person and no name: ``جهود``، ``الأزمة``."""
        return self.common(index, letters) in ("act", "thing") and not self.is_given_name(index, letters)

    def common(self, index: int, letters: int = 0) -> str:
        """The class of the common noun or adjective at ``index``, the accusative's too; empty for none."""
        return self._word(index, letters).common

    def is_adjective(self, index: int) -> bool:
        """Whether an indefinite adjective stands at ``index`` that is no noun and no name: ``غاضبة``."""
        form = self.forms[index]
        indefinite = self.known[index].common == "adjective" and not form.startswith("ال")
        return indefinite and not self.is_given_name(index) and self.noun(index, index + 1) is None

    def classes(self, index: int) -> frozenset[str]:
        """The function-word classes of the token at ``index``."""
        word = self.known[index]
        if word.form == "علي" and not self._is_preposition_ala(index):
            return _NONE
        if word.form == "انا" and self.tokens.raw(index).startswith("آ"):
            return _NONE  # آنا: a name; أنا is "I"
        if word.form == "امام" and self.tokens.raw(index).startswith("إ"):
            return _NONE  # إمام المسجد; أمام is "before"
        return word.classes

    def _is_preposition_ala(self, index: int) -> bool:
        # Egypt writes على as the name علي; a name is not followed by an article.
        if self.tokens.raw(index).endswith("ى"):
            return True
        before = self.known[index - 1] if index else None
        named = before is not None and (before.given or "kunya" in before.classes)  # محمد علي، بن علي
        following = self.forms[index + 1] if index + 1 < len(self.tokens) else ""
        surname = following.endswith("ي") and not self.common(index + 1)  # علي العبادي; علي الطاولة
        return not (named or surname) and following.startswith(("ال", "ان"))

    def is_complementiser(self, index: int) -> bool:
        """Whether أن, إن, بأن, أنه and the like stand at ``index``."""
        if not self.known[index].complementiser:
            return False
        if self.forms[index + 1 : index + 2] == ("كي",):
            return False  # بان كي مون: no clause of purpose follows a complementiser at once
        dotted = self.forms[index + 1 : index + 2] == (".",) and self.tokens.adjacent(index + 1)
        if dotted and index + 2 < len(self.tokens) and self.tokens.adjacent(index + 2):
            return False  # إن.بي.سي: the name of a letter
        raw = self.tokens.raw(index)
        if raw == "إن" and self.forms[index + 1 : index + 2] == ("لم",):
            return False  # يغادر إن لم تكن الحياة سهلة: a condition
        if self.forms[index].endswith("الا"):
            return raw.removeprefix("ب")[0] == "أ"  # طالبوا بألا يغادر; إلا is "except"
        return not raw.startswith("آ")  # آن لور: a name

    def is_given_name(self, index: int, letters: int = 0) -> bool:
        """Whether a given name stands at ``index``: أحمد، عبد الله."""
        word = self._word(index, letters)
        if word.form == "عبد":
            return index + 1 < len(self.tokens) and self.forms[index + 1].startswith("ال")
        return word.given
