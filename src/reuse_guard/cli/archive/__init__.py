"""`reuse-guard archive`: which of our articles is this page made of?"""

from reuse_guard.cli.archive.commands import archive_group
from reuse_guard.cli.archive.spark import spark_command

archive_group.add_command(spark_command)

__all__ = ["archive_group"]
