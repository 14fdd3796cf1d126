"""The sheets of a workbook as one document: whose list each sheet, or each row, belongs to, and which section it is.

A list may fill a sheet for each section, a sheet for each body, or share one flat sheet with others, a 部门 column
telling whose each row is. The body is named by a title row, by 部门名称（盖章）：, by the name of the sheet, or by that
column; what none of them names belongs to the list before. Each list gets a title where none is printed, and each
section a heading, so that they are cut as in any document.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, zip_longest
from operator import itemgetter

from ingest.document import Block, Paragraph, Row, Span, Table
from ingest.list_titles import body_of, is_title_line, names_body, names_list, stamped_body
from ingest.readers.grids import Grid, grid_blocks
from ingest.records import Locator
from ingest.text import clean
from ingest.vocabulary import vocabulary

_LIST = "责任清单"
_NUMBER = re.compile(
    r"^(?:附件|附表|表)?[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3}(?=[、．.）)]))?[）)、．.：:\-—－_]*"
)
_JOINTS = "（）()-—－_：:"
_SHORTEST_BODY = 3


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, and its rows as a grid."""

    name: str
    rows: Grid


@dataclass(frozen=True, slots=True)
class _Name:
    """Where a list is named: the body, and the title as printed or as it would be."""

    body: str
    title: str
    locator: Locator


_Mark = Block | _Name


def sheet_blocks(sheets: Iterable[Sheet]) -> list[Block]:
    """Return the blocks of all sheets but those that only tell how to fill in the others."""
    found = _Found()
    for sheet in sheets:
        if clean(sheet.name) not in vocabulary().instruction_sheets:
            found.add(sheet)
    return found.blocks


class _Found:
    """The blocks so far, and whose list is being read."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._titles: dict[str, str] = {}
        self._body = ""

    def add(self, sheet: Sheet) -> None:
        marks = _marks(grid_blocks(sheet.rows))
        place = Locator(sheet=sheet.name)
        body, section = _parts(clean(sheet.name))
        if body and not any(isinstance(mark, _Name) for mark in marks):
            marks.insert(0, _Name(body, body + _LIST, place))
        heading = section if not any(map(_is_heading, marks)) else ""
        if not (marks and isinstance(marks[0], _Name)):
            self._print(heading, place)
        for mark in marks:
            if isinstance(mark, _Name):
                self._begin(mark)
                self._print(heading, place)
            else:
                self.blocks.append(mark)

    def _begin(self, name: _Name) -> None:
        """Print the title of a list, unless it is the one being read, under its whole name or without the place."""
        if not self._body.endswith(name.body):
            self._body = name.body
            self._print(self._titles.setdefault(name.body, name.title), name.locator)

    def _print(self, text: str, place: Locator) -> None:
        if text:
            self.blocks.append(Paragraph([Span(text, place)]))


def _marks(blocks: Sequence[Block]) -> list[_Mark]:
    """Put names in the place of lines and columns that name a body; a title that names none then means nothing."""
    marks: list[_Mark] = []
    for block, following in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Table):
            marks.extend(_rows_by_body(block))
        elif marks and block.text in vocabulary().list_words and names_body(_line(marks[-1])):
            marks[-1] = _Name(_line(marks[-1]), _line(marks[-1]) + block.text, _place(block))
        else:
            marks.extend(_named(block, above_table=isinstance(following, Table)))
    if any(isinstance(mark, _Name) for mark in marks):
        return [mark for mark in marks if not names_list(_line(mark))]
    return marks


def _named(line: Paragraph, *, above_table: bool) -> list[_Mark]:
    """A line that names a body, and maybe its section (某局部门职责登记表), as name and heading; others as they are."""
    body, section = _parts(line.text) if is_title_line(line.text) else (stamped_body(line.text) or "", "")
    if not body:
        return [line]
    if section:
        return [_Name(body, body + _LIST, _place(line)), Paragraph([Span(section, _place(line))])]
    if names_list(line.text):
        return [_Name(body, line.text, _place(line))]
    return [_Name(body, body + _LIST, _place(line))] if above_table or stamped_body(line.text) else [line]


def _parts(text: str) -> tuple[str, str]:
    """Return the body and the section that a title or the name of a sheet tells, "" for what it does not."""
    at, section = next(
        (
            (at, section)
            for at in range(len(text))
            if (section := vocabulary().section_of_heading(text[at:].strip(_JOINTS)))
        ),
        (len(text), ""),
    )
    body = body_of(_NUMBER.sub("", text[:at]).rstrip(_JOINTS))
    return (body if names_body(body) and len(body) >= _SHORTEST_BODY else ""), section


def _rows_by_body(table: Table) -> list[_Mark]:
    """A table for each run of rows that the 部门 column gives to one body; the table itself without such a column."""
    column = _body_column(table)
    if column is None:
        return [table]
    header = _without(table.header, column)
    names = accumulate((row.cells[column].text for row in table.rows), _own_or_above)
    marks: list[_Mark] = []
    for body, group in groupby(zip(names, table.rows, strict=True), key=itemgetter(0)):
        rows = [row for _, row in group]
        if body:
            marks.append(_Name(body, body + _LIST, rows[0].cells[column].locator or rows[0].locator))
        marks.append(Table(header, [_without(row, column) for row in rows]))
    return marks


def _own_or_above(above: str, own: str) -> str:
    return own or above


def _body_column(table: Table) -> int | None:
    """The column of bodies: only the numbers stand before it, and it has no other use in the section."""
    words = [cell.text for cell in table.header.cells]
    _, roles = vocabulary().roles(words, None)
    for column, (word, role) in enumerate(zip(words, roles, strict=True)):
        if word in vocabulary().department_columns and (role is None or roles.count(role) > 1):
            return column
        if role not in ("number", None):
            return None
    return None


def _without(row: Row, column: int) -> Row:
    return Row(row.cells[:column] + row.cells[column + 1 :])


def _is_heading(mark: _Mark) -> bool:
    return vocabulary().section_of_heading(_line(mark)) is not None


def _line(mark: _Mark) -> str:
    return mark.text if isinstance(mark, Paragraph) else ""


def _place(line: Paragraph) -> Locator:
    return line.locator or Locator()
