"""How far a stage is, asked of Spark now and then."""

from __future__ import annotations

from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pyspark.sql import SparkSession

_EVERY: Final = 10.0  # seconds


@contextmanager
def watched(spark: SparkSession, note: Callable[[str], None]) -> Iterator[None]:
    """Note how many tasks are done, as long as the block lasts."""
    over = Event()
    watcher = Thread(target=_watch, args=(spark, note, over), daemon=True)
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()


def _watch(spark: SparkSession, note: Callable[[str], None], over: Event) -> None:
    tracker = spark.sparkContext.statusTracker()
    while not over.wait(_EVERY):
        for number in tracker.getActiveStageIds():
            stage = tracker.getStageInfo(number)
            if stage is not None:
                note(f"{stage.numCompletedTasks} of {stage.numTasks} tasks done")
