"""A notice as a policy to be reviewed: TOML, each clause under the sentence it came from."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reuse_guard.errors import PolicyError
from reuse_guard.expressions import expression
from reuse_guard.notices import (
    Consent,
    Kind,
    Link,
    Quantity,
    Scope,
    Term,
    Wait,
    read_terms,
    unread_sentences,
)
from reuse_guard.notices.read import MAX_CHARACTERS
from reuse_guard.policy import Policy
from reuse_guard.rights.licences import preset_of_licence
from reuse_guard.schema import format_ratio, parse_toml, validate
from reuse_guard.urls.identity import parse_address

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from reuse_guard.documents.model import Document

_LANGUAGES = frozenset({"en", "ru", "kk", "kz"})  # the last a common slip for Kazakh
# They hold another name in a policy: "Orig News (Kazakhstan)" would be credited by the country.
_IN_BRACKETS = expression(r"\([^()]*\)")
_MOST_BESIDES = 20  # sentences; a page of terms has hundreds
_NOT_FOR_IDS = expression(r"[^a-z0-9]+")


@dataclass
class _Clauses:
    """The clauses of a rule as they gather: plain keys, then lists of tables."""

    keys: dict[str, tuple[str, list[Term]]] = field(default_factory=dict)
    tables: list[tuple[str, dict[str, str], Term]] = field(default_factory=list)
    attests: list[tuple[dict[str, str], Term]] = field(default_factory=list)
    permission: Term | None = None

    def set(self, key: str, value: str, term: Term) -> None:
        """Set a plain key; a later term that says the same adds its sentence."""
        _, terms = self.keys.get(key, (value, []))
        self.keys[key] = (value, [*terms, term])


def suggest_policy(
    document: Document, *, read_on: date, policy_id: str | None = None, whole_page: bool = False
) -> str:
    """Write the terms that a page states as TOML, to be reviewed by a person.

    Args:
        document: the page; its notices are read, in English, Russian or Kazakh.
        read_on: the day, for `terms_read`.
        policy_id: id of the policy; made from the page's host where none is given.
        whole_page: read every block and not only notices; for a page that is all about terms.

    Raises:
        PolicyError: the page states no term that can be read.
    """
    terms = _distinct(read_terms(document, whole_page=whole_page))
    if not terms:
        raise PolicyError(_why_nothing(document), source=document.source)
    head = [*_unread(document), *_head(document, terms, read_on, policy_id)]
    besides = _besides(unread_sentences(document, whole_page=whole_page))
    text = "\n".join([*head, *_rule(_gather(terms)), *besides, ""])
    # What was written is what the reader of policies takes, or it is not printed.
    data = parse_toml(text, source=document.source, error=PolicyError)
    validate(Policy, data, source=document.source, error=PolicyError)
    return text


def _why_nothing(document: Document) -> str:
    """Why no policy is suggested, and what to do."""
    by_hand = "write the policy by hand: reuse-guard policy show qazmonitor > our-terms.toml"
    licence = _licence(document)
    if licence:
        return (
            f"states no terms of reuse, but names the licence of the policy {licence}; where the"
            f" article is under it, check with --policy {licence}, else {by_hand}"
        )
    language = (document.language or "").lower().partition("-")[0]
    if language and language not in _LANGUAGES:
        return (
            f"is in another language ({language}) than notices are read in (English, Russian and"
            f" Kazakh); {by_hand}"
        )
    return (
        "states no terms of reuse that can be read (English, Russian and Kazakh can); where the"
        f" page is all about terms, read the whole page (--whole-page), or {by_hand}"
    )


def _licence(document: Document) -> str | None:
    """The shipped policy of the one licence that the page names or links to."""
    told = [*(block.text for block in document.blocks), *(link.url for link in document.links)]
    found = set(filter(None, map(preset_of_licence, told)))
    return found.pop() if len(found) == 1 else None


def _unread(document: Document) -> list[str]:
    """A line for what is too long to be a notice and was not read to its end."""
    if all(len(block.text) <= MAX_CHARACTERS for block in document.blocks):
        return []
    return [f"# Of paragraphs longer than {MAX_CHARACTERS:,} characters only that much was read."]


def _besides(sentences: Sequence[str]) -> list[str]:
    """What the notices say and no clause does, so that nobody takes the clauses for all of it."""
    if not sentences:
        return []
    shown = [*map(_remark, sentences[:_MOST_BESIDES])]
    left = len(sentences) - len(shown)
    more = [f"# And {left} more, which the page has."] if left else []
    return ["", "# The notice says this too; write a clause for what it asks for:", *shown, *more]


def _distinct(terms: Sequence[Term]) -> tuple[Term, ...]:
    """Each thing said once, though several notices on the page may say it."""
    first: dict[object, Term] = {}
    for term in terms:
        first.setdefault((term.kind, term.value), term)
    return tuple(first.values())


def _head(
    document: Document, terms: Sequence[Term], read_on: date, policy_id: str | None
) -> list[str]:
    address = next(filter(None, [document.url, *document.canonical_urls]), None)
    parsed = parse_address(address) if address else None
    host = parsed.host.removeprefix("www.") if parsed else ""
    site = _IN_BRACKETS.sub("", document.site_name or "").strip()
    name = site or host or document.title or document.source
    made_id = _NOT_FOR_IDS.sub("-", host.lower()).strip("-")[:64] or "suggested"
    nameless = "# The page tells no name of its outlet: write it here, for credits need it."
    lines = [
        f"# Suggested from the notice on {_plain(address or document.source)}.",
        "# Read from its words by rules: a person has to review every clause.",
        f"id = {_quoted(policy_id or made_id)}",
        *([] if site else [nameless]),
        f"name = {_quoted(_plain(name))}",
        f"terms_read = {read_on}",
    ]
    if host:
        lines.append(f"hosts = [{_quoted(host)}]")
    if address and parsed:
        lines.append(f"terms_url = {_quoted(address)}")
    asking = next((t for t in terms if t.kind is Kind.PERMISSION), None)
    if asking is not None:
        is_written = isinstance(asking.value, Consent) and asking.value.is_written
        lines += [_comment(asking), f"permission = {_quoted(_whom_to_ask(is_written=is_written))}"]
    return [*lines, ""]


def _whom_to_ask(*, is_written: bool) -> str:
    return "the publisher, in writing" if is_written else "the publisher"


def _gather(terms: Sequence[Term]) -> _Clauses:
    clauses = _Clauses()
    has_limit = any(term.kind is Kind.LIMIT for term in terms)
    link_count = sum(term.kind is Kind.LINK for term in terms)
    for term in terms:
        if isinstance(term.value, Quantity):
            clauses.tables.append(("limits", _limit(term.value), term))
        elif isinstance(term.value, Link):
            clauses.tables += _link_tables(term.value, term, is_only=link_count == 1)
        elif isinstance(term.value, Wait):
            wait = _quoted(f"{term.value.number} {term.value.unit}")
            clauses.set("not_before", wait, term)
        elif term.kind in (Kind.AUTHOR, Kind.SOURCE):
            part = "{author}" if term.kind is Kind.AUTHOR else "{publisher}"
            clauses.tables.append(("credits", {"template": _quoted(part)}, term))
        else:
            _gather_plain(term, clauses, has_limit=has_limit)
    return clauses


def _gather_plain(term: Term, clauses: _Clauses, *, has_limit: bool) -> None:
    """A term that is a key of the rule, or something to attest."""
    if term.kind is Kind.EDITS:
        clauses.set("edits", '"none"', term)
    elif term.kind is Kind.PHOTOS:
        clauses.set("media", '"forbid"', term)
    elif term.kind is Kind.COMMERCIAL:
        clauses.attests.append(({"about": '"commercial"'}, term))
    elif term.kind is Kind.TRANSLATION:
        clauses.attests.append((_translation(term.value), term))
    elif isinstance(term.value, Consent):
        mode = _mode(term.value.scope, has_limit=has_limit)
        if mode:
            clauses.set("mode", mode, term)


def _mode(scope: Scope, *, has_limit: bool) -> str | None:
    """What a permission makes of the rule; a limit says already that some use is free."""
    if has_limit:
        return None
    return '"excerpt"' if scope is Scope.MORE else '"deny"'


def _translation(value: object) -> dict[str, str]:
    if isinstance(value, Consent) and value.scope is Scope.ANY:
        return {"about": '"translation"', "provided": '"the publisher agreed to the translation"'}
    return {"about": '"translation"'}


def _limit(value: Quantity) -> dict[str, str]:
    is_count = value.whole == "absolute"
    maximum = str(value.value) if is_count else _quoted(format_ratio(value.value))
    keys = {"max": maximum, "unit": _quoted(value.unit)}
    if not is_count:
        keys["of"] = _quoted(value.whole)
    if value.is_leading:
        keys["select"] = '"leading"'
    return keys


def _link_tables(
    value: Link, term: Term, *, is_only: bool
) -> list[tuple[str, dict[str, str], Term]]:
    """A link, or, where a reference in words may be meant, that or a line of credit.

    A name without the fixed words, which are a guess, is then for a person to judge.
    """
    keys = _link(value)
    if not (value.in_words and is_only):  # a rule has one set of conditions of which one is enough
        return [("links", keys, term)]
    word = "Дереккөз" if "сілтеме" in term.sentence.lower() else "Источник"
    credit = {"template": _quoted(f"{word}: {{publisher}}"), "guessed": "true"}
    if value.where:
        credit["where"] = keys["where"]
    pairs = (("link", keys), ("credit", credit))
    return [("any_of", {name: _inline(its)}, term) for name, its in pairs]


def _inline(keys: dict[str, str]) -> str:
    return "{ " + ", ".join(f"{key} = {value}" for key, value in keys.items()) + " }"


def _link(value: Link) -> dict[str, str]:
    keys = {"target": _quoted(value.target or "article")}
    if value.where:
        keys["where"] = _quoted(value.where)
    if value.follow:
        keys["follow"] = '"required"'
    if value.direct:
        keys["direct"] = '"required"'
    return keys


def _rule(clauses: _Clauses) -> list[str]:
    lines = ["[[rules]]"]
    for key, (value, terms) in clauses.keys.items():
        lines += [*map(_comment, terms), f"{key} = {value}"]
    for name, keys, term in clauses.tables:
        lines += _table(name, keys, term)
    for keys, term in clauses.attests:
        lines += _table("attest", keys, term)
    return lines


def _table(name: str, keys: dict[str, str], term: Term) -> list[str]:
    pairs = [f"{key} = {value}" for key, value in keys.items()]
    return ["", _comment(term), f"[[rules.{name}]]", *pairs]


def _comment(term: Term) -> str:
    return _remark(term.sentence)


def _remark(sentence: str) -> str:
    return f"# “{_plain(sentence)}”"


def _plain(text: str) -> str:
    """One line in which nothing steers a terminal or ends a comment."""
    return "".join(c if c.isprintable() else " " for c in " ".join(text.split()))


def _quoted(text: Any) -> str:  # noqa: ANN401 - JSON quotes as TOML does
    return json.dumps(str(text), ensure_ascii=False)
