"""Hosts of shortened addresses, where only following one tells where it leads.

Most lead anywhere, those of archives to a copy of a page. Those that one company keeps for its own
pages lead to these alone, and so never to another publisher's article: a shop's link for buyers
asks for no person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_ANYWHERE: Final = """
    t.co bit.ly bitly.com j.mp clck.ru goo.gl tinyurl.com is.gd v.gd ow.ly buff.ly dlvr.it vk.cc
    t.ly cutt.ly rebrand.ly shorturl.at rb.gy lnkd.in fb.me trib.al ift.tt wp.me goo.su qps.ru
    u.to clc.to clc.li tiny.cc s.id soo.gd surl.li bl.ink x.gd urlz.fr shorturl.asia tiny.one
    short.gy t2m.io snip.ly po.st adf.ly bit.do shrtm.nu chilp.it hubs.ly hubs.li mailchi.mp
    archive.ph archive.today archive.is archive.md archive.li archive.fo archive.vn perma.cc
    1.ru ya.cc ria.cc lenta.cc share.google g.co tl.gd prt.nu n9.cl acortar.link dub.sh search.app
    """
# The names that the hosts of their companies have, in any country.
_OF_ONE: Final = {
    "amzn.to": "amazon",
    "amzn.eu": "amazon",
    "a.co": "amazon",
    "apple.co": "apple",
    "bbc.in": "bbc",
    "econ.st": "economist",
    "nyti.ms": "nytimes",
    "on.ft.com": "ft",
    "reut.rs": "reuters",
    "spoti.fi": "spotify",
    "tass.link": "tass",
    "wapo.st": "washingtonpost",
}
SHORTENERS: Final = frozenset({*_ANYWHERE.split(), *_OF_ONE})
# What a post on X shows in place of the address of its own picture, which is shortened as all are.
_PICTURES: Final = ("pic.twitter.com/", "pic.x.com/")


def may_lead_to(host: str, text: str, hosts: Iterable[str]) -> bool:
    """Whether an address at a shortener may lead to one of some hosts.

    Args:
        host: the shortener's.
        text: what the link says.
        hosts: of an article's addresses.

    >>> may_lead_to("bit.ly", "here", ["orig.kz"]), may_lead_to("amzn.to", "here", ["orig.kz"])
    (True, False)
    >>> may_lead_to("bbc.in", "here", ["www.bbc.co.uk"])
    True
    >>> may_lead_to("t.co", "pic.twitter.com/PQqbN51wBW", ["orig.kz"])
    False
    """
    if text.strip().startswith(_PICTURES):
        return False
    owner = _OF_ONE.get(host)
    return owner is None or any(owner in name.split(".") for name in hosts)
