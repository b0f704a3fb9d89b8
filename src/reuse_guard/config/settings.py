"""What the settings of a site generator say, without what stands there as a comment."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from reuse_guard.expressions import expression
from reuse_guard.schema.syntax import toml_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

MOST_BYTES: Final = 200_000  # of a file that says how a site is built
# In TOML, YAML, Python and Ruby. Two slashes stand in addresses and patterns of files, too.
_COMMENT = expression(r"(?:^|(?<=\s))#.*", re.MULTILINE)
_WITH_COMMENTS: Final = (".toml", ".yaml", ".yml", ".py", "Gemfile")
_HTML: Final = ("goldmark", "renderer", "unsafe")


def existing(root: Path, names: Iterable[str]) -> Iterator[Path]:
    """The files of these names that are there; a name may be a pattern."""
    for name in names:
        found = sorted(root.glob(name)) if "*" in name else [root / name]
        yield from (file for file in found if file.is_file())


def head_of(file: Path, most: int) -> str:
    """The first bytes of a file as text; nothing of one that cannot be read."""
    try:
        with file.open("rb") as opened:
            return opened.read(most).decode("utf-8", "replace")
    except OSError:
        return ""


def said_in(file: Path) -> str:
    """A file of settings without its comments."""
    text = head_of(file, MOST_BYTES)
    return _COMMENT.sub("", text) if file.name.endswith(_WITH_COMMENTS) else text


def keeps_html(root: Path, files: Iterable[str]) -> bool:
    """Whether a site of Hugo keeps the HTML in Markdown (`unsafe`), wherever it is built.

    Not where settings for one place or one language say otherwise, or some cannot be read.

    Args:
        root: of the repository.
        files: names of its settings, in the order in which Hugo looks for them.
    """
    found = list(existing(root, files))
    first = [file for file in found if file.parent == root][:1]  # Hugo takes no other
    base = [*first, *(file for file in found if file.parent == root / "config/_default")]
    elsewhere = [file for file in found if file not in base and file.parent != root]
    is_kept = any(_told(file)[:1] == [True] for file in base)
    told = [value for file in (*base, *elsewhere) for value in _told(file)]
    return is_kept and all(value is True for value in told if value is not None)


def _told(file: Path) -> list[object]:
    """What a file of Hugo's says of HTML in Markdown, then what for each language."""
    try:
        settings = _parsed(file)
    except (ValueError, RecursionError):
        return ["broken"]
    languages = _at(settings, ("languages",))
    each = languages.values() if isinstance(languages, dict) else ()
    within = () if file.stem == "markup" else ("markup",)
    return [_at(one, (*within, *_HTML)) for one in (settings, *each)]


def _parsed(file: Path) -> object:
    """A file of settings, by its ending.

    Raises:
        ValueError: it is broken.
    """
    import yaml  # noqa: PLC0415 - 20 ms, needed for YAML alone

    text = head_of(file, MOST_BYTES)
    if file.suffix == ".toml":
        return toml_values(text)
    if file.suffix == ".json":
        return json.loads(text) if text.strip() else None
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from None


def _at(settings: Any, path: Iterable[str]) -> object:  # noqa: ANN401 - whatever a file holds
    """The value at a path of keys, which Hugo reads in any case."""
    for key in path:
        if not isinstance(settings, dict):
            return None
        found = [value for name, value in settings.items() if str(name).lower() == key]
        settings = found[0] if found else None
    return settings
