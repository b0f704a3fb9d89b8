"""Which footnotes of a Markdown file its published page shows on every site."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markdown_it.token import Token


def left_out_lines(tokens: Sequence[Token]) -> Iterator[int]:
    """The lines, counted from 0, of footnotes that some sites leave out.

    These are footnotes that nothing refers to, or only footnotes that are left out themselves
    (GitHub and Hugo show the latter, Jekyll and Astro do not), and all but the first of those with
    one name.
    """
    shown = _shown(tokens)
    for token in tokens:
        if token.type != "footnote_reference_open":
            continue
        label = str(token.meta["label"])
        if label in shown:
            shown.remove(label)
        else:
            yield from range(*(token.map or (0, 0)))


def _shown(tokens: Iterable[Token]) -> set[str]:
    """Names of the footnotes that the text refers to, by way of other footnotes or not."""
    referred: dict[str, set[str]] = {"": set()}  # by the footnote that refers to them, or the text
    inside = [""]
    for token in tokens:
        if token.type == "footnote_reference_open":
            inside.append(str(token.meta["label"]))
        elif token.type == "footnote_reference_close":
            inside.pop()
        referred.setdefault(inside[-1], set()).update(_references(token.children or ()))
    shown: set[str] = set()
    waiting = list(referred[""])
    while waiting:
        label = waiting.pop()
        if label not in shown:
            shown.add(label)
            waiting += referred.get(label, ())
    return shown


def _references(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "footnote_ref":
            yield str(token.meta["label"])
        yield from _references(token.children or ())
