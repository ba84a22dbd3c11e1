"""A script of one's own: it imports published names only, and a fault in it is told with its place."""

from __future__ import annotations

import ast
import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

import quoteattr

ROOT = Path(quoteattr.__file__).parent.parent
PUBLISHED = ("quoteattr", "quoteattr.rules")

SCRIPT = '''
from quoteattr import RULES, Extractor, Gender, Head, Kind, Lexicon, Rule, Sense, SpeakerKind, Verb
from quoteattr.rules import Draft, Refusal

def behind_a_dash(page, frame, match):
    verb = frame.cue.first
    start, _ = page.paragraph_of(verb)
    if page.forms[start] != "-" or page.forms[verb - 1] not in ("،", "؟"):
        return Refusal("no speech behind a dash")
    return Draft(match.rule, Kind.DIRECT, frame.cue, start + 1, verb, subject=match.unit("S").phrase)

lexicon = (
    Lexicon.from_tables("tables")
    .with_verbs(Verb("غمغم", Sense.SAY, ("direct", "bi_anna")))
    .with_heads(Head("مسحراتي", SpeakerKind.PERSON, Gender.MASCULINE))
)
dash = Rule("dash and verb", "^V[AD]*S", behind_a_dash, "- لن أبيع الطبلة، قال المسحراتي.")
extractor = Extractor(lexicon=lexicon, rules=(*RULES, dash))
quotes = extractor.extract("""- ومن يوقظ الحي؟ سأل العمدة.
- أوقظه وحدي، غمغم المسحراتي.
وقال المسحراتي إن الطبلة قديمة.""")
assert [(q.rule, q.speaker.name, q.speaker.kind.value, q.content.text) for q in quotes] == [
    ("dash and verb", "العمدة", "person", "ومن يوقظ الحي؟"),
    ("dash and verb", "المسحراتي", "person", "أوقظه وحدي"),
    ("complementiser and clause", "المسحراتي", "person", "الطبلة قديمة"),
], quotes
'''.strip()
PLACES = "id\tform\tkind\tgender\nriverside\tضفة النهر\tcity\tf\n"


def run(folder: Path, script: str, places: str = PLACES) -> subprocess.CompletedProcess[str]:
    (folder / "tables").mkdir()
    (folder / "tables" / "places.tsv").write_text(places, "utf-8")
    (folder / "script.py").write_text(script, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "script.py"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_script_adds_a_verb_a_head_and_a_rule(tmp_path: Path) -> None:
    done = run(tmp_path, SCRIPT)
    assert done.stderr == ""
    assert done.returncode == 0


def test_the_script_is_short_and_imports_published_names_only() -> None:
    assert len(SCRIPT.splitlines()) <= 30
    imported = [node for node in ast.walk(ast.parse(SCRIPT)) if isinstance(node, ast.Import | ast.ImportFrom)]
    assert len(imported) == 2
    for node in imported:
        assert isinstance(node, ast.ImportFrom)
        assert node.module in PUBLISHED
        assert {alias.name for alias in node.names} <= set(importlib.import_module(node.module).__all__)


@pytest.mark.parametrize("module", PUBLISHED)
def test_published_names_are_there(module: str) -> None:
    found = importlib.import_module(module)
    assert [name for name in found.__all__ if not hasattr(found, name)] == []


# label, what stands in the script, what is put in its place, the last line of the error
FAULTS = [
    (
        "a verb without its complement",
        '("direct", "bi_anna")',
        '"said"',
        "quoteattr.errors.LexiconError: verb 'غمغم', field complements: expected one of ",
    ),
    (
        "a verb without a sense",
        "Sense.SAY",
        '"mumble"',
        "quoteattr.errors.LexiconError: verb 'غمغم', field sense: expected one of say, ",
    ),
    (
        "a verb that ships",
        "غمغم",
        "قَالَ",
        "quoteattr.errors.LexiconError: verb 'قَالَ', field present: the lemma of a weak verb does not tell it",
    ),
    (
        "a head without a gender",
        "Gender.MASCULINE",
        '"m"',
        "quoteattr.errors.LexiconError: head 'مسحراتي', field gender: expected one of Gender.MASCULINE, ",
    ),
    (
        "a letter that no frame has",
        "^V[AD]*S",
        "^V[AD]*Z",
        "quoteattr.errors.RuleError: rule 'dash and verb', pattern: no frame has the letters Z",
    ),
    (
        "a pattern that no frame has",
        "^V[AD]*S",
        "V[AD]*^S",
        "quoteattr.errors.RuleError: rule 'dash and verb', pattern: no frame can be read as 'V[AD]*^S'",
    ),
    (
        "a guard that forgets the match",
        "(page, frame, match):",
        "(page, frame):",
        "quoteattr.errors.RuleError: rule 'dash and verb', guard: expected a function of page, frame and",
    ),
    (
        "a guard that gives nothing",
        "return Draft(",
        "Draft(",
        "quoteattr.errors.RuleError: rule 'dash and verb', guard: expected a Draft or a Refusal, got",
    ),
    (
        "a rule with the name of another",
        '"dash and verb", "^',
        '"colon and marks", "^',
        "quoteattr.errors.RuleError: rule 'colon and marks', name: another rule before it has this name",
    ),
    (
        "a rule that is not made",
        "(*RULES, dash)",
        "(*RULES, behind_a_dash)",
        "quoteattr.errors.RuleError: rules: expected a Rule, got function",
    ),
]


@pytest.mark.parametrize(("old", "new", "says"), [pytest.param(*fault, id=label) for label, *fault in FAULTS])
def test_a_fault_in_the_script_is_told_with_its_place(tmp_path: Path, old: str, new: str, says: str) -> None:
    broken = SCRIPT.replace(old, new)
    assert broken != SCRIPT
    done = run(tmp_path, broken)
    assert done.returncode == 1
    assert done.stderr.rstrip().splitlines()[-1].startswith(says)


@pytest.mark.parametrize(
    ("places", "says"),
    [
        pytest.param(
            PLACES.replace("city", "village"),
            "line 2, column kind: expected one of country, capital, city, bloc, seat, movement, agency, "
            "found 'village'",
            id="an unknown kind",
        ),
        pytest.param(PLACES.replace("\tf\n", "\n"), "line 2: expected 4 cells, found 3", id="a missing cell"),
        pytest.param(PLACES.replace("\tgender", ""), "line 1, column gender: this column is", id="no column"),
        pytest.param("", "line 1: expected a header line, found an empty file", id="an empty file"),
    ],
)
def test_a_fault_in_the_table_is_told_with_its_place(tmp_path: Path, places: str, says: str) -> None:
    done = run(tmp_path, SCRIPT, places)
    assert done.returncode == 1
    place = f"quoteattr.errors.LexiconError: {Path('tables', 'places.tsv')}, "
    assert done.stderr.rstrip().splitlines()[-1].startswith(place + says)
