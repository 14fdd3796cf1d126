"""A cursor over the lines of a text file."""

import re

from dutygraph.ingest.document import Span
from dutygraph.ingest.records import Locator
from dutygraph.ingest.text import clean

_CELL = re.compile(r"^[ \u3000]*\t")


class Lines:
    """The lines of a text, and the index (0-based) of the current one; line numbers in locators are 1-based."""

    def __init__(self, text: str) -> None:
        self.lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self.at = 0
        self.upright_until = 0
        """The lines before this index are known to be no turned table; they are not looked at again."""

    @property
    def at_end(self) -> bool:
        """Whether every line has been taken."""
        return self.at >= len(self.lines)

    @property
    def current(self) -> str:
        """The line at the cursor."""
        return self.lines[self.at]

    @property
    def is_cell(self) -> bool:
        """Whether the line at the cursor starts a table cell: a tab comes first."""
        return not self.at_end and self.is_cell_at(self.at)

    def is_cell_at(self, index: int) -> bool:
        """Whether the line at ``index`` (0-based) starts a table cell."""
        return bool(_CELL.match(self.lines[index]))

    def is_blank_at(self, index: int) -> bool:
        """Whether the line at ``index`` is blank and no (empty) cell either."""
        return not self.lines[index].strip() and not self.is_cell_at(index)

    @property
    def below(self) -> str:
        """The first text below the line at the cursor: that of a line, or of its first cell; "" at the end."""
        texts = (
            clean(self.lines[at].strip().partition("\t")[0]) for at in range(self.at + 1, len(self.lines))
        )
        return next(filter(None, texts), "")

    def take(self) -> Span:
        """Return the line at the cursor with its locator, and move to the next one."""
        self.at += 1
        return self.span(self.at - 1)

    def span(self, index: int) -> Span:
        """Return the line at ``index`` with its locator."""
        return Span(self.lines[index], Locator(line=index + 1))
