"""Powers over others: clauses that license or supervise, and the regimes of supervision (监管制度) that answer them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from dutygraph.graph.analysis.language.frames.cutting import framed_clauses
from dutygraph.graph.analysis.language.frames.model import Frame
from dutygraph.graph.analysis.language.own_acts import acting_clauses
from dutygraph.graph.analysis.language.taxonomy import load_taxonomy
from dutygraph.graph.analysis.language.wording import Wording, wording_of

_POWER = re.compile(r"审批|许可|核准|(?<!审)核发|换发|审验|发证|准入|监督管理|监督检查|监管|执法检查|稽查")
_INWARD = re.compile(
    r"本局|机关|直属|系统内|本系统|教育系统|干部|队伍|财务|资金|经费|内部|资产|采购|党|上级|法律法规的|行政执法|综合执法|储备物资|实施|执行情况|落实情况|制度改革|审批(?:流程|事项|制度)"
)
"""Words of supervision of the body's own people, money and stores, of its grants, and of how laws are applied."""
_PASSED_ON = re.compile("(?:上?报|报送|报请|提请|提交)[^，。；]{0,20}(?:审批|核准|批准|核发)$")
"""Others approve."""
_GRANTS = re.compile(
    "补贴|补助|津贴|工资|奖金|待遇|救助|低保|抚恤|社会保障卡|优待证|残疾人证|居住证|身份证|户口|职称|岗位|招聘|用编|编制|外出|迁居|会客"
)
"""What a person or a public body is given or allowed; nobody is supervised for having it."""
_GUIDING = re.compile(r"^[^，。；]{0,4}(?:指导|协助|配合|参与|推动|引导)")
"""Clauses that guide or help others, who have the power."""

_SHORT_FORMS = {"人民防空": "人防", "计划生育": "计生", "食品药品": "食药"}

_SUPERVISING = re.compile(
    "双随机|一公开|日常|专项|重点|事中事后|监督|检查|抽查|抽检|监管|执法|管理|巡查|工作|制度"
)
"""Words of a regime's title that say how, and not over what."""
_THOSE_SUPERVISED = re.compile("(?:经营活动|经营企业|使用单位|经营|企业|单位)$")
"""Words for those who deal in the subject of a regime (燃气经营企业), at the end of what is left of its title."""
_LEAST_TITLE = 2
"""Least number of characters of what is left of a title by which it names its subject (消防)."""

_COVERED = 1 / 3
"""Least share of a power's size that a regime about it covers. In real lists powers below it have only regimes of other
powers."""
_LEAST_SIZE = 4
"""Least size of a clause in bigrams (``Wording.size``) that says over what it has power."""


@dataclass(frozen=True)
class SupervisionText:
    """A supervision regime: its title, and its whole text."""

    title: str
    text: str

    @cached_property
    def wording(self) -> Wording:
        """The wording of the whole."""
        return wording_of(_shortened(self.text))

    @cached_property
    def subjects(self) -> frozenset[str]:
        """The concepts in its title that are no whole field (安全生产): what it is about, however its text puts it."""
        concepts = load_taxonomy().concepts
        named = wording_of(_shortened(self.title)).concepts
        return frozenset(name for name in named if not (concepts[name].broad or concepts[name].each))

    @cached_property
    def subject(self) -> str:
        """What is left of its title without the words of supervising."""
        return _THOSE_SUPERVISED.sub("", _SUPERVISING.sub("", self.title))

    def is_named_in(self, text: str) -> bool:
        """Whether a text names what it is about."""
        return len(self.subject) >= _LEAST_TITLE and self.subject in text

    def covers(self, power: Wording) -> bool:
        """Whether it is about a power: it has a good part of its words, or its title names half of what it is used on."""
        return power.shared(self.wording) >= _COVERED * power.size or self._names(power)

    def _names(self, power: Wording) -> bool:
        concepts = load_taxonomy().concepts
        named = [name for name in power.concepts if not self.subjects.isdisjoint(concepts[name].around)]
        return bool(named) and 2 * len(named) >= len(power.concepts)


def unsupervised(texts: Sequence[str], regimes: Sequence[SupervisionText]) -> list[str]:
    """Return the clauses of a duty and its tasks that license or supervise.

    There are none when one of the regimes covers one of them, or is about something that the duty or a task names.
    """
    if any(regime.is_named_in(text) for regime in regimes for text in texts):
        return []
    powers = list(_powers(texts)) if regimes else []
    short = [wording_of(_shortened(power.text)) for power in powers]
    if any(regime.covers(power) for power in short for regime in regimes):
        return []
    return list(dict.fromkeys(power.text for power in powers))


def _powers(texts: Sequence[str]) -> Iterator[Wording]:
    for text in texts:
        for clause in acting_clauses(text):
            if clause.size >= _LEAST_SIZE and _is_power(clause.text):
                yield clause


def _is_power(clause: str) -> bool:
    """Whether a clause licenses or supervises others by its act, not by what it names (查处无许可证的经营)."""
    if not _POWER.search(clause) or any(
        words.search(clause) for words in (_INWARD, _GUIDING, _PASSED_ON, _GRANTS)
    ):
        return False
    return any(_uses_power(frame) for framed in framed_clauses(clause) for frame in framed.frames)


def _uses_power(frame: Frame) -> bool:
    inward = frame.affair in ("own", "system") or frame.role == "assist"
    managed = frame.stage == "manage" and "许可" in frame.object.text
    return not inward and (managed or any(_POWER.search(act) for act in frame.acts))


def _shortened(text: str) -> str:
    """Return a text with the short forms that regimes use beside the long ones."""
    for long, short in _SHORT_FORMS.items():
        text = text.replace(long, short)
    return text
