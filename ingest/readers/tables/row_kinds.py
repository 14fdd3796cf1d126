"""What a row between the rows of a table is: a line of text, the labels above a header, or a row like the others."""

import re
from collections.abc import Sequence

from dutygraph.ingest.document import Cell, Paragraph, Span, Table
from dutygraph.ingest.lists.headings import read_heading
from dutygraph.ingest.lists.titles import (
    cut_from_heading,
    is_stamp_label,
    is_title_line,
    names_body,
    names_list,
)
from dutygraph.ingest.lists.vocabulary import NUMBER, vocabulary
from dutygraph.ingest.numerals import chinese_to_int

_NUMBER = re.compile(NUMBER)
_LABEL = re.compile(r"^[^：:，。；]{2,14}[：:]")
_COLONS = "：:"
_LONGEST_LABEL = 40
_FEWEST_CELLS = 2
_NEAR = 60
"""So many rows up the last number is looked for: a duty may have many tasks."""


def stands_alone(row: Sequence[Cell], below: Sequence[Cell], table: Table | None) -> bool:
    """Return whether a row is a line of text between the rows of a table: one text spans it, or is in the number column."""
    filled = [at for at, cell in enumerate(row) if cell.text]
    if len(filled) != 1 or table is None:
        return len(filled) == 1
    at, text = filled[0], row[filled[0]].text
    header = table.header.texts
    if at > next((column for column, word in enumerate(header) if word), 0):
        return False
    _, roles = vocabulary().roles(header, None)
    if roles[at] == "number" and _NUMBER.fullmatch(text):
        return False
    if is_heading_or_title(text) or _heads_section(text, below):
        return True
    return roles[at] == "number" or not any(cell.spans for cell in row[at + 1 :])


def has_sections_beside(rows: Sequence[Sequence[Cell]]) -> bool:
    """Return whether a table of two columns has the name of a section in each row, and its text beside it."""
    if any(len(row) != _FEWEST_CELLS for row in rows):
        return False
    sections = {read_heading(row[0].text).section for row in rows}
    return len(sections) == len(rows) >= _FEWEST_CELLS and None not in sections


def names_part(text: str) -> bool:
    """Return whether a line names a section or another part of lists, or is a title."""
    heading = read_heading(text)
    return heading.section is not None or heading.is_other_part or _is_title(text)


def is_numbered(row: Sequence[Cell], number: int) -> bool:
    """Return whether a row has a number in the column of numbers and says something beside it, as rows of content do."""
    filled = sum(bool(cell.text) for cell in row)
    return bool(_NUMBER.fullmatch(row[number].text)) and filled > _FEWEST_CELLS


def counts_on(table: Table | None, below: Sequence[Cell], *, restarts: bool) -> bool:
    """Return whether a row has the next number of a table's rows; so a row above it, 公共服务, only groups them.

    With ``restarts`` it may be 1 again, as below the name of the next body in one table.
    """
    if (
        table is None
        or sum(bool(cell.text) for cell in below) < _FEWEST_CELLS
        or len(below) != len(table.header.cells)
    ):
        return False
    _, roles = vocabulary().roles(table.header.texts, None)
    if "number" not in roles:
        return False
    at = roles.index("number")
    numbers = (chinese_to_int(row.cells[at].text) for row in reversed(table.rows[-_NEAR:]))
    last = next((number for number in numbers if number is not None), 0)
    return chinese_to_int(below[at].text) in ([last + 1, 1] if restarts else [last + 1])


def _heads_section(name: str, below: Sequence[Cell]) -> bool:
    """Return whether a text names the body whose list begins: the heading of a section stands below it."""
    heading = "".join(cell.text for cell in below)
    return is_title_line(name) and names_body(name) and read_heading(heading).section is not None


def labels_of(row: Sequence[Cell]) -> list[Paragraph]:
    """Return the lines of a row above a header; a label and the text in the cell beside it are one (填报单位, 区民政局)."""
    cells = [cell for cell in row if cell.text]
    if not _is_stamp(cells):
        return [Paragraph(list(cell.spans)) for cell in row]
    pairs = zip(cells[::2], cells[1::2], strict=True)
    return [
        Paragraph([Span(f"{label.text.rstrip(_COLONS)}：{text.text}", label.spans[0].locator)])
        for label, text in pairs
    ]


def is_stamp_row(row: Sequence[Cell]) -> bool:
    """Return whether a row is labels and texts in turn, the first of them that of a body's name (单位名称, 区民政局)."""
    return _is_stamp([cell for cell in row if cell.text])


def _is_stamp(cells: Sequence[Cell]) -> bool:
    """Return whether cells are labels and texts in turn, the first of them that of a body's name."""
    pairs = len(cells) % 2 == 0 and not any(cell.text.endswith(tuple(_COLONS)) for cell in cells[1::2])
    return pairs and bool(cells) and is_stamp_label(cells[0].text)


def is_label_row(row: Sequence[Cell]) -> bool:
    """Return whether a row above a header states the body, the date and such: 部门名称（盖章）：… 填报日期：…."""
    filled = [cell for cell in row if cell.text]
    texts = [cell.text for cell in filled]
    return _is_stamp(filled) or all(_LABEL.match(text) and len(text) <= _LONGEST_LABEL for text in texts)


def goes_on(table: Table | None, line: str) -> bool:
    """Return whether rows below a title, or a heading of the same section, may have the columns of the table above."""
    section = read_heading(line).section
    same = table is not None and section == vocabulary().roles(table.header.texts, section)[0]
    return table is not None and (_is_title(line) or (section is not None and same))


def is_heading_or_title(text: str) -> bool:
    """Return whether a line is the heading of a section or another part, or the title of a list."""
    heading = read_heading(text)
    return heading.section is not None or heading.may_open_part or _is_title(text)


def _is_title(text: str) -> bool:
    return names_list(text) or cut_from_heading(text) is not None
