"""Importing the package is light and needs the core dependencies alone."""

from __future__ import annotations

import subprocess
import sys

import pytest

import reuse_guard

# Loaded where they are used: each costs tens of milliseconds at every start of a hook.
LAZY = ("tinycss2", "rich", "click", "markdown_it", "yaml", "charset_normalizer", "pytest")
HEAVY = ("numpy", "pydantic", "lxml", "rapidfuzz", "reuse_guard.api")


def _loads(statement: str, module: str) -> bool:
    code = f"import sys; {statement}; sys.exit({module!r} in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=False)  # noqa: S603
    assert done.returncode in (0, 1)
    return done.returncode == 1


@pytest.mark.parametrize("module", LAZY)
def test_importing_check_does_not_load(module: str) -> None:
    assert not _loads("from reuse_guard import check", module)


@pytest.mark.parametrize("module", HEAVY)
def test_the_package_and_the_help_of_the_commands_do_not_load(module: str) -> None:
    assert not _loads("import reuse_guard", module)
    assert not _loads("from reuse_guard.cli.main import run; run(['--help'])", module)


def test_every_public_name_exists_and_is_listed() -> None:
    for name in reuse_guard.__all__:
        assert getattr(reuse_guard, name) is not None
    assert set(reuse_guard.__all__) <= set(dir(reuse_guard))


def test_a_name_that_does_not_exist_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'chekc'"):
        getattr(reuse_guard, "chekc")  # noqa: B009 - a checker refuses the plain spelling


def test_a_submodule_is_imported_by_its_name() -> None:
    assert _loads("from reuse_guard import errors", "reuse_guard.errors")
