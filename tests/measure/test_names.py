"""Authors are known by their names as people write them; systems and newsrooms are nobody."""

from __future__ import annotations

import time

import pytest

from reuse_guard.measure.names import folded_words, is_named
from reuse_guard.measure.people import authors_in


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
        (["Courier"], ()),
        ([" - "], ()),
        (["Asel Nurlan for The Courier"], ("Asel Nurlan",)),
        (["Asel Nurlan is a reporter"], ("Asel Nurlan",)),
        (["Asel Nurlan. Courier International"], ("Asel Nurlan",)),
        (["Asel Nurlan Senior Reporter"], ("Asel Nurlan",)),
        (["Special Correspondent Asel Nurlan"], ("Asel Nurlan",)),
        (["Dr. Asel Nurlan, PhD"], ("Asel Nurlan",)),
        (["Text: Asel Nurlan, Photo: Ivan Petrov"], ("Asel Nurlan",)),
        (["Беседовала Мария Иванова"], ("Мария Иванова",)),
        (["Редакция Степного курьера"], ()),
        (["Дала шабарманы редакциясы"], ()),
        (["https://courier.example/author/asel"], ()),
        (["courier.example"], ()),
        (["M.ª José Núñez", "Mª. Pía Ruiz"], ("María José Núñez", "María Pía Ruiz")),
    ],
)
def test_fields_for_authors_hold_names(fields: list[str], names: tuple[str, ...]) -> None:
    assert authors_in(fields, ["The Courier"]).sure == names


@pytest.mark.parametrize(
    ("field", "sure", "perhaps"),
    [
        ("Asel Nurlan, Ivan Petrov", "Asel Nurlan", "Ivan Petrov"),
        ("Asel Nurlan | Steppe Weekly", "Asel Nurlan", "Steppe Weekly"),
        ("Asel Nurlan, Ivan Petrov and Dana Kim", "Asel Nurlan, Ivan Petrov, Dana Kim", ""),
        ("Asel Nurlan, Almaty", "Asel Nurlan", ""),
        ("Asel Nurlan, Business Weekly", "Asel Nurlan", ""),
        ("Asel Nurlan, AP Sports Writer", "Asel Nurlan", ""),
        ("Asel Nurlan, special to us", "Asel Nurlan", ""),
        ("Asel Nurlan, Asel Nurlan", "Asel Nurlan", ""),
        ("anurlan", "", "anurlan"),
    ],
)
def test_what_stands_behind_a_name_may_be_an_author(field: str, sure: str, perhaps: str) -> None:
    found = authors_in([field], ["The Courier"])
    assert (", ".join(found.sure), ", ".join(found.perhaps)) == (sure, perhaps)


def named(name: str, text: str) -> bool:
    return is_named(folded_words(name), list(folded_words(text)), text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Asel Nurlan", "Text: Nurlan Asel"),
        ("Ольга Ким", "М. Ибраев, О. Ким"),
        ("Айгүл Серікқызы", "Мәтін: А. Серікқызы"),
        ("Ольга Петрова-Ким", "О. Петрова-Ким, «Курьер»"),
        ("Ludwig van der Berg", "By L. van der Berg"),
        ("Асель Маратовна Нурлан", "Нурлан Асель Маратовна"),
        ("Asel Nurlan", "A. Nurlan for us"),
        ("Asel Nurlan", "NURLAN A."),
        ("Иван Петров", "И. П. Петров"),
        ("Иван Петров", "Петрова И."),
        ("A. Nurlan", "Asel Nurlan"),
        ("Мария Иванова", "Текст Марии Ивановой"),
        ("Мария Иванова", "интервью М. Ивановой"),
        ("Мария Иванова", "Автор: Мария Сергеевна Иванова"),
        ("Мария Сергеевна Иванова", "Иванова Мария"),
        ("Иванова Мария Сергеевна", "Автор: Мария Иванова"),
        ("Павел Лобков", "беседа Павла Лобкова"),
        ("Лев Толстой", "роман Льва Толстого"),
        ("Айгүл Серікқызы", "Айгүл Серікқызының мақаласы"),
        ("Олексій Ковальчук", "Текст Олексія Ковальчука"),
        ("Michael Smith", "By Michael David Smith"),
        ("María José Núñez", "Por M.ª José Núñez"),
        ("María Pía Ruiz", "Mª. Pía Ruiz"),
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
        ("Мария Иванова", "Марина Иванова"),
        ("Иван Петров", "Ивана Петровского"),
        ("Айгүл Серікқызы", "Әйгерім Серікқызы"),
        ("Иванова Мария Сергеевна", "Сергеева М. С."),
        ("Мария Иванова", "Пришла Мария, а Иванова нет"),
    ],
)
def test_another_name_is_another_name(name: str, text: str) -> None:
    assert not named(name, text)


def test_a_word_without_end_is_gone_over_once() -> None:
    begun = time.process_time()
    assert not named("Asel Nurlan", "a" * 50_000)
    assert time.process_time() - begun < 10  # minutes where each letter began anew
