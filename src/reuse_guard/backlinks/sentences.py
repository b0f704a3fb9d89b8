"""What is said of a link, by what it is and where it leads."""

from __future__ import annotations

from typing import Final

from reuse_guard.backlinks.model import BacklinkStatus, Flaw
from reuse_guard.documents.model import LinkKind
from reuse_guard.urls.relation import Relation
from reuse_guard.urls.wrappers import Wrapper

SPELLINGS: Final = {
    Relation.RESPELT: (
        Flaw.RESPELT,
        BacklinkStatus.WARNING,
        "It leads to the article's address with a slash doubled or an index page named, which most"
        " servers take for the same and some do not.",
    ),
    Relation.VARIANT: (
        Flaw.VARIANT,
        BacklinkStatus.WARNING,
        "It leads to an AMP, mobile or print address of the article that the original does not"
        " declare.",
    ),
    Relation.PUNCTUATED: (
        Flaw.PUNCTUATED,
        BacklinkStatus.WARNING,
        "It leads to the article's address with a mark of a sentence or a space behind it.",
    ),
    Relation.OTHER_VIEW: (
        Flaw.OTHER_VIEW,
        BacklinkStatus.UNRESOLVED,
        "It leads to the article's address with a language, print or the number of a page in its"
        " path, which may show another text.",
    ),
    Relation.RENAMED: (
        Flaw.RENAMED,
        BacklinkStatus.UNRESOLVED,
        "It leads to an address with the article's number and another title, as an article has that"
        " was renamed.",
    ),
    Relation.EXTENDED: (
        Flaw.EXTENDED,
        BacklinkStatus.UNRESOLVED,
        "It leads to the article's address with parameters that may name another page or only say"
        " where its reader came from.",
    ),
}
NOT_THERE: Final = {
    Relation.LOOKALIKE: (Flaw.LOOKALIKE, "It leads elsewhere: {detail}."),
    Relation.NETWORK: (
        Flaw.NETWORK,
        "It leads to the publisher's page or post on {host}, not to the article.",
    ),
    Relation.SAME_SITE: (
        Flaw.OTHER_PAGE,
        "It leads to another page of {host}, not to the article.",
    ),
}
TO_ARTICLE: Final = frozenset(
    {Relation.ARTICLE, Relation.RESPELT, Relation.PUNCTUATED, Relation.VARIANT}
)
MAY_BE_ARTICLE: Final = TO_ARTICLE | SPELLINGS.keys()
LEADS_TO: Final = {
    Relation.ARTICLE: "the original article",
    Relation.RESPELT: "the original article",
    Relation.PUNCTUATED: "the original article",
    Relation.VARIANT: "the original article",
    Relation.HOME: "the publisher's home page",
    Relation.SECTION: "a section of the publisher's site",
}
COPIES: Final = {
    Wrapper.ARCHIVE: "an archived copy",
    Wrapper.TRANSLATION: "a machine translation",
    Wrapper.AMP_CACHE: "a cached AMP copy",
    Wrapper.TURBO: "a Turbo copy",
}
BARE: Final = (
    "Its address stands without brackets, of which GitHub, Hugo and Astro make a link, and Jekyll,"
    " Eleventy and MkDocs do not."
)
# By how it stands in Markdown, where sites differ and only the published page shows a link.
UNSURE: Final = {
    LinkKind.GENERATED: (
        Flaw.GENERATED,
        "It stands in what not all sites read alike (a shortcode, a component, a comment or a"
        " note); only the published page shows whether it is a link.",
    ),
    LinkKind.LEFT_OUT: (
        Flaw.LEFT_OUT,
        "It stands in a footnote that nothing in the text refers to by its exact name, or in a"
        " second one of that name, which many sites leave out.",
    ),
    LinkKind.IN_HTML: (
        Flaw.IN_HTML,
        "It is written as Markdown inside HTML, which GitHub, Hugo and Astro make a link of, and"
        " Jekyll and MkDocs leave as it is.",
    ),
    LinkKind.RAW_HTML: (
        Flaw.RAW_HTML,
        "It is HTML in Markdown, which Hugo leaves out unless its settings say `unsafe`.",
    ),
    LinkKind.UNLINKED: (
        Flaw.UNLINKED,
        "Its address stands without brackets where Hugo makes no link of it, or none of the whole.",
    ),
}
SHORTENED: Final = "It is a shortened address; where it leads cannot be told without following it."
SLIPS: Final = {
    Flaw.NO_SCHEME: "It begins without https://, so a browser looks for it on the page's own site.",
    Flaw.TEMPLATED: (
        "A site generator fills in its address; only the published page shows where it leads."
    ),
    Flaw.UNFILLED: (
        "A command to a site generator stands in place of its address, so it leads nowhere."
    ),
    Flaw.MISTYPED: "Its beginning is mistyped, so a browser may not find the article.",
}
