"""What an extra brings stays outside the core, and its lack is told with the extra's name."""

from __future__ import annotations

import importlib
import subprocess
import sys

import pytest

EXTRAS = ("pyarrow", "pyspark", "quoteattr.spark")


def test_the_core_loads_no_extra() -> None:
    read = "import sys, quoteattr; quoteattr.extract('قال الوزير: «لن نتراجع».')"
    source = f"{read}; print(set({EXTRAS}) & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize("missing", ["pyarrow", "pyspark"])
def test_without_its_packages_the_error_names_the_extra(
    missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "quoteattr.spark", raising=False)
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(ImportError, match=r"pip install 'quoteattr\[spark\]'"):
        importlib.import_module("quoteattr.spark")
