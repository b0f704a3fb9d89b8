"""Finding and reading a project's configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reuse_guard.config.generators import dialect_at, links_bare
from reuse_guard.config.linked import linked_keys_at
from reuse_guard.config.model import Config
from reuse_guard.errors import LocatedError
from reuse_guard.frozen import frozen
from reuse_guard.schema import load_mapping, validate

if TYPE_CHECKING:
    from pathlib import Path

FILE = "reuse-guard.toml"
LOCK = "reuse-guard.lock"
_PYPROJECT = "pyproject.toml"
_TABLE = "reuse-guard"


class ConfigError(LocatedError):
    """A configuration cannot be used; `where` is the key in it."""


@frozen
class Project:
    """A folder with a configuration.

    Attributes:
        root: the folder; every path of the configuration starts there.
        file: the configuration.
        config: what it says.
    """

    root: Path
    file: Path
    config: Config

    @property
    def originals(self) -> Path:
        """The folder of the snapshots."""
        return self.root / self.config.originals

    @property
    def trust(self) -> Path | None:
        """The file that says whose signatures are genuine, where there is one."""
        return self.root / self.config.trust if self.config.trust else None

    @property
    def lock(self) -> Path:
        """The file that lists the snapshots."""
        return self.root / LOCK


def find_project(start: Path) -> Project:
    """The project that a folder belongs to: the nearest one above it with a configuration.

    Raises:
        ConfigError: there is none, or it does not fit the model.
    """
    folder = start.resolve()
    for root in (folder, *folder.parents):
        if (root / FILE).is_file():
            return load_project(root / FILE)
        if (root / _PYPROJECT).is_file() and _table(root / _PYPROJECT) is not None:
            return load_project(root / _PYPROJECT)
        if (root / ".git").exists():
            break
    msg = f"no {FILE} here or above; write one with: reuse-guard init"
    raise ConfigError(msg, source=str(start))


def load_project(file: Path) -> Project:
    """Read a configuration.

    Raises:
        ConfigError: it cannot be read or does not fit the model.
    """
    source = str(file)
    if file.name == _PYPROJECT:
        data = _table(file)
        if data is None:
            msg = f"has no table [tool.{_TABLE}]; add it, or name another file"
            raise ConfigError(msg, source=source)
        source = f"{source}: [tool.{_TABLE}]"
    else:
        data = load_mapping(file, error=ConfigError)
    config = validate(Config, data, source=source, error=ConfigError)
    root = file.resolve().parent
    return Project(root, file, _as_its_generator(config, root))


def _as_its_generator(config: Config, root: Path) -> Config:
    """The configuration with what the generator of the site says, where it says nothing itself."""
    told: dict[str, object] = {}
    if config.bare_links is None:
        told["bare_links"] = links_bare(root)
    if config.dialect is None:
        told["dialect"] = dialect_at(root)
    if config.linked_keys is None:
        told["linked_keys"] = linked_keys_at(root)
    return config.model_copy(update=told)


def _table(pyproject: Path) -> dict[str, Any] | None:
    tool = load_mapping(pyproject, error=ConfigError).get("tool", {})
    table = tool.get(_TABLE) if isinstance(tool, dict) else None
    if table is None or isinstance(table, dict):
        return table
    msg = "is not a table; write the keys under it"
    raise ConfigError(msg, source=str(pyproject), where=f"[tool.{_TABLE}]")
