"""Authors are known by their names as people write them; systems and newsrooms are nobody."""

from __future__ import annotations

import pytest

from reuse_guard.measure.names import folded_words, is_named, people


@pytest.mark.parametrize(
    ("fields", "names"),
    [
        (["By Asel Nurlan"], ("Asel Nurlan",)),
        (["Автор: Асель Нурлан"], ("Асель Нурлан",)),
        (["Asel Nurlan and Ivan Petrov"], ("Asel Nurlan", "Ivan Petrov")),
        (["Асель Нурлан и Иван Петров"], ("Асель Нурлан", "Иван Петров")),
        (["Asel Nurlan; Ivan Petrov, Staff Writer"], ("Asel Nurlan", "Ivan Petrov")),
        (["Asel Nurlan (Almaty)", "Asel Nurlan"], ("Asel Nurlan",)),
        (["Asel Nurlan | The Courier"], ("Asel Nurlan",)),
        (["Byron Andov"], ("Byron Andov",)),
        (["admin"], ()),
        (["Редакция"], ()),
        (["Editorial Team"], ()),
        (["desk@courier.example"], ()),
        (["The Courier"], ()),
        ([" - "], ()),
    ],
)
def test_fields_for_authors_hold_names(fields: list[str], names: tuple[str, ...]) -> None:
    assert people(fields, ["The Courier"]) == names


def named(name: str, text: str) -> bool:
    return is_named(folded_words(name), list(folded_words(text)), text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Asel Nurlan", "Text: Nurlan Asel"),
        ("Асель Маратовна Нурлан", "Нурлан Асель Маратовна"),
        ("Asel Nurlan", "A. Nurlan for us"),
        ("Asel Nurlan", "NURLAN A."),
        ("Иван Петров", "И. П. Петров"),
        ("Иван Петров", "Петрова И."),
        ("A. Nurlan", "Asel Nurlan"),
    ],
)
def test_a_name_may_be_turned_round_or_shortened(name: str, text: str) -> None:
    assert named(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Asel Nurlan", "B. Nurlan"),
        ("Asel Nurlan", "A. Nurpeis"),
        ("Asel Nurlan", "a Nurlan in every town"),
        ("Иван Петров", "Сидоров и Петров"),
        ("Иван Петров", "Петров"),
        ("Asel Nurlan", ""),
    ],
)
def test_another_name_is_another_name(name: str, text: str) -> None:
    assert not named(name, text)
