"""Taking lists out of the graph again, with all that was computed from them; what people have said stays."""

from collections.abc import Sequence
from dataclasses import dataclass

from dutygraph.graph.loading.intake import remove_lists
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row
from dutygraph.queries.catalogue.nodes import find_node
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.findings.reading_news import ListNews, remember_news
from dutygraph.queries.findings.recompute import Progress, silent, update
from dutygraph.queries.findings.write import Changes
from dutygraph.queries.search.contents import keep_current


@dataclass(frozen=True, slots=True)
class RemovedList:
    """A list that was taken out: its id and title, who had published it, and in which file."""

    id: str
    title: str
    department: str
    source: str


@dataclass(frozen=True, slots=True)
class Removal:
    """What a removal changed: the lists, and the news among the findings."""

    lists: Sequence[RemovedList]
    news: Changes | None


def lists_of(store: GraphStore, name: str) -> Sequence[RemovedList]:
    """Return the lists that a name stands for, of a list or a document, by id or as printed: what would be taken out.

    Raises UnknownNodeError and AmbiguousNameError.
    """
    return [_removed(row) for row in _rows(store, name)]


def remove(store: GraphStore, name: str, progress: Progress = silent) -> Removal:
    """Take out a list, or all lists of a document, named by id or as printed, and bring the findings up to date.

    Raises UnknownNodeError and AmbiguousNameError for the name, and StoreBusyError when another command does not end.
    """
    with store.locked():
        rows = _rows(store, name)
        progress("document")
        remove_lists(store, {row["id"]: row["region"] for row in rows})
        news = update(store, progress)
        gone = [_removed(row) for row in rows]
        told = [ListNews(department=one.department, source=one.source, state="removed") for one in gone]
        remember_news(store, "remove", told, news)
    keep_current(store)
    return Removal(gone, news)


def _rows(store: GraphStore, name: str) -> list[Row]:
    found = find_node(store, name, ["DutyList", "Document"])
    return store.read(cypher("lists_to_remove"), {"id": found.id})


def _removed(row: Row) -> RemovedList:
    return RemovedList(**{key: row[key] for key in RemovedList.__slots__})
