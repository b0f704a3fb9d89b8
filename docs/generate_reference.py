"""Write the reference pages that come from the code: `python -m docs.generate_reference`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reuse_guard.cli.main import cli
from reuse_guard.policy import Policy
from reuse_guard.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

REFERENCE = Path(__file__).parent / "reference"
WIDTH = 80
INTRODUCTION = """# Command line

Generated from the commands themselves (`python -m docs.generate_reference`); each page is what
`--help` prints.

| exit status | meaning |
|---|---|
| 0 | allowed |
| 1 | violation, or review with `--fail-on review` |
| 2 | a mistake in what was given: usage, an unreadable input, a bad policy |
| 3 | a defect of reuse_guard |

Reports go to standard output, progress and messages to standard error. `NO_COLOR` is respected.
"""


def generated_pages() -> dict[Path, str]:
    """Every generated page with its content."""
    schema = json.dumps(Verdict.model_json_schema(mode="serialization"), indent=2) + "\n"
    return {
        REFERENCE / "cli.md": "\n".join([INTRODUCTION, *_help_pages("reuse-guard", cli)]),
        REFERENCE / "verdict.schema.json": schema,
        REFERENCE / "policy.schema.json": json.dumps(Policy.model_json_schema(), indent=2) + "\n",
    }


def _help_pages(
    name: str, command: click.Command, parent: click.Context | None = None
) -> Iterator[str]:
    context = click.Context(
        command,
        info_name=name.rpartition(" ")[2],
        parent=parent,
        terminal_width=WIDTH,
        **command.context_settings,
    )
    yield f"## {name}\n\n```text\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for child in command.list_commands(context):
            found = command.get_command(context, child)
            if found is not None:
                yield from _help_pages(f"{name} {child}", found, context)


def main() -> None:
    """Write every generated page."""
    for page, content in generated_pages().items():
        page.write_text(content, "utf-8")


if __name__ == "__main__":
    main()
