"""Judging link duties: is the hyperlink there that the terms ask for, where they ask for it?"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reuse_guard.backlinks import BacklinkStatus, Flaw, best
from reuse_guard.documents.model import Format
from reuse_guard.locale import Phrase, say, say_many
from reuse_guard.measure.pieces import holds_words
from reuse_guard.measure.placing import fits, may_fit
from reuse_guard.policy.duties import LinkDuty, LinkTarget, Requirement, Spot
from reuse_guard.verdict import cures
from reuse_guard.verdict.clauses import Finding
from reuse_guard.verdict.flaws import describe, perhaps_at_the_end
from reuse_guard.verdict.model import Status
from reuse_guard.verdict.places import place_name

if TYPE_CHECKING:
    from reuse_guard.measure.facts import Facts
    from reuse_guard.measure.links import FoundLink


COUNTS = frozenset({BacklinkStatus.VALID, BacklinkStatus.WARNING})


def judge_link(facts: Facts, duty: LinkDuty, links: tuple[FoundLink, ...]) -> Finding:
    """A hyperlink as the duty asks for it, in the place it asks for."""
    counted = [link for link in links if _keeps(link, duty)]
    status, said = _judge_link(facts, duty, links, counted)
    return Finding(
        status=status,
        said=said,
        cures=_link_cures(facts, duty, links, duty.count - len(counted)),
        measured=len(counted),
        limit=duty.count,
        definition=_link_definition(duty),
    )


def _judge_link(
    facts: Facts, duty: LinkDuty, links: tuple[FoundLink, ...], counted: list[FoundLink]
) -> tuple[Status, tuple[Phrase, ...]]:
    if len(counted) >= duty.count:
        return _judge_found(facts, duty, counted[0])
    if not facts.original_urls and facts.candidate_links:
        text = say(
            "The original's address is not known, so no link can be recognised;"
            " give it with original_url (--original-url), or keep the original with its address."
        )
        return Status.UNVERIFIABLE, (text,)
    perhaps = [link for link in links if _may_keep(link, duty)]
    if len(perhaps) + len(counted) >= duty.count:
        return Status.UNVERIFIABLE, (_doubt(perhaps[0], duty),)
    shown = _what_may_be_shown(facts, duty)
    if shown and len(perhaps) + len(counted) + 1 >= duty.count:
        return Status.UNVERIFIABLE, shown
    return Status.VIOLATED, _what_is_missing(facts, duty, links, counted)


def _judge_found(
    facts: Facts, duty: LinkDuty, found: FoundLink
) -> tuple[Status, tuple[Phrase, ...]]:
    if facts.candidate_format is Format.TEXT and not duty.written:
        said = say(
            "The address {url} is written out, but plain text cannot show whether the published"
            " page links it.",
            url=found.backlink.url,
        )
        return Status.UNVERIFIABLE, (said,)
    if found.backlink.status is BacklinkStatus.WARNING:
        return Status.MET, (describe(found.backlink), say("It counts all the same."))
    return Status.MET, (describe(found.backlink),)


def _what_is_missing(
    facts: Facts, duty: LinkDuty, links: tuple[FoundLink, ...], counted: list[FoundLink]
) -> tuple[Phrase, ...]:
    target = target_name(duty.target)
    if counted:
        said = say_many(
            "{found:n} of {count:n} link to {target} found.",
            "{found:n} of {count:n} links to {target} found.",
            duty.count,
            found=len(counted),
            target=target,
        )
        return (said,)
    close = _nearest(links, duty)
    if close is None:
        nothing = say("No hyperlink to {target} found.", target=target)
        return (nothing, *_where_it_is_named(facts, duty))
    return say("No link to {target} that counts.", target=target), _what_fails(close, duty)


def _where_it_is_named(facts: Facts, duty: LinkDuty) -> tuple[Phrase, ...]:
    """That the address was seen where no reader can click it."""
    named = facts.named_at
    if named is None or named.target is None or duty.target is LinkTarget.HOME:
        return ()
    if facts.candidate_format is Format.MARKDOWN:
        said = say(
            "The front matter names its address on line {line:n} ({key}), which makes no hyperlink"
            " in the text.",
            line=named.line,
            key=named.kind,
        )
    else:
        said = say(
            "The page names its address for machines alone, on line {line:n} ({key}).",
            line=named.line,
            key=named.kind,
        )
    return (said,)


def _what_may_be_shown(facts: Facts, duty: LinkDuty) -> tuple[Phrase, ...]:
    """That the site may show the address of the front matter as a link, outside of the text."""
    named = facts.named_at
    is_anywhere = duty.where.spot in {Spot.ANYWHERE, Spot.END}
    if named is None or not (facts.named_may_show and is_anywhere):
        return ()
    if duty.target is LinkTarget.HOME:
        return ()
    if named.target is None:
        said = say(
            "No link in the text counts. The front matter names a shortened address on line"
            " {line:n} ({key}): {url}. If it leads to the original, only the published page shows"
            " whether the site makes a link of it. Look there, or write a link into the text.",
            line=named.line,
            key=named.kind,
            url=named.value,
        )
        return (said,)
    said = say(
        "No link in the text counts. The front matter names the original's address on line {line:n}"
        " ({key}); only the published page shows whether the site makes a link of it. Look there,"
        " or write a link into the text.",
        line=named.line,
        key=named.kind,
    )
    return (said,)


@cache
def target_name(target: LinkTarget) -> Phrase:
    """Where a link has to lead."""
    return {
        LinkTarget.ARTICLE: say("the original article"),
        LinkTarget.HOME: say("the publisher's home page"),
        LinkTarget.EITHER: say("the original article or the publisher's home page"),
    }[target]


def _link_definition(duty: LinkDuty) -> Phrase:
    return say(
        "Sought: a link that a reader sees and can click, to {target}, {place}{anchor}{size}"
        "{follow}{direct}.",
        target=target_name(duty.target),
        place=place_name(duty.where),
        **cures.worded(duty),
        follow=say(", open to search engines") if duty.follow is Requirement.REQUIRED else "",
        direct=say(", not through a redirector") if duty.direct is Requirement.REQUIRED else "",
    )


def _link_cures(
    facts: Facts, duty: LinkDuty, links: tuple[FoundLink, ...], missing: int
) -> tuple[cures.Cure, ...]:
    """Move a link that lacks nothing but its place; else put as many as are missing."""
    movable = [link for link in links if _may_be_moved(link, duty)]
    if missing == 1 and movable:
        return (cures.move_link(movable[0].backlink.line, duty.where),)
    address = cures.address_or_name(facts.address_for(duty.target))
    return (cures.add_links(address, duty, missing),)


def _may_be_moved(link: FoundLink, duty: LinkDuty) -> bool:
    return not _in_place(link, duty) and _keeps_but_place(link, duty)


def _keeps(link: FoundLink, duty: LinkDuty) -> bool:
    """Whether the link is all that the duty asks for."""
    return _in_place(link, duty) and _keeps_but_place(link, duty)


def _keeps_but_place(link: FoundLink, duty: LinkDuty) -> bool:
    font = duty.min_font is None or (link.font_ratio or 0) >= duty.min_font
    return link.backlink.status in COUNTS and _is_worded(link, duty) and font


def _is_worded(link: FoundLink, duty: LinkDuty) -> bool:
    """Whether the words are those the duty asks for."""
    return duty.anchor is None or holds_words(link.anchor, duty.anchor)


def _in_place(link: FoundLink, duty: LinkDuty) -> bool:
    return fits(link.position, duty.where)


def _may_keep(link: FoundLink, duty: LinkDuty) -> bool:
    """Whether only what cannot be seen stands between the link and the duty."""
    # Where a hidden link stands among paragraphs that are hidden with it is not known either.
    is_hidden = Flaw.HIDDEN_WITH_COPY in link.backlink.flaws
    if not ((is_hidden or may_fit(link.position, duty.where)) and _is_worded(link, duty)):
        return False
    if link.backlink.status is BacklinkStatus.UNRESOLVED:
        return True
    if duty.min_font is not None and link.font_ratio is None:
        return link.backlink.status in COUNTS
    return not _in_place(link, duty) and _keeps_but_place(link, duty)


def _doubt(link: FoundLink, duty: LinkDuty) -> Phrase:
    if link.backlink.status is BacklinkStatus.UNRESOLVED:
        return describe(link.backlink)
    if not _in_place(link, duty):
        if duty.where.spot is Spot.END:
            return perhaps_at_the_end(link.backlink.line)
        return say(
            "Readers may count the sentences before the link on line {line:n} differently (quoted"
            " speech, short words, names with a mark); a person has to look whether it stands"
            " {place}.",
            line=link.backlink.line,
            place=place_name(duty.where),
        )
    return say(
        "The size of the link's letters on line {line:n} cannot be seen, since style sheets that"
        " are not in the page may give it; it must be at least {size:r} of the body text's: compare"
        " them in a browser.",
        line=link.backlink.line,
        size=f"{duty.min_font:.0%}",
    )


def _nearest(links: tuple[FoundLink, ...], duty: LinkDuty) -> FoundLink | None:
    """The link that comes nearest to the duty: one that counts, else the best of the others."""
    counting = [link for link in links if link.backlink.status in COUNTS]
    for choice in (
        [link for link in counting if _in_place(link, duty)],
        counting,
    ):
        if choice:
            return choice[0]
    chosen = best([link.backlink for link in links])
    return next((link for link in links if link.backlink is chosen), None)


def _what_fails(link: FoundLink, duty: LinkDuty) -> Phrase:
    """Why the nearest link is not enough."""
    line = link.backlink.line
    if link.backlink.status not in COUNTS:
        return describe(link.backlink)
    if not _in_place(link, duty):
        return say(
            "The link on line {line:n} does not stand {place}.",
            line=line,
            place=place_name(duty.where),
        )
    if not _is_worded(link, duty):
        return say(
            'The words of the link on line {line:n} are "{found}", not "{anchor}".',
            line=line,
            found=link.anchor,
            anchor=str(duty.anchor),
        )
    return say(
        "The letters of the link on line {line:n} are {found:r} of the body text's size; at least"
        " {size:r} is asked for.",
        line=line,
        found=f"{link.font_ratio:.0%}",
        size=f"{duty.min_font:.0%}",
    )
