"""What a page declares, loads and keeps; markers; links in their place."""

from __future__ import annotations

import pytest

from reuse_guard import Block, Document, Format, Policy, Role, Rule, check, read
from reuse_guard.measure.markers import FoundMarker, MarkerPlace, find_markers, has_marker
from reuse_guard.measure.page import PageFacts, read_page
from reuse_guard.text.spans import Span

URL = "https://orig.kz/news/1"
ORIGINAL = read(
    """<article><h1>Ferry</h1><img src="/boat.jpg">
<p>The boat was built in a yard at the southern end of the lake and passed its first run in May,
according to a <a href="https://register.example/17">public register</a> of the vessels.</p>
<p>Its captain, a former fisherman, said the quiet engine took some getting used to, because gulls
no longer fly away when it sails past <a href="/other">another place</a> in the deep of winter.</p>
<p>Charging takes forty minutes at the new pier, where the town laid a cable last summer after two
years of talks with the power company about who would pay for it.</p></article>
<footer><a href="https://shop.example/">Shop</a></footer>""",
    url=URL,
)
ALL = (Span(0, len(ORIGINAL.text)),)


def page(html: str) -> PageFacts:
    facts = read_page(ORIGINAL, read(html, format="html", url="https://us.example/1"), (URL,), ALL)
    assert facts is not None
    return facts


def test_a_text_is_no_page_and_markdown_only_in_part() -> None:
    assert read_page(ORIGINAL, read("Text."), (URL,), ALL) is None
    markdown = read(f"---\ncanonical: {URL}\n---\n\nText.\n", format="markdown")
    facts = read_page(ORIGINAL, markdown, (URL,), ALL)
    assert facts is not None
    assert not facts.is_seen
    assert facts.names_original


def test_the_head_is_read() -> None:
    facts = page(
        f'<link rel="canonical" href="{URL}?utm_source=a"><meta name="robots" content="noindex">'
    )
    assert facts.is_seen
    assert facts.names_original
    assert facts.noindex
    facts = page('<link rel="canonical" href="/1"><meta name="robots" content="none"><p>x</p>')
    assert facts.canonical == ("https://us.example/1",)
    assert not facts.names_original
    assert facts.noindex
    assert page("<p>x</p>").noindex is False
    assert page("<meta name=yandex content=noindex><p>x</p>").noindex is None


@pytest.mark.parametrize(
    ("html", "names"),
    [
        ("<html><head>{}{}</head><body><p>x</p>", True),
        ("<html><head><noscript><img src=a></noscript>{}</head><body><p>x</p>", True),
        ("<html><head></head>{}<body><p>x</p>", True),
        ("<html><head>{}{own}</head><body><p>x</p>", None),
        ("<html><head>{own}<div></div>{}</head><body><p>x</p>", None),
        ("<html><head><noscript>{}</noscript></head><body><p>x</p>", False),
        ("<html><head><template>{}</template>{own}</head><body><p>x</p>", False),
        ("<html><body><div class=comments><p>x {}</p></div>", False),
        ("<html><body><p>x</p><svg>{}</svg>", False),
    ],
)
def test_a_canonical_link_counts_where_search_engines_take_it(html: str, names: object) -> None:
    link = f'<link rel="canonical" href="{URL}">'
    own = '<link rel="canonical" href="https://us.example/1">'
    assert page(html.format(link, link, own=own)).names_original is names


def test_what_the_server_tells_search_engines_counts_as_what_the_page_does() -> None:
    terms = Policy(id="x", name="X", rules=(Rule(page={"noindex": "require"}),))
    sent = {"X-Robots-Tag": "noindex"}
    for headers, status in ((sent, "met"), (None, "violated")):
        verdict = check(ORIGINAL, ORIGINAL, policy=terms, headers=headers)
        assert verdict.clauses[0].status == status


def test_what_is_loaded_is_listed() -> None:
    facts = page(
        '<p>x</p><img src="/a.gif"><script src="//count.example/a.js"></script><iframe src="b">'
    )
    assert facts.embedded == (
        "https://us.example/a.gif",
        "https://count.example/a.js",
        "https://us.example/b",
    )
    assert facts.has_pictures
    assert facts.pictures == ()
    assert page(f'<img src="{URL[:15]}/boat.jpg">').pictures == ("https://orig.kz/boat.jpg",)
    assert not page("<p>x</p>").has_pictures


@pytest.mark.parametrize(
    "html",
    [
        '<img src="data:image/gif;base64,R0" data-lazy-src="/boat.jpg">',
        '<img data-original="/boat.jpg">',
        '<img src="/small.jpg" srcset="/small.jpg 300w, /boat.jpg 600w">',
        '<picture><source srcset="/boat.jpg 2x"><img src="/small.jpg"></picture>',
        "<div style=\"background: url('/boat.jpg') center\">x</div>",
        '<video poster="/boat.jpg"><source src="/boat.mp4"></video>',
    ],
)
def test_a_picture_is_one_however_it_is_loaded(html: str) -> None:
    assert page(f'<base href="{URL[:15]}/">{html}').pictures == ("https://orig.kz/boat.jpg",)


def test_films_and_marks_of_a_drawing_are_no_pictures() -> None:
    films = '<audio><source src="/a.mp3"></audio><video><source src="/a.mp4"></video>'
    assert not page(f'{films}<div style="mask: url(#m)">x</div>').has_pictures


def test_a_picture_written_into_the_page_loads_nothing() -> None:
    assert not page('<img src="data:image/gif;base64,R0lGOD">').has_pictures


def test_a_link_through_a_counter_of_clicks_is_kept_and_one_to_the_article_itself_need_not_be() -> (
    None
):
    text = (
        "The boat sails in the deep of <a href='#note'>winter</a> on the <a href='/lake'>lake</a>."
    )
    original = read(f"<article><p>{text}</p></article>", format="html", url=URL)
    whole = (Span(0, len(original.text)),)

    def lost(page: str) -> tuple[str, ...]:
        facts = read_page(original, read(page, format="html"), (URL,), whole)
        assert facts is not None
        return facts.lost_links

    assert lost("<p>x</p>") == ("https://orig.kz/lake",)
    assert lost('<a href="https://vk.com/away.php?to=https%3A%2F%2Forig.kz%2Flake">l</a>') == ()


TEXT = "The boat sails on the <a href='/lake'>lake</a> in the <a href='#n'>deep</a> of winter."


def of_two_sites(original: str, page: str) -> PageFacts:
    article = read(f"{original}<article><p>{TEXT}</p></article>", format="html")
    copied = (Span(0, len(article.text)),)
    facts = read_page(article, read(page, format="html"), article.canonical_urls, copied)
    assert facts is not None
    return facts


THEIRS = f'<link rel="canonical" href="{URL}">'
OURS = '<link rel="canonical" href="https://us.example/1">'


@pytest.mark.parametrize(
    ("original", "candidate", "lost", "unsure"),
    [
        (THEIRS, '<a href="https://orig.kz/lake">l</a>', [], []),
        (THEIRS, f'{OURS}<a href="/lake">l</a>', ["https://orig.kz/lake"], []),
        # To which site it leads nobody knows; that of the canonical tag is not the page's own.
        (THEIRS, '<a href="/lake">l</a>', [], ["https://orig.kz/lake"]),
        (THEIRS, f'{THEIRS}<a href="/lake">l</a>', [], ["https://orig.kz/lake"]),
        ("", f'{OURS}<a href="/lake">l</a>', [], ["/lake"]),
        ("", '<a href="/lake">l</a>', [], ["/lake"]),
    ],
)
def test_relative_links_of_two_sites_are_never_the_same(
    original: str, candidate: str, lost: list[str], unsure: list[str]
) -> None:
    facts = of_two_sites(original, candidate)
    assert (list(facts.lost_links), list(facts.unsure_links)) == (lost, unsure)


def test_a_logo_with_the_same_path_on_two_sites_is_no_picture_of_the_original() -> None:
    logo = '<img src="/images/logo.png">'
    assert of_two_sites(f"{THEIRS}{logo}", f"{OURS}{logo}").pictures == ()
    assert of_two_sites(logo, logo).pictures == ()
    taken = '<img src="https://orig.kz/images/logo.png">'
    assert of_two_sites(f"{THEIRS}{logo}", taken).pictures == ("https://orig.kz/images/logo.png",)


def test_links_that_may_have_been_kept_are_for_review() -> None:
    terms = Policy(id="x", name="X", rules=(Rule(page={"keep_links": True}),))
    page = f"<article><p>{TEXT}</p></article>"
    verdict = check(page, page, policy=terms)
    assert verdict.outcome == "review"
    assert verdict.clauses[0].message == (
        "Whether links in copied text were kept cannot be told without the addresses of both"
        " pages: /lake. Give them with original_url and candidate_url (--original-url,"
        " --candidate-url)."
    )


def test_lost_links_are_those_of_copied_words() -> None:
    both = ("https://register.example/17", "https://orig.kz/other")
    assert page("<p>x</p>").lost_links == both
    kept = '<a href="http://register.example/17/">r</a>'
    assert page(kept).lost_links == both[1:]
    assert page(f"<p hidden>{kept}</p><p>x</p>").lost_links == both
    candidate = read("<p>x</p>", format="html")
    at = ORIGINAL.text.index("public")
    facts = read_page(ORIGINAL, candidate, (URL,), (Span(at, at + 3),))
    assert facts is not None
    assert facts.lost_links == both[:1]


# --- markers ---------------------------------------------------------------------
@pytest.mark.parametrize(
    ("html", "place"),
    [
        ("<p>LONDON (AP) - The boat sails in the deep of winter on the lake.</p>", "byline"),
        ("<p>/AP/ The boat sails in the deep of winter on the lake.</p>", "byline"),
        ("<p>AP — The boat sails in the deep of winter on the lake.</p>", "byline"),
        ('<meta name="author" content="Asel, AP"><p>The boat sails on the lake.</p>', "byline"),
        ("<p>The boat sails in the deep of winter, the captain told AP on the lake.</p>", "copied"),
        ("<p>The boat sails in the deep of winter on the lake.</p><p>Source: AP</p>", "line"),
        ("<p>The boat sails in the deep of winter on the lake.</p><p><i>AP</i></p>", "line"),
        ("<p>The company that AP named sails in the deep of winter on the lake.</p>", "copied"),
    ],
)
def test_a_marker_is_found_at_its_surest_place(html: str, place: str) -> None:
    original = read(f"<article><h1>Ferry</h1>{html}</article>", format="html")
    copied = (Span(0, len(original.text)),)
    (found,) = find_markers(["AP"], original, read("Our own words."), copied)
    assert found.place == place


@pytest.mark.parametrize("line", ["<p>Photo: AP</p>", "<p>The captain of the boat told AP so.</p>"])
def test_a_line_on_a_picture_and_a_sentence_name_no_source_of_the_text(line: str) -> None:
    text = "<p>The boat sails in the deep of winter on the lake.</p>"
    original = read(f"<article><h1>Ferry</h1>{text}{line}</article>", format="html")
    assert find_markers(["AP"], original, read("Our own words."), (Span(0, 40),)) == ()


def test_an_agency_cited_behind_the_first_paragraphs_has_not_written_the_article() -> None:
    text = "<p>The boat sails in the deep of winter on the lake.</p>" * 3
    cited = "<p>Oil got dearer (AP), and so did paraffin for the old lamps that boats keep.</p>"
    original = read(f"<article><h1>Ferry</h1>{text}{cited}</article>", format="html")
    assert find_markers(["AP"], original, read("Our own words."), (Span(0, 40),)) == ()


def test_points_a_title_and_a_date_above_its_dateline_take_no_article_from_an_agency() -> None:
    lead = "LONDON (AP) — The boat sails in the deep of winter on the lake."
    above = "Ferry sails in winter\n\nBy Asel Nurlan\n\n3 May 2026\n\nNews\n\n"
    points = "".join(f"<li>The boat number {number} sails in winter.</li>" for number in range(4))
    page = f"<article><h1>Ferry</h1><ul>{points}</ul><p>{lead}</p><p>{lead[9:]}</p></article>"
    for original in (read(above + lead, format="text"), read(page, format="html")):
        (found,) = find_markers(["AP"], original, read("Our own words."), (Span(0, 10),))
        assert found.place is MarkerPlace.BYLINE


def test_a_marker_may_be_in_capitals() -> None:
    original = read("КАЗИНФОРМ — The boat sails in the deep of winter on the lake.")
    (found,) = find_markers(["Казинформ"], original, read("Ours."), (Span(0, 10),))
    assert found.place == "byline"


def test_a_marker_in_words_that_were_not_copied_does_not_matter() -> None:
    original = read("The boat sails in the deep of winter, the captain told AP on the lake.")
    assert find_markers(["AP"], original, read("Our words, APT ones."), (Span(0, 10),)) == ()


def test_a_marker_in_the_candidate_is_found() -> None:
    found = find_markers(
        ["Getty", "AP"], read("The boat."), read("Ours.\n\nPhoto: Getty Images."), ()
    )
    assert found == (FoundMarker("Getty", MarkerPlace.CANDIDATE, 3),)


RELATED = (
    "<aside class='related'><h3>Read also</h3><ul><li><a href='/2'>Ferry free to use at last, says"
    " the harbour office</a></li><li><a href='/3'>Ice on the lake is thicker than in any year"
    " since</a></li></ul></aside>"
)
MARKED = "<p>The boat sails in the deep of winter on the lake, and the town is glad of it.</p>"


@pytest.mark.parametrize(
    ("above", "text", "below", "is_marked"),
    [
        ("<p class='label'>Free to use</p>", "", "", True),
        ("<p class='label'>FREE TO USE</p>", "", "", True),
        ("<p class='label'>Freedom to use</p>", "", "", False),
        ("", "<p>Whoever sails is free to use the harbour until the ice is gone.</p>", "", False),
        ("", "", "<footer>All that stands here is free to use.</footer>", None),
        ("<nav><a href='/free'>Free to use</a></nav>", "", "", False),
        ("<p><a href='/tag/free'>Free to use</a></p>", "", "", None),
        ("", RELATED, "", False),
    ],
)
def test_a_marker_of_terms_stands_with_the_article_and_not_in_it(
    above: str,
    text: str,
    below: str,
    is_marked: bool | None,  # noqa: FBT001
) -> None:
    page = f"<main><article><h1>Ferry</h1>{above}{MARKED}{text}{MARKED}</article></main>{below}"
    assert has_marker(["Free to use"], read(page, format="html")) is is_marked


def test_a_text_without_its_page_does_not_show_how_it_is_marked() -> None:
    assert has_marker(["Free to use"], read("The boat sails in the deep of winter.")) is None


def test_a_byline_credits_whom_it_names() -> None:
    body = Block(Role.PARAGRAPH, "The boat sails.", 0, 15, 1, 1)
    byline = Block(Role.BYLINE, "Asel Nurlan, AP", 16, 31, 2, 2)
    original = Document(
        "x", Format.HTML, "0" * 64, "The boat sails.\nAsel Nurlan, AP", (body, byline)
    )
    assert find_markers(["AP"], original, read("Ours."), ()) == (
        FoundMarker("AP", MarkerPlace.BYLINE, 2),
    )
    assert find_markers(["Getty"], original, read("Ours."), ()) == ()
