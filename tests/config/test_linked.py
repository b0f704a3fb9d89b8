"""Which front-matter keys the templates in a repository use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reuse_guard.config import ConfigError, find_project
from reuse_guard.config.linked import linked_keys_at

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("file", "text", "keys"),
    [
        ("layouts/_default/single.html", "{{ .Params.source_url }}", ("source_url",)),
        ("themes/a/layouts/x.html", 'index .Params "original_url"', ("original_url",)),
        ("_includes/credit.html", "{{ page.external_url }}", ("external_url",)),
        ("_layouts/post.liquid", "{%- if page['source'] -%}", ("source",)),
        ("src/layouts/Post.astro", "const { title, source_url } = Astro.props", ("source_url",)),
        ("templates/page.html", "{{ page.extra.source }}", ("source",)),
        (
            "layouts/a.html",
            "{{ .Params.SOURCE_URL }}{{ .Params.source }}",
            ("source_url", "source"),
        ),
        ("layouts/a.html", "<video><source src=a.mp4></video> {{ .Params.source-name }}", ()),
        ("layouts/a.html", "{{ .Params.resource }}", ()),
        ("themes/a/node_modules/b.js", "a.source", ()),
        ("static/a.html", "{{ page.source }}", ()),
        ("src/a.md", "{{ page.source }}", ()),
    ],
)
def test_a_key_is_used_where_a_template_asks_for_it(
    tmp_path: Path, file: str, text: str, keys: tuple[str, ...]
) -> None:
    (tmp_path / file).parent.mkdir(parents=True)
    (tmp_path / file).write_text(text, "utf-8")
    assert linked_keys_at(tmp_path) == keys


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('linked_keys = ["nokey"]', "linked_keys[0]: 'nokey' is no key of a source's address;"),
        ('bare_links = "yes"', "bare_links: 'yes' is neither yes nor no; write true or false"),
    ],
)
def test_what_would_say_nothing_is_refused(tmp_path: Path, line: str, message: str) -> None:
    (tmp_path / "reuse-guard.toml").write_text(f'content = ["*.md"]\n{line}\n', "utf-8")
    with pytest.raises(ConfigError) as caught:
        find_project(tmp_path)
    assert message in str(caught.value)
