"""Alignment against its peers: the same texts, one run, one table.

    python -m benchmarks.bench_align [DATA]

A 1,000-word original of which 300 words stand in a 10,000-word candidate: made of words drawn at
random and, with the data folder there, news in English and Russian. Processor time, medians of runs
in turn, and ratios to `re.findall` on the candidate. The original is prepared once, but anew "from
strings". Then the same for long texts and for such as are made to be slow, with the most memory the
process had up to there.

copydetect and text-matcher are in the table when they are installed: `pip install --group peers`.
"""

from __future__ import annotations

import contextlib
import difflib
import importlib
import importlib.util
import io
import random
import re
import resource
import statistics
import sys
import time
from typing import TYPE_CHECKING

from evaluation.data import find_data
from rapidfuzz import fuzz, process

from reuse_guard.align import align
from reuse_guard.share import share_of_original
from reuse_guard.text.sentences import split_sentences
from reuse_guard.text.spans import Span, union
from reuse_guard.text.words import split_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

RUNS = 9


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


def copydetect_share(original: str, candidate: str) -> float:
    """Characters that its fingerprints cover, by its default sizes."""
    peer = importlib.import_module("copydetect")
    one, other = (
        peer.CodeFingerprint(name, 25, 1, filter=False, fp=io.StringIO(text.lower()))
        for name, text in (("original", original), ("candidate", candidate))
    )
    covered: int = peer.compare_files(one, other)[0]
    return covered / len(original)


def text_matcher_share(original: str, candidate: str) -> float:
    """Characters inside its matches; stop words are kept, as their list is a download."""
    peer = importlib.import_module("text_matcher.matcher")
    one, other = (peer.Text(text, "text", removeStopwords=False) for text in (original, candidate))
    with contextlib.redirect_stdout(io.StringIO()):
        _, spans, _ = peer.Matcher(one, other, removeStopwords=False).match()
    covered = union(Span(start, stop) for start, stop in spans)
    return sum(span.size for span in covered) / len(original)


def peers() -> Iterator[tuple[str, Callable[[str, str], float]]]:
    """Everything that measures a share and is installed."""
    yield "reuse_guard, from strings", our_share
    yield "rapidfuzz per sentence", rapidfuzz_share
    yield "difflib on words", difflib_share
    if importlib.util.find_spec("copydetect"):
        yield "copydetect", copydetect_share
    if importlib.util.find_spec("text_matcher"):
        yield "text-matcher", text_matcher_share


def seconds(task: Callable[[], object]) -> float:
    """Processor time of one call."""
    begin = time.process_time()
    task()
    return time.process_time() - begin


def medians(tasks: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Median of each task, run in turn so that a drifting machine treats them alike."""
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(RUNS):
        for name, task in tasks.items():
            times[name].append(seconds(task))
    return {name: statistics.median(spent) for name, spent in times.items()}


def made_pair() -> tuple[str, str]:
    """An original and a candidate of made words."""
    chance = random.Random(1)  # noqa: S311 - repeatable, not secret
    return with_copy(made_text(chance, 1_000), made_text(chance, 10_000))


def news_pair(folder: Path, language: str) -> tuple[str, str]:
    """The same of news articles, one after the other."""
    paths = sorted((folder / "news" / language).glob("*[0-9].txt"))
    texts = [path.read_text("utf-8", errors="replace") for path in paths]
    random.Random(3).shuffle(texts)  # noqa: S311 - repeatable, not secret
    words = " ".join(texts).split(" ")
    return with_copy(" ".join(words[:1_000]), " ".join(words[1_000:11_000]))


def with_copy(original: str, other: str) -> tuple[str, str]:
    """The original, and the other text with sentences of it put in the middle."""
    sentences = [original[a:b] for a, b in split_sentences(original)]
    half = len(other) // 2
    return original, f"{other[:half]}. {' '.join(sentences[10:27])} {other[half:]}"


def compare(title: str, original: str, candidate: str) -> None:
    """Print one table: everything on the same pair."""
    words, others = split_words(original), split_words(candidate)
    tasks: dict[str, Callable[[], object]] = {
        "re.findall on the candidate": lambda: re.findall(r"\w+", candidate),
        "split_words on the candidate": lambda: split_words(candidate),
        "align, both texts prepared": lambda: align(words, others),
        "a new candidate, words and all": lambda: align(words, split_words(candidate)),
    }
    shares = dict(peers())
    for name, peer in shares.items():
        tasks[name] = lambda peer=peer: peer(original, candidate)  # type: ignore[misc]
    spent = medians(tasks)
    base = spent["re.findall on the candidate"]
    print(f"{title:32} {'ms':>8} {'ratio':>7}  share")
    for name, one in spent.items():
        found = f"{shares[name](original, candidate):.3f}" if name in shares else ""
        print(f"{name:32} {1000 * one:8.2f} {one / base:7.2f}  {found}".rstrip())
    print()


def hard_pairs() -> Iterator[tuple[str, str, str]]:
    """Long texts, and such as are made to be slow."""
    chance = random.Random(2)  # noqa: S311 - repeatable, not secret
    article, long, million = (made_text(chance, words) for words in (1_000, 100_000, 1_000_000))
    half = article[: len(article) // 2]
    for words in (1_000, 10_000, 100_000, 1_000_000):
        yield f"half of it in {words:,} words", article, f"{half} {million[: 5 * words]}"
    yield "one word a million times", "river " * 1_000, "river " * 1_000_000
    yield "the same article 1,000 times", article, f"{article}\n" * 1_000
    yield "half of it 1,000 times", article, f"{half}\n" * 1_000
    yield "an original of 100,000 words", long, f"{long[: len(long) // 2]} {million[:1_000_000]}"


def main() -> None:
    """Print the tables."""
    compare("made words", *made_pair())
    folder = find_data(sys.argv[1] if len(sys.argv) > 1 else None)
    if folder:
        for language in ("en", "ru"):
            compare(f"news ({language})", *news_pair(folder, language))
    print(f"{'hard texts':32} {'words':>9} {'ms':>8}  share  memory")
    for name, original, candidate in hard_pairs():
        spent = seconds(lambda: our_share(original, candidate))  # noqa: B023 - called at once
        share = our_share(original, candidate)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        size = len(split_words(candidate))
        print(f"{name:32} {size:9,} {1000 * spent:8.1f}  {share:.3f}  {memory} MB")


if __name__ == "__main__":
    main()
