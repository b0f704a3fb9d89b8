"""The commands of `reuse-guard archive`."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from reuse_guard.archive import Addition, Archive, ArchiveError, Refused
from reuse_guard.archive.data import found_data, stats_data
from reuse_guard.archive.terminal import render_found, render_stats
from reuse_guard.archive.terms import check_policy
from reuse_guard.arguments import require_address
from reuse_guard.atomic import write_atomically
from reuse_guard.cli.apart import require_apart
from reuse_guard.cli.archive.inputs import add_all, read_articles, read_page, read_pages
from reuse_guard.cli.archive.outputs import opened, write_checked, write_json
from reuse_guard.cli.archive.progress import Progress, said
from reuse_guard.cli.lazy import Group
from reuse_guard.cli.output import FAILING, fail_on_option, require_folder
from reuse_guard.cli.parameters import (
    BARE_LINKS,
    BEST,
    DAY,
    DECLARE,
    DIALECT,
    GRANTS,
    PATH,
    PATH_OR_DASH,
    POLICY,
    declared_by,
    file_to_write,
    policy_of,
)
from reuse_guard.cli.pipes import write_out
from reuse_guard.cli.statuses import EXIT_DEFECT, EXIT_MISTAKE
from reuse_guard.config import FailOn
from reuse_guard.errors import UsageError
from reuse_guard.grants import load_grants
from reuse_guard.policy.load import AUTO
from reuse_guard.reports.numbers import many
from reuse_guard.reports.visible import visible

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from reuse_guard.archive import Checked
    from reuse_guard.cli.archive.inputs import Page

ARCHIVE = click.argument("archive_file", metavar="ARCHIVE", type=PATH)
URL = click.option("--url", metavar="URL", help="Where the page stands.")
DATE = click.option(
    "--date", "day", type=DAY, help="When the page was published; what it says if left out."
)
_NOT_THERE = "is not in the archive; name an address as `archive search` shows it"
FORMAT = click.option(
    "--format", "format_", type=click.Choice(["terminal", "json"]), default="terminal"
)


@click.group("archive", cls=Group)
def archive_group() -> None:
    """Keep all articles in one file, and find which of them a page is made of."""


@archive_group.command("add")
@ARCHIVE
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True, type=PATH)
@click.option("--base-url", metavar="URL", help="Where a folder of files stands on the web.")
@click.option("--policy", metavar="ID|FILE", help="The terms of these articles.")
@click.option("--quiet", is_flag=True, help="Say nothing but what went wrong.")
def add_command(
    *,
    archive_file: Path,
    inputs: tuple[Path, ...],
    base_url: str | None,
    policy: str | None,
    quiet: bool,
) -> int:
    """Add articles to ARCHIVE, which is made if there is none.

    INPUT is a file or a folder: HTML, Markdown, text, Word, JSON Lines ({"url": ..., "text" or
    "html": ..., "date": ...}), RSS, Atom, ninjs, an export of WordPress, WARC; - reads JSON Lines
    from standard input. What is there already is left as it is: a run that was interrupted is
    finished by the same command. Exit status 2 if an article could not be read, 3 if by a defect of
    ours; the others are added.

    \b
    Examples:
      reuse-guard archive add desk.archive articles/ --base-url https://courier.example/news/
      reuse-guard archive add desk.archive export.jsonl --policy auto
    """
    require_address("base_url", base_url)
    counts: Counter[Addition] = Counter()
    with Progress(quiet=quiet) as progress:
        wanted = read_articles(inputs, base_url, policy)
        try:
            for added in add_all(archive_file, wanted, progress.settle):
                counts[added.result] += 1
                if added.result in (Addition.REFUSED, Addition.FAILED):
                    progress.warn(f"{added.name}: {added.problem}")
                progress.show(counts)
        except KeyboardInterrupt:
            done = f"{counts.total():,} done"
            progress.warn(f"{archive_file}: {done}; the same command goes on from there")
            raise
    if not quiet:
        click.echo(f"{archive_file}: {said(counts)}", err=True)
    if counts[Addition.FAILED]:
        return EXIT_DEFECT
    return EXIT_MISTAKE if counts[Addition.REFUSED] else 0


@archive_group.command("search")
@ARCHIVE
@click.argument("page", type=PATH_OR_DASH)
@URL
@DATE
@click.option(
    "--limit",
    type=click.IntRange(1),
    metavar="N",
    default=10,
    show_default=True,
    help="How many originals to name.",
)
@FORMAT
def search_command(  # noqa: PLR0913 - one parameter for each option
    *,
    archive_file: Path,
    page: str,
    url: str | None,
    day: date | None,
    limit: int,
    format_: str,
) -> None:
    """Name the articles of ARCHIVE that PAGE draws on, with estimated shares.

    \b
    Example:
      reuse-guard archive search desk.archive page.html
    """
    document = read_page(page, url)
    with Archive(archive_file, read_only=True) as archive:
        _require_articles(archive, archive_file)
        found = archive.search(document, day=day, limit=limit)
    if format_ == "json":
        write_json(found_data(found, page=document.source))
    else:
        write_out(render_found(found, name=document.source, text=document.text))


@archive_group.command("check")
@ARCHIVE
@click.argument("pages", metavar="PAGE...", nargs=-1, required=True, type=PATH)
@URL
@DATE
@BEST
@POLICY
@GRANTS
@DECLARE
@click.option("--as-of", type=DAY, help="Day of the check; today if left out.")
@BARE_LINKS
@DIALECT
@click.option("--record", is_flag=True, help="Keep the reuses for `archive report`.")
@FORMAT
@fail_on_option
def check_command(  # noqa: PLR0913 - one parameter for each option
    *,
    archive_file: Path,
    pages: tuple[Path, ...],
    url: str | None,
    day: date | None,
    best: int,
    policy: str,
    grants: tuple[Path, ...],
    declarations: tuple[str, ...],
    as_of: date | None,
    bare_links: bool | None,
    dialect: str | None,
    record: bool,
    format_: str,
    fail_on: str,
) -> int:
    """Find the originals of every PAGE and judge the best of them, each under its own policy.

    PAGE is whatever `archive add` takes; - reads JSON Lines from standard input. With JSON, one
    line a page. A permission that is bound to a host needs to know where a saved page stands: --url
    says it of one PAGE. Exit status 2 if a page could not be read or an original of it has no
    terms, 3 if by a defect of ours; all others are checked. An ARCHIVE without articles is refused.

    \b
    Examples:
      reuse-guard archive check desk.archive page.html
      reuse-guard archive check desk.archive saved.html --url https://leftbank.example/buses
      reuse-guard archive check desk.archive crawl.warc.gz --record --format json > found.jsonl
    """
    status = 0
    terms: dict[str, Any] = {
        "best": best,
        "day": day,
        "policy": check_policy(policy_of(policy)) or AUTO,
        "grants": load_grants(grants),
        "declared": declared_by(declarations),
        "as_of": as_of,
    }
    with Archive(archive_file, read_only=not record) as archive, Progress(quiet=False) as progress:
        _require_articles(archive, archive_file)
        wanted = read_pages(pages, url=url, bare_links=bare_links, dialect=dialect)
        for number, page in enumerate(wanted, 1):
            checked = page if isinstance(page, Refused) else _check(archive, page, **terms)
            if isinstance(checked, Refused):
                progress.warn(f"{checked.name}: {checked.problem}")
                status = max(status, EXIT_DEFECT if checked.is_defect else EXIT_MISTAKE)
                continue
            if record:
                archive.record(checked, page=page.name, seen=as_of)
            progress.clear()
            is_read = write_checked(checked, name=page.name, format_=format_)
            for one in checked.unjudged:
                progress.warn(f"{page.name}: {one.problem}")
                status = max(status, EXIT_MISTAKE)
            if checked.outcome in FAILING[FailOn(fail_on)]:
                status = max(status, 1)
            if not (is_read or record):
                break
            progress.note(many(number, "page"))
    return status


def _require_articles(archive: Archive, file: Path) -> None:
    """Where nothing can be found, no page is told to use nothing."""
    if archive.is_empty:
        msg = f"{file}: holds no article, so nothing can be found; add some with `archive add`"
        raise UsageError(msg)


def _check(archive: Archive, page: Page, *, day: date | None, **terms: Any) -> Checked | Refused:  # noqa: ANN401 - those of `Archive.check`
    """The verdicts on a page, or why there are none; what ails the archive ends the command."""
    try:
        return archive.check(page.content, day=day, seen=page.seen, **terms)
    except ArchiveError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever a page does, the others are checked
        return Refused.because(error, page.name)


@archive_group.command("remove")
@ARCHIVE
@click.argument("urls", metavar="URL...", nargs=-1, required=True)
def remove_command(*, archive_file: Path, urls: tuple[str, ...]) -> int:
    """Remove the articles at these addresses, with all their versions.

    An article without an address is named as `archive search` shows it. Exit status 2 if one of
    them is not there.

    \b
    Example:
      reuse-guard archive remove desk.archive https://courier.example/news/7
    """
    missing = 0
    with Archive(archive_file) as archive:
        for url in urls:
            versions = archive.remove(url)
            missing += not versions
            removed = "1 version" if versions == 1 else f"{versions:,} versions"
            what = f"{removed} removed" if versions else _NOT_THERE
            click.echo(f"{visible(url)}: {what}", err=True)
    return EXIT_MISTAKE if missing else 0


@archive_group.command("stats")
@ARCHIVE
@click.option("--verify", is_flag=True, help="Read the whole file and look for damage.")
@FORMAT
def stats_command(*, archive_file: Path, verify: bool, format_: str) -> int:
    """Show how large ARCHIVE is, how it grew, and how its index is. Exit status 2 for damage.

    \b
    Example:
      reuse-guard archive stats desk.archive --verify
    """
    with Archive(archive_file, read_only=True) as archive:
        stats = archive.stats()
        problems = archive.verify() if verify else ()
    if format_ == "json":
        write_json({**stats_data(stats), **({"problems": problems} if verify else {})})
    else:
        write_out(render_stats(stats, name=str(archive_file)))
    for problem in problems:
        click.echo(f"{archive_file}: {problem}; bring the file back from a copy", err=True)
    if verify and not problems:
        click.echo(f"{archive_file}: no damage found", err=True)
    return EXIT_MISTAKE if problems else 0


@archive_group.command("export")
@ARCHIVE
@click.option("--output", type=PATH, metavar="FILE", help="Standard output if left out.")
def export_command(*, archive_file: Path, output: Path | None) -> None:
    """Write every version as a line of JSON, which `archive add` reads again.

    \b
    Example:
      reuse-guard archive export desk.archive --output desk.jsonl
    """
    output = file_to_write(output)
    if output is not None:
        require_folder(output)
    require_apart([output] if output else [], [archive_file])
    with Archive(archive_file, read_only=True) as archive, opened(output) as file:
        for line in archive.export():
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


@archive_group.command("report")
@ARCHIVE
@click.option("--output", type=PATH, metavar="FILE", required=True, help="The HTML file.")
def report_command(*, archive_file: Path, output: Path) -> None:
    """Write a page of charts: who reuses what, by host, by article and over time.

    It shows what `archive check --record` found. The file loads nothing and can be sent by mail.

    \b
    Example:
      reuse-guard archive report desk.archive --output reuses.html
    """
    from reuse_guard.archive.page import render_page  # noqa: PLC0415 - needs the extra

    require_folder(output)
    require_apart([output], [archive_file])
    with Archive(archive_file, read_only=True) as archive:
        page = render_page(archive.reuses(), archive.stats(), name=archive_file.name)
    try:
        write_atomically(output, page.encode("utf-8", "replace"))
    except OSError as error:
        msg = f"{output}: cannot be written: {error.strerror or error}; choose another --output"
        raise UsageError(msg) from error
