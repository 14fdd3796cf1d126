"""A power of which the list itself says that another body exercises it at present (行政处罚权目前由市文广新局实施)."""

import re
from collections.abc import Iterator

from dutygraph.bilingual import Bilingual
from dutygraph.graph.analysis.slips.running_text import TextSlip

_ELSEWHERE = re.compile(
    r"(?P<power>[一-鿿]{0,12}(?:权|职权|权限|职能|职责|审批|许可|处罚|强制|征收|执法))"
    r"(?:事项|工作|活动)?(?:，)?(?:目前|现|暂|仍|现阶段|暂时|当前)(?:仍|暂|均|统一)?由"
    r"(?P<who>[一-鿿]{2,20}?(?:局|委|厅|办|院|中心|大队|支队|政府|部门|委员会))"
    r"(?:统一|集中|负责|代为)?(?:实施|行使|承担|执行|代行|办理|管理)"
)


def exercised_elsewhere(text: str) -> Iterator[TextSlip]:
    """Yield a slip for each power in a text that another body is said to exercise at present."""
    for match in _ELSEWHERE.finditer(text):
        reason = Bilingual(
            f"“{match['power']}”由“{match['who']}”行使", f"{match['who']!r} exercises {match['power']!r}"
        )
        yield TextSlip("exercised", match.group(), match["who"], reason, match.start())
