"""`reuse-guard originals`: keep snapshots of originals, so that checks need no network."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from reuse_guard.cli.lazy import Group
from reuse_guard.cli.parameters import today
from reuse_guard.cli.pipes import tell
from reuse_guard.cli.scan import CONFIG
from reuse_guard.config import find_project, load_project
from reuse_guard.documents.answers import require_page
from reuse_guard.documents.read import read
from reuse_guard.errors import ReadError, ReuseGuardError, UsageError, need
from reuse_guard.originals import SnapshotError, Store
from reuse_guard.originals.store import suffix_of
from reuse_guard.reports.numbers import many
from reuse_guard.urls.identity import parse_address

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reuse_guard.config import Project
    from reuse_guard.documents.model import Document
    from reuse_guard.fetch import Fetched, Fetcher
    from reuse_guard.originals import Snapshot

Item = TypeVar("Item")

CONTACT = click.option(
    "--contact",
    metavar="MAIL|URL",
    help="Sent with every request; by default as [fetch] contact says.",
)
PRIVATE = click.option(
    "--allow-private",
    is_flag=True,
    help="Fetch from private and loopback addresses too, such as a test server.",
)


@click.group("originals", cls=Group)
def originals_group() -> None:
    """Keep, renew and verify snapshots of the originals.

    They stand in the project's originals folder and are listed in reuse-guard.lock with address,
    date and digest, so that every check is repeatable and needs no network.
    """


@originals_group.command("add")
@click.argument("targets", nargs=-1, required=True, metavar="URL|FILE...")
@click.option("--url", metavar="URL", help="Address of a FILE; else the one it declares.")
@CONTACT
@PRIVATE
@CONFIG
def add_command(
    targets: tuple[str, ...],
    *,
    url: str | None,
    contact: str | None,
    allow_private: bool,
    config_file: Path | None,
) -> int:
    """Take snapshots of articles: addresses are fetched, files are copied.

    \b
    Examples:
      reuse-guard originals add https://qazmonitor.com/news/1
      reuse-guard originals add saved.html --url https://qazmonitor.com/news/1
    """
    project = _project(config_file)
    store = Store(project.originals, project.lock)
    files = [target for target in targets if not _is_address(target)]
    if url is not None and (len(targets) != 1 or not files or parse_address(url) is None):
        msg = "--url is the web address of one FILE; give one file and https://..."
        raise click.UsageError(msg)
    addresses = [target for target in targets if parse_address(target)]
    before = set(store.snapshots())
    failed = _each(files, lambda file: _add_file(store, Path(file), url))
    failed += _each([t for t in targets if _is_address(t) and t not in addresses], _refuse)
    if addresses:
        with _fetcher(project, contact, allow_private=allow_private) as fetcher:
            failed += _each(addresses, lambda address: _add_address(store, fetcher, address))
    _warn_of_ungoverned(project, [kept for kept in store.snapshots() if kept not in before])
    return 2 if failed else 0


@originals_group.command("update")
@click.argument("targets", nargs=-1, metavar="[URL|FILE]...")
@CONTACT
@PRIVATE
@CONFIG
def update_command(
    targets: tuple[str, ...], *, contact: str | None, allow_private: bool, config_file: Path | None
) -> int:
    """Fetch snapshots anew where their addresses serve something else now; all without targets.

    \b
    Examples:
      reuse-guard originals update
      reuse-guard originals update https://qazmonitor.com/news/1
    """
    project = _project(config_file)
    store = Store(project.originals, project.lock)
    chosen = [_kept(store, target) for target in targets] if targets else store.snapshots()
    with_address = [snapshot for snapshot in chosen if snapshot.address]
    for snapshot in chosen:
        if not snapshot.address:
            tell(f"{snapshot.file}: has no address, so it is left as it is")
    if not with_address:
        tell("nothing to fetch")
        return 0
    with _fetcher(project, contact, allow_private=allow_private) as fetcher:
        failed = _each(with_address, lambda snapshot: _update(store, fetcher, snapshot))
    return 2 if failed else 0


@originals_group.command("verify")
@CONFIG
def verify_command(*, config_file: Path | None) -> int:
    """Tell whether every snapshot is the one that the lock lists; exit status 2 where one is not.

    \b
    Example:
      reuse-guard originals verify
    """
    project = _project(config_file)
    store = Store(project.originals, project.lock)
    snapshots = store.snapshots()
    failed = _each(snapshots, lambda snapshot: _verify(store, snapshot))
    for name in store.unlisted() if project.originals.is_dir() else ():
        tell(f"{project.originals / name}: is not listed, so it is not used; add it, or remove it")
    right, every = len(snapshots) - failed, many(len(snapshots), "snapshot")
    are = "is" if len(snapshots) == 1 else "are"
    tell(f"{right} of {every} {are} as {project.lock.name} says")
    return 2 if failed else 0


def _each(items: Sequence[Item], act: Callable[[Item], str | None]) -> int:
    """Act on each item and say what came of it; how many failed."""
    failed = 0
    for item in items:
        try:
            said = act(item)
        except ReuseGuardError as error:
            failed += 1
            said = str(error)
        if said:
            tell(said)
    return failed


def _add_file(store: Store, file: Path, url: str | None) -> str:
    document = read(file, url=url)
    _require_article(document)
    address = url or next(iter(document.article_urls), None)
    content = file.read_bytes()
    before = store.find(address) if address else None
    snapshot = store.add(
        content, suffix=suffix_of(file.name), name=file.stem, day=today(), address=address
    )
    known = f"of {address}" if address else "without an address (give it with --url)"
    return f"kept {file} {known} as {snapshot.file}{_in_place_of(before, snapshot)}"


def _in_place_of(before: Snapshot | None, kept: Snapshot) -> str:
    """Which other version of an original is gone now; a lock lists one of each."""
    is_other = before is not None and before.sha256 != kept.sha256
    return f", in place of the one of {before.date}" if before and is_other else ""


def _refuse(target: str) -> str:
    msg = f"{target}: is not a web address; write it as https://news.example/article"
    raise UsageError(msg)


def _add_address(store: Store, fetcher: Fetcher, address: str) -> str:
    before = store.find(address)
    kept = _keep(store, fetcher.fetch(address), address)
    return f"kept {address} as {kept.file}{_in_place_of(before, kept)}"


def _warn_of_ungoverned(project: Project, snapshots: Sequence[Snapshot]) -> None:
    """Say now what would stop the next scan: a snapshot that no policy governs."""
    from reuse_guard.scan import govern  # noqa: PLC0415 - needs the libraries of a check

    for snapshot in snapshots:
        try:
            govern(project, [snapshot])
        except ReuseGuardError as error:
            tell(f"warning: no scan can run yet: {error}")


def _update(store: Store, fetcher: Fetcher, snapshot: Snapshot) -> str:
    address = snapshot.address or ""
    page = fetcher.fetch_again(address, etag=snapshot.etag, last_modified=snapshot.last_modified)
    is_same = page is None or hashlib.sha256(page.content).hexdigest() == snapshot.sha256
    if is_same and _is_whole(store, snapshot):
        store.confirm(snapshot, day=today())
        return f"{address}: unchanged"
    kept = _keep(store, page or fetcher.fetch(address), address)
    return f"{address}: changed since {snapshot.date}, kept as {kept.file}"


def _is_whole(store: Store, snapshot: Snapshot) -> bool:
    try:
        store.read(snapshot)
    except SnapshotError:
        return False
    return True


def _keep(store: Store, page: Fetched, address: str) -> Snapshot:
    _require_article(read(page.content, url=address, encoding=page.encoding, name=address))
    return store.add(
        page.content,
        suffix=page.suffix,
        name="original",
        day=today(),
        address=address,
        encoding=page.encoding,
        etag=page.etag,
        last_modified=page.last_modified,
    )


def _require_article(document: Document) -> None:
    require_page(document)
    if not len(document.body_words):
        msg = "holds no article text, so nothing was kept; is it the page of an article?"
        raise ReadError(msg, source=document.source)


def _verify(store: Store, snapshot: Snapshot) -> None:
    store.read(snapshot)


def _kept(store: Store, target: str) -> Snapshot:
    snapshot = store.find(target)
    if snapshot is None:
        msg = f"{target}: no such snapshot is kept; take one with: reuse-guard originals add"
        raise UsageError(msg)
    return snapshot


def _project(config_file: Path | None) -> Project:
    return load_project(config_file) if config_file else find_project(Path.cwd())


def _is_address(target: str) -> bool:
    return "://" in target


def _fetcher(project: Project, contact: str | None, *, allow_private: bool) -> Fetcher:
    """A client with the project's contact.

    Raises:
        UsageError: no contact is known.
    """
    need("httpx", extra="fetch")
    from reuse_guard.fetch import Fetcher, Manners  # noqa: PLC0415 - needs the extra
    from reuse_guard.fetch.network import is_public  # noqa: PLC0415

    known = contact or project.config.fetch.contact
    if known is None:
        msg = (
            "sites want to know who asks: give --contact desk@partner.example, or set contact under"
            f" [fetch] in {project.file}"
        )
        raise UsageError(msg)
    manners = Manners(contact=known, own_hosts=project.config.fetch.own_hosts)
    return Fetcher(manners, permits=(lambda _: True) if allow_private else is_public)
