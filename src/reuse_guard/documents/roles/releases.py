"""What a company says of itself below its press release: "About Steppe Energy", "О компании".

Whoever reports from a release leaves it out, and those who mark the bodies of articles do so or
not. So it may be body, but hardly is: in a release of 180 words it made 27% of two fifths.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reuse_guard.documents.roles.prose import HEADINGS, STRONG
from reuse_guard.expressions import expression
from reuse_guard.text.endings import ends_clause

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reuse_guard.documents.html_runs import RawBlock
    from reuse_guard.documents.roles.boxes import Boxes

_LINE: Final = 90  # characters of a heading
_BEGINNING: Final = 200  # of a paragraph that may have its heading in it
# In English, Russian and Kazakh: by a word for it, or in quotation marks, and its name.
_ABOUT_ONE: Final = expression(
    r"\W*(?i:about (?:us|(?:the |our )?(?:company|group|bank|fund|foundation|university|association"
    r"|organi[sz]ation))"
    r"|(?:(?:информация|справка) )?об?(?= [«\"“]| (?:нас|компании|группе|холдинге|банке|фонде"
    r"|университете|предприятии|ассоциации|организации|корпорации|заводе|тоо|ао|ооо)\b)"
    r"(?: [^\W\d_]+)?(?: компаний)?"
    r"|(?:[«\"“].{2,50}[»\"”]|біз|(?:.{2,50} )?(?:компания|топ|холдинг|банк|қор|университет"
    r"|қауымдастық|ұйым|корпорация|зауыт|бренд)(?:[ыі]|с[ыі])?) туралы)(?!\w)"
    r"(?: ?[«\"“(][^\n]{2,60}[»\"”)]|(?: [^\W_a-zа-яё][^\s.!?:]*){1,5})?\W*?(?:[:\n]|\Z)"
)
# Elsewhere by its name, with which the first sentence begins.
_ABOUT_NAME: Final = expression(
    r"\W*(?:about|über|à propos (?:de |d['’])|acerca de|sobre) (?:the )?([^.!?:\n]{2,50}?)"
    r"\W+(?:the )?\1(?!\w)",
    re.IGNORECASE,
)
_CONTACTS: Final = expression(
    r"\W*(?:(?:media|press) )?(?:contacts?|enquiries|inquiries)\b|\W*контакт|\W*байланыс",
    re.IGNORECASE,
)


def below_about(blocks: Sequence[RawBlock], boxes: Boxes, likely: Sequence[int]) -> Iterator[int]:
    """The last section of a text where it is of the company: its heading and what is below.

    A text with another section below, or less above than there, is of the company throughout.

    Args:
        blocks: of one page, in order.
        boxes: around them.
        likely: indices of those that seem to be body.
    """
    start = None
    for index in range(likely[-1], likely[0], -1) if likely else ():
        text = blocks[index].text
        is_heading = boxes.of[index].tag in HEADINGS or boxes.emphasis[index] in STRONG
        is_line = is_heading and len(text) < _LINE and not ends_clause(text.rstrip(" :"))
        below = blocks[index + 1].text if is_line and index + 1 < len(blocks) else ""
        if heads_about(text, below):
            start = index
        elif is_line and not _CONTACTS.match(text):
            break
    if start is None:
        return
    section = [index for index in likely if index >= start]
    if 2 * _letters(blocks, section) <= _letters(blocks, likely):
        yield from section


def heads_about(text: str, below: str = "") -> bool:
    """Whether a heading, or the beginning of a paragraph, announces what a company is.

    Args:
        text: of the heading, or of a paragraph that has it in its first words.
        below: the paragraph under the heading; empty where `text` is one.

    >>> heads_about("О компании «Степь»", "Основана в 2004 году."), heads_about("О компании: да.")
    (True, True)
    >>> heads_about("About Steppe Energy", "Steppe Energy runs eleven power stations.")
    True
    >>> heads_about("About the bridge", "It was built in 1958."), heads_about("About us all.")
    (False, False)
    """
    if below:
        text = f"{text.rstrip(' :')}\n{below}"
    text = text[:_BEGINNING]
    named = _ABOUT_NAME.match(text)
    is_named = named is not None and named[1] != named[1].lower()
    return is_named or _ABOUT_ONE.match(text) is not None


def _letters(blocks: Sequence[RawBlock], indices: Sequence[int]) -> int:
    return sum(len(blocks[index].text) for index in indices)
