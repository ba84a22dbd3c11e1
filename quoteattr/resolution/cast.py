"""The cast of a text: its speakers, each with all phrases that name it."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define, field

from quoteattr.cues.page import Page
from quoteattr.resolution.wording import Wording, read_wording, same_modifier, same_spelt
from quoteattr.speakers.phrase import NounPhrase
from quoteattr.values import Basis, Gender, Number, SpeakerKind

# Nouns that take up any person again, whatever the post: المتحدث، المسؤول الروسي.
_ANY_PERSON = frozenset(
    "متحدث مسءول مصدر قيادي سياسي دبلوماسي ناءب برلماني باحث كاتب خبير لاعب مدرب فنان مراسل "
    "صحفي محلل رجل ناشط مفكر "
    "مخرج ممثل مطرب ضابط عالم طبيب اعلامي مدير سيد شاب مواطن معارض حقوقي مستشار استاذ اكاديمي "
    "مهندس ناطق صاحب ابن مءلف".split()
)
_LATTER = (("الاخير",), ("الاخيرة",))
_ANY_BODY = frozenset("منظمة هيءة مءسسة مجموعة جمعية شركة جهة وزارة".split())
_ANY_DOCUMENT = frozenset("بيان وثيقة تقرير بلاغ دراسة نص مذكرة".split())


@define
class Referent:
    """One speaker: the phrases that name it, the fullest first, and what is known of it."""

    phrases: list[NounPhrase]
    wordings: list[Wording]
    kind: SpeakerKind
    gender: Gender
    number: Number
    last_seen: int = 0
    last_spoke: int = -1
    fullest: NounPhrase = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.fullest = self.phrases[0]

    @property
    def words(self) -> set[str]:
        """The stems of all words that name it."""
        return {word for wording in self.wordings for word in wording.stems}

    @property
    def names(self) -> set[str]:
        """Its proper names."""
        return {word for wording in self.wordings for word in wording.names}

    @property
    def lemmas(self) -> set[str]:
        """The lemmas of the nouns that head its mentions."""
        return {lemma for wording in self.wordings for lemma in wording.lemmas}


@define
class Cast:
    """All referents of a page so far, in the order of their appearance."""

    page: Page
    referents: list[Referent] = field(factory=list)

    def meet(
        self, phrase: NounPhrase, gender: Gender, number: Number
    ) -> tuple[Referent, Basis, NounPhrase | None]:
        """The referent of a phrase, how it was recognised, and the mention that it takes up.

        ``gender`` and ``number`` are those of the verb, for phrases whose head tells none.
        """
        wording = read_wording(self.page, phrase)
        known, basis = self._recognise(phrase, wording, gender)
        if known is None:
            head = phrase.head
            known = Referent(
                [phrase],
                [wording],
                phrase.kind,
                head.gender if head and head.gender is not Gender.UNKNOWN else gender,
                head.number if head else Number.SINGULAR,
            )
            self.referents.append(known)
            known.last_seen = phrase.first
            return known, Basis.MENTION, None
        antecedent = known.fullest if basis is Basis.DEFINITE_DESCRIPTION else None
        known.phrases.append(phrase)
        known.wordings.append(wording)
        known.last_seen = phrase.first
        if known.gender is Gender.UNKNOWN:
            known.gender = gender  # a bare name shows its gender only by its verb
        if basis is Basis.MENTION and _fuller(phrase, wording, known):
            known.fullest = phrase
        return known, basis, antecedent

    def knows(self, phrase: NounPhrase) -> bool:
        """Whether a bare name is one that the text has given already."""
        wording = read_wording(self.page, phrase)
        return bool(wording.names) and any(_same_name(wording, referent) for referent in self.referents)

    def _recent(self) -> Iterable[Referent]:
        return sorted(self.referents, key=lambda referent: -referent.last_seen)

    def _speakers_first(self) -> list[Referent]:
        """Who spoke last comes first; those who have not spoken, after all who have."""
        return sorted(self.referents, key=lambda referent: (-referent.last_spoke, -referent.last_seen))

    def _recognise(
        self, phrase: NounPhrase, wording: Wording, gender: Gender
    ) -> tuple[Referent | None, Basis]:
        recent = list(self._recent())
        if wording.other:
            return None, Basis.MENTION
        if wording.words in _LATTER:
            person = next((r for r in recent if r.kind is SpeakerKind.PERSON), None)
            return person, Basis.DEFINITE_DESCRIPTION
        if wording.identity:
            return self._described(phrase, wording, recent, gender), Basis.DEFINITE_DESCRIPTION
        same = self._named(phrase, wording, recent)
        if same is not None or phrase.head is None or phrase.head.proper:
            return same, Basis.MENTION
        if wording.names and phrase.named:
            return self._named_at_last(wording, recent), Basis.MENTION
        alike = phrase.definite or not wording.names
        same = next((referent for referent in recent if alike and wording.stems == referent.words), None)
        if same is not None or not phrase.definite:
            return same, Basis.MENTION
        return self._described(phrase, wording, recent, gender), Basis.DEFINITE_DESCRIPTION

    def _named(self, phrase: NounPhrase, wording: Wording, recent: list[Referent]) -> Referent | None:
        """The referent that a phrase names, in its own spelling before any other."""
        if wording.names and (wording.bare or phrase.named):
            for referent in recent:
                if _same_name(wording, referent):
                    return referent
        if phrase.head is not None and not phrase.head.proper:
            return None
        return next((referent for referent in recent if self._spelt_otherwise(wording, referent)), None)

    def _named_at_last(self, wording: Wording, recent: list[Referent]) -> Referent | None:
        """A post of the heading that the text now gives its name: ``وزير المياه: …`` then ``وزير المياه زيد``."""
        for referent in recent:
            same = bool(wording.lemmas & referent.lemmas) and referent.words <= wording.stems
            if same and not referent.names and len(referent.words) > 1:
                return referent
        return None

    def _spelt_otherwise(self, wording: Wording, referent: Referent) -> bool:
        """Whether a bare name is another spelling of a foreign name; native names have one spelling."""
        foreign = [word for word in wording.names if not self.page.lexicon.is_given_name(word)]
        return any(same_spelt(word, known) for word in foreign for known in referent.names)

    def _described(
        self, phrase: NounPhrase, wording: Wording, recent: list[Referent], gender: Gender
    ) -> Referent | None:
        """The most recent referent that a definite description fits."""
        head = phrase.head
        if head is None:
            return None
        if not wording.identity:
            for referent in recent:
                same = head.lemma in referent.lemmas and _kin(head.kind, referent.kind)
                if same and _fits(wording, referent, phrase):
                    return referent
            if len(wording.words) > _LONGEST_DESCRIPTION and head.lemma not in _OWNERS:
                return None
        kinds = _taken_up(head.lemma, head.kind, identity=wording.identity)
        fitting = [
            r for r in self._speakers_first() if r.kind in kinds and _agrees(r, head.gender, head.number)
        ]
        nisbas = [word for word in wording.modifiers if word.endswith(_NISBA)]
        if len(nisbas) < len(wording.modifiers) and not wording.identity and head.lemma not in _OWNERS:
            return None  # جمعية الصيادين is not the association of before
        if wording.identity or not nisbas:
            return fitting[0] if fitting else None
        # المسؤول الروسي: whom the text has called Russian, else one whose country it has not told
        told = [referent for referent in fitting if _fits(wording, referent, phrase)]
        untold = [
            referent for referent in fitting if not any(word.endswith(_NISBA) for word in referent.words)
        ]
        return next(iter(told or untold), None)


_LONGEST_DESCRIPTION = 2
_OWNERS = frozenset("صاحب ابن".split())
_NISBA = ("ي", "ية")
_SAME_KIND = {
    SpeakerKind.PERSON: frozenset((SpeakerKind.PERSON,)),
    SpeakerKind.GROUP: frozenset((SpeakerKind.GROUP,)),
    SpeakerKind.BODY: frozenset((SpeakerKind.BODY,)),
    SpeakerKind.OUTLET: frozenset((SpeakerKind.OUTLET,)),
    SpeakerKind.DOCUMENT: frozenset((SpeakerKind.DOCUMENT,)),
}


def _taken_up(lemma: str, kind: SpeakerKind, *, identity: bool) -> frozenset[SpeakerKind]:
    """The kinds of referent that a description can take up without sharing a noun with them."""
    if lemma == "مصدر":
        return frozenset(SpeakerKind) - {SpeakerKind.PLACE}
    general = {
        SpeakerKind.PERSON: _ANY_PERSON,
        SpeakerKind.BODY: _ANY_BODY,
        SpeakerKind.DOCUMENT: _ANY_DOCUMENT,
    }
    if identity or lemma in general.get(kind, ()):
        return _SAME_KIND.get(kind, frozenset())
    return frozenset()


def _kin(one: SpeakerKind, other: SpeakerKind) -> bool:
    """Whether two kinds can be of one speaker: persons and things never are."""
    return (one is SpeakerKind.PERSON) == (other is SpeakerKind.PERSON)


def _agrees(referent: Referent, gender: Gender, number: Number) -> bool:
    if number is Number.SINGULAR and referent.number is Number.PLURAL:
        return False
    return (
        Gender.UNKNOWN in (gender, referent.gender)
        or gender is referent.gender
        or referent.kind is not SpeakerKind.PERSON
    )


def _fits(wording: Wording, referent: Referent, phrase: NounPhrase) -> bool:
    """Whether what a description adds to its head does not contradict the referent."""
    extra = wording.modifiers
    if not extra:
        return phrase.head is None or referent.number is phrase.head.number
    known = referent.words | referent.lemmas
    return all(any(same_modifier(word, other) for other in known) for word in extra)


def _same_name(wording: Wording, referent: Referent) -> bool:
    names, known = wording.names, referent.names
    if not known:
        return False
    if wording.bare:
        return names <= known or (len(known) > 1 and known <= names)
    if wording.last_name not in known:
        return False
    return names <= known or known <= names or len(names) == 1 or len(known) == 1


def _fuller(phrase: NounPhrase, wording: Wording, known: Referent) -> bool:
    old, new = known.fullest, phrase
    gains_name = phrase.named and not old.named
    return gains_name or (
        phrase.named == old.named
        and new.last - new.first > old.last - old.first
        and new.last - new.first < 16
    )
