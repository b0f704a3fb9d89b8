"""Which of several backlinks is the best."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reuse_guard.backlinks.model import Backlink, BacklinkStatus
from reuse_guard.urls.relation import Relation

if TYPE_CHECKING:
    from collections.abc import Iterable

_STATUSES: Final = (
    BacklinkStatus.VALID,
    BacklinkStatus.WARNING,
    BacklinkStatus.UNRESOLVED,
    BacklinkStatus.INVALID,
)
_TARGETS: Final = (
    Relation.ARTICLE,
    Relation.RESPELT,
    Relation.PUNCTUATED,
    Relation.VARIANT,
    Relation.EXTENDED,
    Relation.OTHER_VIEW,
    Relation.RENAMED,
    Relation.HOME,
    Relation.SECTION,
    Relation.SAME_SITE,
    Relation.NETWORK,
    Relation.LOOKALIKE,
    Relation.UNRELATED,
)


def best(backlinks: Iterable[Backlink]) -> Backlink | None:
    """The backlink that serves the original best, or None when there is none.

    The order: what it counts for (valid, warning, unresolved, invalid); where it leads (article,
    variant, home page, section, other); direct before wrapped; open to search engines before
    closed; fewer flaws before more; higher on the page before lower.
    """
    return min(backlinks, key=_rank, default=None)


def _rank(backlink: Backlink) -> tuple[int, int, bool, bool, int, int]:
    return (
        _STATUSES.index(backlink.status),
        _TARGETS.index(backlink.target),
        backlink.wrapper is not None,
        not backlink.follow,
        len(backlink.flaws),
        backlink.place.start,
    )
