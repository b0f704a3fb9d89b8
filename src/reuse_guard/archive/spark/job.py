"""A job: five stages, each a table of parquet that is made once and read by the next."""

from __future__ import annotations

import hashlib
import json
import time
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from reuse_guard._version import __version__
from reuse_guard.archive.spark import schemas
from reuse_guard.archive.spark.files import FileSystem
from reuse_guard.archive.spark.inputs import is_whole, read_all
from reuse_guard.archive.spark.judging import Terms, verdicts
from reuse_guard.archive.spark.matching import index, pairs
from reuse_guard.archive.spark.progress import watched
from reuse_guard.archive.spark.reading import read_originals, read_pages, tell_versions
from reuse_guard.archive.spark.session import files_named, map_rows
from reuse_guard.arguments import require_declared
from reuse_guard.documents.sites import dialect_of
from reuse_guard.errors import UsageError
from reuse_guard.frozen import frozen
from reuse_guard.grants import load_grants
from reuse_guard.policy import load_policy
from reuse_guard.policy.conditions import NOTHING_DECLARED
from reuse_guard.policy.load import AUTO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from pyspark.sql import DataFrame, SparkSession

    from reuse_guard.archive.spark.files import File
    from reuse_guard.documents.sites import Dialect
    from reuse_guard.grants import Grant
    from reuse_guard.policy import Declared, Policy

    Say = Callable[[str], None]

_PART_BYTES: Final = 32_000_000  # of input; a task of so much text runs for a minute or two
_PARTS_A_CORE: Final = 2
_STAGES: Final = ("originals", "pages", "index", "pairs", "verdicts")
_BATCH_ROWS: Final = "spark.sql.execution.arrow.maxRecordsPerBatch"


@frozen
class Summary:
    """What a job made.

    Attributes:
        verdicts: address of the table of verdict rows.
        judged: rows with a verdict.
        pages: pages that draw on an original.
        problems: pages and articles that could not be used.
    """

    verdicts: str
    judged: int
    pages: int
    problems: int


@frozen
class _Folder:
    """Where the tables of a job are; a stage that is there whole is not made again."""

    spark: SparkSession
    files: FileSystem
    address: str
    say: Say

    def stage(
        self, name: str, made_of: object, build: Callable[[], DataFrame], *, batch: str = ""
    ) -> tuple[DataFrame, str]:
        """The table of a stage, and a digest of what it was made of.

        Args:
            name: of its folder.
            made_of: inputs and parameters; equal ones make an equal table.
            build: makes it.
            batch: how many rows go to Python at once, where it is not the usual number.
        """
        folder, manifest = f"{self.address}/{name}", f"{self.address}/{name}.json"
        digest = hashlib.sha256(json.dumps([__version__, made_of]).encode()).hexdigest()
        done = json.loads(self.files.read(manifest) or "{}")
        if done.get("made_of") == digest and self.files.read(f"{folder}/_SUCCESS") is not None:
            self.say(f"{name}: done before")
            return self.spark.read.parquet(folder), digest
        self.files.remove(manifest)
        begun = time.monotonic()
        with watched(self.spark, partial(_note, self.say, name)):
            self._write(build, folder, batch)
        seconds = round(time.monotonic() - begun, 1)
        self.files.write(manifest, json.dumps({"made_of": digest, "seconds": seconds}))
        self.say(f"{name}: {seconds} s")
        return self.spark.read.parquet(folder), digest

    def _write(self, build: Callable[[], DataFrame], folder: str, batch: str) -> None:
        usual = str(self.spark.conf.get(_BATCH_ROWS))
        self.spark.conf.set(_BATCH_ROWS, batch or usual)
        try:
            build().write.mode("overwrite").parquet(folder)
        finally:
            self.spark.conf.set(_BATCH_ROWS, usual)


def run(  # noqa: PLR0913 - two inputs, an output, and the terms
    spark: SparkSession,
    originals: Sequence[str],
    candidates: Sequence[str],
    out: str,
    *,
    say: Say,
    policy: str | Path | Policy = "qazmonitor",
    grants: Iterable[Grant | Path] = (),
    declared: Declared = NOTHING_DECLARED,
    as_of: date | None = None,
    best: int = 10,
    bare_links: bool | None = None,
    dialect: Dialect | str | None = None,
) -> Summary:
    """Judge every candidate page against all originals; the same verdicts as `Archive.check`.

    A run that was broken off is finished by the same call: stages that are there whole, made of the
    same files and terms, are not made again.

    Args:
        spark: from `open_session`.
        originals: files, folders and patterns of JSON Lines, parquet and WARC files, on any file
            system that Spark reads.
        candidates: the same, of pages.
        out: folder for the tables; `verdicts` is the one to read.
        say: is told how far it is.
        policy: for articles that have none of their own.
        grants: written permissions, as objects or files.
        declared: what only the caller can know of the uses, the same for all pages.
        as_of: the day of the check; left out, the day on which the job first ran in this folder.
        best: how many originals of a page to judge.
        bare_links: whether the sites link addresses without brackets in their Markdown.
        dialect: how they read Markdown; as for `reuse_guard.check`.

    Raises:
        UsageError: there is no such input, its kind is not known, it is a table of a job, or a
            table of this one would take the place of something else; no such dialect; `declared`
            is something else.
        ReadError: a parquet file is damaged.
        PolicyError: a policy is not well formed.
        GrantError: a grant file is not well formed.
    """
    require_declared(declared)
    files = FileSystem(spark)
    folder = _Folder(spark, files, out.rstrip("/"), say)
    articles, pages = files.files(originals), files.files(candidates)
    _refuse_tables(files, [*articles, *pages])
    begun = _begun(folder)
    terms = Terms(
        policy if policy == AUTO else load_policy(policy),
        load_grants(grants),
        as_of or begun,
        best,
        declared,
        bare_links,
        dialect_of(dialect),
    )
    with files_named():
        judged = _judged(folder, articles, pages, terms, begun)
    return _summary(judged, f"{folder.address}/verdicts")


def _judged(
    folder: _Folder,
    articles: Sequence[File],
    crawled: Sequence[File],
    terms: Terms,
    begun: date,
) -> DataFrame:
    """The stages, one after the other."""
    spark, parts = folder.spark, _parts(folder.spark, [*articles, *crawled])
    originals, of_originals = folder.stage(
        "originals",
        [_facts(articles), begun.isoformat()],
        lambda: _originals(spark, articles, begun, parts),
        batch=_batch(articles),
    )
    pages, of_pages = folder.stage(
        "pages",
        [_facts(crawled), terms.site],
        lambda: read_all(spark, crawled, partial(read_pages, **terms.site), schemas.PAGES),
        batch=_batch(crawled),
    )
    indexed, of_index = folder.stage("index", of_originals, lambda: index(originals))
    paired, of_pairs = folder.stage(
        "pairs", [of_index, of_pages], lambda: pairs(originals, pages, indexed, parts)
    )
    judged, _ = folder.stage(
        "verdicts",
        [of_pairs, repr(terms)],
        lambda: verdicts(originals, pages, paired, terms, parts),
    )
    return judged


def _originals(spark: SparkSession, files: Sequence[File], today: date, parts: int) -> DataFrame:
    read = read_all(spark, files, read_originals, schemas.READ)
    together = read.repartition(parts, "key").sortWithinPartitions("key", "id")
    return map_rows(together, partial(tell_versions, today=today), schemas.ORIGINALS)


def _summary(judged: DataFrame, address: str) -> Summary:
    row = judged.selectExpr(
        "count(outcome)", "count(DISTINCT IF(problem IS NULL, page, NULL))", "count(problem)"
    ).collect()[0]
    return Summary(address, *row)


def _refuse_tables(files: FileSystem, inputs: Sequence[File]) -> None:
    """Refuse what a job made: its tables are neither articles nor pages, and it writes over them.

    Raises:
        UsageError: an input stands in the folder of a job.
    """
    parts = (file.address.split("/") for file in inputs)
    tables = {
        ("/".join(part[:at]), part[at])
        for part in parts
        for at in range(1, len(part))
        if part[at] in _STAGES
    }
    for folder, name in sorted(tables):
        if '"begun"' in (files.read(f"{folder}/job.json") or ""):
            msg = (
                f"{folder}/{name}: is a table of an earlier run, whose OUT is {folder}, and no"
                " articles or pages; name the files that run was given"
            )
            raise UsageError(msg)


def _begun(folder: _Folder) -> date:
    """The day on which the job first ran: articles without a date stand from it on.

    Raises:
        UsageError: the folder has something that no job made, where a table has to be.
    """
    address = f"{folder.address}/job.json"
    known = folder.files.read(address)
    if known:
        return date.fromisoformat(json.loads(known)["begun"])
    for name in _STAGES:
        if folder.files.exists(f"{folder.address}/{name}"):
            msg = (
                f"{folder.address}/{name}: is there already, made by no run of this job, and would"
                " be lost; name another folder as OUT"
            )
            raise UsageError(msg)
    today = datetime.now(UTC).astimezone().date()
    folder.files.write(address, json.dumps({"begun": today.isoformat()}))
    return today


def _parts(spark: SparkSession, files: Sequence[File]) -> int:
    size = sum(file.size for file in files)
    return max(_PARTS_A_CORE * spark.sparkContext.defaultParallelism, size // _PART_BYTES)


def _facts(files: Sequence[File]) -> list[tuple[str, int, int]]:
    return [(file.address, file.size, file.changed) for file in files]


def _batch(files: Sequence[File]) -> str:
    """A file that one machine reads whole goes to Python alone."""
    return "1" if any(map(is_whole, files)) else ""


def _note(say: Say, name: str, line: str) -> None:
    say(f"{name}: {line}")
