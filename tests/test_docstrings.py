"""What a docstring shows is what happens."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import reuse_guard

PACKAGE = Path(reuse_guard.__file__).parent
SHOWING = [
    ".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
    for file in sorted(PACKAGE.rglob("*.py"))
    if ">>> " in file.read_text("utf-8")
]


@pytest.mark.parametrize("module", SHOWING)
def test_what_a_docstring_shows_happens(module: str) -> None:
    shown = doctest.testmod(import_module(module), optionflags=doctest.ELLIPSIS)
    assert shown.attempted
    assert not shown.failed
