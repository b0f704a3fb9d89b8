"""Feed every reader bytes that an engine guided by coverage invents (atheris, libFuzzer).

    pip install --group fuzz
    python -m benchmarks.fuzz_readers [FOUND] [--seconds N]

Each input is read as a page, as Markdown, as plain text and as a feed, and its links are judged.
The seeds are `tests/documents/fuzz_seeds`, which a test replays; what the engine finds on its way
goes to the folder FOUND. A crash, a false offset, a reading over 5 s or memory past 2 GB ends the
run, and the input that made it is left in FOUND: mend the reader and keep the input as a seed.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

SEEDS = Path(__file__).parents[1] / "tests/documents/fuzz_seeds"
INSTRUMENTED = ["reuse_guard", "markdown_it", "mdit_py_plugins", "tinycss2", "cssselect2"]
SLOWEST = 5  # seconds
LONGEST = 4_096  # bytes of an input
MEMORY = 2_048  # megabytes


def main() -> int:
    """Run for some minutes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("found", nargs="?", type=Path, default=Path("build/fuzz"))
    parser.add_argument("--seconds", type=int, default=600)
    options = parser.parse_args()
    try:
        import atheris  # noqa: PLC0415 - in the group `fuzz` alone
    except ImportError:
        sys.exit("atheris is not installed: pip install --group fuzz")
    options.found.mkdir(parents=True, exist_ok=True)
    with atheris.instrument_imports(include=INSTRUMENTED):
        from benchmarks.fuzz_checks import read_every_way  # noqa: PLC0415 - to be instrumented

        for seed in SEEDS.iterdir():  # brings in the modules that readers import when needed
            read_every_way(seed.read_bytes())
    atheris.Setup(
        [
            sys.argv[0],
            f"-max_total_time={options.seconds}",
            f"-timeout={SLOWEST}",
            f"-rss_limit_mb={MEMORY}",
            f"-max_len={LONGEST}",
            f"-artifact_prefix={options.found}/failed-",
            "-len_control=0",
            "-print_final_stats=1",
            str(options.found),
            str(SEEDS),
        ],
        read_every_way,
    )
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
