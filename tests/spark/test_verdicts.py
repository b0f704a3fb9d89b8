"""Spark gives the verdicts of the embedded archive, row for row."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from tests.spark.texts import articles, embedded, ordered, pages, write_lines

from reuse_guard.archive.spark import run

if TYPE_CHECKING:
    from pathlib import Path

    from pyspark.sql import SparkSession

pytestmark = [pytest.mark.spark, pytest.mark.filterwarnings("ignore::DeprecationWarning")]
DAY = date(2026, 11, 20)


def rows_of(spark: SparkSession, address: str) -> list[dict[str, Any]]:
    return ordered(row.asDict() for row in spark.read.parquet(address).collect())


def test_the_verdicts_are_those_of_the_archive_row_for_row(
    spark: SparkSession, tmp_path: Path
) -> None:
    originals = write_lines(tmp_path / "originals.jsonl", articles())
    candidates = write_lines(tmp_path / "pages.jsonl", pages())
    expected = embedded(tmp_path / "desk.archive", originals, candidates, DAY)
    said: list[str] = []
    summary = run(
        spark,
        [str(originals)],
        [str(candidates)],
        str(tmp_path / "out"),
        as_of=DAY,
        say=said.append,
    )
    found = rows_of(spark, summary.verdicts)
    assert len(expected) > 30
    assert [{**row, "problem": None} for row in expected] == found
    assert (summary.judged, summary.problems) == (len(expected), 0)
    assert [line.split(":")[0] for line in said] == [
        "originals",
        "pages",
        "index",
        "pairs",
        "verdicts",
    ]
