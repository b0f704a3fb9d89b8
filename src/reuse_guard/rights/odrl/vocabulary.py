"""The names used in ODRL documents: the standard's, RightsML's profile, and our own.

ODRL says shares (`percentage`), attribution, consent, delays, translation and changes. It has no
unit of words, no place of a link, no line of credit: those are said in a namespace of our own,
prefix `rg`, whose names are the keys of policy files (see docs/how-to/publish-odrl.md).
"""

from __future__ import annotations

from typing import Any, Final

ODRL: Final = "http://www.w3.org/ns/odrl/2/"
RIGHTSML: Final = "https://iptc.org/std/RightsML/odrl-profile/"
OWN: Final = "urn:reuse-guard:odrl#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
PREFIX: Final = "rg:"
POLICY_URN: Final = "urn:reuse-guard:policy:"

_REFERENCES: Final = [
    "profile",
    "assigner",
    "target",
    "action",
    "leftOperand",
    "operator",
    "consentedParty",
    "attributedParty",
]
_CONTAINERS: Final = ["permission", "prohibition", "duty", "constraint"]

# Written into every document, so that it can be expanded without fetching anything.
CONTEXT: Final[dict[str, Any]] = {
    "odrl": ODRL,
    "rg": {"@id": OWN, "@prefix": True},
    "xsd": XSD,
    "dct": "http://purl.org/dc/terms/",
    "@vocab": ODRL,
    "uid": "@id",
    "type": "@type",
    **{name: {"@id": f"odrl:{name}", "@type": "@vocab"} for name in _REFERENCES},
    **{name: {"@id": f"odrl:{name}", "@container": "@set"} for name in _CONTAINERS},
    "rightOperand": {"@id": "odrl:rightOperand"},
}

# Actions that use the text itself; others are no business of a policy.
USES: Final = frozenset(
    {"use", "reproduce", "distribute", "display", "present", "publish", "extract", "print"}
)
MODIFY: Final = frozenset({"modify", "derive"})
COMMERCIAL: Final = frozenset({"commercialize", "commercialise"})


def own(name: str) -> str:
    """A name of our namespace, as documents write it."""
    return PREFIX + name


def bare(name: object) -> str:
    """A name without the prefix or address of ODRL; names of other namespaces as they are.

    >>> bare("odrl:percentage"), bare("http://www.w3.org/ns/odrl/2/percentage"), bare("rg:where")
    ('percentage', 'percentage', 'rg:where')
    """
    text = str(name)
    for prefix in ("odrl:", ODRL):
        if text.startswith(prefix):
            return text.removeprefix(prefix)
    return PREFIX + text.removeprefix(OWN) if text.startswith(OWN) else text
