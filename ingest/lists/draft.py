"""A list while it is read: the columns of its tables, and everything that could not be placed."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dutygraph.bilingual import Bilingual
from dutygraph.ingest.document import Block, Line, Passage, Recognised, Unread
from dutygraph.ingest.lists.frame import is_form_line
from dutygraph.ingest.records import Locator, ParseWarning
from dutygraph.ingest.text import is_filler
from dutygraph.ingest.warnings import places, unread_things, warning
from dutygraph.visible import shortened

_SHOWN = 41
"""So many characters of a text are quoted in a warning, with the ellipsis."""
_DOUBTFUL = 0.97
"""Mean confidence below which a page was recognised badly: by ``tests.ingest.render.scan_score`` pages of .99 have hardly a
mistake, and those of .96 have seven in a hundred characters."""


@dataclass(slots=True)
class ListDraft:
    """What is noted about a list beside its records, while its sections are read one after another."""

    department: str = ""
    section: str = ""
    """The section that is being read, "" before the first; warnings name it."""
    columns: dict[str, list[str]] = field(default_factory=dict)
    warnings: list[ParseWarning] = field(default_factory=list)

    def warn(self, code: str, locator: Locator | None, /, **values: str | int | Bilingual) -> None:
        """Record that something in the section could not be placed or looks wrong.

        ``code`` is a kind of ``warnings.yaml``; ``values`` are the fields of its template but ``section``.
        Raises KeyError for an unknown kind, TypeError for other fields than the template has.
        """
        self.warnings.append(warning(code, locator, section=self.section or places()["start"], **values))

    def warn_unplaced(self, passage: Passage | Line, where: str = "") -> None:
        """Record a text that belongs to nothing known, unless it is blank, a mere rule of dashes and dots, or a form's.

        ``where`` is the place inside the section that is being read, one of ``places`` of ``warnings.yaml``.
        """
        if not (is_filler(text := passage.text) or is_form_line([text])):
            place = places()[where] if where else ""
            self.warn("unplaced_text", passage.locator, place=place, text=shorten(text))

    def warn_unread(self, blocks: Sequence[Block]) -> None:
        """Record each of the blocks that could not be read as text, such as a picture of a table."""
        for block in blocks:
            if isinstance(block, Unread):
                self.warn("not_read", block.locator, what=unread_things()[block.what])

    def warn_recognised(self, blocks: Sequence[Block]) -> None:
        """Record each page whose text was recognised in a picture, and whether that went badly."""
        for block in blocks:
            if isinstance(block, Recognised):
                page, percent = (block.locator or Locator()).page or 0, int(block.confidence * 100)
                if block.confidence < _DOUBTFUL:
                    self.warn("badly_recognised", block.locator, page=page, percent=percent)
                else:
                    self.warn("recognised", block.locator, page=page, percent=percent)


def shorten(text: str) -> str:
    """Return the beginning of a text, short enough for a message."""
    return shortened(text, _SHOWN)
