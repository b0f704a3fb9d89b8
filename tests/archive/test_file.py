"""The file: what is refused, what is kept when writing fails, and who may use it at once."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from tests.align.test_alphabets import in_latin
from tests.archive.articles import FERRY, KAZAKH, RUSSIAN, filler, part
from tests.archive.conftest import FERRY_URL

from reuse_guard.archive import Added, Addition, Archive, ArchiveError, Record, read_records
from reuse_guard.archive import file as archive_file

if TYPE_CHECKING:
    from pathlib import Path

NOBODY = 65534  # the user id that owns nothing


def made(first: int, stop: int) -> list[Record]:
    return [
        Record(filler(300, seed=n), f"a{n}", url=f"https://a.example/{n}")
        for n in range(first, stop)
    ]


# --- what is no archive ---------------------------------------------------------------------------
def test_a_file_that_is_no_archive_is_refused_and_left_alone(file: Path) -> None:
    file.write_text("Notes of the rights desk, not an archive.\n" * 50, "utf-8")
    before = file.read_bytes()
    for read_only in (True, False):
        with pytest.raises(ArchiveError, match="is not an archive; give a file that"):
            Archive(file, read_only=read_only)
    assert file.read_bytes() == before


def test_a_database_of_another_program_is_refused_and_left_alone(file: Path) -> None:
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE articles (id INTEGER)")
    other.close()
    before = file.read_bytes()
    for read_only in (True, False):
        with pytest.raises(ArchiveError, match="is an SQLite file, but no archive"):
            Archive(file, read_only=read_only)
    assert file.read_bytes() == before


def test_an_archive_of_a_newer_version_is_refused_with_the_remedy(
    archive: Archive, file: Path
) -> None:
    archive.close()
    with sqlite3.connect(file) as newer:
        newer.execute("PRAGMA user_version = 99")
    newer.close()
    with pytest.raises(ArchiveError, match=r"format 99; this one knows \d+\); upgrade"):
        Archive(file)


def test_an_archive_of_the_first_format_is_used_as_it_is(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its fingerprints are of letters as they are, and so are those that are added and sought."""
    schema = archive_file._SCHEMA.replace("user_version = 2", "user_version = 1")
    monkeypatch.setattr(archive_file, "_SCHEMA", schema)
    with Archive(file) as older:
        older.add(KAZAKH, url="https://courier.example/kk/kopir")
    monkeypatch.undo()
    with Archive(file) as archive:
        archive.add(RUSSIAN, url="https://courier.example/ru/voda")
        for text in (KAZAKH, RUSSIAN):
            assert len(archive.search(part(text, 5, 30)).hits) == 1
        assert archive.search(in_latin(KAZAKH, "2021")).hits == ()
        moved = file.with_name("moved.archive")
        with Archive(moved) as newer:
            lines = [json.dumps(each) for each in archive.export()]
            file.with_name("all.jsonl").write_text("\n".join(lines), "utf-8")
            list(newer.add_many(read_records([file.with_name("all.jsonl")])))
            assert len(newer.search(in_latin(KAZAKH, "2021")).hits) == 1


def test_a_missing_archive_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no such archive"):
        Archive(tmp_path / "none", read_only=True)
    with pytest.raises(ArchiveError, match="is a folder"):
        Archive(tmp_path)
    with pytest.raises(ArchiveError, match="cannot be opened; check the path"):
        Archive(tmp_path / "no folder" / "desk.archive")


def search_and_verify(file: Path) -> None:
    with Archive(file, read_only=True) as archive:
        archive.search(FERRY)
        archive.verify()


def test_a_damaged_file_is_told_and_found_by_verify(archive: Archive, file: Path) -> None:
    archive.close()
    content = bytearray(file.read_bytes())
    content[8192:] = bytes(len(content) - 8192)
    file.write_bytes(content)
    with pytest.raises(ArchiveError, match="damaged"):
        search_and_verify(file)


# --- writing that fails ---------------------------------------------------------------------------
def test_when_the_disk_is_full_what_was_reported_is_kept(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reuse_guard.archive.adding._BATCH", 10)
    with Archive(file) as archive:
        archive._store.connection.execute("PRAGMA max_page_count = 60")
        reported: list[Added] = []
        with pytest.raises(ArchiveError, match="the disk is full; make room"):
            reported.extend(archive.add_many(made(0, 200)))
    assert 0 < len(reported) < 200
    with Archive(file) as archive:
        assert archive.stats().versions == len(reported)
        assert archive.verify() == ()
        results = [added.result for added in archive.add_many(made(0, 200))]
        assert results.count(Addition.UNCHANGED) == len(reported)
        assert archive.stats().versions == 200


LIMITED = """
import resource, sys
from pathlib import Path
from reuse_guard.cli.main import run
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
sys.exit(run(["archive", "add", sys.argv[1], sys.argv[2], "--quiet"]))
"""


@pytest.mark.skipif(os.name != "posix", reason="limits of file sizes are POSIX")
def test_when_the_system_refuses_to_write_the_command_says_so(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(100):
        (folder / f"{number}.txt").write_text(filler(300, seed=number), "utf-8")
    command = [sys.executable, "-c", LIMITED, str(file), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 2, done.stderr
    assert "is it full, or past a quota?" in done.stderr
    with Archive(file) as archive:
        assert archive.verify() == ()


READ_ONLY = """
import os, sys
from reuse_guard.cli.main import run
# Load everything first: who gives up being root may not read the packages any more.
run(["archive", "search", sys.argv[4], sys.argv[2], "--format", "json"])
print("as nobody")
if os.geteuid() == 0:
    os.setuid(int(sys.argv[3]))
status = run(["archive", "search", sys.argv[1], sys.argv[2], "--format", "json"])
assert status == 0, status
sys.exit(run(["archive", "remove", sys.argv[1], "https://courier.example/news/ferry"]))
"""


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX")
def test_a_read_only_file_in_a_read_only_folder_is_searched_and_not_written(
    archive: Archive, file: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    archive.close()
    other = tmp_path_factory.mktemp("other") / "desk.archive"
    shutil.copy(file, other)
    page = tmp_path / "page.txt"
    page.write_text(part(FERRY, 0, 60), "utf-8")
    for folder in tmp_path.parents:
        if folder.stat().st_mode & 0o5 == 0o5:
            break
        folder.chmod(0o755)
    file.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        command = [sys.executable, "-c", READ_ONLY, str(file), str(page), str(NOBODY), str(other)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    finally:
        tmp_path.chmod(0o755)
    assert FERRY_URL in done.stdout.partition("as nobody")[2], done.stderr
    assert done.returncode == 2
    assert "may only be read; change the permissions" in done.stderr


# --- several at once ------------------------------------------------------------------------------
def test_a_second_writer_waits_and_is_told_when_it_waits_too_long(
    archive: Archive, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_file, "_BUSY_MS", 100)
    with (
        Archive(file) as second,
        archive._store.writing(),
        pytest.raises(ArchiveError, match="another process is writing to it; try again"),
    ):
        second.add("Words " * 30)
    with Archive(file) as second:
        assert second.add(filler(100, seed=99)).result is Addition.ADDED


def test_two_writers_at_once_lose_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reuse_guard.archive.adding._BATCH", 5)
    Archive(file).close()

    def write(first: int) -> None:
        with Archive(file) as archive:
            list(archive.add_many(made(first, first + 60)))

    threads = [threading.Thread(target=write, args=(first,)) for first in (0, 30)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Archive(file) as archive:
        assert archive.stats().versions == 90, "30 articles were given to both"
        assert archive.verify() == ()


def test_readers_see_whole_batches_while_another_writes(
    archive: Archive, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reuse_guard.archive.adding._BATCH", 20)
    before = archive.stats().versions
    seen: list[int] = []
    stop = threading.Event()

    def look() -> None:
        with Archive(file, read_only=True) as reader:
            while not stop.is_set():
                assert [hit.version.url for hit in reader.search(FERRY).hits] == [FERRY_URL]
                seen.append(reader.stats().versions - before)

    readers = [threading.Thread(target=look) for _ in range(3)]
    for reader in readers:
        reader.start()
    list(archive.add_many(made(100, 300)))
    stop.set()
    for reader in readers:
        reader.join()
    assert seen
    assert all(count % 20 == 0 for count in seen)
