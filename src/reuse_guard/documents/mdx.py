"""What an MDX file imports and exports above its text, which no reader of its page sees."""

from __future__ import annotations

import re
from typing import Final

from reuse_guard.expressions import expression

_NAME: Final = r"[\w$]+"
_NAMES: Final = r"\{[\w\s,$]*\}"
_FROM: Final = r"\s*(?:'[^'\n]+'|\"[^\"\n]+\")"
# Statements without a value: they end where the address of the module or the names do.
_WHOLE: Final = expression(
    rf"(?:import(?:\s+(?:{_NAME}\s*,\s*)?(?:{_NAME}|\*\s*as\s+{_NAME}|{_NAMES})\s*from)?{_FROM}"
    rf"|export\s+(?:\*(?:\s*as\s+{_NAME})?|{_NAMES})\s*from{_FROM}|export\s+{_NAMES})"
)
# How the others begin, up to what may hold brackets.
_BEGUN: Final = expression(
    rf"export\s+(?:(?:const|let|var)\s+(?:{_NAME}|{_NAMES})\s*=(?!=)\s*"
    rf"|(?:default\s+)?(?:async\s+)?function\b\s*\*?\s*(?:{_NAME})?\s*(?=\()"
    rf"|(?:default\s+)?class\s+{_NAME}\s*(?:extends\s+[\w$.]+\s*)?(?=\{{)"
    rf"|default\s+(?=[(\[{{]|{_NAME}[ \t]*(?:[;(\n]|=>|\Z)))"
)
# Comments, strings, brackets, ends of lines; and what begins a comment or a string that has no end.
_TOKEN: Final = expression(
    r"//[^\n]*|/\*(?:[^*]|\*(?!/))*\*/|`(?:[^`\\]|\\.)*`"
    r"|'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\"|[()\[\]{};\n'\"`]|/\*",
    re.DOTALL,
)
_OPEN: Final = frozenset({"'", '"', "`", "/*"})
_BLANK: Final = expression(r"[ \t]*(?:\n|\Z)")
_REST: Final = expression(r"[ \t]*;?[ \t]*(?:\n|\Z)")
_GOES_ON: Final = expression(r"[=+*/%&|?:,<>-][ \t]*\Z")
# Eight words, or as many letters as no name in code has: what a component may show, or text below
# a statement that is none.
_PROSE: Final = expression(r"(?<![\w'\u2019-])(?:\w[\w'\u2019-]*[,.:;!?]?\s+){7}\w|\w{30}")
# Code without brackets, such as `true` or `width / 2`, and no words one after the other.
_CODE: Final = expression(r"(?:[\w$.]+(?:\s*[-+*/%&|?:<>=!,]+\s*[\w$.]+)*)?")


def is_mdx(source: str) -> bool:
    """Whether a file is MDX by its name."""
    return source.lower().endswith(".mdx")


def without_modules(text: str) -> str:
    r"""MDX without the imports and exports above its text; lines stay.

    A statement that is no JavaScript, does not end, or holds sentences stays: a component may show
    them.

    >>> without_modules('import Note from "./Note";\nexport const a = {\n  b: 1,\n};\n\nNews.')
    '\n\n\n\n\nNews.'
    >>> without_modules("export default The boats are back.")
    'export default The boats are back.'
    """
    at = 0
    while at < len(text):
        end = _statement(text, at)
        if end is None:
            break
        at = end
    return "\n" * text.count("\n", 0, at) + text[at:]


def _statement(text: str, at: int) -> int | None:
    """Where a statement or an empty line at some place ends, the end of its line included."""
    blank = _BLANK.match(text, at)
    if blank is not None:
        return blank.end()
    whole = _WHOLE.match(text, at)
    if whole is not None:
        rest = _REST.match(text, whole.end())
        return rest.end() if rest else None
    begun = _BEGUN.match(text, at)
    end = _end_of_value(text, begun.end()) if begun else None
    return None if end is None or _PROSE.search(text, at, end) else end


def _end_of_value(text: str, at: int) -> int | None:
    """Where a value ends: at the first end of a line outside brackets that it does not go on in."""
    depth, line = 0, at
    for token in _TOKEN.finditer(text, at):
        mark = token[0]
        depth += (mark in "([{") - (mark in ")]}")
        if depth < 0 or mark in _OPEN:
            return None
        if mark == "\n" and not depth and not _GOES_ON.search(text, line, token.start()):
            return token.end() if _is_code(text[line : token.start()]) else None
        if mark != ";":
            line = token.end()
    return len(text) if depth == 0 and _is_code(text[line:]) else None


def _is_code(text: str) -> bool:
    return _CODE.fullmatch(text.strip(" \t\r;")) is not None
