"""The guarantee of the fingerprints, as laws."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.archive.articles import FERRY, KAZAKH, RUSSIAN, filler

from reuse_guard.archive.fingerprints import (
    FINGERPRINT_BITS,
    SHINGLE,
    Fingerprints,
    fingerprint,
    fingerprint_alike,
    guaranteed,
)
from reuse_guard.text.words import split_words

# Few different words, so that words and shingles repeat, as the hardest texts do.
words = st.lists(st.sampled_from([f"w{n}" for n in range(12)]), max_size=40)


def fingerprints_of(tokens: list[str]) -> Fingerprints:
    return fingerprint(split_words(" ".join(tokens)))


@given(words, words, words, words, words)
def test_a_verbatim_run_shares_as_many_fingerprints_as_guaranteed(
    run: list[str], before: list[str], after: list[str], ahead: list[str], behind: list[str]
) -> None:
    """Places are counted: a run that repeats itself has fewer different fingerprints."""
    original = fingerprints_of([*before, *run, *after])
    inside = (original.places >= len(before)) & (
        original.places + SHINGLE <= len(before) + len(run)
    )
    candidate = fingerprints_of([*ahead, *run, *behind])
    assert inside.sum() >= guaranteed(len(run))
    assert np.isin(original.values[inside], candidate.values).all()


@given(words, words, words)
def test_whether_a_shingle_is_chosen_does_not_depend_on_its_neighbours(
    run: list[str], before: list[str], after: list[str]
) -> None:
    alone = fingerprints_of(run)
    within = fingerprints_of([*before, *run, *after])
    inside = (within.places >= len(before)) & (within.places + SHINGLE <= len(before) + len(run))
    assert (within.places[inside] - len(before)).tolist() == alone.places.tolist()
    assert (within.values[inside] == alone.values).all()


@pytest.mark.parametrize("text", [FERRY, RUSSIAN, KAZAKH], ids=["en", "ru", "kk"])
@pytest.mark.parametrize(
    "disguise",
    [
        str.upper,
        "\u200b".join,
        lambda text: text.replace(" ", "\n"),
        lambda text: text.replace("a", "\u0430").replace("\u0435", "e"),
        lambda text: text.replace(", ", " \u2013 "),
    ],
    ids=["capitals", "zero width", "line breaks", "look-alikes", "signs"],
)
def test_a_disguise_changes_no_fingerprint(text: str, disguise: object) -> None:
    plain, disguised = split_words(text), split_words(disguise(text))  # type: ignore[operator]
    assert (fingerprint(plain).values == fingerprint(disguised).values).all()


def test_about_half_of_the_shingles_are_chosen() -> None:
    made = split_words(filler(4000, seed=1))
    assert 0.45 < len(fingerprint(made)) / len(made) < 0.55


@given(st.text(max_size=200))
def test_any_text_has_fingerprints_of_so_many_bits_at_places_in_it(text: str) -> None:
    found = fingerprint(split_words(text))
    assert (found.values < 2**FINGERPRINT_BITS).all()
    assert (np.diff(found.places) > 0).all()
    assert set(found.distinct().tolist()) == set(found.values.tolist())


def test_fingerprints_are_the_same_on_every_machine_and_in_every_version() -> None:
    """Archives keep them. Where these values change, `file.FORMAT_VERSION` has to be raised."""
    values = fingerprint(split_words("the ferry to the island sails again today")).values
    assert values.tolist() == [23720132717, 939850913422]
    alike = fingerprint_alike(split_words("Жаңа мектеп биыл Shymkentte ашылды, ал ескісі жабылды"))
    assert alike.values.tolist() == [364486016433, 416659343011]
