"""Runs of Word documents that a reader does not see: hidden text, tiny letters, white on white.

The converter forgets these properties. So such a run gets a style of this module's own, which the
converter makes a class of, and the page reader judges its style as it does on any page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

# None of these goes on to the end of a file where an element is not closed.
_PROPERTIES: Final = expression(rb"<w:rPr>((?:(?!<w:rPr>).)*?)</w:rPr>", re.DOTALL)
# What a run had before a tracked change, which the converter passes over too.
_BEFORE_CHANGE: Final = expression(
    rb"<w:rPrChange\b(?:(?!<w:rPrChange\b).)*?</w:rPrChange>", re.DOTALL
)
_TAG: Final = expression(rb"<w:(vanish|sz|color)\b[^<>]*>")
_UNSEEN: Final = expression(
    rb"""<w:(?:(?P<hidden>vanish)(?:\s+w:val\s*=\s*["'](?:1|true|on)["'])?\s*/?>"""
    rb"""|sz\s+w:val\s*=\s*["'](?P<half_points>\d|1[01])["']"""
    rb"""|color\s+(?:w:theme\w+\s*=\s*["']\w*["']\s*)*w:val\s*=\s*["'](?P<light>(?:[ef][\da-f]){3})["'])""",
    re.IGNORECASE,
)
# What the same tags say otherwise, which undoes it in a paragraph whose style hides.
_SEEN: Final = {
    b"vanish": "visibility:visible",
    b"sz": "font-size:medium",
    b"color": "color:#000",
}
# On a dark ground light letters are seen; behind which text it lies is not looked for.
_GROUND: Final = expression(
    rb"""<w:highlight\b|<w:background\b|<wps:|<v:|\sw:fill\s*=\s*["'](?!auto|f{6})"""
    rb"""|<w:shd\s[^<>]*?w:val\s*=\s*["'](?!clear|nil)""",
    re.IGNORECASE,
)
_RUN_STYLE: Final = expression(rb"""<w:rStyle\s+w:val\s*=\s*["']([^"']*)["'][^<>]*>""")
_PARAGRAPH_STYLE: Final = expression(rb"""<w:pStyle\s+w:val\s*=\s*["']([^"']*)["']""")
_STYLE: Final = expression(
    rb"""<w:style\s(?:(?!w:type)[^<>])*w:type\s*=\s*["'](p|c)(?:aragraph|haracter)["'](?:(?!<w:style\s).)*?</w:style>""",
    re.DOTALL,
)
_STYLE_ID: Final = expression(rb"""\sw:styleId\s*=\s*["']([^"']+)["']""")
_STYLE_NAME: Final = expression(rb"""<w:name\s+w:val\s*=\s*["']([^"'\\<>&]+)["']""")
_BASED_ON: Final = expression(rb"""<w:basedOn\s+w:val\s*=\s*["']([^"']*)["']""")
_MOST_BASES: Final = 10  # Word itself follows ten, and writes none in a circle
_CLASS: Final = expression(r'\bclass="(unseen-\d+)"(?=>)')
_STYLES_PART: Final = "word/styles.xml"


class Marked(NamedTuple):
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


def mark_unseen(parts: Mapping[str, bytes]) -> Marked:
    """Give a style to each run that is hidden, tiny or light."""
    if not any(_UNSEEN.search(text) for text in parts.values()):
        return Marked(dict(parts), "", {})
    is_grounded = any(_GROUND.search(text) for text in parts.values())
    used = {style for text in parts.values() for style in _PARAGRAPH_STYLE.findall(text)}
    hiding, of_runs = _styles(parts.get(_STYLES_PART, b""), used, is_grounded=is_grounded)
    names: dict[str, str] = {}

    def name_of(said: Mapping[bytes, str]) -> str:
        return names.setdefault(";".join(said.values()), f"unseen-{len(names)}")

    def marked(found: re.Match[bytes]) -> bytes:
        style = _RUN_STYLE.search(found[1])
        said = of_runs.get(style[1], {}) if style else {}
        said = said | _said(found[1], is_grounded=is_grounded)
        if not (said if hiding else _is_unseen(said)):
            return found[0]
        rest = _RUN_STYLE.sub(b"", found[1])
        return b'<w:rPr><w:rStyle w:val="%s"/>%s</w:rPr>' % (name_of(said).encode(), rest)

    written = {
        part: text
        if part == _STYLES_PART
        else _PROPERTIES.sub(marked, _BEFORE_CHANGE.sub(b"", text))
        for part, text in parts.items()
    }
    mappings = [
        f"p[style-name='{style}'] => p.{name_of(said)}:fresh" for style, said in hiding.items()
    ]
    mappings += (f"r.{name} => span.{name}" for name in names.values())
    return Marked(written, "\n".join(mappings), {name: css for css, name in names.items()})


def _said(properties: bytes, *, is_grounded: bool) -> dict[bytes, str]:
    """What a style sheet would say of the properties that hide a run or show it, by their tags."""
    said = {}
    for tag in _TAG.finditer(properties):
        said[tag[1]] = _SEEN[tag[1]]
        unseen = _UNSEEN.match(tag[0])
        if unseen and unseen["hidden"]:
            said[tag[1]] = "visibility:hidden"
        elif unseen and unseen["half_points"]:
            said[tag[1]] = f"font-size:{int(unseen['half_points']) / 2}pt"
        elif unseen and not is_grounded:
            said[tag[1]] = f"color:#{unseen['light'].decode()}"
    return said


def _is_unseen(said: Mapping[bytes, str]) -> bool:
    """Whether any of it hides."""
    return any(_SEEN[tag] != css for tag, css in said.items())


def _styles(
    part: bytes, used: Container[bytes], *, is_grounded: bool
) -> tuple[dict[str, dict[bytes, str]], dict[bytes, dict[bytes, str]]]:
    """What is said by used styles of paragraphs that hide, by name, and by those of runs, by id.

    Word keeps hidden styles that no paragraph has in files pasted from the web ("z-Top of Form").
    """
    names: dict[bytes, tuple[bytes, str]] = {}
    based: dict[bytes, bytes] = {}
    own: dict[bytes, dict[bytes, str]] = {}
    for style in _STYLE.finditer(part):
        id_, name = _STYLE_ID.search(style[0]), _STYLE_NAME.search(style[0])
        if id_ and name:
            names[id_[1]] = style[1], name[1].decode("utf-8", "replace")
            based.update((id_[1], base[1]) for base in _BASED_ON.finditer(style[0]))
            properties = _PROPERTIES.search(style[0])
            own[id_[1]] = _said(properties[1], is_grounded=is_grounded) if properties else {}
    hiding: dict[str, dict[bytes, str]] = {}
    of_runs: dict[bytes, dict[bytes, str]] = {}
    for known, (kind, called) in names.items():
        said = _with_bases(known, own, based)
        if kind == b"c":
            of_runs[known] = said
        elif known in used and _is_unseen(said):
            hiding[called] = said
    return hiding, of_runs


def _with_bases(
    id_: bytes, own: Mapping[bytes, dict[bytes, str]], based: Mapping[bytes, bytes]
) -> dict[bytes, str]:
    """What a style says and those say that it is based on, which it may undo."""
    said = dict(own[id_])
    for _ in range(_MOST_BASES):
        base = based.get(id_)
        if base is None or base not in own:
            break
        said, id_ = own[base] | said, base
    return said
