"""An original and a candidate with the passages between them, and what is measured of both."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from reuse_guard.backlinks import (
    Article,
    Strictness,
    find_addressed,
    find_attributions,
    judge_links,
)
from reuse_guard.exclusions import find_formulae, words_in
from reuse_guard.frozen import kept
from reuse_guard.measure.amounts import Amount, Amounts, count_amounts
from reuse_guard.measure.body import align_body
from reuse_guard.measure.forms import may_be_form
from reuse_guard.measure.markers import has_marker
from reuse_guard.measure.masks import mask_of, words_in_body
from reuse_guard.measure.outline import Outline, outline
from reuse_guard.measure.outside import is_copied_outside
from reuse_guard.measure.stock import (
    FORMULAE_WORDS,
    SCATTERED_WORDS,
    STOCK_PHRASES_PART,
    STOCK_PHRASES_WORDS,
    STOCK_SENTENCES_WORDS,
    STOCK_WORDS,
    Own,
    are_short_sentences,
    count_own,
    name_something,
)
from reuse_guard.measure.unread import find_disguised, find_unread, find_unshown
from reuse_guard.policy.conditions import NOTHING_DECLARED, Declared
from reuse_guard.policy.limits import Limit, Select, Unit
from reuse_guard.share import Share, share_of_original
from reuse_guard.text.spans import Span, union

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    import numpy as np
    from numpy.typing import NDArray

    from reuse_guard.align import Passage
    from reuse_guard.backlinks import Attribution, Backlink
    from reuse_guard.documents.model import Block, Document
    from reuse_guard.documents.unread import Unread
    from reuse_guard.grants import GrantUse
    from reuse_guard.measure.together import Uses
    from reuse_guard.policy import Rule

_MOST_RUNS: Final = 8  # of hidden text that a page's hidden links stand in; each is an alignment


@dataclass(frozen=True)
class Pair:
    """An original and a candidate, aligned, and what is known about the use.

    Attributes:
        original: the article.
        candidate: the text or page that may reuse it.
        passages: of the original's body words and all words of the candidate.
        as_of: the day of the check.
        original_urls: every known address of the original, the caller's first.
        excluded: body words of the original that do not count.
        left_out: the same as characters of its whole text, whatever its body is.
        candidate_excluded: words of the candidate that do not count.
        quoted: body words of the original that are quoted speech.
        shared: body words of the original that a common source has too; None without a source.
        grants: every grant held against this use.
        declared: what the caller says about the use.
        uses: all uses checked together; None where this one is checked by itself.
        headers: of the candidate's HTTP response; only X-Robots-Tag is read.
        shorteners: where shortened addresses lead, by address.
    """

    original: Document
    candidate: Document
    passages: tuple[Passage, ...]
    as_of: date
    original_urls: tuple[str, ...] = ()
    excluded: tuple[Span, ...] = ()
    left_out: tuple[Span, ...] = ()
    candidate_excluded: tuple[Span, ...] = ()
    quoted: tuple[Span, ...] = ()
    shared: tuple[Span, ...] | None = None
    grants: tuple[GrantUse, ...] = ()
    declared: Declared = NOTHING_DECLARED
    uses: Uses | None = None
    headers: Mapping[str, str] | None = None
    shorteners: Mapping[str, str] | None = None

    @kept
    def share(self) -> Share:
        """Copied words of the original's body against all its body words that count."""
        total = len(self.original.body_words)
        return share_of_original(self.passages, total=total, excluded=self.excluded)

    def share_without(self, words: tuple[Span, ...]) -> Share:
        """The share if these body words of the original did not count."""
        total = len(self.original.body_words)
        return share_of_original(self.passages, total=total, excluded=words)

    def without(self, text: tuple[Span, ...], candidate_words: tuple[Span, ...]) -> Pair:
        """The pair with these left out, besides what is already left out.

        Args:
            text: characters of the original's text.
            candidate_words: words of the candidate.
        """
        return replace(
            self,
            excluded=(*self.excluded, *words_in(self.original.body_words, text)),
            left_out=(*self.left_out, *text),
            candidate_excluded=(*self.candidate_excluded, *candidate_words),
        )

    @kept
    def candidate_share(self) -> Share:
        """Candidate words from the original against the candidate's article words."""
        copied, counted = self._candidate_words
        return Share(int((copied & counted).sum()), int(counted.sum()))

    @kept
    def _candidate_words(self) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Which words of the candidate come from the original, and which of all words count.

        Words of its article count, and copied ones wherever they stand.
        """
        runs = [run for p in self.passages if p.kind.counts for run in p.copied_candidate]
        copied = mask_of(runs, len(self.candidate.words))
        excluded = mask_of(self.candidate_excluded, len(copied))
        return copied, (copied | words_in_body(self.candidate)) & ~excluded

    @kept
    def hidden_share(self) -> Share:
        """The part of `share` that stands only in text of the candidate that no reader sees."""
        blocks = self.candidate.blocks
        if not self.share.copied or not any(block.hidden for block in blocks):
            return Share(0, self.share.total)
        # A passage may run through hidden and visible blocks, and a hidden sentence may stand
        # visibly elsewhere: so what is seen is aligned by itself.
        shown = self._copied_in([block for block in blocks if not block.hidden])
        return Share(max(self.share.copied - shown, 0), self.share.total)

    def _copied_in(self, blocks: Iterable[Block]) -> int:
        """How much of the original these blocks of the candidate hold by themselves."""
        found = align_body(self.original, self.candidate, blocks=blocks)
        return replace(self, passages=found).share.copied

    def _is_mostly_within(self, spans: tuple[Span, ...]) -> bool:
        """Whether most of what was copied stands in these runs of the candidate's text alone."""
        if spans not in self._mostly_within:
            if len(self._mostly_within) >= _MOST_RUNS:
                return False
            within = {b.start for span in spans for b in self.candidate.blocks_in(*span)}
            others = [block for block in self.candidate.blocks if block.start not in within]
            copied = self.share.copied
            self._mostly_within[spans] = copied > 2 * self._copied_in(others)
        return self._mostly_within[spans]

    @kept
    def _mostly_within(self) -> dict[tuple[Span, ...], bool]:
        """What was found of runs of text, for the links of one page are hidden by the same."""
        return {}

    def has_marker(self, markers: tuple[str, ...]) -> bool | None:
        """Whether one of these words marks the original; None where that cannot be told."""
        return has_marker(markers, self.original)

    def backlinks(self, strictness: Strictness) -> tuple[Backlink, ...]:
        """The candidate's links that have to do with the original, as strictly judged as asked."""
        if strictness not in self._backlinks:
            self._backlinks[strictness] = self._judged(strictness)
        return self._backlinks[strictness]

    @kept
    def _backlinks(self) -> dict[Strictness, tuple[Backlink, ...]]:
        """The links as judged so far: a duty asks for them, and so does the verdict."""
        return {}

    def _judged(self, strictness: Strictness) -> tuple[Backlink, ...]:
        starts = [run.start for p in self.passages if p.kind.counts for run in p.copied_candidate]
        first = int(self.candidate.words.starts[min(starts)]) if starts else None
        return judge_links(
            self.candidate,
            article=self._article,
            strictness=strictness,
            first_copied=first,
            holds_copy=self._is_mostly_within,
            headers=self.headers,
            shorteners=self.shorteners,
        )

    @kept
    def copied_outside(self) -> bool:
        """Whether more was copied than is read as the original's body, where that is doubtful."""
        return is_copied_outside(self.original, self.candidate.words)

    def attributions(self, names: Iterable[str]) -> tuple[Attribution, ...]:
        """Everything but hyperlinks that ties the candidate to the original or its publisher."""
        return find_attributions(
            self.candidate,
            article=self._article,
            brands=names,
            headers=self.headers,
            addressed=self.addressed,
        )

    @kept
    def addressed(self) -> tuple[Attribution, ...]:
        """Addresses of the original or its publisher that the candidate names without a link."""
        return find_addressed(self.candidate, self._article)

    @kept
    def _article(self) -> Article:
        return Article.of(self.original_urls)

    @kept
    def unread(self) -> tuple[Unread, ...]:
        """Words that a reader of the candidate sees, or may see, and that were not read."""
        known, _ = self._candidate_words
        words = self.original.body_words
        found = (
            find_disguised(words, self.candidate.words, copied=self.copied, known=known),
            find_unread(self.candidate),
            find_unshown(self.original, self.candidate, self._copied_words),
        )
        # The same words may be among all three.
        return max(found, key=lambda unread: sum(one.words for one in unread))

    @kept
    def outline(self) -> Outline:
        """Sentences and paragraphs of the candidate."""
        return self.candidate.once(outline)

    @kept
    def copied(self) -> NDArray[np.bool_]:
        """Which body words of the original were copied."""
        return mask_of(self._copied_words, len(self.original.body_words))

    @kept
    def _copied_words(self) -> tuple[Span, ...]:
        return tuple(run for p in self.passages if p.kind.counts for run in p.copied)

    @kept
    def copied_runs(self) -> tuple[Span, ...]:
        """The same as runs of characters of the original's text."""
        words = self.original.body_words
        return tuple(words.characters(run) for run in union(self._copied_words))

    @kept
    def of_original(self) -> Amounts:
        """How much of the original's body was copied, in all units."""
        words = self.original.body_words
        counted = ~mask_of(self.excluded, len(words))
        return count_amounts(
            self.original, words.take(counted), self.copied[counted], self.original.once(outline)
        )

    @kept
    def of_candidate(self) -> Amounts:
        """How much of the candidate's article comes from the original, in all units."""
        copied, counted = self._candidate_words
        words = self.candidate.words.take(counted)
        return count_amounts(self.candidate, words, copied[counted], self.outline)

    @kept
    def may_be_stock(self) -> bool:
        """Whether all that both texts share may be stock sentences."""
        if not STOCK_WORDS < self.share.copied <= STOCK_PHRASES_WORDS:
            return 0 < self.share.copied <= STOCK_WORDS
        return self._are_short_sentences or self._are_phrases

    @property
    def _are_short_sentences(self) -> bool:
        """Whether it is whole short sentences, in either of them."""
        if self.share.copied > STOCK_SENTENCES_WORDS:
            return False
        words = self.original.body_words
        own, (copied, counted) = self.candidate.words, self._candidate_words
        return are_short_sentences(
            words, self.copied, self.original.once(outline)
        ) and are_short_sentences(own, copied & counted, self.outline)

    @property
    def _are_phrases(self) -> bool:
        """Whether it names nobody and is little of the original."""
        if self.share.copied > STOCK_PHRASES_PART * self.share.total:
            return False
        words = self.original.body_words
        return not name_something(words, self.copied, self.original.once(outline))

    @kept
    def may_be_facts(self) -> bool:
        """Whether what is copied may be what two reports of one event share, a few words at a time.

        Fewer words than that are the business of `may_be_stock`.
        """
        return STOCK_WORDS < self.share.copied <= SCATTERED_WORDS and self._own(()).may_be_facts

    @kept
    def may_be_form(self) -> bool:
        """Whether both may be reports in one form, with other numbers."""
        return may_be_form(self.passages, self.original.body_words, self.candidate.words)

    @kept
    def may_be_quoted(self) -> bool:
        """The same once quoted speech, formulae and what a common source has are left aside."""
        if self.share.copied <= STOCK_WORDS:  # as of most pairs, and formulae are dear to find
            return False
        others = (*self.quoted, *self._formulae, *(self.shared or ()))
        fewest = self.share.copied - sum(span.size for span in others)
        if fewest > SCATTERED_WORDS or not others:
            return False
        return self._own(others).may_be_facts

    @property
    def _formulae(self) -> tuple[Span, ...]:
        """Body words of the original that are formulae, where they may be all that is copied."""
        if self.share.copied > SCATTERED_WORDS + FORMULAE_WORDS:
            return ()
        return words_in(self.original.body_words, find_formulae(self.original.text))

    def _own(self, others: tuple[Span, ...]) -> Own:
        left_out = (*self.excluded, *others)
        return count_own(self.passages, self.original.body_words, left_out)

    def amounts(self, rule: Rule) -> tuple[Amounts, Amounts]:
        """How much of the original and of the candidate, in the units that the rule asks for.

        Most rules ask for words alone, and sentences and paragraphs are dear to find.
        """
        if self.uses is not None or any(map(_needs_more_than_words, rule.limits)):
            return self.of_original, self.of_candidate
        return _words_alone(self.share), _words_alone(self.candidate_share)


def _needs_more_than_words(limit: Limit) -> bool:
    return limit.unit not in (Unit.FRACTION, Unit.WORDS) or limit.select is Select.LEADING


def _words_alone(share: Share) -> Amounts:
    return Amounts(words=Amount(share.copied, share.total, reach=0))
