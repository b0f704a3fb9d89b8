from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.reading_case import case_paths, check_offsets, describe, load_case

from reuse_guard.documents.html_tree import HtmlLimits
from reuse_guard.documents.limits import ReadLimits
from reuse_guard.documents.model import Document, Format, LinkKind, Role
from reuse_guard.documents.read import read
from reuse_guard.errors import ReadError

if TYPE_CHECKING:
    from pathlib import Path


def markdown(text: str) -> Document:
    return read(text, format="markdown", name="post.md")


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("path", case_paths("markdown"), ids=lambda path: path.stem)
def test_scenario(path: Path, ends: str) -> None:
    case = load_case(path)
    document = markdown(case.text.replace("\n", ends))
    assert describe(document) == case.expected
    assert document.format is Format.MARKDOWN
    check_offsets(document)


words = st.text("абвgh", min_size=3, max_size=7)
marks = st.sampled_from(
    ["# {}", "## {}", "- {}", "> {}", "1. {}", "*{}*", "**{}**", "`{}`", "[{}](https://a.kz/x)",
     "| {} | b |\n|---|---|\n| c | d |", "    {}", "```\n{}\n```", "<b>{}</b>",
     "<div>\n\n{}\n\n</div>", "> - {}", "![{}](a.png)", "{}[^1]\n\n[^1]: note",
     "~~{}~~", "{}\n===", "<p>{}</p>"]
)  # fmt: skip


@given(st.lists(st.tuples(marks, words), min_size=1, max_size=12))
def test_no_word_is_lost_and_each_stands_on_its_line(parts: list[tuple[str, str]]) -> None:
    numbered = [mark.format(f"{word}{number}z") for number, (mark, word) in enumerate(parts)]
    source = "\n\n".join(numbered)
    document = markdown(source)
    check_offsets(document)
    for number, (_, word) in enumerate(parts):
        wanted = f"{word}{number}z"
        block = next(block for block in document.blocks if wanted in block.text)
        line = source[: source.index(wanted)].count("\n") + 1
        assert block.first_line <= line <= block.last_line


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        document = markdown(text)
    except ReadError:
        return
    check_offsets(document)


fragments = st.lists(
    st.sampled_from(
        ["<div>", "</div>", "<!--", "-->", "<script>", "\n", "\n\n", "> ", "- ", "  ", "|", "`",
         "[", "](", ")", "*", "_", "---", "word", "{{", "}}", "<a href=x>", "</a>",
         "\t", "[^1]", ": "]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@given(fragments)
def test_any_markup_is_read_or_refused(text: str) -> None:
    try:
        document = markdown(text)
    except ReadError:
        return
    check_offsets(document)
    assert all(block.last_line <= text.count("\n") + 1 for block in document.blocks)


def test_quotes_nested_past_the_bound_are_refused_and_not_dropped() -> None:
    assert "deep" in markdown("> " * 30 + "deep").text
    with pytest.raises(ReadError, match=r"post\.md: line 3: quotes and lists nested over 30 deep"):
        markdown("text\n\n" + "> " * 31 + "deep")


@pytest.mark.parametrize(
    "mark", ["> ", "- ", "[", "![", "*a **b ", "`a ", "{", "{{", "\\", "&amp;", "a|"]
)
def test_five_thousand_marks_are_read_or_refused_in_time(mark: str) -> None:
    try:
        assert "end" in markdown(mark * (5_000 // len(mark)) + "end").text
    except ReadError as error:
        assert "nested" in str(error)  # noqa: PT017 - either outcome is right


def test_a_first_heading_is_the_headline_and_later_ones_are_not() -> None:
    roles = [block.role for block in markdown("# One\n\ntext\n\n# Two\n").blocks]
    assert roles == [Role.HEADLINE, Role.PARAGRAPH, Role.SUBHEADING]
    titled = "---\ntitle: Zero\n---\ntext\n\n# One\n"
    roles = [block.role for block in markdown(titled).blocks]
    assert roles == [Role.HEADLINE, Role.PARAGRAPH, Role.SUBHEADING]


def test_the_front_matter_address_is_no_hyperlink() -> None:
    document = markdown("---\noriginal_url: https://example-news.kz/1\n---\ntext\n")
    assert document.source_urls == ("https://example-news.kz/1",)
    assert not document.links


def test_a_linked_image_keeps_its_alternative_text() -> None:
    (link,) = markdown("[![Example News](logo.png)](https://example-news.kz/1)").links
    assert (link.kind, link.image_alt, link.anchor) == (LinkKind.HYPERLINK, "Example News", "")


def test_scripts_addresses_are_left_as_text() -> None:
    document = markdown("[go](javascript:alert(1))")
    assert all(link.kind is not LinkKind.HYPERLINK for link in document.links)


def test_the_front_matter_bound_is_named() -> None:
    text = "---\ntitle: x\nnote: " + "y" * 500 + "\n---\ntext"
    with pytest.raises(ReadError, match=r"line 1: front matter over 100 .*\(front_matter\)"):
        read(text, format="markdown", limits=ReadLimits(front_matter=100))


def test_an_empty_file_is_an_empty_document() -> None:
    document = markdown("")
    assert (document.text, document.blocks) == ("", ())


def test_the_bounds_of_the_page_reader_hold_inside() -> None:
    limits = ReadLimits(html=HtmlLimits(tags=10))
    with pytest.raises(ReadError, match=r"post\.md"):
        read("<b>a</b>" * 20, format="markdown", name="post.md", limits=limits)


def test_markdown_of_more_lines_than_an_article_has_is_refused_with_the_bound_named() -> None:
    with pytest.raises(ReadError, match=r"Markdown of over 50,000 lines \(markdown_lines\)"):
        read("- a\n" * 50_001, format="markdown")
    kept = read("- a\n" * 10, format="markdown", limits=ReadLimits(markdown_lines=10))
    assert len(kept.blocks) == 10


def test_short_markdown_that_becomes_long_is_refused() -> None:
    text = f"One.\n\n{'[r] ' * 4_000}\n\n[r]: https://e.kz/{'x' * 1_000}\n"
    with pytest.raises(ReadError, match=r"line 3: its links .* are written out \(markdown_char"):
        read(text, format="markdown")
    few = read(text.replace("[r] " * 4_000, "[r] " * 100), format="markdown")
    assert len(few.links) == 100


def test_more_brackets_than_a_text_has_are_refused() -> None:
    with pytest.raises(ReadError, match=r"over 50,000 brackets \(markdown_brackets\)"):
        read("[" * 50_001, format="markdown")
    kept = read("[a] " * 10, format="markdown", limits=ReadLimits(markdown_brackets=10))
    assert kept.text.count("[a]") == 10


def test_more_cells_than_the_tables_of_an_article_have_are_refused() -> None:
    with pytest.raises(ReadError, match=r"over 25,000 pipes \(markdown_pipes\)"):
        read("|a" * 12_501 + "\n" + "|-" * 12_501, format="markdown")


ADDRESS = "https://steppe-courier.example/news/ferry"


@pytest.mark.parametrize(
    ("written", "anchor"),
    [
        (f'Read at the <Link href="{ADDRESS}">Courier</Link> first.', "Courier"),
        (f'<Source to="{ADDRESS}">**Courier**</Source>', "Courier"),
        (f"<Button url='{ADDRESS}'/>", ""),
        (f'<SourceLink\n  link="{ADDRESS}" />', ""),
        (f"Read at the <Link href={{'{ADDRESS}'}}>Courier</Link> first.", "Courier"),
        (f'<Button url={{ "{ADDRESS}" }} size={{{{ a: {{}} }}}}>**Courier**</Button>', "Courier"),
        (f"Read <Link to={{`{ADDRESS}`}} /> first.", ""),
        (f"Read <Link\n  to={{'{ADDRESS}'}}>Courier</Link> first.", "Courier"),
        (f"Read <Link\n  to={{'{ADDRESS}'}}\n>Courier</Link> first.", ADDRESS),
        (f'Read <Nav.Link to="{ADDRESS}">Courier</Nav.Link> first.', "Courier"),
        (f"Read <a href={{'{ADDRESS}'}}>Courier</a> first.", "Courier"),
        (f'Read <Nav.Link to="{ADDRESS}" onClick={{() => go(1)}}>Courier</Nav.Link>.', "Courier"),
    ],
)
def test_a_component_with_an_address_may_become_a_link(written: str, anchor: str) -> None:
    (link,) = markdown(f"# Ferry\n\n{written}\n").links
    assert (link.kind, link.url, link.anchor) == (LinkKind.GENERATED, ADDRESS, anchor)
    assert not link.rel


@pytest.mark.parametrize(
    "written",
    [
        f'<Image src="{ADDRESS}" />',
        f"One <Image src={{'{ADDRESS}'}} /> two.",
        "<Note>one two</Note>",
        f'`<Link href="{ADDRESS}">`',
        f'    <Link href="{ADDRESS}">one</Link>',
    ],
)
def test_what_shows_no_link_or_is_code_becomes_none(written: str) -> None:
    kinds = {link.kind for link in markdown(f"# Ferry\n\n{written}\n").links}
    assert kinds <= {LinkKind.MENTION}


@pytest.mark.parametrize(
    "written",
    [
        f'Read <a href="{ADDRESS}">Courier</a> first.',
        f'Read <a style={{{{a:1}}}} href="{ADDRESS}">Courier</a> first.',
        f"Read <Link: {ADDRESS} first.",
    ],
)
def test_a_hyperlink_that_is_no_component_stays_one(written: str) -> None:
    assert [link.kind for link in markdown(written).links] == [LinkKind.HYPERLINK]


def test_what_follows_a_component_over_lines_stands_on_its_line() -> None:
    text = f"Read <Link\n  to={{'{ADDRESS}'}}>Courier</Link> or\n[here]({ADDRESS}).\n"
    assert [link.line for link in markdown(text).links] == [2, 3]


def test_a_program_in_braces_without_an_address_is_text() -> None:
    text = "One <Note onClick={() => go('a')}>two</Note> three."
    assert markdown(text).text == "One <Note onClick={() => go('a')}>two three."


@pytest.mark.parametrize("command", ["{{< toc >}}", "{% include ad.html %}", "{{% /mark %}}"])
def test_a_command_amid_text_is_no_words_of_it(command: str) -> None:
    assert markdown(f"One {command} two.").text == "One two."


@pytest.mark.parametrize("command", ['{{< note "It rained." >}}', "{{ page.author }}"])
def test_a_command_that_may_write_words_is_text(command: str) -> None:
    assert markdown(f"One {command} two.").text == f"One {command} two."


def test_a_hyperlink_beside_a_component_stays_one() -> None:
    text = f'[Courier]({ADDRESS}) and <Link href="{ADDRESS}">again</Link>\n'
    kinds = [link.kind for link in markdown(text).links]
    assert kinds == [LinkKind.HYPERLINK, LinkKind.GENERATED]


def test_markdown_in_html_may_be_a_link_in_mdx_alone() -> None:
    text = "<div>[Orig](https://orig.kz/news/1)</div>\n"
    kinds = {
        name: [str(link.kind) for link in read(text, format="markdown", name=name).links]
        for name in ("a.md", "a.MDX")
    }
    assert kinds == {"a.md": ["mention"], "a.MDX": ["generated"]}


def test_a_link_in_html_that_is_never_closed_costs_little_time() -> None:
    text = f'<div markdown="1">\n[a](https://{"x" * 40_000}\n</div>\n'
    started = time.process_time()
    read(text, format="markdown")
    assert time.process_time() - started < 2
