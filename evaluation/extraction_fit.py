"""Fit the weights of the body classifier, and say how it does on sites it has not seen.

    python -m evaluation.extraction_fit [DATA] [--write] [--folds N] [--seed S]

Every weight has the sign its name promises (a link never speaks for body, a closing mark never
against), so that a page unlike all others cannot be read upside down. Each page is learnt again
without the names of its boxes and its JSON-LD, again with nothing but boxes, and again as a bare
page, as people write by hand: see `copies.py`. Needs scipy (development only).
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import numpy as np
from scipy.optimize import minimize  # type: ignore[import-untyped]

from evaluation.copies import bare_copy, boxes_only
from evaluation.data import data_folder
from evaluation.extraction import (
    HEADINGS,
    Case,
    load_cases,
    measure,
    precision_and_recall,
    share_error,
)
from evaluation.pages import excerpt, republication
from evaluation.truth import counted_body, true_blocks
from reuse_guard import check
from reuse_guard.documents.html import parse_page
from reuse_guard.documents.model import Block, Document, Format
from reuse_guard.documents.roles import company, features
from reuse_guard.documents.roles.body import as_a_whole
from reuse_guard.documents.roles.doubts import doubts_about, unsure_blocks
from reuse_guard.documents.roles.label import judged_roles, look_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from reuse_guard import Outcome
    from reuse_guard.documents.roles.features import Declared
    from reuse_guard.documents.roles.label import Look

    Array = NDArray[np.float64]

WEIGHTS = Path(__file__).parents[1] / "src/reuse_guard/documents/roles/weights.py"
# Strength of the ridge penalty and the largest weight, both passes; chosen by cross-validation
# over sites, where values from 3 to 30 differ by less than a page.
RIDGE = 10.0
LARGEST = 4.0
WITHOUT_NAMES = 0.5  # weight of the copy without names
# Weights of the copies (`copies.py`). Boxes alone cost a thousandth of F1 on pages as they are; on
# such pages of other sites they bring F1 from .883 to .934.
BOXES_ONLY = 0.1
BARE = 0.1
FOLDS = 6
# Parts of an article that are copied; up to .3 are allowed by the policy they are held against.
PARTS = (0.05, 0.1, 0.2, 0.25, 0.28, 0.32, 0.35, 0.4, 0.5, 0.75, 1.0)
# Words past which a block weighs no more: long paragraphs are easy.
HEAVY = 60
NOTHING = 0.005  # weights below it are left out

FOR = frozenset(
    "long stop commas paragraph_of_prose generic_of_prose in_article in_main in_article_body"  # noqa: SIM905
    " prose_here prose_around prose_further near_prose near_lead near_article around_prose"
    " around_article declared_body declared_description first_judgement judgement_in_region"
    " in_region share_of_region siblings same_box mates_elsewhere same_corner neighbours"
    " second_neighbours between_body heading_of_body item_of_list finished_in_region"
    " table_mates lead_here beside_region".split()
)
EITHER = frozenset(
    "short middling item cell heading generic_beside_p quoted after_headline"  # noqa: SIM905
    " short_in_region first_of_region last_of_region".split()
)
# At least so much do names and shapes of boxes speak against body.
AGAINST = {
    "in_card": 1.0,
    "in_entry": 2.5,
    **dict.fromkeys(("linked", "mostly_linked"), 1.0),
    "beside_picture": 1.5,
    "under_picture": 3.0,
    "other_article": 3.5,
    **dict.fromkeys(
        ("near_furniture", "near_author", "near_join", "near_share", "near_related", "near_ad"), 0.5
    ),
    **dict.fromkeys(
        ("around_related", "around_author", "around_join", "around_share", "around_ad"), 0.25
    ),
}
NAMED = frozenset(
    name
    for name in features.NAMES
    if name.startswith(("near_", "around_", "declared", "not_declared", "in_art", "in_main"))
)


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A page ready for fitting."""

    case: Case
    declared: Declared
    text: str
    is_copy: bool
    look: Look
    is_body: Array
    weight: Array


@dataclass(frozen=True, slots=True)
class Reading:
    """A page read by a model that never saw its site."""

    page: Page
    document: Document


def main() -> None:
    """Cross-validate; with `--write`, fit on all pages and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--folds", type=int, default=FOLDS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--worst", type=int, default=0, help="show so many pages read worst")
    arguments = parser.parse_args()
    cases = load_cases(data_folder(arguments.data))
    pages = [prepare(case) for case in cases]
    pages += [prepare(boxes_only(case), part=BOXES_ONLY) for case in cases]
    pages += [prepare(bare_copy(case, number), part=BARE) for number, case in enumerate(cases)]
    report(cross_validate(pages, arguments.folds, arguments.seed), worst=arguments.worst)
    if arguments.write:
        first, second = fit(pages, arguments.seed)
        WEIGHTS.write_text(render(first, second), "utf-8")


def report(found: Sequence[Reading], *, worst: int) -> None:
    """Print the measures by both truths, verdicts on copies of known size, the worst pages."""
    print(HEADINGS)
    bodies = [r.document.body_text for r in found]
    cases = [r.page.case for r in found]
    counted = [
        (counted_body(case.markup, case.body), body)
        for case, body in zip(cases, bodies, strict=True)
    ]
    annotated = [(case.body, body) for case, body in zip(cases, bodies, strict=True)]
    print(measure(annotated).row("as annotated"))
    print(measure(counted).row("and standfirsts"))
    for part in PARTS:
        pairs = zip([r.document for r in found], [true for true, _ in counted], strict=True)
        outcomes = Counter(outcome_of(document, true, part).value for document, true in pairs)
        print(f"first {part:.0%} copied: {dict(sorted(outcomes.items()))}")
    errors = [share_error(*pair) for pair in counted]
    ranked = sorted(zip(errors, counted, found, strict=True), key=lambda row: -abs(row[0]))
    for error, pair, one in ranked[:worst]:
        precision, recall = precision_and_recall(*pair)
        name = f"{one.page.case.key[:12]} {one.page.case.url[:60]}"
        print(f"{name:76}{error:+6.1f} precision {precision:.2f} recall {recall:.2f}")


def outcome_of(document: Document, true: str, part: float) -> Outcome:
    """The verdict on a page of one's own that copies this part of the true body, with a link."""
    url = document.url or ""
    return check(document, republication(excerpt(true, part), url), original_url=url).outcome


def prepare(case: Case, *, part: float = 1.0) -> Page:
    """Read a page and label its blocks with its true body; a copy counts for a part of a page."""
    page, declared = parse_page(case.markup, source=case.key)
    look = look_at(page.blocks, declared)
    texts = [block.text for block in page.blocks]
    is_body = np.array(true_blocks(look, case.body), dtype=np.float64)
    words = np.array([min(len(text.split()), HEAVY) + 3 for text in texts], dtype=np.float64)
    weight = 1000 * part * words / words.sum()
    return Page(case, declared, page.text, part < 1, look, is_body, weight)


def cross_validate(pages: Sequence[Page], folds: int, seed: int) -> list[Reading]:
    """All pages, each read by a model that never saw its site, and by the rules after it."""
    fold = fold_of(pages, folds, seed)
    found = []
    for held_out in range(folds):
        first, second = fit([page for page in pages if fold[page.case.key] != held_out], seed)
        found += [
            reading(page, first, second)
            for page in pages
            if fold[page.case.key] == held_out and not page.is_copy
        ]
    return found


def reading(page: Page, first: Array, second: Array) -> Reading:
    """A page as a model reads it."""
    odds = together(page, alone(page, first)) @ second[:-1] + second[-1]
    chances = as_a_whole(
        page.look.blocks, page.look.boxes, 1 / (1 + np.exp(-odds)), page.look.headline
    )
    roles = judged_roles(page.look, chances)
    blocks = page.look.blocks
    document = Document(
        source=page.case.key,
        format=Format.HTML,
        sha256="",
        text=page.text,
        blocks=tuple(
            Block(role, b.text, b.start, b.stop, b.first_line, b.last_line, b.hidden)
            for b, role in zip(blocks, roles, strict=True)
        ),
        url=page.case.url,
        doubts=doubts_about(blocks, roles, page.declared),
        unsure=unsure_blocks(roles, chances),
    )
    return Reading(page, document)


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
    bounds = bounds_of((*features.NAMES, *company.NAMES))
    rows = np.vstack([together(page, unseen[id(page)]) for page in pages])
    return fit_first(pages), solve(rows, *targets(pages), bounds)


def fit_first(pages: Sequence[Page]) -> Array:
    """Weights of the first pass, each page once with and once without names."""
    named = np.array([name not in NAMED for name in features.NAMES])
    rows = np.vstack([page.look.own for page in pages])
    is_body, weight = targets(pages)
    return solve(
        np.vstack([rows, rows * named]),
        np.concatenate([is_body, is_body]),
        np.concatenate([weight, WITHOUT_NAMES * weight]),
        bounds_of(features.NAMES),
    )


def targets(pages: Sequence[Page]) -> tuple[Array, Array]:
    """What each block is and how much it weighs."""
    return np.concatenate([p.is_body for p in pages]), np.concatenate([p.weight for p in pages])


def alone(page: Page, first: Array) -> Array:
    """First judgements of a page's blocks."""
    chance: Array = 1 / (1 + np.exp(-(page.look.own @ first[:-1] + first[-1])))
    return chance


def together(page: Page, chance: Array) -> Array:
    """The features of the second pass."""
    look = page.look
    more = company.company_features(look.blocks, look.boxes, look.own, chance)
    return np.hstack([look.own, more])


def bounds_of(names: Sequence[str]) -> list[tuple[float, float]]:
    """The least and the largest weight of each feature: its sign, and for some a floor.

    That a box called "newsletter" or a list of cards holds no body is known of the web, whatever
    181 pages say.
    """
    bounds = []
    for name in names:
        if name in FOR:
            bounds.append((0.0, LARGEST))
        elif name in EITHER:
            bounds.append((-LARGEST, LARGEST))
        else:
            bounds.append((-LARGEST, -AGAINST.get(name, 0.0)))
    return bounds


def solve(
    rows: Array, is_body: Array, weight: Array, bounds: Sequence[tuple[float, float]]
) -> Array:
    """Logistic regression with a ridge, weights bounded by their signs; the bias stands last."""
    rows = np.hstack([rows, np.ones((len(rows), 1))])
    target = 2 * is_body - 1

    def loss(weights: Array) -> tuple[float, Array]:
        margin = np.clip(target * (rows @ weights), -50, 50)
        slope = -(target * weight / (1 + np.exp(margin)))
        ridge = np.append(weights[:-1], 0.0)
        value = weight @ np.logaddexp(0, -margin) + RIDGE / 2 * ridge @ ridge
        return float(value), rows.T @ slope + RIDGE * ridge

    start = np.append([min(high, 0.0) for _, high in bounds], 0.0)
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
