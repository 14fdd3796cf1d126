"""Reading the topics that are in the graph: chosen, in rank order, with what people have said about each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row
from dutygraph.queries.catalogue.bodies import NamedBody, bodies, regions_named
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.findings.ids import topic_row
from dutygraph.queries.findings.models import Status, Topic, TopicCard, Topics, Verdict
from dutygraph.queries.findings.read.facet_index import EntryColumns
from dutygraph.queries.findings.read.findings import NEVER, all_findings, list_findings, read_findings
from dutygraph.queries.findings.read.selection import ResolvedSelection, Selectable, Selection
from dutygraph.queries.findings.review.current_verdicts import (
    CurrentVerdicts,
    common_status,
    shown_as_given,
    status_of,
)
from dutygraph.queries.findings.review.verdicts import verdict_records
from dutygraph.queries.findings.stored_form import from_payload
from dutygraph.queries.findings.update.ranking import rank_of_row
from dutygraph.queries.findings.update.versions import computed_versions, state_of_findings, up_to_date


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicSummary(Selectable):
    """A topic in short; it belongs to no other one."""

    findings: Sequence[str]
    """Ids of its members."""
    wordings: Sequence[str]
    status_of_members: Status = "open"
    """What the verdicts of its members say together."""

    @property
    def status(self) -> Status:
        """Where it stands after its own verdict, or by what was said of its members."""
        return status_of(self.verdict) if self.verdict else self.status_of_members


def topic_entries(store: GraphStore, selection: Selection) -> list[TopicSummary]:
    """Return the topics of a selection in short, in rank order; raises UnknownDepartmentError, UnknownRegionError.

    A kind chooses the topics with a member of this kind, a class those whose leading member is of it.
    """
    return all_topics(store).found(ResolvedSelection.of(store, selection)).listed()


def all_topics(store: GraphStore) -> EntryColumns[TopicSummary]:
    """Return all topics in short, as they are kept: read once for each computation, their verdicts for each revision."""
    return store.cached("topics", lambda: _judged(store))


def _judged(store: GraphStore) -> EntryColumns[TopicSummary]:
    """Put the verdicts beside the topics: their own, or what those of their members say together."""
    columns = store.cached(
        "topics without verdicts", lambda: _read_all(store), partial(state_of_findings, store)
    )
    standings = CurrentVerdicts.of(store)
    members = {one.id: one.verdict for one in all_findings(store).entries if one.topic and one.verdict}
    restated: dict[int, TopicSummary] = {}
    for row, one in enumerate(columns.entries):
        if one.id in standings.latest or not members.keys().isdisjoint(one.findings):
            verdict = standings.of_topic(one.id, one.wordings)
            restated[row] = replace(
                one, verdict=verdict, status_of_members=common_status(map(members.get, one.findings))
            )
    return columns.restated(restated)


def _read_all(store: GraphStore) -> EntryColumns[TopicSummary]:
    known = bodies(store)
    rows = sorted(store.read(cypher("list_topics")), key=rank_of_row)
    return EntryColumns([_entry(row, known) for row in rows])


def _entry(row: Row, known: Mapping[str, NamedBody]) -> TopicSummary:
    same = ("id", "severity", "score", "kinds", "department_ids", "findings", "wordings")
    regions = regions_named(row["department_ids"], known)
    return TopicSummary(class_=row["class"], regions=regions, **{name: row[name] for name in same})


def read_topics(store: GraphStore, entries: Iterable[TopicSummary]) -> Topics:
    """Return topics whole, in the order of the entries, with the versions that they were computed from."""
    entries = list(entries)
    rows = store.read(cypher("topic_payloads"), {"ids": [entry.id for entry in entries]})
    payloads = {row["id"]: row["payload"] for row in rows}
    return _with_versions(
        store,
        [
            _topic(payloads[entry.id], entry.verdict, entry.status)
            for entry in entries
            if entry.id in payloads
        ],
    )


def _with_versions(store: GraphStore, topics: list[Topic]) -> Topics:
    versions = computed_versions(store) or NEVER
    return Topics(
        data_version=versions.data,
        rules_version=versions.rules,
        stale=not up_to_date(store),
        topics=topics,
    )


def topic_card(store: GraphStore, id_: str) -> TopicCard:
    """Return one topic with its members and its verdict history, also when it is none any more.

    ``id_`` is the id or a beginning of it that no other has, with or without ``topic-``. Raises UnknownFindingError and
    AmbiguousNameError.
    """
    row = topic_row(store, id_)
    standings = CurrentVerdicts.of(store)
    verdict = standings.of_topic(row["id"], row["wordings"])
    by_members = common_status(map(standings.of_finding, row["members"]))
    topic = _topic(row["payload"], verdict, status_of(verdict) if verdict else by_members)
    entries = {entry.id: entry for entry in list_findings(store, Selection(topic=topic.id))}
    members = read_findings(store, (entries[one] for one in topic.findings if one in entries)).findings
    history = [record.verdict for record in verdict_records(store, topic.id)]
    return TopicCard(
        **_with_versions(store, [topic]).model_dump(),
        found=row["found"],
        members=members,
        history=shown_as_given(history, topic.verdict),
    )


def _topic(payload: str, verdict: Verdict | None, status: Status) -> Topic:
    return from_payload(Topic, payload).model_copy(update={"verdict": verdict, "status": status})
