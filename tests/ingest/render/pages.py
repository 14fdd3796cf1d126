"""Lay records out on sheets, in the ways that offices fill workbooks; ``workbooks`` writes them as files."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dutygraph.ingest.records import DutyList
from tests.ingest.render.content import Grid, Item, Line, in_one_cell, items

Merge = tuple[int, int, int, int]
"""Top, left, bottom and right, 1-based."""


@dataclass
class Page:
    """A sheet: rows of texts, merged ranges, and which rows and columns are hidden."""

    name: str
    rows: list[list[str]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)


class Plain:
    """Everything on one sheet: a line per row, a table row per row, numbers typed in."""

    def pages(self, lists: Sequence[DutyList]) -> list[Page]:
        """Return the sheets that print these lists."""
        page = Page("汇总")
        self.fill(page, items(lists))
        return [page]

    def fill(self, page: Page, found: Iterable[Item]) -> None:
        for one in found:
            if isinstance(one, Line):
                self.line(page, one)
            else:
                self.table(page, one)

    def line(self, page: Page, line: Line) -> None:
        page.rows.append([line.numbered])

    def table(self, page: Page, grid: Grid) -> None:
        page.rows.append(self.cells(grid.header))
        for group in grid.groups:
            self.group(page, group)

    def group(self, page: Page, rows: list[list[str | None]]) -> None:
        page.rows += [self.cells(row) for row in rows]

    def cells(self, row: Sequence[str | None]) -> list[str]:
        return [cell or "" for cell in row]


class Merged(Plain):
    """Lines merged over the width, date and unit above each header, cells merged downwards, blank rows between."""

    width = 7

    def line(self, page: Page, line: Line) -> None:
        super().line(page, line)
        at = len(page.rows)
        page.merges.append((at, 1, at, self.width))
        page.rows += [[]] if line.role == "title" else []

    def table(self, page: Page, grid: Grid) -> None:
        page.rows.append(["填报日期：2015年6月", *[""] * (len(grid.header) - 2), "单位：项"])
        super().table(page, grid)
        page.rows.append([])

    def group(self, page: Page, rows: list[list[str | None]]) -> None:
        start = len(page.rows) + 1
        super().group(page, rows)
        for column in range(len(rows[0])):
            filled = [at for at, row in enumerate(rows) if row[column] is not None]
            for top, below in pairwise([*filled, len(rows)]):
                if below - top > 1:
                    page.merges.append((start + top, column + 1, start + below - 1, column + 1))


class Listed(Plain):
    """The tasks of one office as a numbered list in one cell, a line each; the table begins in column B."""

    def table(self, page: Page, grid: Grid) -> None:
        self.column = grid.task_column
        super().table(page, in_one_cell(grid))

    def cells(self, row: Sequence[str | None]) -> list[str]:
        cells = super().cells(row)
        if self.column is not None and "\n" in cells[self.column]:
            lines = cells[self.column].split("\n")
            cells[self.column] = "\n".join(f"{at}.{line}" for at, line in enumerate(lines, start=1))
        return ["", *cells]

    def line(self, page: Page, line: Line) -> None:
        page.rows.append(["", line.numbered])


class Wrapped(Merged):
    """Texts broken by hand to fit their columns, and the header printed again after every few rows."""

    at_most = 14
    every = 9

    def table(self, page: Page, grid: Grid) -> None:
        for at in range(0, len(grid.groups), self.every):
            super().table(page, Grid(grid.header, grid.groups[at : at + self.every]))

    def cells(self, row: Sequence[str | None]) -> list[str]:
        return [self.broken(cell) for cell in super().cells(row)]

    def broken(self, text: str) -> str:
        return "\n".join(text[at : at + self.at_most] for at in range(0, len(text), self.at_most))


class Hidden(Plain):
    """A filter hides every third row, a working column stands hidden in front, and a hidden sheet behind."""

    def pages(self, lists: Sequence[DutyList]) -> list[Page]:
        (page,) = super().pages(lists)
        page.hidden_rows = list(range(3, len(page.rows), 3))
        page.hidden_columns = [1]
        return [page]

    def cells(self, row: Sequence[str | None]) -> list[str]:
        return ["", *super().cells(row)]

    line = Listed.line


class BySection(Merged):
    """A sheet for each section, the lists one below the other on it, each under its title."""

    def pages(self, lists: Sequence[DutyList]) -> list[Page]:
        pages: dict[str, Page] = {}
        for found in lists:
            page = pages.setdefault("制度", Page("制度"))
            for one in items([found]):
                if isinstance(one, Line) and one.role == "section":
                    page = pages.setdefault(one.text, Page(one.text))
                    self.title(page, found)
                elif page.name == "制度" and found.sections_present:
                    continue
                else:
                    self.fill(page, [one])
        return [page for page in pages.values() if page.rows]

    def title(self, page: Page, found: DutyList) -> None:
        self.line(page, Line("title", found.title))


class Stamped(BySection):
    """The body named only by 部门名称（盖章）：, on each sheet."""

    def title(self, page: Page, found: DutyList) -> None:
        self.line(page, Line("text", f"部门名称（盖章）：{body(found)}"))


class TitledBySection(BySection):
    """Each list under a title that names body and section: 某局部门职责登记表."""

    def title(self, page: Page, found: DutyList) -> None:
        self.line(page, Line("title", f"{body(found)}{page.name}登记表"))


class Flat(BySection):
    """A flat sheet for each section, shared by all bodies, with a 部门 column that is filled once for each."""

    def title(self, page: Page, found: DutyList) -> None:
        self.body = body(found)
        if page.name == "事中事后监管制度":
            super().title(page, found.model_copy(update={"title": self.body}))

    def fill(self, page: Page, found: Iterable[Item]) -> None:
        """A body with nothing to say has no row."""
        super().fill(page, [one for one in found if not (isinstance(one, Line) and one.text == "无")])

    def table(self, page: Page, grid: Grid) -> None:
        header = ["部门", *grid.header]
        page.rows += [] if page.rows else [["各部门责任清单汇总表"]]
        above = next((row for row in reversed(page.rows) if row[0] == "部门"), None)
        page.rows += [] if header == above else [header]
        rows = [self.cells(row) for row in grid.rows]
        page.rows += [[self.body if at == 0 else "", *row] for at, row in enumerate(rows)]


class ByBody(Plain):
    """A sheet for each body, named after it; the title only where it is too long for that."""

    longest = 31

    def pages(self, lists: Sequence[DutyList]) -> list[Page]:
        return [self.page(found, f"表{at}") for at, found in enumerate(lists)]

    def page(self, found: DutyList, name: str) -> Page:
        if not found.sections_present or len(body(found)) > self.longest:
            (page,) = super().pages([found.model_copy(update={"title": body(found)})])
            return Page(name, page.rows)
        page = Page(body(found))
        named = ("部门名称", found.title)
        self.fill(
            page,
            [one for one in items([found]) if not (isinstance(one, Line) and one.text.startswith(named))],
        )
        return page


def body(found: DutyList) -> str:
    """Return the title without 责任清单."""
    return found.title.removesuffix("责任清单").removesuffix("权力清单")


def shared_rows(lists: Sequence[DutyList]) -> Sequence[DutyList]:
    """Return the lists as a flat sheet tells of them: by the body alone, and without sections that have no rows."""
    return [
        found.model_copy(
            update={
                "sections_present": [
                    name for name in found.sections_present if name not in found.empty_sections
                ],
                "empty_sections": [],
            }
        )
        for found in named_by_body(lists)
    ]


def named_by_body(lists: Sequence[DutyList]) -> Sequence[DutyList]:
    """Return the lists as they read where only the body is printed, and no title."""
    return [found.model_copy(update={"title": body(found)}) for found in lists]
