"""The index against a plain dictionary."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from reuse_guard.archive import segments
from reuse_guard.archive.fingerprints import FINGERPRINT_BITS

if TYPE_CHECKING:
    from collections.abc import Iterator

NOBODY = np.zeros(0, np.uint64)
# Neighbouring values, the lowest and the highest: blocks and bounds meet there.
values = st.one_of(
    st.integers(0, 2**FINGERPRINT_BITS - 1),
    st.sampled_from([0, 1, 2**FINGERPRINT_BITS - 1, 2**FINGERPRINT_BITS // 2]),
)
versions = st.lists(st.sets(values, max_size=30), min_size=1, max_size=12)


@contextmanager
def new_index() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.executescript(segments.SCHEMA)
        yield connection


def sorted_array(numbers: set[int]) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    return np.array(sorted(numbers), np.uint64)


def look_up_all(connection: sqlite3.Connection, wanted: set[int]) -> dict[int, set[int]]:
    asked = sorted_array(wanted)
    found = defaultdict(set)
    for segment in segments.segments_of(connection):
        which, owners = segments.look_up(connection, segment, asked)
        for index, owner in zip(which.tolist(), owners.tolist(), strict=True):
            found[int(asked[index])].add(owner)
    return dict(found)


@settings(deadline=None)
@given(st.lists(versions, min_size=1, max_size=4), st.sets(values, min_size=1), st.data())
def test_what_was_added_is_found_before_and_after_merging_less_what_was_removed(
    batches: list[list[set[int]]], asked: set[int], data: st.DataObject
) -> None:
    expected, number = defaultdict(set), 0
    with new_index() as connection:
        for batch in batches:
            fresh = []
            for fingerprints in batch:
                number += 1
                fresh.append((number, sorted_array(fingerprints)))
                for value in fingerprints:
                    expected[value].add(number)
            segments.add_segment(connection, fresh)
        wanted = asked | set(data.draw(st.permutations(sorted(expected)))[:10])
        every = {value: expected[value] for value in wanted if expected[value]}
        assert look_up_all(connection, wanted) == every

        removed = data.draw(st.sets(st.integers(1, number)))
        list(segments.merge(connection, segments.segments_of(connection), sorted_array(removed)))
        (merged,) = segments.segments_of(connection)
        left = {value: owners - removed for value, owners in every.items() if owners - removed}
        assert look_up_all(connection, wanted) == left
        assert merged.postings == sum(len(owners - removed) for owners in expected.values())


def test_a_fingerprint_of_too_many_versions_is_struck_when_parts_are_merged() -> None:
    common, rare = 12345, 67890
    with new_index() as connection:
        for first in (1, 601):
            fresh = [(n, sorted_array({common, n << 20})) for n in range(first, first + 600)]
            segments.add_segment(connection, fresh)
        segments.add_segment(connection, [(5000, sorted_array({rare}))])
        list(segments.merge(connection, segments.segments_of(connection), NOBODY))
        assert look_up_all(connection, {common, rare, 7 << 20}) == {rare: {5000}, 7 << 20: {7}}
        assert segments.stock_among(connection, sorted_array({common, rare})).tolist() == [common]


def test_a_page_of_more_blocks_than_a_statement_takes_is_looked_up_whole() -> None:
    with new_index() as connection:
        postings = 128 * 60_000
        spread = np.arange(postings, dtype=np.uint64) * np.uint64(2**FINGERPRINT_BITS // postings)
        segments.add_segment(connection, [(1, spread)])
        (segment,) = segments.segments_of(connection)
        asked = spread[::192]
        which, owners = segments.look_up(connection, segment, asked)
        assert which.tolist() == list(range(len(asked)))
        assert set(owners.tolist()) == {1}


def test_many_small_parts_are_merged_into_few() -> None:
    with new_index() as connection:
        for number in range(1, 101):
            fresh = [(number, sorted_array({number * 1000 + k for k in range(50)}))]
            segments.add_segment(connection, fresh)
            while chosen := segments.crowded(connection):
                list(segments.merge(connection, chosen, NOBODY))
            assert len(segments.segments_of(connection)) < 30
        if chosen := segments.unsettled(connection):
            list(segments.merge(connection, chosen, NOBODY))
        sizes = [segment.postings for segment in segments.segments_of(connection)]
        assert sum(sizes) == 5000
        assert all(large >= 4 * sum(sizes[:i]) for i, large in enumerate(sizes))
        assert segments.unsettled(connection) == []
