"""Where the texts and terms of versions are: an archive's file, or what a cluster sent along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from reuse_guard.documents.model import Document


class Shelf(Protocol):
    """What comparing and judging ask of the archive."""

    @property
    def path(self) -> Path:
        """What messages call it."""
        ...

    def reading(self) -> AbstractContextManager[None]:
        """One state of it, as long as the block lasts."""
        ...

    def document(self, version: int) -> Document:
        """What a version reads as."""
        ...

    def policy(self, number: int) -> tuple[str, str]:
        """Name and TOML of a policy; "" for one that ships with the package."""
        ...
