"""Judging how much of an original may be used at all, whether it is whole, and whether changed."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from reuse_guard.documents.model import Format
from reuse_guard.grants import Coverage, best_use
from reuse_guard.grants.model import ClauseKind
from reuse_guard.locale import Phrase, say, say_many
from reuse_guard.measure.changes import ChangeKind, count_replaced
from reuse_guard.measure.readings import BODY_MARGIN
from reuse_guard.policy.conditions import WHOLE, Edits, Mode, Use
from reuse_guard.policy.limits import Unit
from reuse_guard.schema import format_ratio
from reuse_guard.verdict import cures
from reuse_guard.verdict.clauses import Finding, doubtful, shorten
from reuse_guard.verdict.limit_phrases import percent, unread
from reuse_guard.verdict.model import Status
from reuse_guard.verdict.permissions import down_to_grant, permission, why_no_grant

if TYPE_CHECKING:
    from fractions import Fraction

    from reuse_guard.measure.changes import Change
    from reuse_guard.measure.facts import Facts
    from reuse_guard.measure.readings import PossibleShare
    from reuse_guard.policy import Declared, Policy
    from reuse_guard.share import Share

MOST_LISTED = 5


def use_of(declared: Declared, share: Share, possible: PossibleShare | None = None) -> Use | None:
    """Whether an excerpt or the full text is used: as declared, else as measured.

    Args:
        declared: what the caller says.
        share: as the original is read.
        possible: between what it lies where blocks may be body or not.

    Returns:
        None where the readings that are possible do not agree.
    """
    return declared.use or _measured_use(share, possible)


def _measured_use(share: Share, possible: PossibleShare | None) -> Use | None:
    shares = (share, possible.least, possible.most) if possible else (share,)
    uses = {Use.FULL if one.fraction >= WHOLE else Use.EXCERPT for one in shares}
    return uses.pop() if len(uses) == 1 else None


def judge_mode(facts: Facts, mode: Mode, policy: Policy) -> Finding:
    """Nothing, or no full text, without a grant."""
    if mode is Mode.EXCERPT:
        return _judge_excerpt(facts, policy)
    said = say_many(
        "The terms allow no use without permission; {count:n} word was copied.",
        "The terms allow no use without permission; {count:n} words were copied.",
        facts.share.copied,
    )
    granted = down_to_grant(facts)
    less = cures.remove(Unit.WORDS, granted) if granted else cures.remove_everything()
    mending = (cures.ask(policy), less)
    return _permitted(facts, said) or Finding(
        Status.VIOLATED,
        (said, *why_no_grant(facts)),
        mending,
        measured=facts.share.copied,
    )


def _judge_excerpt(facts: Facts, policy: Policy) -> Finding:
    definition = say(
        "A use of {share:r} or more is one of the full text.", share=format_ratio(WHOLE)
    )
    copied = facts.share.copied
    use = use_of(facts.declared, facts.share, facts.possible_shares.get(WHOLE))
    unsure = _why_unsure(facts, use)
    if use is Use.EXCERPT and not unsure and not _is_contradicted(facts):
        said = say("A part of the original is used, as the terms allow.")
        return Finding(Status.MET, (said,), definition=definition)
    said = say("The terms allow a part of the original, not the full text.")
    permitted = _permitted(facts, said)
    if permitted:
        return permitted
    if unsure:
        return Finding(Status.UNVERIFIABLE, (said, unsure), measured=copied, definition=definition)
    too_much = copied - ceil(WHOLE * facts.share.total) + 1
    return Finding(
        Status.VIOLATED,
        (said, *why_no_grant(facts)),
        (cures.remove(Unit.WORDS, max(too_much, 1)), cures.ask(policy)),
        measured=copied,
        definition=definition,
    )


def _why_unsure(facts: Facts, use: Use | None) -> Phrase | None:
    """Why it cannot be told whether a part is used or the whole."""
    if facts.declared.use is None and facts.doubts:
        return doubtful(facts.doubts)
    if use is None:
        return say(
            "Whether this is a part or the whole depends on what belongs to the article; a person"
            " has to look."
        )
    if _is_contradicted(facts) and facts.share.fraction < 1:
        return say(
            "An excerpt is declared, but {share:r} of the original's words were copied; a person"
            " has to look.",
            share=percent(facts.share.fraction, WHOLE),
        )
    return None


def _is_contradicted(facts: Facts) -> bool:
    """Whether an excerpt is declared where, however it is read, the whole is used."""
    measured = _measured_use(facts.share, facts.possible_shares.get(WHOLE))
    declared = facts.declared.use is Use.EXCERPT
    return declared and measured is Use.FULL and not facts.doubts


def _permitted(facts: Facts, said: Phrase) -> Finding | None:
    permitted = permission(facts)
    if not permitted:
        return None
    status, reasons, grant = permitted
    return Finding(status, (said, *reasons), grant=grant, measured=facts.share.copied)


def judge_whole(
    facts: Facts, least: Fraction, policy: Policy, *, edits: Edits = Edits.ANY
) -> Finding:
    """Nothing cut: at least so much of the original is used, in its words or changed as allowed."""
    share = facts.share
    missing = max(0, ceil(least * share.total) - share.copied)
    status, reasons = _judge_whole(facts, missing, least, edits)
    measured = say_many(
        "{copied:n} of the original's {count:n} word used, {share:r}; at least {least:r} must be.",
        "{copied:n} of the original's {count:n} words used, {share:r}; at least {least:r} must be.",
        share.total,
        copied=share.copied,
        share=percent(share.fraction, least),
        least=format_ratio(least),
    )
    return Finding(
        status=status,
        said=(measured, *reasons),
        cures=(cures.put_back(missing), cures.ask(policy)),
        measured=share.ratio,
        limit=float(least),
        distance=say_many("Short by {count:n} word.", "Short by {count:n} words.", missing)
        if missing and status is not Status.MET
        else None,
        definition=say("Counted: words of the original's body that stand in the candidate again."),
    )


def _judge_whole(
    facts: Facts, missing: int, least: Fraction, edits: Edits
) -> tuple[Status, tuple[Phrase, ...]]:
    possible = facts.possible_shares.get(least)
    cuts = _listed_cuts(facts.cuts) if missing else ()
    if facts.doubts and facts.share.copied < least * facts.served_words:
        return Status.UNVERIFIABLE, (doubtful(facts.doubts), *cuts)
    if not missing:
        if not possible or possible.least.fraction >= least - BODY_MARGIN:
            return Status.MET, ()
        said = say("What was not used may be part of the article too; a person has to look.")
        return Status.UNVERIFIABLE, (said,)
    if possible and possible.least.fraction >= least:
        said = say("What is missing may be lines of the page; the sentences are all there.")
        return Status.MET, (said, *cuts)
    excuses = _excuses(facts, missing, least)
    status = Status.UNVERIFIABLE if excuses else Status.VIOLATED
    return _in_other_words(facts, missing, edits) or (status, (*excuses, *cuts))


def _in_other_words(
    facts: Facts, missing: int, edits: Edits
) -> tuple[Status, tuple[Phrase, ...]] | None:
    """What is made of words that were not cut but changed; None where that may not be."""
    use = best_use(one for one in facts.grants if ClauseKind.EDITS in one.grant.waives)
    if edits is Edits.NONE and use is None:
        return None
    if missing > count_replaced(facts.changes):
        return None
    said = say("What is missing stands there in other words.")
    if edits is Edits.ANY or use is None:
        return Status.MET, (said, say("The terms allow changes."))
    if use.coverage is Coverage.COVERS:
        why = say("Grant {grant} allows changes: {reason}.", grant=use.grant.id, reason=use.why)
        return Status.MET, (said, why)
    may = say("Grant {grant} may allow changes: it {reason}.", grant=use.grant.id, reason=use.why)
    return Status.UNVERIFIABLE, (said, may)


def _excuses(facts: Facts, missing: int, least: Fraction) -> tuple[Phrase, ...]:
    """Why what is missing may be there, or may not be part of the article."""
    possible = facts.possible_shares.get(least)
    if possible and possible.most.fraction >= least:
        return (say("What is missing may not be part of the article; a person has to look."),)
    if sum(one.words for one in facts.unread) >= missing:
        return tuple(map(unread, facts.unread))
    is_page = facts.original_format is not Format.TEXT
    if is_page and least - facts.share.fraction <= BODY_MARGIN:
        return (say("So little may be text of the page around the article; a person has to look."),)
    return ()


def _listed_cuts(cuts: tuple[str, ...]) -> tuple[Phrase, ...]:
    shown = [say('Left out: "{text}".', text=shorten(cut)) for cut in cuts[:MOST_LISTED]]
    return (*shown, *_and_more(len(cuts)))


def _and_more(count: int) -> tuple[Phrase, ...]:
    more = count - MOST_LISTED
    if more <= 0:
        return ()
    return (say_many("And {count:n} more.", "And {count:n} more.", more),)


def judge_edits(facts: Facts) -> Finding:
    """Copied text stands as it was."""
    changes = sorted(facts.changes, key=lambda change: not change.kind.is_certain)
    definition = say(
        "Sought: words replaced, removed or added inside copied sentences; case, punctuation and"
        " typography are no change, nor are whole sentences left out or put in."
    )
    if not changes:
        said = say("Nothing was changed inside what was copied.")
        return Finding(Status.MET, (said,), measured=0, limit=0, definition=definition)
    counted = say_many(
        "{count:n} change inside what was copied.",
        "{count:n} changes inside what was copied.",
        len(changes),
    )
    kinds = dict.fromkeys(change.kind for change in changes)
    is_certain = changes[0].kind.is_certain
    asked = () if is_certain else tuple(_ASKED[kind] for kind in kinds)
    return Finding(
        Status.VIOLATED if is_certain else Status.UNVERIFIABLE,
        (counted, *map(_change, changes[:MOST_LISTED]), *_and_more(len(changes)), *asked),
        (cures.restore(),),
        measured=len(changes),
        limit=0,
        definition=definition,
    )


_ASKED: Final = {
    ChangeKind.DISPLACED: say(
        "Whole paragraphs of the candidate's own may stand beside what was copied, or in its place;"
        " a person has to look."
    ),
    ChangeKind.RESPELT: say(
        "Whether another alphabet is a change, the terms do not say, nor can it be told what else"
        " was changed there; a person has to look."
    ),
}


def _change(change: Change) -> Phrase:
    values = {"line": change.line}
    if not change.original:
        return say('Line {line:n}: added "{new}".', new=shorten(change.candidate), **values)
    old = shorten(change.original)
    if not change.candidate:
        return say('Line {line:n}: removed "{old}".', old=old, **values)
    return say(
        'Line {line:n}: "{old}" became "{new}".', old=old, new=shorten(change.candidate), **values
    )
