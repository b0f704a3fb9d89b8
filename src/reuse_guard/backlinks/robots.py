"""What a page tells search engines: meta robots and the X-Robots-Tag header."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reuse_guard.documents.model import Document

_HEADER: Final = "x-robots-tag"
# A header may speak to one crawler alone; these are the search engines readers use.
_ENGINES: Final = frozenset(
    {"googlebot", "bingbot", "msnbot", "yandex", "yandexbot", "slurp", "baiduspider", "robots"}
)

# Directives that have a value after a colon themselves.
_VALUED: Final = frozenset(
    {"unavailable_after", "max-snippet", "max-image-preview", "max-video-preview"}
)


def directives(candidate: Document, headers: Mapping[str, str] | None) -> frozenset[str]:
    """All directives for search engines, in lower case; `none` is given as its two parts.

    >>> sorted(header_directives({"x-robots-tag": "googlebot: noindex, NOFOLLOW"}))
    ['nofollow', 'noindex']
    """
    found = candidate.robots | header_directives(headers)
    return found | {"nofollow", "noindex"} if "none" in found else found


def header_directives(headers: Mapping[str, str] | None) -> frozenset[str]:
    """The directives of X-Robots-Tag that search engines obey.

    A crawler's name before a colon holds for what follows it, up to the next name.
    """
    values = [value for name, value in (headers or {}).items() if name.strip().lower() == _HEADER]
    return frozenset(
        directive for value in values for line in value.splitlines() for directive in _heeded(line)
    )


def _heeded(line: str) -> Iterator[str]:
    heeded = True
    for part in line.lower().split(","):
        before, colon, after = (piece.strip() for piece in part.partition(":"))
        is_name = bool(colon) and before not in _VALUED
        if is_name:
            heeded = before in _ENGINES
        directive = after if is_name else before
        if heeded and directive:
            yield directive
