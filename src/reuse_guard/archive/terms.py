"""The policy of each article, kept in the archive itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.errors import PolicyError
from reuse_guard.policy import Policy, load_policy
from reuse_guard.policy.load import AUTO, parse_policy
from reuse_guard.rights.toml import policy_toml

if TYPE_CHECKING:
    from pathlib import Path

    from reuse_guard.archive.model import Version
    from reuse_guard.archive.shelf import Shelf
    from reuse_guard.archive.store import Store
    from reuse_guard.documents.model import Document


def stored_policy(store: Store, policy: str | Path | Policy | None) -> int | None:
    """Keep a policy in the archive and return its number; see `kept_policy`."""
    kept = kept_policy(policy)
    return None if kept is None else store.add_policy(*kept)


def kept_policy(policy: str | Path | Policy | None) -> tuple[str, str] | None:
    """The name of a policy, and of one that is not shipped the TOML.

    Raises:
        PolicyError: there is no such policy, or it is not well formed.
    """
    loaded = check_policy(policy)
    if isinstance(policy, str):
        return policy, ""
    return None if loaded is None else (loaded.id, policy_toml(loaded))


def check_policy(policy: str | Path | Policy | None) -> Policy | None:
    """The policy, where one is named and does not wait for an address.

    Raises:
        PolicyError: there is no such policy, or it is not well formed.
    """
    return None if policy is None or policy == AUTO else load_policy(policy)


def policy_of(
    shelf: Shelf, version: Version, document: Document, default: str | Path | Policy
) -> Policy:
    """The policy a version is judged under: the one it was added with, else the default.

    Raises:
        PolicyError: none governs it, or the default is not well formed.
    """
    urls = tuple(filter(None, (version.url, document.url, *document.canonical_urls)))
    if version.policy is None:
        return _loaded(default, urls, version, shelf)
    name, toml = shelf.policy(version.policy)
    if not toml:
        return _loaded(name, urls, version, shelf)
    return parse_policy(toml, source=f"{shelf.path}: policy {name}")


def _loaded(
    policy: str | Path | Policy, urls: tuple[str, ...], version: Version, shelf: Shelf
) -> Policy:
    if policy == AUTO and not urls:
        msg = (
            f"has no address, by which the policy {AUTO!r} finds its terms; remove it and add it"
            " again with its address or under another policy, or check with --policy ID|FILE where"
            " it has none of its own"
        )
        raise PolicyError(msg, source=str(shelf.path), where=version.name_or_url)
    return load_policy(policy, original_urls=urls)
