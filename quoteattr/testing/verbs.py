"""Cues for the texts: the reporting verbs of a lexicon, by sense and by what may follow them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from attrs import field, frozen
from hypothesis import strategies as st

from quoteattr.lexicon.inflection import VerbForm
from quoteattr.lexicon.lexicon import Lexicon
from quoteattr.lexicon.verbs import Verb
from quoteattr.values import Form, Gender, Number, Sense

# What stands before the clause, by the code of the verb's complement. The clauses of the texts begin
# with a noun; أن before a verb (the code an) would need others.
COMPLEMENTISERS: Mapping[str, str] = {
    "inna": "إن",
    "anna": "أن",
    "bi_anna": "بأن",
    "ila_anna": "إلى أن",
    "3ala_anna": "على أن",
    "min_anna": "من أن",
    "fi_anna": "في أن",
}

# A statement is no question, demand, accusation, praise or blame: طالب: «الجسر متين» is no sentence.
STATING = frozenset(
    (
        Sense.SAY, Sense.ANNOUNCE, Sense.AFFIRM, Sense.EXPLAIN, Sense.POINT_OUT, Sense.CONTINUE,
        Sense.WARN, Sense.ADMIT,
    )
)  # fmt: skip

Slot = tuple[Form, str | None, Gender, Number]


@frozen
class ReportingVerb:
    """A verb of the lexicon with its written forms.

    ``forms`` holds, by form, tense (``past``, ``present``, None for participles), gender and number,
    the spelling without clitics and pronouns; forms that are often another word are left out.
    """

    verb: Verb
    forms: Mapping[Slot, str] = field(repr=False, hash=False)

    @property
    def lemma(self) -> str:
        """The verb in the past: ``قال``."""
        return self.verb.lemma

    def clauses(self) -> tuple[str, ...]:
        """What may introduce its clause: ``إن``, ``إلى أن``; none for a verb that takes no clause."""
        return tuple(COMPLEMENTISERS[code] for code in self.verb.complements if code in COMPLEMENTISERS)


@lru_cache(maxsize=8)
def verbs_of(lexicon: Lexicon) -> tuple[ReportingVerb, ...]:
    """All reporting verbs of a lexicon."""
    found: dict[Verb, dict[Slot, str]] = {}
    for readings in lexicon.verb_forms.values():
        for reading in readings:
            forms = found.setdefault(reading.verb, {})
            if _is_plain(reading):
                slot = (reading.form, reading.tense, reading.gender, reading.number)
                forms.setdefault(slot, reading.written)
    return tuple(ReportingVerb(verb, forms) for verb, forms in found.items())


def _is_plain(reading: VerbForm) -> bool:
    return not reading.homograph and not reading.jussive and reading.pronoun is None


def reporting_verbs(
    lexicon: Lexicon | None = None,
    *,
    senses: Collection[Sense] = STATING,
    complement: str | None = None,
    verbs: Sequence[Verb] | None = None,
) -> st.SearchStrategy[ReportingVerb]:
    """Reporting verbs of these senses that are cues by themselves or by their complement.

    ``complement`` is one of the codes of the verb table (``direct``, ``anna``, ``ila_anna`` …), or
    ``clause`` for any clause that begins with a noun. ``verbs`` are the only verbs of ``lexicon`` to
    use, whatever their sense; without ``lexicon`` it is the one that ships. Raises ValueError for a
    verb that the lexicon does not have, and where no verb is left.
    """
    chosen = [verb for verb in stating(lexicon, verbs, senses) if takes(verb, complement)]
    if not chosen:
        raise ValueError(f"no verb is left: none of these senses takes {complement}")
    return st.sampled_from(chosen)


def stating(
    lexicon: Lexicon | None, verbs: Sequence[Verb] | None, senses: Collection[Sense]
) -> tuple[ReportingVerb, ...]:
    """The verbs of these senses that are cues by themselves or by their complement.

    Raises ValueError where there is none, or one of ``verbs`` is no verb of the lexicon.
    """
    known = verbs_of(lexicon or Lexicon.default())
    names = None if verbs is None else {(verb.lemma, verb.vocalised) for verb in verbs}
    chosen = tuple(
        verb for verb in known if (verb.verb.sense in senses if names is None else _name(verb) in names)
    )
    missing = sorted({lemma for lemma, _ in (names or set()) - {_name(verb) for verb in chosen}})
    if missing:
        raise ValueError(f"the lexicon has no such verbs: {', '.join(missing)}")
    able = tuple(verb for verb in chosen if takes(verb, None))
    if not able:
        raise ValueError(f"no verb is left: none of {len(chosen)} is a cue by itself or by its complement")
    return able


def _name(verb: ReportingVerb) -> tuple[str, str]:
    return verb.verb.lemma, verb.verb.vocalised


def takes(verb: ReportingVerb, complement: str | None) -> bool:
    """Whether a verb is a cue where ``complement`` follows its subject."""
    codes, evidence = verb.verb.complements, verb.verb.evidence
    if "acc" in verb.verb.addressee and not any(code.startswith(("min_", "ila_")) for code in codes):
        return False  # أبلغ wants to be told whom: أبلغ الوزيرَ أن
    if evidence == "mark" or verb.verb.source:
        return False
    if complement is None:
        return True
    return bool(verb.clauses()) if complement == "clause" else complement in codes
