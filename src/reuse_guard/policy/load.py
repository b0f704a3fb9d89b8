"""Policies from the shipped presets and from TOML files."""

from __future__ import annotations

import difflib
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from reuse_guard.errors import PolicyError
from reuse_guard.policy.model import Policy
from reuse_guard.schema import load_mapping, parse_toml, validate
from reuse_guard.urls.identity import parse_address

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.resources.abc import Traversable

AUTO = "auto"
_SEE = "see `reuse-guard policy list`"


@cache
def preset_ids() -> tuple[str, ...]:
    """The ids of the policies that ship with the package, in order."""
    names = (file.name for file in _presets().iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def preset_text(policy_id: str) -> str:
    """The TOML of a shipped policy.

    Raises:
        PolicyError: no such preset.
    """
    if policy_id not in preset_ids():
        raise PolicyError(_unknown(policy_id), source=f"policy {policy_id!r}")
    return _presets().joinpath(f"{policy_id}.toml").read_text("utf-8")


def load_policy(policy: str | Path | Policy, *, original_urls: Iterable[str] = ()) -> Policy:
    """Get a policy by preset id or from a TOML file; a `Policy` comes back as it is.

    Args:
        policy: `"auto"` picks the preset that governs the original's host.
        original_urls: every known address of the original; only `"auto"` needs them.

    Raises:
        PolicyError: no such preset or file, it does not fit the model, or `"auto"` finds none
            or several.
    """
    if isinstance(policy, Policy):
        return policy
    if isinstance(policy, Path):
        data = load_mapping(policy, error=PolicyError)
        is_grant = "grantee" in data or isinstance(data.get("grants"), list)
        if is_grant and "rules" not in data:
            msg = "is a written permission and no policy; give it as one (--grants)"
            raise PolicyError(msg, source=str(policy))
        return validate(Policy, data, source=str(policy), error=PolicyError)
    if policy == AUTO:
        return _governing(tuple(original_urls))
    return _preset(policy)


@cache
def _preset(policy_id: str) -> Policy:
    return parse_policy(preset_text(policy_id), source=f"preset {policy_id}")


def parse_policy(text: str, *, source: str) -> Policy:
    """Read what a policy file holds.

    Raises:
        PolicyError: it is no TOML, or does not fit the model.
    """
    data = parse_toml(text, source=source, error=PolicyError)
    return validate(Policy, data, source=source, error=PolicyError)


def _governing(original_urls: tuple[str, ...]) -> Policy:
    """The one preset that governs any of the addresses."""
    source = f"policy {AUTO!r}"
    if not original_urls:
        msg = "the original's address is not known; give it with original_url (--original-url)"
        raise PolicyError(msg, source=source)
    addresses = filter(None, map(parse_address, original_urls))
    hosts = tuple(dict.fromkeys(address.host for address in addresses))
    fitting = [
        policy
        for policy in map(_preset, preset_ids())
        if any(policy.governs(host) for host in hosts)
    ]
    if len(fitting) == 1:
        return fitting[0]
    named = ", ".join(hosts) or original_urls[0]
    if fitting:
        several = ", ".join(policy.id for policy in fitting)
        msg = f"several presets govern {named}: {several}; name one of them"
    else:
        msg = (
            f"no preset governs {named}; name a policy or a file of your own ({_SEE}), or begin one"
            " with `reuse-guard policy from-notice PAGE`"
        )
    raise PolicyError(msg, source=source)


def _presets() -> Traversable:
    return resources.files("reuse_guard.policy").joinpath("presets")


def _unknown(policy_id: str) -> str:
    # Names are written with capitals and spaces, ids without.
    written = policy_id.casefold().replace(" ", "-")
    if "/" in policy_id or written.endswith(".toml"):
        return (
            "no such preset; a file is given as --policy FILE, in Python as a pathlib.Path, and in"
            ' lines of JSON with all that it holds, as "policy_file"'
        )
    known = (*preset_ids(), AUTO)
    same = [each for each in known if each.replace("-", "") == written.replace("-", "")]
    close = same or difflib.get_close_matches(written, known, n=3)
    hint = f"did you mean {' or '.join(map(repr, close))}? " if close else ""
    return f"no such preset; {hint}{_SEE}, and name a file by its path"
