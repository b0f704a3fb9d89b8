"""Plain text as a document: the text unchanged, its paragraphs, the addresses written in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING

from reuse_guard.documents.furniture import find_furniture
from reuse_guard.documents.limits import DEFAULT_LIMITS, ReadLimits
from reuse_guard.documents.lines import Line, runs_of_lines, with_newlines
from reuse_guard.documents.mentions import as_url, find_addresses
from reuse_guard.documents.model import (
    Block,
    Document,
    Format,
    Link,
    LinkKind,
    Role,
    make_block,
)
from reuse_guard.documents.notices import is_reuse_notice
from reuse_guard.errors import ReadError
from reuse_guard.text.endings import ends_paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Editors and mail programs wrap at 65 to 80 characters; longer lines are paragraphs.
_LONGEST_WRAPPED_LINE = 100
_MOST_ENDED = 0.8
# A notice stands at an article's head or foot; looking for it everywhere would cost more than
# all the rest of the reading.
_FIRST, _LAST = 1, 3
_LONGEST_NOTICE = 400  # characters; longer ones hold words of the article in the texts looked at
_RUNS_OF_A_PAGE = 20_000  # no page has more parts; a text of more is no dump of one
_START = attrgetter("start")


def read_text(
    text: str,
    *,
    source: str,
    url: str | None,
    sha256: str,
    limits: ReadLimits = DEFAULT_LIMITS,
) -> Document:
    """Read plain text; `Document.text` is `text` itself, so offsets are the caller's.

    Raises:
        ReadError: there are more paragraphs than `limits` allows.
    """
    blocks = tuple(islice(_blocks(text), limits.paragraphs + 1))
    if len(blocks) > limits.paragraphs:
        problem = f"over {limits.paragraphs:,} paragraphs (paragraphs); give the article alone"
        raise ReadError(problem, source=source)
    return Document(
        source=source,
        format=Format.TEXT,
        sha256=sha256,
        text=text,
        blocks=blocks,
        links=tuple(_links(text, blocks)),
        url=url,
    )


def _blocks(text: str) -> Iterator[Block]:
    """Paragraphs, or the lines of page furniture; every character but white space is in one."""
    runs = list(runs_of_lines(with_newlines(text)))
    furniture = find_furniture(runs) if len(runs) <= _RUNS_OF_A_PAGE else {}
    first, last = (len(runs), 0) if furniture else (_FIRST, len(runs) - _LAST)
    paragraph = Role.PARAGRAPH
    for index, run in enumerate(runs):
        if index in furniture:
            yield from (_block(text, lines, role) for lines, role in furniture[index])
            continue
        may_be_notice = not first <= index < last
        for lines in _paragraphs(run):
            block = _block(text, lines, paragraph)
            yield _terms_or_text(block) if may_be_notice else block


def _block(text: str, lines: Sequence[Line], role: Role) -> Block:
    held, start, number = lines[0]
    if len(lines) == 1:
        return make_block(role, held, start, start + len(held), number, number)
    tail = lines[-1]
    return make_block(role, text[start : tail.stop], start, tail.stop, number, tail.number)


def _terms_or_text(block: Block) -> Block:
    """A notice only where nothing else is with it: plain text counts wholly in doubt."""
    is_notice = len(block.text) <= _LONGEST_NOTICE and is_reuse_notice(block.text)
    return replace(block, role=Role.NOTICE) if is_notice else block


def _paragraphs(run: list[Line]) -> Sequence[Sequence[Line]]:
    """One paragraph where the lines of a run are wrapped, else one a line."""
    if len(run) == 1 or _is_wrapped([line.text for line in run]):
        return (run,)
    return [(line,) for line in run]


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether line ends are only where the margin was: short lines, few of them ending a sentence.

    A wrapped line of prose ends a sentence by chance once in about ten; paragraphs nearly always.
    """
    total = sum(map(len, lines))
    if 2 * sum(len(line) for line in lines if len(line) > _LONGEST_WRAPPED_LINE) > total:
        return False
    ended = sum(map(ends_paragraph, lines))
    return ended < _MOST_ENDED * len(lines)


def _links(text: str, blocks: Sequence[Block]) -> Iterator[Link]:
    """Addresses written out; nothing in plain text is a hyperlink."""
    lines = with_newlines(text)
    line, counted = 1, 0
    for start, stop in find_addresses(text):
        line += lines.count("\n", counted, start)
        counted = start
        address = text[start:stop]
        yield Link(
            kind=LinkKind.MENTION,
            href=address,
            url=as_url(address),
            anchor=address,
            start=start,
            stop=stop,
            block=bisect_right(blocks, start, key=_START) - 1,
            line=line,
        )
