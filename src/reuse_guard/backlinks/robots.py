"""What a page tells search engines: meta robots and the X-Robots-Tag header."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reuse_guard.documents.model import Document

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
    found: set[str] = set()
    for name, value in (headers or {}).items():
        if name.strip().lower() != "x-robots-tag":
            continue
        heeded = True
        for line in value.splitlines():
            for part in line.lower().split(","):
                name, colon, value = map(str.strip, part.partition(":"))
                if colon and name not in _VALUED:
                    heeded = name in _ENGINES
                    name = value
                if heeded and name:
                    found.add(name)
            heeded = True
    return frozenset(found)
