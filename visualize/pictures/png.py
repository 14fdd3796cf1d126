"""A picture as PNG, made by a browser of the Chromium family: Chrome, Chromium, or Edge, which every Windows has."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from dutygraph.errors import DutygraphError
from dutygraph.visualize.pictures.svg import Svg

_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "msedge",
    "microsoft-edge",
    "chrome",
)
_PLACES = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")
_MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
_OPTIONS = (
    "--headless", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-background-networking",
    "--disable-extensions", "--default-background-color=ffffffff", "--force-device-scale-factor=2",
)  # fmt: skip
_SECONDS = 60
_SIGNATURE = b"\x89PNG"


class PngError(DutygraphError):
    """A picture cannot be made into PNG here: why, and what to do instead."""


def png_of(svg: Svg) -> bytes:
    """Return a picture as PNG, two dots to a pixel, as print needs. Raises PngError."""
    browser = find_browser()
    if browser is None:
        raise PngError(
            zh="输出 PNG 需要 Chrome、Edge 或 Chromium：请安装后重试，或输出 .svg，Word、WPS 可直接插入",
            en="PNG needs Chrome, Edge or Chromium: install one, or write .svg, which Word and WPS can insert",
        )
    with TemporaryDirectory(prefix="dutygraph-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        page, made = folder / "picture.svg", folder / "picture.png"
        page.write_text(svg.text, encoding="utf-8")
        command = [
            str(browser), *_OPTIONS, *_as_root(), f"--user-data-dir={folder / 'profile'}",
            f"--window-size={svg.width},{svg.height}", f"--screenshot={made}", page.as_uri(),
        ]  # fmt: skip
        with suppress(OSError, subprocess.TimeoutExpired):
            subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 - an installed browser
        content = made.read_bytes() if made.exists() else b""
    if not content.startswith(_SIGNATURE):
        raise PngError(
            zh=f"{browser.name} 未能生成 PNG，请输出 .svg，Word、WPS 可直接插入",
            en=f"{browser.name} made no PNG; write .svg, which Word and WPS can insert",
        )
    return content


def find_browser() -> Path | None:
    """Return the program of a browser of the Chromium family, None without one."""
    for name in _NAMES:
        if program := shutil.which(name):
            return Path(program)
    return next((path for path in _usual_places() if path.is_file()), None)


def _usual_places() -> Iterator[Path]:
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if folder := os.environ.get(variable):
            yield from (Path(folder, place) for place in _PLACES)
    yield _MAC


def _as_root() -> tuple[str, ...]:
    """Chromium's sandbox does not start for root, as in a container; the only page is our own picture, without scripts."""
    return ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
