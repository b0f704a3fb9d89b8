"""Write the golden reports anew: `python -m tests.reports.golden`."""

from __future__ import annotations

import os
from pathlib import Path

from tests.reports.test_formats import SUFFIXES, golden, golden_path
from tests.reports.test_terminal import GOLDEN, report
from tests.reports.test_terminal import golden_path as told_path

if __name__ == "__main__":
    os.chdir(Path(__file__).parents[2] / "examples" / "quickstart")
    for name in ("allowed", "too-long", "no-link", "hidden-link", "whole"):
        (GOLDEN / f"{name}.txt").write_text(report(name), "utf-8")
    for language in ("ru", "kk"):
        told_path(language).write_text(report("too-long", language=language), "utf-8")
    for name in SUFFIXES:
        golden_path(name).write_text(golden(name), "utf-8")
