"""Every version as a JSON object: for other programs, and for another archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.archive.packed import to_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reuse_guard.archive.store import Store


def export(store: Store) -> Iterator[dict[str, object]]:
    """Versions in the order of their addition.

    `document` is all that an archive keeps, so an archive made of the export judges alike; `text`
    is the body alone, for readers that know nothing of roles; `policy_file` is the TOML of a policy
    that is not shipped.
    """
    for version in store.all_versions():
        document = store.document(version.id)
        line: dict[str, object] = {"date": version.since.isoformat()}
        if version.url:
            line["url"] = version.url
        if document.title:
            line["title"] = document.title
        if version.policy is not None:
            name, toml = store.policy(version.policy)
            line["policy_file" if toml else "policy"] = toml or name
        yield {**line, "text": document.body_text, "document": to_json(document)}
