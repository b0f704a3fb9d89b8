"""What the tests of the archive share."""

from __future__ import annotations

import shutil
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


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of such an archive as `archive` is, to be copied."""
    file = tmp_path_factory.mktemp("filled") / "desk.archive"
    texts = {
        FERRY_URL: FERRY,
        BAKERY_URL: BAKERY,
        "https://courier.example/ru/voda": RUSSIAN,
        "https://courier.example/kk/kopir": KAZAKH,
        **{f"https://courier.example/made/{n}": filler(200, seed=n) for n in range(20)},
    }
    with Archive(file) as opened:
        list(opened.add_many(Record(text, url, url=url) for url, text in texts.items()))
    return file


@pytest.fixture
def archive(filled: Path, file: Path) -> Iterator[Archive]:
    """An archive of four articles in three languages and twenty made-up ones."""
    shutil.copyfile(filled, file)
    with Archive(file) as opened:
        yield opened
