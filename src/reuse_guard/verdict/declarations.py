"""Judging dates, and what only the caller can declare."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeAlias

from reuse_guard.documents.model import Format
from reuse_guard.locale import Phrase, say, say_many
from reuse_guard.policy.conditions import About, Attest
from reuse_guard.policy.delays import Hours
from reuse_guard.verdict.clauses import Finding
from reuse_guard.verdict.cures import Cure, ask, publish_later, take_down, withdraw_from
from reuse_guard.verdict.model import Status
from reuse_guard.verdict.preset_texts import preset_phrase

if TYPE_CHECKING:
    from reuse_guard.measure.facts import Facts
    from reuse_guard.policy import Declared, Policy

Until: TypeAlias = date | int | Hours


def judge_not_before(facts: Facts, delay: Until) -> Finding:
    """Not used before its time."""
    first = _days(delay, facts.published)
    if first is None:
        return _no_date()
    used = facts.candidate_published or facts.as_of
    if used >= first[0] and _may_be_older(facts):
        return _no_day_of_use()
    if isinstance(delay, Hours) and first[0] <= used <= first[1]:
        return _by_the_hour(delay, used)
    said = say("May be used from {first} on; used on {used}.", first=str(first[0]), used=str(used))
    # The next day is late enough, whatever the hour of publication was.
    sure = first[1] + timedelta(days=isinstance(delay, Hours))
    is_shown = _is_shown(facts, delay)
    return _judged(said, publish_later(sure), kept=used >= first[0], is_shown=is_shown)


def judge_not_after(facts: Facts, delay: Until, policy: Policy) -> Finding:
    """Not begun to be used after its time."""
    last = _days(delay, facts.published)
    if last is None:
        return _no_date()
    used = facts.candidate_published or facts.as_of
    # A file of a site is checked again for years after it was put up.
    if used > last[0] and (_may_be_older(facts) or _is_undated_file(facts)):
        return _no_day_of_use()
    if isinstance(delay, Hours) and last[0] <= used <= last[1]:
        return _by_the_hour(delay, used)
    said = say("May be taken up until {last}; used on {used}.", last=str(last[1]), used=str(used))
    return _judged(said, ask(policy), kept=used <= last[1], is_shown=_is_shown(facts, delay))


def judge_remove_after(facts: Facts, delay: Until) -> Finding:
    """Taken down in time; the days count from when the candidate was put up."""
    put_up = facts.candidate_published
    last = _days(delay, put_up)
    if last is None:
        return _judge_unknown_age(facts, delay)
    if isinstance(delay, Hours) and last[0] <= facts.as_of <= last[1]:
        return _by_the_hour(delay, facts.as_of)
    said = say(
        "May stay up until {last}; still there on {today}.",
        last=str(last[1]),
        today=str(facts.as_of),
    )
    is_shown = facts.is_candidate_date_shown and not isinstance(delay, date)
    return _judged(said, take_down(), kept=facts.as_of <= last[1], is_shown=is_shown)


def _judge_unknown_age(facts: Facts, delay: Until) -> Finding:
    """It cannot have been put up before the original was published."""
    soonest = _days(delay, facts.published)
    last = soonest and soonest[0] - timedelta(days=isinstance(delay, Hours))
    if last is not None and facts.as_of <= last:
        said = say("May stay up until {last} at the least.", last=str(last))
        return Finding(Status.MET, (said,))
    return _no_day_of_use()


def _by_the_hour(delay: Hours, day: date) -> Finding:
    """Of publication and use only the days are known."""
    said = say_many(
        "The terms count {count:n} hour, which ends about {day}: compare the hours of publication.",
        "The terms count {count:n} hours, which end about {day}: compare the hours of publication.",
        delay.number,
        day=str(day),
    )
    return Finding(Status.UNVERIFIABLE, (said,))


def _may_be_older(facts: Facts) -> bool:
    """Whether a page may have been put up earlier; a draft is used on the day of its check."""
    return facts.candidate_published is None and facts.candidate_format is Format.HTML


def _is_undated_file(facts: Facts) -> bool:
    return facts.candidate_published is None and facts.candidate_format is Format.MARKDOWN


def _no_day_of_use() -> Finding:
    said = say(
        "The candidate does not tell when it was published: write the day into it (on a page"
        " article:published_time, in Markdown date), or look it up."
    )
    return Finding(Status.UNVERIFIABLE, (said,))


def _days(delay: Until, start: date | None) -> tuple[date, date] | None:
    """The first and the last day that a delay may lead to: two where hours are counted.

    None where it counts from a day that is not known.
    """
    if isinstance(delay, date):
        return delay, delay
    if start is None:
        return None
    fewest, most = delay.days if isinstance(delay, Hours) else (delay, delay)
    return start + timedelta(days=fewest), start + timedelta(days=most)


def _no_date() -> Finding:
    said = say(
        "The original does not tell when it was published: give its page with the date, or look it"
        " up there."
    )
    return Finding(Status.UNVERIFIABLE, (said,))


def _is_shown(facts: Facts, delay: Until) -> bool:
    """Whether the day of use is only shown, or that of the original from which a delay counts."""
    counts_from_shown = facts.is_date_shown and not isinstance(delay, date)
    return facts.is_candidate_date_shown or counts_from_shown


def _judged(said: Phrase, cure: Cure, *, kept: bool, is_shown: bool) -> Finding:
    """Broken by a day that a page only shows, a clause is for a person: it may be another's."""
    if is_shown and not kept:
        doubt = say(
            "That day is only shown on a page and may be that of something else: look up when it"
            " was published."
        )
        return Finding(Status.UNVERIFIABLE, (said, doubt), (cure,))
    return Finding(Status.MET if kept else Status.VIOLATED, (said,), (cure,))


def judge_attest(facts: Facts, attest: Attest, policy: Policy) -> Finding:
    """What the caller declares; undeclared it cannot be seen."""
    if attest.about is About.TERRITORY:
        return _judge_territory(facts, attest, policy)
    declared, asked, is_so, is_not = _declaration(facts.declared, attest.about)
    if declared is None and attest.about is About.TRANSLATION and facts.one_language:
        said = say("The candidate is in the original's own language, so it is no translation.")
        return Finding(Status.MET, (said,))
    if declared is None:
        said = say("{question} Declare it ({key}=yes or no).", question=asked, key=attest.about)
        return Finding(Status.UNVERIFIABLE, (said,))
    if not declared:
        return Finding(Status.MET, (is_not,))
    if attest.provided:
        said = say(
            "A person has to check that {provided}.", provided=preset_phrase(attest.provided)
        )
        return Finding(Status.UNVERIFIABLE, (is_so, said))
    said = say("The terms do not allow that.")
    return Finding(Status.VIOLATED, (is_so, said), (ask(policy),))


def _declaration(declared: Declared, about: About) -> tuple[bool | None, Phrase, Phrase, Phrase]:
    """What is declared, and how to say that it is not, that it is so, that it is not so."""
    if about is About.COMMERCIAL:
        return (
            declared.commercial,
            say("Whether the use is commercial cannot be seen."),
            say("The use is declared to be commercial."),
            say("The use is declared not to be commercial."),
        )
    if about is About.TRANSLATION:
        return (
            declared.translation,
            say("Whether the candidate is a translation cannot be seen."),
            say("The candidate is declared to be a translation."),
            say("The candidate is declared not to be a translation."),
        )
    return (
        declared.ai,
        say("Whether the text is used for an AI system cannot be seen."),
        say("The use is declared to be for an AI system."),
        say("The use is declared not to be for an AI system."),
    )


def _judge_territory(facts: Facts, attest: Attest, policy: Policy) -> Finding:
    countries = frozenset(map(str.upper, facts.declared.territory))
    within = frozenset(map(str.upper, attest.within))
    outside = frozenset(map(str.upper, attest.outside))
    if not countries:
        said = say(
            "In which countries the candidate is offered cannot be seen. Declare it"
            " (territory=KZ, for example)."
        )
        return Finding(Status.UNVERIFIABLE, (said,))
    wrong = sorted((countries - within) if within else (countries & outside))
    if not wrong:
        said = say(
            "Offered in {countries}, as the terms allow.", countries=", ".join(sorted(countries))
        )
        return Finding(Status.MET, (said,))
    said = say(
        "Offered in {countries}, where the terms do not allow it.", countries=", ".join(wrong)
    )
    return Finding(Status.VIOLATED, (said,), (withdraw_from(wrong), ask(policy)))
