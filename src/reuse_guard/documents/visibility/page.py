"""The visibility of a page: its rules read once, then asked element by element down the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reuse_guard.documents.visibility.declarations import Declaration, parse_declarations
from reuse_guard.documents.visibility.media import applies
from reuse_guard.documents.visibility.seen import (
    TINY,
    Own,
    Seen,
    font_size,
    is_indented,
    sealing_reason,
    text_colour,
    unseen_reason,
)
from reuse_guard.documents.visibility.sheets import Index, Rule, Sheets, read_sheets
from reuse_guard.documents.visibility.values import UNKNOWN, WHITE, Colour, Length

if TYPE_CHECKING:
    from lxml import etree

    from reuse_guard.documents.visibility.selectors import Node

# Attributes and tags that change what is seen without any style sheet.
_ATTRIBUTES: Final = frozenset({"style", "hidden", "inert", "aria-hidden", "popover", "bgcolor"})
_TAGS: Final = frozenset({"noindex", "dialog", "small", "sub", "sup", "font", "body"})
_SMALLER: Final = frozenset({"small", "sub", "sup"})
_FONT_SIZES: Final = ("10px", "10px", "13px", "16px", "18px", "24px", "32px", "48px")
# Text on a background of nearly its own colour is not read: WCAG asks for 4.5, and grey
# #f4f4f4 on white, at 1.1, is the faintest that a sharp eye makes out.
_NO_CONTRAST: Final = 1.1
# Selectors tried on elements, a page; the benchmark's pages need 2,000 at the 90th percentile.
_MOST_TESTS: Final = 500_000
_EXTERNAL = (
    "The page loads {count} external stylesheet{s}, which {were} not read:"
    " what only they hide counts as visible."
)
_REFUSED = "{count} style rule{s} could not be applied to tell what is hidden, first {first!r}."


class Visibility:
    """Tells of each element of one page whether a reader sees it.

    Build it with `of`, then call `enter` for every element on the way down.
    """

    def __init__(self, sheets: Sheets, *, external: int) -> None:
        self._sheets = sheets
        self._external = external
        self._tests_left = _MOST_TESTS
        self._nodes: dict[etree._Element, Node] = {}
        self._backgrounds: dict[etree._Element, Colour | None] = {}
        hiding = sheets.hiding
        self._attributes = _ATTRIBUTES | hiding.names("attribute")
        self._tags = _TAGS | hiding.names("tag")
        self._classes = hiding.names("class")
        self._ids = hiding.names("id")
        self._everywhere = ("any", "") in hiding.rules

    @classmethod
    def of(cls, root: etree._Element) -> Visibility:
        """Read the `<style>` elements of a page, and count the sheets that are not in it."""
        sheets: list[tuple[str, str]] = []
        external = 0
        for element in root.iter("style", "link"):
            query = element.get("media") or ""
            if element.tag == "link":
                external += _is_external_sheet(element, query)
            elif _is_css(element):
                text = "".join(map(str, element.itertext()))
                external += text.lower().count("@import")
                sheets.append((query, text))
        return cls(read_sheets(sheets), external=external)

    @property
    def notes(self) -> tuple[str, ...]:
        """What could not be seen; complete once every element was entered."""
        notes = []
        if self._external:
            many = self._external > 1
            notes.append(
                _EXTERNAL.format(
                    count=self._external, s="s" if many else "", were="were" if many else "was"
                )
            )
        refused = self._sheets.refused
        if refused:
            s = "s" if len(refused) > 1 else ""
            notes.append(_REFUSED.format(count=len(refused), s=s, first=refused[0][:60]))
        if self._tests_left < 0:
            notes.append("The page has too many style rules to apply them all to all its elements.")
        return tuple(notes)

    def enter(self, element: etree._Element, parent: Seen) -> Seen:
        """The state inside `element`, given the state around it; `parent` itself if the same.

        Call it for elements without attributes too: a rule may name their tag.
        """
        if parent.sealed:
            return parent
        if parent.hidden is None and not self._everywhere and element.tag not in self._tags:
            names = element.keys()
            if (
                self._attributes.isdisjoint(names)
                and not (self._classes and "class" in names and self._has_class(element))
                and not (self._ids and element.get("id") in self._ids)
            ):
                return parent
        return self._look(element, parent)

    def _has_class(self, element: etree._Element) -> bool:
        return not self._classes.isdisjoint(element.get("class", "").split())

    def _look(self, element: etree._Element, parent: Seen) -> Seen:
        own = self._cascade(element)
        aria_hidden = parent.aria_hidden or element.get("aria-hidden", "").lower() == "true"
        noindex = parent.noindex or element.tag == "noindex"
        font = font_size(own, parent)
        page_font = font if element.tag in {"html", "body"} else parent.page_font
        told = "font-size" in own or parent.font_ratio is not None
        sealed = _attribute_reason(element, own) or sealing_reason(own, font=font)
        unseen = unseen_reason(own, parent)
        indented = is_indented(own, parent, font=font)
        colour = text_colour(own, parent)
        hidden = sealed or unseen
        if hidden is None and font <= TINY:
            hidden = f"font size {font:g}px"
        if hidden is None and indented:
            hidden = "text-indent moves it off the screen"
        if hidden is None and isinstance(colour, Colour):
            hidden = self._unreadable(element, colour)
        return Seen(
            hidden=hidden,
            aria_hidden=aria_hidden,
            noindex=noindex,
            font_ratio=font / page_font if told and page_font else None,
            sealed=sealed,
            unseen=unseen,
            font=font,
            page_font=page_font,
            indented=indented,
            colour=colour,
        )

    # --- the cascade ---------------------------------------------------------
    def _cascade(self, element: etree._Element) -> Own:
        """The winning value of each property: by importance, origin, specificity and order."""
        ranked: list[tuple[tuple[bool, bool, tuple[int, ...], int], Declaration]] = []
        for rule, specificity in self._matching(element):
            for declaration in rule.declarations:
                outside = rule.order.outside_layers != declaration.important
                rank = (declaration.important, outside, specificity, rule.order.position)
                ranked.append((rank, declaration))
        own: Own = {name: value for name, value, _ in _presentational(element)}
        inline = parse_declarations(element.get("style", ""))
        ranked.sort(key=lambda pair: pair[0])
        own |= {d.name: d.value for _, d in ranked if not d.important}
        own |= {d.name: d.value for d in inline if not d.important}
        own |= {d.name: d.value for _, d in ranked if d.important}
        own |= {d.name: d.value for d in inline if d.important}
        return own

    def _matching(self, element: etree._Element) -> list[tuple[Rule, tuple[int, int, int]]]:
        rules = self._candidates(element, self._sheets.hiding)
        rules += self._candidates(element, self._sheets.others)
        if not rules:
            return []
        from reuse_guard.documents.visibility.selectors import node_of  # noqa: PLC0415 - rarely needed

        node = node_of(element, self._nodes)
        found = []
        for rule in rules:
            self._tests_left -= 1
            if self._tests_left < 0:
                break
            best = max((s.specificity for s in rule.selectors if s.matches(node)), default=None)
            if best is not None:
                found.append((rule, best))
        return found

    def _candidates(self, element: etree._Element, index: Index) -> list[Rule]:
        rules = index.rules
        if not rules:
            return []
        keys = [("any", ""), ("tag", element.tag), ("id", element.get("id", ""))]
        keys += [("class", name) for name in element.get("class", "").split()]
        keys += [("attribute", str(name)) for name in element.keys()]  # noqa: SIM118 - an lxml element
        found = {id(rule): rule for key in keys for rule in rules.get(key, ())}
        return list(found.values())

    # --- colours --------------------------------------------------------------
    def _unreadable(self, element: etree._Element, colour: Colour) -> str | None:
        if colour.alpha < 1 - 0.95:
            return "transparent text"
        background = self._background(element)
        if background is None or not colour.is_opaque:
            return None
        same = colour.contrast(background) < _NO_CONTRAST
        return "text in the colour of its background" if same else None

    def _background(self, element: etree._Element) -> Colour | None:
        """The colour behind the text of an element, or None when it cannot be known."""
        path: list[etree._Element] = []
        found: Colour | None = None if self._external else WHITE
        node: etree._Element | None = element
        while node is not None:
            if node in self._backgrounds:
                found = self._backgrounds[node]
                break
            path.append(node)
            own = self._cascade(node)
            painted = own.get("background-color")
            if own.get("background-image", "none") != "none" or painted is UNKNOWN:
                found = None
                break
            if isinstance(painted, Colour) and painted.alpha > 1 - 0.95:
                found = painted if painted.is_opaque else None
                break
            node = node.getparent()
        self._backgrounds.update(dict.fromkeys(path, found))
        return found


def _attribute_reason(element: etree._Element, own: Own) -> str | None:
    """`hidden` and its kin, which a style may show again; `inert`, which it may not."""
    if element.get("inert") is not None:
        return "inert"
    if "display" in own:
        return None
    if element.get("hidden") is not None:
        return "hidden attribute"
    if element.tag == "dialog" and element.get("open") is None:
        return "a dialog that is not open"
    return "a popover that is not open" if element.get("popover") is not None else None


def _presentational(element: etree._Element) -> tuple[Declaration, ...]:
    """Styles written as attributes or tags; any rule overrides them."""
    tag = element.tag
    if tag in _SMALLER:
        return (Declaration("font-size", Length(5 / 6, "em"), important=False),)
    styles: list[Declaration] = []
    if tag == "font":
        size = element.get("size", "")
        if size in set("01234567"):
            styles += parse_declarations(f"font-size: {_FONT_SIZES[int(size or 3)]}")
        styles += parse_declarations(f"color: {element.get('color', '')}")
    if tag == "body" and element.get("text"):
        styles += parse_declarations(f"color: {element.get('text')}")
    if element.get("bgcolor"):
        styles += parse_declarations(f"background-color: {element.get('bgcolor')}")
    return tuple(styles)


def _is_external_sheet(link: etree._Element, query: str) -> bool:
    rel = set((link.get("rel") or "").lower().split())
    is_sheet = "stylesheet" in rel and "alternate" not in rel and bool(link.get("href"))
    return is_sheet and (not query.strip() or applies(query))


def _is_css(style: etree._Element) -> bool:
    kind = (style.get("type") or "text/css").strip().lower()
    if kind != "text/css":
        return False
    return all(ancestor.tag not in {"noscript", "template"} for ancestor in style.iterancestors())
