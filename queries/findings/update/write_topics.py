"""Topics as nodes of the graph, computed and stored with the findings that they gather."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from dutygraph.graph.loading.write import write_subgraph
from dutygraph.graph.model import Edge, Node, Ref, Subgraph
from dutygraph.graph.store.graph_store import Transaction
from dutygraph.graph.store.values import Row
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.findings.models import Finding, Topic
from dutygraph.queries.findings.stored_form import from_any_payload, keep_in_form
from dutygraph.queries.findings.update.home_region import asked_about, home_region
from dutygraph.queries.findings.update.ranking import order_of
from dutygraph.queries.findings.update.topics import (
    Member,
    carried,
    gathered,
    natural_id,
    topic_of,
    wordings_of,
)


def replace_topics(tx: Transaction, touched: Collection[str] | None) -> None:
    """Gather the stored findings about departments (ids), or all, into topics in the place of the stored topics.

    Only what differs is written. A topic that is none any more is deleted, or marked when a person has judged it.
    """
    rows = _rows(tx, touched)
    bodies = None if touched is None else {*touched, *(id_ for row in rows for id_ in row["bodies"])}
    groups = gathered(map(_member, rows))
    stored = {row["id"]: row for row in tx.run(cypher("topics_in_scope"), asked_about(bodies))}
    judged = {id_: _before(id_, stored) for id_, row in stored.items() if row["judged"]}
    called = _called(tx, groups)
    named = dict(zip(_ids(groups, judged), groups, strict=True))
    topics = {id_: topic_of(id_, group, called) for id_, group in named.items()}
    new = {id_: topic for id_, topic in topics.items() if not _in_place(topic, named[id_], stored.get(id_))}
    gone = [id_ for id_ in stored if id_ not in topics]
    tx.run(cypher("drop_topics"), {"ids": gone, "changed": list(new)})
    keep_in_form(tx, [old for id_, old in judged.items() if id_ not in topics], stored)
    write_subgraph(tx, _subgraph(new.values(), named))
    tx.run(cypher("link_verdicts"), {"ids": list(new)})
    tx.run(cypher("mark_members"), {"rows": _marks(rows, named)})


def _called(tx: Transaction, groups: Iterable[Iterable[Member]]) -> dict[str, Sequence[str]]:
    """Return what the bodies of the members are called, by id: in their region, without and with brackets, and in full."""
    ids = {id_ for group in groups for member in group for id_ in member.bodies}
    rows = tx.run(cypher("short_names"), {"ids": sorted(ids)})
    return {row["id"]: (row["short"].partition("（")[0], row["short"], row["name"]) for row in rows}


def _rows(tx: Transaction, touched: Collection[str] | None) -> list[Row]:
    """The findings that may belong to a topic of the departments, and those of the departments that these name."""
    bodies = None if touched is None else set(touched)
    while True:
        rows = tx.run(cypher("topic_members"), asked_about(bodies))
        named = {id_ for row in rows for id_ in row["bodies"]}
        if bodies is None or named <= bodies:
            return rows
        bodies |= named


def _member(row: Row) -> Member:
    return Member(
        from_any_payload(Finding, row["id"], row["payload"]),
        frozenset(row["bodies"]),
        row["stories"],
    )


def _before(id_: str, stored: Mapping[str, Row]) -> Topic:
    return from_any_payload(Topic, id_, stored[id_]["payload"])


def _ids(groups: Sequence[Sequence[Member]], judged: Mapping[str, Topic]) -> list[str]:
    """Return the ids of topics: one that people have judged stays that of the group with most of its members."""
    ids = [natural_id(group) for group in groups]
    orphaned = {id_: set(topic.findings) for id_, topic in judged.items() if id_ not in ids}
    common = (
        (len(members & {one.finding.id for one in group}), id_, number)
        for id_, members in orphaned.items()
        for number, group in enumerate(groups)
        if ids[number] not in judged
    )
    taken: set[int] = set()
    for count, id_, number in sorted(common, key=lambda one: (-one[0], one[1], one[2])):
        if count and number not in taken and id_ not in ids:
            ids[number] = id_
            taken.add(number)
    return ids


def _in_place(topic: Topic, group: Sequence[Member], row: Row | None) -> bool:
    return (
        row is not None
        and row["found"]
        and row["payload"] == topic.model_dump_json()
        and row["marked"]
        and row["wordings"] == wordings_of(group)
        and row["links"] == len(group)
    )


def _marks(rows: Iterable[Row], named: Mapping[str, Sequence[Member]]) -> list[Row]:
    """Which topic each finding belongs to and whose verdicts it carries, where that differs from what is stored."""
    topics = {member.finding.id: id_ for id_, group in named.items() for member in group}
    carries = {id_: overlaps for group in named.values() for id_, overlaps in carried(group).items()}
    marks = (
        (row, {"id": row["id"], "topic": topics.get(row["id"]), "carries": carries.get(row["id"])})
        for row in rows
    )
    return [mark for row, mark in marks if (row["topic"], row["carries"]) != (mark["topic"], mark["carries"])]


def _subgraph(topics: Iterable[Topic], named: Mapping[str, Sequence[Member]]) -> Subgraph:
    subgraph = Subgraph()
    for topic in topics:
        ref = Ref("Topic", topic.id)
        subgraph.nodes.append(_node(ref, topic, named[topic.id]))
        subgraph.edges += [
            Edge("GATHERS", ref, Ref("Finding", id_), {"position": position})
            for position, id_ in enumerate(topic.findings)
        ]
    return subgraph


def _node(ref: Ref, topic: Topic, group: Sequence[Member]) -> Node:
    lead = next(one.finding for one in group if one.finding.class_ == topic.class_)
    bodies = sorted({body for member in group for body in member.bodies})
    return Node(
        ref.label,
        ref.id,
        {
            "kind": lead.kind,
            "class": topic.class_,
            "severity": topic.severity,
            "score": topic.score,
            "sentence_zh": topic.sentence.zh,
            "sentence_en": topic.sentence.en,
            "departments": topic.departments,
            "department_ids": bodies,
            "region": home_region(bodies),
            "kinds": topic.kinds,
            "sort_key": order_of(lead),
            "wordings": wordings_of(group),
            "findings": topic.findings,
            "found": True,
            "payload": topic.model_dump_json(),
        },
    )
