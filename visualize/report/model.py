"""What a report on paper consists of, whatever the file it becomes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dutygraph.visualize.texts import Language

Mark = Literal["plain", "strong", "object", "rest"]
"""How a stretch of a text stands out: not; what is done, or counts; to what; beside the point."""
Look = Literal["body", "lead", "note", "cell", "quote", "source"]
"""What a paragraph is: running text, what leads to a table below it, a remark; in tables a cell, a quotation, its place."""


@dataclass(frozen=True, slots=True)
class ReportRun:
    """A stretch of a text."""

    text: str
    mark: Mark = "plain"


@dataclass(frozen=True, slots=True)
class ReportParagraph:
    """A paragraph of running text, or of a cell."""

    runs: Sequence[ReportRun]
    look: Look = "body"


@dataclass(frozen=True, slots=True)
class ReportHeading:
    """A heading with its number in it; level 1 is the highest."""

    level: Literal[1, 2, 3]
    text: str


@dataclass(frozen=True, slots=True)
class ReportGrid:
    """A table: headings, which may be missing, rows of cells, and the shares of the width that its columns take."""

    headings: Sequence[str]
    rows: Sequence[Sequence[Sequence[ReportParagraph]]]
    widths: Sequence[int]


@dataclass(frozen=True, slots=True)
class ReportBars:
    """Counts as bars under a caption, in the order given."""

    caption: str
    rows: Sequence[tuple[str, int]]


ReportBlock = ReportHeading | ReportParagraph | ReportGrid | ReportBars


@dataclass(frozen=True, slots=True)
class ReportPaper:
    """A whole report: its title, what stands on its cover lines, and its blocks in order."""

    title: str
    facts: Sequence[tuple[str, str]]
    blocks: Sequence[ReportBlock]
    lang: Language


def plain(text: str, look: Look = "body", mark: Mark = "plain") -> ReportParagraph:
    """Return a paragraph of one run."""
    return ReportParagraph([ReportRun(text, mark)], look)


def cells(*texts: str) -> list[list[ReportParagraph]]:
    """Return a row of plain cells."""
    return [[plain(text, "cell")] for text in texts]
