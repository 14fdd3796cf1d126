"""Tables of Word and of text that a page break cuts: at every row, and within cells. Nothing is repeated or lost."""

from collections.abc import Sequence
from io import BytesIO

import docx
from hypothesis import given, settings
from hypothesis import strategies as st

from dutygraph.ingest.parse import parse_bytes
from tests.ingest.readers.test_pdf import DUTIES, DUTY_COLUMNS, TITLE, duties
from tests.ingest.render.content import WORDS
from tests.ingest.render.score import differences

Rows = list[list[str]]

HEADER = [WORDS["部门职责"][role] for role in DUTY_COLUMNS]
ROWS: Rows = [
    [str(number) if at == 0 else "", text if at == 0 else "", task, "流通股" if task else "", ""]
    for number, (text, tasks) in enumerate(DUTIES, start=1)
    for at, task in enumerate(tasks or [""])
]
CUT_COLUMNS = (1, 2)
"""Duties and tasks, whose texts take several lines."""


@st.composite
def cut_table(draw: st.DrawFn) -> list[Rows]:
    """The rows on two pages: cut between two rows, or within the cells of one; the header may stand on both."""
    at = draw(st.integers(0, len(ROWS) - 1))
    header = [HEADER] if draw(st.booleans()) else []
    columns = [column for column in CUT_COLUMNS if len(ROWS[at][column]) > 1]
    if not columns or (at and draw(st.booleans())):
        return [[HEADER, *ROWS[:at]], [*header, *ROWS[at:]]]
    above, below = list(ROWS[at]), [""] * len(HEADER)
    for column in draw(st.lists(st.sampled_from(columns), min_size=1, unique=True)):
        text = ROWS[at][column]
        place = draw(st.integers(1, len(text) - 1))
        above[column], below[column] = text[:place], text[place:]
    return [[HEADER, *ROWS[:at], above], [*header, below, *ROWS[at + 1 :]]]


def unlike(data: bytes, source: str) -> list[str]:
    return list(differences([duties()], parse_bytes(data, source).lists))


def word(pages: Sequence[Rows], between: str) -> bytes:
    """A Word file with a table for each page."""
    printed = docx.Document()
    for text in (f"{TITLE}责任清单", "一、部门职责"):
        printed.add_paragraph(text)
    for page in pages:
        table = printed.add_table(len(page), len(HEADER))
        for line, row in zip(table.rows, page, strict=True):
            for cell, text in zip(line.cells, row, strict=True):
                cell.text = text
        printed.add_paragraph(between)
    stream = BytesIO()
    printed.save(stream)
    return stream.getvalue()


@given(pages=cut_table(), mark=st.sampled_from(["\n", "\f\n", "\n\n"]))
def test_tabbed_text(pages: list[Rows], mark: str) -> None:
    lines = ["".join("\t".join(row) + "\n" for row in page) for page in pages]
    text = f"{TITLE}责任清单\n\n一、部门职责\n\n{mark.join(lines)}"
    assert unlike(text.encode(), "list.txt") == []


@settings(max_examples=40)
@given(pages=cut_table(), between=st.sampled_from(["", "续表"]))
def test_word_tables(pages: list[Rows], between: str) -> None:
    assert unlike(word(pages, between), "list.docx") == []
