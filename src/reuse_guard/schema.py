"""What policies and grants share: strict models, exact ratios, TOML and JSON files.

Everything here turns a person's file into values, or into an error that names the
file, the key and the remedy.
"""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    ValidationError,
    WithJsonSchema,
)

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic_core import ErrorDetails

    from reuse_guard.errors import LocatedError

Model = TypeVar("Model", bound=BaseModel)

# Twenty digits on each side are more than any term says. An exponent would let eleven characters
# ask for a number of a billion digits.
_RATIO = re.compile(
    r"(?P<number>-?\d{1,20}(?:\.\d{1,20})?)(?:/(?P<divisor>\d{1,20})|\s*(?P<percent>%))?", re.ASCII
)

MAX_FILE_BYTES = 1_000_000  # a policy or grant is a page of text; more is not one


class Strict(BaseModel):
    """A frozen model that refuses keys it does not know."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True
    )


def parse_ratio(value: object) -> Fraction:
    """Read `"30%"`, `"1/3"`, `0.3`, `1` as the exact number a person meant.

    A float is read as the decimal it prints as, so `0.3` is 3/10 and not the nearest
    binary fraction.

    >>> parse_ratio("30%"), parse_ratio(0.3), parse_ratio("1/3")
    (Fraction(3, 10), Fraction(3, 10), Fraction(1, 3))

    Raises:
        ValueError: it is none of these.
    """
    if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal | Fraction):
        msg = f'{value!r} is not a number, a percentage ("30%") or a fraction ("1/3")'
        raise ValueError(msg)  # noqa: TRY004 - pydantic reports ValueError with its place
    text = str(value).strip()
    found = _RATIO.fullmatch(text)
    if found is None or not int(found["divisor"] or 1):
        msg = f'{text!r} is not a number, a percentage ("30%") or a fraction ("1/3")'
        raise ValueError(msg)
    ratio = Fraction(found["number"]) / int(found["divisor"] or 1)
    return ratio / 100 if found["percent"] else ratio


def format_ratio(value: Fraction) -> str:
    """Print a ratio as a person would write it: a percentage where that is exact and short.

    A whole number above one is a count and printed as it is.

    >>> format_ratio(Fraction(3, 10)), format_ratio(Fraction(1, 3)), format_ratio(Fraction(1, 8))
    ('30%', '1/3', '12.5%')
    >>> format_ratio(Fraction(1000))
    '1000'
    """
    if value > 1 and value.denominator == 1:
        return str(value.numerator)
    percent = value * 100
    if (percent * 10).denominator == 1:
        return f"{float(percent):g}%"
    return f"{value.numerator}/{value.denominator}"


Ratio = Annotated[
    Fraction,
    BeforeValidator(parse_ratio),
    PlainSerializer(format_ratio, return_type=str),
    WithJsonSchema(
        {
            "anyOf": [{"type": "number", "minimum": 0}, {"type": "string"}],
            "description": 'a number, a percentage ("30%") or a fraction ("1/3")',
        }
    ),
]


def load_mapping(path: Path, *, error: type[LocatedError]) -> dict[str, Any]:
    """Read a TOML file (or JSON, by its suffix) as a mapping.

    Raises:
        LocatedError: of the given class, when it cannot be read or is not a table.
    """
    if path.suffix.lower() == ".json":
        return load_json(path, error=error)
    return parse_toml(read_text(path, error=error), source=str(path), error=error)


def load_json(path: Path, *, error: type[LocatedError]) -> dict[str, Any]:
    """Read a JSON file as a mapping, numbers with a point as the decimals they are written as.

    Raises:
        LocatedError: of the given class, when it cannot be read or is not an object.
    """
    source = str(path)
    text = read_text(path, error=error)
    try:
        data = json.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError) as problem:
        msg = f"not valid JSON: {problem}; mend the file at that place"
        raise error(msg, source=source) from problem
    if not isinstance(data, dict):
        msg = f"holds a {type(data).__name__}, not a table of keys and values"
        raise error(msg, source=source)
    return data


def parse_toml(text: str, *, source: str, error: type[LocatedError]) -> dict[str, Any]:
    """Read TOML, numbers with a point as the exact decimals they are written as.

    Raises:
        LocatedError: of the given class, when it is not TOML.
    """
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError) as problem:
        msg = f"not valid TOML: {problem}; mend the file at that place"
        raise error(msg, source=source) from problem


def read_text(path: Path, *, error: type[LocatedError]) -> str:
    """Read a small file of UTF-8.

    Raises:
        LocatedError: of the given class, when it cannot be read, or is no such file.
    """
    source = str(path)
    try:
        if path.is_dir():
            msg = "is a folder, not a file; name the file in it"
            raise error(msg, source=source)
        raw = path.read_bytes()
    except FileNotFoundError as problem:
        msg = "no such file; check the path"
        raise error(msg, source=source) from problem
    except OSError as problem:
        msg = f"cannot be read: {problem.strerror or problem}"
        raise error(msg, source=source) from problem
    if len(raw) > MAX_FILE_BYTES:
        msg = f"has {len(raw):,} bytes, over the bound of {MAX_FILE_BYTES:,}; is it the right file?"
        raise error(msg, source=source)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        msg = f"is not UTF-8 at byte {problem.start}; save it as UTF-8"
        raise error(msg, source=source) from problem


# A misspelt key comes before the required one that it leaves missing, and either before the list
# that is empty without the entry it spoils.
_ORDER = {"extra_forbidden": 0, "missing": 2, "too_short": 3}


def validate(
    model: type[Model], data: dict[str, Any], *, source: str, error: type[LocatedError]
) -> Model:
    """Make a model from a mapping, naming file, key, problem and remedy when it does not fit.

    Raises:
        LocatedError: of the given class, for the first key that does not fit.
    """
    try:
        return model.model_validate(data)
    except ValidationError as problem:
        first = min(problem.errors(), key=lambda found: _ORDER.get(found["type"], 1))
        where = _dotted(first["loc"])
        raise error(_in_words(first, model), source=source, where=where) from problem


def _dotted(location: tuple[int | str, ...]) -> str:
    dotted = ""
    for part in location:
        dotted += f"[{part}]" if isinstance(part, int) else f".{part}" if dotted else part
    return dotted


# Problems that pydantic words for programmers.
_IN_WORDS = {
    "tuple_type": 'is not a list; write it in brackets: ["...", "..."]',
    "too_short": "is empty; name at least one",
    "date_from_datetime_parsing": "is not a day; write it as 2027-01-31",
    "date_parsing": "is not a day; write it as 2027-01-31",
}


def _in_words(problem: ErrorDetails, model: type[BaseModel]) -> str:
    kind, location = problem["type"], problem["loc"]
    if kind == "extra_forbidden":
        known = _known_keys(model, location[:-1])
        close = difflib.get_close_matches(str(location[-1]), known, n=1)
        remedy = f"did you mean {close[0]!r}?" if close else f"known keys: {', '.join(known)}"
        return f"unknown key; {remedy}"
    if kind == "missing":
        return "is required and not there; add it"
    if kind in _IN_WORDS:
        return _IN_WORDS[kind]
    message = str(problem["msg"]).removeprefix("Value error, ")
    return message[:1].lower() + message[1:]


def _known_keys(model: type[BaseModel], location: tuple[int | str, ...]) -> list[str]:
    """The keys of the model that `location` leads to, for a suggestion."""
    for part in location:
        if isinstance(part, str) and part in model.model_fields:
            inner = _model_in(model.model_fields[part].annotation)
            if inner is not None:
                model = inner
    return sorted(model.model_fields)


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)
