"""Which blocks of a page are notices, and the terms that these state."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from reuse_guard.documents.model import Role
from reuse_guard.documents.notices import keeps_rights
from reuse_guard.expressions import expression
from reuse_guard.text.sentences import split_sentences
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from reuse_guard.documents.model import Block, Document
    from reuse_guard.notices.terms import Term

FOOT_BLOCKS = 3  # paragraphs at the end of an article among which a notice may stand
MAX_FOOT_CHARACTERS = 900  # of a block that was not told apart as a notice
_NEVER = frozenset({Role.COMMENT, Role.HEADLINE, Role.BYLINE})
# A cheap look before a careful one: a notice has a word of reuse and one of what it takes.
# Every alternative begins with a letter, so that the search can leap to the next one.
_REUSE = expression(
    r"re-?publi|re-?print|reproduc|re-?us(?:e|ing)\b|copying|copied|copy\b(?<!\wcopy)"
    r"|quot(?:e|ing|ation)|excerpt|hyper-?link|l(?<!\wl)ink(?:s|ing|ed)?\b|may be used"
    r"|ссылк|печат|копир|воспроизв|цит[аи]|использ|заимств|публик|перевод|показ|распростран"
    r"|сілтеме|көшір|пайдалан|қолдан|жариял|дәйексөз|үзінді|аудар|өзгер",
)
_NUMBER = expression(r"\d")
_TAKES = expression(
    r"per ?cent|permi[st]|consent|must|mandatory|require|prohibit|forbid|not be|only|provided"
    r"|free|may be|at most|please"
    r"|обязат|разреш|запре[щт]|допуск|соглас|услови|можно|нельзя|размеща|ставит|указан|не более"
    r"|міндет|рұқсат|тыйым|аспа|болады|болмайды|тиіс|шарт|қажет|керек|келісім",
)
_FEWEST_CHARACTERS = 40  # of a term; a label in a menu is shorter
MAX_CHARACTERS = 20_000  # of one block; the terms of a whole site are read paragraph by paragraph


def read_terms(document: Document, *, whole_page: bool = False) -> tuple[Term, ...]:
    """The terms that a page states; spans are of `document.text`.

    Args:
        document: the page.
        whole_page: read every block, for a page that is all about terms; else its notices alone.
    """
    blocks = document.blocks if whole_page else notice_blocks(document)
    return tuple(term for block in blocks for term in read_notice(block.text, offset=block.start))


def unread_sentences(document: Document, *, whole_page: bool = False) -> tuple[str, ...]:
    """What the notices of a page, and the text right below one, say besides terms that were read.

    Args:
        document: the page.
        whole_page: take every block that states a term for one.
    """
    from reuse_guard.notices.sentences import unread_in  # noqa: PLC0415

    stated = (block for block in document.blocks if read_notice(block.text))
    known = {block.start for block in (stated if whole_page else notice_blocks(document))}
    pairs = pairwise(document.blocks)
    below = {block.start for above, block in pairs if above.start in known and block.role.is_body}
    told = known | below
    blocks = [block for block in document.blocks if block.start in told]
    said = (sentence for block in blocks for sentence in unread_in(block.text[:MAX_CHARACTERS]))
    return tuple(dict.fromkeys(sentence for sentence in said if not keeps_rights(sentence)))


def notice_blocks(document: Document) -> tuple[Block, ...]:
    """The blocks of a page that state terms of reuse.

    Those that its reading told apart as notices, and others that read as one: below the article
    any term is enough; among its last paragraphs, where a notice may have been taken for text, a
    block has to read as nothing else.
    """
    body = [index for index, block in enumerate(document.blocks) if block.role.is_body]
    foot = frozenset(body[-FOOT_BLOCKS:])
    lowest = min(foot, default=0)
    found: dict[int, Block] = {}
    for index, block in enumerate(document.blocks):
        goes_on = index - 1 in found
        if block.role is Role.NOTICE or (
            index >= lowest and _reads_as_notice(block, goes_on=goes_on)
        ):
            found[index] = block
    return tuple(found.values())


def _reads_as_notice(block: Block, *, goes_on: bool) -> bool:
    """Whether a block states terms; below a notice also where it names no reuse again."""
    text = block.text
    if block.role in _NEVER or not _FEWEST_CHARACTERS <= len(text) <= MAX_FOOT_CHARACTERS:
        return False
    folded = text.lower()  # matching without regard to case takes three times as long
    if not (_NUMBER.search(folded) or _TAKES.search(folded)):
        return False
    if not (goes_on or _REUSE.search(folded)):
        return False
    terms = read_notice(text)
    if not block.role.is_body:
        return bool(terms)
    told = {term.span for term in terms}
    return len(told) == len(split_sentences(text))


def read_notice(text: str, *, offset: int = 0) -> tuple[Term, ...]:
    """Read the terms in a notice, in the order in which they stand there.

    Args:
        text: of one notice, in English, Russian or Kazakh.
        offset: what is added to the places of sentences.
    """
    # Its word lists take an eighth of the time of a short run, and most pages have no notice.
    from reuse_guard.notices.sentences import terms_in  # noqa: PLC0415

    terms = terms_in(text[:MAX_CHARACTERS])
    return tuple(replace(term, span=_shifted(term.span, offset)) for term in terms)


def _shifted(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.stop + offset)
