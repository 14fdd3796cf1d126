"""The grids of tables and sheets cut into blocks: titles, section rows and notes become paragraphs, other rows tables.

A grid is the rows of a table, all of the same width. A cell that a merge covers is ``Cell()``, without spans; a blank
cell has a span without text, for its place.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from dutygraph.ingest.characters import folded
from dutygraph.ingest.document import Block, Cell, Paragraph, Passage, Row, Table, Unread
from dutygraph.ingest.lists.frame import is_form
from dutygraph.ingest.lists.titles import names_list
from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.numerals import ITEM_NUMERALS
from dutygraph.ingest.readers.tables.carded import cards_with_tables
from dutygraph.ingest.readers.tables.halves import one_below_another
from dutygraph.ingest.readers.tables.header_elsewhere import first_above, goes_on_with
from dutygraph.ingest.readers.tables.headers import header_at
from dutygraph.ingest.readers.tables.marks import unmarked
from dutygraph.ingest.readers.tables.pagecut import join_cut_rows
from dutygraph.ingest.readers.tables.row_kinds import (
    counts_on,
    goes_on,
    has_sections_beside,
    is_heading_or_title,
    is_label_row,
    is_stamp_row,
    labels_of,
    names_part,
    stands_alone,
)
from dutygraph.ingest.readers.tables.stacked import stacked
from dutygraph.ingest.readers.tables.turned import is_turned, upright
from dutygraph.ingest.text import is_filler

Grid = Sequence[Sequence[Cell]]

_CONTINUED = re.compile(
    rf"^(?:表[{ITEM_NUMERALS}\d\-－.]{{1,5}})?[（(]?(?:续表|续上表|接上表|接上页|上接第?\d*页?|续)[{ITEM_NUMERALS}\d]*[）)]?[：:]?$"
)


def grid_blocks(rows: Grid, above: Table | None = None) -> list[Block]:
    """Return the blocks of one grid that stands alone, such as a sheet.

    Rows of a grid without a header go on with the table ``above`` if they have its next number.
    """
    assembly = Assembly(above if above and goes_on_with(above, rows) else None)
    assembly.add_grid(rows)
    return assembly.finish()


class Assembly:
    """The blocks of a document, put together from its paragraphs and grids in reading order."""

    def __init__(self, above: Table | None = None) -> None:
        self._blocks: list[Block] = []
        self._open: Table | None = None
        """The table to which further rows are added."""
        self._breaks: dict[int, set[int]] = {}
        """By the place of a table among the blocks, the rows with which another grid goes on."""
        self._closed = above
        """The table above the title of a list, or on the sheet before; rows below that have no header have its columns."""

    def add_passage(self, passage: Passage, *, is_group: bool = False) -> None:
        """Add a paragraph, or a cell that spans its table: one block per line, but a single one for a title.

        ``is_group`` says that the table goes on below, although the text is like a heading.
        """
        if isinstance(passage, Unread):
            self._blocks.append(passage)
            return
        passage = unmarked(passage)
        if names_list(passage.text):
            lines = [Paragraph(list(passage.spans))]
        else:
            lines = [Paragraph([span]) for span in passage.spans]
        for line in lines:
            if not line.text or _CONTINUED.match(folded(line.text)):
                continue
            if not is_group and is_heading_or_title(line.text):
                above = self._open or self._closed
                self._closed = above if goes_on(above, line.text) else None
                self._open = None
            self._blocks.append(line)

    def add_grid(self, rows: Grid) -> None:
        """Add a table; without a header of its own it continues the one above, if that is as wide."""
        rows = [[unmarked(cell) for cell in row] for row in rows if any(cell.text for cell in row)]
        if not rows:
            return
        if has_sections_beside(rows):
            for cell in (cell for row in rows for cell in row):
                self.add_passage(cell)
            return
        rows = one_below_another(rows)
        cards = cards_with_tables(rows)
        for part in cards:
            self._open = None
            self._add_upright(part, may_go_on=False)
        for part, turned in [] if cards else [(rows, True)] if is_turned(rows) else stacked(rows):
            for table in upright(part) if turned else [part]:
                self._add_upright(table, may_go_on=not turned)

    def _add_upright(self, rows: Grid, *, may_go_on: bool) -> None:
        """Add the rows of an upright table; the first of them may be the rest of a row above, but never of a card."""
        if len(rows[0]) == 1:
            for row in rows:
                self.add_passage(row[0])
            return
        headers = {at: header for at in range(len(rows)) if (header := header_at(rows, at))}
        self._continue_with(len(rows[0]))
        if may_go_on and self._open and self._blocks[-1] is self._open:
            self._breaks.setdefault(len(self._blocks) - 1, set()).add(len(self._open.rows))
        last_header = max(headers, default=-1)
        early = None if self._open else first_above(rows, headers)
        skip = 0
        for at, row in enumerate(rows):
            if at < skip:
                continue
            if at == early:
                self._start(headers[min(headers)].row)
            if header := headers.get(at):
                skip = at + header.height
                self._start(header.row)
            else:
                below = rows[at + 1] if at + 1 < len(rows) else ()
                self._add_row(row, below, above_header=at < last_header)

    def finish(self) -> list[Block]:
        """Return the blocks in reading order."""
        return [
            _with_joined_rows(_with_joined_columns(block), self._breaks.get(at, set()))
            if isinstance(block, Table)
            else block
            for at, block in enumerate(self._blocks)
        ]

    def _continue_with(self, width: int) -> None:
        """Close the table above unless it has this width, maybe after its merged columns are joined."""
        if not self._open or len(self._open.header.cells) == width:
            return
        joined = _with_joined_columns(self._open)
        if len(joined.header.cells) == width:
            self._open.header, self._open.rows = joined.header, joined.rows
        else:
            self._open = None

    def _start(self, header: Row) -> None:
        """Begin a table, unless its header repeats that of the one above."""
        if not (self._open and self._open.header.texts == header.texts):
            self._open = Table(header)
            self._blocks.append(self._open)

    def _add_row(self, row: Sequence[Cell], below: Sequence[Cell], *, above_header: bool) -> None:
        if stands_alone(row, below, self._open):
            restarts = not any(names_part(cell.text) for cell in row)
            is_group = counts_on(self._open, below, restarts=restarts)
            for cell in row:
                self.add_passage(cell, is_group=is_group)
        elif (above_header and (self._open is None or is_label_row(row))) or (
            self._open is None and is_stamp_row(row)
        ):
            for label in labels_of(row):
                self.add_passage(label)
        elif self._open is None and self._closed and len(self._closed.header.cells) == len(row):
            self._open = Table(self._closed.header, [Row(list(row))])
            self._blocks.append(self._open)
        elif self._open is None:
            self._start(Row(list(row)))
        else:
            if self._blocks[-1] is not self._open:
                self._open = Table(self._open.header)
                self._blocks.append(self._open)
            self._open.rows.append(Row(list(row)))


def _with_joined_rows(table: Table, breaks: set[int]) -> Table:
    """Return the table with the rows joined that were cut where another grid goes on with it."""
    return Table(table.header, join_cut_rows(table.header.cells, table.rows, breaks)) if breaks else table


def _with_joined_columns(table: Table) -> Table:
    """Return the table without blank columns, and with the columns under one merged header cell joined to one.

    A cell of offices or bodies that is merged over several rows is repeated in each (rule 4 of reading).
    """
    grid = [table.header, *table.rows]
    groups: list[list[int]] = []
    for column, cell in enumerate(table.header.cells):
        if not cell.spans and groups:
            groups[-1].append(column)
        elif cell.text or any(not is_filler(row.cells[column].text) for row in table.rows):
            groups.append([column])
    header, *rows = [Row([_joined(row.cells, group) for group in groups]) for row in grid]
    _, roles = vocabulary().roles(header.texts, None)
    for column in (column for column, role in enumerate(roles) if role in vocabulary().answers):
        for above, row in pairwise(rows):
            if not row.cells[column].spans and not is_form(row.texts):
                row.cells[column] = above.cells[column]
    return Table(header, rows)


def _joined(cells: Sequence[Cell], group: Sequence[int]) -> Cell:
    if len(group) == 1:
        return cells[group[0]]
    return Cell([span for column in group for span in cells[column].spans])
