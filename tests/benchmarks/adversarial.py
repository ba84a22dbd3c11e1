"""Texts that no paper prints, made to find what grows faster than the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle, islice, product

import corpus

_GIVEN = "سامر هالة نادر سلمى رامي ياسمين عادل ندى فادي ليلى كريم منى زياد رنا باسم دينا طارق هدى".split()
_BEGINNINGS = (
    "الحلو الصبا المرا الجبا الطوي السما البحي القصا الزيا الشها العبا المنصو النجا الفرا الدبا".split()
)
_ENDINGS = "ني غ د ر ن ل ش ب".split()


def names() -> Iterator[str]:
    """2,160 names of three words, over and over."""
    middle = "سليم جابر حنا".split()
    return cycle(
        f"{given} {second} {first}{last}"
        for first, last, second, given in product(_BEGINNINGS, _ENDINGS, middle, _GIVEN)
    )


def unclosed_marks(count: int) -> str:
    return "قال الوزير: " + "«لن نتراجع " * count


def closing_marks(count: int) -> str:
    return "قال الوزير: " + "لن نتراجع» " * count


def nested_marks(count: int) -> str:
    return "قال الوزير: " + "«" * count + "لن نتراجع" + "»" * count


def cues_in_a_sentence(count: int) -> str:
    return "أكد الوزير أن الطريق آمن " + "وأضاف أن الجسر آمن " * count


def names_in_a_sentence(count: int) -> str:
    return "قال " + " و".join(islice(names(), count)) + " إن الجسر آمن."


def names_that_speak(count: int) -> str:
    return " ".join(f"وقال {name}: «لن نتراجع»." for name in islice(names(), count))


def null_subjects(count: int) -> str:
    return "وصل الوزير سامي الطويل. " + "وأضاف أن الجسر آمن. " * count


def paragraph(characters: int) -> str:
    return corpus.in_one(None, characters).replace("\n", " ")


def blank_lines(count: int) -> str:
    return "قال الوزير:" + "\n" * count + "«لن نتراجع»."


# What it is called: how a text of a size is made, the greatest size.
TEXTS: dict[str, tuple[Callable[[int], str], int]] = {
    "unclosed marks": (unclosed_marks, 100_000),
    "closing marks": (closing_marks, 100_000),
    "marks in marks": (nested_marks, 100_000),
    "cues in one sentence": (cues_in_a_sentence, 100_000),
    "names in one sentence": (names_in_a_sentence, 100_000),
    "names that speak": (names_that_speak, 100_000),
    "null subjects": (null_subjects, 100_000),
    "one paragraph (characters)": (paragraph, 2_800_000),  # 5 MB
    "line ends": (blank_lines, 100_000),
}
