"""Grants from files and folders: TOML, JSON, and signed ones (`.jws`)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from reuse_guard.errors import GrantError, UsageError
from reuse_guard.grants.letters import with_letter
from reuse_guard.grants.model import Grant
from reuse_guard.grants.presented import Presented
from reuse_guard.schema import load_mapping, read_text, validate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reuse_guard.grants.signed.trust import Trust

SIGNED = ".jws"
UNSIGNED = frozenset({".toml", ".json"})
SUFFIXES = UNSIGNED | {SIGNED}
MAX_FILES = 10_000  # in one folder; a rights desk with more keeps several


def load_grants(
    grants: Iterable[Grant | Path | Presented], *, trust: Trust | Path | None = None
) -> tuple[Presented, ...]:
    """Read every grant that is a file or stands in a folder; objects are taken as they are.

    A file holds one grant, or several under `[[grants]]`, or a signed one (`.jws`). Of a folder,
    and of the folders in it, every such file is read; letters may lie beside them.

    Args:
        grants: grants, files, folders.
        trust: whose signatures are genuine, or the trust file that says so.

    Raises:
        GrantError: a file cannot be read or does not fit the model, or a folder has none.
        TokenRefusedError: a signed grant is not what a trusted publisher signed.
        MissingExtraError: signed grants need the extra `sign`.
        UsageError: `trust` is neither a `Trust` nor a `Path`.
    """
    trusted = _trust(trust)
    loaded: list[Presented] = []
    for grant in grants:
        if isinstance(grant, Presented):
            loaded.append(grant)
        elif isinstance(grant, Grant):
            loaded.append(Presented(grant))
        elif not isinstance(grant, Path):
            msg = "is neither a Grant nor the Path of a file; write Path(...) around it"
            raise GrantError(msg, source=f"grant {grant!r}")
        else:
            for path in files_in(grant):
                loaded.extend(_from_file(path, trusted))
    return tuple(loaded)


def files_in(path: Path) -> list[Path]:
    """The grant files that a path stands for, in order of their names.

    Raises:
        GrantError: it is a folder that has none, or too many, or may not be read.
    """
    if not path.is_dir():
        return [path]
    if not os.access(path, os.R_OK | os.X_OK):
        msg = "may not be read; check its permissions"
        raise GrantError(msg, source=str(path))
    kinds = ", ".join(sorted(SUFFIXES))
    found = sorted(file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES)
    if not found:
        msg = f"holds no grant ({kinds}); name the folder the grants are in"
        raise GrantError(msg, source=str(path))
    if len(found) > MAX_FILES:
        msg = f"holds {len(found):,} files, over the bound of {MAX_FILES:,}; name a folder in it"
        raise GrantError(msg, source=str(path))
    return found


def _trust(trust: Trust | Path | None) -> Trust | None:
    if trust is None:
        return None
    from reuse_guard.grants.signed.trust import Trust, load_trust  # noqa: PLC0415 - for signed grants alone

    if isinstance(trust, Path):
        return load_trust(trust)
    if not isinstance(trust, Trust):
        msg = (
            f"trust: {trust!r} is neither a Trust nor the Path of a file; write Path(...) around it"
        )
        raise UsageError(msg)
    return trust


def _from_file(path: Path, trust: Trust | None) -> list[Presented]:
    if path.suffix.lower() == SIGNED:
        found = [_signed(path, trust)]
    else:
        found = [Presented(grant) for grant in _grants_in(path)]
    return [with_letter(presented, folder=path.parent) for presented in found]


def _signed(path: Path, trust: Trust | None) -> Presented:
    if trust is None:
        msg = "is a signed grant, and nobody's key is trusted; give a trust file (--trust)"
        raise GrantError(msg, source=str(path))
    from reuse_guard.grants.signed.trust import verify_grant  # noqa: PLC0415 - as above

    token = read_text(path, error=GrantError).strip()
    return verify_grant(token, trust, source=str(path))


def _grants_in(path: Path) -> list[Grant]:
    data = load_mapping(path, error=GrantError)
    if "rules" in data:
        msg = "is a policy and no written permission; give it as one (--policy)"
        raise GrantError(msg, source=str(path))
    if "grants" not in data:
        return [validate(Grant, data, source=str(path), error=GrantError)]
    beside = sorted(set(data) - {"grants"})
    if beside:
        msg = (
            "stands beside [[grants]], and belongs to none of them; write it under the [[grants]]"
            " it is for"
        )
        raise GrantError(msg, source=str(path), where=beside[0])
    entries = data["grants"]
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        msg = "is not a list of tables; write each grant under [[grants]]"
        raise GrantError(msg, source=str(path), where="grants")
    return [
        validate(Grant, entry, source=f"{path}: grants[{index}]", error=GrantError)
        for index, entry in enumerate(entries)
    ]
