"""Importing the package is light and needs the core dependencies alone."""

from __future__ import annotations

import subprocess
import sys

import pytest

import reuse_guard

# Loaded where they are used: each costs tens of milliseconds at every start of a hook.
LAZY = ("tinycss2", "rich", "click", "markdown_it", "yaml", "charset_normalizer", "pytest")
HEAVY = ("numpy", "pydantic", "lxml", "rapidfuzz", "reuse_guard.api")


def _loaded(statement: str) -> set[str]:
    """The modules that a statement leaves loaded in a new process."""
    code = f"import sys; {statement}; sys.stderr.write(' '.join(sys.modules))"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    loaded = set(done.stderr.split())
    assert "sys" in loaded
    return loaded


def test_importing_check_does_not_load_what_few_texts_need() -> None:
    assert _loaded("from reuse_guard import check").isdisjoint(LAZY)


@pytest.mark.parametrize(
    "statement",
    ["import reuse_guard", "from reuse_guard.cli.main import run; run(['--help'])"],
)
def test_the_package_and_the_help_of_the_commands_load_no_library(statement: str) -> None:
    assert _loaded(statement).isdisjoint(HEAVY)


def test_every_public_name_exists_and_is_listed() -> None:
    for name in reuse_guard.__all__:
        assert getattr(reuse_guard, name) is not None
    assert set(reuse_guard.__all__) <= set(dir(reuse_guard))


def test_a_name_that_does_not_exist_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'chekc'"):
        getattr(reuse_guard, "chekc")  # noqa: B009 - a checker refuses the plain spelling


def test_a_submodule_is_imported_by_its_name() -> None:
    assert "reuse_guard.errors" in _loaded("from reuse_guard import errors")
