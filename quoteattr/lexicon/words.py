"""Function words by class and by role, and the prepositions that nouns bind their complements with."""

from __future__ import annotations

from quoteattr.lexicon.tables import Place, read_rows, values
from quoteattr.text.letters import fold

WORD_COLUMNS = ("id", "form", "class")
CLASSES = frozenset(
    "relative identity demonstrative pronoun day month time adverb adjunct subordinator preposition "
    "object named subordinate_time kunya address".split()
)

WordTable = dict[str, frozenset[str]]


def read_words(text: str, file: str) -> WordTable:
    """Folded word to its classes. Raises LexiconError where a class is unknown."""
    known = {name: name for name in sorted(CLASSES)}
    found: dict[str, set[str]] = {}
    for place, row in read_rows(text, file, WORD_COLUMNS):
        place.expect_word("form", row["form"])
        found.setdefault(fold(row["form"]), set()).add(place.one_of("class", row["class"], known))
    return {form: frozenset(classes) for form, classes in found.items()}


ROLE_COLUMNS = ("role", "words", "why")
ROLES = frozenset(
    (
        "conclusion measure amount speech_particle first_person governs_noun determiner shortens "
        "shown_thing clause_joiner clause_head thus content_end unsaid contrast comment reporter "
        "list_joiner question_letter answer_letter meeting talk before_name letter_name "
        "no_complementiser resumptive clause_preposition question_word dative remark condition "
        "quantity before_subject before_verb idiom_object honour same period relative_date particle "
        "turn any_person any_body any_document owner another negation possibility doubt "
        "complementiser meanwhile adjective_too compound_name predicate_follows "
        "kin topic portfolio owns_subject post rank impersonal topic_head headline_source shows occasion "
        "visits paper_acts foundress"
    ).split()
)


def read_roles(text: str, file: str) -> dict[str, frozenset[str]]:
    """What a word does where it stands, to the folded words that do it.

    Raises LexiconError where a role is unknown, empty or missing.
    """
    found: dict[str, frozenset[str]] = {}
    for place, row in read_rows(text, file, ROLE_COLUMNS):
        if row["role"] not in ROLES:
            raise place.at("role").error(f"no rule asks for {row['role']!r}")
        found[row["role"]] = frozenset(fold(word) for word in values(row["words"]))
        if not found[row["role"]]:
            raise place.at("words").error("expected words, found none")
    missing = sorted(ROLES - found.keys())
    if missing:
        raise Place(file, 1, "role").error(f"these roles are missing: {', '.join(missing)}")
    return found


COMPLEMENT_COLUMNS = ("lemma", "prepositions", "inherent")


def read_complements(text: str, file: str) -> dict[str, frozenset[str]]:
    """Head lemma to the prepositions that bind its complement: نائب عن، مشرف على، سفير لدى.

    Raises LexiconError for a broken table.
    """
    return _prepositions(text, file, "prepositions")


def read_inherent(text: str, file: str) -> dict[str, frozenset[str]]:
    """Head lemma to the prepositions that even its bare definite takes: الباحث في، المشرف على.

    Raises LexiconError for a broken table.
    """
    return _prepositions(text, file, "inherent")


def _prepositions(text: str, file: str, column: str) -> dict[str, frozenset[str]]:
    return {
        fold(row["lemma"]): frozenset(map(fold, values(row[column])))
        for _, row in read_rows(text, file, COMPLEMENT_COLUMNS)
    }
