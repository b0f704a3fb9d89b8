"""Which versions share enough rare fingerprints with a page: the join, and the best of each page.

originals  ->  (fingerprint, bits, versions)      stock phrases left out before the join
pages      ->  (fingerprint, page)
joined     ->  (page, version, bits)  ->  added up, those with few left out  ->  40 of each page
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from reuse_guard.archive.model import Version
from reuse_guard.archive.search import (
    LEAST_BITS,
    LEAST_SHARED,
    MOST_LOOKED_INTO,
    bits_of,
    standing,
)
from reuse_guard.archive.segments import STOCK
from reuse_guard.archive.spark.schemas import PAIRS
from reuse_guard.archive.spark.session import map_rows

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    from reuse_guard.archive.spark.session import Row, Rows


def index(originals: DataFrame) -> DataFrame:
    """The versions that have each fingerprint, and how telling it is.

    What stands in more than `STOCK` versions is counted by partial sums on every machine and
    dropped where it was read, so no phrase brings more than `STOCK` rows into the shuffle.
    """
    from pyspark.sql import functions  # noqa: PLC0415 - the extra

    usable = originals.where("problem IS NULL")
    postings = usable.selectExpr("id AS version", "explode(fingerprints) AS fingerprint")
    stock = postings.groupBy("fingerprint").count().where(f"count > {STOCK}").select("fingerprint")
    rare = postings.join(functions.broadcast(stock), "fingerprint", "left_anti")
    held = rare.groupBy("fingerprint").agg(functions.collect_list("version").alias("versions"))
    bits = functions.lit(bits_of(np.arange(1, STOCK + 1), usable.count()).tolist())
    return held.withColumn("bits", functions.get(bits, functions.expr("size(versions) - 1")))


def pairs(originals: DataFrame, pages: DataFrame, indexed: DataFrame, parts: int) -> DataFrame:
    """The versions of each page that are worth looking into, best first."""
    wanted = pages.selectExpr("id AS page", "explode(fingerprints) AS fingerprint")
    joined = wanted.join(indexed, "fingerprint")
    scores = (
        joined.selectExpr("page", "bits", "explode(versions) AS id")
        .groupBy("page", "id")
        .agg({"bits": "sum", "*": "count"})
        .where(f"`count(1)` >= {LEAST_SHARED} AND `sum(bits)` >= {LEAST_BITS}")
        .selectExpr("page", "id", "`sum(bits)` AS bits")
    )
    versions = originals.select("id", "key", "siblings")
    days = pages.selectExpr("id AS page", "day")
    known = scores.join(versions, "id").join(days, "page").repartition(parts, "page")
    ordered = known.sortWithinPartitions("page", known["bits"].desc(), "id")
    return map_rows(ordered, choose, PAIRS)


def choose(rows: Rows) -> Rows:
    """Rows of `schemas.PAIRS`; the rows given are ordered by page, bits (most first) and id."""
    for page, group in groupby(rows, key=lambda row: row["page"]):
        yield from _choose(page, list(group))


def _choose(page: int, rows: list[Row]) -> Rows:
    scores = {row["id"]: row["bits"] for row in rows}
    siblings = {row["key"]: row["siblings"] for row in rows}
    versions_of = {
        article: [_bare(sibling, article) for sibling in each]
        for article, each in enumerate(siblings.values())
    }
    known = [version for versions in versions_of.values() for version in versions]
    found = standing(scores, known, versions_of.__getitem__, rows[0]["day"])
    for rank, version in enumerate(found[:MOST_LOOKED_INTO]):
        yield {
            "page": page,
            "rank": rank,
            "version": version.id,
            "bits": scores.get(version.id, 0.0),
            "beyond": max(len(found) - MOST_LOOKED_INTO, 0),
        }


def _bare(sibling: Row, article: int) -> Version:
    """A version as far as choosing needs it."""
    return Version(sibling["id"], article, "", None, sibling["since"], sibling["words"], None)
