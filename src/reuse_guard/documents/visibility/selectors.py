"""CSS selectors on an lxml tree: cssselect2 reads them and tests single elements.

Its own matching of combinators retries every ancestor for every step, which a hostile page can
make take for ever; here each pair of element and step is tried once a page.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Protocol

# cssselect2 has no types.
from cssselect2 import SelectorError  # type: ignore[import-untyped]
from cssselect2.compiler import CompiledSelector  # type: ignore[import-untyped]
from cssselect2.parser import (  # type: ignore[import-untyped]
    AttributeSelector,
    ClassSelector,
    CombinedSelector,
    CompoundSelector,
    FunctionalPseudoClassSelector,
    IDSelector,
    LocalNameSelector,
    MatchesAnySelector,
    NegationSelector,
    RelationalSelector,
    SpecificityAdjustmentSelector,
    parse,
)
from cssselect2.parser import Selector as ParsedSelector

from reuse_guard.documents.visibility.kin import key_of
from reuse_guard.expressions import expression
from reuse_guard.frozen import frozen

if TYPE_CHECKING:
    from reuse_guard.documents.visibility.kin import Kin
    from reuse_guard.documents.visibility.nodes import Node

__all__ = ["Selector", "SelectorError", "TooCostlyError", "compile_selectors"]

# Selectors of tags, classes and ids joined by combinators, in ASCII.
_COMPOUND = r"(?:\*|[A-Za-z][\w-]*)?(?:[.#]-?[A-Za-z_][\w-]*)*(?<=[\w*-])"
_PLAIN = rf"\s*{_COMPOUND}(?:(?:\s*[>+~]\s*|\s+){_COMPOUND})*\s*"
_PLAIN_LIST = expression(rf"{_PLAIN}(?:,{_PLAIN})*", re.ASCII)
_PLAIN_STEP = expression(r"(^|\s*[>+~]\s*|\s+)([\w.#*-]+)")
_NAME = expression(r"([.#]?)([\w-]+)")
_LONGEST: Final = 2_000  # characters of one selector
_AROUND: Final = frozenset({" ", ">"})  # combinators on whose left an element around stands
_NEXT: Final = frozenset({">", "+"})  # those that ask for one element alone
_SHORT: Final = 8  # elements that are asked again
_MOST_BRACKETS: Final = 3  # inside one another
_MOST_STEPS: Final = 30  # of one selector; style guides ask for 3, preprocessors write 10

# What the parser says to `|`, `:lang()` and `:nth-child(+`, none of which CSS allows.
_DEFECTS: Final = (AttributeError, SyntaxError, StopIteration)


class TooCostlyError(ValueError):
    """A selector that could take time out of proportion on a hostile page."""


class _Step(Protocol):
    """What one compound of a selector asks of an element."""

    def test(self, node: Any) -> bool: ...  # noqa: ANN401 - a node, or kin


@frozen
class _NamesStep:
    """A compound of a tag, classes and ids alone, which most are."""

    names: frozenset[str]

    def test(self, node: Node | Kin) -> bool:
        return self.names <= node.names


class Selector:
    """One complex selector, such as `.notice > a:not(.x)`.

    Attributes:
        specificity: as CSS orders it.
        key: what an element must have for a match; browsers index rules so.
        asks_names_alone: whether names of an element and of those around it tell all, so that it
            may be asked of kin.
    """

    def __init__(
        self,
        steps: list[_Step],
        combinators: list[str],
        specificity: tuple[int, int, int],
        key: str,
    ) -> None:
        """Take the steps from right to left, with the combinators between them."""
        if len(steps) > _MOST_STEPS:
            msg = f"a selector of {len(steps)} steps"
            raise TooCostlyError(msg)
        self.specificity = specificity
        self.key = key
        self._steps = steps
        self._combinators = combinators
        self.asks_names_alone = _AROUND.issuperset(combinators) and all(
            isinstance(step, _NamesStep) for step in steps
        )
        self._above = frozenset(
            name
            for step, combinator in zip(steps[1:], combinators, strict=True)
            if isinstance(step, _NamesStep) and combinator in _AROUND
            for name in step.names
        )

    def matches(self, node: Node | Kin) -> bool:
        """Whether the element is a subject of this selector."""
        if self._above and not self._above <= node.names_above:
            return False
        if not self._steps[0].test(node):
            return False
        return not self._combinators or self._holds(node, 0)

    def _holds(self, node: Any, step: int) -> bool:  # noqa: ANN401 - a node, or kin
        """Whether the steps after `step`, which `node` has passed, hold for elements about it.

        What is told of those around or before is kept for the next that has them too: of 10,000
        paragraphs in a row each asked all before it, which took minutes.
        """
        combinator = self._combinators[step]
        goes_up = combinator in _AROUND
        other = node.parent if goes_up else node.previous
        if combinator in _NEXT:
            return other is not None and self._passes(other, step + 1)
        path = [node]
        asked = self, step
        found: bool | None = node.about.get(asked)
        while found is None:
            if other is None or self._passes(other, step + 1):
                found = other is not None
                break
            found = other.about.get(asked)
            path.append(other)
            other = other.parent if goes_up else other.previous
        if len(path) > _SHORT:
            for one in path:
                one.about[asked] = found
        return found

    def _passes(self, node: Any, step: int) -> bool:  # noqa: ANN401
        """Whether an element passes a step, and those about it the steps after it."""
        is_last = step == len(self._combinators)
        return self._steps[step].test(node) and (is_last or self._holds(node, step))


@lru_cache(maxsize=2048)
def compile_selectors(text: str) -> tuple[Selector, ...]:
    """Read a list of selectors; those for pseudo-elements and states at no rest are left out.

    Half of those that a page asks for it has asked for before, and pages of one site share theirs.

    Raises:
        SelectorError: not well formed; browsers drop the whole rule.
        TooCostlyError: it could take time out of proportion.
    """
    if len(text) > _LONGEST:
        msg = f"{len(text):,} characters"
        raise TooCostlyError(msg)
    if _PLAIN_LIST.fullmatch(text):
        return tuple(_read_plain(part) for part in text.split(","))
    try:
        read = [_read(parsed) for parsed in parse(text) if parsed.pseudo_element is None]
    except _DEFECTS as error:
        msg = "not well formed"
        raise SelectorError(msg) from error
    return tuple(selector for selector in read if selector is not None)


def _read_plain(text: str) -> Selector:
    """Read a selector of names alone, without the parser."""
    steps: list[_Step] = []
    combinators: list[str] = []
    kinds = {"": 0, ".": 0, "#": 0}
    for combinator, compound in _PLAIN_STEP.findall(text.strip()):
        names = [(mark, name if mark else name.lower()) for mark, name in _NAME.findall(compound)]
        for mark, _ in names:
            kinds[mark] += 1
        steps.append(_NamesStep(frozenset(mark + name for mark, name in names)))
        combinators.append(combinator.strip() or " ")
    return Selector(
        steps[::-1],
        combinators[:0:-1],
        (kinds["#"], kinds["."], kinds[""]),
        key_of(dict(names)),
    )


def _read(parsed: Any, depth: int = 0) -> Selector | None:  # noqa: ANN401
    """Compile what the parser read; None when some step holds for no element at rest."""
    compounds: list[Any] = []
    combinators: list[str] = []
    tree = parsed.parsed_tree
    while isinstance(tree, CombinedSelector):
        compounds.append(tree.right)
        combinators.append(tree.combinator)
        tree = tree.left
    compounds.append(tree)
    steps = [_read_compound(compound, depth) for compound in compounds]
    if any(step.never_matches for step in steps):
        return None
    return Selector(list(steps), combinators, parsed.specificity, _key(compounds[0]))


@frozen
class _BracketsStep:
    """A compound with combinators inside `:not()`, `:is()` or `:where()`."""

    plain: Any
    brackets: list[tuple[bool, list[Selector]]]

    @property
    def never_matches(self) -> bool:
        return bool(self.plain.never_matches)

    def test(self, node: Any) -> bool:  # noqa: ANN401
        return self.plain.test(node) and all(
            any(one.matches(node) for one in selectors) is not negated
            for negated, selectors in self.brackets
        )


def _read_compound(compound: Any, depth: int) -> Any:  # noqa: ANN401
    """Compile one step; combinators inside brackets are followed with the memory of their own."""
    hard = [simple for simple in compound.simple_selectors if _is_hard(simple)]
    if not hard:
        return CompiledSelector(ParsedSelector(compound))
    if depth >= _MOST_BRACKETS:
        msg = f"a selector with combinators in {depth} brackets"
        raise TooCostlyError(msg)
    easy = [simple for simple in compound.simple_selectors if simple not in hard]
    brackets = [
        (
            isinstance(simple, NegationSelector),
            [one for inner in simple.selector_list if (one := _read(inner, depth + 1)) is not None],
        )
        for simple in hard
    ]
    return _BracketsStep(CompiledSelector(ParsedSelector(CompoundSelector(easy))), brackets)


def _is_hard(simple: Any) -> bool:  # noqa: ANN401
    """Whether a simple selector has combinators in brackets.

    `:has()` visits whole subtrees, and `:nth-child(2 of .a)` counts a row for each element in it.
    """
    counts = isinstance(simple, FunctionalPseudoClassSelector) and any(
        getattr(argument, "lower_value", "") == "of" for argument in simple.arguments
    )
    if counts or isinstance(simple, RelationalSelector):
        msg = "a selector with :has(), or with :nth-child() of some"
        raise TooCostlyError(msg)
    if not isinstance(
        simple, NegationSelector | MatchesAnySelector | SpecificityAdjustmentSelector
    ):
        return False
    trees = (inner.parsed_tree for inner in simple.selector_list)
    return any(
        isinstance(one, CombinedSelector) or any(map(_is_hard, one.simple_selectors))
        for one in trees
    )


def _key(compound: Any) -> str:  # noqa: ANN401
    """What an element must have to pass a compound."""
    keys: dict[str, str] = {}
    for simple in compound.simple_selectors:
        if isinstance(simple, IDSelector):
            keys["#"] = simple.ident
        elif isinstance(simple, ClassSelector):
            keys["."] = simple.class_name
        elif isinstance(simple, LocalNameSelector):
            keys[""] = simple.lower_local_name
        elif isinstance(simple, AttributeSelector):
            keys["["] = simple.lower_name
    return key_of(keys)
