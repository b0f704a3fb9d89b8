"""What of a page's text is hidden in the same way as a link: both show, or neither does.

```
<div hidden>        the copied words     a veil over both: the link shows where the words do
  <p>copied words</p>
  <p style="display: none"><a href="/x">link</a></p>     one more veil, over the link alone
```

Builders of pages serve an article hidden and show it by a script, an animation or a click. A veil
is an element that hides what stands in it. A text is hidden with a link where every veil over the
link has its like over the text: the same element, or one hidden by the same rule, or by a style of
its own that pages show again as they are scrolled.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from reuse_guard.documents.html_clicks import may_leave_site
from reuse_guard.documents.html_tags import FALLBACK, LAYOUTS
from reuse_guard.documents.visibility import VISIBLE, Seen
from reuse_guard.text.spans import Span, union

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from lxml import etree

    from reuse_guard.documents.html_places import Page
    from reuse_guard.documents.html_runs import RawBlock
    from reuse_guard.documents.model import Link
    from reuse_guard.documents.visibility import Visibility

# What a style of its own hides for good until that very element is shown. Opacity and visibility
# are how paragraphs, one by one, wait until a reader gets to them.
_ONE_BY_ONE: Final = ("opacity", "visibility", "moved off")

_PROSE: Final = 100  # characters; what is copied and hidden is at least a sentence
_MOST_VEILS: Final = 8  # over a link that may be left to a person; pages that show texts have one

Veils: TypeAlias = "tuple[Hashable, ...]"
"""What hides an element, from the outermost in; alike where the same would show it again."""


def with_what_is_hidden_alike(links: list[Link], page: Page, visibility: Visibility) -> list[Link]:
    """The links of a page, the hidden ones with the runs of prose hidden in the same way."""
    if not any(map(_leads_away, links)):
        return links
    prose = [b for b in page.blocks if b.hidden is not None and len(b.text) >= 2 * b.linked]
    if sum(len(block.text) for block in prose) < _PROSE:
        return links
    veiled = _VeiledText(prose, visibility)
    found = [
        link._replace(hidden_with=veiled.hidden_with(raw.element)) if _leads_away(link) else link
        for link, raw in zip(links, page.links, strict=True)
    ]
    visibility.forget()
    return found


def _leads_away(link: Link) -> bool:
    """Whether a link that no reader sees may lead to another site, as those of menus do not."""
    return link.hidden is not None and may_leave_site(link.href)


class _State(NamedTuple):
    """What holds inside an element if every box around it were shown.

    Attributes:
        seen: what the styles tell, without the boxes that hide.
        veils: what hides it.
        inherited: the one of them whose reason is inherited, which a style inside may undo.
    """

    seen: Seen
    veils: Veils
    inherited: Hashable | None = None


class _VeiledText:
    """The hidden text of a page by what hides it."""

    def __init__(self, blocks: Iterable[RawBlock], visibility: Visibility) -> None:
        """Look at what hides these blocks, none of which a reader sees."""
        self._visibility = visibility
        self._states: dict[etree._Element, _State] = {}
        self._found: dict[Veils, tuple[Span, ...]] = {}
        self._texts: dict[Hashable, dict[Veils, list[Span]]] = {}
        for block in blocks:
            veils = self._state(block.element).veils
            for veil in set(veils[-_MOST_VEILS:]):
                self._texts.setdefault(veil, {}).setdefault(veils, []).append(
                    Span(block.start, block.stop)
                )

    def hidden_with(self, link: etree._Element) -> tuple[Span, ...]:
        """The runs of text that no reader sees where the link is not seen, and else may see."""
        veils = self._state(link).veils
        if not 0 < len(veils) <= _MOST_VEILS:
            return ()
        found = self._found.get(veils)
        if found is None:
            needed = Counter(veils)
            spans = (
                span
                for others, texts in self._texts.get(veils[-1], {}).items()
                if needed <= Counter(others)
                for span in texts
            )
            found = self._found[veils] = tuple(union(spans))
        return found

    def _state(self, element: etree._Element) -> _State:
        path: list[etree._Element] = []
        node: etree._Element | None = element
        while node is not None and node not in self._states:
            path.append(node)
            node = node.getparent()
        state = _State(VISIBLE, ()) if node is None else self._states[node]
        for one in reversed(path):
            state = self._states[one] = self._inside(one, state)
        return state

    def _inside(self, element: etree._Element, around: _State) -> _State:
        """The state inside an element, given the one around it."""
        veils, inherited = around.veils, around.inherited
        if LAYOUTS.get(str(element.tag)) == FALLBACK:
            veils = (*veils, element)
        seen = self._visibility.enter(element, around.seen)
        if seen is around.seen:
            return around if veils is around.veils else around._replace(veils=veils)
        lasting = seen.unseen or (around.seen.hidden if seen.sealed else seen.hidden)
        if inherited is not None and lasting is None:
            veils = tuple(veil for veil in veils if veil is not inherited)
            inherited = None
        elif inherited is None and lasting is not None:
            inherited = self._veil(element, lasting)
            veils = (*veils, inherited)
        if seen.sealed:
            veils = (*veils, self._veil(element, seen.sealed))
        shown = replace(seen, sealed=None, hidden=lasting, opacity=around.seen.opacity)
        return _State(shown if seen.sealed else replace(seen, hidden=lasting), veils, inherited)

    def _veil(self, element: etree._Element, reason: str) -> Hashable:
        rules = self._visibility.rules_that_hide(element, reason)
        if rules:
            return reason, rules
        return (reason,) if reason.startswith(_ONE_BY_ONE) else (reason, element)
