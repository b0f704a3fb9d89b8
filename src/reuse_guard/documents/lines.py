"""Lines of a source whose lines end in CRLF, LF or a lone CR, without moving any offset."""

from __future__ import annotations


def with_newlines(text: str) -> str:
    r"""The text with every line end as one `\n`, and every character at its old offset.

    >>> with_newlines("one\r\ntwo\rthree\n")
    'one \ntwo\nthree\n'
    """
    if "\r" not in text:
        return text
    return text.replace("\r\n", " \n").replace("\r", "\n")


def line_of(text: str, offset: int) -> int:
    r"""The line, counted from 1, that holds the character at `offset`.

    >>> line_of("one\r\ntwo\rthree", 9)
    3
    """
    return with_newlines(text[:offset]).count("\n") + 1
