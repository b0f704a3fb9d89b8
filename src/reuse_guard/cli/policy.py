"""`reuse-guard policy`: the shipped policies, and whether one of your own is well formed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reuse_guard.cli.lazy import Group
from reuse_guard.cli.parameters import PATH, policy_of
from reuse_guard.cli.policy_exchange import export_command, import_command
from reuse_guard.cli.policy_notice import from_notice_command
from reuse_guard.policy import load_policy, preset_ids, preset_text

if TYPE_CHECKING:
    from pathlib import Path


@click.group("policy", cls=Group)
def policy_group() -> None:
    """List, show and check publishers' terms written as policies."""


policy_group.add_command(from_notice_command)
policy_group.add_command(export_command)
policy_group.add_command(import_command)


@policy_group.command("list")
def list_command() -> None:
    """List the policies that ship with reuse-guard.

    \b
    Example:
      reuse-guard policy list
    """
    for policy_id in preset_ids():
        click.echo(f"{policy_id:24} {load_policy(policy_id).name}")


@policy_group.command("show")
@click.argument("policy_id", metavar="ID")
def show_command(policy_id: str) -> None:
    """Print a shipped policy as TOML, to start one of your own from.

    \b
    Example:
      reuse-guard policy show qazmonitor > our-terms.toml
    """
    if "/" in policy_id or policy_id.endswith(".toml"):
        msg = (
            f"{policy_id} is a file, and only shipped policies are printed; tell whether it is well"
            f" formed with: reuse-guard policy check {policy_id}"
        )
        raise click.UsageError(msg)
    click.echo(preset_text(policy_id), nl=False)


@policy_group.command("check")
@click.argument("file", type=PATH)
def check_command(file: Path) -> None:
    """Tell whether a policy file is well formed; exit status 2 where it is not.

    \b
    Example:
      reuse-guard policy check our-terms.toml
    """
    policy = load_policy(file if file.exists() else policy_of(str(file)))
    click.echo(f"{file}: policy {policy.id} {policy.version} is well formed")
