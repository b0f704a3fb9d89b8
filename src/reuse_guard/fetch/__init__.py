"""Fetching originals politely and safely; needs the extra `fetch` (httpx, protego)."""

from reuse_guard.errors import need

need("httpx", extra="fetch")
need("protego", extra="fetch")

from reuse_guard.fetch.client import Fetched, Fetcher  # noqa: E402 - after `need`
from reuse_guard.fetch.errors import FetchError  # noqa: E402
from reuse_guard.fetch.manners import Manners  # noqa: E402

__all__ = ["FetchError", "Fetched", "Fetcher", "Manners"]
