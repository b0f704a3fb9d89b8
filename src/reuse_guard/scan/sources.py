"""The addresses that a candidate names as its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.documents.frontmatter import CANONICAL_KEYS
from reuse_guard.urls.identity import parse_address

if TYPE_CHECKING:
    from reuse_guard.config import Config
    from reuse_guard.documents.model import Document


def declared_sources(candidate: Document, config: Config) -> dict[str, int]:
    """Addresses the candidate's front matter names as its source, each with its line.

    An address on the project's own site is the candidate's own, not a source.
    """
    kinds = {"canonical" if key in CANONICAL_KEYS else key for key in config.source_keys}
    found: dict[str, int] = {}
    for signal in candidate.signals:
        is_named = signal.url in candidate.source_urls and signal.kind in kinds
        if is_named and not _is_on(config.site, signal.url):
            found.setdefault(signal.url, signal.line)
    return found


def _is_on(site: str | None, url: str) -> bool:
    own, address = parse_address(site or ""), parse_address(url)
    if own is None or address is None:
        return False
    return address.host.removeprefix("www.") == own.host.removeprefix("www.")
