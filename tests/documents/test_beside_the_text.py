"""What stands beside an article's text without a name of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reuse_guard.documents.html import read_html
from reuse_guard.documents.model import Role
from reuse_guard.documents.roles.writers import names_job

if TYPE_CHECKING:
    from reuse_guard.documents.model import Document

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


def unsure_texts(document: Document) -> list[str]:
    return [document.blocks[index].text for index in document.unsure]


def body_with(end: str, *, byline: str = "", after: str = "") -> Document:
    """An article with these lines at the end of its text."""
    return read_body(f"<div><h1>{TITLE}</h1>{byline}<div>{text()}{end}</div></div>{after}")


@pytest.mark.parametrize(
    "line",
    [
        "Lea también: El mercado se muda", "Lee también", "Читайте также: Мельница ищет мельника",
        "Тағы оқыңыз", "Lesen Sie auch:", "À lire aussi : le moulin", "関連記事",
        "اقرأ أيضا: السوق",
        "यह भी पढ़ें", "相关阅读：集市", "Leia também: o moinho", "Ayrıca okuyun", "Baca juga: pasar",
        "İlgili haber: su",
        "Tags: bridge, river", "Теги: мост, река", "Тегтер: көпір", "Etiquetas: río, barco",
        "Schlagwörter: See, Eis", "الوسوم: نهر", "标签：河流", "Từ khóa: sông",
    ],
)  # fmt: skip
def test_what_points_elsewhere_is_no_body_in_any_language(line: str) -> None:
    document = body_with(f"<p>{line}</p>")
    assert not role_of(document, line[:5]).is_body
    assert document.unsure == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Tags darauf fuhr die Fähre noch einmal hinüber, mit nur zwei Leuten an Bord, sagte er.",
        "Read also and often, the captain told the children of the eastern shore in English class.",
        "Themen gab es genug: das Eis, der Bus, die Schule und das Brot für den langen Winter.",
    ],
)
def test_a_sentence_that_begins_like_a_pointer_is_body(sentence: str) -> None:
    assert role_of(
        body_with(f"<p>{sentence}</p><p>{PARAGRAPHS[0][:-1]} auch.</p>"), sentence
    ).is_body


def test_links_below_a_pointer_are_no_body() -> None:
    links = "".join(f'<p><a href="/{at}">{one}</a></p>' for at, one in enumerate(OTHERS))
    document = body_with(f"<p>Lesen Sie auch:</p>{links}<p>{PARAGRAPHS[1]} Und mehr.</p>")
    assert not any(role_of(document, one).is_body for one in OTHERS)
    assert role_of(document, PARAGRAPHS[1] + " Und").is_body
    assert document.unsure == ()


def test_a_label_and_a_list_below_the_text_may_be_body_in_a_language_not_known() -> None:
    document = body_with("<p>Merkoj: lago, glacio, boato</p>")
    assert unsure_texts(document) == ["Merkoj: lago, glacio, boato"]


@pytest.mark.parametrize(
    "bio",
    [
        "<div class=k3><p>Anna Weber lebt am See und mag Boote, Eis und lange Winter.</p></div>",
        "<p>Anna Weber lebt am See und mag Boote, Eis und lange Winter.</p>",
        "<div class=k3><div>Anna Weber</div><div>Sie lebt am See und mag Boote.</div></div>",
    ],
)
def test_words_on_the_writer_below_the_text_may_be_body_at_most(bio: str) -> None:
    document = body_with(bio, byline="<div>Von Anna Weber</div><div>12. März 2025</div>")
    assert document.body_text == "\n".join(PARAGRAPHS)


def test_who_writes_is_told_by_the_work_where_no_byline_names_anybody() -> None:
    bio = "Ana Robledo es periodista y escribe sobre lagos, ríos y barcos en nuestra redacción."
    assert unsure_texts(body_with(f"<p>{bio}</p>")) == [bio]


def test_a_paragraph_that_begins_with_another_name_is_body_for_certain() -> None:
    said = "Jonas Kern fährt seit zehn Jahren mit dem Bus um den See, wenn die Fähre nicht geht."
    document = body_with(f"<p>{said}</p>", byline="<div>Von Anna Weber</div>")
    assert role_of(document, said).is_body
    assert document.unsure == ()


def test_terms_outside_the_box_of_the_article_may_be_body_at_most() -> None:
    terms = "Die Texte dieser Seite gehören dem Verlag, Kommentare denen, die sie schreiben."
    loose = "<br><br>".join(PARAGRAPHS)
    document = read_body(f"<div><div>{TITLE}</div><div>{loose}</div></div><div>{terms}</div>")
    assert document.body_text == "\n".join(PARAGRAPHS)
    assert unsure_texts(document) in ([], [terms])


@pytest.mark.parametrize("name", ["", ' class="part"'])
def test_the_next_part_of_an_article_in_a_box_like_the_first_is_body(name: str) -> None:
    parts = "".join(
        f"<div{name}>{'<br><br>'.join(part)}</div>" for part in (PARAGRAPHS[:4], PARAGRAPHS[4:])
    )
    document = read_body(f"<div><h1>{TITLE}</h1><div>{parts}</div></div>")
    assert document.body_text == "\n".join(PARAGRAPHS)
    assert document.unsure == ()


def test_a_line_in_a_place_of_its_own_below_the_text_may_be_body() -> None:
    records = [f'<div class="t-text">{one}</div>' for one in PARAGRAPHS]
    terms = "Die Texte dieser Seite gehören dem Verlag, Kommentare denen, die sie schreiben."
    records.append(f'<div class="t-descr">{terms}</div>')
    markup = "".join(f'<div class="t-rec"><div class="t-col">{one}</div></div>' for one in records)
    assert unsure_texts(read_body(f"<div><h1>{TITLE}</h1>{markup}</div>")) == [terms]


@pytest.mark.parametrize(
    "end", ["<ul><li>{}</li></ul>", "<blockquote><p>{}</p></blockquote>", '<p class="last">{}</p>']
)
def test_a_list_a_quotation_or_a_paragraph_may_well_end_an_article(end: str) -> None:
    said = "Wer im April wiederkommt, findet die Fähre frisch gestrichen an ihrem Steg, sagte er."
    document = body_with(end.format(said))
    assert role_of(document, said).is_body
    assert document.unsure == ()


@pytest.mark.parametrize(
    "byline",
    [
        "By Anna Smith November 3, 2026 · 5 min read",
        "Von Anna Weber | 12. März 2025 | Lesezeit: 5 Minuten",
        "Анна Белова 12 марта 2025, 14:20",
        "Айгүл Нұрланова · 2025 жылғы 12 наурыз · 5 минуттық оқу",
    ],
)
def test_a_writer_a_day_and_a_reading_time_in_one_line_are_a_byline(byline: str) -> None:
    document = read_body(f"<h1>{TITLE}</h1><p>{byline}</p>{text()}")
    assert role_of(document, byline) is Role.BYLINE
    assert document.body_text == "\n".join(PARAGRAPHS)


def test_a_standfirst_with_a_day_in_it_is_body() -> None:
    lead = "Seit dem 3. November 2026 fährt niemand mehr über den See, denn das Eis kam zu früh"
    assert role_of(read_body(f"<h1>{TITLE}</h1><p>{lead}</p>{text()}"), lead).is_body


def test_a_headline_with_day_and_writer_in_one_cell_is_the_headline() -> None:
    document = read_body(
        f"<table><tr><td><b>{TITLE}</b><br>12.03.2025<br>Anna Weber</td></tr><tr><td>"
        f"{'<br><br>'.join(PARAGRAPHS)}</td></tr></table>"
    )
    assert role_of(document, TITLE) is Role.HEADLINE
    assert document.body_text == "\n".join(PARAGRAPHS)


def test_a_paragraph_that_begins_with_the_title_is_no_headline() -> None:
    first = f"{TITLE}<br>{PARAGRAPHS[0]}"
    document = read_body(f"<div>{first}<br><br>{'<br><br>'.join(PARAGRAPHS[1:])}</div>")
    assert role_of(document, TITLE).is_body


def test_a_notice_of_cookies_in_a_box_of_its_own_below_all_is_no_body_for_certain() -> None:
    notice = "Wir verwenden Cookies, um Ihren Besuch angenehmer zu machen."
    document = body_with("", after=f"<div><p>{notice}</p></div>")
    assert not role_of(document, notice).is_body
    assert document.unsure == ()


def test_the_folded_rest_of_an_article_is_body_wherever_it_stands() -> None:
    rest = "".join(f"<p>{one}</p>" for one in PARAGRAPHS[1:])
    document = read_body(
        f"<div><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p></div>"
        f'<div class="fold" style="display:none">{rest}</div>'
    )
    assert all(role_of(document, one).is_body for one in PARAGRAPHS)


def test_posts_whose_classes_name_their_numbers_and_tags_are_teasers_of_one_kind() -> None:
    posts = "".join(
        f'<li class="post-{at} post type-post hentry tag-t{at}"><h2><a href="/{at}">{one}</a></h2>'
        f"<div><p>{said}</p></div></li>"
        for at, (one, said) in enumerate(zip(OTHERS, PARAGRAPHS[1:], strict=False))
    )
    page = f"<div><h1>{TITLE}</h1><div>{text()}</div></div><div><ul>{posts}</ul></div>"
    document = read_body(page.replace(PARAGRAPHS[1], "Heute nicht.", 1))
    assert not any(block.role.is_body for block in document.blocks if block.text in OTHERS)
    assert document.unsure == ()


def test_a_line_and_a_button_in_a_box_amid_the_text_may_be_body_at_most() -> None:
    call = "Das Wichtigste der Woche jeden Freitag in Ihrem Postfach."
    box = f'<div class="has-background"><p>{call}</p><div><a href="/n">Gern</a></div></div>'
    document = body_with(f"{box}<p>{PARAGRAPHS[0][:-1]} am Abend.</p>")
    assert unsure_texts(document) == [call]


def test_entries_with_a_button_each_are_body() -> None:
    entries = "".join(
        f"<table><tr><td><p>{one}</p><p><a href=/{at}>Mehr</a></p></td></tr></table>"
        for at, one in enumerate(PARAGRAPHS)
    )
    document = read_body(f"<table><tr><td><h1>{TITLE}</h1>{entries}</td></tr></table>")
    assert all(role_of(document, one).is_body for one in PARAGRAPHS)


@pytest.mark.parametrize("part", [0.2, 0.35, 0.5])
def test_sentences_with_a_part_of_them_linked_are_body_for_certain(part: float) -> None:
    linked = "".join(
        f'<p><a href="https://x.example/">{one[: int(len(one) * part)]}</a>'
        f"{one[int(len(one) * part) :]} Das sagte er am Donnerstag vor dem Rat der Stadt.</p>"
        for one in PARAGRAPHS
    )
    document = read_body(f"<div><h1>{TITLE}</h1>{linked}</div>")
    assert all(role_of(document, one).is_body for one in PARAGRAPHS)
    assert document.unsure == ()


def test_lines_that_are_links_for_the_most_part_are_no_body() -> None:
    lines = "".join(
        f'<p><a href="/{at}">{one} und alles, was dort seit dem Herbst geschehen ist</a> '
        "(mit vielen Bildern vom See).</p>"
        for at, one in enumerate(OTHERS)
    )
    document = body_with("", after=f"<div>{lines}</div>")
    assert document.body_text == "\n".join(PARAGRAPHS)


def test_an_article_goes_on_after_a_list() -> None:
    said = "Wer im April wiederkommt, findet die Fähre frisch gestrichen an ihrem Steg, sagte er."
    items = text("<li>{}</li>")
    document = read_body(f"<div><h1>{TITLE}</h1><div><ol>{items}</ol><p>{said}</p></div></div>")
    assert document.body_text == "\n".join([*PARAGRAPHS, said])
    assert document.unsure == ()


@pytest.mark.parametrize(
    ("last", "role"),
    [
        (
            "Clara Berg, Redakteurin eines Blattes für Seefahrt, lobte das Amt: „Ein Winter ohne"
            " Fähre ist besser als ein Winter mit einem Unfall auf dem Eis.“",
            Role.PARAGRAPH,
        ),
        (
            "Clara Berg, Redakteurin eines Blattes für Seefahrt, schreibt über Häfen, Flüsse und"
            " Kanäle. Ihr Buch „Ein Winter ohne Fähre“ kam im Frühling heraus.",
            Role.OTHER,
        ),
    ],
)
def test_a_reporter_who_is_quoted_at_the_end_did_not_write_the_article(
    last: str, role: Role
) -> None:
    document = read_body(f"<div><h1>{TITLE}</h1><div>{text()}<p>{last}</p></div></div>")
    assert role_of(document, "Clara Berg") is role


@pytest.mark.parametrize(
    ("text", "is_on_writer"),
    [
        ("王小明，本报驻港口记者，长期报道航运。", True),
        ("홍길동 기자는 2010년부터 항만을 취재해 왔다.", True),
        ("本报记者 王小明", True),
        ("市长告诉记者，大桥将在明年开放。", False),
        ("市長は記者団に橋は来年開くと話した。", False),
        ("시장은 기자들에게 다리가 내년에 열린다고 말했다.", False),
        ("记者王小明在码头看到，公交公司加开三十班车。", False),
        ("市交通局周三对记者表示，大桥将在明年重新开放。", False),
        ("県は13日、記者会見で橋の工事を来年春に終えると発表した。", False),
        ("公司证实十月发生一起事故，但表示乘客没有危险。海事局的一名记者两天后登船。", False),
    ],
)
def test_a_reporter_in_the_news_of_a_script_without_spaces_is_no_writer(
    text: str, *, is_on_writer: bool
) -> None:
    assert names_job(text) is is_on_writer
