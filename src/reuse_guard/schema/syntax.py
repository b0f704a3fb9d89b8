"""What is wrong with a file that is no TOML or JSON, in words for whoever wrote it."""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any, Final

from reuse_guard.expressions import expression

_PLACE = expression(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")
_DAY = expression(r"\d{4}-\d{1,2}-\d{1,2}")
_EXAMPLE_DAY: Final = "write a day that there is, as 2027-01-31, without quotes"
# The beginnings of what Python's TOML reader says, with what the writer most likely did.
_TOML: Final = (
    ("Invalid date or datetime", _EXAMPLE_DAY),
    ("Expected newline or end of document", "one key stands on a line; put text in quotes"),
    ("Invalid statement", 'a line is key = value, [table] or # note; write key = "text"'),
    ("Invalid initial character", "a key is of letters, digits, - and _; put another in quotes"),
    ("Expected '='", 'a key needs a value; write key = "text"'),
    ("Invalid value", 'the value is missing, or text without quotes; write key = "text"'),
    ("Cannot overwrite", "the key is there already; keep one of the two"),
    ("Cannot declare", "the table is there already; join the two, or write [[name]] for a list"),
    ("Duplicate inline table key", "the key is there already; keep one of the two"),
    ("Unclosed array", "close the list with ]"),
    ("Unclosed inline table", "close the table with }, on the same line"),
    ("Unterminated string", "close the text with the quote it begins with"),
    ("Illegal character", "take the character out, or close the text before it with a quote"),
    ("Unescaped", r"write \\ for a backslash, or put the text in single quotes"),
)
_MEND: Final = "mend the file at that place"
_TOO_DEEP: Final = "nested too deep; write it flatter"
_DEEP_KEY = expression(
    r"""(?:^|[{,])[ \t\[]*+(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){50}""", re.M
)


def toml_values(text: str, **settings: Any) -> dict[str, Any]:  # noqa: ANN401 - tomllib's own
    """What a text of TOML holds.

    Raises:
        ValueError: it is none.
        RecursionError: it is nested too deep, or a key has over 50 parts, each of which is looked
            up from the first on: 30,000 take 9 s.
    """
    if _DEEP_KEY.search(text):
        raise RecursionError
    return tomllib.loads(text, **settings)


def toml_mistake(problem: Exception, text: str) -> tuple[str, str]:
    """Where a text is no TOML, and what is wrong with the remedy.

    Args:
        problem: what the reader said.
        text: what it was given.
    """
    if isinstance(problem, RecursionError):
        return "", f"not valid TOML: {_TOO_DEEP}"
    said = str(problem)
    found = _PLACE.search(said)
    if found is None:
        return "", f"not valid TOML: {_lowered(said)}; {_MEND}"
    line = int(found[1]) if found[1] else text.count("\n") + (not text.endswith("\n"))
    where = f"line {line}, column {found[2]}" if found[1] else f"line {line}, at the end"
    said = said[: found.start()]
    day = _day_at(text, line)
    if day:
        return where, f"not valid TOML: {day} is not a day; {_EXAMPLE_DAY}"
    remedy = next((cure for begins, cure in _TOML if said.startswith(begins)), _MEND)
    return where, f"not valid TOML: {_lowered(said)}; {remedy}"


def _day_at(text: str, line: int) -> str | None:
    """The value of a line that looks like a day, and that the reader took for a number."""
    value = text.split("\n")[line - 1].partition("=")[2].partition("#")[0].strip()
    return value if _DAY.fullmatch(value) else None


class RepeatedKeyError(ValueError):
    """An object of JSON has a key twice."""


def json_mistake(problem: Exception) -> tuple[str, str]:
    """Where a text is no JSON, and what is wrong with the remedy."""
    if isinstance(problem, json.JSONDecodeError):
        where = f"line {problem.lineno}, column {problem.colno}"
        said = _lowered(problem.msg.removesuffix(" starting at"))
        return where, f"not valid JSON: {said}; {_MEND}"
    if isinstance(problem, RepeatedKeyError):
        return "", str(problem)
    if isinstance(problem, RecursionError):
        return "", f"not valid JSON: {_TOO_DEEP}"
    return "", f"not valid JSON: {_lowered(str(problem))}; {_MEND}"


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
