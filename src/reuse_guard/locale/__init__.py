"""Sentences that can be said in English, Russian and Kazakh."""

from reuse_guard.locale.phrases import LANGUAGES, Phrase, Value, say, say_many

__all__ = ["LANGUAGES", "Phrase", "Value", "say", "say_many"]
