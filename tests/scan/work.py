"""Work for other processes, apart from the tests: they load this module and nothing else."""

from __future__ import annotations

import os


def fail_at_three(number: int) -> int:
    """Twice the number, or an error."""
    if number == 3:
        msg = "three is no good"
        raise ValueError(msg)
    return number * 2


def die_at_three(number: int) -> int:
    """Twice the number, or the end of the process, as the system ends one for want of memory."""
    if number == 3:
        os._exit(7)
    return number * 2
