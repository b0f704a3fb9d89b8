"""`reuse-guard init`: a first configuration for a repository."""

from __future__ import annotations

from pathlib import Path

import click

from reuse_guard.atomic import write_atomically
from reuse_guard.cli.parameters import PATH
from reuse_guard.cli.pipes import tell
from reuse_guard.config.load import FILE
from reuse_guard.config.starter import survey, write_starter
from reuse_guard.errors import UsageError


@click.command("init")
@click.argument("folder", type=PATH, default=Path())
@click.option("--force", is_flag=True, help="Write over the configuration that is there.")
def init_command(folder: Path, *, force: bool) -> None:
    """Write a commented configuration for the repository in FOLDER, by default the current one.

    It looks for Hugo, Hexo, Jekyll, Eleventy, Astro, Zola, Docusaurus, MkDocs, Pelican and Quartz,
    and takes anything else as plain files.

    \b
    Examples:
      reuse-guard init
      reuse-guard init website/
    """
    if not folder.is_dir():
        msg = f"{folder}: no such folder; name the folder of the repository"
        raise UsageError(msg)
    file = folder / FILE
    if file.exists() and not force:
        msg = f"{file}: is there already; edit it, or write it anew with --force"
        raise UsageError(msg)
    found = survey(folder)
    try:
        write_atomically(file, write_starter(found).encode())
    except OSError as error:
        msg = f"{file}: cannot be written: {error.strerror or error}; check the folder"
        raise UsageError(msg) from error
    tell(
        f"wrote {file} for {found.generator}, {found.count}; next, keep the"
        " originals: reuse-guard originals add URL|FILE"
    )
    if not found.files:
        tell(
            "no file there fits `content` today; mend its patterns if texts stand"
            " elsewhere, and name feeds and exports of WordPress by their files"
        )
    if found.elsewhere:
        folders = ", ".join(f"{folder}/ ({count:,})" for folder, count in found.elsewhere)
        tell(
            f"texts that `content` does not name stand in {folders}; add patterns for"
            " what is published"
        )
