"""Hosts as people write them, in policies, grants and trust files."""

from __future__ import annotations

from reuse_guard.expressions import expression
from reuse_guard.urls.identity import parse_address, site_of

_NOT_BARE = expression(r"[/:?#@*\s]")
_SHORT = 3  # letters: com, org, gov


def host_name(host: str) -> str | None:
    """A host in one form: lower case, punycode, without `www.`; None where it is none.

    >>> host_name("WWW.Пример.kz")
    'xn--e1afmkfd.kz'
    """
    address = parse_address(f"https://{host}/") if host else None
    if address is None or address.path != "/" or address.user or address.port or not address.host:
        return None
    return address.host.removeprefix("www.")


def bare_host(host: str) -> str:
    """A host as a person wrote it, if it is nothing more than a host.

    Raises:
        ValueError: it has a scheme, a path or a port, or is no host, or not one machine's or
            publisher's.
    """
    cleaned = host.strip()
    if _NOT_BARE.search(cleaned) or host_name(cleaned) is None:
        msg = f"{host!r} is not a bare host; write it as news.example, without scheme or path"
        raise ValueError(msg)
    if not is_whole_host(cleaned):
        msg = (
            f"{host!r} is not a whole host, and would cover all hosts under it; write news.example"
        )
        raise ValueError(msg)
    return cleaned


def publisher_host(host: str) -> str:
    """The same for the host of a policy, in lower case.

    Whether `name.example` is a suffix that many share is looked up where the name is as short as
    such suffixes are (`com.kz`, `co.uk`): the list takes 60 ms to load, and a policy permits
    nothing by its hosts.
    """
    name = host_name(host.strip()) or ""
    if len(name.partition(".")[0]) > _SHORT and "." in name and not _NOT_BARE.search(host.strip()):
        return host.strip().lower().removesuffix(".")
    return bare_host(host).lower().removesuffix(".")


def is_whole_host(host: str) -> bool:
    """Whether a host is one machine's or publisher's: neither `kz` nor `com.kz` is."""
    name = (host_name(host) or "").strip(".")
    return name == "localhost" or ("." in name and site_of(name) is not None)


def covers_host(named: str, host: str) -> bool:
    """Whether a host is the named one or one under it.

    >>> covers_host("partner.kz", "m.partner.kz"), covers_host("partner.kz", "notpartner.kz")
    (True, False)
    """
    own, other = host_name(named), host_name(host)
    return own is not None and other is not None and (other == own or other.endswith(f".{own}"))
