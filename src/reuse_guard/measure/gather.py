"""From a pair of documents to all the facts that one rule asks for."""

from __future__ import annotations

from functools import partial
from math import inf
from typing import TYPE_CHECKING

from reuse_guard.backlinks import MAY_BE_ARTICLE, WRITTEN_ADDRESS, Strictness
from reuse_guard.documents.answers import refusal_in
from reuse_guard.locale import Phrase, say
from reuse_guard.measure.bylines import credit_by_byline
from reuse_guard.measure.changes import find_changes, find_cuts
from reuse_guard.measure.credits import FoundCredit, find_credit
from reuse_guard.measure.facts import Facts
from reuse_guard.measure.later import Later
from reuse_guard.measure.links import FoundLink
from reuse_guard.measure.markers import find_markers
from reuse_guard.measure.page import read_page
from reuse_guard.measure.readings import (
    Possible,
    PossibleShare,
    limit_of,
    perhaps_copied,
    possible_amount,
    possible_share,
    whole_share,
)
from reuse_guard.measure.translated import is_in_one_language, translation_in
from reuse_guard.policy.conditions import WHOLE, About, Asked, Edits, Mode
from reuse_guard.policy.duties import LinkDuty, LinkTarget, Requirement, Spot
from reuse_guard.policy.limits import Limit, Over
from reuse_guard.text.spans import Span, union
from reuse_guard.urls.relation import Relation

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from reuse_guard.backlinks import Attribution
    from reuse_guard.measure.changes import Change
    from reuse_guard.measure.pair import Pair
    from reuse_guard.policy import Policy, Rule


# Places in the text itself; at the end of an article its footer counts too.
_IN_THE_TEXT = frozenset({Spot.LEAD, Spot.SENTENCE, Spot.PARAGRAPH, Spot.AFTER_PARAGRAPH})


def gather(pair: Pair, policy: Policy, rule: Rule) -> Facts:
    """Measure what the rule asks for.

    Args:
        pair: what is known already.
        policy: whose name a credit may have to give.
        rule: its clauses decide what is measured.
    """
    of_original, of_candidate = pair.amounts(rule)
    alike = _hidden_alike(pair)
    named = _named_at(pair) if rule.every_link else None
    return Facts(
        share=pair.share,
        may_be_stock=pair.may_be_stock,
        may_be_facts=pair.may_be_facts,
        may_be_form=pair.may_be_form,
        may_be_quoted=pair.may_be_quoted,
        perhaps_copied=perhaps_copied(pair),
        candidate_share=pair.candidate_share,
        of_original=of_original,
        of_candidate=of_candidate,
        possible=_possible(pair, rule),
        possible_shares=_possible_shares(pair, rule),
        served_words=inf if pair.original.may_go_on else len(pair.original.words),
        candidate_served_words=len(pair.candidate.words),
        candidate_unread=_why_unread(pair),
        unread=Later(lambda: pair.unread),  # what is over its limit is over it without these
        doubts=pair.original.doubts,
        candidate_doubts=pair.candidate.doubts,
        copied_outside=pair.copied_outside,
        original_format=pair.original.format,
        candidate_format=pair.candidate.format,
        original_urls=pair.original_urls,
        candidate_links=len(pair.candidate.links),
        links=tuple(_links(pair, duty, rule) for duty in rule.every_link),
        named_at=named,
        named_may_show=_may_show(pair, named),
        credits=_credits(pair, policy, rule, alike),
        page=read_page(
            *(pair.original, pair.candidate, pair.original_urls, pair.copied_runs),
            alike=alike,
            headers=pair.headers,
        ),
        markers=find_markers(
            rule.third_party_markers, pair.original, pair.candidate, pair.copied_runs
        ),
        changes=_changes(pair, rule),
        cuts=_cuts(pair, rule),
        translated=translation_in(pair) if forbids_translation(rule) else None,
        one_language=_asks_of_translation(rule) and is_in_one_language(pair),
        published=pair.original.published,
        candidate_published=pair.candidate.published,
        is_date_shown=pair.original.is_date_shown,
        is_candidate_date_shown=pair.candidate.is_date_shown,
        as_of=pair.as_of,
        declared=pair.declared,
        grants=pair.grants,
        uses=pair.uses,
    )


def _why_unread(pair: Pair) -> Phrase | None:
    """Why nothing can be found in the candidate, if so."""
    if not len(pair.candidate.words):
        return say("The candidate holds no words, so nothing can be found in it.")
    if not pair.share.copied and (heading := refusal_in(pair.candidate)):
        return say(
            'The candidate is what a server sends in place of a page ("{heading}"); open the page'
            " in a browser and save it there.",
            heading=heading,
        )
    return None


def _credits(
    pair: Pair, policy: Policy, rule: Rule, alike: frozenset[str]
) -> tuple[FoundCredit, ...]:
    """What was found of every line of credit that the rule names."""
    copied = _copied_in_candidate(pair)
    return tuple(
        credit_by_byline(
            partial(
                find_credit,
                *(duty, pair.original, pair.candidate, pair.outline, policy.name),
                alike=alike,
                copied=copied,
                hosts=policy.hosts,
            ),
            pair.original,
        )
        for duty in rule.every_credit
    )


def strictness_of(duty: LinkDuty, rule: Rule) -> Strictness:
    """What a link has to be for a duty, apart from its exact place, words and size.

    Where the rule says itself what noindex is to be, that clause decides, and not the link.
    """
    is_followed = duty.follow is Requirement.REQUIRED
    return Strictness(
        article=duty.target is not LinkTarget.HOME,
        home=duty.target is not LinkTarget.ARTICLE,
        written=duty.written,
        follow=is_followed,
        listed=is_followed and not _speaks_of_noindex(rule),
        direct=duty.direct is Requirement.REQUIRED,
        in_text=duty.where.spot in _IN_THE_TEXT,
        sized=duty.min_font is not None,
    )


def _speaks_of_noindex(rule: Rule) -> bool:
    pages = (rule.page, *(one.page for one in rule.any_of if one.page is not None))
    return any(page.noindex is not Asked.IGNORE for page in pages)


def _hidden_alike(pair: Pair) -> frozenset[str]:
    """Why no reader sees most of what was copied; empty where most of it is seen."""
    if 2 * pair.hidden_share.copied <= pair.share.copied:
        return frozenset()
    runs = _copied_in_candidate(pair)
    blocks = (block for run in runs for block in pair.candidate.blocks_in(*run))
    return frozenset(block.hidden for block in blocks if block.hidden)


def _copied_in_candidate(pair: Pair) -> tuple[Span, ...]:
    """The runs of characters of the candidate that come from the original."""
    words = pair.candidate.words
    runs = (run for p in pair.passages if p.kind.counts for run in p.copied_candidate)
    return tuple(union(Span(*words.characters(run)) for run in runs))


def _links(pair: Pair, duty: LinkDuty, rule: Rule) -> tuple[FoundLink, ...]:
    return tuple(
        FoundLink(
            backlink=backlink,
            position=pair.outline.position(backlink.place.start),
            anchor=backlink.anchor,
            font_ratio=backlink.font_ratio,
        )
        for backlink in pair.backlinks(strictness_of(duty, rule))
    )


def _named_at(pair: Pair) -> Attribution | None:
    """Where the candidate names the article's address for machines: front matter, metadata.

    What the published page may show counts as a link does, so whatever leads to the article.
    """
    declared = [each for each in pair.addressed if each.kind != WRITTEN_ADDRESS]
    shown = (each for each in declared if each.target in MAY_BE_ARTICLE and _may_show(pair, each))
    named = (each for each in declared if each.target is Relation.ARTICLE)
    shortened = (each for each in declared if each.target is None)
    return next(shown, None) or next(named, None) or next(shortened, None)


def _may_show(pair: Pair, named: Attribution | None) -> bool:
    """Whether the published page may show what the front matter names as a link."""
    return named is not None and any(
        signal.may_show and (signal.kind, signal.line) == (named.kind, named.line)
        for signal in pair.candidate.signals
    )


def _possible(pair: Pair, rule: Rule) -> dict[Limit, Possible]:
    alone = [limit for limit in rule.limits if limit.over is Over.EACH]
    alone += [limit_of(use.grant) for use in pair.grants if use.grant.overrides.max_share < 1]
    found = {limit: possible_amount(pair, rule, limit) for limit in alone}
    return {limit: possible for limit, possible in found.items() if possible}


def _possible_shares(pair: Pair, rule: Rule) -> dict[Fraction, PossibleShare]:
    found = {}
    if rule.mode is Mode.EXCERPT:
        found[WHOLE] = possible_share(pair, WHOLE)
    if rule.least_part is not None:
        found[rule.least_part] = whole_share(pair, rule.least_part)
    return {part: possible for part, possible in found.items() if possible}


def forbids_translation(rule: Rule) -> bool:
    """Whether a translation matters to a rule: as a change of every word, or by its name."""
    return _asks_of_translation(rule) or rule.edits is Edits.NONE


def _asks_of_translation(rule: Rule) -> bool:
    return any(attest.about is About.TRANSLATION for attest in rule.attest)


def _changes(pair: Pair, rule: Rule) -> Sequence[Change]:
    if rule.edits is not Edits.NONE and rule.least_part is None:
        return ()
    return Later(lambda: find_changes(pair.passages, pair.original, pair.candidate))


def _cuts(pair: Pair, rule: Rule) -> tuple[str, ...]:
    if rule.least_part is None:
        return ()
    return find_cuts(pair.original, pair.original.body_words, pair.copied)
