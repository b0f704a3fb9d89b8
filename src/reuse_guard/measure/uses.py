"""Several pairs checked together, as the uses that limits over all of them add up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.grants import Coverage
from reuse_guard.measure.readings import perhaps_copied
from reuse_guard.measure.together import OneUse, Uses
from reuse_guard.urls.identity import same_address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reuse_guard.grants import GrantUse
    from reuse_guard.measure.pair import Pair


def add_up(pairs: Sequence[Pair]) -> tuple[Uses, ...]:
    """All uses together, once for each of them; the same pair given twice is one use."""
    names = _names(pairs)
    uses: dict[tuple[str, str, str | None], OneUse] = {}
    keys = []
    for pair, name in zip(pairs, names, strict=True):
        key = name, pair.candidate.sha256, pair.candidate.url
        uses.setdefault(key, _use(pair, name))
        keys.append(key)
    known, places = tuple(uses.values()), {key: place for place, key in enumerate(uses)}
    return tuple(Uses(known, places[key]) for key in keys)


def _use(pair: Pair, name: str) -> OneUse:
    covering = {_coverage(pair, use) for use in pair.grants}
    may_be_none = (
        pair.may_be_stock
        or pair.may_be_facts
        or pair.may_be_form
        or pair.may_be_quoted
        or perhaps_copied(pair)
    )
    return OneUse(
        original=name,
        amounts=pair.of_original,
        day=pair.candidate.published,
        is_certain=not may_be_none and Coverage.UNKNOWN not in covering,
        is_permitted=Coverage.COVERS in covering,
    )


def _coverage(pair: Pair, use: GrantUse) -> Coverage:
    """Whether a permission covers what was copied of this original."""
    allowed = use.grant.overrides.max_share
    if use.coverage is Coverage.DOES_NOT or pair.share.fraction > allowed:
        return Coverage.DOES_NOT
    # How large a part is cannot be told where it is not known what the whole is.
    is_doubtful = allowed < 1 and (pair.original.doubts or pair.original.unsure)
    return Coverage.UNKNOWN if is_doubtful else use.coverage


def _names(pairs: Sequence[Pair]) -> list[str]:
    """For each pair what tells its original from the others: its address, else its digest.

    An article is known again where the first address of one reading is among those of another; by
    others alone it is not, for sites exist whose pages all declare one canonical address.
    """
    known: list[tuple[str, ...]] = []
    names = []
    for pair in pairs:
        urls = pair.original_urls or (pair.original.sha256,)
        same = next((one for one in known if _name_one(one, urls)), None)
        known += [urls] if same is None else []
        names.append((same or urls)[0])
    return names


def _name_one(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return any(same_address(some[0], url) for url in others) or any(
        same_address(others[0], url) for url in some
    )
