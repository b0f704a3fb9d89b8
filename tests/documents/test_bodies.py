"""The body of pages in many languages, as many systems write them.

A case is two files in `bodies/`: the page, invented, and the lines of its body.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reuse_guard.documents.html import read_html

if TYPE_CHECKING:
    from reuse_guard.documents.model import Document

PAGES = sorted((Path(__file__).parent / "bodies").glob("*.html"))


def read_page(path: Path) -> Document:
    return read_html(path.read_text("utf-8"), source=path.name, url=None, sha256="")


def test_there_are_pages() -> None:
    assert len(PAGES) >= 20


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_body_is_found_whatever_the_language_and_the_system(path: Path) -> None:
    document = read_page(path)
    assert (
        document.body_text.splitlines() == path.with_suffix(".txt").read_text("utf-8").splitlines()
    )
    assert document.doubts == ()


def test_text_in_an_article_inside_the_headlines_article_is_sure() -> None:
    page = read_page(PAGES[0].with_name("english-article-inside-an-article.html"))
    assert page.unsure == ()
