"""The parser of Markdown: CommonMark with what site generators add to it."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Final

from reuse_guard.documents.components import end_of_component
from reuse_guard.documents.dialects import block_comment, inline_comment
from reuse_guard.expressions import expression

if TYPE_CHECKING:
    import re

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline

# Hugo and Jekyll calls and kramdown attributes: programs, not words of the article.
_CLOSINGS = {"{{": "}}", "{%": "%}", "{:": "}"}
_LONGEST_SHORTCODE = 4000  # characters
_TAKES_ATTRIBUTES: Final = frozenset({"link_close", "image"})
COMMANDS: Final = ("{{", "{%", "<%")
_TEMPLATE_TARGET = expression(
    r"""\(\s*<?((?:[^\s()<>{}]*)(?:\{\{.{1,400}?\}\}|\{%.{1,400}?%\}|<%.{1,400}?%>)[^\s()<>]*)>?"""
    r"""(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)"""
)
_MARGIN = 5
# What kramdown, Python-Markdown and markdown-it-attrs put behind a link or an image, and alone
# behind a paragraph: `{:target="_blank" rel="nofollow"}`, `{ .button #top }`.
_VALUE = r"""(?:"[^"\n{}]{0,500}"|'[^'\n{}]{0,500}'|[^\s{}"'=<>`]{1,500})"""
_ITEM = rf"(?:(?:[.#][\w-]{{1,99}}){{1,9}}|[\w-]{{1,99}}={_VALUE})"
_ATTRIBUTES = expression(rf"\{{:?[ ]{{0,9}}({_ITEM}(?:[ ]{{1,9}}{_ITEM}){{0,19}})[ ]{{0,9}}\}}")
_ATTRIBUTE = expression(rf"\.([\w-]+)|([\w-]+)=({_VALUE})")
_HOST = expression(r"\A[A-Za-z]{1,9}:/{2}[^/?#@{}<>]+")
_THAT_TELL = frozenset({"rel", "style"})


@cache
def parser_of(nesting: int, *, has_percent: bool, has_commands: bool) -> MarkdownIt:
    """CommonMark with the extensions that every site generator has.

    Args:
        nesting: most quotes and lists inside one another.
        has_percent: two `%%` stand around a comment, as in Obsidian.
        has_commands: one of `COMMANDS` is in the text. Each bracket is looked at once more for an
            address that is one.
    """
    from markdown_it import MarkdownIt  # noqa: PLC0415 - 60 ms, needed for Markdown alone
    from mdit_py_plugins.footnote import footnote_plugin  # noqa: PLC0415 - likewise

    # Past maxNesting the parser skips text without a word; the margin lets `render` see it.
    parser = MarkdownIt("commonmark", {"maxNesting": nesting + _MARGIN, "html": True})
    parser.enable(["table", "strikethrough"])
    # Footnotes stay where they are defined: at the end, unreferenced ones would be dropped.
    footnote_plugin(parser, inline=False, move_to_end=False)
    in_block = partial(block_comment, has_percent=has_percent)
    in_line = partial(inline_comment, has_percent=has_percent)
    parser.block.ruler.before("fence", "comment", in_block, {"alt": ["paragraph"]})
    parser.inline.ruler.before("escape", "shortcode", _shortcode)
    parser.inline.ruler.before("shortcode", "attributes", _attributes)
    parser.inline.ruler.before("attributes", "comment", in_line)
    parser.inline.ruler.before("autolink", "component", _component)
    if has_commands:
        parser.inline.ruler.before("link", "template", _template_link)
    parser.core.ruler.before("text_join", "escaped", _escaped_colons)
    written = parser.normalizeLink
    # The parser makes punycode of a host as it is written: of "Вестник.рф" that of another name.
    parser.normalizeLink = lambda url: written(_HOST.sub(_lower, url))  # type: ignore[method-assign]
    return parser


def _lower(found: re.Match[str]) -> str:
    return found[0].lower()


def _escaped_colons(state: StateCore) -> None:
    """Keep an escaped colon apart: it is written so that no address is found."""
    for token in state.tokens:
        for child in token.children or ():
            if child.markup == "\\:":
                child.type = "escaped"


def _shortcode(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's protocol
    """Leave `{{< figure >}}`, `{% include %}` and `{: .lead}` as the text they are."""
    start = state.pos
    closing = _CLOSINGS.get(state.src[start : start + 2])
    if closing is None:
        return False
    end = state.src.find(closing, start + 2, start + _LONGEST_SHORTCODE)
    if end < 0:
        return False
    state.pos = end + len(closing)
    if not silent:
        token = state.push("shortcode", "", 0)
        token.content = state.src[start : state.pos]
    return True


def _attributes(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - as above
    """Give a link the attributes that stand in braces right behind it; they are no words."""
    before = state.tokens[-1] if state.tokens and not state.pending else None
    if state.src[state.pos] != "{" or before is None or before.type not in _TAKES_ATTRIBUTES:
        return False
    found = _ATTRIBUTES.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if before.type == "link_close" and not silent:
        opening = next(each for each in reversed(state.tokens) if each.type == "link_open")
        opening.meta["attributes"] = [
            (name or "class", value.strip("\"'") or of_class)
            for of_class, name, value in _ATTRIBUTE.findall(found[1])
            if of_class or name in _THAT_TELL
        ]
    state.pos = found.end()
    return True


def _template_link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - as above
    """Take `[Orig]({{ page.source }})` for a link: commands are carried out before Markdown is."""
    if state.src[state.pos] != "[":
        return False
    begin = state.pos + 1
    end = state.md.helpers.parseLinkLabel(state, state.pos)
    found = _TEMPLATE_TARGET.match(state.src, end + 1) if end >= begin else None
    if found is None:
        return False
    if not silent:
        most, state.pos, state.posMax = state.posMax, begin, end
        state.push("link_open", "a", 1).attrs = {"href": found[1]}
        state.md.inline.tokenize(state)
        state.push("link_close", "a", -1)
        state.posMax = most
    state.pos = found.end()
    return True


def _component(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's protocol
    """Take `<Link to={'https://...'}>` for the tag that it is in MDX; HTML knows no braces."""
    end = end_of_component(state.src, state.pos) if state.src[state.pos] == "<" else None
    if end is None:
        return False
    if not silent:
        token = state.push("html_inline", "", 0)
        token.content = state.src[state.pos : end]
    state.pos = end
    return True
