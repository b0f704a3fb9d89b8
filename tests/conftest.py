"""What every test of the project may use."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def quickstart() -> Path:
    """The shipped example, read only."""
    return ROOT / "examples" / "quickstart"
