"""Attribution that is not a hyperlink: canonical tags, metadata, a brand name in the text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from reuse_guard.backlinks.robots import header_directives
from reuse_guard.backlinks.sentences import MAY_BE_ARTICLE
from reuse_guard.backlinks.targets import find_target
from reuse_guard.documents.model import Document, Link, LinkKind
from reuse_guard.expressions import expression
from reuse_guard.frozen import frozen
from reuse_guard.text.hashing import PADDING
from reuse_guard.text.words import split_words
from reuse_guard.urls.identity import parse_address
from reuse_guard.urls.relation import Article, Relation
from reuse_guard.urls.sieve import Sieve
from reuse_guard.urls.wrappers import Wrapper

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import numpy as np
    from numpy.typing import NDArray

WRITTEN_ADDRESS: Final = "written address"
_RELATED = frozenset(
    {
        Relation.ARTICLE,
        Relation.RESPELT,
        Relation.PUNCTUATED,
        Relation.VARIANT,
        Relation.HOME,
        Relation.SECTION,
    }
)


@frozen
class Attribution:
    """One sign that the candidate names its source, or keeps search engines out.

    Attributes:
        kind: what says it: `"canonical"`, `"canonical outside of the head"`, `"isBasedOn"`,
            `"original-source"`, `"cite"`, `"written address"`, `"brand name"`, `"robots"`,
            `"X-Robots-Tag"` ...
        value: the address, the name or the directives, as written.
        line: source line, counted from 1; 0 for a header.
        target: where an address leads, seen from the original; None for names, directives and what
            is shortened.
    """

    kind: str
    value: str
    line: int
    target: Relation | None = None


def find_attributions(
    candidate: Document,
    *,
    article: Article,
    brands: Iterable[str] = (),
    headers: Mapping[str, str] | None = None,
    addressed: tuple[Attribution, ...] | None = None,
) -> tuple[Attribution, ...]:
    """Everything but hyperlinks that ties a candidate to the original.

    Args:
        candidate: the page or text.
        article: the original's addresses.
        brands: names of the publisher; each is sought as whole words in the visible text.
        headers: of the candidate's HTTP response.
        addressed: what `find_addressed` has found of it, where it was asked already.
    """
    return (
        *(find_addressed(candidate, article) if addressed is None else addressed),
        *_named(candidate, brands),
        *_robots(candidate, headers),
    )


def find_addressed(candidate: Document, article: Article) -> tuple[Attribution, ...]:
    """The addresses of an original or its publisher that a candidate declares or writes out."""
    find = _Finder(article, Sieve(article))
    return (*_declared(candidate, find), *_written(candidate, find))


def _declared(candidate: Document, find: _Finder) -> Iterator[Attribution]:
    for signal in candidate.signals:
        target = find.target(signal.url)
        if signal.may_show and target not in _RELATED:
            target = find.end(signal.url)
        if target in _RELATED or (signal.may_show and target in MAY_BE_ARTICLE):
            yield Attribution(signal.kind, signal.url, signal.line, target)
        elif signal.may_show and target is Relation.UNRELATED:
            yield Attribution(signal.kind, signal.url, signal.line)


def _written(candidate: Document, find: _Finder) -> Iterator[Attribution]:
    for link in candidate.links:
        if link.kind is LinkKind.MENTION and not link.hidden:
            target = find.target(link.url)
            if target in _RELATED:
                yield Attribution(WRITTEN_ADDRESS, link.href, link.line, target)


def _named(candidate: Document, brands: Iterable[str]) -> Iterator[Attribution]:
    names = [name for brand in brands if (name := brand.strip())]
    if not names:
        return
    for brand in names:
        if not _may_name(candidate, brand):
            continue
        pattern = expression(rf"(?<!\w){re.escape(brand)}(?!\w)", re.IGNORECASE)
        for block in candidate.blocks:
            found = None if block.hidden else pattern.search(block.text)
            if found:
                yield Attribution("brand name", found[0], block.first_line)
                break


def _may_name(candidate: Document, brand: str) -> bool:
    """Whether a name may be in a text: by how each word begins, in a fifth of the time of a search.

    Not where a sign that `re` takes for the border of a word was left out of an ASCII text.
    """
    text, words = candidate.text, candidate.words
    has_all = len(words.letters) == len(text) + PADDING
    if text.isascii() and not (has_all and brand.isascii()):
        return brand.casefold() in text.casefold()
    return all((words.stems == stem).any() for stem in _stems_of(brand))


@lru_cache(maxsize=64)  # many candidates are asked for the names of one publisher
def _stems_of(name: str) -> NDArray[np.uint64]:
    return split_words(name).stems


def _robots(candidate: Document, headers: Mapping[str, str] | None) -> Iterator[Attribution]:
    if found := candidate.robots | candidate.crawlers:
        yield Attribution("robots", ", ".join(sorted(found)), 1)
    if sent := header_directives(headers).all:
        yield Attribution("X-Robots-Tag", ", ".join(sorted(sent)), 0)


class _Finder(NamedTuple):
    """An original's addresses, and a first look that lets most others go: a page loads a hundred.

    Attributes:
        article: the addresses.
        sieve: of them.
    """

    article: Article
    sieve: Sieve

    def target(self, url: str) -> Relation | None:
        """Where an address leads, seen from the original; None for most that lead elsewhere."""
        address = parse_address(url) if self.sieve.passes(url) else None
        return self.article.relate(address).relation if address else None

    def end(self, url: str) -> Relation | None:
        """Where an address leads as a link does: through what keeps copies, or redirects."""
        if not self.sieve.passes(url):
            return None
        link = Link(LinkKind.HYPERLINK, url, url, anchor=url, start=0, stop=0, block=0, line=1)
        found = find_target(link, self.article, {})
        is_lost = found is None or found.scripted or found.wrapper is Wrapper.SHARE
        # What is unrelated and has to do with the original all the same is a shortened address.
        return None if found is None or is_lost else found.related.relation
