"""From the text of a notice to its terms."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from reuse_guard.documents.model import Role
from reuse_guard.notices.amounts import limits
from reuse_guard.notices.concepts import Concept
from reuse_guard.notices.consents import read_consents
from reuse_guard.notices.links import asks_direct, asks_follow, read_links
from reuse_guard.notices.terms import Kind, Link, Term, Value
from reuse_guard.notices.tokens import Sentence
from reuse_guard.text.sentences import split_sentences
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reuse_guard.documents.model import Block, Document

FOOT_BLOCKS = 3  # paragraphs at the end of an article among which a notice may stand
MAX_FOOT_CHARACTERS = 900  # of a block that was not told apart as a notice
_NEVER = frozenset({Role.COMMENT, Role.HEADLINE, Role.BYLINE})
# A cheap look before a careful one: a notice has a word of reuse and one of what it takes.
# Every alternative begins with a letter, so that the search can leap to the next one.
_REUSE = re.compile(
    r"re-?publi|re-?print|reproduc|re-?us(?:e|ing)\b|copying|copied|copy\b(?<!\wcopy)"
    r"|quot(?:e|ing|ation)|excerpt|hyper-?link|l(?<!\wl)ink(?:s|ing|ed)?\b|may be used"
    r"|ссылк|печат|копир|воспроизв|цит[аи]|использ|заимств|публик|перевод|показ|распростран"
    r"|сілтеме|көшір|пайдалан|қолдан|жариял|дәйексөз|үзінді|аудар|өзгер",
)
_NUMBER = re.compile(r"\d")
_TAKES = re.compile(
    r"per ?cent|permi[st]|consent|must|mandatory|require|prohibit|forbid|not be|only|provided"
    r"|free|may be|at most|please"
    r"|обязат|разреш|запре[щт]|допуск|соглас|услови|можно|нельзя|размеща|ставит|указан|не более"
    r"|міндет|рұқсат|тыйым|аспа|болады|болмайды|тиіс|шарт|қажет|керек|келісім",
)
# Sentences about readers and buyers, who consent to other things and follow other links.
_OF_READERS = re.compile(
    r"cookie|affiliate|subscri|privacy|personal (?:data|information)|browser|newsletter|purchase"
    r"|retail|\bsettings\b|куки|подпис|персональн|рассылк|жеке дерек|жазыл",
    re.IGNORECASE,
)
_FEWEST_CHARACTERS = 40  # of a term; a label in a menu is shorter
MAX_SENTENCE = 1_500  # characters; the longest listed terms have 600 in one
MAX_CHARACTERS = 20_000  # of one block; the terms of a whole site are read paragraph by paragraph


def read_terms(document: Document, *, whole_page: bool = False) -> tuple[Term, ...]:
    """The terms that a page states; spans are of `document.text`.

    Args:
        document: the page.
        whole_page: read every block, for a page that is all about terms; else its notices alone.
    """
    blocks = document.blocks if whole_page else notice_blocks(document)
    return tuple(term for block in blocks for term in read_notice(block.text, offset=block.start))


def notice_blocks(document: Document) -> tuple[Block, ...]:
    """The blocks of a page that state terms of reuse.

    Those that its reading told apart as notices, and others that read as one: below the article
    any term is enough; among its last paragraphs, where a notice may have been taken for text, a
    block has to read as nothing else.
    """
    body = [index for index, block in enumerate(document.blocks) if block.role.is_body]
    foot = frozenset(body[-FOOT_BLOCKS:])
    lowest = min(foot, default=0)
    return tuple(
        block
        for index, block in enumerate(document.blocks)
        if block.role is Role.NOTICE
        or (index >= lowest and _reads_as_notice(block, is_body=block.role.is_body))
    )


def _reads_as_notice(block: Block, *, is_body: bool) -> bool:
    text = block.text
    if block.role in _NEVER or not _FEWEST_CHARACTERS <= len(text) <= MAX_FOOT_CHARACTERS:
        return False
    folded = text.lower()  # matching without regard to case takes three times as long
    if not _REUSE.search(folded) or not (_NUMBER.search(folded) or _TAKES.search(folded)):
        return False
    terms = read_notice(text)
    if not is_body:
        return bool(terms)
    told = {term.span for term in terms}
    return len(told) == len(split_sentences(text))


def read_notice(text: str, *, offset: int = 0) -> tuple[Term, ...]:
    """Read the terms in a notice, in the order in which they stand there.

    Args:
        text: of one notice, in English, Russian or Kazakh.
        offset: what is added to the places of sentences.
    """
    terms = _read(text[:MAX_CHARACTERS])
    return tuple(replace(term, span=_shifted(term.span, offset)) for term in terms)


def _shifted(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.stop + offset)


# Every article of a publisher carries the same notice.
@lru_cache(maxsize=256)
def _read(text: str) -> tuple[Term, ...]:
    sentences = [
        Sentence(text[start:stop], Span(start, stop))
        for span in split_sentences(text)
        for start, stop in _in_reach(span)
    ]
    found = [
        Term(kind, value, sentence.text, sentence.span)
        for index, sentence in enumerate(sentences)
        for kind, value in _terms_of(sentence, sentences[index - 1] if index else None)
    ]
    return tuple(_once(_with_merged_links(found)))


def _in_reach(span: Span) -> Iterator[Span]:
    """A sentence, or the pieces of one that no person wrote: reading takes its length squared."""
    for start in range(span.start, span.stop, MAX_SENTENCE):
        yield Span(start, min(start + MAX_SENTENCE, span.stop))


def _terms_of(sentence: Sentence, previous: Sentence | None) -> Iterator[tuple[Kind, Value]]:
    if _OF_READERS.search(sentence.text):
        return
    for amount in limits(sentence):
        yield Kind.LIMIT, amount.quantity
    links = read_links(sentence)
    for link in links:
        yield Kind.LINK, link
    if not links and previous is not None and _goes_on(sentence) and read_links(previous):
        yield Kind.LINK, Link(follow=asks_follow(sentence), direct=asks_direct(sentence))
    yield from read_consents(sentence)


def _goes_on(sentence: Sentence) -> bool:
    """Whether the sentence says more of a link without naming it: "It must not be nofollow"."""
    return not sentence.has(Concept.LINK) and (asks_follow(sentence) or asks_direct(sentence))


def _with_merged_links(terms: list[Term]) -> list[Term]:
    """The same terms, what several sentences say of one link put together.

    Only several places make several links; the sentence kept is the first one.
    """
    links = [term for term in terms if isinstance(term.value, Link)]
    if not links:
        return terms
    values = [term.value for term in links if isinstance(term.value, Link)]
    named = dict.fromkeys(value.where for value in values if value.where)
    places: list[str | None] = [*named] or [None]
    target = next((value.target for value in values if value.target), None)
    follow, direct = any(v.follow for v in values), any(v.direct for v in values)
    merged = []
    for place in places:
        stated = [term for term, v in zip(links, values, strict=True) if v.where == place]
        origin = stated[0] if stated else links[0]
        value = Link(target or "article", place, follow, direct)
        merged.append(Term(Kind.LINK, value, origin.sentence, origin.span))
    first = terms.index(links[0])
    others = [term for term in terms if not isinstance(term.value, Link)]
    before = sum(not isinstance(term.value, Link) for term in terms[:first])
    return [*others[:before], *merged, *others[before:]]


def _once(terms: list[Term]) -> Iterator[Term]:
    """Each thing said, where it is said first."""
    seen: set[tuple[Kind, Value]] = set()
    for term in terms:
        if (term.kind, term.value) not in seen:
            seen.add((term.kind, term.value))
            yield term
