"""Grants from TOML and JSON files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reuse_guard.errors import GrantError
from reuse_guard.grants.model import Grant
from reuse_guard.schema import load_mapping, validate

if TYPE_CHECKING:
    from collections.abc import Iterable


def load_grants(grants: Iterable[Grant | Path]) -> tuple[Grant, ...]:
    """Read every grant that is a file; `Grant` objects come back as they are.

    A file holds one grant, or several under `[[grants]]`.

    Raises:
        GrantError: a file cannot be read or does not fit the model.
    """
    loaded: list[Grant] = []
    for grant in grants:
        loaded.extend(_from_file(grant) if isinstance(grant, Path) else [grant])
    return tuple(loaded)


def _from_file(path: Path) -> list[Grant]:
    data = load_mapping(path, error=GrantError)
    if set(data) != {"grants"}:
        return [validate(Grant, data, source=str(path), error=GrantError)]
    entries = data["grants"]
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        msg = "is not a list of tables; write each grant under [[grants]]"
        raise GrantError(msg, source=str(path), where="grants")
    return [
        validate(Grant, entry, source=f"{path}: grants[{index}]", error=GrantError)
        for index, entry in enumerate(entries)
    ]
