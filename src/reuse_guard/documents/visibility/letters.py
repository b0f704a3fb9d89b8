"""How large letters are against each other, as far as a page tells it.

Of a whole page all of whose style sheets stand in it, every size is known in pixels. A sheet that
is loaded, or a part of a page, may give any size to any element but one with a size in its own
`style`: then sizes are known as parts of one that is not, and compared with those alone that are
parts of the same.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from reuse_guard.documents.html_tags import LAYOUTS, UNSERVED
from reuse_guard.documents.visibility.declarations import each_declaration
from reuse_guard.documents.visibility.layers import rank
from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from reuse_guard.documents.visibility.applied import Applied

# CSS Fonts 4, section 2.5; `smaller` and `larger` as Chromium has them.
_KEYWORDS: Final = {
    "xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0,
    "x-large": 24.0, "xx-large": 32.0, "xxx-large": 48.0, "initial": 16.0,
}  # fmt: skip
_RELATIVE: Final = {"smaller": 5 / 6, "larger": 1.2, "inherit": 1.0, "unset": 1.0}
_PIXELS: Final = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 9.6 / 2.54}
# The style sheet of browsers (HTML, section 15.3); letters of one width are smaller by default.
_TAGS: Final = {
    **dict.fromkeys(("small", "sub", "sup"), "smaller"),
    **{"big": "larger", "h1": "2em", "h2": "1.5em", "h3": "1.17em", "h5": ".83em", "h6": ".67em"},
    **dict.fromkeys(("code", "kbd", "samp", "tt", "pre", "button", "rt", "rp"), "?"),
}
FONT_SIZES: Final = ("10px", "10px", "13px", "16px", "18px", "24px", "32px", "48px")
_SIZE = expression(r"([+]?(?:\d+\.?\d*|\.\d+))(%|[a-z]*)")
_ROOT: Final = 16.0
_SECTIONS: Final = frozenset({"article", "aside", "nav", "section"})


class Size(NamedTuple):
    """The size of letters: so many times another one.

    Attributes:
        of: `None` for pixels, else the element whose size is not known.
        times: how many of them.
    """

    of: etree._Element | None
    times: float


@dataclass
class Letters:
    """The sizes of the letters of one page.

    Attributes:
        applied: its style sheets.
        is_known: whether these are all that it has.
        is_quirky: whether browsers may lay it out as they did before there were standards.
        boxes: of its text.
    """

    applied: Applied
    is_known: bool
    is_quirky: bool
    boxes: tuple[etree._Element, ...]
    _sizes: dict[etree._Element, Size] = field(default_factory=dict)

    def ratio(self, letters: etree._Element, around: etree._Element) -> float | None:
        """The size of the letters in an element against that of the text; None if not known.

        Args:
            letters: the element.
            around: the box that it stands in.
        """
        own = _most(self._weights([letters]))
        text = self._of_text if self.is_known else _most(self._weights([around], but=letters))
        if own is None or text is None or own.of is not text.of or not text.times:
            return None
        return own.times / text.times

    @cached_property
    def _of_text(self) -> Size | None:
        return _most(self._weights(dict.fromkeys(self.boxes)))

    def _weights(
        self, boxes: Iterable[etree._Element], but: etree._Element | None = None
    ) -> Iterator[tuple[Size, int]]:
        """Sizes with the letters that have them, those inside an element left out."""
        left_out = frozenset() if but is None else frozenset(but.iter())
        for box in boxes:
            for element in box.iter():
                parent = element.getparent()
                is_served = LAYOUTS.get(str(element.tag)) != UNSERVED
                if element not in left_out and is_served and not callable(element.tag):
                    yield self.size_of(element), _letters(element.text)
                if element is not box and parent is not None and parent not in left_out:
                    yield self.size_of(parent), _letters(element.tail)

    def size_of(self, element: etree._Element) -> Size:
        """The size of the letters that stand right in an element."""
        path = []
        node: etree._Element | None = element
        while node is not None and node not in self._sizes:
            path.append(node)
            node = node.getparent()
        for one in reversed(path):
            self._sizes[one] = self._size(one)
        return self._sizes[element]

    def _size(self, element: etree._Element) -> Size:
        above = element.getparent()
        around = Size(None, _ROOT) if above is None else self._sizes[above]
        declared = self._declared(element)
        if declared is None:
            return around if self.is_known else Size(element, 1.0)
        root = self._sizes.get(element.getroottree().getroot(), Size(None, _ROOT))
        found = _parsed(declared, around, root)
        return Size(element, 1.0) if found is None else found

    def _declared(self, element: etree._Element) -> str | None:
        """What is declared for the size of an element; None where it is that around it."""
        inline = list(_sizes_in(element.get("style") or ""))
        if not self.is_known:
            return inline[-1][0] if inline else None
        ranked = []
        for rule, specificity in self.applied.concerning(element, _STAKES):
            for value, important in _sizes_in(rule.body.text):
                layer = rank(rule.body.layer, important=important)
                ranked.append(((layer, specificity, rule.body.position), value, important))
        ranked.sort(key=lambda one: one[0])
        found = _presentational(element, is_quirky=self.is_quirky)
        for is_important in (False, True):
            for value, important in [*((v, i) for _, v, i in ranked), *inline]:
                found = value if important is is_important else found
        return found


_STAKES: Final = frozenset({"font"})


def _sizes_in(style: str) -> Iterator[tuple[str, bool]]:
    """The sizes that declarations give, and whether they insist on it."""
    for name, value, important in each_declaration(style) if "font" in style.lower() else ():
        if name == "font-size":
            yield value, important
        elif name == "font":
            yield _in_shorthand(value), important


def _in_shorthand(value: str) -> str:
    """The size in `italic 12px/1.5 Arial`, the first length or keyword; weights are bare."""
    for word in value.split("/", maxsplit=1)[0].split():
        found = _SIZE.fullmatch(word)
        if word in _KEYWORDS or word in _RELATIVE or (found and found[2]):
            return word
    return "?"


def _presentational(element: etree._Element, *, is_quirky: bool) -> str | None:
    tag = str(element.tag)
    if tag == "font" and (element.get("size") or "").strip() in set("01234567"):
        return FONT_SIZES[int((element.get("size") or "3").strip())]
    if tag == "font" and element.get("size"):
        return "?"
    if tag == "table" and is_quirky:
        return "?"
    if tag == "h1" and any(above.tag in _SECTIONS for above in element.iterancestors()):
        return "?"  # browsers differ
    return _TAGS.get(tag)


def _parsed(value: str, around: Size, root: Size) -> Size | None:
    """A declared size; None where only a browser knows it."""
    if value in _KEYWORDS:
        return Size(None, _KEYWORDS[value])
    if value in _RELATIVE:
        return Size(around.of, around.times * _RELATIVE[value])
    found = _SIZE.fullmatch(value)
    if found is None:
        return None
    amount, unit = float(found[1]), found[2]
    if unit in ("em", "%"):
        return Size(around.of, around.times * amount / (100 if unit == "%" else 1))
    if unit == "rem":
        return Size(root.of, root.times * amount)
    return Size(None, amount * _PIXELS[unit]) if unit in _PIXELS else None


def _letters(text: str | None) -> int:
    return sum(map(str.isalnum, text)) if text else 0


def _most(weights: Iterable[tuple[Size, int]]) -> Size | None:
    """The size that most letters have; None where not half of them have one."""
    found: Counter[Size] = Counter()
    for size, count in weights:
        found[size] += count
    if not found.total():
        return None
    size, count = found.most_common(1)[0]
    return size if 2 * count > found.total() else None
