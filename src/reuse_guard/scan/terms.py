"""Which policy governs which original of a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.errors import PolicyError
from reuse_guard.frozen import frozen
from reuse_guard.policy import Policy, load_policy
from reuse_guard.policy.load import AUTO
from reuse_guard.urls.identity import parse_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reuse_guard.config import Project
    from reuse_guard.originals import Snapshot


@frozen
class Governed:
    """A snapshot and the policy that governs it.

    Attributes:
        snapshot: the original as it is kept.
        policy: its publisher's terms.
    """

    snapshot: Snapshot
    policy: Policy


def govern(project: Project, snapshots: Iterable[Snapshot]) -> tuple[Governed, ...]:
    """Find the policy of every snapshot.

    Raises:
        PolicyError: one of them has none, or a policy cannot be used.
    """
    policies = _Policies(project)
    return tuple(Governed(snapshot, policies.of(snapshot)) for snapshot in snapshots)


class _Policies:
    """The policies of a project, each loaded once."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._loaded: dict[tuple[str, str], Policy] = {}

    def of(self, snapshot: Snapshot) -> Policy:
        address = parse_address(snapshot.address) if snapshot.address else None
        host = address.host if address else ""
        name = _named_for(host, self._project.config.policies) or self._project.config.policy
        if (name, host) not in self._loaded:
            self._loaded[name, host] = self._load(name, snapshot)
        return self._loaded[name, host]

    def _load(self, name: str, snapshot: Snapshot) -> Policy:
        if name.endswith(".toml") or "/" in name:
            return load_policy(self._project.root / name)
        if name == AUTO and snapshot.address is None:
            msg = (
                f"original {snapshot.file} has no address, by which policy = {AUTO!r} finds its"
                " terms; keep it anew with: reuse-guard originals add FILE --url https://..., or"
                ' name one policy for all with policy = "..."'
            )
            raise PolicyError(msg, source=str(self._project.file))
        try:
            return load_policy(name, original_urls=(snapshot.address,) if snapshot.address else ())
        except PolicyError as error:
            msg = f"original {snapshot.file}, by [policies] or policy: {error}"
            if name == AUTO:
                problem = error.problem.partition(";")[0]
                msg = (
                    f"original {snapshot.file}: {problem}; name the file of its terms under"
                    ' [policies], or one policy for all with policy = "..."'
                )
            raise PolicyError(msg, source=str(self._project.file)) from error


def _named_for(host: str, policies: Mapping[str, str]) -> str | None:
    """The policy of the longest host that covers this one."""
    covering = [own for own in policies if host == own or host.endswith(f".{own}")]
    return policies[max(covering, key=len)] if covering else None
