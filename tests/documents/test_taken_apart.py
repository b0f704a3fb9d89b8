"""Texts that page builders take apart, and what they put between the parts and below them."""

from __future__ import annotations

import pytest

from reuse_guard.documents.html import read_html
from reuse_guard.documents.model import Document, Role

TITLE = "Mill wheel turns again"
FIRST = [
    "The wheel of the upper mill turned on Sunday for the first time since the flood, with a crowd"
    " of two hundred on both banks and a brass band on the bridge.",
    "Its forty paddles were cut from one oak that fell in a storm, and the smith forged the rims in"
    " the yard of the school, where the children pumped the bellows.",
    "Flour will be ground on Fridays, and whoever brings a sack of rye may take it home as bread.",
]
LAST = [
    "The miller slept beside the stones all week.",
    "Her dog barked whenever the water rose above the mark that was cut into the door.",
]
CALL = "Our best stories in your letterbox, once a week and never more."
TEASERS = ["A bridge for toads", "The clock that runs backwards", "Songs from the ferry"]


def read_body(markup: str) -> Document:
    return read_html(
        f"<title>{TITLE}</title><nav><a href=/>A</a><a href=/b>B</a></nav>{markup}",
        source="page.html",
        url="https://www.quaygazette.example/mill",
        sha256="",
    )


def paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def in_widgets(*parts: str) -> str:
    return "".join(
        f'<div class="element element-3f{at}a widget widget-text"><div class="inner">{part}</div>'
        "</div>"
        for at, part in enumerate(parts)
    )


def in_records(lines: list[str]) -> str:
    return "".join(
        f'<div class="r" id="r{at}"><div class="t4"><div class="box"><div class="col"><div>{line}'
        "</div></div></div></div></div>"
        for at, line in enumerate(lines)
    )


@pytest.mark.parametrize(
    "markup",
    [
        f"<div><h1>{TITLE}</h1>{in_widgets(paragraphs(LAST), paragraphs(FIRST))}</div>",
        f"<div><h1>{TITLE}</h1>{in_records(LAST + FIRST)}</div>",
        f"<div><h1>{TITLE}</h1><div class=row>"
        + "<div class=form><form><p>{}</p><input><button>Go</button></form></div>".join(
            f"<div class=block><div class=html>{part}</div></div>"
            for part in (paragraphs(FIRST[:2]), paragraphs(LAST[1:]), paragraphs(LAST[:1]))
        ).format(CALL, CALL)
        + "</div></div>",
        f"<div><h1>{TITLE}</h1><article>{paragraphs(FIRST)}<div class=a><b>Unser Newsletter</b>"
        "<p>Die besten Geschichten der Woche jeden Samstag.</p><form><input type=email>"
        f"<button>OK</button></form></div>{paragraphs(LAST)}</article></div>",
        f"<div><h1>{TITLE}</h1><article>{paragraphs(LAST[1:])}"
        + "".join(
            f'<h2>{head}<a hidden href="#h{at}">#</a></h2>{paragraphs(part)}'
            for at, (head, part) in enumerate(
                {"One oak": FIRST[:2], "Rye on Fridays": FIRST[2:], "Her dog": LAST[:1]}.items()
            )
        )
        + "</article></div>",
    ],
    ids=[
        "two widgets",
        "a box a line",
        "forms between",
        "a field for an address",
        "signs beside headings",
    ],
)
def test_the_parts_of_a_text_are_all_its_body_for_sure(markup: str) -> None:
    document = read_body(markup)
    wanted = {line for line in FIRST + LAST if line in markup}
    assert wanted <= set(document.body_text.split("\n"))
    assert CALL not in document.body_text
    assert document.unsure == ()


@pytest.mark.parametrize(
    "box",
    [
        f"<div class=signup><h3>A letter from us</h3><p class=lead>{CALL}</p><form><input>"
        f"<button>Go</button><p>{FIRST[0]}</p></form></div>",
        f"<div><h3>Subscribe to our newsletter</h3><p>{CALL}</p><a href=/n>Go</a></div>",
        "".join(
            f'<div class=c><h4><a href="/{at}">{one}</a></h4><p>A short walk, and {one}.</p></div>'
            for at, one in enumerate(TEASERS)
        ),
    ],
    ids=["called so", "beside a call", "teasers"],
)
def test_what_two_signs_speak_against_is_no_body_for_sure(box: str) -> None:
    document = read_body(f"<div><h1>{TITLE}</h1><div>{paragraphs(FIRST + LAST)}</div></div>{box}")
    assert document.body_text == "\n".join(FIRST + LAST)
    assert document.unsure == ()


def test_paragraphs_that_share_a_small_box_with_a_field_for_an_address_may_be_body() -> None:
    form = "<form><input type=email><button>OK</button></form>"
    section = f"<section class=s>{paragraphs(LAST)}{form}</section>"
    document = read_body(f"<article><h1>{TITLE}</h1>{paragraphs(FIRST)}{section}</article>")
    told = {document.blocks[index].text for index in document.unsure}
    assert set(LAST) <= told | set(document.body_text.split("\n"))


@pytest.mark.parametrize(
    "about",
    [
        "The Quay Gazette is a paper for people who live on boats, and is read on both banks.",
        "Correction, Nov. 15: An earlier version of this article moved the mill to the other bank.",
    ],
)
def test_what_a_publisher_says_of_itself_or_its_article_below_a_text_may_be_body(
    about: str,
) -> None:
    document = read_body(
        f"<div><h1>{TITLE}</h1><div>{paragraphs([*FIRST, *LAST, about])}</div></div>"
    )
    assert document.body_text == "\n".join(FIRST + LAST)
    [unsure] = document.unsure
    assert document.blocks[unsure].text == about
    assert document.blocks[unsure].role is Role.OTHER
