"""Copies of a page for fitting: what is left of it when its authors' words and tags are taken away.

A page whose authors use names nobody foresaw, or boxes for everything, must still be read by its
text and by where that stands.
"""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from lxml import etree, html

if TYPE_CHECKING:
    from evaluation.extraction import Case

BARE_PARAGRAPHS = (1, 3, 6, 12)
# Elements that are no boxes around text, or that every page has.
_KEPT = frozenset(
    "html head body title meta link script style template noscript br a img picture source video"  # noqa: SIM905
    " audio iframe svg path span b strong i em small sup sub code pre form input button select"
    " option textarea h1".split()
)
_NAMES = frozenset({"class", "id", "itemprop", "data-component", "data-testid", "data-module"})


def bare_copy(case: Case, number: int) -> Case:
    """A headline and the first paragraphs of a page, as people write by hand."""
    paragraphs = BARE_PARAGRAPHS[number % len(BARE_PARAGRAPHS)]
    lines = [line for line in case.body.split("\n") if line.strip()][:paragraphs]
    markup = "<h1>What happened</h1>" + "".join(f"<p>{escape(line)}</p>" for line in lines)
    return replace(case, markup=markup, body="\n".join(lines))


def boxes_only(case: Case) -> Case:
    """A page whose every box is a `<div>` without a name, and without JSON-LD."""
    root = html.document_fromstring(case.markup)
    for element in root.iter(etree.Element):
        for name in set(element.attrib) & _NAMES:
            del element.attrib[name]
        if element.tag == "script":
            element.text = None
        elif element.tag not in _KEPT:
            element.tag = "div"
    return replace(case, markup=html.tostring(root, encoding="unicode"))
