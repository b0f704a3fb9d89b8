"""How well the body of original pages is found, by the measure of their own benchmark.

    python -m evaluation.extraction [DATA] [--check]

For every page, the body found is compared with the true one by runs of four words (the measure
of scrapinghub's article-extraction-benchmark), and by the error that decides verdicts: copy
exactly the first 30% of the true body and see which share of the body found it is.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import statistics
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from evaluation.data import data_folder
from reuse_guard.documents.html import read_html

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FLOORS = Path(__file__).parent / "floors/extraction.json"
COPIED = 0.30
FAR = 5.0  # points; an error past it is counted by itself
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Case:
    """A page and its true body."""

    key: str
    url: str
    markup: str
    body: str


@dataclass(frozen=True, slots=True)
class Measures:
    """How close the bodies found are to the true ones.

    Attributes:
        f1: harmonic mean of precision and recall over runs of four words.
        precision: mean over pages.
        recall: mean over pages.
        error: mean absolute error of the share, in points of a hundred.
        bias: mean error; below 0 the verdict is lenient.
        far: part of the pages whose error is over `FAR` points.
    """

    f1: float
    precision: float
    recall: float
    error: float
    bias: float
    far: float

    def __str__(self) -> str:
        return (
            f"F1 {self.f1:.4f}, precision {self.precision:.4f}, recall {self.recall:.4f};"
            f" share off by {self.error:.2f} points (bias {self.bias:+.2f}),"
            f" over {FAR:.0f} on {self.far:.1%}"
        )


def main() -> int:
    """Measure, and compare with the recorded floors when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", type=Path)
    parser.add_argument("--check", action="store_true", help="fail below the recorded floors")
    arguments = parser.parse_args()
    cases = load_cases(arguments.data)
    found = measure([(case.body, body_of(case)) for case in cases])
    print(f"{len(cases)} pages: {found}")
    return check(found, cases) if arguments.check else 0


def body_of(case: Case) -> str:
    """The body this project finds."""
    return read_html(case.markup, source=case.key, url=case.url, sha256="").body_text


def check(found: Measures, cases: Sequence[Case]) -> int:
    """1 when a measure falls below its floor, 2 when the data is not what the floors are for."""
    floors = json.loads(FLOORS.read_text("utf-8"))
    if floors["data_sha256"] != digest(cases):
        print("the floors were recorded on other data", file=sys.stderr)
        return 2
    passed = (
        found.f1 >= floors["f1"] and found.error <= floors["error"] and found.far <= floors["far"]
    )
    print("floors hold" if passed else f"below the floors: {floors}")
    return 0 if passed else 1


def load_cases(data: Path | None) -> list[Case]:
    """The pages with a true body, in order of their names."""
    folder = data_folder(str(data) if data else None) / "pages"
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    return [
        Case(
            key,
            truth[key]["url"],
            _markup(folder / f"html/{key}.html.gz"),
            truth[key]["articleBody"],
        )
        for key in sorted(truth)
    ]


def _markup(path: Path) -> str:
    return gzip.decompress(path.read_bytes()).decode("utf-8", "replace")


def digest(cases: Iterable[Case]) -> str:
    """Hash of everything measured on."""
    found = hashlib.sha256()
    for case in cases:
        found.update(case.markup.encode() + b"\0" + case.body.encode() + b"\0")
    return found.hexdigest()


def measure(pairs: Sequence[tuple[str, str]]) -> Measures:
    """Measures over pairs of true body and body found."""
    precisions, recalls, errors = [], [], []
    for true, found in pairs:
        precision, recall = precision_and_recall(true, found)
        precisions.append(precision)
        recalls.append(recall)
        errors.append(share_error(true, found))
    precision, recall = statistics.mean(precisions), statistics.mean(recalls)
    return Measures(
        f1=2 * precision * recall / (precision + recall),
        precision=precision,
        recall=recall,
        error=statistics.mean(map(abs, errors)),
        bias=statistics.mean(errors),
        far=sum(abs(error) > FAR for error in errors) / len(errors),
    )


def precision_and_recall(true: str, found: str) -> tuple[float, float]:
    """Of one page, over runs of four words, as the benchmark counts them."""
    wanted, got = _runs(true), _runs(found)
    common = sum((wanted & got).values())
    return common / sum(got.values()), common / sum(wanted.values())


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def share_error(true: str, found: str) -> float:
    """Points by which the share of the first 30% of the true body is off."""
    words, body = _WORD.findall(true.lower()), _WORD.findall(found.lower())
    copied = words[: max(1, round(COPIED * len(words)))]
    if not body:
        return 100.0
    kept = Indel.similarity(copied, body) / 2
    return 100 * (kept / len(body) - len(copied) / len(words))


def aligned(texts: Sequence[str], body: str) -> list[float]:
    """For each block, the part of its words that stand in the true body, in order."""
    words: list[str] = []
    owner: list[int] = []
    for index, text in enumerate(texts):
        found = _WORD.findall(text.lower())
        words += found
        owner += [index] * len(found)
    counts = Counter(owner)
    matched: Counter[int] = Counter()
    for step in Indel.opcodes(words, _WORD.findall(body.lower())):
        if step.tag == "equal":
            matched.update(owner[step.src_start : step.src_end])
    return [matched[i] / counts[i] if counts[i] else 0.0 for i in range(len(texts))]


if __name__ == "__main__":
    sys.exit(main())
