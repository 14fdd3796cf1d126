"""What a report is made of: chosen findings and the stories they tell, what they rest on, and the lists behind them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.records import ParseWarning
from dutygraph.queries.catalogue.bodies import NamedBody, bodies, regions_of, short_names
from dutygraph.queries.catalogue.named_queries import whole_answer
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.findings.ids import topic_row
from dutygraph.queries.findings.models import ON_DEMAND, Comment, Findings, Topic
from dutygraph.queries.findings.read.findings import all_findings, read_findings
from dutygraph.queries.findings.read.selection import ResolvedSelection, Selection
from dutygraph.queries.findings.read.topics import all_topics, read_topics
from dutygraph.queries.findings.review.comments import comments_on


@dataclass(frozen=True, slots=True)
class StatedBasis:
    """A legal basis as a statement cites it."""

    title: str
    number: str | None
    articles: str | None


@dataclass(frozen=True, slots=True)
class ListRead:
    """A list behind a report: a row of the named query ``documents``, and the warnings that are kept of reading it."""

    row: Mapping[str, Any]
    warnings: Sequence[ParseWarning]


@dataclass(frozen=True, slots=True)
class ReportData:
    """What a report tells."""

    selection: Selection
    department: str | None
    region: str | None
    """The department and the region that were chosen, by their whole names."""
    department_id: str | None
    findings: Findings
    """In rank order, the most important first."""
    topics: Mapping[str, Topic]
    bases: Mapping[str, Sequence[StatedBasis]]
    """What each statement rests on, by its id."""
    lists: Sequence[ListRead]
    short_names: Mapping[str, str]
    """What bodies are called within their region, by their names; empty where the findings are of several regions."""
    on_demand_left_out: int
    """What is listed on demand, on which nobody has said anything, and that was not asked for."""
    comments: Mapping[str, Sequence[Comment]]
    """What departments have answered, by finding (id)."""


def report_data(
    store: GraphStore,
    selection: Selection,
    topic: str | None = None,
    *,
    on_demand: bool = False,
    lists: bool = True,
) -> ReportData:
    """Return what a report on a selection tells; ``on_demand`` adds what is listed on demand and nobody has judged.

    Without ``lists`` it leaves out the lists behind it, for which all documents are looked at.
    ``topic`` is the id, or a beginning of it that no other has, of the only topic to report on. Raises
    UnknownDepartmentError, AmbiguousNameError, UnknownRegionError, UnknownFindingError.
    """
    if topic:
        selection = replace(selection, topic=topic_row(store, topic)["id"])
    choice = ResolvedSelection.of(store, selection)
    every = all_findings(store).found(choice).listed()
    wanted = replace(selection, on_demand=on_demand).takes_on_demand
    reported = [one for one in every if wanted or one.class_ not in ON_DEMAND or one.verdict]
    findings = read_findings(store, reported)
    known, chosen = bodies(store), choice.wanted
    ids = [*chosen["department"], *chosen["other"]]
    concerned = {*ids, *(id_ for one in reported for id_ in one.department_ids)}
    region = next(iter(chosen["region"]), None)
    about = concerned if ids or region or selection.topic else None
    places = {code for one in reported for code in one.regions}
    return ReportData(
        selection=selection,
        department=known[ids[0]].name if chosen["department"] else None,
        department_id=ids[0] if chosen["department"] else None,
        region=regions_of(known.values()).get(region, region) if region else None,
        findings=findings,
        topics=_topics(store, {one.topic for one in reported}),
        bases=_bases(store, findings),
        lists=_lists(store, known, region, about) if lists else [],
        short_names=short_names(store) if len(places) < 2 else {},
        on_demand_left_out=len(every) - len(reported),
        comments=comments_on(store, [one.id for one in reported]),
    )


def _topics(store: GraphStore, ids: Collection[str | None]) -> dict[str, Topic]:
    wanted = [one for one in all_topics(store).entries if one.id in ids]
    return {topic.id: topic for topic in read_topics(store, wanted).topics}


def _bases(store: GraphStore, findings: Findings) -> dict[str, list[StatedBasis]]:
    ids = sorted({node.id for finding in findings.findings for node in finding.nodes})
    found: dict[str, list[StatedBasis]] = {}
    for row in store.read(cypher("bases_of"), {"ids": ids}):
        found.setdefault(row["id"], []).append(StatedBasis(row["title"], row["number"], row["articles"]))
    return found


def _lists(
    store: GraphStore, known: Mapping[str, NamedBody], region: str | None, concerned: set[str] | None
) -> list[ListRead]:
    """Return the lists of the region and of the bodies that are concerned; all of them when nothing is chosen."""
    rows = [
        row
        for row in whole_answer(store, "documents", {}).rows
        if concerned is None
        or row["department_id"] in concerned
        or (region is not None and known[row["department_id"]].region == region)
    ]
    warnings: dict[tuple[str, str], list[ParseWarning]] = {}
    for document in dict.fromkeys(row["document_id"] for row in rows):
        for one in store.read(cypher("document_warnings"), {"id": document}):
            texts = map(ParseWarning.model_validate_json, one["texts"])
            warnings.setdefault((document, one["title"]), []).extend(texts)
    return [ListRead(row, warnings.get((row["document_id"], row["list"]), [])) for row in rows]
