"""Verbs of action, which bring no words: زار، التقى، وصل. They show where a subject ends and who acts.

After a name or a definite noun such a verb is no part of the phrase (``الوزير سامي رجب زار المصنع``),
and its subject is one whom a later ``وأضاف`` can go back to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from quoteattr.lexicon.spelling import PRONOUNS, before_pronoun, dual
from quoteattr.lexicon.tables import read_rows, values
from quoteattr.text.letters import fold
from quoteattr.values import Gender, Number

COLUMNS = ("lemma", "present", "object", "ambiguous", "note")
OBJECTS = {name: name for name in ("none", "thing", "person", "any")}
_M, _F = Gender.MASCULINE, Gender.FEMININE


@frozen
class ActingForm:
    """A written form of a verb of action: what it agrees with, and what object its verb takes.

    ``object`` is ``none``, ``thing``, ``person`` or ``any``; ``attached`` tells that the object is a
    pronoun at its end; ``ambiguous`` that the word is often a noun or a name.
    """

    lemma: str
    gender: Gender
    number: Number
    object: str
    attached: bool
    ambiguous: bool


def read_acting(text: str, file: str) -> dict[str, ActingForm]:
    """Folded form to the verb of action that it is a form of, the first line of the table winning.

    Raises LexiconError naming file, line and column.
    """
    found: dict[str, ActingForm] = {}
    for place, row in read_rows(text, file, COLUMNS):
        place.expect_word("lemma", row["lemma"])
        taken = place.one_of("object", row["object"], OBJECTS)
        if not row["present"].startswith("ي"):
            raise place.at("present").error(
                f"expected the present of the masculine singular, found {row['present']!r}"
            )
        marked = {fold(word) for word in values(row["ambiguous"])}
        for form, gender, number in _finite(row["lemma"], row["present"]):
            surface, other = fold(form), fold(form) in marked
            found.setdefault(surface, ActingForm(row["lemma"], gender, number, taken, False, other))
            if taken == "none":
                continue
            host = fold(before_pronoun(form, gender, number))
            for pronoun in PRONOUNS if host else ():
                attached = ActingForm(row["lemma"], gender, number, taken, True, other)
                found.setdefault(host + pronoun, attached)
    return found


def _finite(past: str, present: str) -> Iterable[tuple[str, Gender, Number]]:
    """The third persons of a verb, from its past and its present."""
    yield past, _M, Number.SINGULAR
    yield _stem(past, "ىا") + "ت", _F, Number.SINGULAR
    yield from ((plural, _M, Number.PLURAL) for plural in _past_plurals(past))
    if past[-1] not in "اأ":
        yield (past[:-1] + "يا" if past.endswith("ى") else past + "ا"), _M, Number.DUAL
    yield present, _M, Number.SINGULAR
    yield "ت" + present[1:], _F, Number.SINGULAR
    stem = _stem(present, "ىيو")
    yield stem + "ون", _M, Number.PLURAL
    yield stem + "وا", _M, Number.PLURAL
    yield dual(present), _M, Number.DUAL


def _past_plurals(past: str) -> Iterator[str]:
    yield _stem(past, "ىاي") + "وا"
    if past.endswith("أ"):
        yield past[:-1] + "ؤوا"  # بدأوا and بدؤوا


def _stem(word: str, weak: str) -> str:
    """A verb without the weak letter that an ending displaces: سعى → سعت، بقي → بقوا."""
    return word[:-1] if word[-1] in weak else word
