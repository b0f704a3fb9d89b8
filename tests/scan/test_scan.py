"""Scans of made projects: what is found, remembered and set aside, in one process or several."""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import subprocess
from datetime import date
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.align.articles import KAZAKH
from tests.align.test_alphabets import in_latin
from tests.reports.sample import ADDRESS, ALLOWED, DAY, NO_LINK, ORIGINAL, TOO_LONG
from tests.scan.work import die_at_three, fail_at_three

from reuse_guard import MissingExtraError, Outcome, PolicyError, ReadError, check, read
from reuse_guard.cli.main import run
from reuse_guard.config import find_project
from reuse_guard.originals import Store
from reuse_guard.reports.registry import render
from reuse_guard.reports.report import ProblemKind, Report
from reuse_guard.scan import Run, changed_since, choose, discover, is_among, scan
from reuse_guard.scan.checker import died
from reuse_guard.scan.index import LEAST_SHARED, Index, hash_runs
from reuse_guard.scan.spread import Died, WorkerError, spread

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    from reuse_guard import Verdict
    from reuse_guard.documents.model import Document

CONFIG = 'content = ["content/**/*.md"]\npolicy = "qazmonitor"\n'
OTHER_ADDRESS = "https://steppe-courier.example/news/library"
OTHER = """\
# Library opens on Sundays

The district library of Akzhar opens on Sundays from December, its director told the council.

Readers had asked for it since the reading hall was heated again, and two students will help out.

Books can be returned at any hour through the hatch beside the door on Pushkin street.
"""
FROM_BOTH = f"{NO_LINK}\n{OTHER.split(chr(10) * 2)[3]}\n\nReaders asked, and the ferry waited.\n"


class Site:
    """A project in a folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "content").mkdir(parents=True)
        self.configure()
        self.store = Store(root / "originals", root / "reuse-guard.lock")
        self.keep(ORIGINAL, ADDRESS)

    def configure(self, more: str = "", config: str = CONFIG) -> None:
        """Write the configuration, with more lines at its end."""
        (self.root / "reuse-guard.toml").write_text(config + more, "utf-8")

    def keep(self, text: str, address: str | None) -> None:
        """Keep an original."""
        self.store.add(text.encode(), suffix=".md", name="kept", day=DAY, address=address)

    def write(self, name: str, text: str) -> None:
        """Write a candidate."""
        file = self.root / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def scan(self, *, processes: int = 1, day: date = DAY, remember: bool = True) -> Report:
        """Scan all candidates."""
        project = find_project(self.root)
        return scan(project, discover(project), Run(day, processes, remember=remember))


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    made = Site(tmp_path / "site")
    monkeypatch.chdir(made.root)
    return made


def outcomes(report: Report) -> dict[str, str]:
    return {each.verdict.candidate.source: str(each.outcome) for each in report.judged}


def test_a_use_that_is_not_declared_is_found(site: Site) -> None:
    site.write("a.md", NO_LINK)
    site.write("b.md", "# Own\n\nNothing in this text of ours comes from anywhere else at all.\n")
    report = site.scan()
    assert outcomes(report) == {"content/a.md": "violation"}
    assert report.extent is not None
    assert (report.extent.candidates, report.extent.originals) == (2, 1)


def test_a_text_that_names_an_original_and_copies_no_word_is_not_said_to_have_text_of_it(
    site: Site,
) -> None:
    own = "Nothing in this text of ours comes from anywhere else at all.\n"
    site.write("a.md", f"---\nsource: {ADDRESS}\n---\n\n{own}")
    site.write("b.md", own)
    report = site.scan()
    assert [each.verdict.share.copied for each in report.judged] == [0]
    found = {name: render(report, name) for name in ("terminal", "markdown", "html")}
    assert "1 allowed, 1 neither using nor naming one." in " ".join(found["terminal"].split())
    assert "2 candidates against 1 original; 1 using or naming one." in found["markdown"]
    assert "Neither using nor naming one: 1." in found["html"]
    assert "Candidates that use or name an original" in found["html"]


QUOTA = 'id = "q"\nname = "Q"\n\n[[rules]]\n\n[[rules.limits]]\n{}over = "all"\n'
PARTS = [f"Own words of ours come first here.\n\n{part}\n" for part in (ORIGINAL, OTHER)]


def quota_of(site: Site, limit: str, *, is_whole: bool = True) -> dict[str, str]:
    """Outcomes of two candidates under a limit over all uses, the second one a feed's item."""
    (site.root / "q.toml").write_text(QUOTA.format(limit), "utf-8")
    site.configure(config='content = ["content/*"]\npolicy = "q.toml"\n')
    site.keep(OTHER, OTHER_ADDRESS)
    site.write("a.md", PARTS[0])
    items = "".join(f"<item><title>T</title><description>{t}</description></item>" for t in PARTS)
    site.write("b.rss", f'<rss version="2.0"><channel>{items}</channel></rss>')
    project = find_project(site.root)
    report = scan(project, discover(project), Run(DAY, 1, is_whole=is_whole))
    return {f"{Path(e.verdict.candidate.source).name} {e.item}": e.outcome for e in report.judged}


@pytest.mark.parametrize(
    ("limit", "outcome"),
    [
        ('max = 2\nunit = "articles"\n', "allowed"),
        ('max = 1\nunit = "articles"\n', "violation"),
        ('max = 9000\nunit = "words"\n', "allowed"),
        ('max = 60\nunit = "words"\n', "violation"),
    ],
)
def test_a_limit_over_all_uses_is_judged_where_the_whole_project_is_scanned(
    site: Site, limit: str, outcome: str
) -> None:
    found = quota_of(site, limit)
    assert len(found) >= 2
    assert set(found.values()) == {outcome}
    assert quota_of(site, limit) == found  # from what is remembered
    if outcome == "allowed":
        assert set(quota_of(site, limit, is_whole=False).values()) == {"review"}


def test_a_file_that_is_another_one_by_now_keeps_the_verdict_it_has(site: Site) -> None:
    def changed(done: int, _: int) -> None:
        if done:
            site.write("a.md", "---\ntitle: [\n---\n")

    (site.root / "q.toml").write_text(QUOTA.format('max = 2\nunit = "articles"\n'), "utf-8")
    site.configure(config='content = ["content/*"]\npolicy = "q.toml"\n')
    site.write("a.md", PARTS[0])
    project = find_project(site.root)
    report = scan(project, discover(project), Run(DAY, 1, is_whole=True, progress=changed))
    assert outcomes(report) == {"content/a.md": "review"}


@pytest.mark.parametrize("declared", [True, False])
def test_a_kept_page_among_the_candidates_is_judged_and_said_to_be_one(
    site: Site, *, declared: bool
) -> None:
    page = "".join(f"<p>{block}</p>" for block in ORIGINAL.split("\n\n"))
    link = f'<link rel="canonical" href="{ADDRESS}">' if declared else ""
    page = f"<html><head>{link}</head><body>{page}</body></html>"
    site.store.add(page.encode(), suffix=".html", name="kept", day=DAY, address=ADDRESS)
    site.configure(config=CONFIG.replace("md", "html"))
    site.write("saved.html", page)
    report = site.scan()
    assert outcomes(report) == {"content/saved.html": "violation"}
    told = [(problem.kind, problem.message) for problem in report.problems]
    said = (
        f"is the very page that is kept as the original of {ADDRESS}; if it is not to be"
        " published, move it out of the content, or name it under exclude"
    )
    # Whose page it is it does not say without an address.
    assert told == ([(ProblemKind.ORIGINAL, said)] if declared else [])
    assert not report.unchecked


def test_a_post_with_the_bytes_of_the_delivered_text_is_judged(site: Site) -> None:
    post = f"---\ncanonical_url: {ADDRESS}\n---\n\n{ORIGINAL}"
    site.store.add(post.encode(), suffix=".md", name="delivered", day=DAY, address=ADDRESS)
    site.write("post.md", post)
    report = site.scan()
    assert outcomes(report) == {"content/post.md": "violation"}
    assert report.problems == ()


def test_a_verdict_is_that_of_a_single_check(site: Site) -> None:
    site.write("a.md", TOO_LONG)
    found = site.scan().judged[0].verdict
    snapshot = site.store.snapshots()[0]
    original = read(Path("originals") / snapshot.file, url=ADDRESS)
    alone = check(original, Path("content/a.md"), original_url=ADDRESS, as_of=DAY, linked_keys=())
    expected = json.loads(alone.model_dump_json())
    expected["original"]["source"] = found.original.source
    assert json.loads(found.model_dump_json()) == expected


@pytest.mark.parametrize(
    ("settings", "more", "outcome"),
    [
        ("mkdocs.yml", "", "violation"),
        ("astro.config.mjs", "", "allowed"),
        ("mkdocs.yml", "bare_links = true\n", "allowed"),
        ("none.txt", "", "allowed"),
        ("none.txt", "bare_links = false\n", "violation"),
    ],
)
def test_a_bare_address_is_a_link_where_the_site_makes_one_of_it(
    site: Site, settings: str, more: str, outcome: str
) -> None:
    site.configure(more)
    site.write("a.md", ALLOWED.replace(f"[the Steppe Courier]({ADDRESS})", f"{ADDRESS}"))
    (site.root / settings).write_text("", "utf-8")
    assert outcomes(site.scan()) == {"content/a.md": outcome}


@pytest.mark.parametrize(
    ("template", "more", "outcome"),
    [
        ("", "", "violation"),
        ("{{ with .Params.source }}<a href='{{ . }}'>Source</a>{{ end }}", "", "review"),
        ("<source srcset=a.webp> {{ .Params.source_url }}", "", "violation"),
        ("", 'linked_keys = ["source"]\n', "review"),
        ("{{ .Params.source }}", "linked_keys = []\n", "violation"),
    ],
)
def test_an_address_of_the_front_matter_is_for_review_where_the_site_may_show_it(
    site: Site, template: str, more: str, outcome: str
) -> None:
    site.configure(more)
    text = ALLOWED.replace(f"[the Steppe Courier]({ADDRESS})", "the Steppe Courier")
    site.write("a.md", f"---\ntitle: A\nsource: {ADDRESS}\n---\n\n{text}")
    if template:
        (site.root / "layouts").mkdir()
        (site.root / "layouts" / "single.html").write_text(template, "utf-8")
    report = site.scan()
    assert outcomes(report) == {"content/a.md": outcome}
    link = next(clause for clause in report.judged[0].verdict.clauses if clause.id == "link")
    assert "names" in link.message
    assert "(source)" in link.message


@pytest.mark.parametrize(
    ("settings", "more", "outcome"),
    [
        ("mkdocs.yml", "", "violation"),
        ("astro.config.mjs", "", "allowed"),
        ("mkdocs.yml", 'dialect = "commonmark"\n', "allowed"),
        ("none.txt", "", "review"),
        ("none.txt", 'dialect = "kramdown"\n', "violation"),
    ],
)
def test_a_link_of_markdown_in_html_is_one_where_the_site_reads_it(
    site: Site, settings: str, more: str, outcome: str
) -> None:
    site.configure(more)
    link = f"[the Steppe Courier]({ADDRESS})"
    site.write("a.md", ALLOWED.replace(link, f"\n\n<div>\n\n{link}\n\n</div>\n\n"))
    (site.root / settings).write_text("", "utf-8")
    assert outcomes(site.scan()) == {"content/a.md": outcome}


def test_what_was_found_before_the_site_was_built_otherwise_is_found_anew(site: Site) -> None:
    site.write("a.md", ALLOWED.replace(f"[the Steppe Courier]({ADDRESS})", f"{ADDRESS}"))
    assert outcomes(site.scan()) == {"content/a.md": "allowed"}
    (site.root / "mkdocs.yml").write_text("", "utf-8")
    assert outcomes(site.scan()) == {"content/a.md": "violation"}


def test_a_declared_source_is_judged_even_where_little_was_copied(site: Site) -> None:
    site.write("a.md", f"---\nsource: {ADDRESS}?utm_source=x\n---\n\nOur own words on the ferry.\n")
    assert outcomes(site.scan()) == {"content/a.md": "allowed"}


def test_a_report_names_no_folder_above_the_project(site: Site) -> None:
    """It is published by CI, where the path to the project is nobody's business."""
    site.write("a.md", TOO_LONG)
    report = site.scan()
    file = site.store.snapshots()[0].file
    assert report.judged[0].verdict.original.source == f"originals/{file}"
    for name in ("json", "html", "sarif", "markdown"):
        assert str(site.root) not in render(report, name)


def test_a_source_that_is_not_kept_is_for_review_at_its_line(site: Site) -> None:
    site.write("a.md", "---\ntitle: x\nsource: https://other.example/a\n---\n\nText of ours.\n")
    report = site.scan()
    assert report.outcome is Outcome.REVIEW
    (problem,) = report.problems
    assert (problem.kind, problem.line) == (ProblemKind.NO_SNAPSHOT, 3)
    assert "reuse-guard originals add https://other.example/a" in problem.message


def test_a_source_that_is_not_kept_can_be_set_aside(site: Site) -> None:
    site.write("a.md", "---\nsource: https://other.example/a\n---\n\nText of ours.\n")
    entry = '[[ignore]]\nfiles = ["**"]\nclauses = ["{}"]\nreason = "gone"\nuntil = 2027-01-01\n'
    site.configure(entry.format("no-snapshot"))
    report = site.scan()
    assert report.outcome is Outcome.ALLOWED
    assert [p.exemption.reason for p in report.problems if p.exemption] == ["gone"]
    site.configure(entry.format("link"))
    assert site.scan().outcome is Outcome.REVIEW


def test_a_short_original_that_is_wholly_copied_is_found_beside_a_longer_one(site: Site) -> None:
    """The longer one explains more words, and too few; the short one stands there whole."""
    short = "Readers returned nine borrowed atlases."
    site.keep(f"# Atlases\n\n{short}\n", OTHER_ADDRESS)
    few = "It had been out of service since the spring flood, when a barge"
    site.write("a.md", f"# Own\n\nOurs: {short}\n\nMore of ours, {few}, we hear.\n")
    assert [each.verdict.original.url for each in site.scan().judged] == [OTHER_ADDRESS]


def test_an_address_on_the_projects_own_site_is_no_source(site: Site) -> None:
    site.configure('site = "https://www.partner.example/"\n')
    site.write("a.md", "---\ncanonical_url: https://partner.example/a\n---\n\nText of ours.\n")
    assert site.scan().problems == ()


def test_only_the_configured_keys_name_a_source(site: Site) -> None:
    site.configure('source_keys = ["original_url", "taken_from"]\n')
    site.write("a.md", "---\nsource: https://other.example/a\n---\n\nText of ours.\n")
    assert site.scan().problems == ()
    for key in ("original_url", "taken_from"):
        site.write("a.md", f"---\ntitle: x\n{key}: https://other.example/a\n---\n\nOurs.\n")
        assert [problem.line for problem in site.scan().problems] == [3]


def test_a_candidate_made_of_two_originals_is_judged_against_both(site: Site) -> None:
    site.keep(OTHER, OTHER_ADDRESS)
    site.write("a.md", FROM_BOTH)
    urls = {each.verdict.original.url for each in site.scan().judged}
    assert urls == {ADDRESS, OTHER_ADDRESS}


def test_a_copy_in_the_other_alphabet_is_found_without_a_declaration(site: Site) -> None:
    site.keep(KAZAKH, OTHER_ADDRESS)
    site.write("a.md", in_latin(KAZAKH, "2021"))
    assert [each.verdict.original.url for each in site.scan().judged] == [OTHER_ADDRESS]


def test_words_are_laid_to_the_original_that_explains_most_of_them(site: Site) -> None:
    """A follow-up of the same publisher repeats a sentence; the copy is not counted for both."""
    site.keep(f"{OTHER}\n{NO_LINK}", OTHER_ADDRESS)
    site.write("a.md", TOO_LONG + NO_LINK)
    assert [each.verdict.original.url for each in site.scan().judged] == [ADDRESS]


@pytest.mark.parametrize("address", [ADDRESS, OTHER_ADDRESS])
def test_of_two_originals_with_one_passage_the_linked_one_is_meant(
    site: Site, address: str
) -> None:
    site.keep(f"{OTHER}\n{NO_LINK}", OTHER_ADDRESS)
    site.write("a.md", f"{NO_LINK}\n[Read it there]({address})\n")
    assert [each.verdict.original.url for each in site.scan().judged] == [address]


def test_the_policy_of_an_original_goes_by_its_host(site: Site) -> None:
    terms = "terms/free.toml"
    (site.root / "terms").mkdir()
    (site.root / terms).write_text('id = "free"\nname = "Free"\n[[rules]]\n', "utf-8")
    site.configure(f'[policies]\n"steppe-courier.example" = "{terms}"\n')
    site.write("a.md", TOO_LONG)
    (judged,) = site.scan().judged
    assert (judged.verdict.policy.id, judged.outcome) == ("free", Outcome.ALLOWED)


def test_a_permission_counts_where_the_candidates_are_published(site: Site) -> None:
    (site.root / "letter.toml").write_text(
        'id = "letter"\npublisher = "Steppe Courier"\ngrantee = "Partner"\n'
        'publisher_hosts = ["steppe-courier.example"]\n'
        'grantee_hosts = ["partner.example"]\nwaives = ["link"]\n',
        "utf-8",
    )
    site.write("a.md", NO_LINK)
    site.configure('grants = ["*.toml"]\nexclude = []\n', CONFIG.replace("**/", ""))
    (site.root / "reuse-guard.toml").rename(site.root / "pyproject.toml")
    text = (site.root / "pyproject.toml").read_text("utf-8").replace('"*.toml"', '"letter.toml"')
    (site.root / "pyproject.toml").write_text(f"[tool.reuse-guard]\n{text}", "utf-8")
    assert site.scan().outcome is Outcome.REVIEW
    more = 'site = "https://partner.example/"\n'
    (site.root / "pyproject.toml").write_text(f"[tool.reuse-guard]\n{text}{more}", "utf-8")
    assert site.scan().outcome is Outcome.ALLOWED


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ('publisher_hosts = ["other.example"]', False),
        ('works = ["https://other.example/news/*"]', False),
        ('works = ["https://steppe-courier.example/news/other"]', True),
        ("", True),
    ],
)
def test_no_message_names_a_permission_of_another_publisher(
    fields: str, site: Site, *, named: bool
) -> None:
    (site.root / "letter.toml").write_text(
        f'id = "letter"\npublisher = "P"\ngrantee = "G"\nvalid_to = 2026-01-01\n{fields}\n', "utf-8"
    )
    site.configure('grants = ["*.toml"]\nexclude = []\n', CONFIG.replace("**/", ""))
    text = (site.root / "reuse-guard.toml").read_text("utf-8").replace('"*.toml"', '"letter.toml"')
    (site.root / "reuse-guard.toml").write_text(text, "utf-8")
    site.write("a.md", TOO_LONG)
    (judged,) = site.scan().judged
    assert ("letter" in judged.verdict.clauses[0].message) is named
    assert bool(judged.verdict.grants) is named


def test_what_is_set_aside_counts_again_the_day_after(site: Site) -> None:
    entry = '[[ignore]]\nfiles = ["content/a.md"]\nreason = "old"\nuntil = 2026-11-05\n'
    site.configure(entry)
    site.write("a.md", TOO_LONG)
    assert site.scan(day=date(2026, 11, 5)).outcome is Outcome.ALLOWED
    assert site.scan(day=date(2026, 11, 6)).outcome is Outcome.VIOLATION


def test_an_entry_for_one_clause_leaves_the_others(site: Site) -> None:
    entry = (
        '[[ignore]]\nfiles = ["content/**"]\nclauses = ["{}"]\nreason = "old"\nuntil = 2027-01-01\n'
    )
    site.write("a.md", NO_LINK)
    site.configure(entry.format("limit"))
    assert site.scan().outcome is Outcome.VIOLATION
    site.configure(entry.format("link"))
    assert site.scan().outcome is Outcome.ALLOWED


def test_one_unreadable_candidate_does_not_stop_the_others(site: Site) -> None:
    site.write("a.md", '---\ntitle: "x\n---\n\nText.\n')
    site.write("b.md", TOO_LONG)
    report = site.scan()
    assert outcomes(report) == {"content/b.md": "violation"}
    assert [p.path for p in report.unreadable] == ["content/a.md"]


def test_a_folder_that_may_not_be_read_stops_a_scan_unless_it_is_excluded(
    site: Site, shut: Callable[[Path], None]
) -> None:
    site.write("a.md", TOO_LONG)
    site.write("shut/b.md", TOO_LONG)
    shut(site.root / "content" / "shut")
    with pytest.raises(ReadError, match=r"shut: may not be read; check its permissions, or excl"):
        site.scan()
    site.configure('exclude = ["content/shut/**"]\n')
    assert outcomes(site.scan()) == {"content/a.md": "violation"}


def test_a_candidate_whose_letters_stand_apart_is_not_read(site: Site) -> None:
    site.write("a.md", " ".join(ORIGINAL.split("\n\n")[1]))
    site.write("b.md", "Own.\n")
    report = site.scan()
    assert report.outcome is Outcome.REVIEW
    (problem,) = report.unreadable
    assert problem.path == "content/a.md"
    assert problem.message.endswith(
        "words cannot be read: their letters stand apart from each other; write the words together"
    )


def test_a_file_whose_name_is_no_text_is_judged_anew_each_time(site: Site) -> None:
    name = os.fsdecode(b"\xff.md")
    site.write(name, TOO_LONG)
    site.write("b.md", TOO_LONG)
    for known in (0, 1):
        report = site.scan()
        assert outcomes(report) == {f"content/{name}": "violation", "content/b.md": "violation"}
        assert remembered(report) == known
    assert "content/\\udcff.md" in render(report, "jsonl")


def test_a_pipe_among_the_candidates_is_told_and_not_waited_for(site: Site) -> None:
    site.write("a.md", TOO_LONG)
    os.mkfifo(site.root / "content" / "b.md")
    report = site.scan()
    assert outcomes(report) == {"content/a.md": "violation"}
    (problem,) = report.unreadable
    assert problem.message == "is a pipe or a device, not a file; leave it out"


def test_what_was_not_read_is_no_allowed_scan(site: Site) -> None:
    site.write("a.md", "---\ntitle: 'x\n---\n\nText.\n")
    assert site.scan().outcome is Outcome.REVIEW


def fail_on(name: str, error: Exception) -> Callable[..., Verdict]:
    """`check`, but for one candidate."""

    def check_the_others(original: Document, candidate: Document, **rest: Any) -> Verdict:  # noqa: ANN401 - `check`'s
        if candidate.source.endswith(name):
            raise error
        return check(original, candidate, **rest)

    return check_the_others


@pytest.mark.parametrize(
    ("error", "kind", "said"),
    [
        (RecursionError("too deep"), "defect", "a defect of ours, not yours: RecursionError: too"),
        (MemoryError(), "defect", "needs more memory than there is; give"),
        (PolicyError("is bad; mend it", source="x.toml"), "unreadable", "x.toml: is bad; mend it"),
        (MissingExtraError("docx"), "unreadable", "pip install 'reuse-guard[docx]'"),
    ],
)
def test_one_candidate_that_cannot_be_judged_does_not_stop_the_others(
    site: Site, monkeypatch: pytest.MonkeyPatch, error: Exception, kind: str, said: str
) -> None:
    site.write("a.md", TOO_LONG)
    site.write("b.md", TOO_LONG)
    with monkeypatch.context() as patch:
        patch.setattr("reuse_guard.scan.checker.check", fail_on("a.md", error))
        report = site.scan()
    assert outcomes(report) == {"content/b.md": "violation"}
    (problem,) = report.problems
    assert (problem.path, problem.kind) == ("content/a.md", kind)
    assert said in problem.message
    again = site.scan()
    assert outcomes(again) == {"content/a.md": "violation", "content/b.md": "violation"}


def test_a_defect_is_told_in_the_report_and_by_the_status(
    site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site.write("a.md", TOO_LONG)
    site.write("b.md", TOO_LONG)
    monkeypatch.setattr("reuse_guard.scan.checker.check", fail_on("a.md", KeyError("x")))
    assert run(["scan", "--no-cache"]) == 3
    captured = capsys.readouterr()
    assert "RG903  a defect of ours, not yours: KeyError: 'x'" in captured.out
    assert "RG101" in captured.out
    assert "by a defect of ours; the report says which" in captured.err


def test_one_bad_item_of_a_feed_does_not_stop_the_others(site: Site) -> None:
    site.configure(config=CONFIG.replace(".md", ".xml"))
    copied = "".join(f"<p>{line}</p>" for line in ORIGINAL.split("\n\n")[1:])
    huge = "<b>" * 1_000_001
    items = "".join(f"<item><description>{escape(text)}</description></item>" for text in
                    (huge, copied))  # fmt: skip
    site.write("feed.xml", f"<rss><channel>{items}</channel></rss>")
    report = site.scan()
    assert outcomes(report) == {"content/feed.xml": "violation"}
    (problem,) = report.unreadable
    assert problem.path == "content/feed.xml"
    assert problem.message.startswith("item 1: ")


def test_an_item_whose_link_is_no_address_is_told_with_what_can_be_done(site: Site) -> None:
    site.configure(config=CONFIG.replace(".md", ".xml"))
    copied = "".join(f"<p>{line}</p>" for line in ORIGINAL.split("\n\n")[1:])
    item = f"<link>/news/1</link><description>{escape(copied)}</description>"
    site.write("feed.xml", f"<rss><channel><item>{item}</item></channel></rss>")
    (problem,) = site.scan().unreadable
    assert problem.message == (
        "the item's link, '/news/1', is no web address; write it in full, as"
        " https://news.example/article"
    )


# --- folders and originals ---------------------------------------------------
def test_a_folder_that_is_a_link_is_looked_into_once(site: Site) -> None:
    site.write("a.md", NO_LINK)
    (site.root / "shared" / "news").mkdir(parents=True)
    (site.root / "shared" / "news" / "b.md").write_text(NO_LINK, "utf-8")
    (site.root / "content" / "more").symlink_to(site.root / "shared")
    (site.root / "content" / "again").symlink_to(site.root / "content")
    (site.root / "shared" / "round").symlink_to(site.root / "content")
    found = discover(find_project(site.root))
    assert found == ("content/a.md", "content/more/news/b.md")


def test_a_link_out_of_the_project_is_told(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site.write("a.md", NO_LINK)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "b.md").write_text(NO_LINK, "utf-8")
    (site.root / "content" / "more").symlink_to(tmp_path / "elsewhere")
    assert run(["scan"]) == 1
    captured = capsys.readouterr()
    assert "content/more: not looked into, since it is a link out of the project" in captured.err
    assert "1 candidate against 1 original" in captured.out


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("terminal", "NOTHING CHECKED  1 candidate, and no original is kept to compare with."),
        ("markdown", "nothing checked"),
        ("html", "No original is kept, so nothing could be checked."),
        ("json", '"outcome": "review"'),
        ("sarif", '"executionSuccessful": false'),
    ],
)
def test_a_scan_without_originals_allows_nothing(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reuse-guard.toml").write_text('content = ["*.md"]\n', "utf-8")
    (tmp_path / "a.md").write_text(NO_LINK, "utf-8")
    assert run(["scan", "--format", name]) == 2
    told = capsys.readouterr().out
    assert said in told
    assert "ALLOWED" not in told


# --- remembering -----------------------------------------------------------
def remembered(report: Report) -> int:
    assert report.extent is not None
    return report.extent.remembered


def test_what_did_not_change_is_remembered_and_says_the_same(site: Site) -> None:
    for name, text in (("a.md", TOO_LONG), ("b.md", ALLOWED), ("c.md", "Own text.\n")):
        site.write(name, text)
    first, second = site.scan(), site.scan()
    assert (remembered(first), remembered(second)) == (0, 3)
    assert (second.judged, second.problems) == (first.judged, first.problems)


def change_a_letter(site: Site) -> None:
    site.write("a.md", TOO_LONG.replace("Our own", "Our new"))


def rename_it(site: Site) -> None:
    (site.root / "content/a.md").rename(site.root / "content/b.md")


def another_original(site: Site) -> None:
    site.keep(OTHER, OTHER_ADDRESS)


def another_version_of_the_original(site: Site) -> None:
    site.keep(ORIGINAL.replace("Monday", "Tuesday"), ADDRESS)


def another_policy(site: Site) -> None:
    site.configure(config=CONFIG.replace("qazmonitor", "atpress"))


def another_site(site: Site) -> None:
    site.configure('site = "https://partner.example/"\n')


def a_common_source(site: Site) -> None:
    (site.root / "press.txt").write_text("Repairs took seven months.", "utf-8")
    site.configure('common_sources = ["press.txt"]\n')


CHANGES = [
    change_a_letter, rename_it, another_original, another_version_of_the_original,
    another_policy, another_site, a_common_source,
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_nothing_is_remembered_once_something_it_rests_on_has_changed(
    site: Site, change: object
) -> None:
    site.write("a.md", TOO_LONG)
    site.scan()
    assert callable(change)
    change(site)
    assert remembered(site.scan()) == 0


def test_an_edited_policy_file_is_another_policy(site: Site) -> None:
    (site.root / "t.toml").write_text('id = "t"\nname = "T"\n[[rules]]\n', "utf-8")
    site.configure(config='content = ["content/**/*.md"]\npolicy = "./t.toml"\n')
    site.write("a.md", NO_LINK)
    assert site.scan().outcome is Outcome.ALLOWED
    with (site.root / "t.toml").open("a") as file:
        file.write("[[rules.links]]\n")
    report = site.scan()
    assert (remembered(report), report.outcome) == (0, Outcome.VIOLATION)


def test_another_day_is_another_check(site: Site) -> None:
    site.write("a.md", TOO_LONG)
    site.scan()
    assert remembered(site.scan(day=date(2026, 11, 2))) == 0


def test_a_changed_program_remembers_nothing(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.write("a.md", TOO_LONG)
    site.scan()
    monkeypatch.setattr("reuse_guard.scan.engine.program_digest", lambda: "another version")
    assert remembered(site.scan()) == 0


def test_a_damaged_memory_is_begun_anew(site: Site) -> None:
    site.write("a.md", TOO_LONG)
    first = site.scan()
    file = site.root / ".reuse-guard/cache.sqlite3"
    file.write_bytes(b"\0" * 5000)
    second = site.scan()
    assert (remembered(second), second.judged) == (0, first.judged)
    assert remembered(site.scan()) == 1


def test_a_memory_that_breaks_in_the_middle_costs_no_result(site: Site) -> None:
    for number in range(8):
        site.write(f"{number}.md", TOO_LONG)
    first = site.scan()
    file = site.root / ".reuse-guard/cache.sqlite3"
    content = bytearray(file.read_bytes())
    content[8192:] = os.urandom(len(content) - 8192)
    file.write_bytes(content)
    assert site.scan().judged == first.judged


def test_a_folder_that_cannot_be_written_costs_no_result(site: Site) -> None:
    site.write("a.md", TOO_LONG)
    (site.root / ".reuse-guard").write_text("a file stands in the way", "utf-8")
    assert site.scan().outcome is Outcome.VIOLATION


def test_without_remembering_nothing_is_written(site: Site) -> None:
    site.write("a.md", TOO_LONG)
    site.scan(remember=False)
    assert not (site.root / ".reuse-guard").exists()


def test_a_template_of_a_site_below_a_folder_is_for_review(site: Site) -> None:
    site.configure(
        'site = "https://me.example/blog/"\n',
        'content = ["content/*.html"]\npolicy = "qazmonitor"\n',
    )
    paragraph = ORIGINAL.split("\n\n")[1]
    site.write("a.html", f'<p>{paragraph}</p><p><a href="{{{{ source }}}}">Source</a></p>')
    assert outcomes(site.scan()) == {"content/a.html": "review"}


# --- one article in several candidates ---------------------------------------
def with_link(paragraph: str) -> str:
    return f"{paragraph}\n\nSource: [the Steppe Courier]({ADDRESS})\n"


def test_an_article_cut_into_posts_that_each_keep_the_limit_is_told(site: Site) -> None:
    paragraphs = ORIGINAL.split("\n\n")[1:]
    for number, paragraph in enumerate(paragraphs):
        site.write(f"part-{number}.md", with_link(paragraph))
    report = site.scan()
    assert report.outcome is Outcome.ALLOWED
    (note,) = map(str, report.notes)
    assert note == (
        '5 candidates of this scan use 81 of the 81 words of "Ferry returns to Akzhar" (100.0%)'
        " between them; each keeps its limit of 30%."
    )
    assert all(each.verdict.notes[-1] == note for each in report.judged)
    assert f"Note: {note}" in " ".join(render(report, "terminal").split())
    assert "5 candidates of this scan use 81 of the 81 words" in render(report, "markdown")


def test_posts_that_use_the_same_sentence_are_not_told_of(site: Site) -> None:
    paragraph = ORIGINAL.split("\n\n")[1]
    for name in ("news.md", "digest.md"):
        site.write(name, with_link(paragraph))
    site.write("too-long.md", TOO_LONG)  # is told by itself
    assert site.scan().notes == ()


def test_what_several_posts_use_is_held_against_the_very_limit(site: Site) -> None:
    words = [f"w{chr(97 + n // 26)}{chr(97 + n % 26)}{n}x" for n in range(100)]
    article = ". ".join(" ".join(words[at : at + 10]) for at in range(0, 100, 10)) + "."
    (site.root / "terms.toml").write_text(
        'id = "t"\nname = "T"\n[[rules]]\nlimits = [{ max = "29%" }]\n', "utf-8"
    )
    site.configure(config='content = ["content/*.md"]\npolicy = "terms.toml"\n')
    site.keep(f"# Words\n\n{article}", "https://steppe-courier.example/news/words")
    for name, (start, stop) in {"a.md": (0, 15), "b.md": (15, 29)}.items():
        site.write(name, f"Our own.\n\n{' '.join(words[start:stop])}")
    assert site.scan().notes == ()  # 29 of 100, and .29 times 100 is a little less
    site.write("b.md", f"Our own.\n\n{' '.join(words[15:30])}")
    (note,) = map(str, site.scan().notes)
    assert "use 30 of the 100 words" in note
    assert note.endswith("each keeps its limit of 29%.")


# --- which files -----------------------------------------------------------
def test_candidates_are_what_the_patterns_fit_but_the_originals(site: Site) -> None:
    site.configure('exclude = ["**/draft-*"]\n', 'content = ["**/*.md"]\npolicy = "qazmonitor"\n')
    for name in ("a.md", "deep/er/b.md", "draft-c.md", "d.txt"):
        site.write(name, "x")
    hidden = site.root / "node_modules" / "x.md"
    hidden.parent.mkdir()
    hidden.write_text("x")
    for lock in ("~$open.md", "._open.md"):
        (site.root / "content" / lock).write_bytes(b"\x05Aigul\0\0")
    project = find_project(site.root / "content" / "deep")
    assert discover(project) == ("content/a.md", "content/deep/er/b.md")
    assert choose(project, discover(project), [Path("content/deep")]) == ("content/deep/er/b.md",)
    assert choose(project, discover(project), [Path()]) == discover(project)


def git(*arguments: str) -> None:
    who = ("-c", "user.name=Desk", "-c", "user.email=desk@partner.example")
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)  # noqa: S603, S607


def test_git_tells_what_changed_since_a_revision(site: Site) -> None:
    for name in ("same.md", "edited.md", "gone.md", "staged.md"):
        site.write(name, "x")
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-qm", "first")
    git("switch", "-qc", "work")
    site.write("committed é.md", "y")
    git("add", ".")
    git("commit", "-qm", "second")
    site.write("edited.md", "z")
    site.write("fresh.md", "z")
    site.write("staged.md", "z")
    git("add", "content/staged.md")
    (site.root / "content/gone.md").unlink()
    changed = changed_since(site.root, "main")
    names = {path.name for path in changed}
    assert names == {"committed é.md", "edited.md", "fresh.md", "gone.md", "staged.md"}
    assert is_among(site.root, "content/edited.md", changed)
    assert not is_among(site.root, "content/same.md", changed)


def test_what_stands_in_a_submodule_or_behind_a_link_changes_with_it(site: Site) -> None:
    allowed = ("-c", "protocol.file.allow=always")
    news = site.root.parent / "news"
    news.mkdir()
    (news / "a.md").write_text("x", "utf-8")
    for arguments in (("init", "-q"), ("add", "."), ("commit", "-qm", "first")):
        git("-C", str(news), *arguments)
    (site.root / "texts").mkdir()
    (site.root / "texts/b.md").write_text("x", "utf-8")
    (site.root / "content/linked").symlink_to("../texts")
    (site.root / "content/c.md").symlink_to("../texts/b.md")
    git("init", "-q")
    git(*allowed, "submodule", "add", "-q", str(news), "content/news")
    git("add", ".")
    git("commit", "-qm", "first")

    def among() -> set[str]:
        every = ("content/news/a.md", "content/linked/b.md", "content/c.md")
        changed = changed_since(site.root, "HEAD")
        return {path for path in every if is_among(site.root, path, changed)}

    assert among() == set()
    (site.root / "texts/b.md").write_text("y", "utf-8")
    assert among() == {"content/linked/b.md", "content/c.md"}
    (site.root / "content/news/a.md").write_text("y", "utf-8")
    assert among() == {"content/news/a.md", "content/linked/b.md", "content/c.md"}


# --- several processes -----------------------------------------------------
@pytest.fixture
def started_sooner(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes are forks of one that has loaded what they need, as a spawned one loads it."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["reuse_guard.scan", "tests.scan.work"])
    monkeypatch.setattr(multiprocessing, "get_context", lambda _method: context)


@pytest.mark.usefixtures("started_sooner")
def test_more_processes_find_the_same(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reuse_guard.scan.engine._WORTH_A_PROCESS", 1)
    site.keep(OTHER, OTHER_ADDRESS)
    for number, text in enumerate(
        (TOO_LONG, NO_LINK, ALLOWED, FROM_BOTH, "Own.", "---\na: '\n---")
    ):
        site.write(f"{number}.md", text)
    alone = site.scan(remember=False)
    together = site.scan(processes=2, remember=False)
    assert together == alone


def test_a_failure_in_another_process_is_told_with_its_item() -> None:
    with pytest.raises(WorkerError, match=r"3: Traceback(.|\n)*three is no good"):
        list(spread(fail_at_three, range(5), processes=2))


@pytest.mark.usefixtures("started_sooner")
def test_a_process_that_dies_costs_only_its_item() -> None:
    found = dict(spread(die_at_three, range(8), processes=2))
    assert isinstance(found.pop(3), Died)
    assert found == {n: n * 2 for n in range(8) if n != 3}


def test_of_a_candidate_over_which_a_process_died_the_report_says_so(site: Site) -> None:
    (problem,) = died(site.root, "content/a.md").problems
    assert (problem.kind, problem.path) == (ProblemKind.DEFECT, "content/a.md")
    assert "needs more memory than there is; give" in problem.message


@pytest.mark.usefixtures("started_sooner")
def test_every_item_is_worked_on_once() -> None:
    items = [0, 1, 2, 4, 5, 6, 7]
    assert sorted(spread(fail_at_three, items, processes=3)) == [(n, n * 2) for n in items]


# --- the index -------------------------------------------------------------
WORDS = [
    "the",
    "ferry",
    "to",
    "Akzhar",
    "runs",
    "again",
    "from",
    "Monday",
    "on",
    "said",
    "harbour",
    "office",
    "of",
    "a",
    "new",
    "stage",
]


bodies = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


@given(st.lists(bodies, max_size=6), bodies)
def test_the_index_finds_what_shares_enough_runs_and_nothing_else(
    originals: list[str], candidate: str
) -> None:
    def runs(text: str) -> set[tuple[str, ...]]:
        words = text.lower().split()
        return set(zip(words, words[1:], words[2:], strict=False))

    def hashed(text: str) -> NDArray[np.uint64]:
        return hash_runs(read(text, format="text").words)

    found = Index.build([hashed(text) for text in originals]).search(
        read(candidate, format="text").words
    )
    expected = {
        number
        for number, text in enumerate(originals)
        if len(runs(text)) < LEAST_SHARED or len(runs(text) & runs(candidate)) >= LEAST_SHARED
    }
    assert set(found) == expected
    assert len(found) == len(set(found))


def test_a_scan_can_be_moved_with_its_folder(site: Site, tmp_path: Path) -> None:
    """Paths in reports are seen from where the run is, so what is remembered is checked anew."""
    site.write("a.md", TOO_LONG)
    site.scan()
    moved = tmp_path / "moved"
    shutil.move(site.root, moved)
    os.chdir(moved)
    project = find_project(moved)
    report = scan(project, discover(project), Run(DAY, 1))
    assert remembered(report) == 1
    assert outcomes(report) == {"content/a.md": "violation"}
