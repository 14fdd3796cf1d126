"""What a new version of a list changes, told entry by entry."""

from typing import Any

from dutygraph.graph.loading.entry_changes import EntryChange
from dutygraph.graph.loading.intake import ingest_document
from dutygraph.graph.loading.list_change import ListChange
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.parse import parse_bytes

LIST = """云溪市白石区水务局责任清单
一、部门职责
序号	职责名称	工作事项	承办股室	说明
1	负责全区河道的日常保洁工作	清理河面漂浮物	河道股
		巡查河岸堆放物	河道股
2	负责取水许可审批	受理取水申请	审批股
二、部门间职责边界
序号	边界事项	有关部门	分工	依据	举例
1	防汛抗旱	水务局	组织编制洪水干旱灾害防治规划		见附件
		应急管理局	负责洪涝灾害的应急救援工作
		气象局	发布暴雨预警信息
三、事中事后监管制度
（一）取水监管制度
1．监督检查对象：取水单位
2．监督检查内容：取水计量设施是否正常运行
四、公共服务
编号	服务事项	主要内容	承办科室	咨询电话
1	用水咨询	解答居民用水问题	节水办	0100-2345
"""


def read(store: GraphStore, text: str) -> ListChange:
    [change] = ingest_document(store, parse_bytes(text.encode(), "水务.txt"))
    return change


def exchanged(*texts: tuple[str, str]) -> str:
    changed = LIST
    for before, after in texts:
        assert changed.count(before) == 1
        changed = changed.replace(before, after)
    return changed


def brief(change: EntryChange) -> tuple[Any, ...]:
    return change.kind, change.change, change.old, change.new


CHANGED = (
    ("全区河道的日常保洁", "全区河道和湖泊的日常保洁"),
    ("2\t负责取水许可审批\t受理取水申请\t审批股\n", "2\t开展节水宣传\n"),
    ("清理河面漂浮物\t河道股", "清理河面漂浮物\t保洁股"),
    ("防汛抗旱", "防汛抗旱和山洪防治"),
    ("负责洪涝灾害的应急救援工作", "负责洪涝灾害的应急救援和善后工作"),
    ("\t\t气象局\t发布暴雨预警信息\n", ""),
    ("计量设施是否正常运行", "计量设施是否按期检定"),
    ("0100-2345", "0100-6789"),
)
TOLD = [
    (
        "Duty",
        "reworded",
        {"text": "负责全区河道的日常保洁工作"},
        {"text": "负责全区河道和湖泊的日常保洁工作"},
    ),
    ("Duty", "added", {}, {"text": "开展节水宣传"}),
    ("Duty", "removed", {"text": "负责取水许可审批"}, {}),
    ("Task", "reworded", {"office": "河道股"}, {"office": "保洁股"}),
    ("Task", "removed", {"text": "受理取水申请", "office": "审批股"}, {}),
    ("SharedMatter", "reworded", {"matter": "防汛抗旱"}, {"matter": "防汛抗旱和山洪防治"}),
    (
        "Division",
        "reworded",
        {"text": "负责洪涝灾害的应急救援工作"},
        {"text": "负责洪涝灾害的应急救援和善后工作"},
    ),
    ("Division", "removed", {"text": "发布暴雨预警信息", "party": "气象局"}, {}),
    ("PublicService", "reworded", {"phone": "0100-2345"}, {"phone": "0100-6789"}),
]


def test_entries_of_every_kind_are_told(store: GraphStore) -> None:
    first = read(store, LIST)
    change = read(store, exchanged(*CHANGED))
    assert first.counts["Task"] == {"added": 3}
    assert not first.entries
    assert [brief(entry) for entry in change.entries if entry.kind != "SupervisionRegime"] == TOLD
    [regime] = [entry for entry in change.entries if entry.kind == "SupervisionRegime"]
    assert regime.name == "取水监管制度"
    assert "正常运行" in regime.old["text"]
    assert "按期检定" in regime.new["text"]
    assert change.counts["Duty"] == {"reworded": 1, "added": 1, "removed": 1}


def test_numbers_order_and_marks_are_no_change(store: GraphStore) -> None:
    read(store, LIST)
    change = read(store, exchanged(("1	负责全区河道的日常保洁工作", "3	负责全区河道的日常保洁工作。")))
    assert (change.state, change.entries, change.counts) == ("replaced", (), {})


def test_an_entry_that_moves_tells_from_where(store: GraphStore) -> None:
    read(store, LIST)
    task = "		巡查河岸堆放物	河道股\n"
    change = read(
        store, exchanged((task, ""), ("受理取水申请	审批股\n", f"受理取水申请	审批股\n{task}"))
    )
    assert [brief(entry) for entry in change.entries] == [
        (
            "Task",
            "reworded",
            {"within": "负责全区河道的日常保洁工作"},
            {"within": "负责取水许可审批"},
        )
    ]


def test_a_long_text_is_told_around_what_differs(store: GraphStore) -> None:
    whole = "取水计量设施" * 1000
    read(store, exchanged(("取水计量设施是否正常运行", f"{whole}甲")))
    change = read(store, exchanged(("取水计量设施是否正常运行", f"{whole}乙")))
    [regime] = change.entries
    assert regime.old["text"].endswith("甲")
    assert regime.new["text"].endswith("乙")
    assert len(regime.old["text"]) < 1100


def test_a_list_that_goes_tells_how_many_entries_go(store: GraphStore) -> None:
    text = LIST + LIST.replace("水务局责任清单", "气象局责任清单")
    ingest_document(store, parse_bytes(text.encode(), "水务.txt"))
    changes = ingest_document(store, parse_bytes(LIST.encode(), "水务.txt"))
    [gone] = [change for change in changes if change.state == "removed"]
    assert gone.counts["Task"] == {"removed": 3}
