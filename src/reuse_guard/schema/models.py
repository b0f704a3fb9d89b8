"""Strict models, whose errors say what is wrong and how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from reuse_guard.errors import LocatedError
from reuse_guard.schema.mistakes import mistakes_in

if TYPE_CHECKING:
    from pydantic._internal._model_construction import ModelMetaclass
else:  # pydantic has no public name for it
    ModelMetaclass = type(BaseModel)

Model = TypeVar("Model", bound="Strict")

_MOST = 20  # mistakes told at once; who made more has given the wrong file


class _Meta(ModelMetaclass):
    """What is built in Python is refused in the same words as what is read from a file."""

    if not TYPE_CHECKING:  # a checker sees the fields of each model instead

        def __call__(cls, *args: object, **values: object) -> object:  # noqa: N805 - a metaclass
            """Build a value; pydantic itself does not come here for the parts of one."""
            try:
                return super().__call__(*args, **values)
            except ValidationError as problem:
                raise _refused(problem, cls, cls.__name__, cls.refusal, given=values) from problem


class Strict(BaseModel, metaclass=_Meta):
    """A frozen model that refuses keys it does not know.

    Attributes:
        refusal: the error of a value built in Python that does not fit.
    """

    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True
    )

    refusal: ClassVar[type[LocatedError]] = LocatedError

    @classmethod
    def model_validate(cls, obj: Any, **options: Any) -> Self:  # noqa: ANN401 - pydantic's own
        """Make a value of a mapping, as pydantic does.

        Raises:
            LocatedError: it does not fit.
        """
        try:
            return super().model_validate(obj, **options)
        except ValidationError as problem:
            raise _refused(problem, cls, cls.__name__, cls.refusal, given=obj) from problem

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:  # noqa: ANN401
        """Make a value of JSON, as pydantic does.

        Raises:
            LocatedError: it does not fit.
        """
        try:
            return super().model_validate_json(json_data, **options)
        except ValidationError as problem:
            raise _refused(problem, cls, cls.__name__, cls.refusal) from problem


def validate(
    model: type[Model], data: dict[str, Any], *, source: str, error: type[LocatedError]
) -> Model:
    """Make a model from a mapping, naming file, key, problem and remedy when it does not fit.

    Raises:
        LocatedError: of the given class, for the first mistake, with every other one below it.
    """
    try:
        return super(Strict, model).model_validate(data)
    except ValidationError as problem:
        raise _refused(problem, model, source, error, given=data) from problem


def _refused(
    problem: ValidationError,
    model: type[BaseModel],
    source: str,
    error: type[LocatedError],
    *,
    given: object = None,
) -> LocatedError:
    """All mistakes as one error: the first is its own, the others stand below it, a line each."""
    (first, *others), untold = mistakes_in(problem, model, given, most=_MOST)
    lines = [str(error(text, source=source, where=where)) for where, text in others]
    if untold:
        are = "mistakes are" if untold > 1 else "mistake is"
        lines.append(f"{source}: {untold} more {are} not told")
    where, text = first
    return error("\n".join([text, *lines]), source=source, where=where)
