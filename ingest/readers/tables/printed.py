"""Tables as Word and HTML print them, with paragraphs and further tables in their cells."""

from dataclasses import dataclass, field

from dutygraph.ingest.document import Passage
from dutygraph.ingest.records import Locator


@dataclass(slots=True)
class PrintedCell:
    """A cell: its place, and the paragraphs and tables in it in reading order."""

    locator: Locator
    pieces: list["Piece"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text of its paragraphs, without that of tables in it."""
        return "".join(piece.text for piece in self.pieces if isinstance(piece, Passage))


@dataclass(slots=True)
class PrintedTable:
    """A table: rows of any length; None stands for a cell that a merge covers."""

    rows: list[list[PrintedCell | None]]


Piece = Passage | PrintedTable
