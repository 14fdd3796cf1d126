"""However a list is printed, its records are the same: the sample district, printed again in many ways."""

import json
from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dutygraph.ingest.files.encoding import decode
from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.parse import parse_bytes, parse_file
from dutygraph.ingest.records import DutyList
from tests.ingest.rendering import CHINESE, Header, Printing, by_cell, by_row, render
from tests.ingest.sources import SAMPLE

LISTS = [
    found for path in SAMPLE for found in parse_file(path).lists if found.sections_present and found.title
]
TEXTS = [path.read_bytes() for path in SAMPLE]
_CLOSED = "。；;：:！!？?"


def reread(text: str) -> DutyList:
    (found,) = parse_bytes(text.encode(), "list.txt").lists
    return found


_OF_THE_PRINT = ("warnings", "columns", "sections_present", "nil_sections")
"""Fields that tell how a list is printed: an empty section is printed with 无 whatever stood there."""


def content(found: DutyList) -> dict[str, Any]:
    """What a list says, without places; each citation once and in no order, as columns move and cells are repeated."""

    def bare(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: bare(part) for key, part in value.items() if key != "locator"}
        return [bare(part) for part in value] if isinstance(value, list) else value

    said: dict[str, Any] = bare(found.model_dump(exclude=set(_OF_THE_PRINT)))
    said["citations"] = {json.dumps(citation, ensure_ascii=False) for citation in said["citations"]}
    return said


def filled(found: DutyList) -> list[str]:
    return [
        section for section, roles in found.columns.items() if roles and section not in found.empty_sections
    ]


@st.composite
def headers(draw: st.DrawFn, found: DutyList) -> Header:
    """The columns of each section in any order, under any of their names."""
    words = vocabulary().columns
    return {
        section: [
            (role, draw(st.sampled_from(sorted(word for word, of in words[section].items() if of == role))))
            for role in draw(st.permutations(found.columns[section]))
        ]
        for section in filled(found)
    }


def usual_header(found: DutyList) -> Header:
    """The columns in the order of the list, each under its first name."""
    words = vocabulary().columns
    return {
        section: [
            (role, next(word for word, of in words[section].items() if of == role))
            for role in found.columns[section]
        ]
        for section in filled(found)
    }


def drawn(data: st.DataObject, **printing: Any) -> tuple[DutyList, str]:
    """Draw a list and print it."""
    found = data.draw(st.sampled_from(LISTS))
    return found, render(found, Printing(header=usual_header(found), **printing))


@settings(deadline=None)
@given(st.data())
def test_layout_order_and_names_of_columns_do_not_matter(data: st.DataObject) -> None:
    found = data.draw(st.sampled_from(LISTS))
    layout = data.draw(st.sampled_from([by_row, by_cell]))
    text = render(found, Printing(header=data.draw(headers(found)), layout=layout))
    assert content(reread(text)) == content(found)


@settings(deadline=None)
@given(st.data())
def test_a_page_break_through_a_row_is_mended(data: st.DataObject) -> None:
    """A tab-separated row is cut in the middle of its texts; the rest stands in a row of its own after a blank line."""
    found, text = drawn(data, layout=by_row)
    lines = text.split("\n")
    rows = [at for at, line in enumerate(lines) if line.count("\t") > 2 and "序号" not in line]
    at = data.draw(st.sampled_from(rows))
    cells = lines[at].split("\t")
    cuts = [data.draw(st.integers(0, len(cell))) for cell in cells]
    halves = [cut_open(cell, cut) for cell, cut in zip(cells, cuts, strict=True)]
    rest = [half for _, half in halves]
    if "".join(rest):
        lines[at : at + 1] = ["\t".join(half for half, _ in halves), "", "\t".join(rest)]
    assert content(reread("\n".join(lines))) == content(found)


def cut_open(cell: str, cut: int) -> tuple[str, str]:
    """Cut a long text where no sentence ends; a name or a number is never cut."""
    if len(cell) < 24 or not 4 < cut < len(cell) - 4 or cell[cut - 1] in _CLOSED:
        return cell, ""
    return cell[:cut], cell[cut:]


@settings(deadline=None)
@given(st.data())
def test_blank_lines_inside_cells_do_not_end_rows(data: st.DataObject) -> None:
    def broken(cell: str) -> str:
        if len(cell) < 8 or not data.draw(st.booleans()):
            return cell
        cut = data.draw(st.integers(2, len(cell) - 2))
        return f"{cell[:cut]}\n\n{cell[cut:]}"

    found, text = drawn(data, layout=by_cell, cell=broken)
    assert content(reread(text)) == content(found)


TITLE_NUMBERS: list[Callable[[int], str]] = [
    lambda n: f"（{CHINESE[n]}）",
    lambda n: f"({n + 1})",
    lambda n: f"{n + 1}、",
    lambda _: "",
]
HEADING_NUMBERS: list[Callable[[int], str]] = [lambda n: f"{CHINESE[n]}、", lambda n: f"{n + 1}．"]
STYLES = [
    (title, heading)
    for title in TITLE_NUMBERS
    for heading in HEADING_NUMBERS
    if title(0)[:1] != heading(0)[:1]
]


@settings(deadline=None)
@given(st.data(), st.sampled_from(STYLES))
def test_numbering_of_regimes_does_not_matter(
    data: st.DataObject, style: tuple[Callable[[int], str], Callable[[int], str]]
) -> None:
    title, heading = style
    found, text = drawn(data, layout=by_cell, title_number=title, heading_number=heading)
    assert content(reread(text)) == content(found)


@settings(deadline=None)
@given(st.data(), st.integers(1, 80))
def test_numbers_of_duties_are_read_as_printed(data: st.DataObject, offset: int) -> None:
    found = data.draw(st.sampled_from(LISTS))
    duties = [
        duty.model_copy(
            update={"number": str(int(duty.number) + offset) if duty.number.isdigit() else duty.number}
        )
        for duty in found.duties
    ]
    renumbered = found.model_copy(update={"duties": duties})
    text = render(renumbered, Printing(header=usual_header(found), layout=by_row))
    assert content(reread(text)) == content(renumbered)


@settings(deadline=None)
@given(st.sampled_from(TEXTS), st.sampled_from(["民政局", "财政局", "公安局", "教育和体育局"]))
def test_names_of_bodies_do_not_matter(data: bytes, name: str) -> None:
    other = "航运局" if len(name) == 3 else "档案和史志局"
    text = decode(data, "list.txt")
    assert other not in text
    printed = parse_bytes(text.encode(), "list.txt").model_dump_json(exclude={"sha256"})
    renamed = parse_bytes(text.replace(name, other).encode(), "list.txt").model_dump_json(exclude={"sha256"})
    assert renamed == printed.replace(name, other)
