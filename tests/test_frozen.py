"""Frozen dataclasses that are made faster, and values of them, are what Python itself makes."""

import pickle
from copy import copy
from dataclasses import FrozenInstanceError, dataclass, fields, replace

import pytest

from reuse_guard.documents.model import Block, Role
from reuse_guard.frozen import frozen, maker_of


@dataclass(frozen=True, slots=True)
class Plain:
    """As Python makes it."""

    line: int
    column: int = 1


@frozen
class Ours:
    """The same."""

    line: int
    column: int = 1


VALUES = (Role.PARAGRAPH, "The river fell.", 0, 15, 1, 1)


def test_a_value_made_so_is_what_the_class_itself_makes() -> None:
    made = maker_of(Block)(*VALUES)
    assert type(made) is Block
    assert made == Block(*VALUES)
    assert hash(made) == hash(Block(*VALUES))
    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301 - our own


def test_it_is_frozen() -> None:
    made = maker_of(Block)(*VALUES)
    with pytest.raises(FrozenInstanceError):
        made.role = Role.OTHER


def test_defaults_are_those_of_the_class_which_stays_as_it_is() -> None:
    before = [(one.name, one.type) for one in fields(Block)]
    assert maker_of(Block)(*VALUES).hidden is None
    assert [(one.name, one.type) for one in fields(Block)] == before


def test_a_class_made_frozen_does_what_one_of_python_does() -> None:
    for kind in (Plain, Ours):
        made = kind(3)
        assert made == kind(3, 1) != kind(3, 2)
        assert made.__eq__((3, 1)) is NotImplemented
        assert repr(made) == f"{kind.__name__}(line=3, column=1)"
        assert len({made, kind(column=1, line=3), replace(made, column=2)}) == 2
        assert pickle.loads(pickle.dumps(made)) == copy(made) == made  # noqa: S301 - our own
        assert kind.__match_args__ == ("line", "column")
        assert not hasattr(made, "__dict__")
    assert Ours(3).__eq__(Plain(3)) is NotImplemented


@pytest.mark.parametrize("kind", [Plain, Ours])
def test_no_field_of_a_frozen_class_is_set_or_deleted(kind: type[Plain | Ours]) -> None:
    made = kind(3)
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'line'"):
        made.line = 4  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'line'"):
        del made.line
    with pytest.raises(TypeError, match=rf"{kind.__name__}.__init__\(\) missing 1 required"):
        kind()  # type: ignore[call-arg]
    assert made.line == 3
