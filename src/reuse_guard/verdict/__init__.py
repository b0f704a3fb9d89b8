"""From facts to a verdict: the model, the rules, the engine."""

from reuse_guard.verdict.model import Clause, Outcome, Status, Verdict

__all__ = ["Clause", "Outcome", "Status", "Verdict"]
