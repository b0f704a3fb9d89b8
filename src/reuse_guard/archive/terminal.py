"""What an archive answers, as plain text for a terminal."""

from __future__ import annotations

import textwrap
from collections import Counter
from typing import TYPE_CHECKING, Final

from reuse_guard.reports.numbers import many
from reuse_guard.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reuse_guard.archive.model import Checked, Found, Hit, Judged, Run, Stats

_WIDTH: Final = 80  # columns
_QUOTED: Final = 60  # characters of a passage
_BAR: Final = 40  # columns
_MOST_HOSTS: Final = 10
_MOST_MONTHS: Final = 24
_MOST_RUNS: Final = 5


def render_found(found: Found, *, name: str, text: str) -> str:
    """The originals of a page.

    Args:
        found: what the search gave.
        name: of the page.
        text: of the page, to quote from.
    """
    lines = [_summary(found, name)]
    for number, hit in enumerate(found.hits, 1):
        lines += ["", *_hit(hit, number, text)]
    return "\n".join([*lines, *_rest(found)]) + "\n"


def render_checked(checked: Checked, *, name: str) -> str:
    """The verdicts on a page, and how much of it comes from the archive."""
    unread = [_indented(sentence) for sentence in checked.unread]
    unread += [
        _indented(f"not judged: {visible(one.hit.version.name_or_url)}") for one in checked.unjudged
    ]
    if not checked.found.hits:
        said = _indented(
            "nothing of the archive was found in it"
            if checked.words
            else "it holds no words, so nothing can be found in it"
        )
        return "".join([f"{checked.outcome.upper():10} {visible(name)}\n", said, *unread])
    percent = f"{checked.taken / checked.words:.0%}"
    lines = [
        f"{checked.outcome.upper():10} {visible(name)}",
        _indented(
            f"{checked.taken:,} of its {many(checked.words, 'word')} ({percent}) come from"
            f" {many(len(checked.judged), 'original')} judged"
        ).rstrip(),
        *map(str.rstrip, unread),
    ]
    for one in checked.judged:
        lines += ["", *_judged(one)]
    if checked.beyond:
        more = f"{many(checked.beyond, 'more original')} found and not judged"
        lines += ["", _indented(f"{more}; judge them with --best {len(checked.found.hits)}")]
    return "\n".join(line.rstrip() for line in [*lines, *_rest(checked.found)]) + "\n"


def render_stats(stats: Stats, *, name: str) -> str:
    """Size, growth and health of an archive."""
    live = stats.file_bytes - stats.free_bytes
    parts = ", ".join(f"{postings:,}" for postings in reversed(stats.segments)) or "none"
    held = sum(stats.segments)
    prints = many(stats.fingerprints, "fingerprint")
    versions = many(stats.versions, "version")
    rows = [
        ("articles", f"{stats.articles:,} in {versions}, {many(stats.words, 'word')}"),
        (
            "file",
            f"{_bytes(stats.file_bytes)}, of it {_bytes(stats.free_bytes)} free for additions",
        ),
        ("per article", _bytes(live / stats.articles) if stats.articles else "-"),
        ("log", _bytes(stats.log_bytes)),
        ("index", f"{many(len(stats.segments), 'part')} of {parts} postings"),
        ("", f"{many(held, 'posting')} for {prints} of versions"),
        ("stock", f"{many(stats.stock, 'phrase')} struck as too common"),
        ("removed", many(stats.removed, "version")),
        ("reuses", f"{stats.reuses:,} on record"),
    ]
    lines = [visible(name), *(f"  {label:12} {value}" for label, value in rows)]
    lines += ["", "added", *_bars(_by_month(stats))]
    if stats.hosts:
        lines += ["", "hosts", *_bars(stats.hosts[:_MOST_HOSTS])]
    if len(stats.hosts) > _MOST_HOSTS:
        lines.append(f"  and {len(stats.hosts) - _MOST_HOSTS:,} more")
    return "\n".join(lines) + "\n"


def _summary(found: Found, name: str) -> str:
    words = many(found.words, "word")
    if not found.hits:
        return f"{visible(name)}: none of its {words} was found in the archive"
    own = sum(hit.own for hit in found.hits)
    originals = many(len(found.hits), "original")
    return f"{visible(name)}: about {own:,} of its {words} come from {originals}"


def _hit(hit: Hit, number: int, text: str) -> Iterator[str]:
    version = hit.version
    yield f"{number:2}. {visible(version.name_or_url)}, as of {version.since}"
    yield f"    about {hit.share:.0%} of it: {hit.copied:,} of {many(version.words, 'word')}"
    for run in hit.runs[:_MOST_RUNS]:
        yield from _wrapped(_run(run, text), "    ")
    if len(hit.runs) > _MOST_RUNS:
        yield f"    and {many(len(hit.runs) - _MOST_RUNS, 'more place')}"


def _run(run: Run, text: str) -> str:
    start, stop = run.candidate
    quoted = visible(text[start : min(stop, start + _QUOTED)].strip())
    dots = " ..." if stop - start > _QUOTED else ""
    return f"characters {start:,}-{stop:,}, {many(run.words, 'word')}: {quoted}{dots}"


def _judged(one: Judged) -> Iterator[str]:
    verdict, version = one.verdict, one.hit.version
    yield f"  {verdict.outcome.upper():9} {visible(version.name_or_url)}"
    share = verdict.share
    total = many(share.total, "word")
    yield (
        f"            {share.ratio:.0%} of it ({share.copied:,} of {total}) under"
        f" policy {visible(verdict.policy.id)}"
    )
    for clause in verdict.clauses:
        if clause.status in ("violated", "unverifiable"):
            yield from _wrapped(f"{clause.id}: {visible(clause.message)}", "            ")
    if not verdict.ok:
        for note in verdict.notes:
            yield from _wrapped(f"note: {visible(note)}", "            ")


def _rest(found: Found) -> Iterator[str]:
    if found.repeated:
        yield ""
        yield f"{many(len(found.repeated), 'article')} with some of the same words:"
        for hit in found.repeated:
            yield f"    {visible(hit.version.name_or_url)}"
    if found.more:
        yield ""
        yield f"{many(found.more, 'more article')} may have a little of it; not listed"


def _by_month(stats: Stats) -> list[tuple[str, int]]:
    counts: Counter[str] = Counter()
    for day, versions in stats.added:
        counts[f"{day:%Y-%m}"] += versions
    return sorted(counts.items())[-_MOST_MONTHS:]


def _bars(counts: Iterable[tuple[str, int]]) -> list[str]:
    rows = [(visible(label), count) for label, count in counts]
    highest = max((count for _, count in rows), default=1)
    width = max((len(label) for label, _ in rows), default=0)
    return [
        f"  {label:{width}} {'#' * max(round(_BAR * count / highest), 1):{_BAR}} {count:,}"
        for label, count in rows
    ]


def _indented(text: str) -> str:
    return "\n".join(_wrapped(text, "           ")) + "\n"


def _wrapped(text: str, indent: str) -> list[str]:
    """The lines of a sentence; an address is longer than a line where it has to be."""
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _bytes(size: float) -> str:
    for unit in ("bytes", "KB", "MB"):
        if size < 1000:  # noqa: PLR2004
            return f"{size:,.0f} {unit}" if unit == "bytes" else f"{size:,.1f} {unit}"
        size /= 1000
    return f"{size:,.2f} GB"
