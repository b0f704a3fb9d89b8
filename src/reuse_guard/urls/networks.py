"""Pages of a publisher on social networks: what is posted there is not the article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reuse_guard.expressions import expression
from reuse_guard.urls.identity import site_of

if TYPE_CHECKING:
    from reuse_guard.urls.identity import Address

_NETWORKS: Final = """
    t.me telegram.me vk.com vk.ru ok.ru x.com twitter.com facebook.com fb.com instagram.com
    threads.net threads.com youtube.com tiktok.com linkedin.com dzen.ru bsky.app rutube.ru
    """
NETWORKS: Final = frozenset(_NETWORKS.split())
# What a publisher adds to its name on a network, besides the ending of its host.
_ADDED: Final = frozenset({*("", "news", "official", "media", "online", "live", "tv"), "kz", "ru"})
_SHORTEST: Final = 4  # letters of a name; shorter ones are parts of too many others
_NO_LETTER = expression(r"[^a-z0-9]")
_SEGMENTS: Final = 2  # /name/status/1, /@name, /s/name, /company/name


def network_of(host: str) -> str | None:
    """The social network that a host is of.

    >>> network_of("www.youtube.com"), network_of("m.vk.com"), network_of("orig.kz")
    ('youtube.com', 'vk.com', None)
    """
    name = host.removeprefix("www.").removeprefix("m.")
    return name if name in NETWORKS else None


def is_page_of(address: Address, own: Address) -> bool:
    """Whether an address on a network is a page that has the name of a publisher's site, or a post.

    >>> from reuse_guard.urls.identity import parse_address
    >>> own = parse_address("https://www.alatau-times.kz/news/1")
    >>> [
    ...     is_page_of(parse_address(f"https://{page}"), own)
    ...     for page in ("t.me/s/alatautimes_kz/123", "x.com/AlatauTimes/status/1", "t.me/other/1")
    ... ]
    [True, True, False]
    """
    if network_of(address.host) is None:
        return False
    label, _, ending = (site_of(own.host) or "").partition(".")
    name = _NO_LETTER.sub("", label)
    if len(name) < _SHORTEST or label.startswith("xn--"):
        return False
    added = _ADDED | {_NO_LETTER.sub("", ending)}
    folded = (_NO_LETTER.sub("", part.lower()) for part in address.path.split("/")[1:])
    return any(
        part.startswith(name) and part.removeprefix(name) in added
        for part, _ in zip(folded, range(_SEGMENTS), strict=False)
    )
