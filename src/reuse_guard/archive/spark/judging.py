"""Alignment and verdicts, page by page, as rows."""

from __future__ import annotations

import json
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reuse_guard.archive.judge import judge
from reuse_guard.archive.model import Version
from reuse_guard.archive.packed import unpack
from reuse_guard.archive.search import MOST_LOOKED_INTO, compare
from reuse_guard.archive.spark.reading import read_again
from reuse_guard.archive.spark.schemas import VERDICTS
from reuse_guard.archive.spark.session import map_rows
from reuse_guard.errors import problem_of
from reuse_guard.frozen import frozen
from reuse_guard.policy.conditions import NOTHING_DECLARED

if TYPE_CHECKING:
    from datetime import date

    from pyspark.sql import DataFrame

    from reuse_guard.archive.model import Checked
    from reuse_guard.archive.spark.session import Row, Rows
    from reuse_guard.documents.model import Document
    from reuse_guard.documents.sites import Dialect
    from reuse_guard.grants.presented import Presented
    from reuse_guard.policy import Declared, Policy


@frozen
class Terms:
    """Under what all pages are judged.

    Attributes:
        policy: for articles that have none of their own.
        grants: written permissions, loaded.
        as_of: the day of the check.
        declared: what only the caller can know of the uses.
        best: how many originals of a page are judged.
        bare_links: whether sites link addresses without brackets in Markdown.
        dialect: how they read it.
    """

    policy: str | Path | Policy
    grants: tuple[Presented, ...]
    as_of: date
    best: int
    declared: Declared = NOTHING_DECLARED
    bare_links: bool | None = None
    dialect: Dialect | None = None

    @property
    def site(self) -> dict[str, Any]:
        """What `read` is told of every page."""
        return {"bare_links": self.bare_links, "dialect": self.dialect}


def verdicts(
    originals: DataFrame, pages: DataFrame, pairs: DataFrame, terms: Terms, parts: int
) -> DataFrame:
    """Judge the best originals of every page, and name what could not be used."""
    texts = originals.selectExpr(
        "id AS version", "name", "url", "since", "words", "policy", "document"
    )
    found = pairs.join(texts, "version")
    sources = pages.selectExpr("id AS page", "-1 AS rank", "name", "source", "reading")
    wanted = sources.join(pairs.select("page").distinct(), "page", "left_semi")
    # A page travels once, as the first row of its originals, however many those are.
    rows = found.unionByName(wanted, allowMissingColumns=True).repartition(parts, "page")
    ordered = rows.sortWithinPartitions("page", "rank")
    judged = map_rows(ordered, partial(judge_rows, terms=terms), VERDICTS)
    for side, table in (("page", pages), ("original", originals)):
        bad = table.where("problem IS NOT NULL").selectExpr(f"name AS {side}", "problem")
        judged = judged.unionByName(bad, allowMissingColumns=True)
    return judged


def judge_rows(rows: Rows, *, terms: Terms) -> Rows:
    """Rows of `schemas.VERDICTS`; of each page comes its source and then its originals."""
    for _, group in groupby(rows, key=lambda row: row["page"]):
        page, *originals = group
        try:
            checked = _check(page, originals, terms)
            yield from list(verdict_rows(checked, page=page["name"]))
        except Exception as error:  # noqa: BLE001 - whatever a page does, the job goes on
            yield {"page": page["name"], "problem": problem_of(error, name=page["name"])}


def _check(page: Row, originals: list[Row], terms: Terms) -> Checked:
    document, sent = read_again(page, **terms.site), _Sent()
    chosen = [(sent.take(article, row), row["bits"]) for article, row in enumerate(originals)]
    limit = max(terms.best, MOST_LOOKED_INTO)
    beyond = originals[0]["beyond"]
    return judge(
        sent,
        document,
        compare(sent, document, chosen, beyond=beyond, limit=limit),
        best=terms.best,
        policy=terms.policy,
        grants=terms.grants,
        declared=terms.declared,
        as_of=terms.as_of,
    )


def verdict_rows(checked: Checked, *, page: str) -> Rows:
    """A row for each original of a page that was judged, and for each that has no terms."""
    for other in checked.unjudged:
        original = other.hit.version.name_or_url
        yield {"page": page, "original": original, "problem": other.problem}
    for rank, one in enumerate(checked.judged):
        hit, verdict = one.hit, one.verdict
        yield {
            "page": page,
            "original": hit.version.name_or_url,
            "rank": rank,
            "outcome": verdict.outcome.value,
            "policy": verdict.policy.id,
            "copied": verdict.share.copied,
            "total": verdict.share.total,
            "taken": one.words,
            "estimated": hit.copied,
            "own": hit.own,
            "bits": hit.bits,
            "since": hit.version.since,
            "page_outcome": checked.outcome.value,
            "page_words": checked.words,
            "page_taken": checked.taken,
            "more": checked.found.more,
            "verdict": json.dumps(verdict.model_dump(mode="json")),
        }


@dataclass(slots=True)
class _Sent:
    """The originals that were sent along with a page; a `Shelf`."""

    path: Path = Path("originals")
    _packed: dict[int, bytes] = field(default_factory=dict)
    _policies: list[str] = field(default_factory=list)

    def take(self, article: int, row: Row) -> Version:
        """The version of a row; its text and terms are kept."""
        number, policy = row["version"], None
        self._packed[number] = row["document"]
        if row["policy"] is not None:
            policy = len(self._policies)
            self._policies.append(row["policy"])
        since, words = row["since"], row["words"]
        return Version(number, article, row["name"], row["url"], since, words, policy)

    def reading(self) -> AbstractContextManager[None]:
        """Nothing changes what was sent."""
        return nullcontext()

    def document(self, version: int) -> Document:
        """What a version reads as."""
        return unpack(self._packed[version], source=f"{self.path}: version {version}")

    def policy(self, number: int) -> tuple[str, str]:
        """The name of a policy that ships with the package, or the TOML of another one."""
        named = self._policies[number]
        return ("of its line", named) if "\n" in named else (named, "")
