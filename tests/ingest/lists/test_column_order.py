"""Columns in any order under any of their names, as text and as a web page: the records are the same."""

from html import escape
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dutygraph.ingest.lists.kinds import SectionKind, section_kinds
from dutygraph.ingest.parse import parse_bytes

TITLE = "云溪市澜江区水利局责任清单"
ROWS: dict[str, list[dict[str, str]]] = {
    "duties": [
        {
            "number": "1",
            "duty": "负责河道管理。",
            "task": "巡查采砂点。",
            "office": "河道科",
            "remark": "汛期加密",
        },
        {"number": "", "duty": "", "task": "清理漂浮物。", "office": "保洁科", "remark": ""},
        {"number": "2", "duty": "负责水库安全。", "task": "检查大坝。", "office": "工程科", "remark": ""},
    ],
    "boundaries": [
        {
            "number": "1",
            "matter": "河道采砂",
            "party": "区水利局",
            "division": "查处非法采砂。",
            "basis": "《河道管理条例》",
            "case": "联合执法一次",
        },
        {
            "number": "",
            "matter": "",
            "party": "区公安局",
            "division": "打击涉砂犯罪。",
            "basis": "",
            "case": "",
        },
    ],
    "services": [
        {
            "number": "1",
            "name": "水质查询",
            "content": "提供检测结果",
            "handler": "供水科",
            "phone": "0731-5550001",
        },
        {
            "number": "2",
            "name": "节水咨询",
            "content": "解答有关问题",
            "handler": "节水办公室",
            "phone": "0731-5550002",
        },
    ],
}


@st.composite
def columns(draw: st.DrawFn, kind: SectionKind) -> list[tuple[str, str]]:
    """The columns of a section in any order, each with one of its headers, also a longer one."""
    order = draw(st.permutations(list(ROWS[kind.field][0])))
    longer = draw(st.sampled_from(["{}", "{}（见说明）", "{}（站、所）"]))
    return [(role, longer.format(draw(st.sampled_from(kind.columns[role])))) for role in order]


def as_text(heading: str, header: list[str], rows: list[list[str]]) -> bytes:
    lines = [TITLE, heading, *("\t".join(row) for row in (header, *rows)), ""]
    return "\n".join(lines).encode()


def as_html(heading: str, header: list[str], rows: list[list[str]]) -> bytes:
    table = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in (header, *rows)
    )
    return f"<meta charset=utf-8><h1>{TITLE}</h1><p>{heading}</p><table>{table}</table>".encode()


FORMATS = {"txt": as_text, "html": as_html}


def records(kind: SectionKind, header: list[tuple[str, str]], suffix: str) -> list[Any]:
    rows = [[row[role] for role, _ in header] for row in ROWS[kind.field]]
    data = FORMATS[suffix](f"一、{kind.headings[0]}", [word for _, word in header], rows)
    (found,) = parse_bytes(data, f"list.{suffix}").lists
    assert found.warnings == []
    return [without_places(record.model_dump()) for record in getattr(found, kind.field)]


def without_places(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_places(part) for key, part in value.items() if key != "locator"}
    return [without_places(part) for part in value] if isinstance(value, list) else value


@settings(deadline=None)
@given(st.data(), st.sampled_from(sorted(ROWS)), st.sampled_from(sorted(FORMATS)))
def test_order_and_names_of_columns_do_not_matter(data: st.DataObject, field: str, suffix: str) -> None:
    kind = section_kinds()[field]
    usual = [(role, kind.usual[role]) for role in ROWS[field][0]]
    assert records(kind, data.draw(columns(kind)), suffix) == records(kind, usual, suffix)


@settings(deadline=None)
@given(st.data(), st.sampled_from(sorted(FORMATS)))
def test_two_headers_of_one_family_are_duty_and_task_in_any_order(data: st.DataObject, suffix: str) -> None:
    kind = section_kinds()["duties"]
    words = kind.columns["duty"]
    wide = data.draw(st.integers(0, len(words) - 2))
    narrow = data.draw(st.integers(wide + 1, len(words) - 1))
    header = {
        "duty": words[wide],
        "task": words[narrow],
        "number": "序号",
        "office": "责任科室",
        "remark": "备注",
    }
    order = data.draw(st.permutations(list(header)))
    usual = [(role, kind.usual[role]) for role in ROWS["duties"][0]]
    assert records(kind, [(role, header[role]) for role in order], suffix) == records(kind, usual, suffix)
