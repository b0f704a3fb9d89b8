"""Other extractors of an article's text, called as their own documentation does."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

INSTALL = "pip install --group peers"
_MODULES = ("trafilatura", "readability", "resiliparse")


def missing_peers() -> list[str]:
    """The extractors that are not installed."""
    return [name for name in _MODULES if find_spec(name) is None]


def peers() -> dict[str, Callable[[str], str]]:
    """For each extractor that is installed, what gives the body of a page as text."""
    every = {
        "trafilatura": by_trafilatura,
        "trafilatura, precision": by_trafilatura_precision,
        "readability-lxml": by_readability,
        "resiliparse": by_resiliparse,
    }
    absent = tuple(missing_peers())
    return {name: extract for name, extract in every.items() if not name.startswith(absent or "-")}


def by_trafilatura(markup: str) -> str:
    """The text by trafilatura, comments left out as everywhere here."""
    import trafilatura  # noqa: PLC0415 - in the group `peers` alone

    return trafilatura.extract(markup, include_comments=False) or ""


def by_trafilatura_precision(markup: str) -> str:
    """The same, told to keep less."""
    import trafilatura  # noqa: PLC0415 - in the group `peers` alone

    return trafilatura.extract(markup, include_comments=False, favor_precision=True) or ""


def by_readability(markup: str) -> str:
    """The words of the article's markup by readability-lxml."""
    from lxml import html  # noqa: PLC0415 - with the peers alone
    from readability import Document  # noqa: PLC0415 - in the group `peers` alone

    summary = Document(markup).summary(html_partial=True)
    return "\n".join(map(str, html.fromstring(summary).itertext())) if summary.strip() else ""


def by_resiliparse(markup: str) -> str:
    """The main content by resiliparse."""
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415 - likewise

    return str(extract_plain_text(markup, main_content=True, alt_texts=False))
