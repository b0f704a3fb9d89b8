"""The hyperlink a notice asks for: whether, where to, where, and of what make."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from reuse_guard.expressions import expression
from reuse_guard.notices.concepts import Concept
from reuse_guard.notices.places import link_places
from reuse_guard.notices.terms import Link

if TYPE_CHECKING:
    from reuse_guard.notices.tokens import Sentence

ARTICLE, HOME, EITHER = "article", "home", "either"
# Kazakh puts the goal of a link before it, in the dative: "түпнұсқаға сілтеме".
_DATIVE = expression(r"[\w.-]+(?:ға|ге|қа|ке|на|не)", re.IGNORECASE)
_TOWARDS = frozenset({"на", "to"})
_PARTICLE = 3  # letters of the longest word that binds others and is none of a name
_KAZAKH_LINK = expression(r"(?:гипер)?сілтеме\w*", re.IGNORECASE)
# "со ссылкой", "сілтемемен": the case itself asks for it.
_WITH_LINK = expression(r"(?:гипер)?(?:ссылк(?:ой|ою|ами)|сілтеме(?:сі|лер)?мен)", re.IGNORECASE)
_NEEDED = expression(
    r"required|needed|necessary|mandatory|obligatory|compulsory|обязательн\w*|требу\w*|нужн\w*"
    r"|необходим\w*|қажет|керек|міндетті|шарт",
    re.IGNORECASE,
)
_OF_TEXTS = (
    Concept.USE,
    Concept.TEXT,
    Concept.SITE,
    Concept.HOME,
    Concept.SEARCH,
    Concept.DIRECT,
    Concept.REDIRECT,
    Concept.HEAD,
    Concept.PARAGRAPHS,
)
# «Ссылка» and «сілтеме» are what a newspaper gives in words too; these say that it is clicked.
_CLICKED = expression(
    r"гипер\w*|\w*актив\w*|кликаб\w*|рабоч\w*|действующ\w*|обратн\w*"
    r"|интернет\w*|белсенді|жұмыс|[a-z-]*link\w*",
    re.IGNORECASE,
)
_IMPERATIVE = expression(r"link(?:ed|ing)?", re.IGNORECASE)


def read_links(sentence: Sentence) -> list[Link]:
    """The links that a sentence asks for; empty where it asks for none."""
    links = [index for index in sentence.places(Concept.LINK) if _is_asked(sentence, index)]
    if not links:
        return []
    targets = [_target(sentence, index) for index in links]
    target = next((target for target in targets if target), None)
    follow, direct = asks_follow(sentence), asks_direct(sentence)
    is_clicked = (
        follow or direct or any(_CLICKED.fullmatch(token.text) for token in sentence.tokens)
    )
    link = Link(target, follow=follow, direct=direct, in_words=target == EITHER and not is_clicked)
    places = link_places(sentence)
    return [replace(link, where=place) for place in places] or [link]


def asks_follow(sentence: Sentence) -> bool:
    """Whether a link must be open to search engines."""
    return sentence.has(Concept.SEARCH, Concept.NO_FOLLOW)


def asks_direct(sentence: Sentence) -> bool:
    """Whether nothing may stand between the link and its goal."""
    return sentence.has(Concept.DIRECT, Concept.REDIRECT)


def _is_asked(sentence: Sentence, index: int) -> bool:
    """Whether the word is a link that has to be there, and not one that need not or may not be."""
    word = sentence.tokens[index].text
    if _is_released(sentence, index) or sentence.has(Concept.KEEP, within=sentence.clause(index)):
        return False
    if _IMPERATIVE.fullmatch(word) and not sentence.has(*_OF_TEXTS):
        return False  # "the link between the two cases must be proven"
    if sentence.has(Concept.DUTY) or _WITH_LINK.fullmatch(word) or _goes_with(sentence, index):
        return True
    following = [sentence.tokens[place].text.lower() for place in sentence.after(index + 1, 1)]
    is_told = following in (["to"], ["back"])
    return is_told and sentence.has(Concept.USE, Concept.ALLOW, Concept.CREDIT)


def _goes_with(sentence: Sentence, index: int) -> bool:
    """`with a link`, `giving a link`, `сілтеме бере отырып`: the use goes with the link."""
    near = [*sentence.before(index, 8), *sentence.after(index + 1, 4)]
    goes_with = sentence.has(Concept.CONNECTED, Concept.CREDIT, within=near)
    return goes_with and sentence.has(Concept.USE, Concept.ALLOW, Concept.EXCERPT)


def _is_released(sentence: Sentence, index: int) -> bool:
    """`no link is required`, `сілтеме қажет емес`, and `excerpts and links may be used`."""
    is_with = _WITH_LINK.fullmatch(sentence.tokens[index].text)
    if not is_with and sentence.has(Concept.ALLOW, within=sentence.after(index + 1, 1)):
        return True
    if sentence.has(Concept.NOT, within=sentence.before(index, 1)):
        return True
    for place in sentence.after(index + 1, 4):
        if _NEEDED.fullmatch(sentence.tokens[place].text):
            # "обязательна не ниже первого абзаца": behind the word only Kazakh says "not".
            behind = [sentence.tokens[at].text.lower() for at in sentence.after(place + 1, 1)]
            if sentence.has(Concept.NOT, within=sentence.before(place, 1)) or behind == ["емес"]:
                return True
    return False


def _target(sentence: Sentence, index: int) -> str | None:
    """Where the link leads: the first thing named behind it, in Kazakh in the dative before it."""
    if _KAZAKH_LINK.fullmatch(sentence.tokens[index].text):
        candidates = [
            place
            for place in sentence.before(index, 6)
            if _DATIVE.fullmatch(sentence.tokens[place].text)
        ]
    else:
        candidates = list(sentence.after(_over_bracket(sentence, index + 1), 9))
    named = [target for place in candidates if (target := _goal(sentence, place, link=index))]
    if not named:
        return None
    if HOME in named[:2] and ARTICLE in named[:2]:
        return EITHER
    # "link to us at the original page": the page is meant.
    by_us = any(sentence.tokens[place].text.lower() == "us" for place in candidates)
    return ARTICLE if by_us and ARTICLE in named else named[0]


def _over_bracket(sentence: Sentence, index: int) -> int:
    """The place behind a bracket that stands there: `гиперссылка (hyperlink) на сайт`."""
    rest = [token.text for token in sentence.tokens[index : index + 9]]
    return index + rest.index(")") + 1 if rest[:1] == ["("] and ")" in rest else index


def _goal(sentence: Sentence, index: int, *, link: int) -> str | None:
    concepts = sentence.tokens[index].concepts
    denied = sentence.places(Concept.NOT, within=sentence.before(index, 3))
    if any(sentence.tokens[place].text.lower() != "емес" for place in denied):
        return None
    if Concept.HOME in concepts:
        return HOME
    if _is_name(sentence, index, link=link):
        return EITHER
    if Concept.TEXT in concepts:
        return None if _is_own_text(sentence, index) else ARTICLE
    return EITHER if Concept.SITE in concepts else None


def _is_name(sentence: Sentence, index: int, *, link: int) -> bool:
    """`на «Вестник залива»`, `to Bay Herald`, `«Шығанақ хабаршысына»`: an outlet by its name."""
    if sentence.tokens[link].text.isupper():
        return False  # all of the notice may be in capitals
    if index < link:
        whole = [index, *sentence.before(index, 2)]
        return not sentence.tokens[index].concepts and any(
            place and sentence.tokens[place].text[0].isupper() for place in whole
        )
    before = {sentence.tokens[place].text.lower() for place in sentence.before(index, 3)}
    word = sentence.tokens[index].text
    is_foreign = word.isascii() and word.isalpha() and not sentence.tokens[link].text.isascii()
    if not before & _TOWARDS or not (is_foreign or word[0].isupper()):
        return False
    if _may_be_term(sentence, index):
        return False
    behind = (place for place in sentence.after(index, 9) if _is_small(sentence, place))
    # "to the Bay Herald story": the owner of a text stands before it in English.
    is_owner = sentence.has(Concept.TEXT, within=[next(behind, index)])
    return not (is_owner and sentence.tokens[index].text.isascii())


def _may_be_term(sentence: Sentence, index: int) -> bool:
    """`the Original`, `на Источник`, as terms of a site write them; `Новости залива` is a name."""
    if Concept.TEXT not in sentence.tokens[index].concepts:
        return False
    following = [sentence.tokens[place] for place in sentence.after(index + 1, 1)]
    return not any(len(token.text) > _PARTICLE and not token.concepts for token in following)


def _is_small(sentence: Sentence, index: int) -> bool:
    return not sentence.tokens[index].text[0].isupper()


def _is_own_text(sentence: Sentence, index: int) -> bool:
    """`in the first paragraph of your text`: the candidate's text is where the link stands."""
    return sentence.has(
        Concept.NEW,
        Concept.IN,
        Concept.PARAGRAPHS,
        Concept.SENTENCES,
        within=sentence.before(index, 2),
    ) or (sentence.has(Concept.HOME, within=sentence.before(index, 1)))
