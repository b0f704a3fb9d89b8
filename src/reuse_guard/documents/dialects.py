"""What some dialects of Markdown read otherwise: comments, Markdown in HTML, indented notes.

Which of them a site has is not known, so a link that only one of them shows, or leaves out, is for
a person to look at.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING, Final

from reuse_guard.documents.components import MARK
from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

# Comments of Liquid, of Nunjucks, Jinja and Tera, of MDX, and of Obsidian.
_OPENING = expression(r"\{%-?\s{0,3}comment\b|\{#|\{/\*|%%")
_CLOSINGS: Final = {"{%": "endcomment", "{#": "#}", "{/": "*/}", "%%": "%%"}
_LONGEST: Final = 4_000  # characters
_LONGEST_END: Final = 20  # characters of ` -%}`
# `<div markdown="1">` of kramdown, Python-Markdown and PHP Markdown Extra; a component of MDX.
_WITH_MARKDOWN = expression(r"<\w[^<>]*\s(?i:markdown)(?:\s*=|[\s>])|<[A-Z]\w*[a-z]\w*[\s/>]")
_INLINE_LINK = expression(
    r"(?<!!)\[([^\[\]<>]+)\]\(<?(https?://[^\s()<>]++)>?[^()<>]*\)", re.IGNORECASE
)
# Notes and tabs of Python-Markdown: what is indented below such a line is their text.
_NOTE = expression(r"(?:!!!|\?\?\?\+?)\s*\w|===[+!]?\s*\"")


def end_of_comment(text: str, start: int, *, has_percent: bool = False) -> int | None:
    """Where a comment ends that begins here; None where none does, or none that is closed.

    Two `%%` stand around one where the site is known to be of Obsidian: "5%% in May, 7%% in June"
    is text elsewhere.

    >>> end_of_comment("See {# not yet #} here.", 4), end_of_comment("## River {#river}", 9)
    (17, None)
    """
    opening = _OPENING.match(text, start)
    if opening is None or (opening[0] == "%%" and not has_percent):
        return None
    closing = _CLOSINGS[opening[0][:2]]
    end = text.find(closing, opening.end(), start + _LONGEST)
    if end >= 0 and closing == "endcomment":
        closing = "%}"
        end = text.find(closing, end, end + _LONGEST_END)
    return end + len(closing) if end >= 0 else None


def inline_comment(
    state: StateInline,
    silent: bool,  # noqa: FBT001 - the parser's protocol
    *,
    has_percent: bool,
) -> bool:
    """Leave a comment in a paragraph as the text it is."""
    end = end_of_comment(state.src, state.pos, has_percent=has_percent)
    if end is None or end > state.posMax:
        return False
    if not silent:
        state.push("shortcode", "", 0).content = state.src[state.pos : end]
    state.pos = end
    return True


def block_comment(
    state: StateBlock,
    start: int,
    stop: int,
    silent: bool,  # noqa: FBT001 - as above
    *,
    has_percent: bool,
) -> bool:
    """Take the lines of a comment that holds an empty one for one piece of text."""
    begin = state.bMarks[start] + state.tShift[start]
    end = end_of_comment(state.src, begin, has_percent=has_percent)
    if end is None or "\n\n" not in state.src[begin:end] or state.is_code_block(start):
        return False
    last = next((line for line in range(start, stop) if state.eMarks[line] >= end), None)
    if last is None or silent:
        return last is not None
    state.line = last + 1
    token = state.push("comment", "", 0)
    token.content = state.src[begin : state.eMarks[last]]
    token.map = [start, state.line]
    return True


def with_markdown_inside(markup: str, *, is_mdx: bool) -> str:
    """A block of HTML that may hold Markdown, with the links of this as marked hyperlinks.

    In MDX all of them do; elsewhere those that say so, and what only MDX has.

    >>> with_markdown_inside('<p markdown="1">[Orig](https://orig.kz/1)</p>', is_mdx=False)
    '<p markdown="1"><a href="https://orig.kz/1" rel="x-component">Orig</a></p>'
    """
    if not (is_mdx or _WITH_MARKDOWN.search(markup)):
        return markup
    return _INLINE_LINK.sub(
        lambda link: f'<a href="{escape(unescape(link[2]))}" rel="{MARK}">{link[1]}</a>', markup
    )


def begins_note(text: str) -> bool:
    """Whether what is indented below a text may be more of it, and no code.

    >>> begins_note('!!! note "Source"'), begins_note('=== "Source"'), begins_note("Wow!!!")
    (True, True, False)
    """
    return _NOTE.match(text) is not None
