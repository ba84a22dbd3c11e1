"""What patterns can match: held against the regular expressions themselves, and against real frames."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from quoteattr import RULES, Lexicon, RuleError
from quoteattr.rules import Draft, Frame, Match, Page, Refusal, Rule
from quoteattr.rules.drafting import draft_quotes
from quoteattr.rules.language import FRAMES, frame_matching
from quoteattr.rules.pattern import LETTERS, may_be_empty, parse_pattern

CASES = sorted((Path(__file__).parent.parent / "cases").glob("*.jsonl"))

frames = st.from_regex(FRAMES.replace("$", r"\Z"))
_one = st.one_of(
    st.sampled_from(sorted(LETTERS)),
    st.sets(st.sampled_from(sorted(LETTERS)), min_size=1, max_size=4).map(
        lambda s: f"[{''.join(sorted(s))}]"
    ),
    st.sampled_from([".", "[^KQ]", "[SAMDROF]", "[VPN]"]),
)


def _larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda ways: f"(?:{'|'.join(ways)})"),
        st.tuples(inner, st.sampled_from(["*", "+", "?", "{2}", "{1,}", "{0,2}"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
    )


plain = st.recursive(_one, _larger, max_leaves=6)
looked = st.tuples(st.sampled_from(["(?=", "(?!"]), plain, st.sampled_from(["", "$"])).map(
    lambda parts: f"{parts[0]}{parts[1]}{parts[2]})"
)
patterns = st.tuples(
    st.sampled_from(["", "", "^"]), plain, st.sampled_from(["", ""]) | looked, st.just("") | plain,
    st.sampled_from(["", "", "$"]),
).map("".join)  # fmt: skip


@given(patterns, frames)
def test_a_pattern_that_a_frame_has_is_never_called_impossible(pattern: str, frame: str) -> None:
    if regex.search(pattern, frame):
        assert frame_matching(parse_pattern(pattern)) is not None


@given(patterns)
def test_the_frame_that_is_found_has_the_pattern(pattern: str) -> None:
    frame = frame_matching(parse_pattern(pattern))
    if frame is not None:
        assert regex.search(FRAMES, frame)
        assert regex.search(pattern, frame)


@given(patterns, frames)
def test_a_match_without_a_letter_is_foreseen(pattern: str, frame: str) -> None:
    found = regex.search(pattern, frame)
    if found is not None and found.start() == found.end():
        assert may_be_empty(parse_pattern(pattern))


def accept_nothing(page: Page, frame: Frame, match: Match) -> Draft | Refusal:
    return Refusal("noted")


@given(st.text(st.sampled_from("VSKQW^$|*+?.()[]{}12,:=!")))
def test_any_text_is_a_pattern_or_an_error_that_names_it(pattern: str) -> None:
    try:
        rule = Rule("my own", pattern, accept_nothing)
    except RuleError as error:
        told = str(error)
    else:
        told = f"rule 'my own', pattern: {rule.pattern}"
    assert told.startswith("rule 'my own', pattern: ")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_frame_that_is_built_is_one_that_patterns_are_held_against(path: Path) -> None:
    lexicon = Lexicon.default()
    built: set[str] = set()

    def note(page: Page, frame: Frame, match: Match) -> Draft | Refusal:
        built.add(frame.pattern)
        return Refusal("noted")

    for line in path.read_text("utf-8").splitlines():
        draft_quotes(Page.read(json.loads(line)["text"], lexicon), (Rule("noting", ".", note), *RULES))
    assert built
    assert [pattern for pattern in sorted(built) if not regex.search(FRAMES, pattern)] == []
