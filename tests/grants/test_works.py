"""Which addresses and hosts a grant names."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reuse_guard.grants.works import check_work, names_work
from reuse_guard.urls.hosts import bare_host, covers_host


@pytest.mark.parametrize(
    ("work", "url"),
    [
        ("https://orig.kz/news/1", "http://www.orig.kz/news/1/?utm_source=x#top"),
        ("orig.kz/news/1", "https://orig.kz/news/1"),
        ("https://orig.kz/news/*", "https://orig.kz/news/1?fbclid=a"),
        ("https://orig.kz/news/*", "https://ORIG.kz:443/news/2026/10/"),
        ("https://orig.kz/*/photo", "https://orig.kz/city/photo/"),
        ("https://orig.kz/*/photo/", "https://orig.kz/city/photo"),
        ("https://orig.kz/*", "https://orig.kz"),
        ("orig.kz/*", "http://orig.kz/a"),
        ("*.orig.kz/*", "https://sport.orig.kz/a"),
        ("*.orig.kz/*", "https://orig.kz/a"),
        ("*", "https://any.example/a"),
        ("https://orig.kz/?newsid=*", "https://orig.kz/?newsid=17"),
        (
            "https://қазақстан.kz/жаңалық/*",
            "https://xn--80aaa0a6awh12ed.kz/%D0%B6%D0%B0%D2%A3%D0%B0%D0%BB%D1%8B%D2%9B/1",
        ),
    ],
)
def test_a_work_is_named_however_its_address_is_spelt(work: str, url: str) -> None:
    assert check_work(work) == work
    assert names_work(work, url)


@pytest.mark.parametrize(
    ("work", "url"),
    [
        ("https://orig.kz/news/1", "https://orig.kz/news/2"),
        ("https://orig.kz/?id=1", "https://orig.kz/?id=2"),
        ("https://orig.kz/*", "https://orig.kz.evil.com/news/1"),
        ("https://orig.kz/*", "https://evil.com/orig.kz/news/1"),
        ("https://orig.kz/*", "https://orig.kz@evil.com/news/1"),
        ("*.orig.kz/*", "https://notorig.kz/a"),
        ("https://orig.kz/news/*", "https://orig.kz/sport/1"),
        ("https://orig.kz/*/b", "https://orig.kz/b"),
        ("https://orig.kz/*", "javascript:orig.kz/1"),
    ],
)
def test_another_address_is_not_named(work: str, url: str) -> None:
    assert not names_work(work, url)


@pytest.mark.parametrize(
    "work",
    [
        "",
        "https://orig.kz*evil/",
        "https://or*g.kz/",
        "javascript:x",
        "ftp://orig.kz/*",
        "/news/1",
        "https:///news/1",
        "news/1",
        "kz/*",
        "*.kz/*",
        "*.co.uk/*",
        "https://*.com.kz/*",
    ],
)
def test_what_can_name_no_work_is_refused(work: str) -> None:
    with pytest.raises(ValueError, match="is not"):
        check_work(work)


@pytest.mark.parametrize(
    "host", ["https://a.kz", "a.kz/x", "a.kz:80", "", "*.a.kz", "a b.kz", "u@a.kz"]
)
def test_a_host_is_a_host_alone(host: str) -> None:
    with pytest.raises(ValueError, match="is not a bare host"):
        bare_host(host)


@pytest.mark.parametrize("host", ["kz", "com.", "www.kz", "co.uk", "com.kz", "github.io"])
def test_a_public_suffix_would_cover_everybody_under_it(host: str) -> None:
    with pytest.raises(ValueError, match=r"is not a whole host.*write news\.example"):
        bare_host(host)


def test_the_machine_itself_is_a_host() -> None:
    assert bare_host("localhost") == "localhost"


@pytest.mark.parametrize(
    ("named", "host", "covered"),
    [
        ("partner.kz", "partner.kz", True),
        ("partner.kz", "www.partner.kz", True),
        ("www.partner.kz", "partner.kz", True),
        ("Partner.KZ", "m.partner.kz", True),
        ("partner.kz", "partner.kz.", True),
        ("partner.kz", "notpartner.kz", False),
        ("m.partner.kz", "partner.kz", False),
        ("хабар.kz", "xn--80aac5dva.kz", True),
    ],
)
def test_a_host_covers_what_is_under_it(named: str, host: str, *, covered: bool) -> None:
    assert covers_host(named, host) is covered


@given(st.text(alphabet="ab/*", max_size=12), st.text(alphabet="ab/", max_size=12))
def test_a_pattern_matches_as_its_regular_expression_would(rest: str, path: str) -> None:
    expected = re.compile(".*".join(map(re.escape, f"/{rest}".split("*"))))
    bare = f"/{path}".rstrip("/")
    fits = bool(expected.fullmatch(bare) or expected.fullmatch(f"{bare}/"))
    if "*" in rest and "//" not in f"/{rest}" and "//" not in f"/{path}":
        assert names_work(f"https://orig.kz/{rest}", f"https://orig.kz/{path}") is fits


def test_a_pattern_of_many_stars_takes_no_longer_than_its_address() -> None:
    pattern = "https://orig.kz/" + "*a" * 400 + "*b"
    started = time.process_time()
    assert not names_work(pattern, "https://orig.kz/" + "a" * 5_000)
    assert time.process_time() - started < 1
