"""How long the package takes to import and its commands to run, as whole processes.

    python benchmarks/bench_import.py

Bounds: import at most 300 ms, `reuse-guard check` on the shipped example at most 1.0 s, warm. The
names of the package are loaded at first use, so the row to compare is `from reuse_guard import
check`. Processor time is printed too: on a machine that does other work it is what repeats.
Compiled modules are kept, as an installation keeps them.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

EXAMPLE = Path(__file__).parent.parent / "examples" / "quickstart"
RUNS = 11
COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "import numpy, lxml, pydantic, rapidfuzz": [
        "-c",
        "import numpy, lxml.html, pydantic, rapidfuzz",
    ],
    "import reuse_guard": ["-c", "import reuse_guard"],
    "from reuse_guard import check": ["-c", "from reuse_guard import check"],
    "reuse-guard --version": ["-m", "reuse_guard", "--version"],
    "reuse-guard --help": ["-m", "reuse_guard", "--help"],
    "reuse-guard check (example)": [
        *("-m", "reuse_guard", "check", str(EXAMPLE / "original.html")),
        *(str(EXAMPLE / "too-long.html"), "--fail-on", "never"),
    ],
}


def seconds(arguments: list[str]) -> tuple[float, float]:
    """Wall time and processor time of one process."""
    before, start = os.times(), time.perf_counter()
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    subprocess.run(  # noqa: S603 - our own commands
        [sys.executable, *arguments], check=True, capture_output=True, env=environment
    )
    wall, after = time.perf_counter() - start, os.times()
    used = after.children_user - before.children_user
    return wall, used + after.children_system - before.children_system


def main() -> None:
    """Print a row for each command: medians of the runs, and the fastest of them."""
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in COMMANDS}
    for _ in range(RUNS + 1):
        for name, arguments in COMMANDS.items():
            times[name].append(seconds(arguments))
    print(f"{'command':42} {'median ms':>10} {'min ms':>8} {'processor':>10}")
    for name, (_, *warm) in times.items():
        walls, used = zip(*warm, strict=True)
        row = f"{statistics.median(walls) * 1e3:10.0f} {min(walls) * 1e3:8.0f}"
        print(f"{name:42} {row} {statistics.median(used) * 1e3:10.0f}")


if __name__ == "__main__":
    main()
