"""`reuse-guard check`: one original, one candidate, one verdict."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reuse_guard.api import check
from reuse_guard.cli.apart import require_apart
from reuse_guard.cli.output import (
    FAILING,
    deliver,
    fail_on_option,
    files_among,
    report_options,
    require_places,
)
from reuse_guard.cli.parameters import (
    BARE_LINKS,
    DAY,
    DECLARE,
    DIALECT,
    GRANTS,
    PATH,
    PATH_OR_DASH,
    declared_by,
    policy_of,
)
from reuse_guard.cli.pipes import standard_input
from reuse_guard.config import FailOn
from reuse_guard.documents.read import read, require_words
from reuse_guard.grants.files import files_behind
from reuse_guard.reports.report import Judged, Report

if TYPE_CHECKING:
    from datetime import date

    from reuse_guard.documents.model import Document


class _OnePair(click.Command):
    """A command that says how several candidates are checked."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            if "unexpected extra argument" not in error.message:
                raise
            several = "check one candidate at a time, or all of a project with `reuse-guard scan`"
            ctx.fail(f"{error.message}; {several}")


@click.command("check", cls=_OnePair)
@click.argument("original", type=PATH_OR_DASH)
@click.argument("candidate", type=PATH_OR_DASH)
@click.option(
    "--policy",
    default="qazmonitor",
    metavar="ID|FILE|auto",
    show_default=True,
    help="Terms to hold it against; auto picks by the original's host.",
)
@click.option("--original-url", metavar="URL", help="Address of the original.")
@click.option("--candidate-url", metavar="URL", help="Where the candidate is published.")
@GRANTS
@click.option("--trust", type=PATH, metavar="FILE", help="Whose signed permissions are genuine.")
@click.option(
    "--common-source",
    "common_sources",
    multiple=True,
    type=PATH,
    metavar="FILE",
    help="A text both sides may have quoted, such as a press release; may be given several times.",
)
@DECLARE
@BARE_LINKS
@DIALECT
@click.option("--as-of", type=DAY, help="Day of the check, as 2026-11-23; today if left out.")
@report_options
@fail_on_option
def check_command(  # noqa: PLR0913 - one parameter for each option of the contract
    *,
    original: str,
    candidate: str,
    policy: str,
    original_url: str | None,
    candidate_url: str | None,
    grants: tuple[Path, ...],
    trust: Path | None,
    common_sources: tuple[Path, ...],
    declarations: tuple[str, ...],
    bare_links: bool | None,
    dialect: str | None,
    as_of: date | None,
    formats: tuple[str, ...],
    outputs: tuple[Path, ...],
    language: str,
    fail_on: str,
) -> int:
    """Check whether CANDIDATE keeps the terms under which ORIGINAL may be reused.

    ORIGINAL and CANDIDATE are files (HTML, Markdown or text); - reads one of them from standard
    input. Exit status 0 where the use is allowed or for review, 1 for a violation (or as --fail-on
    says), 2 where something given cannot be used, 3 for a defect of ours.

    \b
    Examples:
      reuse-guard check original.html candidate.md
      reuse-guard check original.html - --original-url https://qazmonitor.com/news/1 < draft.md
      reuse-guard check original.html page.html --grants letter.toml --format json
    """
    if original == candidate == "-":
        msg = "ORIGINAL and CANDIDATE cannot both be standard input; name a file for one of them"
        raise click.UsageError(msg)
    formats = require_places(formats, outputs)
    terms = policy_of(policy)
    own_terms = terms if isinstance(terms, Path) else None
    files = files_among(outputs)
    permissions = files_behind(grants, trust) if files else ()
    require_apart(files, (original, candidate, *permissions, *common_sources, own_terms))
    verdict = check(
        _input(original, name="original"),
        _input(candidate, name="candidate", bare_links=bare_links, dialect=dialect),
        policy=terms,
        original_url=original_url,
        candidate_url=candidate_url,
        grants=grants,
        trust=trust,
        common_sources=common_sources,
        as_of=as_of,
        declared=declared_by(declarations),
        bare_links=bare_links,
        dialect=dialect,
    )
    require_words(verdict.candidate.words, source=verdict.candidate.source)
    deliver(Report((Judged(verdict),)), formats, outputs, language)
    return 1 if verdict.outcome in FAILING[FailOn(fail_on)] else 0


def _input(argument: str, *, name: str, **site: Any) -> Path | Document:  # noqa: ANN401 - of `read`
    if argument.startswith(("http://", "https://")):
        msg = f"{argument} is an address: save the page, name the file, and give --{name}-url"
        raise click.UsageError(msg)
    if argument != "-":
        return Path(argument)
    return read(standard_input().read(), name=f"{name} (standard input)", **site)
