"""Check every candidate of this folder against the original, in Python.

Run it from anywhere: `python examples/quickstart/check.py`.
"""

from datetime import date
from pathlib import Path

from reuse_guard import check, read

HERE = Path(__file__).parent


def main() -> None:
    """Print one line for each candidate."""
    original = read(HERE / "original.html")  # read once, checked against many
    for name in ("allowed", "too-long", "no-link", "hidden-link", "whole"):
        verdict = check(
            original,
            HERE / f"{name}.html",
            candidate_url=f"https://leftbank.example/{name}",
            grants=[HERE / "grant.toml"] if name == "whole" else [],
            as_of=date(2026, 11, 1),
        )
        copied = f"{verdict.share.copied} of {verdict.share.total} words"
        print(f"{name:12} {verdict.outcome:10} {copied:20} {verdict.share.ratio:.1%}")


if __name__ == "__main__":
    main()
