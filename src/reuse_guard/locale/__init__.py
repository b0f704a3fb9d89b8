"""Sentences that can be said in English, Russian and Kazakh."""

from reuse_guard.locale.phrases import (
    LANGUAGES,
    Phrase,
    Sentence,
    Value,
    in_a_row,
    phrase_of,
    say,
    say_many,
)

__all__ = ["LANGUAGES", "Phrase", "Sentence", "Value", "in_a_row", "phrase_of", "say", "say_many"]
