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

from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from reuse_guard.documents.components import Components
from reuse_guard.documents.dialects import begins_note, with_markdown_inside
from reuse_guard.documents.enclosures import Enclosures
from reuse_guard.documents.footnotes import left_out_lines
from reuse_guard.documents.markdown_inline import Inline, captions_image, is_program
from reuse_guard.documents.markdown_parser import COMMANDS, parser_of
from reuse_guard.documents.marks import CODE, ENCLOSED, RAW, marked_each
from reuse_guard.documents.mdx import is_mdx
from reuse_guard.documents.mentions import find_addresses
from reuse_guard.documents.model import Role
from reuse_guard.documents.sites import Dialect
from reuse_guard.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from reuse_guard.documents.limits import ReadLimits

_PANDOC_HTML = frozenset({"{=html}", "{=html4}", "{=html5}"})  # which Pandoc writes as it is
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
        has_percent: text stands between two `%%`, which one editor takes for a comment.
    """

    markup: str
    roles: dict[int, Role]
    captions: frozenset[str]
    shortcodes: dict[str, list[str]]
    left_out: frozenset[int]
    has_percent: bool


def render(  # noqa: PLR0913 - a text and what is known of it
    text: str,
    *,
    source: str,
    first_line: int,
    limits: ReadLimits,
    titled: bool,
    dialect: Dialect | None = None,
) -> Rendered:
    """Write Markdown as HTML.

    Args:
        text: Markdown without front matter.
        source: what messages call the file.
        first_line: line of the file that `text` begins on.
        limits: how deep quotes and lists stand inside one another, and how long it may become.
        titled: the file has its headline elsewhere, so only a title before all text is one too.
        dialect: how the site reads Markdown; None where that is not known.

    Raises:
        ReadError: the nesting is deeper, so that the parser would drop what is inside; or the
            addresses of its links are too long together.
    """
    parser = parser_of(
        limits.nesting,
        has_percent=dialect is Dialect.OBSIDIAN,
        has_commands=any(sign in text for sign in COMMANDS),
    )
    tokens = parser.parse(text)
    _bound(tokens, source, first_line, limits)
    in_mdx = is_mdx(source)
    around = Enclosures(
        tokens,
        in_html="" if in_mdx else _in_html(dialect),
        html=RAW if dialect is Dialect.GOLDMARK else "",
        dialect=dialect,
    )
    writer = _Writer(
        line=first_line, titled=titled, is_mdx=in_mdx, enclosures=around, dialect=dialect
    )
    for token in tokens:
        writer.block(token)
    captions = frozenset(writer.captions)
    shortcodes: dict[str, list[str]] = {}
    for command in writer.shortcodes:
        for start, stop in find_addresses(command):
            shortcodes.setdefault(command[start:stop], []).append(command)
    left_out = frozenset(first_line + line for line in left_out_lines(tokens))
    return Rendered(
        "".join(writer.out), writer.roles, captions, shortcodes, left_out, around.has_percent
    )


def _bound(tokens: Sequence[Token], source: str, first_line: int, limits: ReadLimits) -> None:
    """Refuse what is nested too deep, and what is short but becomes long.

    A hundred thousand references to one address of as many characters are ten gigabytes of HTML.
    """
    written = 0
    for token in tokens:
        line = first_line + (token.map or (0,))[0]
        if token.level >= limits.nesting and token.type in _CONTAINER_ROLES and token.map:
            problem = f"quotes and lists nested over {limits.nesting} deep (nesting); flatten them"
            raise ReadError(problem, source=source, where=f"line {line}")
        for child in token.children or ():
            written += sum(len(str(value)) for value in child.attrs.values())
        if written > limits.markdown_characters:
            problem = (
                f"its links are over {limits.markdown_characters:,} characters once references"
                " are written out (markdown_characters); give one article"
            )
            raise ReadError(problem, source=source, where=f"line {line}")


def as_written(text: str, *, first_line: int) -> Rendered:
    """HTML under front matter, which site generators keep, with marks of the commands in it."""
    from markdown_it.token import Token  # noqa: PLC0415 - as in `markdown_parser`

    token = Token("html_block", "", 0, content=text)
    dialect = Dialect.COMMONMARK
    around = Enclosures([token], in_html="", html="", dialect=dialect)
    writer = _Writer(line=first_line, titled=True, is_mdx=False, enclosures=around, dialect=dialect)
    writer.block(token)
    nothing: frozenset[str] = frozenset()
    return Rendered("".join(writer.out), {}, nothing, {}, frozenset(), has_percent=False)


def _in_html(dialect: Dialect | None) -> str:
    """The mark of what Markdown makes in a block of HTML."""
    reads = dialect.reads_in_html if dialect else None
    if reads is None:
        return ENCLOSED
    return "" if reads else CODE


@dataclass(slots=True)
class _Writer:
    """Writes block tokens; `line` is the source line that `out` has come to."""

    line: int
    titled: bool
    is_mdx: bool
    enclosures: Enclosures
    dialect: Dialect | None
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
        self.enclosures.see_code(token.content)
        is_html = token.info.strip() in _PANDOC_HTML
        if is_html or (self.may_go_on and token.type == "code_block"):
            self._generated(token.content)

    def _raw(self, markup: str) -> None:
        self.enclosures.see_block(markup, is_inside=bool(self.within))
        links = self.components.as_links(with_markdown_inside(markup, is_mdx=self.is_mdx))
        marks_at = self.enclosures.marks_along(links)
        self._write(marked_each(links, marks_at))
        marks_at(len(links))

    def _comment(self, token: Token) -> None:
        start, stop = token.map or (0, 0)
        self._mark(start, stop, Role.OTHER)
        self.enclosures.see(token.content)
        self._write(f"<pre>{escape(token.content, quote=False)}</pre>")
        self._generated(token.content)

    def _generated(self, text: str) -> None:
        """Keep the addresses in a text for what a site may make links of."""
        self.shortcodes.update(text[start:stop] for start, stop in find_addresses(text))

    def _inline(self, token: Token) -> None:
        start, stop = token.map or (0, 0)
        children = token.children or []
        self.may_go_on = begins_note(token.content)
        role = Role.CAPTION if captions_image(children) else self._role()
        is_alone = is_program(children)
        self._mark(start, stop, Role.OTHER if is_alone else role)
        inline = Inline(self.components, self.enclosures, self.dialect, is_program=is_alone)
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
