"""Fit the weights of the body classifier, and say how it does on sites it has not seen.

    python -m evaluation.extraction_fit [DATA] [--write] [--folds N] [--seed S]

Every weight has the sign its name promises (a link never speaks for body, a closing mark never
against), so that a page unlike all others cannot be read upside down. Each page is learnt three
times: as it is; without the names of its boxes and its JSON-LD, so that a page whose authors use
words nobody foresaw is still read by its text and structure; and as a bare page without any dress,
as people write by hand. Needs scipy (development only).
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import numpy as np
from scipy.optimize import minimize  # type: ignore[import-untyped]

from evaluation.data import data_folder
from evaluation.extraction import HEADINGS, Case, Measures, aligned, load_cases, measure
from reuse_guard.documents.html import parse_page
from reuse_guard.documents.roles import company, features
from reuse_guard.documents.roles.boxes import Boxes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Array = NDArray[np.float64]

WEIGHTS = Path(__file__).parents[1] / "src/reuse_guard/documents/roles/weights.py"
# Strength of the ridge penalty and the largest weight, both passes; chosen by cross-validation
# over sites, where values from 3 to 30 differ by less than a page.
RIDGE = 10.0
LARGEST = 4.0
WITHOUT_NAMES = 0.5  # weight of the copy without names
BARE = 0.1  # weight of the copy that is nothing but headline and first paragraphs
BARE_PARAGRAPHS = (1, 3, 6, 12)
FOLDS = 6
# Words past which a block weighs no more: long paragraphs are easy.
HEAVY = 60
MOST = 0.6  # of a block's words in the true body, to call it body
NOTHING = 0.005  # weights below it are left out

FOR = frozenset(
    "long stop commas paragraph_of_prose generic_of_prose in_article in_main in_article_body"  # noqa: SIM905
    " prose_here prose_around prose_further near_prose near_lead near_article around_prose"
    " around_article declared_body declared_description first_judgement judgement_in_region"
    " in_region share_of_region siblings same_box same_path same_corner neighbours"
    " second_neighbours between_body heading_of_body item_of_list finished_in_region".split()
)
EITHER = frozenset(
    "short middling item cell heading generic quoted after_headline short_in_region first_of_region"  # noqa: SIM905
    " last_of_region".split()
)
NAMED = frozenset(
    name
    for name in features.NAMES
    if name.startswith(("near_", "around_", "declared", "not_declared", "in_art", "in_main"))
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page ready for fitting."""

    case: Case
    texts: list[str]
    bare: bool
    raw: tuple[Sequence[object], Boxes]
    own: Array
    is_body: Array
    weight: Array


def main() -> None:
    """Cross-validate; with `--write`, fit on all pages and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--folds", type=int, default=FOLDS)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    cases = load_cases(data_folder(arguments.data))
    pages = [prepare(case) for case in cases]
    pages += [
        prepare(bare_copy(case, BARE_PARAGRAPHS[index % len(BARE_PARAGRAPHS)]), bare=True)
        for index, case in enumerate(cases)
    ]
    print(HEADINGS)
    found = cross_validate(pages, arguments.folds, arguments.seed)
    print(found.row(f"{arguments.folds} folds over sites"))
    if arguments.write:
        first, second = fit(pages, arguments.seed)
        WEIGHTS.write_text(render(first, second), "utf-8")


def bare_copy(case: Case, paragraphs: int) -> Case:
    """A headline and the first paragraphs of a page, undressed."""
    lines = [line for line in case.body.split("\n") if line.strip()][:paragraphs]
    markup = "<h1>What happened</h1>" + "".join(f"<p>{escape(line)}</p>" for line in lines)
    return Case(case.key, case.url, markup, "\n".join(lines))


def prepare(case: Case, *, bare: bool = False) -> Page:
    """Read a page and label its blocks with its true body."""
    page, declared = parse_page(case.markup, source=case.key)
    headline = features.find_headline(page.blocks, declared.title)
    boxes = Boxes(page.blocks, headline)
    own = features.own_features(page.blocks, boxes, declared, headline)
    texts = [block.text for block in page.blocks]
    is_body = np.array([part >= MOST for part in aligned(texts, case.body)], dtype=np.float64)
    scale = 1000 * BARE if bare else 1000
    words = np.array([min(len(text.split()), HEAVY) + 3 for text in texts], dtype=np.float64)
    return Page(case, texts, bare, (page.blocks, boxes), own, is_body, scale * words / words.sum())


def cross_validate(pages: Sequence[Page], folds: int, seed: int) -> Measures:
    """Measures over all pages, each judged by a model that never saw its site."""
    fold = fold_of(pages, folds, seed)
    bodies = {}
    for held_out in range(folds):
        train = [page for page in pages if fold[page.case.key] != held_out]
        first, second = fit(train, seed)
        for page in pages:
            if fold[page.case.key] == held_out and not page.bare:
                chance = together(page, alone(page, first)) @ second[:-1] + second[-1]
                bodies[page.case.key] = "\n".join(
                    text for text, odds in zip(page.texts, chance, strict=True) if odds >= 0
                )
    return measure([(page.case.body, bodies[page.case.key]) for page in pages if not page.bare])


def fold_of(pages: Sequence[Page], folds: int, seed: int) -> dict[str, int]:
    """A fold for each page; pages of one site share it."""
    sites = {
        page.case.key: ".".join(urlsplit(page.case.url).netloc.split(".")[-2:]) for page in pages
    }
    names = sorted(set(sites.values()))
    order = np.random.RandomState(seed).permutation(len(names))
    number = {names[place]: index % folds for index, place in enumerate(order)}
    return {key: number[site] for key, site in sites.items()}


def fit(pages: Sequence[Page], seed: int) -> tuple[Array, Array]:
    """Weights of both passes, the bias last; the second learns from unseen first judgements."""
    fold = fold_of(pages, 4, seed + 1)
    unseen: dict[int, Array] = {}
    for held_out in range(4):
        first = fit_first([page for page in pages if fold[page.case.key] != held_out])
        for page in pages:
            if fold[page.case.key] == held_out:
                unseen[id(page)] = alone(page, first)
    signs = signs_of((*features.NAMES, *company.NAMES))
    rows = np.vstack([together(page, unseen[id(page)]) for page in pages])
    return fit_first(pages), solve(rows, *targets(pages), signs)


def fit_first(pages: Sequence[Page]) -> Array:
    """Weights of the first pass, each page once with and once without names."""
    named = np.array([name not in NAMED for name in features.NAMES])
    rows = np.vstack([page.own for page in pages])
    is_body, weight = targets(pages)
    return solve(
        np.vstack([rows, rows * named]),
        np.concatenate([is_body, is_body]),
        np.concatenate([weight, WITHOUT_NAMES * weight]),
        signs_of(features.NAMES),
    )


def targets(pages: Sequence[Page]) -> tuple[Array, Array]:
    """What each block is and how much it weighs."""
    return np.concatenate([p.is_body for p in pages]), np.concatenate([p.weight for p in pages])


def alone(page: Page, first: Array) -> Array:
    """First judgements of a page's blocks."""
    chance: Array = 1 / (1 + np.exp(-(page.own @ first[:-1] + first[-1])))
    return chance


def together(page: Page, chance: Array) -> Array:
    """The features of the second pass."""
    blocks, boxes = page.raw
    return np.hstack([page.own, company.company_features(blocks, boxes, page.own, chance)])  # type: ignore[arg-type]


def signs_of(names: Sequence[str]) -> list[int]:
    """+1 for what speaks for body, -1 against, 0 for either."""
    return [0 if name in EITHER else 1 if name in FOR else -1 for name in names]


def solve(rows: Array, is_body: Array, weight: Array, signs: Sequence[int]) -> Array:
    """Logistic regression with a ridge, weights bounded by their signs; the bias stands last."""
    rows = np.hstack([rows, np.ones((len(rows), 1))])
    target = 2 * is_body - 1

    def loss(weights: Array) -> tuple[float, Array]:
        margin = np.clip(target * (rows @ weights), -50, 50)
        slope = -(target * weight / (1 + np.exp(margin)))
        ridge = np.append(weights[:-1], 0.0)
        value = weight @ np.logaddexp(0, -margin) + RIDGE / 2 * ridge @ ridge
        return float(value), rows.T @ slope + RIDGE * ridge

    bounds = [(-LARGEST * (sign <= 0), LARGEST * (sign >= 0)) for sign in signs]
    start = np.zeros(rows.shape[1])
    found = minimize(
        loss, start, jac=True, method="L-BFGS-B", bounds=[*bounds, (None, None)],
        options={"maxiter": 300},
    )  # fmt: skip
    solution: Array = found.x
    return solution


def render(first: Array, second: Array) -> str:
    """The weights as a module; those that came out at nothing are left out."""
    lines = [
        '"""Weights of the body classifier, fitted by `evaluation/extraction_fit.py`.',
        "",
        "Log odds: how much a feature at 1 speaks for a block being body. What is not listed",
        "weighs nothing. See docs/decisions/0021-body-by-two-passes.md.",
        '"""',
        "",
        "from __future__ import annotations",
        "",
        "from typing import Final",
    ]
    for title, names, weights in (
        ("ALONE", features.NAMES, first),
        ("TOGETHER", (*features.NAMES, *company.NAMES), second),
    ):
        lines += ["", f"{title}_BIAS: Final = {weights[-1]:.2f}", f"{title}: Final = {{"]
        ranked = sorted(zip(names, weights[:-1], strict=True), key=lambda pair: -abs(pair[1]))
        lines += [f'    "{name}": {w:.2f},' for name, w in ranked if abs(w) >= NOTHING]
        lines += ["}"]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
