"""What is known of one backlink: where it leads, where it stands, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reuse_guard.frozen import frozen
from reuse_guard.urls.relation import Relation  # noqa: TC001 - pydantic resolves the annotation
from reuse_guard.urls.wrappers import Wrapper  # noqa: TC001


class BacklinkStatus(StrEnum):
    """What a link counts for, by the strictness it was judged with."""

    VALID = "valid"
    WARNING = "warning"  # leads to the article, with something to look at
    INVALID = "invalid"
    UNRESOLVED = "unresolved"  # where it leads cannot be told without the network


class Flaw(StrEnum):
    """What can be wrong with a backlink; stable names for policies and reports."""

    # where it leads
    LOOKALIKE = "lookalike"
    NO_SCHEME = "no_scheme"
    MISTYPED = "mistyped"
    TEMPLATED = "templated"
    UNFILLED = "unfilled"
    OTHER_PAGE = "other_page"
    NETWORK = "network"
    SECTION = "section"
    HOME = "home"
    NOT_HOME = "not_home"
    VARIANT = "variant"
    RESPELT = "respelt"
    PUNCTUATED = "punctuated"
    EXTENDED = "extended"
    OTHER_VIEW = "other_view"
    RENAMED = "renamed"
    # what it is
    SHARE_BUTTON = "share_button"
    SCRIPTED = "scripted"
    MENTION = "mention"
    WRITTEN = "written"
    BARE = "bare"
    GENERATED = "generated"
    LEFT_OUT = "left_out"
    IN_HTML = "in_html"
    RAW_HTML = "raw_html"
    UNLINKED = "unlinked"
    # whether a reader sees it
    HIDDEN = "hidden"
    HIDDEN_WITH_COPY = "hidden_with_copy"
    FADES_IN = "fades_in"
    FOLDED = "folded"
    UNCLICKABLE = "unclickable"
    STOPPED = "stopped"
    EMPTY = "empty"
    DRAWN = "drawn"
    LAID_OVER = "laid_over"
    IMAGE_WITHOUT_TEXT = "image_without_text"
    ARIA_HIDDEN = "aria_hidden"
    # where it stands
    READER_COMMENT = "reader_comment"
    PERHAPS_COMMENT = "perhaps_comment"
    ASIDE = "aside"
    PERHAPS_ASIDE = "perhaps_aside"
    # how it gets there
    SHORTENED = "shortened"
    COPY = "copy"
    INDIRECT = "indirect"
    IN_PATH = "in_path"
    # whether search engines follow it
    NOFOLLOW = "nofollow"
    PAGE_NOFOLLOW = "page_nofollow"
    PARTLY_NOFOLLOW = "partly_nofollow"
    PAGE_NOINDEX = "page_noindex"
    NOINDEX = "noindex"


@frozen
class Fault:
    """Something wrong with a link, and how grave it is."""

    flaw: Flaw
    status: BacklinkStatus
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strictness:
    """What the terms ask of a link; the defaults are those of a plain "with a link".

    Attributes:
        article: a link to the article counts.
        home: a link to the publisher's home page or a section of it counts.
        written: the address written out counts without being a hyperlink.
        follow: links closed to search engines do not count.
        listed: a link on a page that search engines may not list is in doubt.
        direct: links through a redirector or to a copy do not count.
        in_text: links in navigation, footers and lists of related links do not count.
        sized: the size of a link's letters is asked for.
    """

    article: bool = True
    home: bool = False
    written: bool = False
    follow: bool = False
    listed: bool = False
    direct: bool = False
    in_text: bool = False
    sized: bool = False


@frozen
class Place:
    """Where a link stands in the candidate.

    Attributes:
        line: source line, counted from 1.
        block: index in `Document.blocks`.
        paragraph: number among the visible paragraphs, from 1; 0 above the first.
        sentence: number among their sentences, from 1; 0 above the first.
        start: first character of its text in `Document.text`.
        stop: one past the last.
        after_copied: whether the first copied passage begins before it; None where nothing was
            copied, or the caller did not say.
    """

    line: int
    block: int
    paragraph: int
    sentence: int
    start: int
    stop: int
    after_copied: bool | None = None

    def __str__(self) -> str:
        if self.paragraph:
            where = f"paragraph {self.paragraph}, sentence {self.sentence}"
        else:
            where = "above the first paragraph"
        if self.after_copied is not None:
            where += f", {'after' if self.after_copied else 'before'} the first copied passage"
        return f"line {self.line}, {where}"


@frozen
class Backlink:
    """One link-like thing that has to do with the original.

    Attributes:
        url: the address a browser would open.
        status: what it counts for.
        reason: one plain sentence that says why.
        place: where it stands.
        target: where it leads, seen from the original.
        leads_to: the address at the end of redirectors and copies; `url` for a direct link.
        wrapper: what stands between, or None for a direct link.
        follow: open to search engines.
        flaws: everything wrong with it, the gravest first; empty for a valid link.
        anchor: its text.
        rel: tokens of its `rel` attribute, sorted.
        font_ratio: size of its letters against the text's, where terms ask and the page tells.
        obstacle: why a reader does not see it or cannot follow it (`"display: none"`), or None.
    """

    url: str
    status: BacklinkStatus
    reason: str
    place: Place
    target: Relation
    leads_to: str
    wrapper: Wrapper | None = None
    follow: bool = True
    flaws: tuple[Flaw, ...] = ()
    anchor: str = ""
    rel: tuple[str, ...] = ()
    font_ratio: float | None = None
    obstacle: str | None = None

    @property
    def line(self) -> int:
        """Source line, counted from 1."""
        return self.place.line
