"""The visibility of a page: its rules read once, then asked element by element down the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from reuse_guard.documents.visibility.animated import at_the_end
from reuse_guard.documents.visibility.applied import Applied
from reuse_guard.documents.visibility.behind import Behind
from reuse_guard.documents.visibility.cascade import DRAWN, SMALLER, Match
from reuse_guard.documents.visibility.declarations import parse_declarations
from reuse_guard.documents.visibility.directions import Directions, against
from reuse_guard.documents.visibility.generated import generated_words
from reuse_guard.documents.visibility.kin import ANY
from reuse_guard.documents.visibility.notes import refused_rules, unread
from reuse_guard.documents.visibility.seen import (
    ALL_STAKES,
    ROOT_FONT,
    TAG_STAKES,
    TINY,
    UNDRAWN,
    Seen,
    attribute_reason,
    dim_reason,
    font_size,
    hides_so,
    is_indented,
    overrides,
    own_opacity,
    sealing_reason,
    stakes_of,
    text_colour,
    unclickable_reason,
    unseen_reason,
)
from reuse_guard.documents.visibility.sheets import (
    Sheet,
    Sheets,
    coloured_links,
    is_css,
    is_external,
    marks_of,
)
from reuse_guard.documents.visibility.stand_ins import StandIns
from reuse_guard.documents.visibility.values import Colour, Length
from reuse_guard.documents.visibility.variables import VAR
from reuse_guard.locale import Sentence, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

# Attributes and tags that change what is seen without any style sheet.
_ATTRIBUTES: Final = frozenset({"hidden", "inert", "aria-hidden", "popover", "layout", "bgcolor"})
_TAGS: Final = SMALLER | {"noindex", "dialog", "font", "bdo"}
_DRAWINGS: Final = DRAWN | UNDRAWN
_OF_DRAWINGS: Final = ("text", "desc", "metadata")  # what has words in most of them
_DRESSED: Final = frozenset({"body", "font"})  # in colours and sizes by their attributes
_CELLS: Final = frozenset({"table", "tbody", "thead", "tfoot", "tr", "td", "th"})
_LINKS: Final = frozenset({"a", "area"})
_ANIMATIONS: Final = frozenset({"animation", "animation-name"})
_SIZES: Final = frozenset({"width", "height", "size"})
_SIDES: Final = frozenset({"width", "height", "style"})


class Visibility:
    """Tells of each element of one page whether a reader sees it.

    Build it with `of`, then call `enter` for every element on the way down.

    Attributes:
        are_plain: whether attributes of these names never change what is seen,
        are_plain_but_classes: whether those besides `class` never do, and
        tell: whether the classes in such an attribute may;
        is_telling: whether a tag may. Where nothing does, as for most elements, `enter` changes
            nothing for one in sight. All are answered without a call of Python's.
        stand_ins: tells what may be seen in the place of a link's words.
        overridden: letters shown in a direction that may not be theirs.
        forget: to be called when every element was entered.
    """

    def __init__(
        self,
        sheets: Sheets,
        *,
        external: int,
        unindexed: frozenset[etree._Element],
        draws_words: bool = False,
    ) -> None:
        self._sheets = sheets
        self._external = external
        self._unindexed = unindexed
        self._applied = Applied(sheets)
        self.forget = self._applied.forget
        self._behind = Behind(self._applied, is_known=not external)
        self._directions = Directions(self._applied)
        self.stand_ins = StandIns(self._applied, sheets)
        hiding = sheets.hiding
        self._attributes = _ATTRIBUTES | hiding.attributes
        self._tags = _TAGS | hiding.tags | (_DRAWINGS if draws_words else frozenset())
        self._classes = hiding.names(".")
        self._ids = hiding.names("#")
        self._styles: dict[str, frozenset[str]] = {}
        self._strings: list[str] = []
        self.overridden = 0
        self._everywhere = bool(hiding.names(ANY))
        telling = self._attributes.union(["style"], ["id"] if self._ids else [])
        self.are_plain_but_classes: Callable[[Iterable[str | bytes]], bool] = telling.isdisjoint
        telling = telling.union(["class"] if self._classes else [])
        self.are_plain: Callable[[Iterable[str | bytes]], bool] = telling.isdisjoint
        self.tell: Callable[[str | None], bool] = _Told(self._classes).__getitem__
        tags = self._tags | _LINKS if unindexed else self._tags
        self.is_telling: Callable[[str], bool] = _always if self._everywhere else tags.__contains__

    @classmethod
    def of(cls, root: etree._Element) -> Visibility:
        """Read the `<style>` elements of a page, and count the sheets that are not in it."""
        sheets = [Sheet.of("", css) for css in coloured_links(root)]
        external = 0
        for element in root.iter("style", "link"):
            query = element.get("media") or ""
            if element.tag == "link":
                external += is_external(element, query)
            elif is_css(element):
                sheets.append(Sheet.of(query, "".join(map(str, element.itertext()))))
                external += sheets[-1].lower.count("@import")
        explains = any(VAR in sheet.lower for sheet in sheets)
        every = (element.get("style") for element in (root.iter("*") if explains else ()))
        styles = [style for style in every if style and "--" in style]
        return cls(
            Sheets(sheets, styles, marks_of(root, sheets)),
            external=external,
            unindexed=_unindexed(root),
            draws_words=next(root.iter(*_OF_DRAWINGS), None) is not None
            or any(next(part.iter(*_LINKS), None) is not None for part in root.iter(*UNDRAWN)),
        )

    @classmethod
    def unstyled(cls) -> Visibility:
        """That of a page whose style sheets are left aside: its elements tell all by themselves."""
        return cls(Sheets([]), external=0, unindexed=frozenset())

    @property
    def notes(self) -> tuple[str, ...]:
        """What could not be seen; complete once every element was entered."""
        notes = []
        if self._external:
            notes.append(unread(self._external))
        if refused := self._sheets.refused:
            notes.append(refused_rules(len(refused), repr(refused[0][:60])))
        if self._applied.is_exhausted:
            notes.append(
                say("The page has too many style rules to apply them all to all its elements.")
            )
        return tuple(map(Sentence, notes))

    def generated(self, root: etree._Element) -> int:
        """How many words the styles write themselves; complete once every element was entered."""
        return generated_words(root, self._sheets.lower, map(str.lower, self._strings))

    def enter(
        self, element: etree._Element, parent: Seen, names: Sequence[str | bytes] | None = None
    ) -> Seen:
        """The state inside `element`, given the state around it; `parent` itself if the same.

        Call it for elements without attributes too: a rule may name their tag.

        Args:
            element: next on the way down.
            parent: what this gave for the element around it.
            names: those of its attributes, where the caller has them already.
        """
        if parent.sealed:
            return parent
        names = element.keys() if names is None else names
        told = parent.hidden is not None or self._everywhere or element.tag in self._tags
        if not told and not self._is_named(element, names) and element not in self._unindexed:
            return parent
        return self._once(element, parent, names)

    def _is_named(self, element: etree._Element, names: Sequence[str | bytes]) -> bool:
        """Whether its style, or one of its other attributes, may change what is seen."""
        if "style" in names and self._inline_stakes(element.get("style", "")):
            return True
        return self._is_chosen(element, names)

    def _is_chosen(self, element: etree._Element, names: Sequence[str | bytes]) -> bool:
        """Whether one of its attributes, classes or its id may change what is seen."""
        if not self._attributes.isdisjoint(names):
            return True
        if "class" in names and self.tell(element.get("class")):
            return True
        return "id" in names and element.get("id") in self._ids

    def _once(self, element: etree._Element, parent: Seen, names: Sequence[str | bytes]) -> Seen:
        """The same, told once for elements that look alike where nothing else has a say."""
        if element.tag in _DRESSED or self._unindexed:
            return parent.unless_changed(self._look(element, parent))
        kin = self._applied.told_of_kin(element)
        key = (parent, element.get("aria-hidden"), element.get("layout"), *names)
        known = kin.get(key)
        if known is None:
            told = self._look(element, parent)
            known = parent.unless_changed(told)
            if self._applied.holds_for_kin and (told is parent or self._applied.is_shared(told)):
                kin[key] = known
        return known

    def _look(self, element: etree._Element, parent: Seen) -> Seen:
        matched = self._applied.hiding(element)
        stakes = self._stakes(element, matched)
        if parent.hidden is None and not stakes and element not in self._unindexed:
            return parent
        own = self._applied.cascade(element, matched, ALL_STAKES if parent.hidden else stakes)
        if not _ANIMATIONS.isdisjoint(own) and not _insists(element, matched):
            own = at_the_end(own, self._sheets.last_frames)
        font = font_size(own, parent)
        opacity = parent.opacity * own_opacity(own)
        sealed = (
            attribute_reason(element, own)
            or sealing_reason(own, font=font, is_cell=element.tag in _CELLS)
            or dim_reason(opacity, parent)
        )
        unseen = unseen_reason(own, parent)
        indented = is_indented(own, parent, font=font)
        colour = text_colour(own, parent)
        hidden = sealed or unseen
        if hidden is None and font <= TINY:
            hidden = f"font size {font:g}px"
        if hidden is None and indented:
            hidden = "text-indent moves it off the screen"
        if hidden is None and isinstance(colour, Colour):
            hidden = self._behind.unreadable(element, colour)
        overridden = parent.overridden
        if overrides(str(element.tag), own):
            overridden = self._directions.of(element)
            if hidden is None and overridden != parent.overridden:
                self.overridden += against(overridden, "".join(map(str, element.itertext())))
        return Seen(
            hidden=hidden,
            aria_hidden=parent.aria_hidden or element.get("aria-hidden", "").lower() == "true",
            noindex=parent.noindex or element.tag == "noindex" or element in self._unindexed,
            sealed=sealed,
            unseen=unseen,
            font=font,
            opacity=opacity,
            indented=indented,
            colour=colour,
            inert=parent.inert or element.get("inert") is not None,
            unclickable=unclickable_reason(own, parent),
            overridden=overridden,
        )

    def rules_that_hide(self, element: etree._Element, reason: str) -> frozenset[int]:
        """The numbers of the rules that hide an element so; none where its own style does."""
        matched = self._applied.hiding(element)
        hiding = [rule.body for rule, _ in matched if hides_so(rule.body.declarations, reason)]
        return frozenset(body.position for body in hiding)

    @property
    def sheets(self) -> tuple[Applied, bool]:
        """The rules of the page, and whether they are all that it has."""
        return self._applied, not self._external

    def is_tiny(self, image: etree._Element) -> bool:
        """Whether a picture is declared as too small to be seen: a pixel high, or wide."""
        names = image.keys()
        may_match = self.is_telling(str(image.tag)) or self._is_chosen(image, names)
        matched = self._applied.hiding(image) if may_match else []
        if not matched and _SIDES.isdisjoint(names):
            return False
        told = bool(matched or image.get("style"))
        own = self._applied.cascade(image, matched, _SIZES) if told else {}
        for name, limit in (("width", "max-width"), ("height", "max-height")):
            sizes = [own.get(name), own.get(limit)]
            if own.get(name) is None and (image.get(name) or "").strip().isdecimal():
                sizes.append(Length(float(image.get(name) or ""), "px"))
            for size in sizes:
                if isinstance(size, Length) and size.pixels(em=ROOT_FONT, whole=1280) <= 1:
                    return True
        return False

    def _stakes(self, element: etree._Element, matched: list[Match]) -> frozenset[str]:
        """Words of the properties by which tag, attributes or rules may change what is seen."""
        found: frozenset[str] = frozenset()
        if element.tag in _TAGS or not _ATTRIBUTES.isdisjoint(element.keys()):
            found = TAG_STAKES
        if element.tag in _DRAWINGS:
            found = ALL_STAKES
        style = element.get("style")
        if style:
            found |= self._inline_stakes(style)
        for rule, _ in matched:
            found |= rule.body.told
        return found

    def _inline_stakes(self, style: str) -> frozenset[str]:
        stakes = self._styles.get(style)
        if stakes is None:
            stakes = stakes_of(parse_declarations(style))
            if VAR in style.lower():
                stakes |= ALL_STAKES
            self._styles[style] = stakes
            if '"' in style or "'" in style:
                self._strings.append(style)
        return stakes


class _Told(dict[str | None, bool]):
    """Whether the classes in an attribute are among some, found once for each attribute."""

    def __init__(self, classes: frozenset[str]) -> None:
        super().__init__()
        self._classes = classes

    def __missing__(self, attribute: str | None) -> bool:
        told = self[attribute] = not self._classes.isdisjoint((attribute or "").split())
        return told


def _always(_tag: str) -> bool:
    """Every element may be hidden where a rule is for all of them."""
    return True


def _insists(element: etree._Element, matched: list[Match]) -> bool:
    """Whether some value has `!important`, over which no animation has a say."""
    return "!" in element.get("style", "") or any("!" in rule.body.text for rule, _ in matched)


def _unindexed(root: etree._Element) -> frozenset[etree._Element]:
    """The links between `<!--noindex-->` and `<!--/noindex-->`, Yandex' other spelling."""
    marks = {
        comment: text
        for comment in root.iter(etree.Comment)
        if (text := (comment.text or "").strip().lower()) in {"noindex", "/noindex"}
    }
    found = set()
    inside = False
    for node in root.iter() if marks else ():
        if node in marks:
            inside = marks[node] == "noindex"
        elif inside and node.tag in _LINKS:
            found.add(node)
    return frozenset(found)
