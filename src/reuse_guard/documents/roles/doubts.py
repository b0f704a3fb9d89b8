"""Why the reading of an article's body may be wrong, in sentences for the report."""

from __future__ import annotations

from itertools import chain, zip_longest
from typing import TYPE_CHECKING, cast

from reuse_guard.documents.html_tags import TAG
from reuse_guard.documents.model import BODY_ROLES, Role
from reuse_guard.documents.roles.prose import DENSE, HEADINGS
from reuse_guard.documents.walls import is_wall
from reuse_guard.expressions import expression
from reuse_guard.locale import Phrase, Sentence, say, say_many

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    import numpy as np
    from lxml import etree
    from numpy.typing import NDArray

    from reuse_guard.documents.further import Further
    from reuse_guard.documents.html_runs import RawBlock
    from reuse_guard.documents.roles.features import Declared

_FEW_WORDS = 40  # a body this short on a page of three times as much is a caption or a stub
_MUCH_LONGER = 1.5  # JSON-LD with half as many words again as the body found
_CUT = 250  # words; paid articles that are served longer are served whole, as in the data of 0021
_TELLING = 100  # words; shorter declared bodies are teasers
# A block that is body by a chance between this and its counterpart may be body or not. Measured by
# `evaluation/extraction_fit.py` on pages of sites not seen: see decision 0023.
UNSURE = 1 / 8
_EVEN = 0.5
# What a block is called by its place and its words is certain; by its chance it is one of these.
_BY_CHANCE = frozenset({Role.RELATED, Role.NAVIGATION, Role.OTHER})
_WORD = expression(r"\w+")
_PAGER = 12  # blocks; each number of a page may be one, and buttons to share stand between
_BEHIND = 4  # blocks; buttons to share, tags and the like stand between a cut text and its wall


def doubts_about(
    blocks: Sequence[RawBlock], roles: Sequence[Role], declared: Declared
) -> tuple[str, ...]:
    """Sentences, none when nothing speaks against the reading.

    Args:
        blocks: of one page.
        roles: theirs.
        declared: what the page says of its article.
    """
    declared_size = _declared_words(declared)
    most = max(declared_size, declared.word_count)
    enough = max(_FEW_WORDS, declared.is_paid and _CUT, most / _MUCH_LONGER)
    body = 0
    for block, role in zip(blocks, roles, strict=True):
        if role in BODY_ROLES:
            body += _words(block.text)
            if body >= enough:  # no doubt names more, and most pages have far more
                break
    doubts = list(_on_what_was_found(body, blocks))
    breaks_off = blocks and blocks[_last_of_body(roles)].text.endswith(("...", "\u2026"))
    if declared.is_paid and (body < _CUT or breaks_off):
        doubts.append(say("The page declares that its article is not free to read; it may be cut."))
    if declared_size >= _TELLING and declared_size > _MUCH_LONGER * body:
        doubts.append(
            say(
                "The page's metadata holds {declared} words of the article, its text {body}.",
                declared=declared_size,
                body=body,
            )
        )
    elif _is_said_longer(declared.word_count, body, blocks, roles):
        doubts.append(
            say(
                "The page says that its article has {declared} words; its text has {body}.",
                declared=declared.word_count,
                body=body,
            )
        )
    for _, url in declared.further[:1]:
        doubts.append(
            say("The article goes on at {url}: give all of its pages as one text.", url=url)
        )
    return tuple(map(Sentence, doubts))


def _on_what_was_found(body: int, blocks: Sequence[RawBlock]) -> Iterator[Phrase]:
    """A doubt about so few words of a body."""
    if body == 0:
        yield say("No body of an article was found on the page.")
    elif body < _FEW_WORDS and 3 * body < sum(_words(block.text) for block in blocks):
        yield say_many(
            "The body found has {count} word only.", "The body found has {count} words only.", body
        )


def may_go_on(blocks: Sequence[RawBlock], declared: Declared, doubts: Sequence[str]) -> bool:
    """Whether the article may be longer than all that a doubtful page serves.

    Args:
        blocks: of the page.
        declared: what it says of its article.
        doubts: what `doubts_about` it found.
    """
    if not doubts or declared.is_paid or declared.further:
        return bool(doubts)
    most = max(_declared_words(declared), declared.word_count)
    return most > sum(_words(block.text) for block in blocks)


def unsure_blocks(roles: Sequence[Role], chances: NDArray[np.float64]) -> tuple[int, ...]:
    """Indices of the blocks that may be body or not; what rules decided is certain.

    Args:
        roles: of the blocks of one page.
        chances: of each block to be body.
    """
    return tuple(
        index
        for index, (role, chance) in enumerate(zip(roles, chances.tolist(), strict=True))
        if (chance < 1 - UNSURE if role.is_body else role in _BY_CHANCE and UNSURE < chance < _EVEN)
    )


def is_walled(blocks: Sequence[RawBlock], roles: Sequence[Role]) -> bool:
    """Whether readers are told, where the body ends, to subscribe or sign in to read it on.

    The call may go on in a button below it: "To read the full story", "Subscribe". What stands
    below links to other articles is said of those.

    Args:
        blocks: of one page.
        roles: theirs.
    """
    last = _last_of_body(roles)
    near = [at for at in range(last, len(blocks))[: _BEHIND + 1] if blocks[at].hidden is None]
    for at, below in zip_longest(near, near[1:]):
        if is_wall(blocks[at].text, "" if below is None else blocks[below].text):
            return True
        if roles[at] is Role.RELATED:
            break
    return False


def further_of_text(
    further: Sequence[Further], blocks: Sequence[RawBlock], roles: Sequence[Role]
) -> tuple[Further, ...]:
    """The links that are of the text: in the head of a page, numbers, or shown where the body ends.

    Words below a heading, comments or a list of other articles ("More") lead to more of those:
    their `?page=2` is resolved against the address of the article. One line may name another one.

    Args:
        further: links to what may be later pages of the article.
        blocks: of one page.
        roles: theirs.
    """
    last = _last_of_body(roles)
    below = range(last + 1, min(last + _PAGER, len(blocks) - 1))
    of_others = (
        at
        for at in below
        if blocks[at].element.tag in HEADINGS
        or roles[at] is Role.COMMENT
        or roles[at - 1] is roles[at] is Role.RELATED
    )
    stop = next(of_others, below.stop)
    shown: dict[etree._Element | None, int] = {
        block.element: at for at, block in enumerate(blocks) if block.hidden is None
    }
    boxes = {block.element for block in blocks}

    def is_of_text(link: etree._Element) -> bool:
        words = _WORD.findall("".join(cast("Iterator[str]", link.itertext())))
        if not words and link not in boxes:  # an icon: it stands in no block
            return True
        at = shown.get(_box_of(link, boxes))
        return at is not None and (last <= at <= stop or any(map(str.isdecimal, words)))

    return tuple(one for one in further if one.element.tag == "link" or is_of_text(one.element))


def _box_of(element: etree._Element, boxes: Collection[etree._Element]) -> etree._Element | None:
    """The innermost of some boxes that an element is or stands in."""
    around = chain([element], element.iterancestors())
    return next((box for box in around if box in boxes), None)


def _last_of_body(roles: Sequence[Role]) -> int:
    """The index of the last block of the body, or of the last block where there is none."""
    at = len(roles) - 1
    return next((index for index in range(at, -1, -1) if roles[index] in BODY_ROLES), at)


def _is_said_longer(
    count: int, body: int, blocks: Sequence[RawBlock], roles: Sequence[Role]
) -> bool:
    """Whether a page says that its article has far more words than were found.

    Of 181 pages 13 say how many: 10% fewer to 12% more than there are. Some count the letters, or
    their bytes.
    """
    if count < _TELLING or count <= _MUCH_LONGER * body:
        return False
    found = zip(blocks, roles, strict=True)
    text = "".join(block.text for block, role in found if role in BODY_ROLES)
    return not len(text) / _MUCH_LONGER < count < len(text.encode()) * _MUCH_LONGER


def _declared_words(declared: Declared) -> int:
    return _words(TAG.sub(" ", declared.article_body))  # some declare it with its markup


def _words(text: str) -> int:
    """Words, or half as many as letters where a script does not part them."""
    dense = 0 if text.isascii() else len(DENSE.findall(text))
    return len(_WORD.findall(text)) + dense // 2
