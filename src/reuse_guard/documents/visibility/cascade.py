"""Which of the values declared for one element win."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from reuse_guard.documents.visibility.bodies import by_importance
from reuse_guard.documents.visibility.declarations import parse_declarations
from reuse_guard.documents.visibility.layers import Layer, rank
from reuse_guard.documents.visibility.letters import FONT_SIZES
from reuse_guard.documents.visibility.rules import Rule, Specificity
from reuse_guard.documents.visibility.values import Length, Value
from reuse_guard.documents.visibility.variables import VAR

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml import etree

    from reuse_guard.documents.visibility.declarations import Declaration
    from reuse_guard.documents.visibility.seen import Own

SMALLER: Final = frozenset({"small", "sub", "sup"})
# Parts of pictures that are drawn in their place, with the words that stand in them.
DRAWN: Final = frozenset({"svg", "g", "text", "tspan", "textpath"})
# Attributes of drawings that are styles.
_PRESENTED: Final = ("display", "visibility", "opacity", "overflow")
_SIDES: Final = ("width", "height")
# What may have a picture as its ground by an attribute.
_GROUNDED: Final = frozenset({"body", "table", "thead", "tbody", "tfoot", "tr", "td", "th"})

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
    style = element.get("style", "")
    own = _presentational(element)
    if not matched and not style:
        return own
    inline = by_importance(parse_declarations(explain(style) if VAR in style.lower() else style))
    if len(matched) > 1:
        matched = sorted(matched, key=_rank)
    declared = [_declared(rule, explain) for rule, _ in matched]
    for normal, _ in (*declared, inline):
        own.update(normal)
    if any(important for _, important in declared):  # for which layers count the other way round
        matched = sorted(matched, key=_rank_of_important)
        declared = [_declared(rule, explain) for rule, _ in matched]
    for _, important in (*declared, inline):
        own.update(important)
    return own


def _declared(rule: Rule, explain: Callable[[str], str]) -> tuple[Own, Own]:
    body = rule.body
    if body.uses_names:
        return by_importance(body.declared_in(explain(body.text)))
    return body.values


def _rank(match: Match) -> tuple[Layer, Specificity, int]:
    body = match[0].body
    return rank(body.layer, important=False), match[1], body.position


def _rank_of_important(match: Match) -> tuple[Layer, Specificity, int]:
    body = match[0].body
    return rank(body.layer, important=True), match[1], body.position


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
        ((rank(rule.body.layer, important=one.important), specificity, rule.body.position), one)
        for rule, specificity in matched
        for one in rule.body.explaining.get(name, ())
    ]
    ranked.sort(key=lambda pair: pair[0])
    declared = [*(one for _, one in ranked), *inline.get(name, ())]
    declared.sort(key=lambda one: one.important)
    return declared[-1].value if declared else None


def _presentational(element: etree._Element) -> Own:
    """Styles written as attributes or tags; any rule overrides them."""
    tag = element.tag
    if tag in SMALLER:
        return {"font-size": Length(5 / 6, "em")}
    css = _of_picture(element) if tag in DRAWN else []
    if tag == "font":
        size = element.get("size", "")
        if size in set("01234567"):
            css.append(f"font-size: {FONT_SIZES[int(size or 3)]}")
        css.append(f"color: {element.get('color', '')}")
    if tag == "body" and element.get("text"):
        css.append(f"color: {element.get('text')}")
    if element.get("bgcolor"):
        css.append(f"background-color: {element.get('bgcolor')}")
    if element.get("background") and tag in _GROUNDED:
        css.append("background-image: url()")
    return {name: value for one in css for name, value, _ in parse_declarations(one)}


def _of_picture(element: etree._Element) -> list[str]:
    """The attributes of a part of a picture that are styles; the picture cuts off what overflows.

    A side without a unit is in pixels.
    """
    css = ["overflow: hidden"] if element.tag == "svg" else []
    css += [f"{name}: {value}" for name in _PRESENTED if (value := element.get(name))]
    if element.tag == "svg":
        sides = ((name, (element.get(name) or "").strip()) for name in _SIDES)
        css += [f"{name}: {side}{'px' * side.isdecimal()}" for name, side in sides]
    return css
