"""Which blocks of a candidate are no line of its text: under a picture, in a menu, in a list."""

from __future__ import annotations

from collections import defaultdict
from itertools import dropwhile, groupby, takewhile
from typing import TYPE_CHECKING, Final

from reuse_guard.documents.calls import is_call
from reuse_guard.documents.model import LinkKind, Role
from reuse_guard.documents.pointers import pointer_of
from reuse_guard.documents.threads import may_be_comment
from reuse_guard.frozen import frozen
from reuse_guard.measure.pictured import BEFORE_PICTURE
from reuse_guard.measure.pieces import linked_in
from reuse_guard.policy.duties import Part
from reuse_guard.urls.identity import parse_address
from reuse_guard.urls.networks import network_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reuse_guard.documents.model import Block, Document

_LINE: Final = 150  # characters
_SITES: Final = 3  # that a list of links leads to; a source and its licence are two


@frozen
class Beside:
    """What of a candidate stands beside its text.

    Attributes:
        candidate: a page or text.
        placed: first characters of the blocks that lead to the article, or stand in its header.
        listed: those of the blocks in lists of links to other sites: partners, a blogroll.
    """

    candidate: Document
    placed: frozenset[int]
    listed: frozenset[int]

    def has(self, block: Block) -> bool:
        """Whether a block of the candidate is no line of the text.

        It is where it stands under a picture, in a menu, in a list of sites or below a heading of
        readers' comments, says "Read also" or "Advertisement", or calls on readers.
        """
        if block.role is Role.CAPTION or may_be_comment(block, self.candidate):
            return True
        if block.start in self.placed:
            return False
        if block.role is Role.NAVIGATION or block.start in self.listed:
            return True
        text = block.text
        points = pointer_of(text) or pointer_of(text.partition(":")[0])
        return len(text) <= _LINE and (points is not None or is_call(text))


def beside_text(candidate: Document, urls: tuple[str, ...]) -> Beside:
    """What of a candidate stands beside its text.

    Args:
        candidate: a page or text.
        urls: of the original.
    """
    placed = frozenset(_placed(candidate, urls))
    return Beside(candidate, placed, candidate.once(_listed))


def _placed(candidate: Document, urls: tuple[str, ...]) -> Iterator[int]:
    """The first characters of the blocks that lead to the article or stand above its text."""
    led = linked_in([Part.URL], urls, candidate, frozenset({None}))
    yield from (start for start, pieces in led.items() if pieces)
    above = takewhile(lambda block: not block.role.is_body, candidate.blocks)
    headed = dropwhile(lambda block: block.role is not Role.HEADLINE, above)
    yield from (block.start for block in headed)


def _listed(candidate: Document) -> frozenset[int]:
    """The first characters of blocks of one role in a row that are links to sites, three at least.

    A list of links within the site leads nowhere else, and a source stands alone. Pages on networks
    and licences are no sites, and a list behind a word for sources is none of partners.
    """
    sites: defaultdict[int, set[str]] = defaultdict(set)
    linked: defaultdict[int, int] = defaultdict(int)
    heads: dict[int, str] = {}  # what stands before the first link
    for link in candidate.links:
        address = parse_address(link.url) if link.kind is LinkKind.HYPERLINK else None
        if address is not None:
            if not network_of(address.host) and address.host != "creativecommons.org":
                sites[link.block].add(address.host)
            if link.block not in linked:
                heads[link.block] = candidate.text[candidate.blocks[link.block].start : link.start]
            linked[link.block] += link.stop - link.start
    blocks = candidate.blocks
    whole = [
        at
        for at in sorted(linked)
        if 2 * linked[at] > len(blocks[at].text) and _may_head_a_list(heads[at])
    ]
    found: set[int] = set()
    for _, row in groupby(enumerate(whole), lambda at: (at[1] - at[0], blocks[at[1]].role)):
        indices = [index for _, index in row]
        above = blocks[indices[0] - 1].text if indices[0] else ""
        is_list = len(set().union(*(sites[index] for index in indices))) >= _SITES
        if is_list and not _is_of_sources(above):
            found.update(blocks[index].start for index in indices)
    return frozenset(found)


def _may_head_a_list(said: str) -> bool:
    """Whether a list may begin so: with nothing, or a label for no sources ("Friends:")."""
    label = said.rstrip()
    return not label or (label.endswith(":") and not _is_of_sources(label))


def _is_of_sources(label: str) -> bool:
    return len(label) <= _LINE and bool(BEFORE_PICTURE.search(label.rstrip(" :")))
