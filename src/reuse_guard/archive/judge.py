"""Full verdicts on the best originals of a page, and the page as a whole."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from reuse_guard import api
from reuse_guard.archive.model import Checked, Judged, Unjudged
from reuse_guard.archive.terms import policy_of
from reuse_guard.errors import PolicyError
from reuse_guard.measure.unread import describe_unread, find_unread
from reuse_guard.policy.conditions import NOTHING_DECLARED
from reuse_guard.policy.load import AUTO
from reuse_guard.text.spans import Span, union
from reuse_guard.urls.identity import parse_address

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from reuse_guard.archive.model import Found, Hit
    from reuse_guard.archive.shelf import Shelf
    from reuse_guard.documents.model import Document
    from reuse_guard.grants import Grant
    from reuse_guard.grants.presented import Presented
    from reuse_guard.policy import Declared, Policy
    from reuse_guard.verdict.model import Verdict


def judge(  # noqa: PLR0913 - what `Archive.check` was given
    shelf: Shelf,
    page: Document,
    found: Found,
    *,
    best: int,
    policy: str | Path | Policy,
    grants: Iterable[Grant | Path | Presented],
    declared: Declared = NOTHING_DECLARED,
    as_of: date | None,
) -> Checked:
    """Judge the first originals of a page, each under its own policy; see `Archive.check`."""
    permissions = tuple(grants)
    judged: list[Judged] = []
    unjudged: list[Unjudged] = []
    for hit in found.hits[:best]:
        with shelf.reading():
            original = _with_web_address(shelf.document(hit.version.id))
            terms = _terms_of(shelf, hit, original, policy)
        if isinstance(terms, Unjudged):
            unjudged.append(terms)
            continue
        verdict = api.check(
            original,
            page,
            policy=terms,
            original_url=_web_address(hit.version.url),
            candidate_url=page.url,
            grants=permissions,
            declared=declared,
            as_of=as_of,
        )
        judged.append(_judged(hit, verdict, page))
    everything = union(span for one in judged for span in one.taken)
    unread = tuple(map(describe_unread, find_unread(page)))
    taken = _count(page, everything)
    return Checked(found, tuple(judged), len(page.words), taken, unread, tuple(unjudged))


def _terms_of(
    shelf: Shelf, hit: Hit, original: Document, policy: str | Path | Policy
) -> Policy | Unjudged:
    """The terms of one original; where it has none, that is no concern of the others.

    Raises:
        PolicyError: the policy for all articles is not well formed.
    """
    try:
        return policy_of(shelf, hit.version, original, policy)
    except PolicyError as error:
        if hit.version.policy is None and policy != AUTO:
            raise
        return Unjudged(hit, str(error))


def _with_web_address(original: Document) -> Document:
    """An original, without an address that is none, which older versions let into an archive."""
    return replace(original, url=_web_address(original.url))


def _web_address(url: str | None) -> str | None:
    return url if url and parse_address(url) else None


def _judged(hit: Hit, verdict: Verdict, page: Document) -> Judged:
    taken = tuple(
        union(
            Span(run.start, run.stop)
            for passage in verdict.passages
            if passage.counted
            for run in passage.copied_candidate
        )
    )
    return Judged(hit, verdict, taken, _count(page, taken))


def _count(page: Document, spans: Iterable[Span]) -> int:
    """Words of the page that begin in these characters, which do not overlap."""
    bounds = np.array([tuple(span) for span in spans], np.int64).reshape(-1, 2)
    first, last = np.searchsorted(page.words.starts, bounds).T
    return int((last - first).sum())
