"""The author whom an original names to its readers alone, in a line above or below its text."""

from __future__ import annotations

import re
from itertools import chain, takewhile
from typing import TYPE_CHECKING

from reuse_guard.documents.model import Role
from reuse_guard.documents.roles.writers import after_by
from reuse_guard.expressions import expression
from reuse_guard.measure.people import authors_in
from reuse_guard.policy.duties import Part
from reuse_guard.text.endings import ends_clause

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reuse_guard.documents.model import Block, Document
    from reuse_guard.measure.credits import FoundCredit

_NEAR = 6  # blocks around the first of the text: a standfirst, a date, buttons to share
_BELOW = 4  # blocks from the last of the text on
_LINE = 80  # characters
_NAME = expression(r"[^\W\d_][^\W\d_.'\u2019-]*")
# What stands behind names: when it was written and the like.
_STAMP = expression(
    r"\s*(?:\n|[\u00b7\u2022|/\u2013\u2014]|\s-\s|\s(?:on|updated|published|posted)\s|,?\s*\d).*\Z",
    re.DOTALL | re.IGNORECASE,
)
_ALSO = r"(?:and|und|et|y|e|и|та|және)\s"
# What a name that a link is marked with stands behind, if not "by": a day, a section, another name.
_LEADS = expression(
    rf"(?:\A|[\d|/\u00b7\u2022,&]|\b{_ALSO}|(?:\d|\b(?:posted|published)\b[^.:;]*)\sby\s)[\W_]*\Z",
    re.IGNORECASE,
)
_AND = expression(rf"\A[\W_]*(?:{_ALSO}\s*)?", re.IGNORECASE)
_MORE = expression(rf"\s*(?:[,&/]|{_ALSO})", re.IGNORECASE)
# Labels beside those of `after_by`.
_LABEL = expression(
    r"(?:words|мәтін|мақала\s+авторы|авторы?\s+(?:статьи|текста|материала))\s*:", re.IGNORECASE
)
_WORDS = range(2, 5)  # of one name
_OF_OTHERS = frozenset({Role.RELATED, Role.COMMENT})


def credit_by_byline(seek: Callable[..., FoundCredit], original: Document) -> FoundCredit:
    """What was found of a credit, its author also one whom the original only shows.

    A line that begins with "by" may name another's author ("By popular demand"). So nobody is
    accused for it: where the candidate does not credit such a name, the author is as unknown as
    before.

    Args:
        seek: finds the credit, of the authors that it is given in place of the declared ones.
        original: whose author is sought.
    """
    found = seek()
    if found.missing or found.unknown != (Part.AUTHOR.value,):
        return found
    names = _shown_authors(original)
    again = seek(authors=names) if names else found
    return found if again.missing or again.perhaps else again


def _shown_authors(original: Document) -> tuple[str, ...]:
    """The names in lines with "by" that stand right above a text, else right below it.

    Also those that a link is marked with there (`rel="author"`): many systems show a name alone.
    """
    blocks = original.blocks
    body = [index for index, block in enumerate(blocks) if block.role.is_body] or [0]
    above = range(max(0, body[0] - _NEAR), min(body[0] + _NEAR, body[-1], len(blocks)))
    end = range(body[-1], min(body[-1] + _BELOW, len(blocks)))
    below = [*takewhile(lambda index: blocks[index].role not in _OF_OTHERS, end)]
    return _names_at(above, original) or _names_at(below, original)


def _names_at(places: Sequence[int], original: Document) -> tuple[str, ...]:
    places = [at for at in places if original.blocks[at].role is not Role.CAPTION]
    lines = _names_among(original.blocks[at] for at in places)
    marked = (
        _names_by(link.anchor, original.blocks[link.block].text)
        for link in original.links
        if link.anchor and "author" in link.rel and link.hidden is None and link.block in places
    )
    return tuple(dict.fromkeys((*lines, *chain.from_iterable(marked))))


def _names_by(anchor: str, line: str) -> tuple[str, ...]:
    """The names that a link in a line is marked with; none behind "Photos by", "Reviewed by".

    What else may stand before it says what its bearer did ("Camera", "Перевод:").
    """
    before, _, after = line.partition(anchor)
    said = before[-_LINE:] + anchor
    is_led = _LEADS.search(before[-_LINE:]) or _LABEL.fullmatch(before.strip())
    if not (is_led or after_by(said) == anchor) or not authors_in([said]).sure:
        return ()
    return _names(anchor + after[:_LINE] if _MORE.match(after) else anchor)


def _names_among(blocks: Iterable[Block]) -> tuple[str, ...]:
    shown = (block.text for block in blocks if block.hidden is None)
    return tuple(dict.fromkeys(chain.from_iterable(map(_names_in, shown))))


def _names_in(line: str) -> tuple[str, ...]:
    """The names of people behind "by", where a line holds nothing else but a day and the like."""
    if len(line) > _LINE or ends_clause(line):
        return ()
    label = _LABEL.match(line)
    return _names(line[label.end() :] if label else after_by(line))


def _names(said: str) -> tuple[str, ...]:
    """The names of people in what a page says of its author."""
    stamp = _STAMP.search(said)
    found = authors_in([said[: stamp.start()] if stamp else said])
    beside = authors_in([_AND.sub("", stamp[0])] if stamp else []).sure  # another, or a newspaper
    names = found.sure + found.perhaps
    return names if all(map(_is_name, names)) and not any(map(_is_name, beside)) else ()


def _is_name(name: str) -> bool:
    words = name.split()
    return len(words) in _WORDS and all(
        _NAME.match(word) and word[0] == word[0].upper() for word in words
    )
