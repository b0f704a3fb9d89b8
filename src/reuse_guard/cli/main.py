"""`reuse-guard`: the group of commands, and what every way of ending means.

Exit status: 0 allowed, 1 violation (or review, where asked for), 2 a mistake in what was given,
3 a defect of ours.
"""

from __future__ import annotations

import os
import sys
import traceback
from typing import TYPE_CHECKING

import click

from reuse_guard._version import __version__
from reuse_guard.cli.archive import archive_group
from reuse_guard.cli.check import check_command
from reuse_guard.cli.completion import completion_command
from reuse_guard.cli.grant import grant_group
from reuse_guard.cli.init import init_command
from reuse_guard.cli.originals import originals_group
from reuse_guard.cli.policy import policy_group
from reuse_guard.cli.scan import scan_command
from reuse_guard.errors import ReuseGuardError

if TYPE_CHECKING:
    from collections.abc import Sequence

EXIT_MISTAKE = 2
EXIT_DEFECT = 3
EXIT_INTERRUPTED = 130


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="reuse-guard")
def cli() -> None:
    """Tell whether a republication of a news article keeps the publisher's terms."""


cli.add_command(archive_group)
cli.add_command(check_command)
cli.add_command(completion_command)
cli.add_command(grant_group)
cli.add_command(init_command)
cli.add_command(originals_group)
cli.add_command(policy_group)
cli.add_command(scan_command)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; no exception leaves."""
    try:
        status = cli.main(args=arguments, prog_name="reuse-guard", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return EXIT_MISTAKE
    except ReuseGuardError as error:
        click.echo(f"reuse-guard: {error}", err=True)
        return EXIT_MISTAKE
    except (click.Abort, KeyboardInterrupt):
        click.echo("reuse-guard: interrupted", err=True)
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        # The reader closed early (`| head`): nothing is wrong, and nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 - the last resort: say it is our defect
        _report_defect(error)
        return EXIT_DEFECT
    return status if isinstance(status, int) else 0


def _report_defect(error: Exception) -> None:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{os.path.basename(frame.filename)}:{frame.lineno}"  # noqa: PTH119 - a bare name
    click.echo(
        f"reuse-guard {__version__}: a defect of ours, not yours: {type(error).__name__}: {error}"
        f" (at {place}); set REUSE_GUARD_TRACEBACK=1 for the details and report it",
        err=True,
    )
    if os.environ.get("REUSE_GUARD_TRACEBACK"):
        traceback.print_exception(error)


def main() -> None:
    """Entry point of the console script."""
    sys.exit(run())
