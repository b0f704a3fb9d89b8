"""`Archive`: articles in one file, and which of them a page is made of."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - users resolve the annotations
from typing import TYPE_CHECKING, Self

from reuse_guard.archive import adding, search
from reuse_guard.archive.model import Added, Addition, Record
from reuse_guard.archive.store import article_key, open_store
from reuse_guard.documents.read import read
from reuse_guard.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date
    from types import TracebackType

    from reuse_guard.api import Source
    from reuse_guard.archive.model import Found, Refused
    from reuse_guard.documents.model import Document

_BEST = 10


def _say_nothing(_done: float) -> None:
    """No progress is wanted."""


class Archive:
    """Articles in one SQLite file. One object belongs to one thread; many processes may read.

    >>> import tempfile
    >>> folder = tempfile.TemporaryDirectory()
    >>> archive = Archive(Path(folder.name) / "desk.archive")
    >>> text = "The river fell by a metre overnight, and the ferry to the island sails again today."
    >>> archive.add(text, url="https://courier.example/ferry").result
    <Addition.ADDED: 'added'>
    >>> [hit.version.url for hit in archive.search(f"They write: {text}").hits]
    ['https://courier.example/ferry']
    >>> archive.close()
    >>> folder.cleanup()
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open the archive in a file, or make it.

        Args:
            path: the file; two more stand beside it while it is in use (`-wal` and `-shm`).
            read_only: never write; the file has to be there.

        Raises:
            ArchiveError: it is no archive, is of a newer version, or cannot be opened.
        """
        self.path = path
        self._store = open_store(path, read_only=read_only)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    def add(
        self,
        source: str | bytes | Path | Document,
        *,
        url: str | None = None,
        date: date | None = None,
        policy: str | Path | None = None,
    ) -> Added:
        """Add one article; many are added much faster by `add_many`.

        Args:
            source: the article; a `Path` is a file with one article, a `str` its content.
            url: its address. Another content at the same address is a new version of it.
            date: the day from which this content stood; left out, the day the article says, and
                of a further version today.
            policy: under which it is judged: a preset, `"auto"` for the one that governs its
                address, or a file, which is copied into the archive.

        Raises:
            ReadError: it cannot be read, or is no article.
            PolicyError: there is no such policy.
            ArchiveError: the file cannot be written.
        """
        document = read(source, url, name="article")
        record = Record(document, document.source, url=url, date=date, policy=policy)
        (done,) = self.add_many([record])
        if done.result is Addition.REFUSED:
            raise ReadError(done.problem, source=document.source)
        return done

    def add_many(
        self,
        records: Iterable[Record | Refused],
        *,
        settling: Callable[[float], None] = _say_nothing,
    ) -> Iterator[Added]:
        """Add articles; each is reported after it is safe on disk, in the order given.

        Adding again what is there changes nothing, so a run that was killed is finished by the same
        call. What cannot be read is reported as refused and the rest is added.

        Args:
            records: from `read_records`, or made by the caller.
            settling: told how far the index is merged at the end, 0 to 1.

        Raises:
            ArchiveError: the file cannot be written; what was reported is kept.
        """
        return adding.add_many(self._store, records, settling)

    def remove(self, url: str) -> int:
        """Remove an article with all its versions; returns how many those were, 0 for none.

        Raises:
            ArchiveError: the file cannot be written.
        """
        with self._store.writing():
            return self._store.remove(article_key(url, b""))

    def search(
        self,
        page: Source,
        *,
        url: str | None = None,
        day: date | None = None,
        limit: int = _BEST,
    ) -> Found:
        """Find the originals that a page draws on.

        Args:
            page: a `str` is its content, a `Path` a file.
            url: where it stands.
            day: when it was published: of each article the version of that day counts. Left out,
                the day the page says; if it says none, the version most like the page.
            limit: how many originals to name.

        Raises:
            ReadError: the page cannot be read.
            ArchiveError: the archive cannot be read.
        """
        document = read(page, url, name="page")
        return search.search(self._store, document, day=day or document.published, limit=limit)
