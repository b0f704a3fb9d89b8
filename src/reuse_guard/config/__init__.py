"""The configuration of a project: `reuse-guard.toml`, or a table in `pyproject.toml`."""

from reuse_guard.config.load import ConfigError, Project, find_project, load_project
from reuse_guard.config.model import Config, FailOn, Ignore

__all__ = [
    "Config",
    "ConfigError",
    "FailOn",
    "Ignore",
    "Project",
    "find_project",
    "load_project",
]
