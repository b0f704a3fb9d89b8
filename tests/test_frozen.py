"""Values of frozen dataclasses that are made faster are the same values."""

import pickle
from dataclasses import FrozenInstanceError, fields

import pytest

from reuse_guard.documents.model import Block, Role
from reuse_guard.frozen import maker_of

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
