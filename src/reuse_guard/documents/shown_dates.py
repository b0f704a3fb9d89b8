"""Which of a page's `<time>` elements says when its article was published.

A page dates tickers, calendars, comments and the articles that it lists as well; of 181 news pages
84 have such elements, and 7 say nowhere else when they were published.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from reuse_guard.documents.html_tree import LONGEST_TEXT, text_in
from reuse_guard.expressions import expression
from reuse_guard.text.endings import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml import etree

_BESIDE = ("nav", "aside", "footer")
_SENTENCE: Final = 60  # letters of one that tells when something else was or will be
_STANDFIRST: Final = 500  # letters of the paragraphs between a headline and its date, at most
_MOST_LIKES: Final = 200  # headings of the headline's rank that may be the same again
# How a line under a headline begins that says when the article came out, as a sentence or not.
_SAYS_WHEN = expression(
    r"(?:(?:by|from)\s(?-i:[^\W\d_a-z])[^.!?\d]{1,100}?\W(?<!\bhad )(?<!\bwere )"
    r"|(?:this|the) (?:article|post|story|entry) (?:was|is)\s)?"
    r"(?:(?:first|originally)\s)?(?:published|posted)\b"
    r"|(?:(?:автор|текст)\b[^.!?]{1,100}?\W)?(?:опубликован[оа]?|размещено)\b"
    r"|(?:автор\w*\b[^.!?]{1,100}?\W)?(?:жарияланды|жарияланған)\b",
    re.IGNORECASE,
)
_CHANGED = expression(r"modif|updat", re.IGNORECASE)


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
    if not marked:
        far = _far_from(headline, apart) if headline is not None and apart else ()
        apart = _outside_sentences((time for time in apart if time not in far), headline)
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


def _far_from(headline: etree._Element, times: Sequence[etree._Element]) -> set[etree._Element]:
    """The dates in a header above the headline, and those below more text than a standfirst.

    None where an `<article>` tells what belongs to it; else calendars and cards stand in any box.
    """
    if next(headline.iterancestors("article"), None) is not None:
        return set()
    root, title = headline.getroottree(), text_in(headline)
    likes = islice(root.iter(headline.tag), _MOST_LIKES)
    same = {headline, *(like for like in likes if text_in(like) == title)}  # it may stand twice
    around, dates = set(headline.iterancestors("header")), set(times)
    far: set[etree._Element] = set()
    letters: int | None = None
    for element in root.iter("p", "time", headline.tag):
        if element in same:
            letters = 0
        elif letters is None:
            if element in dates and not around.issuperset(element.iterancestors("header")):
                far.add(element)
        elif element.tag == "p":
            letters += len(text_in(element))
        elif letters > _STANDFIRST:
            far.add(element)
    return far


def _outside_sentences(
    times: Iterable[etree._Element], headline: etree._Element | None
) -> list[etree._Element]:
    """Those whose paragraph or item is none; its text is read once, however many stand in it.

    An item that holds the headline is the whole article, as in a template that lists posts.
    """
    articles = set() if headline is None else set(headline.iterancestors("li"))
    boxes = [(time, next(time.iterancestors("p", "li"), None)) for time in times]
    held = {box for _, box in boxes if box is not None} - articles
    sentences = {box for box in held if _is_sentence(box)}
    return [time for time, box in boxes if box not in sentences]


def _is_sentence(box: etree._Element) -> bool:
    text = text_in(box)
    is_long = _SENTENCE <= len(text) < LONGEST_TEXT
    return is_long and ends_sentence(text) and not _SAYS_WHEN.match(text)


def _tells_change(time: etree._Element) -> bool:
    said = f"{time.get('class')} {time.get('itemprop')}"
    return "publish" not in said and _CHANGED.search(said) is not None
