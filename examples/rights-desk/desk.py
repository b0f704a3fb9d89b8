"""A rights desk's morning: which of last night's pages use our articles, and how?

Run it whole (`python examples/rights-desk/desk.py`), or by cells in an editor that knows `# %%`.
The reports go to `reports/` beside it, or to the folder that it is given.
"""

# %% Where things are
import sys
import tempfile
from pathlib import Path

from reuse_guard import Outcome, read
from reuse_guard.archive import Archive, read_records
from reuse_guard.reports.registry import render
from reuse_guard.reports.report import Judged, Report

HERE = Path(__file__).parent
REPORTS = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "reports"
REPORTS.mkdir(exist_ok=True)

# %% Our articles, with an index of them. A real desk keeps this file and adds to it every day.
scratch = tempfile.TemporaryDirectory()
archive = Archive(Path(scratch.name) / "desk.archive")
for added in archive.add_many(read_records([HERE / "articles"])):
    print(f"{added.result}: {Path(added.name).name}")

# %% Every page against all of them
found = []
for path in sorted((HERE / "pages").glob("*.html")):
    page = read(path)  # once, for the search and for the verdicts
    checked = archive.check(page, url=page.url, policy=HERE / "terms.toml")
    found += [(path, judged) for judged in checked.judged]

# %% The table, the gravest first
GRAVITY = [Outcome.VIOLATION, Outcome.REVIEW, Outcome.ALLOWED]
found.sort(key=lambda row: (GRAVITY.index(row[1].verdict.outcome), -row[1].verdict.share.ratio))
print(f"\n{'outcome':10} {'share':>6} {'link':8} page -> article")
for path, judged in found:
    verdict = judged.verdict
    link = verdict.backlink.status if verdict.backlink else "none"
    article = judged.hit.version.name_or_url
    print(f"{verdict.outcome:10} {verdict.share.ratio:6.1%} {link:8} {path.stem} -> {article}")

# %% A report for each that somebody has to write a letter about
for path, judged in found:
    if not judged.verdict.ok:
        report = Report((Judged(judged.verdict),))
        (REPORTS / f"{path.stem}.html").write_text(render(report, "html"), "utf-8")
        print(f"\n{path.stem}:")
        print("\n".join(f"- {clause.cure}" for clause in judged.verdict.clauses if clause.cure))

# %% This archive was for today alone
archive.close()
scratch.cleanup()
