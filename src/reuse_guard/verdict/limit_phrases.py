"""The sentences of limits, for every unit that terms count in.

Whole sentences, not pieces: a translator needs to see what a number belongs to.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from reuse_guard.documents.unread import Unread, UnreadKind
from reuse_guard.locale import Phrase, Value, say, say_many
from reuse_guard.policy.limits import Base, Limit, Select, Unit
from reuse_guard.policy.model import Counting
from reuse_guard.policy.unit_names import amount_of, unit_name
from reuse_guard.schema import format_ratio
from reuse_guard.verdict.clauses import shorten

if TYPE_CHECKING:
    from reuse_guard.measure.readings import Possible
    from reuse_guard.policy import Policy

FINE = frozenset({Unit.WORDS, Unit.CHARACTERS})


def measured(limit: Limit, used: int, total: int, allowed: int) -> Phrase:
    """What was copied, and the most that may be."""
    if limit.select is Select.LEADING:
        return _measured_reach(limit, used, total, allowed)
    if not limit.is_ratio:
        amount = amount_of(limit.counted, used)
        return say("{amount} copied; at most {allowed:n} may be.", amount=amount, allowed=allowed)
    share = percent(Fraction(used, total) if total else Fraction(0), limit.part)
    values: dict[str, Value] = {
        "used": used,
        "total": total,
        "unit": unit_name(limit.counted, total),
        "allowed": amount_of(limit.counted, allowed),
        "limit": format_ratio(limit.part),
    }
    if limit.of is Base.CANDIDATE:
        return say(
            "{used:n} of the candidate's {total:n} {unit} come from the original, {share:r};"
            " at most {limit:r} ({allowed}) may be.",
            share=share,
            **values,
        )
    return say(
        "{used:n} of the original's {total:n} {unit} copied, {share:r};"
        " at most {limit:r} ({allowed}) may be.",
        share=share,
        **values,
    )


def _measured_reach(limit: Limit, used: int, total: int, allowed: int) -> Phrase:
    unit = unit_name(limit.counted, total)
    may_be = (
        say_many("only the first may be copied", "only the first {count:n} may be copied", allowed)
        if allowed
        else say("nothing may be copied")
    )
    if not used:
        units = unit_name(limit.counted)
        return say("None of the original's {unit} copied; {most}.", unit=units, most=may_be)
    return say(
        "The copy reaches as far as number {used:n} of the original's {total:n} {unit}; {most}.",
        used=used,
        total=total,
        unit=unit,
        most=may_be,
    )


def by_chance(limit: Limit, sure: int) -> Phrase:
    """Why the last words that a copy of the beginning reaches may be no part of it."""
    return say(
        "Up to number {sure:n} of the original's {unit} the copy is certain; a few words beyond"
        " may be alike by chance, so a person has to look.",
        sure=sure,
        unit=unit_name(limit.counted),
    )


def undecided(limit: Limit, least: Fraction, most: Fraction, possible: Possible) -> Phrase:
    """Between what and what the measure lies, by which blocks are part of the article."""
    return say_many(
        'It cannot be told whether {count:n} word belongs to the article ("{text}"): by that, the'
        " amount is {least:r} to {most:r}. A person has to look.",
        'It cannot be told whether {count:n} words belong to the article, among them "{text}": by'
        " that, the amount is {least:r} to {most:r}. A person has to look.",
        possible.words,
        text=shorten(possible.example),
        least=_printed(limit, least),
        most=_printed(limit, most),
    )


def _printed(limit: Limit, value: Fraction) -> Value:
    return percent(value, limit.part) if limit.is_ratio else amount_of(limit.counted, int(value))


def measured_together(limit: Limit, used: int, allowed: int) -> Phrase:
    """What was used over several candidates."""
    amount = amount_of(limit.counted, used)
    if limit.days is None:
        return say(
            "{amount} used in all candidates together; at most {allowed:n} may be.",
            amount=amount,
            allowed=allowed,
        )
    return say_many(
        "{amount} used in a period of {count:n} day; at most {allowed:n} may be.",
        "{amount} used in a period of {count:n} days; at most {allowed:n} may be.",
        limit.days,
        amount=amount,
        allowed=allowed,
    )


def distance(limit: Limit, left: int) -> Phrase:
    """How far from the limit: `left` units below it, or above it where negative."""
    if left < 0:
        return say("Over the limit by {amount}.", amount=amount_of(limit.counted, -left))
    return say("Left under the limit: {amount}.", amount=amount_of(limit.counted, left))


def definition(limit: Limit, policy: Policy) -> Phrase:
    """What is counted, and what is not."""
    if limit.counted is Unit.ARTICLES:
        counted = say("Counted: articles of which anything was copied.")
    elif limit.of is Base.CANDIDATE:
        counted = say(
            "Counted: {unit} of the candidate's article that stand in the original too.",
            unit=unit_name(limit.counted),
        )
    else:
        counted = say(
            "Counted: {unit} of the original's body, each once, that stand in the candidate again;"
            " not the headline, byline, captions, related links or the reuse notice.",
            unit=unit_name(limit.counted),
        )
    quotes = (
        say("Quoted speech is left out.")
        if policy.quotes is Counting.EXCLUDE
        else say("Quoted speech counts.")
    )
    sources = (
        say("Text from common sources is left out.")
        if policy.common_sources is Counting.EXCLUDE
        else say("Text from common sources counts.")
    )
    if limit.select is Select.LEADING and limit.counted in FINE:
        return say(
            "{counted} {quotes} {sources} The number is exact, also inside a sentence.",
            counted=counted,
            quotes=quotes,
            sources=sources,
        )
    return say(
        "{counted} {quotes} {sources} The limit itself is allowed.",
        counted=counted,
        quotes=quotes,
        sources=sources,
    )


def percent(value: Fraction, limit: Fraction) -> str:
    """Print a ratio in percent with as many decimals as tell it from the limit.

    >>> percent(Fraction(402, 1000), Fraction(3, 10))
    '40.2%'
    >>> percent(Fraction(30001, 100000), Fraction(3, 10))
    '30.001%'
    """
    if value == limit:
        return f"{float(value * 100):.1f}%"
    for digits in range(1, 12):
        text = f"{float(value * 100):.{digits}f}"
        if abs(Fraction(text) - limit * 100) >= Fraction(1, 10**digits):
            return f"{text}%"
    return f"{float(value * 100)}%"


def unread(found: Unread) -> Phrase:
    """What of the candidate was not read."""
    said = {
        UnreadKind.SPACED: say(
            "Letters of the candidate stand apart from each other (about {count:n} words), so that"
            " its words cannot be told; a person has to look.",
            count=found.words,
        ),
        UnreadKind.FLAGS: say(
            "Letters of the candidate are written as halves of flags (about {count:n} words), so"
            " that its words cannot be told; a person has to look.",
            count=found.words,
        ),
        UnreadKind.JOINED: say(
            "Words of the candidate (about {count:n}) have no space between them, so that they"
            " cannot be told; a person has to look.",
            count=found.words,
        ),
        UnreadKind.REVERSED: say(
            "Words of the candidate (about {count:n}) are written backwards and shown forwards; a"
            " person has to look.",
            count=found.words,
        ),
        UnreadKind.STYLED: say(
            "Style sheets of the candidate write words ({count:n}), which are not read there; a"
            " person has to look.",
            count=found.words,
        ),
        UnreadKind.ATTRIBUTES: say(
            "Fields of the candidate, or documents inside its addresses, show words ({count:n}),"
            " which are not read there; a person has to look.",
            count=found.words,
        ),
        UnreadKind.RESPELT: say(
            "Words of the original (about {count:n}) stand in the candidate by their letters, but"
            " parted, joined, backwards or with other signs between them; a person has to look.",
            count=found.words,
        ),
        UnreadKind.REORDERED: say(
            "Words of the original (about {count:n}) stand close together in the candidate in"
            " another order, which the page may set right; a person has to look.",
            count=found.words,
        ),
        UnreadKind.UNSHOWN: say(
            "Words of the original (about {count:n}) stand in scripts, templates, attributes, front"
            ' matter or other fields of the candidate, among them "{text}"; the published page may'
            " show them: a person has to look, in a browser.",
            count=found.words,
            text=shorten(found.example),
        ),
    }
    return said[found.kind]
