"""From the sentences of a notice to its terms."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from reuse_guard.expressions import expression
from reuse_guard.notices.amounts import limits
from reuse_guard.notices.concepts import Concept
from reuse_guard.notices.consents import is_of_some, read_consents
from reuse_guard.notices.delays import read_waits
from reuse_guard.notices.links import asks_direct, asks_follow, read_links
from reuse_guard.notices.places import has_cases
from reuse_guard.notices.terms import Kind, Link, Term, Value
from reuse_guard.notices.tokens import Sentence
from reuse_guard.text.sentences import split_sentences
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# Sentences about readers and buyers, who consent to other things and follow other links.
_OF_READERS = expression(
    r"cookie|affiliate|subscri|privacy|personal (?:data|information)|browser|newsletter|purchase"
    r"|retail|\bsettings\b|куки|подпис|персональн|рассылк|жеке дерек|жазыл(?:у\b|ы[мңпс])",
    re.IGNORECASE,
)
# What only some may do is no term for others: "Teachers may copy half", «Для школ разрешается ...».
# It may be one where others stand beside them ("Schools, newspapers and websites may"), or where
# the sentence goes on to others or says what nobody may.
_TEACHERS = "teachers|students|pupils|schools|universities|libraries|educators|members"
_TEACHERS_RU = "учителя|преподаватели|студенты|школьники|школы|вузы|библиотеки"
_FOR_TEACHERS_RU = "учителей|преподавателей|студентов|школьников|школ|вузов|библиотек"
_TEACHERS_KK = "мұғалімдер|оқытушылар|студенттер|оқушылар|мектептер|кітапханалар"
_OF_SOME = expression(
    rf"\W*(?:(?:{_TEACHERS})(?:(?:,|,? and|,? or)\s(?:{_TEACHERS}))*"
    r"\s+(?:may|can|are (?:free|allowed|permitted))\b"
    rf"|(?:{_TEACHERS_RU})(?:(?:,| и| или)\s(?:{_TEACHERS_RU}))*\s+(?:могут|вправе)\b"
    rf"|для (?:{_FOR_TEACHERS_RU})(?:(?:,| и| или)\s(?:для )?(?:{_FOR_TEACHERS_RU}))*\s+разреш\w+"
    rf"|(?:{_TEACHERS_KK})(?:(?:,| және| немесе| [мбп]ен)\s(?:{_TEACHERS_KK}))*"
    r"\s+(?!және\b|немесе\b|[мбп]ен\b)(?:(?!басқа)[^.;])*?\bалады\b)"
    r"(?!.*(?:;|\b(?:others|every(?:body|one)|anyone|(?:may|can|must)\s+not|все[мх]?)\b|остальн|басқа)"
    r"|\s+(?:not|не)\b)",
    re.IGNORECASE | re.DOTALL,
)
MAX_SENTENCE = 1_500  # characters; the longest listed terms have 600 in one


# Every article of a publisher carries the same notice.
@lru_cache(maxsize=256)
def terms_in(text: str) -> tuple[Term, ...]:
    """The terms in a notice, in the order in which they stand there."""
    found = [term for _, terms in _by_sentence(text) for term in terms]
    return tuple(_once(_with_merged_links(found)))


def unread_in(text: str) -> tuple[str, ...]:
    """The sentences of a notice in which no term was found, or that say more."""
    return tuple(
        sentence.text
        for sentence, terms in _by_sentence(text)
        if not terms or is_of_some(sentence) or (sentence.has(Concept.LINK) and has_cases(sentence))
    )


def _by_sentence(text: str) -> Iterator[tuple[Sentence, list[Term]]]:
    """Each sentence with its terms."""
    previous = None
    for span in split_sentences(text):
        for start, stop in _in_reach(span):
            sentence = Sentence(text[start:stop], Span(start, stop))
            terms = [
                Term(kind, value, sentence.text, sentence.span)
                for kind, value in _terms_of(sentence, previous)
            ]
            yield sentence, terms
            previous = sentence


def _in_reach(span: Span) -> Iterator[Span]:
    """A sentence, or the pieces of one that no person wrote: reading takes its length squared."""
    for start in range(span.start, span.stop, MAX_SENTENCE):
        yield Span(start, min(start + MAX_SENTENCE, span.stop))


def _terms_of(sentence: Sentence, previous: Sentence | None) -> Iterator[tuple[Kind, Value]]:
    if _OF_READERS.search(sentence.text) or _OF_SOME.match(sentence.text):
        return
    for amount in limits(sentence):
        yield Kind.LIMIT, amount.quantity
    links = read_links(sentence)
    for link in links:
        yield Kind.LINK, link
    if not links and previous is not None and _goes_on(sentence) and read_links(previous):
        yield Kind.LINK, Link(follow=asks_follow(sentence), direct=asks_direct(sentence))
    waits = read_waits(sentence)
    for wait in waits:
        yield Kind.EMBARGO, wait
    for kind, consent in read_consents(sentence):
        if not (waits and kind is Kind.DENIED):  # it is forbidden for so long, and no longer
            yield kind, consent


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
    in_words = all(value.in_words for value in values)
    merged = []
    for place in places:
        stated = [term for term, v in zip(links, values, strict=True) if v.where == place]
        origin = stated[0] if stated else links[0]
        value = Link(target or "article", place, follow, direct, in_words)
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
