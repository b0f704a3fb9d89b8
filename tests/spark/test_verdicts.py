"""Spark gives the verdicts of the embedded archive, row for row, and no page stops it."""

from __future__ import annotations

import gzip
import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from tests.archive.articles import FERRY, filler, part
from tests.archive.test_inputs import warc
from tests.spark.texts import HOST, articles, embedded, ordered, pages, write_lines

from reuse_guard import Policy, Rule
from reuse_guard.archive.spark import Summary, run
from reuse_guard.archive.spark.matching import index
from reuse_guard.archive.spark.schemas import ORIGINALS
from reuse_guard.errors import ReadError, UsageError
from reuse_guard.policy import Attest, Declared

if TYPE_CHECKING:
    from pathlib import Path

    from pyspark.sql import SparkSession

pytestmark = pytest.mark.spark
DAY = date(2026, 11, 20)
STAGES = ["originals", "pages", "index", "pairs", "verdicts"]


def judged(
    spark: SparkSession, originals: Path, candidates: Path, out: Path
) -> tuple[list[dict[str, Any]], Summary, list[str]]:
    said: list[str] = []
    summary = run(spark, [str(originals)], [str(candidates)], str(out), as_of=DAY, say=said.append)
    rows = spark.read.parquet(summary.verdicts).collect()
    done = [line for line in said if not line.endswith("tasks done")]
    return ordered(row.asDict() for row in rows), summary, done


def test_the_verdicts_are_those_of_the_archive_row_for_row_and_a_stage_is_made_once(
    spark: SparkSession, tmp_path: Path
) -> None:
    originals = write_lines(tmp_path / "a folder" / "originals 1.jsonl", articles())
    candidates = write_lines(tmp_path / "pages.jsonl", pages())
    expected = embedded(tmp_path / "desk.archive", originals, candidates, DAY)
    found, summary, done = judged(spark, originals, candidates, tmp_path / "out")
    assert len(expected) > 30
    assert [{**row, "problem": None} for row in expected] == found
    assert (summary.judged, summary.problems) == (len(expected), 0)
    assert [line.split(":")[0] for line in done] == STAGES
    # A run that was broken off between the marker of Spark and ours, and one within a stage.
    (tmp_path / "out" / "pairs.json").unlink()
    (tmp_path / "out" / "verdicts" / "_SUCCESS").unlink()
    again, _, done = judged(spark, originals, candidates, tmp_path / "out")
    assert again == found
    assert [line.endswith("done before") for line in done] == [True, True, True, False, False]


def test_pages_are_read_as_their_sites_read_markdown(spark: SparkSession, tmp_path: Path) -> None:
    address = f"{HOST}/ferry"
    originals = write_lines(tmp_path / "originals.jsonl", [{"url": address, "text": FERRY}])
    post = (
        f"{part(FERRY, 0, 40)}\n\n<div>\n\n[Courier]({address})\n\n</div>\n\n{filler(60, seed=3)}"
    )
    candidates = write_lines(tmp_path / "pages.jsonl", [{"markdown": post}])
    rule = Rule(attest=(Attest(about="commercial"),))
    no_gain = Policy(id="gain", name="Courier", rules=(rule,))
    cases: list[tuple[dict[str, Any], str]] = [
        ({}, "review"),
        ({"dialect": "commonmark"}, "allowed"),
        ({"dialect": "kramdown", "bare_links": False}, "violation"),
        ({"policy": no_gain, "declared": Declared(commercial=True)}, "violation"),
        ({"policy": no_gain, "declared": Declared(commercial=False)}, "allowed"),
    ]
    said: list[str] = []
    for known, outcome in cases:
        summary = run(
            spark,
            [str(originals)],
            [str(candidates)],
            str(tmp_path / "out"),
            as_of=DAY,
            say=said.append,
            **known,
        )
        rows = spark.read.parquet(summary.verdicts).collect()
        assert [row["outcome"] for row in rows] == [outcome]


def test_what_cannot_be_used_is_a_row_and_the_rest_is_judged(
    spark: SparkSession, tmp_path: Path
) -> None:
    originals = write_lines(
        tmp_path / "originals.jsonl",
        [{"url": f"{HOST}/ferry", "text": FERRY}, {"text": "Short.", "url": f"{HOST}/short"}],
    )
    folder = tmp_path / "crawl"
    folder.mkdir()
    page = json.dumps({"url": "https://p.example/1", "text": FERRY}).encode()
    bad = [b"{", b"\xff\xfe", b'{"url": "https://p.example/2"}', b'{"text": "\\ud800"}', b""]
    bad.append('{"url": "https://p.example/7", "text": "…"}'.encode())
    (folder / "1.jsonl").write_bytes(b"\n".join([page, *bad]) + b"\n")
    (folder / "2.jsonl.gz").write_bytes(gzip.compress(page.replace(b"/1", b"/3") + b"\n")[:-4])
    (folder / "3.warc").write_bytes(
        warc(("https://p.example/4", "200 OK", "text/plain", FERRY.encode()))[:-30]
    )
    (folder / "4.warc.gz").write_bytes(
        warc(("https://p.example/5", "200 OK", "text/plain", FERRY.encode()))
    )
    spark.createDataFrame(
        [("https://p.example/6", FERRY)], "url STRING, text STRING"
    ).write.parquet(str(folder / "5.parquet"))
    found, summary, _ = judged(spark, originals, folder, tmp_path / "out")
    assert [row["page"] for row in found if row["problem"] is None] == [
        f"https://p.example/{number}" for number in (1, 3, 5, 6)
    ]
    problems = {row["page"] or row["original"]: row["problem"] for row in found if row["problem"]}
    assert summary.problems == len(problems)
    assert "is no JSON object" in problems[f"{folder}/1.jsonl, line 2"]
    assert "has none of" in problems[f"{folder}/1.jsonl, line 4"]
    assert "holds no words" in problems[f"{folder}/1.jsonl, line 7"]
    assert "cannot be read" in problems[f"{folder}/2.jsonl.gz"]
    assert any(name.startswith(f"{folder}/3.warc") for name in problems)
    assert "has 1 word of" in problems[f"{originals}, line 2"]


def test_a_damaged_parquet_file_is_named_with_the_remedy(
    spark: SparkSession, tmp_path: Path
) -> None:
    originals = write_lines(tmp_path / "originals.jsonl", [{"text": FERRY}])
    (tmp_path / "pages.parquet").write_bytes(b"PAR1 cut off")
    with pytest.raises(ReadError, match=r"/pages\.parquet: is no parquet file, or is damaged"):
        judged(spark, originals, tmp_path / "pages.parquet", tmp_path / "out")


def test_a_phrase_of_every_document_is_left_out_before_the_join(spark: SparkSession) -> None:
    columns = ORIGINALS.strip()
    rows = [
        {"id": number, "key": str(number), "fingerprints": [7, 1000 + number, 5000 + number // 2]}
        for number in range(1001)
    ]
    found = index(spark.createDataFrame(rows, columns)).collect()
    sizes = {row["fingerprint"]: len(row["versions"]) for row in found}
    assert 7 not in sizes
    assert len(sizes) == 1001 + 501
    assert max(sizes.values()) == 2


def test_a_stock_paragraph_adds_no_pairs(spark: SparkSession, tmp_path: Path) -> None:
    stock = filler(60, seed=1)
    texts = [f"{filler(20, seed=100 + number)}\n\n{stock}" for number in range(1001)]
    originals = write_lines(
        tmp_path / "originals.jsonl",
        ({"url": f"{HOST}/{number}", "text": text} for number, text in enumerate(texts)),
    )
    candidates = write_lines(
        tmp_path / "pages.jsonl",
        ({"url": f"https://p.example/{number}", "text": stock} for number in range(50)),
    )
    found, summary, _ = judged(spark, originals, candidates, tmp_path / "out")
    assert (found, summary.judged) == ([], 0)


def test_a_folder_that_no_job_made_is_not_written_over(spark: SparkSession, tmp_path: Path) -> None:
    """As it would be where the inputs are `data/originals` and `data/pages`, and OUT is `data`."""
    originals = write_lines(tmp_path / "originals" / "a.jsonl", articles())
    candidates = write_lines(tmp_path / "pages" / "p.jsonl", pages())
    with pytest.raises(UsageError, match="originals: is there already, made by no run of this job"):
        judged(spark, originals.parent, candidates.parent, tmp_path)
    assert originals.exists()
    assert candidates.exists()


@pytest.mark.parametrize("table", ["", "originals", "pages/part-0.parquet"])
def test_tables_of_an_earlier_run_are_no_input(
    spark: SparkSession, tmp_path: Path, table: str
) -> None:
    candidates = write_lines(tmp_path / "pages" / "p.jsonl", pages())
    before = tmp_path / "before"
    for name in ("originals", "pages"):
        write_lines(before / name / "part-0.parquet", articles())
    (before / "job.json").write_text('{"begun": "2026-11-19"}', "utf-8")
    with pytest.raises(UsageError, match=r"is a table of an earlier run, whose OUT is .*/before"):
        judged(spark, before / table, candidates, tmp_path / "out")
    assert not (tmp_path / "out").exists()
