"""How a text is written, told by its own marks: markup, Markdown or neither."""

from __future__ import annotations

import re

from reuse_guard.documents.model import Format

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

_PAGE = re.compile(
    r"\s*(?:<\?xml\b[^>]*>\s*)?(?:<!--.*?-->\s*){0,20}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_ELEMENT = (
    "a|abbr|article|aside|b|blockquote|br|button|caption|center|dd|details|div|dl|dt|em|figcaption|"
    "figure|font|footer|form|h[1-6]|header|hr|i|iframe|img|li|link|main|meta|nav|noindex|ol|p|"
    "picture|pre|script|section|small|span|strong|style|summary|table|tbody|td|template|th|tr|u|ul"
)
_OPENS_WITH_TAG = re.compile(rf"\s*(?:<!--.*?-->\s*){{0,20}}<(?:{_ELEMENT})\b[^<]*>", re.I | re.S)
_FEED = re.compile(
    r"\s*(?:<\?xml\b[^>]*>\s*)?(?:<!--.*?-->\s*|<\?[^>]*>\s*){0,20}"
    r"(?:<!DOCTYPE[^\[>]*(?:\[[^\]]{0,20000}\])?[^>]*>\s*)?<(?:rss|feed|rdf:RDF)\b",
    re.IGNORECASE | re.DOTALL,
)
_WIRE_ITEM = re.compile(r'\s*[\[{].{0,100000}?"(?:body_\w+|bodies)"\s*:', re.DOTALL)
_LINK = re.compile(r"<a\s[^<>]*\bhref\s*=", re.IGNORECASE)
# Elements closed and line breaks; a single one in a long text is a slip of whoever copied it.
_MARKUP = re.compile(rf"</(?:{_ELEMENT})\s*>|<br\s*/?>", re.IGNORECASE)
_CHARACTERS_PER_MARK = 2000

_FRONT_MATTER = re.compile(
    r"(---|\+\+\+)[ \t]*(?:\r\n?|\n)((?:[^\r\n]*(?:\r\n?|\n)){0,400}?)\1[ \t]*(?:\r\n?|\n|\Z)"
)
_FRONT_MATTER_KEY = re.compile(r"^[\w\"'-]+\s*[:=]", re.MULTILINE)
_INLINE_LINK = re.compile(r"\[[^\[\]\r\n]{1,500}\]\(<?(?:https?:/)?/[^\s()]")
_REFERENCE = re.compile(r"^ {0,3}\[[^\[\]\r\n]{1,200}\]:\s*<?https?://", re.MULTILINE)
_HEADING = re.compile(r"(?:\A\s*|\n[ \t]*\r?\n)#{1,6} +[^\s#][^\r\n]{2}")
_TITLE = re.compile(r"\s*# +\S[^\r\n]*(?:\r?\n){2}")
_MARKED_HEADINGS = 2


def format_of(text: str) -> Format:
    """Tell the format from the text; plain text unless it is clearly marked up.

    >>> format_of("<p>Flood waters fall.</p>"), format_of("Flood waters fall if x < 3.")
    (<Format.HTML: 'html'>, <Format.TEXT: 'text'>)
    """
    if "<" in text and (_PAGE.match(text) or _OPENS_WITH_TAG.match(text)):
        return Format.HTML
    if is_markdown(text):
        return Format.MARKDOWN
    return Format.HTML if "<" in text and _is_fragment(text) else Format.TEXT


def _is_fragment(text: str) -> bool:
    """Whether a text that opens with words has links or enough other markup."""
    if _LINK.search(text):
        return True
    return len(_MARKUP.findall(text)) * _CHARACTERS_PER_MARK > len(text)


def is_page(text: str) -> bool:
    """Whether the text is a whole HTML page, whatever its name says."""
    return "<" in text[:10_000] and _PAGE.match(text) is not None


def is_feed(text: str) -> bool:
    """Whether the text is an RSS or Atom feed."""
    return "<" in text[:1000] and _FEED.match(text) is not None


def is_wire_item(text: str) -> bool:
    """Whether the text is a news item, or several, in ninjs."""
    return text[:100].lstrip()[:1] in ("{", "[") and _WIRE_ITEM.match(text) is not None


def is_markdown(text: str) -> bool:
    """Whether the text has front matter, or links or headings that only Markdown writes so."""
    front = _FRONT_MATTER.match(text) if text.startswith(("---", "+++")) else None
    if front and _FRONT_MATTER_KEY.search(front[2]):
        return True
    if "](" in text and _INLINE_LINK.search(text):
        return True
    if "]:" in text and _REFERENCE.search(text):
        return True
    if "#" not in text:
        return False
    return bool(_TITLE.match(text)) or len(_HEADING.findall(text)) >= _MARKED_HEADINGS
