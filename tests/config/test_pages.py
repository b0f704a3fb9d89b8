"""The reference pages name everything that there is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reuse_guard.config.model import Config, Fetching, Ignore
from reuse_guard.originals import Snapshot
from reuse_guard.policy.conditions import Declared
from reuse_guard.reports.registry import FORMATS
from reuse_guard.reports.rules import RULES

if TYPE_CHECKING:
    from pydantic import BaseModel

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


@pytest.mark.parametrize("model", [Config, Ignore, Fetching, Declared, Snapshot])
def test_every_key_is_on_the_page(model: type[BaseModel]) -> None:
    page = (REFERENCE / "configuration.md").read_text("utf-8")
    assert [key for key in model.model_fields if f"`{key}`" not in page] == []


def test_every_rule_is_on_the_page() -> None:
    page = (REFERENCE / "rule-ids.md").read_text("utf-8")
    for rule in RULES:
        assert f"| {rule.id} | `{rule.kind}` | {rule.title} | {rule.description} |" in page


def test_every_format_is_on_the_page() -> None:
    page = (REFERENCE / "formats.md").read_text("utf-8")
    assert all(f"| `{name}` |" in page for name in FORMATS)
