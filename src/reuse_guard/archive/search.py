"""Which originals a page draws on: fingerprints counted and weighed, then the best looked into."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from reuse_guard.archive.estimate import LEAST_SHINGLES, Page, estimate
from reuse_guard.archive.fingerprints import guaranteed
from reuse_guard.archive.model import Found, Hit, Run
from reuse_guard.archive.segments import STOCK
from reuse_guard.backlinks import links_to
from reuse_guard.text.alphabets import alike, is_spelled_otherwise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from numpy.typing import NDArray

    from reuse_guard.archive.estimate import Stretch
    from reuse_guard.archive.model import Version
    from reuse_guard.archive.shelf import Shelf
    from reuse_guard.archive.store import Store
    from reuse_guard.documents.model import Document
    from reuse_guard.text.words import Words

# Versions a small archive is thought to have besides its own: a shingle that stands in one of five
# articles says more than "one of five".
_ASSUMED: Final = 65_536
LEAST_SHARED: Final = guaranteed(16)  # fingerprints
# Four fingerprints that stand in up to 64 of 100,000 versions have 45 bits.
LEAST_BITS: Final = 45.0
MOST_LOOKED_INTO: Final = 40  # versions; each takes 0.3 ms
# Fewer words of its own do not make an article an original of a page: they may be a stock phrase
# that stands next to a passage taken from another article.
LEAST_OWN: Final = LEAST_SHINGLES + 3


def search(store: Store, page: Document, *, day: date | None, limit: int) -> Found:
    """Find the originals of a page; see `Archive.search`."""
    with store.reading():
        scores = _score(store, page.words)
        versions = standing(scores, store.versions(scores), store.versions_of, day)
        chosen = [(version, scores.get(version.id, 0.0)) for version in versions[:MOST_LOOKED_INTO]]
        return compare(store, page, chosen, beyond=len(versions) - len(chosen), limit=limit)


def compare(
    shelf: Shelf,
    page: Document,
    chosen: Sequence[tuple[Version, float]],
    *,
    beyond: int,
    limit: int,
) -> Found:
    """Look into some versions for what of them stands in a page.

    Args:
        shelf: has their texts.
        page: what draws on them.
        chosen: versions with the bits that they share with the page, best first.
        beyond: how many more share fingerprints and are not looked into.
        limit: how many originals to name.
    """
    looked_into = [
        hit for version, bits in chosen if (hit := _look_into(shelf, version, page.words, bits))
    ]
    hits, repeated = _attribute(looked_into, page)
    more = beyond + max(len(hits) - limit, 0)
    return Found(tuple(hits[:limit]), tuple(repeated), more, len(page.words))


def bits_of(frequencies: NDArray[np.int64], versions: int) -> NDArray[np.float64]:
    """How telling fingerprints are that stand in so many of all versions.

    Whole multiples of 2**-20: their sums are exact in any order, on one machine or on many.

    >>> bits_of(np.array([1, 1000]), 1000).round(3).tolist()
    [16.022, 6.056]
    """
    bits = np.log2((versions + _ASSUMED) / np.maximum(frequencies, 1))
    rounded: NDArray[np.float64] = np.ldexp(np.rint(np.ldexp(bits, 20)), -20)
    return rounded


def _score(store: Store, words: Words) -> dict[int, float]:
    """Bits of the fingerprints that versions share with a page, the best first."""
    which, versions = store.look_up(store.fingerprints_of(words))
    if not len(which):
        return {}
    frequencies = np.bincount(which)
    bits = bits_of(frequencies, store.count_versions())
    # A stock phrase counts for nothing, whether a merge has struck it already or not.
    telling = frequencies[which] <= STOCK
    which, versions = which[telling], versions[telling]
    found, inverse, counts = np.unique(versions, return_inverse=True, return_counts=True)
    sums = np.bincount(inverse.reshape(-1), weights=bits[which])
    enough = np.flatnonzero((counts >= LEAST_SHARED) & (sums >= LEAST_BITS))
    best = enough[np.argsort(-sums[enough], kind="stable")]
    return dict(zip(found[best].tolist(), sums[best].tolist(), strict=True))


def standing(
    scores: Iterable[int],
    versions: Iterable[Version],
    versions_of: Callable[[int], list[Version]],
    day: date | None,
) -> list[Version]:
    """One version of each article, best first: that of the day, else the one most like the page.

    Args:
        scores: numbers of versions that share fingerprints with the page, best first.
        versions: those of them that are there.
        versions_of: all versions of an article, the first one first.
        day: of the page.
    """
    known = {version.id: version for version in versions}
    best: dict[int, Version] = {}
    for number in scores:
        version = known.get(number)
        if version is not None:
            best.setdefault(version.article, version)
    if day is None:
        return list(best.values())
    return [version_at(versions_of(article), day) for article in best]


def version_at(versions: list[Version], day: date) -> Version:
    """The version that stood on a day; before the first one, the first.

    Args:
        versions: of one article, the first one first; at least one.
        day: of the page.
    """
    standing = [version for version in versions if version.since <= day]
    return standing[-1] if standing else versions[0]


def _look_into(
    shelf: Shelf, version: Version, words: Words, bits: float
) -> tuple[Hit, NDArray[np.int64]] | None:
    """What of one version stands in the page, and which words of the page; None for chance."""
    original = shelf.document(version.id).body_words
    stretches = _stretches(original, words)
    if not stretches:
        return None
    copied = np.unique(np.concatenate([stretch.words for stretch in stretches]))
    found = np.unique(np.concatenate([stretch.found for stretch in stretches]))
    runs = tuple(_run(stretch, original, words) for stretch in stretches)
    return Hit(version, copied=len(copied), own=len(found), bits=bits, runs=runs), found


def _stretches(original: Words, page: Words) -> list[Stretch]:
    """As `estimate`, between two alphabets also with words spelled alike; what explains more."""
    found = estimate(original, page.once(Page.of))
    if not is_spelled_otherwise(original, page):
        return found
    others = estimate(alike(original), page.once(alike).once(Page.of))
    return max(found, others, key=lambda each: sum(len(stretch.words) for stretch in each))


def _run(stretch: Stretch, original: Words, page: Words) -> Run:
    return Run(
        original=original.characters(stretch.original),
        candidate=page.characters(stretch.candidate),
        words=len(stretch.words),
    )


def _attribute(
    looked_into: Sequence[tuple[Hit, NDArray[np.int64]]], page: Document
) -> tuple[list[Hit], list[Hit]]:
    """Give every word of the page to an original that it links to, else to the most copied one.

    An article that only repeats what another original of the page has is none of its own: so of
    two that have a passage in common the one that the page names is its original.
    """
    taken = np.zeros(len(page.words), np.bool_)
    hits: list[Hit] = []
    repeated: list[Hit] = []
    linked = _linked(looked_into, page)
    ordered = sorted(
        looked_into,
        key=lambda pair: (pair[0].version.id not in linked, -len(pair[1]), pair[0].version.id),
    )
    for hit, found in ordered:
        own = int(np.count_nonzero(~taken[found]))
        (hits if own >= LEAST_OWN else repeated).append(replace(hit, own=own))
        if own >= LEAST_OWN:
            taken[found] = True
    hits.sort(key=lambda hit: (-hit.own, hit.version.id))
    return hits, repeated


def _linked(looked_into: Sequence[tuple[Hit, NDArray[np.int64]]], page: Document) -> set[int]:
    """The versions that a page links to, where there are several to choose from."""
    if len(looked_into) < 2:  # noqa: PLR2004 - two to choose from
        return set()
    return {
        hit.version.id
        for hit, _ in looked_into
        if hit.version.url and links_to(page, [hit.version.url])
    }
