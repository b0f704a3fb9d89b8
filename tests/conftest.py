"""What every test of the project may use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# CI judges a change, so it draws the same cases every time; elsewhere each run looks at new ones.
settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def quickstart() -> Path:
    """The shipped example, read only."""
    return ROOT / "examples" / "quickstart"
