"""The sheets of a workbook as one document: the list and the section that each sheet, or each row, belongs to.

A list may fill a sheet for each section, a sheet for each body, or share one flat sheet with others, where a
部门 column gives the body of each row. The body is named by a title row, by 部门名称（盖章）：, by the name of the sheet, or
by that column; rows without any of these belong to the list before. Titles of lists and headings of sections are added
where none is printed, so that the document is cut like any other.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import accumulate
from operator import itemgetter

from dutygraph.ingest.characters import folded
from dutygraph.ingest.document import Block, Paragraph, Span, Table, Title, text_of
from dutygraph.ingest.lists.bodies import ListName, Mark, rows_by_body
from dutygraph.ingest.lists.headings import is_body, read_heading
from dutygraph.ingest.lists.kinds import section_kinds
from dutygraph.ingest.lists.naming import opens_list
from dutygraph.ingest.lists.titles import (
    body_first,
    is_title_line,
    names_body,
    names_list,
    stamped_body,
    without_edition,
    without_list_words,
)
from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.numerals import ITEM_NUMERALS
from dutygraph.ingest.readers.tables.grids import Grid, grid_blocks
from dutygraph.ingest.records import Locator
from dutygraph.ingest.text import clean

_NUMBER = re.compile(
    rf"^(?:附件|附表|表)?[（(]?(?:\d{{1,3}}|[{ITEM_NUMERALS}]{{1,5}}(?=[、．.）)]))?[）)、．.：:\-—－_]*"
)
_NO_DIGIT = re.compile(r"\D")
_DASHES = "-—－_：:"
_SHORTEST_BODY = 3
_MOST_LABELS = 4
"""Most lines such as 填报日期：… between a title and its table."""
_SEALED = re.compile(r"^[^：:]*(?:章|名称|填报)[^：:]*[：:]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, its rows as a grid, and what is drawn over them, each with the row where it begins."""

    name: str
    rows: Grid
    drawn: Sequence[tuple[int, Paragraph]] = ()


def sheet_blocks(sheets: Iterable[Sheet]) -> list[Block]:
    """Return the blocks of all sheets but those with instructions or an index of the others only."""
    assembly = _SheetAssembly()
    for sheet in sheets:
        if clean(sheet.name) not in vocabulary().instruction_sheets and not _is_index(sheet):
            assembly.add(sheet)
    return assembly.blocks


def _is_index(sheet: Sheet) -> bool:
    """Whether a sheet is called 目录 or the like, and no table with what a list is about stands there."""
    if clean(sheet.name) not in vocabulary().index_sheets:
        return False
    subjects = {role for kind in section_kinds().values() for role in kind.subject}
    headers = (vocabulary().roles([cell.text for cell in row], None)[1] for row in sheet.rows)
    return all(subjects.isdisjoint(roles) for roles in headers)


class _SheetAssembly:
    """The blocks of the sheets read so far, and the title of the list being read."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._titles: dict[str, str] = {}
        self._title = ""

    def add(self, sheet: Sheet) -> None:
        """Add the blocks of a sheet, with a title and a heading from the sheet's name where it prints none."""
        above = self.blocks[-1] if self.blocks else None
        blocks = grid_blocks(sheet.rows, above if isinstance(above, Table) else None)
        marks = _marks(_with_drawn(blocks, sheet.drawn), self._titles)
        place = Locator(sheet=sheet.name)
        body, section = _body_and_section(clean(sheet.name))
        is_named = any(isinstance(mark, ListName) for mark in marks)
        if body and not is_named:
            marks.insert(0, ListName(body, None, place))
        heading: list[Block] = []
        if section and not any(map(_is_heading, marks)):
            heading = [Paragraph([Span(section, place)])]
        if not body and not is_named:
            titles = (
                at for at, mark in enumerate(marks[:_MOST_LABELS], start=1) if names_list(text_of(mark))
            )
            start = max(titles, default=0)
            marks[start:start] = heading
        self._take(marks, heading)

    def _take(self, marks: Sequence[Mark], shared: Sequence[Block]) -> None:
        """Add blocks and titles; after each title ``shared``, or else the last heading that stood above a name."""
        for at, mark in enumerate(marks):
            if isinstance(mark, ListName):
                self._begin(mark)
                self.blocks += shared
            elif not _is_heading(mark):
                self.blocks.append(mark)
            elif _comes_before_name(marks[at + 1 : at + 1 + _MOST_LABELS]):
                shared = [mark]
            else:
                self.blocks.append(mark)
                shared = []

    def _begin(self, name: ListName) -> None:
        """Add the title of a list, unless it is the list being read, named in full or without its region."""
        if not name.title and without_list_words(self._title).endswith(name.body):
            return
        title = self._titles.setdefault(name.body, name.title or name.body)
        if title != self._title:
            self._title = title
            self.blocks.append(Title([Span(title, name.locator)]))


def _with_drawn(blocks: Sequence[Block], drawn: Sequence[tuple[int, Paragraph]]) -> list[Block]:
    """Return the blocks of a sheet with what is drawn over them, each before the first block that begins below it."""
    begins = zip(accumulate(map(_row_of, blocks), max), blocks, strict=True)
    return [block for _, block in merge(begins, sorted(drawn, key=itemgetter(0)), key=itemgetter(0))]


def _row_of(block: Block) -> int:
    """Return the 1-based row in which a block begins, 0 if it has no place."""
    return int(_NO_DIGIT.sub("", (block.locator and block.locator.cell) or "") or 0)


def _comes_before_name(following: Sequence[Mark]) -> bool:
    """Return whether a heading stands above a name, maybe with a title between, and so holds for all lists below it."""
    rest = (
        mark
        for mark in following
        if not is_title_line(text_of(mark)) or vocabulary().says_nothing([text_of(mark)]) or _is_heading(mark)
    )
    return isinstance(next(rest, None), ListName)


def _marks(blocks: Sequence[Block], earlier_bodies: Iterable[str]) -> list[Mark]:
    """Return the blocks with names in place of lines and columns that name a body.

    If there are any, titles without a body are left out. ``earlier_bodies`` are those of earlier sheets.
    """
    marks: list[Mark] = []
    bodies, current, publisher = set(earlier_bodies), "", ""
    for at, block in enumerate(blocks):
        if isinstance(block, Table):
            replacement = rows_by_body(block, publisher)
        elif marks and folded(block.text) in vocabulary().list_words and names_body(text_of(marks[-1])):
            above = text_of(marks.pop())
            replacement = [ListName(above, above + block.text, _locator(block))]
        else:
            begins = block.text != current or (bool(marks) and _is_heading(marks[-1]))
            following = blocks[at + 1 : at + 1 + _MOST_LABELS]
            replacement = _named(block, opens=(begins and block.text in bodies) or opens_list(following))
        named = [mark.body for mark in replacement if isinstance(mark, ListName)]
        bodies.update(named)
        current = named[-1] if named else current
        titled = [mark.body for mark in replacement if isinstance(mark, ListName) and mark.title]
        publisher = titled[-1] if titled else publisher
        marks += replacement
    if any(isinstance(mark, ListName) for mark in marks):
        return [mark for mark in marks if not names_list(text_of(mark))]
    return marks


def _named(line: Paragraph, *, opens: bool) -> list[Mark]:
    """Return a name, and maybe a heading, for a line that names a body (某局部门职责登记表); other lines as they are.

    A name alone counts only if ``opens``: a list or section begins at the line.
    """
    place = line.locator or Locator()
    stamped = stamped_body(line.text)
    if stamped and (opens or _SEALED.match(folded(line.text))):
        return [ListName(stamped, None, place)]
    body, section = _body_and_section(line.text) if is_title_line(line.text) else ("", "")
    if body and section:
        return [ListName(body, None, place), Paragraph([Span(section, place)])]
    if body and (opens or names_list(line.text)):
        return [ListName(body, line.text if names_list(line.text) else body, place)]
    return [line]


def _body_and_section(text: str) -> tuple[str, str]:
    """Return the body and the section in a title or the name of a sheet, each "" if it is not named."""
    text = body_first(text)
    tails = ((at, text[at:].lstrip("（(" + _DASHES).rstrip("）)")) for at in range(len(text)))
    headings = ((at, read_heading(tail)) for at, tail in tails)
    found = ((at, heading.section) for at, heading in headings if heading.section and not heading.body)
    at, section = next(found, (len(text), ""))
    name = _NUMBER.sub("", text[:at]).rstrip(_DASHES)
    body = without_list_words(name if names_body(name) else without_edition(name))  # （某局） is no edition
    is_named = names_body(body) and len(body) >= _SHORTEST_BODY
    is_place = bool(section) and body.endswith(vocabulary().places) and not is_body(body)  # 加油站监管制度
    return (body if is_named and not is_place else ""), section


def _is_heading(mark: Mark) -> bool:
    return read_heading(text_of(mark)).section is not None


def _locator(line: Paragraph) -> Locator:
    return line.locator or Locator()
