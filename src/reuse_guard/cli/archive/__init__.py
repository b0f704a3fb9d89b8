"""`reuse-guard archive`: which of our articles is this page made of?"""

from reuse_guard.cli.archive.commands import archive_group

__all__ = ["archive_group"]
