"""Clauses of a duty that the rest of its list leaves out: work without a task, powers without a regime of supervision."""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from dutygraph.graph.analysis.language.cross_cutting import cross_cutting_of
from dutygraph.graph.analysis.language.other_words import things_in
from dutygraph.graph.analysis.language.own_acts import strong_acts
from dutygraph.graph.analysis.language.routine import is_routine
from dutygraph.graph.analysis.language.taxonomy import load_taxonomy
from dutygraph.graph.analysis.language.wording import (
    Wording,
    bigrams,
    clause_wordings,
    united_wording,
    wording_of,
)
from dutygraph.graph.analysis.powers import SupervisionText, unsupervised
from dutygraph.graph.analysis.workers import ONE_PROCESS, RegionWorkers
from dutygraph.graph.loading.write import BATCH
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore, Transaction
from dutygraph.graph.store.values import Row

_LARGE_ENOUGH = 6
"""Least size (in bigrams, see ``Wording.size``) of a clause by which its task can be recognised."""

_PURPOSE = re.compile(
    r"^(?:切实|充分|不断|努力)?(?:保障|维护|促进|提高|提升|改善|增强|发挥|确保|经|根据|按照|为|围绕|以)"
    r"|^(?:让|使|不让|做强|做优|做大|擦亮|减少|把|带动|保持|倡导|管好|抓好|责令)"
    r"|^除.{1,60}外$|(?:重大|疑难|有关)问题$|等工作$|统筹$|化$"
    r"|^(?:推进|推动|深化).{2,14}(?:战略|融合|融合发展)$|^(?:研究|提出|研究提出).{2,40}建议$"
)
"""Clauses that name a purpose, a legal ground, a means of what stands beside it (责令), advice, what is left out, or
nothing definite; they need no task."""

_AIM = frozenset({"promote", "support"})
"""Acts of doing good to people in whatever way (推进老年人优待): what is done for the same people carries it out."""

_JOINT = re.compile(r"统筹协调|综合协调|组织协调|沟通协调|牵头协调")
_WITH_OTHERS = re.compile(r"会同|协调|配合|衔接|联合|牵头|沟通")
"""A clause of coordination is carried out by tasks that are done with others."""

_FURTHER_NAMES = re.compile("（.*）")


@dataclass(frozen=True, slots=True)
class _OwnList:
    """The duties of a body with their tasks, as rows, and the regimes that may supervise them."""

    body: str
    duties: list[Row]
    regimes: Sequence[SupervisionText]


def analyse_coverage(
    store: GraphStore, touched: Collection[str] | None = None, workers: RegionWorkers = ONE_PROCESS
) -> None:
    """Set on each duty what the rest of its list leaves out of it.

    ``uncovered``: its clauses that no task of it carries out, none for duties without tasks. ``unsupervised``: those that no
    regime of its list supervises, none in lists without regimes. ``routine``: whether it says nothing but what every body
    does. ``touched`` are ids of departments whose lists have changed; None means all. Raises StoreError when the database
    fails.
    """
    ids = {"touched": None if touched is None else sorted(touched)}
    regimes: dict[str, list[SupervisionText]] = defaultdict(list)
    for row in store.read(cypher("coverage_regimes"), ids):
        texts = filter(None, (row["title"], row["targets"], row["text"]))
        regimes[row["publisher"]].append(SupervisionText(row["title"], "\n".join(texts)))
    lists: dict[str, _OwnList] = {}
    for duty in store.read(cypher("coverage_duties"), ids):
        by = duty["publisher"]
        lists.setdefault(by, _OwnList(duty["body"], [], regimes.get(by, ()))).duties.append(duty)
    rows = [row for found in workers.each(_compare, lists.values()) for row in found]

    def work(tx: Transaction) -> None:
        for at in range(0, len(rows), BATCH):
            tx.run(cypher("set_coverage"), {"rows": rows[at : at + BATCH]})

    store.write(work)


def _compare(one: _OwnList) -> list[Row]:
    business = load_taxonomy().business_of([one.body])
    leaves_supervision = _leaves_supervision(one.body)
    return [
        _covered(duty, business, one.regimes if duty["regulated"] and not leaves_supervision else ())
        for duty in one.duties
    ]


def uncovered(duty: str, tasks: Sequence[str], business: Collection[str] = ()) -> list[str]:
    """Return the clauses of a duty that share no words or things with its tasks and have a strong act that no task has.

    Clauses that are short, only name a purpose, or say what every body does (``business`` are concepts of its own) are left
    out. The result is empty when no clause shares words with the tasks: they then use other words for the whole duty.
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
        if len(left) < len(clauses)
        and _telling(clause, done)
        and not (joint and _JOINT.search(clause.text))
        and not is_routine(clause.text, business, load_taxonomy())
    ]


def _telling(clause: Wording, done: Wording) -> bool:
    alike = strong_acts(clause.acts)
    return (
        clause.size >= _LARGE_ENOUGH
        and not _PURPOSE.search(clause.text)
        and not (alike and alike <= done.acts)
        and not (alike and alike <= _AIM and _serve_same_people(clause, done))
        and not (not alike and _only_names_field(clause.text))
    )


def _serve_same_people(clause: Wording, done: Wording) -> bool:
    """Whether the tasks name the people for whom a clause is."""
    concepts = load_taxonomy().concepts
    around = frozenset(outer for name in clause.concepts for outer in concepts[name].around)
    return any(concepts[name].facet == "people" for name in around & done.concepts)


def _only_names_field(clause: str) -> bool:
    """Whether a clause names a field and nothing in it (管理人力资源市场): all tasks of its duty are in the field."""
    taxonomy = load_taxonomy()
    fields = taxonomy.concept_words.mentions(clause)
    for word in (word for words in fields.values() for word in words):
        clause = clause.replace(word, " ")
    return bool(fields) and fields.keys() <= taxonomy.containers and not bigrams(clause)


def _covered(duty: Row, business: Collection[str], regimes: Sequence[SupervisionText]) -> Row:
    """Return what is set on a duty; ``business`` are concepts of its body, ``regimes`` those that may supervise."""
    text, tasks = duty["text"], duty["tasks"]
    return {
        "id": duty["id"],
        "uncovered": uncovered(text, tasks, business),
        "unsupervised": unsupervised([text, *tasks], regimes),
        "routine": is_routine(text, business, load_taxonomy()),
    }


def _leaves_supervision(body: str) -> bool:
    """Whether a body permits what others then supervise (审管分离), by its first name: 行政审批局."""
    function = cross_cutting_of([_FURTHER_NAMES.sub("", body)])
    return function is not None and "approve" in function.stages and "supervise" not in function.stages
