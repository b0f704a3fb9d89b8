"""Feed the page reader broken pages made from seeds, and time it.

    python -m benchmarks.fuzz_reading [SEEDS] [--seconds N] [--seed S]

Seeds are files of markup; without a folder, the scenarios of the tests. Parts of two seeds are cut,
doubled, swapped and joined. A crash, a false offset or a page over 5 s is printed with the markup
that made it, and ends the run with status 1.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

from reuse_guard.documents.html import read_html
from reuse_guard.errors import ReadError

SEEDS = Path(__file__).parents[1] / "tests/documents/scenarios_reading/html"
SLOWEST = 5.0  # seconds
LARGEST = 200_000  # characters


def main() -> int:
    """Run for some seconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seeds", nargs="?", type=Path, default=SEEDS)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    seeds = [path.read_text("utf-8", "replace") for path in sorted(options.seeds.glob("*.*"))]
    chance = random.Random(options.seed)  # noqa: S311 - not a secret
    end = time.monotonic() + options.seconds
    pages, slowest = 0, 0.0
    while time.monotonic() < end:
        markup = broken(seeds, chance)
        taken = try_page(markup)
        slowest = max(slowest, taken)
        pages += 1
        if taken > SLOWEST:
            print(f"took {taken:.1f} s: {markup[:2000]!r}")
            return 1
    print(f"{pages} pages in {options.seconds:.0f} s, the slowest {slowest:.2f} s, none failed")
    return 0


def broken(seeds: list[str], chance: random.Random) -> str:
    """A page made of pieces of seeds."""
    pieces = []
    for _ in range(chance.randint(1, 12)):
        seed = chance.choice(seeds)
        start = chance.randrange(len(seed))
        piece = seed[start : start + chance.randint(1, 400)]
        times = chance.choice((1, 1, 1, 2, 50))
        pieces.append(piece * times)
    markup = "".join(pieces)[:LARGEST]
    at = chance.randrange(len(markup))
    return markup[:at] + chance.choice("<>&\"'\0\ud800/=!-") + markup[at:]


def try_page(markup: str) -> float:
    """Read a page and check its offsets; the seconds of the processor it took."""
    begin = time.process_time()
    try:
        document = read_html(markup, source="fuzz", url="https://example.kz/", sha256="")
    except ReadError:
        return time.process_time() - begin
    for block in document.blocks:
        assert document.text[block.start : block.stop] == block.text, markup  # noqa: S101
    for link in document.links:
        assert document.text[link.start : link.stop] == link.anchor, markup  # noqa: S101
    return time.process_time() - begin


if __name__ == "__main__":
    sys.exit(main())
