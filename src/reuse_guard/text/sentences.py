"""Where sentences begin and end: for positions of links, for reports, and for summaries.

Small rules for English, Russian and Kazakh, and usual abbreviations of other languages. Limits in
sentences and places of links count what is split here; `text.begins` tells what of it a reader may
count otherwise.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from reuse_guard.expressions import expression
from reuse_guard.text.endings import STOPS, ends_sentence
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    import re

# Words after which a full stop ends no sentence, when what follows is a name or a number.
_ABBREVIATIONS: Final = frozenset(
    """
    mr mrs ms dr prof st jr sr gen col lt maj capt sgt rev hon gov sen rep pres vs inc ltd co corp
    etc no vol fig dept est approx jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed
    thu fri sat sun e.g i.e u.s u.k a.m p.m mt ave blvd rd pp cf messrs
    г гг в вв ул пр просп пл д им тов проф акад доц ген полк обл р-н руб коп тыс млн млрд трлн чел
    см стр рис табл т.е т.д т.п т.к т.н и.о с п н.э др напр св кг км га
    пос пгт дер оз мкр наб ст гл разд зам зав нач пом респ корп кв ред гос янв февр авг сент окт
    нояб дек
    mme mlle sra srta dra ee uu nr bzw
    қ ж жж т.б т.с.с б.з.д көш облыс ауд шамамен
    """.split()  # noqa: SIM905 - a list of a hundred short words reads worse
)
# In small letters these are words, which end sentences: "She sat." "He said no."
_ALSO_WORDS: Final = frozenset({"no", "sat", "sun", "wed", "mar"})
_DASHES: Final = " -\N{EN DASH}\N{EM DASH}"  # before who says it: "It held!" - he said
_LAST_LETTER: Final = "я"  # the one small letter that is likely to end a sentence: "Это не я."
_UNSPACED: Final = "\u3002\uff01\uff1f\uff61\uff0e"  # no space follows them
_SPACED: Final = "".join(sorted(STOPS.difference(_UNSPACED)))
# Each run of marks or spaces is looked at from its first one alone: lines of dots are long.
_END = expression(
    rf"(?<![{_SPACED}])[{_SPACED}]++[\"'”’»)\]]*+(?=\s)|[{_UNSPACED}]+[”’\u300d\u300f]*"
    r"|(?<!\s)\s*[\n\v\f\r\x85\u2028\u2029]+"
)
_LAST_WORD = expression(r"[\w.\-]*\Z")


def split_sentences(text: str) -> tuple[Span, ...]:
    """Character spans of the sentences of a text, without the white space around them.

    A line break ends a sentence. Every character that is not white space is in exactly one span.

    >>> text = "Mr. Smith left. He paid 3.5 mln tenge! Why?"
    >>> [text[a:b] for a, b in split_sentences(text)]
    ['Mr. Smith left.', 'He paid 3.5 mln tenge!', 'Why?']
    """
    cuts = [0, *(match.end() for match in _END.finditer(text) if _ends(text, match)), len(text)]
    return tuple(
        stripped
        for start, stop in itertools.pairwise(cuts)
        if (stripped := _strip(text, start, stop)).size > 0
    )


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether a mark ends a sentence: not after an abbreviation, nor before a small letter."""
    mark = match[0]
    following = text[match.end() : match.end() + 40].lstrip()
    if mark.isspace():
        is_broken = following[:1].islower() and not ends_sentence(text[: match.start()][-40:])
        return not (is_broken and len(mark.splitlines()) == 1)
    if following.lstrip(_DASHES)[:1].islower() and mark[0] not in _UNSPACED:
        return False
    return mark[0] != "." or mark[1:2] == "." or not _is_shortened(text, match.start(), following)


def _is_shortened(text: str, stop: int, following: str) -> bool:
    """Whether what stands before a full stop is an initial or an abbreviation."""
    word = _last_word(text, stop)
    if len(word) == 1:
        return word.isupper() or (word.islower() and word != _LAST_LETTER)
    if word in _ALSO_WORDS and not following[:1].isdigit():
        return False
    return word.lower() in _ABBREVIATIONS


def _last_word(text: str, stop: int) -> str:
    match = _LAST_WORD.search(text, max(0, stop - 20), stop)
    return match[0].lstrip(".-") if match else ""


def _strip(text: str, start: int, stop: int) -> Span:
    piece = text[start:stop]
    return Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))
