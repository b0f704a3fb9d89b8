"""A publisher's terms as data: the model, the shipped presets, loading."""

from reuse_guard.policy.load import load_policy, preset_ids
from reuse_guard.policy.model import Limit, LinkDuty, Policy, Rule

__all__ = ["Limit", "LinkDuty", "Policy", "Rule", "load_policy", "preset_ids"]
