"""Patterns of paths: `*` within a name, `**` over folders, `?` one character, `[abc]` one of them.

A pattern is matched against the whole path from the project's folder, written with `/`.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ANY_FOLDERS = "(?:[^/]+/)*"
_SPECIAL = re.compile(r"[*?\[]")


def check_glob(pattern: str) -> str:
    """The pattern, if it is one.

    Raises:
        ValueError: it is empty, leads out of the project, or is not well formed.
    """
    if not pattern or pattern != pattern.strip():
        msg = f"{pattern!r} is empty or has spaces around it; write it as 'content/**/*.md'"
        raise ValueError(msg)
    if "\\" in pattern:
        msg = f"{pattern!r} has a backslash; write folders with /, on Windows too"
        raise ValueError(msg)
    parts = pattern.split("/")
    if pattern.startswith("/") or ".." in parts or re.match(r"[A-Za-z]:", pattern):
        msg = f"{pattern!r} leads out of the project; write it from the project's folder"
        raise ValueError(msg)
    for part in parts:
        if "**" in part and part != "**":
            msg = f"{pattern!r}: ** stands for whole folders; write **/ before a name or * in it"
            raise ValueError(msg)
    compile_glob(pattern)
    return pattern


@lru_cache(maxsize=512)
def compile_glob(pattern: str) -> re.Pattern[str]:
    """The pattern as a regular expression for the whole path.

    >>> bool(compile_glob("content/**/*.md").fullmatch("content/news/2026/a.md"))
    True

    Raises:
        ValueError: a [ is not closed, or what is in it is no set of characters.
    """
    parts = pattern.split("/")
    pieces = [_ANY_FOLDERS if part == "**" else _name(part, pattern) + "/" for part in parts[:-1]]
    last = "(?:[^/]+/)*[^/]+" if parts[-1] == "**" else _name(parts[-1], pattern)
    try:
        return re.compile("".join(pieces) + last)
    except re.error as error:
        msg = f"{pattern!r}: what stands in [ ] is no set of characters; write it as [a-z]"
        raise ValueError(msg) from error


def _name(part: str, pattern: str) -> str:
    """The regular expression of one folder's or file's name."""
    pieces: list[str] = []
    position = 0
    while position < len(part):
        sign = part[position]
        position += 1
        if sign == "*":
            pieces.append("[^/]*")
        elif sign == "?":
            pieces.append("[^/]")
        elif sign == "[":
            closing = part.find("]", position + 1)
            if closing < 0:
                msg = f"{pattern!r}: a [ is not closed; write ] after it, or [[] for the character"
                raise ValueError(msg)
            pieces.append(_one_of(part[position:closing]))
            position = closing + 1
        else:
            pieces.append(re.escape(sign))
    return "".join(pieces)


def _one_of(characters: str) -> str:
    negated = "^" if characters.startswith("!") else ""
    inside = re.sub(r"([\\^\[])", r"\\\1", characters.removeprefix("!"))
    return f"[{negated}{inside}]"


def fixed_folder(pattern: str) -> str:
    """The folder that all paths of a pattern are in, as far as it is written out.

    >>> fixed_folder("content/news/**/*.md"), fixed_folder("*.md")
    ('content/news', '')
    """
    fixed: list[str] = []
    for part in pattern.split("/")[:-1]:
        if _SPECIAL.search(part):
            break
        fixed.append(part)
    return "/".join(fixed)


def matches(path: str, patterns: tuple[str, ...]) -> bool:
    """Whether any of the patterns fits the path."""
    return any(compile_glob(pattern).fullmatch(path) for pattern in patterns)
