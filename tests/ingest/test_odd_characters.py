"""Characters that no text is made of reach no record of any reader, change nothing else, and are told where they stood."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dutygraph.ingest.parse import parse_bytes
from tests.ingest.described import built

TITLE = "云溪市澜江区档案局责任清单"
HEADING = "一、部门职责"
ROWS = [["序号", "责任科室", "工作事项", "主要职责"], ["1", "监督科", "检查归档情况", "监督档案工作"]]
ODD = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ud800-\udfff\ufffe\uffff]"
    r"|[\U0001fffe\U0001ffff\U0010fffe\U0010ffff]"
)
IN_XML = "\x7f\x85\x90\x9b\u202a\u202e\u2066\u2069\ufdd0\ufdef\U0001ffff\U0010fffe"
"""Those that XML allows."""
ANYWHERE = IN_XML + "\x01\x07\x08\x1b\x1f\ufffe\uffff"
FORMATS = {
    ".txt": ANYWHERE,
    ".tsv": ANYWHERE,
    ".md": ANYWHERE.replace("\x85", "").replace(
        "\x1f", ""
    ),  # blanks to Markdown, which takes them off the ends of cells
    ".html": ANYWHERE,
    ".docx": IN_XML,
    ".xlsx": IN_XML,
}


def with_odd(text: str, odd: list[tuple[int, str]]) -> str:
    for at, char in odd:
        text = text[: at % (len(text) + 1)] + char + text[at % (len(text) + 1) :]
    return text


def written(suffix: str, texts: list[str]) -> bytes:
    title, heading, *cells = texts
    rows = [cells[:4], cells[4:]]
    if suffix == ".docx":
        return built(suffix, [title, heading, {"table": rows}], {})
    if suffix == ".xlsx":
        return built(suffix, [{"sheet": "职责", "rows": [[title], [heading], *rows]}], {})
    if suffix == ".html":
        table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
        page = f"<meta charset=utf-8><h1>{title}</h1><p>{heading}</p><table>{table}</table>"
        return page.encode()
    if suffix == ".md":
        header, row = ("|" + "|".join(row) + "|" for row in rows)
        return f"{title}\n\n{heading}\n\n{header}\n|-|-|-|-|\n{row}\n".encode()
    return "\n".join([title, heading, *("\t".join(row) for row in rows)]).encode()


@pytest.mark.parametrize("suffix", FORMATS)
@settings(max_examples=30)
@given(data=st.data())
def test_odd_characters_are_taken_off_and_told(suffix: str, data: st.DataObject) -> None:
    texts = [TITLE, HEADING, *ROWS[0], *ROWS[1]]
    drawn = st.lists(st.tuples(st.integers(1, 20), st.sampled_from(FORMATS[suffix])), max_size=3)
    odd = [data.draw(drawn) for _ in texts]
    (clean,) = parse_bytes(written(suffix, texts), f"清单{suffix}").lists
    (read,) = parse_bytes(written(suffix, list(map(with_odd, texts, odd))), f"清单{suffix}").lists
    assert read.model_dump(exclude={"warnings"}) == clean.model_dump(exclude={"warnings"})
    assert not ODD.search(read.model_dump_json())
    told = " ".join(each.message for each in read.warnings if each.code == "control_characters")
    assert set(re.findall(r"U\+\w+", told)) == {f"U+{ord(char):04X}" for each in odd for _, char in each}


def test_the_name_of_a_sheet_and_of_a_file_are_clean() -> None:
    rows = [[TITLE], [HEADING], *ROWS]
    data = built(".xlsx", [{"sheet": "职\u202e责\x7f", "rows": rows}], {})
    document = parse_bytes(data, "清\u2066单\x07.xlsx")
    assert document.source == "清单.xlsx"
    assert document.lists[0].duties[0].locator.sheet == "职责"
