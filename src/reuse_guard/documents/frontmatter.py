"""Front matter of Markdown files: YAML (`---`), TOML (`+++`) or JSON (`{`), read safely.

Site generators (Hugo, Jekyll, Eleventy, Astro) keep an article's title, date, author and, for a
republished one, the address of the original there. That address is no hyperlink: a reader does
not see it.
"""

from __future__ import annotations

import dataclasses
import json
import re
import tomllib
from datetime import date
from typing import TYPE_CHECKING, Any

from reuse_guard.documents.model import Signal
from reuse_guard.errors import ReadError
from reuse_guard.expressions import expression
from reuse_guard.frozen import frozen
from reuse_guard.schema.syntax import toml_values

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import yaml

    from reuse_guard.documents.limits import ReadLimits

# Keys for the source address, seen in content repositories of republishing sites.
CANONICAL_KEYS = ("canonical_url", "canonicalUrl", "canonicalURL", "canonical")
# Those whose address a theme may show as a link; a canonical one is for machines everywhere.
LINKED_KEYS = ("original_url", "external_url", "source_url", "source")
SOURCE_KEYS = (*CANONICAL_KEYS, *LINKED_KEYS)
_DATES = ("date", "published", "publishDate", "pubDate", "published_at", "datePublished")
_AUTHORS = ("author", "authors", "byline")
_LANGUAGES = ("lang", "language", "locale")
# Tables that hold page settings: Hugo's and Zola's, and the one SEO plugins read.
_GROUPS = ("params", "extra", "seo")
_NAMES = ("name", "url", "href", "link")
_MOST_VALUES = 100
_TOO_LONG = "a number of over 4,000 digits"  # which Python refuses to read

# A fence with a key in the first filled line after it: "---" alone may be a rule across the page.
_OPENING = expression(
    r"(?P<fence>---|\+\+\+)[ \t]*\n(?:[ \t]*(?:#.*)?\n)*(?:[\w\"'\[{][^\n]*[:=\]]|(?P=fence))"
    r"|(?P<json>\{[^\S\n]*(?:\n\s*[\"}]|(?P<line>\"[\w-]+\"[^\S\n]*:(?=[^\n]*\}))))"
)
_CLOSINGS = {
    "---": expression(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE),
    "+++": expression(r"^\+\+\+[ \t]*(?:\n|\Z)", re.MULTILINE),
}
_DEEPEST = 100  # open brackets of YAML, whose parser looks ahead from each: 1,000 take seconds
_WEB = expression(r"https?://\S+\Z", re.IGNORECASE)
_KEY = expression(r"""(?:^|[{,])[ \t]*["']?([\w-]+)["']?[ \t]*[:=]""", re.MULTILINE)
_DATE = expression(r"(\d{4})-(\d\d?)-(\d\d?)")


@dataclasses.dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a Markdown file says of itself before its text.

    Attributes:
        title: the headline.
        title_line: source line of the title, counted from 1.
        source_urls: addresses of the article it was taken from, as declared.
        signals: the same as attributions, with their lines.
        published: date of publication.
        authors: names.
        language: BCP 47 tag.
        addresses: every web address in it, by its key.
        raw: all of it as it stands in the file.
    """

    title: str | None = None
    title_line: int = 1
    source_urls: tuple[str, ...] = ()
    signals: tuple[Signal, ...] = ()
    published: date | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    addresses: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    raw: str = ""


@frozen
class _Field:
    """One key, its values as text, and the source line it stands on."""

    key: str
    values: tuple[str, ...]
    line: int


@frozen
class Parts:
    """A Markdown file cut in two.

    Attributes:
        front: its front matter; empty where it has none.
        text: the Markdown after it.
        first_line: source line on which `text` begins.
    """

    front: FrontMatter
    text: str
    first_line: int


def begins_with_front_matter(text: str) -> bool:
    """Whether a Markdown file has front matter, closed or not, whole or broken."""
    return _OPENING.match(_with_plain_lines(text)) is not None


def split(text: str, *, source: str, limits: ReadLimits) -> Parts:
    """Cut the front matter off a Markdown file and read it.

    Raises:
        ReadError: the front matter is not closed, broken, or past a bound.
    """
    text = _with_plain_lines(text)
    cut = _cut(text, source, limits)
    if cut is None:
        return Parts(FrontMatter(), text, 1)
    fields, after = cut
    front = dataclasses.replace(_interpret(fields), raw=text[:after])
    return Parts(front, text[after:], text.count("\n", 0, after) + 1)


def addresses_under(
    text: str, keys: tuple[str, ...], *, source: str, limits: ReadLimits
) -> dict[str, int]:
    """Web addresses that the front matter of a Markdown file has under these keys, with lines.

    Raises:
        ReadError: as `split`.
    """
    text = _with_plain_lines(text)
    cut = _cut(text, source, limits)
    return {signal.url: signal.line for signal in _signals(cut[0], keys)} if cut else {}


def _with_plain_lines(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _cut(text: str, source: str, limits: ReadLimits) -> tuple[list[_Field], int] | None:
    """The fields of the front matter, and where the text after it begins; None without one."""
    found = _OPENING.match(text)
    if found is None:
        return None
    cut = _json_end if found["json"] else _fence_end
    begin, stop, after = cut(text, found, source)
    if found["line"] and text[after:].partition("\n")[0].strip():
        return None  # an object in a line of text
    if stop - begin > limits.front_matter:
        problem = (
            f"front matter over {limits.front_matter:,} characters (front_matter);"
            " move data out of it"
        )
        raise ReadError(problem, source=source, where="line 1")
    return _fields(text[begin:stop], found[0][:3], source, text.count("\n", 0, begin) + 1), after


def _fence_end(text: str, opening: re.Match[str], source: str) -> tuple[int, int, int]:
    """Where the fenced block's inside begins and ends, and where the text after it begins."""
    closing = _CLOSINGS[opening["fence"]].search(text, opening.end("fence"))
    if closing is None:
        problem = f"front matter is not closed; end it with a line {opening['fence']}"
        raise ReadError(problem, source=source, where="line 1")
    return text.index("\n") + 1, closing.start(), closing.end()


def _json_end(text: str, _opening: re.Match[str], source: str) -> tuple[int, int, int]:
    """The same of a JSON object, whose braces are part of it."""
    try:
        _, end = json.JSONDecoder().raw_decode(text)
    except json.JSONDecodeError as error:
        raise _broken(source, "JSON", error.msg, error.lineno) from None
    except RecursionError:
        raise _broken(source, "JSON", "nested too deep", 1) from None
    except ValueError:
        raise _broken(source, "JSON", _TOO_LONG, 1) from None
    return 0, end, end


def _fields(block: str, opening: str, source: str, first_line: int) -> list[_Field]:
    if opening == "---":
        return _yaml(block, source, first_line)
    values = _toml(block, source, first_line) if opening == "+++" else json.loads(block)
    return _plain_fields(values, block, first_line)


def _yaml(block: str, source: str, first_line: int) -> list[_Field]:
    """Fields of YAML, taken from its nodes: nothing is constructed, so no alias is expanded."""
    import yaml  # noqa: PLC0415 - 20 ms, needed for YAML alone

    class Loader(yaml.SafeLoader):
        def fetch_flow_collection_start(self, token: type[yaml.Token]) -> None:
            if self.flow_level >= _DEEPEST:
                raise RecursionError
            super().fetch_flow_collection_start(token)

    try:
        root = yaml.compose(block, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        raise _broken(source, "YAML", error.problem or str(error), line) from None
    except yaml.YAMLError as error:
        raise _broken(source, "YAML", str(error).replace("\n", " "), first_line) from None
    except RecursionError:
        raise _broken(source, "YAML", "nested too deep", first_line) from None
    if not isinstance(root, yaml.MappingNode):
        raise _broken(source, "YAML", "not a list of keys and values", first_line)
    return list(_yaml_fields(root, first_line, depth=0))


def _yaml_fields(mapping: yaml.MappingNode, first_line: int, depth: int) -> Iterator[_Field]:
    import yaml  # noqa: PLC0415 - see `_yaml`

    for key, value in mapping.value:
        if not isinstance(key, yaml.ScalarNode):
            continue
        line = first_line + key.start_mark.line
        yield _Field(key.value, _scalars(value), line)
        if isinstance(value, yaml.MappingNode) and key.value in _GROUPS and depth == 0:
            yield from _yaml_fields(value, first_line, depth=1)


def _scalars(node: yaml.Node) -> tuple[str, ...]:
    """The text of a scalar, of the scalars of a list, of the name or address in a mapping."""
    import yaml  # noqa: PLC0415 - see `_yaml`

    if isinstance(node, yaml.ScalarNode):
        return () if node.tag == "tag:yaml.org,2002:null" else (node.value,)
    if isinstance(node, yaml.SequenceNode):
        return tuple(
            text
            for item in node.value[:_MOST_VALUES]
            if not isinstance(item, yaml.SequenceNode)
            for text in _scalars(item)
        )
    return tuple(
        value.value
        for key, value in node.value
        if key.value in _NAMES and isinstance(value, yaml.ScalarNode)
    )


def _toml(block: str, source: str, first_line: int) -> dict[str, Any]:
    try:
        return toml_values(block)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"(.*) \(at line (\d+)", str(error))
        problem = found[1] if found else str(error)
        line = first_line + (int(found[2]) - 1 if found else 0)
        raise _broken(source, "TOML", problem, line) from None
    except RecursionError:
        raise _broken(source, "TOML", "nested too deep", first_line) from None
    except ValueError:
        raise _broken(source, "TOML", _TOO_LONG, first_line) from None


def _plain_fields(values: dict[str, Any], block: str, first_line: int) -> list[_Field]:
    """Fields of TOML or JSON; their parsers tell no lines, so the key is looked for."""
    lines: dict[str, int] = {}
    for match in _KEY.finditer(block):
        lines.setdefault(match[1], first_line + block.count("\n", 0, match.start(1)))
    groups = [values, *(values[key] for key in _GROUPS if isinstance(values.get(key), dict))]
    return [
        _Field(key, tuple(_texts(value)), lines.get(key, first_line))
        for group in groups
        for key, value in group.items()
    ]


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever a TOML or JSON file holds
    if isinstance(value, str):
        yield value
    elif isinstance(value, date):
        yield value.isoformat()
    elif isinstance(value, dict):
        yield from (value[key] for key in _NAMES if isinstance(value.get(key), str))
    elif isinstance(value, list):
        for item in value[:_MOST_VALUES]:
            if not isinstance(item, list):
                yield from _texts(item)


def _interpret(fields: list[_Field]) -> FrontMatter:
    titles = [field for field in fields if field.key == "title" and any(field.values)]
    title = titles[0] if titles else _Field("title", ("",), 1)
    signals = _signals(fields, SOURCE_KEYS)
    return FrontMatter(
        title=" ".join(title.values[0].split()) or None,
        title_line=title.line,
        source_urls=tuple(dict.fromkeys(signal.url for signal in signals)),
        signals=signals,
        published=next(filter(None, map(parse_date, _values(fields, _DATES))), None),
        authors=tuple(dict.fromkeys(filter(None, _values(fields, _AUTHORS)))),
        language=next(filter(None, _values(fields, _LANGUAGES)), None),
        addresses={
            each.key: tuple(filter(_WEB.match, map(str.strip, each.values))) for each in fields
        },
    )


def _signals(fields: list[_Field], keys: tuple[str, ...]) -> tuple[Signal, ...]:
    """The web addresses under the keys, in the order of the keys."""
    return tuple(
        Signal("canonical" if field.key in CANONICAL_KEYS else field.key, value.strip(), field.line)
        for key in keys
        for field in fields
        if field.key == key
        for value in field.values
        if _WEB.match(value.strip())
    )


def parse_date(text: str) -> date | None:
    """The day an ISO 8601 date or time stamp names, in its own time zone.

    >>> parse_date("2024-03-01T16:25:00+06:00"), parse_date("March")
    (datetime.date(2024, 3, 1), None)
    """
    found = _DATE.match(text.strip())
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _values(fields: list[_Field], keys: tuple[str, ...]) -> Iterator[str]:
    """Every value under `keys`, in the order of the keys."""
    for key in keys:
        for field in fields:
            if field.key == key:
                yield from (value.strip() for value in field.values)


def _broken(source: str, language: str, problem: str, line: int) -> ReadError:
    remedy = "mend it, or take the front matter out"
    message = f"front matter is no valid {language}: {problem}; {remedy}"
    return ReadError(message, source=source, where=f"line {line}")
