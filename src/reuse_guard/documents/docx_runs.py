"""Runs of Word documents that a reader does not see: hidden text, tiny letters, white on white.

The converter forgets these properties. So such a run gets a style of this module's own, which the
converter makes a class of, and the page reader judges its style as it does on any page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# None of these goes on to the end of a file where an element is not closed.
_PROPERTIES: Final = re.compile(rb"<w:rPr>((?:(?!<w:rPr>).)*?)</w:rPr>", re.DOTALL)
# What a run had before a tracked change, which the converter passes over too.
_BEFORE_CHANGE: Final = re.compile(
    rb"<w:rPrChange\b(?:(?!<w:rPrChange\b).)*?</w:rPrChange>", re.DOTALL
)
_UNSEEN: Final = re.compile(
    rb"""<w:(?:(?P<hidden>vanish)(?:\s+w:val\s*=\s*["'](?:1|true|on)["'])?"""
    rb"""|sz\s+w:val\s*=\s*["'](?P<half_points>\d|1[01])["']"""
    rb"""|color\s+(?:w:theme\w+\s*=\s*["']\w*["']\s*)*w:val\s*=\s*["'](?P<light>(?:[ef][\da-f]){3})["'][^<>]*?"""
    rb""")\s*/>""",
    re.IGNORECASE,
)
# On a dark ground light letters are seen; behind which text it lies is not looked for.
_GROUND: Final = re.compile(
    rb"""<w:highlight\b|<w:background\b|<wps:|<v:|\sw:fill\s*=\s*["'](?!auto|f{6})""", re.IGNORECASE
)
_RUN_STYLE: Final = re.compile(rb"<w:rStyle\b[^<>]*/>")
_STYLE: Final = re.compile(
    rb"""<w:style\s[^<>]*?w:type\s*=\s*["'](p|c)(?:aragraph|haracter)["'](?:(?!<w:style\s).)*?</w:style>""",
    re.DOTALL,
)
_STYLE_NAME: Final = re.compile(rb"""<w:name\s+w:val\s*=\s*["']([^"'\\<>&]+)["']""")
_CLASS: Final = re.compile(r'\bclass="(unseen-\d+)"(?=>)')
_STYLES_PART: Final = "word/styles.xml"


class Unseen(NamedTuple):
    """The parts of a Word file whose unseen runs have styles.

    Attributes:
        parts: by name.
        mappings: from the styles to classes, as the converter reads them.
        css: what each class stands for.
    """

    parts: dict[str, bytes]
    mappings: str
    css: dict[str, str]

    def with_styles(self, markup: str) -> str:
        """What the converter made of the parts, with styles in place of the classes.

        Of a style sheet the page reader would leave small sizes to the browser.
        """
        return _CLASS.sub(lambda found: f'style="{self.css[found[1]]}"', markup)


def mark_unseen(parts: Mapping[str, bytes]) -> Unseen:
    """Give a style to each run that is hidden, tiny or light."""
    if not any(_UNSEEN.search(text) for text in parts.values()):
        return Unseen(dict(parts), "", {})
    names: dict[str, str] = {}
    is_grounded = any(_GROUND.search(text) for text in parts.values())

    def name_of(properties: bytes) -> str | None:
        css = _css(properties, is_grounded=is_grounded)
        return names.setdefault(css, f"unseen-{len(names)}") if css else None

    def marked(found: re.Match[bytes]) -> bytes:
        name = name_of(found[1])
        if name is None:
            return found[0]
        rest = _RUN_STYLE.sub(b"", found[1])
        return b'<w:rPr><w:rStyle w:val="%s"/>%s</w:rPr>' % (name.encode(), rest)

    written = {
        part: _PROPERTIES.sub(marked, _BEFORE_CHANGE.sub(b"", text))
        if _UNSEEN.search(text) and part != _STYLES_PART
        else text
        for part, text in parts.items()
    }
    mappings = [
        f"{kind}[style-name='{style}'] => {element}.{name}:fresh"
        for kind, element, style, properties in _styles(parts.get(_STYLES_PART, b""))
        if (name := name_of(properties))
    ]
    mappings += (f"r.{name} => span.{name}" for name in names.values())
    return Unseen(written, "\n".join(mappings), {name: css for css, name in names.items()})


def _css(properties: bytes, *, is_grounded: bool) -> str:
    """What a style sheet would say of the properties that make a run unseen."""
    found = {one.lastgroup: one[one.lastgroup or 0] for one in _UNSEEN.finditer(properties)}
    said = ["display:none"] if "hidden" in found else []
    if points := found.get("half_points"):
        said.append(f"font-size:{int(points) / 2}pt")
    if (light := found.get("light")) and not is_grounded:
        said.append(f"color:#{light.decode()}")
    return ";".join(said)


def _styles(part: bytes) -> Iterator[tuple[str, str, str, bytes]]:
    """Kind, element, name and properties of the styles of paragraphs and runs."""
    for style in _STYLE.finditer(part):
        name, own = _STYLE_NAME.search(style[0]), _PROPERTIES.search(style[0])
        if name and own:
            kind, element = ("p", "p") if style[1] == b"p" else ("r", "span")
            yield kind, element, name[1].decode("utf-8", "replace"), own[1]
