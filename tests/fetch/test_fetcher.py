"""The fetcher against a real server on loopback that misbehaves."""

from __future__ import annotations

import ipaddress
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fetch.misbehaving import PAGE, Server, running

from reuse_guard.fetch import Fetched, Fetcher, FetchError, Manners
from reuse_guard.fetch.network import is_public

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reuse_guard.fetch.network import Address

CONTACT = "desk@partner.example"


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as started:
        yield started


def fetcher(
    permits: Callable[[Address], bool] = lambda _: True,
    sleep: Callable[[float], None] = lambda _: None,
    **manners: Any,  # noqa: ANN401 - fields of Manners
) -> Fetcher:
    quick = Manners(
        contact=CONTACT, read_seconds=0.5, total_seconds=1.0, tries=1, pause_seconds=0.0
    )
    chosen = replace(quick, **manners)
    return Fetcher(chosen, permits=permits, sleep=sleep)


def test_a_page_comes_as_its_bytes_with_what_the_server_says_of_it(server: Server) -> None:
    with fetcher() as client:
        page = client.fetch(server.url("/conditional#top"))
    assert page == Fetched(
        url=server.url("/conditional"),
        content=PAGE,
        suffix=".html",
        encoding=None,
        etag='"v1"',
        last_modified="Mon, 02 Nov 2026 08:00:00 GMT",
    )


def test_every_request_says_who_asks_and_whom_to_write_to(server: Server) -> None:
    with fetcher() as client:
        client.fetch(server.url("/page"))
    assert len(server.agents) == 2  # robots.txt, then the page
    assert all(a.startswith("reuse-guard/") and CONTACT in a for a in server.agents)


def test_the_encoding_that_the_server_names_is_kept(server: Server) -> None:
    with fetcher() as client:
        page = client.fetch(server.url("/cyrillic"))
    assert page.encoding == "windows-1251"
    assert "Паром" in page.content.decode("windows-1251")


@pytest.mark.parametrize("path", ["/zipped", "/moved", "/"])
def test_compression_and_redirects_are_undone(server: Server, path: str) -> None:
    with fetcher() as client:
        page = client.fetch(server.url(path))
    assert page.content == PAGE


MISDEEDS = {
    "/missing": ["answers 404", "check the address"],
    "/gone": ["answers 410"],
    "/private-area": ["answers 403", "save the page"],
    "/picture": ["image/png", "not a page"],
    "/empty": ["is empty"],
    "/bomb": ["larger than 20 MB"],
    "/endless": ["larger than 20 MB"],
    "/broken-zip": ["is broken"],
    "/cut-zip": ["ends in the middle"],
    "/brotli": ["'br'", "not asked for"],
    "/cut": ["answers badly"],
    "/garbage": ["answers badly"],
    "/hangs-up": ["answers badly"],
    "/silent": ["does not answer in time"],
    "/dripping": ["does not answer in time"],
    "/dripping-head": ["does not answer in time"],
    "/loop": ["redirects more than 5 times"],
    "/always-busy": ["answers 503"],
    "/to-other?to=file:///etc/hosts": ["redirects to file:/etc/hosts", "not a web address"],
    "/to-other?to=http://user:pw@127.0.0.1/": ["user name or password"],
}


@pytest.mark.parametrize(("path", "words"), MISDEEDS.items(), ids=MISDEEDS.keys())
def test_what_a_server_does_wrong_is_said_in_time(
    server: Server, path: str, words: list[str]
) -> None:
    start = time.monotonic()
    with fetcher() as client, pytest.raises(FetchError) as caught:
        client.fetch(server.url(path))
    assert time.monotonic() - start < 4
    for word in words:
        assert word in str(caught.value)


NO_ADDRESSES = {
    "file:///etc/hosts": "not a web address",
    "ftp://news.example/a": "not a web address",
    "news.example/a": "not a web address",
    "http://": "not a web address",
    "http://[::1/": "not a web address",
    "https://desk:secret@news.example/": "user name or password",
    f"https://news.example/{'a' * 5000}": "not a web address",
}


@pytest.mark.parametrize(("url", "word"), NO_ADDRESSES.items(), ids=range(len(NO_ADDRESSES)))
def test_only_web_addresses_are_fetched(url: str, word: str) -> None:
    with fetcher() as client, pytest.raises(FetchError, match=word) as caught:
        client.fetch(url)
    assert "secret" not in str(caught.value)


def test_a_network_that_is_down_is_said_with_a_remedy() -> None:
    with running() as stopped:
        url = stopped.url("/page")
    with fetcher(own_hosts=("127.0.0.1",)) as client, pytest.raises(FetchError) as caught:
        client.fetch(url)
    assert "cannot be reached" in str(caught.value)
    assert "check the address and the network" in str(caught.value)


def test_an_unknown_name_is_said() -> None:
    def unknown(_host: str) -> list[str]:
        msg = "Name or service not known"
        raise OSError(msg)

    manners = Manners(contact=CONTACT, own_hosts=("no-such.example",), tries=1)
    with (
        Fetcher(manners, resolve=unknown) as client,
        pytest.raises(FetchError, match="cannot be resolved"),
    ):
        client.fetch("https://no-such.example/a")


# --- private addresses -----------------------------------------------------
PRIVATE = [
    "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1",  # noqa: S104
    "169.254.169.254", "100.64.0.1", "192.0.2.1", "224.0.0.1", "255.255.255.255", "::1", "::",
    "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
    "2002:7f00:1::", "2001:db8::1",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_addresses_that_are_not_public_are_refused(server: Server, address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))
    manners = Manners(contact=CONTACT, tries=1)
    with (
        Fetcher(manners, resolve=lambda _: [address]) as client,
        pytest.raises(FetchError, match=r"not a public address.*--allow-private"),
    ):
        client.fetch(f"http://news.example:{server.server_address[1]}/page")
    assert not server.asked


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_public_addresses_are_permitted(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@given(st.ip_addresses(v=4))
def test_an_address_inside_another_is_judged_the_same(inner: ipaddress.IPv4Address) -> None:
    mapped = ipaddress.IPv6Address(b"\0" * 10 + b"\xff\xff" + inner.packed)
    assert is_public(mapped) == is_public(inner)


def test_one_private_address_among_public_ones_is_enough_to_refuse(server: Server) -> None:
    manners = Manners(contact=CONTACT, tries=1)
    with (
        Fetcher(manners, resolve=lambda _: ["8.8.8.8", "127.0.0.1"]) as client,
        pytest.raises(FetchError, match="not a public address"),
    ):
        client.fetch(server.url("/page").replace("127.0.0.1", "news.example"))


def test_a_redirect_to_a_private_address_is_refused(server: Server) -> None:
    first = ipaddress.ip_address("127.0.0.1")
    with (
        running("127.0.0.2") as inside,
        fetcher(permits=lambda address: address == first) as client,
        pytest.raises(FetchError, match=r"leads to 127\.0\.0\.2, which is not a public address"),
    ):
        client.fetch(server.url(f"/to-other?to={inside.url('/page')}"))
    assert not inside.asked


def test_a_name_that_changes_its_address_is_judged_at_each_connection(server: Server) -> None:
    """DNS rebinding: the name is permitted for robots.txt, then it leads inside."""
    answers = iter(["127.0.0.1", "127.0.0.2"])
    first = ipaddress.ip_address("127.0.0.1")
    server.robots = b"User-agent: *\nAllow: /"
    with running("127.0.0.2") as inside:
        client = Fetcher(
            Manners(contact=CONTACT, tries=1, pause_seconds=0),
            permits=lambda address: address == first,
            resolve=lambda _: [next(answers)],
        )
        url = f"http://rebinding.example:{server.server_address[1]}/page"
        with client, pytest.raises(FetchError, match=r"leads to 127\.0\.0\.2"):
            client.fetch(url)
    assert server.asked == {"/robots.txt": 1}
    assert not inside.asked


# --- courtesy --------------------------------------------------------------
def test_what_robots_txt_bars_is_not_fetched(server: Server) -> None:
    server.robots = b"User-agent: *\nDisallow: /pa*e$\nAllow: /"
    with fetcher() as client:
        with pytest.raises(FetchError, match=r"robots\.txt asks programs to stay away"):
            client.fetch(server.url("/page"))
        assert server.asked == {"/robots.txt": 1}
        client.fetch(server.url("/zipped"))
    assert server.asked["/robots.txt"] == 1


def test_a_redirect_is_held_against_robots_txt_too(server: Server) -> None:
    server.robots = b"User-agent: reuse-guard\nDisallow: /page\n"
    with fetcher() as client, pytest.raises(FetchError, match=r"robots\.txt"):
        client.fetch(server.url("/moved"))
    assert not server.asked["/page"]


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_robots_txt_that_cannot_be_read_bars_everything(server: Server, status: int) -> None:
    server.robots = status
    with (
        fetcher() as client,
        pytest.raises(FetchError, match=rf"robots\.txt cannot be read: it answers {status}"),
    ):
        client.fetch(server.url("/page"))


def test_the_users_own_site_is_fetched_whatever_robots_txt_says(server: Server) -> None:
    server.robots = b"User-agent: *\nDisallow: /"
    with fetcher(own_hosts=("127.0.0.1",)) as client:
        client.fetch(server.url("/page"))
    assert server.asked == {"/page": 1}


def test_a_failure_that_may_pass_is_tried_again_after_growing_waits(server: Server) -> None:
    waits: list[float] = []
    with fetcher(tries=4, sleep=waits.append) as client:
        client.fetch(server.url("/flaky"))
    assert server.asked["/flaky"] == 3
    assert waits == [2.0, 2.0]  # the server asks for two seconds; ours would be one and two


def test_a_failure_that_stays_is_given_up(server: Server) -> None:
    waits: list[float] = []
    with fetcher(tries=3, sleep=waits.append) as client, pytest.raises(FetchError, match="503"):
        client.fetch(server.url("/always-busy"))
    assert server.asked["/always-busy"] == 3
    assert waits == [1.0, 2.0]


def test_a_server_that_says_come_tomorrow_is_not_waited_for(server: Server) -> None:
    waits: list[float] = []
    with fetcher(tries=3, sleep=waits.append) as client, pytest.raises(FetchError, match="429"):
        client.fetch(server.url("/come-tomorrow"))
    assert waits == []


def test_an_answer_that_will_not_change_is_not_asked_for_again(server: Server) -> None:
    with fetcher(tries=3) as client, pytest.raises(FetchError, match="404"):
        client.fetch(server.url("/missing"))
    assert server.asked["/missing"] == 1


def test_requests_to_one_host_leave_it_time(server: Server) -> None:
    waits: list[float] = []
    server.robots = b"User-agent: *\nCrawl-delay: 3\n"
    with fetcher(pause_seconds=1.0, sleep=waits.append) as client:
        client.fetch(server.url("/page"))
        client.fetch(server.url("/zipped"))
    assert [round(wait) for wait in waits] == [3, 3]


def test_a_page_that_has_not_changed_is_not_sent_again(server: Server) -> None:
    with fetcher() as client:
        page = client.fetch(server.url("/conditional"))
        again = client.fetch_again(page.url, etag=page.etag, last_modified=page.last_modified)
        changed = client.fetch_again(page.url, etag='"v0"')
    assert again is None
    assert changed is not None
    assert changed.content == PAGE
