"""What every part of a policy is."""

from __future__ import annotations

from typing import ClassVar

from pydantic import BaseModel, BeforeValidator

from reuse_guard.errors import LocatedError, PolicyError
from reuse_guard.schema import Strict


class Terms(Strict):
    """A strict model that is a policy or a part of one."""

    refusal: ClassVar[type[LocatedError]] = PolicyError


def _listed(value: object) -> object:
    if isinstance(value, dict | BaseModel):
        msg = "is one by itself, not a list; write it in brackets: [...]"
        raise ValueError(msg)  # noqa: TRY004 - pydantic reports ValueError with its place
    return value


SEVERAL = BeforeValidator(_listed)  # pydantic would take the keys of one for a list
