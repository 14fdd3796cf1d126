"""A list while it is read: the columns of its tables, and everything that could not be placed."""

from dataclasses import dataclass, field

from dutygraph.ingest.document import Line, Passage
from dutygraph.ingest.records import Locator, ParseWarning
from dutygraph.ingest.text import is_filler

_SHOWN = 40
"""So many characters of a text are quoted in a warning."""


@dataclass(slots=True)
class ListDraft:
    """What is told of a list beside its records, while its sections are read one after another."""

    department: str = ""
    section: str = "清单开头"
    """What is being read; warnings name it."""
    columns: dict[str, list[str]] = field(default_factory=dict)
    warnings: list[ParseWarning] = field(default_factory=list)

    def warn(self, code: str, message: str, locator: Locator | None) -> None:
        """Record that something could not be placed or looks wrong."""
        self.warnings.append(ParseWarning(code=code, message=message, locator=locator or Locator()))

    def warn_unplaced(self, passage: Passage | Line, where: str = "") -> None:
        """Record a text that belongs to nothing known, unless it is blank or a mere rule of dashes and dots.

        ``where`` is the place inside the section that is being read.
        """
        if not is_filler(text := passage.text):
            place = self.section + where
            self.warn("unplaced_text", f"{place}：未能归类的文字“{shorten(text)}”", passage.locator)


def shorten(text: str) -> str:
    """Return the beginning of a text, short enough for a message."""
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
