"""Saved pages whose templates are changed: is the body found by one way of building pages alone?

    python -m evaluation.rebuilt [DATA] [--every N] [--change NAME]

The text of each page stays; its elements get other names, classes go, headings are all `<h1>`,
teasers or parts of the text become `<article>`s. For each change: F1 by runs of four words and how
many pages are under .9, the mean error where the first quarter is copied, and of a quarter and two
fifths copied how many are *review* and how many are judged wrongly.
"""

from __future__ import annotations

import argparse
import statistics
from hashlib import sha256
from typing import TYPE_CHECKING

import lxml.html
from lxml import etree

from evaluation.data import data_folder
from evaluation.extraction import load_cases, measure
from evaluation.pages import EXPECTED, excerpt, republication
from reuse_guard import Outcome, check, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from evaluation.extraction import Case
    from reuse_guard.documents.model import Document

FEW = 0.9


def elements(root: etree._Element, *tags: str) -> list[etree._Element]:
    """The elements with these names, or all."""
    return list(root.iter(*tags or ("*",)))


def unchanged(_: etree._Element) -> None:
    """The page as it was saved."""


def without_classes(root: etree._Element) -> None:
    """No element has a name that its author gave it."""
    for one in elements(root):
        for name in {"class", "id"}.intersection(one.attrib):
            del one.attrib[name]


def hashed_classes(root: etree._Element) -> None:
    """Names are made by a program, as by CSS modules."""
    for one in elements(root):
        for name in ("class", "id"):
            given = str(one.get(name) or "").split()
            if given:
                hashed = (sha256(word.encode()).hexdigest()[:6] for word in given)
                one.set(name, " ".join(f"css-{word}" for word in hashed))


def plain_boxes(root: etree._Element) -> None:
    """All sections of a page are `<div>`s."""
    for one in elements(root, "article", "main", "section", "header", "footer", "aside", "nav"):
        one.tag = "div"


def paragraphs_as_boxes(root: etree._Element) -> None:
    """Paragraphs are `<div>`s."""
    for one in elements(root, "p"):
        one.tag = "div"


def without_metadata(root: etree._Element) -> None:
    """Nothing is declared."""
    etree.strip_elements(root, "meta", "script", "link", with_tail=False)


def first_headings(root: etree._Element) -> None:
    """Every heading is an `<h1>`."""
    for one in elements(root, "h2", "h3", "h4"):
        one.tag = "h1"


def no_headings(root: etree._Element) -> None:
    """Headings are `<div>`s."""
    for one in elements(root, "h1", "h2", "h3", "h4"):
        one.tag = "div"


def boxed_paragraphs(root: etree._Element) -> None:
    """Each paragraph stands in a box of its own, as page builders set them."""
    for one in elements(root, "p"):
        outer = one.getparent()
        if outer is not None:
            box = etree.Element("div", {"class": "block"})
            box.tail, one.tail = one.tail, None
            outer.replace(one, box)
            box.append(one)


def broken_lines(root: etree._Element) -> None:
    """Paragraphs are lines of one box."""
    for one in elements(root, "p"):
        if one.getparent() is not None:
            line = etree.Element("br")
            line.tail, one.tail = one.tail, None
            one.addnext(line)
            line.addprevious(etree.Element("br"))
            one.tag = "span"


def teasers_as_articles(root: etree._Element) -> None:
    """What holds one link and a paragraph at most is an `<article>`."""
    for one in elements(root, "li", "div"):
        if len(one.findall(".//a")) == 1 and len(one.findall(".//p")) <= 1:
            one.tag = "article"


def parts_as_articles(root: etree._Element) -> None:
    """What holds two paragraphs or more is an `<article>`, also parts of one."""
    for one in elements(root, "div"):
        if len(one.findall("p")) > 1:
            one.tag = "article"


CHANGES: dict[str, Callable[[etree._Element], None]] = {
    change.__name__: change
    for change in (
        unchanged, without_classes, hashed_classes, plain_boxes, paragraphs_as_boxes,
        without_metadata, first_headings, no_headings, boxed_paragraphs, broken_lines,
        teasers_as_articles, parts_as_articles,
    )
}  # fmt: skip


def rebuilt(case: Case, change: Callable[[etree._Element], None]) -> Document:
    """One page, changed and read."""
    root = lxml.html.document_fromstring(case.markup)
    change(root)
    return read(lxml.html.tostring(root, encoding="unicode"), case.url, format="html")


def judged(case: Case, original: Document) -> Iterator[tuple[float, Outcome, float]]:
    """For each part of an article that is copied: the part, the outcome, the share."""
    for part in EXPECTED:
        page = republication(excerpt(case.body, part), case.url)
        verdict = check(original, page, original_url=case.url)
        yield part, verdict.outcome, verdict.share.ratio


def print_change(name: str, cases: list[Case]) -> None:
    """Print the row of one change."""
    f1, errors, wrong, review = [], [], 0, 0
    for case in cases:
        original = rebuilt(case, CHANGES[name])
        f1.append(measure([(case.body, original.body_text)]).f1)
        if not original.body:
            wrong += len(EXPECTED)
            continue
        for part, outcome, share in judged(case, original):
            errors.append(abs(share - part)) if part == min(EXPECTED) else None
            review += outcome is Outcome.REVIEW
            wrong += outcome not in (Outcome.REVIEW, EXPECTED[part])
    few = sum(one < FEW for one in f1)
    print(
        f"{name:22}{statistics.mean(f1):7.3f}{few:9}{100 * statistics.mean(errors):8.2f}"
        f"{review:8}{wrong:7}",
        flush=True,
    )


def main() -> None:
    """Print a row for each change."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?")
    parser.add_argument("--every", type=int, default=1, help="take one page of so many")
    parser.add_argument("--change", choices=CHANGES)
    options = parser.parse_args()
    cases = load_cases(data_folder(options.data))[:: options.every]
    print(f"{len(cases)} pages, {len(cases) * len(EXPECTED)} verdicts")
    print(f"{'':22}{'F1':>7}{'under .9':>9}{'error':>8}{'review':>8}{'wrong':>7}")
    for name in [options.change] if options.change else CHANGES:
        print_change(name, cases)


if __name__ == "__main__":
    main()
