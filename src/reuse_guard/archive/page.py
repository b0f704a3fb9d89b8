"""A page of charts: who reuses what. One HTML file that loads nothing and can be sent by mail."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from html import escape
from typing import TYPE_CHECKING, Any, Final

from reuse_guard.errors import need
from reuse_guard.reports.numbers import many
from reuse_guard.reports.visible import visible
from reuse_guard.verdict.model import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reuse_guard.archive.model import Reuse, Stats

_MOST: Final = 25  # bars of a chart and rows of a table; the rest is counted
_LONGEST: Final = 60  # characters of a label
_FEW: Final = 10  # days or things that each get a tick of their own
_DAY: Final = 86_400_000  # milliseconds, as plotly counts time
# Told apart also by people who see no red or green (Okabe and Ito 2008).
_COLORS: Final = {
    Outcome.VIOLATION: "#D55E00",
    Outcome.REVIEW: "#E69F00",
    Outcome.ALLOWED: "#0072B2",
}
# plotly writes the colours of letters and lines into its drawing, so a theme has to overrule them.
_STYLE: Final = """
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1d21; --line: #ccc; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #14161a; --ink: #e9e7e2; --line: #4a505c; }
}
html { background: var(--paper); color: var(--ink); }
.chart .main-svg, .chart .main-svg .bg { background: none !important; fill: none; }
.chart .xtick text, .chart .ytick text, .chart .xtitle, .chart .ytitle, .chart .legendtext {
  fill: var(--ink) !important; }
.chart .gridlayer path, .chart .zerolinelayer path { stroke: var(--line) !important; }
.wide { overflow-x: auto; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; padding: .25rem .6rem; border-bottom: 1px solid var(--line); }
td { min-width: 9rem; overflow-wrap: anywhere; }
td.n, th.n { min-width: 0; text-align: right; white-space: nowrap; }
@media (max-width: 30rem) {
  td { min-width: 7rem; } th, td { font-size: .8rem; padding: .25rem .3rem; }
}
@media print {
  :root { --paper: #fff; --ink: #000; --line: #bbb; }
  .chart, tr { break-inside: avoid; } h2 { break-after: avoid; }
}
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
        f"{many(len(reuses), 'reuse')} on {many(len({_host(reuse) for reuse in reuses}), 'host')}"
        f" of {many(len({reuse.original for reuse in reuses}), 'article')}; the archive holds"
        f" {many(stats.articles, 'article')}."
    )
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{title}</title>\n'
        f"<style>{_STYLE}</style>\n<script>{script}</script></head>\n"
        f"<body><main><h1>{title}</h1>\n<p>{summary}</p>\n{''.join(parts)}</main>"
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
        config={"displayModeBar": False, "responsive": True},
        validate=True,
    )
    return f'<h2>{title}</h2>\n<div class="chart" role="img" aria-label="{title}">{chart}</div>\n'


def _over_time(reuses: Sequence[Reuse]) -> dict[str, Any]:
    counts = Counter((reuse.seen.isoformat(), reuse.outcome) for reuse in reuses)
    days = sorted({day for day, _ in counts})
    traces = [
        _trace(outcome, x=days, y=[counts[day, outcome] for day in days]) for outcome in _COLORS
    ]
    most = max(Counter(reuse.seen for reuse in reuses).values(), default=0)
    layout = _layout(_days("day of the check", days), _counted("reuses", most))
    return {"data": traces, "layout": layout}


def _bars(reuses: Sequence[Reuse], key: Callable[[Reuse], str]) -> dict[str, Any]:
    counts = Counter((key(reuse), reuse.outcome) for reuse in reuses)
    totals = Counter(map(key, reuses)).most_common(_MOST)
    names = [name for name, _ in totals][::-1]
    labels = _labels(names)
    traces = [
        _trace(outcome, x=[counts[name, outcome] for name in names], y=labels, orientation="h")
        for outcome in _COLORS
    ]
    reused = _counted("reuses", totals[0][1] if totals else 0)
    layout = _layout(reused, {"automargin": True, "type": "category"})
    return {"data": traces, "layout": layout | {"height": 160 + 26 * len(names)}}


def _growth(stats: Stats) -> dict[str, Any]:
    total, rows = 0, []
    for day, versions in stats.added:
        total += versions
        rows.append((day.isoformat(), total))
    days = [day for day, _ in rows]
    trace = {
        "type": "scatter",
        "mode": "lines+markers",
        "x": days,
        "y": [count for _, count in rows],
        "line": {"color": _COLORS[Outcome.ALLOWED], "shape": "hv"},
    }
    layout = _layout(_days("day of addition", days), _counted("versions", total))
    return {"data": [trace], "layout": layout}


def _trace(outcome: Outcome, **values: object) -> dict[str, Any]:
    return {"type": "bar", "name": outcome.value, "marker": {"color": _COLORS[outcome]}, **values}


def _layout(x: dict[str, Any], y: dict[str, Any]) -> dict[str, Any]:
    return {
        "barmode": "stack",
        "margin": {"l": 10, "r": 10, "t": 50, "b": 10},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "xaxis": x,
        "yaxis": y,
        "legend": {
            "orientation": "h",
            "xref": "container",
            "xanchor": "left",
            "x": 0,
            "yref": "container",
            "yanchor": "top",
            "y": 1,
        },
    }


def _counted(title: str, most: int) -> dict[str, Any]:
    """An axis of things counted, which has no halves."""
    axis = {"title": {"text": title}, "automargin": True, "rangemode": "tozero"}
    return axis | ({"dtick": 1} if most <= _FEW else {})


def _days(title: str, days: Sequence[str]) -> dict[str, Any]:
    """An axis of days, which has no hours; one day is as broad as three."""
    axis: dict[str, Any] = {"title": {"text": title}, "automargin": True, "type": "date"}
    if not days:
        return axis
    first, last = date.fromisoformat(days[0]), date.fromisoformat(days[-1])
    if (last - first).days <= _FEW:
        axis |= {"dtick": _DAY, "tickformat": "%-d %b\n%Y"}
        axis |= {"range": [str(first - timedelta(1)), str(last + timedelta(1))]}
    return axis


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
    heads = "".join(f'<th class="n" scope="col">{outcome}</th>' for outcome in _COLORS)
    more = f"<p>And {len(totals) - _MOST:,} more.</p>\n" if len(totals) > _MOST else ""
    return (
        f'<div class="wide" tabindex="0" role="group" aria-label="By {title}">'
        f'<table><thead><tr><th scope="col">{title}</th>{heads}'
        f'<th class="n" scope="col">reuses</th></tr></thead>\n'
        f"<tbody>\n{rows}</tbody></table></div>\n{more}"
    )


def _host(reuse: Reuse) -> str:
    return reuse.host or "(no address)"


def _article(reuse: Reuse) -> str:
    return reuse.original
