"""A page of charts: who reuses what. One HTML file that loads nothing and can be sent by mail."""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import TYPE_CHECKING, Any, Final

from reuse_guard.errors import need
from reuse_guard.reports.visible import visible
from reuse_guard.verdict.model import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reuse_guard.archive.model import Reuse, Stats

_MOST: Final = 25  # bars of a chart and rows of a table; the rest is counted
_LONGEST: Final = 60  # characters of a label
# Told apart also by people who see no red or green (Okabe and Ito 2008).
_COLORS: Final = {
    Outcome.VIOLATION: "#D55E00",
    Outcome.REVIEW: "#E69F00",
    Outcome.ALLOWED: "#0072B2",
}
_STYLE: Final = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; padding: .25rem .6rem; border-bottom: 1px solid #ccc; }
td { overflow-wrap: anywhere; }
td.n, th.n { text-align: right; white-space: nowrap; }
@media print { .chart { break-inside: avoid; } }
"""
# Nothing may be loaded, whatever a page that was checked wrote into its address.
_POLICY: Final = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:"
)


def render_page(reuses: Sequence[Reuse], stats: Stats, *, name: str) -> str:
    """The report as HTML.

    Args:
        reuses: on record, the first seen first.
        stats: of the archive.
        name: of the archive.

    Raises:
        MissingExtraError: the extra `charts` is not installed.
    """
    plotly = need("plotly", extra="charts")
    script = need("plotly.offline", extra="charts").get_plotlyjs()
    parts = [
        _section("Over time", "time", _over_time(reuses)),
        _section("By host", "hosts", _bars(reuses, _host)),
        _table(reuses, _host, "host"),
        _section("By article", "articles", _bars(reuses, _article)),
        _table(reuses, _article, "article"),
        _section("Growth of the archive", "growth", _growth(stats)),
    ]
    title = f"Who reuses what: {escape(visible(name))}"
    summary = (
        f"{len(reuses):,} reuses on {len({_host(reuse) for reuse in reuses}):,} hosts of"
        f" {len({reuse.original for reuse in reuses}):,} articles; the archive holds"
        f" {stats.articles:,} articles."
    )
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{title}</title>\n'
        f"<style>{_STYLE}</style>\n<script>{script}</script></head>\n"
        f"<body><h1>{title}</h1>\n<p>{summary}</p>\n{''.join(parts)}"
        f"<footer><p>Made by reuse-guard with plotly {plotly.__version__}.</p></footer>"
        "</body></html>\n"
    )


def _section(title: str, id_: str, figure: dict[str, Any]) -> str:
    to_html = need("plotly.io", extra="charts").to_html
    chart = to_html(
        figure,
        full_html=False,
        include_plotlyjs=False,
        div_id=f"chart-{id_}",
        config={"displaylogo": False, "responsive": True},
        validate=True,
    )
    return f'<h2>{title}</h2>\n<div class="chart" role="img" aria-label="{title}">{chart}</div>\n'


def _over_time(reuses: Sequence[Reuse]) -> dict[str, Any]:
    counts = Counter((reuse.seen.isoformat(), reuse.outcome) for reuse in reuses)
    days = sorted({day for day, _ in counts})
    traces = [
        _trace(outcome, x=days, y=[counts[day, outcome] for day in days]) for outcome in _COLORS
    ]
    return {"data": traces, "layout": _layout(x="day of the check", y="reuses", is_date=True)}


def _bars(reuses: Sequence[Reuse], key: Callable[[Reuse], str]) -> dict[str, Any]:
    counts = Counter((key(reuse), reuse.outcome) for reuse in reuses)
    names = [name for name, _ in Counter(map(key, reuses)).most_common(_MOST)][::-1]
    labels = _labels(names)
    traces = [
        _trace(outcome, x=[counts[name, outcome] for name in names], y=labels, orientation="h")
        for outcome in _COLORS
    ]
    layout = _layout(x="reuses", y="") | {"height": 160 + 26 * len(names)}
    return {"data": traces, "layout": layout}


def _growth(stats: Stats) -> dict[str, Any]:
    total, rows = 0, []
    for day, versions in stats.added:
        total += versions
        rows.append((day.isoformat(), total))
    trace = {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [day for day, _ in rows],
        "y": [count for _, count in rows],
        "line": {"color": _COLORS[Outcome.ALLOWED], "shape": "hv"},
    }
    return {"data": [trace], "layout": _layout(x="day of addition", y="versions", is_date=True)}


def _trace(outcome: Outcome, **values: object) -> dict[str, Any]:
    return {"type": "bar", "name": outcome.value, "marker": {"color": _COLORS[outcome]}, **values}


def _layout(*, x: str, y: str, is_date: bool = False) -> dict[str, Any]:
    return {
        "barmode": "stack",
        "margin": {"l": 10, "r": 10, "t": 30, "b": 10},
        "xaxis": {"title": {"text": x}, "type": "date" if is_date else "-", "automargin": True},
        "yaxis": {"title": {"text": y}, "automargin": True, "type": "-" if y else "category"},
        "legend": {"orientation": "h", "y": 1.15},
    }


def _labels(names: Sequence[str]) -> list[str]:
    """Names as plotly shows them: it reads some HTML in labels, and equal labels are one bar."""
    shown = [name if len(name) <= _LONGEST else f"…{name[-_LONGEST:]}" for name in names]
    repeated = Counter(shown)
    return [
        escape(visible(short if repeated[short] == 1 else name))
        for short, name in zip(shown, names, strict=True)
    ]


def _table(reuses: Sequence[Reuse], key: Callable[[Reuse], str], title: str) -> str:
    """The same in figures, for those who do not see the chart."""
    counts = Counter((key(reuse), reuse.outcome) for reuse in reuses)
    totals = Counter(map(key, reuses)).most_common()
    rows = "".join(
        f"<tr><td>{escape(visible(name))}</td>"
        + "".join(f'<td class="n">{counts[name, outcome]:,}</td>' for outcome in _COLORS)
        + f'<td class="n">{total:,}</td></tr>\n'
        for name, total in totals[:_MOST]
    )
    heads = "".join(f'<th class="n">{outcome}</th>' for outcome in _COLORS)
    more = f"<p>And {len(totals) - _MOST:,} more.</p>\n" if len(totals) > _MOST else ""
    return (
        f'<table><thead><tr><th>{title}</th>{heads}<th class="n">reuses</th></tr></thead>\n'
        f"<tbody>\n{rows}</tbody></table>\n{more}"
    )


def _host(reuse: Reuse) -> str:
    return reuse.host or "(no address)"


def _article(reuse: Reuse) -> str:
    return reuse.original
