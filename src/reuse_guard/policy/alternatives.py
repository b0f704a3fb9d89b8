"""Conditions of which one is enough."""

from __future__ import annotations

from pydantic import ConfigDict, Field, model_validator

from reuse_guard.policy.conditions import Asked, PageDuties
from reuse_guard.policy.duties import CreditDuty, LinkDuty  # noqa: TC001 - pydantic resolves it
from reuse_guard.policy.terms import Terms

_KEYS = ("link", "credit", "page", "provided")


class Alternative(Terms):
    """One of several conditions of which one is enough; it has exactly one of the keys.

    Attributes:
        link: a hyperlink.
        credit: a line of credit.
        page: one thing that the candidate's page declares, loads or keeps.
        provided: what must hold and no reading of a page can tell; a person has to check it.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [
                {"required": [key], "properties": {key: {"not": {"type": "null"}}}} for key in _KEYS
            ]
        }
    )

    link: LinkDuty | None = None
    credit: CreditDuty | None = None
    page: PageDuties | None = None
    provided: str | None = Field(default=None, min_length=1)

    @model_validator(mode="after")
    def _is_one_demand(self) -> Alternative:
        stated = [key for key in _KEYS if getattr(self, key) is not None]
        if len(stated) != 1:
            msg = (
                f"has {' and '.join(stated) or 'no condition'}; write one of {', '.join(_KEYS)},"
                " and an entry for each other that is enough"
            )
            raise ValueError(msg)
        if self.credit is not None and not self.credit.required:
            msg = "credit.required: one of the conditions is demanded, so drop required = false"
            raise ValueError(msg)
        if self.page is not None and (asked := _asks(self.page)) != 1:
            msg = f"page: asks for {asked} things; write an entry for each that is enough"
            raise ValueError(msg)
        return self


def _asks(page: PageDuties) -> int:
    """How many things are asked of the page."""
    asked = (page.canonical, page.noindex, page.counter)
    return sum(one is not Asked.IGNORE for one in asked) + page.keep_links
