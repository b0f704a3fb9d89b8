"""What of a text credits somebody for it: an article that speaks of its own paper does not.

"She told the Courier" stands in the copy because it stands in the article. Copied text credits
where it says who reports it, "передает «Курьер»" or "ASTANA (Courier) -", where it says whose it
is, "This story was produced by the Courier", and where it is a line by itself. Where it has the
words and not the form of that ("By Tuesday the Courier had counted") it takes a person to tell.
A line that credits a picture credits no text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import partial
from typing import TYPE_CHECKING, Final

from reuse_guard.documents.model import Role
from reuse_guard.expressions import expression
from reuse_guard.measure.denials import without_denial
from reuse_guard.measure.pictured import (
    BEFORE_PICTURE,
    MAY_BE_OF_TEXT,
    OF_TEXT,
    PICTURE,
    SAYS_TEXT,
    UNSURE,
)
from reuse_guard.text.endings import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reuse_guard.documents.model import Block
    from reuse_guard.measure.beside import Beside
    from reuse_guard.text.spans import Span

MOST_IN_A_LINE: Final = 12  # words: such a block without a stop is a line, whoever wrote it first
_REACH: Final = 4  # words before and behind one that may credit
_MAY_REPORT: Final = expression(
    r"©|sources?|via|copyright|courtesy|reports|writes|published|appeared|according"
    r"|источник\w*|сообща[ею]т|переда[её]т|передают|пиш[еу]т|информирует|данным|информации|ссылкой"
    r"|дереккөз\w*|хабарла\w+|жазады|жазды|сілтеме\w*|ақпаратынша|мәліметінше"
)
_OUTLET: Final = (
    r"(?:корреспондент\w*|издани[еяю]|агентств\w{1,2}|газет[аыу]|портал\w{0,2}|журнал\w{0,2}"
    r"|редакци\w{1,2}|сайт\w{0,2}|телеканал\w{0,2}|тілшісі|газеті|басылымы|агенттігі)"
)
_RU_VERBS: Final = r"(?:сообща[ею]т|переда[её]т|передают|пиш[еу]т|информирует)"
_KK_VERBS: Final = r"(?:хабарлады|хабарлайды|жазды|жазады)"
# Words with a name right behind them, and with one right before.
_AHEAD: Final = expression(
    r"(?:©|\b(?:sources?|источник\w*|дереккөз\w*)\s?[:\u2013\u2014-]"
    rf"|\b(?:via|copyright|reports|reported\s+by|writes|according\s+to|{_RU_VERBS}|{_KK_VERBS}"
    r"|по\s+(?:информации|данным)|ссылкой\s+на)\b)\s*",
    re.IGNORECASE,
)
_BACK: Final = expression(
    rf"(?<=\s)(?:reports|writes|{_RU_VERBS}|{_KK_VERBS}|ақпаратынша|мәліметінше|хабарлауынша"
    r"|(?:ақпараты|мәліметі|деректері)\s+бойынша)\b",
    re.IGNORECASE,
)
# "сообщает собственный корреспондент международного агентства «Курьер»"
_OUTLET_REPORTS: Final = expression(
    rf"\b{_RU_VERBS}(?P<name>(?:[^.!?,;\n«\"\u201c]|\.(?=\w)){{1,120}}?\b{_OUTLET}\b"
    r"(?:[^.!?,;\n«\"\u201c]|\.(?=\w)){0,60}(?:[«\"\u201c][^»\"\u201d\n]{1,60})?)",
    re.IGNORECASE,
)
_ARTICLE: Final = r"(?:story|article|text|report|piece|post|column|essay|interview|commentary)"
_MADE: Final = r"(?:written|produced|(?:re)?published|posted|reported|reprinted|ran|appeared)"
# "This story was first produced by the Courier", "Originally posted on the Courier"
_WHOSE: Final = expression(
    rf"(?i:\bthis\s+{_ARTICLE}\s+(?:(?:was|is|has|been)\s+)*(?:(?:\w+ly|first)\s+)?{_MADE}"
    rf"|\bthis\s+is\s+an?\s+{_ARTICLE}|(?:^|[.!?]\s+)(?:(?:originally|first)\s+)?{_MADE})"
    r"\s+(?:by|in|on|at|from|for|with|of)\s+"
    r"(?P<name>(?:(?!(?:and|but)\s+(?!the\b)[a-z])[^\s,;]*[^\s,;.!?]\s+){0,8}[^\s,;]+)"
)
# What speaks of the text and tells in other words whose it is, or something else.
_OF_ITSELF: Final = expression(
    rf"\b(?:this\s+{_ARTICLE}|(?:эт(?:а|от?)|данн(?:ая|ый))\s+(?:статья|текст|материал)"
    r"|(?:статья|текст|материал)\s+(?=(?:под\w*готовлен|опубликован|написан|предоставлен|взят)а?\b)"
    r"|бұл(?=(?:\s\S+){1,4}\s(?:мақала|мәтін|материал))|бұл\s+(?:мақала|мәтін|материал)"
    r"|is\s+an?\s(?:[\w-]+\s){0,3}?(?:reporter|writer|correspondent|journalist|editor|columnist))\b",
    re.IGNORECASE,
)
_DATELINE: Final = expression(
    r"\s*(?P<head>[^\n]{0,80}?(?P<name>(?:\S{1,40}\s{1,3}){0,3}\S{1,40}))\s?[\u2013\u2014-]\s+"
    r"(?=(?:(?P<behind>(?:[^.!?\n]|\.(?=\w)){1,40})\.\s)?)(?P<next>\S?)"
)
_LINE: Final = 150  # characters of a line, and of a short sentence
# "J. Smith", "courier.kz", "Fot. J. Smith"
_PART: Final = expression(r"(?:[^.;|\n]|\.(?=\w)|(?<=\b[^\W\d_])\.|(?<=\b[Ff]ot)\.)+")
# "The Courier is a newspaper of the steppe": what publishers say of themselves, above or below.
_ABOUT: Final = expression(
    r"\s*(?P<name>(?:\S{1,40}\s{1,3}){1,4}?)is (?:an?|the)\b"
    r"(?P<paper>\s+(?:[\w-]+\s+){0,6}?(?:news\w*|magazine|weekly|daily|agency|outlet"
    r"|publication|publisher|journal|website|network|station|service|nonprofit|broadcaster)\b)?"
)
# "By Asel Nurlan, The Courier. The ferry ...", "... said. Asel Nurlan, The Courier": lines that a
# paragraph of plain text has run into.
_BYLINE: Final = expression(
    r"\s*(?P<name>(?:by|авторы?|текст|мәтін)\b(?P<names>(?:\b[^\W\d_]\.|[^.!?|\n]){1,80}))"
    r"(?P<stop>[.!?|\n]|$)?",
    re.IGNORECASE,
)
_TAIL: Final = expression(r"[.!?\u2026][»\"\u201d)]?\s+(?P<name>[^.!?\u2026\n]{1,60})$")
_STOP: Final = expression(r"[.!?](?=\s|$)")
_TOKEN: Final = expression(r"\S+")
# Words, and what stands in marks of quotation or brackets as one.
_WORD: Final = expression(
    r"[«\"\u201c\u201e][^»\"\u201d\n]{1,60}[»\"\u201d]\S*|[(/][^()/\n]{1,60}[)/]\S*|\S+"
)
_BETWEEN: Final = frozenset({"the", "and", "of", "for", "with", "in", "и", "для", "және", "мен"})
_LOWER_OUTLET: Final = expression(_OUTLET)
# Whom something is told: "пишет «Степному курьеру»", "«Дала шабарманына» хабарлады".
_TOLD: Final = expression(r"[ое]му\b|(?:[ыі]н[ае]|[ғқ]а|[гк]е)\b")
_REFERRING: Final = "сілтеме"  # "хабарлайды «Дала» министрлікке сілтеме жасап": nobody is told
_LONGEST_SENTENCE: Final = 300  # characters behind "this story" that may say whose it is
_MOST_OF_A_NAME: Final = 100  # characters in which a name is sought beside such a word


def without_picture(text: str, *, perhaps: bool = False) -> str:
    """A text without the credit of a picture that it begins with, or that a line has.

    Args:
        text: of a block.
        perhaps: with what may as well be a name: "Video News" is a paper, or News who filmed.

    >>> without_picture("Photo: The Courier"), without_picture("Photo and text: The Courier")
    ('', 'Photo and text: The Courier')
    >>> without_picture("Photo: Ivan Petrov, text: The Courier")
    ', text: The Courier'
    """
    first = PICTURE.match(text)
    if len(text) > _LINE and not (first and first["mark"]):
        return text
    unpictured = partial(_unpictured, perhaps=perhaps)
    return _PART.sub(unpictured, text, count=1 if len(text) > _LINE else 0)


def _unpictured(part: re.Match[str], *, perhaps: bool) -> str:
    """A part of a line without what it says of a picture alone: "Text, photo: ..." is of both."""
    line = part[0]
    said = PICTURE.search(line)
    if said is None or BEFORE_PICTURE.search(line, 0, said.start()):
        return line
    rest = OF_TEXT.search(line, said.end())
    stop = rest.end() if rest else len(line)
    names = line[said.end() : stop]
    if not said["mark"] and (
        not names or not _are_names(names) or (said["abroad"] and names[:1].islower())
    ):
        return line
    if perhaps:
        unknown = MAY_BE_OF_TEXT.finditer(line, said.end(), stop)
        kept = (one.end() for one in unknown if not (one["word"] and _is_of_names(one["word"])))
        stop = next(kept, stop)
    if perhaps and said["abroad"]:
        if UNSURE.search(line, 0, said.end()):
            return line
        return line[: said.end()] + line[stop:]  # who is called Bild is named by "Bild: X"
    may_be_name = perhaps or (said["before"] and said["image"].istitle())  # "Daily Video News"
    if not said["mark"] and not said["behind"] and may_be_name:
        return line
    return line[: said.start()] + line[stop:]


def own_text(
    block: Block,
    copied: Sequence[Span],
    *,
    beside: Beside | None = None,
    denies: bool = False,
    perhaps: bool = False,
) -> str:
    """The text of a block of the candidate, without what is copied and credits nobody.

    Args:
        block: of the candidate.
        copied: characters of the candidate's text that come from the original, in runs one behind
            another.
        beside: what stands beside the text; None for all is text.
        denies: what is sought says itself where the text does not come from.
        perhaps: with what is copied, or stands beside the text in words of no known meaning or in a
            denial, and may credit somebody, in the eyes of a person.
    """
    text = block.text if perhaps or denies else without_denial(block.text)
    if not perhaps and beside and beside.has(block) and not _tells_of_text(block):
        return ""
    if len(text.split()) <= MOST_IN_A_LINE and not ends_sentence(text):
        return without_picture(text, perhaps=perhaps)
    letters = list(text)
    first = bisect_right(copied, block.start, key=lambda run: run.stop)
    after = bisect_right(copied, block.stop, key=lambda run: run.start)
    for run in copied[first:after]:
        start, stop = max(run.start - block.start, 0), min(run.stop - block.start, len(text))
        letters[start : max(start, stop)] = " " * (stop - start)
    for start, stop in (*_crediting(text), *(_perhaps_crediting(text) if perhaps else ())):
        letters[start:stop] = text[start:stop]
    return without_picture("".join(letters), perhaps=perhaps)


def own_text_for(
    template: str, copied: Sequence[Span], beside: Beside | None
) -> partial[str] | None:
    """`own_text` as what a template asks for is sought in it; None where that credits a picture."""
    if without_picture(template) != template:
        return None
    denies = without_denial(template) != template
    return partial(own_text, copied=copied, beside=beside, denies=denies)


def _tells_of_text(block: Block) -> bool:
    """Whether what stands beside a text says where that comes from.

    A mark of copyright does not under a picture.
    """
    text = block.text
    cues = (SAYS_TEXT, _BACK, _OUTLET_REPORTS, _WHOSE, _OF_ITSELF)
    about = _ABOUT.match(text)  # below a logo, mostly
    if (about and about["paper"]) or any(cue.search(text) for cue in cues):
        return True
    return any(
        block.role is not Role.CAPTION or not cue[0].lower().startswith(("©", "copyright"))
        for cue in _AHEAD.finditer(text)
    )


def _crediting(text: str) -> Iterator[tuple[int, int]]:
    """Where the text says who reports it, or whose it is, as characters."""
    for whole in (*_WHOSE.finditer(text), *_OUTLET_REPORTS.finditer(text)):
        yield whole.span("name")
    for cue in _AHEAD.finditer(text):
        yield cue.end(), cue.end() + _names_ahead(text[cue.end() : cue.end() + _MOST_OF_A_NAME])
    for cue in _BACK.finditer(text):
        before = text[max(0, cue.start() - _MOST_OF_A_NAME) : cue.start()]
        yield cue.start() - _names_back(before), cue.start()
    yield from _at_edges(text)


def _at_edges(text: str) -> Iterator[tuple[int, int]]:
    """Datelines, bylines and what publishers say of themselves, as characters."""
    head, about, byline = (one.match(text) for one in (_DATELINE, _ABOUT, _BYLINE))
    if head and not head["next"].islower() and _are_names(head["head"]):
        yield head.span("name")
        if head["behind"] and _are_names(head["behind"]):  # "АЛМАТЫ, 3 ноя - Степной курьер. ..."
            yield head.span("behind")
    if about and about["paper"]:
        yield about.span("name")
    if byline and byline["stop"] is not None and _are_names(byline["names"]):
        yield byline.span("name")
    tail = _TAIL.search(text)
    if tail and _are_names(tail["name"]):
        yield tail.span("name")


def _is_of_names(word: str) -> bool:
    """Whether a word may be one of a name, or stand between or before names."""
    first = word.lstrip("'\u2018([/@:\u2013\u2014-|&")[:1]
    return (
        not first.islower()
        or word in _BETWEEN
        or _LOWER_OUTLET.fullmatch(word.rstrip(",")) is not None
    )


def _are_names(text: str) -> bool:
    """Whether a text has names, places and days alone: "ALMATY, 3 июня (Степной курьер)".

    The last word may be in small letters, as in Степной курьер, and so may be a month's name.
    """
    words = _WORD.findall(text)
    return all(
        _is_of_names(word) or before[-1:].isdigit()
        for before, word in zip(["", *words], words[:-1], strict=False)
    )


def _names_ahead(text: str) -> int:
    """How many characters of names a text begins with, and of a word behind them."""
    stop = 0
    for word in _WORD.finditer(text):
        if not stop and word[0] in _BETWEEN - {"the"}:
            return 0
        if not _is_of_names(word[0]):
            is_told = _TOLD.search(text[:stop]) and not word[0].startswith(_REFERRING)
            return word.end() if stop and not is_told else 0
        stop = word.end()
        if word[0].endswith((".", "!", "?", ",", ";", ":")):
            break
    return 0 if _TOLD.search(text[:stop]) else stop


def _names_back(text: str) -> int:
    """How many characters of names a text ends with."""
    start = len(text)
    for word in reversed([*_WORD.finditer(text)]):
        if not _is_of_names(word[0]) or word[0].endswith((".", "!", "?", ",", ";", ":")):
            break
        start = word.start()
    return 0 if _TOLD.search(text[start:]) else len(text) - start


def _perhaps_crediting(text: str) -> Iterator[tuple[int, int]]:
    """Where the text has words of that, whatever they say, as characters."""
    edges = (*(head.match(text) for head in (_DATELINE, _ABOUT, _BYLINE)), _TAIL.search(text))
    yield from (edge.span("name") for edge in edges if edge is not None)
    for itself in _OF_ITSELF.finditer(text):
        end = min(itself.end() + _LONGEST_SENTENCE, len(text))
        stop = _STOP.search(text, itself.end(), end)
        yield itself.end(), stop.start() if stop else end
    tokens = [*_TOKEN.finditer(text)]
    words = [token[0] for token in tokens]
    for index, word in enumerate(words):
        if _MAY_REPORT.fullmatch(word.strip("«»\"'(),.:;\u201c\u201d").lower()):
            first, last = _sentence_around(words, index)
            yield tokens[first].start(), tokens[last].end()


def _sentence_around(words: list[str], index: int) -> tuple[int, int]:
    """The first and the last of the words near one that stand in its sentence."""
    first = last = index
    while first > 0 and index - first < _REACH and not words[first - 1].endswith((".", "!", "?")):
        first -= 1
    while last + 1 < len(words) and last - index < _REACH and not words[last].endswith((".", "!")):
        last += 1
    return first, last
