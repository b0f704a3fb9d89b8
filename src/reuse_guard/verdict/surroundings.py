"""Judging the candidate's page, pictures and third parties' material."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.locale import Phrase, Value, say, say_many
from reuse_guard.measure.markers import MarkerPlace
from reuse_guard.policy.conditions import Asked, PageDuties
from reuse_guard.policy.duties import LinkTarget
from reuse_guard.verdict import cures
from reuse_guard.verdict.clauses import Finding, guessed
from reuse_guard.verdict.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reuse_guard.measure.facts import Facts
    from reuse_guard.measure.markers import FoundMarker
    from reuse_guard.measure.page import PageFacts
    from reuse_guard.policy import Policy


def judge_page(facts: Facts, duties: PageDuties) -> Iterator[tuple[str, Finding]]:
    """Each thing that the terms say of the page, by the id of its clause."""
    page = facts.page
    asked = {
        "canonical": (duties.canonical is not Asked.IGNORE, _judge_canonical),
        "noindex": (duties.noindex is not Asked.IGNORE, _judge_noindex),
        "counter": (duties.counter is not Asked.IGNORE, _judge_counter),
        "kept-links": (duties.keep_links, _judge_kept_links),
    }
    for clause_id, (is_asked, judge_one) in asked.items():
        if is_asked:
            yield clause_id, _unseen() if page is None else judge_one(facts, page, duties)


def _unseen() -> Finding:
    said = say("The published page is not known, so this cannot be seen.")
    return Finding(Status.UNVERIFIABLE, (said,))


def _judge_canonical(facts: Facts, page: PageFacts, duties: PageDuties) -> Finding:
    if duties.canonical is Asked.FORBID:
        return _judge_no_canonical(page)
    if page.names_original:
        return Finding(Status.MET, (say("The page's canonical tag names the original."),))
    if page.names_original is None:
        said = say(
            "One of the page's canonical tags names the original, but another in the head names"
            " another page, or it stands outside of the head: search engines may ignore it. Keep"
            " one canonical tag, that of the original, in the head."
        )
        return Finding(Status.UNVERIFIABLE, (said,))
    if page.canonical and not facts.original_urls:
        said = say(
            "The page's canonical tag names {url}; the original's address is not known."
            " Give it with original_url (--original-url), or keep the original with its address.",
            url=page.canonical[0],
        )
        return Finding(Status.UNVERIFIABLE, (said,))
    if not page.canonical and not page.is_seen:
        return _unseen()
    said = (
        say("The page's canonical tag names {url}, not the original.", url=page.canonical[0])
        if page.canonical
        else say("The page has no canonical tag.")
    )
    address = cures.address_or_name(facts.address_for(LinkTarget.ARTICLE))
    return Finding(Status.VIOLATED, (said,), (cures.put_canonical(address),))


def _judge_no_canonical(page: PageFacts) -> Finding:
    if page.names_original is not False:
        said = say("The page's canonical tag names the original, which the terms do not want.")
        return Finding(Status.VIOLATED, (said,), (cures.own_canonical(),))
    if not page.is_seen:
        return _unseen()
    return Finding(Status.MET, (say("No canonical tag names the original."),))


def _judge_noindex(_: Facts, page: PageFacts, duties: PageDuties) -> Finding:
    if page.noindex is None:
        said = say(
            "The page keeps out single search engines, and not all of them: put noindex into its"
            " robots tag, or take it out."
        )
        return Finding(Status.UNVERIFIABLE, (said,))
    if not page.noindex and not page.is_seen:
        return _unseen()
    found = (
        say("A robots tag keeps search engines from the page.")
        if page.noindex
        else say("No robots tag keeps search engines from the page.")
    )
    if page.noindex is (duties.noindex is Asked.REQUIRE):
        return Finding(Status.MET, (found,))
    cure = cures.put_noindex() if duties.noindex is Asked.REQUIRE else cures.take_noindex_out()
    return Finding(Status.VIOLATED, (found,), (cure,))


def _judge_counter(_: Facts, page: PageFacts, duties: PageDuties) -> Finding:
    counter = duties.counter_address or ""
    has = any(counter in url for url in page.embedded)
    if not has and not page.is_seen:
        return _unseen()
    found = (
        say("The page loads the publisher's counter ({counter}).", counter=counter)
        if has
        else say("The page does not load the publisher's counter ({counter}).", counter=counter)
    )
    if has is (duties.counter is Asked.REQUIRE):
        return Finding(Status.MET, (found,))
    if duties.counter_guessed:
        return Finding(Status.UNVERIFIABLE, (found, guessed()))
    cure = (
        cures.put_counter(counter)
        if duties.counter is Asked.REQUIRE
        else cures.take_counter_off(counter)
    )
    return Finding(Status.VIOLATED, (found,), (cure,))


def _judge_kept_links(_: Facts, page: PageFacts, __: PageDuties) -> Finding:
    lost = page.lost_links
    definition = say("Sought: every link that the original has in words that were copied.")
    if page.unsure_links and not lost:
        said = say(
            "Whether links in copied text were kept cannot be told without the addresses of both"
            " pages: {urls}. Give them with original_url and candidate_url (--original-url,"
            " --candidate-url).",
            urls=", ".join(page.unsure_links),
        )
        return Finding(Status.UNVERIFIABLE, (said,), limit=0, definition=definition)
    if not lost:
        said = say("All links in copied text were kept.")
        return Finding(Status.MET, (said,), measured=0, limit=0, definition=definition)
    said = say_many(
        "{count:n} link in copied text was not kept: {urls}.",
        "{count:n} links in copied text were not kept: {urls}.",
        len(lost),
        urls=", ".join(lost),
    )
    return Finding(
        Status.VIOLATED,
        (said,),
        (cures.put_back_links(lost),),
        measured=len(lost),
        limit=0,
        definition=definition,
    )


def judge_media(facts: Facts, policy: Policy) -> Finding:
    """Pictures of the original are not taken along."""
    page = facts.page
    if page is not None and page.pictures:
        said = say_many(
            "{count:n} picture of the original is on the page: {urls}.",
            "{count:n} pictures of the original are on the page: {urls}.",
            len(page.pictures),
            urls=", ".join(page.pictures),
        )
        cure = cures.remove_pictures(page.pictures)
        return Finding(Status.VIOLATED, (said,), (cure,), measured=len(page.pictures), limit=0)
    if page is not None and page.is_seen and not page.has_pictures:
        return Finding(Status.MET, (say("The page has no pictures."),), measured=0, limit=0)
    if facts.declared.pictures:
        said = say("Pictures of the original are declared to be taken along.")
        return Finding(Status.VIOLATED, (said,), (cures.ask(policy),), limit=0)
    if facts.declared.pictures is False:
        said = say("No pictures of the original are declared to be taken along.")
        return Finding(Status.MET, (said,), limit=0)
    said = say("Whether pictures of the original are taken along cannot be seen.")
    asked = say("{question} Declare it ({key}=yes or no).", question=said, key="pictures")
    return Finding(Status.UNVERIFIABLE, (asked,), limit=0)


def judge_markers(facts: Facts, markers: tuple[str, ...], policy: Policy) -> Finding:
    """No material of third parties is taken along."""
    definition = say("Sought: {markers}.", markers=", ".join(markers))
    if not facts.markers:
        said = say("No marker of a third party's material found.")
        return Finding(Status.MET, (said,), measured=0, limit=0, definition=definition)
    is_certain = any(found.place is MarkerPlace.BYLINE for found in facts.markers)
    return Finding(
        Status.VIOLATED if is_certain else Status.UNVERIFIABLE,
        tuple(map(_marker, facts.markers)),
        (cures.remove_everything(), cures.ask(policy)),
        measured=len(facts.markers),
        limit=0,
        definition=definition,
    )


def _marker(found: FoundMarker) -> Phrase:
    values: dict[str, Value] = {"marker": found.marker, "line": found.line}
    if found.place is MarkerPlace.BYLINE:
        return say(
            "The original is credited to {marker} (line {line:n}); the publisher cannot permit its"
            " use.",
            **values,
        )
    if found.place is MarkerPlace.LINE:
        return say(
            "A line of the original names {marker} (line {line:n}); a person has to check whether"
            " the material is theirs.",
            **values,
        )
    if found.place is MarkerPlace.COPIED:
        return say(
            "The copied text names {marker} (line {line:n} of the original); a person has to check"
            " whether the material is theirs.",
            **values,
        )
    return say(
        "The candidate names {marker} (line {line:n}); a person has to check whether it took their"
        " material.",
        **values,
    )
