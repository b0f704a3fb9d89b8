"""The `rightsinfo` of a ninjs news item: terms carried with the item itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from reuse_guard.errors import PolicyError
from reuse_guard.rights.odrl import Imported, from_odrl, to_odrl
from reuse_guard.rights.odrl.vocabulary import ODRL, RIGHTSML

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reuse_guard.policy import Policy

LANGUAGES = (ODRL, RIGHTSML, "http://www.w3.org/ns/odrl/2", "https://iptc.org/std/RightsML/2.0/")
_KNOWN = frozenset({"langid", "linkedrights", "encodedrights"})


def to_rightsinfo(policy: Policy) -> dict[str, str]:
    """The `rightsinfo` object for a ninjs item: the policy as ODRL, and where the terms stand."""
    info = {"langid": ODRL, "encodedrights": json.dumps(to_odrl(policy), ensure_ascii=False)}
    return {**info, "linkedrights": policy.terms_url} if policy.terms_url else info


def from_rightsinfo(item: Mapping[str, Any], *, source: str = "ninjs") -> Imported:
    """Read the policy that a ninjs item carries.

    What stands beside it and is not read (a linked document, terms in words) is listed.

    Raises:
        PolicyError: the item carries no rights in ODRL.
    """
    info = item.get("rightsinfo")
    if not isinstance(info, dict) or not isinstance(info.get("encodedrights"), str):
        msg = "carries no rights: no 'rightsinfo' with 'encodedrights'"
        raise PolicyError(msg, source=source)
    if info.get("langid") not in LANGUAGES:
        msg = f"says its rights in {info.get('langid')!r}; only ODRL and RightsML are read"
        raise PolicyError(msg, source=source, where="rightsinfo.langid")
    try:
        encoded = json.loads(info["encodedrights"])
    except (ValueError, RecursionError) as error:
        msg = "is not JSON; only ODRL written as JSON-LD is read"
        raise PolicyError(msg, source=source, where="rightsinfo.encodedrights") from error
    imported = from_odrl(encoded, source=source)
    return Imported(imported.policy, (*imported.unexpressed, *_beside(item, info, imported.policy)))


def _beside(item: Mapping[str, Any], info: Mapping[str, Any], policy: Policy) -> list[str]:
    """What the item says of rights besides, in words or by a link."""
    found = []
    linked = info.get("linkedrights")
    if linked and linked != policy.terms_url:
        found.append(f"rightsinfo.linkedrights: {linked} is not read")
    found += [f"rightsinfo.{key}: is not known" for key in sorted(set(info) - _KNOWN)]
    if item.get("usageterms"):
        found.append(f"usageterms: {' '.join(str(item['usageterms']).split())}")
    return found
