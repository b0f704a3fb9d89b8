"""`reuse-guard`: the group of commands, and what every way of ending means.

Exit status: 0 allowed, 1 violation (or review, where asked for), 2 a mistake in what was given,
3 a defect of ours.
"""

from __future__ import annotations

import errno
import gc
import os
import sys
import traceback
from typing import TYPE_CHECKING, Any

import click

from reuse_guard._version import __version__
from reuse_guard.cli.lazy import Entry, LazyGroup
from reuse_guard.cli.pipes import hush, open_streams, tell
from reuse_guard.cli.statuses import EXIT_DEFECT, EXIT_INTERRUPTED, EXIT_MISTAKE
from reuse_guard.errors import ReuseGuardError, describe_defect

if TYPE_CHECKING:
    from collections.abc import Sequence


COMMANDS = {
    "archive": Entry(
        "reuse_guard.cli.archive",
        "archive_group",
        "Keep articles in one file, and find which a page copies.",
    ),
    "check": Entry(
        "reuse_guard.cli.check",
        "check_command",
        "Check whether a candidate keeps the terms of an original.",
    ),
    "completion": Entry(
        "reuse_guard.cli.completion",
        "completion_command",
        "Print the script by which a shell completes commands.",
    ),
    "grant": Entry(
        "reuse_guard.cli.grant",
        "grant_group",
        "Sign written permissions, and tell whether one is genuine.",
    ),
    "init": Entry(
        "reuse_guard.cli.init",
        "init_command",
        "Write a commented configuration for a repository.",
    ),
    "originals": Entry(
        "reuse_guard.cli.originals",
        "originals_group",
        "Keep, renew and verify snapshots of the originals.",
    ),
    "policy": Entry(
        "reuse_guard.cli.policy",
        "policy_group",
        "List, show and check publishers' terms as policies.",
    ),
    "scan": Entry(
        "reuse_guard.cli.scan",
        "scan_command",
        "Check a project's candidates against its originals.",
    ),
}


_MOST_NEW = 50_000  # objects, before garbage is looked for; Python's own is 700
_TRACEBACK = "REUSE_GUARD_TRACEBACK"


class _Commands(LazyGroup):
    """The commands, none of which minds a reader that closes early; click would end with 1."""

    def make_context(self, *args: Any, **settings: Any) -> click.Context:  # noqa: ANN401 - click's own
        """Read the arguments, which may print the help."""
        try:
            return super().make_context(*args, **settings)
        except BrokenPipeError as error:
            hush()
            raise click.exceptions.Exit(0) from error

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; its status, 0 where it was cut off."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            hush()
            return 0


@click.group(
    cls=_Commands, entries=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="reuse-guard")
def cli() -> None:
    """Tell whether a republication of a news article keeps the publisher's terms."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; no exception leaves."""
    status: object = 0
    try:
        status = cli.main(args=arguments, prog_name="reuse-guard", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        hush()
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the last resort
        return _tell(error)
    return status if isinstance(status, int) else 0


def _tell(error: Exception | KeyboardInterrupt) -> int:
    """Say why a command ended before its time; its exit status."""
    if isinstance(error, click.ClickException):
        error.show()
        return EXIT_MISTAKE
    if isinstance(error, click.Abort | KeyboardInterrupt):
        tell("interrupted")
        return EXIT_INTERRUPTED
    if isinstance(error, ReuseGuardError):
        tell(str(error))
        return EXIT_MISTAKE
    if isinstance(error, OSError):
        return _report_system(error)
    _report_defect(error)
    return EXIT_DEFECT


def _report_system(error: OSError) -> int:
    """Tell what the system refuses, such as room on a disk, which is nobody's defect."""
    if error.filename is None:
        hush()  # what could not be written would be tried once more at the end
    # Of what has no name: the folder of the run was removed, or nothing more can be written.
    nameless = "the folder you are in" if error.errno == errno.ENOENT else "standard output"
    name = error.filename or nameless
    tell(
        f"{name}: {error.strerror or error}; check the path, its permissions and the room on its"
        " disk"
    )
    if os.environ.get(_TRACEBACK):
        traceback.print_exception(error)
    return EXIT_MISTAKE


def _report_defect(error: Exception) -> None:
    if isinstance(error, MemoryError):
        said = "needs more memory than there is; give it less at once"
    else:
        said = f"{describe_defect(error)}; set {_TRACEBACK}=1 for the details and report it"
    click.echo(f"reuse-guard {__version__}: {said}", err=True)
    if os.environ.get(_TRACEBACK):
        traceback.print_exception(error)


def main() -> None:
    """Entry point of the console script."""
    open_streams()
    # numpy's threads cost a start of two cores a fifth of its time, and no array here is so large
    # that they help; `scan` runs processes instead, which inherit this.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Otherwise pydantic looks through all that is installed for plugins, of which it needs none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # What is imported stays; to look through it for garbage took a tenth of the time of a check.
    gc.set_threshold(_MOST_NEW)
    sys.exit(run())
