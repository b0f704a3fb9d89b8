"""What judging promises beyond the scenarios: order, headers, several originals, laws."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reuse_guard import check
from reuse_guard.backlinks import (
    Article,
    Backlink,
    BacklinkStatus,
    Flaw,
    Place,
    Relation,
    Strictness,
    Wrapper,
    best,
    find_attributions,
    judge_links,
)
from reuse_guard.backlinks.robots import header_directives
from reuse_guard.documents.read import read
from reuse_guard.urls.identity import parse_address
from reuse_guard.urls.sieve import Sieve
from reuse_guard.urls.wrappers import unwrap

RIVER = "https://alatautimes.kz/news/2481-river"
BRIDGE = "https://alatautimes.kz/news/2482-bridge"
PLACE = Place(line=1, block=0, paragraph=1, sentence=1, start=9, stop=12)


def link(status: BacklinkStatus = BacklinkStatus.VALID, **facts: object) -> Backlink:
    values: dict[str, object] = {
        "url": RIVER,
        "reason": "",
        "place": PLACE,
        "target": Relation.ARTICLE,
        "leads_to": RIVER,
    }
    return Backlink(status=status, **{**values, **facts})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (link(), link(BacklinkStatus.WARNING)),
        (link(BacklinkStatus.WARNING), link(BacklinkStatus.UNRESOLVED)),
        (link(BacklinkStatus.UNRESOLVED), link(BacklinkStatus.INVALID)),
        (link(), link(target=Relation.HOME)),
        (link(target=Relation.HOME), link(target=Relation.SECTION)),
        (link(), link(wrapper=Wrapper.REDIRECTOR)),
        (link(), link(follow=False)),
        (link(flaws=(Flaw.ASIDE,)), link(flaws=(Flaw.ASIDE, Flaw.ARIA_HIDDEN))),
        (link(place=Place(1, 0, 1, 1, 3, 4)), link()),
    ],
)
def test_the_best_link_is_chosen_by_the_written_order(better: Backlink, worse: Backlink) -> None:
    assert best([worse, better]) is better
    assert best([better, worse]) is better


def test_of_no_links_none_is_the_best() -> None:
    assert best([]) is None


def test_an_unknown_article_gives_no_links_and_says_so() -> None:
    candidate = read(f"<p>By <a href='{RIVER}'>Alatau Times</a>.", format="html")
    article = Article.of([])
    assert not article.is_known
    assert judge_links(candidate, article=article) == ()


def test_each_of_several_originals_asks_for_its_own_link() -> None:
    candidate = read(f"<p>By <a href='{RIVER}'>Alatau Times</a>.", format="html")
    river = judge_links(candidate, article=Article.of([RIVER]))
    bridge = judge_links(candidate, article=Article.of([BRIDGE]))
    assert [found.status for found in river] == ["valid"]
    assert [found.flaws for found in bridge] == [(Flaw.OTHER_PAGE,)]


def test_the_gravest_flaw_gives_status_and_reason_and_all_are_named() -> None:
    page = f"<p>By <a href='{RIVER}?amp=1' rel=nofollow style='display:none'>Alatau Times</a>."
    (found,) = judge_links(read(page, format="html"), article=Article.of([RIVER]))
    assert found.status is BacklinkStatus.INVALID
    assert found.reason == "A reader does not see it (display: none)."
    assert found.flaws == (Flaw.HIDDEN, Flaw.VARIANT, Flaw.NOFOLLOW)
    assert found.target is Relation.VARIANT
    assert not found.follow
    assert found.rel == ("nofollow",)


def test_a_place_reads_like_a_sentence() -> None:
    assert str(PLACE) == "line 1, paragraph 1, sentence 1"
    assert str(Place(7, 0, 0, 0, 0, 3, after_copied=False)) == (
        "line 7, above the first paragraph, before the first copied passage"
    )


@pytest.mark.parametrize(
    ("value", "every", "single"),
    [
        ("nofollow", {"nofollow"}, set()),
        ("NoIndex, NOFOLLOW", {"noindex", "nofollow"}, set()),
        ("robots: nofollow", {"nofollow"}, set()),
        ("googlebot: nofollow", set(), {"nofollow"}),
        ("otherbot: nofollow", set(), set()),
        ("otherbot: noindex, nofollow", set(), set()),
        ("noarchive, otherbot: nofollow", {"noarchive"}, set()),
        ("otherbot: nofollow\nnoindex", {"noindex"}, set()),
        (
            "unavailable_after: 25 Jun 2030 15:00:00 PST, nofollow",
            {"unavailable_after", "nofollow"},
            set(),
        ),
        ("", set(), set()),
    ],
)
def test_header_directives(value: str, every: set[str], single: set[str]) -> None:
    found = header_directives({"X-Robots-Tag": value})
    assert found.every == every
    assert found.single == single


def test_only_the_robots_header_is_read() -> None:
    assert not header_directives({"Content-Type": "nofollow"}).all
    assert not header_directives(None).all


def test_brands_are_whole_words_a_reader_sees() -> None:
    page = "<p>AlatauTimes says.<p style='display:none'>Alatau Times says.<p>ALATAU TIMES says."
    found = find_attributions(
        read(page, format="html"), article=Article.of([RIVER]), brands=["Alatau Times", " "]
    )
    assert [(signal.kind, signal.value) for signal in found] == [("brand name", "ALATAU TIMES")]


@pytest.mark.parametrize(
    "text",
    [
        "So Alatau Times wrote.",
        "So wrote the non-\nAlatau Times.",  # one word as words are split, and two to a reader
        "Так пишет Alatau Times.",
    ],
)
def test_a_brand_is_found_in_any_letters_and_after_a_broken_line(text: str) -> None:
    found = find_attributions(
        read(text, format="text"), article=Article.of([RIVER]), brands=["Alatau Times"]
    )
    assert [(signal.kind, signal.value) for signal in found] == [("brand name", "Alatau Times")]


def test_directives_are_reported_as_signals() -> None:
    page = read("<meta name=robots content=noindex><p>Words.", format="html")
    found = find_attributions(
        page, article=Article.of([RIVER]), headers={"X-Robots-Tag": "nofollow"}
    )
    assert [(signal.kind, signal.value) for signal in found] == [
        ("robots", "noindex"),
        ("X-Robots-Tag", "nofollow"),
    ]


hosts = st.sampled_from(
    ["alatautimes.kz", "m.alatautimes.kz", "alatau-times.com", "аlatautimes.kz", "bit.ly",
     "alatautimes.kz@evil.com", "evil.com", "alatautimes-kz.translate.goog", "web.archive.org",
     "www.google.com", "vk.com", "yandex.ru", "example.org"]
)  # fmt: skip
tails = st.sampled_from(
    ["", "/", "/news/2481-river", "/alatautimes.kz/s/news/2481-river", "/2024/alatautimes.kz/news",
     f"/web/2024/{RIVER}", f"/url?q={RIVER}", "/away.php?to=https%3A%2F%2Falatautimes.kz",
     "/r?u=aHR0cHM6Ly9hbGF0YXV0aW1lcy5rei9uZXdz", "/go?url=//alatautimes.kz/x",
     "/amp/s/alatautimes.kz/n"]
)  # fmt: skip


@given(hosts, tails, st.sampled_from([RIVER, "https://алатау.қаз/1"]))
def test_the_sieve_loses_nothing(host: str, tail: str, original: str) -> None:
    article = Article.of([original])
    address = parse_address(f"https://{host}{tail}")
    assert address is not None
    wrapped = unwrap(address.url)
    inner = parse_address(wrapped.url) if wrapped else None
    matters = article.relate(address).relation is not Relation.UNRELATED or (
        inner is not None and article.relate(inner).relation is not Relation.UNRELATED
    )
    if matters:
        assert Sieve(article).passes(address.url)


@given(
    st.lists(st.tuples(hosts, tails, st.sampled_from(["", " rel=nofollow", " hidden"])), max_size=6)
)
def test_stricter_terms_never_make_a_link_better(links: list[tuple[str, str, str]]) -> None:
    order = ["valid", "warning", "unresolved", "invalid"]
    markup = "".join(f"<p>By <a href='https://{h}{t}'{a}>Alatau</a>." for h, t, a in links)
    candidate = read(f"<h1>River</h1>{markup}<p>Words.", format="html")
    article = Article.of([RIVER])
    mild = judge_links(candidate, article=article)
    strict = judge_links(
        candidate, article=article, strictness=Strictness(follow=True, direct=True, in_text=True)
    )
    assert [found.url for found in mild] == [found.url for found in strict]
    for lenient, severe in zip(mild, strict, strict=True):
        assert order.index(lenient.status) <= order.index(severe.status)


INSIDE = (
    "River",
    "",
    " ",
    '<img src="/r.jpg">',
    '<img src="/r.jpg" alt="River">',
    "\u00ad",
    "<b></b>",
)
BESIDE = ("", "Source: ", "Read also: ", "Photo", "The Irtysh fell by a metre overnight.", "|")
AROUND = ("p", "li", "nav", "footer", "aside", "h2", "td", 'div class="related"', "figcaption")


@st.composite
def pages_of_links(draw: st.DrawFn) -> str:
    """Links of every make to the article, in every place, with whatever stands beside them."""
    parts = []
    for _ in range(draw(st.integers(1, 6))):
        before, after = draw(st.sampled_from(BESIDE)), draw(st.sampled_from(BESIDE))
        inside = "".join(draw(st.lists(st.sampled_from(INSIDE), max_size=2)))
        around = draw(st.sampled_from(AROUND))
        end = around.split()[0]
        parts.append(f'<{around}>{before}<a href="{RIVER}">{inside}</a>{after}</{end}>')
    return "<h1>River</h1><p>Boats carried bread to the villages.</p>" + "".join(parts)


@given(pages_of_links())
def test_every_link_to_the_article_is_judged_wherever_and_however_it_is_made(markup: str) -> None:
    judged = judge_links(
        read(markup, url="https://ertisreview.kz/1", format="html"),
        article=Article.of([RIVER]),
    )
    assert len(judged) == markup.count("<a ")
    assert all(one.target is Relation.ARTICLE and one.reason for one in judged)


@pytest.mark.parametrize("around", ["nav", 'div class="related"'])
def test_a_menu_of_many_links_is_judged_in_time_linear_in_them(around: str) -> None:
    menu = f'<a href="{RIVER}">River</a> ' * 4_000
    markup = (
        f"<h1>River</h1><{around}>{menu}</{around.split(maxsplit=1)[0]}><p>Boats carried bread.</p>"
    )
    page = read(markup, url="https://ertisreview.kz/1", format="html")
    started = time.process_time()
    assert len(judge_links(page, article=Article.of([RIVER]))) == 4_000
    assert time.process_time() - started < 4


def test_a_link_before_the_first_copied_word_stands_before_the_passage() -> None:
    url = "https://orig.example/news/7120-bridge"
    names = ("alpha", "bravo", "charlie", "delta", "echo", "foxtrot")
    original = "\n\n".join(
        f"The story tells about the {name} bridge that engineers of the town of {name}ville built"
        f" over the wide river in the {name} year of the war."
        for name in names
    )
    candidate = (
        f'<article><p>As <a href="{url}">Orig</a> wrote, the story tells of the alpha bridge that'
        " clever engineers of the town of alphaville built over wide rivers in the alpha year of a"
        " war.</p></article>"
    )
    verdict = check(original, candidate, original_url=url)
    assert verdict.passages
    assert verdict.backlink is not None
    assert verdict.backlink.place.after_copied is False


@pytest.mark.parametrize(
    ("line", "is_beside"),
    [
        ("Read more at <a>The Ertis Review</a>", False),
        ("Подробнее на сайте <a>«Ертис ревю»</a>", False),
        ("Подробнее в <a>Ертис ревю, там же и снимки</a>", False),
        ("Read more: <a>The Ertis Review</a>", False),
        ("Подробнее: <a>Река упала на целый метр</a>", False),
        ("<a>Читать далее</a>", False),
        ("More details: <a>The Ertis Review</a>", False),
        ("Читать полную версию: <a>Река упала на целый метр</a>", False),
        ("More detailed reports: <a>River falls by a metre</a>", True),
        ("Ещё новости: <a>Река упала на целый метр</a>", True),
        ("Ещё подробный репортаж: <a>Река упала на целый метр</a>", True),
        ("More: <a>River falls by a metre</a>", True),
        ("Related party deals rose by half this year, <a>The Ertis Review</a> writes.", False),
        ("По теме дня высказался мэр, пишет <a>«Ертис ревю»</a>.", False),
        ("Related: the long story of the flood, which is told by <a>The Ertis Review</a>", True),
        ("Related <a>River falls by a metre</a>", True),
        ("Читайте: <a>Река упала на целый метр</a>", True),
    ],
)
def test_a_line_that_says_where_to_read_on_stands_in_the_text(
    line: str, *, is_beside: bool
) -> None:
    line = line.replace("<a>", f'<a href="{RIVER}">')
    text = "<p>Boats carried bread to the villages all the long winter, as they did before.</p>"
    page = read(f"<article><h1>River</h1>{text}<p>{line}</p>{text}</article>", format="html")
    (judged,) = judge_links(page, article=Article.of([RIVER]))
    assert (Flaw.ASIDE in judged.flaws) is is_beside


@pytest.mark.parametrize(
    ("line", "flaws"),
    [
        ("Related – <a>River falls by a metre</a>, <a>Bridge</a>", {Flaw.ASIDE}),
        ("ПО ТЕМЕ <a>Река упала на целый метр</a>", {Flaw.ASIDE}),
        ("Related Article <a>River falls by a metre</a>", {Flaw.PERHAPS_ASIDE}),
        ("Recommended by our editors: <a>River falls by a metre</a>", {Flaw.PERHAPS_ASIDE}),
        ("Related firms will pay, reports <a>The Ertis Review</a>", set()),
    ],
)
def test_a_label_that_may_begin_a_sentence_is_told_by_what_stands_outside_the_links(
    line: str, flaws: set[Flaw]
) -> None:
    line = line.replace("<a>", f'<a href="{RIVER}">')
    text = (
        "<p>Boats carried bread to the villages all the long winter, as they did before the bridge"
        " was built at the mill.</p>"
    )
    page = read(f"<article><h1>River</h1>{text}<p>{line}</p>{text}</article>", format="html")
    judged = judge_links(page, article=Article.of([RIVER]))
    assert {flaw for one in judged for flaw in one.flaws} == flaws


@pytest.mark.parametrize(
    ("above", "line", "flaws"),
    [
        ("", "По материалам: <a>Ертис ревю</a>", ()),
        ("", "Quelle – <a>Ertis Review</a>", ()),
        ("", "Сілтеме: <a>Ертіс ревю</a>", ()),
        ("", "Fuente: <a>El río Irtish baja un metro en una sola noche</a>", ()),
        ("Lea también: <a>El puente de Semey</a>", "出典：<a>イルティシ新聞</a>", ()),
        ("", "Sport: <a>The Irtysh falls by a metre</a>", (Flaw.PERHAPS_ASIDE,)),
        ("", "Today, <a>The Irtysh falls</a>", (Flaw.PERHAPS_ASIDE,)),
        ("", "スポーツ <a>イルティシ川の水位が一晩で一メートル下がる</a>", (Flaw.ASIDE,)),
        ("Read also: <a>Bridge</a>", "Sport: <a>Ertis Review</a>", (Flaw.PERHAPS_ASIDE,)),
        ("", "Lesen Sie auch: <a>Ertis Review</a>", (Flaw.ASIDE,)),
        ("", "Sport <a>The Irtysh falls by a metre in one night</a>", (Flaw.ASIDE,)),
        ("", "<a>The Irtysh falls by a metre</a>", (Flaw.ASIDE,)),
    ],
)
def test_a_label_of_a_source_beside_related_links_is_none_of_them_and_another_label_may_be_one(
    above: str, line: str, flaws: tuple[Flaw, ...]
) -> None:
    text = "<p>Boats carried bread to the villages all the long winter, as they did before.</p>"
    line = f"<p>{line}</p>".replace("<a>", f'<a href="{RIVER}">')
    above = f"<p>{above}</p>".replace("<a>", '<a href="/1">')
    page = read(
        f"<article><h1>River</h1>{text * 3}{above}{line}"
        '<p><a href="/2">Snow closes the pass for a third day</a></p></article>',
        format="html",
    )
    (judged,) = judge_links(page, article=Article.of([RIVER]), strictness=Strictness(in_text=True))
    assert judged.flaws == flaws
