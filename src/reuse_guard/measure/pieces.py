"""Which pieces of a line of credit does a block of the candidate hold?"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import fuzz

from reuse_guard.documents.mentions import as_url, find_addresses, prolonged
from reuse_guard.expressions import expression
from reuse_guard.measure.crediting import MOST_IN_A_LINE
from reuse_guard.measure.dates import names_day
from reuse_guard.measure.names import ALIKE, folded_words, is_named, is_of_other_letters, rows_of
from reuse_guard.measure.publishers import is_address, names_otherwise
from reuse_guard.policy.duties import Part
from reuse_guard.policy.licences import licence_of, licences_in
from reuse_guard.text import alphabets
from reuse_guard.text.endings import ends_sentence
from reuse_guard.text.spans import Span
from reuse_guard.text.words import split_words
from reuse_guard.urls.identity import same_address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reuse_guard.documents.model import Block, Document
    from reuse_guard.text.words import Words

# Fixed words that are an address: a link to it names it as well.
_ADDRESS = expression(r"[\w-]+(\.[\w-]+)+/\S+")
# A word with what makes an account ("@space") or an address ("space.example") of it.
_NAME_LIKE = expression(r"[@#]?\w+(?:\.\w+)?")
_THE = expression(r"the\s+", re.IGNORECASE)
# "First published at" says what "First published by" does.
_LINKING = frozenset({"at", "by", "for", "from", "in", "on"})
# One mark, however it is written; "(с)" is typed in Cyrillic too.
_COPYRIGHT = expression(r"(?:\bcopyright\s*)?(?:©|\([cс]\))|\bcopyright\b", re.IGNORECASE)
_SHORT = 3  # letters of a word that is another one with any letter more


def holding_respelt(
    blocks: list[Block], candidate: Document, part: Part, names: tuple[str, ...]
) -> Iterator[bool]:
    """Which blocks hold names in another alphabet ("Асель" for "Asel"): of authors all have to be.

    Of a publisher any of its names is enough.
    """
    of_them: Callable[[Iterable[bool]], bool] = all if part is Part.AUTHOR else any
    if names and not any(is_of_other_letters(name, candidate.text) for name in names):
        yield from (False for _ in blocks)  # on most pages
        return
    words = folded_in(candidate.words.once(alphabets.alike), blocks)
    for block, found in zip(blocks, words, strict=True):
        yield of_them(_is_respelt(name, part, found, block.text) for name in _whole(names))


def _whole(names: tuple[str, ...]) -> Iterator[str]:
    """Names without those that begin an address: "Zakon", of "Zakon.kz", is spelled as any word."""
    return (name for name in names if not any(one.startswith(f"{name}.") for one in names))


def _is_respelt(name: str, part: Part, plain: list[str], text: str) -> bool:
    """Whether a text names somebody in another alphabet.

    Args:
        name: in its own.
        part: whose name it is.
        plain: the words of the text in letters that both alphabets lead to.
        text: the text itself.
    """
    sought = _in_plain(name)
    if not is_of_other_letters(name, text) or not is_named(sought, plain):
        return False
    if is_address(name):
        return f" {' '.join(sought)} " in f" {' '.join(plain)} "
    return part is Part.AUTHOR or _is_as_name(name, text, _in_plain)


@lru_cache(maxsize=1024)
def _in_plain(name: str) -> tuple[str, ...]:
    words = alphabets.alike(split_words(name))
    return tuple(words.folded(index) for index in range(len(words)))


def folded_in(words: Words, blocks: list[Block]) -> Iterator[list[str]]:
    """The folded words of each block, of the words of all."""
    first = np.searchsorted(words.starts, [block.start for block in blocks]).tolist()
    after = np.searchsorted(words.starts, [block.stop for block in blocks]).tolist()
    for start, stop in zip(first, after, strict=True):
        yield words.folded_in(Span(start, stop))


def sighted_in(
    wanted: list[str | Part],
    found: list[str],
    values: dict[Part, tuple[str, ...]],
    block: Block,
) -> frozenset[str | Part]:
    """The pieces that a block's words hold."""
    return frozenset(piece for piece in wanted if _holds(piece, found, values, block))


def _holds(
    piece: str | Part, found: list[str], values: dict[Part, tuple[str, ...]], block: Block
) -> bool:
    if piece is Part.AUTHOR or piece is Part.PUBLISHER:
        named = (_is_spelled_so(name, piece, found, block.text) for name in values[piece])
        return all(named) if piece is Part.AUTHOR else any(named)
    if piece is Part.DATE:
        return any(names_day(found, date.fromisoformat(day), block.text) for day in values[piece])
    if not isinstance(piece, Part) and (licence := licence_of(piece)) is not None:
        return any(licence.is_named_by(named) for named in licences_in(block.text))
    if not isinstance(piece, Part):
        return _is_marked(piece, found, values, block) and all(
            _is_in(words, found) and (not _is_code(words) or _has_code(words, block.text))
            for words in _COPYRIGHT.split(piece)
            if any(map(str.isalnum, words))
        )
    if piece is Part.URL:
        return any(_is_written(address, found, block.text) for address in values[piece])
    return any(_is_in(spelling, found) for spelling in values[piece])


def _is_marked(
    piece: str, found: list[str], values: dict[Part, tuple[str, ...]], block: Block
) -> bool:
    """Whether a mark of copyright among fixed words stands there as well.

    One without words marks whom the line names: another's stands at the foot of most pages.
    """
    if not _COPYRIGHT.search(piece):
        return True
    if not _COPYRIGHT.search(block.text):
        return False
    if any(any(map(str.isalnum, one)) for one in _COPYRIGHT.split(piece)) or not found:
        return True
    named = (part for part in (Part.AUTHOR, Part.PUBLISHER) if values[part])
    return any(names_in(block.text, part, values[part]) for part in named)


def _is_written(address: str, found: list[str], text: str) -> bool:
    """Whether an address stands there, or its words, but not in a longer one of another page."""
    spans = [*find_addresses(text)]
    written = [text[slice(*span)] for span in spans]
    longer = (one for span in spans for one in prolonged(text, span))
    if any(same_address(as_url(one), as_url(address)) for one in (*written, *longer)):
        return True
    lines = [found, *(list(folded_words(one)) for one in written)]
    holds, *others = (_is_in(address, line, alike=100) for line in lines)  # a letter makes another
    return holds and not any(others)


def names_in(text: str, part: Part, names: tuple[str, ...]) -> bool:
    """Whether a text names all authors, or has any name of a publisher, in any alphabet."""
    found = [*folded_words(text)]
    of_them: Callable[[Iterable[bool]], bool] = all if part is Part.AUTHOR else any
    whole = frozenset(_whole(names))
    return of_them(
        _is_spelled_so(name, part, found, text)
        or (name in whole and _is_respelt(name, part, [*_in_plain(text)], text))
        for name in names
    )


def holds_still(
    piece: str | Part, text: str, values: dict[Part, tuple[str, ...]], block: Block
) -> bool:
    """Whether a block that holds a piece does so with this as its text, which is some of its own.

    The words of a licence, an address, a title and a day say what they say wherever they stand; a
    mark of copyright is no word of it, but says whose the others are.
    """
    if text == block.text or piece in (Part.TITLE, Part.URL, Part.DATE):
        return True
    if piece is Part.AUTHOR or piece is Part.PUBLISHER:
        return names_in(text, piece, values[piece])
    if licence_of(piece) is not None or _ADDRESS.fullmatch(piece):
        return True
    words = _COPYRIGHT.sub(" ", piece)
    return _holds(words, [*folded_words(text)], values, replace(block, text=text))


def _is_spelled_so(name: str, part: Part, found: list[str], text: str) -> bool:
    if part is Part.AUTHOR:
        return is_named(folded_words(name), found, text)
    least = 100 if is_address(name) else ALIKE  # one letter makes another address
    is_there = _is_in(name, found, alike=least) and _is_as_name(name, text)
    return is_there or names_otherwise(name, found, text)


def _is_as_name(
    name: str, text: str, folded: Callable[[str], tuple[str, ...]] = folded_words
) -> bool:
    """Whether what may be a name of common words ("Space", "Current Time") is one in a sentence.

    It begins with a capital there, or is a part of an account or an address. In a line that ends
    no sentence it counts as it is.
    """
    is_line = len(text.split()) <= MOST_IN_A_LINE and not ends_sentence(text)
    if is_line or not name[:1].isupper():
        return True
    sought = folded(_THE.sub("", name))
    rows = _rows_as_names(_NAME_LIKE.findall(text), len(sought), folded)
    return any(fuzz.ratio(" ".join(row), " ".join(sought)) >= ALIKE for row in rows)


def _rows_as_names(
    words: list[str], size: int, folded: Callable[[str], tuple[str, ...]]
) -> Iterator[list[str]]:
    """Rows of as many folded words that begin with a capital or have a part of an account.

    Most begin with neither, and are not folded.
    """
    for at, word in enumerate(words):
        if not word[0].isupper() and all(map(str.isalnum, words[at : at + size])):
            continue
        parts = (
            (one, part)
            for one in map(words.__getitem__, range(at, len(words)))
            for part in folded(one)
        )
        own = len(folded(word))
        ahead = [*islice(parts, own + size - 1)]
        for first in range(own):
            row = ahead[first : first + size]
            is_name = word[0].isupper() or not all(one.isalnum() for one, _ in row)
            if is_name and len(row) == size:
                yield [part for _, part in row]


def _is_code(piece: str) -> bool:
    """Whether it is in capitals alone ("KFF"): one letter makes another name of it."""
    return piece.isupper()


def _has_code(piece: str, text: str) -> bool:
    """Whether a text has a code to its end."""
    parts = r"[\W_]+".join(map(re.escape, re.findall(r"\w+", piece)))
    return re.search(rf"(?<!\w)(?i:{parts})(?!\w)(?!-[A-Z]{{2}}\b)", text) is not None


def linked_in(
    wanted: list[str | Part],
    urls: tuple[str, ...],
    candidate: Document,
    shown: frozenset[str | None],
) -> dict[int, frozenset[str | Part]]:
    """The addresses of a credit that shown links lead to, by the first character of their block."""
    sought = [
        piece
        for piece in wanted
        if piece is Part.URL or _ADDRESS.fullmatch(piece) or licence_of(piece) is not None
    ]
    found: dict[int, frozenset[str | Part]] = {}
    if not sought:
        return found
    for link in candidate.links:
        if link.kind.may_be_link and link.hidden in shown:
            led_to = frozenset(piece for piece in sought if _leads_to(link.url, piece, urls))
            start = candidate.blocks[link.block].start
            found[start] = found.get(start, frozenset()) | led_to
    return found


def _leads_to(url: str, piece: str | Part, urls: tuple[str, ...]) -> bool:
    """Whether a link leads to the article, or to the address or below it that a line names."""
    if piece is Part.URL:
        return any(same_address(url, own) for own in urls)
    if (licence := licence_of(piece)) is not None:
        return any(licence.is_named_by(named) for named in licences_in(url))
    bare = url.casefold().partition("://")[2].removeprefix("www.")
    return bare.startswith(piece.casefold())


def holds_words(text: str, words: str) -> bool:
    """Whether a reader would find these words in the text, small slips aside."""
    return _is_in(words, [*folded_words(text)] or [""])


def _is_in(words: str, found: list[str], *, alike: int = ALIKE) -> bool:
    """Whether as many words in a row are alike; letters inside a longer word are not.

    >>> holds_words("In teh Conversations", "The Conversation")
    True
    >>> holds_words("Their conversations", "The Conversation")
    False
    """
    sought = folded_words(words)
    joined, size = " ".join(sought), max(1, len(sought))
    return any(
        fuzz.ratio(joined, " ".join(row), score_cutoff=alike) and _keeps_short_words(sought, row)
        for row in rows_of(size, found) or {tuple(found)}
    )


def _keeps_short_words(sought: tuple[str, ...], row: tuple[str, ...]) -> bool:
    """Whether the short words of Latin letters, which no language inflects, are no other ones."""
    pairs = zip(sought, row, strict=False)
    short = ((one, other) for one, other in pairs if len(one) <= _SHORT and one.isascii())
    return all(sorted(one) == sorted(other) or {one, other} <= _LINKING for one, other in short)
