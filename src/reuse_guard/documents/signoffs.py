"""Lines that name the desk at the foot of an article: who reported, wrote and edited it.

They are bylines, though they stand last and end as sentences do, and whoever republishes an article
puts a line of his own in their place.
"""

from __future__ import annotations

import re
from typing import Final

_LONGEST: Final = 300  # characters; agencies name up to ten people
_FEWEST: Final = 2  # names; "He contributed to this report" is a sentence
_WORK = r"(?:reporting|writing|editing|edited|reported|written|compiled|translated|translation)"
_BEGINS = re.compile(
    rf"\W*(?:(?:additional |with (?:additional )?)?{_WORK}(?: and {_WORK})*(?: by|:)"
    r"|contributing:|contributors?:"
    r"|(?:материал |текст )?(?:подготовил|перев[её]л)(?:[аи])?:?|(?:дайындаған|аударған):?"
    # "Автор Гарри Поттера Джоан Роулинг" is a heading of an article.
    r"|(?:перевод|редакторы?|авторы?):)\s",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\bcontributed (?:(?:additional )?reporting|to this (?:report|article|story|review))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")
# What stands between names and is none.
_BETWEEN: Final = frozenset(
    """
    additional agencies agency also and article at by compiled contributed contributing
    contributor contributors correspondent correspondents de der edited editing editor editors
    for from in journalist journalists la report reported reporter reporters reporting reports
    review s staff story the this to translated translation van von with writer writers writing
    written
    и в для из перевел перевёл перевела перевели перевод подготовил подготовила подготовили
    редактор текст материал автор авторы және дайындаған аударған редакторы авторы
    """.split()  # noqa: SIM905 - a list of words
)


def is_signoff(text: str) -> bool:
    """Whether a text names those who made an article, and says nothing else.

    >>> is_signoff("(Reporting by Aigerim Sadykova in Semey; editing by Tom Orr)")
    True
    >>> is_signoff("Fox Hill News' Dana Lee contributed to this report.")
    True
    >>> is_signoff("Reporting by the paper led to an inquiry into the mayor.")
    False
    """
    if len(text) > _LONGEST or text.isupper():
        return False
    ends = "contr" in text.lower() and _ENDS.search(text)  # every block of a page is asked
    if not (ends or _BEGINS.match(text)):
        return False
    words = _WORD.findall(text)
    names = [word for word in words if word.lower() not in _BETWEEN]
    return len(names) >= _FEWEST and all(name[0].isupper() for name in names)
