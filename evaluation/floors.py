"""Hold every evaluation against its recorded floors: `python -m evaluation.floors [DATA]`.

A file `evaluation/floors/NAME.json` names the figures of `evaluation.NAME` that may not get worse,
and the digest of the data they were measured on:

    {"data_sha256": "...", "at_least": {"f1": 0.97}, "at_most": {"error": 0.02}}

`evaluation.NAME` offers `data_files(folder)`, the files it reads, and `figures(folder)`, what it
measures. Exit status 0 when all hold or the data is not there (which is said), 1 below a floor, 2
on other data.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evaluation.data import find_data

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FLOORS = Path(__file__).parent / "floors"


def digest(files: Iterable[Path]) -> str:
    """One digest of the contents of all files, in order of their paths."""
    total = hashlib.sha256()
    for file in sorted(files):
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def shortfalls(floors: dict[str, Any], figures: dict[str, float]) -> Iterator[str]:
    """Every figure that is worse than its floor, in words."""
    for name, floor in floors.get("at_least", {}).items():
        if figures[name] < floor:
            yield f"{name} is {figures[name]:.4g}, below {floor:.4g}"
    for name, ceiling in floors.get("at_most", {}).items():
        if figures[name] > ceiling:
            yield f"{name} is {figures[name]:.4g}, above {ceiling:.4g}"


def hold(name: str, floors: dict[str, Any], folder: Path) -> int:
    """Measure one evaluation and print how it stands; its exit status."""
    evaluation = importlib.import_module(f"evaluation.{name}")
    found = digest(evaluation.data_files(folder))
    if found != floors["data_sha256"]:
        print(f"{name}: the data is not what the floors were recorded on ({found})")
        return 2
    start = time.perf_counter()
    missed = list(shortfalls(floors, evaluation.figures(folder)))
    seconds = time.perf_counter() - start
    print(f"{name}: {'; '.join(missed) or 'floors hold'} ({seconds:.0f} s)")
    return 1 if missed else 0


def main() -> int:
    """Hold all of them; the worst exit status."""
    folder = find_data(sys.argv[1] if len(sys.argv) > 1 else None)
    if folder is None:
        print("floors: no data folder (REUSE_GUARD_DATA), so no evaluation was held against them")
        return 0
    files = sorted(FLOORS.glob("*.json"))
    return max(hold(file.stem, json.loads(file.read_text("utf-8")), folder) for file in files)


if __name__ == "__main__":
    sys.exit(main())
