"""Each cure, carried out on the page it was given for, mends the clause."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from babel.messages.extract import extract_from_file
from tests.policy.scenario import Page, all_scenarios, load
from tests.verdict.cures import ACTIONS, OWN, Use, apply

from reuse_guard import Grant, Policy, Rule, read
from reuse_guard.grants.model import Overrides
from reuse_guard.locale import Phrase
from reuse_guard.policy import Declared
from reuse_guard.verdict import cures, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.policy.scenario import Scenario

    from reuse_guard import Clause, Verdict

HERE = Path(__file__).parent
URL = "https://orig.kz/news/1"
TITLE, *NEWS = (
    (HERE.parent / "policy" / "articles" / "en.txt").read_text("utf-8").strip().split("\n")
)
# Four paragraphs of two sentences each; the second has a link.
TEXT = [f"{first} {second}" for first, second in zip(NEWS[::2], NEWS[1::2], strict=True)]
OWN_TEXT = f"{OWN}."
PICTURE = '<img src="https://orig.kz/boat.jpg" alt="The boat">'
PUBLISHED = '<meta property="article:published_time" content="{day}">'


def original(*extra: str, author: str = "Asel Nurlan") -> str:
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in TEXT)
    return (
        f'<html lang="en"><head><title>{TITLE}</title><meta name="author" content="{author}">'
        f"{PUBLISHED.format(day='2026-11-10')}"
        f'<link rel="canonical" href="{URL}"></head>\n'
        f"<body><main><article><h1>{TITLE}</h1>\n{body}\n{''.join(extra)}</article></main></body></html>"
    )


def page(*paragraphs: str, head: str = "") -> str:
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!doctype html><html><head><title>Our page</title>{head}</head>\n"
        f"<body><main><article><h1>Our page</h1>\n{body}\n</article></main></body></html>"
    )


def use(rule: dict[str, Any], *paragraphs: str, **more: Any) -> Use:  # noqa: ANN401
    terms = {
        key: more.pop(key)
        for key in ("permission", "terms_url", "link_when", "quotes")
        if key in more
    }
    policy = Policy(id="p", name="The Courier", rules=[Rule(**rule)], **terms)
    head, extra = more.pop("head", ""), more.pop("extra", ())
    return Use(original(*extra), page(*paragraphs, head=head), policy, **more)


def limited(*paragraphs: str, **limit: Any) -> Use:  # noqa: ANN401
    return use({"limits": [limit]}, *paragraphs)


def linked(*paragraphs: str, extra: tuple[str, ...] = (), **duty: Any) -> Use:  # noqa: ANN401
    return use({"links": [duty]}, *paragraphs, extra=extra)


FIRST = NEWS[0]
LINK = f'They tell of it in <a href="{URL}">a story</a>.'
COUNTER = {"counter_address": "count.example"}
OTHER = read(original().replace("/news/1", "/news/2"), url="https://orig.kz/news/2")
HALF_OWN = (*TEXT[:2], OWN_TEXT, OWN_TEXT)

# For every clause, and every unit that it may count in, a page that breaks it.
CASES: dict[str, Use] = {
    # a limit in every unit: a count, a part of the original, a part of the new text
    "words of the original": limited(*TEXT, max="30%"),
    "words": limited(*TEXT, OWN_TEXT, max=50, unit="words"),
    "characters": limited(*TEXT, OWN_TEXT, max=300, unit="characters"),
    "characters, one too many": limited(NEWS[2], max=len(NEWS[2]) - 2, unit="characters"),
    "characters of the original": limited(*TEXT, max="20%", unit="characters", of="original"),
    "sentences": limited(OWN_TEXT, *TEXT, max=3, unit="sentences"),
    "sentences of the original": limited(*TEXT, max="50%", unit="sentences", of="original"),
    "paragraphs": limited(*TEXT, OWN_TEXT, max=2, unit="paragraphs"),
    "paragraphs of the original": limited(*TEXT, max="30%", unit="paragraphs", of="original"),
    "words of the new text": limited(*HALF_OWN, max="30%", of="candidate"),
    "characters of the new text": limited(*HALF_OWN, max="30%", unit="characters", of="candidate"),
    "sentences of the new text": limited(*HALF_OWN, max="30%", unit="sentences", of="candidate"),
    "paragraphs of the new text": limited(*HALF_OWN, max="30%", unit="paragraphs", of="candidate"),
    "none of the new text": limited(*HALF_OWN, max="0%", of="candidate"),
    # only the beginning
    "first words": limited(*TEXT[:2], OWN_TEXT, max=20, unit="words", select="leading"),
    "first part": limited(*TEXT, max="10%", select="leading"),
    "first characters": limited(*TEXT, max=200, unit="characters", select="leading"),
    "first sentences": limited(OWN_TEXT, *TEXT, max=3, unit="sentences", select="leading"),
    "first paragraphs": limited(*TEXT, max=1, unit="paragraphs", select="leading"),
    "first of none": limited(*TEXT, max=0, unit="characters", select="leading"),
    # over all uses
    "words over all": Use(
        original(),
        page(*TEXT),
        Policy(
            id="p", name="P", rules=[Rule(limits=[{"max": 150, "unit": "words", "over": "all"}])]
        ),
        others=((OTHER, page(*TEXT[:1])),),
    ),
    "characters over all": limited(*TEXT, max=100, unit="characters", over="all"),
    "sentences over all": limited(*TEXT, max=2, unit="sentences", over="all"),
    "paragraphs over all": limited(*TEXT, max=2, unit="paragraphs", over="all"),
    "articles over all": Use(
        original(),
        page(*TEXT),
        Policy(
            id="p", name="P", rules=[Rule(limits=[{"max": 1, "unit": "articles", "over": "all"}])]
        ),
        others=((OTHER, page(*TEXT)),),
    ),
    # part or whole
    "nothing without permission": use({"mode": "deny"}, *TEXT[:1], permission="the desk"),
    "no full text": use({"mode": "excerpt"}, *TEXT, terms_url="https://orig.kz/terms"),
    "nothing left out": use({"mode": "full"}, *TEXT[:3], NEWS[6]),
    "at least half": use({"min_share": "50%"}, *NEWS[:3]),
    "a word replaced": use({"edits": "none"}, TEXT[0].replace("free", "gladly"), TEXT[1]),
    "a word added": use({"edits": "none"}, TEXT[0].replace("free", "free fast"), TEXT[1]),
    "a word removed": use({"edits": "none"}, TEXT[0].replace("battery ", ""), TEXT[1]),
    # links
    "no link": linked(FIRST),
    "no link, address not known": Use(
        "\n\n".join(NEWS),
        page(FIRST),
        Policy(id="p", name="P", rules=[Rule(links=[{}])]),
        url=None,
    ),
    "one link of three": linked(FIRST, LINK, count=3),
    "link to the home page": linked(FIRST, LINK, target="home"),
    "link in the lead": linked(FIRST, OWN_TEXT, LINK, where="lead"),
    "link in the first sentence": linked(FIRST, LINK, where="sentence<=1"),
    "no link in the first sentence": linked(FIRST, OWN_TEXT, where="sentence<=1"),
    "no link in the first paragraph": linked(FIRST, OWN_TEXT, where="paragraph<=1"),
    "link in the first paragraph": linked(FIRST, OWN_TEXT, LINK, where="paragraph<=1"),
    "link below paragraph 1": linked(LINK, FIRST, where="after_paragraph 1"),
    "link at the end": linked(LINK, FIRST, where="end"),
    "link with other words": linked(FIRST, LINK, anchor="The Courier"),
    "link with other words and elsewhere": linked(
        FIRST, OWN_TEXT, LINK, anchor="The Courier", where="paragraph<=1"
    ),
    "small link": linked(FIRST, f'<a style="font-size: 50%" href="{URL}">boat</a>', min_font=1.0),
    "closed link": linked(FIRST, f'<a rel="nofollow" href="{URL}">boat</a>', follow="required"),
    "indirect link": linked(
        FIRST, f'<a href="https://www.google.com/url?q={URL}">boat</a>', direct="required"
    ),
    "credit": use({"credits": [{"template": "By {author}, {publisher}, {date}"}]}, FIRST),
    "credit in the lead": use(
        {"credits": [{"template": "By {author}", "where": "lead"}]},
        FIRST,
        OWN_TEXT,
        "By Asel Nurlan",
    ),
    "credit at the end": use(
        {"credits": [{"template": "Source {url}", "where": "end"}]}, FIRST, OWN_TEXT
    ),
    "one of several": use(
        {
            "any_of": [
                {"link": {"where": "lead"}},
                {"credit": {"template": "By {author}"}},
                {"page": {"canonical": "require"}},
            ]
        },
        FIRST,
    ),
    # the page
    "no canonical tag": use({"page": {"canonical": "require"}}, FIRST),
    "canonical tag of another page": use(
        {"page": {"canonical": "require"}}, FIRST, head='<link rel="canonical" href="/x">'
    ),
    "canonical tag not wanted": use(
        {"page": {"canonical": "forbid"}}, FIRST, head=f'<link rel="canonical" href="{URL}">'
    ),
    "no noindex": use({"page": {"noindex": "require"}}, FIRST),
    "noindex not wanted": use(
        {"page": {"noindex": "forbid"}}, FIRST, head='<meta name="robots" content="noindex">'
    ),
    "no counter": use({"page": {"counter": "require", **COUNTER}}, FIRST),
    "counter not wanted": use(
        {"page": {"counter": "forbid", **COUNTER}},
        FIRST,
        '<img src="https://count.example/x" alt="">',
    ),
    "links not kept": use(
        {"page": {"keep_links": True}}, TEXT[0].replace("<a ", "<b ").replace("</a>", "</b>")
    ),
    "a picture": use({"media": "forbid"}, FIRST, PICTURE, extra=(PICTURE,)),
    "an agency's article": Use(
        original(author="Reuters"),
        page(*TEXT),
        Policy(id="p", name="P", rules=[Rule(third_party_markers=["Reuters"])]),
    ),
    # days, and what is declared
    "too soon": use({"not_before": "20 days"}, FIRST),
    "too late": use({"not_after": "2 days"}, FIRST, head=PUBLISHED.format(day="2026-11-20")),
    "too long": use({"remove_after": "2 days"}, FIRST, head=PUBLISHED.format(day="2026-11-11")),
    "sold": use({"attest": ["commercial"]}, FIRST, declared=Declared(commercial=True)),
    "translated": use({"attest": ["translation"]}, FIRST, declared=Declared(translation=True)),
    "for an AI": use({"attest": ["ai"]}, FIRST, declared=Declared(ai=True)),
    "outside": use(
        {"attest": [{"about": "territory", "within": ["FR", "KZ"]}]},
        FIRST,
        declared=Declared(territory=("US", "KZ")),
    ),
    "inside": use(
        {"attest": [{"about": "territory", "outside": ["US"]}]},
        FIRST,
        declared=Declared(territory=("US",)),
    ),
}


def violated(verdict: Verdict) -> list[Clause]:
    return [clause for clause in verdict.clauses if clause.status == "violated"]


def assert_cured(broken: Use, before: Verdict, *, rounds: int = 1) -> list[Phrase]:
    """Carry out every cure of every clause that is violated, each by itself; give them."""
    carried_out = []
    for clause in violated(before):
        assert clause.cures
        for number, cure in enumerate(clause.cures):
            same = cured(broken, before, clause, number, rounds)
            wanted = {"waived"} if str(cure).startswith("Ask") else {"met", "not_applicable"}
            assert same.status in wanted | together(same), f"{cure}\n{same.message}"
            carried_out.append(cure)
    return carried_out


def cured(use: Use, verdict: Verdict, clause: Clause, number: int, rounds: int) -> Clause:
    """The clause after one of its cures was carried out."""
    for _ in range(rounds):
        use = apply(clause.cures[number], clause, use, verdict)
        verdict = use.check()
        clause = next(found for found in verdict.clauses if found.id == clause.id)
        if clause.status != "violated":
            break
    return clause


def together(clause: Clause) -> set[str]:
    """A limit over all uses that one use keeps is kept as far as that use goes.

    And with a permission for all of them there is nothing to add to this one.
    """
    told = "The limit is for all uses together"
    kept = {"met"} if "in all candidates together" in clause.message else set()
    return kept | {"unverifiable"} if told in clause.message else kept


@cache
def verdict_on(name: str) -> Verdict:
    return CASES[name].check()


@pytest.mark.parametrize("name", CASES)
def test_what_a_cure_says_mends_the_clause(name: str) -> None:
    assert assert_cured(CASES[name], verdict_on(name))


HALF = Grant(
    id="half", publisher="The Courier", grantee="B", overrides={"max_share": Fraction(1, 2)}
)
TENTH = HALF.model_copy(update={"id": "tenth", "overrides": Overrides(max_share="10%")})
# For each limit, how many words are too many for the terms alone and beside a grant for a half.
BESIDE_A_GRANT: dict[str, tuple[dict[str, Any], list[str]]] = {
    "a part": ({"limits": [{"max": "30%"}]}, ["Remove {count:n} copied word."]),
    "words": ({"limits": [{"max": 20, "unit": "words"}]}, ["Remove {count:n} copied word."]),
    "characters": (
        {"limits": [{"max": 100, "unit": "characters"}]},
        ["Remove copied words of {count:n} character in all.", "Remove {count:n} copied word."],
    ),
    "the beginning": (
        {"limits": [{"max": 1, "unit": "paragraphs", "select": "leading"}]},
        [
            "Remove what is copied from below the original's first paragraph.",
            "Remove {count:n} copied word.",
        ],
    ),
    "nothing": ({"mode": "deny"}, ["Remove {count:n} copied word."]),
}


@pytest.mark.parametrize("name", BESIDE_A_GRANT)
def test_beside_a_grant_for_a_part_a_cure_asks_for_no_more_than_the_grant_does(name: str) -> None:
    rule, texts = BESIDE_A_GRANT[name]
    broken = use(rule, *TEXT, OWN_TEXT, grants=(HALF,))
    before = broken.check()
    (clause,) = violated(before)
    own = [cure for cure in clause.cures if not str(cure).startswith("Ask")]
    assert [cure.text for cure in own] == texts
    for cure in own:
        after = apply(cure, clause, broken, before).check()
        assert after.clauses[0].status in {"met", "waived"}, str(cure)
    words = next(cure for cure in own if cure.text == "Remove {count:n} copied word.")
    assert words.values[0] == ("count", before.share.copied - before.share.total // 2)


def test_a_grant_for_less_than_the_terms_give_takes_nothing_away() -> None:
    broken = use({"limits": [{"max": "30%"}]}, *TEXT, grants=(TENTH,))
    before = broken.check()
    (clause,) = violated(before)
    removal, _ = clause.cures
    assert dict(removal.values)["count"] == before.share.copied - before.share.total * 3 // 10


def changed_pages() -> Iterator[object]:
    for path in all_scenarios():
        scenario = load(path)
        for number, change in enumerate(scenario.changes, start=1):
            if change.outcome == "violation":
                yield pytest.param(scenario, scenario.changed(change), id=f"{path.stem} {number}")


@pytest.mark.parametrize(("scenario", "text"), list(changed_pages()))
def test_what_a_cure_says_mends_the_clause_of_a_preset(scenario: Scenario, text: str) -> None:
    # Taking words out may leave one of them, "the", matched by chance with the page's own words;
    # the next verdict then asks for it too (docs/decisions/0057).
    assert assert_cured(as_use(Page(scenario, text)), scenario.check(text), rounds=2)


def as_use(found: Page) -> Use:
    return Use(
        found.original(),
        found.candidate(),
        found.scenario.policy,
        url=found.url,
        as_of=found.as_of,
        declared=found.declared(),
        others=found.others(),
    )


# --- no cure without a case ------------------------------------------------------
def sentences_of(module: Any) -> set[str]:  # noqa: ANN401
    """The sentences that a module can say, by their singular."""
    found = extract_from_file("python", module.__file__, keywords={"say": None, "say_many": (1, 2)})
    return {ids if isinstance(ids, str) else ids[0] for _, ids, *_ in found}


def said_in(phrase: Phrase) -> Iterator[str]:
    yield phrase.text
    for _, value in phrase.values:
        if isinstance(value, Phrase):
            yield from said_in(value)


def test_no_cure_goes_without_a_case() -> None:
    """A cure, a unit or a place that no page above is cured by fails here."""
    said: dict[str, set[str]] = defaultdict(set)
    for name in CASES:
        for clause in violated(verdict_on(name)):
            for cure in clause.cures:
                for text in said_in(cure):
                    said[text].add(cure.text)
    units = {f"{{count:n}} {unit}" for unit in ("word", "character", "sentence", "paragraph")}
    assert set(said) == sentences_of(cures) | sentences_of(places) | units
    assert set().union(*said.values()) == set(ACTIONS)
