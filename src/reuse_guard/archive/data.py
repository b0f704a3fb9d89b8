"""What an archive answers, as data for other programs (`--format json`)."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reuse_guard.archive.model import Checked, Found, Hit, Stats

SCHEMA_VERSION = "1"


def found_data(found: Found, *, page: str) -> dict[str, Any]:
    """The originals of a page; offsets count characters of both texts."""
    return {
        "schema_version": SCHEMA_VERSION,
        "page": page,
        "words": found.words,
        "originals": [_hit(hit) for hit in found.hits],
        "repeated": [_hit(hit) for hit in found.repeated],
        "more": found.more,
    }


def checked_data(checked: Checked, *, page: str) -> dict[str, Any]:
    """The verdicts on a page, each as `reuse-guard check --format json` gives it."""
    return {
        **found_data(checked.found, page=page),
        "outcome": checked.outcome,
        "taken": checked.taken,
        "unread": list(checked.unread),
        "judged": [
            {
                "version": one.hit.version.id,
                "words": one.words,
                "taken": [list(span) for span in one.taken],
                "verdict": one.verdict.model_dump(mode="json"),
            }
            for one in checked.judged
        ],
        "unjudged": [
            {"version": one.hit.version.id, "problem": one.problem} for one in checked.unjudged
        ],
    }


def stats_data(stats: Stats) -> dict[str, Any]:
    """Size, growth and health."""
    data = asdict(stats)
    data["added"] = {day.isoformat(): count for day, count in stats.added}
    data["hosts"] = dict(stats.hosts)
    return {"schema_version": SCHEMA_VERSION, **data}


def _hit(hit: Hit) -> dict[str, Any]:
    version = hit.version
    return {
        "version": version.id,
        "url": version.url,
        "name": version.name,
        "since": version.since.isoformat(),
        "share": round(hit.share, 4),
        "copied": hit.copied,
        "total": version.words,
        "own": hit.own,
        "bits": round(hit.bits, 1),
        "runs": [
            {"original": list(run.original), "candidate": list(run.candidate), "words": run.words}
            for run in hit.runs
        ],
    }
