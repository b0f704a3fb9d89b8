"""Dresses in the manner of well-known content systems: the names that they give, or none.

Written by what their templates put on a page, with invented texts. See `dresses.py`.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from evaluation.dresses import Page, cards, head, paragraphs

if TYPE_CHECKING:
    from evaluation.dresses import Dress
    from evaluation.stories import Story, Words


def linked_lines(others: list[Story], around: str = "<p>{}</p>") -> str:
    """Headlines of other articles, each a link."""
    return "".join(
        around.format(f'<a href="/{at}">{one.headline}</a>') for at, one in enumerate(others)
    )


def tags_of(others: list[Story]) -> list[str]:
    """A few words that name what an article is about."""
    return [one.headline.split()[-1] if " " in one.headline else one.headline[:3] for one in others]


def linked_tags(others: list[Story]) -> str:
    """The same, each a link."""
    return ", ".join(f'<a href="/t/{at}">{tag}</a>' for at, tag in enumerate(tags_of(others)))


def bitrix(story: Story, others: list[Story], words: Words) -> Page:
    """1C-Bitrix, a page of news: text parted by `<br><br>` in the box of the whole article."""
    first, *rest = map(escape, story.paragraphs)
    text = "<br />\n<br />\n".join(rest)
    return Page(
        '<div class="bx_breadcrumbs"><ul><li><a href="/">A</a></li><li><span>B</span></li></ul>'
        f'</div><div class="workarea"><h1 id="pagetitle">{story.headline}</h1>'
        '<div class="news-detail" id="bx_1878455859_12">'
        f'<span class="news-date-time">{words.date}</span>'
        f'<div class="news-author">{words.by} {words.name}</div>'
        '<img class="detail_picture" border="0" src="/upload/iblock/1.jpg" width="640">'
        f'<div class="photo-sign">{words.caption}</div>'
        f'<div class="detail-text">{first}<br /><br />{text}</div>'
        f'<div class="news-tags">{words.tags}: {", ".join(tags_of(others))}</div>'
        f'<div class="news-detail-share"></div>'
        f'<div class="bx-subscribe"><div class="bx-subscribe-desc">{words.join}</div>'
        '<input name="EMAIL"><button>OK</button></div>'
        f'<div class="news-list"><p>{words.also}</p>{linked_lines(others)}</div></div></div>'
        f'<div class="bx-cookie" id="bx_cookie">{words.cookies} <a href="/p">OK</a></div>',
        story.paragraphs,
        words.caption,
    )


def bitrix_cells(story: Story, others: list[Story], words: Words) -> Page:
    """An old template of it: cells, and pictures in tables of their own amid the text."""
    picture = (
        '<table align="left"><tr><td><img src="/upload/1.jpg" width="300"></td></tr>'
        f'<tr><td><font size="1">{words.caption}</font></td></tr></table>'
    )
    text = "".join(f"<p>{escape(one)}</p>" for one in story.paragraphs[1:])
    return Page(
        f'<table><tr><td class="left">{linked_lines(others, "<div>{}</div>")}</td><td>'
        f'<font size="4"><b>{story.headline}</b></font><br><font size="1">{words.date}</font><br>'
        f'<font size="1">{words.by} {words.name}</font>'
        f"</td></tr><tr><td>{picture}<p>{escape(story.paragraphs[0])}</p>{text}</td></tr>"
        f'<tr><td><font size="1">{words.tags}: {", ".join(tags_of(others))}</font></td></tr>'
        "</table>",
        story.paragraphs,
        words.caption,
    )


def old_cells(story: Story, _: list[Story], words: Words) -> Page:
    """Rows of a table of about 2000: a picture in one, words about it in the next."""
    text = "<br><br>".join(map(escape, story.paragraphs))
    return Page(
        f"<table><tr><td><b>{story.headline}</b><br>{words.date}<br>{words.by} {words.name}</td>"
        '</tr><tr><td><img src="/1.gif" width="400"></td></tr>'
        f'<tr><td><font size="1">{words.caption}</font></td></tr><tr><td>{text}</td></tr></table>',
        story.paragraphs,
        words.caption,
    )


def tilda(story: Story, _: list[Story], words: Words) -> Page:
    """Tilda: every piece in a record of its own, the text of one parted by `<br><br>`."""
    half = len(story.paragraphs) // 2 or 1
    texts = ("<br /><br />".join(map(escape, part)) for part in
             (story.paragraphs[:half], story.paragraphs[half:]) if part)  # fmt: skip
    records = [
        f'<div class="t182__title t-title t-title_xl" field="title">{story.headline}</div>'
        f'<div class="t182__uptitle t-uptitle" field="subtitle">{words.date}</div>',
        '<img class="t107__width t-img" src="/1.jpg"><div class="t107__title t-text t-text_md"'
        f' field="title">{words.caption}</div>',
        *(f'<div class="t106__text t-text t-text_md" field="text">{one}</div>' for one in texts),
        f'<div class="t-name t-name_xs" field="tu_title">{words.join}</div><form><input><button>'
        "OK</button></form>",
        f'<div class="t-descr t-descr_xxs" field="descr">{words.rights}</div>',
    ]
    markup = "".join(
        f'<div id="rec{at}" class="r t-rec t-rec_pt_30 t-rec_pb_30" data-record-type="106">'
        f'<div class="t106"><div class="t-container"><div class="t-col t-col_8 t-prefix_2">{one}'
        "</div></div></div></div>"
        for at, one in enumerate(records)
    )
    page = f'<div id="allrecords" class="t-records">{markup}</div>'
    return Page(page, story.paragraphs, words.caption)


def bare_boxes(story: Story, others: list[Story], words: Words) -> Page:
    """No box has a name, and the text of the one in the middle is parted by `<br><br>`."""
    text = "<br><br>".join(map(escape, story.paragraphs))
    return Page(
        f"<div>{linked_lines(others, '<div>{}</div>')}</div><div><div>{words.date}</div>"
        f"<div>{story.headline}</div><div>{text}</div></div><div>{words.rights}</div>",
        story.paragraphs,
    )


def hashed(story: Story, others: list[Story], words: Words) -> Page:
    """A Next.js application: hashed names; below the text a biography, tags, other articles."""
    text = paragraphs(story, '<p class="css-at9mc1 evys1bk0">{}</p>')
    first, rest = text.split("</p>", 1)
    tags = "".join(f'<a class="css-1o76pdf" href="/t">{tag}</a>' for tag in tags_of(others))
    return Page(
        '<div id="__next"><div class="css-1vkm6nb"><main class="css-v6tvs7">'
        f'<div class="css-1tkm"><h1 class="css-7x">{story.headline}</h1>'
        f'<div class="css-9m">{words.by} <a href="/a">{words.name}</a></div><time>{words.date}'
        f'</time></div><div class="css-s99gbd">{first}</p>'
        f'<div class="css-1xb"><img src="/1.jpg"><span class="css-je">{words.caption}</span></div>'
        f'{rest}</div><div class="css-kb3"><p class="css-bsn4">{escape(words.name)}. {words.author}'
        f'</p></div><div class="css-tags">{words.tags}: {tags}</div>'
        f'<div class="css-rel"><div class="css-t">{words.also}</div>'
        f'{linked_lines(others, """<div class="css-l">{}</div>""")}</div></main></div></div>',
        story.paragraphs,
        words.caption,
    )


def hashed_within(story: Story, others: list[Story], words: Words) -> Page:
    """The same with all of that as paragraphs in the box of the text, and nothing linked in it."""
    text = paragraphs(story, '<p class="sc-1x2y">{}</p>')
    return Page(
        f'<div id="root"><div class="sc-a1"><h1 class="sc-b2">{story.headline}</h1>'
        f'<div class="sc-c3"><span>{words.by} {words.name}</span> <span>{words.date}</span> · '
        f'<span>{words.minutes}</span></div><div class="sc-d4">{text}'
        f'<p class="sc-e5">{words.tags}: {", ".join(tags_of(others))}</p>'
        f'<p class="sc-f6">{words.also} <a href="/1">{others[1].headline}</a></p></div>'
        f'<div class="sc-g7"><div class="sc-h8">{words.name}</div>'
        f'<div class="sc-i9">{words.author}</div></div></div></div>',
        story.paragraphs,
    )


def medium(story: Story, others: list[Story], words: Words) -> Page:
    """Medium: one line of writer, date and reading time, the text in sections."""
    text = paragraphs(story, '<p class="pw-post-body-paragraph nt nu gw">{}</p>')
    return Page(
        f'<div class="ab c"><div class="ei ej"><div><h1 class="pw-post-title">{story.headline}'
        f'</h1><div class="l m"><img src="/u.jpg"> {words.by} <a href="/@a">{words.name}</a> '
        f"{words.date} · {words.minutes}</div></div>"
        f'<div class="pc pd"><img src="/1.jpg"><div class="qf qg">{words.caption}</div></div>'
        f'{text}<div class="mi">{linked_tags(others)}</div></div></div>'
        f'<div class="wq"><h2><a href="/@a">{words.name}</a></h2><p>{words.author}</p></div>'
        f'<div class="wz">{cards(others, words)}</div>',
        story.paragraphs,
        words.caption,
    )


def broadcaster(story: Story, others: list[Story], words: Words) -> Page:
    """A broadcaster's page of hashed names, every piece in a like box; a list of links within."""
    block = '<div class="ssrcss-11r1m41-RichTextComponentWrapper">{}</div>'
    text = [block.format(f"<div><p>{escape(one)}</p></div>") for one in story.paragraphs]
    links = block.format(
        f"<div><p>{words.also}</p><ul>{linked_lines(others, '<li>{}</li>')}</ul></div>"
    )
    middle = len(text) // 2
    picture = (
        f'<div class="ssrcss-18mjolk"><img src="/1.jpg"><div><p>{words.caption}</p></div></div>'
    )
    return Page(
        f'<main class="ssrcss-1jki"><article class="ssrcss-pv1">{block.format(head(story))}'
        f"<div><span>{words.name}</span><br><span>{words.date}</span></div>{picture}"
        f"{''.join(text[:middle])}{links}{''.join(text[middle:])}"
        f"<div>{words.tags}<ul>{linked_lines(others[:2], '<li>{}</li>')}</ul></div>"
        "</article></main>",
        story.paragraphs,
        words.caption,
    )


SYSTEMS: tuple[Dress, ...] = (
    bitrix, bitrix_cells, old_cells, tilda, bare_boxes, hashed, hashed_within, medium, broadcaster,
)  # fmt: skip
