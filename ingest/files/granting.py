"""More time for a document with scanned pages: its reader asks for it before each of them, and whoever watches grants it."""

from collections.abc import Callable


def _nobody_watches() -> None:
    """Time is limited in processes of their own only."""


_ask: Callable[[], None] = _nobody_watches


def grant_by(ask: Callable[[], None]) -> None:
    """Have ``ask`` called, in this process, whenever a scanned page is about to be recognised."""
    global _ask  # noqa: PLW0603 - a process has one watcher
    _ask = ask


def grant_time() -> None:
    """Ask for the time that a scanned page may take."""
    _ask()
