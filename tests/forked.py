"""Runs commands as forks of one process, which has loaded all that they need.

Every start of Python loads for a second what the command then uses for some milliseconds; a command
that is killed at a random moment would be killed while it loads. A fork has streams, a folder, an
environment and a status of its own, as a command has that was started.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

EXAMPLE = Path(__file__).parent.parent / "examples" / "quickstart"
MODULES = ("archive", "check", "completion", "grant", "main", "originals", "policy", "scan")
NAMES = ("stdin", "stdout", "stderr")
PATIENCE = 60  # seconds for a command to end


@dataclass(frozen=True)
class Running:
    """A command that was started; it leads a session, as one does that a terminal starts."""

    pid: int
    ask: Callable[[dict[str, Any]], int]

    def wait(self) -> int:
        """Its status, or the signal that ended it, less than 0."""
        return self.ask({"wait": self.pid})


class Forks:
    """The process that forks, seen from the tests."""

    def __init__(self, here: socket.socket) -> None:
        self._socket = here

    def start(
        self, *arguments: str, cwd: Path | None = None, closed: int | None = None, **streams: int
    ) -> Running:
        """Start a command in the environment of now.

        Args:
            arguments: of the command.
            cwd: where it runs, if not here.
            closed: number of the stream that the caller has closed.
            streams: file descriptors; nothing is given or kept otherwise.
        """
        nowhere = os.open(os.devnull, os.O_RDWR)
        given = [streams.get(name, nowhere) for name in NAMES]
        asked = {"command": arguments, "cwd": str(cwd or Path.cwd()), "env": dict(os.environ)}
        try:
            return Running(self._ask({**asked, "closed": closed}, given), self._ask)
        finally:
            os.close(nowhere)

    def run(self, *arguments: str, **more: Any) -> tuple[int, str]:  # noqa: ANN401 - as for `start`
        """Run a command to its end; its status, and what it says on standard error."""
        with tempfile.TemporaryFile() as said:
            status = self.start(*arguments, stderr=said.fileno(), **more).wait()
            said.seek(0)
            return status, said.read().decode()

    def _ask(self, asked: dict[str, Any], given: list[int] | None = None) -> int:
        socket.send_fds(self._socket, [json.dumps(asked).encode()], given or [])
        return int(self._socket.recv(100))


@contextmanager
def forking() -> Iterator[Forks]:
    """Start the process that forks, and end it."""
    here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with here, there:
        command = [sys.executable, "-m", "tests.forked", str(there.fileno())]
        path = os.pathsep.join([str(EXAMPLE.parents[1]), *sys.path])
        with subprocess.Popen(  # noqa: S603 - our own command
            command, pass_fds=[there.fileno()], env={**os.environ, "PYTHONPATH": path}
        ):
            there.close()
            here.settimeout(PATIENCE)
            yield Forks(here)
            here.close()


# --- in the process that forks ---------------------------------------------
def load() -> None:
    """Load what the commands need by running some."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # as `main` does; a process with threads is not forked
    for name in MODULES:
        import_module(f"reuse_guard.cli.{name}")
    run = import_module("reuse_guard.cli.main").run
    for command in (
        ["check", str(EXAMPLE / "original.html"), str(EXAMPLE / "too-long.html")],
        ["policy", "list"],
    ):
        run(command)
    gc.collect()
    gc.freeze()


def become(asked: dict[str, Any], given: list[int]) -> None:
    """What the console script does, in its place and with its streams; it ends the process."""
    os.setsid()
    for number, stream in enumerate(given):
        os.dup2(stream, number)
        os.close(stream)
    open_streams(asked["closed"])
    # What runs in the background of a shell is told to ignore Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ.clear()
    os.environ.update(asked["env"])
    os.chdir(asked["cwd"])
    sys.argv = ["reuse-guard", *asked["command"]]
    import_module("reuse_guard.cli.main").main()


def open_streams(closed: int | None) -> None:
    """The streams as Python opens them when it starts: None for one that is closed."""
    sys.stdin = open(0, closefd=False)  # noqa: SIM115 - no path
    sys.stdout = open(1, "w", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", 1, errors="backslashreplace", closefd=False)  # noqa: SIM115
    if closed is not None:
        setattr(sys, NAMES[closed], None)
        os.close(closed)


def serve(asking: socket.socket) -> None:
    """Start what is asked for and tell how it ended, until nothing more is asked."""
    while True:
        message, given, *_ = socket.recv_fds(asking, 1_000_000, 3)
        if not message:
            return
        asked = json.loads(message)
        if "wait" in asked:
            answer = os.waitstatus_to_exitcode(os.waitpid(asked["wait"], 0)[1])
        else:
            answer = os.fork()
            if answer == 0:
                asking.close()
                become(asked, given)
            for stream in given:
                os.close(stream)
        asking.send(str(answer).encode())


if __name__ == "__main__":
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in range(2):
        os.dup2(nowhere, number)
    load()
    with socket.socket(fileno=int(sys.argv[1])) as asking:
        serve(asking)
