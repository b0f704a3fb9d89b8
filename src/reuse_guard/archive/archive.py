"""`Archive`: articles in one file, and which of them a page is made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path  # noqa: TC003 - users resolve the annotations
from typing import TYPE_CHECKING, Self

from reuse_guard.archive import adding, search
from reuse_guard.archive.exporting import export
from reuse_guard.archive.file import open_file
from reuse_guard.archive.health import find_problems, measure
from reuse_guard.archive.judge import judge
from reuse_guard.archive.model import Added, Addition, Record, Reuse
from reuse_guard.archive.store import Store, article_key
from reuse_guard.archive.terms import check_policy
from reuse_guard.arguments import require_declared
from reuse_guard.documents.read import read
from reuse_guard.errors import ReadError
from reuse_guard.policy.conditions import NOTHING_DECLARED
from reuse_guard.urls.identity import parse_address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import TracebackType

    from reuse_guard.api import Source
    from reuse_guard.archive.model import Checked, Found, Refused, Stats
    from reuse_guard.documents.model import Document
    from reuse_guard.documents.sites import Dialect
    from reuse_guard.grants import Grant, Presented
    from reuse_guard.policy import Declared, Policy

_BEST = 10  # originals that a search names and a check judges


def _say_nothing(_done: float) -> None:
    """No progress is wanted."""


class Archive:
    """Articles in one SQLite file. One object belongs to one thread; many processes may read.

    Examples:
        >>> import tempfile
        >>> folder = tempfile.TemporaryDirectory()
        >>> archive = Archive(Path(folder.name) / "desk.archive")
        >>> text = "The river fell by a metre overnight, and the ferry to the island sails again."
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
        self._store = Store(path, open_file(path, read_only=read_only))

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
        policy: str | Path | Policy | None = None,
    ) -> Added:
        """Add one article; many are added much faster by `add_many`.

        Args:
            source: the article; a `Path` is a file with one article, a `str` its content.
            url: its address. Another content at the same address is a new version of it.
            date: the day from which this content stood; left out, the day the article says, and
                of a further version today.
            policy: under which it is judged: a preset, `"auto"` for the one that governs its
                address, or a file or a `Policy`, which is copied into the archive.

        Raises:
            ReadError: it cannot be read, or is no article.
            PolicyError: there is no such policy.
            ArchiveError: the file cannot be written.
        """
        check_policy(policy)
        document = read(source, url, name="article")
        record = Record(document, document.source, url=url, date=date, policy=policy)
        (done,) = self.add_many([record])
        if done.result in (Addition.REFUSED, Addition.FAILED):
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

        Args:
            url: its address, or what it is called where it has none.

        Raises:
            ArchiveError: the file cannot be written.
        """
        with self._store.writing():
            if parse_address(url):
                return self._store.remove(article_key(url, b""))
            return sum(map(self._store.remove, self._store.keys_named(url)))

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

    def check(  # noqa: PLR0913 - a page, and what is known about its use
        self,
        page: Source,
        *,
        url: str | None = None,
        day: date | None = None,
        seen: date | None = None,
        best: int = _BEST,
        policy: str | Path | Policy = "qazmonitor",
        grants: Iterable[Grant | Path | Presented] = (),
        declared: Declared = NOTHING_DECLARED,
        as_of: date | None = None,
        bare_links: bool | None = None,
        dialect: Dialect | str | None = None,
    ) -> Checked:
        """Find the originals of a page and judge the best of them.

        Args:
            page: a `str` is its content, a `Path` a file.
            url: where it stands.
            day: when it was published, see `search`; periods are counted from it too.
            seen: when it was fetched, which tells the version where no day of publication is known.
            best: how many originals to judge.
            policy: for articles that were added without one.
            grants: written permissions, as objects or files.
            declared: what only the caller can know of the use, the same for all articles.
            as_of: the day of the check, for grants and periods; today when left out.
            bare_links: whether the page's site links addresses without brackets in Markdown.
            dialect: how that reads Markdown; as for `reuse_guard.check`.

        Raises:
            ReadError: the page cannot be read.
            PolicyError: a policy is not well formed, or none governs an article.
            GrantError: a grant file is not well formed.
            ArchiveError: the archive cannot be read.
        """
        require_declared(declared)
        document = read(page, url, name="page", bare_links=bare_links, dialect=dialect)
        if day is not None:
            document = replace(document, published=day, is_date_shown=False)
        found = self.search(
            document, day=document.published or seen, limit=max(best, search.MOST_LOOKED_INTO)
        )
        return judge(
            *(self._store, document, found),
            best=best,
            policy=policy,
            grants=grants,
            declared=declared,
            as_of=as_of,
        )

    def record(self, checked: Checked, *, page: str, seen: date | None = None) -> None:
        """Put what a check found on record, for the report of who reuses what.

        An original of which the page only has what nobody copies, such as the names of a team, was
        found all the same; where its verdict is *allowed*, it is no reuse.

        Args:
            checked: from `check`.
            page: address of the page, or what it is called.
            seen: the day; today when left out.

        Raises:
            ArchiveError: the file cannot be written.
        """
        day = seen or datetime.now(UTC).astimezone().date()
        address = parse_address(page)
        with self._store.writing():
            for one in checked.judged:
                if not one.words and one.verdict.ok:
                    continue
                version, share = one.hit.version, one.verdict.share
                reuse = Reuse(
                    page=page,
                    host=address.unicode_host if address else "",
                    seen=day,
                    original=version.name_or_url,
                    copied=share.copied,
                    words=share.total,
                    outcome=one.verdict.outcome,
                )
                self._store.add_reuse(reuse, version)

    def reuses(self) -> tuple[Reuse, ...]:
        """All reuses on record, the first seen first.

        Raises:
            ArchiveError: the archive cannot be read.
        """
        with self._store.reading():
            return tuple(self._store.reuses())

    @property
    def is_empty(self) -> bool:
        """Whether no article is there to be found."""
        return self._store.is_empty()

    def stats(self) -> Stats:
        """Size, growth and health of the archive.

        Raises:
            ArchiveError: the archive cannot be read.
        """
        with self._store.reading():
            return measure(self._store)

    def export(self) -> Iterator[dict[str, object]]:
        """Every version as a line of JSON Lines that `read_records` reads.

        It shows one state of the archive: until the last line was taken (or the iterator closed)
        this object answers nothing else.

        Raises:
            ArchiveError: the archive cannot be read.
        """
        with self._store.reading():
            yield from export(self._store)

    def verify(self) -> tuple[str, ...]:
        """What is wrong with the file: the problems found, none for a sound one.

        Raises:
            ArchiveError: the archive cannot be read.
        """
        with self._store.reading():
            return find_problems(self._store)
