"""Every sentence is said in Russian and Kazakh, with its values and its plurals."""

from __future__ import annotations

import copy
import pickle
import re
from functools import cache
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import pytest
from babel.messages.extract import extract_from_file
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

import reuse_guard
from reuse_guard.errors import UsageError
from reuse_guard.locale import (
    LANGUAGES,
    Phrase,
    Sentence,
    in_a_row,
    phrase_of,
    say,
    say_many,
)
from reuse_guard.locale.phrases import DOMAIN
from reuse_guard.policy.limits import Limit, Unit
from reuse_guard.policy.unit_names import amount_left, unit_name
from reuse_guard.verdict.limit_phrases import measured

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

SOURCE = Path(reuse_guard.__file__).parent
TRANSLATED = tuple(language for language in LANGUAGES if language != "en")


def catalogue(language: str) -> Catalog:
    path = SOURCE / "locale" / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    with path.open("rb") as file:
        return read_po(file, locale=language)


@cache
def sentences_in_code() -> dict[str, str | tuple[str, ...]]:
    keywords = {"say": None, "say_many": (1, 2)}
    ids = [
        message
        for file in SOURCE.rglob("*.py")
        if re.search(r"\bsay(_many)?\b", file.read_text("utf-8"))  # one in ten: most say nothing
        for _, message, _, _ in extract_from_file("python", file, keywords=keywords)
    ]
    return {message if isinstance(message, str) else message[0]: message for message in ids}


def names_in(text: str) -> set[tuple[str, str]]:
    return {(name, spec or "") for _, name, spec, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_sentence_in_the_code_is_translated_and_no_other(language: str) -> None:
    messages = {m.id if isinstance(m.id, str) else m.id[0] for m in catalogue(language) if m.id}
    assert messages == set(sentences_in_code())


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_has_the_values_of_its_sentence(language: str) -> None:
    for message in catalogue(language):
        if not message.id:
            continue
        source = message.id if isinstance(message.id, str) else message.id[1]
        for text in as_forms(message.string):
            assert text
            assert names_in(text) == names_in(source), text


def sayings(catalogue: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Sentences and what is said for them; one form is kept as one of several."""
    return {as_forms(message.id): as_forms(message.string) for message in catalogue if message.id}


def as_forms(said: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said or ())


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_compiled_catalogue_is_that_of_its_source(language: str) -> None:
    path = SOURCE / "locale" / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
    with path.open("rb") as file:
        compiled = read_mo(file)
    source = catalogue(language)
    assert sayings(compiled) == sayings(source), "compile it anew: make messages"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "Уберите 1 скопированное слово."),
        (2, "Уберите 2 скопированных слова."),
        (5, "Уберите 5 скопированных слов."),
        (11, "Уберите 11 скопированных слов."),
        (21, "Уберите 21 скопированное слово."),
        (84, "Уберите 84 скопированных слова."),
        (112, "Уберите 112 скопированных слов."),
        (1005, "Уберите 1\N{NO-BREAK SPACE}005 скопированных слов."),
    ],
)
def test_russian_plurals(number: int, said: str) -> None:
    phrase = say_many(
        "Remove {count:n} copied word.", "Remove {count:n} of the copied words.", number
    )
    assert phrase.render("ru") == said


@pytest.mark.parametrize(
    ("total", "told"),
    [
        (
            1,
            (
                "0 of the original's 1 word copied",
                "Скопировано слов оригинала: 0 из 1",
                "барлығы 1",
            ),
        ),
        (2, ("0 of the original's 2 words copied", "слов оригинала: 0 из 2", "барлығы 2")),
    ],
)
def test_of_one_word_a_limit_speaks_in_the_singular(total: int, told: tuple[str, ...]) -> None:
    said = measured(Limit(max="30%"), used=0, total=total, allowed=0)
    for language, words in zip(LANGUAGES, told, strict=True):
        assert words in said.render(language)


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        (Limit(max="20%", of="candidate"), "20% of the candidate's words"),
        (Limit(max="20%", unit="characters", of="original"), "20% of the original's characters"),
        (Limit(max=1, unit="paragraphs"), "1 paragraph"),
    ],
)
def test_what_a_limit_leaves_free_is_named_as_the_limit_prints(limit: Limit, said: str) -> None:
    assert str(amount_left(limit)) == str(limit) == said


@pytest.mark.parametrize("unit", list(Unit))
def test_a_unit_of_which_there_is_one_is_named_in_the_singular(unit: Unit) -> None:
    if unit is not Unit.FRACTION:
        assert f"{unit_name(unit, 1)}s" == str(unit_name(unit, 2)) == unit.value
        for language in TRANSLATED:  # both stand where a number follows after a colon
            assert unit_name(unit, 1).render(language) == unit_name(unit, 2).render(language)


def test_kazakh_has_one_form() -> None:
    one, many = "{count:n} word", "{count:n} words"
    assert [say_many(one, many, n).render("kk") for n in (1, 2, 5)] == ["1 сөз", "2 сөз", "5 сөз"]


def test_numbers_are_printed_as_the_language_writes_them() -> None:
    phrase = say("{a:n} {b:r} {c}", a=12345, b="30.5%", c="x.y")
    space = "\N{NO-BREAK SPACE}"
    assert phrase.render() == "12,345 30.5% x.y"
    assert phrase.render("ru") == f"12{space}345 30,5{space}% x.y"


def test_a_sentence_inside_another_is_said_in_the_same_language() -> None:
    phrase = say("Or: {cure}", cure=say("Take it down."))
    assert phrase.render("ru") == "Или: Снимите материал с сайта."


def test_what_no_catalogue_has_is_said_in_english() -> None:
    assert say("Nobody says this.").render("kk") == "Nobody says this."


def test_values_are_not_read_as_templates() -> None:
    assert str(say("{x}", x="{y} {0}")) == "{y} {0}"


def test_a_sentence_is_english_text_that_can_be_said_in_another_language() -> None:
    sentence = Sentence(say_many("{count:n} word", "{count:n} words", 3))
    assert sentence == "3 words"
    assert phrase_of(sentence).render("ru") == "3 слова"
    for copied in (pickle.loads(pickle.dumps(sentence)), copy.copy(sentence)):  # noqa: S301 - ours
        assert (copied, phrase_of(copied)) == (sentence, phrase_of(sentence))
    assert phrase_of("{x} stays").render("kk") == "{x} stays"


def test_phrases_in_a_row_lose_their_full_stops_where_asked() -> None:
    parts = [say("Take it down."), phrase_of("Anew Ltd.")]
    assert str(in_a_row(parts, "; ")) == "Take it down.; Anew Ltd."
    assert in_a_row(parts, "; ", spec="s").render("ru") == "Снимите материал с сайта; Anew Ltd"


def test_an_unknown_language_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="language 'de' is not known; choose one of en, ru, kk"):
        say("words").render("de")


def test_a_phrase_is_a_value() -> None:
    assert say("words") == Phrase("words")
    assert hash(say("{a}", a=1)) == hash(say("{a}", a=1))


def test_the_catalogues_are_in_their_language() -> None:
    for language in TRANSLATED:
        cyrillic = re.compile("[а-яәіңғүұқөһ]", re.IGNORECASE)
        said = catalogue(language).get("Nothing changed")
        assert said is not None
        assert cyrillic.search(str(said.string))
