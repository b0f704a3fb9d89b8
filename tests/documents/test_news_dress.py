"""How news sites of many countries set what stands around and between an article's paragraphs."""

from __future__ import annotations

import pytest

from reuse_guard.documents.html import read_html
from reuse_guard.documents.model import Document, Role

TITLE = "Ferry crews end a strike of two weeks"
LEAD = "Boats will sail again on Thursday, after talks that went on until four in the morning."
TEXT = [
    "The first boat is to leave the eastern quay at six, and bread for the island is aboard.",
    "Nobody had slept, said the mate, and the cook had boiled his last potatoes on Tuesday.",
    "Fares stay as they were until the spring, which the council had asked for since June.",
    "On the island, lamps were lit in every window that looks towards the mainland and its pier.",
]
OTHERS = ["Bakery keeps its oven", "Hiker found on the ridge", "No tram along the quay"]


def read_page(body: str) -> Document:
    return read_html(
        f'<meta property=og:title content="{TITLE}"><meta name=description content="{LEAD}">{body}',
        source="page.html",
        url="https://news.example/ferry",
        sha256="",
    )


def paragraphs(texts: list[str] = TEXT) -> str:
    return "".join(f"<p>{one}</p>" for one in texts)


def said_at(number: int) -> str:
    return " ".join(TEXT[number:] + TEXT[:number])


def entry(number: int, *, share: str) -> str:
    heading = "" if number % 2 else f"<h3>What was said at {number}</h3>"
    return (
        f"<article class=block><header><a href=#b{number}>1{number}.20 BST</a></header>{heading}"
        f"<p>{said_at(number)}</p><footer><a href=#s>Share</a>{share}</footer></article>"
    )


@pytest.mark.parametrize("share", ["", "<span>Updated</span>"])
def test_entries_with_a_time_each_are_a_live_blog_though_some_offer_to_share(share: str) -> None:
    blog = "".join(entry(at, share=share if at % 2 else "") for at in range(len(TEXT)))
    document = read_page(f"<article><h1>{TITLE}</h1><p>{LEAD * 4}</p><div>{blog}</div></article>")
    roles = {block.text: block.role for block in document.blocks}
    assert {roles[said_at(at)] for at in range(len(TEXT))} == {Role.PARAGRAPH}


def test_a_standfirst_set_as_the_h1_below_the_title_is_part_of_the_text() -> None:
    document = read_page(
        f"<div class=top><div class=t>{TITLE}</div><h1>{LEAD}</h1></div><div>{paragraphs()}</div>"
    )
    assert document.blocks[0].role is Role.HEADLINE
    assert document.blocks[1].role is Role.STANDFIRST


def test_a_standfirst_right_below_a_picture_is_no_caption() -> None:
    document = read_page(
        f"<article><h1>{TITLE}</h1><div class=photo><img src=a.jpg></div><div class=photo>"
        f"<img src=b.jpg><div class=synopsis><div>{LEAD}</div></div></div>{paragraphs()}</article>"
    )
    assert [block.text for block in document.body] == [LEAD, *TEXT]


def test_teasers_in_the_box_of_headline_and_text_are_no_part_of_it() -> None:
    cards = "".join(
        f'<div class=card><h2><a href="/{at}">{one}</a></h2>'
        f"<div class=deck>{LEAD} {said}</div></div>"
        for at, (one, said) in enumerate(zip(OTHERS, TEXT, strict=False))
    )
    text = paragraphs([said_at(0), said_at(1)])
    document = read_page(
        f"<article><header><h1>{TITLE}</h1></header><div>{text}</div>{cards}</article>"
    )
    assert document.body_text == f"{said_at(0)}\n{said_at(1)}"


@pytest.mark.parametrize("name", ["newsletter-box", "related-inline", "ad-slot"])
def test_a_small_box_amid_the_text_that_is_called_an_offer_may_be_body_at_most(name: str) -> None:
    offer = "What the sea brought this week, in one letter, before you have had your coffee."
    document = read_page(
        f"<article><h1>{TITLE}</h1>{paragraphs()}<div class={name}><p>{offer}</p></div>"
        f"{paragraphs(TEXT[::-1])}</article>"
    )
    assert document.body_text == "\n".join([*TEXT, *TEXT[::-1]])
    assert {document.blocks[at].text for at in document.unsure} == {offer}


def test_a_linked_title_in_a_box_of_its_own_amid_the_text_may_be_body_at_most() -> None:
    text = "".join(f"<div class=text-block><div class=text>{one}</div></div>" for one in TEXT)
    title = f"<div class=text-block><div class=story><a href=/r>{OTHERS[0]}, 12 October</a>"
    document = read_page(f"<article><h1>{TITLE}</h1>{text}{title}</div></div>{text}</article>")
    assert document.body_text == "\n".join([*TEXT, *TEXT])
