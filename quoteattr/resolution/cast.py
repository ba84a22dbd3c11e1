"""The cast of a text: its speakers, each with all phrases that name it."""

from __future__ import annotations

from attrs import define, field

from quoteattr.cues.page import Page
from quoteattr.resolution.referent import Referent, agrees, fits, fuller, kin, same_name
from quoteattr.resolution.register import Register
from quoteattr.resolution.wording import Wording, read_wording, same_spelt
from quoteattr.speakers.phrase import NounPhrase
from quoteattr.values import Basis, Gender, Number, SpeakerKind

_LATTER = (("الاخير",), ("الاخيرة",))
_LONGEST_DESCRIPTION = 2
_OWNERS = ("ها", "ه", "نا")
_NISBA = ("ي", "ية")
_GENERAL = {
    SpeakerKind.PERSON: "any_person",
    SpeakerKind.BODY: "any_body",
    SpeakerKind.DOCUMENT: "any_document",
}
_DESCRIBED = frozenset(SpeakerKind) - {SpeakerKind.PLACE, SpeakerKind.UNKNOWN}


@define
class Cast:
    """All referents of a page so far, in the order of their appearance."""

    page: Page
    register: Register = field(factory=Register)

    @property
    def referents(self) -> list[Referent]:
        """The referents in that order."""
        return self.register.referents

    def meet(
        self, phrase: NounPhrase, gender: Gender, *, names: bool = True
    ) -> tuple[Referent, Basis, NounPhrase | None]:
        """The referent of a phrase, how it was recognised, and the mention that it takes up.

        ``gender`` is that of the verb, for phrases whose head tells none. A phrase that may reach too
        far ``names`` no referent anew where the text has named it already.
        """
        wording = read_wording(self.page, phrase)
        known, basis = self._recognise(phrase, wording)
        if known is None:
            head = phrase.head
            known = Referent(
                [phrase],
                phrase.kind,
                _gender(phrase, gender),
                head.number if head else Number.SINGULAR,
            )
            self.register.add(known, wording)
            known.last_seen = phrase.first
            return known, Basis.MENTION, None
        antecedent = known.fullest if basis is Basis.DEFINITE_DESCRIPTION else None
        known.last_seen = phrase.first
        if not names:
            return known, basis, antecedent
        known.phrases.append(phrase)
        self.register.note(known, wording)
        if known.gender is Gender.UNKNOWN:
            known.gender = gender  # a bare name shows its gender only by its verb
        if basis is Basis.MENTION and fuller(phrase, known):
            known.fullest = phrase
        return known, basis, antecedent

    def knows(self, phrase: NounPhrase) -> bool:
        """Whether a bare name is one that the text has given already."""
        wording = read_wording(self.page, phrase)
        return bool(wording.names) and any(
            same_name(wording, referent) for referent in self.register.naming(wording.names)
        )

    def _recognise(self, phrase: NounPhrase, wording: Wording) -> tuple[Referent | None, Basis]:
        if wording.other:
            return None, Basis.MENTION
        if wording.words in _LATTER:
            person = next((r for r in self.register.recent() if r.kind is SpeakerKind.PERSON), None)
            return person, Basis.DEFINITE_DESCRIPTION
        if wording.words and wording.words[0] in self.page.roles["honour"] and len(wording.words) == 1:
            return self._honoured(wording.words[0]), Basis.DEFINITE_DESCRIPTION
        if wording.identity:
            return self._described(phrase, wording), Basis.DEFINITE_DESCRIPTION
        same = self._named(phrase, wording)
        if same is not None or phrase.head is None or phrase.head.proper:
            return same, Basis.MENTION
        if wording.names and phrase.named:
            return self._named_at_last(wording), Basis.MENTION
        alike = phrase.definite or not wording.names
        holding = self.register.holding(wording.stems) if alike else ()
        same = next((referent for referent in holding if wording.stems == referent.words), None)
        if same is not None or not phrase.definite:
            return same, Basis.MENTION
        return self._described(phrase, wording), Basis.DEFINITE_DESCRIPTION

    def _honoured(self, word: str) -> Referent | None:
        """Whom a form of honour takes up: the last one who bears it (سموه), else the last who spoke."""
        host = next((word[: -len(own)] for own in _OWNERS if word.endswith(own)), word)
        forms = {host, host[:-1] + "ة" if host.endswith("ت") else host}
        persons = [referent for referent in self.register.recent() if referent.kind is SpeakerKind.PERSON]
        bearer = next((referent for referent in persons if forms & referent.words), None)
        spoke = (r for r in self.register.speakers_first() if r.kind is SpeakerKind.PERSON)
        return bearer or next(spoke, None)

    def _named(self, phrase: NounPhrase, wording: Wording) -> Referent | None:
        """The referent that a phrase names, in its own spelling before any other."""
        one = phrase.head is None or phrase.head.number is Number.SINGULAR
        if wording.names and (wording.bare or phrase.named):
            named = wording.names if wording.bare else (wording.last_name,)
            for referent in self.register.sharing(named):
                if one and referent.number is Number.DUAL:
                    continue  # بوتين is not the pair of الرئيسان بايدن وبوتين
                if same_name(wording, referent):
                    return referent
        if phrase.head is not None and not phrase.head.proper:
            return None
        given = {word for word in wording.names if self.page.lexicon.is_given_name(word)}
        alike = self.register.spelt_like(wording.names - given)
        return next((known for known in alike if self._spelt_otherwise(wording.names, given, known)), None)

    def _named_at_last(self, wording: Wording) -> Referent | None:
        """A post of the heading that the text now names: ``وزير المياه: …``، ``وزير المياه زيد``."""
        for referent in self.register.headed(wording.lemmas):
            if referent.words <= wording.stems and not referent.names and len(referent.words) > 1:
                return referent
        return None

    def _spelt_otherwise(self, names: frozenset[str], given: set[str], referent: Referent) -> bool:
        """Whether a bare name is another spelling of a foreign name; native names have one spelling."""
        if given - referent.names and any(map(self.page.lexicon.is_given_name, referent.names)):
            return False  # سامي العتيق، أيمن العتيق: one surname, two persons
        return any(same_spelt(word, known) for word in names - given for known in referent.names)

    def _described(self, phrase: NounPhrase, wording: Wording) -> Referent | None:
        """The most recent referent that a definite description fits."""
        head = phrase.head
        if head is None:
            return None
        if not wording.identity:
            for referent in self.register.headed((head.lemma,)):
                same = kin(head.kind, referent.kind) and agrees(referent, head.gender, head.number)
                if same and fits(wording, referent, phrase):
                    return referent
            if len(wording.words) > _LONGEST_DESCRIPTION and head.lemma not in self.page.roles["owner"]:
                return None
        kinds = self._taken_up(head.lemma, head.kind, identity=wording.identity)
        if not kinds:
            return None
        fitting = [
            r
            for r in self.register.speakers_first()
            if r.kind in kinds and agrees(r, head.gender, head.number) and not self._is_beside(r, phrase)
        ]
        if head.lemma in self.page.roles["post"] and not wording.identity:
            # المحامي is whom the text has given no other post
            fitting = [referent for referent in fitting if not referent.lemmas - self.page.roles["rank"]]
        if head.kind is SpeakerKind.DOCUMENT and not wording.identity:
            fitting = [referent for referent in fitting if referent.last_spoke >= 0]
        nisbas = [word for word in wording.modifiers if word.endswith(_NISBA)]
        if (
            len(nisbas) < len(wording.modifiers)
            and not wording.identity
            and head.lemma not in self.page.roles["owner"]
        ):
            return None  # جمعية الصيادين is not the association of before
        if wording.identity or not nisbas:
            return fitting[0] if fitting else None
        # المسؤول الروسي: whom the text has called Russian, else one whose country it has not told
        told = [referent for referent in fitting if fits(wording, referent, phrase)]
        untold = [
            referent for referent in fitting if not any(word.endswith(_NISBA) for word in referent.words)
        ]
        return next(iter(told or untold), None)

    def _is_beside(self, referent: Referent, phrase: NounPhrase) -> bool:
        """Whether they stand in one clause, so are two: ``أشاد الوزير فلان بالخبير الذي قال``."""
        seen = referent.last_seen
        if not self.page.sentence_of(phrase.first).first <= seen < phrase.first:
            return False
        return not any(form in "،,؛:" for form in self.page.forms[seen : phrase.first])

    def _taken_up(self, lemma: str, kind: SpeakerKind, *, identity: bool) -> frozenset[SpeakerKind]:
        """The kinds of referent that a description can take up without sharing a noun with them."""
        if lemma == "مصدر":
            return frozenset(SpeakerKind) - {SpeakerKind.PLACE}
        general = _GENERAL.get(kind)
        if identity or (general is not None and lemma in self.page.roles[general]):
            return frozenset((kind,)) if kind in _DESCRIBED else frozenset()
        return frozenset()


def _gender(phrase: NounPhrase, verb: Gender) -> Gender:
    """The gender of a new referent: that of a full name, else of the head, else of the verb."""
    if phrase.bearer is not Gender.UNKNOWN and phrase.kind is SpeakerKind.PERSON:
        return phrase.bearer
    head = phrase.head
    return head.gender if head and head.gender is not Gender.UNKNOWN else verb
