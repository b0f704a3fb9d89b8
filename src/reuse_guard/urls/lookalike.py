"""Hosts that look like another one, and are not: the tricks by which a link seems to lead home."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from reuse_guard.urls.identity import site_of

if TYPE_CHECKING:
    from reuse_guard.urls.identity import Address

# What browsers show like a Latin letter: those of Unicode's confusables.txt that a domain name may
# hold, with the digits that pass for letters.
_LOOK_ALIKE: Final = """
    аa еe оo рp сc уy хx іi јj ѕs һh ԁd ԛq ԝw ьb вb кk мm нh тt гr пn эe зe ҡk қk ғf үy ұy өo ңh
    αa βb γy εe ηn ιi κk νv οo ρp τt υu χx ωw ßb ɡg ıi ɩi ӏl łl øo đd
    0o 1l 3e 4a 5s 6b 8b 9g |l
    """  # noqa: RUF001 - look-alikes are the point
_LOOK: Final = str.maketrans({pair[0]: pair[1] for pair in _LOOK_ALIKE.split()})
_PAIRS: Final = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("nn", "m"))
_LEAST_NAME: Final = 4  # letters; shorter names say little about whose they are
_LEAST_MISSPELT: Final = 6  # letters; shorter names are one slip away from too many honest ones


def lookalike_reason(address: Address, target: Address) -> str | None:
    """How an address on another site makes itself look like one of `target`'s, or None.

    Both hosts must not belong to one site.
    """
    genuine, host = target.host.removeprefix("www."), address.host.removeprefix("www.")
    if genuine in address.user.lower().replace("%2e", "."):
        return f"{genuine} stands before an @ and is a user name; the link leads to {host}"
    if host.startswith(f"{genuine}.") or f".{genuine}." in host:
        return f"{genuine} is only the beginning of the host {host}"
    if _is_spelled_like(address, target):
        return f"the host {address.unicode_host} only looks like {genuine}"
    if f"/{genuine}" in address.path.lower():
        return f"{genuine} is only part of the path on {host}"
    return None


def _is_spelled_like(address: Address, target: Address) -> bool:
    if not _some_label_resembles(address.unicode_host, target.unicode_host):
        return False
    name, genuine = _name(address), _name(target)
    return bool(name and genuine) and _resembles(name, genuine)


@lru_cache(maxsize=4096)
def _some_label_resembles(host: str, genuine: str) -> bool:
    """Whether it is worth while to find out where the registrable domains begin."""
    return any(
        _resembles(label, other)
        for label in host.split(".")[:-1]
        for other in genuine.split(".")[:-1]
        if len(other) >= _LEAST_NAME
    )


def _resembles(name: str, genuine: str) -> bool:
    """Whether a reader may take one name for the other; equal names stand under other endings."""
    if _skeleton(name) == _skeleton(genuine):
        return name != genuine or len(genuine) >= _LEAST_NAME
    if len(genuine) < _LEAST_NAME:
        return False
    if name.replace("-", "") == genuine.replace("-", "") or genuine in name.split("-"):
        return True
    return len(genuine) >= _LEAST_MISSPELT and _is_one_slip(name, genuine)


def _name(address: Address) -> str:
    """The part of the registrable domain that its owner chose, as a browser shows it."""
    site = site_of(address.unicode_host) or address.unicode_host
    return site.partition(".")[0]


@lru_cache(maxsize=4096)
def _skeleton(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.lower())
    folded = "".join(c for c in plain if not unicodedata.combining(c)).translate(_LOOK)
    for pair, letter in _PAIRS:
        folded = folded.replace(pair, letter)
    return folded


def _is_one_slip(name: str, genuine: str) -> bool:
    """One letter more, less, other, or two swapped."""
    if abs(len(name) - len(genuine)) > 1:
        return False
    short, long = sorted((name, genuine), key=len)
    start = next(
        (i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short)
    )
    if len(short) != len(long):
        return short[start:] == long[start + 1 :]
    rest = short[start + 1 :] == long[start + 1 :]
    swapped = short[start : start + 2] == long[start : start + 2][::-1]
    return rest or (swapped and short[start + 2 :] == long[start + 2 :])
