"""Links in Markdown that sites read differently, and what is known of the site."""

from __future__ import annotations

import time
from typing import Any

import pytest
from markdown_it.token import Token

from reuse_guard.documents.enclosures import Enclosures
from reuse_guard.documents.marks import CODE
from reuse_guard.documents.model import Document, LinkKind
from reuse_guard.documents.read import read
from reuse_guard.documents.sites import Dialect
from reuse_guard.errors import UsageError

ADDRESS = "https://steppe-courier.example/news/ferry"
LINK = f"[Courier]({ADDRESS})"


def markdown(text: str, *, name: str = "post.md", **known: Any) -> Document:  # noqa: ANN401
    return read(text, format="markdown", name=name, **known)


def kinds(text: str, **known: Any) -> list[str]:  # noqa: ANN401
    return [str(link.kind) for link in markdown(text, **known).links]


@pytest.mark.parametrize(
    ("dialect", "kind"),
    [
        (None, "in_html"),
        ("commonmark", "hyperlink"),
        ("goldmark-unsafe", "hyperlink"),
        ("kramdown", "mention"),
        (Dialect.PYTHON_MARKDOWN, "mention"),
        ("obsidian", "in_html"),
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        f"<div>\n\n{LINK}\n\n</div>",
        f"<div class=note>\n\n<{ADDRESS}>\n\n</div>",
        f"One\n\n<section>\n<div>\n\n{LINK}\n\n</div>\n\nTwo\n</section>",
        f"<div>\n</div>\n<aside>\n\n- {LINK}\n",
        f'<div markdown="1">\n<div>\n\n{LINK}\n\n</div></div>',
        f'<div markdown="0">\n\n{LINK}\n\n</div>',
    ],
)
def test_markdown_in_a_block_of_html_is_read_as_the_site_does(
    text: str, dialect: str | None, kind: str
) -> None:
    assert kinds(text, dialect=dialect) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        f"<div>One</div>\n\n{LINK}",
        f"<br>\n\n{LINK}",
        f'<img src="a.png">\n\n{LINK}',
        f"<span>{LINK}</span>",
        f"<!-- <div> -->\n\n{LINK}",
        f"<script>\ndocument.write('<div>')\n</script>\n\n{LINK}",
        f'<div markdown="1">\n\n{LINK}\n\n</div>',
        f"<section markdown=block>\n\n{LINK}\n\n</section>",
        f"<Note />\n\n{LINK}",
        f'<div>\n\n<a href="{ADDRESS}">Courier</a>\n\n</div>',
    ],
)
@pytest.mark.parametrize("dialect", [None, "kramdown", "commonmark"])
def test_what_stands_in_no_block_of_html_or_is_html_is_a_link(
    text: str, dialect: str | None
) -> None:
    assert kinds(text, dialect=dialect) == ["hyperlink"]


def test_mdx_reads_markdown_between_its_tags_everywhere() -> None:
    assert kinds(f"<Tabs>\n\n{LINK}\n\n</Tabs>", name="post.mdx") == ["hyperlink"]


def test_a_link_that_html_hides_stays_hidden_whatever_the_site_reads() -> None:
    (link,) = markdown(f'<div style="display:none">\n\n{LINK}\n\n</div>').links
    assert (link.kind, link.hidden) == (LinkKind.HYPERLINK, "display: none")


def test_an_address_without_brackets_in_html_is_as_unsure_as_a_link() -> None:
    text = f"<div>\n\n{ADDRESS}\n\n</div>"
    assert kinds(text, bare_links=True) == ["in_html"]
    assert kinds(text, bare_links=False) == ["mention"]


def test_html_in_markdown_may_be_left_out_by_hugo_as_it_comes() -> None:
    text = f'<a rel="nofollow" href="{ADDRESS}">Courier</a>'
    (link,) = markdown(text, dialect="goldmark").links
    assert (link.kind, link.rel) == (LinkKind.RAW_HTML, frozenset({"nofollow"}))
    assert kinds(f"<div>\n<a href={ADDRESS} rel=nofollow>C</a></div>", dialect="goldmark") == [
        "raw_html"
    ]
    assert kinds(text, dialect="goldmark-unsafe") == ["hyperlink"]
    assert kinds(LINK, dialect="goldmark") == ["hyperlink"]


@pytest.mark.parametrize(
    "text",
    [
        f"«{ADDRESS}»",
        f"Source:{ADDRESS}",
        f'"{ADDRESS}"',
        f"—{ADDRESS}",
        f"<b>Source</b>{ADDRESS}",
        "https://courier.example/жаңалық/1",
    ],
)
def test_hugo_links_no_address_right_behind_such_a_character(text: str) -> None:
    for dialect in ("goldmark", "goldmark-unsafe"):
        assert kinds(text, bare_links=True, dialect=dialect) == ["unlinked"]
    assert kinds(text, bare_links=True) == ["hyperlink"]


@pytest.mark.parametrize(
    "text",
    [
        ADDRESS,
        f"Source: {ADDRESS}",
        f"Source:\n{ADDRESS}",
        f"({ADDRESS})",
        f"**{ADDRESS}**",
        f"*Source*\u00a0{ADDRESS}",
        f"_{ADDRESS}_",
        f"Source:  \n{ADDRESS}",
    ],
)
def test_hugo_links_an_address_at_the_head_of_a_line_and_after_white_space(text: str) -> None:
    assert kinds(text, bare_links=True, dialect="goldmark") == ["hyperlink"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"{{% highlight text %}}\n{LINK}\n{{% endhighlight %}}", "mention"),
        (f"{{% highlight text %}}\n\n{LINK}\n\n{{% endhighlight %}}", "mention"),
        (f"{{{{< highlight html >}}}}\n<a href={ADDRESS}>C</a>\n{{{{< /highlight >}}}}", "mention"),
        (f"{{%- codeblock -%}}\n{LINK}\n{{%- endcodeblock -%}}", "mention"),
        (f"{{% capture source %}}{LINK}{{% endcapture %}}", "generated"),
        (f"{{% if page.source %}}\n\n{LINK}\n\n{{% endif %}}", "generated"),
        (f"{{{{< note >}}}}\n\n{LINK}\n\n{{{{< /note >}}}}", "generated"),
        (f"{{{{% comment %}}}}\n\n{LINK}\n\n{{{{% /comment %}}}}", "generated"),
        (f"{{{{< a >}}}}{{{{< b >}}}}x{{{{< /b >}}}}{LINK}{{{{< /a >}}}}", "generated"),
        (f"\\begin{{center}}\n{LINK}\n\\end{{center}}", "generated"),
        (f'```{{=html}}\n<a href="{ADDRESS}">Courier</a>\n```', "generated"),
        (f'`<a href="{ADDRESS}">Courier</a>`{{=html}}', "generated"),
        (f"{{% raw %}}{LINK}{{% endraw %}}", "hyperlink"),
        (f"{{% blockquote Courier %}}\n{LINK}\n{{% endblockquote %}}", "hyperlink"),
        (f"{{{{% note %}}}}\n\n{LINK}\n\n{{{{% /note %}}}}", "hyperlink"),
        (f"{{% note %}}\n\n{LINK}", "hyperlink"),
        (f"{{% note %}}One{{% endnote %}}\n\n{LINK}", "hyperlink"),
        (f"{{{{< figure src=a.png >}}}}\n\n{LINK}", "hyperlink"),
        (f"{{{{< a />}}}} {LINK} {{{{< a >}}}}x{{{{< /a >}}}}", "hyperlink"),
        (f"{{% endif %}} {LINK}", "hyperlink"),
    ],
)
def test_a_link_between_commands_is_what_they_may_make_of_it(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize("text", [f"```{{=latex}}\n\\href{{{ADDRESS}}}{{C}}\n```", f"`{ADDRESS}`"])
def test_code_and_what_only_latex_writes_is_no_link(text: str) -> None:
    assert kinds(text) == []


PERCENTS = f"Growth was 5%% in May.\n\n%% as\n\n{LINK} says %%\n\nIt was 7%% in June."


def test_text_between_percents_counts_and_is_a_comment_in_obsidian_alone() -> None:
    unknown = markdown(PERCENTS)
    assert {str(block.role) for block in unknown.blocks} == {"paragraph"}
    assert [str(link.kind) for link in unknown.links] == ["generated"]
    assert [note for note in unknown.notes if "%%" in note]
    for known in (markdown(PERCENTS, dialect="kramdown"), markdown("100%% of it")):
        assert not known.notes
    assert kinds(PERCENTS, dialect="kramdown") == ["hyperlink"]
    vault = markdown(f"One.\n\n%%\nTwo.\n\n{LINK}\n%%\n\nThree.", dialect="obsidian")
    assert str(vault.blocks[0].role) == "paragraph"
    assert "other" in {str(block.role) for block in vault.blocks}
    assert [str(link.kind) for link in vault.links] == ["generated"]


def test_an_unknown_dialect_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(UsageError, match=r"dialect: 'gfm' is not known; give one of commonmark"):
        markdown("text", dialect="gfm")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("jekyll", "jekyll's is kramdown, so give that, or None"),
        ("Hugo", "Hugo's is goldmark, or goldmark-unsafe where"),
        ("MkDocs", "MkDocs's is python-markdown"),
    ],
)
def test_the_name_of_a_generator_is_refused_with_its_dialect(name: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        markdown("text", dialect=name)


@pytest.mark.parametrize("dialect", [None, "kramdown", "python-markdown"])
@pytest.mark.parametrize(
    "text",
    [
        f"<blockquote>\n\nThe mayor said so.</blockquote>\n\n{LINK}",
        f"<div>\n\n- One\n- Two</div>\n\n{LINK}",
        f"<section>\n<div>\n\nOne.</section>\n\n{LINK}",
        f"One <div>two\n\n{LINK}",
        f"<div>\n\nOne <div>two</div> three.</div>\n\n{LINK}",
    ],
)
def test_an_element_that_ends_in_a_line_of_text_is_closed(text: str, dialect: str | None) -> None:
    assert kinds(text, dialect=dialect) == ["hyperlink"]


@pytest.mark.parametrize("dialect", ["kramdown", "python-markdown"])
def test_an_element_in_a_line_of_text_closes_no_other(dialect: str) -> None:
    text = f"<div>\n\nOne <div>two</div> three.\n\n{LINK}\n\n</div>"
    assert kinds(text, dialect=dialect) == ["mention"]


@pytest.mark.parametrize("code", ["```\n</div>\n```", "The tag `</div>` ends it."])
def test_whether_a_tag_in_code_closes_an_element_is_left_open(code: str) -> None:
    assert kinds(f"<div>\n\n{code}\n\n{LINK}", dialect="kramdown") == ["in_html"]
    assert kinds(f"{code}\n\n<div>\n\n{LINK}", dialect="kramdown") == ["mention"]


def test_html_in_a_list_is_a_block_for_some_generators_alone() -> None:
    text = f"- <div>\n\n  {LINK}\n\n  </div>\n"
    assert kinds(text, dialect="python-markdown") == ["in_html"]
    assert kinds(text, dialect="commonmark") == ["hyperlink"]


def test_python_markdown_takes_an_unknown_element_for_one_in_a_line() -> None:
    text = f"<custom-x>\n\n{LINK}\n\n</custom-x>"
    assert kinds(text, dialect="python-markdown") == ["hyperlink"]
    assert kinds(text, dialect="kramdown") == ["mention"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<div>{% comment %}@{% endcomment %}</div>", "generated"),
        ("<div>\n{% if a %}\n@\n{% endif %}\n</div>", "generated"),
        ("<div>{{< highlight html >}}@{{< /highlight >}}</div>", "mention"),
        ("<div>@{% if a %}\n</div>\n\nOne\n\n{% endif %}", "hyperlink"),
        ("<div>{% if a %}One{% endif %}@</div>", "hyperlink"),
        ("{% if a %}\n\n<div>@{% endif %}</div>", "generated"),
    ],
)
def test_an_anchor_in_a_block_of_html_is_what_the_commands_around_it_make(
    text: str, kind: str
) -> None:
    assert kinds(text.replace("@", f'<a href="{ADDRESS}">Courier</a>')) == [kind]


def test_percents_in_code_are_no_comment() -> None:
    text = f"```\n%%\n```\n\n5%% {LINK} and `%%`"
    document = markdown(text)
    assert [str(link.kind) for link in document.links] == ["hyperlink"]
    assert not document.notes


@pytest.mark.parametrize(
    "piece",
    ["<div>", "</div>", "{% a %}", "{{< a >}}", "{% enda %}", "%%", "\\begin{a}", "{{<", "<div>%%"],
)
def test_links_in_eight_thousand_enclosures_cost_time_in_proportion(piece: str) -> None:
    spent = []
    for times in (1_000, 8_000):
        blocks = [Token("html_block", "", 0, content=piece) for _ in range(times)]
        ends = Token("html_block", "", 0, content="{% enda %}{{< /a >}}\\end{a}" * times)
        enclosures = Enclosures([*blocks, ends], in_html=CODE, html="", dialect=None)
        started = time.process_time()
        for block in blocks:
            enclosures.see_block(block.content, is_inside=False)
            enclosures.see(block.content)
            enclosures.see_code("</div>")
            assert len(enclosures.of_markdown + enclosures.of_html) < 100
        spent.append(time.process_time() - started)
    # Eight times as many take 64 times as long where each is held against all that are open.
    assert spent[1] < 24 * max(spent[0], 0.02)


@pytest.mark.parametrize(
    "text", ["<div><" + "a" * 100_000, "x {{<" + "a" * 100_000, "x {%" + "a" * 100_000]
)
def test_a_name_without_an_end_costs_little_time(text: str) -> None:
    started = time.process_time()
    markdown(text, dialect="kramdown")
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("behind", "dialect", "rel"),
    [
        ('{:rel="nofollow"}', "kramdown", {"nofollow"}),
        ("{:target='_blank' rel='nofollow noopener'}", None, {"nofollow", "noopener"}),
        ("{ .button #top rel=nofollow }", "python-markdown", {"nofollow"}),
        ('{: title="rel=nofollow" }', "python-markdown", set()),
        ('{:target="_blank"}', "kramdown", set()),
        ('{:rel="nofollow"}', "goldmark", set()),  # Hugo shows the braces
    ],
)
def test_attributes_in_braces_are_the_links_and_no_words(
    behind: str, dialect: str | None, rel: set[str]
) -> None:
    document = markdown(f"As the {LINK}{behind} writes.\n{{: .lead}}", dialect=dialect)
    assert document.text == "As the Courier writes."
    (link,) = document.links
    assert link.rel == rel


def test_each_link_has_its_own() -> None:
    document = markdown(f'A *{LINK}{{:rel="nofollow"}}* and [b](https://b.example), <{ADDRESS}>.')
    assert [bool(link.rel) for link in document.links] == [True, False, False]


def test_a_link_hidden_by_them_is_hidden() -> None:
    (link,) = markdown(f'As the {LINK}{{:style="display:none"}} writes.').links
    assert link.hidden == "display: none"


@pytest.mark.parametrize("text", ["{not these}", "{}", "{a}", '{rel="a}', " {: .button}"])
def test_other_braces_stay_as_they_are(text: str) -> None:
    document = markdown(f"As the {LINK}{text} writes.")
    assert document.text.startswith("As the Courier")
    assert ("{" in document.text) is not text.startswith(" {:")


def test_braces_without_end_take_time_that_grows_with_them() -> None:
    start = time.process_time()
    markdown(f"{LINK}{{a=" + "b.c " * 10_000)
    markdown(" ".join(f"{LINK}{{.a.b.c" for _ in range(2_500)))
    assert time.process_time() - start < 5
