"""What holds of every explanation: the quotes are the same, nothing is left out, nothing said twice."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

import quoteattr
from quoteattr import Decision, Outcome, Quote, Report, Route, Span
from quoteattr.cues.page import Page
from quoteattr.lexicon.lexicon import Lexicon
from quoteattr.testing import Told, documents, sentences

laws = settings(max_examples=60, deadline=None, derandomize=True)

WORDS = (
    "قال وقالت وأضاف يقول مؤكداً مشيراً نقلت أعلن عن إن أن بأن أنه قوله بحسب وفقاً حسبما كما أفاد هل قيل "
    "الوزير سامي الطويل وكالة الأنباء مسؤول الذي في من إلى للصحافيين بيان المديرة هدى الزين فيلم فيما هؤلاء "
    'لن نتراجع الطريق مفتوح تعبيره س ج زار « » « » " " “ ” (( )) \' : ، . ؟ – \n'
).split(" ")
mixtures = st.lists(st.sampled_from(WORDS), max_size=50).map(" ".join)
texts = mixtures | st.text(max_size=60) | documents(most=5).map(lambda told: told.text)


@laws
@given(sentences() | documents())
def test_the_quotes_are_those_of_extract_where_somebody_speaks(told: Told) -> None:
    assert quoteattr.explain(told.text).quotes == quoteattr.extract(told.text)


@settings(laws, max_examples=200)
@given(texts)
def test_the_quotes_are_those_of_extract_in_any_text(text: str) -> None:
    assert quoteattr.explain(text).quotes == quoteattr.extract(text)


def places(report: Report, subject: str) -> list[int]:
    return [decision.span.start for decision in report.decisions if decision.subject == subject]


@settings(laws, max_examples=200)
@given(texts)
def test_every_cue_every_mark_and_every_quote_has_one_decision(text: str) -> None:
    page, report = Page.read(text, Lexicon.default()), quoteattr.explain(text)
    starts = page.tokens.starts
    marks = [*(pair.open for pair in page.marking.pairs), *page.marking.strays]
    assert sorted(places(report, "cue")) == sorted(starts[cue.first] for cue in page.cues)
    assert sorted(places(report, "mark")) == sorted(starts[at] for at in marks)
    told = Counter(d.quote for d in report.decisions if d.subject == "speaker")
    assert told == Counter(range(len(report.quotes)))


def spans(decision: Decision) -> list[Span]:
    found = [decision.span, *(part.span for part in decision.frame)]
    found.extend(trial.cue for trial in decision.trials if trial.cue)
    if decision.path is not None:
        found.extend(span for span in (decision.path.mention, decision.path.antecedent) if span)
        found.extend(candidate.mention for candidate in decision.path.candidates)
    return found


def agrees_with(decision: Decision, quote: Quote | None) -> list[str]:
    """Where a decision says something else than the quote that it names."""
    faults = []
    if decision.subject != "speaker" and decision.taken is not (quote is not None):
        faults.append("what is taken has a quote, what is refused has none")
    if quote is not None and decision.subject == "cue":
        inside = quote.cue and decision.span.start <= quote.cue.span.start < decision.span.end
        faults.extend([] if inside else ["its quote has another cue"])
    if quote is not None and decision.subject == "mark":
        held = any(decision.span.start < f.start <= f.end <= decision.span.end for f in quote.fragments)
        faults.extend([] if held else ["its quote has no fragment there"])
    if decision.path is not None and quote is not None:
        speaker, chosen = quote.speaker, decision.path.chosen
        if decision.taken is not (speaker is not None) or (speaker is None) is not (chosen is None):
            faults.append("the one chosen is the speaker")
        if (decision.path.route is Route.NOWHERE) is not (speaker is None):
            faults.append("an unknown speaker was found nowhere")
        if speaker is not None and decision.path.mention != speaker.mention:
            faults.append("another mention")
        if speaker is not None and decision.path.antecedent != speaker.antecedent:
            faults.append("another antecedent")
    return faults


@settings(laws, max_examples=200)
@given(texts)
def test_a_decision_says_what_its_quote_says(text: str) -> None:
    report = quoteattr.explain(text)
    for decision in report.decisions:
        quote = report.quotes[decision.quote] if decision.quote is not None else None
        assert agrees_with(decision, quote) == []
        assert all(text[span.start : span.end] == span.text for span in spans(decision))


@laws
@given(texts)
def test_one_rule_takes_a_cue_after_those_that_refused_and_before_those_not_asked(text: str) -> None:
    order = [Outcome.REFUSED, Outcome.TOOK, Outcome.NOT_ASKED]
    for decision in quoteattr.explain(text).decisions:
        outcomes = [trial.outcome for trial in decision.trials]
        if decision.subject == "cue":
            assert outcomes == sorted(outcomes, key=order.index)
            assert outcomes.count(Outcome.TOOK) <= 1
            assert not decision.taken or Outcome.TOOK in outcomes
        assert all(trial.reason for trial in decision.trials)


@laws
@given(texts)
def test_who_was_passed_over_is_not_the_one_chosen(text: str) -> None:
    for decision in quoteattr.explain(text).decisions:
        if decision.path is None:
            continue
        *passed, last = decision.path.candidates or (None,)
        assert all(candidate and candidate.objection and candidate.reason for candidate in passed)
        assert decision.path.chosen in (None, last)
