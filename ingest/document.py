"""The neutral document that every reader makes: paragraphs and tables, each text with its locator."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from dutygraph.ingest.odd_characters import BROKEN, without_odd
from dutygraph.ingest.records import Locator
from dutygraph.ingest.text import clean


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text as printed but for characters that no text is made of, and where it stands."""

    text: str
    locator: Locator
    _cleaned: str | None = field(default=None, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Take off odd characters; every text of a document comes through here."""
        if not self.text.isprintable() or BROKEN in self.text:  # few are not
            object.__setattr__(self, "text", without_odd(self.text, self.locator))

    @property
    def cleaned(self) -> str:
        """The text, cleaned; it is kept, for many steps ask for it."""
        if self._cleaned is None:
            object.__setattr__(self, "_cleaned", clean(self.text))
        return self._cleaned or ""


@dataclass(slots=True)
class Passage:
    """One text that a conversion may have cut into several spans: a paragraph, or what a table cell holds."""

    spans: list[Span] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The whole text, cleaned and joined."""
        if len(self.spans) == 1:  # so are nearly all
            return self.spans[0].cleaned
        return "".join([span.cleaned for span in self.spans])

    @property
    def locator(self) -> Locator | None:
        """Where the first span with text stands; the first one's place when all are blank, None without spans."""
        for span in self.spans:
            if span.cleaned:
                return span.locator
        return self.spans[0].locator if self.spans else None

    def locate(self, offset: int) -> Locator:
        """Return the locator of the character at ``offset`` of ``text``."""
        starts = list(accumulate((len(span.cleaned) for span in self.spans), initial=0))
        return self.spans[max(0, min(bisect_right(starts, offset) - 1, len(self.spans) - 1))].locator


@dataclass(slots=True)
class Paragraph(Passage):
    """A paragraph outside of tables."""


@dataclass(slots=True)
class Title(Paragraph):
    """The title of a list, where a reader knows of it: by the name of a sheet, say."""


@dataclass(slots=True)
class Unread(Paragraph):
    """What stands in a document and cannot be read as text, such as a picture of a table; it has no text, only a place."""

    what: str = "picture"
    """What it is, one of ``unread`` of ``warnings.yaml``."""


@dataclass(slots=True)
class Recognised(Paragraph):
    """The end of a page whose text was recognised in a picture; it has no text, only a place."""

    confidence: float = 0
    """The mean confidence of its characters, from 0 to 1."""


@dataclass(slots=True)
class Cell(Passage):
    """A table cell."""


@dataclass(slots=True)
class Row:
    """A table row: as many cells as the table has columns."""

    cells: list[Cell]

    @property
    def texts(self) -> list[str]:
        """The texts of its cells."""
        return [cell.text for cell in self.cells]

    @property
    def text(self) -> str:
        """The filled cells after one another."""
        return " ".join(filter(None, self.texts))

    @property
    def locator(self) -> Locator:
        """Where the row's first text stands."""
        found = [cell.locator for cell in self.cells if cell.text and cell.locator]
        return found[0] if found else next((c.locator for c in self.cells if c.locator), Locator())


@dataclass(slots=True)
class Table:
    """A table with its header row apart; ``rows`` are grids as wide as the header."""

    header: Row
    rows: list[Row] = field(default_factory=list)

    @property
    def locator(self) -> Locator:
        """Where the header's first text stands."""
        return self.header.locator


Block = Paragraph | Table


def text_of(block: object) -> str:
    """Return the text of a paragraph, "" for a table or whatever else stands among blocks."""
    return block.text if isinstance(block, Paragraph) else ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of running text and where it stands."""

    text: str
    locator: Locator


def lines(blocks: Sequence[Block]) -> list[Line]:
    """Return the paragraphs that say something, and the rows of tables with their cells after one another."""
    found: list[Line] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(Line(block.text, block.locator or Locator()))
        else:
            found.extend(Line(row.text, row.locator) for row in [block.header, *block.rows])
    return [line for line in found if line.text]


def passages(blocks: Sequence[Block]) -> Iterator[Passage]:
    """Yield every paragraph and every cell in reading order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in (block.header, *block.rows):
                yield from row.cells
