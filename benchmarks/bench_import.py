"""How long the package takes to import and the shipped example to check, as whole processes.

    python benchmarks/bench_import.py

Bounds: import at most 300 ms, `reuse-guard check` on the shipped example at most 1.0 s, warm.
"""

from __future__ import annotations

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
    "reuse-guard check (example)": [
        *("-m", "reuse_guard", "check", str(EXAMPLE / "original.html")),
        *(str(EXAMPLE / "too-long.html"), "--fail-on", "never"),
    ],
}


def seconds(arguments: list[str]) -> float:
    """Wall time of one process."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)  # noqa: S603
    return time.perf_counter() - start


def main() -> None:
    """Print a row for each command: median and minimum of the runs, less the bare interpreter."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(RUNS + 1):
        for name, arguments in COMMANDS.items():
            times[name].append(seconds(arguments))
    bare = statistics.median(times["python -c pass"][1:])
    print(f"{'command':42} {'median ms':>10} {'min ms':>8} {'less bare':>10}")
    for name, (_, *warm) in times.items():
        median = statistics.median(warm)
        row = f"{median * 1e3:10.0f} {min(warm) * 1e3:8.0f} {(median - bare) * 1e3:10.0f}"
        print(f"{name:42} {row}")


if __name__ == "__main__":
    main()
