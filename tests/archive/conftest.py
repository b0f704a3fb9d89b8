"""What the tests of the archive share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.archive.articles import BAKERY, FERRY, KAZAKH, RUSSIAN, filler

from reuse_guard.archive import Archive, Record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FERRY_URL = "https://courier.example/news/ferry"
BAKERY_URL = "https://courier.example/news/bakery"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where an archive may be made."""
    return tmp_path / "desk.archive"


@pytest.fixture
def archive(file: Path) -> Iterator[Archive]:
    """An archive of four articles in three languages and twenty made-up ones."""
    texts = {
        FERRY_URL: FERRY,
        BAKERY_URL: BAKERY,
        "https://courier.example/ru/voda": RUSSIAN,
        "https://courier.example/kk/kopir": KAZAKH,
        **{f"https://courier.example/made/{n}": filler(200, seed=n) for n in range(20)},
    }
    with Archive(file) as opened:
        list(opened.add_many(Record(text, url, url=url) for url, text in texts.items()))
        yield opened
