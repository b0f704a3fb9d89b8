"""A scan of 1,000 Markdown candidates of 700 words against 200 snapshots, as whole processes.

    python -m benchmarks.bench_scan [CANDIDATES [ORIGINALS]]

Bounds, on 2 cores: cold at most 20 s, warm (nothing changed) at most 1.5 s, at most 400 MB for all
processes together; one changed file, as a commit hook checks it, under 1.5 s. Half of the
candidates took 200 words of an original, a quarter says from where; the others are searched
against all. CPU seconds are of all processes: on a busy machine they tell more than the clock.
"""

from __future__ import annotations

import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import psutil
from benchmarks.bench_check import made_up_text

from reuse_guard.originals import Store

WARM_RUNS = 5
PROGRAM = [sys.executable, "-m", "reuse_guard"]


def make_project(root: Path, *, candidates: int, originals: int) -> None:
    """Write a project with made-up texts."""
    (root / "reuse-guard.toml").write_text('content = ["content/*.md"]\npolicy = "qazmonitor"\n')
    (root / "content").mkdir()
    store = Store(root / "originals", root / "reuse-guard.lock")
    texts = [made_up_text(700, seed=number) for number in range(originals)]
    for number, text in enumerate(texts):
        paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n"))
        page = f"<html><body><article><h1>Article {number}</h1>{paragraphs}</article></body></html>"
        store.add(
            page.encode(),
            suffix=".html",
            name="article",
            day=date(2026, 11, 1),
            address=f"https://news.example/{number}",
        )
    chance = random.Random(3)  # noqa: S311 - not a secret
    for number in range(candidates):
        source = chance.randrange(originals)
        (root / "content" / f"{number}.md").write_text(_candidate(number, source, texts, chance))


def _candidate(number: int, source: int, texts: list[str], chance: random.Random) -> str:
    declared = f"source: https://news.example/{source}\n" if number % 4 == 0 else ""
    front = f"---\ntitle: Candidate {number}\n{declared}---\n\n"
    if number % 2:
        return f"{front}{made_up_text(700, seed=100_000 + number)}\n"
    words = texts[source].split()
    start = chance.randrange(len(words) - 200)
    own = made_up_text(500, seed=100_000 + number)
    return f"{front}{own}\n\n{' '.join(words[start : start + 200])}\n"


def run(root: Path, *arguments: str) -> tuple[float, ...]:
    """Seconds by the clock and of CPU, and the largest memory of all processes together, in MB."""
    start, cpu = time.perf_counter(), cpu_seconds()
    process = psutil.Popen(
        [*PROGRAM, "scan", *arguments],
        cwd=root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    peak = 0
    while process.poll() is None:
        try:
            family = [process, *process.children(recursive=True)]
            peak = max(peak, sum(member.memory_info().rss for member in family))
        except psutil.Error:
            pass  # one of them ended meanwhile
        time.sleep(0.01)
    return time.perf_counter() - start, cpu_seconds() - cpu, peak / 1e6


def cpu_seconds() -> float:
    """CPU time of all processes that have ended so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Print a row for each kind of run."""
    candidates, originals = (int(each) for each in [*sys.argv[1:], "1000", "200"][:2])
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make_project(root, candidates=candidates, originals=originals)
        print(f"{candidates:,} candidates, {originals:,} originals, {psutil.cpu_count()} cores")
        print(f"{'run':28} {'seconds':>8} {'CPU s':>7} {'MB':>6}")
        report("cold", run(root))
        warm = [run(root) for _ in range(WARM_RUNS)]
        report("warm, median", medians(warm))
        changed = []
        for number in range(WARM_RUNS):
            file = root / "content" / f"{number}.md"
            file.write_text(f"{file.read_text()}\nChanged.\n")
            changed.append(run(root, str(file)))
        report(
            "one changed file, median", tuple(map(statistics.median, zip(*changed, strict=True)))
        )


def medians(rows: list[tuple[float, ...]]) -> tuple[float, ...]:
    """The median of each column."""
    return tuple(map(statistics.median, zip(*rows, strict=True)))


def report(name: str, measured: tuple[float, ...]) -> None:
    """Print one row."""
    seconds, cpu, megabytes = measured
    print(f"{name:28} {seconds:8.2f} {cpu:7.2f} {megabytes:6.0f}")


if __name__ == "__main__":
    main()
