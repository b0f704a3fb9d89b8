"""Check two pages against a policy of our own, and print every clause.

Run it from anywhere: `python examples/policy/check.py`.
"""

from pathlib import Path

from reuse_guard import check
from reuse_guard.policy import Declared

HERE = Path(__file__).parent


def main() -> None:
    """Print the outcome for each page, and below it the clauses with what would mend them."""
    for name in ("kept.html", "broken.html"):
        verdict = check(
            HERE / "article.md",
            HERE / name,
            policy=HERE / "night-post.toml",
            # No page shows this, nor a text how its page marks it: whoever asks has to say it.
            declared=Declared(commercial=False, marker=False),
        )
        print(f"{name}: {verdict.outcome}")
        for clause in verdict.clauses:
            print(f"  {clause.id:18} {clause.status:14} {clause.cure or clause.message}")


if __name__ == "__main__":
    main()
