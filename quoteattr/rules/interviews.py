"""Interviews: each answer is speech of the person interviewed, however the paper marks the turns.

The turns are told by paragraphs that end in a question mark, by ``س:`` and ``ج:``, by dashes, or by
the name before a colon; the person by the introduction (``التقت الصحيفة المخرج …``، ``في حوار مع …``).
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from quoteattr.cues.page import Page
from quoteattr.rules.rule import Draft
from quoteattr.speakers.phrase import NounPhrase, parse_phrase
from quoteattr.text.tokens import is_word
from quoteattr.values import Basis, Kind, SpeakerKind

_FEWEST_TURNS = 2
_LONGEST_LABEL = 6
_LONGEST_TALK = 4


@frozen
class Turn:
    """One paragraph of an interview: its tokens without the sign of the turn, and whose it is."""

    first: int
    last: int
    question: bool
    label: tuple[int, int] | None = None


def interview_answers(page: Page) -> tuple[list[Draft], list[tuple[int, int]]]:
    """The answers of an interview as drafts, and the token ranges of its questions.

    Nothing for a text that is no interview.
    """
    turns = [_turn(page, first, last) for first, last in page.layout.paragraphs]
    questions = [at for at, turn in enumerate(turns) if turn.question]
    answered = [at for at in questions if at + 1 < len(turns) and not turns[at + 1].question]
    labelled = [at for at in answered if turns[at].label and turns[at + 1].label]
    if (len(answered) < _FEWEST_TURNS and not labelled) or len(answered) * 2 < len(questions):
        return [], []
    if not _is_interview(page, turns, questions):
        return [], []
    person = _person(page, turns[: questions[0]])
    drafts: list[Draft] = []
    for number, at in enumerate(answered):
        following = questions[questions.index(at) + 1] if at != questions[-1] else at + 2
        answer = turns[at + 1 : following] if number + 1 < len(answered) else turns[at + 1 : at + 2]
        first, last = answer[0].first, answer[-1].last
        subject = _labelled(page, answer[0])
        basis = Basis.MENTION if subject else Basis.HEADING
        source = None if subject else person
        drafts.append(Draft("interview", Kind.DIRECT, None, first, last, (), subject, basis, source=source))
    return drafts, [(turns[at].first, turns[at].last) for at in questions]


def _turn(page: Page, first: int, last: int) -> Turn:
    end = last
    while end > first + 1 and not is_word(page.forms[end - 1]) and page.forms[end - 1] not in "؟?":
        end -= 1
    asks = page.forms[end - 1] in "؟?" and end - 1 > first
    start = first
    label = None
    while start < last and page.forms[start] in ("-", "–", "—", "*", "?", "؟", "•", "■", "."):
        start += 1
    if start + 1 < last and page.forms[start + 1] in (":", "-", "–", "/", "."):
        if page.forms[start] in page.roles["question_letter"]:
            return Turn(start + 2, last, question=True)
        if page.forms[start] in page.roles["answer_letter"]:
            return Turn(start + 2, last, question=False)
    for index in range(start, min(start + _LONGEST_LABEL, last)):
        if page.forms[index] == ":":
            label, start = (start, index), index + 1
            break
    return Turn(start, last, question=asks, label=label)


def _is_interview(page: Page, turns: Sequence[Turn], questions: Sequence[int]) -> bool:
    """Whether an introduction, letters or many turns say that this is an interview."""
    body = len(turns) - questions[0]
    many = len(questions) >= 3 and len(questions) * 3 >= body
    introduced = any(
        page.forms[index] in page.roles["meeting"] or page.forms[index] in page.roles["talk"]
        for turn in turns[: questions[0]]
        for index in range(turn.first, turn.last)
    )
    lettered = any(page.forms[index] in page.roles["answer_letter"] for index, _ in page.layout.paragraphs)
    labelled = all(turns[at].label for at in questions)
    return (introduced and len(questions) * 4 >= body) or many or lettered or labelled


def _labelled(page: Page, turn: Turn) -> NounPhrase | None:
    if turn.label is None:
        return None
    phrase = parse_phrase(page, *turn.label)
    return phrase if phrase is not None and phrase.last == turn.label[1] else None


def _person(page: Page, introduction: Sequence[Turn]) -> NounPhrase | None:
    """The person whom the introduction names as the one interviewed."""
    named: list[NounPhrase] = []
    for turn in introduction:
        index = turn.first
        while index < turn.last:
            form = page.forms[index]
            after = _guest_after(page, index, turn.last) if form in page.roles["talk"] else index + 1
            if form in page.roles["meeting"] or after > index + 1:
                met = _named_after(page, after, turn.last)
                if met is not None:
                    return met
            phrase = parse_phrase(page, index, turn.last) if page.noun(index, turn.last) else None
            if phrase is not None and phrase.named and phrase.kind is SpeakerKind.PERSON:
                named.append(phrase)
                index = phrase.last
                continue
            index += 1
    return named[-1] if named else None


def _guest_after(page: Page, index: int, last: int) -> int:
    """Where the guest of a talk is named: ``حوار مع``، ``في حوار خاص مع``; the next token if nowhere."""
    for at in range(index + 1, min(index + _LONGEST_TALK, last)):
        if page.forms[at] == "مع":
            return at + 1
    return index + 1


def _named_after(page: Page, index: int, last: int) -> NounPhrase | None:
    for start in range(index, min(index + 12, last)):
        found = page.noun(start, last)
        person = found is not None and found.head.kind is SpeakerKind.PERSON
        phrase = parse_phrase(page, start, last) if person or page.is_given_name(start) else None
        if phrase is not None and phrase.named:
            return phrase
    return None
