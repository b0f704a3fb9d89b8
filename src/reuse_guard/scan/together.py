"""An article spread over several candidates: each within its limit, all together past it.

Terms are for one use, so no outcome changes; whoever cuts an article into four posts of a quarter
each is told of all the same.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from reuse_guard.locale import Phrase, say_many
from reuse_guard.reports.report import Judged, clause_kind
from reuse_guard.schema.ratios import format_ratio
from reuse_guard.text.spans import Span, union
from reuse_guard.text.words import split_words
from reuse_guard.verdict.limit_phrases import percent
from reuse_guard.verdict.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reuse_guard.verdict.model import Verdict


# A verdict has a limit as a float; the part that the terms name, 3/10 or 1/3, is the nearest one.
_FINEST: Final = 100_000


class Together(NamedTuple):
    """What several candidates use of one original.

    Attributes:
        of: the verdicts on them.
        note: what they come to.
    """

    of: tuple[Judged, ...]
    note: Phrase


def used_together(judged: Iterable[Judged]) -> tuple[Together, ...]:
    """The originals of which several candidates together use more than each of them may.

    Args:
        judged: of one scan; those whose share is within a limit of their original's are added up.
    """
    uses: defaultdict[tuple[str, str], list[Judged]] = defaultdict(list)
    for each in judged:
        original = each.verdict.original
        if each.verdict.share.copied and _limit_kept(each.verdict) is not None:
            uses[original.source, original.sha256].append(each)
    found = (_together(several) for several in uses.values() if len(several) > 1)
    return tuple(each for each in found if each is not None)


def with_notes(judged: Sequence[Judged], found: Iterable[Together]) -> tuple[Judged, ...]:
    """The same verdicts, those that are part of such a use with a note on it."""
    notes = {id(each): together.note for together in found for each in together.of}
    return tuple(_noted(each, notes.get(id(each))) for each in judged)


def _together(several: Sequence[Judged]) -> Together | None:
    verdicts = [each.verdict for each in several]
    text, total = verdicts[0].original.text, verdicts[0].share.total
    passages = [one for verdict in verdicts for one in verdict.passages if one.counted]
    copied = union(Span(run.start, run.stop) for one in passages for run in one.copied)
    used = len(split_words(text).within([*copied]))
    limit = max(part for verdict in verdicts if (part := _limit_kept(verdict)) is not None)
    share = Fraction(used, total)
    if share <= limit:
        return None
    note = say_many(
        '{count:n} candidate of this scan uses {used:n} of the {total:n} words of "{original}"'
        " ({share:r}) by itself; each keeps its limit of {limit:r}.",
        '{count:n} candidates of this scan use {used:n} of the {total:n} words of "{original}"'
        " ({share:r}) between them; each keeps its limit of {limit:r}.",
        len(several),
        used=used,
        total=total,
        original=verdicts[0].original.title or verdicts[0].original.source,
        share=percent(share, limit),
        limit=format_ratio(limit),
    )
    return Together(tuple(several), note)


def _limit_kept(verdict: Verdict) -> Fraction | None:
    """The part of the original that a clause allows at most and that is kept; None without one."""
    for clause in verdict.clauses:
        is_part = isinstance(clause.limit, float) and clause.measured == verdict.share.ratio
        if clause_kind(clause.id) == "limit" and clause.status is Status.MET and is_part:
            return Fraction(clause.limit or 0).limit_denominator(_FINEST)
    return None


def _noted(judged: Judged, note: Phrase | None) -> Judged:
    if note is None:
        return judged
    verdict = judged.verdict
    update = {
        "notes": (*verdict.notes, str(note)),
        "note_sentences": (*verdict.note_sentences, note),
    }
    return replace(judged, verdict=verdict.model_copy(update=update))
