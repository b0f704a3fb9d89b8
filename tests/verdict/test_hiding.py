"""Why a text is hidden, said in the language of the report."""

from __future__ import annotations

import pytest

from reuse_guard import check, read
from reuse_guard.verdict.flaws import describe
from reuse_guard.verdict.hiding import hidden_phrase

HIDDEN = {
    '<p style="opacity: 0.01">': "непрозрачность 0.01",
    '<p style="transform: scale(0)">': "уменьшено до нуля",
    '<p style="clip-path: inset(100%)">': "обрезано целиком",
    '<p style="width: 1px; overflow: hidden">': "рамка в 1px, всё за её краями обрезано",
    '<p style="position: absolute; left: -9999px">': "сдвинуто за край экрана",
    '<p style="font-size: 0.5px">': "размер букв 0.5px",
    '<p style="text-indent: -9999px">': "text-indent сдвигает за край экрана",
    '<p style="color: transparent">': "прозрачный текст",
    '<p style="color: #fff; background: #fff">': "текст того же цвета, что и фон",
    "<p hidden>": "атрибут hidden",
    "<dialog>": "неоткрытое окно dialog",
    "<p popover>": "неоткрытое окно popover",
    "<video>": "видно только там, где <video> не работает",
    '<p style="display: none">': "display: none",
    '<p style="visibility: hidden">': "visibility: hidden",
}


@pytest.mark.parametrize(("tag", "why"), HIDDEN.items(), ids=range(len(HIDDEN)))
def test_every_reason_is_said_in_russian_and_kazakh(tag: str, why: str) -> None:
    page = read(f"<article><p>The ferry sails.</p>{tag}Nobody sees this.</article>", format="html")
    (reason,) = {block.hidden for block in page.blocks if block.hidden}
    assert hidden_phrase(reason).render() == f"hidden from readers: {reason}"
    assert hidden_phrase(reason).render("ru") == f"скрыто от читателей: {why}"
    kazakh = hidden_phrase(reason).render("kk").removeprefix("оқырмандардан жасырылған: ")
    assert (kazakh == reason) == (why == reason)


OBSTACLES = {
    "<p style='display: none'>{}": "читатель её не видит (display: none).",
    "<p hidden>{}": "читатель её не видит (атрибут hidden).",
    "<p style='pointer-events: none'>{}": (
        "читатель её видит, но перейти по ней не может (pointer-events: none)."
    ),
    "<select><option>{}</select>": (
        "читатель её видит, но перейти по ней не может (внутри <select>)."
    ),
}


@pytest.mark.parametrize(("markup", "said"), OBSTACLES.items(), ids=range(len(OBSTACLES)))
def test_a_link_is_told_with_what_hides_it_or_takes_its_click(markup: str, said: str) -> None:
    url = "https://courier.example/ferry"
    text = "<article><p>The ferry sails again on Monday.</p>"
    candidate = text + markup.format(f"<a href='{url}'>Courier</a>")
    verdict = check(text, candidate, original_url=url)
    assert verdict.backlink is not None
    assert describe(verdict.backlink).render("ru") == f"Ссылка на строке 1: {said}"


PERHAPS = {
    "<p><a style='font-size:0;background:url(a.png)' href='{}'>Courier</a>": (
        "её слова скрыты (размер букв 0px), а на их месте таблица стилей что-то рисует; откройте"
        " страницу и посмотрите что."
    ),
    "<p><a style='position:absolute;inset:0' href='{}'></a>": (
        "у неё нет собственных слов; откройте страницу и посмотрите, не лежит ли она поверх слов"
        " или картинки и не охватывает ли таблицу под ней."
    ),
    "<p><a onclick='return false' href='{}'>Courier</a>": (
        'её собственный скрипт отменяет переход (onclick="return false"); откройте страницу и'
        " проверьте, ведёт ли ссылка куда-нибудь."
    ),
}


@pytest.mark.parametrize(("markup", "said"), PERHAPS.items(), ids=range(len(PERHAPS)))
def test_a_link_that_may_be_seen_or_followed_is_left_to_a_person(markup: str, said: str) -> None:
    url = "https://courier.example/ferry"
    text = "<article><p>The ferry sails again on Monday, with two new engines and a new crew.</p>"
    verdict = check(text, text + markup.format(url), original_url=url)
    assert verdict.backlink is not None
    assert verdict.backlink.status == "unresolved"
    assert describe(verdict.backlink).render("ru") == f"Ссылка на строке 1: {said}"
