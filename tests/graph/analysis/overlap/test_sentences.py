"""The words that two sentences share make one case of them, where few bodies write them (cases/sentences.yaml)."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.graph.analysis.overlap.district import Said, measured

SENTENCES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases/sentences.yaml").read_text(encoding="utf-8")
)
OTHERS: Said = [
    ("林业局", "营造水源林，检查苗木检疫"),
    ("文化旅游局", "举办广场演出，修缮古戏台"),
    ("商务局", "组织企业参加展会"),
    ("司法局", "办理公证，调解邻里纠纷"),
    ("统计局", "组织人口抽样调查"),
    ("财政局", "拨付乡镇转移支付"),
]
"""Lists of other bodies, so that there is a district in which a word can be rare."""


@pytest.mark.parametrize(
    "case", SENTENCES, ids=lambda case: "，".join((*case["one"].values(), *case["other"].values()))
)
def test_shared_words_tell_one_case(case: dict[str, Any]) -> None:
    measures = measured([*case["one"].items(), *case["other"].items(), *OTHERS])
    bodies = [claim.statement.body for claim in measures.district.claims]
    one, other = (bodies.index(next(iter(case[side]))) for side in ("one", "other"))
    found = measures.sentences.particulars(one, other)
    assert set(found.words) == set(case["words"])
    assert measures.sentences.tell_one_case(one, other) == case["one_case"]
    assert measures.sentences.particulars(other, one) == found
