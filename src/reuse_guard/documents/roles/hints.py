"""What the names that page authors give their boxes tell: `class="story-body"`, `id="comments"`.

Names are only hints: each list holds words that many content systems share, none of one site.
The weights in `weights.py` say how much a hint counts, measured over many sites.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_WORDS = {
    "comment": (
        "comment commentlist disqus discussion reply respond kommentar comentario yorum forum"
    ),
    "related": (
        "related relacionada relacionado recommend recommended recommendation recirc more readmore"
        " also popular trending latest similar suggested next outbrain taboola teaser promo further"
        " recent recommendations onward carousel slider most"
    ),
    "caption": (
        "caption credit photo image img picture video player media gallery figure thumb thumbnail"
        " slideshow embed legend source copyright slide lightbox"
    ),
    "author": (
        "author byline bio biography profile contributor writer avatar reporter person autor auteur"
        " about journalist signature"
    ),
    "share": (
        "share sharing social follow facebook twitter tweet instagram whatsapp telegram button btn"
        " tool toolbar print action"
    ),
    "ad": "ad ads advert advertisement advertising sponsor sponsored dfp banner promoted adv",
    "join": (
        "newsletter subscribe subscription signup signin login register registration paywall"
        " premium"
        " donate donation support cookie consent gdpr modal popup overlay alert notification abo"
        " disclaimer terms legal form quiz poll survey membership cta"
    ),
    "furniture": (
        "nav navbar navigation menu footer foot header masthead breadcrumb breadcrumbs sidebar side"
        " aside rail widget sitemap skip search pagination pager branding topbar secondary tab"
    ),
    "meta": (
        "date time meta info published updated stamp timestamp label kicker category rubric eyebrow"
        " tag topic keyword hashtag count view views rating stats dateline datetime datum fecha"
    ),
    "lead": (
        "standfirst summary intro dek deck subtitle subheading subhead subhed excerpt abstract lead"
        " lede chapo sapo entradilla bajada sumario vorspann perex anons ingress description"
        " synopsis tagline strap subline sommario subheadline copete entete chapeau teasertext"
    ),
    "prose": (
        "prose wysiwyg richtext texto cuerpo corpo inhalt contenu artikeltext metin tekst"
        " articlebody"
        " maincontent paragraph bodytext storytext fulltext corps testo newstext"
    ),
    "article": "article story content body entry post text main paragraph copy news single artikel",
}
_CATEGORY = {word: category for category, words in _WORDS.items() for word in words.split()}
# "story-body", "entryContent", "post_text": a kind of work and a word for its text.
_WORKS = frozenset(
    "article story entry post news content main body single detail page artikel".split()  # noqa: SIM905
)
_TEXTS = frozenset("body text content copy paragraph".split())  # noqa: SIM905
_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]{2,}")
_ATTRIBUTES = ("class", "id", "itemprop", "data-component", "data-testid", "data-module")
# WordPress writes the tags and categories of a post into the class of its article.
_POST_CLASSES = ("hentry", "type-post")

UNFAVOURABLE = frozenset(_WORDS) - {"lead", "prose", "article"}


def hints_of(element: etree._Element) -> frozenset[str]:
    """The categories that an element's names suggest, such as `{"prose", "article"}`."""
    names = " ".join([value for name in _ATTRIBUTES if (value := element.get(name))])
    return _categories(names) if names else frozenset()


@lru_cache(maxsize=8192)
def _categories(names: str) -> frozenset[str]:
    if any(mark in names for mark in _POST_CLASSES):
        return frozenset({"article"})
    words = [word.lower() for word in _PART.findall(names[:1000])]
    found = set()
    for word in words:
        category = _CATEGORY.get(word) or _CATEGORY.get(word.removesuffix("s"))
        if category:
            found.add(category)
    if any(work in _WORKS and text in _TEXTS for work, text in pairwise(words)):
        found.add("prose")
    return frozenset(found)
