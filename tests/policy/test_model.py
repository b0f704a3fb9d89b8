"""A policy says all that the listed terms say, and nothing that cannot be."""

from __future__ import annotations

from datetime import UTC, date, datetime
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from reuse_guard.errors import PolicyError
from reuse_guard.policy import (
    Alternative,
    Attest,
    CreditDuty,
    Declared,
    Limit,
    LinkDuty,
    PageDuties,
    Policy,
    Rule,
    When,
    load_policy,
    preset_ids,
    preset_text,
)
from reuse_guard.policy.conditions import About, Asked, Edits, Mode, Permission, Use
from reuse_guard.policy.delays import Hours, parse_delay
from reuse_guard.policy.duties import LinkTarget, Part, Requirement, Spot, Where, parse_where
from reuse_guard.policy.limits import Base, Over, Select, Unit
from reuse_guard.schema import load_mapping

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

EVERYTHING = """
id = "everything"
name = "Every field"
version = "2026-11"
hosts = ["News.Example", "m.news.example."]
terms_url = "https://news.example/terms"
terms_read = 2026-11-20
permission = "the rights desk"
body_selector = "article"
borderline = "review"
link_when = "always"
quotes = "exclude"
common_sources = "exclude"

[[rules]]
mode = "excerpt"
min_share = "5%"
edits = "none"
media = "forbid"
third_party_markers = "Reuters"
not_before = "2 days"
not_after = 2027-01-01
remove_after = 90
attest = [
  "commercial",
  { about = "territory", outside = ["US"] },
  { about = "translation", provided = "it is accurate" },
]

[rules.when]
genre = "news"
section = ["world", "sport"]
marker = "free"
medium = "web"
use = "excerpt"

[rules.page]
canonical = "require"
noindex = "forbid"
counter = "require"
counter_address = "count.example"
counter_guessed = true
keep_links = true

[[rules.limits]]
max = "1/3"

[[rules.limits]]
max = 0.2
unit = "characters"
of = "candidate"

[[rules.limits]]
max = 2
unit = "paragraphs"
select = "leading"

[[rules.limits]]
max = 100
unit = "words"
of = "absolute"
over = "all"
days = 7

[[rules.links]]
target = "either"
count = 2
where = "sentence<=2"
follow = "required"
direct = "required"
anchor = "News"
min_font = 1
written = true

[[rules.credits]]
template = "By {author}, {publisher}: {title} ({date}) {url}"
where = "after_paragraph 1"
required = false
guessed = true

[[rules.any_of]]
link = { target = "home", where = "lead" }

[[rules.any_of]]
credit = { template = "Source: {publisher}" }

[[rules.any_of]]
page = { canonical = "require" }

[[rules.any_of]]
provided = "a reader is told otherwise"

[[rules]]
"""

IN_PYTHON = Policy(
    id="everything",
    name="Every field",
    version="2026-11",
    hosts=["news.example", "m.news.example"],
    terms_url="https://news.example/terms",
    terms_read=date(2026, 11, 20),
    permission="the rights desk",
    body_selector="article",
    borderline="review",
    link_when="always",
    quotes="exclude",
    common_sources="exclude",
    rules=[
        Rule(
            mode=Mode.EXCERPT,
            min_share=Fraction(1, 20),
            edits=Edits.NONE,
            media=Permission.FORBID,
            third_party_markers=["Reuters"],
            not_before=2,
            not_after=date(2027, 1, 1),
            remove_after=90,
            attest=[
                Attest(about=About.COMMERCIAL),
                Attest(about=About.TERRITORY, outside=["US"]),
                Attest(about=About.TRANSLATION, provided="it is accurate"),
            ],
            when=When(
                genre="news",
                section=["world", "sport"],
                marker="free",
                medium="web",
                use=Use.EXCERPT,
            ),
            page=PageDuties(
                canonical=Asked.REQUIRE,
                noindex=Asked.FORBID,
                counter=Asked.REQUIRE,
                counter_address="count.example",
                counter_guessed=True,
                keep_links=True,
            ),
            limits=[
                Limit(max="1/3"),
                Limit(max="20%", unit=Unit.CHARACTERS, of=Base.CANDIDATE),
                Limit(max=2, unit=Unit.PARAGRAPHS, select=Select.LEADING),
                Limit(max=100, unit=Unit.WORDS, over=Over.ALL, days=7),
            ],
            links=[
                LinkDuty(
                    target=LinkTarget.EITHER,
                    count=2,
                    where="sentence <= 2",
                    follow=Requirement.REQUIRED,
                    direct=Requirement.REQUIRED,
                    anchor="News",
                    min_font=1.0,
                    written=True,
                )
            ],
            credits=[
                CreditDuty(
                    template="By {author}, {publisher}: {title} ({date}) {url}",
                    where=Where(Spot.AFTER_PARAGRAPH, 1),
                    required=False,
                    guessed=True,
                )
            ],
            any_of=[
                Alternative(link=LinkDuty(target=LinkTarget.HOME, where="lead")),
                Alternative(credit=CreditDuty(template="Source: {publisher}")),
                Alternative(page=PageDuties(canonical=Asked.REQUIRE)),
                Alternative(provided="a reader is told otherwise"),
            ],
        ),
        Rule(),
    ],
)


@pytest.fixture
def everything(tmp_path: Path) -> Path:
    path = tmp_path / "everything.toml"
    path.write_text(EVERYTHING, "utf-8")
    return path


def test_every_field_reads_alike_from_toml_and_from_python(everything: Path) -> None:
    policy = load_policy(everything)
    assert policy == IN_PYTHON
    assert hash(policy) == hash(IN_PYTHON)


def test_a_policy_survives_json() -> None:
    assert Policy.model_validate_json(IN_PYTHON.model_dump_json()) == IN_PYTHON


def test_a_policy_fits_its_published_schema() -> None:
    schema = Policy.model_json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    validator.validate(IN_PYTHON.model_dump(mode="json"))
    assert not validator.is_valid({**IN_PYTHON.model_dump(mode="json"), "colour": "red"})


@pytest.mark.parametrize(
    ("condition", "fits"),
    [
        ({"link": {}}, True),
        ({"provided": "x", "link": None}, True),
        ({}, False),
        ({"link": {}, "provided": "x"}, False),
        ({"link": None}, False),
    ],
)
def test_the_schema_asks_for_one_demand_in_each_condition(
    condition: dict[str, object], *, fits: bool
) -> None:
    rule = {"any_of": [{"provided": "y"}, condition]}
    policy = {"id": "p", "name": "P", "rules": [rule]}
    validator = jsonschema.Draft202012Validator(Policy.model_json_schema())
    assert validator.is_valid(policy) is fits
    try:
        Policy.model_validate(policy)
    except ValueError:
        assert not fits
    else:
        assert fits


def problem_of(tmp_path: Path, rule: str, *, top: str = "") -> str:
    path = tmp_path / "p.toml"
    path.write_text(f'id = "p"\nname = "P"\n{top}\n[[rules]]\n{rule}\n', "utf-8")
    with pytest.raises(PolicyError) as caught:
        load_policy(path)
    return str(caught.value).removeprefix(f"{path}: ")


def test_every_mistake_of_a_file_is_told_at_once_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_text(
        'id = "Our Terms"\ncolour = "red"\n[[rules]]\nmode = "exerpt"\nlinks = [{ count = 0 }]\n'
        'limits = [{ mx = "30%" }]\n',
        "utf-8",
    )
    with pytest.raises(PolicyError) as caught:
        load_policy(path)
    first, *others = str(caught.value).splitlines()
    assert first == f"{path}: rules[0].limits[0].mx: unknown key; did you mean 'max'?"
    assert caught.value.where == "rules[0].limits[0].mx"
    assert [line.split(";")[0] for line in others] == [
        f"{path}: colour: unknown key",
        f"{path}: id: 'Our Terms' has more than small letters, digits and hyphens",
        f"{path}: rules[0].mode: 'exerpt' is not known here",
        f"{path}: rules[0].links[0].count: 0 is below 1",
        f"{path}: name: is required and not there",
    ]


@pytest.mark.parametrize(
    ("build", "told"),
    [
        (lambda: Limit(max="lots"), "Limit: max: 'lots' is not a number, a percentage"),
        (lambda: Limit(max="130%"), "Limit: max: 130% is above 100%"),
        (lambda: LinkDuty(count=0), "LinkDuty: count: 0 is below 1; write 1 or more"),
        (lambda: LinkDuty(target="hme"), "LinkDuty: target: 'hme' is not known here; did you"),
        (lambda: CreditDuty(template="{who}"), r"CreditDuty: template: '{who}' has"),
        (lambda: PageDuties(counter="require"), "PageDuties: counter and counter_address belong"),
        (lambda: Declared(commercial="maybe"), "Declared: commercial: 'maybe' is neither yes"),
        (lambda: Rule(**{"lmits": []}), "Rule: lmits: unknown key; did you mean 'limits'"),
        (lambda: Rule(limits=[{"max": 1.3}]), r"Rule: limits\[0\]: max: 130% is above 100%"),
        (lambda: Rule(limits=Limit(max=1)), "Rule: limits: is one by itself, not a list; write"),
        (lambda: Policy(id="p", name="P", rules=[]), "Policy: rules: is empty; name at least one"),
        (
            lambda: Policy(**{"id": "p", "name": "P"}),
            "Policy: rules: is required and not there; add it",
        ),
    ],
)
def test_what_is_built_in_python_is_refused_in_the_words_of_files(
    build: Callable[[], object], told: str
) -> None:
    with pytest.raises(PolicyError, match=f"^{told}"):
        build()


@pytest.mark.parametrize(
    ("rule", "problem"),
    [
        ("limit = 1", "rules[0].limit: unknown key; did you mean 'limits'?"),
        ("when = { gender = 1 }", "rules[0].when.gender: unknown key; did you mean 'genre'?"),
        ("links = [{ folow = 1 }]", "rules[0].links[0].folow: unknown key; did you mean 'follow'?"),
        (
            "page = { canonicle = 1 }",
            "rules[0].page.canonicle: unknown key; did you mean 'canonical'?",
        ),
        ("limits = [{}]", "rules[0].limits[0].max: is required and not there; add it"),
        ("limits = [{ max = 1.5 }]", "rules[0].limits[0]: max: 150% is above 100%; write a part"),
        (
            "limits = [{ max = 30 }]",
            'rules[0].limits[0]: max: 3000% is above 100%; write "30%" for 30 per cent, or add',
        ),
        (
            "limits = [{ max = 1, of = 'absolute' }]",
            "rules[0].limits[0]: of: a fraction is of the original or of the candidate, never"
            " absolute",
        ),
        (
            "limits = [{ max = '100%', unit = 'words' }]",
            "rules[0].limits[0]: max: 100% is a part; say of what: add of = 'original' or"
            " 'candidate', or write a whole number of words",
        ),
        (
            "limits = [{ max = '130%', unit = 'words', of = 'original' }]",
            "rules[0].limits[0]: max: 130% is above 100%",
        ),
        (
            "limits = [{ max = 1.5, unit = 'words' }]",
            "rules[0].limits[0]: max: 3/2 words is not a whole number; write 1 or 2",
        ),
        (
            "limits = [{ max = 2, unit = 'paragraphs', of = 'candidate', select = 'leading' }]",
            "rules[0].limits[0]: select: the beginning of the original is meant,"
            " so of = 'candidate' does not fit",
        ),
        (
            "limits = [{ max = 2, unit = 'words', days = 7 }]",
            "rules[0].limits[0]: days: a period needs over = 'all'",
        ),
        (
            "limits = [{ max = 2, unit = 'articles' }]",
            "rules[0].limits[0]: unit: articles are counted over all candidates; add over = 'all'",
        ),
        (
            "limits = [{ max = 0.2, over = 'all' }]",
            "rules[0].limits[0]: over: 'all' adds up counts; a ratio or a leading part cannot be"
            " added up",
        ),
        (
            "limits = [{ max = 2, unit = 'words', over = 'all', select = 'leading' }]",
            "rules[0].limits[0]: over: 'all' adds up counts; a ratio or a leading part cannot be"
            " added up",
        ),
        ("links = [{ where = 'top' }]", "rules[0].links[0].where: 'top' is not a place; write"),
        ("links = [{ where = 'paragraph<=0' }]", "rules[0].links[0].where: 'paragraph<=0' is not"),
        (
            "credits = [{ template = 'by {writer}' }]",
            "rules[0].credits[0].template: 'by {writer}' has",
        ),
        (
            "credits = [{ template = 'by {author' }]",
            "rules[0].credits[0].template: 'by {author' has",
        ),
        (
            "credits = [{ template = 'by author}' }]",
            "rules[0].credits[0].template: 'by author}' has",
        ),
        (
            "page = { counter = 'require' }",
            "rules[0].page: counter and counter_address belong together",
        ),
        ("page = { counter_address = 'abc' }", "rules[0].page: counter and counter_address belong"),
        (
            "page = { counter = 'forbid', counter_address = 'abc', counter_guessed = true }",
            "rules[0].page: counter_guessed: only a counter that is required may be missed",
        ),
        (
            "any_of = [{ provided = 'x' }]",
            "rules[0]: any_of: one condition is no choice; add another, or write it without any_of",
        ),
        (
            "any_of = [{ provided = 'x' }, {}]",
            "rules[0].any_of[1]: has no condition; write one of link, credit, page, provided",
        ),
        (
            "any_of = [{ provided = 'x' }, { link = {}, credit = { template = 'A' } }]",
            "rules[0].any_of[1]: has link and credit; write one of link, credit, page, provided,"
            " and an entry for each other that is enough",
        ),
        (
            "any_of = [{ provided = 'x' }, { credit = { template = 'A', required = false } }]",
            "rules[0].any_of[1]: credit.required: one of the conditions is demanded, so drop",
        ),
        (
            "any_of = [{ provided = 'x' }, { page = { canonical = 'require', keep_links = true}}]",
            "rules[0].any_of[1]: page: asks for 2 things; write an entry for each that is enough",
        ),
        (
            "any_of = [{ provided = 'x' }, { page = {} }]",
            "rules[0].any_of[1]: page: asks for 0 things",
        ),
        (
            "any_of = [{ provided = 'x' }, { lnk = {} }]",
            "rules[0].any_of[1].lnk: unknown key; did you mean 'link'?",
        ),
        (
            "attest = ['money']",
            "rules[0].attest[0].about: 'money' is not known here; write 'commercial'",
        ),
        ("attest = ['territory']", "rules[0].attest[0]: territory needs either within or outside"),
        (
            "attest = [{ about = 'territory', within = 'KZ', outside = 'US' }]",
            "rules[0].attest[0]: territory needs either within or outside",
        ),
        (
            "attest = [{ about = 'territory', within = 'KZ', provided = 'x' }]",
            "rules[0].attest[0]: territory needs either within or outside",
        ),
        (
            "attest = [{ about = 'ai', within = 'KZ' }]",
            "rules[0].attest[0]: within and outside are for territory, not for ai",
        ),
        (
            "attest = [{ about = 'ai', outside = 'KZ' }]",
            "rules[0].attest[0]: within and outside are for territory, not for ai",
        ),
        ("not_before = 'soon'", "rules[0].not_before"),
        ("not_before = '2 weeks'", "rules[0].not_before: '2 weeks' is neither days"),
        (
            "not_before = 2026-12-01T10:00:00Z",
            "rules[0].not_before: 2026-12-01 10:00:00+00:00 has a time of day; write the day alone",
        ),
        ("min_share = 50", 'rules[0].min_share: 50 is above 1; write 1 or less, or "50%" for per'),
        (
            "links = [{ anchor = ' - ' }]",
            "rules[0].links[0].anchor: ' - ' has no word to seek; write",
        ),
        ("credits = [{ template = ' – ' }]", "rules[0].credits[0].template: ' – ' has no word to"),
        (
            "attest = [{ about = 'territory', within = ['Kazakhstan'] }]",
            "rules[0].attest[0].within[0]: 'Kazakhstan' is not the two-letter code of a country;"
            " write it as KZ",
        ),
        (
            "attest = [{ about = 'territory', outside = ['UK'] }]",
            "rules[0].attest[0].outside[0]: 'UK' is no country's code; write GB",
        ),
        ("not_before = -1", "rules[0].not_before"),
        ("not_before = 40000", "rules[0].not_before"),
        ("not_before = true", "rules[0].not_before"),
        (
            "mode = 'excerpt'\nmin_share = 1",
            "rules[0]: min_share: at least 100% must be used, but mode 'excerpt' is less than 90%;"
            " drop one of them, or ask for less",
        ),
        (
            "min_share = '50%'\nlimits = [{ max = 9, unit = 'words' }, { max = '30%' }]",
            "rules[0]: min_share: at least 50% must be used, but limits[1] allows no more than 30%"
            " of the original's words; raise the limit or ask for less",
        ),
        (
            "mode = 'full'\nlimits = [{ max = '99%', unit = 'sentences', of = 'original' }]",
            "rules[0]: mode: 'full' asks for 100%, but limits[0] allows no more than 99% of the"
            " original's sentences; raise the limit",
        ),
        (
            "min_share = '1%'\nlimits = [{ max = 0, unit = 'articles', over = 'all' }]",
            "rules[0]: min_share: at least 1% must be used, but limits[0] allows no more than 0",
        ),
        (
            "mode = 'deny'\nlimits = [{ max = '30%' }]",
            "rules[0]: limits: mode is 'deny', so nothing may be used and no limit matters; drop",
        ),
        (
            "mode = 'full'\nwhen = { use = 'excerpt' }",
            "rules[0]: mode: 'full' asks for 100%, but the rule is for use = 'excerpt'",
        ),
        (
            "not_before = 5\nnot_after = 4",
            "rules[0]: not_after: 4 comes before not_before, 5; change one of them",
        ),
        (
            "not_before = 2026-11-05\nremove_after = 2026-11-04",
            "rules[0]: remove_after: 2026-11-04 comes before not_before, 2026-11-05",
        ),
        (
            "when = { genre = ['news', 'Analysis'] }\n[[rules]]\nwhen = { genre = 'analysis',"
            " use = 'full' }",
            "rules[1]: never applies, since rules[0] is for the same uses; make them one rule",
        ),
        ("[[rules]]", "rules[0]: fits every use, so no rule after it applies; move it last"),
    ],
)
def test_what_cannot_be_meant_is_refused_at_its_place(
    tmp_path: Path, rule: str, problem: str
) -> None:
    assert problem_of(tmp_path, rule).startswith(problem)


@pytest.mark.parametrize(
    "host",
    ["https://news.example", "news.example/a", "", "a b", "a:80", "*.a.kz", "desk@a.kz"],
)
def test_a_host_is_bare(tmp_path: Path, host: str) -> None:
    problem = problem_of(tmp_path, "", top=f'hosts = ["{host}"]')
    assert problem.startswith(f"hosts[0]: {host!r} is not a bare host")


@pytest.mark.parametrize(
    "rule",
    [
        {"min_share": "30%", "limits": [{"max": "30%"}]},
        {"min_share": "50%", "limits": [{"max": "30%", "of": "candidate"}]},
        {"min_share": "50%", "limits": [{"max": "30%", "unit": "sentences", "of": "original"}]},
        {"min_share": "50%", "limits": [{"max": 1, "unit": "articles", "over": "all"}]},
        {"min_share": "89%", "mode": "excerpt"},
        {"min_share": "100%", "mode": "deny"},
        {"mode": "full", "when": {"use": "full"}, "limits": [{"max": "100%"}]},
        {"not_before": 5, "not_after": 5, "remove_after": 1},
        {"not_before": 5, "not_after": date(2026, 11, 4)},
    ],
)
def test_terms_that_can_be_kept_are_read(rule: dict[str, Any]) -> None:
    assert Policy(id="kept", name="Kept", rules=[rule]).rules[0].mode in Mode


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ({"genre": "news"}, {"genre": ["news", "analysis"]}),
        ({"genre": "news"}, {"section": "sport"}),
        ({"genre": "news", "medium": "web"}, {"genre": "news"}),
        ({"use": "full"}, {"use": "excerpt"}),
        ({"use": "full"}, {}),
    ],
)
def test_a_rule_that_takes_some_uses_leaves_the_others(
    earlier: dict[str, Any], later: dict[str, Any]
) -> None:
    policy = Policy(id="two", name="Two", rules=[{"when": earlier}, {"when": later}])
    assert len(policy.rules) == 2


@pytest.mark.parametrize(("written", "meant"), [("2 weeks", "14 days"), ("1 Week", "7 days")])
def test_whole_days_in_another_unit_are_told_as_days(
    tmp_path: Path, written: str, meant: str
) -> None:
    assert f'; write "{meant}"' in problem_of(tmp_path, f"not_before = '{written}'")
    assert "; write" not in problem_of(tmp_path, "not_before = '2 months'")


def test_midnight_is_a_day_and_days_may_begin_large() -> None:
    rule = Rule.model_validate(
        {"not_before": datetime(2026, 12, 1, tzinfo=UTC), "remove_after": "30 Days"}
    )
    assert (rule.not_before, rule.remove_after) == (date(2026, 12, 1), 30)


@pytest.mark.parametrize("territory", ["USA", "Kazakhstan", "EU"])
def test_a_country_is_declared_by_its_code(territory: str) -> None:
    with pytest.raises(PolicyError, match="territory"):
        Declared(territory=(territory,))


def test_a_policy_without_rules_is_refused() -> None:
    with pytest.raises(ValueError, match="rules"):
        Policy(id="a", name="A", rules=[])


@pytest.mark.parametrize("selector", ["div[[", "p:contains(x)", "article >"])
def test_a_selector_is_one(tmp_path: Path, selector: str) -> None:
    problem = problem_of(tmp_path, "", top=f'body_selector = "{selector}"')
    assert problem.startswith(f"body_selector: {selector!r} is no CSS selector that can be used: ")
    assert problem.endswith("; write it as .article-body")


@pytest.mark.parametrize("host", ["kz", "com.kz", "news"])
def test_a_host_is_one_publishers(tmp_path: Path, host: str) -> None:
    problem = problem_of(tmp_path, "", top=f'hosts = ["{host}"]')
    assert problem.startswith(f"hosts[0]: {host!r} is not a whole host")


def test_a_host_covers_its_subdomains_and_no_look_alikes() -> None:
    policy = Policy(id="a", name="A", hosts=["orig.kz"], rules=[Rule()])
    assert policy.governs("orig.kz")
    assert policy.governs("en.orig.kz")
    assert not policy.governs("notorig.kz")
    assert not policy.governs("orig.kz.evil.com")
    spelled = Policy(id="a", name="A", hosts=["www.Orig.kz", "пример.қаз"], rules=[Rule()])
    assert spelled.governs("orig.kz")
    assert spelled.governs("xn--e1afmkfd.xn--80ao21a")


@pytest.mark.parametrize(
    ("limit", "is_ratio", "of", "words"),
    [
        (Limit(max="30%"), True, Base.ORIGINAL, "30% of the original's words"),
        (Limit(max=1), True, Base.ORIGINAL, "100% of the original's words"),
        (Limit(max=0, unit="words"), False, Base.ABSOLUTE, "0 words"),
        (Limit(max=1000, unit="characters"), False, Base.ABSOLUTE, "1,000 characters"),
        (
            Limit(max="20%", unit="characters", of="original"),
            True,
            Base.ORIGINAL,
            "20% of the original's characters",
        ),
        (Limit(max=2, unit="sentences", of="original"), False, Base.ORIGINAL, "2 sentences"),
        (Limit(max=1, unit="sentences", of="original"), False, Base.ORIGINAL, "1 sentence"),
        (Limit(max="20%", of="candidate"), True, Base.CANDIDATE, "20% of the candidate's words"),
        *[
            (Limit(max=all_of_it, unit="sentences", of="original"), True, Base.ORIGINAL, words)
            for all_of_it in ("100%", " 1/1 ", 1.0, Fraction(1))
            for words in ["100% of the original's sentences"]
        ],
        *[
            (Limit(max=one, unit="sentences", of="original"), False, Base.ORIGINAL, "1 sentence")
            for one in ("1", " 1 ")
        ],
        (Limit(max=20.0, unit="words"), False, Base.ABSOLUTE, "20 words"),
    ],
)
def test_a_limit_is_a_ratio_or_a_count(
    limit: Limit, of: Base, words: str, *, is_ratio: bool
) -> None:
    assert limit.is_ratio is is_ratio
    assert limit.of is of
    assert str(limit) == words
    for again in (Limit(**limit.model_dump()), Limit.model_validate_json(limit.model_dump_json())):
        assert (again, again.is_ratio, str(again)) == (limit, is_ratio, words)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("anywhere", Where()),
        ("lead", Where(Spot.LEAD)),
        ("end", Where(Spot.END)),
        ("sentence<=2", Where(Spot.SENTENCE, 2)),
        (" paragraph <= 10 ", Where(Spot.PARAGRAPH, 10)),
        ("after_paragraph 1", Where(Spot.AFTER_PARAGRAPH, 1)),
    ],
)
def test_places_read_as_written_and_print_as_read(written: str, meant: Where) -> None:
    assert parse_where(written) == meant
    assert parse_where(meant) is meant
    assert parse_where(str(meant)) == meant


@pytest.mark.parametrize(
    "written", ["sentence", "sentence<=", "after_paragraph", "end 1", "sentence 2", 3]
)
def test_what_is_no_place_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match="is not a place; write"):
        parse_where(written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1 day", 1),
        (" 90 days ", 90),
        ("P30D", 30),
        ("24 hours", Hours(24)),
        ("1 hour", Hours(1)),
        ("PT48H", Hours(48)),
        (0, 0),
        (36_600, 36_600),
        ("2026-12-01", date(2026, 12, 1)),
        (date(2026, 12, 1), date(2026, 12, 1)),
    ],
)
def test_delays_are_days_or_dates(written: object, meant: object) -> None:
    assert parse_delay(written) == meant


@pytest.mark.parametrize(
    ("template", "pieces"),
    [
        ("{author}", (Part.AUTHOR,)),
        ("By {author}, {publisher}", ("By", Part.AUTHOR, Part.PUBLISHER)),
        ("First published by X.", ("First published by X.",)),
        ("{title} — {date}", (Part.TITLE, Part.DATE)),
    ],
)
def test_a_credit_is_fixed_words_and_parts(template: str, pieces: tuple[object, ...]) -> None:
    assert CreditDuty(template=template).pieces == pieces


@pytest.mark.parametrize("policy_id", preset_ids())
def test_a_preset_names_its_publisher_its_terms_and_when_they_were_read(policy_id: str) -> None:
    policy = load_policy(policy_id)
    assert policy.id == policy_id
    assert policy.hosts or policy_id.startswith("cc-"), "only a licence is anyone's"
    assert policy.terms_url is not None
    assert policy.terms_url.startswith("https://")
    assert policy.terms_read is not None
    assert date(2026, 11, 1) <= policy.terms_read <= date(2026, 11, 30)
    assert any(rule != Rule() for rule in policy.rules)


def test_at_least_thirty_presets_ship() -> None:
    assert len(preset_ids()) >= 30


def test_no_host_is_governed_by_two_presets() -> None:
    policies = [load_policy(policy_id) for policy_id in preset_ids()]
    hosts = [host for policy in policies for host in policy.hosts]
    for host in hosts:
        assert sum(policy.governs(host) for policy in policies) == 1


def test_a_preset_file_is_what_a_person_can_copy(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(preset_text("propublica"), "utf-8")
    assert load_policy(path) == load_policy("propublica")
    assert load_mapping(path, error=PolicyError)["rules"]
