"""The laws and the strategies themselves: what holds passes, and each can fail with a readable difference."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import quoteattr
from quoteattr import Gender, Kind, Lexicon, Number, Quote, Sense, Span, Verb
from quoteattr.testing import (
    LAWS,
    Change,
    Expected,
    LawError,
    Told,
    Variation,
    assert_found,
    documents,
    laws,
    people,
    reporting_verbs,
    sentences,
)

TEXT = "أكدت سلمى الحداد أن الحصاد بدأ. وأضافت: «الأسعار ثابتة»."
FIRST = Span(0, 4, "أكدت")
OTHER = "قال سامي الطويل إن الجسر آمن."
CLAIMED = next(form for form in Lexicon.default().verb_forms["زعمت"] if form.pronoun is None)


def blind(sees: Callable[[str], bool]) -> Callable[[str], tuple[Quote, ...]]:
    """An extractor that finds nothing in texts of some sort."""
    return lambda text: quoteattr.extract(text) if sees(text) else ()


def forgetful(text: str) -> tuple[Quote, ...]:
    """An extractor that loses the first quote where another text follows."""
    quotes = quoteattr.extract(text)
    return quotes[1:] if "\n\n" in text else quotes


# The law, what it changes in TEXT, and an extractor that breaks it.
CHECKS: tuple[tuple[Callable[..., None], tuple[Any, ...], Callable[[str], tuple[Quote, ...]]], ...] = (
    (laws.marks_change, (("“", "”"),), blind(lambda text: "«" in text)),
    (laws.diacritics_change, ([(2, "َ")],), blind(lambda text: "َ" not in text)),
    (laws.hamza_changes, ([0, 17],), blind(lambda text: "أكدت" in text)),
    (laws.name_changes, ("سلمى الحداد", "ريم المصري"), blind(lambda text: "ريم" not in text)),
    (laws.verb_changes, (FIRST, CLAIMED), blind(lambda text: "زعمت" not in text)),
    (laws.conjunction_comes, (FIRST, "و"), blind(lambda text: text[0] != "و")),
    (laws.paragraph_comes, (len(TEXT), "تساقطت الأمطار منذ الصباح."), blind(lambda text: "\n" not in text)),
    (laws.article_follows, (OTHER,), forgetful),
    (laws.text_ends, (40,), blind(lambda text: text.endswith("."))),
)


@pytest.mark.parametrize(
    ("law", "changed", "broken"), CHECKS, ids=lambda value: getattr(value, "__name__", "")
)
def test_a_law_holds_here_and_can_fail(
    law: Callable[..., None], changed: tuple[Any, ...], broken: Callable[[str], tuple[Quote, ...]]
) -> None:
    law(TEXT, *changed)
    with pytest.raises(LawError) as failed:
        law(TEXT, *changed, extract=broken)
    message = str(failed.value)
    assert message.startswith("this must not change what is found: ")
    assert f"before: {TEXT!r}" in message
    assert "after: " in message
    assert "سلمى الحداد" in message.partition("after: ")[0]


def test_every_law_is_checked_here() -> None:
    assert {law.check for law in LAWS} == {law for law, _, _ in CHECKS}


@pytest.mark.parametrize(
    ("at", "finished"),
    [
        pytest.param(len(TEXT) - 1, 1, id="before the last full stop"),
        pytest.param(40, 1, id="in the second sentence"),
        pytest.param(30, 0, id="before the first full stop"),
    ],
)
def test_what_must_stay_where_a_text_is_cut(at: int, finished: int) -> None:
    """One who loses a finished quote breaks the law; a quote that was not finished may go or stay."""
    whole = quoteattr.extract(TEXT)
    for left in range(finished):
        with pytest.raises(LawError, match="finished quotes"):
            laws.text_ends(TEXT, at, extract=lambda text, left=left: whole if text == TEXT else whole[:left])
    laws.text_ends(TEXT, at, extract=lambda text: whole if text == TEXT else whole[:finished])


@pytest.mark.parametrize(
    ("span", "place"),
    [
        pytest.param((0, 2), (0, 2), id="before"),
        pytest.param((2, 4), (2, 5), id="what is replaced"),
        pytest.param((3, 6), (2, 9), id="from inside what is replaced, over what is put in"),
        pytest.param((4, 6), (5, 9), id="around what is put in"),
        pytest.param((4, 5), (5, 6), id="up to what is put in"),
        pytest.param((5, 6), (8, 9), id="behind what is put in"),
    ],
)
def test_places_are_counted_through_changes(span: tuple[int, int], place: tuple[int, int]) -> None:
    variation = Variation("abcdef", [Change(5, 5, "--"), Change(2, 4, "CDE")])
    assert variation.after == "abCDEe--f"
    assert variation.place(Span.of("abcdef", *span)) == place


@pytest.mark.parametrize(
    "changes", [[Change(0, 3, ""), Change(2, 4, "")], [Change(5, 9, "")], [Change(3, 2, "")]]
)
def test_changes_that_cannot_be_made_are_errors(changes: list[Change]) -> None:
    with pytest.raises(ValueError, match=r"overlap|outside"):
        Variation("abcdef", changes)


def test_a_quote_that_is_not_as_it_was_written_is_told() -> None:
    content = Span(15, 23, "الجسر آمن")
    wrong = Expected(Kind.DIRECT, content, (), "هدى الزين", None, Span(0, 3, "قال"), "قال")
    with pytest.raises(LawError) as failed:
        assert_found(Told(OTHER, (wrong,)))
    for part in ("content", "kind", "mention", "speaker"):
        assert f"quote 0, {part}: " in str(failed.value)
    with pytest.raises(LawError, match="1 quotes, not 0"):
        assert_found(Told(OTHER))


ALONE = settings(max_examples=60, deadline=None, derandomize=True)


@ALONE
@given(documents())
def test_expected_spans_are_slices_of_their_text(told: Told) -> None:
    for quote in told.quotes:
        for span in filter(None, (quote.content, *quote.fragments, quote.mention, quote.cue)):
            assert told.text[span.start : span.end] == span.text != ""


@ALONE
@given(st.data())
def test_strategies_give_what_they_are_asked_for(data: st.DataObject) -> None:
    gender = data.draw(st.sampled_from([Gender.MASCULINE, Gender.FEMININE]))
    number = data.draw(st.sampled_from([Number.SINGULAR, Number.DUAL, Number.PLURAL]))
    person = data.draw(people(gender, number))
    assert (person.gender, person.number) == (gender, number)
    sense = data.draw(st.sampled_from([Sense.SAY, Sense.AFFIRM, Sense.DENY]))
    assert data.draw(reporting_verbs(senses=[sense], complement="anna")).verb.sense is sense


MUTTER = Verb("غمغم", Sense.SAY, ("anna", "direct"))


@ALONE
@given(sentences(lexicon=Lexicon.default().with_verbs(MUTTER), verbs=[MUTTER]))
def test_own_verbs_are_the_only_ones(told: Told) -> None:
    assert {quote.lemma for quote in told.quotes} <= {"غمغم", "بحسب", "حسب", "وفقاً", "طبقاً"}


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (lambda: sentences(verbs=[MUTTER]), "the lexicon has no such verbs: غمغم"),
        (lambda: sentences(senses=[]), "no verb is left"),
        (lambda: reporting_verbs(complement="whatever"), "none of these senses takes whatever"),
        (lambda: people(number=Number.DUAL, heads=[]), "nobody to speak"),
        (lambda: people(heads=[]), "nobody to speak"),
    ],
)
def test_what_leaves_nothing_to_draw_is_an_error(wrong: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        wrong()
