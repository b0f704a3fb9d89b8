"""What is wrong with a mapping that does not fit a model, in words for whoever wrote it."""

from __future__ import annotations

import difflib
import json
from collections import Counter
from datetime import date
from fractions import Fraction
from itertools import islice
from typing import TYPE_CHECKING, get_args

from pydantic import BaseModel

from reuse_guard.schema.ratios import format_ratio, parse_ratio

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

_UNKNOWN, _MISSING, _TOO_SHORT = "extra_forbidden", "missing", "too_short"
_TOO_MUCH = "less_than_equal"
_KEY = "[key]"  # so pydantic calls the place of a key that itself does not fit
_UNKNOWN_KEY, _KNOWN_KEYS = "unknown key", "known keys:"
_EMPTY = "empty"  # not pydantic's: a `string_too_short` of no character at all
_EMPTY_REQUIRED = "empty, required"  # likewise, of a key that may not be left out
# The gravest first: a misspelt key explains what is missing without it.
_ORDER = {_UNKNOWN: 0, _MISSING: 2, _TOO_SHORT: 3}

# Problems that pydantic words for programmers, by its name for them; `{input}` is what was given,
# `{form}` what the field says of itself; the other names are pydantic's own.
_IN_WORDS = {
    "bool_parsing": "{input} is neither yes nor no; write true or false",
    "bool_type": "{input} is neither yes nor no; write true or false",
    "date_from_datetime_inexact": "{input} has a time of day; write the day alone, as 2027-01-31",
    "date_from_datetime_parsing": "is not a day; write it as 2027-01-31",
    "date_parsing": "is not a day; write it as 2027-01-31",
    "date_type": "{input} is not a day; write it as 2027-01-31",
    "dict_type": "{input} is not a table; write its keys as {{ key = value }}",
    "finite_number": "{input} is not a number that counts; write it as 2",
    "float_parsing": "{input} is not a number; write it as 1.2",
    "float_type": "{input} is not a number; write it as 1.2",
    "greater_than": "{input} is not above {gt}; write more",
    "greater_than_equal": "{input} is below {ge}; write {ge} or more",
    "int_from_float": "{input} is not a whole number; write it as 2",
    "int_parsing": "{input} is not a whole number; write it as 2",
    "int_parsing_size": "{input} is too large; write less",
    "int_type": "{input} is not a whole number; write it as 2",
    "less_than": "{input} is not below {lt}; write less",
    "less_than_equal": "{input} is above {le}; write {le} or less",
    "literal_error": "{input} is not known here; write {expected}",
    "model_type": "{input} is not a table; write its keys as {{ key = value }}",
    "string_pattern_mismatch": "{input} is not made of {form}; write it so",
    "string_too_long": "is longer than {max_length} characters; shorten it",
    "string_too_short": "{input} is shorter than {min_length} characters; write it in full",
    "string_type": '{input} is not text; write it in quotes: "..."',
    "string_unicode": "has signs that are no characters; write it as UTF-8",
    _EMPTY: "is empty; write something, or leave the key out",
    _EMPTY_REQUIRED: "is empty; write something",
    _MISSING: "is required and not there; add it",
    _TOO_SHORT: "is empty; name at least one",
}
_NO_LIST = frozenset({"frozen_set_type", "list_type", "set_type", "tuple_type"})
_MOST_OF_INPUT = 60  # characters of what was given that a message repeats
# Unknown keys that are looked at for what is missing: who has more did not misspell one.
_MOST_MISSPELT = 50


def mistakes_in(
    problem: ValidationError, model: type[BaseModel], given: object = None, *, most: int
) -> tuple[list[tuple[str, str]], int]:
    """The first mistakes, each with its place, as dotted keys, and what is wrong with the remedy.

    One that only follows from another is left out: a key that is missing where it is misspelt, a
    list that is empty without the entry that does not fit.

    Args:
        problem: what pydantic found.
        model: what the mapping was held against.
        given: the mapping, as it was written.
        most: how many are told.

    Returns:
        The mistakes, and how many more there are.
    """
    found = sorted(problem.errors(), key=lambda each: _ORDER.get(each["type"], 1))
    places: dict[str, ErrorDetails] = {}
    for each in _causes(found, model):
        places.setdefault(_dotted(each["loc"]), each)
    told: dict[str, str] = {}
    for place, each in islice(places.items(), most):
        said = _in_words(each, model, _at(each["loc"], given))
        told[place] = _once(said, told.values())
    return list(told.items()), len(places) - len(told)


def _once(said: str, before: Iterable[str]) -> str:
    """A list of known keys is said once: of a file of another kind no key may be known."""
    return f"{_UNKNOWN_KEY}, too" if _KNOWN_KEYS in said and said in before else said


def _causes(found: list[ErrorDetails], model: type[BaseModel]) -> Iterator[ErrorDetails]:
    """The mistakes that are not only what another one leaves behind."""
    unknown = (each["loc"] for each in found if each["type"] == _UNKNOWN)
    misspelt = {(*key[:-1], *_nearest(key, model)) for key in islice(unknown, _MOST_MISSPELT)}
    held = Counter(each["loc"][:size] for each in found for size in range(len(each["loc"]) + 1))
    for each in found:
        is_misspelt = each["type"] == _MISSING and each["loc"] in misspelt
        if not (is_misspelt or (each["type"] == _TOO_SHORT and held[each["loc"]] > 1)):
            yield each


def _dotted(location: tuple[int | str, ...]) -> str:
    dotted = ""
    if location[-1:] == (_KEY,):
        location = location[:-1]
    for part in location:
        dotted += f"[{part}]" if isinstance(part, int) else f".{part}" if dotted else part
    return dotted


def _at(location: tuple[int | str, ...], given: object) -> object:
    """What stands at a place of a mapping; None where nothing does."""
    for part in location:
        try:
            given = given[part]  # type: ignore[index]  # what is no mapping is told below
        except (KeyError, IndexError, TypeError):
            return None
    return given


def _in_words(problem: ErrorDetails, model: type[BaseModel], written: object) -> str:
    given = problem["input"]
    kind = problem["type"]
    if kind == "string_too_short" and not given:
        kind = _EMPTY_REQUIRED if _is_required(model, problem["loc"]) else _EMPTY
    if kind == _UNKNOWN:
        close = _nearest(problem["loc"], model)
        known = ", ".join(_known_keys(model, problem["loc"][:-1]))
        remedy = f"did you mean {close[0]!r}?" if close else f"{_KNOWN_KEYS} {known}"
        return f"{_UNKNOWN_KEY}; {remedy}"
    if kind == "enum":
        return _of_several(given, str(problem["ctx"]["expected"]))
    if kind in _NO_LIST:
        return f"is not a list; write it in brackets: {_as_list(problem['loc'], given)}"
    if kind == _TOO_MUCH and problem["ctx"]["le"] == 1:  # no field but ratios ends there
        return _above(parse_ratio(given), problem["ctx"]["le"], written)
    if kind in _IN_WORDS:
        values = {"input": _shown(given), "form": _form(model, problem["loc"])}
        return _IN_WORDS[kind].format(**problem.get("ctx", {}), **values)
    message = str(problem["msg"]).removeprefix("Value error, ")
    return message[:1].lower() + message[1:]


def _shown(given: object) -> str:
    """What was given, as it is written in a file, and no more of it than is needed to find it."""
    if isinstance(given, Fraction):
        return format_ratio(given)
    shown = str(given) if isinstance(given, date) else repr(given)
    return shown if len(shown) <= _MOST_OF_INPUT else f"{shown[:_MOST_OF_INPUT]}..."


def _as_list(location: tuple[int | str, ...], given: object) -> str:
    """How a list is written: with the word that was given alone, where it is one."""
    keys = [part for part in location if isinstance(part, str)]
    is_word = isinstance(given, str) and given.isprintable() and len(given) <= _MOST_OF_INPUT
    if not keys or not is_word:
        return '["...", "..."]'
    return f"{keys[-1]} = {json.dumps([given], ensure_ascii=False)}"


def _above(given: Fraction, most: Fraction | float, written: object) -> str:
    """A ratio above its bound, in the unit in which it is written."""
    shown = written if isinstance(written, str) else _shown(given)
    bound = "100%" if most == 1 and "%" in shown else str(most)
    return f"{shown} is above {bound}; write {bound} or less{_meant(given, written)}"


def _meant(given: object, written: object) -> str:
    """A percentage without its sign, as people write it."""
    if not isinstance(given, Fraction) or not 1 < given <= 100:  # noqa: PLR2004 - per cent
        return ""
    if isinstance(written, str) and ("%" in written or "/" in written):
        return ""
    return f', or "{float(given):g}%" for per cent'


def _of_several(given: object, expected: str) -> str:
    """A word that is none of those known; `expected` lists them as pydantic does, quoted."""
    if isinstance(given, list | tuple):
        return f"{_shown(given)} is a list; leave out the brackets and write {expected}"
    known = expected.replace(" or ", ", ").replace("'", "").split(", ")
    close = difflib.get_close_matches(str(given), known, n=1)
    remedy = f"did you mean {close[0]!r}?" if close else f"write {expected}"
    return f"{_shown(given)} is not known here; {remedy}"


def _nearest(location: tuple[int | str, ...], model: type[BaseModel]) -> list[str]:
    """The known key that a misspelt one is likely meant to be; none where no one is close."""
    known = _known_keys(model, location[:-1])
    return difflib.get_close_matches(str(location[-1]), known, n=1)


def _known_keys(model: type[BaseModel], location: tuple[int | str, ...]) -> list[str]:
    """The keys of the model that `location` leads to, for a suggestion."""
    return sorted(_model_at(model, location).model_fields)


def _is_required(model: type[BaseModel], location: tuple[int | str, ...]) -> bool:
    field = _model_at(model, location[:-1]).model_fields.get(str(location[-1]))
    return field is not None and field.is_required()


def _form(model: type[BaseModel], location: tuple[int | str, ...]) -> str:
    """What a field with a pattern says of it, in words."""
    field = _model_at(model, location[:-1]).model_fields.get(str(location[-1]))
    return field.description or "what is asked for" if field else ""


def _model_at(model: type[BaseModel], location: tuple[int | str, ...]) -> type[BaseModel]:
    for part in location:
        if isinstance(part, str) and part in model.model_fields:
            inner = _model_in(model.model_fields[part].annotation)
            if inner is not None:
                model = inner
    return model


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)
