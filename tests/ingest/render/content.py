"""What a document prints, taken from records: lines and tables in order, for the renderers of all formats."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from dutygraph.ingest.records import DutyList, Regime, Rule

CHINESE = "一二三四五六七八九十"
HEADINGS = {
    "部门职责": "部门职责",
    "职责边界": "与相关部门的职责边界",
    "监管制度": "事中事后监管制度",
    "公共服务": "公共服务事项",
}
WORDS = {
    "部门职责": {
        "number": "序号",
        "duty": "主要职责",
        "task": "具体工作事项",
        "office": "责任科室",
        "remark": "备注",
    },
    "职责边界": {
        "number": "序号",
        "matter": "管理事项",
        "party": "相关部门",
        "division": "职责分工",
        "lead": "牵头单位",
        "support": "配合单位",
        "basis": "相关依据",
        "case": "案例",
        "remark": "备注",
    },
    "公共服务": {
        "number": "序号",
        "name": "服务事项",
        "content": "主要内容",
        "handler": "承办机构",
        "phone": "联系电话",
        "remark": "备注",
    },
}
Role = Literal["title", "section", "regime", "heading", "text"]


class Worded(DutyList):
    """A list that is printed with header words of its own: by section and role."""

    words: dict[str, dict[str, str]]


@dataclass(frozen=True)
class Line:
    """A paragraph; ``place`` counts it among its like (0-based), for numbering."""

    role: Role
    text: str
    place: int = 0

    @property
    def numbered(self) -> str:
        """The text with its number typed in."""
        number = {"section": "{}、", "regime": "（{}）", "heading": "{}、"}.get(self.role, "")
        return number.format(chinese(self.place + 1)) + self.text


@dataclass(frozen=True)
class Grid:
    """A table: rows in groups that belong together; None is a cell that may be merged with the one above."""

    header: list[str]
    groups: list[list[list[str | None]]]
    task_column: int | None = None

    @property
    def rows(self) -> list[list[str | None]]:
        return [row for group in self.groups for row in group]


Item = Line | Grid


@dataclass
class _Rows:
    roles: list[str]
    groups: list[list[list[str | None]]] = field(default_factory=list)

    def group(self, *rows: dict[str, str | None]) -> None:
        self.groups.append([[row.get(role, "") for role in self.roles] for row in rows])


def chinese(number: int) -> str:
    """Return a number below 100 in Chinese."""
    tens, ones = divmod(number, 10)
    return (
        (CHINESE[tens - 1] if tens > 1 else "") + ("十" if tens else "") + (CHINESE[ones - 1] if ones else "")
    )


def items(lists: Sequence[DutyList]) -> Iterator[Item]:
    """Yield what a document with these lists prints."""
    for found in lists:
        yield from _title(found)
        for place, section in enumerate(found.sections_present):
            yield Line("section", HEADINGS[section], place)
            if section in found.empty_sections:
                yield Line("text", "无")
            elif section == "监管制度":
                for number, regime in enumerate(found.supervision):
                    yield from _regime(regime, number)
            else:
                yield _grid(found, section)
        for rule in found.rules:
            yield from _rule(rule)


def _title(found: DutyList) -> Iterator[Line]:
    """A notice names its body in a line of its own; a list without title names it in a label."""
    if not found.sections_present:
        yield Line("title", found.department)
        yield Line("text", found.title.removeprefix(found.department))
    elif found.title == found.department and "部门职责" not in found.sections_present:
        yield Line("text", f"部门名称（盖章）：{found.department}")
    else:
        yield Line("title", found.title)


def _grid(found: DutyList, section: str) -> Grid:
    roles = found.columns[section]
    rows = _Rows(roles)
    {"部门职责": _duties, "职责边界": _boundaries, "公共服务": _services}[section](found, rows)
    task = roles.index("task") if "task" in roles else None
    words = WORDS[section] | (found.words[section] if isinstance(found, Worded) else {})
    return Grid([words[role] for role in roles], rows.groups, task)


def _duties(found: DutyList, rows: _Rows) -> None:
    for duty in found.duties:
        first: dict[str, str | None] = {"number": duty.number, "duty": duty.text}
        below: dict[str, str | None] = {"number": None, "duty": None}
        tasks: list[dict[str, str | None]] = [
            {"task": task.text, "office": task.office or "", "remark": task.remark or ""}
            for task in duty.tasks
        ]
        head, *rest = tasks or [{"remark": duty.remark or ""}]
        rows.group({**first, **head}, *({**below, **row} for row in rest))


def _boundaries(found: DutyList, rows: _Rows) -> None:
    """A blank below a filled cell is a merged one (rule 4 of reading)."""
    for boundary in found.boundaries:
        group: list[dict[str, str | None]] = []
        filled: set[str] = set()
        for party in boundary.parties:
            row: dict[str, str | None] = {party.role or "party": party.department}
            row.update(number=None, matter=None) if group else row.update(
                number=boundary.number, matter=boundary.matter
            )
            for role in ("division", "basis", "case"):
                text: str | None = getattr(party, role)
                row[role] = text or (None if role in filled else "")
                filled |= {role} if text else set()
            group.append(row)
        rows.group(*group)


def _services(found: DutyList, rows: _Rows) -> None:
    for service in found.services:
        fields = service.model_dump(exclude={"locator"})
        rows.group({role: text or "" for role, text in fields.items()})


def _regime(regime: Regime, number: int) -> Iterator[Line]:
    yield Line("regime", regime.title, number)
    headings = 0
    for section in regime.body:
        if section.heading:
            yield Line("heading", section.heading, headings)
            headings += 1
        for text in section.text.splitlines():
            yield Line("text", text)


def _rule(rule: Rule) -> Iterator[Line]:
    yield Line("text", rule.title)
    for article in rule.articles:
        mark = "、" if article.number and "条" not in article.number else ""
        first, *rest = article.text.split("\n")
        yield Line("text", article.number + mark + first)
        for text in rest:
            yield Line("text", text)


def in_one_cell(grid: Grid) -> Grid:
    """Join the tasks of a duty that one office carries out in one cell, a line each."""
    if grid.task_column is None:
        return grid
    groups = [[*_joined(group, grid.task_column)] for group in grid.groups]
    return Grid(grid.header, groups, grid.task_column)


def _joined(group: list[list[str | None]], column: int) -> Iterator[list[str | None]]:
    merged = {at for row in group for at, cell in enumerate(row) if cell is None}
    own = [at for at in range(len(group[0])) if at not in merged | {column}]
    for _, same in groupby(group, key=lambda row: [row[at] for at in own]):
        first, *rest = same
        yield [*first[:column], "\n".join(row[column] or "" for row in (first, *rest)), *first[column + 1 :]]
