"""Judging the links of a candidate as a reader and a search engine see them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reuse_guard.backlinks.model import Backlink, BacklinkStatus, Fault, Flaw, Strictness
from reuse_guard.backlinks.outside import outside_links
from reuse_guard.backlinks.places import Places
from reuse_guard.backlinks.robots import directives
from reuse_guard.backlinks.sentences import (
    BARE,
    COPIES,
    LEADS_TO,
    NOT_THERE,
    SHORTENED,
    SLIPS,
    SPELLINGS,
    TO_ARTICLE,
    UNSURE,
)
from reuse_guard.backlinks.sight import shows_something, sight_faults
from reuse_guard.backlinks.targets import Target, find_target, is_served, unbroken
from reuse_guard.documents.model import Block, Document, Format, Link, LinkKind, Role
from reuse_guard.documents.pointers import pointer_of
from reuse_guard.documents.roles.prose import DENSE
from reuse_guard.documents.signoffs import labels_desk
from reuse_guard.documents.templates import is_template
from reuse_guard.documents.threads import may_be_comment
from reuse_guard.expressions import expression
from reuse_guard.frozen import frozen
from reuse_guard.urls.identity import Address, parse_address
from reuse_guard.urls.relation import Article, Relation
from reuse_guard.urls.sieve import Sieve
from reuse_guard.urls.wrappers import Wrapper

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from reuse_guard.backlinks.robots import Directives
    from reuse_guard.text.spans import Span

VALID, WARNING, INVALID, UNRESOLVED = (
    BacklinkStatus.VALID,
    BacklinkStatus.WARNING,
    BacklinkStatus.INVALID,
    BacklinkStatus.UNRESOLVED,
)
_CLOSED: Final = frozenset({"nofollow", "ugc", "sponsored"})
_ASIDES: Final = frozenset({Role.NAVIGATION, Role.RELATED})
# How lines begin that send a reader on to other articles, in English, Russian and Kazakh; the first
# kind is never an attribution, the second may be one, or begin a sentence ("Related companies").
# "Read more" and "More details" are of the same article.
_ON_THIS: Final = r"(?:related|recommended|по теме|осы тақырыпта)"
_BEGINS_SO = expression(rf"\W*{_ON_THIS}\b", re.IGNORECASE)
_READ_ALSO = expression(
    r"\W*(?:(?:read (?:also|next)|also read|see also|(?:читайте|смотрите|читать) (?:также|ещё|еще)"
    rf"|оқи отырыңыз|тағы оқыңыз)\b|{_ON_THIS}(?:\s+\w+){{0,2}}\s?:)",
    re.IGNORECASE,
)
_READ_ON = expression(
    rf"\W*(?:{_ON_THIS}|другие|(?:more|чита(?:йте|ть)|смотрите|ещё|еще|оқыңыз|тағы)\b"
    r"(?! (?:at|in|details?|info(?:rmation)?|далее|дальше|подробн(?:ее|ост\w+)|оригинал[аеу]?"
    r"|толығырақ|полн(?:остью|\w+ (?:текст|верси|стать|материал)\w*))\b))\b",
    re.IGNORECASE,
)
_CREDIT = expression(
    r"\W*(?:source|first published|originally (?:published|appeared)|via"
    r"|источник|первоисточник|оригинал|дереккөз|түпнұсқа)\b\s*(?:\w+\s+){0,3}[:—–-]?",
    re.IGNORECASE,
)
_LABEL: Final = 6  # words; with more, or a comma, it is a sentence
_LINE: Final = 200  # characters; a longer block that begins so is a paragraph of its own
_NAME, _DENSE_NAME = 30, 10  # characters; most titles are longer
_MARKS: Final = (":", "\uff1a", "-", "\u2013", "\u2014", "|")  # at the end of a label
_NEAR_HEADLINE: Final = 3  # blocks: standfirst, byline, date
_GRAVITY: Final = (INVALID, UNRESOLVED, WARNING)
_DEFAULT: Final = Strictness()


def _holds_nothing(_spans: tuple[Span, ...]) -> bool:
    """Nothing is known to have been copied."""
    return False


def judge_links(  # noqa: PLR0913 - each names one thing known about the use
    candidate: Document,
    *,
    article: Article,
    strictness: Strictness = _DEFAULT,
    first_copied: int | None = None,
    holds_copy: Callable[[tuple[Span, ...]], bool] = _holds_nothing,
    headers: Mapping[str, str] | None = None,
    shorteners: Mapping[str, str] | None = None,
) -> tuple[Backlink, ...]:
    """Judge everything link-like in a candidate that has to do with the original.

    Args:
        candidate: the page or text.
        article: the original's addresses. When none is known (`article.is_known`) no link can be
            recognised, and the result is empty without meaning that there is none.
        strictness: what the terms ask of a link.
        first_copied: character of `candidate.text` where the first copied passage begins.
        holds_copy: whether most of what was copied stands in these runs of `candidate.text`; asked
            of what is hidden in the same way as a link.
        headers: of the candidate's HTTP response; only X-Robots-Tag is read.
        shorteners: where shortened addresses lead, by address.

    Returns:
        In the order of the page. Links that have nothing to do with the original are left out.
    """
    if not article.is_known:
        return ()
    known = shorteners or {}
    sieve = Sieve(article, known)
    robots = directives(candidate, headers)
    judge = _Judge(candidate, strictness, robots, holds_copy, is_served(candidate))
    places = Places(candidate, first_copied=first_copied)
    return tuple(
        _backlink(found, judge, places)
        for link in candidate.links
        if (sieve.passes(link.url) or is_template(link.href))
        and (found := find_target(unbroken(link, candidate, article), article, known)) is not None
        and not judge.is_no_matter(found)
    )


@frozen
class _Judge:
    """What every link of one candidate is held against."""

    candidate: Document
    strictness: Strictness
    robots: Directives
    holds_copy: Callable[[tuple[Span, ...]], bool]
    is_served: bool

    def is_no_matter(self, found: Target) -> bool:
        """Whether a link leads nobody knows where from a place where no source is named."""
        is_unknown = found.slip is Flaw.TEMPLATED and not found.leads_to
        return is_unknown and (found.link.hidden is not None or any(self._place_faults(found.link)))

    # --- what is wrong with it --------------------------------------------------
    def faults(self, found: Target) -> Iterator[Fault]:
        """Everything wrong with a link, by the strictness asked for."""
        if found.slip is Flaw.TEMPLATED and self.is_served:
            yield Fault(Flaw.UNFILLED, INVALID, SLIPS[Flaw.UNFILLED])
        elif found.slip:
            is_lost = found.related.relation is Relation.LOOKALIKE
            yield Fault(found.slip, INVALID if is_lost else UNRESOLVED, SLIPS[found.slip])
        yield from self._target_faults(found)
        yield from self._kind_faults(found)
        if found.link.kind is LinkKind.HYPERLINK:
            is_with_copy = bool(found.link.hidden_with) and self.holds_copy(found.link.hidden_with)
            yield from sight_faults(found.link, is_with_copy=is_with_copy)
            yield from self._follow_faults(found.link)
        yield from self._place_faults(found.link)

    def _target_faults(self, found: Target) -> Iterator[Fault]:
        relation, strict = found.related.relation, self.strictness
        if found.wrapper is Wrapper.SHORTENER and not found.leads_to:
            yield Fault(Flaw.SHORTENED, UNRESOLVED, SHORTENED)
            return
        if found.wrapper is Wrapper.SHARE:
            yield Fault(Flaw.SHARE_BUTTON, INVALID, "It is a button for sharing, not a link.")
        is_mistyped = found.slip is not None and relation is Relation.LOOKALIKE
        if relation in NOT_THERE and not is_mistyped:
            flaw, text = NOT_THERE[relation]
            text = text.format(host=_host(found.leads_to), detail=found.related.detail)
            yield Fault(flaw, INVALID, text)
        elif relation in {Relation.HOME, Relation.SECTION} and not strict.home:
            flaw = Flaw.HOME if relation is Relation.HOME else Flaw.SECTION
            text = f"It leads to {LEADS_TO[relation]}, not to the article."
            yield Fault(flaw, INVALID, text)
        elif relation in TO_ARTICLE and not strict.article:
            text = "It leads to the article, where the terms ask for the publisher's home page."
            yield Fault(Flaw.NOT_HOME, INVALID, text)
        elif relation in SPELLINGS:
            yield Fault(*SPELLINGS[relation])
        yield from self._wrapper_faults(found)

    def _wrapper_faults(self, found: Target) -> Iterator[Fault]:
        grade = INVALID if self.strictness.direct else WARNING
        copy = COPIES.get(found.wrapper) if found.wrapper else None
        if copy:
            yield Fault(Flaw.COPY, grade, f"It leads to {copy} of the article's address.")
        elif found.wrapper is Wrapper.PATH:
            text = f"It leads to {_host(found.url)}, whose path holds the article's address."
            yield Fault(Flaw.IN_PATH, INVALID if grade is INVALID else UNRESOLVED, text)
        elif found.wrapper in {Wrapper.REDIRECTOR, Wrapper.SHORTENER}:
            text = f"It leads to the article through {_host(found.url)}, not directly."
            yield Fault(Flaw.INDIRECT, grade, text)

    def _kind_faults(self, found: Target) -> Iterator[Fault]:
        if found.scripted:
            yield Fault(Flaw.SCRIPTED, INVALID, "It works by a script and is no hyperlink.")
        elif found.link.kind in UNSURE:
            flaw, text = UNSURE[found.link.kind]
            yield Fault(flaw, UNRESOLVED, text)
        elif found.link.bare and not self.strictness.written:
            yield Fault(Flaw.BARE, WARNING, BARE)
        elif found.link.kind is LinkKind.MENTION and not self.strictness.written:
            if self.candidate.format is Format.TEXT:
                text = "The address is written out; plain text cannot carry a hyperlink."
                yield Fault(Flaw.WRITTEN, WARNING, text)
            else:
                text = "The address is only mentioned as text; a reader cannot click it."
                yield Fault(Flaw.MENTION, INVALID, text)

    def _follow_faults(self, link: Link) -> Iterator[Fault]:
        grade = INVALID if self.strictness.follow else WARNING
        closed = sorted(link.rel & _CLOSED)
        if closed:
            text = f'It is marked rel="{" ".join(closed)}", which closes it to search engines.'
            yield Fault(Flaw.NOFOLLOW, grade, text)
        told = self.robots.told("nofollow")
        if told:
            text = "The page tells search engines not to follow its links (robots nofollow)."
            yield Fault(Flaw.PAGE_NOFOLLOW, grade, text)
        elif told is None:
            grade_of_some = UNRESOLVED if self.strictness.follow else WARNING
            text = "The page tells single search engines not to follow its links (nofollow)."
            yield Fault(Flaw.PARTLY_NOFOLLOW, grade_of_some, text)
        if self.strictness.listed and self.robots.told("noindex"):
            text = "The page tells search engines not to list it (robots noindex)."
            yield Fault(Flaw.PAGE_NOINDEX, UNRESOLVED, text)
        if link.noindex:
            text = "It stands inside <noindex>, which hides it from Yandex."
            yield Fault(Flaw.NOINDEX, grade, text)

    def _place_faults(self, link: Link) -> Iterator[Fault]:
        blocks = self.candidate.blocks
        if not 0 <= link.block < len(blocks):
            return
        if blocks[link.block].role is Role.COMMENT:
            yield Fault(Flaw.READER_COMMENT, INVALID, "It stands in the readers' comments.")
        elif may_be_comment(blocks[link.block], self.candidate):
            text = "It stands below a heading of readers' comments, and may be in one of them."
            yield Fault(Flaw.PERHAPS_COMMENT, UNRESOLVED, text)
        elif (is_aside := self._is_aside(link)) is None:
            text = "It looks like one of related links, or stands right beside them."
            grade = UNRESOLVED if self.strictness.in_text else WARNING
            yield Fault(Flaw.PERHAPS_ASIDE, grade, text)
        elif is_aside:
            grade = INVALID if self.strictness.in_text else WARNING
            text = "It stands beside the text, in navigation, a footer or related links."
            yield Fault(Flaw.ASIDE, grade, text)

    def _is_aside(self, link: Link) -> bool | None:
        """Whether a link stands in navigation, a footer or related links; None if nobody can tell.

        A line such as "Source: Alatau Times" is mostly link too, and neither is the head of an
        article navigation, though readers of pages call them so.
        """
        blocks, index = self.candidate.blocks, link.block
        block = blocks[index]
        sends_on = self._sends_on(index) if len(block.text) <= _LINE else False
        if sends_on:
            return True
        if block.role is Role.NAVIGATION:
            near = blocks[max(0, index - _NEAR_HEADLINE) : index + _NEAR_HEADLINE]
            heads = any(other.role is Role.HEADLINE for other in near)
            return sends_on if heads and outside_links(self.candidate, index) else True
        if block.role is not Role.RELATED:
            return sends_on
        if _READ_ON.match(block.text):
            return True
        is_first = not any(other.role in _ASIDES for other in blocks[max(0, index - 1) : index])
        if is_first and not any(other.role in _ASIDES for other in blocks[index + 1 : index + 2]):
            return False
        return _is_entry(block, link, is_first=is_first)

    def _sends_on(self, index: int) -> bool | None:
        """Whether a line sends a reader on to other articles; None where it may do so."""
        text = self.candidate.blocks[index].text
        if _READ_ALSO.match(text):
            return True
        if not _BEGINS_SO.match(text):
            return False
        label = outside_links(self.candidate, index)
        if pointer_of(label):
            return True
        return False if "," in label or len(label.split()) > _LABEL else None


def _is_entry(block: Block, link: Link, *, is_first: bool) -> bool | None:
    """Whether a line among links is one of a list; None where it may as well name its source.

    A label and a link that lead on ("Read also: ...") are one, "Source: ..." is none. A label in no
    list may be a section's ("Sport: ...") as well as a source's.
    """
    head = block.text[: max(0, link.start - block.start)].strip()
    tail = block.text[link.stop - block.start :]
    is_labelled = len(head) <= _LINE and any(map(str.isalpha, head)) and not shows_something(tail)
    if not is_labelled or pointer_of(head) or pointer_of(block.text):
        return True
    if _CREDIT.fullmatch(f"{head} ") or _CREDIT.fullmatch(head) or labels_desk(head):
        return False
    return None if head.endswith(_MARKS) or (is_first and _is_short(link.anchor)) else True


def _is_short(text: str) -> bool:
    """Whether a text is as short as a name."""
    return len(text) <= (_DENSE_NAME if DENSE.search(text) else _NAME)


def _backlink(found: Target, judge: _Judge, places: Places) -> Backlink:
    link = found.link
    faults = sorted(judge.faults(found), key=lambda fault: _GRAVITY.index(fault.status))
    return Backlink(
        url=found.url,
        status=faults[0].status if faults else VALID,
        reason=faults[0].sentence if faults else _valid_sentence(found),
        place=places.of(link),
        target=found.related.relation,
        leads_to=found.leads_to,
        wrapper=found.wrapper,
        follow=not (link.rel & _CLOSED or judge.robots.told("nofollow") or link.noindex),
        flaws=tuple(fault.flaw for fault in faults),
        anchor=link.anchor,
        rel=tuple(sorted(link.rel)),
        font_ratio=judge.candidate.font_ratio(link) if judge.strictness.sized else None,
        obstacle=link.hidden or link.unclickable,
    )


def _valid_sentence(found: Target) -> str:
    if found.link.kind is LinkKind.MENTION:
        return f"The address of {LEADS_TO[found.related.relation]} is written out."
    return f"A visible link leads to {LEADS_TO[found.related.relation]}."


def _host(url: str) -> str:
    address: Address | None = parse_address(url)
    return address.unicode_host if address else url
