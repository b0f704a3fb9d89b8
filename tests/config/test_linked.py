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
        ("layouts/a.ejs", '<a href="<%= source_url %>">S</a>', ("source_url",)),
        ("layouts/a.erb", "<% if source %>S<% end %>", ("source",)),
        ("views/a.pug", "a(href=source_url) S", ("source_url",)),
        ("views/a.pug", "a(href=source) S", ("source",)),
        ("views/a.pug", "if source\n  a(href=page.other) S", ("source",)),
        ("views/a.haml", "%a{:href => original_url}", ("original_url",)),
        ("views/a.haml", "%a{:href => source} S", ("source",)),
        ("views/a.slim", "a href=source", ("source",)),
        ("views/a.slim", "a href=source_url S", ("source_url",)),
        ("layouts/a.njk", "{% if source_url %}S{% endif %}", ("source_url",)),
        ("layouts/a.liquid", "{%- if source -%}", ("source",)),
        ("layouts/a.hbs", "{{#if source}}x{{/if}}", ("source",)),
        ("layouts/a.swig", "{{ page.source_url }}", ("source_url",)),
        ("layouts/a.twig", "{{ source }}", ("source",)),
        ("theme/a.php", "<a href='<?= $page->source ?>'>", ("source",)),
        ("theme/a.php", "<?= $page['source'] ?>", ("source",)),
        ("src/a.svelte", "<a href={source}>S</a>", ("source",)),
        ("src/a.vue", '<a :href="$frontmatter.source">S</a>', ("source",)),
        ("src/a.jsx", "export default ({ title, source }) => null", ("source",)),
        ("src/a.astro", "const { source: s } = Astro.props", ("source",)),
        ("src/a.js", "new RegExp(x).source + evt.source", ()),
        ("src/a.js", '{"source": 1}; import x from "source-map"', ()),
        ("src/a.js", "//# sourceMappingURL=a.map // the source of it, if source is open", ()),
        ("layouts/a.html", '<script>{"source": "rss"}</script><picture><source srcset=a>', ()),
        ("views/a.pug", "video\n  source(src='a.mp4')", ()),
        ("views/a.haml", "%source{:src => 'a.mp4'}", ()),
        ("themes/a/node_modules/b.js", "page.source", ()),
        ("themes/a/static/b.html", "{{ page.source }}", ()),
        ("layouts/.old/b.html", "{{ page.source }}", ()),
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
