"""Creative Commons licences, as people name them."""

from __future__ import annotations

import pytest

from reuse_guard.policy.licences import licence_of, licences_in


@pytest.mark.parametrize(
    ("text", "parts", "version"),
    [
        ("CC BY", "", None),
        ("cc-by-nc-nd-4.0", "nc nd", "4.0"),
        ("СС BY 4.0", "", "4.0"),
        ("CC BY NC SA 4.0", "nc sa", "4.0"),
        ("(CC) BY", "", None),
        ("CC-BY-Lizenz", "", None),
        ("CC BY-NC-XX", "?", None),
        ("Creative Commons BY-ND", "nd", None),
        ("Creative Commons Attribution 4.0 International", "", "4.0"),
        ("Creative Commons Attribution-NonCommercial", "nc", None),
        ("Creative Commons Attribution NonCommercial NoDerivatives 4.0", "nc nd", "4.0"),
        ("Attribution, Non-Commercial, No-Derivs", "nc nd", None),
        ("Attribution — Share Alike 3.0", "sa", "3.0"),
        ("Creative Commons Attribution-Tomorrow", "?", None),
        ("Creative Commons «С указанием авторства» 4.0 Всемирная", "", "4.0"),
        (
            "Атрибуция — Некоммерческое использование — Без производных произведений",
            "nc nd",
            None,
        ),
        ("Creative Commons «Атрибуция — На тех же условиях» 4.0", "sa", "4.0"),
        ("Creative Commons Авторлығын көрсету-Коммерциялық емес 4.0", "nc", "4.0"),
        ("Creative Commons Із зазначенням авторства - Некомерційна 4.0", "nc", "4.0"),
        ("Namensnennung - Nicht-kommerziell - Keine Bearbeitungen 4.0", "nc nd", "4.0"),
        ("Attribution - Pas d\N{RIGHT SINGLE QUOTATION MARK}Utilisation Commerciale", "nc", None),
        ("Atribución-NoComercial-SinDerivadas", "nc nd", None),
        ("https://creativecommons.org/licenses/by/3.0/us/deed.en", "", "3.0"),
        ("creativecommons.org/licenses/by-nc-nd/4.0/", "nc nd", "4.0"),
        ("http://creativecommons.org/licenses/by-sa/2.5/scotland/", "sa", "2.5"),
    ],
)
def test_a_licence_is_known_by_each_of_its_names(
    text: str, parts: str, version: str | None
) -> None:
    (found,) = licences_in(text)
    assert (set(found.parts), found.version) == (set(parts.split()), version)


@pytest.mark.parametrize(
    "text",
    [
        "Proper attribution is required.",
        "Перепечатка с указанием авторства и ссылкой.",
        "The CC bylaws.",
        "https://creativecommons.org/licenses/",
        "https://creativecommons.org/licenses/bylaws",
        "",
    ],
)
def test_other_words_are_no_licence(text: str) -> None:
    assert all(found.parts == {"?"} for found in licences_in(text))


def test_a_line_with_more_than_a_licence_is_no_name_of_one() -> None:
    assert licence_of("CC BY 4.0") is not None
    assert licence_of("This story was first published by us under CC BY 4.0") is None
    assert licence_of("KFF Health News") is None
