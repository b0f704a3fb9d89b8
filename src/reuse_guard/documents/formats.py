"""How a text is written, told by its own marks: markup, Markdown or neither."""

from __future__ import annotations

import re

from reuse_guard.documents.lines import with_newlines
from reuse_guard.documents.model import Format
from reuse_guard.expressions import expression

BY_SUFFIX = {
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".xht": Format.HTML,
    ".shtml": Format.HTML,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".mdown": Format.MARKDOWN,
    ".mkd": Format.MARKDOWN,
    ".mdx": Format.MARKDOWN,
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
}
# Names of what Word and macOS put beside a text while it is open or copied: locks and attributes.
BESIDE_TEXTS = ("~$", "._")

_PAGE = expression(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_WHOLE = expression(r"<(?:html|body)[\s>]", re.IGNORECASE)
_ELEMENT = (
    "a|abbr|article|aside|b|blockquote|br|button|caption|center|dd|details|div|dl|dt|em|figcaption|"
    "figure|font|footer|form|h[1-6]|header|hr|i|iframe|img|li|link|main|meta|nav|noindex|ol|p|"
    "picture|pre|script|section|small|span|strong|style|summary|table|tbody|td|template|th|tr|u|ul"
)
_TAG = expression(rf"<(?:{_ELEMENT})\b[^<]*>", re.IGNORECASE)
_FEED = expression(
    r"(?:<!DOCTYPE[^\[>]*(?:\[[^\]]{0,20000}\])?[^>]*>\s*)?<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE
)
_ASIDES = {"<!": "-->", "<?": ">"}
_SPACE = expression(r"\s*")
_WIRE_ITEM = expression(r'\s*[\[{].{0,100000}?"(?:body_\w+|bodies)"\s*:', re.DOTALL)
_LINK = expression(r"<a\s[^<>]*\bhref\s*=", re.IGNORECASE)
# Elements closed and line breaks; a single one in a long text is a slip of whoever copied it.
_MARKUP = expression(rf"</(?:{_ELEMENT})\s*>|<br\s*/?>", re.IGNORECASE)
_CHARACTERS_PER_MARK = 2000

_FENCE = expression(r"(---|\+\+\+)[ \t]*\n")
_FENCES = {fence: expression(rf"^{re.escape(fence)}[ \t]*$", re.M) for fence in ("---", "+++")}
_LONGEST_FRONT_MATTER = 100_000  # characters
_FRONT_MATTER_KEY = expression(r"^[\w\"'-]+\s*[:=]", re.MULTILINE)
_INLINE_LINK = expression(r"\[[^\[\]\r\n]{1,500}\]\(<?(?:https?:/)?/[^\s()]")
_AFTER_BRACKETS = expression(r"\](?=[(:])")  # a pattern with one first character is found fast
_REFERENCE = expression(r"^ {0,3}\[[^\[\]\r\n]{1,200}\]:\s*<?https?://", re.MULTILINE)
_HEADING = expression(r"(?:\A\s*|\n[ \t]*\r?\n)#{1,6} +[^\s#][^\r\n]{2}")
_TITLE = expression(r"\s*# +\S[^\r\n]*(?:\r?\n){2}")
_MARKED_HEADINGS = 2


def format_of(text: str) -> Format:
    """Tell the format from the text; plain text unless it is clearly marked up.

    >>> format_of("<p>Flood waters fall.</p>"), format_of("Flood waters fall if x < 3.")
    (<Format.HTML: 'html'>, <Format.TEXT: 'text'>)
    """
    root = _root(text)
    if _PAGE.match(text, root) or _TAG.match(text, root):
        return Format.HTML
    if is_markdown(text):
        return Format.MARKDOWN
    return Format.HTML if "<" in text and _is_fragment(text) else Format.TEXT


def _root(text: str) -> int:
    """Where the text begins once white space, comments and instructions are left aside."""
    start = _after_space(text, 0)
    while closing := _ASIDES.get(text[start : start + 2]):
        stop = text.find(closing, start) if text.startswith(("<!--", "<?"), start) else -1
        if stop < 0:
            break
        start = _after_space(text, stop + len(closing))
    return start


def _after_space(text: str, start: int) -> int:
    found = _SPACE.match(text, start)
    return found.end() if found else start


def _is_fragment(text: str) -> bool:
    """Whether a text that opens with words has links or enough other markup."""
    if _LINK.search(text):
        return True
    return len(_MARKUP.findall(text)) * _CHARACTERS_PER_MARK > len(text)


def is_page(text: str) -> bool:
    """Whether the text is a whole HTML page, whatever its name says."""
    return _PAGE.match(text, _root(text)) is not None


def is_feed(text: str) -> bool:
    """Whether the text is an RSS or Atom feed."""
    return _FEED.match(text, _root(text)) is not None


def is_wire_item(text: str) -> bool:
    """Whether the text is a news item, or several, in ninjs."""
    return text[:100].lstrip()[:1] in ("{", "[") and _WIRE_ITEM.match(text) is not None


def is_whole_page(text: str) -> bool:
    """Whether HTML has what holds a page, and is no part of one."""
    return _WHOLE.search(text) is not None


def is_post(text: str) -> bool:
    r"""Whether HTML stands under front matter and is no page of its own, as site generators do it.

    >>> is_post("---\ntitle: Ferry\n---\n<p>It sails.</p>"), is_post("---\n<p>It sails.</p>")
    (True, False)
    """
    begins = text.startswith(("---", "+++")) and _has_front_matter(text)
    return begins and not is_whole_page(text)


def is_markdown(text: str) -> bool:
    """Whether the text has front matter, or links or headings that only Markdown writes so."""
    if text.startswith(("---", "+++")) and _has_front_matter(text):
        return True
    # One character is found ten times as fast as two, and most texts have no bracket.
    if "]" in text and _has_link(text):
        return True
    if "#" not in text:
        return False
    if _TITLE.match(text):
        return True
    # Those that may be headings are soon counted, single characters sooner than two in a row.
    if text.count("#") < _MARKED_HEADINGS or text.count("# ") < _MARKED_HEADINGS:
        return False
    return len(_HEADING.findall(text)) >= _MARKED_HEADINGS


def _has_link(text: str) -> bool:
    """Whether a link or the address of one stands in brackets as only Markdown writes it."""
    if not _AFTER_BRACKETS.search(text):
        return False
    return bool(
        ("](" in text and _INLINE_LINK.search(text)) or ("]:" in text and _REFERENCE.search(text))
    )


def _has_front_matter(text: str) -> bool:
    """Whether keys and values stand between two fences at the head of the text."""
    lines = with_newlines(text[:_LONGEST_FRONT_MATTER])
    opening = _FENCE.match(lines)
    closing = _FENCES[opening[1]].search(lines, opening.end()) if opening else None
    if opening is None or closing is None:
        return False
    return _FRONT_MATTER_KEY.search(lines, opening.end(), closing.start()) is not None
