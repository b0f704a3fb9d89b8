"""Backlinks: which links of a candidate lead to the original, and whether a reader can use them."""

from reuse_guard.backlinks.judge import judge_links
from reuse_guard.backlinks.model import Backlink, BacklinkStatus, Flaw, Place, Strictness
from reuse_guard.backlinks.order import best
from reuse_guard.backlinks.robots import directives
from reuse_guard.backlinks.sentences import MAY_BE_ARTICLE
from reuse_guard.backlinks.signals import (
    WRITTEN_ADDRESS,
    Attribution,
    find_addressed,
    find_attributions,
)
from reuse_guard.backlinks.targets import links_to
from reuse_guard.urls.relation import Article, Relation
from reuse_guard.urls.wrappers import Wrapper

__all__ = [
    "MAY_BE_ARTICLE",
    "WRITTEN_ADDRESS",
    "Article",
    "Attribution",
    "Backlink",
    "BacklinkStatus",
    "Flaw",
    "Place",
    "Relation",
    "Strictness",
    "Wrapper",
    "best",
    "directives",
    "find_addressed",
    "find_attributions",
    "judge_links",
    "links_to",
]
