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

from reuse_guard.frozen import frozen
from reuse_guard.locale import Phrase, say, say_many
from reuse_guard.reports.asides import asides, note_phrases
from reuse_guard.reports.labels import kind_name, outcome_word, repeated_phrase, status_word
from reuse_guard.reports.visible import visible
from reuse_guard.verdict.clauses import join_cures
from reuse_guard.verdict.hiding import hidden_phrase
from reuse_guard.verdict.model import CharSpan, Outcome, Status

if TYPE_CHECKING:
    from reuse_guard.verdict.model import (
        BlockView,
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
STATUS_STYLES = {
    Status.MET: "green",
    Status.VIOLATED: "red",
    Status.WAIVED: "green",
    Status.UNVERIFIABLE: "yellow",
    Status.NOT_APPLICABLE: "dim",
}
# Rich breaks lines at every kind of space; this blank, of the same width, it takes for a letter.
_NO_BREAK, _JOINED = "\N{NO-BREAK SPACE}", "\N{BRAILLE PATTERN BLANK}"
# Of the statuses that no word says; a terminal shows ASCII in every encoding.
STATUS_SIGNS = {Status.UNVERIFIABLE: "??", Status.NOT_APPLICABLE: "--"}


def render_terminal(
    verdict: Verdict, *, width: int = 80, color: bool = False, language: str = "en"
) -> str:
    """The report as text of at most `width` columns.

    Args:
        verdict: what to report.
        width: columns of the terminal; at least 40 are used.
        color: whether to use ANSI colours and underlining.
        language: `en`, `ru` or `kk`; what a publisher wrote stays as it is.
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
    _Printer(console, verdict, language, color).print()
    lines = out.getvalue().replace(_JOINED, _NO_BREAK).splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"


@frozen
class _Printer:
    """Prints one verdict.

    Attributes:
        console: where to.
        verdict: what.
        language: in which language.
        color: whether copied words are underlined; otherwise they stand in brackets.
    """

    console: Console
    verdict: Verdict
    language: str
    color: bool

    def print(self) -> None:
        """The whole report."""
        self.console.print(self._heading())
        self.console.print(self._clauses())
        self._print_notes()
        self._print_passages()

    def _told(self, phrase: Phrase) -> str:
        return _shown(phrase.render(self.language))

    def _heading(self) -> Table:
        verdict, policy = self.verdict, self.verdict.policy
        table = _grid(("no_wrap", 9), (None, None))
        outcome = self._told(outcome_word(verdict.outcome)).upper()
        dated = say(
            "policy {policy} {version}, {day}",
            policy=policy.id,
            version=policy.version,
            day=str(verdict.as_of),
        )
        against = say("against {original}", original=_named(verdict.original))
        table.add_row(
            Text(outcome, style=OUTCOME_STYLES[verdict.outcome]),
            Text(_shown(verdict.candidate.source)),
        )
        table.add_row(Text(""), Text(self._told(against)))
        table.add_row(Text(""), Text(self._told(dated), style="dim"))
        return table

    def _clauses(self) -> Padding:
        table = _grid(("no_wrap", 2), ("no_wrap", None), (None, None))
        for clause in self.verdict.clauses:
            word, style = status_word(clause.status), STATUS_STYLES[clause.status]
            mark = self._told(word) if word else STATUS_SIGNS[clause.status]
            table.add_row(Text(mark, style=style), Text(clause.id), self._message(clause))
        return Padding(table, (1, 0, 1, 0))

    def _message(self, clause: Clause) -> Text:
        """What was found and what would mend it; in English where a clause has no more."""
        text = Text(" ".join(map(self._told, clause.sentences)) or _shown(clause.message))
        cure = " ".join(map(self._told, join_cures(clause.cures))) or _shown(clause.cure or "")
        if cure:
            text.append(f"\n-> {cure}", style="bold")
        return text

    def _print_notes(self) -> None:
        others = tuple(asides(self.verdict))
        for aside in others:
            self.console.print(Text(self._told(aside), style="dim"))
        for note in note_phrases(self.verdict):
            self.console.print(Text(self._told(say("Note: {note}", note=note))))
        if self.verdict.notes or others:
            self.console.print()

    def _print_passages(self) -> None:
        passages, console = self.verdict.passages, self.console
        if not passages:
            nothing = say("No passage of the original was found in the candidate's text.")
            console.print(Text(self._told(nothing)))
            return
        console.print(Text(self._told(self._count())))
        for number, passage in enumerate(passages[:MOST_PASSAGES], start=1):
            console.print()
            console.print(self._caption(number, passage))
            console.print(self._side_by_side(passage))
        if len(passages) > MOST_PASSAGES:
            more = say_many(
                "... and {count:n} more passage; --format json has them all.",
                "... and {count:n} more passages; --format json has them all.",
                len(passages) - MOST_PASSAGES,
            )
            console.print(Text(f"\n{self._told(more)}"))

    def _count(self) -> Phrase:
        marks = say("underlined") if self.color else say("in [brackets]")
        return say_many(
            "{count:n} passage, copied words {marks}:",
            "{count:n} passages, copied words {marks}:",
            len(self.verdict.passages),
            marks=marks,
        )

    def _caption(self, number: int, passage: QuotedPassage) -> Text:
        said = say_many(
            "{number:n}. {kind}, {count:n} word copied, similarity {similarity:r}",
            "{number:n}. {kind}, {count:n} words copied, similarity {similarity:r}",
            passage.words,
            number=number,
            kind=kind_name(passage.kind),
            similarity=f"{passage.similarity:.0%}",
        )
        text = Text(self._told(said))
        if passage.repeated:
            text.append(f", {self._told(repeated_phrase(passage))}")
        if passage.hidden:
            hidden = self._told(hidden_phrase(passage.hidden))
            text.append(f", {hidden}", style="yellow")
        return text

    def _side_by_side(self, passage: QuotedPassage) -> Table:
        verdict = self.verdict
        original = say("original, {lines}", lines=_lines(passage.original_lines))
        candidate = say("candidate, {lines}", lines=_lines(passage.candidate_lines))
        table = Table(box=None, expand=True, padding=(0, 1), show_edge=False, pad_edge=False)
        for column in (original, candidate):
            table.add_column(Text(self._told(column), style="dim"), ratio=1, overflow="fold")
        table.add_row(
            self._marked(verdict.original, passage.original, passage.copied),
            self._marked(verdict.candidate, passage.candidate, passage.copied_candidate),
        )
        return table

    def _marked(self, document: DocumentView, span: CharSpan, copied: tuple[CharSpan, ...]) -> Text:
        """What counts of a span, its copied words marked, cut after `MOST_CHARACTERS`."""
        shown = Text()
        left = MOST_CHARACTERS
        for piece in _counting(document, span, copied):
            stop = min(piece.stop, piece.start + left)
            if shown and left:
                shown.append(" ")
            _mark(shown, document.text, CharSpan(piece.start, stop), copied, color=self.color)
            left -= stop - piece.start
        cut = span.stop - span.start - MOST_CHARACTERS
        if not left and cut > 0:
            more = say_many("({count:n} more character)", "({count:n} more characters)", cut)
            shown.append(f" ... {self._told(more)}", style="dim")
        return shown


def _named(original: DocumentView) -> str:
    return f"{original.source} ({original.url})" if original.url else original.source


def _lines(lines: LineSpan) -> Phrase:
    if lines.first == lines.last:
        return say("line {line}", line=lines.first)
    return say("lines {first}-{last}", first=lines.first, last=lines.last)


def _counting(
    document: DocumentView, span: CharSpan, copied: tuple[CharSpan, ...]
) -> list[CharSpan]:
    """What a span holds of the article: a caption between two paragraphs is not of the passage.

    What was copied into hidden text or a caption of a candidate counts, and is; a span of neither
    kind is shown as it is.
    """
    pieces = [
        CharSpan(max(block.start, span.start), min(block.stop, span.stop))
        for block in document.blocks
        if _meet(block, span) and (block.role.is_body or any(_meet(block, run) for run in copied))
    ]
    return pieces or [span]


def _meet(one: BlockView | CharSpan, other: CharSpan) -> bool:
    return one.start < other.stop and other.start < one.stop


def _mark(
    shown: Text, text: str, span: CharSpan, copied: tuple[CharSpan, ...], *, color: bool
) -> None:
    """Append the text of a span with the copied runs in it marked."""
    position = span.start
    for run in copied:
        start, stop = max(run.start, span.start), min(run.stop, span.stop)
        if start >= stop:
            continue
        shown.append(_shown(text[position:start]))
        inside = _shown(text[start:stop])
        shown.append(inside if color else f"[{inside}]", style="underline bold")
        position = stop
    shown.append(_shown(text[position : span.stop]))


def _grid(*columns: tuple[str | None, int | None]) -> Table:
    """A table without lines; `no_wrap` columns are at least so wide, the others take the rest."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for wrapping, width in columns:
        table.add_column(no_wrap=wrapping == "no_wrap", min_width=width, overflow="fold")
    return table


def _shown(text: str) -> str:
    """A text made safe to show, what belongs on one line held together."""
    return visible(text).replace(_NO_BREAK, _JOINED)
