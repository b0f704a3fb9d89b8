"""One polite client: `Fetcher(Manners(contact=...)).fetch(url)`."""

from __future__ import annotations

import time
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Self

import httpcore
import httpx
from protego import Protego

from reuse_guard.fetch.errors import FetchError, PassingError
from reuse_guard.fetch.network import Address, Deadline, PublicNetwork, is_public, look_up
from reuse_guard.fetch.transport import Transport, read_body
from reuse_guard.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from reuse_guard.fetch.manners import Manners

# Media types that are read, each with the suffix of a file of it.
READABLE = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
}
_PASSING = frozenset({429, 500, 502, 503, 504})
_MOST_ROBOTS_BYTES = 512_000  # RFC 9309, 2.5: at least 500 KiB are read
_LONGEST_CRAWL_DELAY = 10.0
_LONGEST_ADDRESS = 4_000


@frozen
class Fetched:
    """A page as it came.

    Attributes:
        url: where it was found, after redirects.
        content: its bytes, decompressed.
        suffix: of a file with them, which tells the format.
        encoding: the one the server names, or None.
        etag: for the next conditional request, or None.
        last_modified: the same.
    """

    url: str
    content: bytes
    suffix: str
    encoding: str | None
    etag: str | None
    last_modified: str | None


class Fetcher:
    """Fetches pages one after another; a context manager.

    Args:
        manners: bounds and courtesy.
        permits: which addresses may be reached; the public ones by default.
        resolve: gives the addresses of a host.
        sleep: waits, in seconds.
    """

    def __init__(
        self,
        manners: Manners,
        *,
        permits: Callable[[Address], bool] = is_public,
        resolve: Callable[[str], list[str]] = look_up,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._manners = manners
        self._deadline = Deadline()
        self._sleep = sleep
        self._robots: dict[str, Protego | str] = {}
        self._last: dict[str, float] = {}
        self._client = httpx.Client(
            transport=Transport(PublicNetwork(self._deadline, permits=permits, resolve=resolve)),
            headers={"User-Agent": manners.user_agent, "Accept-Encoding": "gzip"},
            timeout=httpx.Timeout(manners.read_seconds, connect=manners.connect_seconds),
            trust_env=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._client.close()

    def fetch(self, url: str) -> Fetched:
        """Fetch a page, where its site allows that.

        Raises:
            FetchError: it cannot or may not be fetched, or is no article.
        """
        return _as_page(*self._ask(url, {}), url)

    def fetch_again(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Fetched | None:
        """Fetch a page where it is another one than the copy at hand; None where it is not.

        Args:
            url: its address.
            etag: the one of the copy.
            last_modified: the same by date.

        Raises:
            FetchError: it cannot or may not be fetched, or is no article.
        """
        asked = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        conditions = {name: value for name, value in asked.items() if value}
        response, body = self._ask(url, conditions)
        if conditions and response.status_code == httpx.codes.NOT_MODIFIED:
            return None
        return _as_page(response, body, url)

    def _ask(self, url: str, conditions: dict[str, str]) -> tuple[httpx.Response, bytes]:
        headers = {"Accept": ", ".join(READABLE), **conditions}
        return self._follow(url, headers, most=self._manners.most_bytes, is_page=True)

    def _follow(
        self, url: str, headers: dict[str, str], *, most: int, is_page: bool
    ) -> tuple[httpx.Response, bytes]:
        """Send a request and follow its redirects, each judged like the first address."""
        address = _web_address(url, said_by=url)
        for _ in range(self._manners.most_redirects + 1):
            if is_page:
                self._respect_robots(address)
            response, body = self._send_patiently(address, headers, most)
            if not response.has_redirect_location:
                return response, body
            address = _web_address(
                str(response.url.join(response.headers["location"])), said_by=url
            )
        msg = f"redirects more than {self._manners.most_redirects} times; give the final address"
        raise FetchError(msg, source=url)

    def _send_patiently(
        self, address: httpx.URL, headers: dict[str, str], most: int
    ) -> tuple[httpx.Response, bytes]:
        """Send a request, again after a while where the failure may pass."""
        wait = self._manners.first_wait_seconds
        for left in reversed(range(self._manners.tries)):
            try:
                response, body = self._send(address, headers, most)
            except PassingError:
                if not left:
                    raise
                asked = 0.0
            else:
                if response.status_code not in _PASSING or not left:
                    return response, body
                asked = _retry_after(response)
                if asked > self._manners.longest_wait_seconds:
                    return response, body
            self._sleep(max(wait, asked))
            wait *= 2
        raise AssertionError  # the last round returns or raises

    def _send(
        self, address: httpx.URL, headers: dict[str, str], most: int
    ) -> tuple[httpx.Response, bytes]:
        self._pause(address)
        self._deadline.start(self._manners.total_seconds)
        url = str(address)
        try:
            with self._client.stream("GET", address, headers=headers) as response:
                body = b"" if response.is_redirect else read_body(response, most=most, url=url)
                return response, body
        except httpcore.TimeoutException as error:
            msg = "does not answer in time; try again later"
            raise PassingError(msg, source=url) from error
        except httpcore.ConnectError as error:
            msg = f"cannot be reached ({error}); check the address and the network"
            raise PassingError(msg, source=url) from error
        except (httpcore.NetworkError, httpcore.ProtocolError, httpx.HTTPError) as error:
            msg = f"answers badly ({error}); try again later, or save the page and add the file"
            raise PassingError(msg, source=url) from error
        finally:
            self._last[address.host] = time.monotonic()

    def _pause(self, address: httpx.URL) -> None:
        """Leave a host alone between two requests, longer where its robots.txt asks for it."""
        last = self._last.get(address.host)
        if last is None:
            return
        robots = self._robots.get(_origin(address))
        asked = robots.crawl_delay("reuse-guard") if isinstance(robots, Protego) else None
        pause = max(self._manners.pause_seconds, min(float(asked or 0), _LONGEST_CRAWL_DELAY))
        left = last + pause - time.monotonic()
        if left > 0:
            self._sleep(left)

    def _respect_robots(self, address: httpx.URL) -> None:
        if any(_is_within(address.host, own) for own in self._manners.own_hosts):
            return
        origin = _origin(address)
        if origin not in self._robots:
            self._robots[origin] = self._read_robots(origin)
        robots = self._robots[origin]
        url = str(address)
        if isinstance(robots, str):
            msg = (
                "may not be fetched while its site's robots.txt cannot be read:"
                f" {robots}; name the host under own_hosts where the site is yours"
            )
            raise FetchError(msg, source=url)
        if not robots.can_fetch(url, "reuse-guard"):
            msg = (
                "its site's robots.txt asks programs to stay away; save the page in a browser and"
                " add the file, or name the host under own_hosts where the site is yours"
            )
            raise FetchError(msg, source=url)

    def _read_robots(self, origin: str) -> Protego | str:
        """The rules of a site, or why they cannot be read (RFC 9309, 2.3.1.4: all is barred)."""
        url = f"{origin}/robots.txt"
        try:
            response, body = self._follow(url, {}, most=_MOST_ROBOTS_BYTES, is_page=False)
        except PassingError as error:
            return error.problem
        if response.is_server_error or response.status_code == httpx.codes.TOO_MANY_REQUESTS:
            return f"it answers {response.status_code}"
        return Protego.parse(body.decode("utf-8", "replace") if response.is_success else "")


def _web_address(url: str, *, said_by: str) -> httpx.URL:
    """A parsed http or https address.

    Raises:
        FetchError: it is none; the message names where it came from.
    """
    try:
        address = httpx.URL(url)
    except (httpx.InvalidURL, TypeError, ValueError) as error:
        msg = f"is not a web address ({error}); write it as https://news.example/article"
        raise FetchError(msg, source=said_by) from error
    if address.scheme not in ("http", "https") or not address.host or len(url) > _LONGEST_ADDRESS:
        leads = "" if url == said_by else f"redirects to {url[:200]}, which "
        msg = f"{leads}is not a web address; write it as https://news.example/article"
        raise FetchError(msg, source=said_by)
    if address.userinfo:
        msg = "has a user name or password in it; take them out"
        raise FetchError(msg, source=address.host)
    return address.copy_with(fragment=None)


def _as_page(response: httpx.Response, body: bytes, url: str) -> Fetched:
    """The page that an answer holds.

    Raises:
        FetchError: another status than 200, another type than text, or nothing in it.
    """
    if response.status_code != httpx.codes.OK:
        reason = f"{response.status_code} {response.reason_phrase}".strip()
        msg = f"answers {reason}; check the address, or save the page and add the file"
        raise FetchError(msg, source=url)
    kind = response.headers.get("content-type", "text/html").partition(";")[0].strip().lower()
    if kind not in READABLE:
        msg = f"is {kind!r}, not a page or a text; give the address of the article"
        raise FetchError(msg, source=url)
    if not body.strip():
        msg = "is empty; check the address"
        raise FetchError(msg, source=url)
    return Fetched(
        url=str(response.url),
        content=body,
        suffix=READABLE[kind],
        encoding=response.charset_encoding,
        etag=response.headers.get("etag"),
        last_modified=response.headers.get("last-modified"),
    )


def _retry_after(response: httpx.Response) -> float:
    """Seconds that the server asks to wait; 0 where it does not say."""
    asked = response.headers.get("retry-after", "").strip()
    if asked.isdecimal():
        return float(asked)
    try:
        return max(0.0, parsedate_to_datetime(asked).timestamp() - time.time())
    except (TypeError, ValueError):
        return 0.0


def _origin(address: httpx.URL) -> str:
    return f"{address.scheme}://{address.netloc.decode('ascii')}"


def _is_within(host: str, own: str) -> bool:
    return host == own or host.endswith(f".{own}")
