"""Grids become titles, section rows and tables; each case is drawn as text, a row per line, ``<`` for a covered cell."""

import pytest

from dutygraph.ingest.document import Block, Cell, Paragraph, Span
from dutygraph.ingest.readers.tables.grids import Assembly, Grid, grid_blocks
from dutygraph.ingest.records import Locator


def grid(drawing: str) -> Grid:
    rows = [line.split("|") for line in drawing.strip("\n").split("\n")]
    return [
        [
            Cell() if text.strip() == "<" else Cell([Span(text.strip(), Locator(row=row, column=column))])
            for column, text in enumerate(cells, start=1)
        ]
        for row, cells in enumerate(rows, start=1)
    ]


def drawn(blocks: list[Block]) -> list[str]:
    """A line per paragraph and row, ``#`` before headers."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines.append(block.text)
        else:
            lines += ["# " + "|".join(cell.text for cell in block.header.cells)]
            lines += ["|".join(cell.text for cell in row.cells) for row in block.rows]
    return lines


CASES = {
    "title, label and unit rows above the header": (
        """
澜江区民政局责任清单 | < | < | <
部门名称（盖章）：澜江区民政局 | < | 填报日期：6月 | <
序号 | 主要职责 | 具体工作事项 | 备注
1 | 负责救助。 | 核对家庭。 |
""",
        [
            *("澜江区民政局责任清单", "部门名称（盖章）：澜江区民政局", "填报日期：6月"),
            *("# 序号|主要职责|具体工作事项|备注", "1|负责救助。|核对家庭。|"),
        ],
    ),
    "section rows in one table, narrower sections": (
        """
一、部门职责 | < | < | <
序号 | 主要职责 | 具体工作事项 | <
1 | 负责救助。 | 核对家庭。 | <
二、公共服务事项 | < | < | <
序号 | 服务名称 | 服务内容 | 承办科室
1 | 咨询 | 答复 | 办公室
""",
        [
            *("一、部门职责", "# 序号|主要职责|具体工作事项", "1|负责救助。|核对家庭。"),
            *("二、公共服务事项", "# 序号|服务名称|服务内容|承办科室", "1|咨询|答复|办公室"),
        ],
    ),
    "a header repeated on the next page": (
        """
序号 | 主要职责 | 具体工作事项
1 | 负责救助。 | 核对家庭。
序号 | 主要职责 | 具体工作事项
 | | 发放补助。
""",
        ["# 序号|主要职责|具体工作事项", "1|负责救助。|核对家庭。", "||发放补助。"],
    ),
    "a header over two rows, repeated": (
        """
序号 | 管理 | 分工情况 | < | 相关依据
< | 事项 | 牵头单位 | 配合单位 | <
1 | 养老 | 区民政局 | 区卫健局 | 《老年法》
序号 | 管理 | 分工情况 | < | 相关依据
< | 事项 | 牵头单位 | 配合单位 | <
2 | 殡葬 | 区民政局 | 区公安局 | 《条例》
""",
        [
            "# 序号|管理事项|牵头单位|配合单位|相关依据",
            *("1|养老|区民政局|区卫健局|《老年法》", "2|殡葬|区民政局|区公安局|《条例》"),
        ],
    ),
    "blank rows and columns vanish, a column without a header word stays": (
        """
 | 序号 | 主要职责 | 具体工作事项 | |
 | | | | |
 | 1 | 负责救助。 | 核对家庭。 | 旁注 |
""",
        ["# 序号|主要职责|具体工作事项|", "1|负责救助。|核对家庭。|旁注"],
    ),
    "an office merged over rows answers for each; a merged basis stands once": (
        """
序号 | 主要职责 | 具体工作事项 | 责任科室 | 备注
1 | 负责救助。 | 核对家庭。 | 救助科 | 试行
< | < | 发放补助。 | < | <
""",
        [
            "# 序号|主要职责|具体工作事项|责任科室|备注",
            "1|负责救助。|核对家庭。|救助科|试行",
            "||发放补助。|救助科|",
        ],
    ),
    "a number without a duty is a row, a note across the table is none": (
        """
序号 | 主要职责 | 具体工作事项
7 | |
注：以上职责自6月起施行。 | < | <
8 | 负责救助。 | 核对家庭。
""",
        [
            "# 序号|主要职责|具体工作事项",
            "7||",
            "注：以上职责自6月起施行。",
            "# 序号|主要职责|具体工作事项",
            "8|负责救助。|核对家庭。",
        ],
    ),
    "without merges, a section row is known by its place": (
        """
序号 | 主要职责 | 具体工作事项
1 | 负责救助。 | 核对家庭。
（一）社会救助类 | |
2 | 负责养老。 | 评定等级。
""",
        [
            *("# 序号|主要职责|具体工作事项", "1|负责救助。|核对家庭。", "（一）社会救助类"),
            *("# 序号|主要职责|具体工作事项", "2|负责养老。|评定等级。"),
        ],
    ),
    "a body below a table without numbers, where a section follows": (
        """
服务名称 | 服务内容 | 承办科室
咨询 | 答复 | 办公室
办证大厅 | |
澜江区气象局 | |
一、部门职责 | |
序号 | 主要职责 | 具体工作事项
""",
        [
            *("# 服务名称|服务内容|承办科室", "咨询|答复|办公室", "办证大厅||"),
            *("澜江区气象局", "一、部门职责", "# 序号|主要职责|具体工作事项"),
        ],
    ),
    "a grid of one column is text": ("一、监督检查对象\n养老机构。", ["一、监督检查对象", "养老机构。"]),
    "a table with an unknown header stays a table": ("甲 | 乙\n1 | 2", ["# 甲|乙", "1|2"]),
    "nothing": (" | \n | ", []),
}


@pytest.mark.parametrize("name", CASES)
def test_grid(name: str) -> None:
    drawing, expected = CASES[name]
    assert drawn(grid_blocks(grid(drawing))) == expected


HEADED = "序号 | 主要职责 | 具体工作事项\n1 | 负责救助。 | 核对家庭。"
REST = " | | 发放补助。\n2 | 负责养老。 | 评定等级。"


def assembled(*parts: str | Grid) -> list[str]:
    assembly = Assembly()
    for part in parts:
        if isinstance(part, str):
            assembly.add_passage(Paragraph([Span(part, Locator(paragraph=1))]))
        else:
            assembly.add_grid(part)
    return drawn(assembly.finish())


@pytest.mark.parametrize("between", ["", "续表", "（续上表）", "续表2"])
def test_a_table_without_header_continues_the_one_above(between: str) -> None:
    expected = [
        "# 序号|主要职责|具体工作事项",
        "1|负责救助。|核对家庭。",
        "||发放补助。",
        "2|负责养老。|评定等级。",
    ]
    assert assembled(grid(HEADED), between, grid(REST)) == expected


def test_it_does_so_behind_a_note_but_not_behind_a_heading_or_at_another_width() -> None:
    header = "# 序号|主要职责|具体工作事项"
    assert assembled(grid(HEADED), "注：见附件。", grid(REST)).count(header) == 2
    assert assembled(grid(HEADED), "二、职责边界", grid(REST)).count(header) == 1
    assert assembled(grid(HEADED), grid("a | b | c | d\n1 | 2 | 3 | 4")).count(header) == 1
