"""What is indexed: every statement of the lists, and the bodies, offices, legal bases and targets that they name."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import chain
from typing import Any

from dutygraph.graph.identity import digest
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.names.offices import split_offices
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.errors import SearchIndexError
from dutygraph.queries.search.entry import IndexEntry
from dutygraph.queries.search.index import SearchIndex

SHARED = ""
"""The list of what belongs to no single list."""
_WEIGHTS = {"LegalBasis": 0.6, "SupervisionTarget": 0.7, "Rule": 0.8, "Article": 0.8}
"""Kinds that rank lower than an equally good match of another: who asks wants to know what is done, and by whom."""

_LED = 1.5
"""How much more a matter counts whose publisher leads it as its parts say. Chosen by asking for each of the 38 shared
matters of ``data/``: who leads stands first for 36."""
_LEADING = re.compile(r"(?:^|[，。；;：:\n])[\s（(\d）).、]*(?:负责|组织)?(?:牵头|统筹|主管)(?![的部单科机])")
"""A part that leads the whole: 牵头负责…, 负责统筹…; one that helps whoever leads (配合牵头部门) does not."""


def current_index(store: GraphStore) -> SearchIndex:
    """Return the index of a graph, after taking in what has changed since the last time. Raises SearchIndexError."""
    index = SearchIndex(store.beside("search.sqlite"))
    known = index.lists()
    now = store.cached("searched lists", lambda: _states(store))
    if known != now:
        changed = {id_: now.get(id_) for id_ in now.keys() | known.keys() if known.get(id_) != now.get(id_)}
        index.replace({**changed, SHARED: None}, chain(_statements(store, changed), _shared_things(store)))
    return index


def _states(store: GraphStore) -> dict[str, str]:
    """Return for each list, by its id, a hash of all that its entries are made of.

    Which body a printed name means changes when another list is read; the list that prints it stays as it was.
    """
    return {
        row["id"]: digest(row["fingerprint"], *map(str, row["publisher"]), *row["bodies"])
        for row in store.read(cypher("searched_lists"))
    }


def keep_current(store: GraphStore) -> None:
    """Take in what has changed, where that can be done: the lists are in all the same, and the next search tells."""
    with suppress(SearchIndexError):
        current_index(store)


def _statements(store: GraphStore, lists: Iterable[str]) -> Iterator[IndexEntry]:
    for list_ in lists:
        yield from map(_entry, store.read(cypher("search_statements"), {"list": list_}))


def _shared_things(store: GraphStore) -> Iterator[IndexEntry]:
    return map(_entry, store.read(cypher("search_shared")))


def _entry(row: dict[str, Any]) -> IndexEntry:
    fields: dict[str, Any] = {name: row.get(name) or "" for name in IndexEntry.__slots__}
    beside = (text for text in row["beside"] if text not in (row["title"], row.get("text")))
    fields["beside"] = "\n".join(beside)
    offices = chain.from_iterable(map(split_offices, row["offices"]))
    fields["offices"] = "\n".join(dict.fromkeys(offices))
    leads = _leads(row.get("parts", ()))
    fields["assists"] = bool(row.get("is_shared")) and row["actor_id"] not in (
        leads or {row["department_id"]}
    )
    is_led = row["kind"] == "SharedMatter" and row["actor_id"] in leads
    fields["weight"] = _WEIGHTS.get(row["kind"], 1.0) * (_LED if is_led else 1.0)
    return IndexEntry(**fields)


def _leads(parts: Iterable[Mapping[str, Any]]) -> set[str]:
    """Return the bodies that lead a shared matter as its parts say; where none does, the one that declares it leads."""
    return {part["body"] for part in parts if part["role"] == "lead" or _LEADING.search(part["text"] or "")}
