"""Frozen dataclasses by the hundred, and values that are made once."""

from __future__ import annotations

from dataclasses import (
    MISSING,
    FrozenInstanceError,
    dataclass,
    field,
    fields,
    make_dataclass,
)
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, Self, TypeVar, cast, dataclass_transform, overload

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
V = TypeVar("V")
T_co = TypeVar("T_co", covariant=True)
_SHARED: Final = (
    "__eq__",
    "__hash__",
    "__repr__",
    "__setattr__",
    "__delattr__",
    "__getstate__",
    "__setstate__",
)


class kept(cached_property[T_co]):  # noqa: N801 - a decorator, as the one it is
    """A `cached_property` in a third of the time: it takes no lock.

    Two threads that ask at once may both make the value, and either one is kept. A check makes
    fifty such values, most of them in less time than Python 3.11 takes for the lock.

    >>> class Text:
    ...     @kept
    ...     def words(self) -> list[str]:
    ...         return ["the", "river"]
    >>> text = Text()
    >>> text.words is text.words
    True
    """

    attrname: str

    @overload
    def __get__(self, instance: None, owner: type[Any] | None = None) -> Self: ...

    @overload
    def __get__(self, instance: object, owner: type[Any] | None = None) -> T_co: ...

    def __get__(self, instance: object, owner: type[Any] | None = None) -> Self | T_co:
        """The value, made when it is first asked for and kept with the instance."""
        if instance is None:
            return self
        made: T_co = self.func(instance)
        instance.__dict__[self.attrname] = made
        return made


class Made(dict["Callable[[Any], Any]", Any]):
    """What was made of a value, by how. A copy of it, as for another process, has none yet."""

    def of(self, value: V, make: Callable[[V], T]) -> T:
        """What `make` makes of the value, made when it is first asked for.

        >>> made = Made()
        >>> made.of("river", str.upper) is made.of("river", str.upper)
        True
        """
        if make not in self:
            self[make] = make(value)
        found: T = self[make]
        return found

    def __reduce__(self) -> tuple[type[Made], tuple[()]]:
        return Made, ()


@dataclass_transform(frozen_default=True)
def frozen(cls: type[T]) -> type[T]:
    """What `dataclass(frozen=True, slots=True)` makes of a class, for half of its time.

    Python 3.11 writes and compiles seven functions for every such class, and there are over a
    hundred: a fifth of the time to import `check` went into that. Here one is compiled for a
    class, `__init__`, and all share the others. Fields have a default or none, not `field()`.

    >>> @frozen
    ... class Place:
    ...     line: int
    ...     column: int = 1
    >>> Place(3), Place(3) == Place(3, 1), len({Place(3), Place(3)})
    (Place(line=3, column=1), True, 1)
    >>> Place(3).line = 4
    Traceback (most recent call last):
    dataclasses.FrozenInstanceError: cannot assign to field 'line'
    """
    made: Any = dataclass(slots=True, init=False, eq=False, repr=False)(cls)
    for name in _SHARED:
        if name not in vars(cls):
            setattr(made, name, vars(_Shared)[name])
    made.__init__ = _initial(made)
    made._values = attrgetter(*made.__match_args__)
    return cast("type[T]", made)


def _initial(made: type[Any]) -> Callable[..., None]:
    """The `__init__` of a class with slots: it fills them past the ban on filling them."""
    every = fields(made)
    known = {f"fill_{one.name}": getattr(made, one.name).__set__ for one in every}
    known |= {f"default_{one.name}": one.default for one in every}
    asked = (
        one.name if one.default is MISSING else f"{one.name}=default_{one.name}" for one in every
    )
    filled = "\n".join(f"    fill_{one.name}(self, {one.name})" for one in every)
    exec(f"def __init__(self, {', '.join(asked)}):\n{filled}", known)  # noqa: S102 - names of fields
    initial: Callable[..., None] = known["__init__"]
    initial.__qualname__ = f"{made.__qualname__}.__init__"
    return initial


class _Shared:
    """The methods of every frozen class, beside its `__init__`."""

    _values: Callable[[_Shared], object]  # those of the fields, in their order

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return bool(self._values(self) == other._values(other))

    def __hash__(self) -> int:
        return hash(self._values(self))

    def __repr__(self) -> str:
        named = zip(fields(cast("Any", self)), self.__getstate__(), strict=True)
        values = (f"{one.name}={value!r}" for one, value in named)
        return f"{type(self).__qualname__}({', '.join(values)})"

    def __setattr__(self, name: str, value: object) -> None:
        msg = f"cannot assign to field {name!r}"
        raise FrozenInstanceError(msg)

    def __delattr__(self, name: str) -> None:
        msg = f"cannot delete field {name!r}"
        raise FrozenInstanceError(msg)

    def __getstate__(self) -> list[object]:
        return [getattr(self, one.name) for one in fields(cast("Any", self))]

    def __setstate__(self, state: list[object]) -> None:
        for one, value in zip(fields(cast("Any", self)), state, strict=True):
            object.__setattr__(self, one.name, value)


def maker_of(kind: type[Any]) -> Callable[..., Any]:
    """A faster way to make values of a frozen dataclass with slots: call what this gives instead.

    A frozen class fills each of its fields past its own ban on filling them, which takes twice
    as long as filling those of a class that is not frozen. So it is one of these that is
    filled, and then becomes one of the other class, which has the same slots.

    >>> @frozen
    ... class Place:
    ...     line: int
    ...     column: int = 1
    >>> maker_of(Place)(3) == Place(3)
    True
    """

    def freeze(self: object) -> None:
        self.__class__ = kind

    every = [(one.name, Any, field(default=one.default)) for one in fields(kind)]
    return make_dataclass(
        f"_{kind.__name__}", every, slots=True, namespace={"__post_init__": freeze}
    )
