"""The raw text of WordPress posts as markup: links that may become some, paragraphs, lines."""

from __future__ import annotations

import time

import pytest

from reuse_guard.documents.components import MARK
from reuse_guard.documents.model import LinkKind
from reuse_guard.documents.read import read
from reuse_guard.documents.wordpress import with_generated_links, with_paragraphs

ADDRESS = "https://orig.kz/news/1"


def links(content: str) -> list[tuple[str, str, bool]]:
    """Address, words and whether WordPress only may make a link of it."""
    page = read(f"<article>{with_paragraphs(with_generated_links(content))}", format="html")
    return [
        (link.url, link.anchor, MARK in link.rel) for link in page.links if link.kind == "hyperlink"
    ]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (f'<a href="{ADDRESS}">\nhttps://orig.kz/a\n</a>', [(ADDRESS, "https://orig.kz/a", False)]),
        (
            f'<a class="b" href="{ADDRESS}">[icon link="https://orig.kz/a"] Source</a>',
            [(ADDRESS, '[icon link="https://orig.kz/a"] Source', False)],
        ),
        (
            f'<a href="/own">Own</a> [icon link="{ADDRESS}"]',
            [("/own", "Own", False), (ADDRESS, f'[icon link="{ADDRESS}"]', True)],
        ),
        (f'<a name="top">\n\n{ADDRESS}\n\n<a href="/own">Own</a>', [(ADDRESS, ADDRESS, True)]),
        (f'<a href="/own">\n{ADDRESS}\n<a href="/b">b</a>', [("/own", ADDRESS, False)]),
    ],
    ids=[
        "an address",
        "a shortcode",
        "after one",
        "a target of links",
        "a link that is not closed",
    ],
)
def test_what_stands_in_a_link_makes_no_other(
    content: str, found: list[tuple[str, str, bool]]
) -> None:
    assert [link for link in links(content) if link[0] != "/b"][: len(found)] == found


@pytest.mark.parametrize(
    "content",
    [
        f'[button url="{ADDRESS}?a=1&amp;b=2"]Orig[/button]',
        f'[button url="{ADDRESS}?a=1&b=2"]Orig[/button]',
        f"{ADDRESS}?a=1&amp;b=2",
        f"<p>{ADDRESS}?a=1&#038;b=2</p>",
        '<!-- wp:embed {"url":"https:\\/\\/orig.kz\\/news\\/1?a=1\\u0026b=2"} /-->',
    ],
)
def test_an_address_is_written_as_its_author_means_it(content: str) -> None:
    assert [url for url, _, _ in links(content)] == [f"{ADDRESS}?a=1&b=2"]


def test_a_shortcode_of_several_lines_moves_nothing_and_ends_no_paragraph() -> None:
    content = 'One [gallery\nids="1"\n] two\nthree\n\nfour\n\n[video\n\nsrc="a"]\n\nfive'
    page = read(f"<article>{with_paragraphs(content)}</article>", format="html")
    assert [(block.text, block.last_line) for block in page.blocks] == [
        ("One two three", 4),
        ("four", 6),
        ("five", 12),
    ]


@pytest.mark.parametrize(
    "content",
    [
        "[a =" + "https://a=" * 20_000,
        '<!-- wp:embed {"url":' + '"https://a" ' * 20_000,
        "<" * 60_000,
        "\n[embed x" * 20_000,
        "[caption x" * 20_000,
    ],
    ids=["shortcode", "block", "tags", "embedded", "captions"],
)
def test_what_is_opened_and_never_closed_costs_little_time(content: str) -> None:
    started = time.process_time()
    with_paragraphs(with_generated_links(content))
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("content", "kinds"),
    [
        (
            '<!-- wp:embed {"url":"https://orig.kz/news/1"} --><figure><div>\n'
            "https://orig.kz/news/1\n</div></figure><!-- /wp:embed -->",
            ["generated"],
        ),
        (
            "<!-- wp:paragraph --><p>See https://orig.kz/news/1.</p><!-- /wp:paragraph -->",
            ["mention"],
        ),
        (
            '<!-- wp:paragraph --><p><a href="https://orig.kz/news/1">Orig</a></p>'
            "<!-- /wp:paragraph -->",
            ["hyperlink"],
        ),
        ("<figure><div>\nhttps://orig.kz/news/1\n</div></figure>", ["mention"]),
    ],
)
def test_a_post_out_of_the_editor_has_the_links_that_its_page_will_have(
    content: str, kinds: list[str]
) -> None:
    page = read(content, format="html")
    assert [str(link.kind) for link in page.links] == kinds
    assert not any(link.rel for link in page.links)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<!-- wp:paragraph --><p>@</p><!-- /wp:paragraph -->", LinkKind.GENERATED),
        ("\n<!--wp:paragraph--><p>@</p>", LinkKind.GENERATED),
        ("<p>How `<!-- wp:x -->` is written.</p><p>@</p>", LinkKind.MENTION),
        ("<html><!-- wp:x --><body><p>@</p></body></html>", LinkKind.MENTION),
        ("<!-- wp:x --><body class=a><p>@</p></body>", LinkKind.MENTION),
    ],
)
def test_a_text_of_the_editor_begins_with_a_mark_and_is_no_whole_page(
    text: str, kind: LinkKind
) -> None:
    (link,) = read(text.replace("@", "https://orig.kz/news/1"), format="html").links
    assert link.kind is kind
