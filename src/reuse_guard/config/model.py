"""What a project says of itself: where its texts stand, under which terms, what is set aside."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, StrictBool

from reuse_guard.config.globs import check_glob
from reuse_guard.documents.frontmatter import LINKED_KEYS, SOURCE_KEYS
from reuse_guard.documents.sites import Dialect, is_generator, remedy_for
from reuse_guard.policy.conditions import NOTHING_DECLARED, Declared
from reuse_guard.policy.model import Host  # noqa: TC001 - pydantic resolves the annotation
from reuse_guard.reports.rules import RULES
from reuse_guard.schema import Day, Strict
from reuse_guard.urls.identity import parse_address

Glob = Annotated[str, AfterValidator(check_glob)]
_NEVER_SET_ASIDE = frozenset({"unreadable", "defect", "other"})
_CLAUSES = frozenset(rule.kind for rule in RULES) - _NEVER_SET_ASIDE


def _no_generator(given: object) -> object:
    if is_generator(given):
        msg = f"{given!r} is not known here; {remedy_for(given)}"
        raise ValueError(msg)
    return given


def _web_address(text: str) -> str:
    if parse_address(text) is None:
        msg = f"{text!r} is no web address; write it as https://partner.example/"
        raise ValueError(msg)
    return text


def _inner_folder(text: str) -> str:
    check_glob(text)
    return text.rstrip("/")


def _known_clause(kind: str) -> str:
    if kind.partition("-")[0] != "attest" and kind not in _CLAUSES:
        msg = f"{kind!r} is no kind of clause; known: {', '.join(sorted(_CLAUSES))}"
        raise ValueError(msg)
    return kind


def _linked_key(key: str) -> str:
    if key not in LINKED_KEYS:
        msg = f"{key!r} is no key of a source's address; known: {', '.join(LINKED_KEYS)}"
        raise ValueError(msg)
    return key


class FailOn(StrEnum):
    """The outcome from which a run fails."""

    VIOLATION = "violation"
    REVIEW = "review"
    NEVER = "never"


class Ignore(Strict):
    """Findings that are set aside for a while.

    Attributes:
        files: patterns of the candidates it is for.
        clauses: kinds of clause it is for; all where none is named.
        reason: why, for whoever reads the report.
        until: last day; from the next one on the findings count again.
    """

    files: tuple[Glob, ...] = Field(min_length=1)
    clauses: tuple[Annotated[str, AfterValidator(_known_clause)], ...] = ()
    reason: str = Field(min_length=1)
    until: Day


class Fetching(Strict):
    """How originals are fetched.

    Attributes:
        contact: a mail address or page of whoever runs this; sent with every request.
        own_hosts: hosts of sites that are the project's own: robots.txt is not asked there.
    """

    contact: str | None = Field(
        default=None,
        min_length=3,
        pattern=r"^[\x21-\x7e]+$",
        description="Latin letters, digits and signs without spaces",
    )
    own_hosts: tuple[Host, ...] = ()


class Config(Strict):
    """The configuration of a project; paths are written from its folder, with `/`.

    Attributes:
        content: patterns of the candidates.
        exclude: patterns of files among them that are none.
        source_keys: front-matter keys that name the address of the source.
        site: address of the site the candidates are published on.
        policy: id of a shipped policy, file, or `auto`: the shipped one of the original's host.
        policies: the same for the originals of one host and its subdomains.
        grants: patterns of the files with written permissions.
        trust: file that says whose signatures under permissions are genuine.
        common_sources: patterns of texts both sides may have quoted.
        originals: folder of the snapshots.
        fail_on: outcome from which a run fails.
        ignore: findings that are set aside.
        declared: what no page shows, such as whether the use is commercial.
        fetch: how originals are fetched.
        bare_links: whether the site makes links of addresses that stand without brackets in its
            Markdown; by default as its generator does, where one is found.
        dialect: how the site reads Markdown, likewise.
        linked_keys: front-matter keys whose address the site may show as a link; by default those
            of a source's address that its templates use.
    """

    content: tuple[Glob, ...] = Field(min_length=1)
    exclude: tuple[Glob, ...] = ()
    source_keys: tuple[str, ...] = SOURCE_KEYS
    site: Annotated[str, AfterValidator(_web_address)] | None = None
    policy: str = Field(default="auto", min_length=1)
    policies: dict[Host, str] = Field(default_factory=dict)
    grants: tuple[Glob, ...] = ()
    trust: str | None = Field(default=None, min_length=1)
    common_sources: tuple[Glob, ...] = ()
    originals: Annotated[str, AfterValidator(_inner_folder)] = "originals"
    fail_on: FailOn = FailOn.VIOLATION
    ignore: tuple[Ignore, ...] = ()
    declared: Declared = NOTHING_DECLARED
    fetch: Fetching = Fetching.model_construct()
    bare_links: StrictBool | None = None
    dialect: Annotated[Dialect | None, BeforeValidator(_no_generator)] = None
    linked_keys: tuple[Annotated[str, AfterValidator(_linked_key)], ...] | None = None
