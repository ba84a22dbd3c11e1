"""Kill a long run again and again, resume it, and compare with a run that nobody disturbed.

    python tests/benchmarks/kill_and_resume.py --articles 5000 --kills 10 --workers 2

The process of the command is killed with SIGKILL at random moments, its workers are left to find out.
The exit status is 0 where the two outputs are equal to the byte and no worker outlived its run.
"""

from __future__ import annotations

import argparse
import json
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

import corpus

ROOT = Path(__file__).parent.parent.parent
MOMENT = 3.0  # seconds in which a worker must find out that its parent is gone


def main() -> int:
    parser = argparse.ArgumentParser(description="Kill, resume, compare.")
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1, help="of the moments")
    parser.add_argument("--corpus", type=Path, help="JSON Lines with text, in place of made-up articles")
    arguments = parser.parse_args()
    random = Random(arguments.seed)
    with tempfile.TemporaryDirectory() as folder:
        inputs, whole, torn = (Path(folder) / name for name in ("in.jsonl", "whole.jsonl", "torn.jsonl"))
        write(inputs, corpus.articles(arguments.corpus, arguments.articles))
        common = ["--json", "--workers", str(arguments.workers), str(inputs), "--output"]
        start = time.monotonic()
        if start_run([*common, str(whole)]).wait() != 0:
            return 1
        length = time.monotonic() - start
        print(f"{arguments.articles:,} articles undisturbed: {length:.1f} s, {whole.stat().st_size:,} bytes")
        kills = orphans = 0
        while True:
            run = start_run([*common, str(torn), "--resume"])
            try:
                left = length / (arguments.kills + 1) * random.uniform(0.4, 1.4)
                status = run.wait(left if kills < arguments.kills else None)
                break
            except subprocess.TimeoutExpired:
                workers = children(run.pid)
                run.send_signal(signal.SIGKILL)
                run.wait()
                kills += 1
                print(f"  kill {kills} after {left:.2f} s, at {note_of(torn)} articles noted")
                orphans += outliving(workers)
        equal = whole.read_bytes() == torn.read_bytes()
        left_over = sorted(path.name for path in Path(folder).iterdir() if path not in (inputs, whole, torn))
        print(f"{kills} kills, last status {status}, outputs equal: {equal}, workers left: {orphans}")
        print(f"files left over: {', '.join(left_over) or 'none'}")
        return int(not equal or status != 0 or orphans > 0 or bool(left_over) or kills < arguments.kills)


def write(path: Path, texts: list[str]) -> None:
    with path.open("w", encoding="utf-8") as lines:
        for number, text in enumerate(texts):
            lines.write(json.dumps({"id": f"article {number}", "text": text}, ensure_ascii=False) + "\n")


def start_run(arguments: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "quoteattr", *arguments], cwd=ROOT)


def note_of(output: Path) -> str:
    note = output.with_name(f"{output.name}.partial.json")
    return f"{json.loads(note.read_bytes())['done']['inputs']:,}" if note.exists() else "no"


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]


def outliving(pids: list[int]) -> int:
    end = time.monotonic() + MOMENT
    while (alive := [pid for pid in pids if Path(f"/proc/{pid}").exists()]) and time.monotonic() < end:
        time.sleep(0.05)
    return len(alive)


if __name__ == "__main__":
    sys.exit(main())
