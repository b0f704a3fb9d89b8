"""Reading TOML and JSON files, with errors that name the file and the remedy."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from reuse_guard.schema.syntax import RepeatedKeyError, json_mistake, toml_mistake, toml_values

if TYPE_CHECKING:
    from pathlib import Path

    from reuse_guard.errors import LocatedError

MAX_FILE_BYTES = 1_000_000  # a policy or grant is a page of text; more is not one


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
        data = json.loads(text, parse_float=Decimal, object_pairs_hook=_once)
    except (ValueError, RecursionError) as problem:
        where, msg = json_mistake(problem)
        raise error(msg, source=source, where=where) from problem
    if not isinstance(data, dict):
        msg = f"holds a {type(data).__name__}, not a table; write keys and values in {{ }}"
        raise error(msg, source=source)
    return data


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys stand there once: of two values nobody knows which one is meant."""
    found = dict(pairs)
    if len(found) < len(pairs):
        counts = Counter(key for key, _ in pairs)
        twice = next(key for key, count in counts.items() if count > 1)
        msg = f"the key {twice!r} stands there twice; keep one of the two"
        raise RepeatedKeyError(msg)
    return found


def parse_toml(text: str, *, source: str, error: type[LocatedError]) -> dict[str, Any]:
    """Read TOML, numbers with a point as the exact decimals they are written as.

    Raises:
        LocatedError: of the given class, when it is not TOML.
    """
    try:
        return toml_values(text, parse_float=Decimal)
    except (ValueError, RecursionError) as problem:
        where, msg = toml_mistake(problem, text)
        raise error(msg, source=source, where=where) from problem


def read_text(path: Path, *, error: type[LocatedError]) -> str:
    """Read a small file of UTF-8.

    Raises:
        LocatedError: of the given class, when it cannot be read, or is no such file.
    """
    source = str(path)
    try:
        is_folder = path.is_dir()
        raw = b"" if is_folder else _beginning(path)
    except FileNotFoundError as problem:
        msg = "no such file; check the path"
        raise error(msg, source=source) from problem
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or problem
        msg = f"cannot be read: {reason}; check the path and its permissions"
        raise error(msg, source=source) from problem
    if is_folder:
        msg = "is a folder, not a file; name the file in it"
        raise error(msg, source=source)
    if len(raw) > MAX_FILE_BYTES:
        msg = f"has over {MAX_FILE_BYTES:,} bytes, which no such file has; name the right one"
        raise error(msg, source=source)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        msg = f"is not UTF-8 at byte {problem.start}; save it as UTF-8"
        raise error(msg, source=source) from problem


def _beginning(path: Path) -> bytes:
    """The bytes of a file, at most one more than allowed: some files have no end."""
    with path.open("rb") as file:
        return file.read(MAX_FILE_BYTES + 1)
