"""What the shipped policies say in words of their own, in every language."""

from __future__ import annotations

from functools import cache

from reuse_guard.expressions import expression
from reuse_guard.locale import Phrase, say

_EDITORS = expression(r"the editors of (?P<name>[^,]+)(?P<written>, in writing)?")


def preset_phrase(text: str) -> Phrase | str:
    """A text of a policy to be said in another language; of one's own policy it stays as it is."""
    editors = _EDITORS.fullmatch(text)
    if editors and editors["written"]:
        return say("the editors of {name}, in writing", name=editors["name"])
    if editors:
        return say("the editors of {name}", name=editors["name"])
    return _known().get(text, text)


@cache
def _known() -> dict[str, Phrase]:
    """Those of presets, and of policies that were read from a notice."""
    phrases = (
        say("whoever holds the rights"),
        say("the publisher"),
        say("the publisher, in writing"),
        say("the publisher agreed to the translation"),
        say("the set phrase of the terms stands in the link's place"),
        say("the whole article is translated"),
        say("the translation is accurate"),
    )
    return {phrase.text: phrase for phrase in phrases}
