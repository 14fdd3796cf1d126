"""The stage of an act on a head."""

import re
from collections.abc import Container
from typing import NamedTuple

from dutygraph.graph.analysis.language.frames.heads import class_of
from dutygraph.graph.analysis.language.frames.lexicon import DRAFT, load_words, stage_of_verb
from dutygraph.graph.analysis.language.stages import Stage

_SHARED_OUT = re.compile(r"(?:分配|安排)(?:使用)?(?:方案|计划|意见|建议)")
_BY_HEAD: tuple[tuple[re.Pattern[str], Stage], ...] = (
    (re.compile(r"报告|报表|[快月季年]报"), "report"),
    (re.compile(r"预算|决算|预、决算|收支计划"), "fund"),
    (re.compile(r"(?:实施|指导|管理)意见"), "rule"),
    (re.compile(r"(?:建议|意见|对策|思路)$"), "advise"),
    (re.compile(r"规划|计划|方案|预案|纲要|战略|目录|清单|布局|目标|区划|指南|名录|要点"), "plan"),
)
_MONEY = re.compile(r"资金|经费|款|物资|补助|补贴|收入|支出|津贴|工资|费|金$|用房|编制")
_DOCUMENTS = re.compile("文件|法规|规章|制度|政策")
_DOING = frozenset({"开展", "组织开展", "进行", "从事"})
_RESCUE = r"救援|抢险|救灾|应急处置|抢救|扑救"
_HANDLE = frozenset(
    {"受理", "处理", "调查", "协调", "登记", "办理", "承办", "答复", "调查处理", "查处", "负责", "承担"}
    | {"处置", "回复", "回访", "处理处置", "协调处理"}
)


_TEACHES = frozenset({"举办", "开办", "兴办", "组织", "开设", "承办", "主办", "开展"})


class _Turn(NamedTuple):
    """Acts whose stage another word turns: of the head, or with ``within`` of the object's text."""

    acts: Container[str]
    words: re.Pattern[str]
    stage: Stage
    within: bool = False


_TURNS = (
    _Turn(
        _HANDLE,
        re.compile("赔偿|投诉|举报|纠纷|争议|信访|来信|来访|申诉|控告|矛盾|复议|应诉|诉讼|提案|建议|问题"),
        "settle",
    ),
    _Turn(_HANDLE, re.compile(r"突发[^，]{0,8}事件|险情$"), "rescue", within=True),
    _Turn(("组织", "协调", "组织协调", "指挥", "组织指挥"), re.compile(f"{_RESCUE}|应急$|火灾$"), "rescue"),
    _Turn(("负责", "承担", "做好"), re.compile(f"{_RESCUE}|应急$|应急工作$|防汛|抗旱|防灾|减灾"), "rescue"),
    _Turn(("调度",), re.compile("防汛|抗旱|应急|防洪"), "rescue", within=True),
    _Turn(("受理",), re.compile(""), "approve"),
    _Turn(("发放",), re.compile("证|照|牌"), "approve"),
    _Turn(("汇总", "审核汇总"), re.compile("预算|决算"), "fund"),
    _Turn(("出具", "作出"), re.compile("审计"), "audit", within=True),
    _Turn(("行使",), re.compile("处罚权|强制权"), "punish"),
    _Turn(("行政执法", "执法", "综合执法"), re.compile("行为$|活动$"), "punish"),
    _Turn(("抢救", "抢救保护"), re.compile("档案|资料|文物|古籍|遗产|建筑|遗址"), "do"),
    _Turn(("组织",), re.compile("活动$|比赛|竞赛|会议|演出|展览|考试|运动会|仪式"), "do"),
    _Turn(("征收",), re.compile("房屋|土地|用地"), "do"),
    _Turn(("报",), re.compile(""), "apply"),
    _Turn(("调整",), re.compile("标准$|价格$|政策$|目录$|办法$"), "rule"),
    _Turn(
        _TEACHES,
        re.compile("(?:培训|学习|研修|速成|辅导|讲习|进修|提高|集训)班|讲座|课堂|夜校|训练营"),
        "train",
    ),
    _Turn(("开办", "兴办", "举办"), re.compile("活动|比赛|竞赛|会$|节$|展$|班$|专场$|市集$"), "do"),
    _Turn(
        ("下达", "下发", "发出", "送达", "开具", "签发", "出具", "制发"),
        re.compile("整改|停工|停业|责令|限期|处罚|罚单|指令书|支付指令|告知书|监督意见"),
        "punish",
        within=True,
    ),
    _Turn(
        ("核查", "核对", "查验", "核验", "清查", "查对", "复查", "复核"),
        re.compile(
            "隐患|设施|设备|器材|装置|台账|记录|资质|证照|证明|许可证|合同|标签|标识|车辆|船|运单|票据|安全|质量|存管|收费|现场|进货|仓库"
        ),
        "supervise",
    ),
)
"""The first that fits counts."""


def stage_of(act: str, head: str | None, text: str) -> Stage:
    """Return the stage of an act on a head within the text of its object."""
    head = head or ""
    stage = stage_of_verb(act)
    if stage == DRAFT:
        return _drafted(head, text)
    if act in load_words().support and head in load_words().matters:
        return stage_of_verb(head)  # type: ignore[return-value]
    if act in load_words().support and act not in load_words().verbs:
        return _turned(act, head, text) or _responsible(act, head, text)
    return _turned(act, head, text) or stage  # type: ignore[return-value]


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


def _turned(act: str, head: str, text: str) -> Stage | None:
    if act.endswith(("建立", "健全", "完善")) and _DOCUMENTS.search(head):
        return "rule"
    if act == "安排" and not _MONEY.search(text):
        return "steer"
    if act == "清理" and not _DOCUMENTS.search(head):
        return "punish"
    about = text if head == "案件" else head
    return next(
        (
            turn.stage
            for turn in _TURNS
            if act in turn.acts and turn.words.search(text if turn.within else about)
        ),
        None,
    )
