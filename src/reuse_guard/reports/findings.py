"""Findings: what a program should show at a place of a file, the same for every such format."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from reuse_guard.backlinks import best
from reuse_guard.frozen import frozen
from reuse_guard.policy.limits import Unit
from reuse_guard.policy.unit_names import amount_of
from reuse_guard.reports.labels import repeated_phrase
from reuse_guard.reports.report import Exemption, Judged, Problem, Report, clause_kind
from reuse_guard.reports.rules import Rule, rule_for
from reuse_guard.verdict.model import LineSpan, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reuse_guard.verdict.model import Clause, QuotedPassage, Verdict

# Kinds of clause whose place is the text that was taken; the others are about something missing.
_ABOUT_COPIED_TEXT = frozenset({"limit", "mode", "edits", "whole", "third-party", "attest", "when"})
_STRAY_CHARACTERS = 20  # about three words: a place with fewer is no help to whoever mends it
_ABOUT_THE_PAGE = frozenset({"canonical", "noindex", "counter", "media"})


class Level(StrEnum):
    """How grave a finding is."""

    ERROR = "error"  # violated, or not readable
    WARNING = "warning"  # not verifiable: somebody has to look


@frozen
class Finding:
    """One thing to mend, and where.

    Attributes:
        rule: which rule.
        level: how grave.
        path: the candidate.
        lines: where in it: the copied passage, or the place where something should stand.
        message: what was found and what would mend it.
        brief: the same, but for sentences that an earlier finding of the candidate says.
        fingerprint: the same for the same finding in every run, wherever its lines have moved.
        related: other places that belong to it, each with what stands there.
        exemption: why it is set aside, or None.
        item: what the candidate is called where its file holds several, else empty.
    """

    rule: Rule
    level: Level
    path: str
    lines: LineSpan
    message: str
    brief: str
    fingerprint: str
    related: tuple[tuple[LineSpan, str], ...] = ()
    exemption: Exemption | None = None
    item: str = ""

    @property
    def told(self) -> str:
        """The message alone, for a place where the item is named already."""
        return self.message.removeprefix(with_item("", self.item))


@frozen
class CopiedPlace:
    """Lines of a candidate with copied words.

    Attributes:
        lines: in the source file.
        characters: of copied words in them.
        passage: that they belong to.
    """

    lines: LineSpan
    characters: int
    passage: QuotedPassage


def find(report: Report) -> tuple[Finding, ...]:
    """Every finding of a report, in the order of the files; no two have one fingerprint."""
    originals = Counter(judged.candidate for judged in report.judged)
    found = [
        finding
        for judged in report.judged
        for finding in _of_verdict(judged, is_one_of_several=originals[judged.candidate] > 1)
    ]
    found += map(_of_problem, report.problems)
    return tuple(_apart(sorted(found, key=lambda finding: finding.path)))


def _of_verdict(judged: Judged, *, is_one_of_several: bool) -> Iterator[Finding]:
    """The findings of one verdict; of one of several on a candidate each names its original."""
    verdict = judged.verdict
    of_it = f"Original {_work(verdict)}: " if is_one_of_several else ""
    told: dict[str, str] = {}
    for clause in judged.open_clauses():
        kind = clause_kind(clause.id)
        rule = rule_for(kind)
        places = _places(verdict, kind)
        yield Finding(
            rule=rule,
            level=Level.ERROR if clause.status is Status.VIOLATED else Level.WARNING,
            path=verdict.candidate.source,
            lines=places[0][0],
            message=with_item(of_it + message_of(clause), judged.item),
            brief=with_item(of_it + _brief(clause, told, rule.id), judged.item),
            fingerprint=_fingerprint(rule.id, *_candidate(judged), clause.id, _work(verdict)),
            related=places[1:],
            exemption=judged.exemption if judged.is_exempt(clause) else None,
            item=judged.item,
        )


def _of_problem(problem: Problem) -> Finding:
    rule = rule_for(problem.kind)
    return Finding(
        rule=rule,
        level=Level.ERROR if problem.is_error else Level.WARNING,
        path=problem.path,
        lines=LineSpan(problem.line, problem.line),
        message=with_item(problem.message, problem.item),
        brief=with_item(problem.message, problem.item),
        fingerprint=_fingerprint(rule.id, problem.path, with_item(problem.message, problem.item)),
        exemption=problem.exemption,
        item=problem.item,
    )


def with_item(said: str, item: str) -> str:
    """What is said of a candidate, with what it is called where its file holds several.

    >>> with_item("No link found.", "Ferry runs again"), with_item("No link found.", "")
    ('"Ferry runs again": No link found.', 'No link found.')
    """
    return f'"{item}": {said}' if item else said


def _candidate(judged: Judged) -> tuple[str, ...]:
    """The candidate by what does not change when another item is put into its file."""
    view = judged.verdict.candidate
    return (view.source, view.url or judged.item) if judged.item else (view.source,)


def message_of(clause: Clause) -> str:
    """What was found, then what would mend it."""
    return f"{clause.message} {clause.cure}" if clause.cure else clause.message


def _brief(clause: Clause, told: dict[str, str], rule: str) -> str:
    """The message without what was told before; which rule tells each sentence is added to it."""
    said = [str(sentence) for sentence in clause.sentences]
    new = [sentence for sentence in said if sentence not in told]
    again = [told[sentence] for sentence in said if sentence in told]
    told.update(dict.fromkeys(new, rule))
    if not again or not new:
        return message_of(clause)
    rest = [*new, f"What {again[0]} says of it holds here too."]
    return " ".join([*rest, clause.cure] if clause.cure else rest)


def _work(verdict: Verdict) -> str:
    """The original by what does not change when its snapshot is taken anew."""
    return verdict.original.url or verdict.original.source


def _places(verdict: Verdict, kind: str) -> tuple[tuple[LineSpan, str], ...]:
    """Where a finding stands in the candidate; at least one place."""
    copied = copied_places(verdict)
    if kind in _ABOUT_COPIED_TEXT and copied:
        longest_first = sorted(copied, key=lambda place: -place.characters)
        return tuple((place.lines, describe_passage(place.passage)) for place in longest_first)
    if kind == "link":
        return ((_link_place(verdict, copied), ""),)
    if kind in _ABOUT_THE_PAGE or not copied:
        return ((LineSpan(1, 1), ""),)
    return ((_first_line(copied[0]), ""),)


def _link_place(verdict: Verdict, copied: list[CopiedPlace]) -> LineSpan:
    """The link that does not count, else the line where the copied text begins."""
    nearest = best(verdict.backlinks)
    if nearest is not None and nearest.line:
        return LineSpan(nearest.line, nearest.line)
    return _first_line(copied[0]) if copied else LineSpan(1, 1)


def _first_line(place: CopiedPlace) -> LineSpan:
    return LineSpan(place.lines.first, place.lines.first)


def copied_places(verdict: Verdict) -> list[CopiedPlace]:
    """Neighbouring lines of the candidate with copied words, in their order.

    A passage may hold blocks without a copied word, or with a stray one; those are left out.
    """
    return [
        place for passage in counted_passages(verdict) for place in _in_blocks(verdict, passage)
    ]


def _in_blocks(verdict: Verdict, passage: QuotedPassage) -> list[CopiedPlace]:
    """The blocks of a passage that have copied words, neighbours joined."""
    places: list[CopiedPlace] = []
    is_next = False
    for block in verdict.candidate.blocks:
        copied = sum(
            max(0, min(run.stop, block.stop) - max(run.start, block.start))
            for run in passage.copied_candidate
        )
        if copied < _STRAY_CHARACTERS:
            is_next = False
            continue
        joined = places.pop() if is_next else None
        first = joined.lines.first if joined else block.first_line
        size = copied + (joined.characters if joined else 0)
        places.append(CopiedPlace(LineSpan(first, block.last_line), size, passage))
        is_next = True
    return places or [CopiedPlace(passage.candidate_lines, 0, passage)]


def counted_passages(verdict: Verdict) -> list[QuotedPassage]:
    """The passages whose words count, in the order of the candidate."""
    counted = (passage for passage in verdict.passages if passage.counted)
    return sorted(counted, key=lambda passage: passage.candidate.start)


def describe_passage(passage: QuotedPassage) -> str:
    """A passage in a few words."""
    words = f"{amount_of(Unit.WORDS, passage.words)} copied"
    first, last = passage.original_lines.first, passage.original_lines.last
    lines = f"line {first}" if first == last else f"lines {first}-{last}"
    again = f"; {repeated_phrase(passage)}" if passage.repeated else ""
    return f"{words}, {passage.kind}, from {lines} of the original{again}"


def _fingerprint(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _apart(findings: list[Finding]) -> Iterator[Finding]:
    """The findings, later ones of the same fingerprint told apart by their number."""
    seen: Counter[str] = Counter()
    for finding in findings:
        number = seen[finding.fingerprint]
        seen[finding.fingerprint] += 1
        if number:
            yield replace(finding, fingerprint=_fingerprint(finding.fingerprint, str(number)))
        else:
            yield finding
