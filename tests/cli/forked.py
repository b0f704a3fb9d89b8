"""Runs commands whose reader has left in forks of one process, which has loaded all they need.

It takes a command a line, as a JSON list, and answers with its status and what it says on standard
error. To load everything anew for each of twenty takes as long as all other tests of commands.
"""

from __future__ import annotations

import json
import os
import sys
from importlib import import_module


def run_for_nobody(command: list[str], errors: int) -> None:
    """What the console script does, into a pipe that nobody reads; it ends the process."""
    reading, writing = os.pipe()
    os.close(reading)
    os.dup2(writing, 1)
    os.dup2(errors, 2)
    os.close(writing)
    os.close(errors)
    sys.argv = ["reuse-guard", *command]
    import_module("reuse_guard.cli.main").main()


def main() -> None:
    """Load what the commands need, then answer until nothing more is asked."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # as `main` does; a process with threads is not forked
    for name in ("check", "policy", "grant", "archive", "completion", "main"):
        import_module(f"reuse_guard.cli.{name}")
    import_module("reuse_guard.reports.terminal")
    check = import_module("reuse_guard").check
    check("<p>It rained.</p>", "<p>It rained.</p>")  # loads and prepares what it needs
    for line in sys.stdin:
        here, there = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(here)
            run_for_nobody(json.loads(line), there)
        os.close(there)
        with os.fdopen(here) as said:
            told = said.read()
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        sys.stdout.write(json.dumps([status, told]) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
