"""What of a text credits somebody for it: an article that speaks of its own paper does not.

"She told the Courier" stands in the copy because it stands in the article. Copied text credits
where it says who reports it, "передает «Курьер»" or "ASTANA (Courier) -", and where it is a line by
itself. A line that credits a picture credits no text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reuse_guard.text.endings import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reuse_guard.documents.model import Block
    from reuse_guard.text.spans import Span

MOST_IN_A_LINE: Final = 12  # words: such a block without a stop is a line, whoever wrote it first
_REACH: Final = 4  # words before and behind one that credits
_REPORTS: Final = re.compile(
    r"©|sources?|via|copyright|courtesy|reports|writes|published|appeared|according"
    r"|источник\w*|сообща[ею]т|переда[её]т|передают|пиш[еу]т|информирует|данным|ссылкой"
    r"|дереккөз\w*|хабарла\w+|жазады|жазды|сілтеме\w*|ақпаратынша|мәліметінше"
)
_DATELINE: Final = re.compile(
    r"\s*[^\n]{0,80}?(?P<name>(?:\S{1,40}\s{1,3}){0,3}\S{1,40})\s?[\u2013\u2014-]\s"
)
_PICTURE: Final = re.compile(
    r"\s*(?:photos?|pictures?|images?|illustrations?|video|фото(?:графии)?|видео|иллюстраци[яи]"
    r"|суреттер|сурет|бейне)\s*(?:by\b|credit\b|[:\u00a9\u2013\u2014/-])[^.;|\n]*",
    re.IGNORECASE,
)
# "The Courier is a newspaper of the steppe": what publishers say of themselves, above or below.
_ABOUT: Final = re.compile(r"\s*(?P<name>(?:\S{1,40}\s{1,3}){1,4}?)is (?:an?|the)\b")
# "By Asel Nurlan, The Courier. The ferry ...", "... said. Asel Nurlan, The Courier": lines that a
# paragraph of plain text has run into.
_BYLINE: Final = re.compile(
    r"\s*(?P<name>(?:by|авторы?|текст|мәтін)\b[^.!?\n]{1,80})", re.IGNORECASE
)
_TAIL: Final = re.compile(r"[.!?\u2026][»\"\u201d)]?\s+(?P<name>[^.!?\u2026\n]{1,60})$")
_TOKEN: Final = re.compile(r"\S+")


def without_picture(text: str) -> str:
    """A text without the credit of a picture that it begins with.

    >>> without_picture("Photo: The Courier"), without_picture("Photo and text: The Courier")
    ('', 'Photo and text: The Courier')
    """
    return _PICTURE.sub("", text, count=1) if _PICTURE.match(text) else text


def own_text(block: Block, copied: Iterable[Span]) -> str:
    """The text of a block of the candidate, without what is copied and credits nobody.

    Args:
        block: of the candidate.
        copied: characters of the candidate's text that come from the original, in runs.
    """
    text = block.text
    if len(text.split()) <= MOST_IN_A_LINE and not ends_sentence(text):
        return without_picture(text)
    letters = list(text)
    for run in copied:
        start, stop = max(run.start - block.start, 0), min(run.stop - block.start, len(text))
        letters[start : max(start, stop)] = " " * (stop - start)
    for start, stop in _crediting(text):
        letters[start:stop] = text[start:stop]
    return without_picture("".join(letters))


def _crediting(text: str) -> Iterator[tuple[int, int]]:
    """Where the text may say who reports it, as characters."""
    edges = (*(head.match(text) for head in (_DATELINE, _ABOUT, _BYLINE)), _TAIL.search(text))
    yield from (edge.span("name") for edge in edges if edge is not None)
    tokens = [*_TOKEN.finditer(text)]
    words = [token[0] for token in tokens]
    for index, word in enumerate(words):
        if _REPORTS.fullmatch(word.strip("«»\"'(),.:;\u201c\u201d").lower()):
            first, last = _sentence_around(words, index)
            yield tokens[first].start(), tokens[last].end()


def _sentence_around(words: list[str], index: int) -> tuple[int, int]:
    """The first and the last of the words near one that stand in its sentence."""
    first = last = index
    while first > 0 and index - first < _REACH and not words[first - 1].endswith((".", "!", "?")):
        first -= 1
    while last + 1 < len(words) and last - index < _REACH and not words[last].endswith((".", "!")):
        last += 1
    return first, last
