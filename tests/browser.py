"""Headless Chromium as Debian ships it, for tests that look at pages as a reader does."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from selenium.webdriver import Chrome

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")


def needs_browser(test: Callable[..., Any]) -> Callable[..., Any]:
    """Mark a test that runs where there is a browser; `.ci/run` installs one."""
    missing = pytest.mark.skipif(
        not (CHROMIUM and DRIVER), reason="apt-get install chromium chromium-driver"
    )
    marked: Callable[..., Any] = pytest.mark.browser(missing(test))
    return marked


def open_browser() -> Chrome:
    """Start it; nothing is looked up on the network."""
    from selenium import webdriver  # noqa: PLC0415 - for tests in a browser alone

    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for argument in (
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--disable-background-networking",
        "--hide-scrollbars",
    ):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return webdriver.Chrome(
        options=options, service=webdriver.ChromeService(executable_path=str(DRIVER))
    )


def show_as(browser: Chrome, *, width: int, height: int = 900, dark: bool = False) -> None:
    """Choose the size of the screen and the theme that the reader prefers."""
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False},
    )
    theme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    still = {"name": "prefers-reduced-motion", "value": "reduce"}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [theme, still]})


def severe(browser: Chrome) -> list[str]:
    """Errors that the console has shown since the last call."""
    said = browser.get_log("browser")  # type: ignore[no-untyped-call] # selenium leaves it open
    return [entry["message"] for entry in said if entry["level"] == "SEVERE"]
