"""The formats for programs: golden files, the rules of each format, and hostile text in each."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt
from tests.reports.sample import ADDRESS, ALLOWED, NO_LINK, TOO_LONG, judged, scan_report

from reuse_guard import Outcome, Status, Verdict
from reuse_guard._version import __version__
from reuse_guard.locale import say
from reuse_guard.reports.escape import line, markdown, markdown_quote, workflow_data, xml
from reuse_guard.reports.findings import find
from reuse_guard.reports.registry import FORMATS, render
from reuse_guard.reports.report import Extent, Judged, Problem, ProblemKind, Report
from reuse_guard.reports.rules import RULES, rule_for

GOLDEN = Path(__file__).parent / "golden"
SUFFIXES = {
    "terminal": "txt", "json": "json", "jsonl": "jsonl", "sarif": "sarif", "junit": "xml",
    "gitlab": "gitlab.json", "github": "github.txt", "markdown": "md",
}  # fmt: skip


def golden(name: str) -> str:
    """A scan in one format, the version redacted."""
    return render(scan_report(), name).replace(f'"{__version__}"', '"VERSION"')


def golden_path(name: str) -> Path:
    return GOLDEN / f"scan.{SUFFIXES[name]}"


@pytest.mark.parametrize("name", SUFFIXES)
def test_the_report_of_a_scan_is_the_golden_one(name: str) -> None:
    """After a wanted change: `python -m tests.reports.golden`, then read the difference."""
    assert golden(name) == golden_path(name).read_text("utf-8")


def test_every_format_has_a_golden_file() -> None:
    assert set(SUFFIXES) <= set(FORMATS)


def sarif(report: Report) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(render(report, "sarif"))
    return log


def test_sarif_keeps_the_published_schema() -> None:
    """The schema of the OASIS standard, from the package @microsoft/sarif-multitool 5.7.0."""
    schema = json.loads(Path(__file__).with_name("sarif-2.1.0.schema.json").read_text("utf-8"))
    validator = jsonschema.validators.validator_for(schema)(
        schema, format_checker=jsonschema.FormatChecker()
    )
    for report in (scan_report(), Report((judged(ALLOWED, "a.md"),))):
        assert [error.message for error in validator.iter_errors(sarif(report))] == []


def test_sarif_points_at_the_copied_passages_and_at_the_place_for_the_link() -> None:
    results = sarif(Report((judged(TOO_LONG, "a.md"),)))["runs"][0]["results"]
    lines = TOO_LONG.splitlines()

    def text_at(location: dict[str, Any]) -> str:
        region = location["physicalLocation"]["region"]
        return "\n".join(lines[region["startLine"] - 1 : region["endLine"]])

    limit, link = results
    assert [limit["ruleId"], link["ruleId"]] == ["RG101", "RG201"]
    assert text_at(limit["locations"][0]).startswith("Repairs took seven months")
    assert [text_at(other)[:9] for other in limit["relatedLocations"]] == ["The ferry"]
    assert text_at(link["locations"][0]).startswith("The ferry between")


def test_sarif_rule_indices_lead_to_the_rules() -> None:
    run = sarif(scan_report())["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


def test_what_is_set_aside_is_suppressed_and_not_hidden() -> None:
    results = sarif(scan_report())["runs"][0]["results"]
    aside = [result for result in results if "suppressions" in result]
    assert [result["ruleId"] for result in aside] == ["RG201"]
    assert "2027-06-30" in aside[0]["suppressions"][0]["justification"]
    assert '"severity": "info"' in render(scan_report(), "gitlab")
    assert "::notice file=content/no link.md" in render(scan_report(), "github")


def test_rule_ids_are_unique_and_never_change() -> None:
    assert len({rule.id for rule in RULES}) == len({rule.kind for rule in RULES}) == len(RULES)
    assert {rule.kind: rule.id for rule in RULES} == {
        "limit": "RG101", "mode": "RG102", "whole": "RG103", "edits": "RG104",
        "link": "RG201", "credit": "RG202", "any-of": "RG203",
        "canonical": "RG301", "noindex": "RG302", "counter": "RG303", "kept-links": "RG304",
        "media": "RG401", "third-party": "RG402",
        "not-before": "RG501", "not-after": "RG502", "remove-after": "RG503",
        "attest": "RG601", "when": "RG602",
        "unreadable": "RG901", "no-snapshot": "RG902", "defect": "RG903",
        "original": "RG904", "other": "RG999",
    }  # fmt: skip
    assert rule_for("attest-commercial").id == "RG601"


def test_a_fingerprint_outlives_moved_lines_and_tells_findings_apart() -> None:
    before = find(Report((judged(TOO_LONG, "a.md"),)))
    moved = find(Report((judged(TOO_LONG.replace("Our own", "\n\nMore of our own"), "a.md"),)))
    assert [f.fingerprint for f in before] == [f.fingerprint for f in moved]
    assert [f.lines for f in before] != [f.lines for f in moved]
    every = find(scan_report())
    assert len({f.fingerprint for f in every}) == len(every)
    assert {f.fingerprint for f in before}.isdisjoint(
        f.fingerprint for f in find(Report((judged(TOO_LONG, "b.md"),)))
    )


def test_two_like_findings_get_fingerprints_of_their_own() -> None:
    twice = Problem(ProblemKind.UNREADABLE, "a.md", "cannot be read")
    found = find(Report((judged(ALLOWED, "a.md"),), (twice, twice)))
    assert len({f.fingerprint for f in found}) == len(found) == 2


def test_gitlab_wants_paths_lines_severities_and_unique_fingerprints() -> None:
    issues = json.loads(render(scan_report(), "gitlab"))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 5
    for issue in issues:
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert 1 <= issue["location"]["lines"]["begin"] <= issue["location"]["lines"]["end"]
        assert not issue["location"]["path"].startswith(("/", "./"))


def test_junit_counts_what_it_holds() -> None:
    root = etree.fromstring(render(scan_report(), "junit").encode())
    for element in (root, *root.findall("testsuite")):
        assert int(element.attrib["tests"]) == len(element.findall(".//testcase"))
        assert int(element.attrib["failures"]) == len(element.findall(".//failure"))
        assert int(element.attrib["errors"]) == len(element.findall(".//error"))
        assert int(element.attrib["skipped"]) == len(element.findall(".//skipped"))
    assert int(root.attrib["failures"]) == 2
    assert int(root.attrib["errors"]) == 1


def test_json_lines_hold_the_verdicts_of_single_checks() -> None:
    rows = [json.loads(row) for row in render(scan_report(), "jsonl").splitlines()]
    assert [row.get("outcome") for row in rows] == ["allowed", "violation", "violation", None, None]
    assert rows[1]["exemption"]["outcome"] == "allowed"
    assert rows[0] == json.loads(render(Report((judged(ALLOWED, "content/allowed.md"),)), "json"))
    assert [row["problem"]["kind"] for row in rows[3:]] == ["unreadable", "no-snapshot"]


def test_the_json_of_a_scan_is_one_object() -> None:
    whole = json.loads(render(scan_report(), "json"))
    assert whole["outcome"] == "violation"
    assert len(whole["verdicts"]) == 3
    assert len(whole["problems"]) == 2


def test_a_github_annotation_is_one_line_each() -> None:
    commands = render(scan_report(), "github").splitlines()
    assert len(commands) == 5
    pattern = re.compile(
        r"::(error|warning|notice) file=[^,:]+,line=\d+,endLine=\d+,title=[^:]+::.+"
    )
    assert all(pattern.fullmatch(command) for command in commands)


def test_a_sentence_about_two_clauses_is_told_in_one_annotation_of_a_file() -> None:
    """SARIF's results are shown one by one, so each has all of its own there."""
    found = judged(TOO_LONG, "a.md")
    why = say("Five words stand in both texts, but never many together; a person has to look.")
    clauses = [
        replace(
            clause,
            status=Status.UNVERIFIABLE,
            sentences=(*clause.sentences, why),
            message=f"{clause.message} {why}",
        )
        for clause in found.verdict.clauses
    ]
    verdict = found.verdict.model_copy(update={"clauses": tuple(clauses)})
    report = Report((Judged(verdict, None),))
    limit, link = render(report, "github").splitlines()
    assert str(why) in limit
    assert str(why) not in link
    assert "No hyperlink to the original article found." in link
    assert "What RG101 says of it holds here" in link
    results = sarif(report)["runs"][0]["results"]
    assert all(str(why) in result["message"]["text"] for result in results)


def test_the_comment_begins_with_the_mark_that_finds_it_again() -> None:
    assert render(scan_report(), "markdown").startswith("<!-- reuse-guard -->\n### ❌")


def test_a_comment_never_passes_the_bound_of_the_platform() -> None:
    many = Report(tuple(judged(TOO_LONG, f"content/{n}.md") for n in range(5)) * 40)
    text = render(many, "markdown")
    assert len(text) < 65_536
    assert re.search(r"\.\.\. and \d+ more", text)


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_of_a_scan_is_wider_than_the_terminal(width: int) -> None:
    for text in (render(scan_report(), "terminal", width=width), golden("terminal")):
        assert max(map(len, text.splitlines())) <= max(width, 80)


def test_colour_is_used_only_where_asked_for() -> None:
    assert "\x1b[" in render(scan_report(), "terminal", color=True)
    assert "\x1b[" not in render(scan_report(), "terminal")


def test_a_set_aside_clause_does_not_fail_the_run() -> None:
    report = scan_report()
    assert [each.outcome for each in report.judged] == [
        Outcome.ALLOWED, Outcome.ALLOWED, Outcome.VIOLATION,
    ]  # fmt: skip
    assert Report(report.judged[:2]).outcome is Outcome.ALLOWED
    assert Report(report.judged[:2], report.problems[1:]).outcome is Outcome.REVIEW


def test_a_verdict_survives_being_remembered() -> None:
    for text in (TOO_LONG, NO_LINK, ALLOWED):
        verdict = judged(text, "a.md").verdict
        again = Verdict.model_validate_json(verdict.model_dump_json(round_trip=True))
        assert again == verdict
        assert render(Report((Judged(again),)), "json") == render(
            Report((Judged(verdict),)), "json"
        )


# --- hostile text ----------------------------------------------------------
HOSTILE = "\x00\x07\x1b[31m a\r\n::error::b%0A]]> <script>&\"' `|` @all #1 \ud800 \u202e \uffff"


def hostile_report() -> Report:
    problem = Problem(ProblemKind.UNREADABLE, f"x {HOSTILE}.md", HOSTILE)
    return Report((judged(NO_LINK.replace("short", "short @x |"), f"y {HOSTILE}.md"),), (problem,))


@pytest.mark.parametrize("name", ["sarif", "junit", "gitlab", "github", "markdown"])
def test_hostile_text_can_be_written_as_utf_8_and_has_no_controls(name: str) -> None:
    text = render(hostile_report(), name)
    text.encode()
    assert not re.search("[\x00-\x08\x0b-\x1f\u202e]", text)


def test_hostile_text_stays_data() -> None:
    json.loads(render(hostile_report(), "sarif"))
    json.loads(render(hostile_report(), "gitlab"))
    etree.fromstring(render(hostile_report(), "junit").encode())
    commands = render(hostile_report(), "github").splitlines()
    assert all(command.startswith(("::error file=", "::warning file=")) for command in commands)
    assert len(commands) == 2
    html = MarkdownIt("gfm-like", {"linkify": False}).render(render(hostile_report(), "markdown"))
    assert "<script" not in html


@given(st.text())
def test_any_text_can_stand_in_any_format(text: str) -> None:
    line(text).encode()
    assert "\n" not in line(text)
    assert "\n" not in workflow_data(text)
    etree.fromstring(f'<a b="{xml(text)}">{xml(text)}</a>')


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("C", "Z"))))
def test_escaped_markdown_shows_the_text_as_it_is(text: str) -> None:
    """CommonMark 2.4: any ASCII punctuation character may be backslash-escaped."""
    html = MarkdownIt("gfm-like", {"linkify": False}).render(f"x {markdown(text)} x")
    shown = "".join(map(str, etree.fromstring(html.replace("&#8203;", "")).itertext()))
    assert shown.strip().replace("\u200b", "") == f"x {line(text)} x"


@given(st.text(alphabet="`a ~\n"))
def test_a_quote_cannot_end_its_block(text: str) -> None:
    tokens = MarkdownIt().parse(markdown_quote(text))
    assert [token.type for token in tokens] == ["fence"]


def test_a_scan_of_no_candidate_says_that_nothing_was_checked() -> None:
    """It fails nothing, and is no word on any text."""
    report = Report((), extent=Extent(candidates=0, originals=3))
    assert "Republication terms: nothing checked" in render(report, "markdown")
    assert render(report, "terminal").startswith("NOTHING CHECKED  0 candidates against 3")


def test_one_of_something_is_told_in_the_singular() -> None:
    shown = render(Report((), extent=Extent(candidates=1, originals=1)), "markdown")
    assert "1 candidate against 1 original; 0 using" in shown


def test_a_candidate_of_several_originals_is_one_and_each_finding_names_its_original() -> None:
    other = "https://steppe-courier.example/news/ferry-in-autumn"
    used = judged(NO_LINK, "content/digest.md")
    view = replace(used.verdict.original, url=other)
    used_too = replace(used, verdict=used.verdict.model_copy(update={"original": view}))
    kept = judged(ALLOWED, "content/allowed.md")
    report = Report((kept, used, used_too), extent=Extent(candidates=2, originals=2))
    assert report.tally() == {Outcome.ALLOWED: 1, Outcome.VIOLATION: 1}
    assert "2 candidates against 2 originals; 2 using" in render(report, "markdown")
    told = [finding.message.split(" No hyperlink")[0] for finding in find(report)]
    assert told == [f"Original {ADDRESS}:", f"Original {other}:"]
