"""Labelled documents: where lists begin, whose they are, and what stands in their sections, in several formats."""

import csv
import html
from io import StringIO
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from dutygraph.ingest.parse import parse_bytes
from dutygraph.ingest.records import DutyList
from dutygraph.ingest.word_files import load_words

CASES: list[dict[str, Any]] = load_words(Path(__file__).parent / "cases" / "lists.yaml")
Line = list[str] | str
"""A row of a table, or a line of text."""


def lines(drawing: str) -> list[Line]:
    drawn = drawing.splitlines()
    return [
        [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else line
        for line in drawn
    ]


def as_txt(drawing: str) -> str:
    width = max((len(line) for line in lines(drawing) if isinstance(line, list)), default=1)
    return "\n".join(
        line if isinstance(line, str) else "\t".join(line + [""] * (width - len(line)))
        for line in lines(drawing)
    )


def as_csv(drawing: str) -> str:
    written = StringIO()
    csv.writer(written).writerows([line] if isinstance(line, str) else line for line in lines(drawing))
    return written.getvalue()


def as_html(drawing: str) -> str:
    parts: list[str] = []
    for is_table, group in groupby(lines(drawing), key=lambda line: isinstance(line, list)):
        if is_table:
            rows = [line for line in group if isinstance(line, list)]
            parts.append(f"<table>{''.join(html_row(row, max(map(len, rows))) for row in rows)}</table>")
        else:
            parts += [f"<p>{html.escape(str(line))}</p>" for line in group]
    return "".join(parts)


def html_row(row: list[str], width: int) -> str:
    span = f' colspan="{width}"' if len(row) == 1 else ""
    return f"<tr>{''.join(f'<td{span}>{html.escape(cell)}</td>' for cell in row)}</tr>"


WRITERS = {"txt": as_txt, "csv": as_csv, "html": as_html}


def content(found: DutyList) -> dict[str, list[str]]:
    read = {
        "部门职责": [duty.text for duty in found.duties],
        "职责边界": [boundary.matter for boundary in found.boundaries],
        "监管制度": [regime.title for regime in found.supervision],
        "公共服务": [service.name for service in found.services],
    }
    return {name: texts for name, texts in read.items() if texts or name in found.sections_present}


@pytest.mark.parametrize(
    ("case", "suffix"),
    [pytest.param(case, suffix, id=f"{case['name']}·{suffix}") for case in CASES for suffix in case["files"]],
)
def test_labelled_document(case: dict[str, Any], suffix: str) -> None:
    document = parse_bytes(WRITERS[suffix](case["text"]).encode(), f"list.{suffix}")
    assert {found.department: content(found) for found in document.lists} == case["lists"]
    assert [found.title for found in document.lists] == case.get("titles", list(case["lists"]))
    told = " ".join(warning.message for found in document.lists for warning in found.warnings)
    assert [text for text in case.get("warned", []) if text not in told] == []


LOST_TITLE = """澜江区气象局责任清单
二、职责边界
序号\t事项名称\t相关部门\t职责分工\t相关依据
1\t雷电防护\t区气象局\t负责许可。\t《防雷办法》
\t\t区住建局\t负责验收。\t
\t\t区气象局\t负责预警。\t《预警办法》
\t\t区应急局\t负责响应。\t
2\t人工增雨\t区气象局\t组织作业。\t
\t\t区公安局\t保管弹药。\t
\t\t\t划定空域。\t
"""


def test_parties_below_a_lost_title_are_doubtful() -> None:
    (read,) = parse_bytes(LOST_TITLE.encode(), "list.txt").lists
    doubtful = [[party.doubtful for party in matter.parties] for matter in read.boundaries]
    assert doubtful == [[False, False, True, True], [False, True, True]]
