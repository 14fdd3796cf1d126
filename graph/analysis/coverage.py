"""Clauses of a duty that the rest of its list leaves out: work without a task, powers without a regime of supervision."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from dutygraph.graph.analysis.language.other_words import things_in
from dutygraph.graph.analysis.language.own_acts import acting_clauses, strong_acts
from dutygraph.graph.analysis.language.taxonomy import load_taxonomy
from dutygraph.graph.analysis.language.wording import Wording, clause_wordings, united_wording, wording_of
from dutygraph.graph.loading.write import BATCH
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore, Transaction
from dutygraph.graph.store.values import Row

_LARGE_ENOUGH = 6
"""Least size (in bigrams, see ``Wording.size``) of a clause by which its task can be recognised."""

_PURPOSE = re.compile(
    r"^(?:切实|充分)?(?:保障|维护|促进|提高|发挥|确保|经|根据|按照|为|围绕|以)|(?:重大|疑难|有关)问题$|等工作$"
)
"""Clauses that name a purpose, a legal ground, or nothing definite; they need no task."""

_POWER = re.compile(r"审批|许可|核准|(?<!审)核发|发证|准入|监督管理|监督检查|监管|执法检查|稽查")
_INWARD = re.compile(
    r"本局|机关|直属|系统内|本系统|教育系统|干部|队伍|财务|资金|经费|内部|资产|采购|党|上级|法律法规的|实施|执行情况|落实情况|制度改革"
)
"""Words of supervision of the body's own people and money, of its grants, and of how laws are applied."""

_GUIDING = re.compile(r"^[^，。；]{0,4}(?:指导|协助|配合|参与|推动|引导)")
"""Clauses that guide or help others, who have the power."""
_JOINT = re.compile(r"统筹协调|综合协调|组织协调|沟通协调|牵头协调")
_WITH_OTHERS = re.compile(r"会同|协调|配合|衔接|联合|牵头|沟通")
"""A clause of coordination is carried out by tasks that are done with others."""

_SHORT_FORMS = {"人民防空": "人防", "计划生育": "计生", "食品药品": "食药"}

_COVERED = 1 / 3
"""Least share of a power's size that a regime about it covers. In real lists powers below it have only regimes of other
powers."""


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

    def covers(self, power: Wording) -> bool:
        """Whether it is about a power: it has a good part of its words, or its title names half of what it is used on."""
        return power.shared(self.wording) >= _COVERED * power.size or self._names(power)

    def _names(self, power: Wording) -> bool:
        concepts = load_taxonomy().concepts
        named = [name for name in power.concepts if not self.subjects.isdisjoint(concepts[name].around)]
        return bool(named) and 2 * len(named) >= len(power.concepts)


def analyse_coverage(store: GraphStore, touched: Collection[str] | None = None) -> None:
    """Set on each duty the clauses that no task of it (``uncovered``) and no regime of its list (``unsupervised``) covers.

    ``touched`` are ids of departments whose lists have changed; None means all. ``uncovered`` stays empty for duties
    without tasks, ``unsupervised`` in lists without regimes. Raises StoreError when the database fails.
    """
    ids = {"touched": None if touched is None else sorted(touched)}
    regimes: dict[str, list[SupervisionText]] = defaultdict(list)
    for row in store.read(cypher("coverage_regimes"), ids):
        texts = filter(None, (row["title"], row["targets"], row["text"]))
        regimes[row["list"]].append(SupervisionText(row["title"], "\n".join(texts)))
    rows = [
        {"id": duty["id"], "uncovered": uncovered(duty["text"], duty["tasks"]), "unsupervised": unsupervised}
        for duty in store.read(cypher("coverage_duties"), ids)
        for unsupervised in [_unsupervised(duty, regimes[duty["list"]])]
    ]

    def work(tx: Transaction) -> None:
        for at in range(0, len(rows), BATCH):
            tx.run(cypher("set_coverage"), {"rows": rows[at : at + BATCH]})

    store.write(work)


def uncovered(duty: str, tasks: Sequence[str]) -> list[str]:
    """Return the clauses of a duty that share no words or things with its tasks and have a strong act that no task has.

    Clauses that are short or only name a purpose are left out. The result is empty when no clause shares words with the
    tasks: they then use other words for the whole duty.
    """
    done = united_wording(wording_of(task) for task in tasks)
    things = frozenset[str]().union(*map(things_in, tasks))
    joint = any(_WITH_OTHERS.search(task) for task in tasks)
    clauses = clause_wordings(duty)
    left = [
        clause for clause in clauses if not clause.shared(done) and things.isdisjoint(things_in(clause.text))
    ]
    return [
        clause.text
        for clause in left
        if len(left) < len(clauses) and _telling(clause, done) and not (joint and _JOINT.search(clause.text))
    ]


def _telling(clause: Wording, done: Wording) -> bool:
    alike = strong_acts(clause.acts)
    return (
        clause.size >= _LARGE_ENOUGH
        and not _PURPOSE.search(clause.text)
        and not (alike and alike <= done.acts)
    )


def unsupervised(texts: Sequence[str], regimes: Sequence[SupervisionText]) -> list[str]:
    """Return the clauses of a duty and its tasks that license or supervise, unless one of the regimes covers one of them."""
    powers = list(_powers(texts)) if regimes else []
    short = [wording_of(_shortened(power.text)) for power in powers]
    if any(regime.covers(power) for power in short for regime in regimes):
        return []
    return list(dict.fromkeys(power.text for power in powers))


def _unsupervised(duty: Row, regimes: Sequence[SupervisionText]) -> list[str]:
    return unsupervised([duty["text"], *duty["tasks"]], regimes) if duty["regulated"] else []


def _powers(texts: Sequence[str]) -> Iterator[Wording]:
    for text in texts:
        for clause in acting_clauses(text):
            if _is_power(clause.text) and clause.size > 3:
                yield clause


def _is_power(clause: str) -> bool:
    return bool(_POWER.search(clause)) and not (_INWARD.search(clause) or _GUIDING.search(clause))


def _shortened(text: str) -> str:
    """Return a text with the short forms that regimes use beside the long ones."""
    for long, short in _SHORT_FORMS.items():
        text = text.replace(long, short)
    return text
