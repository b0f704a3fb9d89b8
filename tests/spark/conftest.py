"""What the tests of Spark share: one session, which takes seconds to start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyspark.sql import SparkSession


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkSession]:
    from reuse_guard.archive.spark import open_session  # noqa: PLC0415 - needs Java

    session = open_session("local[2]")
    yield session
    session.stop()
