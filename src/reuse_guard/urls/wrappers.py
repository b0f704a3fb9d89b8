"""Addresses that stand for another: redirectors, shorteners, copies, share buttons.

Everything is read off the address; nothing is fetched. What an address does not tell (where a
shortener leads) stays unknown unless the caller says so.
"""

from __future__ import annotations

import base64
import binascii
import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl, unquote

from reuse_guard.expressions import expression
from reuse_guard.frozen import frozen
from reuse_guard.urls.gateways import GATEWAYS, address_behind
from reuse_guard.urls.identity import Address, parse_address
from reuse_guard.urls.shorteners import SHORTENERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Wrapper(StrEnum):
    """What stands between a link and the page it is about."""

    REDIRECTOR = "redirector"
    PATH = "path"  # holds the address in its path, and may lead there or not
    SHORTENER = "shortener"
    ARCHIVE = "archive"
    TRANSLATION = "translation"
    AMP_CACHE = "amp_cache"
    TURBO = "turbo"
    SHARE = "share"


@frozen
class Wrapped:
    """What an address stands for.

    Attributes:
        wrapper: how.
        url: the address inside; `""` when it cannot be told.
    """

    wrapper: Wrapper
    url: str


# Host (or the end of one) and the start of the path of buttons that spread an address.
_SHARES: Final = expression(
    r"""(?:^|\.)(?:
      facebook\.com/(?:sharer|share\.php|plugins/|dialog/(?:share|feed))
    | (?:twitter|x)\.com/(?:intent|share|home) | (?:bsky\.app|threads\.net)/intent
    | (?:t|telegram)\.me/share | (?:vk\.(?:com|ru)|vkontakte\.ru)/share
    | ok\.ru/(?:offer|dk\?.*share) | connect\.(?:mail|ok)\.ru/
    | linkedin\.com/(?:shareArticle|sharing|cws/share) | pinterest\.[a-z.]+/pin/create
    | whatsapp\.com/send | wa\.me/ | viber\.com/forward | line\.me/R/msg
    | reddit\.com/(?:r/[^/]+/)?submit | tumblr\.com/(?:share|widgets/share)
    | news\.ycombinator\.com/submitlink | getpocket\.com/(?:save|edit)
    | livejournal\.com/update | surfingbird\.ru/share | share\.yandex
    | addtoany\.com/ | addthis\.com/ | (?:mail|plus)\.google\.com/
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_SHARE_PATH: Final = expression(r"/share(?:r|\.php)?/?\Z")  # as most others call theirs
# Parameters by which redirectors name where they lead. `q` means a search on other hosts, and
# `next`, `return`, `ref` and `source` name where a reader came from or goes back to.
_TARGET_NAMES: Final = """
    url u to link target dest destination goto go out redirect redirect_url redirect_uri
    redirect_to redirecturl redir rurl href exit away outgoing site location uri l uddg st.link
    adurl murl ulp r redirect_link
    """
_TARGETS: Final = frozenset(_TARGET_NAMES.split())
# Hosts, with the start of the path, that name where they lead by a code that only they can read:
# articles in Google News and Apple News, what services that send newsletters put in the place of
# every link, and a gateway that mail goes through.
CODED: Final = {
    "news.google.com": ("/articles/", "/read/", "/stories/", "/rss/articles/", "/rss/read/"),
    "apple.news": ("/A",),
    "list-manage.com": ("/track/click",),
    "mandrillapp.com": ("/track/click",),
    "sendgrid.net": ("/ls/click", "/wf/click", "/ss/c/"),
    "klclick.com": ("/ls/click",),
    "substack.com": ("/redirect/",),
    "beehiiv.com": ("/ss/c/", "/v1/c/"),
    "convertkit-mail.com": ("/c/",),
    "convertkit-mail2.com": ("/c/",),
    "rs6.net": ("/tn.jsp",),
    "hubspotlinks.com": ("/ctc/", "/Ctc/"),
    "mlsend.com": ("/link/c/",),
    "mjt.lu": ("/lnk/",),
    "customeriomail.com": ("/e/c/",),
    "mimecast.com": ("/s/",),
}
# Hosts that measure, check or print the page whose address they are given, and lead nowhere.
_TOOLS: Final = frozenset(
    "pagespeed.web.dev gtmetrix.com validator.w3.org jigsaw.w3.org wave.webaim.org"  # noqa: SIM905
    " webpagetest.org webmaster.yandex.ru printfriendly.com cards-dev.twitter.com".split()
)
_GOOGLE = expression(r"(?:^|\.)google\.[a-z]{2,3}(?:\.[a-z]{2})?$")
_SCHEME = expression(r"https?:/{1,2}[^/]", re.IGNORECASE)
_HELD = expression(r"/https?(?::|%3a)(?:/|%2f)", re.IGNORECASE)
_BASE64 = expression(r"a1?(?=aHR0c)|(?=aHR0c)")
_ARCHIVE_HOSTS: Final = expression(
    r"(?:^|\.)(?:archive\.(?:org|ph|is|today|li|vn|fo|md)|webcitation\.org|arquivo\.pt"
    r"|webarchive\.org\.uk|perma\.cc|ghostarchive\.org|megalodon\.jp|timetravel\.mementoweb\.org)$"
)
_TRANSLATORS: Final = expression(
    r"(?:^|\.)(?:translate\.google\.[a-z.]+|translate\.yandex\.[a-z.]+|translate\.baidu\.com"
    r"|microsofttranslator\.com|fanyi\.baidu\.com|translate\.bing\.com)$"
)
_TURBO_PATH = expression(r"/(?:turbo/)?([^/]+\.[^/]+)/[sh]/(.*)\Z")
_MOST_NESTED: Final = 5  # wrappers in wrappers; two are met, more are a trick


def unwrap(url: str, shorteners: Mapping[str, str] | None = None) -> Wrapped | None:
    """What an address stands for, through every wrapper; None when it stands for itself.

    Args:
        url: an absolute address.
        shorteners: where shortened addresses lead, by address.

    >>> unwrap("https://www.google.com/url?q=https%3A%2F%2Forig.kz%2Fnews%2F1&sa=D").url
    'https://orig.kz/news/1'
    >>> unwrap("https://web.archive.org/web/2024/https://orig.kz/news/1").wrapper.value
    'archive'
    >>> unwrap("https://orig.kz/news/1") is None
    True
    """
    outer: Wrapped | None = None
    for _ in range(_MOST_NESTED):
        address = parse_address(url)
        inner = None if address is None else _unwrap_once(address, shorteners or {})
        if inner is None:
            break
        # A copy or a share button says more than the redirector around or inside it.
        kept = outer.wrapper if outer and outer.wrapper is not Wrapper.REDIRECTOR else inner.wrapper
        outer = Wrapped(kept, inner.url)
        if not inner.url:
            break
        url = inner.url
    return outer


def _unwrap_once(address: Address, shorteners: Mapping[str, str]) -> Wrapped | None:
    host = address.host.removeprefix("www.")
    short = _shortener(address, host, shorteners)
    if short:
        return short
    is_share = _SHARE_PATH.search(address.path) is not None and address.query
    if is_share or _SHARES.search(f"{host}{address.path}{_search(address)}"):
        return Wrapped(Wrapper.SHARE, next(_addresses_in(address), ""))
    return _copy(address, host) or _redirector(address, host)


# --- shorteners ----------------------------------------------------------------
def _shortener(address: Address, host: str, shorteners: Mapping[str, str]) -> Wrapped | None:
    for short, target in shorteners.items():
        known = parse_address(short)
        if known is not None and known.names_same(address):
            return Wrapped(Wrapper.SHORTENER, target)
    if host in SHORTENERS and not address.is_home and _in_path(address) is None:
        return Wrapped(Wrapper.SHORTENER, "")
    if address.path.startswith(coded_paths(host)):
        return Wrapped(Wrapper.SHORTENER, "")
    return None


def coded_paths(host: str) -> tuple[str, ...]:
    """How addresses begin whose target only their host can read; nothing for other hosts.

    >>> coded_paths("partner.us1.list-manage.com"), coded_paths("partner.example")
    (('/track/click',), ())
    """
    parts = host.split(".")
    names = (".".join(parts[at:]) for at in range(len(parts) - 1))
    return next((CODED[name] for name in names if name in CODED), ())


# --- copies --------------------------------------------------------------------
def _copy(address: Address, host: str) -> Wrapped | None:
    if _ARCHIVE_HOSTS.search(host):
        return (
            Wrapped(Wrapper.ARCHIVE, _in_path(address) or "")
            if address.path.count("/") > 1
            else None
        )
    if host == "webcache.googleusercontent.com":
        return Wrapped(Wrapper.ARCHIVE, _cached(address))
    if host.endswith(".translate.goog"):
        return Wrapped(Wrapper.TRANSLATION, _with_tail(_dashed(host[:-15]), address))
    if _TRANSLATORS.search(host):
        found = next(_addresses_in(address), None)
        return Wrapped(Wrapper.TRANSLATION, found) if found else None
    return _amp_cache(address, host) or _turbo(address, host)


def _amp_cache(address: Address, host: str) -> Wrapped | None:
    """`orig-kz.cdn.ampproject.org/c/s/orig.kz/news/1`, `google.com/amp/s/orig.kz/news/1`."""
    path = address.path
    if host.endswith(("cdn.ampproject.org", "bing-amp.com")):
        match = re.match(r"/(?:[a-z]/){1,2}(.+)\Z", path)
    elif _GOOGLE.search(host):
        match = re.match(r"/amp/(?:s/)?(.+)\Z", path)
    else:
        return None
    if match is None:
        return None
    return Wrapped(Wrapper.AMP_CACHE, _absolute(match[1]) + _search(address))


def _turbo(address: Address, host: str) -> Wrapped | None:
    """`orig.turbopages.org/orig.kz/s/news/1`, `yandex.ru/turbo/orig.kz/s/news/1`."""
    path = address.path
    if host.startswith("translated.turbopages.org"):
        match = re.match(r"/proxy_u/[^/]+/(https?)/(.+)\Z", path)
        found = f"{match[1]}://{match[2]}" if match else ""
        return Wrapped(Wrapper.TRANSLATION, found)
    if host.endswith("turbopages.org") or (
        host.startswith("yandex.") and path.startswith("/turbo")
    ):
        match = _TURBO_PATH.match(path)
        if match:
            return Wrapped(Wrapper.TURBO, f"https://{match[1]}/{match[2]}{_search(address)}")
        text = dict(address.query).get("text", "")
        return Wrapped(Wrapper.TURBO, text if _SCHEME.match(text) else "")
    return None


def _cached(address: Address) -> str:
    """`search?q=cache:KEY:orig.kz/news/1+words`."""
    query = dict(address.query).get("q", "")
    match = re.match(r"cache:(?:[\w-]{12}:)?(\S+)", query)
    return _absolute(match[1]) if match else ""


def _dashed(name: str) -> str:
    """A host as translate.goog writes it: dots as `-`, dashes as `--`."""
    return "https://" + name.replace("--", "\0").replace("-", ".").replace("\0", "-")


def _with_tail(start: str, address: Address) -> str:
    return start + address.path + _search(address)


def _search(address: Address) -> str:
    """The query of an address as it was."""
    _, mark, query = address.url.partition("#")[0].partition("?")
    return mark + query


# --- redirectors -----------------------------------------------------------------
def _redirector(address: Address, host: str) -> Wrapped | None:
    if _GOOGLE.search(host) and address.path != "/url":
        return None  # a search for an address is no link to it
    if host in _TOOLS:
        return None
    if host in GATEWAYS:
        found = address_behind(address.url)
    elif host == "secure-web.cisco.com":
        found = _in_path(address)
    else:
        found = None
    found = found or next(_addresses_in(address), None)
    if found:
        return Wrapped(Wrapper.REDIRECTOR, found)
    held = _held(address)
    return Wrapped(Wrapper.PATH, held) if held else None


def _held(address: Address) -> str | None:
    """An address with its scheme in the path: `/goto/https://orig.kz/news/1`, or in base64."""
    if address.user:  # https://orig.kz@other.kz/https://orig.kz/news/1 is meant to deceive
        return None
    if _HELD.search(address.path):
        return _in_path(address)
    last = address.path.rstrip("/").rpartition("/")[2]
    return _address_in(last) if _BASE64.match(last) else None


def _addresses_in(address: Address) -> Iterator[str]:
    """Absolute addresses in the query, and in the path of well-known redirectors."""
    _, _, query = address.url.partition("#")[0].partition("?")
    if not query:
        return
    if _SCHEME.match(unquote(query[:12])):  # href.li/?https://orig.kz/news/1
        yield unquote(query) if "%3a" in query[:12].lower() else query
        return
    asks_q = address.path in {"/url", "/redirect", "/link", "/away"}
    for name, value in parse_qsl(query, errors="replace"):
        asked = asks_q and name in {"q", "a"}  # the second one is Barracuda's
        if name.lower() in _TARGETS or asked or address.host == "vk.com":
            found = _address_in(value)
            if found:
                yield found


def _address_in(value: str) -> str | None:
    """An absolute address, perhaps escaped once more or in base64."""
    for _ in range(3):
        if _SCHEME.match(value):
            return value
        if value.startswith("//") and "." in value:
            return f"https:{value}"
        unescaped = unquote(value)
        if unescaped == value:
            break
        value = unescaped
    start = _BASE64.match(value)
    if start is None:
        return None
    encoded = value[start.end() :].replace("-", "+").replace("_", "/")
    try:
        decoded = base64.b64decode(encoded + "=" * (-len(encoded) % 4)).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return decoded if _SCHEME.match(decoded) else None


def _in_path(address: Address) -> str | None:
    """An address inside the path: `/web/2024/https://orig.kz/news/1`, `/2024/orig.kz/news/1`."""
    path = unquote(address.path) if "%3a" in address.path.lower() else address.path
    match = re.search(r"/(https?:/{1,2}[^/].*)\Z", path, re.IGNORECASE)
    if match:
        return re.sub(r"^(https?):/+", r"\1://", match[1]) + _search(address)
    match = re.search(r"/(?:web/)?(?:\d{4,14}[a-z_]*|newest|oldest|\*)/([^/]+\.[^/]+.*)\Z", path)
    return _absolute(match[1]) + _search(address) if match else None


def _absolute(text: str) -> str:
    return text if _SCHEME.match(text) else f"https://{text}"
