"""What a page tells search engines: meta robots and the X-Robots-Tag header."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reuse_guard.documents.model import Document

_HEADER: Final = "x-robots-tag"
# A header may speak to one crawler alone; these are the search engines readers use.
_ENGINES: Final = frozenset(
    {"googlebot", "bingbot", "msnbot", "yandex", "yandexbot", "slurp", "baiduspider"}
)
_EVERY: Final = ("", "robots")

# Directives that have a value after a colon themselves.
_VALUED: Final = frozenset(
    {"unavailable_after", "max-snippet", "max-image-preview", "max-video-preview"}
)


class Directives(NamedTuple):
    """What search engines are told, in lower case; `none` is given as its two parts.

    Attributes:
        every: all of them.
        single: some that are named; what the others do, nobody told them.
    """

    every: frozenset[str]
    single: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """All that is told to any."""
        return self.every | self.single

    def told(self, directive: str) -> bool | None:
        """Whether search engines are told this; None where only some of them are."""
        return True if directive in self.every else None if directive in self.single else False


def directives(candidate: Document, headers: Mapping[str, str] | None) -> Directives:
    """All directives for search engines.

    >>> header_directives({"x-robots-tag": "noarchive, googlebot: NOFOLLOW"}).told("nofollow")
    """
    sent = header_directives(headers)
    every, single = candidate.robots | sent.every, candidate.crawlers | sent.single
    return Directives(_in_parts(every), _in_parts(single))


def _in_parts(found: frozenset[str]) -> frozenset[str]:
    return found | {"nofollow", "noindex"} if "none" in found else found


def header_directives(headers: Mapping[str, str] | None) -> Directives:
    """The directives of X-Robots-Tag that search engines obey.

    A crawler's name before a colon holds for what follows it, up to the next name.
    """
    values = [value for name, value in (headers or {}).items() if name.strip().lower() == _HEADER]
    found = [told for value in values for line in value.splitlines() for told in _heeded(line)]
    return Directives(
        frozenset(directive for directive, name in found if name in _EVERY),
        frozenset(directive for directive, name in found if name in _ENGINES),
    )


def _heeded(line: str) -> Iterator[tuple[str, str]]:
    """Each directive with the crawler it is for; the name is empty where it is for all."""
    name = ""
    for part in line.lower().split(","):
        before, colon, after = (piece.strip() for piece in part.partition(":"))
        is_name = bool(colon) and before not in _VALUED
        if is_name:
            name = before
        directive = after if is_name else before
        if directive:
            yield directive, name
