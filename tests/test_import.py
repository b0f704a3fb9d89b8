"""Importing the package is light and needs the core dependencies alone."""

from __future__ import annotations

import subprocess
import sys

import pytest

import reuse_guard

# Loaded where they are used: each costs tens of milliseconds at every start of a hook.
LAZY = ("tinycss2", "rich", "click", "markdown_it", "yaml", "charset_normalizer", "pytest")


@pytest.mark.parametrize("module", LAZY)
def test_importing_reuse_guard_does_not_load(module: str) -> None:
    code = f"import sys, reuse_guard; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603


def test_every_public_name_exists() -> None:
    for name in reuse_guard.__all__:
        assert getattr(reuse_guard, name) is not None
