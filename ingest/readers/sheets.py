"""The sheets of a workbook as one document: whose list each sheet, or each row, belongs to, and which section it is.

A list may fill a sheet for each section, a sheet for each body, or share one flat sheet with others, a 部门 column
telling whose each row is. The body is named by a title row, by 部门名称（盖章）：, by the name of the sheet, or by that
column; what none of them names belongs to the list before. Lists get titles and sections headings where none is printed,
so that they are cut as in any document.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, islice
from operator import itemgetter

from dutygraph.ingest.document import Block, Paragraph, Row, Span, Table, Title
from dutygraph.ingest.lists.titles import (
    is_title_line,
    names_body,
    names_list,
    stamped_body,
    without_list_words,
)
from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.numerals import ITEM_NUMERALS
from dutygraph.ingest.readers.grids import Grid, grid_blocks
from dutygraph.ingest.records import Locator
from dutygraph.ingest.text import clean

_NUMBER = re.compile(
    rf"^(?:附件|附表|表)?[（(]?(?:\d{{1,3}}|[{ITEM_NUMERALS}]{{1,5}}(?=[、．.）)]))?[）)、．.：:\-—－_]*"
)
_DASHES = "-—－_：:"
_SHORTEST_BODY = 3
_LABEL = re.compile(r"^[^：:，。；]{2,14}[：:][^，。；]{0,20}$")
_MOST_LABELS = 4
"""So many lines such as 填报日期：… may stand between a title and its table."""
_SEALED = re.compile(r"^[^：:]*(?:章|名称|填报)[^：:]*[：:]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, and its rows as a grid."""

    name: str
    rows: Grid


@dataclass(frozen=True, slots=True)
class _Name:
    """Where a list is named: its title as printed, if it is one, and the body in it."""

    body: str
    title: str | None
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
        self._title = ""

    def add(self, sheet: Sheet) -> None:
        marks = _marks(grid_blocks(sheet.rows), self._titles)
        place = Locator(sheet=sheet.name)
        body, section = _parts(clean(sheet.name))
        is_named = any(isinstance(mark, _Name) for mark in marks)
        if body and not is_named:
            marks.insert(0, _Name(body, None, place))
        heading: list[Block] = []
        if section and not any(map(_is_heading, marks)):
            heading = [Paragraph([Span(section, place)])]
        if not body and not is_named:
            titles = (at for at, mark in enumerate(marks[:_MOST_LABELS], start=1) if names_list(_line(mark)))
            start = max(titles, default=0)
            marks[start:start] = heading
        self._take(marks, heading)

    def _take(self, marks: Sequence[_Mark], shared: Sequence[Block]) -> None:
        """Take over blocks and names; after each name ``shared``, and then whatever heading stands above names."""
        for at, mark in enumerate(marks):
            if isinstance(mark, _Name):
                self._begin(mark)
                self.blocks += shared
            elif not _is_heading(mark):
                self.blocks.append(mark)
            elif _comes_before_name(marks[at + 1 : at + 1 + _MOST_LABELS]):
                shared = [mark]
            else:
                self.blocks.append(mark)
                shared = []

    def _begin(self, name: _Name) -> None:
        """Print the title of a list, unless it is the one being read, named in full or without the place before it."""
        if not name.title and without_list_words(self._title).endswith(name.body):
            return
        title = self._titles.setdefault(name.body, name.title or name.body)
        if title != self._title:
            self._title = title
            self.blocks.append(Title([Span(title, name.locator)]))


def _comes_before_name(following: Sequence[_Mark]) -> bool:
    """Whether a heading stands above a name, maybe with a title between: it is then that of all lists below it."""
    nothing = vocabulary().nothing
    rest = (
        mark
        for mark in following
        if not is_title_line(_line(mark)) or _line(mark) in nothing or _is_heading(mark)
    )
    return isinstance(next(rest, None), _Name)


def _marks(blocks: Sequence[Block], known: Iterable[str]) -> list[_Mark]:
    """Put names in the place of lines and columns that name a body; a title that names none then means nothing."""
    marks: list[_Mark] = []
    met, current = set(known), ""
    for at, block in enumerate(blocks):
        if isinstance(block, Table):
            found = _rows_by_body(block)
        elif marks and block.text in vocabulary().list_words and names_body(_line(marks[-1])):
            above = _line(marks.pop())
            found = [_Name(above, above + block.text, _place(block))]
        else:
            begins = block.text != current or (bool(marks) and _is_heading(marks[-1]))
            found = _named(
                block, opens=(begins and block.text in met) or _opens(blocks[at + 1 : at + 1 + _MOST_LABELS])
            )
        named = [mark.body for mark in found if isinstance(mark, _Name)]
        met.update(named)
        current = named[-1] if named else current
        marks += found
    if any(isinstance(mark, _Name) for mark in marks):
        return [mark for mark in marks if not names_list(_line(mark))]
    return marks


def _opens(following: Sequence[Block]) -> bool:
    """Whether a table or a heading follows, maybe after lines such as 填报日期：2015年6月."""
    rest = (block for block in following if not _LABEL.match(_line(block)))
    return any(isinstance(block, Table) or _is_heading(block) for block in islice(rest, 1))


def _named(line: Paragraph, *, opens: bool) -> list[_Mark]:
    """A line that names a body, and maybe its section (某局部门职责登记表), as name and heading; others as they are.

    ``opens`` says that something begins here; only then is a mere name a title.
    """
    place = line.locator or Locator()
    stamped = stamped_body(line.text)
    if stamped and (opens or _SEALED.match(line.text)):
        return [_Name(stamped, None, place)]
    body, section = _parts(line.text) if is_title_line(line.text) else ("", "")
    if body and section:
        return [_Name(body, None, place), Paragraph([Span(section, place)])]
    if body and (opens or names_list(line.text)):
        return [_Name(body, line.text if names_list(line.text) else body, place)]
    return [line]


def _parts(text: str) -> tuple[str, str]:
    """Return the body and the section that a title or the name of a sheet tells, "" for what it does not."""
    tails = ((at, text[at:].lstrip("（(" + _DASHES).rstrip("）)")) for at in range(len(text)))
    headings = ((at, vocabulary().section_of_heading(tail)) for at, tail in tails)
    at, section = next(((at, section) for at, section in headings if section), (len(text), ""))
    body = without_list_words(_NUMBER.sub("", text[:at]).rstrip(_DASHES))
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
            marks.append(_Name(body, None, rows[0].cells[column].locator or rows[0].locator))
        marks.append(Table(header, [_without(row, column) for row in rows]))
    return marks


def _own_or_above(above: str, own: str) -> str:
    return own or above


def _body_column(table: Table) -> int | None:
    """The column of bodies: only the numbers stand before it, and the section has another one for who acts."""
    words = [cell.text for cell in table.header.cells]
    _, roles = vocabulary().roles(words, None)
    for column, (word, role) in enumerate(zip(words, roles, strict=True)):
        others = {*roles[:column], *roles[column + 1 :]}
        if word in vocabulary().department_columns and (role is None or others & {role, "lead", "support"}):
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
