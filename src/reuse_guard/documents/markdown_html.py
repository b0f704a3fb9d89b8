"""Markdown as HTML on the same lines, so that one reader judges both and lines stay true.

```
source                          markup
1  # Flood waters fall          <h1>Flood waters fall</h1>
2                               (empty)
3  The river *dropped*,         <p>The river <em>dropped</em>,
4  the akimat said.             the akimat said.</p>
```

Every token's text is written where its line stands in the source. So raw HTML in the file hides
or shows the Markdown inside it exactly as it does on the published page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Final

from reuse_guard.documents.components import Components
from reuse_guard.documents.dialects import begins_note, with_markdown_inside
from reuse_guard.documents.footnotes import left_out_lines
from reuse_guard.documents.markdown_parser import parser_of
from reuse_guard.documents.mentions import as_url, find_addresses, stands_in_markup
from reuse_guard.documents.model import Role
from reuse_guard.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

BARE: Final = "x-bare"  # a `rel` token of addresses that stand without brackets
_RAW_ANCHOR = re.compile(r"<(/?)a\b", re.IGNORECASE)
# What stands before an address in a tag that Markdown does not know: `<Link to={"`.
_VALUE = re.compile(r"""=\s{0,3}\{?\s{0,3}["'`]\Z""")
_MOST_OF_VALUE = 9  # characters of it
_LINKED = re.compile(r"(?i:https?)://|www\.")  # nobody links WWW.
_TAGS = {
    "hr": "<hr>",
    "footnote_reference_open": "<div>",
    "footnote_reference_close": "</div>",
}
_CONTAINER_ROLES = {"blockquote_open": Role.QUOTE, "list_item_open": Role.LIST}


@dataclass(slots=True)
class Rendered:
    """Markup and what each source line is.

    Attributes:
        markup: HTML; its first line is `first_line` of the source, and so on.
        roles: role of the Markdown text that begins on a line, by line counted from 1; lines of
            raw HTML have none.
        captions: alternative texts of images, which no line has to itself.
        shortcodes: by address, the commands to a site generator that it stands in.
        left_out: lines of footnotes that some sites leave out.
    """

    markup: str
    roles: dict[int, Role]
    captions: frozenset[str]
    shortcodes: dict[str, list[str]]
    left_out: frozenset[int]


def render(text: str, *, source: str, first_line: int, nesting: int, titled: bool) -> Rendered:
    """Write Markdown as HTML.

    Args:
        text: Markdown without front matter.
        source: what messages call the file.
        first_line: line of the file that `text` begins on.
        nesting: most quotes and lists inside one another.
        titled: the file has its headline elsewhere, so only a title before all text is one too.

    Raises:
        ReadError: the nesting is deeper; the parser would drop what is inside.
    """
    tokens = parser_of(nesting).parse(text)
    for token in tokens:
        if token.level >= nesting and token.type in _CONTAINER_ROLES and token.map:
            problem = f"quotes and lists nested over {nesting} deep (nesting); flatten them"
            raise ReadError(problem, source=source, where=f"line {first_line + token.map[0]}")
    writer = _Writer(line=first_line, titled=titled, is_mdx=source.lower().endswith(".mdx"))
    for token in tokens:
        writer.block(token)
    captions = frozenset(writer.captions)
    shortcodes: dict[str, list[str]] = {}
    for command in writer.shortcodes:
        for start, stop in find_addresses(command):
            shortcodes.setdefault(command[start:stop], []).append(command)
    left_out = frozenset(first_line + line for line in left_out_lines(tokens))
    return Rendered("".join(writer.out), writer.roles, captions, shortcodes, left_out)


@dataclass(slots=True)
class _Writer:
    """Writes block tokens; `line` is the source line that `out` has come to."""

    line: int
    titled: bool
    is_mdx: bool
    offset: int = field(init=False)
    out: list[str] = field(default_factory=list)
    roles: dict[int, Role] = field(default_factory=dict)
    captions: set[str] = field(default_factory=set)
    shortcodes: set[str] = field(default_factory=set)
    within: list[Role] = field(default_factory=list)
    components: Components = field(default_factory=Components)
    heading: str = ""
    may_go_on: bool = False

    def __post_init__(self) -> None:
        self.offset = self.line

    def block(self, token: Token) -> None:
        """Write one token of block level."""
        if token.map and token.nesting >= 0:
            self._advance(self.offset + token.map[0])
        match token.type:
            case "inline":
                self._inline(token)
            case "fence" | "code_block":
                self._code(token)
            case "html_block":
                self._raw(token.content)
            case "comment":
                self._comment(token)
            case "hr" | "footnote_reference_open" | "footnote_reference_close":
                self._write(_TAGS[token.type])
            case _:
                self._container(token)

    def _container(self, token: Token) -> None:
        role = _CONTAINER_ROLES.get(token.type)
        if role:
            self.within.append(role)
        elif token.type in ("blockquote_close", "list_item_close"):
            self.within.pop()
        if token.tag and not token.hidden:
            self.heading = token.tag if token.type == "heading_open" else ""
            self._write(f"<{'/' * (token.nesting < 0)}{token.tag}>")

    def _code(self, token: Token) -> None:
        start, stop = token.map or (0, 0)
        if token.type == "fence":
            start += 1
        self._advance(self.offset + start)
        self._mark(start, stop, self._role())
        content = escape(token.content.removesuffix("\n"), quote=False)
        self._write(f"<pre><code>{content}</code></pre>")
        if self.may_go_on and token.type == "code_block":
            self._generated(token.content)

    def _raw(self, markup: str) -> None:
        links = with_markdown_inside(markup, is_mdx=self.is_mdx)
        self._write(self.components.as_links(links))

    def _comment(self, token: Token) -> None:
        start, stop = token.map or (0, 0)
        self._mark(start, stop, Role.OTHER)
        self._write(f"<pre>{escape(token.content, quote=False)}</pre>")
        self._generated(token.content)

    def _generated(self, text: str) -> None:
        """Keep the addresses in a text for what a site may make links of."""
        self.shortcodes.update(text[start:stop] for start, stop in find_addresses(text))

    def _inline(self, token: Token) -> None:
        start, stop = token.map or (0, 0)
        children = token.children or []
        self.may_go_on = begins_note(token.content)
        role = Role.CAPTION if _captions_image(children) else self._role()
        self._mark(start, stop, Role.OTHER if _is_program(children) else role)
        inline = _Inline(self.components)
        for child in children:
            inline.token(child)
        self._write("".join(inline.out))
        self.shortcodes.update(inline.shortcodes)
        for caption in inline.captions:
            self._write(f"<figcaption>{escape(caption)}</figcaption>")
            self.captions.add(caption)

    def _role(self) -> Role:
        if self.heading == "h1" and not (self.titled and self.roles):
            self.titled = True
            return Role.HEADLINE
        if self.heading:
            return Role.SUBHEADING
        return self.within[-1] if self.within else Role.PARAGRAPH

    def _mark(self, start: int, stop: int, role: Role) -> None:
        for line in range(self.offset + start, self.offset + stop):
            self.roles[line] = role

    def _advance(self, line: int) -> None:
        """Go down to a source line; a line that is past already stays as it is."""
        if line > self.line:
            self.out.append("\n" * (line - self.line))
            self.line = line

    def _write(self, markup: str) -> None:
        self.out.append(markup)
        self.line += markup.count("\n")


@dataclass(slots=True)
class _Inline:
    """Writes the tokens of one paragraph; alternative texts of its images become captions."""

    components: Components
    out: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    shortcodes: list[str] = field(default_factory=list)
    anchors: int = 0
    brackets: int = 0

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

    def _element(self, token: Token) -> None:
        """Emphasis, which has an end of its own, or a code span, which holds its text."""
        self.out.append(f"<{'/' * (token.nesting < 0)}{token.tag}>")
        if token.nesting == 0:
            self.out.append(f"{escape(token.content, quote=False)}</{token.tag}>")

    def _link(self, token: Token) -> None:
        self.anchors += token.nesting
        href = escape(str(token.attrs.get("href", "")))
        self.out.append(f'<a href="{href}">' if token.nesting > 0 else "</a>")

    def _image(self, token: Token) -> None:
        alt = " ".join(_plain(token.children or []).split())
        source = escape(str(token.attrs.get("src", "")))
        self.out.append(f'<img src="{source}" alt="{escape(alt)}">')
        if alt and not self.anchors:
            self.captions.append(alt)

    def _shortcode(self, command: str) -> None:
        self.out.append(escape(command, quote=False))
        if "://" in command:
            self.shortcodes.append(" ".join(command.split()))

    def _raw(self, markup: str) -> None:
        found = _RAW_ANCHOR.match(markup)
        if found:
            self.anchors += -1 if found[1] else 1
        self.out.append(markup)

    def _text(self, text: str) -> None:
        """Text, with bare addresses as marked links: GitHub's dialect, Hugo and Astro link them.

        In a square bracket that is open GitHub and Hugo do not, and Astro does.
        """
        done = counted = 0
        if self.anchors <= 0:
            for start, stop in find_addresses(text):
                self._count_brackets(text[counted:start])
                counted = start
                is_value = _VALUE.search(text, max(0, start - _MOST_OF_VALUE), start)
                if is_value or self.brackets > 0 or stands_in_markup(text, stop):
                    self.shortcodes.append(text[start:stop])
                elif _LINKED.match(text, start):
                    address = escape(as_url(text[start:stop]))
                    self.out.append(escape(text[done:start], quote=False))
                    shown = escape(text[start:stop], quote=False)
                    self.out.append(f'<a href="{address}" rel="{BARE}">{shown}</a>')
                    done = stop
        self._count_brackets(text[counted:])
        self.out.append(escape(text[done:], quote=False))

    def _count_brackets(self, text: str) -> None:
        self.brackets += text.count("[") - text.count("]")


def _is_program(tokens: Sequence[Token]) -> bool:
    """Whether a paragraph is nothing but shortcodes."""
    kinds = {token.type for token in tokens if token.content.strip()}
    return kinds == {"shortcode"}


def _captions_image(tokens: Sequence[Token]) -> bool:
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
