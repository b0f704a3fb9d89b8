"""Which block of a page is what: the body first, then the role of everything else."""

from reuse_guard.documents.roles.features import Declared
from reuse_guard.documents.roles.label import Labels, label_blocks

__all__ = ["Declared", "Labels", "label_blocks"]
