"""Licence identifiers, ninjs rightsinfo, and what pages declare by schema.org."""

from __future__ import annotations

import json

import pytest

from reuse_guard.errors import PolicyError
from reuse_guard.policy import load_policy, preset_ids
from reuse_guard.rights.declared import DeclaredRights, read_declared_rights
from reuse_guard.rights.licences import preset_of_licence
from reuse_guard.rights.ninjs import from_rightsinfo, to_rightsinfo


@pytest.mark.parametrize(
    ("licence", "preset"),
    [
        ("CC BY", "cc-by"),
        ("CC BY 4.0", "cc-by"),
        ("cc-by-4.0", "cc-by"),
        ("CC-BY-ND-4.0", "cc-by-nd"),
        ("CC BY NC ND", "cc-by-nc-nd"),
        ("licensed under CC BY-NC 3.0", "cc-by-nc"),
        ("https://creativecommons.org/licenses/by-nc-nd/4.0/", "cc-by-nc-nd"),
        ("http://www.creativecommons.org/licenses/by-nd/3.0/deed.ru", "cc-by-nd"),
        ("CC BY-SA 4.0", None),
        ("CC BY-NC-SA", None),
        ("CC0", None),
        ("cc bypass", None),
        ("MIT", None),
        ("", None),
    ],
)
def test_a_licence_gives_its_preset(licence: str, preset: str | None) -> None:
    assert preset_of_licence(licence) == preset
    assert preset is None or load_policy(preset).id == preset


@pytest.mark.parametrize("preset", preset_ids())
def test_a_preset_comes_back_from_a_news_item_the_same(preset: str) -> None:
    policy = load_policy(preset)
    item = json.loads(json.dumps({"uri": "urn:1", "rightsinfo": to_rightsinfo(policy)}))
    imported = from_rightsinfo(item)
    assert imported.policy == policy
    assert imported.unexpressed == ()


def test_what_stands_beside_the_rights_of_an_item_is_listed() -> None:
    info = {**to_rightsinfo(load_policy("qazmonitor")), "linkedrights": "https://a.kz", "x": 1}
    imported = from_rightsinfo({"usageterms": "Not for  Russia", "rightsinfo": info})
    assert imported.unexpressed == (
        "rightsinfo.linkedrights: https://a.kz is not read",
        "rightsinfo.x: is not known",
        "usageterms: Not for Russia",
    )


@pytest.mark.parametrize(
    ("item", "problem"),
    [
        ({}, "carries no rights"),
        ({"rightsinfo": {"encodedrights": "{}", "langid": "urn:x"}}, "says its rights in 'urn:x'"),
        (
            {"rightsinfo": {"encodedrights": "<a/>", "langid": "http://www.w3.org/ns/odrl/2/"}},
            "is not JSON",
        ),
    ],
)
def test_an_item_without_rights_that_can_be_read_is_an_error(
    item: dict[str, object], problem: str
) -> None:
    with pytest.raises(PolicyError, match=problem):
        from_rightsinfo(item)


PAGE = """<html><head><script type="application/ld+json">
{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Rain",
 "license": "https://creativecommons.org/licenses/by-nd/4.0/", "usageInfo": "/terms",
 "acquireLicensePage": {"@type": "WebPage", "url": "https://fen.example/buy"},
 "copyrightNotice": "© 2026 Fen", "creditText": "Fen / A. Sarsen"}
</script></head><body><a rel="noopener license"
 href="https://creativecommons.org/licenses/by-nd/4.0/deed.en">CC</a></body></html>"""


def test_what_a_page_declares_for_machines_is_read() -> None:
    found = read_declared_rights(PAGE, url="https://fen.example/news/1")
    assert found == DeclaredRights(
        licenses=(
            "https://creativecommons.org/licenses/by-nd/4.0/",
            "https://creativecommons.org/licenses/by-nd/4.0/deed.en",
        ),
        usage_info=("https://fen.example/terms",),
        acquire_license_pages=("https://fen.example/buy",),
        copyright_notices=("© 2026 Fen",),
        credit_texts=("Fen / A. Sarsen",),
    )
    assert found.preset == "cc-by-nd"


def test_a_page_that_declares_nothing_declares_nothing() -> None:
    assert read_declared_rights("<p>Rain</p>") == DeclaredRights()
    assert DeclaredRights().preset is None
    assert DeclaredRights(licenses=("CC BY", "CC BY-ND")).preset is None
