"""The page around a report: style and script stand in it, and nothing else may run or load."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from reuse_guard._version import __version__
from reuse_guard.locale import say
from reuse_guard.reports.html.markup import shown, told

_HERE = Path(__file__).parent


def page(title: str, body: str, language: str) -> str:
    """A whole HTML file.

    Args:
        title: as plain text.
        body: finished HTML: a header and a main element.
        language: of the interface.
    """
    style, script = _asset("style.css"), _asset("script.js")
    policy = (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    skip = told(say("Skip to the texts"), language)
    foot = told(
        say(
            "A policy verdict, not legal advice. Made by reuse_guard {version}.",
            version=__version__,
        ),
        language,
    )
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{shown(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#texts">{skip}</a>\n{body}'
        f"<footer><p>{foot}</p></footer>\n<script>{script}</script>\n</body>\n</html>\n"
    )


def _asset(name: str) -> str:
    return (_HERE / name).read_text("utf-8")


def _digest(text: str) -> str:
    """The one source that a Content-Security-Policy lets run."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
