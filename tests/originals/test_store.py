"""Snapshots: what is kept, named, listed, replaced, and what the lock says of it."""

from __future__ import annotations

import hashlib
import threading
import tomllib
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reuse_guard.originals import Lock, Snapshot, SnapshotError, Store

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 11, 1)
ADDRESS = "https://steppe-courier.example/news/ferry/"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "originals", tmp_path / "reuse-guard.lock")


def keep(store: Store, content: bytes, address: str | None = ADDRESS, day: date = DAY) -> Snapshot:
    return store.add(content, suffix=".html", name="Ferry (saved)", day=day, address=address)


def test_a_snapshot_is_listed_and_comes_back_as_it_was(store: Store) -> None:
    kept = keep(store, b"<p>one</p>")
    assert store.snapshots() == (kept,)
    assert store.read(kept) == b"<p>one</p>"
    assert kept.sha256 == hashlib.sha256(b"<p>one</p>").hexdigest()
    assert kept.file.startswith("steppe-courier-example/ferry-")


def test_the_lock_is_toml_in_the_order_of_the_files(store: Store) -> None:
    for name in ("b", "a"):
        keep(store, name.encode(), f"https://steppe-courier.example/{name}")
    data = tomllib.loads(store.lock_file.read_text("utf-8"))
    assert data["version"] == 1
    assert [each["address"][-1] for each in data["snapshots"]] == ["a", "b"]
    assert data["snapshots"][0]["date"] == DAY


def test_a_newer_version_takes_the_place_of_the_older_one(store: Store) -> None:
    old = keep(store, b"old")
    new = keep(store, b"new", ADDRESS.rstrip("/") + "?utm_source=x")
    assert store.snapshots() == (new,)
    assert not (store.folder / old.file).exists()
    assert store.unlisted() == ()


def test_the_same_content_again_changes_nothing_but_the_day(store: Store) -> None:
    first = keep(store, b"same")
    second = keep(store, b"same", day=date(2026, 12, 1))
    assert second == first.model_copy(update={"date": date(2026, 12, 1)})
    assert store.read(second) == b"same"


def test_originals_without_an_address_are_kept_beside_each_other(store: Store) -> None:
    first, second = keep(store, b"one", None), keep(store, b"two", None)
    assert set(store.snapshots()) == {first, second}
    assert first.file.startswith("ferry-saved-")


def test_a_snapshot_is_found_by_its_address_and_by_its_file(store: Store) -> None:
    kept = keep(store, b"x")
    for target in (ADDRESS, "http://www.steppe-courier.example/news/ferry", kept.file):
        assert store.find(target) == kept
    assert store.find("https://steppe-courier.example/other") is None


@pytest.mark.parametrize("content", [None, b"edited"])
def test_a_snapshot_that_is_not_what_the_lock_says_is_refused(
    store: Store, content: bytes | None
) -> None:
    kept = keep(store, b"x")
    path = store.folder / kept.file
    path.unlink() if content is None else path.write_bytes(content)
    with pytest.raises(SnapshotError, match="originals update"):
        store.read(kept)


def test_two_runs_at_once_lose_no_snapshot(store: Store) -> None:
    def add(number: int) -> None:
        keep(store, str(number).encode(), f"https://steppe-courier.example/{number}")

    threads = [threading.Thread(target=add, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(store.snapshots()) == 12


TEXTS = st.text(st.characters(codec="utf-8"), min_size=1)
ADDRESSES = TEXTS.map(lambda text: f"https://x.example/{text}")


@given(st.lists(st.tuples(ADDRESSES, TEXTS), max_size=5, unique_by=lambda t: t[0]))
def test_whatever_an_address_is_made_of_the_lock_can_be_read_again(
    entries: list[tuple[str, str]],
) -> None:
    snapshots = tuple(
        Snapshot(file=f"{n}.html", sha256="0" * 64, date=DAY, address=a, etag=e)
        for n, (a, e) in enumerate(entries)
    )
    data = tomllib.loads(Lock(snapshots=snapshots).dump().decode())
    assert Lock.model_validate(data).snapshots == snapshots


@pytest.mark.parametrize("file", ["../a", "/a", "a/../../b", "c:\\a", "a\\b", ""])
def test_a_lock_cannot_lead_out_of_the_folder(file: str) -> None:
    with pytest.raises(ValueError, match="leads out"):
        Snapshot(file=file, sha256="0" * 64, date=DAY)
