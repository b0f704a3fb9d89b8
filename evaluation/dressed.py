"""Is the body found on pages as systems unlike those of the saved pages write them?

    python -m evaluation.dressed [DATA]

News of three languages, in a dress of our own: boxes without telling names, and around the article
what pages hold besides. Precision and recall of the body, by its runs of four words. The weights
were not fitted on these pages, but the features were chosen with most of them in sight.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from html import escape
from itertools import islice
from statistics import fmean
from typing import NamedTuple

from evaluation import shares
from evaluation.data import data_folder
from evaluation.extraction import precision_and_recall
from reuse_guard import read

ARTICLES = 12
SENTENCES = range(9, 60)
OTHERS = (5, 7, 11)  # how far away the articles beside one are
FAR = 0.93


class Story(NamedTuple):
    """An article: its headline and paragraphs."""

    headline: str
    paragraphs: list[str]

    @property
    def teaser(self) -> str:
        """Its first words."""
        return " ".join(self.paragraphs[0].split()[:35]) + "\u2026"


class Words(NamedTuple):
    """What a site says in its language."""

    more: str
    reply: str
    date: str
    photo: str
    join: str
    cookies: str


Dress = Callable[[Story, list[Story], Words], str]
WORDS = {
    "en": Words("Read more", "Reply", "12 March 2025, 14:20", "Photo: the town archive",
                "The best of the week in your mailbox every Friday.",
                "We use cookies to improve your experience."),
    "ru": Words("Подробнее", "Ответить", "12 марта 2025, 14:20", "Фото: городской архив",
                "Лучшее за неделю каждую пятницу на вашей почте.",
                "Мы используем файлы cookie, чтобы улучшить работу сайта."),
    "kk": Words("Толығырақ", "Жауап беру", "12 наурыз 2025, 14:20", "Сурет: қала мұрағаты",
                "Аптаның үздік мақалалары әр жұма күні поштаңызда.",
                "Біз сайт жұмысын жақсарту үшін cookie файлдарын қолданамыз."),
}  # fmt: skip


def paragraphs(story: Story, around: str = "<p>{}</p>") -> str:
    """The text of a story, each paragraph in these elements."""
    return "".join(around.format(escape(text)) for text in story.paragraphs)


def cards(others: list[Story], words: Words) -> str:
    """Teasers side by side, each with a picture, a linked headline and a few sentences."""
    return "".join(
        f'<div class="c1"><a href="/{at}"><img src="/{at}.jpg"></a><h3><a href="/{at}">'
        f"{escape(one.headline)}</a></h3><p>{escape(one.teaser)}</p>"
        f'<a href="/{at}">{words.more}</a></div>'
        for at, one in enumerate(others)
    )


def nested_boxes(story: Story, others: list[Story], words: Words) -> str:
    """No paragraph is a `<p>`; those of the teasers are."""
    wrapped = '<div class="k9"><div><div class="k2"><div><span>{}</span></div></div></div></div>'
    text = paragraphs(story, wrapped)
    return f"<div><div><h1>{story.headline}</h1></div><div>{text}</div></div>" + (
        f"<div>{cards(others, words)}</div>"
    )


def line_breaks(story: Story, others: list[Story], words: Words) -> str:
    """The text stands in a cell, parted by `<br>`; columns of teasers beside it."""
    text = "<br><br>".join(map(escape, story.paragraphs))
    return (
        f"<table><tr><td><h1>{story.headline}</h1>{words.date}<br><br>{text}</td>"
        f"<td>{cards(others, words)}</td></tr></table>"
    )


def brief(story: Story, others: list[Story], words: Words) -> str:
    """One paragraph among teasers that are as long together."""
    return (
        f'<div class="n1"><h1>{story.headline}</h1><p>{escape(story.paragraphs[0])}</p></div>'
        f'<div class="n2">{cards(others, words)}</div>'
    )


def next_article(story: Story, others: list[Story], words: Words) -> str:
    """A whole other article follows, framed as the first is."""
    return "".join(
        f'<section class="s"><h1>{one.headline}</h1><div>{words.date}</div>{paragraphs(one)}'
        "</section>"
        for one in (story, others[0])
    )


def captions(story: Story, others: list[Story], words: Words) -> str:
    """Pictures with words about them and a form between the paragraphs, in nameless boxes."""
    about = " ".join(others[0].paragraphs[0].split()[:14])
    return f"<div><h1>{story.headline}</h1>" + "".join(
        f"<p>{escape(text)}</p>"
        f'<div class="x1"><img src="/{at}.jpg"><div>{escape(about)}. {words.photo}</div></div>'
        f'<div class="x2"><p>{words.join}</p><input><button>OK</button></div>'
        for at, text in enumerate(story.paragraphs)
    ) + "</div>"  # fmt: skip


def comments(story: Story, others: list[Story], words: Words) -> str:
    """What readers wrote, in boxes that are not called so."""
    written = "".join(
        f'<div class="m"><b>user{at}</b> <i>{words.date}</i><p>{escape(one.teaser)}</p>'
        f'<a href="#">{words.reply}</a></div>'
        for at, one in enumerate(others)
    )
    return f'<div><h1>{story.headline}</h1>{paragraphs(story)}</div><div class="k">{written}</div>'


def live(story: Story, _: list[Story], words: Words) -> str:
    """Entries with a time and a link each are the article."""
    entries = paragraphs(
        story, f'<div class="e"><div>12:40</div><p>{{}}</p><a href="#">{words.reply}</a></div>'
    )
    return f"<main><h1>{story.headline}</h1><div>{entries}</div></main>"


def rows(story: Story, others: list[Story], words: Words) -> str:
    """Every paragraph in a row of its own, some beside a picture."""
    text = "".join(
        f'<div class="row">{"<div><img src=/a.jpg></div>" if at % 3 == 1 else ""}'
        f"<div><p>{escape(one)}</p></div></div>"
        for at, one in enumerate(story.paragraphs)
    )
    return f'<h1>{story.headline}</h1>{text}<div class="row">{cards(others, words)}</div>'


DRESSES: tuple[Dress, ...] = (
    nested_boxes, line_breaks, brief, next_article, captions, comments, live, rows,
)  # fmt: skip


def stories(found: list[list[str]]) -> list[Story]:
    """Articles as stories: three sentences a paragraph."""
    return [
        Story(
            escape(" ".join(sentences[0].split()[:8])),
            [" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)],
        )
        for sentences in found
        if len(sentences) in SENTENCES
    ]


def measured(dress: Dress, all_stories: list[Story], words: Words) -> list[tuple[float, float]]:
    """Precision and recall of the body of each story so dressed."""
    measures = []
    for at, story in enumerate(islice(all_stories, ARTICLES)):
        others = [all_stories[(at + far) % len(all_stories)] for far in OTHERS]
        page = read(
            f"<!doctype html><title>{story.headline}</title><div><a href=/>A</a><a href=/b>B</a>"
            f"</div>{dress(story, others, words)}<div><p>{words.cookies}</p></div>",
            format="html",
        )
        true = story.paragraphs[:1] if dress is brief else story.paragraphs
        measures.append(precision_and_recall("\n".join(true), page.body_text))
    return measures


def main() -> None:
    """Print a row for each dress, a column for each language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?")
    folder = data_folder(parser.parse_args().data)
    told = {language: stories(shares.articles(folder, language)) for language in WORDS}
    every: list[tuple[float, float]] = []
    print(f"{'precision and recall':22}" + "".join(f"{language:>16}" for language in WORDS))
    for dress in DRESSES:
        row = ""
        for language, words in WORDS.items():
            found = measured(dress, told[language], words)
            every += found
            precision, recall = (fmean(one) for one in zip(*found, strict=True))
            row += f"{precision:10.3f}{recall:6.3f}"
        print(f"{dress.__name__.replace('_', ' '):22}{row}")
    far = sum(min(one) < FAR for one in every)
    precision, recall = (fmean(one) for one in zip(*every, strict=True))
    print(f"all: precision {precision:.3f}, recall {recall:.3f}; {far} of {len(every)} under {FAR}")


if __name__ == "__main__":
    main()
