"""Where the animations of a page end: what fades in at the beginning is seen.

`opacity: 0; animation: fade 1s forwards` shows an element for good where the last frame of `fade`
does. Animations that never end, that go back, or that take long to begin are left aside, and so
are those whose frames are not in the page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reuse_guard.documents.visibility.declarations import parse_declarations
from reuse_guard.documents.visibility.media import applies, is_supported
from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reuse_guard.documents.visibility.seen import Own

_FRAMES = expression(
    r"@(?:-\w+-)?keyframes\s+([\w-]+|\"[^\"\n]*\"|'[^'\n]*')\s*\{((?:[^{}]*\{[^{}]*\})*+)[^{}]*\}",
    re.IGNORECASE,
)
_AT_RULE = expression(r"(@[\w-]+)\s*(.*)", re.DOTALL)
_BRACE = expression(r"[{}]")
_FRAME = expression(r"([^{}]*)\{([^{}]*)\}")
_COMMENT = expression(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_IMPORTANT = expression(r"[^;{}]*!\s*important\s*(?:;|\Z)", re.IGNORECASE)
_LAST: Final = frozenset({"to", "100%"})
_FILLS: Final = frozenset({"forwards", "both"})
_NO_END: Final = frozenset({"infinite", "reverse", "alternate", "alternate-reverse", "paused"})
_WORD = expression(r"""\"[^\"]*\"|'[^']*'|\S+""")
_COUNT = expression(r"\d*\.?\d+")
_TIME = expression(r"([\d.]+)(m?s)")
_LONGEST: Final = 20.0  # seconds that a reader may wait
_LONGHANDS: Final = ("name", "fill-mode", "duration", "delay", "iteration-count", "direction")


def last_frames(sheets: Iterable[str]) -> Mapping[str, Own]:
    """What the last frames of the animations in these sheets declare; names keep their case.

    >>> last_frames(["@keyframes fade { from { opacity: 0 } to { opacity: 1 } }"])
    {'fade': {'opacity': 1.0}}
    """
    found: dict[str, Own] = {}
    for sheet in sheets:
        for name, frames in _always(sheet) if "keyframes" in sheet.lower() else ():
            last: Own = {}
            for steps, body in _FRAME.findall(frames):
                if not _LAST.isdisjoint(step.strip().lower() for step in steps.split(",")):
                    kept = _IMPORTANT.sub("", body)  # which browsers pass over there
                    last |= {declared.name: declared.value for declared in parse_declarations(kept)}
            found[name.strip("\"'")] = last
    return found


def _always(sheet: str) -> Iterator[tuple[str, str]]:
    """The names and frames of animations in no comment and in no condition that does not hold."""
    plain = _COMMENT.sub("", sheet)
    hold = [True]  # of each block that is open, whether it and all around it do
    at = 0
    for match in _FRAMES.finditer(plain):
        for brace in _BRACE.finditer(plain, at, match.start()):
            if brace[0] == "{":
                prelude = plain[at : brace.start()].rpartition(";")[2].strip().lower()
                hold.append(hold[-1] and _holds(prelude))
            elif len(hold) > 1:
                hold.pop()
            at = brace.end()
        at = match.end()
        if hold[-1]:
            yield match[1], match[2]


def _holds(prelude: str) -> bool:
    """Whether a reader's browser takes what stands in a block of rules."""
    found = _AT_RULE.match(prelude)
    name, condition = found.groups() if found else ("", "")
    if name == "@media":
        return applies(condition)
    return name == "@layer" or (name == "@supports" and is_supported(condition))


def at_the_end(own: Own, frames: Mapping[str, Own]) -> Own:
    """The values of an element once its animations have ended."""
    whole = own.get("animation")
    if own.get("animation-timeline", "auto") != "auto":
        return own  # it goes on as the page is scrolled, or never
    parts = whole.split(",") if isinstance(whole, str) else [""]
    others = [own.get(f"animation-{name}") for name in (*_LONGHANDS, "play-state")]
    added = " ".join(value for value in others if isinstance(value, str))
    for part in parts:
        words = {word.strip("\"'") for word in _WORD.findall(f"{part} {added}")}
        if _ends({word.lower() for word in words}):
            for name in words.intersection(frames):
                own = own | frames[name]
    return own


def _ends(words: set[str]) -> bool:
    """Whether an animation of these words comes to its last frame soon, and stays there."""
    if _FILLS.isdisjoint(words) or not _NO_END.isdisjoint(words):
        return False
    if any(_COUNT.fullmatch(word) and float(word) < 1 for word in words):
        return False
    times = (_TIME.fullmatch(word) for word in words)
    seconds = (float(t[1]) / (1 if t[2] == "s" else 1000) for t in times if t and t[1] != ".")
    return sum(seconds) <= _LONGEST
