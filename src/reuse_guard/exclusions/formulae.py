"""Formulae of news: sentences that articles of a kind have whoever writes them.

Where to call for help, what is no advice, what may not be told of an investigation: newsrooms write
them in the same words, and so do the offices and agencies that they write of.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reuse_guard.documents.furniture import is_disclaimer
from reuse_guard.text.sentences import split_sentences

if TYPE_CHECKING:
    from reuse_guard.text.spans import Span

_LONGEST: Final = 260  # characters; a longer sentence tells something besides
_ENGLISH = (
    r"for (?:general )?informational? purposes only|past performance\b.{0,30}\bfuture"
    r"|not (?:constitute|intended as|be construed as|be taken as) (?:\w+ )?advice"
    r"|if you (?:or .{2,40} )?(?:have been|are|is|were) (?:affected|struggling|in crisis)"
    r"|crimestoppers|samaritans|helpline|(?:suicide|crisis) (?:life)?line"
    r"|anyone (?:with|who has) (?:any )?(?:further )?information\b.{0,30}\b(?:call|contact)"
    r"|in lieu of flowers|first appeared on|appeared first on"
    r"|(?:respond|reply) (?:immediately )?to (?:\w+ ){0,3}(?:requests?|messages?) for comment"
    r"|solely responsible for (?:all|the|its) content|innocent until proven|presumed innocent"
    r"|(?:breaking|developing) (?:news )?story\b.{0,40}\bupdate|preheat the oven"
)
_RUSSIAN = (
    r"разглашени\w+ не подлежит|в интересах следствия|сведени\w+ об ощутимости"
    r"|\A\W*по (?:данному|этому) факту\b.{0,60}\b(?:расследован|уголовн|проверк)"
    r"|выполняющ\w+ функции иностранн|(?:создан|распростран)\w*\b.{0,60}\bиностранн\w+ агент"
    r"|инвестиционной рекомендацией"
    r"|(?:организаци|движени)\w+\b.{0,60}\bзапрещ[её]н"
)
_KAZAKH = (
    r"сотқа дейінгі тергеп|тергеу мүддесі|жария (?:етіл|етуге|етпе)|шетел\w* агент"
    r"|инвестициялық ұсыны\w+ (?:емес|болып)"
)
_FORMULA = re.compile(f"{_ENGLISH}|{_RUSSIAN}|{_KAZAKH}", re.IGNORECASE | re.DOTALL)


def find_formulae(text: str) -> tuple[Span, ...]:
    """Character spans of the sentences of a text that are formulae, in order.

    >>> text = "The river rose. If you are affected, call the helpline on 116 123. It rains."
    >>> [text[start:stop] for start, stop in find_formulae(text)]
    ['If you are affected, call the helpline on 116 123.']
    """
    return tuple(one for one in split_sentences(text) if _is_formula(text[one.start : one.stop]))


def _is_formula(sentence: str) -> bool:
    if len(sentence) > _LONGEST:
        return False
    return _FORMULA.search(sentence) is not None or is_disclaimer(sentence)
