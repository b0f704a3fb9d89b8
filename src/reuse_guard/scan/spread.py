"""Work spread over processes that end with the one that started them.

Each process has a pipe to the first one. A process that loses its pipe ends by itself, so nothing
is left running when the first one is killed; Ctrl-C is for the first one, which stops the others.
"""

from __future__ import annotations

import multiprocessing
import signal
import traceback
from collections import deque
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import wait
from threading import current_thread, main_thread
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Item = TypeVar("Item")
Result = TypeVar("Result")


class WorkerError(Exception):
    """Work failed in another process, for a reason that is a defect of ours."""


class Died(WorkerError):  # noqa: N818 - what happened to the process, as it is told
    """A process died over an item, as one does that the system ends for want of memory."""


def spread(
    work: Callable[[Item], Result], items: Sequence[Item], *, processes: int
) -> Iterator[tuple[Item, Result | Died]]:
    """Do the work for every item; results come as they are ready, in any order.

    A process that dies costs the item it worked on: another takes its place.

    Args:
        work: can be pickled; each process gets it once.
        items: can be pickled, each by itself.
        processes: how many at once; with one, everything happens here.

    Raises:
        WorkerError: the work failed in another process, or none can be started.
    """
    if processes <= 1 or len(items) <= 1:
        yield from ((item, work(item)) for item in items)
        return
    crew = _Crew[Item, Result]()
    try:
        crew.start(work, min(processes, len(items)))
        yield from crew.do(work, items)
    finally:
        crew.stop()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back while processes start: they inherit that until they ignore it themselves.

    A process interrupted while it loads Python would print a traceback of its own. What was held
    back reaches this process at the end.
    """
    # Windows has no masks, and only the main thread may set a handler.
    if not hasattr(signal, "pthread_sigmask") or current_thread() is not main_thread():
        yield
        return
    resource_tracker.ensure_running()  # it lets signals through again when it starts
    came: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)
        signal.signal(signal.SIGINT, before)
        for number in came[:1]:
            signal.raise_signal(number)


class _Crew(Generic[Item, Result]):
    def __init__(self) -> None:
        self._pipes: dict[Connection, BaseProcess] = {}

    def start(self, work: Callable[[Item], Result], size: int) -> None:
        # Spawned, not forked: a fork copies locks that other threads hold (numpy has threads).
        context = multiprocessing.get_context("spawn")
        with _interrupts_held():
            for _ in range(size):
                here, there = context.Pipe()
                process = context.Process(target=_serve, args=(there,), daemon=True)
                process.start()
                there.close()
                self._pipes[here] = process
                try:
                    here.send(work)
                except OSError as error:
                    msg = "a process ended as soon as it was started; is the memory exhausted?"
                    raise WorkerError(msg) from error

    def do(
        self, work: Callable[[Item], Result], items: Sequence[Item]
    ) -> Iterator[tuple[Item, Result | Died]]:
        waiting = deque(items)
        busy: dict[Connection, Item] = {}
        for pipe in list(self._pipes):
            self._next(pipe, waiting, busy)
        while busy:
            ready = set(wait(list(busy)))
            for pipe in [pipe for pipe in busy if pipe in ready]:
                item = busy.pop(pipe)
                result = self._receive(pipe, item)
                if pipe in self._pipes:
                    self._next(pipe, waiting, busy)
                elif waiting:
                    self.start(work, 1)
                    self._next(next(reversed(self._pipes)), waiting, busy)
                yield item, result

    def _next(self, pipe: Connection, waiting: deque[Item], busy: dict[Connection, Item]) -> None:
        if waiting:
            busy[pipe] = waiting.popleft()
            # Where the process has died, its pipe ends, which is told when it is read.
            with suppress(OSError):
                pipe.send(busy[pipe])

    def _receive(self, pipe: Connection, item: Item) -> Result | Died:
        """What a process answers; one that is gone is taken off the list."""
        try:
            done, value = pipe.recv()
        except (EOFError, OSError):
            pipe.close()
            self._pipes.pop(pipe).join()
            return Died(f"a process died while it worked on {item}; is the memory exhausted?")
        if not done:
            msg = f"{item}: {value}"
            raise WorkerError(msg)
        result: Result = value
        return result

    def stop(self) -> None:
        for pipe, process in self._pipes.items():
            pipe.close()
            process.terminate()
        for process in self._pipes.values():
            process.join()


def _serve(pipe: Connection) -> None:
    """What each process does: work on what comes through the pipe, until it closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        work = pipe.recv()
        while True:
            item = pipe.recv()
            try:
                answer = True, work(item)
            except Exception:  # noqa: BLE001 - told to the first process, which raises it
                answer = False, traceback.format_exc()
            pipe.send(answer)
