"""What parameters of an address tell: which page is meant, or only where its reader came from.

One that is dropped and names an article passes a link to another one; one that is kept and names
none accuses a partner whose link is right. So they are three kinds: those that are on a list, or
whose value is a place to come from, are dropped; those by which sites name their pages
(`names_page`) make another page; of all others it cannot be told.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final
from urllib.parse import unquote

from reuse_guard.expressions import expression

# Parameters that tell where a reader came from, and never which article is meant. Sources: the
# makers' own pages (Google, Meta, Yandex, Microsoft, Mailchimp, Matomo, HubSpot, Marketo, Adobe,
# Piano/AT Internet, Twitter, LinkedIn, TikTok, Branch) and the lists of ClearURLs, Brave and
# Firefox.
_TRACKERS: Final = """
    fbclid fb_action_ids fb_action_types fb_source fb_ref fb_comment_id gclid gclsrc dclid gbraid
    wbraid gad_source gad_campaignid srsltid yclid ymclid ysclid yadclid yadordid msclkid mc_cid
    mc_eid mc_tc igshid igsh _openstat twclid ttclid li_fat_id ref_src ref_url __twitter_impression
    _ga _gl _ke _hsenc _hsmi __hssc __hstc __hsfp hsctatracking mkt_tok vero_id vero_conv
    oly_anon_id oly_enc_id wickedid epik rb_clickid _branch_match_id _branch_referrer guccounter
    guce_referrer guce_referrer_sig soc_src soc_trk ns_mchannel ns_source ns_campaign ns_linkname
    ns_fee wt_mc wt_zmc xtor phpsessid at_medium at_campaign at_campaign_type at_link_id
    at_link_type at_link_origin at_ptr_name at_format at_bbc_team
    referrer referer http_referer http_referrer unlocked_article_code ml_subscriber
    ml_subscriber_hash ck_subscriber_id ss_email_id oft_id oft_ck oft_lk oft_sid bsft_clkid
    bsft_uid bsft_eid bsft_mid _bhlid elqtrackid cm_mmc __s __tn__ sccid mibextid tg_rhash
    """
TRACKERS: Final = frozenset(_TRACKERS.split())
TRACKER_FAMILIES: Final = (
    *(
        "utm_",
        "hsa_",
        "pk_",
        "mtm_",
        "matomo_",
        "itm_",
        "at_custom",
        "_x_tr_",
        "__cft__",
        "roistat",
    ),
)
# Those that tell where a reader came from when their value does, and on some sites name articles.
_ORIGINS: Final = frozenset({"ref", "source", "src", "from", "via", "smid"})
# Where readers come from, as such values name it. Numbers and other words may name an article.
_CHANNELS: Final = frozenset(
    """
    rss feed rssfeed newsfeed atom twitter tw facebook fb instagram ig telegram tg whatsapp wa
    viber vk vkontakte ok odnoklassniki linkedin threads tiktok youtube reddit pinterest bluesky
    mastodon flipboard google yandex dzen zen smi2 email mail em newsletter push social smm share
    sharing copy url link button page channel group bot post app ios android messenger web
    """.split()  # noqa: SIM905 - as the other lists
)
_PARTS = expression(r"[^\W_]+")
_HOST = expression(r"(?:(?:[^\W_]|-){1,63}\.)+(?:[^\W\d_]{2,63}|xn--[a-z\d-]+)", re.IGNORECASE)
# Names by which sites tell their pages apart.
_NAMES_OF_PAGES: Final = frozenset(
    """
    a act action art article author c cat category code date day do doc document entry f file hl
    item key lang language locale m mod module month n name news no num number option p page
    paged part path post q query route rubric search section slug story tag task title topic url
    view year
    """.split()  # noqa: SIM905 - as the other lists
)
# Of these, what shows an article whose address is told from others without it: a page or a part of
# it, in another language, for printing.
_VIEWS: Final = frozenset(
    "act action cat category date hl lang language locale page paged section tag view".split()  # noqa: SIM905 - as above
)
# And numbers of them. `cid`, `ocid`, `cmpid`, `mbid`, `sessionid` are of campaigns and readers.
_NUMBER_OF_A_PAGE = expression(
    r"(?:[anp]|art|article|cat|category|content|doc|document|entry|gallery|item|material|news|node"
    r"|page|photo|post|record|section|story|text|topic|video)?[-_]?id"
)
# What a part of an address has if it is one article's: a number, or a title of three words.
_TITLE = r"[^\W\d_]+[-_][^\W\d_]+[-_][^\W\d_]+"
_TELLING = expression(rf"\d{{3}}|{_TITLE}")
# The same of a last part, where a value says that it tells of no article: a short number will do.
_OWN_PART = expression(rf"\d|{_TITLE}")


def is_tracker(name: str) -> bool:
    """Whether a parameter only tells where a reader came from, whatever its value.

    >>> is_tracker("utm_source"), is_tracker("newsid")
    (True, False)
    """
    name = name.lower()
    return name in TRACKERS or name.startswith(TRACKER_FAMILIES)


def names_origin(name: str, value: str, path: str) -> bool:
    """Whether a parameter tells by its value where a reader came from: a host, or a channel.

    Ghost puts the host that links into every link. A host ends in a suffix that is registered:
    `?ref=budget.shtml` may be an article. So may `?src=bridge.md` below a path that is no
    article's own, as Moldova has that suffix.

    >>> names_origin("ref", "partner.com", "/"), names_origin("source", "rss", "/news/7120-bridge")
    (True, True)
    >>> names_origin("ref", "7", "/news/7120-bridge"), names_origin("src", "flood.md", "/view")
    (False, False)
    """
    if name == "ref" and _is_host(value):
        return True
    if name.lower() not in _ORIGINS or not (_OWN_PART.search(_last(path)) or tells_article(path)):
        return False
    return names_channel(value) or _is_host(value)


def tells_article(path: str) -> bool:
    """Whether a path is one article's: some part has a number or a title of three words.

    >>> tells_article("/news/7120/bridge"), tells_article("/2026/11/bridge"), tells_article("/view")
    (True, True, False)
    """
    return _TELLING.search(unquote(path)) is not None


def _last(path: str) -> str:
    return unquote(path).rstrip("/").rpartition("/")[2]


def names_channel(value: str) -> bool:
    """Whether a value is the name of a network, a feed or the like, and nothing besides.

    >>> names_channel("telegram-channel"), names_channel("rss----7f60cf---4")
    (True, True)
    >>> names_channel("facebook-fined")
    False
    """
    words = _PARTS.findall(value.lower().partition("--")[0])
    return bool(words) and _CHANNELS.issuperset(words)


def names_page(name: str) -> bool:
    """Whether sites name their pages by a parameter that is called so.

    >>> names_page("newsid"), names_page("p"), names_page("ocid")
    (True, True, False)
    """
    name = name.lower()
    return name in _NAMES_OF_PAGES or _NUMBER_OF_A_PAGE.fullmatch(name) is not None


def names_view(name: str) -> bool:
    """Whether such a parameter may show the same article in another way.

    >>> names_view("lang"), names_view("newsid")
    (True, False)
    """
    return name.lower() in _VIEWS


@cache
def suffixes(*, unknown: bool):  # type: ignore[no-untyped-def]  # noqa: ANN201 - no types
    """The suffixes under which sites are registered, with `unknown` also those of no list."""
    from publicsuffixlist import PublicSuffixList  # noqa: PLC0415 - takes 60 ms to load

    return PublicSuffixList(accept_unknown=unknown)


def _is_host(value: str) -> bool:
    if _HOST.fullmatch(value) is None:
        return False
    return suffixes(unknown=False).publicsuffix(value.lower()) not in (None, "zip", "mov")
