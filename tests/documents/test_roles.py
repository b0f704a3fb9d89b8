from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reuse_guard.documents.calls import is_cookie_notice
from reuse_guard.documents.html import read_html
from reuse_guard.documents.html_runs import RawBlock
from reuse_guard.documents.model import Document, Role
from reuse_guard.documents.roles import company, features
from reuse_guard.documents.roles.doubts import unsure_blocks
from reuse_guard.documents.roles.prose import emphases_of
from reuse_guard.documents.roles.weights import ALONE, TOGETHER

if TYPE_CHECKING:
    from collections.abc import Iterator

PARAGRAPHS = [
    "The water of the Ertis fell by a metre overnight, the regional akimat said on Monday morning.",
    "“We saw the street again for the first time in a week,” said a teacher who slept in school.",
    "Classes begin on Wednesday in nine of the ten schools; the tenth is being dried, he added.",
    "The river is expected to fall by another half metre before Sunday, the weather service said.",
    "Bread is handed out in the sports hall, and drinking water comes by lorry twice a day.",
]


def page(markup: str) -> Document:
    return read_html(markup, source="page.html", url=None, sha256="")


def article(inside: str = "", after: str = "", head: str = "") -> Document:
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    return page(
        f"<html><head><title>Flood waters fall</title>{head}</head>"
        "<body><nav><a href=/>Home</a></nav><article><h1>Flood waters fall</h1>"
        f"<div>{body}{inside}</div></article>{after}</body></html>"
    )


def role_of(document: Document, start: str) -> Role:
    return next(block.role for block in document.blocks if block.text.startswith(start))


def test_weights_are_of_features_that_exist() -> None:
    assert set(ALONE) <= set(features.NAMES)
    assert set(TOGETHER) <= {*features.NAMES, *company.NAMES}


def test_the_paragraphs_of_an_article_are_its_body() -> None:
    assert article().body_text == "\n".join(PARAGRAPHS)


def test_an_article_besides_the_one_under_the_headline_is_no_body() -> None:
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS[:4])
    document = page(
        "<title>Flood waters fall</title><h1>Flood waters fall</h1>"
        f"<article>{body}</article><article><p>{PARAGRAPHS[4]}</p></article>"
    )
    assert document.body_text == "\n".join(PARAGRAPHS[:4])


def _others(number: int, heading: str, paragraphs: int) -> str:
    """Articles of other words, each of some paragraphs under a heading."""
    return "".join(
        f"<article>{heading.format(place)}"
        + "".join(f"<p>On day {place}: {text}</p>" for text in PARAGRAPHS[:paragraphs])
        + "</article>"
        for place in range(number)
    )


BODY = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
HEADED = "<article><h1>Flood waters fall</h1>"
AMONG_OTHERS = {
    "read on without end": f"{HEADED}{BODY}</article>" + _others(20, "<h2>Other news {}</h2>", 5),
    "text in an article after the headline": (
        f"<h1>Flood waters fall</h1><article>{BODY}</article>"
        + _others(20, "<h2>Other news {}</h2>", 5)
    ),
    "comments in the article": (
        f"{HEADED}{BODY}<div>{_others(30, '<b>User {}</b>', 1)}</div></article>"
    ),
    "comments in an article inside it": (
        f"{HEADED}<article>{BODY}<div>{_others(3, '<b>User {}</b>', 1)}</div></article></article>"
    ),
}


@pytest.mark.parametrize("markup", AMONG_OTHERS.values(), ids=AMONG_OTHERS)
def test_other_articles_are_no_body_however_many_they_are(markup: str) -> None:
    document = page(f"<title>Flood waters fall</title>{markup}")
    assert document.body_text == "\n".join(PARAGRAPHS)


def test_the_headline_is_the_last_of_those_before_the_text() -> None:
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    heading = "<h1>Flood waters fall</h1>"
    document = page(f"<title>Flood waters fall</title>{heading}{heading}{body}{heading}")
    roles = [block.role for block in document.blocks]
    assert roles.index(Role.HEADLINE) == 1
    assert roles.count(Role.HEADLINE) == 1


OTHERS = {
    "caption": ("<figure><figcaption>The dam, a photo of May.</figcaption></figure>", Role.CAPTION),
    "notice": ("<p>Reproduction is allowed with a link to the source.</p>", Role.NOTICE),
    "notice in Russian": ("<p>Перепечатка только со ссылкой на источник.</p>", Role.NOTICE),
    "notice in Kazakh": ("<p>Көшіріп басқанда сілтеме жасау міндетті.</p>", Role.NOTICE),
    "related link": ("<p>Read also: <a href=/x>Engineers look at the dam</a></p>", Role.RELATED),
    "heading of others": ("<h3>You may also like:</h3>", Role.RELATED),
    "heading of others in Russian": ("<p>Вам может понравиться...</p>", Role.RELATED),
    "heading of links": ("<h4>More:</h4>", Role.RELATED),
    "mark of an advert": ("<p>Advert</p>", Role.OTHER),
    "line between parts": ("<p>Continue Reading Below</p>", Role.OTHER),
    "player without scripts": ("<p>This slideshow requires JavaScript.</p>", Role.OTHER),
    "credit at the end": ("<p>The dam in May.Dana Lee/Getty Images</p>", Role.OTHER),
    "names of the desk": ("<p>Reporting by Dana Lee; editing by Tom Orr</p>", Role.BYLINE),
    "heading of comments": ("<h4>Comments (12)</h4>", Role.OTHER),
    "byline": ("<div class='article-author'>Aigerim Sadyk</div>", Role.BYLINE),
    "share buttons": ("<div class='share-buttons'><a href=/f>Send it on</a></div>", Role.RELATED),
}


@pytest.mark.parametrize(("markup", "role"), OTHERS.values(), ids=OTHERS.keys())
def test_what_stands_inside_an_article_without_being_its_text(markup: str, role: Role) -> None:
    document = article(inside=markup)
    assert document.body_text == "\n".join(PARAGRAPHS)
    assert document.blocks[-1].role is role


SENTENCES_LIKE_FURNITURE = (
    "Copyright holders of the old songs sued the company that had printed them on Monday.",
    "(c) the pumps are to be moved to the upper street before the ice comes.",
    "Photo: it shows the minister, his two sons and the dog on the bridge.",
    "More: that is what the fishermen ask for, and nobody in the harbour has it.",
    "The letter was sent to the Harbour Board/Reuters and never answered by either.",
    "Recommended: three cups of boiled water a day, and no fish from the river.",
)


@pytest.mark.parametrize("sentence", SENTENCES_LIKE_FURNITURE)
def test_a_sentence_that_begins_like_a_line_of_a_page_is_body(sentence: str) -> None:
    document = article(inside=f"<p>{sentence}</p><p>{PARAGRAPHS[0]}</p>")
    assert sentence in document.body_text


def test_terms_of_reuse_inside_the_running_text_keep_their_place() -> None:
    notice = "Reproduction of articles is allowed with a link to the source."
    texts = [*PARAGRAPHS[:2], notice, *PARAGRAPHS[2:]]
    body = "".join(f"<p>{text}</p>" for text in texts)
    document = page(f"<title>Flood waters fall</title><h1>Flood waters fall</h1>{body}")
    assert document.body_text == "\n".join(texts)


def test_a_line_of_rights_run_into_a_paragraph_leaves_it_in_the_body() -> None:
    last = f"{PARAGRAPHS[1]} All rights reserved."
    document = page(
        f"<title>Flood waters fall</title><h1>Flood waters fall</h1><p>{PARAGRAPHS[0]}</p>"
        f"<p>{last}</p>"
    )
    assert document.body_text == f"{PARAGRAPHS[0]}\n{last}"


def test_a_readers_comment_on_reuse_is_a_comment() -> None:
    comment = "<p>Thank you all for the bread, we will not forget it. </p>" * 5
    terms = "<p>Reprinting is allowed with a link, I suppose?</p>"
    document = article(after=f"<section id=comments>{comment}{terms}{comment}</section>")
    assert role_of(document, "Reprinting") is Role.COMMENT


def test_readers_comments_are_no_body_however_long() -> None:
    comment = "<div class=comment><p>" + "Thank you all for the bread, we will not forget it. " * 5
    document = article(after=f"<section id=comments>{(comment + '</p></div>') * 20}</section>")
    assert document.body_text == "\n".join(PARAGRAPHS)
    assert document.blocks[-1].role is Role.COMMENT


def test_identical_paragraphs_are_kept() -> None:
    document = article(inside=f"<p>{PARAGRAPHS[0]}</p>")
    assert document.body_text == "\n".join([*PARAGRAPHS, PARAGRAPHS[0]])


def test_subheadings_lists_and_quotes_count_and_are_told() -> None:
    document = article(
        inside="<h2>What comes next</h2><ul><li>The dam is looked at on Tuesday.</li></ul>"
        "<blockquote><p>Nobody was hurt, and that is what counts for us.</p></blockquote>"
    )
    assert role_of(document, "What comes") is Role.SUBHEADING
    assert role_of(document, "The dam") is Role.LIST
    assert role_of(document, "Nobody") is Role.QUOTE


@pytest.mark.parametrize(
    ("dress", "role"),
    [
        ("<div><p class=intro>{}</p>", Role.STANDFIRST),
        ("<div><h2>{}</h2>", Role.STANDFIRST),
        ("<div><p><b>{}</b></p>", Role.STANDFIRST),
        ("<header><p>{}</p></header><div>", Role.STANDFIRST),
        # A site that takes the beginning of the text for its description.
        ("<div><p>{}</p>", Role.PARAGRAPH),
        ("<div class=field-text-with-summary><p>{}</p>", Role.PARAGRAPH),
        ("<div><div class=summary><p>{}</p></div>", Role.STANDFIRST),
    ],
)
def test_a_standfirst_is_told_by_the_pages_own_description_and_its_dress(
    dress: str, role: Role
) -> None:
    lead = "The river dropped by a metre on Monday, and people came home to look at their houses."
    document = page(
        f"<meta name=description content='{lead}'><h1>Flood waters fall</h1>{dress.format(lead)}"
        + "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    )
    assert role_of(document, "The river dropped") is role
    assert document.body_text.startswith(lead)


def test_an_article_of_one_described_paragraph_is_a_standfirst() -> None:
    lead = "The river dropped by a metre on Monday, and people came home to look at their houses."
    document = page(f"<meta name=description content='{lead}'><h1>Flood</h1><p>{lead}</p>")
    assert role_of(document, "The river dropped") is Role.STANDFIRST


def test_the_headline_is_not_body_wherever_it_is_repeated() -> None:
    document = page("<h1>Flood waters fall</h1>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS))
    assert document.blocks[0].role is Role.HEADLINE
    assert "Flood waters" not in document.body_text


@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=8, unique=True))
def test_a_bare_page_is_body_from_end_to_end(paragraphs: list[str]) -> None:
    document = page("".join(f"<p>{text}</p>" for text in paragraphs))
    assert document.body_text == "\n".join(paragraphs)
    assert not document.doubts


@pytest.mark.parametrize("size", [1, 5, 19, 100, 3_000])
def test_words_without_sentences_are_body_too(size: int) -> None:
    words = " ".join(f"w{n}" for n in range(size))
    assert page(f"<p>{words}</p>").body_text == words


def test_scripts_without_spaces_are_told_from_menus() -> None:
    text = "周一夜间额尔齐斯河水位下降一米,地区政府在声明中表示,居民们已经陆续返回家中查看情况。"
    document = page(
        "<div class=menu><a href=/>首页</a></div><h1>洪水退去</h1>"
        f"<div><p>{text}</p><p>学校周三复课。{text}</p></div>"
    )
    assert document.body_text == f"{text}\n学校周三复课。{text}"
    assert not document.doubts


DOUBTS = {
    "no body": ("<nav><a href=/>Home</a></nav>", "No body of an article was found"),
    "a stub": (
        "<h1>Flood</h1><p>Watch the video.</p>"
        + "<footer>" + "<p>About us and our terms.</p>" * 50 + "</footer>",
        "words only",
    ),
    "a paywall": (
        '<script type="application/ld+json">'
        '{"@type":"NewsArticle","isAccessibleForFree":false}</script>'
        + "".join(f"<p>{text}</p>" for text in PARAGRAPHS),
        "not free to read",
    ),
    "a wall in words": (
        "".join(f"<p>{text}</p>" for text in PARAGRAPHS) + "<p>Subscribe to continue reading</p>",
        "not free to read",
    ),
    "a wall and its button": (
        "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
        + "<div><h3>To read the full story</h3><a href=/offers>Subscribe</a></div>",
        "not free to read",
    ),
    "a long text that breaks off at a wall": (
        "".join(f"<p>{text}</p>" for text in (*PARAGRAPHS * 5, "The lamps of the next quay..."))
        + "<p>Subscribe to continue reading</p>",
        "not free to read",
    ),
    "a body in the metadata alone": (
        '<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"'
        + " ".join(PARAGRAPHS * 3).replace('"', "")
        + f'"}}</script><p>{PARAGRAPHS[0]}</p>',
        "metadata holds",
    ),
    "a part of the words that are said": (
        '<script type="application/ld+json">{"@type":"NewsArticle","wordCount":"400"}</script>'
        + f"<p>{PARAGRAPHS[0]}</p>",
        "has 400 words",
    ),
    "a first page, below a line that names another article": (
        '<link rel="canonical" href="https://orig.kz/irtysh-falls">'
        + "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
        + '<p>Read also: <a href="/tolls">Tolls rise</a></p><p><a href="?page=2">Next</a></p>',
        "goes on at https://orig.kz/irtysh-falls?page=2",
    ),
    "a first page, its number below a list of others": (
        '<link rel="canonical" href="https://orig.kz/irtysh-falls">'
        + "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
        + '<h3>News</h3><a href="/tolls">Tolls</a><nav><a href="?page=2">Page 2</a></nav>',
        "goes on at https://orig.kz/irtysh-falls?page=2",
    ),
    "a first page, with an arrow of no words in a responsive box": (
        '<link rel="canonical" href="https://orig.kz/irtysh-falls">'
        + "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
        + '<div class="responsive"><a href="?page=2"><img src="right.png" alt=""></a></div>',
        "goes on at https://orig.kz/irtysh-falls?page=2",
    ),
    "a first page": (
        '<link rel="canonical" href="https://orig.kz/irtysh-falls">'
        + "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
        + '<ul><li>1</li><li><a href="?page=2">2</a></li></ul>',
        "goes on at https://orig.kz/irtysh-falls?page=2",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("markup", "sentence"), DOUBTS.values(), ids=DOUBTS.keys())
def test_a_doubtful_reading_says_why(markup: str, sentence: str) -> None:
    assert sentence in " ".join(page(markup).doubts)


@pytest.mark.parametrize(
    ("times", "wall"),
    [
        (1, "<div hidden><p>Subscribe to continue reading</p></div>"),
        (
            1,
            "<h2>Related</h2><h3><a href=/a>Tolls</a></h3><p>This story is for subscribers</p>",
        ),
        (1, "<p>Subscribe to continue receiving news of the steppe</p>"),
        (5, "<p>Subscribe to continue reading</p>"),
    ],
)
def test_what_is_called_below_a_whole_article_raises_no_doubt(times: int, wall: str) -> None:
    text = "".join(f"<p>{text}</p>" for text in PARAGRAPHS) * times
    assert page(f"<article><h1>Flood</h1>{text}</article>{wall}").doubts == ()


@pytest.mark.parametrize(
    "around",
    [
        '<div class="comments"><a href="?page=2">2</a></div>',
        '<a href="/irtysh-falls/comment-page-2">Older</a>',
        '<h2>News</h2><ul><li><a href="/t">Tolls</a></li></ul><a href="?page=2">More</a>',
        '<template><a href="?page=2">2</a></template>',
        '<a href="/tag/irtysh-falls/page/2">2</a><a href="/?page=2">2</a>',
        '<a href="/irtysh-falls-2">The second flood</a><a href="/irtysh-falls?photo=2">2</a>',
        '<link rel="next" href="/another-flood">',
        '<script type="application/ld+json">{"@type":"Report","wordCount":-400}</script>',
        '<script type="application/ld+json">{"@type":"Report","wordCount":460}</script>',
    ],
)
def test_an_article_does_not_go_on_at_other_pages_nor_by_other_numbers(around: str) -> None:
    own = '<link rel="canonical" href="https://orig.kz/irtysh-falls">'
    text = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    assert not page(f"{own}<h1>Flood</h1>{text}{around}").doubts


def test_a_sure_reading_has_no_doubts() -> None:
    assert article().doubts == ()
    assert article().unsure == ()


@pytest.mark.parametrize(
    ("role", "chance", "unsure"),
    [
        (Role.PARAGRAPH, 0.87, True),
        (Role.PARAGRAPH, 0.875, False),
        (Role.PARAGRAPH, 0.1, True),  # the likeliest of a page of little prose
        (Role.OTHER, 0.125, False),
        (Role.OTHER, 0.13, True),
        (Role.OTHER, 0.5, False),  # a rule took it out
        (Role.NAVIGATION, 0.3, True),
        (Role.CAPTION, 0.9, False),
        (Role.CAPTION, 0.3, False),  # its place tells it
        (Role.NOTICE, 0.3, False),  # its words do
        (Role.BYLINE, 0.3, False),
        (Role.HEADLINE, 0.3, False),
        (Role.COMMENT, 0.3, False),
    ],
)
def test_a_block_is_unsure_where_it_may_be_body_or_not(
    role: Role,
    chance: float,
    unsure: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    assert unsure_blocks([Role.PARAGRAPH, role], np.array([1.0, chance])) == (1,) * unsure


@pytest.mark.parametrize(
    "field", ['<input type="hidden" name="id">', "<input>", "<select></select>"]
)
def test_a_field_beside_several_paragraphs_takes_none_of_them_away(field: str) -> None:
    first, rest = (
        "".join(f"<p>{text}</p>" for text in some) for some in (PARAGRAPHS[:3], PARAGRAPHS[3:])
    )
    document = page(
        "<title>Flood waters fall</title><article><h1>Flood waters fall</h1>"
        f"<div>{first}{field}</div><div>{rest}</div></article>"
    )
    assert document.body_text == "\n".join(PARAGRAPHS)


def test_what_is_framed_as_the_article_is_may_be_its_next_part() -> None:
    parts = (PARAGRAPHS[:3], PARAGRAPHS[3:])
    sections = "".join(
        f"<section><h1>{title}</h1>{''.join(f'<p>{text}</p>' for text in texts)}</section>"
        for title, texts in zip(("Flood waters fall", "What comes next"), parts, strict=True)
    )
    apart = page(f"<title>Flood waters fall</title><main>{sections}</main>")
    assert {apart.blocks[index].text for index in apart.unsure} >= set(PARAGRAPHS[3:])
    together = page(f"<title>Flood waters fall</title><article>{sections}</article>")
    assert set(PARAGRAPHS) <= set(together.body_text.splitlines())


def test_linked_items_under_the_headline_may_be_the_article() -> None:
    items = "".join(
        f'<div><h3><a href="/news/{at}">The news of day {at} in town</a></h3><p>{text}</p></div>'
        for at, text in enumerate(PARAGRAPHS)
    )
    document = page(
        "<title>The week in five reports</title><main><h1>The week in five reports</h1>"
        f"<p>It rained again, and much else happened besides in the old town.</p><div>{items}</div>"
        "</main>"
    )
    assert {document.blocks[index].text for index in document.unsure} >= set(PARAGRAPHS)


@pytest.mark.parametrize(
    ("text", "is_notice"),
    [
        ("This website uses cookies. By continuing you agree to that.", True),
        ("Біз сайт жұмысын жақсарту үшін cookie файлдарын қолданамыз.", True),
        ("For these cookies we use brown butter, sea salt and two kinds of chocolate.", False),
        ("This site accused the company of using cookies to follow children.", False),
        ("Наш двор принимает гостей: дети от скуки рисуют на асфальте.", False),
        ("“We use cookies to count our readers,” the company said.", False),
    ],
)
def test_a_notice_of_cookies_says_that_the_site_uses_them(text: str, *, is_notice: bool) -> None:
    assert is_cookie_notice(text) == is_notice


READERS = ["Aidar", "nur_88", "Vera P.", "Oskar", "Lei", "tulip", "Sana"]
SAID = "I have lived on that street for {} years and never saw the water come up to the tram stop."


def entries(names: list[str]) -> str:
    return "".join(
        f"<div class=m><div>{name}</div><div>12.03.2025, 14:2{at}</div><div>{SAID.format(at)}"
        f" Who pays for the pumps of the {name} yard?</div></div>"
        for at, name in enumerate(names)
    )


def under_text(after: str) -> Document:
    text = "".join(f"<p>{one}</p>" for one in PARAGRAPHS[:3])
    return page(
        f"<title>Flood waters fall</title><div><h1>Flood waters fall</h1>{text}</div>"
        f"<div>{after}</div>"
    )


def test_signed_entries_below_a_shorter_text_may_be_comments() -> None:
    document = under_text(entries(READERS))
    assert document.body_text == "\n".join(PARAGRAPHS[:3])
    unsure = [document.blocks[index].text for index in document.unsure]
    assert [text for text in unsure if text.startswith("I have lived")] == [
        block.text for block in document.blocks if block.text.startswith("I have lived")
    ]


def test_entries_of_two_reporters_are_a_live_blog() -> None:
    document = under_text(entries(["Dana Lee", "Tom Orr"] * 4))
    assert document.body_text.count("I have lived") == len(["Dana Lee", "Tom Orr"] * 4)


def test_a_paragraph_set_large_beside_the_text_counts_once() -> None:
    document = article(f"<aside><p>{PARAGRAPHS[2]}</p></aside>")
    assert document.body_text == "\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    ("markup", "is_caption"),
    [
        ("<p><img src=/a.jpg><br>{}</p>", True),
        ('<div><img src=/count.gif width="1" height="1">{}</div>', False),  # counts readers
        ("<div><img src=/a.jpg>{}</div>", True),
        ("<p><img src=/a.jpg></p><p><em>{}</em></p>", True),
        ("<p><img src=/a.jpg></p><!-- ad --><p><!-- --><em>{}</em><!-- --></p>", True),
        ("<p><img src=/a.jpg align=right>{}</p>", False),
        ("<p><img src=/a.jpg></p><p><em>{}.</em></p>", False),
        ("<ul><li><img src=/dot.png>{}.</li></ul>", False),
    ],
)
def test_a_line_on_a_picture_is_a_caption_by_its_place_and_a_sentence_around_one_is_body(
    markup: str, *, is_caption: bool
) -> None:
    line = "The teachers of the town carry desks over the bridge, as seen from the old mill"
    document = article(markup.format(line) + f"<p>{PARAGRAPHS[0]} It fell again at noon.</p>")
    assert (role_of(document, "The teachers of") is Role.CAPTION) is is_caption


@pytest.mark.parametrize("text", ["<a href=/b>The desks of the mill</a>", "The desks of the mill"])
def test_a_line_on_a_picture_that_links_elsewhere_is_no_caption(text: str) -> None:
    document = article(
        f"<div><a href=/b><img src=/a.jpg></a> {text}</div>" + f"<p>{PARAGRAPHS[0]} It fell.</p>"
    )
    assert (role_of(document, "The desks of") is Role.CAPTION) is ("href" not in text)


def test_rows_that_hold_text_with_a_picture_or_without_are_text() -> None:
    rows = "".join(
        f"<div class=row>{'<div><img src=/a.jpg></div>' if at == 1 else ''}<div><p>{text}</p></div>"
        "</div>"
        for at, text in enumerate(PARAGRAPHS)
    )
    document = page(f"<title>Flood waters fall</title><h1>Flood waters fall</h1>{rows}")
    assert document.body_text == "\n".join(PARAGRAPHS)
    assert document.unsure == ()


@pytest.mark.parametrize("date", ["2025年3月12日", "١٢ مارس ٢٠٢٥", "12 มี.ค. 2568", "12 March 2025"])
def test_a_date_under_the_headline_is_a_byline_in_any_script(date: str) -> None:
    text = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    document = page(
        f"<title>Flood waters fall</title><h1>Flood waters fall</h1><p>{date}</p>{text}"
    )
    assert role_of(document, date) is Role.BYLINE


def test_what_sets_lines_in_type_is_asked_once_of_their_element() -> None:
    asked: list[str] = []

    class Element:
        """A `<pre>` without elements in it."""

        @property
        def text(self) -> str:
            asked.append("text")
            return ""

        def iterchildren(self, _: str) -> Iterator[object]:
            return iter(())

    pre: Any = Element()
    line = RawBlock(pre, "w w", 0, 3, 1, 1, None, 0)
    assert emphases_of([line] * 9) == [None] * 9
    assert asked == ["text"]
