"""Rows over a whole table that name what the rows below them are about: the duty, or the matter, that has no column."""

from collections.abc import Sequence

from dutygraph.ingest.document import Block, Cell, Paragraph, Row, Span, Table
from dutygraph.ingest.lists.columns import columns_of
from dutygraph.ingest.lists.frame import is_form, is_note
from dutygraph.ingest.lists.kinds import SectionKind
from dutygraph.ingest.lists.sections.prose_lines import prose_line
from dutygraph.ingest.records import Locator


def with_subjects(blocks: Sequence[Block], kind: SectionKind, known_by: str) -> list[Block]:
    """Return the blocks of a section, with a column for what bands name in tables that have none for it.

    That column is the first of the section's pair (the duty, the matter); such a table is known by a column of the role
    ``known_by``. The number is that of the band: those of its rows count within it.
    """
    found: list[Block] = []
    for block in blocks:
        band = found[-1] if found else None
        if isinstance(block, Table) and isinstance(band, Paragraph) and _is_inside(found[:-1], block):
            roles = columns_of(block, kind.name).roles
            is_content = not (is_note(band.text) or is_form([band.text]))
            if is_content and known_by in roles and kind.pair[0] not in roles:
                found[-1] = _with_column(block, roles, band, kind.usual[kind.pair[0]])
                continue
        found.append(block)
    return found


def _is_inside(above: Sequence[Block], table: Table) -> bool:
    """Whether the table above is a part of the same one: its header is printed once for both."""
    return bool(above) and isinstance(above[-1], Table) and above[-1].header.locator == table.header.locator


def _with_column(table: Table, roles: Sequence[str | None], band: Paragraph, header: str) -> Table:
    place = band.locator or Locator()
    line = prose_line(band)
    number = roles.index("number") if "number" in roles else None
    named = Cell([Span(line.text, place)])
    rows: list[Row] = []
    for at, row in enumerate(table.rows):
        cells = list(row.cells)
        if number is not None:
            cells[number] = Cell([Span("" if at else line.number, place)])
        rows.append(Row([*cells, Cell() if at else named]))
    return Table(Row([*table.header.cells, Cell([Span(header, place)])]), rows)
