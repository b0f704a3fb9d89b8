"""The addresses that a candidate names as its source."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reuse_guard.documents.decode import decode
from reuse_guard.documents.frontmatter import SOURCE_KEYS, addresses_under
from reuse_guard.documents.limits import DEFAULT_LIMITS
from reuse_guard.documents.model import Format
from reuse_guard.urls.identity import parse_address

if TYPE_CHECKING:
    from reuse_guard.config import Config
    from reuse_guard.documents.model import Document


def declared_sources(candidate: Document, config: Config) -> dict[str, int]:
    """Addresses the candidate's front matter names as its source, each with its line.

    An address on the project's own site is the candidate's own, not a source.

    Raises:
        ReadError: the front matter cannot be read.
    """
    if candidate.format is not Format.MARKDOWN:
        return {}
    if config.source_keys == SOURCE_KEYS:
        lines = {signal.url: signal.line for signal in candidate.signals}
        found = {url: lines[url] for url in candidate.source_urls}
    else:
        text = decode(Path(candidate.source).read_bytes(), source=candidate.source).text
        keys = config.source_keys
        found = addresses_under(text, keys, source=candidate.source, limits=DEFAULT_LIMITS)
    return {url: line for url, line in found.items() if not _is_on(config.site, url)}


def _is_on(site: str | None, url: str) -> bool:
    own, address = parse_address(site or ""), parse_address(url)
    if own is None or address is None:
        return False
    return address.host.removeprefix("www.") == own.host.removeprefix("www.")
