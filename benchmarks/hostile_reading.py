"""How long texts of one construct take to read, thousands of times, and whether in proportion.

    python -m benchmarks.hostile_reading [--times N] [--only WORDS]

Each is read in full: blocks with their roles, links, what is not shown, and words. One that takes
over a second is read with a quarter of them too; where four times as many take over eight times as
long, or one takes over 5 s, its row says so, and the run ends with status 1.
"""

from __future__ import annotations

import argparse
import sys
import time
from typing import Final

from reuse_guard.documents.read import read
from reuse_guard.errors import ReadError

SLOWEST: Final = 5.0  # seconds
MOST_GROWTH: Final = 8.0  # where four are in proportion
PROSE: Final = "The river fell to four metres on Sunday, the city council of Semey said. "

# Put into the body of an article.
IN_A_BODY: Final = {
    "inline tags": "<b>w</b> ",
    "inline tags, nested": "<b>w ",
    "boxes, nested": "<div>w",
    "lists, nested": "<ul><li>w",
    "items": "<li>word of it</li>",
    "cells": "<td>12</td>",
    "headings": "<h2>A heading of it</h2>",
    "quotes": "<blockquote>word said</blockquote>",
    "line breaks": "w<br>",
    "links in one block": '<a href="https://e.kz/x">word</a> ',
    "links without words": '<a href="https://e.kz/x"></a>',
    "links, some hidden": '<a href="https://e.kz/x" hidden>word</a> ',
    "links in a closed gap": '<a href="https://e.kz/x"><i style="font-size:9px">w</i></a>',
    "pictures": "<img src=/x>",
    "pictures in links": '<a href="https://e.kz/x"><img src=/x alt=w></a>',
    "figures": "<figure><img src=/x><figcaption>A man</figcaption></figure>",
    "fields": '<input value="some words">',
    "scripts": "<script>show('some words of it here')</script>",
    "templates": "<template><p>some words of it</p></template>",
    "comments": "<!--noindex--><!--/noindex-->",
    "entities": "&amp;&#8203;",
    "styles": '<b style="color:#123">w</b>',
    "teasers": "<div class=c><h3><a href=/x>A headline of a story</a></h3><p>text</p></div>",
    "entries": f"<div class=c><p>Ann</p><p>{PROSE}</p><p>12:05</p></div>",
    "addresses": "https://e.kz/a ",
    "dots": ". ",
    "sentences": "It fell. ",
    "paragraphs of dots": "<p>. . . .</p>",
    "quotation marks": "\u201cw\u201d ",
    "brackets": "(",
    "a long word": "x",
    "combining marks": "\u0301",
    "byte order marks": "w\ufeff",
    "zero-width joiners": "w\u200d",
    "overrides": "\u202eab\u202c",
    "soft hyphens": "w\u00ad",
    "spaces": " ",
    "terms": "<dt>w<dd>w w",
}
# Put into the head, or into an attribute.
AROUND: Final = {
    "rules": ("<style>{}</style>", ".c%d{{display:none}}"),
    "blank lines in a pre": ("<pre>{}</pre>", "w w\n\n"),
    "custom properties": ("<style>:root{{{}}} p{{color:var(--v0)}}</style>", "--v%d:var(--w%d);"),
    "a chain of custom properties": ("<style>:root{{{}}}</style>", "--v%d:var(--v%d);"),
    "canonical links": ("{}", "<link rel=canonical href=/x%d>"),
    "meta elements": ("{}", "<meta property=og:title content=%d>"),
    "attributes": ("<p {}>w", "a%d "),
}
# Around links, what is as long as all of them, in elements that stand in each other.
FADED: Final = '<a href="//e.kz/x" style="opacity:0">w</a> '
BOX: Final = '<div class="{}">'
# What is opened once, or is closed at the end.
MARKDOWN: Final = {
    "commands with links": ("", "{% a %}[x](u.kz)", "{% enda %}"),
    "shortcodes with links": ("", "{{< a >}}[x](u.kz)", "{{< /a >}}"),
    "elements with links": ("", "<div>\n\n[x](u.kz)\n\n", "</div>"),
    "a long name of a command": ("x {{<", "a", ""),
    "a long name of a block command": ("x {%", "a", ""),
    "a long name of a tag": ("<div><", "a", ""),
}
OTHERS: Final = {
    ("markdown", "links"): "[a](https://e.kz/x) ",
    ("markdown", "pictures"): "![a](b) ",
    ("markdown", "footnotes"): "[^%d]: w\n\n",
    ("markdown", "brackets"): "[",
    ("markdown", "emphasis"): "*a ",
    ("markdown", "fences"): "`",
    ("text", "dots"): ". ",
    ("text", "lines"): "w w\n",
    ("text", "paragraphs"): "w w\n\n",
    ("text", "hyphens"): "wor-\nd ",
}


def main() -> int:
    """Print a row for each shape."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=20_000)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    fewer = shapes(options.times // 4)
    slow = 0
    for name, (kind, text) in shapes(options.times).items():
        if options.only not in name:
            continue
        taken, note = try_text(text, kind)
        growth = taken / try_text(fewer[name][1], kind)[0] if taken > 1 else 0.0
        is_slow = taken > SLOWEST or growth > MOST_GROWTH
        slow += is_slow
        print(
            f"{name:45} {taken:6.2f} s {1e6 * taken / len(text):6.2f} s a million characters"
            f"{f', {growth:.1f} times a quarter' if growth else ''}{', SLOW' * is_slow} {note}",
            flush=True,
        )
    return 1 if slow else 0


def shapes(times: int) -> dict[str, tuple[str, str]]:
    """Format and text of each, by name."""
    found = {}
    for name, piece in IN_A_BODY.items():
        gap = ' style="font-size:0"' if "gap" in name else ""
        found[f"html, {name}"] = "html", page(f"<div{gap}>{piece * times}</div>")
    for name, (around, piece) in AROUND.items():
        pieces = (piece.replace("{{", "{").replace("}}", "}") for _ in range(times))
        filled = "".join(
            one.replace("%d", str(n), 1).replace("%d", str(n + 1)) for n, one in enumerate(pieces)
        )
        found[f"html, {name}"] = "html", page(around.format(filled))
    for (kind, name), piece in OTHERS.items():
        text = "".join(piece.replace("%d", str(n)) for n in range(times))
        found[f"{kind}, {name}"] = kind, f"{PROSE}\n\n{text[:900_000]}"
    for name, (begin, piece, end) in MARKDOWN.items():
        many = piece * (times // 2 if "\n" in piece else times)  # 50,000 lines are the most
        found[f"markdown, {name}"] = "markdown", f"{PROSE}\n\n{begin}{many}{end}"
    boxes = BOX.format("a " * times) * 9
    found["html, faded links in boxes"] = "html", page(boxes + FADED * (times // 10))
    return found


def page(body: str) -> str:
    """A page of an article with a shape in it."""
    return f"<html><body><h1>Flood</h1><article><p>{PROSE}</p>{body}<p>{PROSE}</p></article>"


def try_text(text: str, kind: str) -> tuple[float, str]:
    """Seconds of the processor that a text took, and what it was refused for, if so."""
    begin = time.process_time()
    note = ""
    try:
        document = read(text, "https://example.kz/1", format=kind)
        _ = document.links, document.blocks, document.unshown, document.words, document.body_words
    except ReadError as error:
        note = str(error)[:60]
    return time.process_time() - begin, note


if __name__ == "__main__":
    sys.exit(main())
