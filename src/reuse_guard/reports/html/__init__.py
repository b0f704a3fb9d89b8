"""One HTML file that loads nothing: a verdict for a newsroom, or a project's overview."""

from reuse_guard.reports.html.page import render_html, render_singles

__all__ = ["render_html", "render_singles"]
