"""The verdict for a person at a terminal: outcome, clauses, then the passages side by side.

Copied words are underlined where there is colour and stand in [brackets] where there is none,
so that nothing depends on colour.
"""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reuse_guard.reports.asides import asides
from reuse_guard.reports.visible import visible
from reuse_guard.verdict.model import CharSpan, Outcome, Status

if TYPE_CHECKING:
    from reuse_guard.verdict.model import (
        Clause,
        DocumentView,
        LineSpan,
        QuotedPassage,
        Verdict,
    )

MOST_PASSAGES = 20  # the rest is counted, and `--format json` has them all
MOST_CHARACTERS = 900  # of one passage, about 150 words or 25 lines of a column

OUTCOME_STYLES = {
    Outcome.ALLOWED: "bold green",
    Outcome.VIOLATION: "bold red",
    Outcome.REVIEW: "bold yellow",
}
STATUS_MARKS = {
    Status.MET: ("ok", "green"),
    Status.VIOLATED: ("NO", "red"),
    Status.WAIVED: ("ok", "green"),
    Status.UNVERIFIABLE: ("??", "yellow"),
    Status.NOT_APPLICABLE: ("--", "dim"),
}


def render_terminal(verdict: Verdict, *, width: int = 80, color: bool = False) -> str:
    """The report as text of at most `width` columns.

    Args:
        verdict: what to report.
        width: columns of the terminal; at least 40 are used.
        color: whether to use ANSI colours and underlining.
    """
    out = StringIO()
    console = Console(
        file=out,
        width=max(width, 40),
        force_terminal=color,
        no_color=not color,
        color_system="standard" if color else None,
        legacy_windows=False,
        highlight=False,
        emoji=False,
        markup=False,
        soft_wrap=False,
    )
    console.print(_heading(verdict))
    console.print(_clauses(verdict))
    _print_notes(console, verdict)
    _print_passages(console, verdict, color=color)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _heading(verdict: Verdict) -> Table:
    table = _grid(("no_wrap", 9), (None, None))
    outcome = Text(verdict.outcome.upper(), style=OUTCOME_STYLES[verdict.outcome])
    policy = verdict.policy
    table.add_row(outcome, Text(visible(verdict.candidate.source)))
    table.add_row(Text(""), Text(f"against {visible(_named(verdict))}"))
    dated = f"policy {policy.id} {policy.version}, {verdict.as_of}"
    table.add_row(Text(""), Text(visible(dated), style="dim"))
    return table


def _named(verdict: Verdict) -> str:
    original = verdict.original
    return f"{original.source} ({original.url})" if original.url else original.source


def _clauses(verdict: Verdict) -> Padding:
    table = _grid(("no_wrap", 2), ("no_wrap", None), (None, None))
    for clause in verdict.clauses:
        mark, style = STATUS_MARKS[clause.status]
        table.add_row(Text(mark, style=style), Text(clause.id), _message(clause))
    return Padding(table, (1, 0, 1, 0))


def _message(clause: Clause) -> Text:
    text = Text(visible(clause.message))
    if clause.cure:
        text.append(f"\n-> {visible(clause.cure)}", style="bold")
    return text


def _print_notes(console: Console, verdict: Verdict) -> None:
    others = tuple(asides(verdict))
    for aside in others:
        console.print(Text(str(aside), style="dim"))
    for note in verdict.notes:
        console.print(Text(f"Note: {visible(note)}"))
    if verdict.notes or others:
        console.print()


def _print_passages(console: Console, verdict: Verdict, *, color: bool) -> None:
    passages = verdict.passages
    if not passages:
        console.print(Text("Nothing of the original was found in the candidate."))
        return
    marks = "underlined" if color else "in [brackets]"
    found = f"{len(passages)} passage{'s' if len(passages) > 1 else ''}"
    console.print(Text(f"{found}, copied words {marks}:"))
    for number, passage in enumerate(passages[:MOST_PASSAGES], start=1):
        console.print()
        console.print(_caption(number, passage))
        console.print(_side_by_side(verdict, passage, color=color))
    if len(passages) > MOST_PASSAGES:
        more = len(passages) - MOST_PASSAGES
        console.print(Text(f"\n... and {more} more passages; --format json has them all."))


def _caption(number: int, passage: QuotedPassage) -> Text:
    words = f"{passage.words:,} word{'s' if passage.words != 1 else ''} copied"
    text = Text(f"{number}. {passage.kind}, {words}, similarity {passage.similarity:.0%}")
    if not passage.counted:
        text.append(", reported but not counted")
    if passage.hidden:
        text.append(f", hidden from readers ({visible(passage.hidden)})", style="yellow")
    return text


def _side_by_side(verdict: Verdict, passage: QuotedPassage, *, color: bool) -> Table:
    table = Table(box=None, expand=True, padding=(0, 1), show_edge=False, pad_edge=False)
    table.add_column(Text(f"original, {_lines(passage.original_lines)}", style="dim"), ratio=1)
    table.add_column(Text(f"candidate, {_lines(passage.candidate_lines)}", style="dim"), ratio=1)
    table.add_row(
        _marked(verdict.original, passage.original, passage.copied, color=color),
        _marked(verdict.candidate, passage.candidate, passage.copied_candidate, color=color),
    )
    return table


def _lines(lines: LineSpan) -> str:
    if lines.first == lines.last:
        return f"line {lines.first}"
    return f"lines {lines.first}-{lines.last}"


def _marked(
    document: DocumentView, span: CharSpan, copied: tuple[CharSpan, ...], *, color: bool
) -> Text:
    """The article text in a span, its copied words marked, cut after `MOST_CHARACTERS`."""
    shown = Text()
    left = MOST_CHARACTERS
    for piece in _article(document, span):
        stop = min(piece.stop, piece.start + left)
        if shown and left:
            shown.append(" ")
        _mark(shown, document.text, CharSpan(piece.start, stop), copied, color=color)
        left -= stop - piece.start
    cut = span.stop - span.start - MOST_CHARACTERS
    if not left and cut > 0:
        shown.append(f" ... ({cut:,} more characters)", style="dim")
    return shown


def _article(document: DocumentView, span: CharSpan) -> list[CharSpan]:
    """What a span holds of the article: a caption between two paragraphs is not of the passage.

    A span that touches no body block (copied words in a caption) is shown as it is.
    """
    pieces = [
        CharSpan(max(block.start, span.start), min(block.stop, span.stop))
        for block in document.blocks
        if block.role.is_body and block.start < span.stop and block.stop > span.start
    ]
    return pieces or [span]


def _mark(
    shown: Text, text: str, span: CharSpan, copied: tuple[CharSpan, ...], *, color: bool
) -> None:
    """Append the text of a span with the copied runs in it marked."""
    position = span.start
    for run in copied:
        start, stop = max(run.start, span.start), min(run.stop, span.stop)
        if start >= stop:
            continue
        shown.append(visible(text[position:start]))
        inside = visible(text[start:stop])
        shown.append(inside if color else f"[{inside}]", style="underline bold")
        position = stop
    shown.append(visible(text[position : span.stop]))


def _grid(*columns: tuple[str | None, int | None]) -> Table:
    """A table without lines; `no_wrap` columns are at least so wide, the others take the rest."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for wrapping, width in columns:
        table.add_column(no_wrap=wrapping == "no_wrap", min_width=width)
    return table
