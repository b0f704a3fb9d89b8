"""How what a limit leaves free is named."""

from __future__ import annotations

from typing import Any

import pytest

from reuse_guard.policy.limits import Limit
from reuse_guard.policy.unit_names import amount_left


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        ({"max": "30%"}, "30% of the original's words"),
        ({"max": "10%", "of": "candidate"}, "10% of the candidate's words"),
        ({"max": 2, "unit": "sentences"}, "2 sentences"),
        ({"max": 1, "unit": "paragraphs"}, "1 paragraph"),
    ],
)
def test_what_a_limit_leaves_free_is_named_by_its_unit(limit: dict[str, Any], said: str) -> None:
    assert str(amount_left(Limit(**limit))) == said
