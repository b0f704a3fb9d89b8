"""Links hidden together with what was copied: both show, or neither does."""

from __future__ import annotations

import pytest
from tests.verdict.build import policy_of

from reuse_guard import Verdict, check, read
from reuse_guard.policy import Rule

URL = "https://courier.example/ferry"
NEWS = [
    "The old ferry across the Wend sails again on Monday after two winters of repairs, the harbour"
    " master told councillors at their meeting in Lowmark last night.",
    "Its engines were taken apart in a yard at Tilbay, where eleven fitters found cracks in both"
    " shafts and sent for new ones that took nine months to arrive.",
    "Passengers will pay the same fare as before, and bicycles travel free until the end of June,"
    " when the council wants to look at the takings once more.",
    "A second boat, hired from an island company since the breakdown, goes back to its owners on"
    " Sunday with a brass band and a very large cake.",
]
ORIGINAL = "<article><h1>Ferry</h1>" + "".join(f"<p>{text}</p>" for text in NEWS) + "</article>"
KNOWN = read(ORIGINAL, url=URL)
OWN = "<p>Our own reporters walked along the quay and asked shopkeepers what they make of it.</p>"
LINK = f"<p id=l>Source: <a href='{URL}'>Courier</a></p>"
COPY = f"<p class=c>{NEWS[0]}</p>"


def judged(page: str) -> Verdict:
    return check(KNOWN, read(page, format="html"), policy="qazmonitor")


def status(page: str) -> str:
    (clause,) = (clause for clause in judged(page).clauses if clause.id == "link")
    return str(clause.status)


REVEALED = {
    "streamed": "<div hidden id='S:0'>{}</div><script>$RC('B:0','S:0')</script>",
    "cloaked": "<style>[v-cloak]{{display:none}}</style><div id=app v-cloak>{}</div>",
    "faded in": "<div data-w-id=a1 style='opacity:0'>{}</div>",
    "rule": "<style>.preFade{{opacity:0}}</style><div class=preFade>{}</div>",
    "body": "<style>body{{visibility:hidden}}</style><body>{}</body>",
    "scripts": "<html class=no><style>.no body{{display:none}}</style><body>{}</body>",
    "tab": "<style>.tab:not(.on){{display:none}}</style><div class=tab>{}</div>",
    "dialog": "<dialog>{}</dialog>",
    "found": "<div hidden=until-found>{}</div>",
    "font": "<div style='font-size:0'>{}</div>",
}


@pytest.mark.parametrize("page", REVEALED.values(), ids=REVEALED)
def test_a_link_hidden_with_the_copied_text_is_left_to_a_person(page: str) -> None:
    verdict = judged(page.format(f"<article>{OWN}{COPY}{LINK}</article>"))
    (clause,) = (clause for clause in verdict.clauses if clause.id == "link")
    assert clause.status == "unverifiable"
    assert "open the page and see whether the link shows" in clause.message
    assert verdict.outcome == "review"


@pytest.mark.parametrize("page", REVEALED.values(), ids=REVEALED)
def test_one_veil_more_over_the_link_alone_breaks_the_duty(page: str) -> None:
    alone = f"<div style='display:none'>{LINK}</div>"
    assert status(page.format(f"<article>{OWN}{COPY}{alone}</article>")) == "violated"


def test_a_redirector_of_the_site_itself_is_left_to_a_person_too() -> None:
    away = LINK.replace(URL, "/away.php?to=https%3A%2F%2Fcourier.example%2Fferry")
    page = f"<article><div style='display:none'>{OWN}{COPY}{away}</div></article>"
    assert status(page) == "unverifiable"


def test_paragraphs_that_one_rule_hides_wait_for_the_reader_one_by_one() -> None:
    fade = "<style>[data-aos^=fade]{opacity:0}</style>"
    page = f"{fade}<article>{OWN}{COPY}{LINK}</article>".replace("<p", "<p data-aos=fade-up")
    assert status(page) == "unverifiable"


def test_so_do_those_with_a_style_of_their_own_but_not_those_taken_away_each_by_itself() -> None:
    page = f"<article>{OWN}{COPY}{LINK}</article>"
    assert status(page.replace("<p", "<p style='visibility:hidden'")) == "unverifiable"
    assert status(page.replace("<p", "<p style='display:none'")) == "violated"
    assert status(page.replace("<p", "<p hidden")) == "violated"


def test_a_link_hidden_where_the_copied_text_is_seen_breaks_the_duty() -> None:
    fade = "<style>.f{opacity:0}</style>"
    seen = f"<article>{OWN}{COPY}<div class=f>{OWN}{LINK}</div></article>"
    assert status(fade + seen) == "violated"


def test_a_second_hidden_copy_beside_the_link_excuses_nothing() -> None:
    words = " ".join(NEWS[0].split()[:10])
    for again in (f"<p>{words}.</p>", COPY, COPY * 3):
        page = f"<article>{OWN}{COPY}<div hidden>{again}{LINK}</div></article>"
        assert status(page) == "violated"


def test_most_of_the_copied_words_decide() -> None:
    words = NEWS[0].split()
    first, rest = " ".join(words[:8]), " ".join(words[8:])
    most = f"<article>{OWN}<p>{first}</p><div hidden><p>{rest}</p>{LINK}</div></article>"
    least = f"<article>{OWN}<p>{rest}</p><div hidden><p>{first}</p>{LINK}</div></article>"
    assert status(most) == "unverifiable"
    assert status(least) == "violated"


def test_a_visible_child_of_an_invisible_box_is_no_longer_hidden_with_it() -> None:
    css = "<style>#a{visibility:hidden}.c{visibility:visible}</style>"
    page = f"{css}<article id=a>{OWN}{COPY}{LINK}</article>"
    assert status(page) == "violated"
    both = page.replace("<a href", "<a class=c href")
    assert status(both) == "met"


def test_a_link_for_browsers_without_video_is_hidden_by_more_than_its_box() -> None:
    page = f"<div hidden><article>{OWN}{COPY}<video>{LINK}</video></article></div>"
    assert status(page) == "violated"
    assert status(f"<video><article>{OWN}{COPY}{LINK}</article></video>") == "unverifiable"


def test_what_is_hidden_with_a_link_is_told_by_runs_of_the_text() -> None:
    page = f"<div hidden>{COPY}{COPY}{LINK}</div>{OWN}<div hidden>{COPY}</div>"
    document = read(page, format="html")
    (link,) = document.links
    texts = [document.text[start:stop] for start, stop in link.hidden_with]
    assert texts == [NEWS[0], NEWS[0]]


def test_menus_that_are_hidden_cost_nothing_and_tell_nothing() -> None:
    items = "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(200))
    document = read(f"<ul hidden>{items}</ul>{COPY}", format="html")
    assert all(link.hidden and link.hidden_with == () for link in document.links)


CREDIT = Rule(limits=[{"max": "50%"}], credits=[{"template": "First published by Courier"}])
KEPT = Rule(limits=[{"max": "50%"}], page={"keep_links": True})
CREDIT_LINE = "<p>First published by Courier</p>"


def of_rule(page: str, rule: Rule, clause: str, original: str = ORIGINAL) -> tuple[str, str]:
    candidate = read(page, format="html")
    verdict = check(original, candidate, original_url=URL, policy=policy_of(rule))
    (found,) = (found for found in verdict.clauses if found.id == clause)
    return str(found.status), str(found.message)


@pytest.mark.parametrize("page", REVEALED.values(), ids=REVEALED)
def test_so_is_a_credit_hidden_for_the_same_reason(page: str) -> None:
    status, message = of_rule(page.format(f"{OWN}{COPY}{CREDIT_LINE}"), CREDIT, "credit")
    assert status == "unverifiable"
    assert "is hidden as the copied text is" in message


@pytest.mark.parametrize(
    "page",
    [
        f"{OWN}{COPY}<div hidden>{CREDIT_LINE}</div>",
        f"{OWN}{COPY}<div hidden>{COPY}{CREDIT_LINE}</div>",
        f"{OWN}<div hidden>{COPY}</div><div style='font-size:0'>{CREDIT_LINE}</div>",
        f"{OWN}<div hidden>{COPY}</div>",
    ],
)
def test_a_credit_hidden_otherwise_is_none(page: str) -> None:
    assert of_rule(page, CREDIT, "credit")[0] == "violated"


def test_a_visible_credit_counts_beside_hidden_text() -> None:
    assert of_rule(f"{OWN}<div hidden>{COPY}</div>{CREDIT_LINE}", CREDIT, "credit")[0] == "met"


def test_a_link_of_hidden_text_is_kept_with_it() -> None:
    href = "href='https://council.example/plan'"
    original = ORIGINAL.replace("the harbour master", f"<a {href}>the harbour master</a>", 1)
    copy = COPY.replace("the harbour master", f"<a {href}>the harbour master</a>", 1)
    lost = f"{COPY}<p hidden><a {href}>the harbour master</a></p>"
    assert of_rule(f"<div hidden>{OWN}{copy}</div>", KEPT, "kept-links", original)[0] == "met"
    assert of_rule(f"{OWN}{lost}", KEPT, "kept-links", original)[0] == "violated"
