"""Tables with one row per line and tabs between the cells, cut by the page breaks of a conversion."""

from dutygraph.ingest.document import Cell, Row, Span, Table
from dutygraph.ingest.lists.headings import read_heading
from dutygraph.ingest.lists.titles import begins_list
from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.readers.lines import Lines
from dutygraph.ingest.readers.pagecut import join_cut_rows
from dutygraph.ingest.text import clean

_HEADER_WORDS = 2
"""Fewest header words of a line with tabs that is a header."""


def starts_table(lines: Lines) -> bool:
    """Return whether the line at the cursor is the header of a table in this layout."""
    return _is_header(lines.current)


def read_table(lines: Lines) -> Table:
    """Read the table whose header is at the cursor, and leave the cursor behind it."""
    return read_rows(_split(lines.take()), lines)


def goes_on(above: Table, lines: Lines) -> bool:
    """Return whether the line at the cursor is a row of the columns of the table above, behind the title of a list."""
    return (
        len(above.header.cells) > _HEADER_WORDS and lines.current.count("\t") == len(above.header.cells) - 1
    )


def read_rows(header: list[Cell], lines: Lines) -> Table:
    """Read the rows at the cursor under a header, and leave the cursor behind them."""
    rows: list[Row] = []
    breaks: set[int] = set()
    while not lines.at_end and (ahead := _next_row(lines)) is not None:
        if ahead > lines.at:
            breaks.add(len(rows))
        for index in range(lines.at, ahead):
            _continue_row(rows, lines.span(index))
        lines.at = ahead
        rows.append(_fit(_split(lines.take()), len(header)))
    return Table(Row(header), join_cut_rows(header, rows, breaks))


def _is_header(line: str) -> bool:
    words = vocabulary().header_words
    return line.count("\t") > 1 and sum(clean(part) in words for part in line.split("\t")) >= _HEADER_WORDS


def _next_row(lines: Lines) -> int | None:
    """Return the index of the table's next row; None when a heading, a new header or plain text comes first.

    One line of text between two rows continues the row above; more than one is text behind the table.
    """
    text_lines = 0
    for index in range(lines.at, len(lines.lines)):
        line = lines.lines[index]
        if "\t" in line.rstrip():
            return None if _is_header(line) else index
        if _opens(clean(line)):
            return None
        if "\t" in line:
            return index
        text_lines += bool(line.strip())
        if text_lines > 1:
            return None
    return None


def _opens(text: str) -> bool:
    """Return whether a line is the heading of a part or the title of a list, and no row or text of the table."""
    heading = read_heading(text)
    return heading.section is not None or heading.may_open_part or begins_list(text, "", stands_apart=True)


def _split(span: Span) -> list[Cell]:
    return [Cell([Span(part, span.locator)]) for part in span.text.split("\t")]


def _fit(cells: list[Cell], width: int) -> Row:
    """Return a row in the header's width; the text of surplus cells is appended to the last one."""
    for cell in cells[width:]:
        cells[width - 1].spans.extend(cell.spans)
    return Row(cells[:width] + [Cell() for _ in range(width - len(cells))])


def _continue_row(rows: list[Row], span: Span) -> None:
    """Append a line without tabs to the last filled cell of the row above."""
    if rows and span.text.strip():
        filled = [cell for cell in rows[-1].cells if cell.text]
        (filled or rows[-1].cells)[-1].spans.append(span)
