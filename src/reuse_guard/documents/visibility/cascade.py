"""Which of the values declared for one element win."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from reuse_guard.documents.visibility.declarations import Declaration, parse_declarations
from reuse_guard.documents.visibility.rules import Rule, Specificity
from reuse_guard.documents.visibility.values import Length, Value
from reuse_guard.documents.visibility.variables import VAR

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml import etree

    from reuse_guard.documents.visibility.seen import Own

SMALLER: Final = frozenset({"small", "sub", "sup"})
_PICTURED: Final = frozenset({"body", "table", "thead", "tbody", "tfoot", "tr", "td", "th"})
_FONT_SIZES: Final = ("10px", "10px", "13px", "16px", "18px", "24px", "32px", "48px")

Match: TypeAlias = tuple[Rule, Specificity]


def winning(
    element: etree._Element, matched: list[Match], explain: Callable[[str], str] = str
) -> Own:
    """The cascade of CSS Cascading and Inheritance 5, section 6, for one element.

    Args:
        element: any of the page.
        matched: the rules that match it.
        explain: puts the values of custom properties into declarations that use them.
    """
    ranked: list[tuple[tuple[bool, Specificity, int], Declaration]] = []
    for rule, specificity in matched:
        body = rule.body
        declared = body.declarations
        if body.uses_names:
            declared = parse_declarations(explain(body.text))
        for declaration in declared:
            later = rule.body.outside_layers != declaration.important
            ranked.append(((later, specificity, rule.body.position), declaration))
    ranked.sort(key=lambda pair: pair[0])
    own: Own = {name: value for name, value, _ in _presentational(element)}
    style = element.get("style", "")
    inline = parse_declarations(explain(style) if VAR in style.lower() else style)
    for important in (False, True):
        own |= {d.name: d.value for _, d in ranked if d.important is important}
        own |= {d.name: d.value for d in inline if d.important is important}
    return own


def explained(
    matched: list[Match], inline: Mapping[str, list[Declaration]], name: str
) -> Value | None:
    """The value of a custom property that wins for one element, None where none is declared.

    As `winning`, but a page may explain thousands of names in one rule, so the others are left.

    Args:
        matched: the rules that match the element.
        inline: what its own style declares, by the names.
        name: of the property.
    """
    ranked = [
        ((rule.body.outside_layers != one.important, specificity, rule.body.position), one)
        for rule, specificity in matched
        for one in rule.body.explaining.get(name, ())
    ]
    ranked.sort(key=lambda pair: pair[0])
    declared = [*(one for _, one in ranked), *inline.get(name, ())]
    declared.sort(key=lambda one: one.important)
    return declared[-1].value if declared else None


def _presentational(element: etree._Element) -> tuple[Declaration, ...]:
    """Styles written as attributes or tags; any rule overrides them."""
    tag = element.tag
    if tag in SMALLER:
        return (Declaration("font-size", Length(5 / 6, "em"), important=False),)
    styles: list[Declaration] = []
    if tag == "font":
        size = element.get("size", "")
        if size in set("01234567"):
            styles += parse_declarations(f"font-size: {_FONT_SIZES[int(size or 3)]}")
        styles += parse_declarations(f"color: {element.get('color', '')}")
    if tag == "body" and element.get("text"):
        styles += parse_declarations(f"color: {element.get('text')}")
    if element.get("bgcolor"):
        styles += parse_declarations(f"background-color: {element.get('bgcolor')}")
    if element.get("background") and tag in _PICTURED:
        styles += parse_declarations("background-image: url()")
    return tuple(styles)
