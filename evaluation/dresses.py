"""Dresses for articles: pages as systems unlike those of the saved pages write them.

Boxes have no telling names. Each dress gives a page and what of it is body.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import NamedTuple

from evaluation.stories import Story, Words


class Page(NamedTuple):
    """What stands in a page's `<body>`, and the paragraphs that are its article's.

    Whoever republishes a part of it may take the line below a picture (`caption`) along.
    """

    markup: str
    body: list[str]
    caption: str = ""


Dress = Callable[[Story, list[Story], Words], Page]
_READERS = (
    "Aidar", "nur_88", "Vera P.", "Guest", "Oskar", "Lei", "tulip", "M. Anand", "Sana", "Guest",
    "Ivo", "Kaya", "Old Miner", "Zhan",
)  # fmt: skip
_PICTURE = "<img src=/a.jpg width=640>"


def paragraphs(story: Story, around: str = "<p>{}</p>") -> str:
    """The text of a story, each paragraph in these elements."""
    return "".join(around.format(escape(text)) for text in story.paragraphs)


def head(story: Story) -> str:
    """Its headline."""
    return f"<h1>{story.headline}</h1>"


def cards(others: list[Story], words: Words) -> str:
    """Teasers side by side, each with a picture, a linked headline and a few sentences."""
    return "".join(
        f'<div class="c1"><a href="/{at}"><img src="/{at}.jpg"></a><h3><a href="/{at}">'
        f"{one.headline}</a></h3><p>{escape(one.teaser)}</p>"
        f'<a href="/{at}">{words.more}</a></div>'
        for at, one in enumerate(others)
    )


def nested_boxes(story: Story, others: list[Story], words: Words) -> Page:
    """No paragraph is a `<p>`; those of the teasers are."""
    wrapped = '<div class="k9"><div><div class="k2"><div><span>{}</span></div></div></div></div>'
    text = paragraphs(story, wrapped)
    markup = f"<div><div>{head(story)}</div><div>{text}</div></div>"
    return Page(markup + f"<div>{cards(others, words)}</div>", story.paragraphs)


def line_breaks(story: Story, others: list[Story], words: Words) -> Page:
    """The text stands in a cell, parted by `<br>`; columns of teasers beside it."""
    text = "<br><br>".join(map(escape, story.paragraphs))
    return Page(
        f"<table><tr><td>{head(story)}{words.date}<br><br>{text}</td>"
        f"<td>{cards(others, words)}</td></tr></table>",
        story.paragraphs,
    )


def brief(story: Story, others: list[Story], words: Words) -> Page:
    """One paragraph among teasers that are as long together."""
    return Page(
        f'<div class="n1">{head(story)}<p>{escape(story.paragraphs[0])}</p></div>'
        f'<div class="n2">{cards(others, words)}</div>',
        story.paragraphs[:1],
    )


def next_article(story: Story, others: list[Story], words: Words) -> Page:
    """A whole other article follows, framed as the first is."""
    markup = "".join(
        f'<section class="s">{head(one)}<div>{words.date}</div>{paragraphs(one)}</section>'
        for one in (story, others[0])
    )
    return Page(markup, story.paragraphs)


def captions(story: Story, others: list[Story], words: Words) -> Page:
    """Pictures with words about them and a form between the paragraphs."""
    markup = "".join(
        f"<p>{escape(text)}</p>"
        f'<div class="x1"><img src="/{at}.jpg"><div>{escape(others[0].about)} {words.photo}</div>'
        f'</div><div class="x2"><p>{words.join}</p><input><button>OK</button></div>'
        for at, text in enumerate(story.paragraphs)
    )
    return Page(f"<div>{head(story)}{markup}</div>", story.paragraphs)


def comments(story: Story, others: list[Story], words: Words) -> Page:
    """What readers wrote, in boxes that are not called so."""
    written = "".join(
        f'<div class="m"><b>{_READERS[at]}</b> <i>{words.date}</i><p>{escape(one.teaser)}</p>'
        f'<a href="#">{words.reply}</a></div>'
        for at, one in enumerate(others)
    )
    text = f"<div>{head(story)}{paragraphs(story)}</div>"
    return Page(f'{text}<div class="k">{written}</div>', story.paragraphs)


def silent_comments(story: Story, others: list[Story], words: Words) -> Page:
    """The same with nothing to click, each with its writer, a time and an answer within it."""

    def entry(at: int, text: str, answer: str = "") -> str:
        return (
            f'<li class="q"><div><img src="/u.png"><b>{_READERS[at]}</b><i>{words.date}</i></div>'
            f"<div>{escape(text)}</div>{answer}</li>"
        )

    written = "".join(
        entry(at, one.paragraphs[1], f"<ul>{entry(at + 9, one.teaser)}</ul>")
        for at, one in enumerate(others)
    )
    text = f"<div>{head(story)}{paragraphs(story)}</div>"
    return Page(f"{text}<ul>{written}</ul>", story.paragraphs)


def many_comments(story: Story, others: list[Story], words: Words) -> Page:
    """Readers wrote more than the article has."""
    said = [text for one in others for text in one.paragraphs][:14]
    written = "".join(
        f'<div class="m"><div>{_READERS[at]}</div><div>{words.date}</div><div>{escape(text)}</div>'
        f"<span>{words.reply}</span><span>{at}</span></div>"
        for at, text in enumerate(said)
    )
    text = f"<div>{head(story)}{paragraphs(Story('', story.paragraphs[:3]))}</div>"
    return Page(f'{text}<div class="k">{written}</div>', story.paragraphs[:3])


def live(story: Story, _: list[Story], words: Words) -> Page:
    """Entries with a time and a link each are the article."""
    entries = paragraphs(
        story, f'<div class="e"><div>12:40</div><p>{{}}</p><a href="#">{words.reply}</a></div>'
    )
    return Page(f"<main>{head(story)}<div>{entries}</div></main>", story.paragraphs)


def live_with_headings(story: Story, others: list[Story], words: Words) -> Page:
    """Each entry has a time and a heading; teasers follow."""
    entries = "".join(
        f'<div class="e"><time>1{at % 10}:40</time><h2>{escape(name)}</h2><p>{escape(text)}</p>'
        "</div>"
        for at, (name, text) in enumerate(_headed(story, others))
    )
    body = [part for pair in _headed(story, others) for part in pair]
    return Page(f"<div>{head(story)}{entries}</div><div>{cards(others, words)}</div>", body)


def numbered(story: Story, others: list[Story], words: Words) -> Page:
    """A list article: a numbered heading, a picture, a paragraph."""
    pairs = [(f"{at + 1}. {name}", text) for at, (name, text) in enumerate(_headed(story, others))]
    entries = "".join(
        f'<div class="z"><h2>{escape(name)}</h2>{_PICTURE}<p>{escape(text)}</p></div>'
        for name, text in pairs
    )
    markup = f"<div>{head(story)}<div>{entries}</div></div><div>{cards(others, words)}</div>"
    return Page(markup, [part for pair in pairs for part in pair])


def gallery(story: Story, others: list[Story], words: Words) -> Page:
    """Three paragraphs, then pictures with a sentence below each."""
    pictures = "".join(
        f'<li class="g"><img src="/{at}.jpg"><div>{escape(one.about)} {words.photo}</div></li>'
        for at, one in enumerate(others * 3)
    )
    text = paragraphs(Story("", story.paragraphs[:3]))
    return Page(f"<div>{head(story)}{text}<ul>{pictures}</ul></div>", story.paragraphs[:3])


def interview(story: Story, others: list[Story], words: Words) -> Page:
    """Questions set bold, answers after a dash."""
    body, markup = [story.paragraphs[0]], f"<p>{escape(story.paragraphs[0])}</p>"
    for (asked, _), answer in zip(_headed(story, others)[1:], story.paragraphs[1:], strict=True):
        body += [f"— {asked}?", f"— {answer}"]
        markup += f"<p><strong>— {escape(asked)}?</strong></p><p>— {escape(answer)}</p>"
    return Page(f"<div>{head(story)}{markup}</div><div>{cards(others, words)}</div>", body)


def transcript(story: Story, others: list[Story], words: Words) -> Page:
    """Who speaks stands before each paragraph."""
    names = ("A. B. NUR", "C. D. OMAR")
    body = [f"{names[at % 2]}: {text}" for at, text in enumerate(story.paragraphs)]
    markup = "".join(
        f"<div><b>{names[at % 2]}:</b> {escape(text)}</div>"
        for at, text in enumerate(story.paragraphs)
    )
    return Page(f"<div>{head(story)}{markup}</div><div>{cards(others, words)}</div>", body)


def paginated(story: Story, others: list[Story], words: Words) -> Page:
    """One of several pages of an article."""
    pages = "".join(f'<a href="?p={at}">{at}</a> ' for at in range(1, 6))
    return Page(
        f"<div>{head(story)}<div>{words.date}</div>{paragraphs(story)}"
        f'<div>{pages}<a href="?p=2">{words.next}</a></div></div><div>{cards(others, words)}</div>',
        story.paragraphs,
    )


def amp(story: Story, others: list[Story], words: Words) -> Page:
    """As AMP pages are written."""
    about = f'<amp-img src="/a.jpg" layout="responsive"></amp-img><p class="d">{words.photo}</p>'
    links = "".join(f'<li><a href="/{n}">{one.headline}</a></li>' for n, one in enumerate(others))
    return Page(
        f"<amp-sidebar><ul>{links}</ul></amp-sidebar><div>{head(story)}<div>{words.date}</div>"
        f"<div>{about}</div>{paragraphs(story)}<amp-list><div>{cards(others, words)}</div>"
        f"</amp-list></div><amp-consent><div>{words.cookies}</div></amp-consent>",
        story.paragraphs,
    )


def old_tables(story: Story, others: list[Story], words: Words) -> Page:
    """Columns and lines of a page are cells; type is set by `<font>`."""
    menu = "".join(
        f'<tr><td><a href="/{at}"><font size=1>{one.headline}</font></a></td></tr>'
        for at, one in enumerate(others)
    )
    text = paragraphs(story, "<tr><td><font face=Arial size=2>{}</font></td></tr>")
    return Page(
        f"<center><table><tr><td><table>{menu}</table></td><td><table><tr><td><font size=5><b>"
        f"{story.headline}</b></font></td></tr><tr><td><font size=1>{words.date}</font></td></tr>"
        f"{text}</table></td></tr><tr><td colspan=2><font size=1>{words.rights}</font></td></tr>"
        "</table></center>",
        story.paragraphs,
    )


def a_box_a_line(story: Story, others: list[Story], words: Words) -> Page:
    """As rich text is pasted: a `<div>` for every sentence, an empty one between paragraphs."""
    lines = [f"{one}." if not one.endswith("।") else one for text in story.paragraphs
             for one in text.rstrip(".").split(". ")]  # fmt: skip
    text = "".join(f"<div>{escape(line)}</div><div><br></div>" for line in lines)
    return Page(
        f"<div>{head(story)}<div>{text}</div></div><div>{cards(others, words)}</div>", lines
    )


def sections(story: Story, others: list[Story], words: Words) -> Page:
    """Sections with a sentence set large beside them and a box of links within."""
    text = ""
    for at, (name, one) in enumerate(_headed(story, others)):
        extras = (
            "",
            f"<aside><p>{escape(one)}</p></aside>",
            f'<div class="y"><b>{words.also}</b><a href="/{at}">{others[0].headline}</a></div>',
        )
        text += f"<section><h2>{escape(name)}</h2><p>{escape(one)}</p>{extras[at % 3]}</section>"
    body = [part for pair in _headed(story, others) for part in pair]
    return Page(f"<article>{head(story)}{text}</article>", body)


def cards_within(story: Story, others: list[Story], _: Words) -> Page:
    """After every second paragraph a teaser, with nothing that says so but its link."""
    text = ""
    for at, one in enumerate(story.paragraphs):
        other = others[at % len(others)]
        card = (
            f'<div class="w"><a href="/{at}"><div>{other.headline}</div>'
            f"<div>{escape(other.teaser)}</div></a></div>"
        )
        text += f"<div>{escape(one)}</div>" + (card if at % 2 else "")
    return Page(f"<div>{head(story)}{text}</div>", story.paragraphs)


def plain_teasers(story: Story, others: list[Story], _: Words) -> Page:
    """Teasers whose headline alone is linked, and stands above a whole paragraph."""
    teasers = "".join(
        f'<div class="v"><div><a href="/{at}">{one.headline}</a></div>'
        f"<div>{escape(one.paragraphs[0])}</div></div>"
        for at, one in enumerate(others * 2)
    )
    text = paragraphs(story, "<div>{}</div>")
    return Page(f"<div>{head(story)}{text}</div><div>{teasers}</div>", story.paragraphs)


def paywall(story: Story, others: list[Story], words: Words) -> Page:
    """Two paragraphs, then the offer of a subscription."""
    text = paragraphs(Story("", story.paragraphs[:2]))
    offer = f'<div class="o"><div>{words.paywall}</div><a href="/join">{words.more}</a></div>'
    markup = f"<div>{head(story)}<div>{words.date}</div>{text}{offer}</div>"
    return Page(markup + f"<div>{cards(others, words)}</div>", story.paragraphs[:2])


def letter(story: Story, others: list[Story], words: Words) -> Page:
    """As newsletters are archived: cells in cells, a heading and a link to each piece."""
    pieces = "".join(
        f"<table><tr><td><table><tr><td><h2>{escape(name)}</h2><p>{escape(text)}</p>"
        f'<p><a href="/{at}">{words.more}</a></p></td></tr></table></td></tr></table>'
        for at, (name, text) in enumerate(_headed(story, others))
    )
    body = [part for pair in _headed(story, others) for part in pair]
    return Page(f"<table><tr><td>{head(story)}{pieces}</td></tr></table>", body)


def foot(story: Story, others: list[Story], words: Words) -> Page:
    """Below the text, in the same box: who wrote it, an appeal, links, terms."""
    links = "".join(f'<p><a href="/{n}">{one.headline}</a></p>' for n, one in enumerate(others))
    return Page(
        f"<div>{head(story)}<div>{words.date}</div>{paragraphs(story, '<div>{}</div>')}"
        f'<div class="f"><img src="/au.jpg"><div><b>Aru Nurlan</b><div>{words.author}</div></div>'
        f'</div><div class="h"><div>{words.appeal}</div><a href="/give">{words.more}</a></div>'
        f"<div>{words.also}</div>{links}</div><div><div>{words.rights}</div></div>",
        story.paragraphs,
    )


def rows(story: Story, others: list[Story], words: Words) -> Page:
    """Every paragraph in a row of its own, some beside a picture."""
    text = "".join(
        f'<div class="row">{f"<div>{_PICTURE}</div>" if at % 3 == 1 else ""}'
        f"<div><p>{escape(one)}</p></div></div>"
        for at, one in enumerate(story.paragraphs)
    )
    return Page(
        f'{head(story)}{text}<div class="row">{cards(others, words)}</div>', story.paragraphs
    )


def caption_lines(story: Story, others: list[Story], words: Words) -> Page:
    """A picture and words about it in a paragraph each, or in one, as editors type them."""
    markup = ""
    for at, one in enumerate(story.paragraphs):
        about = f"{escape(others[at % 3].about)} {words.photo}"
        pictures = (
            "",
            f"<p>{_PICTURE}</p><p><em>{about}</em></p>",
            f"<p>{_PICTURE}<br>{about}</p>",
        )
        markup += f"<p>{escape(one)}</p>{pictures[at % 3]}"
    return Page(f"<div>{head(story)}{markup}</div>", story.paragraphs)


def link_lines(story: Story, others: list[Story], words: Words) -> Page:
    """Lines between the paragraphs lead to other articles."""
    markup = ""
    for at, one in enumerate(story.paragraphs):
        link = f'<a href="/{at}">{others[at % 3].headline}</a>'
        lines = (f"<p>{link}</p>", f"<p><b>{words.also}</b> {link}</p>", "")
        markup += f"<p>{escape(one)}</p>{lines[at % 3]}"
    return Page(f"<div>{head(story)}{markup}</div>", story.paragraphs)


def column_first(story: Story, others: list[Story], words: Words) -> Page:
    """Short news with times stand before the article, which has no heading but a line."""
    news = "".join(
        f'<div class="j"><div>1{at}:05</div><div><a href="/{at}">{one.headline}</a></div>'
        f"<div>{escape(one.about)}</div></div>"
        for at, one in enumerate(others * 2)
    )
    line = f"<div>{story.headline}</div><div>{words.date}</div>"
    return Page(f"<div>{news}</div><div>{line}{paragraphs(story)}</div>", story.paragraphs)


def accordion(story: Story, others: list[Story], _: Words) -> Page:
    """Questions that open to an answer."""
    pairs = [(f"{name}?", text) for name, text in _headed(story, others)]
    markup = "".join(
        f"<details><summary>{escape(name)}</summary><p>{escape(text)}</p></details>"
        for name, text in pairs
    )
    return Page(f"<div>{head(story)}{markup}</div>", [part for pair in pairs for part in pair])


def items(story: Story, others: list[Story], words: Words) -> Page:
    """The whole article is a list; another one holds links."""
    links = "".join(f'<li><a href="/{n}">{one.headline}</a></li>' for n, one in enumerate(others))
    text = paragraphs(story, "<li>{}</li>")
    markup = f"<div>{head(story)}<div>{words.date}</div><ul>{text}</ul></div><ul>{links}</ul>"
    return Page(markup, story.paragraphs)


def linked_text(story: Story, others: list[Story], words: Words) -> Page:
    """A third of every paragraph is linked, as in notes on what others wrote."""
    markup = ""
    for one in story.paragraphs:
        cut = len(one) // 3
        markup += f'<p><a href="https://x.example/">{escape(one[:cut])}</a>{escape(one[cut:])}</p>'
    return Page(
        f"<div>{head(story)}{markup}</div><div>{cards(others, words)}</div>", story.paragraphs
    )


def bold_lead(story: Story, others: list[Story], words: Words) -> Page:
    """The first paragraph is set bold, above a picture; a table of numbers follows the text."""
    lead, *rest = map(escape, story.paragraphs)
    text = "".join(f"<p>{one}</p>" for one in rest)
    rows = "".join(f"<tr><td>200{at}</td><td>{at * 37}</td></tr>" for at in range(1, 9))
    return Page(
        f"<div>{head(story)}<div>{words.date}</div><div><b>{lead}</b></div>{_PICTURE}"
        f"<div>{words.photo}</div><div>{text}</div></div><div><table>{rows}</table></div>"
        f"<div>{cards(others, words)}</div>",
        story.paragraphs,
    )


def _headed(story: Story, others: list[Story]) -> list[tuple[str, str]]:
    """Its paragraphs, each with a heading of its own."""
    said = [text for one in others for text in one.paragraphs]
    return [
        (Story("", [said[at % len(said)]]).about.rstrip(".")[:50], text)
        for at, text in enumerate(story.paragraphs)
    ]


DRESSES: tuple[Dress, ...] = (
    nested_boxes, line_breaks, brief, next_article, captions, comments, silent_comments,
    many_comments, live, live_with_headings, numbered, gallery, interview, transcript, paginated,
    amp, old_tables, a_box_a_line, sections, cards_within, plain_teasers, paywall, letter, foot,
    rows, caption_lines, link_lines, column_first, accordion, items, linked_text, bold_lead,
)  # fmt: skip
