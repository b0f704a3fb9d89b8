"""A real cluster on this machine: a master and two workers, one of them killed in the middle."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow.parquet
import pyspark
import pytest
from tests.spark.texts import articles, embedded, ordered, pages, write_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.spark
SPARK_CLASS = Path(pyspark.__file__).parent / "bin" / "spark-class"
PATIENCE = 240.0  # seconds
DAY = date(2026, 11, 20)


def free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


def wait_for(is_so: Callable[[], bool]) -> None:
    late = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < late, "it never came to that"
        time.sleep(0.3)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a master, and its two workers."""
    port = free_port()
    address = f"spark://127.0.0.1:{port}"
    place = ["--host", "127.0.0.1", "--webui-port", "0"]
    commands = [["org.apache.spark.deploy.master.Master", *place, "--port", str(port)]]
    for number in range(2):
        options = ["--cores", "1", "--memory", "1g", "--work-dir", str(tmp_path / f"work{number}")]
        commands.append(["org.apache.spark.deploy.worker.Worker", *place, *options, address])
    log = tmp_path / "cluster.log"
    with log.open("wb") as file:
        environment = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1"}
        started = [
            subprocess.Popen(  # noqa: S603 - Spark's own
                [str(SPARK_CLASS), *command], stdout=file, stderr=file, env=environment
            )
            for command in commands
        ]
    try:
        wait_for(lambda: log.read_text("utf-8").count("Successfully registered with master") == 2)
        yield address, started[1:]
    finally:
        for process in started:
            process.kill()
            process.wait()


def test_a_job_outlives_a_worker_that_is_killed(
    cluster: tuple[str, list[subprocess.Popen[bytes]]], tmp_path: Path
) -> None:
    address, workers = cluster
    originals = write_lines(tmp_path / "originals.jsonl", articles())
    candidates = write_lines(tmp_path / "pages.jsonl", pages())
    expected = embedded(tmp_path / "desk.archive", originals, candidates, DAY)
    out, log = tmp_path / "out", tmp_path / "job.log"
    inputs = [str(originals), str(candidates), str(out)]
    command = [sys.executable, "-m", "reuse_guard", "archive", "spark", *inputs]
    with log.open("wb") as file:
        job = subprocess.Popen(  # noqa: S603 - our own command
            [*command, "--master", address, "--as-of", DAY.isoformat()],
            stderr=file,
            env={**os.environ, "SPARK_LOCAL_IP": "127.0.0.1"},
        )
        wait_for(lambda: (out / "originals.json").exists() or job.poll() is not None)
        assert job.poll() is None, log.read_text("utf-8")
        # Its executor ends with it: an executor that loses its worker stops itself.
        workers[0].send_signal(signal.SIGKILL)
        assert not (out / "verdicts.json").exists(), "the job was over before"
        assert job.wait(PATIENCE) == 0, log.read_text("utf-8")
    found = ordered(pyarrow.parquet.read_table(out / "verdicts").to_pylist())
    assert [{**row, "problem": None} for row in expected] == found
