"""Where a reader who counts sentences sees them begin, and where readers may count otherwise.

Quoted speech is no sentence of its own where the sentence around it goes on. Terms that ask for a
link in the first sentence are kept or broken by that, so what stays open is told.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from reuse_guard.expressions import expression
from reuse_guard.text.endings import ends_sentence
from reuse_guard.text.spans import Span, union

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MARK = expression(r"[«»„“”\"()\[\]「」『』]")
# What each mark closes; some open as well, where nothing is open that they could close.
_OPENERS: Final = {
    "»": "«",
    "«": "»",
    "”": "“„",
    "“": "„",
    '"': '"',
    ")": "(",
    "]": "[",
    "」": "「",
    "』": "『",
}
_ONLY_CLOSING: Final = "”)]」』"
_DEEPEST: Final = 8  # marks that are open at a time; more are strays
_DASHES: Final = "-\N{EN DASH}\N{EM DASH}"
_AROUND: Final = "'\"’“”»」』)]"
_SPOKEN = expression(rf"[,!?…]\s[{_DASHES}]\s")  # closes the speech of a line that a dash opens
# A short word of consonants alone ("Mt", "пгт"): hardly a word, and no name in capitals.
_VOWELLESS = expression(r"(?i:[b-df-hj-np-tv-xzбвгджзйклмнпрстфхцчшщқғңһ]{2,4})")
_SHORT: Final = 3  # letters of a word that may be one more abbreviation before a number
# Abbreviations with which a sentence may end as well: of a unit or a year, "etc.", of firms before
# a word that is hardly a title and a name ("Inc. Work begins"), of countries before one that mostly
# begins a sentence. Before a small letter none does.
_MAY_END = expression(
    r"(?:\b(?:etc|[ap]\.m|т\.\s?[бдп]|др|н\.\s?э|т\.с\.с|б\.з\.д)"
    r"|\d\s?(?:(?:тыс|млн|млрд|мың)\.?\s)?(?:гг?|руб|коп|км|кг|га|с?м|чел|мин|ж)"
    r"|\b(?:Inc|Ltd|Corp|Co)(?=\.\s[A-Z]\w*\s[a-z])|\bUU"
    r"|\b(?:U\.S|U\.K|Inc|Ltd|Corp|Co)"
    r"(?=\.\s(?:The|It|He|She|They|We|In|On|But|And|This|There|As)\b)"
    r")\.\s+"
)
_BEFORE: Final = '«“„"('
_DATELINE: Final = 3  # words of "NEW YORK, Nov. 10.", "АСТАНА. 10 ноября." before the text
_DAY: Final = 2  # digits of a day, as in "9. November"


class Begin(NamedTuple):
    """Where a sentence begins, and whether all readers would say so."""

    start: int
    is_sure: bool = True


def begins_in(text: str, sentences: Sequence[Span]) -> Iterator[Begin]:
    """Where sentences begin.

    >>> from reuse_guard.text.sentences import split_sentences
    >>> text = "“It held! We are safe,” he said. So says Yahoo! News."
    >>> [text[start:] for start, _ in begins_in(text, split_sentences(text))]
    ['“It held! We are safe,” he said. So says Yahoo! News.', 'So says Yahoo! News.', 'News.']

    Args:
        text: any.
        sentences: of it, as `split_sentences` cuts them.
    """
    perhaps = {one.end() for one in _MAY_END.finditer(text) if _is_upper(text, one.end())}
    starts = sorted(perhaps.union(start for start, _ in sentences))
    yield from (Begin(start) for start in starts[:1])
    quoted = _quoted(text) if len(starts) > 1 else []
    is_head = True
    for before, start in pairwise(starts):
        sentence = text[before:start].rstrip()
        is_head = is_head and _is_dateline(sentence)
        outer = quoted[bisect_left(quoted, (start,)) - 1] if quoted else Span(0, 0)
        if outer.start < start <= outer.stop:
            if not _goes_on(text, outer.stop):
                yield Begin(start, is_sure=False)
        elif any(map(str.isalpha, sentence)) and not (is_head and text[start] in _DASHES):
            is_open = is_head or start in perhaps or _may_go_on(sentence, text[start])
            yield Begin(start, is_sure=not is_open)


def _is_upper(text: str, start: int) -> bool:
    return text[start : start + 2].lstrip(_BEFORE)[:1].isupper()


def _is_dateline(sentence: str) -> bool:
    """Whether it may be a place and a day alone, before the text."""
    is_told = sentence.isupper() or any(map(str.isdigit, sentence))
    return is_told and sentence.count(" ") < _DATELINE


def _quoted(text: str) -> list[Span]:
    """What stands in quotes or brackets, the outer ones, each to the mark that closes it."""
    found, opened = [*_spoken(text)], list[re.Match[str]]()
    for mark in _MARK.finditer(text):
        openers = "" if _opens(text, mark) else _OPENERS.get(mark[0], "")
        near = islice(enumerate(reversed(opened), 1), _DEEPEST)
        depth = next((depth for depth, one in near if one[0] in openers), 0)
        if depth:
            found.append(Span(opened[-depth].start(), mark.start()))
            del opened[-depth:]
        elif mark[0] not in _ONLY_CLOSING:
            opened.append(mark)
    return list(union(found))


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Whether a straight mark, which looks the same on both sides, stands before its words."""
    return mark[0] == '"' and not text[: mark.start()][-1:].strip()


def _spoken(text: str) -> Iterator[Span]:
    """The speech of a line that a dash opens, to who says it."""
    if text[0] in _DASHES:
        ends = (one.start() for one in _SPOKEN.finditer(text) if text[one.end()].islower())
        yield from (Span(0, stop) for stop in islice(ends, 1))


def _goes_on(text: str, stop: int) -> bool:
    """Whether a sentence goes on behind the mark that closes what is quoted in it."""
    following = text[stop + 1 : stop + 40].lstrip(_AROUND + " \N{NO-BREAK SPACE}")[:1]
    return text[stop - 1] == "," or following.islower() or following in {*",;:", *_DASHES}


def _may_go_on(sentence: str, following: str) -> bool:
    """Whether something that ends like a sentence may go on.

    Args:
        sentence: what was taken for one.
        following: the letter or mark after it.
    """
    bare = sentence.rstrip(_AROUND)
    last = bare.split()[-1].strip(_AROUND + "«„(.!?…")
    is_alone = len(sentence.split(None, 1)) == 1 and sentence.upper() != sentence.lower()
    if is_alone or not ends_sentence(sentence):
        return True
    if bare[-1] != ".":
        return bare != sentence or (bare[-1] == "!" and last[:1].isupper())
    if last.isdigit():
        return len(last) <= _DAY
    is_short = last.islower() and len(last) <= _SHORT and following.isdigit()
    return is_short or (_VOWELLESS.fullmatch(last) is not None and not last.isupper())
