"""Limits over several uses, judged once every candidate of a project is known."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from reuse_guard.policy.limits import Over

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reuse_guard.documents.model import Document
    from reuse_guard.policy import Policy
    from reuse_guard.scan.checker import Checker, Findings
    from reuse_guard.verdict.model import Verdict


class Use(NamedTuple):
    """A verdict that a limit over several uses bears on, and what it is on.

    Attributes:
        path: of the candidate.
        place: of the verdict among those on it.
        original: its number.
        candidate: the candidate, read.
    """

    path: str
    place: int
    original: int
    candidate: Document


def judge_together(checker: Checker, found: Mapping[str, Findings]) -> dict[str, Findings]:
    """The same findings; what a publisher limits over all uses is judged over all of them.

    Args:
        checker: of the project.
        found: what was found of every candidate, each judged by itself.
    """
    of_publisher: defaultdict[str, list[Use]] = defaultdict(list)
    for use in _limited(checker, found):
        of_publisher[checker.shelf.governed[use.original].policy.id].append(use)
    judged: defaultdict[str, dict[int, Verdict]] = defaultdict(dict)
    for uses in of_publisher.values():
        verdicts = checker.judge_together([(use.original, use.candidate) for use in uses])
        for use, verdict in zip(uses, verdicts, strict=True):
            judged[use.path][use.place] = verdict
    return {
        path: findings.model_copy(
            update={
                "verdicts": tuple(
                    judged[path].get(place, one) for place, one in enumerate(findings.verdicts)
                )
            }
        )
        if path in judged
        else findings
        for path, findings in found.items()
    }


def _limited(checker: Checker, found: Mapping[str, Findings]) -> Iterator[Use]:
    """The uses of originals whose terms have such a limit."""
    numbers = {
        (governed.snapshot.sha256, governed.policy.id): number
        for number, governed in enumerate(checker.shelf.governed)
        if _limits_all(governed.policy)
    }
    for path, findings in found.items():
        places = [
            (place, numbers[original, one.policy.id], one.candidate)
            for place, one in enumerate(findings.verdicts)
            if ((original := one.original.sha256), one.policy.id) in numbers
        ]
        documents = checker.read_again(path) if places else {}
        for place, number, candidate in places:
            if candidate.sha256 in documents:  # else the file is another one by now
                yield Use(path, place, number, documents[candidate.sha256])


def _limits_all(policy: Policy) -> bool:
    return any(limit.over is Over.ALL for rule in policy.rules for limit in rule.limits)
