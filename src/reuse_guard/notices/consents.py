"""What needs a permission, and what is forbidden."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reuse_guard.expressions import expression
from reuse_guard.notices.amounts import Bound, find_amounts, limits
from reuse_guard.notices.concepts import Concept
from reuse_guard.notices.credits import read_credits
from reuse_guard.notices.terms import Consent, Kind, Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reuse_guard.notices.terms import Value
    from reuse_guard.notices.tokens import Sentence

_ASKING = expression(r"contact|ask|apply|request|обра[щт]\w*|хабарлас\w*", re.IGNORECASE)
_LISTED = 2  # words of an item of a list: "Texts, photos and videos may not ..."
_DASHES = frozenset({"\u2013", "\u2014"})
_ALLOWING_VERBS = ("ет", "бер", "болса")  # "рұқсат етіледі": it is allowed


def read_consents(sentence: Sentence) -> Iterator[tuple[Kind, Value]]:
    """Permissions, bans and credits in one sentence."""
    asks = _asks_permission(sentence)
    forbids = sentence.has(Concept.FORBID) or _may_not(sentence)
    about = _about(sentence, asks=asks, forbids=forbids)
    if Kind.EDITS in about or _keeps_text(sentence):
        yield Kind.EDITS, None
    if Kind.TRANSLATION in about:
        scope = Scope.ANY if asks else Scope.NEVER
        yield Kind.TRANSLATION, Consent(scope, asks and sentence.has(Concept.WRITTEN))
    if Kind.COMMERCIAL in about or _only_without_gain(sentence):
        yield Kind.COMMERCIAL, None
    if Kind.PHOTOS in about:
        yield Kind.PHOTOS, None
    if not about and not is_of_some(sentence):
        yield from _general(sentence, asks=asks, forbids=forbids)
    yield from read_credits(sentence)


def is_of_some(sentence: Sentence) -> bool:
    """Whether a permission or a ban is on some kinds of texts: `эксклюзивные материалы`."""
    ruling = sentence.places(Concept.PERMISSION, Concept.FORBID)
    if not ruling or not sentence.has(Concept.KIND):
        return False
    marks = [index for index, token in enumerate(sentence.tokens) if token.text == ";"]
    start = max((mark for mark in marks if mark < ruling[0]), default=0)
    part = range(start, ruling[0])
    kinds = sentence.places(Concept.KIND, within=part)
    texts = sentence.places(Concept.TEXT, within=part)
    return bool(kinds) and all(text - 1 in kinds for text in texts)


def _general(sentence: Sentence, *, asks: bool, forbids: bool) -> Iterator[tuple[Kind, Value]]:
    """A permission or a ban that is about using the text itself."""
    if asks:
        scope = Scope.MORE if _is_about_more(sentence) else Scope.ANY
        yield Kind.PERMISSION, Consent(scope, sentence.has(Concept.WRITTEN))
    elif forbids and _forbids_use(sentence) and (_is_full(sentence) or not limits(sentence)):
        yield Kind.DENIED, Consent(Scope.MORE if _is_full(sentence) else Scope.NEVER)


def _about(sentence: Sentence, *, asks: bool, forbids: bool) -> set[Kind]:
    """The special things that a permission or a ban is about; empty where it is the text."""
    if not asks and not forbids:
        return set()
    about = {
        kind
        for kind, concept in (
            (Kind.EDITS, Concept.EDIT),
            (Kind.TRANSLATION, Concept.TRANSLATE),
            (Kind.COMMERCIAL, Concept.COMMERCIAL),
            (Kind.PHOTOS, Concept.PHOTO),
        )
        if any(_is_meant(sentence, index, asks=asks) for index in sentence.places(concept))
    }
    both = (sentence.clause(index) for index in sentence.places(Concept.COMMERCIAL))
    if any(sentence.has(Concept.NON_COMMERCIAL, within=clause) for clause in both):
        about.discard(Kind.COMMERCIAL)
    return about


def _is_meant(sentence: Sentence, index: int, *, asks: bool) -> bool:
    """Whether the permission or ban of the sentence falls on this word.

    Where the text itself is named beside it ("texts and photos"), the ban is general.
    """
    clause = sentence.clause(index)
    concepts = sentence.tokens[index].concepts
    if Concept.PHOTO in concepts:
        # In a list that names texts as well ("articles, photos") the ban is on all of it.
        is_ruled = sentence.has(Concept.FORBID, Concept.PERMISSION, Concept.NOT, within=clause)
        listed = sentence.clause(clause.start - 2) if clause.start > 1 else clause
        if len(listed) <= _LISTED and not sentence.has(Concept.ALLOW, within=listed):
            clause = range(listed.start, clause.stop)
        named = clause if is_ruled else range(len(sentence.tokens))
        return not sentence.has(Concept.TEXT, within=named) and _is_governed(sentence, index)
    uses = [
        place
        for place in sentence.places(Concept.USE, within=clause)
        if place != index and not sentence.tokens[place].concepts & {Concept.EDIT, Concept.TEXT}
    ]
    if Concept.COMMERCIAL not in concepts and uses and asks:
        return False
    return _is_governed(sentence, index)


def _is_governed(sentence: Sentence, index: int) -> bool:
    """Whether a ban or a permission stands in the clause, or in one that continues it."""
    clause = sentence.clause(index)
    ruling = (Concept.FORBID, Concept.PERMISSION)
    if sentence.has(*ruling, within=clause) or _denies(sentence, clause):
        return True
    following = sentence.clause(clause.stop + 1) if clause.stop + 1 < len(sentence.tokens) else ()
    return sentence.has(*ruling, within=following) or _denies(sentence, following)


def _denies(sentence: Sentence, clause: range | tuple[()]) -> bool:
    return sentence.has(Concept.NOT, within=clause)


_VERBS = (Concept.ALLOW, Concept.DUTY, Concept.EDIT, Concept.TRANSLATE, Concept.USE)


def _may_not(sentence: Sentence) -> bool:
    """`may not`, `must not`, `do not`, `не допускается`, `не разрешено`: a "not" with a verb."""
    return any(
        sentence.has(*_VERBS, within=[index - 1, index + 1, index + 2])
        and not sentence.has(Concept.MORE, Concept.BELOW, within=[index + 1])
        for index in sentence.places(Concept.NOT)
        if sentence.tokens[index].text.lower() != "емес"
    )


def _keeps_text(sentence: Sentence) -> bool:
    """`unchanged`, `without any changes`, `без сокращений`, `не внося изменений`."""
    if sentence.has(Concept.UNCHANGED):
        return True
    return any(
        sentence.has(Concept.WITHOUT, within=sentence.before(index, 3))
        or (
            sentence.has(Concept.NOT, within=sentence.before(index, 3))
            and sentence.tokens[index].text.lower().startswith("измен")
        )
        for index in sentence.places(Concept.EDIT)
    )


def _only_without_gain(sentence: Sentence) -> bool:
    """`for non-commercial purposes`, `тек коммерциялық емес мақсатта`."""
    if sentence.has(Concept.NON_COMMERCIAL):
        return True
    return any(
        any(
            sentence.tokens[near].text.lower() in {"емес", "not"}
            for near in sentence.after(index + 1, 1)
        )
        for index in sentence.places(Concept.COMMERCIAL)
    )


def _asks_permission(sentence: Sentence) -> bool:
    """Whether a permission is needed, and not given, named or dispensed with."""
    if sentence.has(Concept.WITHOUT_SUFFIX):
        return sentence.has(Concept.FORBID, Concept.NOT) or not sentence.has(Concept.ALLOW)
    return any(_is_needed(sentence, index) for index in sentence.places(Concept.PERMISSION))


def _is_needed(sentence: Sentence, index: int) -> bool:
    word, behind = sentence.tokens[index].text.lower(), sentence.after(index + 1, 4)
    following = [sentence.tokens[place].text.lower() for place in behind]
    if word == "рұқсат" and following[:1] and following[0].startswith(_ALLOWING_VERBS):
        return False
    if any(
        sentence.tokens[place].text.lower() in {"this", "данное"}
        for place in sentence.before(index, 1)
    ):
        return False
    if sentence.has(Concept.WITHOUT, within=sentence.before(index, 6)):
        return sentence.has(Concept.FORBID, Concept.NOT)
    is_released = any(
        sentence.has(Concept.NOT, within=[*sentence.before(duty, 1), *sentence.after(duty + 1, 1)])
        for duty in sentence.places(Concept.DUTY, within=[*behind, *sentence.before(index, 3)])
    )
    if is_released or sentence.has(Concept.NOT, within=sentence.before(index, 1)):
        return False
    if any(_ASKING.fullmatch(token.text) for token in sentence.tokens):
        return True
    return sentence.has(Concept.DUTY, Concept.ONLY, Concept.CONNECTED, Concept.WRITTEN)


def _is_full(sentence: Sentence) -> bool:
    """Whether the full text is meant, and not "in full or in part"."""
    return any(not sentence.near(index, 3, Concept.PART) for index in sentence.places(Concept.FULL))


def _is_about_more(sentence: Sentence) -> bool:
    if _is_full(sentence) or any(
        not sentence.has(Concept.USE, within=sentence.after(index + 1, 1))  # "or otherwise used"
        for index in sentence.places(Concept.OTHER)
    ):
        return True
    if _frees_quotes(sentence) or any(token.text.lower() == "than" for token in sentence.tokens):
        return True
    following = (sentence.tokens[index + 1 : index + 2] for index in sentence.places(Concept.MORE))
    if any(token.text in _DASHES for tokens in following for token in tokens):
        return True  # "больше — с согласия"
    return any(amount.bound is not Bound.PLAIN for amount in find_amounts(sentence))


def _frees_quotes(sentence: Sentence) -> bool:
    """`перепечатка — с разрешения, цитирование — свободное`: consent is for no quotation."""
    ruling = (Concept.NOT, Concept.ONLY, Concept.PERMISSION, Concept.FORBID)
    windows = (range(index, index + 5) for index in sentence.places(Concept.EXCERPT))
    return any(
        sentence.has(Concept.ALLOW, within=window) and not sentence.has(*ruling, within=window)
        for window in windows
    )


def _forbids_use(sentence: Sentence) -> bool:
    """Whether a ban falls on using the text, and not on one way of doing so."""
    return any(
        sentence.has(Concept.FORBID, within=sentence.clause(index))
        and sentence.has(Concept.TEXT, within=sentence.clause(index))
        for index in sentence.places(Concept.USE)
    )
