"""The tokens of one paragraph of Markdown as HTML, links with the marks that tell what they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape, unescape
from typing import TYPE_CHECKING, Final

from reuse_guard.documents.marks import BARE, UNLINKED, marked
from reuse_guard.documents.mentions import as_url, find_addresses, stands_in_markup
from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from reuse_guard.documents.components import Components
    from reuse_guard.documents.enclosures import Enclosures
    from reuse_guard.documents.sites import Dialect

_RAW_ANCHOR = expression(r"<(/?)a\b", re.IGNORECASE)
# What stands before an address in a tag that Markdown does not know: `<Link to={"`.
_VALUE = expression(r"""=\s{0,3}\{?\s{0,3}["'`]\Z""")
# A command that runs a template, and may be given text; `{{ page.author }}` writes words itself.
_RUNS: Final = ("{{<", "{{%", "{%")
_QUOTED = expression(r"""["'][^"'=]*\s[^"'=]*["']""")
_FEW_VALUES: Final = 3  # words of a command, its name among them, that are hardly text
_MOST_OF_VALUE = 9  # characters of it
_LINKED = expression(r"(?i:https?)://|www\.")  # nobody links WWW.
# Hugo (goldmark) links an address at the head of a line, after white space and after one of these.
_BEFORE_LINKED: Final = "*_~("
_EMPHASIS: Final = frozenset({"em", "strong", "s"})
# Pandoc writes code with this behind it into the page as HTML.
_RAW_HTML = expression(r"\{=html\d?\}")


@dataclass(slots=True)
class Inline:
    """Writes the tokens of one paragraph; alternative texts of its images become captions.

    Attributes:
        components: of the whole page.
        enclosures: what stands around the paragraph.
        dialect: how the site reads Markdown, where it is known.
        is_program: the paragraph is nothing but commands, which count as no part of the article.
        out: the markup.
        captions: alternative texts of images.
        shortcodes: what a site generator may make links of.
        anchors: links that are open.
        brackets: square brackets that are open.
        before: the character before a piece of text.
    """

    components: Components
    enclosures: Enclosures
    dialect: Dialect | None
    is_program: bool = False
    out: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    shortcodes: list[str] = field(default_factory=list)
    anchors: int = 0
    brackets: int = 0
    before: str = "\n"

    def token(self, token: Token) -> None:
        """Write one token of inline level."""
        match token.type:
            case "link_open" | "link_close":
                self._link(token)
            case "image":
                self._image(token)
            case "html_inline":
                self._raw(self.components.as_links(token.content))
            case "softbreak" | "hardbreak":
                self.out.append("\n" if token.type == "softbreak" else "<br>\n")
            case "footnote_ref":
                self.out.append(f"<sup>[{escape(str(token.meta['label']))}]</sup>")
            case "shortcode":
                self._shortcode(token.content)
            case _ if token.tag:
                self._element(token)
            case _:
                self._text(token.content)
        self.before = _last_of(token)

    def _element(self, token: Token) -> None:
        """Emphasis, which has an end of its own, or a code span, which holds its text."""
        self.out.append(f"<{'/' * (token.nesting < 0)}{token.tag}>")
        if token.nesting == 0:
            self.enclosures.see_code(token.content)
            self.out.append(f"{escape(token.content, quote=False)}</{token.tag}>")

    def _link(self, token: Token) -> None:
        self.anchors += token.nesting
        href = escape(str(token.attrs.get("href", "")))
        given = () if self.dialect and self.dialect.is_hugo else token.meta.get("attributes", ())
        more = "".join(f' {name}="{escape(value)}"' for name, value in given)
        opening = marked(f'<a href="{href}"{_title(token)}{more}>', self.enclosures.of_markdown)
        self.out.append(opening if token.nesting > 0 else "</a>")

    def _image(self, token: Token) -> None:
        alt = " ".join(_plain(token.children or []).split())
        source = escape(str(token.attrs.get("src", "")))
        self.out.append(f'<img src="{source}" alt="{escape(alt)}"{_title(token)}>')
        if alt and not self.anchors:
            self.captions.append(alt)

    def _shortcode(self, command: str) -> None:
        self.enclosures.see(command)
        if not command.startswith("{:"):  # attributes of what stands before, no words of the page
            is_shown = self.is_program or _may_hold_text(command)
            self.out.append(escape(command, quote=False) if is_shown else " ")
        if "://" in command:
            self.shortcodes.append(" ".join(command.split()))

    def _raw(self, markup: str) -> None:
        found = _RAW_ANCHOR.match(markup)
        if found:
            self.anchors += -1 if found[1] else 1
        self.enclosures.see_inline(markup)
        self.out.append(marked(markup, self.enclosures.of_html))

    def _text(self, text: str) -> None:
        """Text, with bare addresses as marked links: GitHub's dialect, Hugo and Astro link them.

        In a square bracket that is open GitHub and Hugo do not, and Astro does.
        """
        if _RAW_HTML.match(text) and self.out and self.out[-1].endswith("</code>"):
            self.shortcodes.append(unescape(self.out[-1].removesuffix("</code>")))
        self.enclosures.see(text)
        done = counted = 0
        if self.anchors <= 0:
            for start, stop in find_addresses(text):
                self._count_brackets(text[counted:start])
                counted = start
                is_value = _VALUE.search(text, max(0, start - _MOST_OF_VALUE), start)
                if is_value or self.brackets > 0 or stands_in_markup(text, stop):
                    self.shortcodes.append(text[start:stop])
                elif _LINKED.match(text, start):
                    self.out.append(escape(text[done:start], quote=False))
                    self.out.append(self._bare(text[start:stop], text[start - 1 : start]))
                    done = stop
        self._count_brackets(text[counted:])
        self.out.append(escape(text[done:], quote=False))

    def _bare(self, address: str, before: str) -> str:
        """An address without brackets as a link, with what stands right before it."""
        before = before or self.before
        linked_by_hugo = before.isspace() or before in _BEFORE_LINKED
        is_odd = self.dialect is not None and self.dialect.is_hugo
        is_odd = is_odd and not (linked_by_hugo and address.isascii())
        marks = f"{BARE} {UNLINKED if is_odd else ''} {self.enclosures.of_markdown}"
        shown = escape(address, quote=False)
        return f'<a href="{escape(as_url(address))}" rel="{marks}">{shown}</a>'

    def _count_brackets(self, text: str) -> None:
        self.brackets += text.count("[") - text.count("]")


def _title(token: Token) -> str:
    """The words that a pointer shows over a link or an image, and some themes below it."""
    title = str(token.attrs.get("title", ""))
    return f' title="{escape(title)}"' if title else ""


def _may_hold_text(command: str) -> bool:
    """Whether readers may see words of a command: not of a name and a value or two.

    >>> _may_hold_text("{{< toc >}}"), _may_hold_text("{% include figure.html src='a.jpg' %}")
    (False, False)
    >>> _may_hold_text('{{< note "It rained." >}}'), _may_hold_text("{{< to https://a.kz/1 >}}")
    (True, True)
    """
    is_long = len(command[3:-3].split()) > _FEW_VALUES or _QUOTED.search(command) is not None
    return is_long or not command.startswith(_RUNS) or any(find_addresses(command))


def _last_of(token: Token) -> str:
    """The character that a token ends with, as far as it tells whether an address begins there."""
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    if token.tag in _EMPHASIS:
        return "*"
    return token.content[-1:] or ">"


def is_program(tokens: Sequence[Token]) -> bool:
    """Whether a paragraph is nothing but shortcodes."""
    kinds = {token.type for token in tokens if token.content.strip()}
    return kinds == {"shortcode"}


def captions_image(tokens: Sequence[Token]) -> bool:
    """Whether a paragraph is an image and then one emphasised line: Jekyll's way of captions."""
    kinds = [token.type for token in tokens if token.content.strip() or token.type != "text"]
    is_pair = kinds[:1] == ["image"] and kinds[1:3] in (
        ["softbreak", "em_open"],
        ["hardbreak", "em_open"],
    )
    return is_pair and kinds[-1] == "em_close" and kinds.count("em_close") == 1


def _plain(tokens: Sequence[Token]) -> str:
    """The words of inline tokens, as they stand in an alternative text."""
    return "".join(
        _plain(token.children) if token.children else token.content or " " for token in tokens
    ).strip()
