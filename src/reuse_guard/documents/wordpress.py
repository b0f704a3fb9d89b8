"""What an export of WordPress (WXR) has beside a feed: kinds and statuses of its items, raw text.

The text of a post stands as its author typed it: paragraphs are told by empty lines, as WordPress'
`wpautop` does, and commands stand in brackets.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final

from reuse_guard.documents.components import MARK

if TYPE_CHECKING:
    from lxml import etree

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
_MARKED_PARAGRAPHS = re.compile(r"<(?:p|div|h[1-6]|ul|ol|blockquote|table)\b", re.IGNORECASE)
_EMPTY_LINE = re.compile(r"\r?\n[ \t]*\r?\n\s*")
# WordPress' own shortcodes are commands; the text between them is the article's.
_SHORTCODE = re.compile(r"\[/?(?:audio|caption|embed|gallery|playlist|video|wp_caption)\b[^\]]*\]")
_ADDRESS = r"https?://[^\s<>\"'\]]+"
_IN_JSON = r"https?:\\*/\\*/[^\s<>\"]+"
# A block that the site writes out, a tag, which stays, and a shortcode with an address in it.
_WRITTEN_OUT = re.compile(
    rf"<!--\s*wp:[^>]*?\"({_IN_JSON})\"[^>]*?/-->"
    rf"|(<[^>]*>)"
    rf"|\[[a-z][\w-]*\b[^\[\]]*?=[\"'”″]?({_ADDRESS})[^\[\]]*\]",
    re.IGNORECASE,
)
# An address alone on its line or in its paragraph: WordPress puts a card in its place if it can.
_ALONE = re.compile(
    rf"^([ \t]*(?:\[embed\b[^\]]*\])?)({_ADDRESS})((?:\[/embed\])?[ \t]*\r?)$"
    rf"|(<p(?:\s[^<>]*)?>\s*)({_ADDRESS})(\s*</p>)",
    re.IGNORECASE | re.MULTILINE,
)


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


def with_paragraphs(content: str) -> str:
    r"""A post's text as HTML, on the same lines.

    >>> with_paragraphs("First.\n\nSecond [gallery ids=1].")
    '<p>First.</p>\n\n<p>Second .</p>'
    """
    content = _SHORTCODE.sub("", content)
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
    return _ALONE.sub(_alone, _WRITTEN_OUT.sub(_written_out, content))


def _written_out(found: re.Match[str]) -> str:
    address = found[1] or found[3]
    if address is None:
        return found[0]
    shown = found[0] if found[3] else "\n" * found[0].count("\n")
    return _link(address.replace("\\", ""), shown)


def _alone(found: re.Match[str]) -> str:
    before, address, after = found.groups()[:3] if found[2] else found.groups()[3:]
    return f"{before}{_link(address, address)}{after}"


def _link(address: str, shown: str) -> str:
    return f'<a href="{escape(address)}" rel="{MARK}">{shown}</a>'
