"""`reuse-guard policy export|import`: policies in the forms that other systems use."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from reuse_guard.cli.parameters import PATH, policy_of
from reuse_guard.cli.pipes import tell
from reuse_guard.errors import PolicyError
from reuse_guard.policy import load_policy
from reuse_guard.rights.ninjs import from_rightsinfo, to_rightsinfo
from reuse_guard.rights.odrl import from_odrl, to_odrl
from reuse_guard.rights.toml import policy_toml
from reuse_guard.schema import load_json

if TYPE_CHECKING:
    from pathlib import Path

    from reuse_guard.rights.odrl import Imported

FORMS = click.Choice(("odrl", "ninjs"))


@click.command("export")
@click.argument("policy", metavar="ID|FILE")
@click.option("--to", "form", type=FORMS, default="odrl", show_default=True)
def export_command(policy: str, form: str) -> None:
    """Print a policy as ODRL 2.2 (JSON-LD, RightsML profile), or as the rightsinfo of ninjs.

    \b
    Examples:
      reuse-guard policy export qazmonitor > terms.jsonld
      reuse-guard policy export our-terms.toml --to ninjs
    """
    loaded = load_policy(policy_of(policy))
    data = to_odrl(loaded) if form == "odrl" else {"rightsinfo": to_rightsinfo(loaded)}
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


@click.command("import")
@click.argument("file", type=PATH)
def import_command(file: Path) -> None:
    """Print the policy in FILE as TOML: an ODRL document, or a ninjs item that carries one.

    What a policy cannot say goes to standard error, each with its place; read it before you use
    the policy.

    \b
    Example:
      reuse-guard policy import terms.jsonld > our-terms.toml
    """
    imported = _read(file)
    for left in imported.unexpressed:
        tell(f"{file}: not said by the policy: {left}")
    click.echo(policy_toml(imported.policy), nl=False)


def _read(file: Path) -> Imported:
    data = load_json(file, error=PolicyError)
    if "rightsinfo" in data:
        return from_rightsinfo(data, source=str(file))
    return from_odrl(data, source=str(file))
