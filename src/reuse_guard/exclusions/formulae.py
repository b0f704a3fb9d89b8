"""Formulae of news: sentences that articles of a kind have whoever writes them.

Where to call for help, what is no advice, what may not be told of an investigation: newsrooms write
them in the same words, and so do the offices and agencies that they write of.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reuse_guard.documents.furniture import is_disclaimer
from reuse_guard.expressions import expression
from reuse_guard.text.patterns import by_first_letter
from reuse_guard.text.sentences import split_sentences

if TYPE_CHECKING:
    from reuse_guard.text.spans import Span

_LONGEST: Final = 260  # characters; a longer sentence tells something besides
# All are for texts in small letters: that takes a fifth of the time of `re.IGNORECASE`.
# Endings have a length, lest a text of one word without end takes the square of it.
_ALTERNATIVES: Final = (
    r"for (?:general )?informational? purposes only",
    r"past performance\b.{0,30}\bfuture",
    r"not (?:constitute|intended as|be construed as|be taken as) (?:\w+ )?advice",
    r"if you (?:or .{2,40} )?(?:have been|are|is|were) (?:affected|struggling|in crisis)",
    r"crimestoppers",
    r"samaritans",
    r"helpline",
    r"suicide (?:life)?line",
    r"crisis (?:life)?line",
    # The licence: every article under it ends so. What the organisation does is news.
    r"creative[ -]commons\b.{0,40}\b(?:licen|lizenz|лиценз)",
    r"licen\w{0,12}\b.{0,40}\bcreative commons",
    r"лиценз\w{0,12}\b.{0,40}\bcreative commons",
    r"under (?:an? |the )?creative commons",
    r"anyone (?:with|who has) (?:any )?(?:further )?information\b.{0,30}\b(?:call|contact)",
    r"in lieu of flowers",
    r"first appeared on",
    r"appeared first on",
    r"re(?:spond|ply) (?:immediately )?to (?:\w+ ){0,3}(?:requests?|messages?) for comment",
    r"solely responsible for (?:all|the|its) content",
    r"innocent until proven",
    r"presumed innocent",
    r"breaking (?:news )?story\b.{0,40}\bupdate",
    r"developing (?:news )?story\b.{0,40}\bupdate",
    r"preheat the oven",
    r"разглашени\w{1,12} не подлежит",
    r"в интересах следствия",
    r"сведени\w{1,12} об ощутимости",
    r"выполняющ\w{1,12} функции иностранн",
    r"создан\w{0,12}\b.{0,60}\bиностранн\w{1,12} агент",
    r"распростран\w{0,12}\b.{0,60}\bиностранн\w{1,12} агент",
    r"инвестиционной рекомендацией",
    r"организаци\w{1,12}\b.{0,60}\bзапрещ[её]н",
    r"движени\w{1,12}\b.{0,60}\bзапрещ[её]н",
    r"сотқа дейінгі тергеп",
    r"тергеу мүддесі",
    r"жария (?:етіл|етуге|етпе)",
    r"шетел\w{0,12} агент",
    r"инвестициялық ұсыны\w{1,12} (?:емес|болып)",
)
_FORMULA = expression(by_first_letter(_ALTERNATIVES), re.DOTALL)
_OPENING = expression(
    r"\W*по (?:данному|этому) факту\b.{0,60}\b(?:расследован|уголовн|проверк)", re.DOTALL
)
# Words of an opening and of a disclaimer, one of which each has.
_SIGNS: Final = (" факту", "автор", "views", "opinions")


def find_formulae(text: str) -> tuple[Span, ...]:
    """Character spans of the sentences of a text that are formulae, in order.

    >>> text = "The river rose. If you are affected, call the helpline on 116 123. It rains."
    >>> [text[start:stop] for start, stop in find_formulae(text)]
    ['If you are affected, call the helpline on 116 123.']
    """
    folded = text.lower()
    if not (_FORMULA.search(folded) or any(sign in folded for sign in _SIGNS)):
        return ()  # as most texts, and sentences are dear to find
    return tuple(one for one in split_sentences(text) if _is_formula(text[one.start : one.stop]))


def _is_formula(sentence: str) -> bool:
    if len(sentence) > _LONGEST:
        return False
    folded = sentence.lower()
    if _FORMULA.search(folded) or _OPENING.match(folded):
        return True
    return is_disclaimer(sentence)
