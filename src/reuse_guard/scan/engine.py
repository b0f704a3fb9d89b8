"""`scan`: put together what a project says, what is remembered and what has to be checked."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError

from reuse_guard.config.globs import matches
from reuse_guard.errors import ReuseGuardError
from reuse_guard.exclusions import read_common_source
from reuse_guard.frozen import frozen
from reuse_guard.grants import load_grants
from reuse_guard.originals import Store
from reuse_guard.reports.report import Exemption, Extent, Judged, Problem, Report
from reuse_guard.scan.cache import Cache, digest, program_digest
from reuse_guard.scan.checker import Checker, Findings, died, item_name, sha256_of
from reuse_guard.scan.discover import files_matching, shown_path
from reuse_guard.scan.index import Index
from reuse_guard.scan.quotas import judge_together
from reuse_guard.scan.shelf import Card, Reader, Shelf
from reuse_guard.scan.spread import Died, spread
from reuse_guard.scan.terms import Governed, govern
from reuse_guard.scan.together import used_together, with_notes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from reuse_guard.config import Project
    from reuse_guard.documents.model import Document
    from reuse_guard.grants import Presented
    from reuse_guard.verdict.model import Verdict

# Starting a process costs as much as so many candidates or originals (0.4 s against 10 ms).
_WORTH_A_PROCESS = 40
_AT_ONCE = 50  # findings remembered together: a killed run loses at most so many, and checks again


@frozen
class Run:
    """How a scan is to be run.

    Attributes:
        day: for permissions, periods and what is set aside.
        processes: how many at once.
        remember: whether to use and keep what was found.
        is_whole: the candidates are all that the project has, so that limits over several uses
            can be judged.
        trust: whose signatures are genuine; by default as the configuration says.
        progress: called with how many candidates are done, and of how many.
    """

    day: date
    processes: int
    remember: bool = True
    is_whole: bool = False
    trust: Path | None = None
    progress: Callable[[int, int], None] = lambda _done, _all: None

    def processes_for(self, items: Sequence[object]) -> int:
        """How many processes are worth starting for so many items."""
        return min(self.processes, 1 + len(items) // _WORTH_A_PROCESS)


def scan(project: Project, candidates: Sequence[str], run: Run) -> Report:
    """Check candidates of a project against its snapshots.

    Args:
        project: configuration and folder.
        candidates: paths from the project's folder.
        run: how.

    Raises:
        ReuseGuardError: the configuration, a snapshot, a policy or a grant cannot be used.
    """
    inputs = _gather(project, run.trust or project.trust)
    keys = _keys(project, candidates, inputs, run.day)
    with Cache.opened(project.root if run.remember else None) as cache:
        found = _remembered(cache, keys)
        remembered = len(found)
        missing = [path for path in candidates if path not in found]
        run.progress(remembered, len(candidates))
        for done in _batches(_check(project, missing, inputs, run, cache)):
            found |= done
            run.progress(len(found), len(candidates))
            cache.put(_worth_keeping(done, keys))
        cache.forget()
    if run.is_whole:
        found = judge_together(_checker(project, inputs, run), found)
    looked_at = sum(each.candidates for each in found.values())
    extent = Extent(looked_at, len(inputs.governed), remembered)
    return _report(project, [(path, found[path]) for path in candidates], extent, run.day)


@frozen
class _Inputs:
    """What every candidate is held against; the digest covers all of it."""

    store: Store
    governed: tuple[Governed, ...]
    grants: tuple[Presented, ...]
    common_sources: tuple[Document, ...]
    digest: str


def _gather(project: Project, trust: Path | None) -> _Inputs:
    """Read what the configuration names, and see that the snapshots are what the lock says."""
    config = project.config
    store = Store(project.originals, project.lock)
    governed = govern(project, store.snapshots())
    grant_files = files_matching(project.root, config.grants)
    common_files = files_matching(project.root, config.common_sources)
    parts = [program_digest(), config.model_dump_json(exclude={"content", "exclude", "ignore"})]
    for each in governed:
        store.read(each.snapshot)
        snapshot = each.snapshot.model_dump_json(exclude={"date", "etag", "last_modified"})
        parts += [snapshot, each.policy.model_dump_json()]
    parts += [f"{file}: {sha256_of(file)}" for file in (*grant_files, *common_files)]
    # What was found out about a grant depends on the letters beside it and on trusted keys, too.
    permissions = load_grants(grant_files, trust=trust)
    parts += [f"{p.refusal} {p.has_letter} {p.signature}" for p in permissions]
    return _Inputs(
        store=store,
        governed=governed,
        grants=permissions,
        common_sources=tuple(map(read_common_source, common_files)),
        digest=digest(*parts),
    )


def _keys(
    project: Project, candidates: Sequence[str], inputs: _Inputs, day: date
) -> dict[str, tuple[str, str]]:
    """For each candidate the digest of its bytes, and of everything its findings follow from."""
    keys = {}
    for path in candidates:
        sha256 = sha256_of(project.root / path)
        shown = shown_path(project.root, path)
        keys[path] = sha256, digest(inputs.digest, day.isoformat(), shown, sha256)
    return keys


def _remembered(cache: Cache, keys: dict[str, tuple[str, str]]) -> dict[str, Findings]:
    known = cache.get(key for _, key in keys.values())
    found = {}
    for path, (_, key) in keys.items():
        with suppress(ValidationError):  # damaged: found anew
            if key in known:
                found[path] = Findings.model_validate_json(known[key])
    return found


def _check(
    project: Project, paths: Sequence[str], inputs: _Inputs, run: Run, cache: Cache
) -> Iterator[tuple[str, Findings]]:
    """Check candidates in as many processes as are worth starting."""
    if not paths:
        return
    documents, cards = _read_originals(inputs, run, cache)
    checker = _checker(project, inputs, run, documents, cards)
    for path, found in spread(checker, paths, processes=run.processes_for(paths)):
        yield path, died(project.root, path) if isinstance(found, Died) else found


def _checker(
    project: Project,
    inputs: _Inputs,
    run: Run,
    documents: dict[int, Document] | None = None,
    cards: tuple[Card, ...] = (),
) -> Checker:
    return Checker(
        root=project.root,
        shelf=Shelf(Reader(inputs.store), inputs.governed, documents or {}),
        cards=cards,
        index=Index.build([card.runs for card in cards]),
        grants=inputs.grants,
        common_sources=inputs.common_sources,
        config=project.config,
        day=run.day,
    )


def _read_originals(
    inputs: _Inputs, run: Run, cache: Cache
) -> tuple[dict[int, Document], tuple[Card, ...]]:
    """The cards of all originals, and those originals that had to be read for their card.

    Raises:
        ReuseGuardError: one of them cannot be read.
    """
    keys = [_card_key(governed) for governed in inputs.governed]
    cards = {key: Card.load(text) for key, text in cache.get(keys).items()}
    fresh = {key: n for n, key in enumerate(keys) if key not in cards}
    documents: dict[int, Document] = {}
    numbers = {inputs.governed[n].snapshot.file: n for n in fresh.values()}
    missing = [inputs.governed[n] for n in fresh.values()]
    reader = Reader(inputs.store)
    for governed, result in spread(reader, missing, processes=run.processes_for(missing)):
        if isinstance(result, ReuseGuardError | Died):
            raise result
        number = numbers[governed.snapshot.file]
        documents[number] = result
        cards[keys[number]] = Card.of(result)
    cache.put((key, cards[key].dump()) for key in fresh)
    return documents, tuple(cards[key] for key in keys)


def _card_key(governed: Governed) -> str:
    snapshot = governed.snapshot.model_dump_json(exclude={"date", "etag", "last_modified"})
    return digest("card", program_digest(), snapshot, governed.policy.body_selector or "")


def _batches(found: Iterator[tuple[str, Findings]]) -> Iterator[dict[str, Findings]]:
    """The findings, some at a time."""
    while batch := dict(islice(found, _AT_ONCE)):
        yield batch


def _worth_keeping(
    found: dict[str, Findings], keys: dict[str, tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """Findings with their keys, but for candidates that changed while they were checked.

    Nor are those kept that name half a character, as names of files may: JSON has none.
    """
    for path, findings in found.items():
        sha256, key = keys[path]
        if findings.sha256 == sha256:
            with suppress(PydanticSerializationError):
                yield key, findings.model_dump_json(round_trip=True)


def _report(
    project: Project, found: Iterable[tuple[str, Findings]], extent: Extent, day: date
) -> Report:
    judged: list[Judged] = []
    problems: list[Problem] = []
    for path, findings in found:
        exemption = exemption_of(project, path, day)
        judged += [
            Judged(verdict, exemption, _item_of(verdict, findings)) for verdict in findings.verdicts
        ]
        problems += (_set_aside(problem, exemption) for problem in findings.problems)
    together = used_together(judged)
    notes = tuple(each.note for each in together)
    return Report(with_notes(judged, together), tuple(problems), extent, notes)


def _item_of(verdict: Verdict, findings: Findings) -> str:
    """What the candidate is called where its file holds several."""
    view = verdict.candidate
    return item_name(view.title, view.url) if findings.candidates > 1 else ""


def _set_aside(problem: Problem, exemption: Exemption | None) -> Problem:
    """The problem, set aside where it is for review; what cannot be read never is."""
    if not problem.is_error and exemption and exemption.covers(problem.kind):
        return replace(problem, exemption=exemption)
    return problem


def exemption_of(project: Project, path: str, day: date) -> Exemption | None:
    """What of a candidate's findings is set aside on a day; all its entries together."""
    fitting = [
        entry
        for entry in project.config.ignore
        if day <= entry.until and matches(path, entry.files)
    ]
    if not fitting:
        return None
    for_all = [entry for entry in fitting if not entry.clauses]
    chosen = for_all or fitting
    return Exemption(
        reason="; ".join(dict.fromkeys(entry.reason for entry in chosen)),
        until=min(entry.until for entry in chosen),
        clauses=frozenset(clause for entry in chosen for clause in entry.clauses),
    )
