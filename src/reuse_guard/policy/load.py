"""Policies from the shipped presets and from TOML files."""

from __future__ import annotations

import difflib
from importlib import resources
from pathlib import Path

from reuse_guard.errors import PolicyError
from reuse_guard.policy.model import Policy
from reuse_guard.schema import load_mapping, validate


def preset_ids() -> tuple[str, ...]:
    """The ids of the policies that ship with the package, in order."""
    files = resources.files("reuse_guard.policy").joinpath("presets").iterdir()
    return tuple(sorted(f.name.removesuffix(".toml") for f in files if f.name.endswith(".toml")))


def load_policy(policy: str | Path | Policy) -> Policy:
    """Get a policy by preset id or from a TOML file; a `Policy` comes back as it is.

    Raises:
        PolicyError: no such preset or file, or it does not fit the model.
    """
    if isinstance(policy, Policy):
        return policy
    if isinstance(policy, Path):
        return _from_file(policy, source=str(policy))
    if policy not in preset_ids():
        raise PolicyError(_unknown(policy), source=f"policy {policy!r}")
    with resources.as_file(_preset(policy)) as path:
        return _from_file(path, source=f"preset {policy}")


def _preset(policy_id: str) -> resources.abc.Traversable:
    return resources.files("reuse_guard.policy").joinpath("presets", f"{policy_id}.toml")


def _from_file(path: Path, *, source: str) -> Policy:
    data = load_mapping(path, error=PolicyError)
    return validate(Policy, data, source=source, error=PolicyError)


def _unknown(policy_id: str) -> str:
    known = preset_ids()
    close = difflib.get_close_matches(policy_id, known, n=1)
    hint = f"did you mean {close[0]!r}? " if close else ""
    return f"no such preset; {hint}known: {', '.join(known)}; a file is named by its path"
