"""`reuse-guard init` on made repositories of each generator."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from reuse_guard.cli.main import run
from reuse_guard.config import find_project
from reuse_guard.config.starter import survey, write_starter
from reuse_guard.scan import discover

if TYPE_CHECKING:
    from pathlib import Path

POST = "---\ntitle: A\noriginal_url: https://steppe-courier.example/a\n---\n\nText.\n"
RENDERER = "goldmark.renderer"
KEPT = {"markup": {"goldmark": {"renderer": {"unsafe": True}}}}
SITES = {
    "Hugo": {"hugo.toml": 'baseURL = "https://partner.example/"\n', "content/news/a.md": POST},
    "Jekyll": {"_config.yml": "url: https://partner.example\n", "_posts/2026-11-01-a.md": POST},
    "Astro": {
        "astro.config.mjs": "export default {\n  site: 'https://partner.example',\n}\n",
        "src/content/news/a.mdx": POST,
        "src/pages/about.md": "Text.",
    },
    "Eleventy": {"eleventy.config.js": "", "posts/a.md": POST, "node_modules/x/README.md": "x"},
    "plain files": {"news/a.html": "<p>Text.</p>", "public/b.html": "x"},
}
CANDIDATES = {
    "Hugo": ("content/news/a.md",),
    "Jekyll": ("_posts/2026-11-01-a.md",),
    "Astro": ("src/content/news/a.mdx", "src/pages/about.md"),
    "Eleventy": ("posts/a.md",),
    "plain files": ("news/a.html", "public/b.html"),
}


@pytest.fixture
def site(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, content in SITES[request.param].items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("site", "name"), [(name, name) for name in SITES], indirect=["site"])
def test_the_first_configuration_fits_the_repository(site: Path, name: str) -> None:
    assert run(["init"]) == 0
    project = find_project(site)
    assert discover(project) == CANDIDATES[name]
    assert f"for {name} " in (site / "reuse-guard.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("files", "generator", "candidates"),
    [
        (["_config.yml", "_posts/2026-11-01-a.markdown"], "Jekyll", 1),
        (["_config.yml", "river/_posts/2026-11-01-a.md", "_drafts/b.md"], "Jekyll", 2),
        (["_config.yml", "source/_posts/a.md", "themes/x/_config.yml"], "Hexo", 1),
        (["config.yaml", "content/a.markdown"], "Hugo", 1),
        (["hugo.yaml", "content/a.md"], "Hugo", 1),
        (["config/_default/config.toml", "content/a.md"], "Hugo", 1),
        (["config/production/hugo.yaml", "content/a.md"], "Hugo", 1),
        (["hugo.json", "content/a.md"], "Hugo", 1),
        (["quartz.config.ts", "content/a.md"], "Quartz", 1),
        (["config.toml", "news/a.md"], "plain files", 1),
        (["eleventy.config.js", "src/a.njk", "src/_includes/page.njk"], "Eleventy", 1),
        (["a.markdown", "b.mdx", "c.htm", "d.txt", "e.png", "f.docx"], "plain files", 5),
        (["pelicanconf.py", "content/a.rst"], "Pelican", 1),
    ],
)
def test_what_builds_a_site_and_how_its_texts_are_called_is_known(
    tmp_path: Path, files: list[str], generator: str, candidates: int
) -> None:
    for name in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(POST, "utf-8")
    assert run(["init", str(tmp_path)]) == 0
    found = survey(tmp_path)
    assert (found.generator, found.files) == (generator, candidates)
    assert len(discover(find_project(tmp_path))) == candidates


@pytest.mark.parametrize("site", list(SITES), indirect=True)
def test_texts_to_come_are_checked_too(site: Path) -> None:
    assert run(["init"]) == 0
    folder = (site / discover(find_project(site))[0]).parent
    (folder / "later.markdown").write_text(POST, "utf-8")
    later = (folder / "later.markdown").relative_to(site).as_posix()
    assert later in discover(find_project(site))


def test_a_repository_without_texts_is_told_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "hugo.toml").write_text("", "utf-8")
    (tmp_path / "content").mkdir()
    assert run(["init", str(tmp_path)]) == 0
    assert "no file there fits `content` today" in capsys.readouterr().err


def test_folders_with_texts_that_no_pattern_names_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A collection of Jekyll's would go unchecked in silence; a README is no text."""
    for name in ("_posts/a.md", "_stories/b.md", "_stories/c.md", "originals/d.md", "README.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(POST, "utf-8")
    (tmp_path / "_config.yml").write_text("", "utf-8")
    assert run(["init", str(tmp_path)]) == 0
    assert "that `content` does not name stand in _stories/ (2); add" in capsys.readouterr().err


@pytest.mark.parametrize("site", ["Hugo", "Jekyll", "Astro"], indirect=True)
def test_site_and_source_keys_are_taken_from_the_repository(site: Path) -> None:
    found = survey(site)
    assert found.source_keys == ("original_url",)
    assert str(found.site).rstrip("/") == "https://partner.example"


@pytest.mark.parametrize("site", ["plain files"], indirect=True)
def test_what_is_set_out_in_comments_is_valid_too(site: Path) -> None:
    text = write_starter(survey(site))
    lines = [line.removeprefix("# ") if " = " in line else line for line in text.splitlines()]
    uncommented = "\n".join(lines).replace("# [[ignore]]", "[[ignore]]")
    tables = uncommented.replace("# [policies]", "[policies]").replace("# [fetch]", "[fetch]")
    rest, policies = tables.split("[policies]\n")
    table, rest_after = policies.split("\n\n", 1)
    whole = f"{rest}{rest_after}\n[policies]\n{table}\n"
    (site / "reuse-guard.toml").write_text(whole, "utf-8")
    config = find_project(site).config
    assert config.grants == ("permissions/*.toml",)
    assert config.policies == {"news.example": "policies/news.toml"}
    assert config.ignore[0].clauses == ("link",)
    assert config.fetch.contact == "desk@partner.example"


@pytest.mark.parametrize(
    ("files", "bare_links"),
    [
        ({"hugo.toml": "", "content/a.md": ""}, True),
        ({"hugo.toml": "[markup.goldmark.extensions]\nlinkify = false", "content/a.md": ""}, None),
        ({"config/_default/hugo.toml": "", "content/a.md": "", "a.txt": "linkify"}, True),
        (
            {
                "config/_default/hugo.toml": "",
                "config/_default/markup.toml": "[goldmark.extensions]\nlinkify = false",
                "content/a.md": "",
            },
            None,
        ),
        (
            {
                "config/_default/hugo.json": "{}",
                "config/production/markup.json": '{"goldmark": {"extensions": {"linkify": false}}}',
                "content/a.md": "",
            },
            None,
        ),
        ({"config.toml": "title = 'A'\nbase_url = 'https://a.example'", "content/a.md": ""}, False),
        ({"config.toml": "baseURL = 'https://a.example'", "content/a.md": ""}, True),
        ({"config.toml": "title = 'A'\n\n[params]\nbase_url = '/'", "content/a.md": ""}, True),
        ({"_config.yml": "markdown: kramdown\nkramdown:\n  input: GFM", "_posts/a.md": ""}, False),
        ({"_config.yml": "markdown: CommonMarkGhPages", "_posts/a.md": ""}, None),
        ({"_config.yml": "", "Gemfile": "gem 'jekyll-autolink'", "_posts/a.md": ""}, None),
        ({"_config.yml": "", "source/_posts/a.md": "", "package.json": ""}, True),
        (
            {
                "_config.yml": "",
                "source/_posts/a.md": "",
                "package.json": '"hexo-renderer-marked": "^7.0.0", "hexo-renderer-ejs": "^2.0.0"',
            },
            True,
        ),
        (
            {
                "_config.yml": "",
                "source/_posts/a.md": "",
                "package.json": '"hexo-renderer-markdown-it": "^7.0.0"',
            },
            None,
        ),
        (
            {
                "_config.yml": "source_dir: src",
                "src/_posts/a.md": "",
                "package.json": '"hexo": "^7.0.0", "hexo-renderer-marked": "^7.0.0"',
            },
            None,
        ),
        ({"_config.yml": "", "astro.config.mjs": "", "src/pages/a.md": ""}, None),
        ({"mkdocs.yml": "", "pelicanconf.py": "", "docs/a.md": "", "content/a.md": ""}, False),
        ({"mkdocs.yml": "INHERIT: ../base.yml", "docs/a.md": ""}, None),
        ({"eleventy.config.js": "import setUp from './markdown.js'", "posts/a.md": ""}, None),
        ({"eleventy.config.js": "", "posts/a.md": ""}, False),
        ({"eleventy.config.js": "c.setLibrary('md', x)", "posts/a.md": ""}, None),
        ({"astro.config.mjs": "", "src/pages/a.md": ""}, True),
        ({"astro.config.mjs": "markdown: { gfm: false }", "src/pages/a.md": ""}, None),
        ({"docusaurus.config.js": "", "blog/a.md": ""}, True),
        ({"pelicanconf.py": "", "content/a.md": ""}, False),
        ({"mkdocs.yml": "", "docs/a.md": ""}, False),
        ({"mkdocs.yml": "markdown_extensions: [pymdownx.magiclink]", "docs/a.md": ""}, None),
        ({"a.md": ""}, None),
    ],
)
def test_a_project_reads_bare_addresses_as_its_generator_does(
    tmp_path: Path, files: dict[str, str], bare_links: object
) -> None:
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, "utf-8")
    assert run(["init", str(tmp_path)]) == 0
    written = (tmp_path / "reuse-guard.toml").read_text("utf-8")
    assert ("# bare_links = false\n" in written) == (bare_links is None)
    assert find_project(tmp_path).config.bare_links is bare_links
    (tmp_path / "reuse-guard.toml").write_text('content = ["**/*.md"]\n', "utf-8")
    assert find_project(tmp_path).config.bare_links is bare_links


@pytest.mark.parametrize(
    ("files", "dialect"),
    [
        ({"hugo.toml": "", "content/a.md": ""}, "goldmark"),
        ({"hugo.yaml": "markup:\n  goldmark:\n    renderer:\n      unsafe: false"}, "goldmark"),
        ({"hugo.json": json.dumps(KEPT)}, "goldmark-unsafe"),
        ({"hugo.toml": f"[Markup.{RENDERER}]\nunsafe = true"}, "goldmark-unsafe"),
        ({"hugo.toml": f"[markup.{RENDERER}]\n# unsafe = true"}, "goldmark"),
        ({"hugo.toml": f"[markup.{RENDERER}]\nunsafe = true\nunsafe = true"}, "goldmark"),
        ({"hugo.toml": "[params]\nunsafe = true\ntext = 'unsafe = true'"}, "goldmark"),
        ({"hugo.toml": f"[languages.ru.markup.{RENDERER}]\nunsafe = true"}, "goldmark"),
        (
            {
                "hugo.toml": f"[markup.{RENDERER}]\nunsafe = true\n"
                f"[languages.ru.markup.{RENDERER}]\nunsafe = false"
            },
            "goldmark",
        ),
        ({"hugo.toml": "", "config.json": json.dumps(KEPT)}, "goldmark"),
        (
            {
                "hugo.toml": "",
                "config/_default/markup.yml": "goldmark: {renderer: {unsafe: true}}",
            },
            "goldmark-unsafe",
        ),
        (
            {"config/development/markup.toml": f"[{RENDERER}]\nunsafe = true", "hugo.toml": ""},
            "goldmark",
        ),
        (
            {
                "config/production/markup.toml": f"[{RENDERER}]\nunsafe = false",
                "config/_default/markup.toml": f"[{RENDERER}]\nunsafe = true",
                "hugo.toml": "",
            },
            "goldmark",
        ),
        ({"hugo.toml": "defaultMarkdownHandler = 'pandoc'\nunsafe = true"}, None),
        ({"config.toml": "base_url = 'https://a.example'"}, "commonmark"),
        ({"_config.yml": "", "_posts/a.md": ""}, "kramdown"),
        ({"_config.yml": "kramdown:\n  parse_block_html: true", "_posts/a.md": ""}, None),
        ({"_config.yml": "markdown: CommonMark", "_posts/a.md": ""}, None),
        ({"_config.yml": "", "source/_posts/a.md": ""}, "commonmark"),
        ({"astro.config.mjs": ""}, "commonmark"),
        ({"docusaurus.config.js": ""}, "commonmark"),
        ({"eleventy.config.js": ""}, "commonmark"),
        ({"eleventy.config.js": "c.setLibrary('md', x)"}, None),
        ({"mkdocs.yml": ""}, "python-markdown"),
        ({"mkdocs.yml": "INHERIT: ../base.yml"}, None),
        ({"pelicanconf.py": ""}, "python-markdown"),
        ({"mkdocs.yml": "", "astro.config.mjs": ""}, None),
        ({"quartz.config.ts": ""}, "obsidian"),
        ({".obsidian/app.json": "{}"}, "obsidian"),
        ({".obsidian/app.json": "{}", "hugo.toml": ""}, "goldmark"),
        ({"a.md": ""}, None),
    ],
)
def test_a_project_reads_markdown_as_its_generator_does(
    tmp_path: Path, files: dict[str, str], dialect: str | None
) -> None:
    for name, content in {**files, "content/a.md": ""}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, "utf-8")
    assert run(["init", str(tmp_path)]) == 0
    written = (tmp_path / "reuse-guard.toml").read_text("utf-8")
    assert (f'\ndialect = "{dialect}"\n' in written) == (dialect is not None)
    assert find_project(tmp_path).config.dialect == dialect
    (tmp_path / "reuse-guard.toml").write_text('content = ["**/*.md"]\n', "utf-8")
    assert find_project(tmp_path).config.dialect == dialect


def test_the_address_of_the_site_is_taken_from_json_too(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    settings = '{\n  "baseURL": "https://partner.example/",\n  "title": "A"\n}'
    (tmp_path / "hugo.json").write_text(settings, "utf-8")
    assert survey(tmp_path).site == "https://partner.example/"


def test_what_the_configuration_says_of_bare_addresses_goes_before_the_generator(
    tmp_path: Path,
) -> None:
    (tmp_path / "mkdocs.yml").write_text("", "utf-8")
    (tmp_path / "reuse-guard.toml").write_text('content = ["*.md"]\nbare_links = true\n', "utf-8")
    assert find_project(tmp_path).config.bare_links is True
