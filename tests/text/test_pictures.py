"""One table tells in credits, bylines and terms what is said of pictures."""

from __future__ import annotations

import pytest

from reuse_guard.documents.furniture import Kind, kind_of
from reuse_guard.notices.concepts import Concept
from reuse_guard.notices.lexicon import concepts_of
from reuse_guard.text.pictures import STILL


@pytest.mark.parametrize("stem", [stem.partition("(")[0] for stem in STILL])
def test_what_credits_call_a_picture_is_one_in_terms_too(stem: str) -> None:
    assert kind_of(f"{stem}: Asel Nurlan") is Kind.CREDIT
    assert Concept.PHOTO in concepts_of(stem)


@pytest.mark.parametrize("line", ["Photographer: Asel Nurlan", "Иллюстрация: Асель Нурлан"])
def test_a_line_that_says_who_made_a_picture_is_no_part_of_a_text(line: str) -> None:
    assert kind_of(line) is Kind.CREDIT


def test_to_photocopy_is_said_of_texts() -> None:
    assert Concept.PHOTO not in concepts_of("photocopied")
