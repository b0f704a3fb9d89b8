"""Republications with a known share, made from news articles.

A case takes some sentences of one article, rewrites them in one way, and puts them between
sentences of other articles. The truth is counted while it is made: the words of the original that
stand in the candidate, as they were or disguised; a replaced or dropped word is not copied, an
inflected one is.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

_WORD = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"(?<=[.!?…»”])\s+(?=[\"'«“A-ZА-ЯЁӘҒҚҢӨҰ\u04aeҺІ0-9])")

Sentences = list[str]
Rewriter = Callable[[random.Random, str, Sentences], tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Case:
    """One republication.

    Attributes:
        way: how it was made.
        original: the article.
        candidate: the text that reuses it.
        truth: copied words out of the words of the original.
    """

    way: str
    original: str
    candidate: str
    truth: Fraction


def sentences_of(text: str) -> Sentences:
    """Sentences of an article, cut where a capital follows a full stop."""
    lines = (line.strip() for line in text.splitlines())
    return [s for line in lines if line for s in _SENTENCE_END.split(line) if _WORD.search(s)]


def count_words(text: str) -> int:
    """Words of plain text: runs of letters and digits."""
    return len(_WORD.findall(text))


# --- ways of rewriting a sentence: each gives the new sentence and the words that were kept
# ----------
def keep(_random: random.Random, sentence: str, _others: Sentences) -> tuple[str, int]:
    """The sentence as it is."""
    return sentence, count_words(sentence)


def edit(share: float) -> Rewriter:
    """Replace, drop or precede by another word this share of the words."""

    def rewrite(chance: random.Random, sentence: str, others: Sentences) -> tuple[str, int]:
        kept = 0
        words = []
        for token in sentence.split():
            if chance.random() >= share:
                words.append(token)
                kept += count_words(token)
                continue
            way = chance.choice(("replace", "drop", "insert"))
            foreign = chance.choice(chance.choice(others).split())
            if way == "insert":
                words += [foreign, token]
                kept += count_words(token)
            elif way == "replace":
                words.append(foreign)
        return " ".join(words), kept

    return rewrite


def transpose(share: float) -> Rewriter:
    """Let this share of the words change places with the word before them."""

    def rewrite(chance: random.Random, sentence: str, _others: Sentences) -> tuple[str, int]:
        words = list[str]()
        told = sentence.rstrip('.!?…»”"')
        for token in told.split():
            words.insert(len(words) - (chance.random() < share), token)
        return " ".join(words) + sentence[len(told) :], count_words(sentence)

    return rewrite


_ENDINGS = {
    "en": ("s", "ed", "ing", "er", "ly"),
    "ru": ("а", "ом", "ами", "ых", "ого", "ы"),
    "kk": ("ның", "дар", "ға", "мен", "дың", "лар"),
    "kk-latin": ("nyñ", "dar", "ğa", "men", "dyñ", "lar"),
}


def inflect(language: str) -> Rewriter:
    """Give every third longer word another ending."""

    def rewrite(chance: random.Random, sentence: str, _others: Sentences) -> tuple[str, int]:
        def other_form(match: re.Match[str]) -> str:
            word = match[0]
            if len(word) < 5 or not word.isalpha() or chance.random() > 1 / 3:  # noqa: PLR2004
                return word
            cut = {"en": 0, "ru": 1}.get(language, 0)
            return word[: len(word) - cut] + chance.choice(_ENDINGS[language])

        return _WORD.sub(other_form, sentence), count_words(sentence)

    return rewrite


def by_letter(change: Callable[[random.Random, str], str]) -> Rewriter:
    """Rewrite letter by letter."""

    def rewrite(chance: random.Random, sentence: str, _others: Sentences) -> tuple[str, int]:
        return "".join(change(chance, letter) for letter in sentence), count_words(sentence)

    return rewrite


_TO_CYRILLIC = dict(zip("aeopcyxiABEKMHOPCTXI", "аеорсухіАВЕКМНОРСТХІ", strict=True))
_TO_LATIN = {cyrillic: latin for latin, cyrillic in _TO_CYRILLIC.items()}
_QUOTES = str.maketrans({'"': "”", "'": "’", "-": "–", "«": "“", "»": "”", "—": "-", "–": "—"})


def look_alike(chance: random.Random, letter: str) -> str:
    """Two thirds of the letters that have a twin in the other alphabet."""
    twin = _TO_CYRILLIC.get(letter) or _TO_LATIN.get(letter) or letter
    return twin if chance.random() < 2 / 3 else letter


def full_width(_chance: random.Random, letter: str) -> str:
    """Full-width letters where Unicode has them."""
    return chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter


def zero_width(chance: random.Random, letter: str) -> str:
    """An invisible character after one letter in four."""
    return letter + (
        chance.choice("\u200b\u200c\u200d\u2060\u00ad\ufeff") * (chance.random() < 1 / 4)
    )


def combining(chance: random.Random, letter: str) -> str:
    """An accent after one letter in ten."""
    is_marked = letter.isalpha() and chance.random() < 0.1  # noqa: PLR2004
    return letter + chance.choice("\u0301\u0300\u0323\u0331") if is_marked else letter


def capitals(_chance: random.Random, letter: str) -> str:
    """Everything in capitals."""
    return letter.upper()


def typographic(_chance: random.Random, letter: str) -> str:
    """Other quotes and dashes."""
    return letter.translate(_QUOTES)


def broken_lines(chance: random.Random, letter: str) -> str:
    """A line break instead of one space in six."""
    return (
        chance.choice(("\n", "\r\n", "\n\n"))
        if letter == " " and chance.random() < 1 / 6
        else letter
    )


def after_others(chance: random.Random, sentence: str, others: Sentences) -> tuple[str, int]:
    """The sentence behind two to five words of another one."""
    return f"{_some_words(chance, others)} {sentence}", count_words(sentence)


def part_between_others(chance: random.Random, sentence: str, others: Sentences) -> tuple[str, int]:
    """Half the sentence to nine tenths of it, between words of other ones."""
    words = sentence.split()
    size = max(1, round(chance.uniform(0.5, 0.9) * len(words)))
    first = chance.randrange(len(words) - size + 1)
    part = " ".join(words[first : first + size])
    before, after = _some_words(chance, others), _some_words(chance, others)
    return f"{before} {part} {after}", count_words(part)


def _some_words(chance: random.Random, others: Sentences) -> str:
    size = chance.randint(2, 5)
    words = chance.choice(others).split()
    first = chance.randrange(max(1, len(words) - size + 1))
    return " ".join(words[first : first + size])


def hyphenated(chance: random.Random, sentence: str, _others: Sentences) -> tuple[str, int]:
    """One long word in five broken over a line end."""

    def broken(match: re.Match[str]) -> str:
        word = match[0]
        if len(word) < 7 or not word.isalpha() or chance.random() > 0.2:  # noqa: PLR2004
            return word
        at = chance.randrange(3, len(word) - 2)
        return f"{word[:at]}-\n{word[at:]}"

    return _WORD.sub(broken, sentence), count_words(sentence)


def disguises() -> dict[str, Rewriter]:
    """Ways to hide a copy that change no word."""
    return {
        "capitals": by_letter(capitals),
        "typographic signs": by_letter(typographic),
        "zero width": by_letter(zero_width),
        "combining": by_letter(combining),
        "look-alikes": by_letter(look_alike),
        "full width": by_letter(full_width),
        "line breaks": by_letter(broken_lines),
        "hyphenated": hyphenated,
    }


# --- cases
# -------------------------------------------------------------------------------------------
def rewriters(language: str) -> dict[str, Rewriter]:
    """Every way of rewriting, by name."""
    return {
        "verbatim": keep,
        "shuffled": keep,
        "interleaved": keep,
        "three articles": keep,
        **disguises(),
        "edited 10%": edit(0.1),
        "edited 20%": edit(0.2),
        "edited 30%": edit(0.3),
        "inflected": inflect(language),
    }


def not_for_peers() -> dict[str, Rewriter]:
    """Copied sentences that begin or end inside others, and words that changed places."""
    return {
        "after other words": after_others,
        "parts of sentences": part_between_others,
        "transposed 10%": transpose(0.1),
        "transposed 20%": transpose(0.2),
    }


def make_case(
    chance: random.Random, way: str, rewrite: Rewriter, original: Sentences, others: Sentences
) -> Case:
    """Copy 5 to 100% of the sentences of an article into other text.

    Args:
        chance: the source of chance; the same seed makes the same case.
        way: a name of `rewriters` or `among_others`.
        rewrite: its function.
        original: sentences of the article.
        others: sentences of unrelated articles, not fewer than the original has.
    """
    chosen = chance.sample(range(len(original)), _how_many(chance, len(original)))
    if way != "shuffled":
        chosen.sort()
    rewritten = [rewrite(chance, original[index], others) for index in chosen]
    copied = [sentence for sentence, _ in rewritten]
    before, after = others[: len(others) // 2], others[len(others) // 2 :]
    if way == "interleaved":
        candidate = [s for pair in zip(copied, others, strict=False) for s in pair]
    elif way == "three articles":
        candidate = _merge(chance, copied, before, after)
    else:
        candidate = [*before, *copied, *after]
    total = sum(map(count_words, original))
    truth = Fraction(sum(kept for _, kept in rewritten), total)
    return Case(way, " ".join(original), " ".join(candidate), truth)


def _how_many(chance: random.Random, size: int) -> int:
    return max(1, round(chance.uniform(0.05, 1.0) * size))


def _merge(chance: random.Random, *sources: Sentences) -> Sentences:
    """Sentences of several sources in turns of one to three, each source in its order."""
    queues = [list(source) for source in sources]
    merged: Sentences = []
    while any(queues):
        queue = chance.choice([queue for queue in queues if queue])
        taken = chance.randint(1, 3)
        merged += queue[:taken]
        del queue[:taken]
    return merged
