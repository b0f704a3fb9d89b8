"""Every file that permissions are read from, those too that only another one of them names."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from reuse_guard.errors import GrantError, ReuseGuardError
from reuse_guard.grants.load import SIGNED, files_in
from reuse_guard.schema import load_mapping, read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


def files_behind(grants: Iterable[Path], trust: Path | None = None) -> Iterator[Path]:
    """The files that reading these permissions reads; what is broken is left for that to tell.

    Args:
        grants: files and folders.
        trust: the trust file.

    Raises:
        GrantError: a folder holds no grant.
    """
    for path in grants:
        for file in files_in(path):
            yield file
            yield from _named(file, _grants_in(file), "evidence_file")
    if trust is not None:
        yield trust
        yield from _named(trust, _entries(_mapping(trust), "publishers"), "keys", "revocations")


def _grants_in(file: Path) -> list[Any]:
    if file.suffix.lower() == SIGNED:
        return [_payload(file).get("grant")]
    data = _mapping(file)
    return [data, *_entries(data, "grants")]


def _named(file: Path, entries: Iterable[Any], *keys: str) -> Iterator[Path]:
    """The files that these keys name, whose paths are relative to the one they stand in."""
    tables = [entry for entry in entries if isinstance(entry, dict)]
    names = [table.get(key) for table in tables for key in keys]
    yield from (file.parent / name for name in names if isinstance(name, str))


def _entries(data: dict[str, Any], key: str) -> list[Any]:
    entries = data.get(key)
    return entries if isinstance(entries, list) else []


def _mapping(file: Path) -> dict[str, Any]:
    with suppress(ReuseGuardError):
        return load_mapping(file, error=GrantError)
    return {}


def _payload(file: Path) -> dict[str, Any]:
    """What a signed permission says, not verified."""
    with suppress(ReuseGuardError):
        from reuse_guard.grants.signed.claims import as_object  # noqa: PLC0415 - needs the extra
        from reuse_guard.grants.signed.jws import look_into  # noqa: PLC0415

        token = read_text(file, error=GrantError).strip()
        return as_object(look_into(token, source=str(file)).payload)
    return {}
