"""Expressions are compiled late, and are otherwise what `re.compile` makes."""

import pickle
import pkgutil
import re
from importlib import import_module

import pytest

import reuse_guard
from reuse_guard.expressions import expression


def test_a_mistake_in_a_pattern_is_told_when_it_is_first_used() -> None:
    broken = expression("(")
    with pytest.raises(re.error):
        broken.search("a line")


@pytest.mark.parametrize("name", ["search", "match", "fullmatch"])
def test_it_finds_what_a_compiled_one_finds(name: str) -> None:
    late, compiled = (make(r"(\w+) river", re.IGNORECASE) for make in (expression, re.compile))
    for text in ("the River", "no stream", "the river rose"):
        found, expected = (getattr(one, name)(text) for one in (late, compiled))
        assert (found and found.groups()) == (expected and expected.groups())
    assert late.pattern == compiled.pattern
    assert late.groups == compiled.groups


def test_it_is_taken_to_another_process_used_or_not() -> None:
    late = expression(r"\d+", re.ASCII)
    for _ in range(2):
        taken = pickle.loads(pickle.dumps(late))  # noqa: S301 - written right here
        assert taken.findall("30 of 100 ٣") == ["30", "100"]
        late.search("30")


def test_every_expression_of_the_package_can_be_compiled() -> None:
    names = [one.name for one in pkgutil.walk_packages(reuse_guard.__path__, "reuse_guard.")]
    held = [
        value
        for name in names
        if "spark" not in name and not name.endswith("__main__")
        for value in vars(import_module(name)).values()
        if type(value) is type(expression(""))
    ]
    assert len(held) > 400
    assert {type(one.flags) for one in held} == {int}
