"""Is a line of credit there, and which of its parts?"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from reuse_guard.documents.model import Block, Format, Role
from reuse_guard.frozen import frozen
from reuse_guard.measure.beside import beside_text
from reuse_guard.measure.crediting import own_text_for, without_picture
from reuse_guard.measure.dates import may_name_day
from reuse_guard.measure.names import folded_words, is_named
from reuse_guard.measure.people import Authors, authors_in
from reuse_guard.measure.pieces import (
    folded_in,
    holding_respelt,
    holds_still,
    linked_in,
    names_in,
    sighted_in,
)
from reuse_guard.measure.placing import down_to, fits, may_fit, stop_of
from reuse_guard.measure.publishers import names_of
from reuse_guard.policy.duties import Part
from reuse_guard.policy.licences import licence_of, licences_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from reuse_guard.documents.model import Document
    from reuse_guard.measure.outline import Outline, Position
    from reuse_guard.policy.duties import CreditDuty, Where
    from reuse_guard.text.spans import Span

# Lines that a credit may be spread over: source, author and address often stand one below another.
SPREAD = 3


@frozen
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
        may_be_day: line on which what alone is missing, the day, may stand, with a month that is
            not known by its name; or None.
        pictured_at: line of a linked picture whose description has what is missing, or None.
        in_copy: line on which some of what is missing stands in copied text or for a picture, or
            None.
        may_credit: line on which copied text, or words beside the text, may credit with what is
            missing, in the eyes of a person, all of it standing in the place asked for then; or
            None.
        may_fit: line on which all of it stands, in the place asked for where no sentence above it
            ends that may go on, and what may be no text below it is none; or None.
        perhaps: a name beside the author's that is not there and may be another author's, or the
            only one, which may be an account's; or None.
    """

    missing: tuple[str, ...]
    unknown: tuple[str, ...]
    elsewhere: bool
    expected: str
    line: int | None
    hidden: str | None = None
    in_front_matter: bool = False
    other_version: str | None = None
    may_be_day: int | None = None
    pictured_at: int | None = None
    in_copy: int | None = None
    may_credit: int | None = None
    may_fit: int | None = None
    perhaps: str | None = None


class _Sought(NamedTuple):
    blocks: list[Block]
    missing: tuple[str, ...]
    line: int | None
    elsewhere: bool


def find_credit(  # noqa: PLR0913 - the two texts, and what is known of both
    duty: CreditDuty,
    original: Document,
    candidate: Document,
    outline: Outline,
    publisher: str,
    *,
    alike: frozenset[str] = frozenset(),
    copied: tuple[Span, ...] = (),
    hosts: tuple[str, ...] = (),
    authors: tuple[str, ...] | None = None,
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
        copied: characters of the candidate that come from the original, in runs one behind another.
        hosts: of the publisher's sites, by which it is named as well.
        authors: of the original, in place of those that it declares.
    """
    names = names_of(publisher, hosts, filter(None, (original.url, *original.canonical_urls)))
    writers = authors_in(original.authors if authors is None else authors, names)
    values = _values(original, names, writers)
    unknown = [piece for piece in duty.pieces if isinstance(piece, Part) and not values[piece]]
    wanted = [piece for piece in duty.pieces if piece not in unknown]
    own = own_text_for(duty.template, copied, beside_text(candidate, values[Part.URL]))
    seek = partial(_seek, wanted, values, candidate, duty.where)
    blocks, missing, line, elsewhere = seek(outline, own)
    loosely = elsewhere and seek(replace(outline, begins=outline.sure_begins), own, may_fit)
    hidden = None
    if missing and alike and not elsewhere:
        blocks, sightings = _sightings(wanted, values, candidate, frozenset({None, *alike}), own)
        lacking, at = _best(wanted, sightings, blocks)
        if not lacking:
            line, hidden = at, min(alike)
    in_copy = _in_copy(missing, values, blocks, candidate, own) if missing and own else None
    may = None if in_copy is None or own is None else seek(outline, partial(own, perhaps=True))
    if not writers.sure:
        missing = tuple(piece for piece in missing if piece != _named(Part.AUTHOR))
    return FoundCredit(
        missing=missing,
        unknown=tuple(part.value for part in unknown),
        elsewhere=elsewhere,
        expected=_expected(duty, values),
        line=line,
        hidden=hidden,
        in_front_matter=_in_front_matter(missing, candidate, values[Part.AUTHOR]),
        other_version=_other_version(missing, candidate),
        may_be_day=_may_be_day(missing, original, blocks),
        pictured_at=_pictured_at(missing, values, candidate) if missing and not hidden else None,
        in_copy=in_copy,
        may_credit=None if not may or may.missing else may.line,
        may_fit=None if not loosely or loosely.missing else loosely.line,
        perhaps=_not_named(writers, blocks) if Part.AUTHOR in wanted else None,
    )


def _seek(  # noqa: PLR0913, PLR0917 - all but the last two are one for all calls
    wanted: list[str | Part],
    values: dict[Part, tuple[str, ...]],
    candidate: Document,
    where: Where,
    outline: Outline,
    own: partial[str] | None,
    is_in: Callable[[Position, Where], bool] = fits,
) -> _Sought:
    """Seek what is wanted in the place asked for, and elsewhere what is missing there."""
    blocks, sightings = _sightings(wanted, values, candidate, frozenset({None}), own)
    high, stop = sightings, stop_of(where, outline)
    if stop is not None:
        high = _sightings(wanted, values, down_to(candidate, stop), frozenset({None}), own)[1]
    in_place = [
        sighted if is_in(outline.position(block.start), where) else frozenset[str | Part]()
        for sighted, block in zip(high, blocks, strict=True)
    ]
    missing, line = _best(wanted, in_place, blocks)
    elsewhere = bool(missing) and not _best(wanted, sightings, blocks)[0]
    return _Sought(blocks, missing, line, elsewhere)


def _in_copy(
    missing: tuple[str, ...],
    values: dict[Part, tuple[str, ...]],
    blocks: list[Block],
    candidate: Document,
    own: partial[str],
) -> int | None:
    """The line of the first block that has some of what is missing and credits nobody with it."""
    wanted = _pieces(missing)
    known: dict[str, frozenset[str | Part]] = {}
    for block, words in zip(blocks, folded_in(candidate.words, blocks), strict=True):
        if block.text not in known:
            known[block.text] = sighted_in(wanted, words, values, block)
        if _uncredited(known[block.text], block, values, own):
            return block.first_line
    return None


def _not_named(authors: Authors, blocks: list[Block]) -> str | None:
    """The first name of what may be an author that no block has."""
    unnamed = (
        name
        for name in authors.perhaps
        if not any(names_in(block.text, Part.AUTHOR, (name,)) for block in blocks)
    )
    return next(unnamed, None)


def _pictured_at(
    missing: tuple[str, ...], values: dict[Part, tuple[str, ...]], candidate: Document
) -> int | None:
    """Where a picture that is seen and leads somewhere, a logo mostly, is described so."""
    wanted = _pieces(missing)
    for link in candidate.links:
        if link.image_alt and link.hidden is None and link.kind.may_be_link:
            said = Block(Role.CAPTION, link.image_alt, 0, 0, link.line, link.line)
            found = list(folded_words(link.image_alt))
            if len(sighted_in(wanted, found, values, said)) == len(set(wanted)):
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


def _may_be_day(missing: tuple[str, ...], original: Document, blocks: list[Block]) -> int | None:
    """The line of the first block that may name the day in a language of unknown months."""
    if missing != (_named(Part.DATE),) or original.published is None:
        return None
    day = original.published
    return next((b.first_line for b in blocks if may_name_day(b.text, day)), None)


def _in_front_matter(missing: tuple[str, ...], candidate: Document, names: tuple[str, ...]) -> bool:
    """Whether authors alone are missing, and the candidate is Markdown that declares them."""
    if missing != (_named(Part.AUTHOR),) or candidate.format is not Format.MARKDOWN:
        return False
    declared = ", ".join(candidate.authors)
    return all(is_named(folded_words(name), [*folded_words(declared)], declared) for name in names)


def _sightings(
    wanted: list[str | Part],
    values: dict[Part, tuple[str, ...]],
    candidate: Document,
    shown: frozenset[str | None],
    own: partial[str] | None,
) -> tuple[list[Block], list[frozenset[str | Part]]]:
    """The blocks of the page's own that a reader sees, and what of a credit each of them holds.

    What a reader comments credits nobody. Without `own` all else does, as what is sought is the
    credit of a picture, which is copied with it.
    """
    linked = linked_in(wanted, values[Part.URL], candidate, shown)
    blocks = [b for b in candidate.blocks if b.hidden in shown and b.role is not Role.COMMENT]
    known: dict[tuple[str, ...], frozenset[str | Part]] = {}  # pages say one thing many times
    sightings = []
    for block, words in zip(blocks, folded_in(candidate.words, blocks), strict=True):
        said = (block.text, *words)
        if said not in known:
            known[said] = sighted_in(wanted, words, values, block)
        sightings.append(known[said] | linked.get(block.start, frozenset()))
    for part in (Part.AUTHOR, Part.PUBLISHER):
        if part in wanted and not any(part in sighted for sighted in sightings):
            holding = holding_respelt(blocks, candidate, part, values[part])
            sightings = [
                sighted | {part} if holds else sighted
                for sighted, holds in zip(sightings, holding, strict=True)
            ]
    if own is None:
        return blocks, sightings
    uncredited = (
        _uncredited(sighted, block, values, own)
        for sighted, block in zip(sightings, blocks, strict=True)
    )
    return blocks, [one - other for one, other in zip(sightings, uncredited, strict=True)]


def _uncredited(
    sighted: frozenset[str | Part],
    block: Block,
    values: dict[Part, tuple[str, ...]],
    own: partial[str],
) -> frozenset[str | Part]:
    """What a block holds and credits nobody with: in copied text, or for a picture."""
    if not sighted:
        return sighted
    perhaps = own.keywords.get("perhaps", False)
    text, unpictured = own(block), without_picture(block.text, perhaps=perhaps)
    return frozenset(
        piece
        for piece in sighted
        if not holds_still(piece, unpictured if piece is Part.AUTHOR else text, values, block)
    )


def _values(
    original: Document, names: tuple[str, ...], authors: Authors
) -> dict[Part, tuple[str, ...]]:
    """For each part the spellings that count."""
    urls = filter(None, (original.url, *original.article_urls))
    return {
        Part.TITLE: (original.title,) if original.title else (),
        Part.AUTHOR: authors.sure or authors.perhaps,
        Part.PUBLISHER: names,
        Part.URL: tuple(dict.fromkeys(urls)),
        Part.DATE: (original.published.isoformat(),) if original.published else (),
    }


def _best(
    wanted: list[str | Part], sightings: list[frozenset[str | Part]], blocks: list[Block]
) -> tuple[tuple[str, ...], int | None]:
    """What is missing in the neighbouring blocks where least is, and the line of the first."""
    missing, line = wanted, None
    for size in range(1, SPREAD + 1):
        for start in range(len(blocks) - size + 1):
            held = sightings[start : start + size]
            if any(held):
                here = [piece for piece in wanted if not any(piece in one for one in held)]
                if len(here) < len(missing):
                    missing, line = here, blocks[start].first_line
    return tuple(map(_named, missing)), line


def _named(piece: str | Part) -> str:
    return f"{{{piece}}}" if isinstance(piece, Part) else piece


def _pieces(named: tuple[str, ...]) -> list[str | Part]:
    """The fixed words and parts that were named so."""
    parts = {_named(part): part for part in Part}
    return [parts.get(one, one) for one in named]


def _expected(duty: CreditDuty, values: dict[Part, tuple[str, ...]]) -> str:
    line = duty.template
    for part, spellings in values.items():
        shown = ", ".join(spellings) if part is Part.AUTHOR else "".join(spellings[:1])
        line = line.replace(f"{{{part}}}", shown or f"[{part}]")
    return line
