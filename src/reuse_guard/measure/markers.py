"""Markers on an original: whose material it is, and which terms an item stands under."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from reuse_guard.documents.model import Format, Role
from reuse_guard.expressions import expression
from reuse_guard.frozen import frozen
from reuse_guard.text.endings import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reuse_guard.documents.model import Block, Document
    from reuse_guard.text.spans import Span


class MarkerPlace(StrEnum):
    """Where a marker stands, from the surest sign of foreign material to the weakest."""

    BYLINE = "byline"
    LINE = "line"
    COPIED = "copied"
    CANDIDATE = "candidate"


@frozen
class FoundMarker:
    """A marker, and where it was found first."""

    marker: str
    place: MarkerPlace
    line: int


# A dateline credits the agency at the head of a paragraph: "LONDON (AP) -", "/Kazinform/". It is
# the article's in the first below a headline or a standfirst; "Oil got dearer (AP)" cites one.
_DATELINE_CHARACTERS = 60
_HEAD = 3
_LINE_WORDS = 7  # of a line that names a source, less one; a sentence with a name in it is longer
_OF_PICTURES = expression(
    r"\W*(?:photo|picture|image|video|фото|видео|снимок|сурет|бейне)", re.IGNORECASE
)


def find_markers(
    markers: Iterable[str], original: Document, candidate: Document, copied: Iterable[Span]
) -> tuple[FoundMarker, ...]:
    """Find each marker once, at its surest place.

    Args:
        markers: names as they stand in credits, whole words, in their own case.
        original: its byline, dateline and copied words are searched.
        candidate: searched in all it shows.
        copied: runs of copied words, characters of the original's text.
    """
    runs = tuple(copied)
    found = (_find(marker, original, candidate, runs) for marker in markers)
    return tuple(filter(None, found))


def has_marker(markers: Iterable[str], original: Document) -> bool | None:
    """Whether one of the markers stands with the article, outside its body.

    Capitals do not matter. None where it cannot be told: it stands below the article, where the
    foot of a page says the same of all that the site holds, or alone in a link to others of its
    kind; or the page was not given, only its text.
    """
    patterns = [_pattern(marker, re.IGNORECASE) for marker in markers]
    blocks = original.blocks
    end = max((block.stop for block in blocks if block.role.is_body), default=0)
    places = {
        _is_with_article(block, end)
        for block in blocks
        for pattern in patterns
        if not _is_apart(block, end) and _marks(pattern, block)
    }
    if True in places:
        return True
    return None if places or original.format is not Format.HTML else False


def _is_apart(block: Block, end: int) -> bool:
    """Whether it says nothing of the article: the menu above it, and what readers write."""
    return block.role is Role.COMMENT or (block.role is Role.NAVIGATION and block.start < end)


def _marks(pattern: re.Pattern[str], block: Block) -> bool:
    """Whether a block holds the marker; a link to another article has to be it."""
    if block.role.is_body:
        return False
    if block.role is Role.RELATED:
        return pattern.fullmatch(block.text.strip(" .!:")) is not None
    return pattern.search(block.text) is not None


def _is_with_article(block: Block, end: int) -> bool:
    return block.role is not Role.RELATED and block.start < end


def _find(
    marker: str, original: Document, candidate: Document, copied: tuple[Span, ...]
) -> FoundMarker | None:
    pattern = _pattern(marker)
    lines = {
        MarkerPlace.BYLINE: _credited(pattern, original),
        MarkerPlace.LINE: _line(original, lambda block: _names_source(pattern, block)),
        MarkerPlace.COPIED: _in_copied(pattern, original, copied),
        MarkerPlace.CANDIDATE: _line(candidate, lambda block: bool(pattern.search(block.text))),
    }
    return next((FoundMarker(marker, place, line) for place, line in lines.items() if line), None)


def _line(document: Document, is_meant: Callable[[Block], bool]) -> int:
    """The line of the first block that is meant; 0 where none is."""
    return next((block.first_line for block in document.blocks if is_meant(block)), 0)


def _credited(pattern: re.Pattern[str], original: Document) -> int:
    bylines = (block for block in original.blocks if block.role is Role.BYLINE)
    credit = (block for block in (*bylines, *_head(original)) if _credits(pattern, block))
    line = next((block.first_line for block in credit), 0)
    return line or int(any(pattern.search(author) for author in original.authors))


def _head(document: Document) -> Iterator[Block]:
    """The body to its third paragraph, with the list of points or the title that it begins with."""
    paragraphs = 0
    for block in document.body:
        yield block
        paragraphs += block.role is Role.PARAGRAPH and ends_sentence(block.text)
        if paragraphs == _HEAD:
            return


def _in_copied(pattern: re.Pattern[str], original: Document, copied: tuple[Span, ...]) -> int:
    runs = (run for run in copied if pattern.search(original.text, *run))
    return next((original.line_at(run.start) for run in runs), 0)


def _names_source(pattern: re.Pattern[str], block: Block) -> bool:
    """Whether it is a line of its own that names whose text it is: "Source: Reuters", "Reuters"."""
    if not (block.role.is_body or block.role is Role.OTHER) or _OF_PICTURES.match(block.text):
        return False
    is_line = len(block.text.split(None, _LINE_WORDS)) < _LINE_WORDS
    return is_line and pattern.search(block.text) is not None


def _credits(pattern: re.Pattern[str], block: Block) -> bool:
    if block.role is Role.BYLINE:
        return pattern.search(block.text) is not None
    found = pattern.search(block.text, 0, _DATELINE_CHARACTERS)
    if found is None:
        return False
    before, after = block.text[: found.start()], block.text[found.end() :]
    bracketed = before.rstrip().endswith(("(", "/", "[")) and after.lstrip().startswith(
        (")", "/", "]")
    )
    dashed = not before.strip() and after.lstrip().startswith(("-", "–", "—"))
    return bracketed or dashed


def _pattern(marker: str, flags: int = 0) -> re.Pattern[str]:
    """The marker as whole words in its own case or in capitals: "AP" is not the "ap" of "apt"."""
    spelled = "|".join(map(re.escape, dict.fromkeys((marker, marker.upper()))))
    return expression(rf"(?<!\w)(?:{spelled})(?!\w)", flags)
