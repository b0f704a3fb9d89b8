"""Looking many keys up in tables: the same answers as a dictionary gives."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reuse_guard.align.grams import Grams, keys_of_pairs, keys_of_runs, pair_at
from reuse_guard.align.lookup import Sieve, Table

keys = st.integers(0, 2**63 - 1)
few = st.integers(0, 5)


@given(st.sets(keys, min_size=1), st.lists(keys))
def test_a_table_finds_its_keys_and_no_others(known: set[int], asked: list[int]) -> None:
    ordered = sorted(known)
    asked = [*asked, *ordered]
    found = Table.of(np.array(ordered, np.uint64)).find(np.array(asked, np.uint64))
    places = {key: place for place, key in enumerate(ordered)}
    assert found.tolist() == [places.get(key, len(ordered)) for key in asked]


def test_keys_that_collide_are_found_all_the_same() -> None:
    known = np.arange(5_000, dtype=np.uint64) ** np.uint64(5)
    known.sort()
    table = Table.of(known)
    assert table.crowded.any()
    assert table.find(known).tolist() == list(range(5_000))


@given(st.sets(keys), st.lists(keys))
def test_a_sieve_lets_every_known_key_through(known: set[int], asked: list[int]) -> None:
    passed = Sieve.of(np.array(sorted(known), np.int64)).sift(np.array(asked, np.int64))
    assert set(np.flatnonzero([key in known for key in asked])) <= set(passed.tolist())


@given(st.lists(few, min_size=1), st.lists(few), st.integers(1, 3))
def test_grams_give_all_their_places_and_the_first_ones(
    original: list[int], candidate: list[int], most: int
) -> None:
    grams = Grams.of(np.array(original, np.int64))
    at, found = grams.find(np.array(candidate, np.int64))
    places, which = grams.places(at, most=most)
    expected = [
        (place, index)
        for index, key in enumerate(candidate)
        for place in [place for place, other in enumerate(original) if other == key][:most]
    ]
    assert list(zip(places.tolist(), found[which].tolist(), strict=True)) == expected


@given(st.lists(few))
def test_pairs_have_equal_keys_just_when_they_are_the_same_two_words(numbers: list[int]) -> None:
    keys_found = keys_of_pairs(np.array(numbers, np.int64), absent=6).tolist()
    first, apart = pair_at(np.arange(len(keys_found)), len(numbers))
    pairs = [
        (distance, *sorted((numbers[place], numbers[place + distance])))
        for place, distance in zip(first.tolist(), apart.tolist(), strict=True)
    ]
    assert len(set(zip(pairs, keys_found, strict=True))) == len(set(pairs)) == len(set(keys_found))


@given(st.lists(few))
def test_runs_have_equal_keys_just_when_they_are_the_same_three_words(numbers: list[int]) -> None:
    found = keys_of_runs(np.array(numbers, np.int64), absent=6).tolist()
    runs = list(zip(numbers, numbers[1:], numbers[2:], strict=False))
    assert len(found) == len(runs)
    assert len(set(zip(runs, found, strict=True))) == len(set(runs)) == len(set(found))
