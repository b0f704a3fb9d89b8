"""A table from the URL standard, and what must hold for any text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from ada_url import join_url
from hypothesis import given
from hypothesis import strategies as st

from reuse_guard.urls.resolve import resolve

TABLE = Path(__file__).parent / "resolved.txt"


def rows() -> list[tuple[str, str, str]]:
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if line]
    return [tuple(line.split(" | ")) for line in lines if not line.startswith("#")]  # type: ignore[misc]


def unescaped(text: str) -> str:
    return re.sub(r"\{U\+([0-9A-F]{4})\}", lambda match: chr(int(match[1], 16)), text)


@pytest.mark.parametrize(("href", "base", "address"), rows())
def test_the_standard(href: str, base: str, address: str) -> None:
    given_base = None if base == "-" else base
    assert resolve(unescaped(href), given_base) == address


@given(st.text(), st.none() | st.text() | st.just("https://orig.kz/a/b"))
def test_any_text_resolves_to_some_text(href: str, base: str | None) -> None:
    assert isinstance(resolve(href, base), str)


@given(st.text(), st.just("https://orig.kz/a/b"))
def test_an_absolute_address_does_not_depend_on_the_page(href: str, base: str) -> None:
    address = resolve(href, base)
    assert resolve(address, "https://other.example/c") == resolve(address)


PLAIN = st.text(alphabet="ab/Z9.-_~?=&#xn:@%2eE+,;!$()*\\ é", max_size=12)
HOSTS = st.text(alphabet="ab9.-xnA_", min_size=1, max_size=10)


@given(st.sampled_from(["/", "//", "", "http://a.kz", "https://"]), HOSTS, PLAIN, HOSTS, PLAIN)
def test_the_short_way_gives_what_the_standard_gives(
    start: str, host: str, path: str, home: str, page: str
) -> None:
    base = f"https://{home}.kz/{page}"
    for href in (start + path, start + host + ".kz/" + path, f"https://{host}.kz/{path}"):
        try:
            expected = join_url(base, href)
        except ValueError:
            continue
        assert resolve(href, base) == expected


@given(st.text(alphabet=" \t\n\r\x00\x0b\x1f"), st.sampled_from(["/x", "https://orig.kz/x"]))
def test_white_space_around_an_href_is_dropped(around: str, href: str) -> None:
    base = "https://orig.kz/a"
    assert resolve(f"{around}{href}{around}", base) == resolve(href, base)
