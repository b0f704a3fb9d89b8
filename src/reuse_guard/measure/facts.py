"""Everything measured about one pair; the rules judge these and measure nothing themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from reuse_guard.documents.model import Format
from reuse_guard.measure.amounts import NONE, Amounts
from reuse_guard.policy.conditions import NOTHING_DECLARED, Declared
from reuse_guard.policy.duties import LinkTarget

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from reuse_guard.backlinks import Attribution
    from reuse_guard.documents.unread import Unread
    from reuse_guard.grants import GrantUse
    from reuse_guard.locale import Phrase
    from reuse_guard.measure.changes import Change
    from reuse_guard.measure.credits import FoundCredit
    from reuse_guard.measure.links import FoundLink
    from reuse_guard.measure.markers import FoundMarker
    from reuse_guard.measure.page import PageFacts
    from reuse_guard.measure.readings import Possible, PossibleShare
    from reuse_guard.measure.together import Uses
    from reuse_guard.measure.translated import SameItems
    from reuse_guard.policy.limits import Limit
    from reuse_guard.share import Share


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about an original and a candidate, as far as one rule asks for it.

    Attributes:
        share: copied words of the original's body against all its body words.
        may_be_stock: so little was copied, in whole short sentences, that it may be by chance.
        may_be_facts: so little was copied, a few words at a time, that both may report one event.
        may_be_form: most numbers or names in what was copied are others, as in reports in one form.
        may_be_quoted: so little was copied beside quoted speech, formulae and common sources.
        perhaps_copied: some of what was copied, where all of it may not be the article.
        candidate_share: candidate words from the original against the candidate's article words.
        of_original: how much was copied, in all units, of the original's body.
        of_candidate: the same, of the candidate's article.
        possible: for limits, those of permissions too, that blocks which may be body or not bear
            on, what the amount may be.
        possible_shares: for parts of the original that the rule asks about, between what the share
            lies; empty where no block may be body or not.
        served_words: words of the original whatever their role; the body cannot be larger. Without
            end where the page may serve a part of it alone.
        candidate_served_words: the same of the candidate.
        candidate_unread: why nothing can be found in the candidate, such as a page that a script
            fills.
        unread: what else a reader of it sees that was not read.
        doubts: why the whole reading of the original's body may be wrong.
        candidate_doubts: the same for the candidate's.
        copied_outside: something the original serves was copied, whether it counts or not; looked
            for only where the reading is doubtful.
        original_format: of a page the body is told apart from the rest, of a text it is all.
        candidate_format: plain text cannot carry a hyperlink.
        original_urls: every known address of the original.
        candidate_links: how many addresses of any kind the candidate has.
        links: for each of the rule's `every_link`, in order, the backlinks as that duty sees them.
        named_at: where the candidate declares the original's address without a link to it; None
            where it does not.
        named_may_show: whether the published page may show that as a link.
        credits: for each of the rule's `every_credit`, in order, what was found of it.
        page: what the candidate's page declares and loads; None where it is not a page.
        markers: markers of third parties that were found.
        changes: words changed inside copied text; measured where the rule forbids
            edits or asks for the whole.
        translated: what speaks for the candidate being a translation; sought where the rule
            forbids edits or translations.
        one_language: nothing of the candidate can be a translation; looked at where the rule asks.
        cuts: what was left out of the original; measured where the rule asks for the whole.
        published: when the original was published.
        candidate_published: when the candidate was.
        is_date_shown: whether the original only shows that day, which may be of something else.
        is_candidate_date_shown: whether the candidate does.
        as_of: the day of the check.
        declared: what the caller says about the use.
        grants: every grant held against this use.
        uses: all uses checked together; None where this one was checked by itself.
    """

    share: Share
    candidate_share: Share
    may_be_stock: bool = False
    may_be_facts: bool = False
    may_be_form: bool = False
    may_be_quoted: bool = False
    perhaps_copied: str | None = None
    of_original: Amounts = NONE
    of_candidate: Amounts = NONE
    possible: Mapping[Limit, Possible] = field(default_factory=dict)
    possible_shares: Mapping[Fraction, PossibleShare] = field(default_factory=dict)
    served_words: float = 0
    candidate_served_words: int = 0
    candidate_unread: Phrase | None = None
    unread: Sequence[Unread] = ()
    doubts: tuple[str, ...] = ()
    candidate_doubts: tuple[str, ...] = ()
    copied_outside: bool = False
    original_format: Format = Format.TEXT
    candidate_format: Format = Format.HTML
    original_urls: tuple[str, ...] = ()
    candidate_links: int = 0
    links: tuple[tuple[FoundLink, ...], ...] = ()
    named_at: Attribution | None = None
    named_may_show: bool = False
    credits: tuple[FoundCredit, ...] = ()
    page: PageFacts | None = None
    markers: tuple[FoundMarker, ...] = ()
    changes: Sequence[Change] = ()
    cuts: tuple[str, ...] = ()
    translated: SameItems | None = None
    one_language: bool = False
    published: date | None = None
    candidate_published: date | None = None
    is_date_shown: bool = False
    is_candidate_date_shown: bool = False
    as_of: date = date.min
    declared: Declared = NOTHING_DECLARED
    grants: tuple[GrantUse, ...] = ()
    uses: Uses | None = None

    @property
    def may_be_no_use(self) -> bool:
        """Whether what stands in both texts may be there by chance, or be of no article."""
        is_chance = self.may_be_stock or self.may_be_facts or self.may_be_quoted
        return is_chance or self.may_be_form or self.perhaps_copied is not None

    def address_for(self, target: LinkTarget) -> str | None:
        """The address that a link has to lead to; None where it is not known."""
        if not self.original_urls:
            return None
        article = self.original_urls[0]
        return article if target is not LinkTarget.HOME else urljoin(article, "/")
