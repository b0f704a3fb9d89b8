"""Licence identifiers and addresses as presets."""

from __future__ import annotations

from reuse_guard.policy.licences import licences_in

_KNOWN = frozenset({"cc-by", "cc-by-nd", "cc-by-nc", "cc-by-nc-nd"})


def preset_of_licence(licence: str) -> str | None:
    """The preset of a licence that is named or linked; None where there is none.

    A licence with share-alike (SA) has none: no reading of a page can tell under which licence
    its publisher offers it, and a policy cannot ask.

    >>> preset_of_licence("CC BY-ND 4.0"), preset_of_licence("cc-by-nc-nd-4.0")
    ('cc-by-nd', 'cc-by-nc-nd')
    >>> preset_of_licence("https://creativecommons.org/licenses/by/4.0/deed.ru")
    'cc-by'
    >>> preset_of_licence("CC BY-SA 4.0") is None
    True
    """
    found = next(iter(licences_in(licence)), None)
    if found is None:
        return None
    preset = "-".join(["cc-by", *sorted(found.parts, key="nc nd sa ?".index)])
    return preset if preset in _KNOWN else None
