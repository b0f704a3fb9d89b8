"""What stands beside an article's text without a name of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.documents.html import read_html

if TYPE_CHECKING:
    from reuse_guard.documents.model import Document, Role

PARAGRAPHS = [
    "Der Fährbetrieb über den See ruht im Winter, teilte das Hafenamt am Donnerstagabend mit.",
    "„Das Eis kam zwei Wochen zu früh“, sagte der Kapitän, der seit dreißig Jahren übersetzt.",
    "Wer am Ostufer wohnt, fährt bis April um den See herum, eine Stunde mit dem Bus, sagte er.",
    "Die Bäckerei dort hat Mehl für einen Monat, und die Schule hat Brennholz bis zum Frühling.",
    "Die Fähre selbst liegt auf der Helling, wo ihr Rumpf jeden Winter neu gestrichen wird.",
]
TITLE = "Fähre ruht im Winter"
OTHERS = ["Markt zieht vor das Rathaus", "Turmuhr geht wieder richtig", "Mühle sucht einen Müller"]
TEASER = "In der Stadt wird seit Wochen darüber gesprochen, und am Montag hat der Rat entschieden."


def read_body(body: str) -> Document:
    """A page with nothing around it but two links."""
    return read_html(
        f"<title>{TITLE}</title><div><a href=/>A</a><a href=/b>B</a></div>{body}",
        source="page.html",
        url=None,
        sha256="",
    )


def text(around: str = "<p>{}</p>") -> str:
    return "".join(around.format(one) for one in PARAGRAPHS)


def role_of(document: Document, start: str) -> Role:
    return next(block.role for block in document.blocks if block.text.startswith(start))


def teasers() -> str:
    return "".join(
        f'<div class="c8f"><div><a href="/{at}">{one}</a></div><p>{TEASER}</p></div>'
        for at, one in enumerate(OTHERS)
    )


def test_teasers_right_beside_the_box_of_the_article_are_no_body() -> None:
    document = read_body(f"<div><h1>{TITLE}</h1><div>{text()}</div></div>{teasers()}")
    assert document.body_text == "\n".join(PARAGRAPHS)
    assert document.unsure == ()


def test_like_boxes_beside_a_short_box_of_the_headline_are_the_article() -> None:
    entries = "".join(
        f'<div class="c8f"><div><a href="/{at}">{one}</a></div><p>{said}</p></div>'
        for at, (one, said) in enumerate(zip(OTHERS, PARAGRAPHS[1:], strict=False))
    )
    document = read_body(f"<div><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p></div>{entries}")
    assert all(role_of(document, one).is_body for one in PARAGRAPHS[:4])
