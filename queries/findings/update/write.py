"""Findings as nodes of the graph: so that they are read without computing, and reached from what they concern."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dutygraph.graph.loading.write import write_subgraph
from dutygraph.graph.model import Edge, Node, Ref, Subgraph
from dutygraph.graph.store.graph_store import GraphStore, Transaction
from dutygraph.graph.store.values import Row
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.findings.evidence import evidence_hash, wording
from dutygraph.queries.findings.models import Finding
from dutygraph.queries.findings.stored_form import from_any_payload, keep_in_form
from dutygraph.queries.findings.update.home_region import SEVERAL, asked_about, home_region
from dutygraph.queries.findings.update.id_continuity import with_continued_ids
from dutygraph.queries.findings.update.ranking import order_of, rank_of
from dutygraph.queries.findings.update.topics import stories
from dutygraph.queries.findings.update.versions import Versions

_SCORE_CHANGE = 0.05
"""A score that moves by less is no news: one more list shifts the weights of all terms a little."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Findings of some kinds about any of some departments (ids), or about all (None)."""

    kinds: Sequence[str]
    touched: list[str] | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What a computation changed among the findings, in rank order; ``changed`` have another evidence or score."""

    appeared: Sequence[Finding]
    vanished: Sequence[Finding]
    changed: Sequence[Finding]


def replace_findings(
    store: GraphStore,
    found: Sequence[Finding],
    scopes: Sequence[Scope] | None,
    versions: Versions,
    then: Callable[[Transaction], None],
) -> Changes:
    """Put ``found`` in the place of the stored findings in the scopes (or of all), in one transaction.

    Only what differs is written. A finding that is no longer found is deleted, or marked when a person has judged it or
    a department has commented on it. ``then`` is what else belongs to the same transaction.
    """
    ids = _ids_by_name(store)

    def work(tx: Transaction) -> Changes:
        stored = _stored(tx, scopes)
        judged = _judged(tx, stored)
        kept = with_continued_ids(found, set(stored), judged)
        fresh = {finding.id: finding for finding in kept}
        gone = [id_ for id_, row in stored.items() if id_ not in fresh and row["found"]]
        new = [finding for finding in kept if not _in_place(finding, stored.get(finding.id))]
        tx.run(cypher("unlink_findings"), {"ids": [*gone, *(finding.id for finding in new)]})
        tx.run(cypher("drop_findings"), {"ids": gone})
        keep_in_form(tx, [old for id_, old in judged.items() if id_ not in fresh], stored)
        write_subgraph(tx, _subgraph(new, versions, ids))
        for link in ("link_verdicts", "link_comments"):
            tx.run(cypher(link), {"ids": [finding.id for finding in new]})
        then(tx)
        if scopes is None:
            tx.run(cypher("place_findings"), {"everywhere": SEVERAL})
        return _changes(new, gone, stored)

    return store.write(work)


def scores_differ(before: float, now: float) -> bool:
    """Whether a score has moved so far that a reader should be told."""
    return abs(before - now) >= _SCORE_CHANGE


def _stored(tx: Transaction, scopes: Sequence[Scope] | None) -> dict[str, Row]:
    if scopes is None:
        asked = [{"kinds": None, **asked_about(None)}]
    else:
        asked = [{"kinds": list(one.kinds), **asked_about(one.touched)} for one in scopes]
    return {row["id"]: row for one in asked for row in tx.run(cypher("findings_in_scope"), one)}


def _judged(tx: Transaction, stored: Mapping[str, Row]) -> dict[str, Finding]:
    """The stored findings that somebody has judged or commented on, by id."""
    ids = [row["id"] for row in tx.run(cypher("judged_ids"))]
    return {id_: _before(id_, stored) for id_ in ids if id_ in stored}


def _before(id_: str, stored: Mapping[str, Row]) -> Finding:
    return from_any_payload(Finding, id_, stored[id_]["payload"])


def _in_place(finding: Finding, row: Row | None) -> bool:
    """Whether the graph has the finding as it is; replacing a list takes the edges to its statements away."""
    return (
        row is not None
        and row["found"]
        and row["payload"] == finding.model_dump_json()
        and row["marked"]
        and row["links"] == len({node.id for node in finding.nodes})
    )


def _changes(new: Iterable[Finding], gone: Iterable[str], stored: Mapping[str, Row]) -> Changes:
    """A finding that moved to another line only is no news."""
    there = {
        finding.id: _before(finding.id, stored)
        for finding in new
        if finding.id in stored and stored[finding.id]["found"]
    }
    return Changes(
        appeared=sorted((finding for finding in new if finding.id not in there), key=rank_of),
        vanished=sorted((_before(id_, stored) for id_ in gone), key=rank_of),
        changed=sorted(
            (finding for finding in new if finding.id in there and _differs(there[finding.id], finding)),
            key=rank_of,
        ),
    )


def _differs(old: Finding, new: Finding) -> bool:
    return scores_differ(old.score, new.score) or evidence_hash(old) != evidence_hash(new)


def _ids_by_name(store: GraphStore) -> Mapping[str, list[str]]:
    """Several bodies may go by one name, in two regions."""
    ids: dict[str, list[str]] = defaultdict(list)
    for row in store.read(cypher("department_names")):
        ids[row["name"]].append(row["id"])
    return ids


def _subgraph(findings: Iterable[Finding], versions: Versions, ids: Mapping[str, list[str]]) -> Subgraph:
    subgraph = Subgraph()
    for finding in findings:
        ref = Ref("Finding", finding.id)
        department_ids = sorted({id_ for name in finding.departments for id_ in _ids_of(name, finding, ids)})
        subgraph.nodes.append(_node(ref, finding, versions, department_ids))
        subgraph.edges += [
            Edge("CONCERNS", ref, Ref(node.kind, node.id), {"role": node.role}) for node in finding.nodes
        ]
    return subgraph


def _ids_of(name: str, finding: Finding, ids: Mapping[str, list[str]]) -> Iterable[str]:
    """The ids that a department of a finding goes by: those of its texts; else of all that have its name."""
    return {node.department_id for node in finding.nodes if node.department == name} or ids[name]


def _node(ref: Ref, finding: Finding, versions: Versions, department_ids: list[str]) -> Node:
    return Node(
        ref.label,
        ref.id,
        {
            "kind": finding.kind,
            "class": finding.class_,
            "severity": finding.severity,
            "score": finding.score,
            "sentence_zh": finding.sentence.zh,
            "sentence_en": finding.sentence.en,
            "departments": finding.departments,
            "department_ids": department_ids,
            "region": home_region(department_ids),
            "sort_key": order_of(finding),
            "evidence": evidence_hash(finding),
            "wording": wording(finding),
            "stories": stories(finding),
            "found": True,
            "payload": finding.model_dump_json(),
            "data_version": versions.data,
            "rules_version": versions.rules,
        },
    )
