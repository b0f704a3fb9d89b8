"""The HTML report: what stands in it, that text stays text, and how a browser shows it."""

from __future__ import annotations

import re
import time
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from axe_core_python.selenium import Axe
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from tests.browser import needs_browser, severe, show_as
from tests.conftest import ROOT
from tests.reports.sample import ADDRESS, DAY, NO_LINK, ORIGINAL, TOO_LONG, judged, scan_report

from reuse_guard import Verdict, check, read
from reuse_guard.align import PassageKind
from reuse_guard.cli.main import run
from reuse_guard.locale import LANGUAGES
from reuse_guard.reports.html import render_html, render_singles
from reuse_guard.reports.html.texts import HUES
from reuse_guard.reports.report import Judged, Report

if TYPE_CHECKING:
    from pathlib import Path

    from selenium.webdriver import Chrome

HOSTILE = (
    "</p></main><script>document.title='taken'</script><img src=x onerror=alert(1)> \u202egnp\u200b"
)
# Letters, markup, and characters that reorder, hide or end a line.
texts = st.text(
    st.sampled_from("ab<>&\"'/= \n{}\u200b\u202e\u00ad\ud83d\u05d0\x00"), min_size=1, max_size=40
)


def two_passages() -> Verdict:
    """The shipped example in Kazakh."""
    folder = ROOT / "examples" / "languages"
    return check(folder / "original-kk.md", folder / "candidate-kk.md", as_of=DAY)


def page_of(text: str, language: str = "en") -> str:
    return render_html(Report((judged(text, "draft.md"),)), language=language)


def parsed(page: str) -> html.HtmlElement:
    return html.document_fromstring(page)


def words_in(page: str, query: str) -> str:
    found = parsed(page).cssselect(query)
    return " ".join(" ".join(each.text_content() for each in found).split())


def test_the_outcome_comes_first_and_every_violated_clause_has_its_cure() -> None:
    page = page_of(TOO_LONG)
    assert words_in(page, "h1") == "✕ Violation: a clause of the terms is not kept."
    kinds = [each.get("class") for each in parsed(page).cssselect(".clause")]
    assert kinds == sorted(kinds, key=lambda kind: "violated" not in kind)
    verdict = judged(TOO_LONG, "draft.md").verdict
    for clause in verdict.clauses:
        assert clause.message.split(".")[0] in words_in(page, ".clause")
        if clause.cure:
            assert clause.cure.split(".")[0] in words_in(page, ".cure")


def test_the_bar_marks_the_limit_that_the_share_was_held_against() -> None:
    svg = parsed(page_of(TOO_LONG)).cssselect("svg.bar")[0]
    assert svg.get("class") == "bar violated"
    assert svg.cssselect("line")[0].get("x1") == "30.00%"
    verdict = judged(TOO_LONG, "draft.md").verdict
    assert svg.cssselect(".copied")[0].get("width") == f"{verdict.share.ratio:.2%}"


def test_a_bar_is_of_the_colour_of_what_came_of_the_limit(quickstart: Path) -> None:
    def bar(host: str | None) -> html.HtmlElement:
        verdict = check(
            quickstart / "original.html",
            quickstart / "whole.html",
            original_url="https://steppe-courier.example/news/night-buses-return",
            candidate_url=host,
            grants=[quickstart / "grant.toml"],
            as_of=DAY,
        )
        return parsed(render_html(Report((Judged(verdict),)))).cssselect("svg.bar")[0]

    waived, unsure = bar("https://leftbank.example/a"), bar(None)
    assert waived.get("class") == "bar waived"
    assert waived.text_content() == "limit 30%, waived"
    assert unsure.get("class") == "bar unverifiable"


def test_links_of_a_menu_that_meet_letter_to_letter_are_set_apart_and_stay_one_text() -> None:
    menu = "<nav><a href=/>home</a><a href=/n>news</a> <a href=/c>city</a></nav>"
    copied = "".join(f"<a href=/{n}>{part}</a>" for n, part in enumerate(("Fer", "ry")))
    candidate = read(f"{menu}<p>{copied} and more words stand here in a text of ours.</p>")
    verdict = check(read(ORIGINAL, url=ADDRESS, format="markdown"), candidate)
    page = render_html(Report((Judged(verdict),)))
    seams = [
        ((seam.getprevious() is not None and seam.getprevious().tail) or seam.getparent().text)
        for seam in parsed(page).cssselect(".seam")
    ]
    assert len(seams) == 1, "not where a space stands, nor inside a paragraph"
    assert "homenews city" in words_in(page, ".navigation")


def test_partners_point_at_each_other_and_the_copied_words_are_marked() -> None:
    verdict = two_passages()
    tree = parsed(render_html(Report((Judged(verdict),))))
    assert len(verdict.passages) > 1
    for number, passage in enumerate(verdict.passages, 1):
        for side, other in (("o", "c"), ("c", "o")):
            (marker,) = tree.cssselect(f"#{side}{number}")
            assert marker.get("href") == f"#{other}{number}"
        marked = tree.cssselect(f'.pane mark[data-p="{number}"]')
        text = " ".join(each.text_content() for each in marked)
        for run_ in passage.copied:
            first = verdict.original.text[run_.start : run_.stop].split()[0]
            assert first in text


def test_nothing_of_either_text_is_left_out() -> None:
    for text in (TOO_LONG, NO_LINK):
        verdict = judged(text, "draft.md").verdict
        tree = parsed(render_html(Report((Judged(verdict),))))
        for each in tree.cssselect(".label, .number, .why, summary"):
            each.drop_tree()
        panes = [" ".join(p.text_content().split()) for p in tree.cssselect(".text")]
        for document, pane in zip((verdict.original, verdict.candidate), panes, strict=True):
            shown = "".join(pane.split())
            for block in document.blocks:
                assert "".join(document.text[block.start : block.stop].split()) in shown


def test_quoted_speech_common_sources_and_hidden_text_are_told_apart() -> None:
    said = "“The new stage will hold for forty winters and more,” the harbour master said."
    original = f"{ORIGINAL}\n{said}\n"
    hidden = '<p style="display:none">Repairs took seven months because the steel for the new stage'
    candidate = f"<h1>River</h1>{hidden} arrived only in September.</p><p>{said}</p>"
    release = "A crossing costs 200 tenge, and pupils travel free until the end of the school year."
    verdict = check(
        read(original, url=ADDRESS, format="markdown", name="ferry.md"),
        read(candidate, format="html", name="draft.html"),
        common_sources=[release],
        as_of=DAY,
    )
    page = render_html(Report((Judged(verdict),)))
    assert "will hold for forty winters" in words_in(page, "#texts ~ .panes .quoted")
    assert "A crossing costs 200 tenge" in words_in(page, ".panes .common")
    assert "hidden from readers: display: none" in words_in(page, ".panes .unseen .label")
    assert "stand only in text that no reader sees" in words_in(page, ".asides")


def test_the_link_is_shown_in_its_place_with_its_reason() -> None:
    linked = TOO_LONG.replace("Our own report", f"Our own report, after [the Courier]({ADDRESS}),")
    page = page_of(linked)
    assert words_in(page, ".panes .link.valid") == "the Courier"
    assert words_in(page, ".panes .why.valid") == "✓ the link counts"
    assert ADDRESS in words_in(page, "#links ~ .wide table")
    assert "The candidate has no link to the original." in page_of(NO_LINK)


@cache
def shape_with(inserted: str) -> list[tuple[Any, ...]]:
    """The elements of a page and their attributes, but for those that mark words."""
    original = read(ORIGINAL, url=ADDRESS, format="markdown", name="o.md")
    candidate = read(f"{inserted} {NO_LINK}", format="text", name=f"x{inserted}")
    verdict = check(original, candidate, as_of=DAY)
    tree = parsed(render_html(Report((Judged(verdict),))))
    kinds = [(each.tag, tuple(each.attrib)) for each in tree.iter()]
    return [kind for kind in kinds if kind[0] not in ("p", "mark", "span")]


@settings(deadline=None)  # a page is parsed every case
@given(text=texts)
def test_no_text_adds_an_element_or_an_attribute(text: str) -> None:
    """Whatever stands in a text, a title, an address or a file's name."""
    assert shape_with(text) == shape_with("q")


def test_the_policy_of_the_page_lets_nothing_be_loaded() -> None:
    (meta,) = parsed(page_of(TOO_LONG)).cssselect("meta[http-equiv=Content-Security-Policy]")
    assert meta.get("content").startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in meta.get("content")
    assert not re.search(r"<[^>]+ (?:style|on\w+|src)=", page_of(TOO_LONG))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_interface_is_in_the_chosen_language(language: str) -> None:
    heading = {
        "en": "How much was copied",
        "ru": "Сколько скопировано",
        "kk": "Қанша көшірілген",
    }[language]
    page = page_of(TOO_LONG, language)
    assert words_in(page, "#share") == heading
    assert parsed(page).get("lang") == language


def test_a_scan_links_to_a_page_for_each_verdict() -> None:
    page = render_html(scan_report(), singles="verdicts")
    links = [each.get("href") for each in parsed(page).cssselect("main a[href]")]
    names = [f"verdicts/{name}" for name, _ in render_singles(scan_report())]
    assert sorted(links) == sorted(names)
    assert "older than our agreement, 100% <sure>" in words_in(page, "main")
    assert "content/unknown.md" in words_in(page, "#problems ~ .wide")
    assert not parsed(render_html(scan_report())).cssselect("main a[href]")


def test_a_verdict_read_back_from_json_gives_the_same_page() -> None:
    verdict = judged(TOO_LONG, "draft.md").verdict
    again = Verdict.model_validate_json(verdict.model_dump_json())
    assert render_html(Report((Judged(again),))) == render_html(Report((Judged(verdict),)))


def test_the_command_writes_the_page(quickstart: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    names = [str(quickstart / name) for name in ("original.html", "too-long.html")]
    assert run(["check", *names, "--format", "html", "--language", "ru", "--output", str(out)]) == 1
    assert "Нарушение" in words_in(out.read_text("utf-8"), "h1")


def opened(
    browser: Chrome, page: str, folder: Path, *, width: int = 1280, dark: bool = False
) -> None:
    file = folder / "report.html"
    file.write_text(page, "utf-8")
    show_as(browser, width=width, dark=dark)
    browser.get(file.as_uri())


@needs_browser
def test_numbers_and_keys_lead_from_a_passage_to_its_partner(
    browser: Chrome, tmp_path: Path
) -> None:
    opened(browser, render_html(Report((Judged(two_passages()),))), tmp_path)
    status = browser.find_element(By.CSS_SELECTOR, "output")
    body = browser.find_element(By.TAG_NAME, "body")
    assert status.text == "Passage – of 2"
    body.send_keys("n")
    assert status.text == "Passage 1 of 2"
    assert browser.switch_to.active_element.get_attribute("id") == "o1"
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    assert browser.switch_to.active_element.get_attribute("id") == "c1"
    body.send_keys("p")
    assert status.text == "Passage 2 of 2"
    browser.find_element(By.CSS_SELECTOR, '#pane-c ~ .text mark[data-p="1"]').click()
    assert browser.switch_to.active_element.get_attribute("id") == "o1"
    lit = browser.find_elements(By.CSS_SELECTOR, ".text .on")
    assert {each.get_attribute("data-p") for each in lit} == {"1"}
    assert severe(browser) == []


@needs_browser
def test_hostile_text_is_shown_and_runs_nothing(browser: Chrome, tmp_path: Path) -> None:
    candidate = read(f"{HOSTILE}\n\n{NO_LINK}", format="text", name=HOSTILE)
    original = read(f"{ORIGINAL}\n\n{HOSTILE}", url=ADDRESS, format="text", name="o.md")
    opened(browser, render_html(Report((Judged(check(original, candidate)),))), tmp_path)
    assert browser.title != "taken"
    shown = browser.find_element(By.ID, "pane-c").find_element(By.XPATH, "..").text
    assert "<script>document.title='taken'</script>" in shown
    assert "<U+202E>gnp<U+200B>" in shown
    assert browser.execute_script("return document.images.length") == 0
    assert browser.execute_script("return document.scripts.length") == 1
    assert severe(browser) == []


@needs_browser
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_serious(
    browser: Chrome, tmp_path: Path, width: int, *, dark: bool
) -> None:
    for page in (page_of(TOO_LONG), render_html(scan_report(), singles="verdicts")):
        opened(browser, page, tmp_path, width=width, dark=dark)
        found = Axe().run(browser)["violations"]
        grave = [
            (each["id"], each["nodes"][0]["html"])
            for each in found
            if each["impact"] in ("serious", "critical")
        ]
        assert grave == []
        wide = browser.execute_script("return document.documentElement.scrollWidth")
        assert wide <= width


@needs_browser
def test_a_narrow_screen_stacks_the_cells_of_a_row_under_their_heads(
    browser: Chrome, tmp_path: Path
) -> None:
    opened(browser, render_html(scan_report(), singles="verdicts"), tmp_path, width=360)
    cells = browser.find_elements(By.CSS_SELECTOR, "tbody tr:first-child td")
    assert [cell.get_attribute("data-head") for cell in cells[:3]] == [
        "Outcome",
        "Candidate",
        "Original",
    ]
    tops = [cell.rect["y"] for cell in cells]
    assert tops == sorted(set(tops)), "one below the other"
    assert min(cell.rect["width"] for cell in cells) > 300
    show_as(browser, width=1280)
    assert len({cell.rect["y"] for cell in cells[:5]}) == 1


@needs_browser
def test_labels_are_folded_where_they_are_too_long_for_the_screen(
    browser: Chrome, tmp_path: Path
) -> None:
    hidden = '<p style="clip-path: inset(50%)">words of our own</p>'
    candidate = read(f"<p>Something of our own stands here.</p><aside>{hidden}</aside>")
    verdict = check(read(ORIGINAL, url=ADDRESS, format="markdown"), candidate)
    page = render_html(Report((Judged(verdict),)), language="ru")
    opened(browser, page, tmp_path, width=320)
    label = browser.find_element(By.CSS_SELECTOR, ".unseen .label")
    text = browser.find_element(By.CSS_SELECTOR, "#pane-c ~ .text")
    assert "скрыто от читателей" in label.text
    assert label.rect["x"] + label.rect["width"] <= text.rect["x"] + text.rect["width"]


@needs_browser
def test_a_pair_of_twenty_thousand_words_opens_in_under_two_seconds(
    browser: Chrome, tmp_path: Path
) -> None:
    """The time until the page is laid out; a machine ten times slower would still pass."""
    paragraphs = [
        " ".join(f"word{(number * 37 + place) % 9973} of" for place in range(50))
        for number in range(200)
    ]
    original = read("\n\n".join(paragraphs), format="text", url=ADDRESS)
    kept = [text for number, text in enumerate(paragraphs) if number % 2]
    verdict = check(original, read("\n\n".join(kept), format="text"))
    page = render_html(Report((Judged(verdict),)))
    began = time.process_time()
    opened(browser, page, tmp_path)
    browser.find_element(By.TAG_NAME, "body").send_keys("n")
    assert time.process_time() - began < 2
    assert severe(browser) == []


@needs_browser
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_copied_words_can_be_read_in_every_colour_of_a_passage(
    browser: Chrome, tmp_path: Path, *, dark: bool
) -> None:
    """Also in text that does not count, which is printed fainter."""
    page = parsed(page_of(TOO_LONG))
    (style,) = page.cssselect("style")
    marked = "".join(
        f'<p class="{block}"><mark class="k{hue} {kind}">some words</mark>'
        f' <span class="k{hue} {kind}">others</span></p>'
        for hue in range(HUES)
        for kind in PassageKind
        for block in ("paragraph", "caption aside", "other aside unseen")
    )
    body = f'<main><h1>Colours</h1><div class="pane">{marked}</div></main>'
    title = "<!doctype html><html lang=en><title>Colours</title>"
    opened(browser, f"{title}<style>{style.text}</style>{body}", tmp_path, dark=dark)
    assert [each["id"] for each in Axe().run(browser)["violations"]] == []
