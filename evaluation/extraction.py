"""How well the body of original pages is found, by the measure of their own benchmark.

    python -m evaluation.extraction [DATA]

For every page, the body found is compared with the true one by runs of four words (the measure
of scrapinghub's article-extraction-benchmark), and by the error that decides verdicts: copy
exactly the first 30% of the true body and see which share of the body found it is. Both are given
twice: with the true bodies as annotated, and with the standfirsts that belong to them by our
glossary (`evaluation/truth.py`). Other
extractors are measured in the same run, where they are installed (the group `peers`).
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import statistics
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from evaluation.data import data_folder
from evaluation.extraction_peers import INSTALL, missing_peers, peers
from evaluation.truth import counted_body
from reuse_guard.documents.html import read_html

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

COPIED = 0.30
FAR = 5.0  # points; an error past it is counted by itself
HEADINGS = f"{'':24}{'F1':>8}{'precision':>11}{'recall':>8}{'error':>7}{'bias':>8}{'over 5':>8}"
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

    def row(self, name: str) -> str:
        """A line under `HEADINGS`."""
        return (
            f"{name:24}{self.f1:8.4f}{self.precision:11.4f}{self.recall:8.4f}"
            f"{self.error:7.2f}{self.bias:+8.2f}{self.far:8.1%}"
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?")
    cases = load_cases(data_folder(parser.parse_args().data))
    print(f"{len(cases)} pages; share error in points, bias below 0 is lenient")
    found = {"reuse_guard": [body_of(case) for case in cases]}
    for name, extract in peers().items():
        found[name] = [extract(case.markup) for case in cases]
    for truth, bodies in (
        ("as annotated", [case.body for case in cases]),
        ("and standfirsts", [counted_body(case.markup, case.body) for case in cases]),
    ):
        print(f"{truth:24}{HEADINGS[24:]}")
        for name, texts in found.items():
            print(measure(list(zip(bodies, texts, strict=True))).row(name))
    if absent := missing_peers():
        print(f"not installed: {', '.join(absent)}; {INSTALL}")


def data_files(folder: Path) -> list[Path]:
    """What this evaluation reads."""
    pages = folder / "pages"
    return [pages / "ground-truth.json", *(pages / "html").glob("*.html.gz")]


def figures(folder: Path) -> dict[str, float]:
    """The measures that have floors."""
    found = measure_cases(load_cases(folder))
    return {"f1": found.f1, "error": found.error, "far": found.far}


def measure_cases(cases: Sequence[Case]) -> Measures:
    """Measures of the bodies this project finds."""
    return measure([(case.body, body_of(case)) for case in cases])


def body_of(case: Case) -> str:
    """The body this project finds."""
    return read_html(case.markup, source=case.key, url=case.url, sha256="").body_text


def load_cases(data: Path) -> list[Case]:
    """The pages with a true body, in order of their names."""
    folder = data / "pages"
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
        f1=2 * precision * recall / (precision + recall or 1.0),
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


if __name__ == "__main__":
    main()
