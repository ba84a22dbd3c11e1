"""A rule: a pattern over the letters of a frame, and a guard that accepts or says why not."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from inspect import signature

import regex
from attrs import field, frozen

from quoteattr.cues.detection import CueMatch
from quoteattr.cues.page import Page
from quoteattr.errors import RuleError
from quoteattr.rules.frame import LETTER_NAMES, Frame, Unit
from quoteattr.rules.pattern import PatternError, may_be_empty, parse_pattern
from quoteattr.speakers.phrase import NounPhrase
from quoteattr.text.marks import Pair
from quoteattr.values import Basis, Kind


@frozen
class Refusal:
    """Why a rule did not take what its pattern matched."""

    reason: str


@frozen
class Draft:
    """A quote before its speaker is resolved and its indirect content is cut to length.

    ``first`` and ``last`` are the tokens of the content, half open; ``open_end`` content reaches to
    ``last`` at most and ends where the next attribution begins; ``letters`` folded letters of its
    first token are a conjunction and no part of it. ``marks`` are the marked stretches that the
    draft claims as speech. ``basis`` says where a speaker without ``subject`` is sought; ``source``
    is a phrase elsewhere in the text that names the speaker.
    """

    rule: str
    kind: Kind
    cue: CueMatch | None
    first: int
    last: int
    marks: tuple[Pair, ...] = ()
    subject: NounPhrase | None = None
    basis: Basis = Basis.MENTION
    open_end: bool = False
    addressee: NounPhrase | None = None
    medium: tuple[int, int] | None = None
    relay: NounPhrase | None = None
    letters: int = 0
    source: NounPhrase | None = None


@lru_cache(maxsize=1 << 14)
def _found(pattern: regex.Pattern[str], letters: str) -> tuple[int, int] | None:
    """Where a pattern matches the letters of a frame; most frames of an article were met before."""
    found = pattern.search(letters)
    return None if found is None else found.span()


Guard = Callable[[Page, Frame, "Match"], "Draft | Refusal"]


@frozen
class Match:
    """What a pattern matched: the rule's name and the frame's units by letter."""

    rule: str
    units: tuple[Unit, ...]

    def unit(self, letter: str) -> Unit | None:
        """The first unit of the match with this letter."""
        return next((unit for unit in self.units if unit.letter == letter), None)


@frozen
class Rule:
    """A named pattern with its guard.

    ``pattern`` is a regular expression over the letters of a frame (see ``quoteattr.rules.frame`` for
    the letters, ``quoteattr.rules.pattern`` for the signs); it is searched for, so ``^`` binds it to
    the frame's first unit. ``guard`` takes the page, the frame and the match, and gives a Draft or a
    Refusal. ``example`` is an Arabic sentence that the rule is for.
    Raises RuleError naming the rule and the field: a name that is empty, a pattern that is none, names
    a letter that no frame has or can match without a letter, a guard that cannot be called so.
    """

    name: str
    pattern: str
    guard: Guard = field(repr=False)
    example: str = field(repr=False, default="")
    _compiled: regex.Pattern[str] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        for name in ("name", "pattern", "example"):
            if not isinstance(getattr(self, name), str):
                raise self._error(name, f"expected a str, got {type(getattr(self, name)).__name__}")
        if not self.name:
            raise self._error("name", "expected a name, found nothing")
        object.__setattr__(self, "_compiled", self._compile())
        self._check_guard()

    def match(self, frame: Frame) -> Match | None:
        """What the pattern matches of a frame, or None."""
        found = _found(self._compiled, frame.pattern)
        return Match(self.name, frame.units[found[0] : found[1]]) if found is not None else None

    def apply(self, page: Page, frame: Frame) -> Draft | Refusal | None:
        """A draft, a refusal with its reason, or None where the pattern does not match.

        Raises RuleError where the guard gives something else, or a draft outside the text.
        """
        match = self.match(frame)
        if match is None:
            return None
        result = self.guard(page, frame, match)
        if isinstance(result, Draft):
            first, last, end = result.first, result.last, len(page.tokens)
            if not 0 <= first <= last <= end:
                raise self._error("guard", f"its draft is the tokens {first} to {last} of {end}")
        elif not isinstance(result, Refusal):
            raise self._error("guard", f"expected a Draft or a Refusal, got {type(result).__name__}")
        return result

    def _error(self, name: str, what: str) -> RuleError:
        return RuleError(f"rule {self.name!r}, {name}: {what}")

    def _compile(self) -> regex.Pattern[str]:
        unknown = sorted({letter for letter in self.pattern if letter.isupper()} - LETTER_NAMES.keys())
        if unknown:
            raise self._error("pattern", f"no frame has the letters {', '.join(unknown)}")
        try:
            compiled = regex.compile(self.pattern)
            empty = may_be_empty(parse_pattern(self.pattern))
        except (regex.error, PatternError) as error:
            raise self._error("pattern", str(error)) from None
        if empty:
            raise self._error("pattern", "it can match without a letter, so at every place of every frame")
        return compiled

    def _check_guard(self) -> None:
        if not callable(self.guard):
            raise self._error("guard", f"expected a function, got {type(self.guard).__name__}")
        try:
            signature(self.guard).bind(None, None, None)
        except TypeError:
            raise self._error("guard", "expected a function of page, frame and match") from None
        except ValueError:
            return  # written in C, so that nothing tells what it takes
