"""What would mend a violated clause: every cure that a verdict can propose.

A cure is data: its sentence says what to do, the values in it how much, of what and where. Only
this module makes one, and `tests/verdict/test_cures.py` carries each of them out on a candidate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NewType

from reuse_guard.locale import Phrase, Value, say, say_many
from reuse_guard.policy.duties import LinkDuty, Requirement
from reuse_guard.policy.limits import Unit
from reuse_guard.policy.unit_names import amount_of
from reuse_guard.verdict.places import into_place, place_name
from reuse_guard.verdict.preset_texts import preset_phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from reuse_guard.policy import Policy
    from reuse_guard.policy.duties import Where

Cure = NewType("Cure", Phrase)


# --- permission ------------------------------------------------------------------
def ask(policy: Policy) -> Cure:
    """Whom to ask for more than the terms give."""
    if policy.permission:
        return Cure(say("Ask for permission: {whom}.", whom=preset_phrase(policy.permission)))
    if policy.terms_url:
        return Cure(
            say(
                "Ask {publisher} for permission ({terms}).",
                publisher=policy.name,
                terms=policy.terms_url,
            )
        )
    return Cure(say("Ask {publisher} for permission.", publisher=policy.name))


# --- how much --------------------------------------------------------------------
def remove(unit: Unit, excess: int) -> Cure:
    """Take out so much of what was copied."""
    return Cure(
        {
            Unit.WORDS: say_many(
                "Remove {count:n} copied word.", "Remove {count:n} of the copied words.", excess
            ),
            Unit.CHARACTERS: say_many(
                "Remove copied words of {count:n} character in all.",
                "Remove copied words of at least {count:n} characters in all.",
                excess,
            ),
            Unit.SENTENCES: say_many(
                "Remove {count:n} copied sentence.",
                "Remove {count:n} of the copied sentences.",
                excess,
            ),
            Unit.PARAGRAPHS: say_many(
                "Remove the copy of {count:n} paragraph.",
                "Remove the copy of {count:n} paragraphs.",
                excess,
            ),
            Unit.ARTICLES: say_many(
                "Take down the copy of {count:n} article.",
                "Take down the copies of {count:n} articles.",
                excess,
            ),
        }[unit]
    )


def remove_after(unit: Unit, allowed: int) -> Cure:
    """Take out what stands below the part that may be copied."""
    if not allowed:
        return remove_everything()
    return Cure(
        {
            Unit.WORDS: say_many(
                "Remove what is copied from below the original's first word.",
                "Remove what is copied from below the original's first {count:n} words.",
                allowed,
            ),
            Unit.CHARACTERS: say_many(
                "Remove what is copied from below the original's first character.",
                "Remove what is copied from below the original's first {count:n} characters.",
                allowed,
            ),
            Unit.SENTENCES: say_many(
                "Remove what is copied from below the original's first sentence.",
                "Remove what is copied from below the original's first {count:n} sentences.",
                allowed,
            ),
            Unit.PARAGRAPHS: say_many(
                "Remove what is copied from below the original's first paragraph.",
                "Remove what is copied from below the original's first {count:n} paragraphs.",
                allowed,
            ),
        }[unit]
    )


def remove_everything() -> Cure:
    """Take out all that was copied."""
    return Cure(say("Remove everything copied."))


def add_own(unit: Unit, own: int) -> Cure:
    """Add so much of one's own, so that the copied part gets smaller."""
    return Cure(say("Add text of your own: at least {amount}.", amount=amount_of(unit, own)))


# --- the words -------------------------------------------------------------------
def put_back(missing: int) -> Cure:
    """Bring back words that were cut."""
    return Cure(
        say_many(
            "Put back {count:n} word that was left out.",
            "Put back {count:n} words that were left out.",
            missing,
        )
    )


def restore() -> Cure:
    """Undo changes of the words."""
    return Cure(say("Restore the words of the original in these places."))


# --- links and credits -----------------------------------------------------------
def add_links(address: Value, duty: LinkDuty, count: int) -> Cure:
    """Put so many links as the duty asks for."""
    details = _details(duty)
    place = place_name(duty.where)
    if count == 1:
        return Cure(
            say(
                "Put a visible link to {address} {place}{anchor}{size}{follow}.",
                address=address,
                place=place,
                **details,
            )
        )
    return Cure(
        say_many(
            "Put {count:n} visible link to {address} {place}{anchor}{size}{follow}.",
            "Put {count:n} visible links to {address} {place}{anchor}{size}{follow}.",
            count,
            address=address,
            place=place,
            **details,
        )
    )


def _details(duty: LinkDuty) -> dict[str, Value]:
    """What the link has to be besides; nothing where the terms ask for nothing more."""
    follow = say(", without rel nofollow") if duty.follow is Requirement.REQUIRED else ""
    return {**worded(duty), "follow": follow}


def worded(duty: LinkDuty) -> dict[str, Value]:
    """The words and the size that the link has to have, as parts of a sentence."""
    anchor, size = duty.anchor, duty.min_font
    return {
        "anchor": say(', with the words "{anchor}"', anchor=anchor) if anchor else "",
        "size": say(", in letters of at least {size:r} of the body text's size", size=f"{size:.0%}")
        if size
        else "",
    }


def move_link(line: int, where: Where) -> Cure:
    """Put a link that counts in its place."""
    return Cure(say("Move the link on line {line:n} {place}.", line=line, place=into_place(where)))


def put_line(line: str, where: Where) -> Cure:
    """Put a line of credit."""
    return Cure(say('Put the line "{line}" {place}.', line=line, place=place_name(where)))


# --- the page --------------------------------------------------------------------
def put_canonical(address: Value) -> Cure:
    """Name the original in a canonical tag."""
    return Cure(say('Put <link rel="canonical" href="{address}"> into the head.', address=address))


def own_canonical() -> Cure:
    """Name no original in a canonical tag."""
    return Cure(say("Let the canonical tag name the page itself."))


def put_noindex() -> Cure:
    """Keep search engines out."""
    return Cure(say('Put <meta name="robots" content="noindex"> into the head.'))


def take_noindex_out() -> Cure:
    """Let search engines in."""
    return Cure(say("Take noindex out of the page's robots tag."))


def put_counter(counter: str) -> Cure:
    """Load the publisher's counter."""
    return Cure(say("Put the publisher's counter ({counter}) on the page.", counter=counter))


def take_counter_off(counter: str) -> Cure:
    """Load no counter of the publisher."""
    return Cure(say("Take the publisher's counter ({counter}) off the page.", counter=counter))


def put_back_links(urls: Sequence[str]) -> Cure:
    """Bring back links of the original."""
    return Cure(
        say_many(
            "Put back the link to {urls}.",
            "Put back the links to {urls}.",
            len(urls),
            urls=", ".join(urls),
        )
    )


def remove_pictures(urls: Sequence[str]) -> Cure:
    """Take out pictures of the original."""
    return Cure(
        say_many(
            "Remove the picture {urls}.",
            "Remove the pictures {urls}.",
            len(urls),
            urls=", ".join(urls),
        )
    )


# --- days and places -------------------------------------------------------------
def publish_later(first: date) -> Cure:
    """Wait."""
    return Cure(say("Publish it on {first} or later.", first=str(first)))


def take_down() -> Cure:
    """Stop using it."""
    return Cure(say("Take it down."))


def withdraw_from(countries: Iterable[str]) -> Cure:
    """Offer it elsewhere alone."""
    return Cure(say("Do not offer it in {countries}.", countries=", ".join(countries)))


def address_or_name(address: str | None) -> Value:
    """An address of the original, or what it is where that is not known."""
    return address or say("the original's address")
