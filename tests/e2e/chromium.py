"""Where Chromium is, and how it is started."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
PLACES = (
    "/usr/bin/chromium",
    "/usr/lib/chromium/chromium",
    "/snap/bin/chromium",
    "/opt/google/chrome/chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-quic"),
    *("--disable-component-update", "--disable-sync", "--no-first-run"),
]
MISSING = (
    "NO CHROMIUM HERE: the tests in a browser are skipped. Set MUSTER_CHROMIUM, or install it."
)


def chromium() -> str | None:
    """The program that MUSTER_CHROMIUM names, or one on PATH, or one in a usual place."""
    if named := os.environ.get("MUSTER_CHROMIUM"):
        return shutil.which(named)
    on_path = (shutil.which(name) for name in NAMES)
    return next(filter(None, on_path), None) or next(filter(_runs, PLACES), None)


def demanded() -> bool:
    """Whether going without the tests in a browser is a failure here."""
    return os.environ.get("CI", "").lower() == "true"


@contextmanager
def running(program: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


def _runs(place: str) -> bool:
    return os.access(place, os.X_OK) and Path(place).is_file()
