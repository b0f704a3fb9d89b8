"""What every test of the project may use."""

from __future__ import annotations

import errno
import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING

# Its plugin is of a library that Selenium brings and no test of ours uses: half a second a process.
os.environ.setdefault("HYPOTHESIS_NO_PLUGINS", "1")

import pytest
from hypothesis import settings
from tests.browser import open_browser
from tests.forked import Forks, forking

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from selenium.webdriver import Chrome

# CI judges a change, so it draws the same cases every time; elsewhere each run looks at new ones.
# No deadlines: the first call loads what was not needed before. Time is measured in benchmarks.
# Fifty of each: a hundred took a third of the run. CI runs `make laws`, which draws more; a release
# is tested with `pytest --hypothesis-profile release`.
settings.register_profile("ci", derandomize=True, deadline=None, max_examples=50)
settings.register_profile("anywhere", deadline=None, max_examples=50)
settings.register_profile("laws", derandomize=True, deadline=None, max_examples=200)
settings.register_profile("release", deadline=None, max_examples=1000)
settings.load_profile("ci" if os.environ.get("CI") else "anywhere")

ROOT = Path(__file__).parent.parent


def pytest_collection() -> None:
    """Have no garbage looked for where hardly any is made: it took a tenth of collecting."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Let the garbage collector leave the tests alone: going over all takes 4% of the run.

    And have it look for garbage more seldom than the commands do, which takes another 8%.
    """
    gc.freeze()
    gc.set_threshold(500_000)
    gc.enable()


def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Report from a worker what a test did, and its fixtures only where they failed.

    Each of the six messages for a test goes to another process, a thirtieth of the run in all.
    Where the tests run in one process, all is reported as ever.
    """
    if not hasattr(item.config, "workerinput"):
        return None
    runner = item.config.pluginmanager.getplugin("runner")
    for report in runner.runtestprotocol(item, log=False, nextitem=nextitem):
        if report.when == "call" or not report.passed:
            item.ihook.pytest_runtest_logreport(report=report)
    return True


@pytest.fixture(scope="session")
def quickstart() -> Path:
    """The shipped example, read only."""
    return ROOT / "examples" / "quickstart"


@pytest.fixture
def shut(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Shuts a folder to this process: its permissions do not, where root runs the tests."""
    closed: set[str] = set()
    scan = os.scandir

    def scandir(path: str | os.PathLike[str] = ".") -> Iterator[os.DirEntry[str]]:
        if os.fspath(path) in closed:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), os.fspath(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    return lambda folder: closed.add(str(folder))


@pytest.fixture(scope="session")
def forks() -> Iterator[Forks]:
    """Starts commands in a hundredth of the time; see there."""
    with forking() as started:
        yield started


@pytest.fixture(scope="session")
def browser() -> Iterator[Chrome]:
    """A headless Chromium, the same for all tests of a process."""
    driver = open_browser()
    yield driver
    driver.quit()
