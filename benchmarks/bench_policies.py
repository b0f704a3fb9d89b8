"""Time to load every preset in a fresh process, and to judge facts against a policy.

Run `python benchmarks/bench_policies.py`. Bounds: 150 ms for all presets, 1 ms for judging.
"""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import date
from statistics import median

from reuse_guard import read
from reuse_guard.align import align
from reuse_guard.measure.gather import gather
from reuse_guard.measure.pair import Pair
from reuse_guard.policy import load_policy, preset_ids
from reuse_guard.verdict.engine import decide, judge

RUNS = 9
JUDGED = 200
LOADING = """
import time
from reuse_guard.policy import load_policy, preset_ids
start = time.perf_counter()
for policy_id in preset_ids():
    load_policy(policy_id)
print((time.perf_counter() - start) * 1000)
"""
ORIGINAL = read("\n\n".join(f"Paragraph {n} tells of ferry {n} on lake {n}." for n in range(60)))
CANDIDATE = read(
    "<article>"
    + "".join(f"<p>Paragraph {n} tells of ferry {n} on lake {n}.</p>" for n in range(20))
    + "</article>",
    format="html",
)


def loading() -> float:
    """Median milliseconds to load all presets, each time in a process of its own."""
    command = [sys.executable, "-c", LOADING]
    runs = [
        subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
        for _ in range(RUNS)
    ]
    return median(float(run.stdout) for run in runs)


def judging(policy_id: str) -> float:
    """Median milliseconds to judge the facts of one pair against the last rule of a preset."""
    policy = load_policy(policy_id)
    rule = policy.rules[-1]
    passages = align(ORIGINAL.body_words, CANDIDATE.words)
    pair = Pair(
        ORIGINAL,
        CANDIDATE,
        passages,
        date(2026, 11, 20),
        original_urls=(f"https://{(*policy.hosts, 'any.example')[0]}/news/1",),
    )
    facts = gather(pair, policy, rule)
    times = []
    for _ in range(JUDGED):
        start = time.perf_counter()
        decide(judge(facts, policy, rule))
        times.append(time.perf_counter() - start)
    return median(times) * 1000


if __name__ == "__main__":
    slowest = max(preset_ids(), key=judging)
    print(f"load {len(preset_ids())} presets     {loading():8.2f} ms  (bound 150)")
    print(f"judge qazmonitor    {judging('qazmonitor'):8.3f} ms  (bound 1)")
    print(f"judge {slowest:<13} {judging(slowest):8.3f} ms  (bound 1; the slowest preset)")
