"""The archive's check on Apache Spark: many pages against many articles, on many machines.

The functions are those of `reuse_guard.archive`, and so are the verdicts. Needs the extra `spark`
and Java 17 or newer.
"""

from reuse_guard.archive.spark.job import Summary, run
from reuse_guard.archive.spark.session import open_session

__all__ = ["Summary", "open_session", "run"]
