"""`check()`: the one place where the steps of a verdict are put together."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from reuse_guard._version import __version__
from reuse_guard.arguments import (
    day_of,
    pairs_of,
    require_address,
    require_declared,
    require_texts,
    several,
)
from reuse_guard.backlinks import Backlink, Strictness
from reuse_guard.documents.answers import require_page
from reuse_guard.documents.model import Document
from reuse_guard.documents.read import read
from reuse_guard.errors import ReadError, UsageError
from reuse_guard.exclusions import read_common_source
from reuse_guard.grants import cover, load_grants
from reuse_guard.measure.body import align_body
from reuse_guard.measure.comments import without_comments
from reuse_guard.measure.excluded import exclude
from reuse_guard.measure.gather import gather, strictness_of
from reuse_guard.measure.pair import Pair
from reuse_guard.measure.readings import possible_share
from reuse_guard.measure.uses import add_up
from reuse_guard.policy import Policy, load_policy
from reuse_guard.policy.conditions import NOTHING_DECLARED, WHOLE
from reuse_guard.policy.limits import Unit
from reuse_guard.policy.load import AUTO
from reuse_guard.policy.model import Grants
from reuse_guard.policy.unit_names import amount_of
from reuse_guard.verdict.choose import choose_rules
from reuse_guard.verdict.clauses import unless_by_readers
from reuse_guard.verdict.engine import decide, judge_choice
from reuse_guard.verdict.model import Outcome, Verdict
from reuse_guard.verdict.notes import hosts_of_another, notes_on
from reuse_guard.verdict.views import (
    body_places,
    document_view,
    grant_views,
    policy_view,
    quote_passages,
    share_view,
)
from reuse_guard.verdict.wholeness import use_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from reuse_guard.documents.sites import Dialect
    from reuse_guard.grants import Grant
    from reuse_guard.grants.presented import Presented
    from reuse_guard.grants.signed.trust import Trust
    from reuse_guard.policy import Declared, Rule
    from reuse_guard.text.words import Words
    from reuse_guard.verdict.choose import Choice
    from reuse_guard.verdict.model import Clause

Item = TypeVar("Item")
Source: TypeAlias = str | bytes | Path | Document


def check(  # noqa: PLR0913 - the contract: two documents and what is known about their use
    original: Source,
    candidate: Source,
    *,
    policy: str | Path | Policy = "qazmonitor",
    original_url: str | None = None,
    candidate_url: str | None = None,
    grants: Iterable[Grant | Path | Presented] = (),
    common_sources: Iterable[Source] = (),
    as_of: date | None = None,
    declared: Declared = NOTHING_DECLARED,
    headers: Mapping[str, str] | None = None,
    shorteners: Mapping[str, str] | None = None,
    trust: Trust | Path | None = None,
    bare_links: bool | None = None,
    dialect: Dialect | str | None = None,
    linked_keys: Collection[str] | None = None,
) -> Verdict:
    """Tell whether a candidate keeps the terms of an original's publisher.

    Args:
        original: the article; a `str` or `bytes` is its content, a `Path` a file.
        candidate: the text or page that may reuse it, likewise.
        policy: id of a shipped one, `Path` of a TOML file, a `Policy`, or `"auto"`: by the host.
        original_url: the original's address; without it, those it declares are used.
        candidate_url: where the candidate is published.
        grants: written permissions, as objects or files.
        common_sources: texts both sides may have quoted, such as a press release.
        as_of: the day of the check, for grants and periods; today when left out.
        declared: what only the caller can know, such as whether the use is commercial.
        headers: of the candidate's HTTP response; only X-Robots-Tag is read.
        shorteners: where shortened addresses lead, by address.
        trust: whose signatures under grants are genuine, or the trust file that says so.
        bare_links: whether the site links addresses without brackets in Markdown; None: not known.
        dialect: how the site reads Markdown, such as "kramdown"; None: not known.
        linked_keys: front-matter keys whose address the site may show as a link; None: not known.

    Raises:
        ReadError: an input cannot be read in full, or the original has no article text.
        PolicyError: no such policy, or it is not well formed.
        GrantError: a grant file is not well formed, or not what a trusted publisher signed.
        UsageError: an argument cannot be used as given.
        MissingExtraError: signed grants need the extra `sign`.
    """
    day = day_of(as_of)
    require_declared(declared)
    require_texts("headers", headers)
    require_texts("shorteners", shorteners)
    require_address("original_url", original_url)
    require_address("candidate_url", candidate_url)
    terms = _terms(policy, original, original_url)
    permissions = load_grants(several("grants", grants), trust=trust)
    pair = _pair(
        _read_original(original, original_url, terms),
        read(
            candidate,
            candidate_url,
            name="candidate",
            bare_links=bare_links,
            dialect=dialect,
            linked_keys=linked_keys,
        ),
        permissions,
        day,
        declared,
        terms=terms,
        original_url=original_url,
        candidate_url=candidate_url,
        headers=headers,
        shorteners=shorteners,
    )
    return _verdict(exclude(pair, terms, _common(common_sources)), terms)


def check_many(  # noqa: PLR0913 - as `check`
    uses: Iterable[tuple[Source, Source]],
    *,
    policy: str | Path | Policy = "qazmonitor",
    grants: Iterable[Grant | Path | Presented] = (),
    common_sources: Iterable[Source] = (),
    as_of: date | None = None,
    declared: Declared = NOTHING_DECLARED,
    trust: Trust | Path | None = None,
) -> tuple[Verdict, ...]:
    """Check several uses of one publisher's articles together.

    So limits over all of them can be seen: "at most 100 words over all excerpts", "one article a
    week". The day of a use is the one that its candidate declares as its own publication.

    Args:
        uses: originals and candidates; documents read with `read(..., url=...)` keep their address.
        policy: as for `check`; `"auto"` picks one that governs all originals.
        grants: written permissions, as objects or files.
        common_sources: texts both sides may have quoted, such as a press release.
        as_of: the day of the check; today when left out.
        declared: what only the caller can know, the same for all uses.
        trust: as for `check`.

    Raises:
        ReuseGuardError: as `check` does.
    """
    require_declared(declared)
    day, permissions = day_of(as_of), load_grants(several("grants", grants), trust=trust)
    sources = _common(common_sources)
    pairs = []
    terms: Policy | None = None
    for original, candidate in pairs_of(uses):
        found = _terms(policy, original, None)
        if terms is not None and found != terms:
            msg = f"policy: {terms.id} and {found.id} govern different originals; check them apart"
            raise UsageError(msg)
        terms = found
        article = _read_original(original, None, terms)
        page = read(candidate, name="candidate")
        pair = _pair(article, page, permissions, day, declared, terms=terms)
        pairs.append(exclude(pair, terms, sources))
    together = zip(pairs, add_up(pairs), strict=True)
    return tuple(_verdict(replace(pair, uses=uses), terms) for pair, uses in together if terms)


def _pair(  # noqa: PLR0913 - two documents and what is known about their use
    original: Document,
    candidate: Document,
    permissions: Iterable[Grant | Presented],
    day: date,
    declared: Declared,
    *,
    terms: Policy,
    original_url: str | None = None,
    candidate_url: str | None = None,
    headers: Mapping[str, str] | None = None,
    shorteners: Mapping[str, str] | None = None,
) -> Pair:
    urls, given = _addresses(original, original_url), tuple(permissions)
    dated = candidate.published if given else None
    if dated and dated > day and candidate.is_date_shown:
        dated = None  # of an event, rather than of a post that is scheduled
    hold = partial(
        cover,
        original_urls=urls,
        candidate_url=candidate_url or candidate.url,
        as_of=day,
        signed_only=terms.grants is Grants.SIGNED,
        publishers=() if hosts_of_another(urls, terms) else (terms.name, *terms.hosts),
        published=dated,
    )
    return Pair(
        original=original,
        candidate=candidate,
        passages=align_body(original, candidate),
        as_of=day,
        original_urls=urls,
        grants=tuple(map(hold, given)),
        declared=declared,
        headers=headers,
        shorteners=shorteners,
    )


def _common(sources: Iterable[Source]) -> list[Words]:
    return [read_common_source(source).words for source in several("common_sources", sources)]


def _terms(policy: str | Path | Policy, original: Source, url: str | None) -> Policy:
    if not isinstance(policy, str | Path | Policy):
        msg = f"policy: {policy!r} is no preset's id, no Path of a file and no Policy"
        raise UsageError(msg)
    if policy != AUTO:
        return load_policy(policy)
    document = read(original, url, name="original")
    return load_policy(AUTO, original_urls=(*_addresses(document, url), *document.canonical_urls))


def _read_original(original: Source, url: str | None, policy: Policy) -> Document:
    document = read(original, url, name="original", body_selector=policy.body_selector)
    require_page(document)
    if len(document.body_words):
        return document
    problem = "holds no article text; give the page of the article, or its text"
    if len(document.words):
        words = amount_of(Unit.WORDS, len(document.words))
        problem = (
            f"none of its {words} reads as the text of an article; give the"
            ' article alone, or its text as plain text (format="text")'
        )
    raise ReadError(problem, source=document.source)


def _addresses(original: Document, original_url: str | None) -> tuple[str, ...]:
    """Every known address of the original, the caller's first."""
    known = (original_url, original.url, *original.article_urls)
    return tuple(dict.fromkeys(url for url in known if url))


def _verdict(pair: Pair, policy: Policy) -> Verdict:
    asks = any(rule.when.use for rule in policy.rules)
    possible = possible_share(pair, WHOLE) if asks else None
    use = use_of(pair.declared, pair.share, possible)
    choice = choose_rules(policy, pair.declared, use, pair.has_marker)
    foreign = hosts_of_another(pair.original_urls, policy)
    clauses = _judged(pair, policy, choice, next(iter(foreign), None))
    notes = notes_on(pair, policy, foreign)
    words = pair.original.body_words
    return Verdict(
        version=__version__,
        as_of=pair.as_of,
        outcome=decide(clauses),
        policy=policy_view(policy),
        clauses=clauses,
        share=share_view(pair.share),
        candidate_share=share_view(pair.candidate_share),
        hidden_share=share_view(pair.hidden_share),
        share_without_quotes=share_view(pair.share_without(pair.quoted)),
        share_without_common_sources=(
            None if pair.shared is None else share_view(pair.share_without(pair.shared))
        ),
        quoted=body_places(pair.original, words, pair.quoted),
        common=body_places(pair.original, words, pair.shared or ()),
        passages=quote_passages(pair.passages, pair.original, words, pair.candidate),
        backlinks=_backlinks(pair, choice.rules),
        attributions=pair.attributions(_names(policy)),
        grants=grant_views(pair.grants),
        original=document_view(pair.original, next(iter(pair.original_urls), None)),
        candidate=document_view(pair.candidate, pair.candidate.url),
        notes=tuple(map(str, notes)),
        note_sentences=notes,
    )


def _judged(pair: Pair, policy: Policy, choice: Choice, host: str | None) -> tuple[Clause, ...]:
    """Every clause; where readers' comments hold a copy, by what the page says itself as well."""
    held = policy.held_for(host) if host else policy

    def judged(pair: Pair) -> tuple[Clause, ...]:
        return judge_choice(held, choice, [gather(pair, policy, rule) for rule in choice.rules])

    clauses = judged(pair)
    own = without_comments(pair) if decide(clauses) is Outcome.VIOLATION else None
    return unless_by_readers(clauses, judged(own[0]), own[1]) if own else clauses


def _backlinks(pair: Pair, rules: tuple[Rule, ...]) -> tuple[Backlink, ...]:
    """The links as the first link duty sees them, or as a plain "with a link" would."""
    asked = [strictness_of(duty, rule) for rule in rules for duty in rule.every_link]
    return pair.backlinks(asked[0] if asked else Strictness())


def _names(policy: Policy) -> list[str]:
    """Names of the publisher: "The Qazaqstan Monitor (QazMonitor)" gives two."""
    return [name.strip() for name in re.split(r"[()]", policy.name)]
