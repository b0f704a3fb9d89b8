"""Captions by the place right below a picture and by the names of their boxes."""

from __future__ import annotations

import pytest

from reuse_guard import Outcome, check
from reuse_guard.documents.html import read_html
from reuse_guard.documents.model import Document, Role

PARAGRAPHS = [
    "The ferry across the lake stops for the winter, the harbour office said on Thursday evening.",
    "“The ice came two weeks early,” said the captain, who has made the crossing for thirty years.",
    "People on the eastern shore will take the road around the lake until April, an hour by bus.",
    "The bakery there has laid in flour for a month, and the school has firewood until the spring.",
    "The ferry itself is drawn up on the slip, where its hull is scraped and painted every winter.",
]
CAPTION = "The captain and his dog look at the ice from the slip."
URL = "https://lake.example/ferry"


def page(lines: str, *, around: str = "<p>{}</p>", after: int = 1) -> Document:
    """An article with these lines after its first paragraphs."""
    text = [around.format(one) for one in PARAGRAPHS]
    text.insert(after, lines)
    return read_html(
        "<title>The ferry stops for the winter</title><div><a href=/>A</a><a href=/b>B</a></div>"
        f"<div><h1>The ferry stops for the winter</h1><div>{''.join(text)}</div></div>",
        source="page.html",
        url=URL,
        sha256="",
    )


def role_of(document: Document, start: str) -> Role:
    return next(block.role for block in document.blocks if block.text.startswith(start))


@pytest.mark.parametrize(
    "name",
    [
        "photo-sign", "pic-desc", "img-title", "photo_author", "foto-descr", "imgDesc",
        "news__photo-comment", "phototitle", "image-source", "cutline", "podpis",
    ],
)  # fmt: skip
def test_a_box_whose_name_says_what_a_picture_shows_is_a_caption(name: str) -> None:
    document = page(f'<img src=/a.jpg><div class="{name}">{CAPTION}</div>')
    assert role_of(document, CAPTION) in (Role.CAPTION, Role.COMMENT)
    assert document.unsure == ()


@pytest.mark.parametrize("name", ["image-text", "video-description", "media-body", "topic-title"])
def test_a_name_that_may_be_of_text_beside_a_picture_makes_no_caption(name: str) -> None:
    text = PARAGRAPHS[0].replace("ferry", "steamer")
    assert role_of(page(f'<div class="{name}"><p>{text}</p></div>'), text).is_body


@pytest.mark.parametrize(
    "lines",
    [
        "<div class=k1><img src=/a.jpg><div>{}</div></div>",
        "<div class=k1><div><img src=/a.jpg></div><div><span>{}</span></div></div>",
        "<table class=l><tr><td><img src=/a.jpg></td></tr><tr><td>{}</td></tr></table>",
        "<img src=/a.jpg><div><font size=1>{}</font></div>",
        "<img src=/a.jpg><div><small>{}</small></div>",
    ],
)
def test_a_line_alone_in_a_box_with_a_picture_or_set_small_below_one_is_a_caption(
    lines: str,
) -> None:
    document = page(lines.format(CAPTION))
    assert role_of(document, CAPTION) is Role.CAPTION
    assert document.body_text == "\n".join(PARAGRAPHS)
    assert document.unsure == ()


def test_a_picture_that_is_taken_along_with_its_caption_breaks_no_limit() -> None:
    original = page(f"<div class=k1><img src=/a.jpg><div>{CAPTION}</div></div>")
    words = " ".join(PARAGRAPHS).split()
    copied = " ".join(words[: int(len(words) * 0.27)])
    candidate = (
        f'<title>News</title><p>From <a href="{URL}">the lake</a>.</p><p>{copied}</p>'
        f"<p>{CAPTION}</p>"
    )
    assert check(original, candidate, original_url=URL).outcome is Outcome.ALLOWED


def test_a_line_of_its_own_kind_below_a_picture_may_be_a_caption_or_a_standfirst() -> None:
    document = page(f"<img src=/a.jpg><div class=x7>{CAPTION}</div>", after=0)
    assert [document.blocks[at].text for at in document.unsure] == [CAPTION]


def test_paragraphs_below_pictures_are_body_whatever_their_classes() -> None:
    steps = [f"Step {at}: {text}" for at, text in enumerate(PARAGRAPHS)]
    lines = "".join(
        f"<p class=m15><img src=/{at}.jpg></p><p class=m60>{text}</p>"
        for at, text in enumerate(steps)
    )
    document = page(lines)
    assert all(role_of(document, step).is_body for step in steps)


def test_a_comment_in_the_markup_between_picture_and_line_takes_nothing_away() -> None:
    document = page(f"<div class=k1><img src=/a.jpg><!-- 1 --><div>{CAPTION}</div></div>")
    assert role_of(document, CAPTION) is Role.CAPTION


def test_words_between_a_picture_and_a_box_leave_the_box_what_it_is() -> None:
    long = PARAGRAPHS[0].replace("ferry", "steamer")
    document = page(f"<div class=k1><img src=/a.jpg> Ice. <div>{long}</div></div>")
    assert role_of(document, long) is not Role.CAPTION


def test_a_line_that_fills_a_box_with_a_picture_may_be_a_caption_where_no_box_has_a_name() -> None:
    line = f"<div><img src=/a.jpg><div>{CAPTION}</div></div>"
    document = page(line, around="<div><div>{}</div></div>")
    assert [document.blocks[at].text for at in document.unsure] == [CAPTION]
    assert document.body_text == "\n".join(PARAGRAPHS)


def test_captions_that_are_longer_than_the_text_beside_them_may_be_body() -> None:
    framed = "<div class=k1><img src=/{0}.jpg><div>In picture {0}: {1} {1}</div></div>"
    document = page("".join(framed.format(at, CAPTION) for at in range(6)), after=5)
    assert document.body_text == "\n".join(PARAGRAPHS)
    assert len(document.unsure) == 6
