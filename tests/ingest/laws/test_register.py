"""A register of instruments is read whole, in the encodings of offices, or refused with every mistake named."""

import codecs

import pytest

from dutygraph.ingest.errors import UnreadableDocumentError
from dutygraph.ingest.laws.instruments import instrument_key
from dutygraph.ingest.laws.known_instruments import known_instruments
from dutygraph.ingest.laws.register import read_register
from dutygraph.ingest.laws.register_columns import COLUMNS

HEADER = ",".join(COLUMNS)
GOOD = "岚山市公园条例,岚山市公园条例,地方性法规,2005-10-25,2006-01-01,1,40,岚山地方法规"


def _text(*rows: str) -> str:
    return "\n".join((HEADER, *rows)) + "\n"


@pytest.mark.parametrize(
    "data",
    [
        _text(GOOD).encode(),
        _text(GOOD).encode("gb18030"),
        _text(GOOD).encode("gbk"),
        codecs.BOM_UTF8 + _text(GOOD).encode(),
        _text(GOOD).replace("\n", "\r\n").encode("utf-16"),
        _text("", GOOD, ",,,,,,,").encode(),
    ],
)
def test_the_same_register_in_any_encoding(data: bytes) -> None:
    (entry,) = read_register(data, "库.csv").entries
    assert (entry.title, entry.version_date, entry.expired, entry.articles) == (
        "岚山市公园条例",
        "2005-10-25",
        True,
        40,
    )


def test_columns_may_stand_in_any_order_beside_others() -> None:
    columns = [*reversed(COLUMNS), "remark"]
    cells = dict(zip(COLUMNS, GOOD.split(","), strict=True)) | {"remark": "旧版"}
    data = "\n".join([",".join(columns), ",".join(cells[name] for name in columns)]).encode()
    assert read_register(data, "库.csv").entries == read_register(_text(GOOD).encode(), "库.csv").entries


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        (GOOD.replace("2005-10-25", "2005-13-25"), "第3行 version_date（版本日期）应为"),
        (GOOD.replace("2006-01-01", "2006年"), "第3行 in_force_from（施行日期）应为"),
        (GOOD.replace("2006-01-01", "2006-W01-1"), "第3行 in_force_from（施行日期）应为"),
        (GOOD.replace(",40,", f",{'9' * 5000},"), "第3行 articles（条数）应为"),
        (GOOD.replace(",1,40", ",是,40"), "第3行 expired（是否失效）应为"),
        (GOOD.replace(",40,", ",四十,"), "第3行 articles（条数）应为"),
        (GOOD.replace("岚山市公园条例,", ",", 1), "第3行 title（标题）应为"),
        (GOOD + ",多", "第3行有 9 列，表头有 8 列"),
        (GOOD.replace("岚山市公园条例", '"岚山市公园条例', 1), "引号"),
    ],
)
def test_a_mistake_is_named_with_line_and_column(row: str, complaint: str) -> None:
    with pytest.raises(UnreadableDocumentError, match="库") as refused:
        read_register(_text(GOOD, row).encode(), "库.csv")
    assert complaint in refused.value.text.zh


def test_every_mistake_counts_and_nothing_is_kept() -> None:
    wrong = GOOD.replace(",40,", ",0,")
    with pytest.raises(UnreadableDocumentError, match="另有 5 处。未导入任何内容"):
        read_register(_text(*[wrong] * 15).encode(), "库.csv")


@pytest.mark.parametrize("data", [b"", b" \n", codecs.BOM_UTF8, "标题,条数\n".encode(), HEADER.encode()])
def test_a_file_without_a_register_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableDocumentError):
        read_register(data, "库.csv")


def test_a_count_that_cannot_be_right_is_left_out_and_told() -> None:
    register = read_register(_text(GOOD.replace(",40,", ",3,")).encode(), "库.csv")
    assert [entry.articles for entry in register.entries] == [None]
    assert [(doubt.line, "只有 3 条" in doubt.text.zh) for doubt in register.doubts] == [(2, True)]


def test_the_built_in_table_is_sound() -> None:
    known = known_instruments()
    keys = [instrument_key(one.title, None) for one in known]
    assert len(keys) == len(set(keys)) > 100
    assert all(one.source for one in known)
    assert [one.title for one in known if one.since and one.until and one.since >= one.until] == []
    civil_code = [one.title for one in known if one.successor == "民法典"]
    assert len(civil_code) == 9
    assert {one.until for one in known if one.successor == "民法典"} == {"2021-01-01"}
