from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.fuzz_checks import read_every_way

SEEDS = sorted((Path(__file__).parent / "fuzz_seeds").iterdir())


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_every_reader_takes_or_refuses_what_fuzzing_began_with(path: Path) -> None:
    read_every_way(path.read_bytes())
