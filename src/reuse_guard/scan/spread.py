"""Work spread over processes that end with the one that started them.

Each process has a pipe to the first one. A process that loses its pipe ends by itself, so nothing
is left running when the first one is killed; Ctrl-C is for the first one, which stops the others.
"""

from __future__ import annotations

import multiprocessing
import signal
import traceback
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import wait
from threading import current_thread, main_thread
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Item = TypeVar("Item")
Result = TypeVar("Result")


class WorkerError(Exception):
    """Work failed in another process, for a reason that is a defect of ours."""


def spread(
    work: Callable[[Item], Result], items: Sequence[Item], *, processes: int
) -> Iterator[tuple[Item, Result]]:
    """Do the work for every item; results come as they are ready, in any order.

    Args:
        work: can be pickled; each process gets it once.
        items: can be pickled, each by itself.
        processes: how many at once; with one, everything happens here.

    Raises:
        WorkerError: a process failed or died.
    """
    if processes <= 1 or len(items) <= 1:
        yield from ((item, work(item)) for item in items)
        return
    crew = _Crew[Item, Result]()
    try:
        crew.start(work, min(processes, len(items)))
        yield from crew.do(items)
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
                here.send(work)
                self._pipes[here] = process

    def do(self, items: Sequence[Item]) -> Iterator[tuple[Item, Result]]:
        waiting = iter(items)
        busy: dict[Connection, Item] = {}
        for pipe in self._pipes:
            self._next(pipe, waiting, busy)
        while busy:
            ready = set(wait(list(busy)))
            for pipe in [pipe for pipe in busy if pipe in ready]:
                item = busy.pop(pipe)
                result = _receive(pipe, item)
                self._next(pipe, waiting, busy)
                yield item, result

    def _next(
        self, pipe: Connection, waiting: Iterator[Item], busy: dict[Connection, Item]
    ) -> None:
        for item in waiting:
            try:
                pipe.send(item)
            except OSError as error:
                msg = f"a process died before it could work on {item}"
                raise WorkerError(msg) from error
            busy[pipe] = item
            return

    def stop(self) -> None:
        for pipe, process in self._pipes.items():
            pipe.close()
            process.terminate()
        for process in self._pipes.values():
            process.join()


def _receive(pipe: Connection, item: object) -> Any:  # noqa: ANN401 - whatever the work returns
    try:
        done, value = pipe.recv()
    except (EOFError, OSError) as error:
        msg = f"a process died while it worked on {item}; is the memory exhausted?"
        raise WorkerError(msg) from error
    if not done:
        msg = f"{item}: {value}"
        raise WorkerError(msg)
    return value


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
