"""Which files of a project are candidates."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from reuse_guard.config.globs import fixed_folder, matches
from reuse_guard.documents.formats import BESIDE_TEXTS
from reuse_guard.documents.load import NOT_ALLOWED
from reuse_guard.errors import ReadError
from reuse_guard.grants.files import files_behind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reuse_guard.config import Project

# Never content, often huge.
_PASSED_OVER = frozenset({".git", "node_modules", ".venv", ".reuse-guard"})


def discover(
    project: Project, tell: Callable[[str], None] = lambda _folder: None
) -> tuple[str, ...]:
    """Every candidate, as paths from the project's folder with `/`, in order.

    Folders that are links are followed, but not out of the project.

    Args:
        project: configuration and folder.
        tell: called with each folder that is a link out of the project.

    Raises:
        ReadError: a folder in which candidates may stand may not be read.
    """
    folders = {fixed_folder(pattern) for pattern in project.config.content}
    outermost = {folder for folder in folders if not _is_in_another(folder, folders)}
    exclude = project.config.exclude
    found = {path for folder in outermost for path in _files(project.root, folder, exclude, tell)}
    return tuple(sorted(path for path in found if is_candidate(project, path)))


def is_candidate(project: Project, path: str) -> bool:
    """Whether the configuration makes a file of the project a candidate."""
    config = project.config
    if path.startswith(f"{config.originals}/"):
        return False
    return matches(path, config.content) and not matches(path, config.exclude)


def files_matching(root: Path, patterns: tuple[str, ...]) -> tuple[Path, ...]:
    """The files that patterns of the configuration name; each pattern has to name one.

    Raises:
        ReadError: a pattern fits no file, or a folder may not be read.
    """
    chosen: dict[Path, None] = {}
    for pattern in patterns:
        found = [
            root / path
            for path in sorted(_files(root, fixed_folder(pattern)))
            if matches(path, (pattern,))
        ]
        if not found:
            msg = "fits no file; mend the pattern, or take it out of the configuration"
            raise ReadError(msg, source=str(root / pattern))
        chosen |= dict.fromkeys(found)
    return tuple(chosen)


def configured_files(project: Project) -> Iterator[Path]:
    """The files that a scan reads beside its candidates: the configuration and what it names.

    Raises:
        ReadError: a pattern fits no file.
        GrantError: a folder that a pattern fits holds no permission.
    """
    config = project.config
    yield from (project.file, project.lock)
    policies = (config.policy, *config.policies.values())
    yield from (project.root / policy for policy in policies if policy.endswith(".toml"))
    yield from files_behind(files_matching(project.root, config.grants), project.trust)
    yield from files_matching(project.root, config.common_sources)
    yield from (path for path in project.originals.rglob("*") if path.is_file())


def choose(project: Project, candidates: tuple[str, ...], named: Iterable[Path]) -> tuple[str, ...]:
    """The candidates among the files, and in the folders, that the user names.

    Raises:
        ReadError: a path does not exist or is not in the project.
    """
    wanted = tuple(_in_project(project, path) for path in named)
    return tuple(
        candidate
        for candidate in candidates
        if any(w in (".", candidate) or candidate.startswith(f"{w}/") for w in wanted)
    )


def _in_project(project: Project, path: Path) -> str:
    if not path.exists():
        msg = "no such file or folder; check the path"
        raise ReadError(msg, source=str(path))
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - links inside the project stay as named
    if not absolute.is_relative_to(project.root):
        absolute = absolute.resolve()
    if not absolute.is_relative_to(project.root):
        msg = f"is not in the project of {project.file}; name a file of it, or another --config"
        raise ReadError(msg, source=str(path))
    return absolute.relative_to(project.root).as_posix()


def _is_in_another(folder: str, folders: set[str]) -> bool:
    return any(
        other != folder and (other == "" or folder.startswith(f"{other}/")) for other in folders
    )


def _files(
    root: Path,
    folder: str,
    exclude: tuple[str, ...] = (),
    tell: Callable[[str], None] = lambda _folder: None,
) -> Iterator[str]:
    """Every file below a folder of the project, as paths from the project's folder."""

    def refuse(error: OSError) -> None:
        inside = Path(error.filename).relative_to(root).as_posix()
        if isinstance(error, PermissionError) and not matches(f"{inside}/-", exclude):
            msg = f"{NOT_ALLOWED}, or exclude it in the configuration"
            raise ReadError(msg, source=str(error.filename)) from error

    waiting, seen = [root / folder], set[Path]()
    while waiting:
        for path, folders, names in os.walk(waiting.pop(0), onerror=refuse):
            real = Path(path).resolve()
            folders[:] = sorted(name for name in folders if name not in _PASSED_OVER)
            if real in seen:  # a link leads into a folder that was walked through
                folders.clear()
                continue
            seen.add(real)
            waiting += _links_among(Path(path), folders, root, tell)
            inside = Path(path).relative_to(root).as_posix()
            prefix = "" if inside == "." else f"{inside}/"
            yield from (prefix + name for name in names if not name.startswith(BESIDE_TEXTS))


def _links_among(
    path: Path, folders: list[str], root: Path, tell: Callable[[str], None]
) -> Iterator[Path]:
    """The folders that are links within the project; the others are told."""
    for folder in (path / name for name in folders):
        if not folder.is_symlink():
            continue
        if folder.resolve().is_relative_to(root.resolve()):
            yield folder
        else:
            tell(folder.relative_to(root).as_posix())


def shown_path(root: Path, path: str) -> str:
    """A path of the project as seen from the folder of the run, for messages and reports."""
    return Path(os.path.relpath(root / path)).as_posix()
