"""Page furniture by its words: menus, shares, trails, date lines.

On a page such a line is no body, wherever it stands. Plain text marks nothing, so there nothing is
taken for furniture unless the whole text gives itself away as a page's dump: at least two kinds of
lines that no article has, beside real sentences. Then those lines, and unpunctuated lines in a run
made mostly of them, are not body.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING

from reuse_guard.documents.calls import is_call
from reuse_guard.documents.model import Role
from reuse_guard.documents.pointers import Pointer, pointer_of
from reuse_guard.expressions import expression
from reuse_guard.text.endings import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reuse_guard.documents.lines import Line

LONGEST_LINE = 160  # characters; a row of share buttons is the longest piece of furniture
_KINDS_OF_A_PAGE = 2
_WORDS_OF_PROSE = 8
_WORDS_OF_A_HEADLINE = 30
_WORDS_OF_A_CREDIT = 5
_LONGEST_MEAN_LINE = 55  # characters


class Kind(Enum):
    """What a line of furniture is."""

    SHARES = auto()
    TRAIL = auto()
    STAMP = auto()
    READING_TIME = auto()
    LOGO = auto()
    MENU = auto()
    RELATED = auto()
    CREDIT = auto()
    LEGAL = auto()
    CALL = auto()
    TOPICS = auto()


_ROLES = {
    Kind.STAMP: Role.BYLINE,
    Kind.READING_TIME: Role.BYLINE,
    Kind.RELATED: Role.RELATED,
    Kind.CREDIT: Role.CAPTION,
    Kind.LEGAL: Role.OTHER,
    Kind.CALL: Role.OTHER,
}

# All are for lines in small letters: that takes a third of the time of `re.IGNORECASE`.
_NETWORK = (
    "facebook|instagram|tik-?tok|twitter|telegram|you-?tube|whats-?app|linkedin|pinterest|viber|"
    "vk|vkontakte|вконтакте|фейсбук|телеграм|одноклассники|threads|reddit|rss|x"
)
_BUTTON = (
    "share|tweet|print|copy|link|email|e-mail|icon|logo|follow|us|on|via|subscribe|"
    "поделиться|печать|скопировать|ссылку|бөлісу|иконка|подписаться"
)
_SHARES = expression(rf"\W*(?:(?:{_NETWORK}|{_BUTTON})\W+)*(?:{_NETWORK}|{_BUTTON})\W*")
_NETWORK_NAME = expression(rf"(?<![^\W_])(?:icon)?(?:{_NETWORK})(?![^\W_])|icon(?=[a-z])")
_NETWORKS_OF_A_ROW = 3

_HOME = r"(?:home|home ?page|main|main page|start|главная|главная страница|басты бет|басты)"
_TRAIL = expression(
    rf"\W*(?:1[.)]\s*)?{_HOME}\s*(?:[/>|\u00bb\u203a\u2192\u2022]\s*\S.{{0,150}})?\Z"
)

_MONTH = (
    "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|"
    "янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|"
    "қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан"
)
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTH})\w*\.?,?\s+\d{{4}}"
    rf"|(?:{_MONTH})\w*\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    rf"|\d{{4}}\s+жылғы\s+\d{{1,2}}\s+(?:{_MONTH})\w*"
    r"|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d\d-\d\d)"
)
_CLOCK = r"\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s+\(?[a-z]{2,5}\)?)?"
_PLACE = r"[^\W\d_][\w'-]*(?:,?\s+[^\W\d_][\w'-]*){0,4}"
_STAMP = expression(
    r"(?=\D*+(?:\d{1,3}+\D++)*+\d{4})"  # most lines have no digit, nor a year
    rf"(?:(?:published|updated|posted|опубликовано|обновлено|жарияланды)\W*)?"
    rf"(?:{_PLACE}\s*[,\u2022|/\u2013\u2014-]\s*)?"
    rf"(?:{_DAY}(?:\s*г(?:ода|\.)?)?\s*(?:[,\u2022|/\u2013\u2014-]|at|в|сағат)?\s*{_CLOCK}"
    rf"|{_CLOCK}\s*[,\u2022|/\u2013\u2014-]\s*{_DAY})\W*\Z",
)
_READING_TIME = expression(
    r"(?:(?:reading time|время чтения|оқу уақыты)\W*\d{1,3}\s*(?:min|мин)\w*"
    r"|\d{1,3}[\s-]*(?:min|мин)\w*\.?\s+(?:read|to read|чтения|оқу\w*))\W*\Z",
)
_LOGO = expression(r"(?:[^\W_]\S*\s+){1,3}(?:logo|icon|логотип|иконка)\Z")
_MENU = expression(
    r"\W*(?:skip to (?:main )?content|(?:sign|log) ?in|subscribe(?: now)?|newsletter|"
    r"advert(?:isement)?s?|(?:back )?to top|read more|show more|continue reading(?: below)?|"
    r"share this (?:article|story|page)|sharing is caring|leave a comment|trending|don['’]t miss|"
    r"comments|menu|search|реклама|поиск|меню|войти|подписаться|комментарии|наверх|"
    r"(?:this|the) (?:slideshow|video|content|page) requires javascript|"
    r"поделиться(?: статьей| новостью)?|іздеу|мәзір|пікірлер|жарнама)\W*(?:\(?\d+\)?)?\Z",
)
_CREDIT = expression(
    r"\W*(?:photos?|image|picture|фото|сурет)(?: credit)?\s*:\s*\S.*\Z"
    r"|(?=[^/]*/)(?:.*\w/(?:getty(?: images)?|shutterstock|alamy)\W*\Z"  # they have pictures alone
    # A name before the agency, and no sentence: "..., officials said. AP/AFP" is an article's.
    r"|(?:(?:\w\.|[^\s.!?\u2026]+)\s+){0,6}\S*\w/(?:reuters|afp|epa|тасс|риа новости)\W*\Z)",
    re.S,
)
# "Copyright holders sued the company" and "(c) the third of four points" are an article's.
_LEGAL = expression(
    r"\W*(?:\u00a9|copyright\W*\u00a9|(?:\(c\)|copyright)\W*(?:\(c\)\W*)?(?:19|20)\d\d"
    r"|(?:all rights reserved|все права защищены)\W*\Z).*",
)
# Whose the opinions of an article are; what other opinions differ from is an article's.
_DISCLAIMER = expression(
    r"\W*(?:disclaimer\W+)?(?:(?:the|any|all) )?(?:views|opinions)\b"
    r"(?=.*\bexpressed\b)(?=.*\b(?:author|writer|contributor|columnist)s?\b)"
    r"(?=.*\b(?:own|alone|solely|necessarily|(?:are|is) (?:those|that) of)\b).*"
    r"|\W*(?:(?:личное )?мнени[ея]|точка зрения|позиция|взгляды)\b(?=.*\bавтор)(?=.*\bредакци)"
    r"(?=.*\b(?:совпада|отража|раздел)\w+).*"
    r"|\W*(?=автор|редакция)(?=.*\bавтор)(?=.*\bредакция)(?=.*\b(?:пікір|көзқарас))"
    r"(?=.*\b(?:сәйкес\b|жауап(?:ты)?\b|бөлісе)).*",
    re.S,
)

_PATTERNS = (
    (_READING_TIME, Kind.READING_TIME),
    (_STAMP, Kind.STAMP),
    (_TRAIL, Kind.TRAIL),
    (_LOGO, Kind.LOGO),
    (_SHARES, Kind.SHARES),
    (_MENU, Kind.MENU),
    (_CREDIT, Kind.CREDIT),
    (_LEGAL, Kind.LEGAL),
    (_DISCLAIMER, Kind.LEGAL),
)
_POINTING = {
    Pointer.OTHERS: Kind.RELATED,
    Pointer.TOPICS: Kind.TOPICS,
    Pointer.ELSEWHERE: Kind.MENU,
}


_Piece = tuple[list["Line"], Role]


def kind_of(line: str) -> Kind | None:
    """What kind of furniture a line is by itself, or None.

    >>> kind_of("Astana, Kazakhstan • 01 March, 2023 | 16:25"), kind_of("The river fell.")
    (<Kind.STAMP: 3>, None)
    """
    line = line.strip().lower().replace("i\u0307", "i")  # of a capital i with a dot
    return _kind_of_short(line) if 0 < len(line) <= LONGEST_LINE else None


@lru_cache(maxsize=4096)  # a line is asked about twice, and pages of one site share their lines
def _kind_of_short(line: str) -> Kind | None:
    for pattern, kind in _PATTERNS:
        if pattern.fullmatch(line):
            return kind
    pointer = pointer_of(line)
    if pointer is not None:
        return _POINTING[pointer]
    if is_call(line):
        return Kind.CALL
    if ends_sentence(line):
        return None
    row = _NETWORK_NAME.findall(line)
    # "Facebook Example iconInstagram Example icon": names and icons, not a sentence on them.
    is_row = len(row) >= _NETWORKS_OF_A_ROW and 3 * len(row) >= len(line.split())
    return Kind.SHARES if is_row else None


def heads_related(line: str) -> bool:
    """Whether a line is one that stands above other articles: "Read also".

    >>> heads_related("Read also:"), heads_related("Read also and often.")
    (True, False)
    """
    return pointer_of(line) is Pointer.OTHERS and kind_of(line) is Kind.RELATED


def is_disclaimer(line: str) -> bool:
    """Whether a line says whose the opinions of an article are.

    >>> is_disclaimer("Мнение автора может не совпадать с позицией редакции.")
    True
    """
    return len(line) <= LONGEST_LINE and _DISCLAIMER.fullmatch(line.lower()) is not None


def is_furniture(text: str) -> bool:
    """Whether a block of a page is such a line, and no sentence that begins like one.

    >>> is_furniture("Photo: Reuters."), is_furniture("Photo: it shows the minister and his dog.")
    (True, False)
    """
    kind = kind_of(text)
    if kind in (Kind.CREDIT, Kind.RELATED, Kind.TOPICS) and ends_sentence(text):
        return len(text.split(None, _WORDS_OF_A_CREDIT)) <= _WORDS_OF_A_CREDIT
    return kind is not None


def find_furniture(runs: Sequence[list[Line]]) -> dict[int, list[_Piece]]:
    """The runs that are not, or not wholly, the article's, cut into lines with roles.

    Args:
        runs: the lines of a text, those between blank lines together.

    Returns:
        By the indices of the runs; nothing at all unless the text is a page's dump.
    """
    kinds = {
        index: found
        for index, run in enumerate(runs)
        # Most are one long line, which is soon told.
        if (len(run) > 1 or len(run[0].text) <= LONGEST_LINE) and (found := _kinds(run))
    }
    distinct = {
        kind
        for found in kinds.values()
        for line, kind in found
        # One word by itself ("Home", "Print") may stand in any list of words.
        if kind and not line.text.isalpha()
    }
    if len(distinct) < _KINDS_OF_A_PAGE:
        return {}
    prose = next((i for i, run in enumerate(runs) if i not in kinds and _is_prose(run)), None)
    if prose is None:
        return {}
    marked = {index: _labelled(found) for index, found in kinds.items()}
    for index in range(prose):
        if index not in marked and _may_be_headline(runs[index]):
            marked[index] = [(runs[index], Role.HEADLINE)]
            break
    return marked


def _kinds(run: list[Line]) -> list[tuple[Line, Kind | None]]:
    """What each line of a run is; empty where none is furniture.

    Wrapped prose has lines of 60 characters and more, so most texts are not looked at closely.
    """
    size = run[-1].stop - run[0].start
    if size > (LONGEST_LINE if len(run) == 1 else _LONGEST_MEAN_LINE * len(run)):
        return []
    found = [(line, kind_of(line.text)) for line in run]
    return found if any(kind for _, kind in found) else []


def _labelled(found: list[tuple[Line, Kind | None]]) -> list[_Piece]:
    """Roles of a run's lines; where half are furniture, unended others are menu entries."""
    mostly = 2 * sum(1 for _, kind in found if kind) >= len(found)
    pieces: list[_Piece] = []
    for line, kind in found:
        menu = kind is not None or (mostly and not ends_sentence(line.text))
        role = Role.NAVIGATION if menu else Role.PARAGRAPH
        pieces.append(([line], _ROLES.get(kind, role) if kind else role))
    return pieces


def _is_prose(run: list[Line]) -> bool:
    """Whether a run is at least a sentence."""
    if not ends_sentence(run[-1].text):
        return False
    words = 0
    for line in run:
        words += len(line.text.split(None, _WORDS_OF_PROSE))
        if words > _WORDS_OF_PROSE:
            return True
    return False


def _may_be_headline(run: list[Line]) -> bool:
    """Whether a run reads like a headline: one short line, not ended."""
    if len(run) > 1 or ends_sentence(run[0].text):
        return False
    return 1 < len(run[0].text.split()) <= _WORDS_OF_A_HEADLINE
