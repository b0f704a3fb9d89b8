"""A publisher's terms as data: the model, the shipped presets, loading."""

from reuse_guard.policy.alternatives import Alternative
from reuse_guard.policy.conditions import Attest, Declared, PageDuties, When
from reuse_guard.policy.duties import CreditDuty, LinkDuty
from reuse_guard.policy.limits import Limit
from reuse_guard.policy.load import load_policy, preset_ids, preset_text
from reuse_guard.policy.model import Policy, Rule

__all__ = [
    "Alternative",
    "Attest",
    "CreditDuty",
    "Declared",
    "Limit",
    "LinkDuty",
    "PageDuties",
    "Policy",
    "Rule",
    "When",
    "load_policy",
    "preset_ids",
    "preset_text",
]
