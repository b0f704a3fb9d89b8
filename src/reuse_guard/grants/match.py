"""Which grants cover a use, and why the others do not."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from reuse_guard.frozen import frozen
from reuse_guard.grants.presented import Presented
from reuse_guard.grants.publishers import is_of_publisher
from reuse_guard.grants.works import host_of, names_work
from reuse_guard.locale import Sentence, in_a_row, phrase_of, say
from reuse_guard.urls.hosts import covers_host
from reuse_guard.urls.identity import parse_address
from reuse_guard.urls.wrappers import unwrap

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from reuse_guard.grants.model import Grant
    from reuse_guard.locale import Phrase


class Coverage(StrEnum):
    """Whether a grant covers the use at hand."""

    COVERS = "covers"
    DOES_NOT = "does_not"
    UNKNOWN = "unknown"


@frozen
class GrantUse:
    """One grant held against the use at hand.

    Attributes:
        grant: the permission.
        coverage: whether it covers the use.
        reason: why, in words that follow the grant's name ("expired on 2026-01-31"); a `Sentence`
            where they can be said in other languages.
    """

    grant: Grant
    coverage: Coverage
    reason: str

    @property
    def why(self) -> Phrase:
        """`reason`, to be said in another language."""
        return phrase_of(self.reason)


_Judged = tuple[Coverage, str]
_FITS: _Judged = (Coverage.COVERS, "")


def cover(  # noqa: PLR0913 - a grant and what is known of the use
    grant: Grant | Presented,
    *,
    original_urls: Iterable[str],
    candidate_url: str | None,
    as_of: date,
    signed_only: bool = False,
    publishers: Iterable[str] = (),
    published: date | None = None,
) -> GrantUse:
    """Hold a grant against a use.

    Args:
        grant: the permission, alone or as it was presented.
        original_urls: every known address of the original.
        candidate_url: where the candidate is published; None when not known.
        as_of: the day of the check, which is that of the use unless the candidate is dated later.
        signed_only: whether the policy takes signed grants alone.
        publishers: names by which the original's publisher is known, as its policy has them.
        published: the day on which the candidate says it was published.
    """
    presented = grant if isinstance(grant, Presented) else Presented(grant)
    urls = tuple(original_urls)
    judged = (
        _by_backing(presented, signed_only=signed_only),
        # What is dated ahead, as a scheduled post is, is used from that day on.
        _by_date(presented.grant, max(as_of, published or as_of), published),
        _by_work(presented, urls, tuple(publishers)),
        _by_host(presented.grant, candidate_url),
    )
    # What is sure not to cover says more than what cannot be told.
    for wanted in (Coverage.DOES_NOT, Coverage.UNKNOWN):
        for coverage, reason in judged:
            if coverage is wanted:
                return GrantUse(presented.grant, coverage, reason)
    return GrantUse(presented.grant, Coverage.COVERS, _given(presented))


def best_use(uses: Iterable[GrantUse]) -> GrantUse | None:
    """The first grant that covers a use, or else the first that may; None where none does."""
    known = tuple(uses)
    for wanted in (Coverage.COVERS, Coverage.UNKNOWN):
        for use in known:
            if use.coverage is wanted:
                return use
    return None


def may_be_of(presented: Presented, hosts: Iterable[str], *, others: Iterable[str] = ()) -> bool:
    """Whether a grant may be of the publisher of these hosts.

    Args:
        presented: the grant; the hosts it speaks for count, or else those of its works. Without
            any it may be anyone's but another publisher's who is known by its name.
        hosts: of an original and its publisher.
        others: names of other publishers.
    """
    of_works = filter(None, map(host_of, presented.grant.works))
    named = _publisher_hosts(presented) or tuple(of_works)
    known = tuple(hosts)
    is_one = (covers_host(own, host) or covers_host(host, own) for own in named for host in known)
    if not named:
        return not is_of_publisher(presented.grant.publisher, (), others)
    return not known or any(is_one)


def _publisher_hosts(presented: Presented) -> tuple[str, ...]:
    """The hosts that a grant speaks for: those of a trusted key, else those it names itself."""
    of_key = presented.signature.hosts if presented.signature else ()
    return of_key or presented.grant.publisher_hosts


def _given(presented: Presented) -> str:
    publisher = presented.grant.publisher
    parts = [
        say(
            "given by {publisher} to {grantee}",
            publisher=publisher,
            grantee=presented.grant.grantee,
        )
    ]
    if not presented.grant.works and not _publisher_hosts(presented):
        parts.append(say("for all that {publisher} publishes", publisher=publisher))
    if presented.backing:
        parts.append(phrase_of(presented.backing))
    return Sentence(in_a_row(parts, ", "))


def _by_backing(presented: Presented, *, signed_only: bool) -> _Judged:
    if presented.refusal:
        return Coverage.DOES_NOT, presented.refusal
    if signed_only and presented.signature is None:
        return Coverage.DOES_NOT, Sentence(
            say("is not signed, and the policy takes signed grants alone")
        )
    return _FITS


def _by_date(grant: Grant, as_of: date, published: date | None) -> _Judged:
    if grant.revoked and as_of >= grant.revoked:
        said = say("was revoked on {day}", day=str(grant.revoked))
        return Coverage.DOES_NOT, Sentence(said)
    if grant.valid_from and as_of < grant.valid_from:
        said = say(
            "holds from {first} on, not yet on {day}", first=str(grant.valid_from), day=str(as_of)
        )
        return Coverage.DOES_NOT, Sentence(said)
    if grant.valid_to and as_of > grant.valid_to:
        if published and (grant.valid_from or published) <= published <= grant.valid_to:
            said = say(
                "expired on {day}, after the candidate was published ({published}): look into the"
                " letter whether that may stay up",
                day=str(grant.valid_to),
                published=str(published),
            )
            return Coverage.UNKNOWN, Sentence(said)
        said = say("expired on {day}", day=str(grant.valid_to))
        return Coverage.DOES_NOT, Sentence(said)
    return _FITS


def _by_work(presented: Presented, urls: tuple[str, ...], publishers: tuple[str, ...]) -> _Judged:
    grant = presented.grant
    hosts = _publisher_hosts(presented)
    if not urls and (grant.works or hosts):
        said = say(
            "names works by address, and the original's address is not known; give it with"
            " original_url (--original-url)"
        )
        return Coverage.UNKNOWN, Sentence(said)
    # The publisher of one address may not speak for another one that the page declares.
    own = [url for url in urls if not hosts or any(_is_on(host, url) for host in hosts)]
    if hosts and not own:
        named = ", ".join(hosts)
        said = say("speaks for articles on {hosts}, not for {url}", hosts=named, url=urls[0])
        return Coverage.DOES_NOT, Sentence(said)
    naming = [work for work in grant.works if any(names_work(work, url) for url in own)]
    if grant.works and not naming:
        return Coverage.DOES_NOT, Sentence(say("does not name {url}", url=urls[0]))
    is_bound = bool(hosts) or any(map(host_of, naming))
    return _FITS if is_bound else _by_publisher(grant, urls, publishers)


def _by_publisher(grant: Grant, urls: tuple[str, ...], publishers: tuple[str, ...]) -> _Judged:
    """Whether the original is of the publisher who gave a grant that names no host of its own.

    Publishers are called by their brands, and sign letters as companies: another name is no other
    publisher for certain.
    """
    if is_of_publisher(grant.publisher, urls, publishers):
        return _FITS
    said = say(
        "names no address of {publisher}, so that it cannot be told whether this article is one of"
        " theirs; write publisher_hosts or works into it",
        publisher=grant.publisher,
    )
    return Coverage.UNKNOWN, Sentence(said)


def _by_host(grant: Grant, candidate_url: str | None) -> _Judged:
    if not grant.grantee_hosts:
        return _FITS
    hosts = ", ".join(grant.grantee_hosts)
    if candidate_url is None:
        said = say(
            "holds on {hosts}, and the candidate's address is not known; give it with candidate_url"
            " (--candidate-url), in a project with site",
            hosts=hosts,
        )
        return Coverage.UNKNOWN, Sentence(said)
    # A cache or an archive shows the grantee's own page.
    shown = unwrap(candidate_url)
    urls = [candidate_url, *([shown.url] if shown and shown.url else [])]
    if any(_is_on(host, url) for host in grant.grantee_hosts for url in urls):
        return _FITS
    address = parse_address(candidate_url)
    other = address.host if address else candidate_url
    return Coverage.DOES_NOT, Sentence(
        say("holds on {hosts}, not on {other}", hosts=hosts, other=other)
    )


def _is_on(host: str, url: str) -> bool:
    address = parse_address(url)
    return address is not None and covers_host(host, address.host)
