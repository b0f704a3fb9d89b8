"""How a fetcher behaves: bounds that protect us, and courtesy that protects the other side."""

from __future__ import annotations

from reuse_guard._version import __version__
from reuse_guard.frozen import frozen


@frozen
class Manners:
    """Bounds and courtesy of fetching.

    Attributes:
        contact: address or page of whoever runs this, sent with every request.
        own_hosts: hosts whose site is the user's: robots.txt is not asked there.
        connect_seconds: longest wait for a connection.
        read_seconds: longest wait for the next bytes.
        total_seconds: longest time for one request, however it drips.
        most_bytes: largest page, after decompression.
        most_redirects: longest chain of redirects.
        tries: how often a request is sent where the failure may pass.
        first_wait_seconds: wait before the second try; doubled before each later one.
        longest_wait_seconds: a server that asks for a longer wait is not waited for.
        pause_seconds: least time between two requests to one host.
    """

    contact: str
    own_hosts: tuple[str, ...] = ()
    connect_seconds: float = 10.0
    read_seconds: float = 15.0
    total_seconds: float = 60.0
    most_bytes: int = 20_000_000  # the largest of 181 sampled news pages has 3 MB
    most_redirects: int = 5
    tries: int = 3
    first_wait_seconds: float = 1.0
    longest_wait_seconds: float = 60.0
    pause_seconds: float = 1.0

    @property
    def user_agent(self) -> str:
        """What requests say they come from."""
        return f"reuse-guard/{__version__} (+{self.contact})"
