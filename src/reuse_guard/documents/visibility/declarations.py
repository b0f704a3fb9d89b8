"""The declarations of a `style` attribute or a rule, as far as they decide what is seen.

Names and values are taken apart by tinycss2 unless the text is so plain that cutting it at `;` and
`:` gives the same. A declaration with a value its property does not take is dropped, as browsers
do, so that `display: none; display: nonsense` stays hidden.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from reuse_guard.documents.visibility import moves, paint
from reuse_guard.documents.visibility.remembered import remembered
from reuse_guard.documents.visibility.values import (
    UNKNOWN,
    Length,
    Value,
    length,
    number,
    special,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Without these characters a semicolon ends a declaration and the first colon its name.
_PLAIN = re.compile(r"[\w\s:;#.,%!+\-]*\Z")
_IMPORTANT = re.compile(r"\s*!\s*important\Z", re.IGNORECASE)
_EMPTY_CLIP = re.compile(
    r"inset\(\s*(?:[5-9]\d|\d{3,})(?:\.\d+)?%|(?:circle|ellipse)\(\s*0(?:[a-z%]*)\b(?!\.)"
)
_NUMBERS = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
_DISPLAY_WORDS: Final = """
    none block inline inline-block flex inline-flex grid inline-grid table table-row table-cell
    table-row-group table-header-group table-footer-group table-column table-column-group
    table-caption inline-table list-item contents flow-root ruby run-in -webkit-box
    -webkit-inline-box -webkit-flex -ms-flexbox flow math
    """
_DISPLAYS: Final = frozenset(_DISPLAY_WORDS.split())
_BIDI: Final = frozenset(
    {"normal", "embed", "isolate", "bidi-override", "isolate-override", "plaintext"}
)
_SPACES: Final = frozenset({"normal", "nowrap", "pre", "pre-wrap", "pre-line", "break-spaces"})
_BRACKETS = re.compile(r"[\[\](){}]")
_MOST_NESTED: Final = 50


Reader: TypeAlias = "Callable[[str, str], Iterator[tuple[str, Value]]]"


class Declaration(NamedTuple):
    """One property with a value that it takes."""

    name: str
    value: Value
    important: bool


@remembered
def parse_declarations(text: str) -> tuple[Declaration, ...]:
    """Take a declaration block apart; what has no bearing on visibility is left out.

    >>> [(d.name, d.value) for d in parse_declarations("DISPLAY: none !important; width: 3px")]
    [('display', 'none'), ('width', Length(amount=3.0, unit='px'))]
    """
    return tuple(_parse(text))


def _parse(text: str) -> Iterator[Declaration]:
    for name, value, important in each_declaration(text):
        read = _READERS.get(name)
        if read is None:
            if name.startswith("--"):
                yield Declaration(name, value, important)
            continue
        wide = special(value)
        if wide is not None:
            for longhand in _LONGHANDS.get(name, (name,)):
                yield Declaration(longhand, wide, important)
            continue
        for longhand, parsed in read(name, value):
            yield Declaration(longhand, parsed, important)


def each_declaration(text: str) -> Iterator[tuple[str, str, bool]]:
    """Yield name, value and importance of each declaration, in lower case as far as CSS does."""
    if _PLAIN.match(text) or _is_deep(text):
        for part in text.split(";"):
            name, colon, value = part.partition(":")
            if colon:
                plain, marked = _IMPORTANT.subn("", value)
                name = name.strip() if "--" in name else name.strip().lower()
                yield name, _folded(name, " ".join(plain.split())), bool(marked)
        return
    from tinycss2 import (  # type: ignore[import-untyped]  # noqa: PLC0415 - most pages need none
        parse_blocks_contents,
        serialize,
    )

    for node in parse_blocks_contents(text, skip_comments=True, skip_whitespace=True):
        if node.type == "declaration":
            kept = [token for token in node.value if token.type != "comment"]
            value = " ".join(serialize(kept).split())
            name = node.name if node.name.startswith("--") else node.lower_name
            yield name, _folded(name, value), node.important


def _folded(name: str, value: str) -> str:
    """A value in lower case; that of animations, and what may be one, keeps the case of names."""
    return value if "animation" in name or name.startswith("--") else value.lower()


def _is_deep(text: str) -> bool:
    """Whether brackets nest deeper than any value does, and than the parser can follow.

    Such a text is cut at every semicolon, which finds at least what stands before the brackets.
    """
    depth = deepest = 0
    if text.count("(") + text.count("[") + text.count("{") > _MOST_NESTED:
        for bracket in _BRACKETS.findall(text):
            depth += 1 if bracket in "([{" else -1
            deepest = max(deepest, depth)
    return deepest > _MOST_NESTED


# --- what each property takes -------------------------------------------------
def _keyword(allowed: frozenset[str]) -> Reader:
    def read(name: str, value: str) -> Iterator[tuple[str, Value]]:
        if value in allowed:
            yield name, value

    return read


def _as_written(name: str, value: str) -> Iterator[tuple[str, Value]]:
    yield name.removeprefix("-webkit-"), value


def _display(name: str, value: str) -> Iterator[tuple[str, Value]]:
    if all(word in _DISPLAYS for word in value.split()):
        yield name, value


def _number(name: str, value: str) -> Iterator[tuple[str, Value]]:
    parsed = number(value)
    if parsed is not None:
        yield name, parsed


def _length(name: str, value: str) -> Iterator[tuple[str, Value]]:
    parsed = length(value)
    if parsed is not None:
        yield _ALIASES.get(name, name), parsed
    elif value in {"auto", "none", "normal", "min-content", "max-content", "fit-content"}:
        yield _ALIASES.get(name, name), UNKNOWN


def _sides(name: str, value: str) -> Iterator[tuple[str, Value]]:
    """One to four values for top, right, bottom and left."""
    words = value.split()
    if not 1 <= len(words) <= 4:  # noqa: PLR2004
        return
    top = words[0]
    right = words[1] if len(words) > 1 else top
    bottom = words[2] if len(words) > 2 else top  # noqa: PLR2004
    left = words[3] if len(words) > 3 else right  # noqa: PLR2004
    prefix = "" if name == "inset" else f"{name}-"
    for side, word in zip(
        ("top", "right", "bottom", "left"), (top, right, bottom, left), strict=True
    ):
        yield from _length(f"{prefix}{side}", word)


def _overflow(_: str, value: str) -> Iterator[tuple[str, Value]]:
    words = value.split()
    if words and all(word in {"visible", "hidden", "clip", "scroll", "auto"} for word in words):
        clipped = any(word in {"hidden", "clip"} for word in words)
        yield "overflow", "hidden" if clipped else "visible"


_SIZES: Final[dict[str, Value]] = {
    "xx-small": Length(9, "px"), "x-small": Length(10, "px"), "small": Length(13, "px"),
    "medium": Length(16, "px"), "large": Length(18, "px"), "x-large": Length(24, "px"),
    "xx-large": Length(32, "px"), "xxx-large": Length(48, "px"),
    "smaller": Length(5 / 6, "em"), "larger": Length(1.2, "em"),
}  # fmt: skip


def _font_size(name: str, value: str) -> Iterator[tuple[str, Value]]:
    size = _SIZES.get(value) or length(value)
    if isinstance(size, Length) and size.amount < 0:
        return
    if size is not None:
        yield name, size


def _font(_: str, value: str) -> Iterator[tuple[str, Value]]:
    """The size in the shorthand is its first length; weights are bare numbers over 0."""
    for word in value.split("/", maxsplit=1)[0].split():
        size = _SIZES.get(word) or length(word)
        if isinstance(size, Length) and (size.amount == 0 or not word[-1].isdigit()):
            yield "font-size", size
            return


def _clip(name: str, value: str) -> Iterator[tuple[str, Value]]:
    """`"empty"` for a rectangle without area: top is not above bottom, or left not before right."""
    if not value.startswith("rect("):
        yield name, UNKNOWN
        return
    numbers = [float(part) for part in _NUMBERS.findall(value)]
    if len(numbers) == 4 and "auto" not in value:  # noqa: PLR2004 - top, right, bottom, left
        top, right, bottom, left = numbers
        # Two pixels: the usual class for screen readers clips to rect(1px, 1px, 1px, 1px).
        yield name, "empty" if bottom - top < 2 or right - left < 2 else UNKNOWN  # noqa: PLR2004


def _clip_path(name: str, value: str) -> Iterator[tuple[str, Value]]:
    if value.startswith("polygon("):
        points = {" ".join(point.split()) for point in value[8:].rstrip(") ").split(",")}
        yield name, "empty" if len(points) == 1 else UNKNOWN
    else:
        yield name, "empty" if _EMPTY_CLIP.match(value) else UNKNOWN


def _filter(_: str, value: str) -> Iterator[tuple[str, Value]]:
    match = re.search(r"opacity\(\s*([^()]+?)\s*\)", value)
    parsed = number(match[1]) if match else None
    yield "filter", UNKNOWN if parsed is None else parsed


_LENGTH_NAMES: Final = """
    width height max-width max-height top right bottom left text-indent margin-left margin-top
    padding-top padding-right padding-bottom padding-left
    inset-inline-start inset-inline-end inset-block-start margin-inline-start margin-block-start
    inline-size block-size max-inline-size max-block-size
    """
_ANIMATION_NAMES: Final = """
    animation animation-name animation-fill-mode animation-duration animation-delay
    animation-iteration-count animation-direction animation-play-state
    -webkit-animation -webkit-animation-name -webkit-animation-fill-mode
    """
_READERS: Final[dict[str, Reader]] = (
    {
        "display": _display,
        "visibility": _keyword(frozenset({"visible", "hidden", "collapse"})),
        "pointer-events": _keyword(frozenset({"none", "auto", "all", "visiblepainted"})),
        "content-visibility": _keyword(frozenset({"visible", "hidden", "auto"})),
        "position": _keyword(frozenset({"static", "relative", "absolute", "fixed", "sticky"})),
        "unicode-bidi": _keyword(_BIDI),
        "float": _keyword(frozenset({"none", "left", "right", "inline-start", "inline-end"})),
        "white-space": _keyword(_SPACES),
        "opacity": _number,
        "filter": _filter,
        "font-size": _font_size,
        "font": _font,
        "color": paint.colour_of,
        "color-scheme": _as_written,
        "-webkit-text-fill-color": paint.colour_of,
        "background-color": paint.colour_of,
        "background": paint.background_of,
        "background-image": paint.background_image_of,
        "background-size": paint.background_size_of,
        "background-clip": paint.background_clip_of,
        "-webkit-background-clip": paint.background_clip_of,
        "text-shadow": paint.text_shadow_of,
        "direction": _keyword(frozenset({"ltr", "rtl"})),
        "clip": _clip,
        "clip-path": _clip_path,
        "transform": moves.transform_of,
        "translate": moves.translate_of,
        "scale": moves.scale_of,
        "zoom": moves.zoom_of,
        "overflow": _overflow,
        "overflow-x": _overflow,
        "overflow-y": _overflow,
    }
    | dict.fromkeys(_LENGTH_NAMES.split(), _length)
    | dict.fromkeys(("inset", "margin", "padding"), _sides)
    | dict.fromkeys(_ANIMATION_NAMES.split(), _as_written)
)
# Logical properties in a horizontal, left-to-right text.
_ALIASES: Final = {
    "inset-inline-start": "left",
    "inset-inline-end": "right",
    "inset-block-start": "top",
    "margin-inline-start": "margin-left",
    "margin-block-start": "margin-top",
    "inline-size": "width",
    "block-size": "height",
    "max-inline-size": "max-width",
    "max-block-size": "max-height",
}
_PICTURE: Final = ("background-image", "background-size", "background-clip")
_LONGHANDS: Final = {
    "font": ("font-size",),
    "background": ("background-color", *_PICTURE),
    "inset": ("top", "right", "bottom", "left"),
    "margin": ("margin-top", "margin-left"),
    "padding": ("padding-top", "padding-right", "padding-bottom", "padding-left"),
    "-webkit-background-clip": ("background-clip",),
    "overflow-x": ("overflow",),
    "overflow-y": ("overflow",),
}
