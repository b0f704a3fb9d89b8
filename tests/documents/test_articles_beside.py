"""Other articles in and beside the headline's, and what else stands around a text unnamed."""

from __future__ import annotations

import pytest
from tests.documents.test_beside_the_text import (
    OTHERS,
    PARAGRAPHS,
    TEASER,
    TITLE,
    read_body,
    role_of,
    text,
)

from reuse_guard.documents.model import Role

LONG = "".join(
    f"<p>Der Markt zog am {day}. Mai vor das Rathaus, und {day + 3} Händler blieben bis zum"
    " späten Abend.</p>"
    for day in range(2, 14)
)


def test_an_article_set_into_another_under_a_linked_heading_is_none_of_it() -> None:
    inner = f'<article class="x"><h2><a href="/1">{OTHERS[0]}</a></h2>{LONG[:400]}</p></article>'
    document = read_body(f"<article><h1>{TITLE}</h1>{text()}{inner}</article>")
    assert document.body_text == "\n".join(PARAGRAPHS)
    assert document.unsure == ()


def test_an_article_set_into_another_under_a_heading_may_be_part_of_it() -> None:
    inner = f'<article class="x"><h2>{OTHERS[0]}</h2>{LONG[:400]}</p></article>'
    document = read_body(f"<article><h1>{TITLE}</h1>{text()}{inner}</article>")
    assert document.body_text == "\n".join(PARAGRAPHS)
    assert document.unsure != ()


def test_a_brief_beside_a_long_article_is_the_text_of_its_headline() -> None:
    brief = f"<div><h1>{TITLE}</h1>{text()}</div>"
    long = f'<article><h2><a href="/1">{OTHERS[0]}</a></h2>{LONG}</article>'
    for body in (f"<main>{brief}{long}</main>", f"<main>{long}{brief}</main>"):
        assert read_body(body).body_text == "\n".join(PARAGRAPHS)


def test_an_article_below_a_headline_and_a_standfirst_is_the_text() -> None:
    lead = "Wer über den See will, nimmt bis April den Bus, denn das Eis trägt noch keine Fähre."
    document = read_body(
        f"<main><div><h1>{TITLE}</h1><p class=lead>{lead}</p></div><article>"
        f"<h2>Im Winter</h2>{text()}</article></main>"
    )
    assert document.body_text == "\n".join([lead, "Im Winter", *PARAGRAPHS])


def test_what_is_framed_as_a_far_longer_article_may_be_part_of_the_first() -> None:
    frame = '<section class="s"><h1>{}</h1>{}</section>'
    short, long = frame.format(TITLE, text()[:640]), frame.format(OTHERS[0], LONG * 3)
    document = read_body(short + long)
    assert len(document.unsure) > 30


def test_a_heading_that_heads_nothing_is_no_body() -> None:
    document = read_body(f"<div><h1>{TITLE}</h1>{text()}<p><b>Nguyen Thu Ha</b></p></div>")
    assert document.body_text == "\n".join(PARAGRAPHS)


def test_titles_that_link_to_pages_of_the_site_are_related_wherever_they_stand() -> None:
    links = "".join(
        f'<div class="q"><a href="/{at}">{one}</a></div>' for at, one in enumerate(OTHERS)
    )
    document = read_body(f"<div><h1>{TITLE}</h1>{text()}</div><div>{links}</div>")
    assert role_of(document, OTHERS[0]) is Role.RELATED


def test_a_link_to_another_site_is_not_called_related_by_its_shape() -> None:
    link = f'<div class="q"><a href="https://orig.example/1">{OTHERS[0]}</a></div>'
    document = read_body(f"<div><h1>{TITLE}</h1>{text()}</div><div>{link}</div>")
    assert role_of(document, OTHERS[0]) is not Role.RELATED


def test_signed_entries_below_an_article_are_comments_whatever_their_boxes_are_called() -> None:
    entries = "".join(
        f'<div class="m"><span>{name}</span><div>{said}</div><span>Antworten</span></div>'
        for name, said in (("Vera P.", "Das war schon immer so."), ("Ivo", "Und wer zahlt das?"))
    )
    document = read_body(f"<div><h1>{TITLE}</h1>{text()}</div><div>{entries}</div>")
    assert role_of(document, "Vera P.") is Role.COMMENT


def test_a_writer_after_by_stands_beside_the_headline() -> None:
    document = read_body(f"<div><h1>{TITLE}</h1><div>Von Anna Weber</div>{text()}</div>")
    assert role_of(document, "Von Anna") is Role.BYLINE


def test_a_line_in_the_middle_below_a_picture_is_a_caption() -> None:
    line = '<section><p style="text-align: center">Die Fähre am Ostufer im März.</p></section>'
    document = read_body(
        f"<div><h1>{TITLE}</h1><section>{text()}</section><section><img src=/a.jpg></section>{line}"
        f"<section>{text('<p>Dazu: {}</p>')}</section></div>"
    )
    assert role_of(document, "Die Fähre am Ost") is Role.CAPTION


def test_entries_with_a_time_each_are_the_article_though_each_is_an_article() -> None:
    entries = "".join(
        f'<article class="e"><header><time>1{at}:40</time></header><p>{one}</p></article>'
        for at, one in enumerate(PARAGRAPHS)
    )
    document = read_body(f"<main><header><h1>{TITLE}</h1></header><div>{entries}</div></main>")
    assert document.body_text == "\n".join(PARAGRAPHS)


def test_who_is_quoted_may_be_called_as_who_wrote() -> None:
    quoted = "<blockquote><p>Das Eis kam zu früh.</p><cite>Anna Weber</cite></blockquote>"
    document = read_body(
        f"<div><h1>{TITLE}</h1><div>Von Anna Weber</div>{text()}{quoted}<p>{PARAGRAPHS[0]} Dazu"
        " kommt der Wind.</p></div>"
    )
    assert document.body_text.endswith("Dazu kommt der Wind.")


def test_custom_elements_are_named_by_their_authors() -> None:
    document = read_body(
        f"<x-page><h1>{TITLE}</h1><x-byline><p>Anna Weber am See</p></x-byline>{text()}</x-page>"
    )
    assert role_of(document, "Anna Weber") is Role.BYLINE


def test_an_offer_to_subscribe_below_a_stub_may_be_body_at_most() -> None:
    offer = "<h3>Dieser Artikel ist nur für Abonnenten.</h3>"
    document = read_body(f"<div><h1>{TITLE}</h1>{text()}{offer}</div>")
    assert document.body_text == "\n".join(PARAGRAPHS)


def test_signed_entries_that_link_to_sources_are_no_comments() -> None:
    entries = "".join(
        f'<div class="m"><span>{name}</span><div>Zuerst erschienen am 1{at}. Mai 2025</div>'
        f'<a href="https://orig.example/{at}">Quelle</a></div>'
        for at, name in enumerate(("Seebote", "Uferblatt"))
    )
    document = read_body(f"<div><h1>{TITLE}</h1>{text()}</div><div>{entries}</div>")
    assert Role.COMMENT not in {block.role for block in document.blocks}


def test_boxes_like_the_headline_s_under_linked_headings_hold_other_articles() -> None:
    box = '<div class="item">{}<div class="time">12.05.2025</div>{}</div>'
    own = box.format(f"<h1>{TITLE}</h1>", text())
    further = "".join(
        box.format(f'<h2><a href="/{at}">{one}</a></h2>', LONG[at * 300 : at * 300 + 600] + "</p>")
        for at, one in enumerate(OTHERS)
    )
    document = read_body(f"<div>{own}{further}</div>")
    assert document.body_text == "\n".join(PARAGRAPHS)


def test_below_a_line_that_is_no_more_than_comments_nothing_is_surely_body() -> None:
    said = "".join(
        f'<div class="g"><div>{name}</div><p>{TEASER} Das sagt {name} seit Jahren.</p></div>'
        for name in ("nordlicht7", "Marat", "Olga K.", "tulip", "Ben", "skyfall")
    )
    for line in ("Kommentare (6)", "Comments", "6 комментариев", "Пікірлер: 6", "コメント"):
        document = read_body(f"<div><h1>{TITLE}</h1>{text()}<div>{line}</div>{said}</div>")
        assert document.body_text == "\n".join(PARAGRAPHS)
        assert len(document.unsure) >= 6


def test_a_link_down_to_comments_and_a_count_below_a_standfirst_head_none() -> None:
    for count in ('<a href="#c">6 Kommentare</a>', ""):
        document = read_body(f"<div><h1>{TITLE}</h1>{text()}<div>{count}</div>{LONG}</div>")
        assert document.body_text.endswith(document.blocks[-1].text)
    lead = f"<p>{TEASER} {TEASER} {TEASER} {TEASER}</p>"
    document = read_body(f"<div><h1>{TITLE}</h1>{lead}<div>6 Kommentare</div>{text()}</div>")
    assert document.body_text.endswith("\n".join(PARAGRAPHS))


SELF = [
    "Die Seefahrt AG betreibt seit 1958 vier Fähren und beschäftigt achtzig Leute am Ostufer.",
    "Ihr gehören die Hafenmeisterei, zwei Stege und das Haus, in dem im Sommer Gäste wohnen.",
]


@pytest.mark.parametrize(
    ("heading", "is_body"),
    [
        ("<h3>Über Die Seefahrt AG</h3>", False),
        ("<p><strong>About the company:</strong></p>", False),
        ("<h2>О компании «Seefahrt»</h2>", False),
        ("<h2>«Seefahrt» компаниясы туралы</h2>", False),
        ("<h2>О компании рассказал капитан</h2>", True),
        ("<h2>Über den See</h2>", True),
    ],
)
def test_what_a_company_says_of_itself_below_its_release_may_be_part_of_it(
    heading: str, *, is_body: bool
) -> None:
    below = heading + "".join(f"<p>{one}</p>" for one in SELF)
    contact = (
        "<p><strong>Contacts for media</strong></p><p>Tel. 55, sagte der Kapitän im Hafen.</p>"
    )
    document = read_body(f"<article><h1>{TITLE}</h1>{text()}{below}{contact}</article>")
    assert (SELF[1] in document.body_text) is is_body
    assert (document.unsure == ()) is is_body


def test_a_section_on_a_company_amid_or_without_a_longer_text_is_part_of_it() -> None:
    about = "<h2>About us</h2>" + "".join(f"<p>{one}</p>" for one in SELF)
    for body in (f"{text()}{about}<h2>Im Winter</h2>{text()}", f"<p>{PARAGRAPHS[0]}</p>{about}"):
        assert SELF[1] in read_body(f"<article><h1>{TITLE}</h1>{body}</article>").body_text


@pytest.mark.parametrize("tag", ["h1", "h2"])
def test_a_box_like_the_headlines_with_a_heading_like_it_may_be_another_article(tag: str) -> None:
    frame = f"<div class=post><{tag}>{{}}</{tag}>{{}}</div>"
    document = read_body(frame.format(TITLE, text()) + frame.format(OTHERS[0], LONG[:600]))
    assert document.body_text == "\n".join(PARAGRAPHS)
    assert len(document.unsure) > 2
