"""`reuse-guard policy from-notice`: what a page says of its terms, as a policy to be reviewed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from reuse_guard.cli.parameters import PATH
from reuse_guard.documents.read import read
from reuse_guard.rights import suggest_policy

if TYPE_CHECKING:
    from pathlib import Path


@click.command("from-notice")
@click.argument("page", type=PATH)
@click.option("--url", metavar="URL", help="Address of the page.")
@click.option("--id", "policy_id", metavar="ID", help="Id of the policy; else from the host.")
@click.option("--whole-page", is_flag=True, help="PAGE is all about terms: read all of it.")
def from_notice_command(
    page: Path, url: str | None, policy_id: str | None, *, whole_page: bool
) -> None:
    """Suggest a policy from the notice on PAGE, each clause under its sentence.

    A person has to review it: the notice is read by rules, in English, Russian and Kazakh.

    \b
    Example:
      reuse-guard policy from-notice article.html > our-terms.toml
    """
    document = read(page, url)
    today = datetime.now(UTC).astimezone().date()
    text = suggest_policy(document, read_on=today, policy_id=policy_id, whole_page=whole_page)
    click.echo(text, nl=False)
