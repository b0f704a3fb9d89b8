"""One candidate held against all originals; done in several processes.

The sources a candidate declares are always judged. Every other original that it has word runs of is
aligned too, and judged where it explains words that no stronger one explains.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

import numpy as np
from pydantic import BaseModel, ConfigDict

from reuse_guard.api import check, check_many
from reuse_guard.backlinks import links_to
from reuse_guard.documents.feeds import read_items
from reuse_guard.documents.load import NO_FILE, is_readable
from reuse_guard.documents.model import Format
from reuse_guard.documents.read import read
from reuse_guard.errors import LocatedError, ReadError, ReuseGuardError, problem_of
from reuse_guard.expressions import expression
from reuse_guard.frozen import frozen
from reuse_guard.grants import may_be_of
from reuse_guard.measure.body import align_body
from reuse_guard.measure.unread import describe_unread, find_unread
from reuse_guard.reports.report import Problem, ProblemKind
from reuse_guard.scan.discover import shown_path
from reuse_guard.scan.sources import declared_sources
from reuse_guard.urls.identity import parse_address
from reuse_guard.urls.resolve import resolve
from reuse_guard.verdict.model import Verdict  # noqa: TC001 - pydantic resolves it

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from numpy.typing import NDArray

    from reuse_guard.config import Config
    from reuse_guard.documents.model import Document
    from reuse_guard.grants import Presented
    from reuse_guard.scan.index import Index
    from reuse_guard.scan.shelf import Card, Shelf

FEEDS = frozenset({".xml", ".rss", ".atom"})  # each item of such a file is a candidate
_LONGEST_NAME = 80  # characters of an item's
_LINE = expression(r"\bline (\d+)")
# Words of a candidate that only this original explains, for a use that is not declared. Below it
# chance matches are more frequent than copies; see decision 0070.
LEAST_WORDS = 15


class Findings(BaseModel):
    """What was found of one candidate, as it is remembered.

    Attributes:
        sha256: of the candidate as it was read; empty where it could not be.
        verdicts: one for each original it uses, the strongest use first.
        problems: why it could not be checked, or not against one of its sources.
        candidates: how many there are: the items of a feed or an export, else one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    sha256: str = ""
    verdicts: tuple[Verdict, ...] = ()
    problems: tuple[Problem, ...] = ()
    candidates: int = 1


@frozen
class Checker:
    """Checks one candidate after another.

    Attributes:
        root: the project's folder.
        shelf: all originals.
        cards: of them, in the same order.
        index: of their word runs, in the same order.
        grants: written permissions.
        common_sources: texts both sides may have quoted.
        config: of the project.
        day: for permissions and periods.
    """

    root: Path
    shelf: Shelf
    cards: tuple[Card, ...]
    index: Index
    grants: tuple[Presented, ...]
    common_sources: tuple[Document, ...]
    config: Config
    day: date

    def __call__(self, path: str) -> Findings:
        """Everything to say of one candidate, or of every item of a feed."""
        shown = shown_path(self.root, path)
        try:
            sha256 = sha256_of(Path(shown))
            candidates = self._read(Path(shown))
        except Exception as error:  # noqa: BLE001 - whatever a candidate does, the scan goes on
            return Findings(problems=(_problem(shown, error),))
        found = [self._attempt(candidate, shown) for candidate in candidates]
        if len(candidates) > 1:
            found = [_with_item(*each, one) for each, one in zip(found, candidates, strict=True)]
        problems = tuple(problem for _, problems in found for problem in problems)
        # Memory may suffice another time, and what is missing be installed: that is not kept.
        is_sure = not any(problem.is_error for problem in problems)
        return Findings(
            sha256=sha256 if is_sure else "",
            verdicts=tuple(verdict for verdicts, _ in found for verdict in verdicts),
            problems=problems,
            candidates=len(candidates),
        )

    def _read(self, file: Path) -> tuple[Document | ReadError, ...]:
        if not is_readable(file):
            raise ReadError(NO_FILE, source=file.as_posix())
        if file.suffix.lower() not in FEEDS:
            # Which of the site's pages the file becomes is not known, only whose home it is.
            home = self.config.site and resolve("/", self.config.site)
            return (
                read(
                    file,
                    url=home,
                    bare_links=self.config.bare_links,
                    dialect=self.config.dialect,
                    linked_keys=self.config.linked_keys,
                ),
            )
        return tuple(
            item if isinstance(item, ReadError) else replace(item, source=file.as_posix())
            for item in read_items(file)
        )

    def _attempt(
        self, candidate: Document | ReadError, shown: str
    ) -> tuple[list[Verdict], list[Problem]]:
        """What is found of a candidate, or why nothing is."""
        if isinstance(candidate, ReadError):
            return [], [_problem(shown, candidate)]
        try:
            return self._find(candidate)
        except Exception as error:  # noqa: BLE001 - as above
            return [], [_problem(shown, error)]

    def _find(self, candidate: Document) -> tuple[list[Verdict], list[Problem]]:
        sources = declared_sources(candidate, self.config)
        kept = {source: self._kept(source) for source in sources}
        missing = [
            Problem(ProblemKind.NO_SNAPSHOT, candidate.source, _no_snapshot(source), line)
            for source, line in sources.items()
            if kept[source] is None
        ]
        missing += (
            Problem(ProblemKind.UNREADABLE, candidate.source, describe_unread(unread))
            for unread in find_unread(candidate)
            if unread.words >= LEAST_WORDS
        )
        declared = [number for number in kept.values() if number is not None]
        used = self._used(candidate, list(dict.fromkeys(declared)))
        missing += (
            Problem(ProblemKind.ORIGINAL, candidate.source, _original(self.cards[number]))
            for number in used
            if self._is_itself(number, candidate)
        )
        return [self._judge(number, candidate) for number in used], missing

    def _kept(self, source: str) -> int | None:
        """Number of the original with this address."""
        has = (number for number, card in enumerate(self.cards) if card.has_address(source))
        return next(has, None)

    def _is_itself(self, number: int, candidate: Document) -> bool:
        """Whether the file is the saved page of an original: a snapshot's bytes, and its address.

        It is judged as every other is, since a site publishes what stands in its content; what is
        said beside helps whoever only laid it there. A post names its source in the same words
        as a page its own address.
        """
        is_page = candidate.format is Format.HTML
        is_same = candidate.sha256 == self.shelf.governed[number].snapshot.sha256
        names_it = map(self.cards[number].has_address, candidate.canonical_urls)
        return is_page and is_same and any(names_it)

    def _used(self, candidate: Document, declared: list[int]) -> list[int]:
        """Numbers of the declared originals, then of those that explain enough other words."""
        explained = np.zeros(len(candidate.words), np.bool_)
        for number in declared:
            explained |= self._copied(number, candidate)
        rest = {
            number: self._copied(number, candidate)
            for number in self.index.search(candidate.words)
            if number not in declared
        }
        used = list(declared)
        linked = {number for number in rest if links_to(candidate, self.cards[number].addresses)}
        while rest:
            # Of two that have a passage in common the one that it links to is its original.
            strongest = max(
                rest, key=lambda number: (number in linked, int((rest[number] & ~explained).sum()))
            )
            copied = rest.pop(strongest) & ~explained
            if copied.sum() >= min(LEAST_WORDS, len(self.shelf.document(strongest).body_words)):
                used.append(strongest)
                explained |= copied
        return used

    def _copied(self, number: int, candidate: Document) -> NDArray[np.bool_]:
        """Which words of the candidate are copied from an original."""
        copied = np.zeros(len(candidate.words), np.bool_)
        for passage in align_body(self.shelf.document(number), candidate):
            if passage.kind.counts:
                for run in passage.copied_candidate:
                    copied[run.start : run.stop] = True
        return copied

    def _judge(self, number: int, candidate: Document) -> Verdict:
        if candidate.url is not None and parse_address(candidate.url) is None:
            msg = (
                f"the item's link, {candidate.url!r}, is no web address; write it in full, as"
                " https://news.example/article"
            )
            raise ReadError(msg, source=candidate.source)
        original = self.shelf.document(number)
        return check(
            original,
            candidate,
            policy=self.shelf.governed[number].policy,
            original_url=original.url,
            candidate_url=candidate.url,
            grants=self._grants_for([number]),
            common_sources=self.common_sources,
            as_of=self.day,
            declared=self.config.declared,
        )

    def judge_together(self, uses: Sequence[tuple[int, Document]]) -> tuple[Verdict, ...]:
        """Judge candidates that use originals of one publisher, for what is limited over all."""
        numbers = [number for number, _ in uses]
        return check_many(
            [(self.shelf.document(number), candidate) for number, candidate in uses],
            policy=self.shelf.governed[numbers[0]].policy,
            grants=self._grants_for(numbers),
            common_sources=self.common_sources,
            as_of=self.day,
            declared=self.config.declared,
        )

    def read_again(self, path: str) -> dict[str, Document]:
        """A candidate that was judged, or the items of its file, by their digests."""
        with suppress(ReuseGuardError):  # it is another one by now
            read_ones = self._read(Path(shown_path(self.root, path)))
            return {one.sha256: one for one in read_ones if not isinstance(one, ReadError)}
        return {}

    def _grants_for(self, numbers: Iterable[int]) -> list[Presented]:
        """The permissions that may be for originals of one publisher.

        A project has permissions of several publishers; a message names none of another's.
        """
        originals = [self.shelf.governed[number] for number in numbers]
        addresses = (parse_address(each.snapshot.address or "") for each in originals)
        policy = originals[0].policy
        hosts = (*policy.hosts, *(address.host for address in addresses if address))
        known = {each.policy.id: each.policy.name for each in self.shelf.governed}
        others = [name for name in known.values() if name != policy.name]
        return [each for each in self.grants if may_be_of(each, hosts, others=others)]


def item_name(title: str | None, url: str | None) -> str:
    """What an item is called among the others of its file."""
    return shorten(title or "", _LONGEST_NAME, placeholder=" ...") or url or ""


def _with_item(
    verdicts: list[Verdict], problems: list[Problem], item: Document | ReadError
) -> tuple[list[Verdict], list[Problem]]:
    """The problems with the item that they are of."""
    if isinstance(item, ReadError):
        return verdicts, problems
    name = item_name(item.title, item.url)
    return verdicts, [replace(problem, item=name) for problem in problems]


def sha256_of(file: Path) -> str:
    """Digest of a file's bytes; empty where it cannot be read, which is told when it is read."""
    if not file.is_file():
        return ""
    try:
        with file.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except OSError:
        return ""


def _problem(shown: str, error: Exception) -> Problem:
    """Why a candidate was not judged: its own fault, or ours."""
    if isinstance(error, OSError):
        what = error.strerror or error
        error = ReadError(f"cannot be read: {what}; check the file and its disk", source=shown)
    if not isinstance(error, ReuseGuardError):
        return Problem(ProblemKind.DEFECT, shown, problem_of(error, name=shown))
    if not isinstance(error, LocatedError):
        return Problem(ProblemKind.UNREADABLE, shown, problem_of(error, name=shown))
    # What is wrong may stand in another input, such as an original; that one is named.
    source = "" if error.source == shown else f"{error.source}: ".removeprefix(f"{shown}, ")
    line = _LINE.search(error.where)
    where = f"{error.where}: " if error.where and not line else ""
    number = int(line[1]) if line else 1
    return Problem(ProblemKind.UNREADABLE, shown, f"{source}{where}{error.problem}", number)


def died(root: Path, path: str) -> Findings:
    """What to say of a candidate over which its process died."""
    problem = _problem(shown_path(root, path), MemoryError())
    return Findings(problems=(problem,))


def _original(card: Card) -> str:
    return (
        f"is the very page that is kept as the original of {card.addresses[0]}; if it is not to be"
        " published, move it out of the content, or name it under exclude"
    )


def _no_snapshot(source: str) -> str:
    return (
        f"names {source} as its source, of which no snapshot is kept, so it cannot be checked; take"
        f" one with: reuse-guard originals add {source}"
    )
