"""`reuse-guard completion`: the script by which a shell completes commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

SHELLS = ("bash", "zsh", "fish")
_VARIABLE = "_REUSE_GUARD_COMPLETE"


@click.command("completion")
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion_command(context: click.Context, shell: str) -> None:
    """Print the completion script for SHELL; put it where the shell reads it at its start.

    \b
    Examples:
      reuse-guard completion bash > ~/.local/share/bash-completion/completions/reuse-guard
      reuse-guard completion zsh > ~/.zfunc/_reuse-guard
      reuse-guard completion fish > ~/.config/fish/completions/reuse-guard.fish
    """
    kind = get_completion_class(shell)
    assert kind is not None  # noqa: S101 - click has a class for each of the three
    script = kind(context.find_root().command, {}, "reuse-guard", _VARIABLE)
    click.echo(script.source_template % script.source_vars())
