"""Is a line of credit there, and which of its parts?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import fuzz

from reuse_guard.documents.model import Block, Format, Role
from reuse_guard.measure.dates import names_day
from reuse_guard.measure.names import (
    ALIKE,
    folded_words,
    is_named,
    is_of_other_letters,
    people,
)
from reuse_guard.measure.publishers import names_otherwise
from reuse_guard.policy.duties import Part, Spot, Where
from reuse_guard.policy.licences import licence_of, licences_in
from reuse_guard.text import alphabets
from reuse_guard.text.words import split_words
from reuse_guard.urls.identity import same_address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reuse_guard.documents.model import Document
    from reuse_guard.measure.outline import Outline, Position
    from reuse_guard.policy.duties import CreditDuty
    from reuse_guard.text.words import Words

# Fixed words that are an address: a link to it names it as well.
_ADDRESS = re.compile(r"[\w-]+(\.[\w-]+)+/\S+")
# Lines that a credit may be spread over: source, author and address often stand one below another.
SPREAD = 3


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
        in_front_matter: what is missing is the author alone, whom the front matter names; most
            sites show that.
        other_version: what is missing is a licence alone, which is named in this version.
        pictured_at: line of a linked picture whose description has what is missing, or None.
    """

    missing: tuple[str, ...]
    unknown: tuple[str, ...]
    elsewhere: bool
    expected: str
    line: int | None
    hidden: str | None = None
    in_front_matter: bool = False
    other_version: str | None = None
    pictured_at: int | None = None


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
        in_front_matter=missing == (_named(Part.AUTHOR),)
        and _front_matter_names(candidate, values[Part.AUTHOR]),
        other_version=_other_version(missing, candidate),
        pictured_at=_pictured_at(missing, values, candidate) if missing and not hidden else None,
    )


def _pictured_at(
    missing: tuple[str, ...], values: dict[Part, tuple[str, ...]], candidate: Document
) -> int | None:
    """Where a picture that is seen and leads somewhere, a logo mostly, is described so."""
    parts = {_named(part): part for part in Part}
    wanted = [parts.get(one, one) for one in missing]
    for link in candidate.links:
        if link.image_alt and link.hidden is None and link.kind.may_be_link:
            said = Block(Role.CAPTION, link.image_alt, 0, 0, link.line, link.line)
            found = list(folded_words(link.image_alt))
            if len(_sighted(wanted, found, values, said)) == len(set(wanted)):
                return link.line
    return None


def _other_version(missing: tuple[str, ...], candidate: Document) -> str | None:
    """The version in which the candidate names a licence that alone is missing."""
    licence = licence_of(missing[0]) if len(missing) == 1 else None
    if licence is None:
        return None
    texts = [*(b.text for b in candidate.blocks), *(link.url for link in candidate.links)]
    named = (one for text in texts for one in licences_in(text))
    return next((one.version for one in named if one.parts == licence.parts), None)


def _front_matter_names(candidate: Document, names: tuple[str, ...]) -> bool:
    """Whether the candidate is Markdown and declares all these authors."""
    declared = ", ".join(candidate.authors)
    found = list(folded_words(declared))
    return candidate.format is Format.MARKDOWN and all(
        is_named(folded_words(name), found, declared) for name in names
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
    linked = _linked(wanted, values[Part.URL], candidate, shown)
    blocks = [b for b in candidate.blocks if b.hidden in shown and b.role is not Role.COMMENT]
    sightings = [
        _sighted(wanted, words, values, block) | linked.get(block.start, frozenset())
        for block, words in zip(blocks, _folded(candidate.words, blocks), strict=True)
    ]
    for part in (Part.AUTHOR, Part.PUBLISHER):
        if part in wanted and not any(part in sighted for sighted in sightings):
            holding = _holding_respelt(blocks, candidate, part, values[part])
            sightings = [
                sighted | {part} if holds else sighted
                for sighted, holds in zip(sightings, holding, strict=True)
            ]
    return blocks, sightings


def _holding_respelt(
    blocks: list[Block], candidate: Document, part: Part, names: tuple[str, ...]
) -> Iterator[bool]:
    """Which blocks hold names in another alphabet ("Асель" for "Asel"): of authors all have to be.

    Of a publisher any of its names is enough.
    """
    of_them: Callable[[Iterable[bool]], bool] = all if part is Part.AUTHOR else any
    spelled = {name: _in_plain_letters(name) for name in names}
    words = _folded(candidate.words.once(alphabets.alike), blocks)
    for block, found in zip(blocks, words, strict=True):
        yield of_them(
            is_of_other_letters(name, block.text) and is_named(plain, found)
            for name, plain in spelled.items()
        )


def _in_plain_letters(name: str) -> tuple[str, ...]:
    words = alphabets.alike(split_words(name))
    return tuple(words.folded(index) for index in range(len(words)))


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
        return position.paragraph > number or (position.paragraph == number and position.between)
    return position.paragraph <= number


def _values(original: Document, publisher: str) -> dict[Part, tuple[str, ...]]:
    """For each part the spellings that count."""
    urls = dict.fromkeys(filter(None, (original.url, *original.canonical_urls)))
    names = tuple(filter(None, (n.strip(" )") for n in publisher.split("("))))
    return {
        Part.TITLE: (original.title,) if original.title else (),
        Part.AUTHOR: people(original.authors, names),
        Part.PUBLISHER: names,
        Part.URL: tuple(urls),
        Part.DATE: (original.published.isoformat(),) if original.published else (),
    }


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


def _folded(words: Words, blocks: list[Block]) -> Iterator[list[str]]:
    """The folded words of each block, of the words of all."""
    first = np.searchsorted(words.starts, [block.start for block in blocks]).tolist()
    after = np.searchsorted(words.starts, [block.stop for block in blocks]).tolist()
    for start, stop in zip(first, after, strict=True):
        yield [words.folded(index) for index in range(start, stop)]


def _sighted(
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
    if piece is Part.AUTHOR:
        names = map(folded_words, values[piece])
        return all(is_named(name, found, block.text) for name in names)
    if piece is Part.DATE:
        return any(names_day(found, date.fromisoformat(day)) for day in values[piece])
    if not isinstance(piece, Part) and (licence := licence_of(piece)) is not None:
        return any(licence.is_named_by(named) for named in licences_in(block.text))
    if not isinstance(piece, Part):
        return _is_in(piece, found) and (not _is_code(piece) or _has_code(piece, block.text))
    least = 100 if piece is Part.URL else ALIKE  # one letter makes another address
    if any(_is_in(spelling, found, alike=least) for spelling in values[piece]):
        return True
    publishers = values[piece] if piece is Part.PUBLISHER else ()
    return any(names_otherwise(name, found, block.text) for name in publishers)


def _is_code(piece: str) -> bool:
    """Whether it is in capitals alone ("KFF"): one letter makes another name of it."""
    return piece.isupper()


def _has_code(piece: str, text: str) -> bool:
    """Whether a text has a code to its end."""
    parts = r"[\W_]+".join(map(re.escape, re.findall(r"\w+", piece)))
    return re.search(rf"(?<!\w)(?i:{parts})(?!\w)(?!-[A-Z]{{2}}\b)", text) is not None


def _linked(
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
    """Whether as many words in a row are alike; letters inside a longer word are not."""
    sought, size = " ".join(folded_words(words)), max(1, len(folded_words(words)))
    return any(
        fuzz.ratio(sought, " ".join(found[at : at + size]), score_cutoff=alike)
        for at in range(max(1, len(found) - size + 1))
    )


def _expected(duty: CreditDuty, values: dict[Part, tuple[str, ...]]) -> str:
    line = duty.template
    for part, spellings in values.items():
        shown = ", ".join(spellings) if part is Part.AUTHOR else "".join(spellings[:1])
        line = line.replace(f"{{{part}}}", shown or f"[{part}]")
    return line
