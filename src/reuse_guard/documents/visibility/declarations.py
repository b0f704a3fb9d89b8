"""The declarations of a `style` attribute or a rule, as far as they decide what is seen.

Names and values are taken apart by tinycss2 unless the text is so plain that cutting it at `;` and
`:` gives the same. A declaration with a value its property does not take is dropped, as browsers
do, so that `display: none; display: nonsense` stays hidden.
"""

from __future__ import annotations

import re
from math import prod
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from reuse_guard.documents.visibility import clips, moves, paint
from reuse_guard.documents.visibility.remembered import remembered
from reuse_guard.documents.visibility.sums import worked_out
from reuse_guard.documents.visibility.values import (
    UNKNOWN,
    Length,
    Value,
    length,
    number,
    of_sides,
    special,
)
from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Without these characters a semicolon ends a declaration and the first colon its name.
_PLAIN = expression(r"[\w\s:;#.,%!+\-]*\Z")
_IMPORTANT = expression(r"\s*!\s*important\Z", re.IGNORECASE)
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
_OPACITY = expression(r"opacity\(\s*([^()]+?)\s*\)")
_SUM = expression(r"\b(?:calc|min|max|clamp)\(")
_OVERFLOWS: Final = frozenset({"visible", "hidden", "clip", "scroll", "auto"})
_BRACKETS = expression(r"[\[\](){}]")
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
    # Of declarations that are one the last counts; the order of the others stays.
    for name, value, important in reversed(dict.fromkeys(reversed([*each_declaration(text)]))):
        read = _READERS.get(name)
        if read is None:
            if name.startswith("--"):
                yield Declaration(name, value, important)
            continue
        if "(" in value and _SUM.search(value):
            value = worked_out(value)  # noqa: PLW2901
        wide = special(value)
        if wide is not None:
            for longhand in _LONGHANDS.get(name, (_ALIASES.get(name, name),)):
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
    prefix = "" if name == "inset" else f"{name}-"
    for side, word in zip(("top", "right", "bottom", "left"), of_sides(words), strict=True):
        yield from _length(f"{prefix}{side}", word)


def _overflow(_: str, value: str) -> Iterator[tuple[str, Value]]:
    """`"hidden"`, `"scroll"` or `"visible"`, by the strictest of both directions."""
    words = frozenset(value.split())
    if words and words <= _OVERFLOWS:
        is_hidden = not words.isdisjoint({"hidden", "clip"})
        yield "overflow", "hidden" if is_hidden else "visible" if words == {"visible"} else "scroll"


def _flex(_: str, value: str) -> Iterator[tuple[str, Value]]:
    """How much an item of a flexible box grows: the first number, 1 where there is none."""
    grows = [grow for grow in map(number, value.split()) if grow is not None]
    yield "flex-grow", 0.0 if value == "none" else next(iter(grows), 1.0)


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


def _filter(_: str, value: str) -> Iterator[tuple[str, Value]]:
    parts = [part for part in map(number, _OPACITY.findall(value)) if part is not None]
    yield "filter", prod(parts) if parts else UNKNOWN


_LENGTH_NAMES: Final = """
    width height max-width max-height top right bottom left text-indent margin-left margin-top
    padding-top padding-right padding-bottom padding-left
    inset-inline-start inset-inline-end inset-block-start margin-inline-start margin-block-start
    inline-size block-size max-inline-size max-block-size
    min-width min-height min-inline-size min-block-size
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
        "all": _keyword(frozenset()),  # it takes what every property takes, and nothing else
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
        "-webkit-text-stroke": paint.text_stroke_of,
        "-webkit-text-stroke-width": paint.text_stroke_of,
        "mix-blend-mode": _as_written,
        "direction": _keyword(frozenset({"ltr", "rtl"})),
        "clip": clips.clip_of,
        "clip-path": clips.clip_path_of,
        "-webkit-filter": _filter,
        "-webkit-clip-path": clips.clip_path_of,
        "-webkit-transform": moves.transform_of,
        "transform": moves.transform_of,
        "translate": moves.translate_of,
        "scale": moves.scale_of,
        "zoom": moves.zoom_of,
        "flex": _flex,
        "flex-grow": _number,
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
    "min-inline-size": "min-width",
    "min-block-size": "min-height",
}
_PICTURE: Final = ("background-image", "background-size", "background-clip")
_SHORTHANDS: Final[dict[str, tuple[str, ...]]] = {
    "font": ("font-size",),
    "background": ("background-color", *_PICTURE),
    "inset": ("top", "right", "bottom", "left"),
    "margin": ("margin-top", "margin-left"),
    "padding": ("padding-top", "padding-right", "padding-bottom", "padding-left"),
    "-webkit-background-clip": ("background-clip",),
    "overflow-x": ("overflow",),
    "overflow-y": ("overflow",),
    "flex": ("flex-grow",),
    "-webkit-text-stroke": ("text-stroke",),
    "-webkit-text-stroke-width": ("text-stroke",),
    "-webkit-transform": ("transform",),
    "-webkit-clip-path": ("clip-path",),
    "-webkit-filter": ("filter",),
}
# What `all` sets back.
_EVERY: Final = dict.fromkeys(
    longhand
    for name in _READERS
    if name not in {"all", "direction", "unicode-bidi"}
    for longhand in _SHORTHANDS.get(name, (_ALIASES.get(name, name),))
)
_LONGHANDS: Final = {**_SHORTHANDS, "all": tuple(_EVERY)}
