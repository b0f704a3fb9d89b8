"""What a text says not to come from somebody: "We are not affiliated with the Courier".

Only known ways to say so are: "not" is part of names, titles and reservations ("No changes were
made by ..."), and what is no known denial credits.
"""

from __future__ import annotations

import re
from typing import Final

from reuse_guard.expressions import expression

_NOT: Final = r"(?:not|never|\w{1,9}n['\u2019]t)"
_NO: Final = rf"(?:{_NOT}|no|nothing|не|nicht|nichts|kein\w{{0,2}}|pas)"
# What is not so: a tie in up to four words behind "not", or where the text comes from right behind.
_TIE: Final = (
    r"(?:(?:affiliat|associat|connect|relat|endors|sponsor)(?:ed|ions?)\s+(?:with|to|by)\b"
    r"|to\s+do\s+with\b|связан\w*\s+со?\b|аффилирован\w*|сотруднича\w+"
    r"|име\w+\s+(?:\w{1,20}\s+)?(?:отношени|связ)\w+|verbunden\b|verbindung\w*|beziehung\w*"
    r"|(?:affilié|lié|associé)\w*\s+(?:à|aux?|avec)\b"
    r"|(?:afiliad|asociad|vinculad|relacionad)[oa]s?\s+(?:al?|con)\b|(?:relación|vínculo)\s+con\b)"
)
_KIND: Final = r"(?:text|story|article|report\w*|news|material|content|work)"
_MADE: Final = (
    r"(?:come|coming|taken|copied|written|produced|published|provided|supplied|made|originally)"
)
_WROTE: Final = r"(?:write|written|supply|supplied|provided?|produced?)"
_ORIGIN: Final = (
    rf"{_NOT}(?:\s+(?:an?|the|{_KIND}|{_MADE})){{0,4}}\s+(?:from|by|of)\b"
    r"|не(?:\s+(?:взят\w?|явля\w+|материал\w*|текст\w*)){0,2}\s+(?:из|от|у|с\s+сайта)\b"
    r"|не\s+(?:текст|материал|статья|(?:написан|подготовлен|предоставлен)[ао]?)\s"
    r"|nicht(?:\s+(?:geschrieben|produziert))?\s+(?:vo[nm]|aus)\b|pas\s+(?:écrit|publié)e?\s+par\b"
    r"|no\s+(?:es|proviene|procede)\s+del?\b"
)
# To the end of the clause, or to what is so: "not by us but by X". "Not by, or for, X" goes on.
_REST: Final = (
    r"(?:(?!\b(?:but|sondern|sino|mais)\b|\band\s+(?!the\b)(?-i:[a-z])|\s[-\u2013\u2014]\s)"
    r"(?:[^.!?;,|\n]|\.(?=\w)|,(?=\s+(?:n?or|или|oder)\b)|(?:(?<=by)|(?<=to)|(?<=with)),))*"
)
_DENIED: Final = expression(
    rf"(?<![\w-])(?:{_NO}(?:\s+(?!only\b|just\b)[\w-]{{1,20}}){{0,3}}?\s+{_TIE}|{_ORIGIN}"
    rf"|un(?:affiliated|related|connected)\s+(?:with|to)\b){_REST}",
    re.IGNORECASE,
)
# Names at the head of a clause that "did not write this story", small letters at most at their end,
# behind "we are not" or "kein Text von", up to the end of it.
_NAME: Final = r"(?-i:[A-ZÀ-ÞА-ЯЁӘҒҚҢӨҰҮҺІ_][^\s.!?:;,|]*)"
_DISOWNED: Final = expression(
    rf"(?:\A|[.!?;|\n])\s{{0,3}}(?:the\s+)?(?:{_NAME}\s+){{1,5}}(?:[^\W_]{{1,20}}\s+)?"
    rf"(?:(?:is|are|was|were)\s+not\s+{_TIE}\s+(?:us|our|this\s+(?:\w*site|page|{_KIND}))\b"
    rf"|(?:did|has|had)(?:\s+not|n['\u2019]t)\s+{_WROTE}\s+this\s+{_KIND}\b"
    r"|не\s+(?:связан\w*\s+со?|имеет\s+отношения\s+к)\s+(?:нам\w*|(?:наш|эт)\w+\s+\w+)"
    r"|не\s+(?:писал|готовил|предоставлял)\w*\s+эт\w+\s+(?:текст|стать|материал)\w*)"
    r"|\b(?:we\s+(?-i:are\s+not)|this\s+site\s+(?-i:is\s+not)|мы(?:\s+\u2014)?\s+(?-i:не))"
    rf"\s+(?:the\s+)?{_NAME}(?:\s+{_NAME}){{0,4}}(?=\s*(?:[.!?:;,|\n]|\Z))"
    r"|\bkein\s+(?:text|artikel|beitrag|bericht)\s+(?:vo[nm]|aus|des|der)\b[^.!?:;,|\n\u2013\u2014]*",
    re.IGNORECASE,
)
# In Kazakh and Turkish it comes last: «X-ке қатысы жоқ».
_LAST: Final = expression(
    r"\b(?:(?:қатысы|байланысы)\w*\s+(?:жоқ|емес)|(?<=[н_]\s)алынба\w+"
    r"|(?:bağlant\u0131l\u0131|bağl\u0131|ilgili|ilişkili|ait)\s+değil\w*"
    r"|(?:ilgi|ilişki|bağlant\u0131)\w*\s+yok\w*)",
    re.IGNORECASE,
)
_BEGINS: Final = expression(r".*[.!?;,|](?!\w)", re.DOTALL)
_LONGEST: Final = 300  # characters of a clause before such words
# Taken for one word of "_".
_QUOTED: Final = expression(r"[«\"\u201c\u201e][^»\"\u201d\u201c\n]{1,200}[»\"\u201d\u201c]")
_STOPS: Final = (".", "!", "?", ";", "|", ",", "(", "\n", "\u2013", "\u2014")


def without_denial(text: str) -> str:
    """A text with blanks for what it says that it does not come from, or is not tied to.

    >>> without_denial("Not from the Courier").strip()
    ''
    >>> without_denial("Not written by us but by the Courier").strip()
    'but by the Courier'
    >>> without_denial("No changes were made by the Courier.")
    'No changes were made by the Courier.'
    """
    outside = _QUOTED.sub(lambda quoted: "_" * len(quoted[0]), text)
    letters = list(text)
    for said in (*_DENIED.finditer(outside), *_DISOWNED.finditer(outside)):
        if not _is_name(said, outside):
            letters[said.start() : said.end()] = " " * len(said[0])
    for last in _LAST.finditer(outside):
        first = max(0, last.start() - _LONGEST)
        begins = _BEGINS.match(outside, first, last.start())
        start = begins.end() if begins else first
        letters[start : last.end()] = " " * (last.end() - start)
    return "".join(letters)


def _is_name(said: re.Match[str], text: str) -> bool:
    """Whether it begins with a capital within a clause: "Source: Not from Here"."""
    before = text[max(0, said.start() - 3) : said.start()].rstrip(" ")
    is_capital = said[0][0].isupper() and not said[0][1].isupper()
    return is_capital and bool(before) and not before.endswith(_STOPS)
