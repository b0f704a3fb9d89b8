"""The two texts side by side, passages numbered alike on both sides."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from reuse_guard.backlinks import BacklinkStatus
from reuse_guard.documents.model import Role
from reuse_guard.frozen import frozen
from reuse_guard.locale import Phrase, say, say_many
from reuse_guard.reports.html.marks import Marked, mark_candidate, mark_original
from reuse_guard.reports.html.markup import shown, told
from reuse_guard.reports.labels import kind_name, link_name, role_name
from reuse_guard.verdict.hiding import hidden_phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reuse_guard.reports.html.marks import Piece
    from reuse_guard.verdict.model import BlockView, DocumentView, Verdict

HUES: Final = 6  # colours in style.css; the number tells passages apart, the colour helps
_FEWEST_FOLDED: Final = 3  # so many blocks of furniture in a row are folded away


def side_by_side(verdict: Verdict, language: str) -> str:
    """Both panes, each in the order of its text."""
    unsure = frozenset(verdict.original.blocks[index].start for index in verdict.original.unsure)
    original = Pane(verdict, mark_original(verdict), "o", "c", language, unsure)
    candidate = Pane(verdict, mark_candidate(verdict), "c", "o", language)
    return (
        '<div class="panes">\n'
        + original.render(say("Original"), verdict.original)
        + candidate.render(say("Candidate"), verdict.candidate)
        + "</div>\n"
    )


@frozen
class Pane:
    """One text as the report shows it.

    Attributes:
        verdict: whose text it is.
        marked: the text and its marks.
        side: `o` or `c`; begins the anchors of this side.
        other: the other side's.
        language: of the interface.
        unsure: where the blocks begin that may be part of the article or not.
    """

    verdict: Verdict
    marked: Marked
    side: str
    other: str
    language: str
    unsure: frozenset[int] = frozenset()

    def render(self, heading: Phrase, document: DocumentView) -> str:
        """The pane with its heading."""
        name = told(heading, self.language)
        title = shown(document.title or document.source)
        lang = f' lang="{shown(document.language)}"' if document.language else ""
        return (
            f'<article class="pane" aria-labelledby="pane-{self.side}">\n'
            f'<h3 id="pane-{self.side}"><span>{name}</span> <bdi>{title}</bdi></h3>\n'
            f'<div class="text" tabindex="0" role="region" aria-labelledby="pane-{self.side}"'
            f"{lang}>\n{''.join(self._blocks())}</div></article>\n"
        )

    def _blocks(self) -> Iterator[str]:
        for folded, group in groupby(self.marked.blocks, self._can_be_folded):
            blocks = list(group)
            inner = "".join(map(self._block, blocks))
            if folded and len(blocks) >= _FEWEST_FOLDED:
                count = say_many(
                    "{count:n} block that does not count, nothing copied",
                    "{count:n} blocks that do not count, nothing copied",
                    len(blocks),
                )
                summary = told(count, self.language)
                yield (
                    f'<details><summary lang="{self.language}">{summary}</summary>\n'
                    f"{inner}</details>\n"
                )
            else:
                yield inner

    def _can_be_folded(self, block: BlockView) -> bool:
        counts = block.role.is_body or block.role is Role.HEADLINE
        counts = counts or block.start in self.unsure
        return not counts and not self.marked.touched(block)

    def _block(self, block: BlockView) -> str:
        pieces = "".join(map(self._piece, self.marked.pieces(block.start, block.stop)))
        classes = [block.role.value]
        labels = []
        if not block.role.is_body:
            classes.append("aside")
            labels.append(told(role_name(block.role), self.language))
        if block.start in self.unsure:
            labels.append(told(say("may be part of the article or not"), self.language))
        if block.hidden:
            classes.append("unseen")
            labels.append(told(hidden_phrase(block.hidden), self.language))
        label = (
            f'<span class="label" lang="{self.language}">{"; ".join(labels)}</span> '
            if labels
            else ""
        )
        return f'<p class="{" ".join(classes)}" dir="auto">{label}{pieces}</p>\n'

    def _piece(self, piece: Piece) -> str:
        text = shown(self.marked.text[piece.start : piece.stop])
        if piece.quoted or piece.common:
            kinds = [name for name in ("quoted", "common") if getattr(piece, name)]
            text = f'<span class="{" ".join(kinds)}">{text}</span>'
        if piece.passage is not None:
            text = self._passage(piece, piece.passage, text)
        if piece.link is not None:
            text = self._link(piece, piece.link, text)
        seam = '<span class="seam"></span>' if piece.seam else ""
        return seam + "".join(map(self._number, piece.begins)) + text

    def _passage(self, piece: Piece, number: int, text: str) -> str:
        kind = self.verdict.passages[number].kind
        tag = "mark" if piece.copied else "span"
        return f'<{tag} class="k{number % HUES} {kind}" data-p="{number + 1}">{text}</{tag}>'

    def _number(self, number: int) -> str:
        kind = kind_name(self.verdict.passages[number].kind)
        jump = told(
            say("Passage {number:n}, {kind}: go to its partner", number=number + 1, kind=kind),
            self.language,
        )
        return (
            f'<a class="number k{number % HUES}" id="{self.side}{number + 1}"'
            f' href="#{self.other}{number + 1}" lang="{self.language}" aria-label="{jump}"'
            f' data-p="{number + 1}">{number + 1}</a>'
        )

    def _link(self, piece: Piece, number: int, text: str) -> str:
        link = self.verdict.backlinks[number]
        if piece.stop < link.place.stop:
            return f'<span class="link {link.status}">{text}</span>'
        ok = link.status is BacklinkStatus.VALID
        return (
            f'<span class="link {link.status}">{text}</span>'
            f'<a class="why {link.status}" href="#link{number + 1}" lang="{self.language}">'
            f"{'✓' if ok else '!'} {told(link_name(link.status), self.language)}</a>"
        )
