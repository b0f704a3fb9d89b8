"""What servers and their guards send in place of a page: errors, and tests for robots."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reuse_guard.documents.model import Format
from reuse_guard.errors import ReadError
from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from reuse_guard.documents.model import Document

_MOST_WORDS: Final = 120  # an article on such an answer has more
_MOST_BLOCKS: Final = 3
_LONGEST: Final = 80  # characters of a heading
_END: Final = r"(?=\W*\Z|\s*[-|\u2013\u2014(]|: access is denied)"
# As nginx, Apache, IIS, Varnish and CloudFront head their errors, and the titles and first lines
# of Cloudflare, Akamai, Imperva, F5, DDoS-Guard and Yandex. All are written by machines.
_REFUSED = expression(
    r"\W*(?:(?:http\W+)?error\W+)?(?:40[013]|429|50[0-4])\W+(?:error|bad request|unauthori[sz]ed"
    r"|authorization required|forbidden|access denied|too many requests|internal server error"
    r"|bad gateway|service (?:temporarily )?unavailable|backend fetch failed|gateway time-?out)"
    rf"{_END}"
    r"|(?:bad gateway|gateway time-?out|web server is [\w ]{4,30}|connection timed out"
    r"|a timeout occurred|origin is unreachable|ssl handshake failed) error code 5\d\d\W*\Z"
    r"|access denied\W*\Z|access to this page has been denied|attention required! \| cloudflare"
    r"|just a moment\W*\Z|(?:checking|verifying) your browser before (?:access|proceed)"
    r"|pardon our interruption\W*\Z|request rejected\W*\Z|request unsuccessful\. incapsula"
    r"|ddos-guard\W*\Z|too many requests\W*\Z|sorry, you have been blocked\W*\Z|вы не робот\?\Z"
    r"|(?:please )?verif(?:y|ying) (?:that )?you are (?:a )?human(?=\W*\Z|\.| by )"
    r"|подтвердите, что запросы отправляли вы(?=\W*\Z|\.|, а не робот)",
    re.IGNORECASE,
)
_GONE = expression(
    rf"\W*(?:(?:http\W+)?error\W+)?4(?:04|10)\W+(?:error|(?:page |file )?not found|gone){_END}"
    r"|the requested url (?:\S+ )?was not found on this server",
    re.IGNORECASE,
)


def refusal_in(document: Document) -> str:
    """The heading of a page that a server sent in place of one that is there; empty if it is none.

    That a page is gone is no refusal: nobody reads a copy there.
    """
    return _heading(document, _REFUSED)


def require_page(original: Document) -> None:
    """Refuse what a server sent in place of an article.

    Raises:
        ReadError: it did.
    """
    if heading := _heading(original, _REFUSED) or _heading(original, _GONE):
        problem = (
            f'is what a server sends in place of an article ("{heading}"); open the article in a'
            " browser and save it there"
        )
        raise ReadError(problem, source=original.source)


def _heading(document: Document, heads: re.Pattern[str]) -> str:
    if document.format is not Format.HTML or len(document.words) > _MOST_WORDS:
        return ""
    said = (document.title or "", *(block.text for block in document.blocks[:_MOST_BLOCKS]))
    heading = next((text[:_LONGEST] for text in said if heads.match(text)), "")
    is_article = heading and (document.published or document.authors)  # a brief on such an answer
    return "" if is_article else heading
