"""Laws of articles: what stands around a quote, or comes after it, does not change it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hypothesis import strategies as st

import quoteattr.extraction
from quoteattr.testing.comparison import CUE, SPANS, assert_same, complain, parts, where
from quoteattr.testing.contents import silent_paragraphs
from quoteattr.testing.oracle import Extract, plain
from quoteattr.testing.variation import Change, Variation
from quoteattr.text.marks import pair_marks
from quoteattr.text.sentences import lay_out
from quoteattr.text.tokens import tokenise
from quoteattr.values import Quote

_ANY = quoteattr.extraction.extract
_ALWAYS = ("kind", *SPANS, *CUE)


def paragraph_comes(text: str, at: int, paragraph: str, *, extract: Extract = _ANY) -> None:
    r"""A paragraph in which nobody speaks and no person is named, between two others or at an end.

    ``at`` is a code point at which a line begins, or the length of the text. Raises LawError.

    >>> text = "قالت سلمى الحداد إن الحصاد بدأ.\nوأضافت أن الأسعار ثابتة."
    >>> paragraph_comes(text, text.index("\n") + 1, "تساقطت الأمطار منذ الصباح.")
    """
    whole = f"{paragraph}\n" if at < len(text) else f"\n{paragraph}"
    assert_same("a paragraph without speech", Variation(text, [Change(at, at, whole)]), extract)


def paragraphs_to_come(text: str) -> st.SearchStrategy[tuple[int, str]]:
    """A place between the lines of a text, and a paragraph for it."""
    lines = [found.end() for found in re.finditer(r"\n", text)]
    return st.tuples(st.sampled_from([0, *lines, len(text)]), silent_paragraphs())


def article_follows(text: str, other: str, *, extract: Extract = _ANY) -> None:
    """Two articles in one text: each has the quotes that it has alone.

    A speaker of the one may be named more fully by the other (``الوزير``, ``الوزير سامي الطويل``),
    and where one alone leaves a speaker unknown, the other may tell. All marks of the texts must be
    closed, and ``other`` must have no headline and no interview, which only stand at the head of a
    text. Raises LawError.

    >>> article_follows("قال سامي الطويل إن الجسر آمن.", "قالت هدى الزين إن الجسر قديم.")
    """
    variation = Variation(text, [Change(len(text), len(text), f"\n\n{other}")])
    by = len(text) + 2
    alone, follow, both = extract(text), extract(other), extract(variation.after)
    wanted = [
        *(parts(quote, where) for quote in alone),
        *(parts(quote, lambda span: (span.start + by, span.end + by)) for quote in follow),
    ]
    found = [parts(quote, where) for quote in both]
    wrong = [] if len(wanted) == len(found) else [f"{len(found)} quotes, not {len(wanted)}"]
    for number, (one, two) in enumerate(zip(wanted, found, strict=False)):
        wrong.extend(_unlike(number, one, two, _ALWAYS))
        name, whole = one["speaker"], two["speaker"]
        if name is not None and not (whole is not None and _may_be(str(name), str(whole))):
            wrong.append(f"quote {number}, speaker: {whole!r}, which is not {name!r}")
    complain("an article behind another", variation, (*alone, *follow), both, wrong)


def _unlike(
    number: int, wanted: dict[str, object], found: dict[str, object], names: Sequence[str]
) -> list[str]:
    return [
        f"quote {number}, {name}: {found[name]!r}, not {wanted[name]!r}"
        for name in names
        if found[name] != wanted[name]
    ]


def _may_be(one: str, other: str) -> bool:
    """Whether two phrases can name one speaker: all words of one, or the same last two words.

    They may stand in different cases: المزارعون، المزارعين.
    """
    few, many = sorted((list(map(_bare, name.split())) for name in (one, other)), key=len)
    return set(few) <= set(many) or few[-2:] == many[-2:]


def _bare(word: str) -> str:
    """A word without its article, dual and plural in the genitive."""
    return re.sub("(?:ون|ان)$", "ين", word.removeprefix("ال"))


def text_ends(text: str, at: int, *, extract: Extract = _ANY) -> None:
    """A text cut off at any code point: the quotes that were finished there stay.

    A quote is finished where the sentence ends in which the last of its parts stands. It keeps kind,
    content, fragments, cue, mention, addressee, medium and relay, and nothing else may be finished
    there. Allowed to change are

    - the speaker's name, which is the fullest phrase in the whole text: it may become a shorter one
      (``الوزير سامي الطويل``, ``الطويل``) or one with another title;
    - the speaker, gender, number and basis where the antecedent stands behind the cut;
    - ``parent``, where the outer quote is not finished;
    - quotes without a cue (headlines, interviews, marks alone), which lean on the text below them.

    Raises LawError.

    >>> text_ends("قالت سلمى الحداد إن الحصاد بدأ. وأضافت أن الأسعار ثابتة.", 40)
    """
    variation = Variation(text, [Change(at, len(text), "")])
    before, after = extract(text), extract(variation.after)
    sentences = _sentence_ends(text)
    wanted = [quote for quote in before if _finished(quote, sentences, at)]
    found = [quote for quote in after if _finished(quote, sentences, at)]
    wrong = [] if len(wanted) == len(found) else [f"{len(found)} finished quotes, not {len(wanted)}"]
    for number, (one, two) in enumerate(zip(wanted, found, strict=False)):
        wrong.extend(_unlike(number, parts(one, where), parts(two, where), _ALWAYS))
        wrong.extend(_other_speaker(number, one, two, at))
    complain("the text ends here", variation, before, after, wrong)


def _sentence_ends(text: str) -> list[tuple[int, int]]:
    tokens = tokenise(text)
    sentences = lay_out(tokens, pair_marks(tokens)).sentences
    return [(tokens.starts[one.first], tokens.ends[one.last - 1]) for one in sentences]


def _finished(quote: Quote, sentences: Sequence[tuple[int, int]], at: int) -> bool:
    if quote.cue is None:
        return False
    people = [one.mention for one in (quote.speaker, quote.relay) if one is not None]
    spans = [quote.content, *quote.fragments, quote.cue.span, quote.addressee, quote.medium, *people]
    last = max(span.end for span in spans if span is not None)
    return all(end <= at for start, end in sentences if start < last <= end) and last < at


def _other_speaker(number: int, whole: Quote, cut: Quote, at: int) -> list[str]:
    one, two = whole.speaker, cut.speaker
    if one is not None and one.antecedent is not None and one.antecedent.end > at:
        return []
    if one is None or two is None:
        return [] if one is two else [f"quote {number}, speaker: {two!r}, not {one!r}"]
    if _may_be(plain(one.name), plain(two.name)):
        return []
    return [f"quote {number}, speaker: {two.name!r}, which is not {one.name!r}"]
