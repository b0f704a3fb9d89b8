"""Alignment: which words of the candidate come from the original.

words -> vocabulary -> seeds -> clusters -> copied words -> passages
"""

from reuse_guard.align.model import Passage, PassageKind
from reuse_guard.align.passages import align

__all__ = ["Passage", "PassageKind", "align"]
