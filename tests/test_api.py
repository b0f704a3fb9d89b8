"""check() and read() as the contract states them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from reuse_guard import (
    Document,
    Grant,
    Limit,
    LinkDuty,
    Outcome,
    Policy,
    PolicyError,
    ReadError,
    ReuseGuardError,
    Role,
    Rule,
    Status,
    UsageError,
    Verdict,
    check,
    check_many,
    read,
)
from reuse_guard.policy.alternatives import Alternative
from reuse_guard.policy.conditions import PageDuties

LANGUAGES = Path(__file__).parents[1] / "examples" / "languages"
URL = "https://steppe-courier.example/news/night-buses-return"
# A hundred different words in ten sentences, so that a share is easy to see.
NUMBERS = [f"w{chr(97 + i // 26)}{chr(97 + i % 26)}{i}x" for i in range(100)]
HUNDRED = ". ".join(" ".join(NUMBERS[i : i + 10]) for i in range(0, 100, 10)) + "."


def first_words(count: int) -> str:
    return " ".join(NUMBERS[:count])


def linked(text: str, url: str = URL) -> str:
    return f'<p>{text}</p><p>As the <a href="{url}">Steppe Courier</a> wrote.</p>'


@pytest.mark.parametrize("home", ["https://orig.kz/", "https://orig.kz/en", "/index.php"])
def test_a_page_that_declares_its_home_page_does_not_tell_where_its_article_stands(
    home: str,
) -> None:
    page = f'<link rel="canonical" href="{home}"><h1>Lamps</h1><p>{REPORT}</p><p>{RELEASE}</p>'
    for address in (URL, "https://orig.kz/"):
        assert clause(check(page, linked(RELEASE, address)), "link") is Status.UNVERIFIABLE
    assert clause(check(page, linked(RELEASE), original_url=URL), "link") is Status.MET


ANSWERS = {
    "nginx": "<title>403 Forbidden</title><center><h1>403 Forbidden</h1></center><hr>nginx",
    "varnish": "<title>503 Backend fetch failed</title><h1>Error 503 Backend fetch failed</h1>"
    "<p>Guru Meditation: XID: 7788</p>",
    "akamai": "<title>Access Denied</title><h1>Access Denied</h1><p>You have no permission.</p>",
    "cloudflare": "<title>Just a moment...</title><h1>orig.kz</h1><p>Verifying you are human.</p>",
    "cloudflare's own": "<title>orig.kz | 502: Bad gateway</title>"
    "<h1><b>Bad gateway</b> <b>Error code 502</b></h1>",
    "yandex": "<title>Вы не робот?</title><p>Подтвердите, что запросы отправляли вы.</p>",
}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS.keys())
def test_what_a_server_sends_in_place_of_a_page_is_none(answer: str) -> None:
    page = f"<html><body>{answer}</body></html>"
    verdict = check(HUNDRED, page, original_url=URL)
    assert verdict.outcome is Outcome.REVIEW
    assert "in place of a page" in verdict.clauses[0].message
    with pytest.raises(ReadError, match="in place of an article"):
        check(page, HUNDRED)


@pytest.mark.parametrize(
    "title",
    ["Verify you are human, says the law", "404 not found: a band", "Bank explains error code 503"],
)
def test_a_brief_whose_title_begins_as_such_an_answer_is_an_original(title: str) -> None:
    assert check(f"<h1>{title}</h1><p>{RELEASE}</p>", HUNDRED).outcome is Outcome.ALLOWED


@pytest.mark.parametrize(
    "page",
    [
        "<title>Access denied to miners</title><h1>Access denied to miners of Karazhyra</h1>",
        "<h1>500 forbidden books</h1><p>The library shows them from Monday.</p>",
        "<h1>403 residents moved</h1>",
        "<h1>Just a moment in Karasai</h1><p>Error 503 was seen by readers.</p>",
        f"<h1>Access denied</h1><p>{HUNDRED} {HUNDRED}</p>",
        f"<h1>403 Forbidden</h1><p>{' '.join(HUNDRED.split()[:20])}</p>",
        "<meta name=author content='Asel Nurlan'><h1>Access denied</h1><p>The mine is shut.</p>",
    ],
)
def test_an_article_of_errors_is_an_article(page: str) -> None:
    verdict = check(HUNDRED, page, original_url=URL)
    assert "in place of a page" not in verdict.clauses[0].message


def test_a_page_that_is_gone_holds_no_copy_and_is_no_original() -> None:
    gone = "<h1>Not Found</h1><p>The requested URL was not found on this server.</p>"
    assert check(HUNDRED, gone, original_url=URL).outcome is Outcome.ALLOWED
    with pytest.raises(ReadError, match="not found on this server"):
        check(gone, HUNDRED)


def test_a_page_that_declares_its_home_page_tells_whose_article_it_is() -> None:
    page = f'<link rel="canonical" href="https://qazmonitor.com/"><h1>Lamps</h1><p>{REPORT}</p>'
    assert check(page, linked(REPORT), policy="auto").policy.id == "qazmonitor"


def test_half_a_character_in_a_text_is_written_as_an_escape() -> None:
    verdict = check(HUNDRED, f"\ud800 {HUNDRED}", original_url=URL)
    data = json.loads(verdict.model_dump_json(indent=2))
    assert data["candidate"]["text"] == verdict.candidate.text
    assert data == json.loads(json.dumps(verdict.model_dump(mode="json")))


def test_what_a_verdict_shows_of_an_original_alone_is_made_for_its_first_check() -> None:
    original = read(HUNDRED)
    first, second = (check(original, first_words(count)) for count in (10, 90))
    assert first.outcome is not second.outcome
    assert first.original.blocks is second.original.blocks


def clause(verdict: Verdict, clause_id: str) -> Status:
    return next(c.status for c in verdict.clauses if c.id == clause_id)


@pytest.mark.parametrize(
    ("words", "outcome"), [(29, "allowed"), (30, "allowed"), (31, "violation"), (100, "violation")]
)
def test_thirty_of_a_hundred_words_are_allowed_and_thirty_one_are_not(
    words: int, outcome: str
) -> None:
    verdict = check(HUNDRED, linked(first_words(words)), original_url=URL)
    assert (verdict.share.copied, verdict.share.total) == (words, 100)
    assert verdict.outcome == outcome
    assert verdict.ok is (outcome == "allowed")


def test_a_str_is_content_and_never_a_path(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text("This text stands in a file.", "utf-8")
    assert read(str(file)).text == str(file)
    assert read(file).text == "This text stands in a file."


def test_bytes_str_path_and_document_give_the_same_verdict(quickstart: Path) -> None:
    path = quickstart / "original.html"
    candidate = quickstart / "too-long.html"
    counts = {
        check(source, candidate).share.copied
        for source in (path, path.read_bytes(), path.read_text("utf-8"), read(path))
    }
    assert len(counts) == 1


@pytest.mark.parametrize(
    ("name", "outcome", "limit", "link"),
    [
        ("allowed", Outcome.ALLOWED, Status.MET, Status.MET),
        ("too-long", Outcome.VIOLATION, Status.VIOLATED, Status.MET),
        ("no-link", Outcome.VIOLATION, Status.MET, Status.VIOLATED),
        ("hidden-link", Outcome.VIOLATION, Status.MET, Status.VIOLATED),
        ("whole", Outcome.VIOLATION, Status.VIOLATED, Status.MET),
    ],
)
def test_the_shipped_candidates_come_out_as_their_names_say(
    quickstart: Path, name: str, outcome: Outcome, limit: Status, link: Status
) -> None:
    verdict = check(quickstart / "original.html", quickstart / f"{name}.html")
    assert verdict.outcome is outcome
    assert (clause(verdict, "limit"), clause(verdict, "link")) == (limit, link)


def test_the_body_of_the_shipped_original_is_the_article_alone(quickstart: Path) -> None:
    body = read(quickstart / "original.html").body_text
    assert body.startswith("Four routes will run until dawn")
    assert body.endswith('It was in the glove box."')
    for outside in (
        "Night buses return to Karasai after",
        "Aliya Sarsen",
        "Photo:",
        "30%",
        "Read also",
    ):
        assert outside not in body


def test_a_grant_cures_the_limit_on_its_host_and_says_so(quickstart: Path) -> None:
    verdict = check(
        quickstart / "original.html",
        quickstart / "whole.html",
        grants=[quickstart / "grant.toml"],
        candidate_url="https://www.leftbank.example/whole",
        as_of=date(2026, 11, 1),
    )
    limit = next(c for c in verdict.clauses if c.id == "limit")
    assert verdict.outcome is Outcome.ALLOWED
    assert limit.status is Status.WAIVED
    assert limit.grant == "SC-2026-117"
    assert "SC-2026-117" in limit.message


@pytest.mark.parametrize(
    ("candidate_url", "day", "outcome", "words"),
    [
        ("https://other.example/a", date(2026, 11, 1), "violation", "not on other.example"),
        ("https://leftbank.example/a", date(2027, 10, 15), "violation", "expired on 2027-10-14"),
        ("https://leftbank.example/a", date(2026, 10, 14), "violation", "not yet"),
        ("https://notleftbank.example/a", date(2026, 11, 1), "violation", "not on"),
        (None, date(2026, 11, 1), "review", "address is not known"),
    ],
)
def test_a_grant_that_does_not_fit_is_named_with_the_reason(
    quickstart: Path, candidate_url: str | None, day: date, outcome: str, words: str
) -> None:
    verdict = check(
        quickstart / "original.html",
        quickstart / "whole.html",
        grants=[quickstart / "grant.toml"],
        candidate_url=candidate_url,
        as_of=day,
    )
    assert verdict.outcome == outcome
    assert words in next(c.message for c in verdict.clauses if c.id == "limit")


def test_nothing_copied_owes_no_link() -> None:
    verdict = check(HUNDRED, "An entirely different text about the harvest.", original_url=URL)
    assert verdict.outcome is Outcome.ALLOWED
    assert clause(verdict, "link") is Status.NOT_APPLICABLE
    assert verdict.passages == ()


def test_without_any_address_of_the_original_a_link_cannot_be_judged() -> None:
    verdict = check(HUNDRED, linked(first_words(20)))
    assert verdict.outcome is Outcome.REVIEW
    assert clause(verdict, "link") is Status.UNVERIFIABLE


def test_without_any_link_no_address_is_needed_to_see_that_it_is_missing() -> None:
    assert check(HUNDRED, f"<p>{first_words(20)}</p>").outcome is Outcome.VIOLATION


def test_spans_of_a_verdict_point_at_the_copied_words(quickstart: Path) -> None:
    verdict = check(quickstart / "original.html", quickstart / "too-long.html")
    for passage in verdict.passages:
        for run, found in zip(passage.copied, passage.copied_candidate, strict=True):
            original = verdict.original.text[run.start : run.stop]
            assert original.split() == verdict.candidate.text[found.start : found.stop].split()
        assert passage.original.start <= passage.copied[0].start
        assert passage.copied[-1].stop <= passage.original.stop


def test_a_policy_written_in_python_is_used() -> None:
    half = Policy(
        id="half",
        name="Half",
        rules=(Rule(limits=(Limit(max=Fraction(1, 2)),), links=(LinkDuty(),)),),
    )
    assert check(HUNDRED, linked(first_words(50)), policy=half, original_url=URL).ok
    assert not check(HUNDRED, linked(first_words(51)), policy=half, original_url=URL).ok


@pytest.mark.parametrize("in_choice", [False, True])
def test_a_rule_with_a_clause_for_noindex_leaves_the_links_of_such_a_page_alone(
    *, in_choice: bool
) -> None:
    page, links = PageDuties(noindex="require"), (LinkDuty(follow="required"),)
    either = (Alternative(page=page), Alternative(page=PageDuties(canonical="require")))
    rule = Rule(links=links, any_of=either) if in_choice else Rule(links=links, page=page)
    policy = Policy(id="open", name="Open", rules=(rule,))
    closed = f'<meta name="robots" content="noindex">{linked(first_words(9))}'
    verdict = check(HUNDRED, closed, policy=policy, original_url=URL)
    assert {clause.id: clause.status for clause in verdict.clauses}["link"] == "met"


def test_a_grant_written_in_python_is_used() -> None:
    grant = Grant(id="g", publisher="Steppe Courier", grantee="Weekly", works=(URL,))
    assert check(HUNDRED, linked(HUNDRED), grants=[grant], original_url=URL).ok


def test_the_verdict_survives_its_own_json(quickstart: Path) -> None:
    verdict = check(quickstart / "original.html", quickstart / "too-long.html")
    assert '"schema_version":"1"' in verdict.model_dump_json()
    assert verdict.original.text in verdict.model_dump(mode="json")["original"]["text"]


def test_an_original_without_article_text_is_refused() -> None:
    with pytest.raises(ReadError, match="original"):
        check("", HUNDRED)


def test_an_unknown_policy_names_the_nearest_one() -> None:
    with pytest.raises(PolicyError, match="qazmonitor"):
        check(HUNDRED, HUNDRED, policy="qazmonitr")


def test_a_day_that_is_no_date_is_refused() -> None:
    with pytest.raises(UsageError, match="as_of"):
        check(HUNDRED, HUNDRED, as_of="2026-11-23")  # type: ignore[arg-type]


def test_every_error_is_a_reuse_guard_error() -> None:
    for error in (PolicyError, ReadError, UsageError):
        assert issubclass(error, ReuseGuardError)


def test_a_document_passes_through_read(quickstart: Path) -> None:
    document = read(quickstart / "original.html")
    assert isinstance(document, Document)
    assert read(document) is document


@pytest.mark.parametrize(("language", "outcome"), [("kk", "allowed"), ("ru", "violation")])
def test_the_shipped_examples_in_other_languages_come_out_right(
    quickstart: Path, language: str, outcome: str
) -> None:
    folder = quickstart.parent / "languages"
    verdict = check(folder / f"original-{language}.md", folder / f"candidate-{language}.md")
    assert verdict.outcome == outcome
    assert clause(verdict, "link") is Status.MET


RELEASE = (
    "The ministry announced on Monday that the new bridge over the river would open to traffic"
    " before the first snow and that lorries would pay a toll of four hundred tenge."
)
REPORT = (
    "Our correspondent walked across it at dawn, counted nineteen lamps that did not burn, and met"
    " a fisherman who had not been told that his favourite place would be closed for good."
)


def test_words_of_a_common_source_are_counted_and_the_share_without_them_is_printed() -> None:
    original, candidate = f"{RELEASE}\n\n{REPORT}", linked(RELEASE)
    verdict = check(original, candidate, original_url=URL, common_sources=[RELEASE])
    assert verdict.share.copied == len(RELEASE.split())
    assert verdict.share_without_common_sources is not None
    assert verdict.share_without_common_sources.copied == 0
    assert verdict.share_without_common_sources.total == len(REPORT.split())
    assert verdict.outcome is Outcome.VIOLATION


def test_a_policy_can_leave_common_sources_out() -> None:
    original, candidate = f"{RELEASE}\n\n{REPORT}", linked(RELEASE)
    own_words = Policy(
        id="own-words",
        name="Own words",
        common_sources="exclude",
        rules=(Rule(limits=(Limit(max="30%"),)),),
    )
    verdict = check(original, candidate, policy=own_words, common_sources=[RELEASE])
    assert verdict.outcome is Outcome.ALLOWED
    assert verdict.share.copied == 0


def test_quoted_speech_is_counted_and_the_share_without_it_is_printed() -> None:
    speech = (
        "“We counted nineteen lamps that did not burn, and nobody could tell us why,” she said."
    )
    verdict = check(f"{RELEASE}\n\n{speech}", linked(speech), original_url=URL)
    assert verdict.share.copied == len(speech.split())
    assert verdict.share_without_quotes.copied == len(["she", "said"])


def test_a_common_source_without_words_is_refused_as_it_would_silently_not_count() -> None:
    with pytest.raises(ReadError, match="common source: holds no words"):
        check(REPORT, linked(REPORT), common_sources=["\n"])


def test_a_policy_can_leave_quoted_speech_out() -> None:
    speech = (
        "“We counted nineteen lamps that did not burn, and nobody could tell us why,” she said."
    )
    unquoted = Policy(
        id="unquoted", name="Unquoted", quotes="exclude", rules=(Rule(limits=(Limit(max="30%"),)),)
    )
    verdict = check(f"{RELEASE}\n\n{speech}", linked(speech), policy=unquoted)
    assert verdict.outcome is Outcome.ALLOWED


def test_a_doubtful_reading_is_never_cleared_by_copying_what_was_not_read_as_the_body() -> None:
    document = read(f"{REPORT}\n\n{RELEASE}", format="text")
    other = replace(document.blocks[1], role=Role.OTHER)
    misread = replace(document, blocks=(document.blocks[0], other), doubts=("it is short",))
    verdict = check(misread, linked(RELEASE), original_url=URL)
    assert verdict.share.copied == 0
    assert clause(verdict, "limit") is Status.UNVERIFIABLE
    assert verdict.outcome is Outcome.REVIEW


@pytest.mark.parametrize(
    ("declared", "outcome"),
    [
        ({"isAccessibleForFree": False}, Outcome.REVIEW),  # a teaser, of how much nobody can tell
        ({"articleBody": f"{RELEASE} {REPORT} " * 4}, Outcome.REVIEW),
        ({"wordCount": 900}, Outcome.REVIEW),
        ({"isAccessibleForFree": True, "articleBody": RELEASE}, Outcome.VIOLATION),
        ({"articleBody": f"<p class='a b c'>{'</p><p>'.join(RELEASE.split())}"}, Outcome.VIOLATION),
    ],
)
def test_a_share_of_an_article_that_may_go_on_elsewhere_breaks_no_limit_for_certain(
    declared: dict[str, object], outcome: Outcome
) -> None:
    told = json.dumps({"@type": "NewsArticle", "headline": "Lamps", **declared})
    teaser = (
        f'<html><head><script type="application/ld+json">{told}</script></head>'
        f"<body><article><h1>Lamps</h1><p>{RELEASE}</p></article></body></html>"
    )
    assert check(teaser, linked(RELEASE), original_url=URL).outcome is outcome


@pytest.mark.parametrize(
    ("call", "outcome"),
    [
        ("Чтобы дочитать, оформите подписку", Outcome.REVIEW),
        ("Support our journalism, subscribe today", Outcome.VIOLATION),
    ],
)
def test_a_wall_told_in_words_leaves_open_how_long_an_article_is(
    call: str, outcome: Outcome
) -> None:
    teaser = f"<article><h1>Lamps</h1><p>{RELEASE}</p><p>{REPORT}</p><p>{call}</p></article>"
    assert check(teaser, linked(RELEASE), original_url=URL).outcome is outcome


@pytest.mark.parametrize(
    ("unsure", "outcome"), [((), Outcome.ALLOWED), ((1,), Outcome.REVIEW), ((2,), Outcome.ALLOWED)]
)
def test_blocks_that_may_be_body_ask_for_a_person_only_where_they_would_turn_the_verdict(
    unsure: tuple[int, ...], outcome: Outcome
) -> None:
    copied, rest = "Nineteen lamps on the quay did not burn.", "Nobody could say why that was so."
    document = read(f"{copied}\n\n{REPORT}\n\n{rest}", format="text")
    verdict = check(replace(document, unsure=unsure), linked(copied), original_url=URL)
    assert verdict.outcome is outcome
    assert verdict.original.unsure == unsure


@pytest.mark.parametrize("role", [Role.PARAGRAPH, Role.OTHER])
def test_copying_what_may_not_be_the_article_alone_asks_for_a_person(role: Role) -> None:
    document = read(f"{RELEASE}\n\n{REPORT}", format="text")
    blocks = (document.blocks[0], replace(document.blocks[1], role=role))
    unsure = replace(document, blocks=blocks, unsure=(1,))
    with_link = Policy(id="linked", name="With a link", rules=[Rule(links=[LinkDuty()])])
    own = "<p>We asked four readers what they saw from their windows this week.</p>"
    verdict = check(unsure, f"{own}<p>{REPORT}</p>", policy=with_link, original_url=URL)
    assert verdict.outcome is Outcome.REVIEW
    assert "whether what was copied belongs to the article" in verdict.clauses[0].message
    assert verdict.share.copied == len(REPORT.split())
    assert verdict.original.unsure == (1,)
    both = f"{own}<p>{REPORT}</p><p>{RELEASE}</p>"
    assert check(unsure, both, policy=with_link).outcome is Outcome.VIOLATION
    assert check(unsure, linked(REPORT), policy=with_link, original_url=URL).ok
    assert check(unsure, own, policy=with_link).ok


def test_words_left_out_stay_out_where_a_block_is_read_into_the_article() -> None:
    speech = "“We asked nineteen drivers at the crossing, and they hope for a change,” she said."
    document = read(f"{REPORT}\n\n{speech} {RELEASE}", format="text")
    blocks = (document.blocks[0], replace(document.blocks[1], role=Role.OTHER))
    unsure = replace(document, blocks=blocks, unsure=(1,))
    unquoted = Policy(id="own", name="Own", quotes="exclude", rules=[Rule(links=[LinkDuty()])])
    verdict = check(unsure, f"<p>{speech} {RELEASE}</p>", policy=unquoted, original_url=URL)
    assert verdict.share.copied == len(f"she said {RELEASE}".split())
    assert verdict.outcome is Outcome.REVIEW


@pytest.mark.parametrize(
    ("unsure", "outcome"), [((), Outcome.VIOLATION), ((1,), Outcome.REVIEW), ((0,), "violation")]
)
def test_a_rule_for_the_full_text_is_certain_where_every_reading_agrees(
    unsure: tuple[int, ...], outcome: str
) -> None:
    document = read(f"{REPORT}\n\n{RELEASE}", format="text")
    blocks = (document.blocks[0], replace(document.blocks[1], role=Role.OTHER))
    original = replace(document, blocks=blocks, unsure=unsure)
    rules = [Rule(when={"use": "full"}, mode="deny"), Rule()]
    no_full = Policy(id="no-full", name="No full text", rules=rules)
    verdict = check(original, linked(REPORT), policy=no_full, original_url=URL)
    assert verdict.outcome == outcome
    assert ("not declared: use" in verdict.clauses[-1].message) is (outcome == "review")


def test_hidden_text_of_ones_own_cannot_make_the_copied_part_small() -> None:
    fifth = Policy(
        id="fifth", name="Fifth", rules=[Rule(limits=[Limit(max="20%", of="candidate")])]
    )
    own = "".join(f"<p>{number} {REPORT}</p>" for number in range(8))
    padded = f"<h1>Bridge</h1><p>{RELEASE}</p><div style='display:none'>{own}</div>"
    verdict = check(RELEASE, padded, policy=fifth, original_url=URL)
    assert verdict.outcome is Outcome.REVIEW
    assert "cannot be told" in verdict.clauses[0].message
    plain = f"<h1>Bridge</h1><p>{RELEASE}</p><div>{own}</div>"
    assert check(RELEASE, plain, policy=fifth, original_url=URL).outcome is Outcome.ALLOWED


@pytest.mark.parametrize("where", ["lead", "sentence<=1", "paragraph<=1", "after_paragraph 1"])
@pytest.mark.parametrize("around", ["nav", "footer", "aside"])
def test_a_link_beside_the_text_is_in_no_place_of_the_text(where: str, around: str) -> None:
    placed = Policy(id="placed", name="Placed", rules=[Rule(links=[LinkDuty(where=where)])])
    links = f'<a href="/">Home</a> <a href="/news">News</a> <a href="{URL}">Bridge</a>'
    beside = f"<{around}>{links}</{around}>"
    text = f"<article><h1>Bridge</h1><p>{RELEASE}</p><p>{REPORT}</p></article>"
    markup = text + beside if where.startswith("after") else beside + text
    verdict = check(RELEASE, markup, policy=placed, original_url=URL)
    assert clause(verdict, "link") is Status.VIOLATED


def test_quoted_speech_in_an_unsure_block_is_left_out_as_elsewhere() -> None:
    speech = (
        "“We counted nineteen lamps that did not burn, and nobody could tell us why,” she said."
    )
    unquoted = Policy(
        id="unquoted", name="Unquoted", quotes="exclude", rules=[Rule(limits=[Limit(max="30%")])]
    )
    document = read(f"{REPORT}\n\n{speech}", format="text")
    other = replace(document.blocks[1], role=Role.OTHER)
    unsure = replace(document, blocks=(document.blocks[0], other), unsure=(1,))
    verdict = check(unsure, linked(speech), policy=unquoted, original_url=URL)
    assert verdict.outcome is Outcome.ALLOWED


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, True),
        ({"publisher_hosts": ["steppe-courier.example"]}, False),
        ({"works": [URL]}, False),
    ],
)
def test_a_permission_for_whatever_its_publisher_has_says_so(
    fields: dict[str, Any], *, said: bool
) -> None:
    letter = Grant(id="letter", publisher="Courier", grantee="Weekly", **fields)
    terms = Policy(
        id="p",
        name="Courier",
        hosts=["steppe-courier.example"],
        rules=[{"limits": [{"max": "30%"}]}],
    )
    verdict = check(RELEASE, linked(RELEASE), original_url=URL, grants=[letter], policy=terms)
    assert verdict.outcome is Outcome.ALLOWED
    assert ("all that Courier publishes" in verdict.clauses[0].message) is said


def test_a_permission_without_addresses_is_for_its_own_publishers_articles_alone() -> None:
    letter = Grant(id="letter", publisher="QazMonitor", grantee="Weekly")
    own = check(RELEASE, linked(RELEASE), grants=[letter])
    assert (own.clauses[0].status, own.clauses[0].grant) == ("waived", "letter")
    # The terms are QazMonitor's, the article is another's.
    other = check(RELEASE, linked(RELEASE), original_url=URL, grants=[letter])
    assert other.outcome is Outcome.REVIEW
    assert (
        "Grant letter may allow it: it names no address of QazMonitor, so that it cannot be told"
        " whether this article is one of theirs; write publisher_hosts or works into it."
    ) in other.clauses[0].message


@pytest.mark.parametrize(
    "stock",
    [
        "No injuries were reported.",
        "He was not available for comment.",
        "О причинах случившегося пока не сообщается.",
        "Тергеу амалдары жүргізіліп жатыр.",
        "The investigation is continuing. Police are asking witnesses to come forward.",
        "Пострадавших нет. О причинах случившегося пока не сообщается.",
        "Зардап шеккендер жоқ. Қазір тергеу амалдары жүргізіліп жатыр.",
    ],
)
def test_a_stock_sentence_in_both_texts_accuses_nobody(stock: str) -> None:
    verdict = check(f"{REPORT} {stock}", f"<p>{RELEASE} {stock}</p>", original_url=URL)
    assert verdict.outcome is not Outcome.VIOLATION
    copied = f"<p>{RELEASE} {REPORT[:60]}</p>"
    assert check(f"{REPORT} {stock}", copied, original_url=URL).outcome is Outcome.VIOLATION


@pytest.mark.parametrize(
    ("original", "candidate"),
    [
        # The words of two stock sentences, in one sentence of either text.
        (
            "The investigation is continuing, and police are asking witnesses to come forward.",
            "The investigation is continuing. And police are asking witnesses to come forward.",
        ),
        (
            "The investigation is continuing. And police are asking witnesses to come forward.",
            "The investigation is continuing, and police are asking witnesses to come forward.",
        ),
        # Three of them are no chance any more.
        *[
            (
                "The investigation is continuing. Police are asking witnesses to come forward."
                " No injuries were reported.",
            )
            * 2
        ],
    ],
)
def test_more_than_stock_sentences_in_both_texts_is_a_copy(original: str, candidate: str) -> None:
    page = f"<p>{RELEASE} {candidate}</p>"
    assert check(f"{REPORT} {original}", page, original_url=URL).outcome is Outcome.VIOLATION


def test_a_policy_that_disagrees_with_the_notice_on_the_page_is_noted(quickstart: Path) -> None:
    half = Policy(id="half", name="Half", rules=(Rule(limits=(Limit(max="50%"),)),))
    original, candidate = quickstart / "original.html", quickstart / "allowed.html"
    assert any("No more than 30%" in note for note in check(original, candidate, policy=half).notes)
    assert not any("notice" in note for note in check(original, candidate).notes)


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ({"grants": ["letter.toml"]}, "letter.toml"),
        ({"grants": Path("letter.toml")}, "grants"),
        ({"common_sources": "a press release"}, "common_sources"),
        ({"policy": 3}, "policy"),
        ({"original_url": 5}, "original_url"),
        ({"original_url": "notaurl"}, r"original_url .*'notaurl' is no web address; write it"),
        ({"candidate_url": "ftp://us.example/a"}, r"candidate_url \(--candidate-url\)"),
    ],
)
def test_a_slip_in_an_argument_is_an_error_that_names_it(
    arguments: dict[str, Any], named: str
) -> None:
    with pytest.raises(ReuseGuardError, match=named):
        check(HUNDRED, HUNDRED, **arguments)


@pytest.mark.parametrize("page", ["", "<html><script src=a.js></script></html>", "* * *"])
def test_a_candidate_without_words_is_for_a_person_to_look_at(page: str) -> None:
    """A page that a script fills in the browser is served empty: nothing was seen of it."""
    verdict = check(HUNDRED, page)
    assert verdict.outcome is Outcome.REVIEW
    assert "holds no words" in verdict.clauses[0].message


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("https://other.example/1", "Ask other.example for permission."),
        ("https://qazmonitor.com/1", "Ask for permission: the editors of QazMonitor, in writing."),
        (None, "Ask for permission: the editors of QazMonitor, in writing."),
    ],
)
def test_whose_article_it_is_is_asked_for_permission(url: str | None, asked: str) -> None:
    limit = check(HUNDRED, HUNDRED, original_url=url).clauses[0]
    assert limit.cure is not None
    assert limit.cure.endswith(asked)


@pytest.mark.parametrize(
    ("url", "policy", "hint"),
    [
        (
            "https://other.example/1",
            "qazmonitor",
            "The policy qazmonitor is for articles on qazmonitor.com; this one stands on"
            " other.example.",
        ),
        ("https://www.qazmonitor.com/1", "qazmonitor", None),
        (None, "qazmonitor", None),
        ("https://other.example/1", "cc-by", None),
    ],
)
def test_a_policy_of_another_publisher_is_hinted_at_and_changes_nothing(
    url: str | None, policy: str, hint: str | None
) -> None:
    verdict = check(HUNDRED, HUNDRED, policy=policy, original_url=url)
    hints = [note for note in verdict.notes if note.startswith("The policy")]
    assert hints == ([hint] if hint else [])
    own = check(HUNDRED, HUNDRED, policy=policy, original_url="https://qazmonitor.com/1")
    assert url is None or verdict.outcome is own.outcome


@pytest.mark.parametrize(
    ("day", "told"), [("2026-11-12", True), ("2026-11-20", False), ("2026-11-21", False)]
)
def test_a_candidate_with_an_earlier_date_is_told_and_judged_all_the_same(
    day: str,
    told: bool,  # noqa: FBT001 - one of the cases
) -> None:
    original, candidate = (
        f'<meta property="article:published_time" content="{date}"><article><p>{HUNDRED}</p>'
        for date in ("2026-11-20", day)
    )
    verdict = check(original, candidate)
    assert any(f"an earlier date of publication ({day})" in note for note in verdict.notes) is told
    assert verdict.outcome is Outcome.VIOLATION


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://orig.example/2026/11/ferry?utm_source=x", True),
        ("https://partner.example/ferry", False),
        (None, False),
    ],
)
def test_the_publishers_own_page_is_told_from_a_reuse_and_judged_all_the_same(
    url: str | None,
    told: bool,  # noqa: FBT001 - one of the cases
) -> None:
    page = read(HUNDRED, url)
    verdict = check(HUNDRED, page, original_url="https://orig.example/2026/11/ferry")
    assert any("the publisher's own page" in note for note in verdict.notes) is told
    assert verdict.outcome is Outcome.VIOLATION


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"declared": {"commercial": False}}, "declared: {'commercial': False} is no Declared; wr"),
        ({"headers": "X-Robots-Tag: none"}, "headers: 'X-Robots-Tag: none' is no mapping of str"),
        ({"headers": {"X-Robots-Tag": 3}}, "headers: .* is no mapping of str to str; write"),
        ({"shorteners": [("a", "b")]}, "shorteners: .* is no mapping of str to str; write"),
        ({"policy": Path("a\0b")}, "cannot be read: embedded null byte; check the path"),
        ({"trust": Path("a\0b")}, "cannot be read: embedded null byte; check the path"),
    ],
)
def test_an_argument_of_another_kind_is_refused_in_words(
    arguments: dict[str, Any], message: str
) -> None:
    with pytest.raises(ReuseGuardError, match=message):
        check(HUNDRED, HUNDRED, **arguments)


@pytest.mark.parametrize("uses", [3, [HUNDRED], [(HUNDRED,)], [(HUNDRED, HUNDRED, HUNDRED)]])
def test_uses_that_are_no_pairs_are_refused_in_words(uses: Any) -> None:  # noqa: ANN401 - wrong on purpose
    with pytest.raises(UsageError, match=r"uses.*(give a list|is no pair; write \(original, can)"):
        check_many(uses)


@pytest.mark.parametrize("arguments", [{"encoding": 3}, {"encoding": b"utf-8"}, {"limits": 5}])
def test_an_encoding_or_limits_of_another_kind_are_refused_in_words(
    arguments: dict[str, Any],
) -> None:
    with pytest.raises(UsageError, match="cannot be used; give "):
        read(HUNDRED.encode(), **arguments)


def test_kazakh_compared_without_its_own_letters_is_noted() -> None:
    text = (LANGUAGES / "original-kk.md").read_text("utf-8")
    keyboard = str.maketrans("әғқңөұүӘҒҚҢӨҰҮ", "агкноууАГКНОУУ")
    note = "without letters that Russian keyboards lack"
    assert any(note in each for each in check(text, text.translate(keyboard)).notes)
    quoted = (LANGUAGES / "candidate-kk.md").read_text("utf-8")
    for other in (text, quoted, quoted.translate(keyboard)[:60]):
        assert not any(note in each for each in check(text, other).notes)


@pytest.mark.parametrize(
    ("front", "keys", "place", "outcome"),
    [
        ("source_url", None, "anywhere", "review"),
        ("original_url", None, "end", "review"),
        ("source", ["source"], "anywhere", "review"),
        ("source", ["source_url"], "anywhere", "violation"),
        ("source", [], "anywhere", "violation"),
        ("source", None, "lead", "violation"),
        ("canonical_url", None, "anywhere", "violation"),
        ("canonical_url: https://steppe-courier.example/1\nsource", None, "anywhere", "review"),
    ],
)
def test_an_address_of_the_front_matter_is_for_review_where_a_theme_may_show_it(
    front: str, keys: list[str] | None, place: str, outcome: str
) -> None:
    duty = LinkDuty.model_validate({"where": place})
    policy = Policy(id="p", name="P", version="1", rules=(Rule(links=(duty,)),))
    text = f"---\n{front}: {URL}\n---\n\n# News\n\n{first_words(20)}\n"
    verdict = check(HUNDRED, text, original_url=URL, policy=policy, linked_keys=keys)
    assert verdict.outcome == outcome


@pytest.mark.parametrize(
    ("address", "keys", "outcome"),
    [
        ("https://m.{host}{path}", None, "review"),
        ("https://amp.{host}{path}", None, "review"),
        ("https://{host}.{path}", None, "review"),
        ("https://{host}{path}/amp", None, "review"),
        ("https://{host}{path}?amp=1", None, "review"),
        ("https://{host}{path}?cid=5", None, "review"),
        ("https://web.archive.org/web/2026/https://{host}{path}", None, "review"),
        ("https://www.google.com/url?q=https://{host}{path}", None, "review"),
        ("https://bit.ly/3river", None, "review"),
        ("https://bit.ly/3river", [], "violation"),
        ("https://m.{host}{path}", [], "violation"),
        ("https://{host}{path}-2", None, "violation"),
        ("https://{host}/", None, "violation"),
        ("https://example.com/share?u=https://other.example/1", None, "violation"),
        ("https://www.facebook.com/sharer.php?u=https://{host}{path}", None, "violation"),
    ],
)
def test_an_address_of_the_front_matter_is_for_review_where_a_link_to_it_may_count(
    address: str, keys: list[str] | None, outcome: str
) -> None:
    host, slash, path = URL.removeprefix("https://").partition("/")
    given = address.format(host=host, path=slash + path)
    policy = Policy(id="p", name="P", version="1", rules=(Rule(links=(LinkDuty(),)),))
    text = f"---\nsource_url: {given}\n---\n\n# News\n\n{first_words(20)}\n"
    verdict = check(HUNDRED, text, original_url=URL, policy=policy, linked_keys=keys)
    assert verdict.outcome == outcome


def test_keys_of_front_matter_are_given_as_a_list() -> None:
    with pytest.raises(UsageError, match="linked_keys: 'source' cannot be used; give a list"):
        read("text", linked_keys="source")
    wrong: list[Any] = [["nokey"], [1]]
    for given in wrong:
        with pytest.raises(UsageError, match=r"cannot be used; give some of original_url, "):
            check(HUNDRED, "text", original_url=URL, linked_keys=given)


def test_trust_that_is_none_is_refused_before_a_signed_grant_is_met() -> None:
    wrong: list[Any] = [5, "trust.toml"]
    for trust in wrong:
        with pytest.raises(UsageError, match=r"trust: .* is neither a Trust nor the Path of a"):
            check(HUNDRED, "text", original_url=URL, trust=trust)


@pytest.mark.parametrize(
    ("described", "outcome"),
    [
        ("{text} Source: {url}", "review"),
        ("&lt;p&gt;{text} Source: {url}&lt;/p&gt;", "violation"),
        ("{text} Source: &lt;a href='{url}'&gt;News&lt;/a&gt;", "allowed"),
    ],
)
def test_an_address_in_an_item_without_markup_is_for_review(described: str, outcome: str) -> None:
    text = described.format(text=first_words(20), url=URL)
    feed = f"<rss><channel><item><description>{text}</description></item></channel></rss>"
    policy = Policy(id="p", name="P", version="1", rules=(Rule(links=(LinkDuty(),)),))
    assert check(HUNDRED, feed, original_url=URL, policy=policy).outcome == outcome


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        # A calendar has one too: only what the page declares is the day of a scheduled post.
        ("<p><time datetime=2026-12-05>5 December</time> Concert</p>", Outcome.ALLOWED),
        ("<meta property=article:published_time content=2026-12-05>", Outcome.VIOLATION),
    ],
)
def test_a_permission_ends_for_a_page_that_declares_a_later_day_not_one_that_shows_it(
    said: str, outcome: Outcome
) -> None:
    grant = Grant(
        id="g",
        publisher="The Courier",
        grantee="Us",
        publisher_hosts=("courier.example",),
        valid_to=date(2026, 11, 30),
    )
    verdict = check(
        HUNDRED,
        read(f"<html><body>{said}<h1>Buses</h1><p>{HUNDRED}</p></body></html>", format="html"),
        policy=Policy(id="p", name="The Courier", rules=(Rule(limits=(Limit(max="10%"),)),)),
        original_url="https://courier.example/buses-1",
        grants=[grant],
        as_of=date(2026, 11, 20),
    )
    assert verdict.outcome is outcome
