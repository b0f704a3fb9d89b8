"""Time to load every preset in a fresh process, and to judge facts against a policy.

Run `python benchmarks/policies.py`. Bounds: 150 ms for all presets, 1 ms for judging.
"""

from __future__ import annotations

import subprocess
import sys
from statistics import median

RUNS = 9
LOADING = """
import time
from reuse_guard.policy import load_policy, preset_ids
start = time.perf_counter()
for policy_id in preset_ids():
    load_policy(policy_id)
print((time.perf_counter() - start) * 1000)
"""


def milliseconds(script: str) -> float:
    """Median of what the script prints, each run in a process of its own."""
    command = [sys.executable, "-c", script]
    runs = [
        subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
        for _ in range(RUNS)
    ]
    return median(float(run.stdout) for run in runs)


if __name__ == "__main__":
    print(f"load all presets  {milliseconds(LOADING):8.1f} ms  (bound 150)")
