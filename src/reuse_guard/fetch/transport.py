"""httpx over our own connections, and bodies read within a bound."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import httpcore
import httpx

from reuse_guard.fetch.errors import FetchError

if TYPE_CHECKING:
    from collections.abc import Iterator

# gzip with its header or zlib's, told by zlib itself.
_ANY_HEADER = 32 + zlib.MAX_WBITS
_CHUNK = 1 << 16


class Transport(httpx.BaseTransport):
    """Sends httpx requests through a pool with a network of our own."""

    def __init__(self, network: httpcore.NetworkBackend) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(), network_backend=network
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request."""
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        answer = self._pool.handle_request(
            httpcore.Request(
                request.method,
                url,
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Body(answer), request=request
        )

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


def read_body(response: httpx.Response, *, most: int, url: str) -> bytes:
    """The body, decompressed, never more than `most` bytes of it in memory.

    Raises:
        FetchError: it is larger, or compressed in a way that was not asked for, or broken.
    """
    coding = response.headers.get("content-encoding", "identity").strip().lower()
    if coding not in ("identity", "", "gzip", "x-gzip"):
        msg = f"is sent as {coding!r}, which was not asked for; save the page and add the file"
        raise FetchError(msg, source=url)
    pieces = response.iter_raw()
    if coding.endswith("gzip"):
        pieces = _inflate(pieces, url)
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > most:
            msg = f"is larger than {most / 1e6:,.0f} MB; is it an article? Save it and add the file"
            raise FetchError(msg, source=url)
    return bytes(body)


def _inflate(pieces: Iterator[bytes], url: str) -> Iterator[bytes]:
    """Decompress in pieces of at most `_CHUNK` bytes, so that no bomb goes off at once."""
    inflater = zlib.decompressobj(_ANY_HEADER)
    try:
        for piece in pieces:
            waiting = piece
            while waiting:
                yield inflater.decompress(waiting, _CHUNK)
                waiting = inflater.unconsumed_tail
    except zlib.error as error:
        msg = f"is broken: {error}; try again later, or save the page and add the file"
        raise FetchError(msg, source=url) from error
    if not inflater.eof:
        msg = "ends in the middle; try again later"
        raise FetchError(msg, source=url)
