"""Plain text lists: paragraphs, and tables that a conversion left as tabs.

Three table layouts occur, also in one file: a row per line with tabs between the cells (``tabs``) or strokes (``piped``),
and a cell per line, each cell starting with a tab (``cells``).
"""

from collections.abc import Sequence

from dutygraph.ingest.document import Block, Paragraph, Table
from dutygraph.ingest.files.encoding import decode
from dutygraph.ingest.lists.titles import names_list
from dutygraph.ingest.readers.tables.grids import grid_blocks
from dutygraph.ingest.readers.text import cells, tabs
from dutygraph.ingest.readers.text.lines import Lines
from dutygraph.ingest.readers.text.piped import piped_rows
from dutygraph.ingest.text import is_filler

_NEAR = 3
"""Blocks above a row without a header among which the table that it goes on with stands."""


def read_text(data: bytes, source: str) -> list[Block]:
    """Return the blocks of a plain text file; raises UnreadableDocumentError when its encoding is not known."""
    lines = Lines(decode(data, source))
    blocks: list[Block] = []
    while not lines.at_end:
        if tabs.starts_table(lines):
            blocks.append(tabs.read_table(lines))
        elif rows := piped_rows(lines) or tabs.turned_rows(lines):
            blocks.extend(grid_blocks(rows))
        elif above := _table_above(blocks, lines):
            blocks.append(tabs.read_rows(above.header.cells, lines))
        elif lines.is_cell:
            blocks.append(cells.read_table(lines))
        else:
            span = lines.take()
            if span.text.strip() and not is_dashed_rule(span.text):
                blocks.append(Paragraph([span]))
    return blocks


def _table_above(blocks: Sequence[Block], lines: Lines) -> Table | None:
    """Return the table with whose columns the line at the cursor goes on behind the title of a list, None if with none."""
    above = blocks[-1] if blocks and "\t" in lines.current else None
    if not isinstance(above, Paragraph) or not names_list(above.text):
        return None
    tables = [block for block in blocks[-_NEAR:] if isinstance(block, Table)]
    return tables[-1] if tables and tabs.goes_on(tables[-1], lines) else None


def is_dashed_rule(text: str) -> bool:
    """Return whether a line is a rule drawn with dashes. A line of dots is none: it says that a section is empty."""
    return is_filler(text) and set(text.strip()) <= set("-—－–_ ") and len(text.strip()) > 1
