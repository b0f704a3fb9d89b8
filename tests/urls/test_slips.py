"""Slips at the beginning of an address, as editors make them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reuse_guard.urls.slips import mended

ADDRESS = "https://orig.kz/news/1"


@pytest.mark.parametrize(
    "beginning",
    [
        *("htps://", "http//", "https//", "https;//", "https:/", "https:", "https::/", "http//:"),
        *("hhttps://", "httpss://", "ttp://", "htpp://", "HTTPS //", "https: //", "https:\\\\"),
        *("://", "/", "///", "https://https://", "http://https//", "http://http://"),
        *("“", '"', "<", "[", "“https//"),
    ],
)
def test_what_is_meant_is_told_whatever_is_mistyped(beginning: str) -> None:
    assert mended(f"{beginning}orig.kz/news/1") == ADDRESS


@pytest.mark.parametrize("ending", ["”", '"', ">", "]", " "])
def test_what_was_pasted_along_at_the_end_is_no_part_of_it(ending: str) -> None:
    assert mended(f"<{ADDRESS}{ending}") == ADDRESS


@pytest.mark.parametrize(
    "href",
    [
        "orig.kz/news/1",
        "news/1",
        "#top",
        "",
        "mailto:a@orig.kz",
        "tel:+7",
        "ftp://orig.kz/",
        "data:,",
    ],
)
def test_where_no_scheme_is_meant_nothing_is_told(href: str) -> None:
    assert mended(href) is None


@given(st.text(st.sampled_from("htps:/\\;, “a.b1"), max_size=30))
def test_what_is_told_is_an_end_of_what_was_written(href: str) -> None:
    meant = mended(href)
    assert meant is None or href.rstrip("“ ").rstrip().endswith(meant.removeprefix("https://"))
