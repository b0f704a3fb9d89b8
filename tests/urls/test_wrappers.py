"""What redirectors, shorteners, copies and share buttons stand for, told without the network."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reuse_guard.urls.wrappers import Wrapped, Wrapper, unwrap

TABLE = Path(__file__).parent / "wrapped.txt"


def rows() -> list[list[str]]:
    lines = TABLE.read_text("utf-8").splitlines()
    return [line.split() for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("wrapper", "inner", "url"), rows())
def test_what_an_address_stands_for(wrapper: str, inner: str, url: str) -> None:
    expected = Wrapped(Wrapper(wrapper), inner.strip("-")) if wrapper != "none" else None
    found = unwrap(url)
    assert (found and Wrapped(found.wrapper, found.url.rstrip("+"))) == expected


def test_a_shortener_leads_where_the_caller_says() -> None:
    known = {
        "https://bit.ly/3xYz": "https://orig.kz/n",
        "https://s.orig.kz/1": "https://orig.kz/m",
    }
    assert unwrap("http://bit.ly/3xYz", known) == Wrapped(Wrapper.SHORTENER, "https://orig.kz/n")
    assert unwrap("https://s.orig.kz/1", known) == Wrapped(Wrapper.SHORTENER, "https://orig.kz/m")
    assert unwrap("https://bit.ly/other", known) == Wrapped(Wrapper.SHORTENER, "")


def test_a_redirector_inside_itself_comes_to_an_end() -> None:
    url = "https://orig.kz/n"
    for _ in range(40):
        url = f"https://vk.com/away.php?to={url}"
    found = unwrap(url)
    assert found is not None
    assert found.wrapper is Wrapper.REDIRECTOR


@given(st.text())
def test_any_text_may_be_unwrapped(text: str) -> None:
    unwrap(text)
    unwrap(f"https://www.google.com/url?q={text}")
    unwrap(f"https://web.archive.org/web/{text}")
