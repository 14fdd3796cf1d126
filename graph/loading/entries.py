"""The entries of a list as they are printed: of the parse output, and of the graph, in one form that can be compared."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dutygraph.graph.identity import normalised
from dutygraph.graph.loading.statements import Fields, fields_of, properties_of
from dutygraph.graph.model import Value
from dutygraph.graph.ontology import NodeKind, StatementKind, ontology
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.records import DutyList

_NOT_TOLD = ("number", "alike", "list")
"""Texts that change without a word of the entry being changed."""


@dataclass(frozen=True, slots=True)
class ListedEntry:
    """An entry of some kind (label), the name of the entry that it stands in ("" for none), and its texts by property."""

    kind: str
    within: str
    printed: Mapping[str, str]

    @property
    def name(self) -> str:
        """What it is called; "" where the cell is blank."""
        return self.printed.get(ontology().node(self.kind).caption, "")

    def words(self) -> tuple[tuple[str, str], ...]:
        """Return its texts as far as they count."""
        return tuple((name, normalised(text)) for name, text in self.printed.items())


def entries_of(duty_list: DutyList) -> list[ListedEntry]:
    """Return the entries of a list that was read, in order."""
    fields = fields_of(duty_list)
    return [
        entry
        for kind, statement in ontology().statements()
        if not ontology().outer(statement)
        for record in fields.get(statement.source, ())
        for entry in _of_record(kind, statement, record, "")
    ]


def entries_in_graph(store: GraphStore, list_id: str) -> Iterator[ListedEntry]:
    """Yield the entries of a list in the graph, in order: the statements of an entry follow it."""
    outer = {kind.name: ontology().outer(statement) for kind, statement in ontology().statements()}
    last: dict[str, str] = {}
    for row in store.read(cypher("entries"), {"list": list_id}):
        kind = ontology().node(row["label"])
        around = outer[kind.name]
        entry = ListedEntry(
            kind.name, last.get(around[0].name, "") if around else "", _printed(kind, row["properties"])
        )
        last[kind.name] = entry.name
        yield entry


def _of_record(
    kind: NodeKind, statement: StatementKind, record: Fields, within: str
) -> Iterator[ListedEntry]:
    entry = ListedEntry(kind.name, within, _printed(kind, properties_of(kind, statement, record)))
    yield entry
    for inner_kind, inner in ontology().within(statement):
        for inner_record in record[inner.source.rpartition(".")[2]]:
            yield from _of_record(inner_kind, inner, inner_record, entry.name)


def _printed(kind: NodeKind, properties: Mapping[str, Value]) -> dict[str, str]:
    return {
        name: str(properties[name])
        for name, type_ in kind.properties.items()
        if type_ == "string" and name not in _NOT_TOLD and properties.get(name)
    }
