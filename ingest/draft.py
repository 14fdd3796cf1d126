"""A list while it is read: records so far, and everything that could not be placed."""

from dataclasses import dataclass, field

from ingest.document import Line, Passage
from ingest.records import Boundary, Duty, Locator, ParseWarning, Regime, Rule, Service
from ingest.text import is_filler

_SHOWN = 40
"""So many characters of a text are quoted in a warning."""


@dataclass(slots=True)
class ListDraft:
    """What the section readers have found in one list."""

    duties: list[Duty] = field(default_factory=list)
    boundaries: list[Boundary] = field(default_factory=list)
    supervision: list[Regime] = field(default_factory=list)
    services: list[Service] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    columns: dict[str, list[str]] = field(default_factory=dict)
    warnings: list[ParseWarning] = field(default_factory=list)

    def warn(self, code: str, message: str, locator: Locator | None) -> None:
        """Record that something could not be placed or looks wrong."""
        self.warnings.append(ParseWarning(code=code, message=message, locator=locator or Locator()))

    def warn_unplaced(self, passage: Passage | Line, where: str) -> None:
        """Record a text that belongs to nothing known, unless it is blank or a mere rule of dashes and dots."""
        if not is_filler(text := passage.text):
            self.warn("unplaced_text", f"{where}：未能归类的文字“{shorten(text)}”", passage.locator)


def shorten(text: str) -> str:
    """Return the beginning of a text, short enough for a message."""
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
