"""What a page declares of its rights for machines: schema.org, `rel=license`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.documents.html_tree import parse_html
from reuse_guard.documents.linked_data import addresses_of, articles_of, text_of
from reuse_guard.frozen import frozen
from reuse_guard.rights.licences import preset_of_licence
from reuse_guard.urls.resolve import resolve

if TYPE_CHECKING:
    from lxml import etree

    from reuse_guard.documents.linked_data import Thing


@frozen
class DeclaredRights:
    """Rights that a page declares; addresses are absolute where the page's own is known.

    Attributes:
        licenses: addresses or names of licences (schema.org `license`, `<a rel=license>`).
        usage_info: addresses of terms of use (schema.org `usageInfo`).
        acquire_license_pages: where a permission can be had (`acquireLicensePage`).
        copyright_notices: the lines themselves (`copyrightNotice`).
        credit_texts: how the publisher wants to be credited (`creditText`).
    """

    licenses: tuple[str, ...] = ()
    usage_info: tuple[str, ...] = ()
    acquire_license_pages: tuple[str, ...] = ()
    copyright_notices: tuple[str, ...] = ()
    credit_texts: tuple[str, ...] = ()

    @property
    def preset(self) -> str | None:
        """The shipped policy of the licence declared; None where none or several fit."""
        found = {preset_of_licence(licence) for licence in self.licenses}
        return found.pop() if len(found) == 1 else None


def read_declared_rights(
    markup: str, *, url: str | None = None, source: str = "<page>"
) -> DeclaredRights:
    """Read what a page declares of its rights.

    Args:
        markup: the page.
        url: its address; relative ones are resolved against it.
        source: what messages call it.

    Raises:
        ReadError: the page breaks a bound on its size or depth.
    """
    root = parse_html(markup, source=source)
    articles = [thing for thing, _ in articles_of(root.iter("script"))]

    def addresses(name: str) -> list[str]:
        return [resolve(found, url) for thing in articles for found in _named(thing, name)]

    return DeclaredRights(
        licenses=_once([*addresses("license"), *_linked(root, url)]),
        usage_info=_once(addresses("usageInfo")),
        acquire_license_pages=_once(addresses("acquireLicensePage")),
        copyright_notices=_once([text_of(thing, "copyrightNotice") for thing in articles]),
        credit_texts=_once([text_of(thing, "creditText") for thing in articles]),
    )


def _named(thing: Thing, name: str) -> list[str]:
    """Addresses in a field, or the name that stands there instead: "CC BY 4.0"."""
    text = text_of(thing, name)
    return addresses_of(thing, name) or ([text] if text else [])


def _linked(root: etree._Element, url: str | None) -> list[str]:
    """`<a rel=license>` and `<link rel=license>`."""
    return [
        resolve(element.get("href") or "", url)
        for element in root.iter("a", "link", "area")
        if "license" in (element.get("rel") or "").lower().split() and element.get("href")
    ]


def _once(values: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
