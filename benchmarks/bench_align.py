"""Alignment against its peers: the same texts, one run, one table.

    python benchmarks/bench_align.py

A 1,000-word original of which 300 words stand in a 10,000-word candidate; medians, and ratios to
`re.findall` on the candidate.
"""

from __future__ import annotations

import difflib
import random
import re
import statistics
import time
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from reuse_guard.align import align
from reuse_guard.share import share_of_original
from reuse_guard.text.sentences import split_sentences
from reuse_guard.text.words import split_words

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS = 7


def made_text(chance: random.Random, words: int) -> str:
    """Sentences of made words, as frequent as words are in news (Zipf)."""
    vocabulary = [f"{chance.choice('bdgklmnprst')}{n:x}a" for n in range(20_000)]
    weights = [1 / (rank + 3) for rank in range(len(vocabulary))]
    drawn = chance.choices(vocabulary, weights, k=words)
    parts = [" ".join(drawn[at : at + 18]).capitalize() for at in range(0, words, 18)]
    return ". ".join(parts) + "."


def difflib_share(original: str, candidate: str) -> float:
    """Words in matching blocks of five words and more."""
    one, other = original.lower().split(), candidate.lower().split()
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    blocks = matcher.get_matching_blocks()
    return sum(block.size for block in blocks if block.size > 4) / len(one)  # noqa: PLR2004


def rapidfuzz_share(original: str, candidate: str) -> float:
    """Words of the sentences that a sentence of the candidate is 80% like."""
    ours = [original[a:b] for a, b in split_sentences(original)]
    theirs = [candidate[a:b] for a, b in split_sentences(candidate)]
    scores = process.cdist(ours, theirs, scorer=fuzz.ratio, score_cutoff=80)
    copied = sum(len(s.split()) for s, row in zip(ours, scores, strict=True) if row.any())
    return copied / len(original.split())


def our_share(original: str, candidate: str) -> float:
    """The share, words and all."""
    words = split_words(original)
    return share_of_original(align(words, split_words(candidate)), total=len(words)).ratio


def seconds(measure: Callable[[], object]) -> float:
    """Median of some runs."""
    times = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        measure()
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def main() -> None:
    """Print the table."""
    chance = random.Random(1)  # noqa: S311 - repeatable, not secret
    original, other = made_text(chance, 1_000), made_text(chance, 10_000)
    sentences = [original[a:b] for a, b in split_sentences(original)]
    candidate = f"{other[:30_000]}. {' '.join(sentences[10:27])} {other[30_000:]}"
    words, others = split_words(original), split_words(candidate)
    base = seconds(lambda: re.findall(r"\w+", candidate))
    rows: list[tuple[str, float, float | None]] = [
        ("re.findall on the candidate", base, None),
        ("split_words on the candidate", seconds(lambda: split_words(candidate)), None),
        ("align, both texts prepared", seconds(lambda: align(words, others)), None),
    ]
    for name, peer in (
        ("reuse_guard, from strings", our_share),
        ("rapidfuzz per sentence", rapidfuzz_share),
        ("difflib on words", difflib_share),
    ):
        spent = seconds(lambda peer=peer: peer(original, candidate))  # type: ignore[misc]
        rows.append((name, spent, peer(original, candidate)))
    print(f"{'':32} {'ms':>8} {'ratio':>7}  share (306 of 1,000 words copied)")
    for name, spent, share in rows:
        found = "" if share is None else f"{share:.3f}"
        print(f"{name:32} {1000 * spent:8.2f} {spent / base:7.2f}  {found}")


if __name__ == "__main__":
    main()
