"""A grant as it was presented: the data, and what stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.frozen import frozen
from reuse_guard.locale import Sentence, in_a_row, phrase_of, say

if TYPE_CHECKING:
    from reuse_guard.grants.model import Grant


@frozen
class Signature:
    """A signature that was verified.

    Attributes:
        kid: name of the key that made it.
        hosts: the hosts for which that key is trusted; it cannot speak for others.
    """

    kid: str
    hosts: tuple[str, ...]


@frozen
class Presented:
    """A grant and what was found out about it while it was loaded.

    Attributes:
        grant: the permission.
        refusal: why it is not honoured whatever the use, in words that follow its name ("names
            another letter than ..."); None where nothing speaks against it.
        has_letter: whether the letter's file was read and is the one the grant names.
        signature: the publisher's, where the grant came signed.
    """

    grant: Grant
    refusal: str | None = None
    has_letter: bool = False
    signature: Signature | None = None

    @property
    def backing(self) -> str:
        """What stands behind the grant, for a report; empty where nothing does."""
        parts = []
        if self.signature:
            parts.append(say("signed with key {key}", key=self.signature.kid))
        if self.grant.evidence:
            parts.append(phrase_of(self.grant.evidence))
        if self.grant.evidence_sha256:
            digest = self.grant.evidence_sha256.lower()
            parts.append(
                say("SHA-256 {digest} (verified)", digest=digest)
                if self.has_letter
                else say("SHA-256 {digest} (not verified: its file was not given)", digest=digest)
            )
        return Sentence(in_a_row(parts, "; ")) if parts else ""
