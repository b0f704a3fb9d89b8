"""Nearly equal words: inflected endings, single slips, words joined or split."""

from __future__ import annotations

from typing import Final

from rapidfuzz.distance import OSA, Prefix

# A word of this many letters may differ in one; twice as many in two. Shorter ones are other words.
# Two neighbouring letters that changed places are one slip (optimal string alignment).
_LETTERS_FOR_A_SLIP: Final = 5
# An inflected word keeps its stem: at least half of the longer form. After a short stem there are
# few letters more; Kazakh adds several endings to a longer one ("мемлекет", "мемлекеттеріміз").
_SHORTEST_STEM: Final = 3
_LONG_STEM: Final = 6
_LONGEST_ENDING: Final = 4  # after a stem that is not long
# Digits that may be the mark of a note, raised by a style that is not read ("word12").
_LONGEST_MARK: Final = 3
_DIGITS: Final = "0123456789"


def are_similar(original: str, candidate: str) -> bool:
    """Whether two folded words, standing in the same place, are forms of one word.

    >>> are_similar("government", "governments"), are_similar("президента", "президенту")
    (True, True)
    >>> are_similar("water", "waterworks")
    False
    >>> are_similar("мемлекет", "мемлекеттеріміз"), are_similar("қала", "қалаларымыздан")
    (True, False)
    >>> are_similar("govenrment", "government")
    True
    >>> are_similar("form", "from"), are_similar("2019", "2018")
    (False, False)
    >>> are_similar("form", "form12"), are_similar("form1", "form12"), are_similar("a4", "a")
    (True, False, False)
    """
    shorter, longer = len(original), len(candidate)
    if shorter > longer:
        shorter, longer = longer, shorter
    slips = shorter // _LETTERS_FOR_A_SLIP
    has_stem = original[:_SHORTEST_STEM] == candidate[:_SHORTEST_STEM]
    may_slip = 0 < slips >= longer - shorter
    # Most pairs end here, before any letters are compared one by one.
    if not (has_stem or may_slip):
        return False
    if original[-1:].isdigit() or candidate[-1:].isdigit():
        return (
            has_stem and 0 < longer - shorter <= _LONGEST_MARK and _is_marked(original, candidate)
        )
    if has_stem:
        stem = Prefix.similarity(original, candidate)
        is_told = stem >= _LONG_STEM or longer - stem <= _LONGEST_ENDING
        if is_told and 2 * stem >= longer:
            return True
    return may_slip and OSA.distance(original, candidate, score_cutoff=slips) <= slips


def _is_marked(original: str, candidate: str) -> bool:
    """Whether one of two words that begin alike is the other with digits behind its letters."""
    shorter, longer = sorted((original, candidate), key=len)
    return longer.rstrip(_DIGITS) == shorter
