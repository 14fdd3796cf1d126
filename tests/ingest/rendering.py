"""Print a list again from its records, in either table layout, with columns, words and numbering as wished."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dutygraph.ingest.records import DutyList, Regime

Row = Mapping[str, str | None]
Header = Mapping[str, Sequence[tuple[str, str]]]
"""Section to its columns in order, each as role and printed header."""

HEADINGS = {"部门职责": "部门职责", "职责边界": "与相关部门的职责边界", "公共服务": "公共服务事项"}
CHINESE = "一二三四五六七八九十"


def as_is(text: str) -> str:
    """Leave a cell as it is."""
    return text


@dataclass(frozen=True)
class Printing:
    """How a list is printed: ``layout`` takes headers and rows; ``cell`` may break a text up, ``first_number`` renumbers."""

    header: Header
    layout: Callable[[Sequence[str], Sequence[Sequence[str]]], Iterator[str]]
    cell: Callable[[str], str] = as_is
    title_number: Callable[[int], str] = field(default=lambda n: f"（{CHINESE[n]}）")
    heading_number: Callable[[int], str] = field(default=lambda n: f"{CHINESE[n]}、")


def by_row(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """One row per line, tabs between the cells."""
    for row in (header, *rows):
        yield "\t".join(cell.replace("\n", " ") for cell in row)


def by_cell(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """One cell per line, each after a tab, and a blank line after each row."""
    for row in (header, *rows):
        yield from (f"\t{cell}" for cell in row)
        yield ""
    yield ""


def render(found: DutyList, printing: Printing) -> str:
    """Print a list of the four sections."""
    lines = [found.title, ""]
    for section, rows in (
        ("部门职责", _duty_rows(found)),
        ("职责边界", _boundary_rows(found)),
        ("公共服务", _service_rows(found)),
    ):
        if section in found.sections_present:
            lines += ["", f"一、{HEADINGS[section]}", ""]
            lines += _table(section, list(rows), printing) if section in printing.header else ["无"]
    if "监管制度" in found.sections_present:
        lines += ["", "四、事中事后监管制度", ""]
        for number, regime in enumerate(found.supervision):
            lines += _regime(regime, number, printing)
    return "\n".join(lines) + "\n"


def _table(section: str, rows: Sequence[Row], printing: Printing) -> Iterator[str]:
    columns = printing.header[section]
    cells = [[printing.cell(row.get(role) or "") for role, _ in columns] for row in rows]
    return printing.layout([word for _, word in columns], cells)


def _duty_rows(found: DutyList) -> Iterator[Row]:
    for duty in found.duties:
        first: dict[str, str | None] = {"number": duty.number, "duty": duty.text}
        if not duty.tasks:
            yield {**first, "remark": duty.remark}
        for task in duty.tasks:
            yield {**first, "task": task.text, "office": task.office, "remark": task.remark}
            first = {}


def _boundary_rows(found: DutyList) -> Iterator[Row]:
    for boundary in found.boundaries:
        first: dict[str, str | None] = {"number": boundary.number, "matter": boundary.matter}
        for party in boundary.parties:
            rest = {"division": party.division, "basis": party.basis, "case": party.case}
            yield {**first, party.role or "party": party.department, **rest}
            first = {}


def _service_rows(found: DutyList) -> Iterator[Row]:
    for service in found.services:
        yield service.model_dump(exclude={"locator"})


def _regime(regime: Regime, number: int, printing: Printing) -> Iterator[str]:
    yield printing.title_number(number) + regime.title
    position = 0
    for section in regime.body:
        if section.heading:
            yield printing.heading_number(position) + section.heading
            position += 1
        yield from section.text.splitlines()
