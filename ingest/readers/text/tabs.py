"""Tables with one row per line and tabs between the cells, cut by the page breaks of a conversion."""

from dutygraph.ingest.document import Cell, Row, Span, Table
from dutygraph.ingest.lists.frame import is_note, is_page_line
from dutygraph.ingest.lists.headings import read_heading
from dutygraph.ingest.lists.titles import begins_list
from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.readers.tables.pagecut import join_cut_rows
from dutygraph.ingest.readers.tables.turned import is_turned
from dutygraph.ingest.readers.text.lines import Lines
from dutygraph.ingest.text import clean

_HEADER_WORDS = 2
"""Fewest header words of a line with tabs that is a header."""
_MOST_TURNED = 60
"""Lines; more of them are read as several tables."""


def starts_table(lines: Lines) -> bool:
    """Return whether the line at the cursor is the header of a table in this layout."""
    return _is_header(lines.current)


def read_table(lines: Lines) -> Table:
    """Read the table whose header is at the cursor, and leave the cursor behind it."""
    printed = lines.current
    return read_rows(_split(lines.take()), lines, printed)


def goes_on(above: Table, lines: Lines) -> bool:
    """Return whether the line at the cursor is a row of the columns of the table above, behind the title of a list."""
    return (
        len(above.header.cells) > _HEADER_WORDS and lines.current.count("\t") == len(above.header.cells) - 1
    )


def read_rows(header: list[Cell], lines: Lines, printed: str = "") -> Table:
    """Read the rows at the cursor under a header, and leave the cursor behind them.

    ``printed`` is the line of the header, which may be printed again behind a page break.
    """
    rows: list[Row] = []
    breaks: set[int] = set()
    while not lines.at_end and (ahead := _next_row(lines, printed)) is not None:
        if ahead > lines.at:
            breaks.add(len(rows))
        for index in range(lines.at, ahead):
            if "\t" not in lines.lines[index]:
                _continue_row(rows, lines.span(index))
        lines.at = ahead
        rows.append(_fit(_split(lines.take()), len(header)))
    return Table(Row(header), join_cut_rows(header, rows, breaks))


def turned_rows(lines: Lines) -> list[list[Cell]]:
    """Take the lines at the cursor that are a card or a turned table, a label and its values in each; [] for none."""
    label, tab, _ = lines.current.partition("\t")
    if not tab or lines.at < lines.upright_until or clean(label) not in vocabulary().header_words:
        return []
    end, last = lines.at, min(len(lines.lines), lines.at + _MOST_TURNED)
    while end < last and "\t" in lines.lines[end].strip() and not lines.is_cell_at(end):
        end += 1
    rows = [_split(lines.span(at)) for at in range(lines.at, end)]
    width = max(map(len, rows), default=0)
    rows = [
        [*row, *(Cell([Span("", row[0].spans[0].locator)]) for _ in range(width - len(row)))] for row in rows
    ]
    lines.upright_until = end
    if not rows or not is_turned(rows):
        return []
    lines.at = end
    return rows


def _is_header(line: str) -> bool:
    if line.count("\t") < _HEADER_WORDS:
        return False
    return vocabulary().count_headers(list({clean(part) for part in line.split("\t")})) >= _HEADER_WORDS


def _next_row(lines: Lines, header: str) -> int | None:
    """Return the index of the table's next row; None when a heading, another header or plain text comes first.

    One line of text between two rows continues the row above; more than one is text behind the table, as a note is. The
    table's own header, printed again behind blank lines only, is that of a new page.
    """
    text_lines = 0
    for index in range(lines.at, len(lines.lines)):
        line = lines.lines[index]
        if "\t" in line.rstrip():
            if not _is_header(line):
                return index
            if text_lines or line.split() != header.split():
                return None
            continue
        if _opens(clean(line)) or is_note(clean(line)):
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
    if rows and span.text.strip() and not is_page_line(span.cleaned):
        filled = [cell for cell in rows[-1].cells if cell.text]
        (filled or rows[-1].cells)[-1].spans.append(span)
