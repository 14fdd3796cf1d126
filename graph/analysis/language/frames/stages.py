"""The stage of an act on a head."""

import re

from dutygraph.graph.analysis.language.frames.heads import class_of
from dutygraph.graph.analysis.language.frames.lexicon import DRAFT, load_words
from dutygraph.graph.analysis.language.frames.model import Stage

_SHARED_OUT = re.compile(r"(?:分配|安排)(?:使用)?(?:方案|计划|意见|建议)")
_BY_HEAD: tuple[tuple[re.Pattern[str], Stage], ...] = (
    (re.compile(r"报告|报表"), "report"),
    (re.compile(r"预算|决算|预、决算|收支计划"), "fund"),
    (re.compile(r"(?:实施|指导|管理)意见"), "rule"),
    (re.compile(r"(?:建议|意见|对策|思路)$"), "advise"),
    (re.compile(r"规划|计划|方案|预案|纲要|战略|目录|清单|布局|目标|区划|指南|名录"), "plan"),
)
_MONEY = re.compile(r"资金|经费|款|物资|补助|补贴|收入|支出|津贴|工资|费|金$|用房|编制")
_SETTLED = re.compile(r"投诉|举报|纠纷|争议|信访|来信|来访|申诉|控告|矛盾|复议|应诉|诉讼|提案|建议|问题")
_HANDLING = frozenset(
    {"受理", "处理", "调查", "协调", "登记", "办理", "承办", "答复", "调查处理", "查处", "负责", "承担"}
)
_DOING = frozenset({"开展", "组织开展", "进行", "从事"})
_RESCUE = re.compile(r"救援|抢险|救灾|应急处置|抢救|扑救")
_PAPER = re.compile(r"证|照|牌")
_DOCUMENTS = re.compile(r"文件|法规|规章|制度|政策")


def stage_of(act: str, head: str | None, text: str) -> Stage:
    """Return the stage of an act on a head within the text of its object."""
    head = head or ""
    stage = _of_verb(act)
    if stage == DRAFT:
        return _drafted(head, text)
    if act in load_words().support and act not in load_words().verbs:
        return _responsible(act, head, text)
    return _changed(act, head, text) or stage  # type: ignore[return-value]


def _responsible(act: str, head: str, text: str) -> Stage:
    """Stage of a support word that stands for the act itself (负责年度计划)."""
    kind = class_of(head)
    if kind in ("doc", "advice"):
        return _drafted(head, text)
    if act in _DOING:
        return "do"
    return "fund" if kind == "money" else "settle" if kind == "case" else "manage"


def _drafted(head: str, text: str) -> Stage:
    """Stage of drawing up a document: what it is decides, and how money is shared out before all."""
    if _SHARED_OUT.search(text):
        return "fund"
    return next((stage for pattern, stage in _BY_HEAD if pattern.search(head)), "rule")


def _changed(act: str, head: str, text: str) -> Stage | None:
    if act in _HANDLING and _SETTLED.search(text if head == "案件" else head):
        return "settle"
    if act in ("组织", "协调", "组织协调", "指挥", "组织指挥") and _RESCUE.search(head):
        return "rescue"
    if act == "受理":
        return "approve"
    if act == "发放" and _PAPER.search(head):
        return "approve"
    if act == "安排" and not _MONEY.search(text):
        return "steer"
    if act in ("建立", "健全", "完善", "建立健全", "建立完善") and _DOCUMENTS.search(head):
        return "rule"
    if act in ("出具", "作出") and "审计" in text:
        return "audit"
    if act == "清理" and not _DOCUMENTS.search(head):
        return "punish"
    return "apply" if act == "报" else None


def _of_verb(act: str) -> str:
    verbs = load_words().verbs
    if act in verbs:
        return verbs[act]
    for length in range(len(act) - 1, 1, -1):
        if (end := act[-length:]) in verbs:
            return verbs[end]
    return "do"
