"""What a reader of a verdict should know besides its clauses: of both inputs, and of the terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.locale import phrase_of, say
from reuse_guard.measure.gather import forbids_translation
from reuse_guard.measure.translated import translation_in
from reuse_guard.text.alphabets import is_in_other_alphabet, loses_letters, may_lose_letters
from reuse_guard.text.spans import Span
from reuse_guard.urls.identity import parse_address
from reuse_guard.urls.relation import Article, Relation
from reuse_guard.verdict.translations import may_be_translation

if TYPE_CHECKING:
    from reuse_guard.documents.model import Document
    from reuse_guard.locale import Phrase
    from reuse_guard.measure.pair import Pair
    from reuse_guard.policy import Policy


def notes_on(pair: Pair, policy: Policy, foreign: list[str]) -> tuple[Phrase, ...]:
    """What a reader of the report should know of both inputs and of the terms.

    Args:
        pair: the original and the candidate.
        policy: the terms.
        foreign: hosts of the original, if it is none of the policy's.
    """
    # Its word lists take 30 ms to compile, a tenth of what importing this package may take.
    from reuse_guard.rights import notice_disagreements  # noqa: PLC0415

    said = [_of(d, note) for d in (pair.original, pair.candidate) for note in d.notes]
    if foreign:
        said.append(
            say(
                "The policy {policy} is for articles on {hosts}; this one stands on {others}.",
                policy=policy.id,
                hosts=", ".join(policy.hosts),
                others=", ".join(foreign),
            )
        )
    if _is_the_article(pair.candidate.url, pair.original_urls):
        said.append(
            say(
                "The candidate stands at an address of the original: it is the publisher's own"
                " page, not a reuse of it."
            )
        )
    ours, theirs = pair.original.published, pair.candidate.published
    if pair.share.copied and ours and theirs and theirs < ours:
        said.append(
            say(
                "The candidate gives an earlier date of publication ({candidate}) than the original"
                " ({original}): who took from whom cannot be seen in the texts.",
                candidate=str(theirs),
                original=str(ours),
            )
        )
    if not any(map(forbids_translation, policy.rules)) and (same := translation_in(pair)):
        said.append(say("{seen} Translations are not counted.", seen=may_be_translation(same)))
    said += [_of(pair.candidate, doubt) for doubt in pair.candidate.doubts]
    if pair.share.copied and is_in_other_alphabet(pair.original.body_words, pair.candidate.words):
        said.append(
            say(
                "Part of the candidate is in another alphabet than the original: words that are"
                " spelled alike in Cyrillic and in Latin letters count as the same."
            )
        )
    elif _loses_letters(pair):
        said.append(
            say(
                "Words of the original stand in the candidate without letters that Russian"
                " keyboards lack (ә, ғ, қ, ң, ө, ұ, ү): they count as the same words."
            )
        )
    return tuple(
        dict.fromkeys([*said, *map(phrase_of, notice_disagreements(pair.original, policy))])
    )


def _loses_letters(pair: Pair) -> bool:
    words, others = pair.original.body_words, pair.candidate.words
    if not may_lose_letters(words):
        return False
    copied = [each for each in pair.passages if each.kind.counts]
    ours = [Span(*words.characters(run)) for each in copied for run in each.copied]
    theirs = [Span(*others.characters(run)) for each in copied for run in each.copied_candidate]
    return loses_letters(words.within(ours), others.within(theirs))


def _is_the_article(url: str | None, original_urls: tuple[str, ...]) -> bool:
    address = parse_address(url) if url else None
    return bool(address and Article.of(original_urls).relate(address).relation is Relation.ARTICLE)


def _of(document: Document, note: str) -> Phrase:
    return say("{source}: {note}", source=document.source, note=phrase_of(note))


def hosts_of_another(original_urls: tuple[str, ...], policy: Policy) -> list[str]:
    """Where the original stands, if that is no host of the policy: it may be the wrong one."""
    addresses = filter(None, map(parse_address, original_urls))
    hosts = list(dict.fromkeys(address.host for address in addresses))
    return hosts if policy.hosts and not any(map(policy.governs, hosts)) else []
