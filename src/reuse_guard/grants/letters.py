"""The letter behind a grant: whether its file is the one whose digest the grant names."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from reuse_guard.errors import GrantError
from reuse_guard.locale import Sentence, say

if TYPE_CHECKING:
    from pathlib import Path

    from reuse_guard.grants.presented import Presented

MAX_LETTER_BYTES = 100_000_000  # a scan of some pages; more is not a letter


def with_letter(presented: Presented, *, folder: Path) -> Presented:
    """Verify the letter's file where the grant names one.

    A letter that is another one refuses the grant; its digest is not told, for the file may be
    anything.

    Args:
        presented: the grant.
        folder: where the grant's own file stands.

    Raises:
        GrantError: the letter's file is not there or cannot be read.
    """
    grant = presented.grant
    if grant.evidence_file is None or grant.evidence_sha256 is None:
        return presented
    path = folder / grant.evidence_file
    if _digest(path, named_by=grant.id) == grant.evidence_sha256.lower():
        return replace(presented, has_letter=True)
    refusal = say(
        "rests on a letter with SHA-256 {digest}, and {file} is another one",
        digest=grant.evidence_sha256.lower(),
        file=str(grant.evidence_file),
    )
    return replace(presented, refusal=Sentence(refusal))


def _digest(path: Path, *, named_by: str) -> str:
    where = f"letter of grant {named_by}"
    if not path.is_file():
        msg = "no such file; put the letter there, or leave evidence_file out of the grant"
        raise GrantError(msg, source=str(path), where=where)
    try:
        size = path.stat().st_size
        if size > MAX_LETTER_BYTES:
            msg = f"has {size:,} bytes, over the bound of {MAX_LETTER_BYTES:,}; is it the letter?"
            raise GrantError(msg, source=str(path), where=where)
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as problem:
        reason = problem.strerror or problem
        msg = f"cannot be read: {reason}; check the path and its permissions"
        raise GrantError(msg, source=str(path), where=where) from problem
