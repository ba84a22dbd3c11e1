"""The shape of the package: imports go downwards only, modules are small and named for what they hold."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Sequence
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "quoteattr"

# From the bottom up. A module imports from layers below its own, and from its own without a cycle.
LAYERS = (
    ("errors", "values"),
    ("grounds",),
    ("text",),
    ("lexicon",),
    ("cues",),
    ("speakers",),
    ("rules",),
    ("resolution",),
    ("confidence", "own_words"),
    ("explanation",),
    ("explaining",),
    ("extraction",),
    ("processes",),
    ("many",),
    ("wire",),
    ("columns",),
    ("command",),
    ("__init__", "__main__"),
    ("testing", "spark"),
)
THIRD_PARTY = {"regex", "attrs"}
# What a module or a layer may import besides: an extra brings it, and the core does without.
EXTRAS = {"command.progress": {"tqdm"}, "testing": {"hypothesis"}, "spark": {"pyspark", "pyarrow"}}
MOST_LINES = 250
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "misc"}

Layers = Sequence[Sequence[str]]


def modules(root: Path) -> dict[str, Path]:
    """Every module by its dotted name inside the package; a package is called by its own name."""
    found = {}
    for path in sorted(root.rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        if len(parts) > 1 and parts[-1] == "__init__":
            parts = parts[:-1]
        found[".".join(parts)] = path
    return found


def imports(path: Path, root: Path) -> Iterator[str]:
    """The absolute dotted names that a file imports, wherever in it the import stands."""
    package = (root.name, *path.relative_to(root).parts[:-1])
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = ".".join(package[: len(package) + 1 - node.level]) if node.level else ""
            origin = ".".join(part for part in (above, node.module) if part)
            yield from (f"{origin}.{alias.name}" for alias in node.names)


def inside(name: str, root: Path, known: dict[str, Path]) -> str | None:
    """The module of the package that an absolute name is or is taken from; None for a name outside it."""
    top, *rest = name.split(".")
    if top != root.name:
        return None
    while rest and ".".join(rest) not in known:
        rest.pop()
    return ".".join(rest) or "__init__"


def complaints(root: Path, layers: Layers) -> list[str]:
    known = modules(root)
    height = {name: number for number, layer in enumerate(layers) for name in layer}
    found = [f"{name} has no layer" for name in known if name.split(".")[0] not in height]
    edges: dict[str, set[str]] = {}
    for name, path in known.items():
        for imported in imports(path, root):
            target = inside(imported, root, known)
            if target is None:
                extras = EXTRAS.get(name, set()) | EXTRAS.get(name.split(".")[0], set())
                allowed = sys.stdlib_module_names | THIRD_PARTY | extras
                if imported.split(".")[0] not in allowed:
                    found.append(f"{name} imports {imported}, which is not among the dependencies")
                continue
            edges.setdefault(name, set()).add(target)
            own, other = (height.get(module.split(".")[0]) for module in (name, target))
            if own is not None and other is not None and other > own:
                found.append(f"{name} imports {target}, which lies above it")
    try:
        TopologicalSorter(edges).prepare()
    except CycleError as error:
        found.append("cycle: " + " -> ".join(error.args[1]))
    return found


def test_imports_go_downwards_only() -> None:
    assert complaints(PACKAGE, LAYERS) == []


def test_no_layer_is_left_behind() -> None:
    present = {name.split(".")[0] for name in modules(PACKAGE)}
    assert {name for layer in LAYERS for name in layer} == present


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A small package in good order: low < high, a package with two modules between them."""
    root = tmp_path / "pkg"
    (root / "middle").mkdir(parents=True)
    for name, source in {
        "__init__.py": "from pkg.high import top\n",
        "low.py": "import regex\nfrom attrs import frozen\nimport collections.abc\n",
        "middle/__init__.py": "from pkg.middle.one import first\n",
        "middle/one.py": "from pkg.low import bottom\n",
        "middle/two.py": "from . import one\nfrom ..low import bottom\n",
        "high.py": "from pkg import middle\nfrom pkg.middle.two import second\n",
    }.items():
        (root / name).write_text(source, "utf-8")
    return root


SMALL = (("low",), ("middle",), ("high",), ("__init__",))


def test_a_tree_in_good_order_has_no_complaints(tree: Path) -> None:
    assert complaints(tree, SMALL) == []


@pytest.mark.parametrize(
    ("file", "source", "complaint"),
    [
        ("low.py", "from pkg.high import top", "low imports high, which lies above it"),
        ("low.py", "import pkg.middle.one", "low imports middle.one, which lies above it"),
        ("low.py", "from pkg import high", "low imports high, which lies above it"),
        ("low.py", "from . import high", "low imports high, which lies above it"),
        ("middle/one.py", "from ..high import top", "middle.one imports high, which lies above it"),
        ("middle/one.py", "from pkg import top", "middle.one imports __init__, which lies above it"),
        ("low.py", "def late():\n    from pkg.high import top", "low imports high, which lies above it"),
        (
            "low.py",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from pkg import high",
            "low imports high, which lies above it",
        ),
        ("middle/one.py", "from pkg.middle.two import second", "cycle: "),
        ("low.py", "import numpy.linalg", "low imports numpy.linalg, which is not among the dependencies"),
        ("low.py", "import hypothesis", "low imports hypothesis, which is not among the dependencies"),
        ("low.py", "import pyspark", "low imports pyspark, which is not among the dependencies"),
        ("stray.py", "", "stray has no layer"),
    ],
)
def test_the_check_can_fail(tree: Path, file: str, source: str, complaint: str) -> None:
    (tree / file).write_text(source, "utf-8")
    assert any(found.startswith(complaint) for found in complaints(tree, SMALL))


@pytest.mark.parametrize(("name", "path"), modules(PACKAGE).items())
def test_modules_are_small_and_say_what_they_hold(name: str, path: Path) -> None:
    assert not EMPTY_NAMES & set(name.split("."))
    source = path.read_text("utf-8")
    assert 1 <= len(source.splitlines()) <= MOST_LINES
    assert ast.get_docstring(ast.parse(source)), "a module begins by saying what it holds"
