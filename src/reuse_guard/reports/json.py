"""The verdict as JSON, for programs; `Verdict.model_json_schema()` describes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reuse_guard.verdict import Verdict


def render_json(verdict: Verdict) -> str:
    """The whole verdict, indented, with a final newline."""
    return verdict.model_dump_json(indent=2) + "\n"
