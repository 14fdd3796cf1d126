"""Entries of a list that are alike but for numbers and names: a few are compared, the others only stored."""

import pytest

from dutygraph.graph.loading.intake import ingest_document
from dutygraph.graph.loading.series import alike_texts
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.parse import parse_bytes, parse_file
from dutygraph.queries.catalogue.documents import document_card
from tests.ingest.sources import SAMPLE, SEEDS

PLACES = [f"{a}{b}" for a in "柳竹松梅杏桃李" for b in "湾坪桥岭塘坝垭"]
OTHERS = ["负责编制旅游发展规划", "承担文物普查", "指导群众体育", "负责广播电视安全播出", "组织艺术节"]


@pytest.mark.parametrize(
    "texts",
    [
        [f"负责第{n}号渡口安全的监督检查" for n in range(1, 41)],
        [f"负责{name}村渡口安全的监督检查" for name in PLACES],
        [f"对{name}渡口第{n}号船的安全进行监督检查" for n, name in enumerate(PLACES)],
        ["负责渡口安全的监督检查"] * 40,
    ],
)
def test_entries_that_differ_in_numbers_and_names_are_one_series(texts: list[str]) -> None:
    [numbers] = alike_texts([*OTHERS, *texts], 30)
    assert numbers == list(range(len(OTHERS), len(OTHERS) + len(texts)))


@pytest.mark.parametrize(
    "texts",
    [
        [f"负责第{n}号渡口安全的监督检查" for n in range(1, 31)],
        [f"管理{one}{other}" for one in PLACES[:20] for other in PLACES[20:22]],
        [*OTHERS, ""] * 6,
    ],
    ids=["few", "what differs is most of the text", "nothing in common"],
)
def test_others_are_none(texts: list[str]) -> None:
    assert alike_texts(texts, 30) == []


def test_no_list_of_a_district_has_a_series() -> None:
    lists = [read for path in [*SAMPLE, *SEEDS] for read in parse_file(path).lists]
    texts = [
        [text for duty in read.duties for text in (duty.text, *(t.text for t in duty.tasks))]
        for read in lists
    ]
    assert [alike_texts(each, 30) for each in texts] == [[] for _ in lists]


def test_what_is_left_out_is_stored_and_told(store: GraphStore) -> None:
    rows = "".join(f"{n}\t负责第{n}号渡口安全的监督检查\t\n" for n in range(1, 36))
    text = f"云溪市白石区交通运输局责任清单\n\n一、部门职责\n\n序号\t主要职责\t备注\n{rows}"
    ingest_document(store, parse_bytes(text.encode(), "渡口.txt"))
    [first, *others] = store.read("MATCH (d:Duty) RETURN d.id AS id, d.alike AS alike ORDER BY d.position")
    assert [row["alike"] for row in [first, *others]] == [None] * 30 + [first["id"]] * 5
    assert [one.code for one in document_card(store, "渡口.txt").warnings] == ["alike_left_out"]
