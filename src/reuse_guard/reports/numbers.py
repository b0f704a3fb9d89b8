"""Numbers with what they count, in English."""

from __future__ import annotations


def many(number: int, thing: str) -> str:
    """So many things.

    >>> many(1, "candidate"), many(2000, "candidate")
    ('1 candidate', '2,000 candidates')
    """
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
