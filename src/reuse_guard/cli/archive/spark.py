"""`reuse-guard archive spark`: many pages against many articles, on many machines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reuse_guard.cli.parameters import (
    BARE_LINKS,
    BEST,
    DAY,
    DECLARE,
    DIALECT,
    GRANTS,
    POLICY,
    declared_by,
    policy_of,
)
from reuse_guard.reports.numbers import many
from reuse_guard.reports.visible import visible

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


@click.command("spark")
@click.argument("originals")
@click.argument("candidates")
@click.argument("out")
@BEST
@POLICY
@GRANTS
@DECLARE
@click.option("--as-of", type=DAY, help="Day of the check; the day of the first run if left out.")
@BARE_LINKS
@DIALECT
@click.option("--master", metavar="URL", help="A cluster's address; this machine if left out.")
@click.option("--memory", default="2g", show_default=True, help="Of the process that leads.")
def spark_command(  # noqa: PLR0913 - one parameter for each option
    *,
    originals: str,
    candidates: str,
    out: str,
    best: int,
    policy: str,
    grants: tuple[Path, ...],
    declarations: tuple[str, ...],
    as_of: date | None,
    bare_links: bool | None,
    dialect: str | None,
    master: str | None,
    memory: str,
) -> int:
    """Judge all pages of CANDIDATES against all articles of ORIGINALS, on Apache Spark.

    Both are a file, a folder or a pattern of JSON Lines, parquet or WARC files, on any file system
    that Spark reads. The verdicts are a table of parquet, OUT/verdicts. A run that was interrupted
    is finished by the same command. Exit status 2 if a page or an article could not be used; it has
    a row with its problem, and the others are judged.

    \b
    Example:
      reuse-guard archive spark articles.jsonl crawl/ out/
    """
    from reuse_guard.archive.spark import open_session, run  # noqa: PLC0415 - needs the extra

    declared = declared_by(declarations)
    spark = open_session(master, memory=memory)
    try:
        summary = run(
            spark,
            [originals],
            [candidates],
            out,
            say=lambda line: click.echo(visible(line), err=True),
            policy=policy_of(policy),
            grants=grants,
            declared=declared,
            as_of=as_of,
            best=best,
            bare_links=bare_links,
            dialect=dialect,
        )
    finally:
        spark.stop()
    click.echo(
        f"{visible(summary.verdicts)}: {many(summary.judged, 'verdict')} on"
        f" {many(summary.pages, 'page')}, {summary.problems:,} not used",
        err=True,
    )
    return 2 if summary.problems else 0
