"""Taking lists out of the graph again, with all that was computed from them; what people have said stays."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from dutygraph.graph.loading.intake import remove_lists
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row
from dutygraph.queries.catalogue.lookup import department_named
from dutygraph.queries.catalogue.nodes import find_node
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.errors import AmbiguousNameError, Namesake, UnknownDepartmentError, UnknownNodeError
from dutygraph.queries.findings.update.reading_news import ListNews, remember_news
from dutygraph.queries.findings.update.recompute import Progress, silent, update
from dutygraph.queries.findings.update.write import Changes
from dutygraph.queries.search.contents import keep_current

_KINDS = ("DutyList", "Document")


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


def named_list(store: GraphStore, name: str, kinds: Collection[str] = _KINDS) -> Namesake:
    """Return the list or document (of these labels) that an id or a name as printed means, else the list of a body.

    Raises UnknownNodeError; AmbiguousNameError, also for a body that has several lists.
    """
    try:
        return find_node(store, name, kinds)
    except UnknownNodeError:
        lists = _published_by(store, name) if "DutyList" in kinds else []
        if not lists:
            raise
    if len(lists) > 1:
        raise AmbiguousNameError(name, lists, len(lists), zh="份清单", en="lists")
    return lists[0]


def lists_of(store: GraphStore, name: str) -> Sequence[RemovedList]:
    """Return the lists that a name stands for, of a list, a body or a document: what would be taken out.

    Raises UnknownNodeError and AmbiguousNameError.
    """
    return [_removed(row) for row in _rows(store, name)]


def remove(store: GraphStore, name: str, progress: Progress = silent) -> Removal:
    """Take out a list, or all lists of a document (``named_list``), and bring the findings up to date.

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
    return store.read(cypher("lists_to_remove"), {"id": named_list(store, name).id})


def _published_by(store: GraphStore, name: str) -> list[Namesake]:
    try:
        body = department_named(store, name)
    except UnknownDepartmentError:
        return []
    rows = store.read(cypher("lists_to_remove"), {"id": body.id})
    return [Namesake(row["id"], row["title"], "DutyList", row["source"]) for row in rows]


def _removed(row: Row) -> RemovedList:
    return RemovedList(**{key: row[key] for key in RemovedList.__slots__})
