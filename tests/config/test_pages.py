"""The reference pages name everything that there is."""

from __future__ import annotations

import re
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, get_origin, get_type_hints

import pytest

import reuse_guard
from reuse_guard import check, check_many, read
from reuse_guard.backlinks import Backlink
from reuse_guard.config.model import Config, Fetching, Ignore
from reuse_guard.grants.model import Grant, Overrides
from reuse_guard.originals import Snapshot
from reuse_guard.policy import Alternative, Policy, Rule
from reuse_guard.policy.conditions import Attest, Declared, PageDuties, When
from reuse_guard.policy.duties import CreditDuty, LinkDuty
from reuse_guard.policy.limits import Limit
from reuse_guard.reports.registry import FORMATS
from reuse_guard.reports.rules import RULES
from reuse_guard.verdict import Clause, Verdict
from reuse_guard.verdict.model import (
    BlockView,
    DocumentView,
    GrantView,
    PolicyView,
    QuotedPassage,
)

if TYPE_CHECKING:
    from collections.abc import Callable

DOCS = Path(__file__).parents[2] / "docs"
REFERENCE = DOCS / "reference"
OF_CONFIGURATIONS = (Config, Ignore, Fetching, Declared, Snapshot)
OF_VERDICTS = (
    Verdict, Clause, PolicyView, GrantView, QuotedPassage, Backlink, DocumentView, BlockView,
)  # fmt: skip
OF_POLICIES = (Policy, Rule, When, Limit, LinkDuty, CreditDuty, PageDuties, Attest, Alternative)


@pytest.mark.parametrize(
    ("page", "model"),
    [
        *(("reference/configuration.md", model) for model in OF_CONFIGURATIONS),
        *(("reference/policy.md", model) for model in OF_POLICIES),
        *(("reference/verdict.md", model) for model in OF_VERDICTS),
        ("how-to/grants.md", Grant),
        ("how-to/grants.md", Overrides),
    ],
)
def test_every_key_is_on_the_page(page: str, model: type) -> None:
    code = " ".join(re.findall(r"`([^`\n]+)`", (DOCS / page).read_text("utf-8")))
    hints = get_type_hints(model)
    keys = [key for key, hint in hints.items() if get_origin(hint) is not ClassVar]
    assert [key for key in keys if not re.search(rf"\b{key}\b", code)] == []


@pytest.mark.parametrize("call", [check, check_many, read])
def test_every_argument_is_on_the_page(call: Callable[..., object]) -> None:
    page = (REFERENCE / "python.md").read_text("utf-8")
    section = page.partition(f"## `{call.__name__}(")[2].partition("\n## ")[0]
    assert [name for name in signature(call).parameters if f"`{name}`" not in section] == []


def test_every_public_name_is_on_the_page() -> None:
    page = (REFERENCE / "python.md").read_text("utf-8")
    assert [name for name in reuse_guard.__all__ if name not in page] == []


def test_every_rule_is_on_the_page() -> None:
    page = (REFERENCE / "rule-ids.md").read_text("utf-8")
    for rule in RULES:
        assert f"| {rule.id} | `{rule.kind}` | {rule.title} | {rule.description} |" in page


def test_every_format_is_on_the_page() -> None:
    page = (REFERENCE / "formats.md").read_text("utf-8")
    assert all(f"| `{name}` |" in page for name in FORMATS)
