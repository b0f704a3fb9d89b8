"""Lines of a source whose lines end in CRLF, LF or a lone CR, without moving any offset."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Line(NamedTuple):
    """A line that holds something, without the white space around it.

    Attributes:
        text: its characters.
        start: where they begin in the text.
        number: of the line, counted from 1.
    """

    text: str
    start: int
    number: int

    @property
    def stop(self) -> int:
        """One past its last character in the text."""
        return self.start + len(self.text)


def runs_of_lines(lines: str) -> Iterator[list[Line]]:
    r"""What stands between blank lines.

    Args:
        lines: a text with one newline at every line end.

    >>> [[line.text for line in run] for run in runs_of_lines("one\n two\n \n\nthree\n")]
    [['one', 'two'], ['three']]
    """
    start, run = 0, list[Line]()
    for number, line in enumerate(lines.split("\n"), 1):
        size = len(line)
        text = line.strip()
        if text:
            begin = start if len(text) == size else start + size - len(line.lstrip())
            run.append(Line(text, begin, number))
        elif run:
            yield run
            run = []
        start += size + 1
    if run:
        yield run


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
