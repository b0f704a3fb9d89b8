"""Patterns of paths."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reuse_guard.config.globs import check_glob, compile_glob, fixed_folder, matches

FITTING = [
    ("content/**/*.md", "content/a.md"),
    ("content/**/*.md", "content/a/b/c.md"),
    ("**/*.md", "a.md"),
    ("content/**", "content/a/b.txt"),
    ("content/*/a.md", "content/x/a.md"),
    ("a?.md", "ab.md"),
    ("[ab].md", "b.md"),
    ("[!ab].md", "c.md"),
    ("[[]x].md", "[x].md"),
    ("a.b(c)+.md", "a.b(c)+.md"),
    ("новости/*.md", "новости/а.md"),
]
NOT_FITTING = [
    ("content/*.md", "content/a/b.md"),
    ("content/**/*.md", "other/content/a.md"),
    ("*.md", "a.mdx"),
    ("a?.md", "a/.md"),
    ("[!ab].md", "a.md"),
    ("a.md", "abmd"),
    ("content/**", "content"),
]


@pytest.mark.parametrize(("pattern", "path"), FITTING)
def test_a_pattern_fits(pattern: str, path: str) -> None:
    assert compile_glob(check_glob(pattern)).fullmatch(path)


@pytest.mark.parametrize(("pattern", "path"), NOT_FITTING)
def test_a_pattern_does_not_fit(pattern: str, path: str) -> None:
    assert not compile_glob(pattern).fullmatch(path)


BAD = ["", " a", "/a", "../a", "a/../b", "C:/a", "a\\b", "a**/b", "[a", "[z-a]"]


@pytest.mark.parametrize("pattern", BAD)
def test_what_is_no_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"write|leads"):
        check_glob(pattern)


names = st.text(
    st.characters(exclude_characters="/*?[]\\: ", codec="utf-8"), min_size=1, max_size=9
)


@given(st.lists(names.filter(lambda name: name not in {".", ".."}), min_size=1, max_size=4))
def test_a_path_fits_itself_and_the_patterns_made_of_it(parts: list[str]) -> None:
    path = "/".join(parts)
    assert matches(path, (path,))
    assert matches(path, ("/".join([*parts[:-1], "*"]),))
    assert matches(path, ("**",))
    assert matches(path, (f"**/{parts[-1]}",))
    assert path.startswith(fixed_folder(path))
