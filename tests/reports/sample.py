"""One report with everything that a format has to show, on made-up news."""

from __future__ import annotations

from datetime import date
from functools import cache

from reuse_guard import Verdict, check, read
from reuse_guard.reports.report import Exemption, Extent, Judged, Problem, ProblemKind, Report

ORIGINAL = """\
# Ferry returns to Akzhar

The ferry between Akzhar and the right bank runs again from Monday, the harbour office said.

It had been out of service since the spring flood, when a barge tore away the landing stage.

Repairs took seven months because the steel for the new stage arrived only in September.

A crossing costs 200 tenge, and pupils travel free until the end of the school year.

The office expects about nine hundred passengers a day once the bridge is closed for painting.
"""
ADDRESS = "https://steppe-courier.example/news/ferry"
TOO_LONG = """\
---
title: News of the river
source: https://steppe-courier.example/news/ferry
---

Our own report from the river bank | with a pipe, a `backtick` and <b>markup</b> @desk #12.

The ferry between Akzhar and the right bank runs again from Monday, the harbour office said.

Something we wrote ourselves stands here, between what others wrote, so that there are two passages.

Repairs took seven months because the steel for the new stage arrived only in September.

A crossing costs 200 tenge, and pupils travel free until the end of the school year.
"""
NO_LINK = """\
# A short notice

It had been out of service since the spring flood, when a barge tore away the landing stage.
"""
ALLOWED = f"""\
# With a link

A crossing costs 200 tenge, and pupils travel free until the end of the school year,
[the Steppe Courier]({ADDRESS}) reports.
"""
DAY = date(2026, 11, 1)


def judged(text: str, name: str, exemption: Exemption | None = None) -> Judged:
    """A candidate held against the original."""
    return Judged(_verdict_on(text, name), exemption)


@cache
def _verdict_on(text: str, name: str) -> Verdict:
    original = read(ORIGINAL, url=ADDRESS, format="markdown", name="originals/ferry.md")
    candidate = read(text, format="markdown", name=name, linked_keys=())
    return check(original, candidate, original_url=ADDRESS, as_of=DAY)


def scan_report() -> Report:
    """A scan with a violation, one that is set aside, an allowed use, and two problems."""
    aside = Exemption(
        "older than our agreement, 100% <sure>", date(2027, 6, 30), frozenset({"link"})
    )
    problems = (
        Problem(
            ProblemKind.UNREADABLE, "content/broken.md", "front matter is not closed; end it", 3
        ),
        Problem(
            ProblemKind.NO_SNAPSHOT,
            "content/unknown.md",
            "names https://other.example/a as its source, of which no snapshot is kept",
            2,
        ),
    )
    return Report(
        judged=(
            judged(ALLOWED, "content/allowed.md"),
            judged(NO_LINK, "content/no link.md", aside),
            judged(TOO_LONG, "content/too-long.md"),
        ),
        problems=problems,
        extent=Extent(candidates=12, originals=3, remembered=4),
    )
