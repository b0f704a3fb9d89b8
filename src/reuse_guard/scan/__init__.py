"""Checking a project: many candidates against the snapshots it keeps.

```
configuration ─▶ candidates ──────────┬─▶ remembered? ─▶ report
originals' lock ─▶ snapshots ─▶ index ┘        └─ no ─▶ checked, in several processes ─▶ remembered
```
"""

from reuse_guard.scan.changed import changed_since, is_among
from reuse_guard.scan.discover import choose, configured_files, discover, is_candidate
from reuse_guard.scan.engine import Run, scan
from reuse_guard.scan.terms import govern

__all__ = [
    "Run",
    "changed_since",
    "choose",
    "configured_files",
    "discover",
    "govern",
    "is_among",
    "is_candidate",
    "scan",
]
