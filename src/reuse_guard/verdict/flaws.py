"""What is wrong with a link or its place, as the clauses say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.backlinks import Flaw
from reuse_guard.locale import Phrase, say
from reuse_guard.urls.nearby import marks_behind
from reuse_guard.verdict.hiding import why_phrase

if TYPE_CHECKING:
    from reuse_guard.backlinks import Backlink


def describe(backlink: Backlink) -> Phrase:
    """Where a link leads, or the gravest thing that is wrong with it."""
    if not backlink.flaws:
        return say("The link on line {line:n} leads there.", line=backlink.line)
    return say(
        "The link on line {line:n}: {flaw}",
        line=backlink.line,
        flaw=_obstacle(backlink) or _sentence(backlink.flaws[0], backlink.url),
    )


def perhaps_at_the_end(line: int) -> Phrase:
    """Why something may stand at the end of the text although more stands below it."""
    return say(
        "Below line {line:n} only short paragraphs stand, which may be the site's own and no part"
        " of the text; a person has to look whether the text ends on line {line:n}.",
        line=line,
    )


def _obstacle(backlink: Backlink) -> Phrase | None:
    """The gravest flaw with its reason, where it is one of sight."""
    if backlink.obstacle is None:
        return None
    why = why_phrase(backlink.obstacle)
    said = {
        Flaw.HIDDEN: say("a reader does not see it ({why}).", why=why),
        Flaw.HIDDEN_WITH_COPY: say(
            "it is hidden in the same way as the copied text ({why}), as pages do that show both"
            " by a script, an animation or a click; open the page and see whether the link shows"
            " where the text does.",
            why=why,
        ),
        Flaw.FADES_IN: say(
            "it is hidden ({why}) until a script fades it in, as its classes, attributes or styles"
            " ask; open the page and see whether the link shows.",
            why=why,
        ),
        Flaw.FOLDED: say(
            "it is hidden ({why}) in a box that a button or tab of the page names; open the page"
            " and see whether a reader can open that box.",
            why=why,
        ),
        Flaw.DRAWN: say(
            "its words are hidden ({why}), and a style sheet draws something in their place; open"
            " the page to see what.",
            why=why,
        ),
        Flaw.UNCLICKABLE: say("a reader sees it and cannot follow it ({why}).", why=why),
        Flaw.STOPPED: say(
            "its own script stops the click ({why}); open the page and see whether the link leads"
            " anywhere.",
            why=why,
        ),
    }
    return said.get(backlink.flaws[0])


def _sentence(flaw: Flaw, url: str) -> Phrase:
    return (_of_the_address(url) | _of_the_link())[flaw]


def _of_the_address(url: str) -> dict[Flaw, Phrase]:
    """What is wrong with where a link leads."""
    return {
        Flaw.LOOKALIKE: say(
            "it leads to {url}, another site that looks like the publisher's.", url=url
        ),
        Flaw.NO_SCHEME: say(
            "it begins without https://, so a browser looks for it on the page's own site; write"
            " the address out in full."
        ),
        Flaw.MISTYPED: say(
            "its beginning is mistyped, so a browser may not find the article; write the address"
            " out in full, beginning with https://."
        ),
        Flaw.TEMPLATED: say(
            "a site generator fills in its address; only the published page shows where it leads;"
            " look there, or write the address itself."
        ),
        Flaw.UNFILLED: say(
            "a command to a site generator stands in place of its address, so it leads nowhere;"
            " write the address itself."
        ),
        Flaw.OTHER_PAGE: say("it leads to another page of the publisher, {url}.", url=url),
        Flaw.NETWORK: say(
            "it leads to the publisher's page or post on a social network, {url}, not to the"
            " article.",
            url=url,
        ),
        Flaw.SECTION: say("it leads to a section of the publisher's site, not to the article."),
        Flaw.HOME: say("it leads to the publisher's home page, not to the article."),
        Flaw.NOT_HOME: say("it leads to the article, where the home page is asked for."),
        **_of_the_spelling(url),
        Flaw.RENAMED: say(
            "it leads to the article's number with another title or none, {url}; open it to see"
            " whether it is the article.",
            url=url,
        ),
        Flaw.EXTENDED: say(
            "it leads to the article's address with parameters that may name another page, {url};"
            " open it to see.",
            url=url,
        ),
        Flaw.SHORTENED: say("it is shortened ({url}); where it leads cannot be told.", url=url),
        Flaw.COPY: say("it leads to a copy of the article at {url}.", url=url),
        Flaw.INDIRECT: say("it leads to the article through a redirector, {url}.", url=url),
        Flaw.IN_PATH: say(
            "it leads to {url}, which holds the article's address in its path; open it to see"
            " whether it leads on.",
            url=url,
        ),
    }


def _of_the_spelling(url: str) -> dict[Flaw, Phrase]:
    """What is wrong with an address that is the article's in another form."""
    return {
        Flaw.VARIANT: say(
            "it leads to a mobile or AMP version that the original does not declare."
        ),
        Flaw.RESPELT: say("it leads to another spelling of the article's address."),
        Flaw.PUNCTUATED: say(
            'it leads to the article\'s address with "{marks}" behind it ({url}); take that out.',
            marks=marks_behind(url),
            url=url,
        ),
        Flaw.OTHER_VIEW: say(
            "it leads to the article's address in another language, in print or at another page,"
            " {url}; open it to see.",
            url=url,
        ),
    }


def _of_the_link() -> dict[Flaw, Phrase]:
    """What is wrong with a link itself, wherever it leads."""
    return {
        Flaw.SHARE_BUTTON: say("it is a button for sharing."),
        Flaw.SCRIPTED: say("it works by a script and is no hyperlink."),
        Flaw.MENTION: say("the address is only text; a reader cannot click it."),
        Flaw.WRITTEN: say("the address is written out; plain text carries no hyperlink."),
        Flaw.BARE: say(
            "its address stands without brackets: GitHub, Hugo and Astro make a link of it, Jekyll,"
            " Eleventy and MkDocs do not; write [source](address), which is a link everywhere."
        ),
        **_in_markdown(),
        Flaw.HIDDEN: say("a reader does not see it."),
        Flaw.HIDDEN_WITH_COPY: say("it is hidden in the same way as the copied text."),
        Flaw.FADES_IN: say("it is hidden until a script fades it in."),
        Flaw.FOLDED: say("it is hidden in a box that a button or tab of the page names."),
        Flaw.UNCLICKABLE: say("a reader sees it and cannot follow it."),
        Flaw.STOPPED: say("its own script stops the click."),
        Flaw.EMPTY: say("it has no text that a reader could click."),
        Flaw.DRAWN: say(
            "it has no text; only a browser shows whether a style sheet draws an icon there."
        ),
        Flaw.LAID_OVER: say(
            "it has no words of its own; open the page and see whether it lies over words or a"
            " picture, or holds the table below it."
        ),
        Flaw.IMAGE_WITHOUT_TEXT: say("it is an image without alternative text."),
        Flaw.ARIA_HIDDEN: say("it is kept from screen readers."),
        Flaw.READER_COMMENT: say("it stands in a reader's comment."),
        Flaw.PERHAPS_COMMENT: say(
            "it stands below a heading of readers' comments; open the page and see whether a reader"
            " wrote it."
        ),
        Flaw.ASIDE: say("it stands beside the text, in navigation, a footer or related links."),
        Flaw.PERHAPS_ASIDE: say(
            "it looks like one of related links, or stands right beside them; open the page and"
            " see whether it is one of them or names the source."
        ),
        Flaw.NOFOLLOW: say("its rel attribute closes it to search engines."),
        Flaw.PAGE_NOFOLLOW: say("the page's robots tag closes its links to search engines."),
        Flaw.PARTLY_NOFOLLOW: say(
            "the page closes its links to single search engines, and not to all of them; take that"
            " nofollow out."
        ),
        Flaw.PAGE_NOINDEX: say(
            "the page's robots tag or header keeps the page out of search engines (noindex), and"
            " the terms ask for a link that is open to them; take noindex out."
        ),
        Flaw.NOINDEX: say("it stands in a noindex element, which closes it to search engines."),
    }


def _in_markdown() -> dict[Flaw, Phrase]:
    """What is wrong with a link in Markdown that some sites show and others do not."""
    return {
        Flaw.GENERATED: say(
            "it stands in what not all sites read alike (a shortcode, a component, a comment or a"
            " note); only the published page shows whether it is a link; look at that, or write it"
            " outside."
        ),
        Flaw.LEFT_OUT: say(
            "it stands in a footnote that nothing in the text refers to by its exact name, or in a"
            " second one of that name, which many sites leave out; refer to it in the text."
        ),
        Flaw.IN_HTML: say(
            "it is Markdown inside HTML, which GitHub, Hugo and Astro make a link of, and Jekyll"
            " and MkDocs leave as it is; write it outside the HTML, or say how the site reads"
            " Markdown (dialect)."
        ),
        Flaw.RAW_HTML: say(
            "it is HTML, which Hugo leaves out of Markdown unless its settings say unsafe; write"
            " [source](address), or look at the published page."
        ),
        Flaw.UNLINKED: say(
            "its address stands without brackets where Hugo makes no link of it, or none of the"
            " whole; write [source](address), which is a link everywhere."
        ),
    }
