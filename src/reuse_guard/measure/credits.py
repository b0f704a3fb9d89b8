"""Is a line of credit there, and which of its parts?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import fuzz

from reuse_guard.documents.model import LinkKind, Role
from reuse_guard.policy.duties import Part, Spot, Where
from reuse_guard.text.words import split_words
from reuse_guard.urls.identity import same_address

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from reuse_guard.documents.model import Block, Document
    from reuse_guard.measure.outline import Outline, Position
    from reuse_guard.policy.duties import CreditDuty

# Likeness of 100 at which a reader takes words for the same: one letter in seven may differ, which
# lets an inflected name or a small slip pass and not another name of the same length.
ALIKE = 86
# One digit makes another day, one letter another address.
EXACT = frozenset({Part.DATE, Part.URL})
# Lines that a credit may be spread over: source, author and address often stand one below another.
SPREAD = 3

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
}


@dataclass(frozen=True, slots=True)
class FoundCredit:
    """How much of a credit the candidate carries in the place asked for.

    Attributes:
        missing: fixed words and parts not found, as the template names them.
        unknown: parts that the original does not tell, so that they cannot be sought.
        elsewhere: all of it stands in another place.
        expected: the line as it should read.
        line: source line of the candidate where most of it was found, or None.
        hidden: why no reader sees it where all of it stands, hidden as the copied text is; or None.
    """

    missing: tuple[str, ...]
    unknown: tuple[str, ...]
    elsewhere: bool
    expected: str
    line: int | None
    hidden: str | None = None


def find_credit(  # noqa: PLR0913 - the two texts, and what is known of both
    duty: CreditDuty,
    original: Document,
    candidate: Document,
    outline: Outline,
    publisher: str,
    *,
    alike: frozenset[str] = frozenset(),
) -> FoundCredit:
    """Seek a line of credit.

    Args:
        duty: what is sought.
        original: whose title, authors, address and date are meant.
        candidate: where it is sought, in what a reader sees and no reader has written.
        outline: of the candidate.
        publisher: name for `{publisher}`; what follows in brackets is another name of it.
        alike: reasons for which most of the copied text is hidden; what is hidden so too may show
            where that text does.
    """
    values = _values(original, publisher)
    unknown = [piece for piece in duty.pieces if isinstance(piece, Part) and not values[piece]]
    wanted = [piece for piece in duty.pieces if piece not in unknown]
    blocks, sightings = _sightings(wanted, values, candidate, frozenset({None}))
    in_place = [
        sighted if fits(outline.position(block.start), duty.where) else frozenset[str | Part]()
        for sighted, block in zip(sightings, blocks, strict=True)
    ]
    missing, line = _best(wanted, in_place, blocks)
    elsewhere = bool(missing) and not _best(wanted, sightings, blocks)[0]
    hidden = None
    if missing and alike and not elsewhere:
        blocks, sightings = _sightings(wanted, values, candidate, frozenset({None, *alike}))
        lacking, at = _best(wanted, sightings, blocks)
        if not lacking:
            line, hidden = at, min(alike)
    return FoundCredit(
        missing=missing,
        unknown=tuple(part.value for part in unknown),
        elsewhere=elsewhere,
        expected=_expected(duty, values),
        line=line,
        hidden=hidden,
    )


def _sightings(
    wanted: list[str | Part],
    values: dict[Part, tuple[str, ...]],
    candidate: Document,
    shown: frozenset[str | None],
) -> tuple[list[Block], list[frozenset[str | Part]]]:
    """The blocks of the page's own that a reader sees, and what of a credit each of them holds.

    What a reader comments credits nobody.
    """
    linked = _linked_blocks(values[Part.URL], candidate, shown)
    blocks = [b for b in candidate.blocks if b.hidden in shown and b.role is not Role.COMMENT]
    sightings = [
        _sighted(wanted, words, values, is_linked=block.start in linked)
        for block, words in zip(blocks, _folded(candidate, blocks), strict=True)
    ]
    return blocks, sightings


def fits(position: Position, where: Where) -> bool:
    """Whether something at this position stands where terms want it."""
    if where.spot is Spot.ANYWHERE:
        return True
    if where.spot is Spot.END:
        return position.last
    number = where.number or 1
    if where.spot is Spot.SENTENCE:
        return position.sentence <= number
    if where.spot is Spot.AFTER_PARAGRAPH:
        return position.paragraph > number
    return position.paragraph <= number


def _values(original: Document, publisher: str) -> dict[Part, tuple[str, ...]]:
    """For each part the spellings that count."""
    urls = dict.fromkeys(filter(None, (original.url, *original.canonical_urls)))
    return {
        Part.TITLE: (original.title,) if original.title else (),
        Part.AUTHOR: original.authors,
        Part.PUBLISHER: tuple(filter(None, (n.strip(" )") for n in publisher.split("(")))),
        Part.URL: tuple(urls),
        Part.DATE: spell_date(original.published) if original.published else (),
    }


def spell_date(day: date) -> tuple[str, ...]:
    """The usual ways to write a day in English, Russian and Kazakh.

    >>> from datetime import date
    >>> spell_date(date(2026, 11, 3))[:3]
    ('2026-11-03', '03.11.2026', '3.11.2026')
    """
    month = {language: names.split()[day.month - 1] for language, names in MONTHS.items()}
    return (
        day.isoformat(),
        f"{day:%d.%m.%Y}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day:%d/%m/%Y}",
        f"{day:%m/%d/%Y}",
        f"{day.day} {month['en']} {day.year}",
        f"{month['en']} {day.day}, {day.year}",
        f"{day.day} {month['ru']} {day.year}",
        f"{day.year} жылғы {day.day} {month['kk']}",
    )


def _best(
    wanted: list[str | Part], sightings: list[frozenset[str | Part]], blocks: list[Block]
) -> tuple[tuple[str, ...], int | None]:
    """What is missing in the neighbouring blocks where least is, and the line of the first."""
    missing, line = tuple(map(_named, wanted)), None
    for size in range(1, SPREAD + 1):
        for start in range(len(blocks) - size + 1):
            seen = frozenset().union(*sightings[start : start + size])
            here = tuple(_named(piece) for piece in wanted if piece not in seen)
            if len(here) < len(missing):
                missing, line = here, blocks[start].first_line
    return missing, line


def _named(piece: str | Part) -> str:
    return f"{{{piece}}}" if isinstance(piece, Part) else piece


def _folded(candidate: Document, blocks: list[Block]) -> Iterator[list[str]]:
    """The folded words of each block."""
    words = candidate.words
    first = np.searchsorted(words.starts, [block.start for block in blocks]).tolist()
    after = np.searchsorted(words.starts, [block.stop for block in blocks]).tolist()
    for start, stop in zip(first, after, strict=True):
        yield [words.folded(index) for index in range(start, stop)]


def _sighted(
    wanted: list[str | Part],
    found: list[str],
    values: dict[Part, tuple[str, ...]],
    *,
    is_linked: bool,
) -> frozenset[str | Part]:
    """The pieces that a block's words hold; the address is held by a link to it too."""
    return frozenset(
        piece
        for piece in wanted
        if (piece is Part.URL and is_linked) or _holds(piece, found, values)
    )


def _holds(piece: str | Part, found: list[str], values: dict[Part, tuple[str, ...]]) -> bool:
    if piece is Part.AUTHOR:
        return all(_is_in(name, found) for name in values[piece])
    spellings = values[piece] if isinstance(piece, Part) else (piece,)
    alike = 100 if piece in EXACT else ALIKE
    return any(_is_in(spelling, found, alike=alike) for spelling in spellings)


def _linked_blocks(
    urls: tuple[str, ...], candidate: Document, shown: frozenset[str | None]
) -> set[int]:
    """First characters of the blocks with a link that is shown to one of the addresses."""
    return {
        candidate.blocks[link.block].start
        for link in candidate.links
        if link.kind is LinkKind.HYPERLINK
        and link.hidden in shown
        and any(same_address(link.url, url) for url in urls)
    }


def holds_words(text: str, words: str) -> bool:
    """Whether a reader would find these words in the text, small slips aside."""
    return _is_in(words, _plain(text).split(" "))


def _is_in(words: str, found: list[str], *, alike: int = ALIKE) -> bool:
    """Whether as many words in a row are alike; letters inside a longer word are not."""
    sought = _plain(words)
    size = sought.count(" ") + 1
    return any(
        fuzz.ratio(sought, " ".join(found[at : at + size]), score_cutoff=alike)
        for at in range(max(1, len(found) - size + 1))
    )


@lru_cache(maxsize=256)
def _plain(text: str) -> str:
    """The folded words, one space between."""
    words = split_words(text)
    return " ".join(words.folded(index) for index in range(len(words)))


def _expected(duty: CreditDuty, values: dict[Part, tuple[str, ...]]) -> str:
    line = duty.template
    for part, spellings in values.items():
        shown = ", ".join(spellings) if part is Part.AUTHOR else "".join(spellings[:1])
        line = line.replace(f"{{{part}}}", shown or f"[{part}]")
    return line
