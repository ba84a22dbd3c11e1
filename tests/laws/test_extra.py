"""``quoteattr.testing`` without the extra that brings Hypothesis."""

from __future__ import annotations

import subprocess
import sys

BLOCKED = "import sys; sys.modules['hypothesis'] = None; "


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


def test_without_hypothesis_the_error_names_the_extra() -> None:
    done = run(BLOCKED + "import quoteattr.testing")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("ModuleNotFoundError: quoteattr.testing needs hypothesis")
    assert "quoteattr[testing]" in done.stderr


def test_the_library_itself_needs_no_hypothesis() -> None:
    done = run(
        BLOCKED + "import quoteattr; print(quoteattr.extract('قال الوزير: «لن نتراجع».')[0].cue.lemma)"
    )
    assert (done.returncode, done.stdout.strip()) == (0, "قال")
    assert run("import sys, quoteattr; sys.exit('hypothesis' in sys.modules)").returncode == 0
