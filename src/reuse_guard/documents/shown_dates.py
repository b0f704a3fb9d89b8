"""Which of a page's `<time>` elements says when its article was published.

A page dates tickers, calendars, comments and the articles that it lists as well; of 181 news pages
84 have such elements, and 7 say nowhere else when they were published.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

_BESIDE = ("nav", "aside", "footer")
_CHANGED = re.compile(r"modif|updat", re.IGNORECASE)


def times_of_article(
    times: Sequence[etree._Element], headline: etree._Element | None
) -> list[etree._Element]:
    """Those that stand nearest the headline; when the page was changed is told only by others.

    Args:
        times: elements with a date, in order.
        headline: of the page's article; None where it has none.
    """
    marked = [time for time in times if time.get("itemprop") == "datePublished"]
    apart = [time for time in marked or times if next(time.iterancestors(*_BESIDE), None) is None]
    own = apart if headline is None else _nearest(apart, headline)
    return [time for time in own if not _tells_change(time)] or own


def _nearest(times: Sequence[etree._Element], headline: etree._Element) -> list[etree._Element]:
    """Those in the smallest element that holds the headline too, inside its `<article>`."""
    around = {element: depth for depth, element in enumerate(headline.iterancestors())}
    article = next(headline.iterancestors("article"), None)
    found: dict[int, list[etree._Element]] = {}
    for time in times:
        if article is not None and next(time.iterancestors("article"), None) not in around:
            continue  # of a teaser, a comment
        depth = next(around[element] for element in time.iterancestors() if element in around)
        if article is None or depth <= around[article]:
            found.setdefault(depth, []).append(time)
    return found[min(found)] if found else []


def _tells_change(time: etree._Element) -> bool:
    said = f"{time.get('class')} {time.get('itemprop')}"
    return "publish" not in said and _CHANGED.search(said) is not None
