"""A copy that a reader left below a page's own text accuses nobody for certain."""

from __future__ import annotations

import pytest

from reuse_guard import Outcome, Status, check

URL = "https://steppe-courier.example/news/1"
ORIGINAL = [
    f"The {what} of {where} was mended on {day} by {who}, and nobody had asked for a new one."
    for what, where, day, who in (
        ("bridge", "Akzhar", "Monday", "two retired welders"),
        ("kettle", "Saryozek", "Tuesday", "the baker's eldest daughter"),
        ("tramline", "Karabulak", "Wednesday", "pupils with borrowed spades"),
        ("weathercock", "Ulken", "Thursday", "a sailor on his last leave"),
    )
]
OWN = "Our town has talked of little but the weather, and of how the harbour smells in November."


def page(own: list[str], *, comment: str, called: str = "comments") -> str:
    """A page with a text of its own and one reader's comment."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in own)
    return (
        f"<html><body><main><article><h1>Weather</h1>{text}</article></main>"
        f"\n<section class='{called}'><h3>Comments</h3><p>Asel: {comment}</p></section>"
        "</body></html>"
    )


@pytest.mark.parametrize(
    ("own", "comment", "limit", "link", "called"),
    [
        ([OWN] * 3, " ".join(ORIGINAL), Status.UNVERIFIABLE, Status.UNVERIFIABLE, "x1"),
        ([OWN] * 3, " ".join(ORIGINAL), Status.UNVERIFIABLE, Status.UNVERIFIABLE, "comments"),
        ([OWN, ORIGINAL[0]], " ".join(ORIGINAL), Status.UNVERIFIABLE, Status.VIOLATED, "comments"),
        ([OWN, *ORIGINAL[:3]], ORIGINAL[3], Status.VIOLATED, Status.VIOLATED, "comments"),
        ([OWN, *ORIGINAL[:3]], "How true!", Status.VIOLATED, Status.VIOLATED, "comments"),
    ],
)
def test_what_only_a_comment_violates_takes_a_person(
    own: list[str], comment: str, limit: Status, link: Status, called: str
) -> None:
    candidate = page(own, comment=comment, called=called)
    verdict = check("\n\n".join(ORIGINAL), candidate, original_url=URL)
    clauses = {clause.id: clause for clause in verdict.clauses}
    assert (clauses["limit"].status, clauses["link"].status) == (limit, link)
    is_open = Status.VIOLATED in (limit, link)
    assert verdict.outcome is (Outcome.VIOLATION if is_open else Outcome.REVIEW)
    said = "Text in readers' comments alone violates this (from line 2); a person has to look."
    told = {name for name, clause in clauses.items() if clause.message.endswith(said)}
    assert told == {each.id for each in verdict.clauses if each.status is Status.UNVERIFIABLE}
    assert (clauses["limit"].cure is None) == (limit is Status.UNVERIFIABLE)
