"""Connections that reach public addresses alone, and end in time.

A name is resolved once for each connection, every address it has is judged, and the connection goes
to a judged address: no second look-up can lead elsewhere (DNS rebinding), and a redirect is a new
connection, judged again. The certificate is still checked against the name.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from typing import TYPE_CHECKING, TypeAlias

import httpcore

from reuse_guard.fetch.errors import FetchError, PassingError

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterable

Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

# Ranges that carry an IPv4 address inside: RFC 6052 (NAT64) with its last four bytes.
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_public(address: Address) -> bool:
    """Whether an address is one of the public network, the one it carries inside included.

    >>> is_public(ipaddress.ip_address("::ffff:127.0.0.1"))
    False
    """
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address.teredo:
            inner = address.teredo[1]
        elif address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not address.is_multicast


def look_up(host: str) -> list[str]:
    """Every address of a host, as the system resolves it.

    Raises:
        OSError: the name cannot be resolved.
    """
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[4][0]) for address in found))


class Deadline:
    """The moment by which a request has to be over; set anew before each."""

    def __init__(self) -> None:
        self._end = 0.0

    def start(self, seconds: float) -> None:
        """Let so many seconds pass from now."""
        self._end = time.monotonic() + seconds

    def within(self, timeout: float | None) -> float:
        """The time-out, or what is left where that is less.

        Raises:
            httpcore.ReadTimeout: nothing is left.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout
        return left if timeout is None else min(left, timeout)


class PublicNetwork(httpcore.NetworkBackend):
    """Opens connections to permitted addresses alone."""

    def __init__(
        self,
        deadline: Deadline,
        *,
        permits: Callable[[Address], bool],
        resolve: Callable[[str], list[str]],
    ) -> None:
        self._deadline = deadline
        self._permits = permits
        self._resolve = resolve
        self._system = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of the host that answers.

        Raises:
            FetchError: an address of the host is not permitted, or the name is not known.
            httpcore.ConnectError: none answers.
        """
        failure: Exception = httpcore.ConnectError("it has no address")
        for address in self.permitted(host):
            try:
                stream = self._system.connect_tcp(
                    address, port, self._deadline.within(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return TimedStream(stream, self._deadline)
        raise failure

    def permitted(self, host: str) -> list[str]:
        """The addresses of a host, all of them permitted.

        Raises:
            FetchError: one of them is not, or the name cannot be resolved.
        """
        try:
            found = self._resolve(host)
        except (OSError, UnicodeError) as error:
            msg = "its name cannot be resolved; check the address and the network"
            raise PassingError(msg, source=host) from error
        for address in found:
            if not self._permits(ipaddress.ip_address(address.partition("%")[0])):
                msg = (
                    f"leads to {address}, which is not a public address; allow it with"
                    " --allow-private where that is wanted"
                )
                raise FetchError(msg, source=host)
        return found


class TimedStream(httpcore.NetworkStream):
    """A connection whose every wait ends by the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what is there."""
        return self._stream.read(max_bytes, self._deadline.within(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all of it."""
        self._stream.write(buffer, self._deadline.within(timeout))

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """Go on encrypted."""
        left = self._deadline.within(timeout)
        return TimedStream(
            self._stream.start_tls(ssl_context, server_hostname, left), self._deadline
        )

    def get_extra_info(self, info: str) -> object:
        """What the connection tells of itself."""
        return self._stream.get_extra_info(info)
