"""Fields of Word documents in the one form that the converter reads.

It knows fields of marks (`w:fldChar`) alone, makes a link of what stands in the runs after the one
with a mark, and takes of an instruction `HYPERLINK "address"`, without switches before or after it.
"""

from __future__ import annotations

import html
import re
from itertools import accumulate
from typing import Final

from reuse_guard.expressions import expression

_SIMPLE_FIELD: Final = expression(
    rb"""<w:fldSimple((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(/?)>|</w:fldSimple\s*>"""
)
_INSTRUCTION: Final = expression(rb"""\sw:instr\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_FIELD_MARK: Final = b'<w:r><w:fldChar w:fldCharType="%s"/></w:r>'
_MARK_IN_RUN: Final = expression(rb"<w:fldChar\s[^<>]*/>")
_ON_ITS_OWN: Final = rb"</w:r><w:r>\g<0></w:r><w:r>"
_TEXT: Final = rb"<w:instrText(?:\s[^<>]*)?>([^<]*)</w:instrText\s*>"
_PIECE: Final = expression(_TEXT)
# An instruction may be spread over runs, with marks of spelling and bookmarks between them.
_SPREAD: Final = expression(
    rb"%s(?:(?:\s*<(?!w:(?:fldChar|instrText|t)\b|/?w:p\b)[^<>]*>)*\s*%s)*" % (_TEXT, _TEXT)
)
_QUOTED: Final = r'["\u201c\u201d\u201e]([^"\u201c\u201d\u201e]*)["\u201c\u201d]'
# No switch may be read in two ways: each would double the time that an instruction takes.
_UNQUOTED: Final = r'[^\s"\u201c\u201d\u201e]+'
_LINK: Final = expression(
    rf"\s*HYPERLINK(?:\s+\\(?:[nm]|[oht]\s*(?:{_QUOTED}|{_UNQUOTED})))*\s+(?:{_QUOTED}|([^\\\s\"]\S*))",
    re.IGNORECASE,
)


# Fields inside one another; the converter looks through all open ones for every run.
_MOST_OPEN: Final = 100
_BEGIN_OR_END: Final = expression(rb"""fldCharType\s*=\s*["'](?:(begin)|end)""")


def as_converted(part: bytes) -> bytes:
    """A part of a Word file with fields as the converter reads them.

    Raises:
        ValueError: too many are open at once, as where none ends.
    """
    steps = (1 if mark[1] else -1 for mark in _BEGIN_OR_END.finditer(part))
    if max(accumulate(steps, lambda open_, step: max(0, open_ + step)), default=0) > _MOST_OPEN:
        msg = f"over {_MOST_OPEN} fields are open at once"
        raise ValueError(msg)
    if b"<w:fldSimple" not in part and b"<w:fldChar" not in part:
        return part
    parted = _MARK_IN_RUN.sub(_ON_ITS_OWN, _SIMPLE_FIELD.sub(_as_complex, part))
    return _SPREAD.sub(_as_address, parted)


def _as_complex(tag: re.Match[bytes]) -> bytes:
    """The marks that stand where a simple field begins or ends."""
    attributes, is_empty = tag.groups()
    if attributes is None:
        return _FIELD_MARK % b"end"
    if is_empty:
        return b""
    told = _INSTRUCTION.search(attributes)
    instruction = (told[1] or told[2] or b"") if told else b""
    text = b"<w:r><w:instrText>%s</w:instrText></w:r>" % instruction
    return _FIELD_MARK % b"begin" + text + _FIELD_MARK % b"separate"


def _as_address(spread: re.Match[bytes]) -> bytes:
    """An instruction to link with the address alone, in its first piece; any other as it is."""
    said = b"".join(_PIECE.findall(spread[0])).decode("utf-8", "replace")
    link = _LINK.match(html.unescape(said))
    if link is None:
        return spread[0]
    address = html.escape((link[2] or link[3] or "").strip()).encode()
    first = b'<w:instrText>HYPERLINK "%s"</w:instrText>' % address
    return first + _PIECE.sub(b"", spread[0])
