"""Labelled cases: content of a section in other shapes than the usual table, in plain text, as a web page, in Word."""

from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import html

from dutygraph.ingest.parse import parse_bytes
from dutygraph.ingest.records import DutyList
from dutygraph.ingest.word_files import load_words
from tests.ingest.layout_warnings import layout_warnings

CASES: list[dict[str, Any]] = load_words(Path(__file__).parent / "cases" / "shapes.yaml")
TITLE = "云溪市澜江区林茶局责任清单"
PRINTED = [
    pytest.param(case, suffix, id=f"{case['name']} ({suffix})")
    for case in CASES
    for suffix in (["txt"] if "text" in case else ["html", "docx"])
]


@pytest.mark.parametrize(("case", "suffix"), PRINTED)
def test_shape(case: dict[str, Any], suffix: str) -> None:
    heading = case.get("heading", "一、部门职责")
    (found,) = parse_bytes(WRITERS[suffix](heading, case), f"list.{suffix}").lists
    assert records(found) == case["read"]
    assert [warning.code for warning in layout_warnings(found)] == case.get("warned", [])


def records(found: DutyList) -> dict[str, Any]:
    read = {
        "duties": {duty.text: [[task.text, task.office] for task in duty.tasks] for duty in found.duties},
        "boundaries": {one.matter: [part(party) for party in one.parties] for one in found.boundaries},
        "supervision": {
            one.title: {section.heading: section.text for section in one.body} for one in found.supervision
        },
        "services": [[one.name, one.content, one.handler, one.phone] for one in found.services],
    }
    return {field: entries for field, entries in read.items() if entries}


def part(party: Any) -> list[str | None]:
    """A party, its part, and what else is said of it."""
    return [party.department, party.division, *filter(None, [party.role, party.basis, party.case])]


def as_text(heading: str, case: dict[str, Any]) -> bytes:
    return f"{TITLE}\n{heading}\n{case['text']}".encode()


def as_html(heading: str, case: dict[str, Any]) -> bytes:
    return f"<meta charset='utf-8'><h1>{TITLE}</h1><h2>{heading}</h2>{case['html']}".encode()


def as_docx(heading: str, case: dict[str, Any]) -> bytes:
    document = docx.Document()
    for text in (TITLE, heading):
        document.add_paragraph(text)
    for element in html.fragments_fromstring(case["html"]):
        if element.tag == "table":
            add_table(document, element)
        else:
            document.add_paragraph(text_of(element))
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def add_table(parent: Any, table: Any) -> None:
    """Write a table of a page, with its merges and the tables in its cells, into a document or a cell."""
    rows = table.xpath("./tr|./tbody/tr")
    width = max(
        sum(int(cell.get("colspan", 1)) for cell in row)
        + sum(int(cell.get("rowspan", 1)) > 1 for above in rows[:at] for cell in above)
        for at, row in enumerate(rows)
    )
    printed = parent.add_table(rows=len(rows), cols=width)
    taken: set[tuple[int, int]] = set()
    for at, row in enumerate(rows):
        for cell in row:
            column = next(column for column in range(width) if (at, column) not in taken)
            last = (at + int(cell.get("rowspan", 1)) - 1, column + int(cell.get("colspan", 1)) - 1)
            taken |= {(y, x) for y in range(at, last[0] + 1) for x in range(column, last[1] + 1)}
            target = printed.cell(at, column)
            if last != (at, column):
                target = target.merge(printed.cell(*last))
            fill(target, cell)


def text_of(element: Any) -> str:
    return "".join(element.itertext())


def fill(target: Any, cell: Any) -> None:
    target.text = (cell.text or "").strip()
    for child in cell:
        if child.tag == "table":
            add_table(target, child)
        else:
            target.add_paragraph(text_of(child))


WRITERS = {"txt": as_text, "html": as_html, "docx": as_docx}
