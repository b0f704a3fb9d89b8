"""Take the pictures of the report in docs/images: `python -m docs.make_pictures`.

It needs Chromium and its driver (Debian: chromium, chromium-driver), and poppler's pdftoppm for
the printed page.
"""

from __future__ import annotations

import os
import subprocess
from base64 import b64decode
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.browser import open_browser, show_as

from reuse_guard import check
from reuse_guard.reports.html import render_html
from reuse_guard.reports.report import Judged, Report

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

ROOT = Path(__file__).parent.parent
IMAGES = Path(__file__).parent / "images"
DAY = date(2026, 11, 23)


def main() -> None:
    """Write every picture."""
    os.chdir(ROOT / "examples" / "quickstart")
    browser = open_browser()
    with TemporaryDirectory() as folder:
        file = Path(folder) / "report.html"
        file.write_text(report("too-long.html"), "utf-8")
        take(browser, file, "report-light.png", width=1100, height=1640)
        take(browser, file, "report-dark.png", width=1100, height=1640, dark=True)
        file.write_text(report("hidden-link.html"), "utf-8")
        take(browser, file, "report-phone.png", width=360, height=1100)
        file.write_text(report("too-long.html"), "utf-8")
        browser.get(file.as_uri())
        print_page(browser, Path(folder) / "report.pdf")
    browser.quit()


def report(candidate: str) -> str:
    """The page of one shipped example."""
    verdict = check(Path("original.html"), Path(candidate), as_of=DAY)
    return render_html(Report((Judged(verdict),)))


def take(  # noqa: PLR0913 - a picture's page, name and screen
    browser: Chrome, page: Path, name: str, *, width: int, height: int, dark: bool = False
) -> None:
    """A picture of the top of a page."""
    show_as(browser, width=width, height=height, dark=dark)
    browser.get(page.as_uri())
    browser.save_screenshot(str(IMAGES / name))


def print_page(browser: Chrome, pdf: Path) -> None:
    """The first printed page."""
    printed = browser.execute_cdp_cmd(
        "Page.printToPDF", {"printBackground": True, "preferCSSPageSize": True}
    )
    pdf.write_bytes(b64decode(printed["data"]))
    target = IMAGES / "report-print"
    subprocess.run(  # noqa: S603 - a path of our own
        ["pdftoppm", "-png", "-r", "60", "-singlefile", str(pdf), str(target)],  # noqa: S607
        check=True,
    )


if __name__ == "__main__":
    main()
