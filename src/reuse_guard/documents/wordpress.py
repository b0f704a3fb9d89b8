"""What an export of WordPress (WXR) has beside a feed: kinds and statuses of its items, raw text.

The text of a post stands as its author typed it: paragraphs are told by empty lines, as WordPress'
`wpautop` does, and commands stand in brackets.
"""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape, unescape
from typing import TYPE_CHECKING, Any, Final

from reuse_guard.documents.components import MARK
from reuse_guard.documents.formats import is_whole_page
from reuse_guard.documents.marks import settled
from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from reuse_guard.documents.model import Document

_SPACE: Final = "{http://wordpress.org/export/"
# What is kept of a post beside itself, what was thrown away, and what an editor has only opened.
_NO_POSTS: Final = frozenset({"trash", "auto-draft", "inherit"})
# Parts of posts and of the site, of WordPress itself and of Advanced Custom Fields.
_NO_CONTENT: Final = frozenset(
    """
    attachment revision nav_menu_item custom_css customize_changeset oembed_cache user_request
    wp_block wp_template wp_template_part wp_global_styles wp_navigation wp_font_family
    wp_font_face acf-field acf-field-group
    """.split()  # noqa: SIM905 - as the other lists
)
_MARKED_PARAGRAPHS = expression(r"<(?:p|div|h[1-6]|ul|ol|blockquote|table)\b", re.IGNORECASE)
_BLOCK = expression(r"\s*<!--\s*wp:")
_EMPTY_LINE = expression(r"\r?\n[ \t]*\r?\n\s*")
# WordPress' own shortcodes are commands; the text between them is the article's.
_SHORTCODE = expression(
    r"\[/?(?:audio|caption|embed|gallery|playlist|video|wp_caption)\b[^\[\]]*\]"
)
_ADDRESS = r"https?://[^\s<>\"'\]]+"
_IN_JSON = r"https?:\\*/\\*/[^\s<>\"]+"
# What the site may make a link of: an address alone on its line or in its paragraph (it puts a card
# in its place if it can), a block that it writes out, and a shortcode with an address in it. A tag
# stays as it is. What closes a block or a shortcode is looked for first: without it every address
# in a long one would be tried.
_WRITTEN_OUT = expression(
    rf"^(?P<left>[ \t]*(?:\[embed\b[^\[\]]*\])?)(?P<line>{_ADDRESS})"
    rf"(?P<right>(?:\[/embed\])?[ \t]*\r?)$"
    rf"|(?P<open><p(?:\s[^<>]*)?>\s*)(?P<paragraph>{_ADDRESS})(?P<close>\s*</p>)"
    rf"|<!--\s*wp:(?=[^<>]*/-->)[^<>]*?\"(?P<block>{_IN_JSON})\"[^<>]*?/-->"
    rf"|(?P<tag><[^<>]*>)"
    rf"|\[[a-z](?=[^\[\]]*\])[\w-]*\b[^\[\]]*?=[\"'”″]?(?P<shortcode>{_ADDRESS})[^\[\]]*\]",
    re.IGNORECASE | re.MULTILINE,
)
_ANCHOR = expression(r"<(/?)a\b(?:[^>]*\shref\b)?", re.IGNORECASE)
_ESCAPED = expression(r"\\(?:u([0-9a-f]{4})|(.))", re.IGNORECASE)


def own(element: etree._Element, name: str) -> str:
    """Text of an element of WordPress' own, whatever version of the export names its space."""
    for child in element.iterchildren(f"{{*}}{name}"):
        if str(child.tag).startswith(_SPACE):
            return (child.text or "").strip()
    return ""


def is_of_export(element: etree._Element) -> bool:
    """Whether an item is of an export, and not of a feed."""
    return bool(own(element, "post_type"))


def is_content(element: etree._Element) -> bool:
    """Whether an item is a post or a page that is, or may yet be, published."""
    return own(element, "status") not in _NO_POSTS and own(element, "post_type") not in _NO_CONTENT


def is_of_editor(text: str) -> bool:
    """Whether HTML is what WordPress' editor of code shows; a published page keeps no such mark.

    It begins with one, and is no whole page.

    >>> is_of_editor("<!-- wp:paragraph --><p>One</p><!-- /wp:paragraph -->"), is_of_editor("<p>")
    (True, False)
    """
    return _BLOCK.match(text) is not None and not is_whole_page(text)


def read_from_editor(reader: Callable[..., Document], text: str, **facts: Any) -> Document:  # noqa: ANN401
    """What a post out of the editor reads as: WordPress makes more links of it than it shows."""
    page = reader(with_generated_links(text), **facts)
    return replace(page, links=tuple(settled(link, bare_links=None) for link in page.links))


def with_paragraphs(content: str) -> str:
    r"""A post's text as HTML, on the same lines.

    >>> with_paragraphs("First.\n\nSecond [gallery ids=1].")
    '<p>First.</p>\n\n<p>Second .</p>'
    """
    content = _SHORTCODE.sub(_lines, content)
    if _MARKED_PARAGRAPHS.search(content):
        return content
    text = content.strip()
    before, _, after = content.partition(text) if text else (content, "", "")
    inside = _EMPTY_LINE.sub(r"</p>\g<0><p>", text)
    return f"{before}<p>{inside}</p>{after}" if text else before


def with_generated_links(content: str) -> str:
    """A post's text with the addresses as marked hyperlinks that WordPress may make links of.

    >>> with_generated_links('[button url="https://orig.kz/1"]Orig[/button]')
    '<a href="https://orig.kz/1" rel="x-component">[button url="https://orig.kz/1"]</a>Orig[/button]'
    """
    pieces: list[str] = []
    done = inside = 0  # a link in a link would end the one around it, which stops at `inside`
    for found in _WRITTEN_OUT.finditer(content):
        if found["tag"]:
            inside = max(inside, _end_of_link(content, found))
        elif found.start() >= inside:
            pieces += (content[done : found.start()], _written_out(found))
            done = found.end()
    return "".join((*pieces, content[done:]))


def _end_of_link(content: str, tag: re.Match[str]) -> int:
    """Where a link ends that the tag begins; 0 where it begins none, or none that ends."""
    anchor = _ANCHOR.match(tag["tag"])
    if anchor is None or anchor[1] or "href" not in anchor[0].lower():
        return 0
    end = expression(r"</?a\b", re.IGNORECASE).search(content, tag.end())
    return end.start() if end else 0


def _written_out(found: re.Match[str]) -> str:
    if found["line"]:
        return f"{found['left']}{_link(found['line'], found['line'])}{found['right']}"
    if found["paragraph"]:
        return f"{found['open']}{_link(found['paragraph'], found['paragraph'])}{found['close']}"
    if found["block"]:
        return _link(_ESCAPED.sub(_unescaped, found["block"]), _lines(found))
    return _link(found["shortcode"], found[0])


def _unescaped(found: re.Match[str]) -> str:
    """A character of JSON."""
    return chr(int(found[1], 16)) if found[1] else str(found[2])


def _lines(found: re.Match[str]) -> str:
    """The line ends of what is left out, in a comment: what follows stays on its line.

    Two of them in the text would end a paragraph.
    """
    ends = "\n" * found[0].count("\n")
    return ends and f"<!--{ends}-->"


def _link(address: str, shown: str) -> str:
    return f'<a href="{escape(unescape(address))}" rel="{MARK}">{shown}</a>'
