"""Licence identifiers and addresses as presets."""

from __future__ import annotations

import re

# "CC BY-NC-ND 4.0", "CC-BY-NC-ND-4.0" (SPDX), https://creativecommons.org/licenses/by-nc-nd/4.0/
_NAMED = re.compile(
    r"(?:https?://(?:www\.)?creativecommons\.org/licenses/|cc[\s-]+)"
    r"(?P<parts>by(?:[\s-](?:nc|nd|sa)){0,2})(?![a-z])(?:[\s/-]+v?(?P<version>\d\.\d))?",
    re.IGNORECASE,
)
_KNOWN = frozenset({"by", "by-nd", "by-nc", "by-nc-nd"})


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
    found = _NAMED.search(licence)
    if found is None:
        return None
    parts = re.sub(r"[\s-]+", "-", found["parts"].lower())
    return f"cc-{parts}" if parts in _KNOWN else None
