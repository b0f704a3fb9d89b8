"""Text from outside made safe for the formats that give some characters a meaning."""

from __future__ import annotations

from html import escape as escape_html
from pathlib import PurePath
from urllib.parse import quote

from reuse_guard.expressions import expression
from reuse_guard.reports.visible import visible

# Lone surrogates and the two code points that are no characters: neither XML nor UTF-8 takes them.
_NOT_WRITABLE = expression("[\ud800-\udfff\ufffe\uffff]")
# Surrogates that do not stand for a byte of a file's name.
_NO_FILE_NAME = expression("[\ud800-\udc7f\udd00-\udfff]")
_MARKDOWN = expression(r"([\\`*_{}\[\]()#+\-.!|~>$])")
# A name after @ or a number after # would call people or point at other threads.
_CALLS = expression(r"@(?=\w)|(?<=\\)#(?=\d)")
_BACKTICKS = expression("`+")


def line(text: str) -> str:
    r"""One line of text that any format can hold, what cannot be seen shown by its code point.

    >>> line("a\x1bb\n\ud800c")
    'a<U+001B>b <U+D800>c'
    """
    return _NOT_WRITABLE.sub(lambda found: f"<U+{ord(found.group()):04X}>", visible(text))


def xml(text: str) -> str:
    """One line for an XML attribute or text node."""
    return escape_html(line(text), quote=True)


def markdown(text: str) -> str:
    r"""One line of Markdown that shows the text as it is: no markup, no HTML, nobody called.

    >>> markdown("*see* <b> @desk, #12")
    '\\*see\\* &lt;b\\> @&#8203;desk, \\#&#8203;12'
    """
    escaped = _MARKDOWN.sub(r"\\\1", line(text).replace("&", "&amp;").replace("<", "&lt;"))
    return _CALLS.sub(lambda found: f"{found.group()}&#8203;", escaped)


def markdown_quote(text: str) -> str:
    """A fenced block that shows the text, whatever backticks are in it."""
    shown = line(text)
    longest = max((len(run) for run in _BACKTICKS.findall(shown)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{shown}\n{fence}"


def workflow_data(text: str) -> str:
    """The message of a GitHub workflow command."""
    return line(text).replace("%", "%25")


def workflow_property(text: str) -> str:
    """A property of a GitHub workflow command.

    >>> workflow_property("a,b:c%")
    'a%2Cb%3Ac%25'
    """
    return workflow_data(text).replace(":", "%3A").replace(",", "%2C")


def uri(path: str) -> str:
    """A path as a URI reference: relative where the path is, `file:` where it is absolute.

    >>> uri("content/a b.md"), uri("/srv/a.md")
    ('content/a%20b.md', 'file:///srv/a.md')
    """
    pure = PurePath(path)
    readable = _NO_FILE_NAME.sub("?", pure.as_posix())
    quoted = quote(readable.encode("utf-8", "surrogateescape"), safe="/~")
    if not pure.is_absolute():
        return quoted
    return f"file://{'' if quoted.startswith('/') else '/'}{quoted}"
