"""Whatever stands where in a file or an argument, what is wrong with it is said in our words."""

from __future__ import annotations

import datetime

import pytest
from pydantic import BaseModel, ValidationError

from reuse_guard.archive.inputs.jsonlines import _Line
from reuse_guard.config import model as _configuration  # noqa: F401 - its models are subclasses
from reuse_guard.grants.signed import claims, revocations, trust  # noqa: F401 - as above
from reuse_guard.originals import lock as _lock  # noqa: F401 - as above
from reuse_guard.schema import Strict
from reuse_guard.schema.mistakes import mistakes_in

ANYTHING: tuple[object, ...] = (
    *("", "a", "word", "x" * 5000, "2026-13-01", "2026-01-01T05:00", "\ud800", b"\xff"),
    *(5, -3, 10**30, 1.5, float("nan"), float("inf"), True, None),
    *([], ["word"], [5], [[]], [{"word": 1}], {}, {"word": 1}, (1,), object()),
    *(datetime.date(2026, 1, 1), datetime.datetime(2026, 1, 1, 5, tzinfo=datetime.UTC)),
    datetime.time(5, 0),
)

# Words of pydantic, of a pattern, and of a field with a pattern that says nothing of itself.
LEAKS = (
    *("input should", "string should", "valid ", "unable to", "frozenset"),
    *("^", "what is asked for"),
)


def models(of: type[BaseModel]) -> set[type[BaseModel]]:
    """Every model of the package that is made of this one."""
    made = set(of.__subclasses__())
    every = made.union(*map(models, made))
    return {each for each in every if each.__module__.startswith("reuse_guard.")}


MODELS: list[type[BaseModel]] = [*models(Strict), _Line]
MODELS.sort(key=lambda each: each.__name__)


@pytest.mark.parametrize("model", MODELS, ids=lambda each: each.__name__)
def test_no_message_is_in_the_words_of_the_library_for_programmers(model: type[BaseModel]) -> None:
    for name, field in model.model_fields.items():
        for value in ANYTHING:
            given = {field.alias or name: value}
            try:
                BaseModel.model_validate.__func__(model, given)  # type: ignore[attr-defined]
            except ValidationError as problem:
                for place, message in mistakes_in(problem, model, given, most=100)[0]:
                    for words in LEAKS:
                        assert words not in message, f"{place} = {value!r}: {message}"
